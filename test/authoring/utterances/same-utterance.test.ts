import { describe, expect, test, vi } from 'vitest';
import { sameUtterances } from '../../../src/authoring/utterances/same-utterance.js';
import { sameWords } from '../../../src/authoring/utterances/same-words.js';
import type { StatementJson, VariantJson } from '../../../src/dataset/dataset.js';

vi.mock('../../../src/authoring/utterances/same-words.js', { spy: true });

/** A statement in an article named after its source; `at` sets its place where it matters. */
function statement(
  id: string,
  article: string,
  exact: string,
  more: Partial<StatementJson> & { at?: number } = {},
): StatementJson {
  const { at = 0, ...rest } = more;
  const quote = { exact, start: at, end: at + Array.from(exact).length };
  return { id, article, claim: 'c', stance: 'support', voice: 'quoted', speaker: 'pompeo', quote, ...rest };
}

function variants(...statements: readonly StatementJson[]): readonly VariantJson[] {
  return sameUtterances(statements, (article) => article.slice(0, article.indexOf('-')));
}

function variantsOf(first: string, other: string): readonly VariantJson[] {
  return variants(statement('s1', 'dw-1', first), statement('s2', 'tac-1', other));
}

describe('the same utterance in two articles', () => {
  test.each([
    ['the same words', 'Nuclear brinksmanship will not help', 'Nuclear brinksmanship will not help', undefined],
    ['a word more', 'burrowed inside', 'burrowed deep inside', [['', 'deep']]],
    [
      'another spelling',
      'We ignore this Iran-al-Qaida nexus at our own peril',
      'We ignore this Iran-al Qaeda nexus at our own peril',
      [['Iran-al-Qaida', 'Iran-al Qaeda']],
    ],
    ['a city spelled otherwise', 'Teheran harbours terrorists', 'Tehran harbours terrorists', [['Teheran', 'Tehran']]],
    ['a part of the other', 'a new home base', 'al-Qaida has a new home base in Iran', undefined],
    [
      'words apart',
      'counter terrorism sanctions',
      'counterterrorism sanctions',
      [['counter terrorism', 'counterterrorism']],
    ],
    [
      'quotation marks and capitals only',
      'The “hard shell” of Iran’s regime',
      "the 'hard shell' of Iran's regime",
      undefined,
    ],
    [
      'an omission that the article marks',
      'the reason that we’re here today … al-Qaida has a new home base',
      'the reason that we’re here today. As I said before, al-Qaida has a new home base',
      [['…', 'As I said before']],
    ],
    [
      'two words more in a long sentence',
      'al-Qaida has a new home base, the Islamic Republic of Iran',
      'Al-Qaida has a new home base: it is the Islamic Republic of Iran',
      [['', 'it is']],
    ],
  ])('%s', (_, first, other, differences) => {
    const [variant, ...rest] = variantsOf(first, other);
    expect(variant).toEqual({ statements: ['s1', 's2'], kind: 'same-utterance', ...(differences && { differences }) });
    expect(rest).toEqual([]);
    const turned = differences?.map(([a, b]) => [b, a]);
    expect(variantsOf(other, first)).toEqual([
      { statements: ['s1', 's2'], kind: 'same-utterance', ...(turned && { differences: turned }) },
    ]);
  });

  test('differences name the words as each article prints them, in the order of the statements', () => {
    expect(
      variantsOf('a grave threat to Shi’ite pilgrims', 'a grave threat to the Shiite pilgrims')[0]?.differences,
    ).toEqual([['Shi’ite', 'the Shiite']]);
  });
});

describe('what is no variant', () => {
  test.each([
    ['a paraphrase', 'undo the mess that Trump and Pompeo have caused', 'undoing Pompeo’s mess'],
    ['one shared word', 'hardly convincing evidence', 'convincing'],
    ['shared function words', 'that they would have been', 'that they would have been'],
    ['another country', 'Iran is the new Afghanistan', 'Iraq is the old Afghanistan'],
    ['another number', 'imposed sanctions in 2015', 'imposed sanctions in 2016 again'],
    [
      'the same words in another order',
      'sanctions on Iranian banks and ships',
      'ships and banks: on Iranian sanctions',
    ],
    [
      'an omission that would have to stand for nearly everything',
      'the report said … yesterday evening',
      'the committee report was wrong about all of it, members said',
    ],
  ])('%s', (_, first, other) => expect(variantsOf(first, other)).toEqual([]));

  test('words that the outlet reports in its own wording', () => {
    const same = 'a new home base in Iran';
    expect(variants(statement('s1', 'dw-1', same, { voice: 'reported' }), statement('s2', 'tac-1', same))).toEqual([]);
  });

  test('words of two speakers', () => {
    const same = 'a new home base in Iran';
    expect(variants(statement('s1', 'dw-1', same), statement('s2', 'tac-1', same, { speaker: 'trump' }))).toEqual([]);
  });

  test('two articles of one source', () => {
    const same = 'a new home base in Iran';
    expect(variants(statement('s1', 'dw-1', same), statement('s2', 'dw-2', same))).toEqual([]);
  });
});

test('every statement that rests on either place is named once, in the dataset’s order', () => {
  const words = 'burrowed inside';
  expect(
    variants(
      statement('s1', 'tac-1', words, { at: 5 }),
      statement('s2', 'dw-1', 'burrowed deep inside', { at: 9 }),
      statement('s3', 'tac-1', words, { at: 5, claim: 'other' }),
      statement('s4', 'dw-1', 'burrowed deep inside', { at: 9, claim: 'other' }),
    ),
  ).toEqual([{ statements: ['s1', 's2', 's3', 's4'], kind: 'same-utterance', differences: [['', 'deep']] }]);
});

test('one utterance in three sources gives three pairs, in order', () => {
  const words = 'a new home base in Iran';
  const found = variants(
    statement('s1', 'dw-1', words),
    statement('s2', 'tac-1', words),
    statement('s3', 'we-1', words),
  );
  expect(found.map(({ statements }) => statements)).toEqual([
    ['s1', 's2'],
    ['s1', 's3'],
    ['s2', 's3'],
  ]);
});

test('words that the editor left out do not stand between two renderings', () => {
  const exact = 'Iran is, he said to laughter, the key geographic hub';
  const quote = {
    exact,
    start: 10,
    end: 62,
    fragments: [
      { start: 10, end: 17 },
      { start: 40, end: 62, joint: '[…]' },
    ],
  };
  const joined = statement('s1', 'dw-1', exact, { quote });
  expect(variants(joined, statement('s2', 'tac-1', 'Iran is the key geographic hub'))).toHaveLength(1);
});

test(
  'of ten thousand statements of one speaker only those that share rare words are compared',
  { timeout: 60_000 },
  () => {
    const many = Array.from({ length: 10_000 }, (_, index) => {
      const words = Array.from({ length: 12 }, (_, word) => `word${(index * 7919 + word * word * 31 + word) % 5003}x`);
      return statement(`s${index}`, `${index % 2 ? 'dw' : 'tac'}-1`, `Iran ${words.join(' ')}`, { at: index * 200 });
    });
    const planted = [
      statement('p1', 'dw-1', 'Iran burrowed inside the wretched caverns', { at: 1 }),
      statement('p2', 'tac-1', 'Iran burrowed deep inside the wretched caverns', { at: 1 }),
    ];
    vi.mocked(sameWords).mockClear();
    expect(variants(...many, ...planted).map(({ statements }) => statements)).toContainEqual(['p1', 'p2']);
    // All pairs would be fifty million.
    expect(vi.mocked(sameWords).mock.calls.length).toBeLessThan(many.length * 10);
  },
);
