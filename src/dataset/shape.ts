/**
 * A small language for the shape of JSON, as plain data: the reader interprets it (`read-shape.ts`) and the JSON Schema
 * is written from it (`json-schema.ts`), so the two cannot drift apart. The type parameter ties each shape to
 * the TypeScript type it describes: a member forgotten or misspelt does not compile.
 */

/** The written form a text must have: a pattern (with the flag `u`) and the words that tell an editor what was expected. */
export interface TextForm {
  readonly pattern: RegExp;
  readonly expected: string;
  /** A JSON Schema format, and a check that the pattern cannot express. */
  readonly format?: 'date' | 'uri';
}

export type Rule =
  | { readonly is: 'text'; readonly form?: TextForm }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'constant'; readonly value: number }
  /** A whole number, 0 or more. */
  | { readonly is: 'count' }
  | { readonly is: 'list'; readonly of: Shape<unknown> }
  /** Exactly two. */
  | { readonly is: 'pair'; readonly of: Shape<unknown> }
  | {
      readonly is: 'record';
      readonly members: Readonly<Record<string, Member>>;
      /** Every member, undefined: what a copy begins as. */
      readonly blank: Readonly<Record<string, undefined>>;
      /** The names of the required members. */
      readonly required: readonly string[];
    };

/** `holds` is never set; it carries the type. */
export interface Shape<T> {
  readonly rule: Rule;
  readonly holds?: T;
}

export interface Member {
  readonly shape: Shape<unknown>;
  readonly required: boolean;
}

/** Every member of T exactly once, marked required where T requires it. */
type MembersOf<T> = {
  readonly [K in keyof T]-?: {
    readonly shape: Shape<T[K]>;
    readonly required: object extends Pick<T, K> ? false : true;
  };
};

export const required = <T>(shape: Shape<T>) => ({ shape, required: true }) as const;
export const optional = <T>(shape: Shape<T>) => ({ shape, required: false }) as const;

/** Text that says something: at least one character that is not white space. */
export const text: Shape<string> = { rule: { is: 'text', form: { pattern: /\S/u, expected: 'some text' } } };
/** Any text, also an empty one. */
export const anyText: Shape<string> = { rule: { is: 'text' } };
export const formed = (form: TextForm): Shape<string> => ({ rule: { is: 'text', form } });
export const count: Shape<number> = { rule: { is: 'count' } };
export const constant = <T extends number>(value: T): Shape<T> => ({ rule: { is: 'constant', value } });
export const choice = <T extends string>(...of: readonly T[]): Shape<T> => ({ rule: { is: 'choice', of } });
export const list = <T>(of: Shape<T>): Shape<readonly T[]> => ({ rule: { is: 'list', of } });
export const pair = <T>(of: Shape<T>): Shape<readonly [T, T]> => ({ rule: { is: 'pair', of } });
export const record = <T>(members: MembersOf<T>): Shape<T> => {
  const entries = Object.entries<Member>(members);
  const blank = Object.fromEntries(entries.map(([name]) => [name, undefined]));
  const required = entries.filter(([, member]) => member.required).map(([name]) => name);
  return { rule: { is: 'record', members, blank, required } };
};
