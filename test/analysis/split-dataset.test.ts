import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset, DatasetJson } from '../../src/dataset/dataset.js';
import { disagreements, type VoiceInSource } from '../../src/analysis/disagreements.js';
import type { Filter } from '../../src/analysis/filter.js';
import { DatasetError, readDataset } from '../../src/dataset/read-dataset.js';
import { evidenceFile, readClaimEvidence, statementCount, type Evidence } from '../../src/dataset/split-evidence.js';
import { stanceGrid, type Position } from '../../src/analysis/stance-grid.js';
import { splitSemanticFaults, splitShapeFaults, splitStory, storyWith } from '../dataset/broken-datasets.js';
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

describe('a split dataset', () => {
  it('is read and has the number of its statements', () => {
    const dataset = readDataset(splitStory());
    expect(statementCount(dataset)).toBe(3);
    expect(dataset.statements).toEqual([]);
    expect(Object.isFrozen(dataset.split!.positions.tax)).toBe(true);
  });

  it.each([...splitShapeFaults, ...splitSemanticFaults])(
    'with %s = %j is rejected with the path of the error',
    (set, value, path, words) => {
      const [problem, ...others] = problemsOf(() => readDataset(storyWith(set, value, splitStory())));
      expect(problem).toEqual([path, expect.stringMatching(words)]);
      // A claim whose codes are invalid has its evidence reported too.
      expect(others.filter(([path]) => !path.startsWith('split.evidence'))).toEqual([]);
    },
  );

  it('is rejected with statements in it', () => {
    const { articles, statements } = storyJson([['daily', 'ann', 'tax', 'support']]);
    expect(problemsOf(() => readDataset({ ...splitStory(), articles, statements }))).toEqual([
      ['statements', expect.stringMatching(/should be empty: a split dataset has its statements in evidence files/)],
    ]);
  });

  it('has only what is missing reported', () => {
    const paths = (set: string, value: unknown) =>
      problemsOf(() => readDataset(storyWith(set, value, splitStory()))).map(([path]) => path);
    expect(paths('statements', undefined)).toEqual(['statements']);
    expect(paths('claims[1]', null)).toEqual(expect.arrayContaining(['claims[1]', 'split.evidence.war']));
    expect(paths('sources[1]', null)).toEqual(expect.arrayContaining(['sources[1]', 'split.positions.tax.herald']));
  });

  it('does not mistake a property of a prototype for an id', () => {
    const { split } = splitStory() as DatasetJson;
    const positions = JSON.stringify(split!.positions).replace('{', '{"__proto__":{"daily":"s"},');
    const json = { ...splitStory(), split: { ...split, positions: JSON.parse(positions) as object } };
    expect(problemsOf(() => readDataset(json))).toEqual([
      ['split.positions.__proto__', expect.stringMatching(/no claim with the id “__proto__”/)],
    ]);
  });

  it('may have claims and sources named like properties of a prototype', () => {
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

  it('with an error in its claims has only that reported', () => {
    expect(problemsOf(() => readDataset({ ...splitStory(), claims: undefined }))).toEqual([['claims', 'is missing.']]);
  });

  it('has the name of the evidence file of a claim, and a whole dataset has none', () => {
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
  const anyOf = (ids: readonly string[]) => fc.option(fc.subarray([...ids, 'nobody']), { nil: undefined });
  const filter: fc.Arbitrary<Filter> = fc.record({
    sources: anyOf(sources),
    speakers: anyOf(speakers),
    claims: anyOf(claims),
    topic: fc.constantFrom(undefined, 'Money'),
  });

  const datasets = (statements: readonly { readonly said: Said; readonly contested: boolean }[]) => {
    const json = storyJson(statements.map(({ said }) => said));
    const whole: DatasetJson = {
      ...json,
      sources: sources.map((id) => ({ id, name: id })),
      articles: sources.map((id) => ({ id: `${id}-1`, source: id })),
      speakers: speakers.filter(Boolean).map((id) => ({ id, name: id })),
      claims: claims.map((id) => ({ id, text: id, ...(id === 'tax' && { topic: 'Money' }) })),
      statements: json.statements.map((statement, index) => ({
        ...statement,
        ...(statements[index]!.contested && { contested: { by: 'A reader' } }),
      })),
    };
    const { overview, evidence } = splitOf(whole);
    return { whole: readDataset(whole), split: readDataset(overview), evidence };
  };

  const markOf = (position: Position | undefined) =>
    position && {
      side: position.side,
      count: position.count,
      contested: position.contested,
      sources: position.sources.map(({ id }) => id),
    };
  const grid = (
    dataset: Dataset,
    filter: Filter,
    show: (position: Position | undefined) => unknown,
    evidence?: Evidence,
  ) => {
    const { claims, rows } = stanceGrid(dataset, filter, evidence);
    return {
      claims: claims.map(({ id }) => id),
      rows: rows.map(({ speaker, outlet, positions }) => [speaker?.id, outlet?.id, ...positions.map(show)]),
    };
  };

  /** All evidence, as a page has it that has opened every claim. */
  const readAll = (split: Dataset, files: ReadonlyMap<string, object>): Evidence =>
    new Map(
      split.claims
        .filter(({ id }) => files.has(id))
        .map((claim) => [claim.id, readClaimEvidence(split, claim, files.get(claim.id))]),
    );

  it('have the same positions, with any filter', () => {
    fc.assert(
      fc.property(said, filter, (statements, filter) => {
        const { whole, split } = datasets(statements);
        expect(grid(split, filter, markOf)).toEqual(grid(whole, filter, markOf));
      }),
    );
  });

  it('have the same statements with all evidence, and none without', () => {
    const ids = (position: Position | undefined) => position?.statements.map(({ id }) => id);
    fc.assert(
      fc.property(said, filter, (statements, filter) => {
        const { whole, split, evidence } = datasets(statements);
        expect(grid(split, filter, (position) => position?.statements ?? [])).toEqual(grid(whole, filter, () => []));
        expect(grid(split, filter, ids, readAll(split, evidence))).toEqual(grid(whole, filter, ids));
      }),
    );
  });

  it('have the same disagreements, for every source and voice, with the same statements', () => {
    const voice = ({ speaker, side, mean, counts, statements }: VoiceInSource) => ({
      ...{ speaker: speaker?.id, side, mean, counts },
      statements: statements.map(({ id }) => id),
    });
    const comparable = (dataset: Dataset, filter: Filter, evidence?: Evidence) =>
      disagreements(dataset, filter, evidence).map((answer) => ({
        ...{ claim: answer.claim.id, score: answer.score, band: answer.band, range: answer.range },
        restsOnOne: answer.restsOnOneStatement,
        decisive: answer.decisive.map(({ id }) => id),
        silent: answer.silent.map(({ id }) => id),
        sources: answer.sources.map(({ source, position, speakers, own }) => ({
          ...{ source: source.id, position, speakers: speakers.map(voice), own: own && voice(own) },
        })),
      }));
    fc.assert(
      fc.property(said, filter, (statements, filter) => {
        const { whole, split, evidence } = datasets(statements);
        expect(comparable(split, filter, readAll(split, evidence))).toEqual(comparable(whole, filter));
      }),
    );
  });
});

describe('the evidence on a claim', () => {
  const splitDataset = () => {
    const { overview, evidence } = splitOf(
      storyJson([
        ['daily', 'ann', 'tax', 'support'],
        ['herald', 'ann', 'tax', 'oppose'],
        ['herald', '', 'tax', 'neutral'],
        ['daily', 'bob', 'war', 'support'],
      ]),
    );
    const dataset = readDataset(overview);
    return { dataset, tax: dataset.claims[0]!, evidence };
  };
  const ids = (statements: readonly { readonly id: string }[] | undefined) => statements?.map(({ id }) => id);

  it('is read by voice', () => {
    const { dataset, tax, evidence } = splitDataset();
    const { byVoice } = readClaimEvidence(dataset, tax, evidence.get('tax'));
    expect(ids(byVoice.get('ann'))).toEqual(['s1', 's2']);
    expect(ids(byVoice.get('outlet:herald'))).toEqual(['s3']);
    expect([...byVoice.keys()]).toEqual(['ann', 'outlet:herald']);
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
  ])('%s is rejected', (_, make, words) => {
    const { dataset, tax, evidence } = splitDataset();
    expect(problemsOf(() => readClaimEvidence(dataset, tax, make(evidence)))).toContainEqual([
      expect.any(String),
      expect.stringMatching(words),
    ]);
  });

  it('has variants rejected that refer to missing statements', () => {
    const { dataset, tax, evidence } = splitDataset();
    const variants = [{ statements: ['s1', 's9'], kind: 'same-utterance' }];
    expect(problemsOf(() => readClaimEvidence(dataset, tax, { ...evidence.get('tax'), variants }))).toEqual([
      ['variants[0].statements[1]', expect.stringMatching(/no statement with the id “s9”/)],
    ]);
  });
});
