import type { Report, Rule, Shape, TextForm } from './shape.js';

/** What is wrong, and where: `statements[3].speaker`, or an empty path for the whole. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** The global of browsers and Node alike; the pure layers compile without the libraries of either. */
declare const URL: new (address: string) => { readonly protocol: string; readonly username: string };

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
export function readShape(shape: Shape<unknown>, value: unknown, report: Report): unknown {
  const lists = new Map<string, Listed>();
  const copies = new Map<object, unknown>();
  return read(shape.rule, value, '');

  /** Without a rule: what the shape does not know. */
  function read(rule: Rule | undefined, value: unknown, path: string, depth = 0): unknown {
    try {
      switch (rule?.is) {
        case 'text':
          return readText(rule, value, path);
        case 'choice':
          return rule.of.includes(value as string) ? value : unlike(path, `one of ${rule.of.join(', ')}`, value);
        case 'count':
          return Number.isSafeInteger(value) && (value as number) >= 0 && (rule.only ?? value) === value
            ? value
            : unlike(path, rule.only ?? 'a whole number, 0 or more', value);
        case 'list':
          return readList(rule, value, path);
        case 'map':
          return readMap(rule, value, path);
        case 'record':
          return readRecord(rule, value, path);
        default:
          return keep(value, path, depth);
      }
    } catch {
      return report(path, 'cannot be read: reading it fails.');
    }
  }

  function unlike(path: string, expected: string | number, value: unknown): void {
    report(path, `should be ${expected}, but is ${shown(value)}.`);
  }

  function readText({ form, to = '' }: Rule & { is: 'text' }, value: unknown, path: string): unknown {
    const among = lists.get(to);
    const place = among?.places.get(value);
    if (place !== undefined) return among!.items[place];
    if (typeof value !== 'string') return unlike(path, 'text', value);
    if (/[\ud800-\udfff]/u.test(value))
      return report(path, 'holds half of a character: the text was cut in the wrong place.');
    if (form && !isFormed(value, form)) return unlike(path, form.expected, value);
    return among ? report(path, `There is no ${to.slice(0, -1)} with the id ${shown(value)}.`) : value;
  }

  function readList({ of: { rule }, two }: Rule & { is: 'list' }, value: unknown, path: string): unknown {
    if (!Array.isArray(value)) return unlike(path, 'a list', value);
    const { length } = value;
    if (two && (length < 2 || (length > 2 && two === 'exactly')))
      return report(path, `should hold ${two} two, but holds ${length}.`);
    const items: unknown[] = [];
    const places = new Map<unknown, number>();
    for (let index = 0; index < length; index++) {
      const here = `${path}[${index}]`;
      // One hole is enough: a list may be nothing else, billions long.
      if (!Object.hasOwn(value, index)) return report(here, 'is missing.');
      const given: unknown = value[index];
      const item = read(rule, given, here);
      items.push(item);
      const isReference = rule.is === 'text';
      const id = isReference
        ? rule.to && given
        : rule.is === 'record' && rule.members.id && (item as Identified | undefined)?.id;
      if (!id) continue;
      const first = places.get(id);
      if (first === undefined) places.set(id, index);
      else report(isReference ? here : `${here}.id`, `${shown(id)} stands at ${path}[${first}] already.`);
    }
    lists.set(path, { items, places });
    return Object.freeze(items);
  }

  function readMap({ of, to }: Rule & { is: 'map' }, value: unknown, path: string): unknown {
    if (!isRecord(value)) return unlike(path, 'an object', value);
    const among = lists.get(to);
    // Without a prototype: an id that is not there is undefined, whatever the page does.
    const copy = Object.create(null) as Record<string, unknown>;
    for (const [id, member] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      const here = `${path}.${id}`;
      if (!among || among.places.has(id)) copy[id] = read(of.rule, member, here);
      else report(here, `There is no ${to.slice(0, -1)} with the id ${shown(id)}.`);
    }
    return Object.freeze(copy);
  }

  function readRecord({ members, blank, check }: Rule & { is: 'record' }, value: unknown, path: string): unknown {
    if (!isRecord(value)) return unlike(path, 'an object', value);
    // Absent members are there too: on a page that extends Object.prototype nothing may be inherited in their place.
    const copy: Record<string, unknown> = { ...blank, ...value };
    for (const name of Object.keys(copy)) {
      const member = members[name];
      const here = path ? `${path}.${name}` : name;
      const given = copy[name] === undefined ? member?.otherwise : copy[name];
      if (given !== undefined) copy[name] = read(member?.shape.rule, given, here);
      else if (member?.required) report(here, 'is missing.');
    }
    check?.(copy as never, path, report);
    return Object.freeze(copy);
  }

  /** A frozen JSON copy; what JSON cannot hold is left out. */
  function keep(value: unknown, path: string, depth: number): unknown {
    if (value === null || /string|number|boolean/.test(typeof value)) return value;
    if (typeof value !== 'object') return undefined;
    if (copies.has(value)) return copies.get(value) ?? report(path, 'contains itself.');
    if (depth > 100) return report(path, 'is nested too deeply.');
    copies.set(value, undefined);
    const entries = Object.entries(value).map(
      ([name, member]) => [name, read(undefined, member, `${path}.${name}`, depth + 1)] as const,
    );
    const copy = Object.freeze(Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries));
    copies.set(value, copy);
    return copy;
  }
}

interface Identified {
  readonly id?: unknown;
}

export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a text has this form. */
export function isFormed(value: string, { pattern, format }: TextForm): boolean {
  if (!pattern.test(value)) return false;
  try {
    if (format === 'date') return new Date(value).toISOString().startsWith(value);
    if (format !== 'uri') return true;
    const { protocol, username } = new URL(value);
    return /^https?:$/.test(protocol) && !username;
  } catch {
    return false;
  }
}

/** The value as an editor may recognise it, short and without control characters. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    const start = value.slice(0, 40).replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '\ufffd');
    return value ? `“${start}${value.length > 40 ? '…' : ''}”` : 'empty';
  }
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
