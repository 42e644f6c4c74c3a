/** The lists of a coding that can be edited. */
export type CodingList = 'sources' | 'articles' | 'groups' | 'speakers' | 'claims' | 'statements';

/** The fields of an item as text, in the order in which they are written. */
export type CodingItem = Readonly<Record<string, string>>;

/** One change of a coding. `index` counts the items of a list from 0, as they are before the change. */
export type CodingEdit =
  /** Inserts an item before the one at `index`; at the end if `index` is the length of the list. */
  | { readonly kind: 'insert'; readonly list: CodingList; readonly index: number; readonly item: CodingItem }
  | { readonly kind: 'remove'; readonly list: CodingList; readonly index: number }
  /** Moves an item so that it is at `to` afterwards. */
  | { readonly kind: 'move'; readonly list: CodingList; readonly index: number; readonly to: number }
  /** Sets a field of an item; without a value removes it. */
  | {
      readonly kind: 'set';
      readonly list: CodingList;
      readonly index: number;
      readonly field: string;
      readonly value?: string;
    };
