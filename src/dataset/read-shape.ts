import type { Report, Rule, Shape, TextFormat } from './shape.js';

/** What is wrong, and where: `statements[3].speaker`, or an empty path for the whole. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** The global of browsers and Node alike; the pure layers compile without the libraries of either. */
declare const URL: new (address: string) => { readonly protocol: string; readonly username: string };

/** Of a pair of units that make one character, one alone. */
const half = /[\ud800-\udfff]/u;

/** A list that was read, and the place of each id in it. */
interface Listed {
  readonly items: readonly unknown[];
  readonly places: ReadonlyMap<unknown, number>;
}

/**
 * Copies outside data into plain objects of the given shape, puts the things themselves in place of their ids, and reports whatever
 * does not fit. Trusts nothing: each member is read once, only where the object itself owns it, and a getter or proxy
 * that throws is a problem like any other. Members the shape does not know are kept as JSON. One pass, linear in the size of the data;
 * depth is bounded by the shape. The result is fresh and deep-frozen, and meaningful only if nothing was reported.
 */
export function readShape(shape: Shape<unknown>, value: unknown, tell: Report): unknown {
  const lists = new Map<string, Listed>();
  const copies = new Map<object, unknown>();
  /** What is being read: the whole, and from there names of members and places in lists. Told in words only where something is wrong. */
  const way: (string | number)[] = [];

  return read('', shape.rule, value);

  function pathTo(...within: readonly (string | number)[]): string {
    return [...way, ...within].reduce<string>(
      (path, step) => (typeof step === 'number' ? `${path}[${step}]` : [path, step].filter(Boolean).join('.')),
      '',
    );
  }

  function report(message: string, ...within: readonly (string | number)[]): void {
    tell(pathTo(...within), message);
  }

  function unlike(expected: string | number, value: unknown): void {
    report(`should be ${expected}, but is ${describeValue(value)}.`);
  }

  /** Without a rule: what the shape does not know. */
  function read(step: string | number, rule: Rule | undefined, value: unknown, depth = 0): unknown {
    // Nearly all that there is to read, and nearly always as it should be.
    const leaf = rule && leafOf(rule, value);
    if (leaf !== undefined) return leaf;
    const here = way.push(step);
    try {
      switch (rule?.is) {
        case 'text':
          return blameText(rule, value);
        case 'choice':
          return unlike(`one of ${rule.of.join(', ')}`, value);
        case 'count':
          return unlike(rule.only ?? 'a whole number, 0 or more', value);
        case 'list':
          return readList(rule, value);
        case 'map':
          return readMap(rule, value);
        case 'record':
          return readRecord(rule, value);
        default:
          return keep(value, depth);
      }
    } catch {
      way.length = here;
      return report('cannot be read: reading it fails.');
    } finally {
      way.pop();
    }
  }

  /** A text, a choice, a number, or what an id stands for; undefined where it does not fit, and of lists and records. */
  function leafOf(rule: Rule, value: unknown): unknown {
    if (rule.is === 'text') {
      const among = rule.to && lists.get(rule.to);
      if (among) {
        const place = among.places.get(value);
        return place === undefined ? undefined : among.items[place];
      }
      const { form } = rule;
      return typeof value === 'string' && !half.test(value) && (!form || hasFormat(value, form)) ? value : undefined;
    }
    if (rule.is === 'choice') return rule.of.includes(value as string) ? value : undefined;
    return rule.is === 'count' &&
      Number.isSafeInteger(value) &&
      (value as number) >= 0 &&
      (rule.only ?? value) === value
      ? value
      : undefined;
  }

  function blameText({ form, to = '' }: Rule & { is: 'text' }, value: unknown): void {
    if (typeof value !== 'string') unlike('text', value);
    else if (half.test(value)) report('holds half of a character: the text was cut in the wrong place.');
    else if (form && !hasFormat(value, form)) unlike(form.expected, value);
    else report(`There is no ${to.slice(0, -1)} with the id ${describeValue(value)}.`);
  }

  function readList({ of: { rule }, two }: Rule & { is: 'list' }, value: unknown): unknown {
    if (!Array.isArray(value)) return unlike('a list', value);
    const { length } = value;
    if (two && (length < 2 || (length > 2 && two === 'exactly')))
      return report(`should hold ${two} two, but holds ${length}.`);
    const items: unknown[] = [];
    const places = new Map<unknown, number>();
    const isReferences = rule.is === 'text';
    const hasIds = isReferences ? rule.to : rule.is === 'record' && rule.members.some(({ name }) => name === 'id');
    for (let index = 0; index < length; index++) {
      // One hole is enough: a list may be nothing else, billions long.
      if (!Object.hasOwn(value, index)) return report('is missing.', index);
      const given: unknown = value[index];
      const item = read(index, rule, given);
      items.push(item);
      const id = hasIds && (isReferences ? given : (item as Identified | undefined)?.id);
      if (!id) continue;
      const first = places.get(id);
      if (first === undefined) places.set(id, index);
      else report(`${describeValue(id)} stands at ${pathTo(first)} already.`, index, isReferences ? '' : 'id');
    }
    // Only what stands at the top is referred to.
    if (way.length === 2) lists.set(String(way[1]), { items, places });
    return Object.freeze(items);
  }

  function readMap({ of, to }: Rule & { is: 'map' }, value: unknown): unknown {
    if (!isObject(value)) return unlike('an object', value);
    const among = lists.get(to);
    // Without a prototype: an id that is not there is undefined, whatever the page does.
    const copy = Object.create(null) as Record<string, unknown>;
    for (const [id, member] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      if (!among || among.places.has(id)) copy[id] = read(id, of.rule, member);
      else report(`There is no ${to.slice(0, -1)} with the id ${describeValue(id)}.`, id);
    }
    return Object.freeze(copy);
  }

  function readRecord({ members, blank, check }: Rule & { is: 'record' }, value: unknown): unknown {
    if (!isObject(value)) return unlike('an object', value);
    // Absent members are there too: on a page that extends Object.prototype nothing may be inherited in their place.
    const copy: Record<string, unknown> = { ...blank, ...value };
    // By places, and not through an iterator: this is most of what a page's thread does for a story before it is drawn.
    for (let at = 0; at < members.length; at++) {
      const { name, rule, required, otherwise } = members[at]!;
      const given = copy[name] === undefined ? otherwise : copy[name];
      if (given !== undefined) copy[name] = leafOf(rule, given) ?? read(name, rule, given);
      else if (required) report('is missing.', name);
    }
    const names = Object.keys(copy);
    if (names.length > members.length)
      for (const name of names)
        if (!members.some((member) => member.name === name)) copy[name] = read(name, undefined, copy[name]);
    check?.(copy as never, report);
    return Object.freeze(copy);
  }

  /** A frozen JSON copy; what JSON cannot hold is left out. */
  function keep(value: unknown, depth: number): unknown {
    if (value === null || /string|number|boolean/.test(typeof value)) return value;
    if (typeof value !== 'object') return undefined;
    if (copies.has(value)) return copies.get(value) ?? report('contains itself.');
    if (depth > 100) return report('is nested too deeply.');
    copies.set(value, undefined);
    const entries = Object.entries(value).map(
      ([name, member]) => [name, read(name, undefined, member, depth + 1)] as const,
    );
    const copy = Object.freeze(Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries));
    copies.set(value, copy);
    return copy;
  }
}

interface Identified {
  readonly id?: unknown;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a text has this form. */
export function hasFormat(value: string, { pattern, format }: TextFormat): boolean {
  if (!pattern.test(value)) return false;
  if (format === 'date') return isDate(value);
  try {
    if (format !== 'uri') return true;
    const { protocol, username } = new URL(value);
    return /^https?:$/.test(protocol) && !username;
  } catch {
    return false;
  }
}

/** Whether the calendar has that day. Reckoned, for the first `Date` of a page costs as much as a quarter of a small story. */
function isDate(value: string): boolean {
  const [year, month, day] = value.split('-').map(Number) as [number, number, number];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : 31 - (((month - 1) % 7) % 2);
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** The value as an editor may recognise it, short and without control characters. */
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
