import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { positionCodes, countVoices } from '../../../src/authoring/split/position-codes.js';
import { splitDataset } from '../../../src/authoring/split/split-dataset.js';
import type { DatasetJson, Stance, StatementJson } from '../../../src/dataset/dataset.js';

const form = /^(=([son]|\(\d+,\d+,\d+\))!?)?(\d*\.|([son]|\(\d+,\d+,\d+\))!?)*$/u;
const speakers = Array.from({ length: 20 }, (_, index) => `p${index}`);

type Said = Pick<StatementJson, 'speaker' | 'stance' | 'contested'>;

/** `p3:s!`: speaker 3 supports, contested; without a speaker the outlet itself. */
function said(shorthand: string): Said {
  const [, speaker, stance, contested] = /^(p\d+)?:([son])(!?)$/u.exec(shorthand)!;
  const stances: Readonly<Record<string, Stance>> = { s: 'support', o: 'oppose', n: 'neutral' };
  return {
    ...(speaker && { speaker }),
    stance: stances[stance!]!,
    ...(contested && { contested: { by: 'the ministry' } }),
  };
}

function codesOf(...shorthands: readonly string[]): string {
  return positionCodes(countVoices(shorthands.map(said), (speaker) => speakers.indexOf(speaker)));
}

describe('the codes of one source on one claim', () => {
  test.each([
    ['one statement a letter', ['p0:s', 'p1:o', 'p2:n'], 'son'],
    ['more as numbers', ['p0:s', 'p0:s', 'p0:o'], '(2,1,0)'],
    ['a speaker with nothing a dot', ['p1:s'], '.s'],
    ['several with their number', ['p0:s', 'p13:o'], 's12.o'],
    ['nothing at the end', ['p0:s'], 's'],
    ['the outlet first', ['p3:n', ':o'], '=o3.n'],
    ['the outlet alone', [':s', ':o'], '=(1,1,0)'],
    ['contested', ['p0:s!', 'p1:s!', 'p1:s'], 's!(2,0,0)!'],
    ['all of it', [':s', 'p2:s', 'p2:s', 'p2:s', 'p2:s', 'p2:o!', 'p4:o', 'p5:n'], '=s2.(4,1,0)!.on'],
    ['speakers in the order of the list, whatever the order of the statements', ['p2:o', 'p0:s'], 's.o'],
  ])('%s', (_, shorthands, codes) => {
    expect(codesOf(...shorthands)).toBe(codes);
    expect(codes).toMatch(form);
  });
});

test('a full matrix takes one character a position, and packed less than three bits', async () => {
  const roll = (index: number, below: number): number => Math.floor((Math.imul(index + 1, 2654435761) >>> 8) % below);
  const stances = ['support', 'oppose', 'neutral'] as const;
  const claims = Array.from({ length: 100 }, (_, index) => ({ id: `c${index}`, text: `Claim ${index}` }));
  const many = Array.from({ length: 100 }, (_, index) => ({ id: `p${index}`, name: `Speaker ${index}` }));
  const statements = claims.flatMap(({ id: claim }, column) =>
    many.map(({ id: speaker }, row): StatementJson => ({
      ...{ id: `${claim}-${speaker}`, article: 'a', claim, speaker },
      ...{ stance: stances[roll(column * 100 + row, 3)]!, voice: 'quoted', quote: { exact: 'x' } },
    })),
  );
  const dataset: DatasetJson = {
    ...{ version: 1, title: 'A matrix', lang: 'en' },
    sources: [{ id: 'dw', name: 'DW' }],
    articles: [{ id: 'a', source: 'dw' }],
    ...{ speakers: many, claims, statements },
  };
  const overview = JSON.parse(await splitDataset(dataset, 'x-evidence/', () => Promise.resolve())) as {
    readonly split: { readonly positions: Readonly<Record<string, Readonly<Record<string, string>>>> };
  };
  const codes = Object.values(overview.split.positions).map(({ dw }) => dw!);
  // One letter a position: nothing between them.
  expect(codes.map(({ length }) => length)).toEqual(claims.map(() => 100));
  expect(JSON.stringify(overview.split.positions)).toHaveLength(11_591);
  expect(gzipSync(codes.join()).length).toBeLessThan((10_000 * 3) / 8);
});
