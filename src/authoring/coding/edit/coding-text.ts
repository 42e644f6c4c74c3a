import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextRange } from '../../text/text-positions.js';
import type { CodingItem, CodingList } from './coding-edit.js';
import { EditError } from './edit-error.js';
import type { Splice } from './splice.js';
import { fieldText } from './yaml-scalar.js';

type Item = YAMLMap<Scalar<string>, Node | null>;
type Field = Pair<Scalar<string>, Node | null>;

/** In this order fields are written, and lists within the coding. */
const fieldOrder: Readonly<Record<CodingList, readonly string[]>> = {
  sources: ['id', 'name', 'short', 'url'],
  articles: ['id', 'source', 'file', 'headline', 'published', 'url', 'archive', 'lang'],
  groups: ['id', 'name'],
  speakers: ['id', 'name', 'short', 'role', 'kind', 'plural', 'group'],
  claims: ['id', 'text', 'short', 'topic'],
  statements: [
    ...['id', 'article', 'speaker', 'claim', 'stance', 'voice', 'quote', 'before', 'after'],
    ...['translation', 'contested', 'note'],
  ],
};
const lists = [...Object.keys(fieldOrder), 'statements-from', 'corrections'];

/** The text of a coding with its syntax tree, whose ranges say where each value is written. Offsets are in UTF-16 units. */
export class CodingText {
  private readonly lineBreak: string;

  constructor(
    private readonly text: string,
    private readonly root: Node | null,
  ) {
    this.lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  }

  insert(list: CodingList, index: number, item: CodingItem): Splice {
    const field = this.fieldOfList(list);
    const seq = field && this.seqOf(field);
    if (!seq) return this.insertFirst(list, field, item);
    const { items } = seq;
    if (index > items.length) throw new EditError(`There is no item ${index} in “${list}”.`);
    if (seq.flow) {
      const text = this.inBraces(item);
      return index < items.length
        ? this.splice(items[index]!.range![0], '', `${text}, `)
        : this.splice(items.at(-1)!.range![1], '', `, ${text}`);
    }
    const neighbour = Math.max(0, index - 1);
    const { from, to } = this.linesOf(seq, neighbour);
    const text = this.itemText(item, this.columnOf(seq.range![0]), items[neighbour]!.flow === true);
    const blank = this.areSpaced(list, seq) ? this.lineBreak : '';
    return index === 0 ? this.splice(from, '', text + blank) : this.insertLines(to, blank + text);
  }

  remove(list: CodingList, index: number): Splice {
    const seq = this.existingSeq(list, index);
    if (seq.flow) return this.removeBetween(seq.items, index);
    const { from, to } = this.linesOf(seq, index);
    if (seq.items.length === 1) {
      const colon = this.colonOf(this.fieldOfList(list)!);
      return this.splice(colon, this.text.slice(colon, to), ` []${this.text.slice(colon, from)}`);
    }
    const isLast = index === seq.items.length - 1;
    return isLast
      ? this.removeRange({ from: this.withoutBlankLines(from), to })
      : this.removeRange({ from, to: this.overBlankLines(to) });
  }

  move(list: CodingList, index: number, to: number): Splice {
    const seq = this.existingSeq(list, Math.max(index, to));
    const [first, last] = [Math.min(index, to), Math.max(index, to)];
    const places = seq.items
      .slice(first, last + 1)
      .map((item, at) => (seq.flow ? rangeOf(item) : this.linesOf(seq, first + at)));
    const isCut = !seq.flow && !this.endsLine(places.at(-1)!.to);
    const items = places.map((place) => this.text.slice(place.from, place.to));
    if (isCut) items.push(items.pop()! + this.lineBreak);
    const gaps = places.slice(1).map((place, at) => this.text.slice(places[at]!.to, place.from));
    const [moved] = items.splice(index - first, 1);
    items.splice(to - first, 0, moved!);
    const joined = items.map((item, at) => item + (gaps[at] ?? '')).join('');
    const { from } = places[0]!;
    const inserted = isCut ? joined.slice(0, -this.lineBreak.length) : joined;
    return this.splice(from, this.text.slice(from, places.at(-1)!.to), inserted);
  }

  setField(list: CodingList, index: number, name: string, value: string): Splice {
    const item = this.item(list, index);
    const inBraces = item.flow === true;
    const text = fieldText(name, value, inBraces);
    const existing = item.items.find(({ key }) => key.value === name);
    if (existing) return this.replaceValue(existing, text.slice(name.length + 2));
    const order = fieldOrder[list];
    const before = item.items.findLast(({ key }) => order.indexOf(key.value) < order.indexOf(name));
    const [first] = item.items;
    if (!before) {
      const { from } = rangeOf(first!.key);
      return this.splice(from, '', text + (inBraces ? ', ' : this.lineBreak + ' '.repeat(this.columnOf(from))));
    }
    if (inBraces) return this.splice(endOf(before), '', `, ${text}`);
    const indent = ' '.repeat(this.columnOf(rangeOf(first!.key).from));
    return this.insertLines(this.afterLineOf(endOf(before)), `${indent}${text}${this.lineBreak}`);
  }

  removeField(list: CodingList, index: number, name: string): Splice {
    const item = this.item(list, index);
    const at = item.items.findIndex(({ key }) => key.value === name);
    const field = item.items[at];
    if (!field || item.items.length === 1) throw new EditError(`“${name}” cannot be removed from this item.`);
    if (item.flow) return this.removeBetween(item.items, at);
    const { from } = rangeOf(field.key);
    if (at > 0) return this.removeRange({ from: this.lineStart(from), to: this.afterLineOf(endOf(field)) });
    const next = rangeOf(item.items[1]!.key).from;
    if (this.text.slice(endOf(field), next).includes('#'))
      throw new EditError(`“${name}” has a comment. Remove it in the file itself.`);
    return this.removeRange({ from, to: next });
  }

  /** The list has no item yet: it is missing, empty, or `[]`. */
  private insertFirst(list: CodingList, field: Field | undefined, item: CodingItem): Splice {
    const text = this.itemText(item, 2, list !== 'statements' && this.inBraces(item).length < 110);
    if (field) {
      const colon = this.colonOf(field);
      const end = this.afterLineOf(Math.max(colon, endOf(field)));
      const rest = this.text.slice(isEmptyFlow(field) ? endOf(field) : colon, end);
      const line = /[\r\n]$/u.test(rest) ? rest : rest + this.lineBreak;
      return this.splice(colon, this.text.slice(colon, end), line + text);
    }
    const whole = `${list}:${this.lineBreak}${text}`;
    const later = lists.slice(lists.indexOf(list) + 1);
    const next = this.rootFields.find(({ key }) => later.includes(key.value));
    if (!next) return this.insertLines(this.text.length, this.lineBreak + whole);
    return this.splice(this.overCommentsBefore(rangeOf(next.key).from), '', whole + this.lineBreak);
  }

  private replaceValue({ key, value }: Field, text: string): Splice {
    if (value === null || !isScalar(value))
      throw new EditError(`“${key.value}” can only be edited in the file itself.`);
    const { from, to } = rangeOf(value);
    const old = this.text.slice(from, to);
    if (old === '') return this.splice(from, '', /\s$/u.test(this.text.slice(0, from)) ? text : ` ${text}`);
    // A block scalar ends with its last line.
    return this.splice(from, old, /[\r\n]$/u.test(old) ? text + this.lineBreak : text);
  }

  /** Removes one of several values between brackets or braces, with its comma. */
  private removeBetween(parts: readonly (Item | Field)[], index: number): Splice {
    const ranges = parts.map((part) =>
      'key' in part ? { from: rangeOf(part.key).from, to: endOf(part) } : rangeOf(part),
    );
    const { from, to } = ranges[index]!;
    if (index > 0) return this.removeRange({ from: ranges[index - 1]!.to, to });
    return this.removeRange({ from, to: ranges[1]?.from ?? to });
  }

  private get rootFields(): readonly Field[] {
    if (!isMap(this.root))
      throw new EditError('The coding has no fields. Write title, lang and sources in the file first.');
    return this.root.items as unknown as readonly Field[];
  }

  private fieldOfList(list: CodingList): Field | undefined {
    return this.rootFields.find(({ key }) => key.value === list);
  }

  /** Returns the list of a field; undefined if it is empty. */
  private seqOf({ key, value }: Field): YAMLSeq<Item> | undefined {
    if (isSeq<Item>(value)) return value.items.length > 0 ? value : undefined;
    if (value === null || (isScalar(value) && rangeOf(value).from === rangeOf(value).to)) return undefined;
    throw new EditError(`“${key.value}” is not a list. Correct it in the file first.`);
  }

  private existingSeq(list: CodingList, index: number): YAMLSeq<Item> {
    const field = this.fieldOfList(list);
    const seq = field && this.seqOf(field);
    if (!seq || index < 0 || index >= seq.items.length) throw new EditError(`There is no item ${index} in “${list}”.`);
    return seq;
  }

  private item(list: CodingList, index: number): Item {
    const item = this.existingSeq(list, index).items[index];
    if (!isMap(item) || item.items.length === 0)
      throw new EditError('This item can only be edited in the file itself.');
    return item;
  }

  /** Returns the lines of an item of a block list, from its hyphen, without blank lines and comments around them. */
  private linesOf(seq: YAMLSeq<Item>, index: number): TextRange {
    const node = seq.items[index]!;
    const column = this.columnOf(seq.range![0]);
    let from = this.lineStart(node.range![0]);
    while (from > 0 && this.text[from + column] !== '-') from = this.lineStart(from - 1);
    return { from, to: this.afterLineOf(node.range![1]) };
  }

  /** Whether blank lines separate the items, as they do statements unless written otherwise. */
  private areSpaced(list: CodingList, seq: YAMLSeq<Item>): boolean {
    if (seq.items.length < 2) return list === 'statements';
    const { to } = this.linesOf(seq, seq.items.length - 2);
    return this.overBlankLines(to) > to;
  }

  private inBraces(item: CodingItem): string {
    return `{ ${Object.entries(item)
      .map(([name, value]) => fieldText(name, value, true))
      .join(', ')} }`;
  }

  /** Returns the lines of a new item of a block list. */
  private itemText(item: CodingItem, column: number, isFlow: boolean): string {
    const lines = isFlow
      ? [this.inBraces(item)]
      : Object.entries(item).map(([name, value]) => fieldText(name, value, false));
    return lines.map((line, at) => `${' '.repeat(column)}${at === 0 ? '- ' : '  '}${line}${this.lineBreak}`).join('');
  }

  private colonOf({ key }: Field): number {
    return this.text.indexOf(':', rangeOf(key).to) + 1;
  }

  private columnOf(offset: number): number {
    return offset - this.lineStart(offset);
  }

  private lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  private endsLine(offset: number): boolean {
    return offset === 0 || this.text[offset - 1] === '\n';
  }

  /** Returns the start of the line after a value that ends here; a block scalar may end with blank lines. */
  private afterLineOf(end: number): number {
    const from = this.text.slice(0, end).trimEnd().length;
    const next = this.text.indexOf('\n', from);
    return next < 0 ? this.text.length : next + 1;
  }

  private overBlankLines(from: number): number {
    const [blank] = /^(?:[ \t]*\r?\n)*/u.exec(this.text.slice(from))!;
    return from + blank.length;
  }

  private withoutBlankLines(to: number): number {
    const [blank] = /(?:(?<=\n)[ \t]*\r?\n)*$/u.exec(this.text.slice(0, to))!;
    return to - blank.length;
  }

  private overCommentsBefore(offset: number): number {
    let from = this.lineStart(offset);
    while (from > 0 && this.text[this.lineStart(from - 1)] === '#') from = this.lineStart(from - 1);
    return from;
  }

  /** Inserts whole lines at the start of a line, or at the end of a text whose last line has no end. */
  private insertLines(at: number, lines: string): Splice {
    return this.endsLine(at)
      ? this.splice(at, '', lines)
      : this.splice(at, '', this.lineBreak + lines.slice(0, -this.lineBreak.length));
  }

  private removeRange({ from, to }: TextRange): Splice {
    return this.splice(from, this.text.slice(from, to), '');
  }

  private splice(at: number, removed: string, inserted: string): Splice {
    return { at, removed, inserted };
  }
}

function rangeOf(node: Node): TextRange {
  return { from: node.range![0], to: node.range![1] };
}

/** Returns where a field ends. */
function endOf({ key, value }: Field): number {
  return value ? rangeOf(value).to : rangeOf(key).to + 1;
}

function isEmptyFlow({ value }: Field): boolean {
  return isSeq(value) && value.items.length === 0;
}
