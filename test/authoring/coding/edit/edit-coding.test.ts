import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import type { CodingEdit } from '../../../../src/authoring/coding/edit/coding-edit.js';
import { editCoding } from '../../../../src/authoring/coding/edit/edit-coding.js';
import { EditError } from '../../../../src/authoring/coding/edit/edit-error.js';
import { applySplice, reverseSplice } from '../../../../src/authoring/coding/edit/splice.js';

const seeds = readFileSync('seeds/coding.yaml', 'utf8');

const after = (text: string, edit: CodingEdit): string => applySplice(text, editCoding(text, edit));
const valuesOf = (text: string) => parse(text, { schema: 'failsafe' }) as Record<string, Record<string, unknown>[]>;

/** Returns the lines that only one of the texts has, in order, as a diff shows them. */
function changedLines(before: string, now: string): readonly string[] {
  const [old, lines] = [before.split('\n'), now.split('\n')];
  let start = 0;
  while (start < old.length && old[start] === lines[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, lines.length) - start && old.at(-1 - end) === lines.at(-1 - end)) end++;
  return [
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...lines.slice(start, lines.length - end).map((line) => `+${line}`),
  ];
}

const statement = {
  article: 'dw-1',
  speaker: 'pompeo',
  claim: 'home-base',
  stance: 'support',
  quote: 'it’s “Iran’s” base: #1',
};

describe('the diff of one edit of the seeds is that edit:', () => {
  const count = valuesOf(seeds)['statements']!.length;

  test('a new statement at the end', () => {
    expect(
      changedLines(seeds, after(seeds, { kind: 'insert', list: 'statements', index: count, item: statement })),
    ).toEqual([
      '+  - article: dw-1',
      '+    speaker: pompeo',
      '+    claim: home-base',
      '+    stance: support',
      "+    quote: 'it’s “Iran’s” base: #1'",
      '+',
    ]);
  });

  test('a new statement in the middle', () => {
    const lines = changedLines(seeds, after(seeds, { kind: 'insert', list: 'statements', index: 3, item: statement }));
    expect(lines).toHaveLength(6);
    expect(lines.filter((line) => line.startsWith('-'))).toEqual([]);
  });

  test('a removed statement, with its comment on the same line', () => {
    const lines = changedLines(seeds, after(seeds, { kind: 'remove', list: 'statements', index: 1 }));
    expect(lines.every((line) => line.startsWith('-'))).toBe(true);
    expect(lines.length).toBeLessThanOrEqual(8);
  });

  test('a new speaker, in braces as its neighbours are', () => {
    const item = { id: 'voss', name: 'Ada Voss, minister', kind: 'person' };
    expect(changedLines(seeds, after(seeds, { kind: 'insert', list: 'speakers', index: 1, item }))).toEqual([
      "+  - { id: voss, name: 'Ada Voss, minister', kind: person }",
    ]);
  });

  test('another name of a source in braces', () => {
    expect(
      changedLines(seeds, after(seeds, { kind: 'set', list: 'sources', index: 0, field: 'short', value: 'Welle' })),
    ).toEqual([
      "-  - { id: dw, name: Deutsche Welle, short: DW, url: 'https://www.dw.com' }",
      "+  - { id: dw, name: Deutsche Welle, short: Welle, url: 'https://www.dw.com' }",
    ]);
  });

  test('a field that is new, in its place', () => {
    expect(
      changedLines(
        seeds,
        after(seeds, { kind: 'set', list: 'articles', index: 0, field: 'url', value: 'https://example.org/a' }),
      ),
    ).toEqual(['+    url: https://example.org/a']);
  });

  test('a field that is gone', () => {
    const index = valuesOf(seeds)['statements']!.findIndex(({ note }) => note !== undefined);
    const lines = changedLines(seeds, after(seeds, { kind: 'set', list: 'statements', index, field: 'note' }));
    expect(lines).toEqual([expect.stringMatching(/^- {4}note: /u)]);
  });

  test('a claim further up', () => {
    const moved = after(seeds, { kind: 'move', list: 'claims', index: 4, to: 0 });
    const ids = (text: string) => valuesOf(text)['claims']!.map(({ id }) => id);
    const [first, second, third, fourth, fifth, ...others] = ids(seeds);
    expect(ids(moved)).toEqual([fifth, first, second, third, fourth, ...others]);
    expect(moved.split('\n').sort()).toEqual(seeds.split('\n').sort());
  });
});

describe('however the coding is written,', () => {
  const head = 'title: A\nlang: en\nsources: []\narticles: []\nspeakers: []\n';
  const add: CodingEdit = { kind: 'insert', list: 'claims', index: 0, item: { id: 'a', text: 'It is.' } };
  test.each([
    ['an empty list in brackets', `${head}claims: [] # none\nstatements:\n`],
    ['a list without a value', `${head}claims:\nstatements: []\n`],
    ['no list', `${head}# what is said\nstatements: []\n`],
    ['no line break at the end', `${head}claims:`],
    ['no list and no line break at the end', head.trimEnd()],
    ['Windows line ends', `${head}claims: []\nstatements: []\n`.replaceAll('\n', '\r\n')],
  ])('%s gets its first item', (_, text) => {
    const edited = after(text, add);
    expect(valuesOf(edited)['claims']).toEqual([{ id: 'a', text: 'It is.' }]);
    expect(edited.replaceAll('\r\n', '')).not.toContain('\r');
    if (text.includes('\r')) expect(edited.replaceAll('\r\n', '')).not.toContain('\n');
    for (const comment of text.match(/#.*/gu) ?? []) expect(edited).toContain(comment.trim());
  });

  test('the only item can be removed, and what remains is a list', () => {
    const text = `${head}claims: # two or three\n  # the first\n  - id: a\n    text: x\nstatements: []\n`;
    const edited = after(text, { kind: 'remove', list: 'claims', index: 0 });
    expect(edited).toBe(`${head}claims: [] # two or three\n  # the first\nstatements: []\n`);
  });

  test('a value over several lines is replaced by one line', () => {
    const text = `${head}claims:\n  - id: a\n    text: |\n      one\n      two\n    short: x\nstatements: []\n`;
    expect(after(text, { kind: 'set', list: 'claims', index: 0, field: 'text', value: 'It is.' })).toBe(
      `${head}claims:\n  - id: a\n    text: It is.\n    short: x\nstatements: []\n`,
    );
  });

  test('what cannot be edited safely is refused in a sentence', () => {
    const refused = (text: string, edit: CodingEdit) => {
      expect(() => editCoding(text, edit)).toThrow(EditError);
    };
    const anchored = `${head}claims:\n  - &c { id: a, text: x }\n  - *c\nstatements: []\n`;
    refused(anchored, { kind: 'set', list: 'claims', index: 0, field: 'text', value: 'y' });
    refused(anchored, { kind: 'set', list: 'claims', index: 1, field: 'text', value: 'y' });
    refused(anchored, { kind: 'remove', list: 'claims', index: 0 });
    refused(`${head}claims: {`, add);
    refused(`${head}claims: text\n`, add);
    refused('', add);
    refused(`${head}claims: []\n`, { kind: 'remove', list: 'claims', index: 0 });
    refused(seeds, { kind: 'set', list: 'claims', index: 999, field: 'text', value: 'y' });
    refused(seeds, { kind: 'set', list: 'claims', index: 0, field: 'nothing' });
  });
});

/** Codings of two lists in many ways of writing: blocks and braces, comments, blank lines, indentation, ends of lines. */
const word = fc.stringMatching(/^[a-z]{1,6}$/u);
const value = fc.oneof(
  word,
  fc.string({ minLength: 1, maxLength: 24, unit: 'grapheme' }).filter((text) => text.trim() === text),
  fc.constantFrom(
    'no',
    'null',
    '2021-01-12',
    "it's",
    '“so”, he said: “no”',
    '- a',
    '# b',
    '[x]',
    '{y}',
    'a: b',
    '*c',
    '&d',
    'two\nlines',
  ),
);
const isWritable = (text: string) => !/[\p{Cs}\ufffe\uffff]/u.test(text);
const item = fc
  .record(
    { id: word, text: value.filter(isWritable), short: value.filter(isWritable) },
    { requiredKeys: ['id', 'text'] },
  )
  .map((fields) => fields as Readonly<Record<string, string>>);

const layout = fc.record({
  isFlow: fc.boolean(),
  indent: fc.constantFrom('', '  ', '    '),
  gap: fc.constantFrom('', '\n', '# a comment\n', '\n  # another\n\n'),
  trailing: fc.constantFrom('', ' # at the end'),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  isCut: fc.boolean(),
});

interface Layout {
  readonly isFlow: boolean;
  readonly indent: string;
  readonly gap: string;
  readonly trailing: string;
  readonly lineBreak: string;
  readonly isCut: boolean;
}

function written(items: readonly Readonly<Record<string, string>>[], layout: Layout): string {
  const { isFlow, indent, gap, trailing, lineBreak, isCut } = layout;
  const scalar = (text: string) => JSON.stringify(text);
  const itemText = (each: Readonly<Record<string, string>>) => {
    const fields = Object.entries(each).map(([name, text]) => `${name}: ${scalar(text)}`);
    return isFlow
      ? `${indent}- { ${fields.join(', ')} }${trailing}\n`
      : `${indent}- ${fields.join(`${trailing}\n${indent}  `)}${trailing}\n`;
  };
  const list = items.length > 0 ? `claims:\n${items.map(itemText).join(gap)}` : 'claims: []\n';
  const text = `# A coding.\ntitle: x\n\n${list}`;
  return (isCut ? text.trimEnd() : `${text}\n# The end.\nlang: en\n`).replaceAll('\n', lineBreak);
}

const edits = fc
  .record({
    kind: fc.constantFrom('insert', 'remove', 'move', 'set', 'unset'),
    at: fc.nat(5),
    to: fc.nat(5),
    item,
    field: fc.constantFrom('id', 'text', 'short'),
  })
  .map(({ kind, at, to, item, field }) => (count: number): CodingEdit | undefined => {
    const list = 'claims';
    if (kind === 'insert') return { kind, list, index: at % (count + 1), item };
    if (count === 0) return undefined;
    const index = at % count;
    if (kind === 'remove') return { kind, list, index };
    if (kind === 'move') return { kind, list, index, to: to % count };
    if (kind === 'unset') return { kind: 'set', list, index, field: 'short' };
    return { kind: 'set', list, index, field, value: item['text']! };
  });

it('any edits of any coding keep every other value and every comment, and can be taken back byte for byte', () => {
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 5 }),
      layout,
      fc.array(edits, { minLength: 1, maxLength: 6 }),
      (items, layout, edits) => {
        let text = written(items, layout);
        const comments = text.match(/^[ \t]*#.*$/gmu) ?? [];
        for (const make of edits) {
          const before = valuesOf(text)['claims'] ?? [];
          const edit = make(before.length);
          if (!edit) continue;
          if (edit.kind === 'set' && edit.value === undefined && before[edit.index]![edit.field] === undefined)
            continue;
          const splice = editCoding(text, edit);
          const edited = applySplice(text, splice);
          expect(applySplice(edited, reverseSplice(splice))).toBe(text);
          text = edited;
        }
        expect(text.match(/^[ \t]*#.*$/gmu) ?? []).toEqual(comments);
        if (layout.lineBreak === '\r\n') expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      },
    ),
    { numRuns: 300 },
  );
});
