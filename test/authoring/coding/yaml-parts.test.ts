import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitYaml } from '../../../src/authoring/coding/yaml-parts.js';
import { readYaml, type Tree } from '../../../src/authoring/coding/yaml-tree.js';
import { emptyFindings } from '../../../src/authoring/problem.js';

/** The tree with the location of every value, and the findings. */
function readAs(text: string, part: number) {
  const findings = emptyFindings();
  const shown = (tree: Tree): unknown => {
    const at = `${tree.location.line}:${tree.location.column}`;
    if (tree.kind === 'list') return Array.from(tree.items, shown);
    if (tree.kind === 'object')
      return [
        at,
        tree.fields.map(({ name, location, value }) => [name, `${location.line}:${location.column}`, shown(value)]),
      ];
    return [at, tree.kind === 'text' ? tree.text : tree.kind];
  };
  const parts = splitYaml(text, part === 0 ? Infinity : 0, part);
  const tree = readYaml(text, 'coding.yaml', findings, parts);
  return { tree: tree && shown(tree), findings, parts: [...(parts.statements ?? [])].length };
}

const items = [
  'article: a\n    quote: plain words',
  'quote: >-\n      folded\n      - no item: of ours\n\n      text\n    note: after it',
  'quote: |\n\n        kept\n       - as it stands\n    stance: oppose',
  'quote: "in marks\n      - over lines"',
  '{ article: a, quote: [x,\n    y] }',
  '# a remark\n    article: a # another',
  '&mark\n    note: marked',
  '*mark',
  'note: &words again 🤔',
  'note: *words',
  '- a list\n    - in a list',
  '',
];

test('whatever its parts, a coding is read as in one piece', () => {
  let most = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...items), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\nspeakers:\n  - id: a\n', '\n# the end\n', '\n\n---\nb: c\n'),
      fc.constantFrom('  ', '', '      '),
      fc.integer({ min: 1, max: 120 }),
      (chosen, lineEnd, after, indent, part) => {
        const list = chosen.map((item) => `  - ${item}\n`).join('# between\n\n');
        const text = `title: x\nstatements: # all\n${list}`.replaceAll(/^ {2}(?=\s*\S)/gmu, indent) + after;
        const whole = readAs(text.replaceAll('\n', lineEnd), 0);
        const read = readAs(text.replaceAll('\n', lineEnd), part);
        most = Math.max(most, read.parts);
        if (whole.findings.problems.length > 0) expect(read.findings.problems).not.toEqual([]);
        else expect(read).toEqual({ ...whole, parts: read.parts });
      },
    ),
    { numRuns: 500 },
  );
  expect(most).toBeGreaterThan(5);
});

test('a fault in one part is named at its place, and the other parts are read', () => {
  const text = 'title: x\nstatements:\n  - note: one\n  - note: two: three\n  - note: four\n';
  const { tree, findings } = readAs(text, 1);
  expect(findings.problems).toEqual([expect.objectContaining({ line: 4, column: 11 })]);
  expect(JSON.stringify(tree)).toContain('four');
});
