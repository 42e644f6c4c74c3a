import { readShape } from '../../dataset/read-shape.js';
import type { Field, Rule, Shape } from '../../dataset/shape.js';
import { nearestName } from '../nearest-name.js';
import { inQuotes, problemAt, withArticle, type FileLocation, type Findings } from '../problem.js';
import type { Locations } from './locations.js';
import type { Tree, TreeField } from './yaml-tree.js';

type ValidTree = Exclude<Tree, { kind: 'invalid' }>;

/** What an item of a list is called in a message. */
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
 * Reads a tree of the given shape and reports everything that does not fit, each problem at its own location. Leaves out invalid values, so the
 * result is only of type `T` if `locations` says that its objects are complete. Fields that the shape does not know are problems, because in a
 * hand-written file they are typing errors. A field without a value counts as missing.
 */
export function readTree<T>(
  shape: Shape<T>,
  tree: Tree,
  noun: string,
  locations: Locations,
  { problems }: Findings,
): Partial<T> | undefined {
  return read(shape.rule, tree, noun) as Partial<T> | undefined;

  function read(rule: Rule, tree: Tree, name: string): unknown {
    if (tree.kind === 'invalid') return undefined;
    switch (rule.kind) {
      case 'object':
        return readObject(rule.fields, tree, name);
      case 'list':
        return readList(rule.items.rule, tree, name);
      default:
        return readText(rule, tree, name);
    }
  }

  function readText(rule: Rule, tree: ValidTree, name: string): string | boolean | undefined {
    if (tree.kind !== 'text') {
      const found = tree.kind === 'list' ? 'a list' : 'an object with fields';
      problems.push(
        problemAt(tree.location, `“${name}” should be text, but is ${found}.`, 'Put the text in quotation marks.'),
      );
      return undefined;
    }
    const text = tree.text.trim();
    const option = rule.kind === 'choice' ? rule.options.find((each) => String(each) === text) : undefined;
    const value = option ?? text;
    const problemsBefore = problems.length;
    readShape({ rule }, value, (_, message) =>
      problems.push(problemAt(tree.location, `“${name}” ${message}`, hintFor(rule, text))),
    );
    return problems.length === problemsBefore ? value : undefined;
  }

  function readList(of: Rule, tree: ValidTree, name: string): unknown[] | undefined {
    if (tree.kind === 'text' && of.kind === 'text')
      return [readText(of, tree, name)].filter((text) => text !== undefined);
    if (tree.kind !== 'list') {
      problems.push(
        problemAt(
          tree.location,
          `“${name}” should be a list.`,
          'Start each item on its own line with a hyphen and a space.',
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

  function readObject(fields: readonly Field[], tree: ValidTree, noun: string): object | undefined {
    const names = fields.map(({ name }) => name);
    if (tree.kind !== 'object') {
      problems.push(
        problemAt(
          tree.location,
          `This ${noun} should have fields (${names.slice(0, 3).join(', ')}, …).`,
          'Write each field on its own line as name: value.',
        ),
      );
      return undefined;
    }
    const problemsBefore = problems.length;
    const object: Record<string, unknown> = {};
    const fieldLocations = new Map<string, FileLocation>();
    const given = new Map(tree.fields.map((field) => [field.name, field]));
    // In the order of the shape, which is that of the dataset.
    for (const { name, rule, required } of fields) {
      const field = given.get(name);
      const value = field && !(field.value.kind === 'text' && field.value.text.trim() === '') ? field.value : undefined;
      if (field) fieldLocations.set(name, value?.location ?? field.location);
      const content = value && read(rule, value, name);
      if (content !== undefined) object[name] = content;
      else if (!value && required)
        problems.push(missingField(name, noun, field?.location ?? tree.location, field !== undefined));
    }
    for (const field of tree.fields) {
      if (field.isBare && field.previous !== undefined) problems.push(cutValue(field, field.previous));
      else if (!names.includes(field.name)) problems.push(unknownField(field, noun, names));
    }
    locations.set(object, tree.location, fieldLocations);
    const hasInvalidValue = tree.fields.some(({ value }) => value.kind === 'invalid');
    if (hasInvalidValue || problems.length > problemsBefore) locations.markIncomplete(object);
    return object;
  }
}

function missingField(name: string, noun: string, location: FileLocation, isNamed: boolean) {
  const message = isNamed ? `“${name}” has no value.` : `“${name}” is missing from this ${noun}.`;
  return problemAt(location, message, `Write “${name}: …”.`);
}

function unknownField({ name, location, previous }: TreeField, noun: string, known: readonly string[]) {
  const meant = nearestName(name, known);
  const hint =
    previous !== undefined && /\s/u.test(name)
      ? `If a comma ended “${previous}” by mistake, put that value in quotation marks.`
      : meant
        ? `Did you mean “${meant}”?`
        : `Fields of ${withArticle(noun)}: ${known.join(', ')}.`;
  return problemAt(location, `Unknown field ${inQuotes(name, 40)} in this ${noun}.`, hint);
}

/** Explains what is left of `{ name: Ministry of Health, public health office }`. */
function cutValue({ name, location }: TreeField, previous: string) {
  return problemAt(
    location,
    `The comma ends the value of “${previous}”: ${inQuotes(name, 40)} is not part of it.`,
    `Put the whole value in quotation marks: ${previous}: "…, ${name}".`,
  );
}

function hintFor(rule: Rule, text: string): string {
  if (rule.kind === 'choice') {
    const meant = nearestName(text, rule.options.map(String));
    return meant ? `Did you mean “${meant}”?` : `Use one of ${rule.options.join(', ')}.`;
  }
  if (rule.kind !== 'text' || !rule.format) return 'Write it as text.';
  if (rule.format.schemaFormat === 'date') return 'Use year-month-day and a day of the calendar, such as 2021-01-12.';
  if (rule.format.schemaFormat === 'uri')
    return 'Copy the address from the browser, without a user name or password. If there is none, remove the line.';
  return `Write ${rule.format.expected}.`;
}
