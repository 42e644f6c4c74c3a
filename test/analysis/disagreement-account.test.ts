import { describe, expect, it } from 'vitest';
import { disagreementAccount } from '../../src/analysis/disagreement-account.js';
import { disagreements } from '../../src/analysis/disagreements.js';
import type { Stance } from '../../src/dataset/dataset.js';
import { story, type Said } from '../dataset/small-story.js';

const taxes: readonly Said[] = [
  ['post', 'ann', 'tax', 'support'],
  ['echo', 'ann', 'tax', 'support'],
  ['mail', 'bob', 'tax', 'oppose'],
  ['post', 'ann', 'war', 'support'],
];

describe('the account of a claim', () => {
  it('has the sources without which the category would change', () => {
    const data = story(taxes);
    const { categoriesWithout, extremes, pairs } = disagreementAccount(data, disagreements(data)[0]!);
    expect(categoriesWithout.map(({ source, category }) => [source.id, category])).toEqual([['mail', 'agree']]);
    expect(extremes).toEqual([]);
    expect(pairs.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(1);
  });

  describe('where the outlets also speak themselves', () => {
    // Whom they quote differs little, but would differ without one of the supporters in the echo.
    const quoted: readonly Said[] = [
      ['post', 'ann', 'tax', 'support'],
      ['mail', 'ann', 'tax', 'support'],
      ...['ann', 'bob', 'cleo'].map((speaker): Said => ['echo', speaker, 'tax', 'support']),
      ['echo', 'dan', 'tax', 'oppose'],
    ];
    const accountOf = (said: readonly Said[]) => {
      const data = story(said);
      return disagreementAccount(data, disagreements(data)[0]!);
    };

    it('their own statements decide the category where they differ more', () => {
      expect(accountOf(quoted).decisive.map(({ speaker }) => speaker?.id)).toEqual(['ann', 'bob', 'cleo']);
      const { decisive } = accountOf([...quoted, ['post', '', 'tax', 'support'], ['mail', '', 'tax', 'oppose']]);
      expect(decisive.map(({ article, speaker }) => [article.source.id, speaker])).toEqual([
        ['post', undefined],
        ['mail', undefined],
      ]);
    });

    it('leaving out an outlet also leaves out what it says itself', () => {
      const { categoriesWithout } = accountOf([
        ...quoted,
        ['post', '', 'tax', 'support'],
        ['mail', '', 'tax', 'oppose'],
        ['sun', 'ann', 'tax', 'support'],
        ['sun', '', 'tax', 'support'],
      ]);
      expect(categoriesWithout.map(({ source, category }) => [source.id, category])).toEqual([['mail', 'agree']]);
    });
  });

  it('is stable where no single outlet changes it, and not where one fewer is too few to compare', () => {
    const all = ['post', 'echo', 'mail', 'sun'].map((id): Said => [id, 'ann', 'tax', 'support']);
    const accountOf = (said: readonly Said[]) => {
      const data = story(said);
      return disagreementAccount(data, disagreements(data)[0]!);
    };
    expect(accountOf(all)).toMatchObject({ category: 'agree', isStable: true, categoriesWithout: [] });
    const three: Said[] = [...all.slice(0, 3), ['sun', 'ann', 'war', 'support'], ['star', 'ann', 'war', 'support']];
    expect(accountOf(three)).toMatchObject({ isStable: false, categoriesWithout: [] });
    expect(accountOf(all.slice(0, 2))).toMatchObject({ isStable: false, categoriesWithout: [] });
    // One outlet that contradicts what all quote: without it there is no difference.
    const contradicted = accountOf([...all, ['post', '', 'tax', 'oppose']]);
    expect(contradicted).toMatchObject({ category: 'mixed', isStable: false });
    expect(contradicted.categoriesWithout.map(({ source, category }) => [source.id, category])).toEqual([
      ['post', 'agree'],
    ]);
    expect(contradicted.decisive.map(({ speaker }) => speaker)).toEqual([undefined]);
  });

  it('has the range from six sources on, and the number of pairs that it does not list', () => {
    const stances: readonly Stance[] = ['support', 'support', 'oppose', 'support', 'support', 'oppose'];
    const data = story(stances.map((stance, i) => [`p${i}`, `s${i}`, 'tax', stance] as const));
    const { extremes, pairs, morePairs } = disagreementAccount(data, disagreements(data)[0]!);
    expect(extremes).toHaveLength(2);
    expect(extremes[0]!.score).toBeLessThan(extremes[1]!.score);
    expect(pairs.length + morePairs).toBe(15);
  });

  it('has both versions of an utterance, and the sources that do not quote it', () => {
    const data = story(taxes, {
      variants: [{ kind: 'same-utterance', statements: ['s1', 's2'], differences: [['0', '1']] }],
    });
    const [utterance] = disagreementAccount(data, disagreements(data)[0]!).utterances;
    expect(utterance!.versions.map(({ source }) => source.id)).toEqual(['post', 'echo']);
    expect(utterance!.versions[1].words.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['1']);
    expect(utterance!.missingFrom.map(({ id }) => id)).toEqual(['mail']);
    expect(disagreementAccount(data, disagreements(data)[1]!).utterances).toEqual([]);
  });

  it('marks the words of each version as its own, also where the variant begins with the other outlet', () => {
    // The first statement is on another claim, so that the echo's version is the first one on this claim.
    const data = story([['post', 'ann', 'war', 'support'], ...taxes.slice(1, 3), ['post', 'ann', 'tax', 'support']], {
      variants: [{ kind: 'same-utterance', statements: ['s1', 's2', 's4'], differences: [['3', '1']] }],
    });
    const [utterance] = disagreementAccount(
      data,
      disagreements(data).find(({ claim }) => claim.id === 'tax')!,
    ).utterances;
    expect(
      utterance!.versions.map(({ source, words }) => [
        source.id,
        words.filter((w) => w.differs).map(({ text }) => text),
      ]),
    ).toEqual([
      ['echo', ['1']],
      ['post', ['3']],
    ]);
  });

  it('has the utterance with most differences first, then the longest, and each pair of outlets once', () => {
    const quotes = ['It is.', 'It is not so.', 'It is not really so.', 'No, it is not.', 'No, it surely is not.'];
    const statements = quotes.map((exact, i) => ({
      id: `s${i}`,
      article: `${i < 3 ? 'post' : i === 3 ? 'mail' : 'echo'}-1`,
      claim: 'tax',
      stance: 'support' as const,
      voice: 'quoted' as const,
      speaker: 'ann',
      quote: { exact },
    }));
    const data = story(taxes, {
      statements,
      variants: [
        { kind: 'same-utterance', statements: ['s0', 's3'] },
        { kind: 'same-utterance', statements: ['s1', 's3'], differences: [['so', 'No']] },
        { kind: 'same-utterance', statements: ['s1', 's4'], differences: [['so', 'surely']] },
        {
          kind: 'same-utterance',
          statements: ['s2', 's3'],
          differences: [
            ['a', 'b'],
            ['c', 'd'],
          ],
        },
        { kind: 'same-utterance', statements: ['s2', 's3'] },
      ],
    });
    const { utterances } = disagreementAccount(data, disagreements(data)[0]!);
    expect(
      utterances.map(({ versions, missingFrom }) => [
        ...versions.map(({ words }) => words.map(({ text }) => text).join('')),
        missingFrom.map(({ id }) => id).join(' '),
      ]),
    ).toEqual([
      [quotes[2], quotes[3], 'echo'],
      [quotes[1], quotes[4], ''],
      [quotes[1], quotes[3], ''],
      [quotes[0], quotes[3], 'echo'],
    ]);
  });

  it('names as missing only outlets that quote neither version in any of the variants', () => {
    const said: readonly Said[] = [...taxes.slice(0, 3), ['sun', 'ann', 'tax', 'support']];
    const data = story(said, {
      variants: [
        { kind: 'same-utterance', statements: ['s1', 's2'], differences: [['0', '1']] },
        { kind: 'same-utterance', statements: ['s2', 's4'] },
      ],
    });
    const { utterances } = disagreementAccount(data, disagreements(data)[0]!);
    expect(utterances.map(({ missingFrom }) => missingFrom.map(({ id }) => id))).toEqual([['mail'], ['mail']]);
    const others = story(said, {
      variants: [
        { kind: 'same-utterance', statements: ['s1', 's2'] },
        { kind: 'same-utterance', statements: ['s3', 's4'] },
      ],
    });
    expect(
      disagreementAccount(others, disagreements(others)[0]!).utterances.map(({ missingFrom }) =>
        missingFrom.map(({ id }) => id),
      ),
    ).toEqual([
      ['mail', 'sun'],
      ['post', 'echo'],
    ]);
  });

  it('has the numbers by which it is sorted from six sources on, those of own words from six that speak', () => {
    const accountOf = (quoting: number, speaking: number, stance: Stance = 'support') => {
      const said = [
        ...Array.from({ length: quoting }, (_, i): Said => [`p${i}`, 'ann', 'tax', 'support']),
        ...Array.from({ length: speaking }, (_, i): Said => [`p${i}`, '', 'tax', stance]),
      ];
      const data = story(said);
      return disagreementAccount(data, disagreements(data)[0]!);
    };
    expect(accountOf(5, 0).differences).toBeUndefined();
    expect(accountOf(6, 0).differences).toEqual({ quoted: 0, own: undefined, gap: undefined });
    expect(accountOf(6, 5).differences).toEqual({ quoted: 0, own: undefined, gap: 0 });
    expect(accountOf(6, 6, 'oppose').differences).toEqual({ quoted: 0, own: 0, gap: 1 });
    // All alike: without any of them nothing changes.
    expect(accountOf(6, 0).extremes).toEqual([]);
    expect([accountOf(3, 2), accountOf(3, 3), accountOf(3, 3, 'oppose')].map(({ hasWideGap }) => hasWideGap)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('has no utterance of which a filter leaves only one version', () => {
    const data = story(taxes, { variants: [{ kind: 'same-utterance', statements: ['s1', 's2'] }] });
    expect(disagreementAccount(data, disagreements(data, { sources: ['post', 'mail'] })[0]!).utterances).toEqual([]);
  });
});
