import type { Rule, Shape, TextForm } from './shape.js';

/** What is wrong, and where: `statements[3].speaker`, or an empty path for the whole. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

export type Report = (path: string, message: string) => void;

/** The global of browsers and Node alike; the pure layers compile without the libraries of either. */
declare const URL: new (address: string) => { readonly protocol: string; readonly username: string };

const holesBeforeGivingUp = 100;

/**
 * Copies outside data into plain objects of the given shape and reports whatever does not fit. Trusts nothing: each member is read
 * once, only where the object itself owns it, and a getter or proxy that throws is a problem like any other. Members the
 * shape does not know are kept as JSON. Linear in the size of the data; depth is bounded by the shape. The result is
 * meaningful only if nothing was reported; its objects are fresh and not yet frozen.
 */
export function readShape(shape: Shape<unknown>, value: unknown, report: Report): unknown {
  const copies = new Map<object, unknown>();
  return read(shape.rule, value, '');

  function read(rule: Rule, value: unknown, path: string): unknown {
    try {
      switch (rule.is) {
        case 'text':
          return readText(rule.form, value, path);
        case 'choice':
          if (typeof value === 'string' && rule.of.includes(value)) return value;
          return report(path, `should be one of ${rule.of.join(', ')}, but is ${shown(value)}.`);
        case 'constant':
          return value === rule.value ? value : report(path, `should be ${rule.value}, but is ${shown(value)}.`);
        case 'count':
          if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
          return report(path, `should be a whole number, 0 or more, but is ${shown(value)}.`);
        case 'pair':
        case 'list':
          return readList(rule, value, path);
        case 'record':
          return readRecord(rule, value, path);
      }
    } catch {
      return report(path, 'cannot be read: reading it fails.');
    }
  }

  function readText(form: TextForm | undefined, value: unknown, path: string): string | void {
    if (typeof value !== 'string') return report(path, `should be text, but is ${shown(value)}.`);
    if (/\p{Surrogate}/u.test(value))
      return report(path, 'holds half of a character: the text was cut in the wrong place.');
    if (form && !isFormed(value, form)) return report(path, `should be ${form.expected}, but is ${shown(value)}.`);
    return value;
  }

  function readList(rule: Rule & { is: 'list' | 'pair' }, value: unknown, path: string): unknown[] | void {
    if (!Array.isArray(value)) return report(path, `should be a list, but is ${shown(value)}.`);
    const length = value.length;
    if (rule.is === 'pair' && length !== 2) return report(path, `should hold exactly two, but holds ${length}.`);
    const items: unknown[] = [];
    for (let index = 0, holes = 0; index < length; index++) {
      const here = `${path}[${index}]`;
      if (Object.hasOwn(value, index)) items.push(read(rule.of.rule, value[index], here));
      else {
        report(here, 'is missing.');
        if (++holes === holesBeforeGivingUp) break;
      }
    }
    return items;
  }

  function readRecord(
    { members, blank, required }: Rule & { is: 'record' },
    value: unknown,
    path: string,
  ): object | void {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return report(path, `should be an object, but is ${shown(value)}.`);
    // Absent members are there too: on a page that extends Object.prototype nothing may be inherited in their place.
    const copy: Record<string, unknown> = { ...blank };
    const inside = path && `${path}.`;
    for (const name of Object.keys(value)) {
      const member = (value as Record<string, unknown>)[name];
      if (!Object.hasOwn(blank, name)) keep(copy, name, member, inside + name, 0);
      else if (member !== undefined) copy[name] = read(members[name]!.shape.rule, member, inside + name);
    }
    for (const name of required) if (copy[name] === undefined) report(inside + name, 'is missing.');
    return copy;
  }

  /** Sets a frozen JSON copy of an unknown member; what JSON cannot hold is left out. */
  function keep(into: object, name: string, value: unknown, path: string, depth: number): void {
    const kept = typeof value === 'object' && value !== null ? keepObject(value, path, depth) : value;
    if (kept === undefined || typeof kept === 'function' || typeof kept === 'symbol' || typeof kept === 'bigint')
      return;
    // Not by assignment: a member called __proto__ must stay a member.
    Object.defineProperty(into, name, { value: kept, enumerable: true, configurable: true, writable: true });
  }

  function keepObject(value: object, path: string, depth: number): unknown {
    if (copies.has(value)) {
      const copy = copies.get(value);
      if (copy === undefined) report(path, 'contains itself.');
      return copy;
    }
    if (depth > 100) return report(path, 'is nested too deeply.');
    copies.set(value, undefined);
    try {
      const copy: object = Array.isArray(value) ? [] : {};
      for (const name of Object.keys(value)) {
        keep(copy, name, (value as Record<string, unknown>)[name], `${path}.${name}`, depth + 1);
      }
      copies.set(value, Object.freeze(copy));
      return copy;
    } catch {
      return report(path, 'cannot be read: reading it fails.');
    }
  }
}

function isFormed(value: string, form: TextForm): boolean {
  if (!form.pattern.test(value)) return false;
  return form.format === 'date' ? isDate(value) : form.format === 'uri' ? isLink(value) : true;
}

function isDate(value: string): boolean {
  const [year, month, day] = value.split('-').map(Number) as [number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isLink(value: string): boolean {
  try {
    const { protocol, username } = new URL(value);
    return (protocol === 'https:' || protocol === 'http:') && !username;
  } catch {
    return false;
  }
}

/** The value as an editor may recognise it, short and without control characters. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    const [start, rest] = [
      value.slice(0, 40).replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '\ufffd'),
      value.length > 40 ? '…' : '',
    ];
    return value ? `“${start}${rest}”` : 'empty';
  }
  if (value === null) return 'null';
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : `a ${typeof value}`.replace('a o', 'an o');
}
