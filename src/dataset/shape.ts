/**
 * A small language for the shape of JSON, as plain data: the reader interprets it (`read-shape.ts`) and the JSON Schema
 * is written from it (`json-schema.ts`), so the two cannot drift apart. The type parameter ties each shape to
 * the TypeScript type it describes: a member forgotten or misspelt does not compile.
 */

/** The written form a text must have: a pattern, which means the same with the flag `u`, and the words that tell an editor what was expected. */
export interface TextFormat {
  readonly pattern: RegExp;
  readonly expected: string;
  /** A JSON Schema format, and a check that the pattern cannot express. */
  readonly format?: 'date' | 'uri';
}

/**
 * Checks a record that was read for what its members' shapes cannot say. What was reported of a member leaves it undefined. Reports
 * what is wrong and where inside the record, nowhere for the record itself.
 */
export type FieldCheck<T> = (
  object: Incomplete<T>,
  report: (message: string, ...within: readonly string[]) => void,
) => void;

/** What is left of a record where some of it may have been reported. */
export type Incomplete<T> = T extends string | number ? T : { readonly [K in keyof T]?: Incomplete<T[K]> | undefined };

export type Report = (path: string, message: string) => void;

export type Rule =
  /** `to`: the id of an entry of that list of the whole, which stands before what refers to it. */
  | { readonly is: 'text'; readonly form?: TextFormat; readonly to?: string }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** A whole number, 0 or more; or this one alone. */
  | { readonly is: 'count'; readonly only?: number }
  /** Records that have ids differ in them; a list of references names each thing once. `two` says how many it must hold. */
  | { readonly is: 'list'; readonly of: Shape<unknown>; readonly two?: 'exactly' | 'at least' }
  /** Members by the ids of that list of the whole. */
  | { readonly is: 'map'; readonly of: Shape<unknown>; readonly to: string }
  | {
      readonly is: 'record';
      /** In the order in which they are read. */
      readonly members: readonly Field[];
      /** Every member, undefined: what a copy begins as. */
      readonly blank: Readonly<Record<string, undefined>>;
      readonly check: FieldCheck<never> | undefined;
    };

/** `holds` is never set; it carries the type. */
export interface Shape<T> {
  readonly rule: Rule;
  readonly holds?: T | undefined;
}

export interface Field {
  readonly name: string;
  readonly rule: Rule;
  readonly required: boolean;
  /** What is read in place of an absent member. */
  readonly otherwise?: unknown;
}

/** Every member of T exactly once, marked required where T requires it. */
type MembersOf<T> = {
  readonly [K in keyof T]-?: Shape<T[K]> & { readonly required: object extends Pick<T, K> ? false : true };
};

export const required = <T>(shape: Shape<T>) => ({ ...shape, required: true }) as const;
export const optional = <T>(shape: Shape<T>, otherwise?: unknown) =>
  ({ ...shape, required: false, otherwise }) as const;

/** Text that says something: at least one character that is not white space. */
export const text: Shape<string> = { rule: { is: 'text', form: { pattern: /\S/, expected: 'some text' } } };
/** Any text, also an empty one. */
export const anyText: Shape<string> = { rule: { is: 'text' } };
export const textInFormat = (form: TextFormat): Shape<string> => ({ rule: { is: 'text', form } });
export const count: Shape<number> = { rule: { is: 'count' } };
export const constant = <T extends number>(only: T): Shape<T> => ({ rule: { is: 'count', only } });
export const choice = <T extends string>(...of: readonly T[]): Shape<T> => ({ rule: { is: 'choice', of } });
export const list = <T>(of: Shape<T>): Shape<readonly T[]> => ({ rule: { is: 'list', of } });
export const atLeastTwo = <T>(of: Shape<T>): Shape<readonly T[]> => ({ rule: { is: 'list', of, two: 'at least' } });
export const pair = <T>(of: Shape<T>): Shape<readonly [T, T]> => ({ rule: { is: 'list', of, two: 'exactly' } });
export const record = <T>(members: MembersOf<T>, check?: FieldCheck<T>): Shape<T> => ({
  rule: {
    is: 'record',
    members: Object.entries<Omit<Field, 'name'>>(members).map(([name, member]) => ({ name, ...member })),
    blank: Object.fromEntries(Object.keys(members).map((name) => [name, undefined])),
    check,
  },
});
