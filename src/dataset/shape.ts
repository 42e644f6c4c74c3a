/**
 * A small vocabulary that describes the shape of JSON as plain data. The reader interprets it (`read-shape.ts`) and the build writes the
 * JSON Schema from it, so the two cannot differ. The type parameter ties each shape to the TypeScript type that it describes: a field
 * that is missing or misspelt does not compile.
 */

/** A form that a text must have. */
export interface TextFormat {
  /** Means the same with the flag `u`, as JSON Schema reads it. */
  readonly pattern: RegExp;
  /** Completes the message “should be …”. */
  readonly expected: string;
  /** A format of JSON Schema; the reader checks what the pattern cannot express. */
  readonly schemaFormat?: 'date' | 'uri';
}

/**
 * Checks an object that was read for what the shapes of its fields cannot express. A field with a reported problem is undefined. `report`
 * takes the message and the path within the object; without a path the message is about the object itself.
 */
export type FieldCheck<T> = (
  object: Incomplete<T>,
  report: (message: string, ...path: readonly string[]) => void,
) => void;

/** An object of which any part may be undefined because a problem was reported. */
export type Incomplete<T> = T extends string | number | boolean
  ? T
  : { readonly [K in keyof T]?: Incomplete<T[K]> | undefined };

export type Report = (path: string, message: string) => void;

export type Rule =
  /** `refersTo`: a top-level list with ids, which is read before whatever refers to it; the text is an id in it. */
  | {
      readonly kind: 'text';
      readonly format: TextFormat | undefined;
      readonly refersTo: string | undefined;
    }
  | { readonly kind: 'choice'; readonly options: readonly (string | boolean)[] }
  /** An integer, 0 or more; with `only`, just that number. */
  | { readonly kind: 'count'; readonly only: number | undefined }
  /** The ids of its objects are unique; a list of references has no duplicates. */
  | { readonly kind: 'list'; readonly items: Shape<unknown>; readonly size: 'exactly two' | 'at least two' | undefined }
  /** An object whose keys are ids in the top-level list `keys`. */
  | { readonly kind: 'map'; readonly keys: string; readonly values: Shape<unknown> }
  | {
      readonly kind: 'object';
      /** In the order in which they are read. */
      readonly fields: readonly Field[];
      /** Every field, undefined: what a copy starts from. */
      readonly blank: Readonly<Record<string, undefined>>;
      readonly check: FieldCheck<never> | undefined;
    };

export interface Shape<T> {
  readonly rule: Rule;
  /** Never set; makes the compiler compare the type parameter. */
  readonly type?: T | undefined;
}

export interface Field {
  readonly name: string;
  readonly rule: Rule;
  readonly required: boolean;
  /** Read in place of an absent field. */
  readonly fallback?: unknown;
}

/** A shape for every field of T, marked as required where T requires it. */
type FieldsOf<T> = {
  readonly [K in keyof T]-?: Shape<T[K]> & { readonly required: object extends Pick<T, K> ? false : true };
};

export const required = <T>(shape: Shape<T>) => ({ ...shape, required: true }) as const;
export const optional = <T>(shape: Shape<T>, fallback?: unknown) => ({ ...shape, required: false, fallback }) as const;

// Every property of a rule is set, also to undefined: on a page that extends Object.prototype none is inherited.

const textRule = (format?: TextFormat): Rule => ({ kind: 'text', format, refersTo: undefined });

/** Text with at least one character that is not white space. */
export const text: Shape<string> = { rule: textRule({ pattern: /\S/, expected: 'some text' }) };
/** Text that may be empty. */
export const anyText: Shape<string> = { rule: textRule() };
export const textInFormat = (format: TextFormat): Shape<string> => ({ rule: textRule(format) });
export const count: Shape<number> = { rule: { kind: 'count', only: undefined } };
export const constant = <T extends number>(only: T): Shape<T> => ({ rule: { kind: 'count', only } });
export const choice = <T extends string | boolean>(...options: readonly T[]): Shape<T> => ({
  rule: { kind: 'choice', options },
});
export const list = <T>(items: Shape<T>): Shape<readonly T[]> => ({
  rule: { kind: 'list', items, size: undefined },
});
export const atLeastTwo = <T>(items: Shape<T>): Shape<readonly T[]> => ({
  rule: { kind: 'list', items, size: 'at least two' },
});
export const pair = <T>(items: Shape<T>): Shape<readonly [T, T]> => ({
  rule: { kind: 'list', items, size: 'exactly two' },
});
export const object = <T>(fields: FieldsOf<T>, check?: FieldCheck<T>): Shape<T> => ({
  rule: {
    kind: 'object',
    fields: Object.entries<Omit<Field, 'name'>>(fields).map(([name, field]) => ({ name, ...field })),
    blank: Object.fromEntries(Object.keys(fields).map((name) => [name, undefined])),
    check,
  },
});
