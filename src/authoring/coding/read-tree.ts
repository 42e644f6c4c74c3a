import { readShape } from '../../dataset/read-shape.js';
import type { Field, Rule, Shape } from '../../dataset/shape.js';
import { nearestName } from '../nearest-name.js';
import { problemAt, quoted, type FilePlace, type Findings } from '../problem.js';
import { OffsetPlace } from '../text/text-positions.js';
import type { Tree } from './yaml-tree.js';

/** Where a record stands, and its members, in the order of `names`. As offsets, where all of it stands in one text. */
interface RecordPlace {
  readonly at: FilePlace;
  readonly names: readonly string[];
  readonly members: readonly (number | FilePlace)[];
}

/** Where what was read stands in the editor's files, and which records are not whole. Kept small: a coding may have very many records. */
export class Places {
  readonly #records = new WeakMap<object, RecordPlace>();
  readonly #broken = new WeakSet<object>();
  /** Records of a list have mostly the same members. */
  #names: readonly string[] = [];

  remember(record: object, at: FilePlace, members: ReadonlyMap<string, FilePlace>): void {
    const names = [...members.keys()];
    if (names.length !== this.#names.length || names.some((name, index) => name !== this.#names[index]))
      this.#names = names;
    const inOneText = (place: FilePlace): number | FilePlace =>
      place instanceof OffsetPlace && at instanceof OffsetPlace && place.text === at.text ? place.offset : place;
    this.#records.set(record, { at, names: this.#names, members: Array.from(members.values(), inOneText) });
  }

  markBroken(record: object): void {
    this.#broken.add(record);
  }

  /** Whether every member has the right form and none is missing. */
  isWhole<T extends object>(record: Partial<T>): record is T {
    return !this.#broken.has(record);
  }

  /** The place of a member, else of its record. */
  of(record: object, member?: string): FilePlace {
    const known = this.#records.get(record);
    if (!known) throw new Error('the record was not read from a file');
    const { at, names, members } = known;
    const place = (member === undefined ? undefined : members[names.indexOf(member)]) ?? at;
    return typeof place !== 'number' ? place : at instanceof OffsetPlace ? at.text.at(place) : at;
  }
}

type Whole = Exclude<Tree, { is: 'faulty' }>;

/** What an entry of a list is called in a sentence. */
const singular: Readonly<Record<string, string>> = {
  sources: 'source',
  articles: 'article',
  groups: 'group',
  speakers: 'speaker',
  claims: 'claim',
  statements: 'statement',
  corrections: 'correction',
};

/**
 * Reads a tree as the shape asks and reports what does not fit, each at its own place. Values that do not fit are left out, so the
 * result is of type `T` only where `places` says that its records are whole. Members that the shape does not know are
 * problems: in a hand-written file they are slips. A member without a value counts as left out.
 */
export function readTree<T>(
  shape: Shape<T>,
  tree: Tree,
  kind: string,
  places: Places,
  { problems }: Findings,
): Partial<T> | undefined {
  return read(shape.rule, tree, kind) as Partial<T> | undefined;

  function read(rule: Rule, tree: Tree, name: string): unknown {
    if (tree.is === 'faulty') return undefined;
    switch (rule.is) {
      case 'record':
        return readRecord(rule.members, tree, name);
      case 'list':
        return readList(rule.of.rule, tree, name);
      default:
        return readText(rule, tree, name);
    }
  }

  function readText(rule: Rule, tree: Whole, name: string): string | undefined {
    if (tree.is !== 'text') {
      const is = tree.is === 'list' ? 'a list' : 'an entry with names of its own';
      problems.push(problemAt(tree.at, `“${name}” should be text, but is ${is}.`, 'Put the text in quotation marks.'));
      return undefined;
    }
    const text = tree.text.trim();
    const before = problems.length;
    readShape({ rule }, text, (_, message) =>
      problems.push(problemAt(tree.at, `“${name}” ${message}`, mendFor(rule, text))),
    );
    return problems.length === before ? text : undefined;
  }

  function readList(of: Rule, tree: Whole, name: string): unknown[] | undefined {
    if (tree.is === 'text' && of.is === 'text') return [readText(of, tree, name)].filter((text) => text !== undefined);
    if (tree.is !== 'list') {
      problems.push(
        problemAt(
          tree.at,
          `“${name}” should be a list.`,
          'Begin each entry on a line of its own with a hyphen and a space.',
        ),
      );
      return undefined;
    }
    const items: unknown[] = [];
    for (const item of tree.items) {
      const content = read(of, item, singular[name] ?? name);
      if (content !== undefined) items.push(content);
    }
    return items;
  }

  function readRecord(members: readonly Field[], tree: Tree, kind: string): object | undefined {
    const names = members.map(({ name }) => name);
    if (tree.is !== 'record') {
      problems.push(
        problemAt(
          tree.at,
          `This ${kind} should have named members (${names.slice(0, 3).join(', ')}, …).`,
          'Write each on a line of its own as name: value.',
        ),
      );
      return undefined;
    }
    const before = problems.length;
    const record: Record<string, unknown> = {};
    const at = new Map<string, FilePlace>();
    const given = new Map(tree.members.map((member) => [member.name, member]));
    // In the order of the shape, which is that of the dataset.
    for (const { name, rule, required } of members) {
      const member = given.get(name);
      const value =
        member && !(member.value.is === 'text' && member.value.text.trim() === '') ? member.value : undefined;
      if (member) at.set(name, value?.at ?? member.at);
      const content = value && read(rule, value, name);
      if (content !== undefined) record[name] = content;
      else if (!value && required)
        problems.push(missingMember(name, kind, member?.at ?? tree.at, member !== undefined));
    }
    for (const { name, at: place } of tree.members)
      if (!names.includes(name)) problems.push(unknownMember(name, kind, place, names));
    places.remember(record, tree.at, at);
    const faulty = tree.members.some(({ value }) => value.is === 'faulty');
    if (faulty || problems.length > before) places.markBroken(record);
    return record;
  }
}

function missingMember(name: string, kind: string, place: FilePlace, named: boolean) {
  const mend = `Write “${name}: …”.`;
  return problemAt(place, named ? `“${name}” has no value.` : `“${name}” is missing from this ${kind}.`, mend);
}

function unknownMember(name: string, kind: string, place: FilePlace, known: readonly string[]) {
  const meant = nearestName(name, known);
  const mend = meant ? `Did you mean “${meant}”?` : `A ${kind} may have: ${known.join(', ')}.`;
  return problemAt(place, `A ${kind} has no member ${quoted(name, 40)}.`, mend);
}

function mendFor(rule: Rule, text: string): string {
  if (rule.is === 'choice') {
    const meant = nearestName(text, rule.of);
    return meant ? `Did you mean “${meant}”?` : `Write one of ${rule.of.join(', ')}.`;
  }
  if (rule.is !== 'text' || !rule.form) return 'Write it as text.';
  if (rule.form.format === 'date') return 'Write year-month-day, such as 2021-01-12, with a day that the calendar has.';
  if (rule.form.format === 'uri')
    return 'Copy the address from the browser, without a name or password in it; if there is none, leave the line out.';
  return `Write ${rule.form.expected}.`;
}
