import type { Report, Rule, Shape, TextFormat } from './shape.js';

/** What is wrong, and where: `statements[3].speaker`, or an empty path for the whole dataset. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** A global of browsers and Node alike; this folder compiles without the type libraries of either. */
declare const URL: new (address: string) => { readonly protocol: string; readonly username: string };

/** A lone surrogate: with the flag `u` the class does not match surrogate pairs. */
const loneSurrogate = /[\ud800-\udfff]/u;

const maxDepth = 100;

/** A list that was read, with the index of each id. */
interface ReadList {
  readonly items: readonly unknown[];
  readonly indices: ReadonlyMap<unknown, number>;
}

/**
 * Copies untrusted data into fresh, deep-frozen, plain objects of the given shape, with references resolved, and reports whatever does
 * not fit. The result is meaningful only if nothing was reported.
 *
 * Each property is read once and only where the object itself owns it; a getter or proxy that throws is reported like any other problem.
 * Properties that the shape does not know are kept as JSON. One pass, linear in the size of the data; the shape bounds the depth.
 */
export function readShape(shape: Shape<unknown>, value: unknown, onProblem: Report): unknown {
  const lists = new Map<string, ReadList>();
  const copies = new Map<object, unknown>();
  /** Property names and list indices from the root ('') to the value being read; made into text only when there is a problem. */
  const path: (string | number)[] = [];

  return read('', shape.rule, value);

  function pathTo(...within: readonly (string | number)[]): string {
    return [...path, ...within].reduce<string>(
      (text, step) => (typeof step === 'number' ? `${text}[${step}]` : [text, step].filter(Boolean).join('.')),
      '',
    );
  }

  function report(message: string, ...within: readonly (string | number)[]): void {
    onProblem(pathTo(...within), message);
  }

  function reportMismatch(expected: string | number, value: unknown): void {
    report(`should be ${expected}, but is ${describeValue(value)}.`);
  }

  /** Without a rule, the value belongs to a property that the shape does not know. */
  function read(step: string | number, rule: Rule | undefined, value: unknown, depth = 0): unknown {
    // First, because nearly all values are scalars and valid.
    const scalar = rule && readScalar(rule, value);
    if (scalar !== undefined) return scalar;
    const length = path.push(step);
    try {
      switch (rule?.kind) {
        case 'text':
          return reportText(rule, value);
        case 'choice':
          return reportMismatch(`one of ${rule.options.join(', ')}`, value);
        case 'count':
          return reportMismatch(rule.only ?? 'a whole number, 0 or more', value);
        case 'list':
          return readList(rule, value);
        case 'map':
          return readMap(rule, value);
        case 'object':
          return readObject(rule, value);
        default:
          return copyJson(value, depth);
      }
    } catch {
      path.length = length;
      return report('cannot be read: accessing it throws an error.');
    } finally {
      path.pop();
    }
  }

  /** Returns a valid text, choice or number, or the object that an id refers to; undefined for anything else. */
  function readScalar(rule: Rule, value: unknown): unknown {
    if (rule.kind === 'text') {
      const list = rule.refersTo && lists.get(rule.refersTo);
      if (list) {
        const index = list.indices.get(value);
        return index === undefined ? undefined : list.items[index];
      }
      const { format } = rule;
      return typeof value === 'string' && !loneSurrogate.test(value) && (!format || hasFormat(value, format))
        ? value
        : undefined;
    }
    if (rule.kind === 'choice') return rule.options.includes(value as string) ? value : undefined;
    return rule.kind === 'count' &&
      Number.isSafeInteger(value) &&
      (value as number) >= 0 &&
      (rule.only ?? value) === value
      ? value
      : undefined;
  }

  function reportText({ format, refersTo = '' }: Rule & { kind: 'text' }, value: unknown): void {
    if (typeof value !== 'string') reportMismatch('text', value);
    else if (loneSurrogate.test(value)) report('contains half of a character: the text was cut in the wrong place.');
    else if (format && !hasFormat(value, format)) reportMismatch(format.expected, value);
    else report(`There is no ${refersTo.slice(0, -1)} with the id ${describeValue(value)}.`);
  }

  function readList({ items: { rule }, size }: Rule & { kind: 'list' }, value: unknown): unknown {
    if (!Array.isArray(value)) return reportMismatch('a list', value);
    const { length } = value;
    if (size && (length < 2 || (length > 2 && size === 'exactly two')))
      return report(`should have ${size} entries, but has ${length}.`);
    const items: unknown[] = [];
    const indices = new Map<unknown, number>();
    const isReferences = rule.kind === 'text';
    const hasIds = isReferences
      ? rule.refersTo
      : rule.kind === 'object' && rule.fields.some(({ name }) => name === 'id');
    for (let index = 0; index < length; index++) {
      // Stops at the first hole: a sparse list may have billions.
      if (!Object.hasOwn(value, index)) return report('is missing.', index);
      const given: unknown = value[index];
      const item = read(index, rule, given);
      items.push(item);
      const id = hasIds && (isReferences ? given : (item as Identified | undefined)?.id);
      if (!id) continue;
      const first = indices.get(id);
      if (first === undefined) indices.set(id, index);
      else report(`${describeValue(id)} is already used at ${pathTo(first)}.`, index, isReferences ? '' : 'id');
    }
    // References lead to top-level lists only.
    if (path.length === 2) lists.set(String(path[1]), { items, indices });
    return Object.freeze(items);
  }

  function readMap({ keys, values }: Rule & { kind: 'map' }, value: unknown): unknown {
    if (!isObject(value)) return reportMismatch('an object', value);
    const list = lists.get(keys);
    // Without a prototype, so that an absent id is undefined even on a page that extends Object.prototype.
    const copy = Object.create(null) as Record<string, unknown>;
    for (const [id, entry] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      if (!list || list.indices.has(id)) copy[id] = read(id, values.rule, entry);
      else report(`There is no ${keys.slice(0, -1)} with the id ${describeValue(id)}.`, id);
    }
    return Object.freeze(copy);
  }

  function readObject({ fields, blank, check }: Rule & { kind: 'object' }, value: unknown): unknown {
    if (!isObject(value)) return reportMismatch('an object', value);
    // Absent fields are set to undefined, so that on a page that extends Object.prototype nothing is inherited in their place.
    const copy: Record<string, unknown> = { ...blank, ...value };
    // By index and scalars without a call of `read`: this loop is most of what a page spends on a story before rendering it.
    for (let index = 0; index < fields.length; index++) {
      const { name, rule, required, fallback } = fields[index]!;
      const given = copy[name] === undefined ? fallback : copy[name];
      if (given !== undefined) copy[name] = readScalar(rule, given) ?? read(name, rule, given);
      else if (required) report('is missing.', name);
    }
    const names = Object.keys(copy);
    if (names.length > fields.length)
      for (const name of names)
        if (!fields.some((field) => field.name === name)) copy[name] = read(name, undefined, copy[name]);
    check?.(copy as never, report);
    return Object.freeze(copy);
  }

  /** Returns a frozen copy without what JSON cannot represent. */
  function copyJson(value: unknown, depth: number): unknown {
    if (value === null || /string|number|boolean/.test(typeof value)) return value;
    if (typeof value !== 'object') return undefined;
    if (copies.has(value)) return copies.get(value) ?? report('contains itself.');
    if (depth > maxDepth) return report('is nested too deeply.');
    copies.set(value, undefined);
    const entries = Object.entries(value).map(
      ([name, entry]) => [name, read(name, undefined, entry, depth + 1)] as const,
    );
    const copy = Object.freeze(Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries));
    copies.set(value, copy);
    return copy;
  }
}

interface Identified {
  readonly id?: unknown;
}

/** Returns whether the value is an object and no list. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns whether a text has the given format. */
export function hasFormat(value: string, { pattern, schemaFormat }: TextFormat): boolean {
  if (!pattern.test(value)) return false;
  if (schemaFormat === 'date') return isDate(value);
  try {
    if (schemaFormat !== 'uri') return true;
    const { protocol, username } = new URL(value);
    return /^https?:$/.test(protocol) && !username;
  } catch {
    return false;
  }
}

/** Without `Date`, whose first use on a page takes a quarter as long as reading a small story. */
function isDate(value: string): boolean {
  const [year, month, day] = value.split('-').map(Number) as [number, number, number];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : 31 - (((month - 1) % 7) % 2);
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** Returns the value as an editor would recognise it, short and without control characters. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') {
    const start = value.slice(0, 40).replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '\ufffd');
    return value ? `“${start}${value.length > 40 ? '…' : ''}”` : 'empty';
  }
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
