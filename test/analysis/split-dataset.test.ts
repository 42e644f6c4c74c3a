import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset, DatasetJson } from '../../src/dataset/dataset.js';
import { disagreements, type VoiceInSource } from '../../src/analysis/disagreements.js';
import type { Filter } from '../../src/analysis/filter.js';
import { DatasetError, readDataset } from '../../src/dataset/read-dataset.js';
import { evidenceFile, evidenceOn, statementCount, addEvidence } from '../../src/dataset/split-evidence.js';
import { stanceGrid, type Position } from '../../src/analysis/stance-grid.js';
import { splitMeaningFaults, splitShapeFaults, splitStory, storyWith } from '../dataset/broken-datasets.js';
import { storyJson, type Said } from '../dataset/small-story.js';
import { splitOf } from '../dataset/split-story.js';

function problemsOf(read: () => unknown): readonly (readonly [path: string, message: string])[] {
  try {
    read();
  } catch (error) {
    if (error instanceof DatasetError) return error.problems.map(({ path, message }) => [path, message]);
    throw error;
  }
  return [];
}

describe('a dataset whose evidence stands apart', () => {
  it('is read, and says how many statements it rests on', () => {
    const dataset = readDataset(splitStory());
    expect(statementCount(dataset)).toBe(3);
    expect(dataset.statements).toEqual([]);
    expect(Object.isFrozen(dataset.split!.positions.tax)).toBe(true);
  });

  it.each([...splitShapeFaults, ...splitMeaningFaults])(
    'with %s = %j is refused, by name',
    (set, value, path, words) => {
      const [problem, ...others] = problemsOf(() => readDataset(storyWith(set, value, splitStory())));
      expect(problem).toEqual([path, expect.stringMatching(words)]);
      // What has no codes left has no evidence either.
      expect(others.filter(([path]) => !path.startsWith('split.evidence'))).toEqual([]);
    },
  );

  it('is refused with statements in it, which nothing would show', () => {
    const { articles, statements } = storyJson([['daily', 'ann', 'tax', 'support']]);
    expect(problemsOf(() => readDataset({ ...splitStory(), articles, statements }))).toEqual([
      ['statements', expect.stringMatching(/should be empty: a split dataset has its statements in evidence files/)],
    ]);
  });

  it('takes no member of a prototype for an id', () => {
    const { split } = splitStory() as DatasetJson;
    const positions = JSON.stringify(split!.positions).replace('{', '{"__proto__":{"daily":"s"},');
    const json = { ...splitStory(), split: { ...split, positions: JSON.parse(positions) as object } };
    expect(problemsOf(() => readDataset(json))).toEqual([
      ['split.positions.__proto__', expect.stringMatching(/no claim with the id “__proto__”/)],
    ]);
  });

  it('may have claims and sources with the names of a prototype’s members', () => {
    const { overview } = splitOf(
      storyJson([
        ['constructor', 'ann', 'tax', 'support'],
        ['length', 'ann', 'constructor', 'oppose'],
      ]),
    );
    const positions = { tax: overview.split!.positions.tax! };
    const evidence = { tax: overview.split!.evidence.tax! };
    const dataset = readDataset({ ...overview, split: { ...overview.split, positions, evidence } });
    const [ann] = stanceGrid(dataset).rows;
    expect(ann!.positions.map((position) => position?.side)).toEqual(['support', undefined]);
    const constructor = dataset.claims.find(({ id }) => id === 'constructor')!;
    expect(evidenceFile(dataset, constructor)).toBeUndefined();
  });

  it('with a fault in its claims is refused for that alone', () => {
    expect(problemsOf(() => readDataset({ ...splitStory(), claims: undefined }))).toEqual([['claims', 'is missing.']]);
  });

  it('names the file of a claim’s evidence, and none where nothing is apart', () => {
    const dataset = readDataset(splitStory());
    expect(evidenceFile(dataset, dataset.claims[0]!)).toEqual({
      address: 'story-evidence/tax.abababababababab.json',
      sha256: 'ab'.repeat(32),
    });
    const whole = readDataset(storyJson([['daily', 'ann', 'tax', 'support']]));
    expect(evidenceFile(whole, whole.claims[0]!)).toBeUndefined();
  });
});

describe('a whole dataset and its split form', () => {
  const [sources, speakers, claims] = [
    ['daily', 'herald', 'post'],
    ['ann', 'bob', 'cem', 'dora', ''],
    ['tax', 'war', 'peace', 'untold'],
  ];
  const said = fc.array(
    fc.record({
      said: fc.tuple(
        fc.constantFrom(...sources),
        fc.constantFrom(...speakers),
        fc.constantFrom(...claims.slice(0, 3)),
        fc.constantFrom('support', 'oppose', 'neutral'),
      ),
      contested: fc.boolean(),
    }),
    { maxLength: 40 },
  );
  const some = (ids: readonly string[]) => fc.option(fc.subarray([...ids, 'nobody']), { nil: undefined });
  const narrowing: fc.Arbitrary<Filter> = fc.record({
    sources: some(sources),
    speakers: some(speakers),
    claims: some(claims),
    topic: fc.constantFrom(undefined, 'Money'),
  });

  const datasets = (statements: readonly { readonly said: Said; readonly contested: boolean }[]) => {
    const made = storyJson(statements.map(({ said }) => said));
    const whole: DatasetJson = {
      ...made,
      sources: sources.map((id) => ({ id, name: id })),
      articles: sources.map((id) => ({ id: `${id}-1`, source: id })),
      speakers: speakers.filter(Boolean).map((id) => ({ id, name: id })),
      claims: claims.map((id) => ({ id, text: id, ...(id === 'tax' && { topic: 'Money' }) })),
      statements: made.statements.map((statement, index) => ({
        ...statement,
        ...(statements[index]!.contested && { contested: { by: 'A reader' } }),
      })),
    };
    const { overview, evidence } = splitOf(whole);
    return { whole: readDataset(whole), split: readDataset(overview), evidence };
  };

  const told = (position: Position | undefined) =>
    position && {
      side: position.side,
      count: position.count,
      contested: position.contested,
      sources: position.sources.map(({ id }) => id),
    };
  const grid = (dataset: Dataset, narrowing: Filter, tell: (position: Position | undefined) => unknown) => {
    const { claims, rows } = stanceGrid(dataset, narrowing);
    return {
      claims: claims.map(({ id }) => id),
      rows: rows.map(({ speaker, outlet, positions }) => [speaker?.id, outlet?.id, ...positions.map(tell)]),
    };
  };

  it('say the same, under any narrowing', () => {
    fc.assert(
      fc.property(said, narrowing, (statements, narrowing) => {
        const { whole, split } = datasets(statements);
        expect(grid(split, narrowing, told)).toEqual(grid(whole, narrowing, told));
      }),
    );
  });

  it('rest on the same statements when all evidence was taken, and on none before', () => {
    const ids = (position: Position | undefined) => position?.statements.map(({ id }) => id);
    fc.assert(
      fc.property(said, narrowing, (statements, narrowing) => {
        const { whole, split, evidence } = datasets(statements);
        expect(grid(split, narrowing, (position) => position?.statements ?? [])).toEqual(
          grid(whole, narrowing, () => []),
        );
        for (const claim of split.claims) if (evidence.has(claim.id)) addEvidence(split, claim, evidence.get(claim.id));
        expect(grid(split, narrowing, ids)).toEqual(grid(whole, narrowing, ids));
      }),
    );
  });

  it('part on the same claims, source by source and voice by voice, and rest on the same', () => {
    const voice = ({ speaker, side, mean, counts, statements }: VoiceInSource) => ({
      ...{ speaker: speaker?.id, side, mean, counts },
      statements: statements.map(({ id }) => id),
    });
    const parting = (dataset: Dataset, narrowing: Filter) =>
      disagreements(dataset, narrowing).map((answer) => ({
        ...{ claim: answer.claim.id, score: answer.score, band: answer.band, range: answer.range },
        restsOnOne: answer.restsOnOneStatement,
        decisive: answer.decisive.map(({ id }) => id),
        silent: answer.silent.map(({ id }) => id),
        sources: answer.sources.map(({ source, position, speakers, own }) => ({
          ...{ source: source.id, position, speakers: speakers.map(voice), own: own && voice(own) },
        })),
      }));
    fc.assert(
      fc.property(said, narrowing, (statements, narrowing) => {
        const { whole, split, evidence } = datasets(statements);
        for (const claim of split.claims) if (evidence.has(claim.id)) addEvidence(split, claim, evidence.get(claim.id));
        expect(parting(split, narrowing)).toEqual(parting(whole, narrowing));
      }),
    );
  });
});

describe('the evidence on a claim', () => {
  const apart = () => {
    const { overview, evidence } = splitOf(
      storyJson([
        ['daily', 'ann', 'tax', 'support'],
        ['herald', 'ann', 'tax', 'oppose'],
        ['herald', '', 'tax', 'neutral'],
        ['daily', 'bob', 'war', 'support'],
      ]),
    );
    const dataset = readDataset(overview);
    const [tax, war] = dataset.claims;
    return { dataset, tax: tax!, war: war!, evidence };
  };
  const ids = (statements: readonly { readonly id: string }[] | undefined) => statements?.map(({ id }) => id);

  it('is there when it was taken, voice by voice', () => {
    const { dataset, tax, war, evidence } = apart();
    expect(evidenceOn(dataset, tax)).toBeUndefined();
    addEvidence(dataset, tax, evidence.get('tax'));
    expect(ids(evidenceOn(dataset, tax)?.byVoice.get('ann'))).toEqual(['s1', 's2']);
    expect(ids(evidenceOn(dataset, tax)?.byVoice.get('outlet:herald'))).toEqual(['s3']);
    expect(evidenceOn(dataset, war)).toBeUndefined();
  });

  it.each([
    ['of another claim', (files: ReadonlyMap<string, object>) => files.get('war'), /no claim with the id “war”/],
    [
      'by a speaker who is not in the overview',
      (files: ReadonlyMap<string, object>) =>
        JSON.parse(JSON.stringify(files.get('tax')).replaceAll('"ann"', '"zoe"')) as object,
      /no speaker with the id “zoe”/,
    ],
    [
      'from a source that is not in the overview',
      (files: ReadonlyMap<string, object>) =>
        JSON.parse(JSON.stringify(files.get('tax')).replaceAll('"source":"daily"', '"source":"post"')) as object,
      /no source with the id “post”/,
    ],
    ['without a list of statements', () => ({ version: 1, claim: 'tax', articles: [] }), /is missing/],
    ['that is null', () => null, /is missing/],
    ['that is a list', () => [], /is missing/],
    ['that is text', () => 'statements', /is missing/],
  ])('%s is refused, and none is there', (_, make, words) => {
    const { dataset, tax, evidence } = apart();
    expect(problemsOf(() => addEvidence(dataset, tax, make(evidence)))).toContainEqual([
      expect.any(String),
      expect.stringMatching(words),
    ]);
    expect(evidenceOn(dataset, tax)).toBeUndefined();
  });

  it('keeps the variants of an utterance whose statements are all there', () => {
    const { dataset, tax, evidence } = apart();
    const variants = [{ statements: ['s1', 's9'], kind: 'same-utterance' }];
    expect(problemsOf(() => addEvidence(dataset, tax, { ...evidence.get('tax'), variants }))).toEqual([
      ['variants[0].statements[1]', expect.stringMatching(/no statement with the id “s9”/)],
    ]);
  });
});
