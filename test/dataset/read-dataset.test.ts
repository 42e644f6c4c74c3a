import { describe, expect, it } from 'vitest';
import { hasFormat } from '../../src/dataset/read-shape.js';
import { codePointCount } from '../../src/dataset/check-statement.js';
import { date } from '../../src/dataset/dataset-shape.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import type { Rule, TextFormat } from '../../src/dataset/shape.js';
import { semanticFaults, shapeFaults, storyWith, wholeStory } from './broken-datasets.js';
import { problemsOf } from './problems-of.js';
import { storyJson } from './small-story.js';

function isFrozenDeep(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value !== 'object' || value === null || seen.has(value)) return true;
  seen.add(value);
  return Object.isFrozen(value) && Object.values(value).every((each) => isFrozenDeep(each, seen));
}

describe('a date', () => {
  it('is a day of the calendar, in common years, leap years and centuries', () => {
    const { format } = date.rule as Rule & { format: TextFormat };
    for (const year of ['0000', '1900', '2000', '2021', '2023', '2024', '2100', '9999'])
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) {
          const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const parsed = new Date(written);
          const isReal = !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(written);
          expect(hasFormat(written, format), written).toBe(isReal);
        }
  });
});

describe('a valid dataset', () => {
  it('is returned deep-frozen, with references resolved', () => {
    const dataset = readDataset(wholeStory());
    expect(isFrozenDeep(dataset)).toBe(true);
    const [first] = dataset.statements;
    expect(first!.speaker).toBe(dataset.speakers[0]);
    expect(first!.claim).toBe(dataset.claims[0]);
    expect(first!.article.source).toBe(dataset.sources[0]);
    expect(dataset.speakers[0]!.group).toBe(dataset.groups[0]);
    expect(dataset.order.speakers!.map(({ name }) => name)).toEqual(['bob', 'ann']);
    expect(dataset.variants[0]!.statements[1]).toBe(dataset.statements[1]);
  });

  it('has empty lists in place of absent optional ones', () => {
    expect(readDataset(storyJson([]))).toMatchObject({ groups: [], variants: [], corrections: [], order: {} });
  });

  it('has empty lists in place of undefined ones', () => {
    const left = { groups: undefined, variants: undefined, corrections: undefined, order: undefined };
    const dataset = readDataset({
      ...wholeStory(),
      speakers: [
        { id: 'ann', name: 'A' },
        { id: 'bob', name: 'B' },
      ],
      ...left,
    });
    expect(dataset).toMatchObject({ groups: [], variants: [], corrections: [], order: {} });
    expect(isFrozenDeep(dataset)).toBe(true);
  });

  it('may have its fields in any order', () => {
    const reversed = Object.fromEntries(Object.entries(wholeStory()).reverse());
    expect(readDataset(reversed)).toEqual(readDataset(wholeStory()));
    expect(JSON.stringify(readDataset(reversed))).toBe(JSON.stringify(readDataset(wholeStory())));
  });

  it('is returned as it is when read again', () => {
    const dataset = readDataset(wholeStory());
    expect(readDataset(dataset)).toBe(dataset);
  });

  it('does not change its input, frozen or not', () => {
    const json = wholeStory();
    readDataset(json);
    expect(json).toEqual(wholeStory());
    const freeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    expect(problemsOf(freeze(wholeStory()))).toEqual([]);
  });

  it('keeps properties unknown to this version, at any level', () => {
    const json = storyWith('sources[0].owner', { name: 'The Trust', since: [1901, null] });
    expect(readDataset(json).sources[0]).toMatchObject({ owner: { name: 'The Trust', since: [1901, null] } });
    expect(readDataset(storyWith('licence', 'CC BY 4.0'))).toMatchObject({ licence: 'CC BY 4.0' });
  });

  it('keeps text exactly as written, however long or unusual', () => {
    const odd = `${'x'.repeat(100_000)}<b>&amp; $& \u202e zal\u0301\u0302go`;
    expect(readDataset(storyWith('claims[0].text', odd)).claims[0]!.text).toBe(odd);
  });

  it('may end with a quote, and have fragments that touch', () => {
    expect(problemsOf(storyWith('articles[0].length', 4))).toEqual([]);
    const fragments = [
      { start: 10, end: 12 },
      { start: 12, end: 14 },
    ];
    expect(problemsOf(storyWith('statements[1].quote.fragments', fragments))).toEqual([]);
  });

  it('has no functions and symbols in properties unknown to this version', () => {
    const { extra } = readDataset(storyWith('extra', { f: () => 1, s: Symbol('s'), n: null })) as unknown as {
      extra: unknown;
    };
    expect(extra).toEqual({ f: undefined, s: undefined, n: null });
  });

  it('may have an id of any length', () => {
    const id = 'a'.repeat(5000);
    expect(
      problemsOf(
        storyWith('groups', [
          { id: 'gov', name: 'G' },
          { id, name: 'H' },
        ]),
      ),
    ).toEqual([]);
  });
});

describe('an invalid dataset', () => {
  it.each([...shapeFaults, ...semanticFaults])('%s = %j is a problem at %s', (set, value, path, message) => {
    const problems = problemsOf(storyWith(set, value));
    expect(problems.find((problem) => problem.path === path)?.message).toMatch(message);
  });

  it('has all its problems reported at once, in shape and in references, one per path', () => {
    const json = storyJson([
      ['daily', 'ann', 'tax', 'support'],
      ['daily', 'ann', 'tax', 'support'],
    ]) as unknown as { title?: string; statements: Record<string, unknown>[] };
    delete json.title;
    json.statements[0]!.stance = 'yes';
    json.statements[0]!.speaker = 7;
    json.statements[1]!.claim = 'peace';
    json.statements[1]!.id = 's1';
    expect(problemsOf(json).map(({ path }) => path)).toEqual([
      'title',
      'statements[0].stance',
      'statements[0].speaker',
      'statements[1].claim',
      'statements[1].id',
    ]);
  });

  it('has no broken references reported if the list that they refer to is invalid itself', () => {
    expect(problemsOf(storyWith('claims', 'tax')).map(({ path }) => path)).toEqual(['claims']);
    expect(problemsOf(storyWith('claims', [])).map(({ path }) => path)).toEqual([
      'statements[0].claim',
      'statements[1].claim',
      'statements[2].claim',
      'order.claims[0]',
      'order.claims[1]',
    ]);
  });

  it('has no more reported than what is wrong where a part is missing', () => {
    expect(problemsOf(storyWith('groups', [null])).map(({ path }) => path)).toEqual([
      'groups[0]',
      'speakers[0].group',
      'speakers[1].group',
    ]);
    const paths = (set: string, value: unknown) => problemsOf(storyWith(set, value)).map(({ path }) => path);
    expect(paths('statements[1].quote.exact', undefined)).toEqual(['statements[1].quote.exact']);
    expect(paths('statements[1].quote', undefined)).toEqual(['statements[1].quote']);
    expect(paths('statements[1].article', undefined)).toEqual(['statements[1].article']);
    expect(
      paths('statements[1].quote.fragments', [{ start: 10 }, { end: 13 }, null, { start: 13, end: 14 }]).sort(),
    ).toEqual([
      'statements[1].quote.fragments[0].end',
      'statements[1].quote.fragments[1].start',
      'statements[1].quote.fragments[2]',
    ]);
  });

  it('has duplicate references reported, but not duplicate texts', () => {
    expect(problemsOf(storyWith('variants[0].statements', ['s2', 's2']))).toEqual([
      { path: 'variants[0].statements[1]', message: '“s2” is already used at variants[0].statements[0].' },
    ]);
    expect(problemsOf(storyWith('coded.by', ['AB', 'AB']))).toEqual([]);
  });

  it('is summarised in the message of the error', () => {
    expect(() => readDataset(storyWith('statements[1].stance', 'maybe'))).toThrow(
      /^statements\[1\]\.stance should be one of support, oppose, neutral, but is “maybe”\.$/,
    );
    expect(() =>
      readDataset(storyWith('statements[1].voice', 'loud', storyWith('statements[1].stance', 'maybe'))),
    ).toThrow(/^statements\[1\]\.stance should be .* but is “maybe”\. \(and 1 more\)$/);
    expect(() => readDataset([])).toThrow(/^This is not a stance dataset: it is a list, not an object\.$/);
    expect(() => readDataset([])).toThrow(expect.objectContaining({ name: 'DatasetError' }));
  });

  it('has its wrong values reported shortened and without control characters', () => {
    const reported = (value: unknown) => problemsOf(storyWith('statements[1].stance', value))[0]!.message;
    expect(reported('x'.repeat(40))).toMatch(/but is “x{40}”\.$/);
    expect(reported('x'.repeat(41))).toMatch(/but is “x{40}…”\.$/);
    expect(reported('may\u0007be\u202e')).toMatch(/but is “may\ufffdbe\ufffd”\.$/);
    expect(reported(() => 1)).toMatch(/but is a function\.$/);
  });
});

describe('something other than a dataset', () => {
  it.each([
    null,
    undefined,
    0,
    'text',
    true,
    [],
    {},
    { error: 'not found' },
    { type: 'FeatureCollection', features: [] },
    () => 1,
    Symbol('x'),
  ])('has one problem: %s', (value) => {
    const problems = problemsOf(value);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toMatch(
      /not a stance dataset: it (is .*, not an object|has no version and no statements)\.$/,
    );
  });

  it('of a newer version has that reported and nothing else', () => {
    expect(problemsOf({ ...wholeStory(), version: 2, statements: 'columns' })).toEqual([
      {
        path: 'version',
        message: 'is 2: the dataset was made with a newer version of Stancekit; this one reads version 1.',
      },
    ]);
  });
});

describe('hostile data', () => {
  it('never change a prototype', () => {
    const json = JSON.parse(
      JSON.stringify(wholeStory()).replace(
        '"description"',
        '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"description"',
      ),
    ) as unknown;
    const dataset = readDataset(json);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(dataset)).toBe(Object.prototype);
    expect(Object.hasOwn(dataset, '__proto__')).toBe(true);
  });

  it('are read from own properties only, even on a page that extends Object.prototype', () => {
    Object.defineProperty(Object.prototype, 'speaker', {
      value: 'ann',
      configurable: true,
      enumerable: true,
      writable: true,
    });
    try {
      expect(problemsOf(storyWith('statements[0].speaker', undefined))).toMatchObject([
        { path: 'statements[0].speaker' },
      ]);
      expect(readDataset(wholeStory()).statements[2]!.speaker).toBeUndefined();
    } finally {
      Reflect.deleteProperty(Object.prototype, 'speaker');
    }
  });

  it('have ids only where the shape says so', () => {
    const halves = [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ];
    Object.defineProperty(Object.prototype, 'id', { value: 'x', configurable: true, enumerable: true, writable: true });
    try {
      expect(problemsOf(storyWith('statements[0].quote.fragments', halves))).toEqual([]);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'id');
    }
    const named = halves.map((half) => ({ ...half, id: 'x' }));
    expect(problemsOf(storyWith('statements[0].quote.fragments', named))).toEqual([]);
  });

  it.each([
    [
      'a getter that throws',
      'title',
      {
        get: () => {
          throw new Error('boo');
        },
      },
    ],
    [
      'a getter that throws in an unknown property',
      'extra',
      {
        get: () => {
          throw new Error('boo');
        },
        enumerable: true,
      },
    ],
  ])('%s is a problem, not an exception', (_, name, getter) => {
    const json = Object.defineProperty(wholeStory(), name, { ...getter, configurable: true });
    expect(
      problemsOf(json)
        .map(({ message }) => message)
        .join(),
    ).toMatch(/accessing it throws an error/);
  });

  it('a revoked proxy is a problem, as the dataset or as a part of it', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(problemsOf(proxy)).toEqual([
      { path: '', message: 'This is not a stance dataset: accessing it throws an error.' },
    ]);
    expect(problemsOf(storyWith('sources[0]', proxy))).toMatchObject([{ path: 'sources[0]', message: /throws/ }, {}]);
    expect(problemsOf(storyWith('extra', proxy))).toMatchObject([{ path: 'extra', message: /throws/ }]);
  });

  it('an object that contains itself is a problem', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(problemsOf(storyWith('extra', loop))).toEqual([{ path: 'extra.self', message: 'contains itself.' }]);
    const json = wholeStory() as Record<string, unknown>;
    json.statements = [json];
    expect(problemsOf(json).length).toBeGreaterThan(3);
  });

  it('a shared object is copied once, however often it is referred to', () => {
    let lol: object = { text: 'lol' };
    for (let depth = 0; depth < 60; depth++) lol = { a: lol, b: lol };
    expect(problemsOf(storyWith('extra', lol))).toEqual([]);
  });

  it('20,000 nested levels are a problem, not a stack overflow', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as unknown;
    expect(problemsOf(storyWith('extra', deep))).toMatchObject([{ message: 'is nested too deeply.' }]);
    expect(problemsOf(deep)).toHaveLength(1);
  });

  it('a sparse list is a problem at its first hole, and is not read further', () => {
    const holed: unknown[] = [];
    holed[2] = { id: 'gov', name: 'G' };
    expect(problemsOf(storyWith('groups', holed)).map(({ path }) => path)).toEqual(['groups[0]']);
    expect(problemsOf(storyWith('variants', Array(2 ** 32 - 1)))).toHaveLength(1);
  });

  it('objects that represent markup are rejected in place of text', () => {
    expect(problemsOf(storyWith('claims[0].text', { __html: '<img>' }))).toMatchObject([{ path: 'claims[0].text' }]);
  });
});

describe('characters', () => {
  it('are counted as Unicode code points', () => {
    expect([codePointCount(''), codePointCount('a🤔b'), codePointCount('e\u0301'), codePointCount('👩‍👩‍👧')]).toEqual([
      0, 3, 2, 5,
    ]);
  });
});
