import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuotedSides } from '../../src/analysis/coverage.js';
import { PositionTable, type PositionMark } from '../../src/analysis/position-table.js';
import type { Claim, Speaker, Stance } from '../../src/dataset/dataset.js';
import { layoutDisagreements, orderRows } from '../../src/layout/disagreement/disagreement-layout.js';
import { english } from '../../src/wording/english.js';
import {
  coverageTitle,
  footerFacts,
  leadOf,
  markName,
  notCoveredBy,
  outletOnClaim,
  qualificationsOf,
  quotingOutlets,
  sectionTitle,
  verbOf,
  verdictOf,
} from '../../src/wording/sentences.js';
import { story, type Said } from '../dataset/small-story.js';

const messages = english('en-GB');
const stances: readonly Stance[] = ['support', 'oppose', 'neutral'];

function chart(said: readonly Said[]) {
  return orderRows(layoutDisagreements(story(said), {}), 'disagreement');
}

const verdict = (said: readonly Said[]) => {
  const { rows, sources } = chart(said);
  return verdictOf(rows[0]!, sources.length, messages).map(({ text }) => text);
};

const quoted = (source: string, stance: Stance, speaker = `of-${source}`): Said => [source, speaker, 'tax', stance];
const own = (source: string, stance: Stance): Said => [source, '', 'tax', stance];

describe('the verdict on a claim', () => {
  it.each<[string, Said[], readonly string[]]>([
    ['all quote one side', ['a', 'b', 'c'].map((id) => quoted(id, 'support')), ['All three quote only supporters.']],
    [
      'a few quote others',
      [quoted('a', 'support'), quoted('b', 'support'), quoted('c', 'oppose')],
      ['The a and The b quote only supporters; The c quotes only opponents.'],
    ],
    [
      'many are counted, one that stands alone is named',
      [
        ...['a', 'b', 'c', 'd', 'e'].map((id) => quoted(id, 'support')),
        quoted('f', 'oppose'),
        quoted('g', 'support', 'x'),
        quoted('g', 'oppose', 'y'),
      ],
      ['Five outlets quote only supporters; The f quotes only opponents; The g quotes both sides.'],
    ],
    [
      'the outlets speak themselves',
      [quoted('a', 'support'), quoted('b', 'support'), own('b', 'oppose')],
      ['In its own words, The b disputes the claim.', 'Both quote only supporters.'],
    ],
    [
      'what they say differs more than whom they quote',
      [...['a', 'b', 'c'].flatMap((id) => [quoted(id, 'support'), own(id, 'oppose')])],
      ['In their own words, all three dispute the claim.', 'All three quote only supporters.'],
    ],
    [
      'nobody is quoted',
      [own('a', 'neutral')],
      ['Nobody is quoted on this.', 'In its own words, The a takes no side.'],
    ],
    [
      'all quote both sides, but not to the same extent',
      [
        ...['x', 'y', 'z'].map((speaker) => quoted('a', 'support', speaker)),
        quoted('a', 'oppose', 'o'),
        ...['b', 'c'].flatMap((id) => ['x', 'y', 'z'].map((speaker) => quoted(id, 'oppose', speaker))),
        ...['b', 'c'].map((id) => quoted(id, 'support', 's')),
      ],
      ['The b and The c quote more opposition than support; The a quotes more support than opposition.'],
    ],
    [
      'all quote both sides to much the same extent',
      ['a', 'b', 'c'].flatMap((id) => [quoted(id, 'support', 's'), quoted(id, 'oppose', 'o')]),
      ['All three quote both sides.'],
    ],
    ['only people who take no side', [quoted('a', 'neutral')], ['The a quotes only people who take no side.']],
  ])('%s', (_, said, sentences) => {
    expect(verdict(said)).toEqual(sentences);
  });

  it('agrees with the columns where one person said both', () => {
    const twice = (source: string, stance: Stance) => [quoted(source, stance), quoted(source, stance)];
    const said = [...twice('a', 'support'), quoted('a', 'oppose'), ...twice('b', 'oppose'), quoted('b', 'support')];
    expect(chart(said).rows[0]!.outlets.map(({ column }) => column)).toEqual([2, 2]);
    expect(verdict(said)).toEqual(['Both quote both sides, to different degrees.']);
  });

  it('says that they differ by degree where all take the same side', () => {
    const hedged = (id: string, times: number, speaker = 'ann'): Said[] => [
      quoted(id, 'support', speaker),
      ...Array.from({ length: times }, () => quoted(id, 'neutral', speaker)),
    ];
    expect(verdict([...hedged('a', 5), ...hedged('b', 0), ...hedged('c', 0)])).toEqual([
      'All three quote only supporters, to different degrees.',
    ]);
    expect(verdict([...hedged('a', 5, ''), ...hedged('b', 0, ''), ...hedged('c', 0, '')])).toEqual([
      'In their own words, all three support the claim, to different degrees.',
      'Nobody is quoted on this.',
    ]);
  });

  it('says whose voices they are', () => {
    const { rows } = chart([
      quoted('a', 'support', 'ann'),
      quoted('b', 'support', 'ann'),
      quoted('b', 'oppose', 'bob'),
    ]);
    expect(qualificationsOf(rows[0]!, messages)).toEqual([
      'Nobody but ann is quoted for it.',
      'Nobody but bob is quoted against it.',
    ]);
  });

  it('says what it depends on, also where the outlets’ own words decide', () => {
    const said = [
      quoted('a', 'support', 'ann'),
      quoted('b', 'support', 'ann'),
      ...['ann', 'bob', 'cleo'].map((speaker) => quoted('c', 'support', speaker)),
      quoted('c', 'oppose', 'dan'),
    ];
    expect(qualificationsOf(chart(said).rows[0]!, messages)).toContain(
      'One statement fewer would change the category.',
    );
    const twice = [own('a', 'support'), own('a', 'support'), own('b', 'oppose'), own('b', 'oppose')];
    const [row] = chart([...said, ...twice]).rows;
    expect(row!.answer.restsOnOneStatement).toBe(true);
    expect(qualificationsOf(row!, messages)).toEqual(['Nobody but dan is quoted against it.']);
    const contradicted = ['a', 'b', 'c', 'd'].map((id) => quoted(id, 'support', 'ann')).concat([own('a', 'oppose')]);
    expect(qualificationsOf(chart(contradicted).rows[0]!, messages)).toContain('Depends on a single statement.');
  });

  it('names five outlets that do not cover a claim, and the number of the others', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const { rows } = chart([quoted('a', 'support'), ...ids.map((id): Said => [id, 'ann', 'war', 'support'])]);
    const tax = rows.find(({ claim }) => claim.id === 'tax')!;
    expect(notCoveredBy(tax, messages, 5)).toBe('Not covered by The b, The c, The d, The e, The f and 2 more');
    expect(notCoveredBy(tax, messages)).toMatch(/The g and The h$/);
  });
});

describe('the sentences above the chart', () => {
  it('name the claim on which coverage differs most, with its verdict', () => {
    const placed = chart([
      quoted('a', 'support'),
      quoted('b', 'support'),
      quoted('c', 'oppose'),
      ...['a', 'b', 'c'].map((id): Said => [id, 'ann', 'war', 'support']),
      ['a', 'ann', 'sea', 'support'],
    ]);
    expect(leadOf(placed, messages)).toBe(
      'Coverage differs most on “The claim tax”. The a and The b quote only supporters; The c quotes only opponents. Coverage is much the same on 1 of 3 claims. One claim is covered by at most two outlets.',
    );
  });

  it('do not pass over claims on which coverage differs as much as on those named', () => {
    const said = ['tax', 'war', 'sea', 'oil'].flatMap((claim): Said[] => [
      ['a', 'ann', claim, 'support'],
      ['b', 'ann', claim, 'support'],
      ['c', 'bob', claim, 'oppose'],
    ]);
    expect(leadOf(chart(said), messages)).toBe(
      'Coverage differs on “The claim tax”, “The claim war” and 2 more claims.',
    );
  });

  it('say that outlets contradict those they quote where they do not differ from each other', () => {
    const contradicted = ['a', 'b', 'c'].flatMap((id) => [quoted(id, 'support'), own(id, 'oppose')]);
    const calm = ['a', 'b', 'c'].map((id): Said => [id, 'ann', 'war', 'support']);
    const lead = leadOf(chart([...contradicted, ...calm]), messages);
    expect(lead).toMatch(/^Own words and quoted voices are furthest apart on “The claim tax”\. In their own words/);
    expect(lead).not.toContain('Coverage differs');
    const placed = chart(contradicted);
    expect(coverageTitle('differs', placed, messages)).toBe('Coverage differs, or outlets contradict those they quote');
    expect(coverageTitle('differs', chart([quoted('a', 'support'), quoted('b', 'oppose')]), messages)).toBe(
      'Coverage differs',
    );
  });

  it('say of one outlet that there is nothing to compare', () => {
    expect(leadOf(chart([quoted('a', 'support')]), messages)).toMatch(
      /^The a is the only outlet here.*nothing to compare/,
    );
  });
});

/** Any story of up to six outlets, in which speakers may say several things. */
const anyStory = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      fc.constantFrom('', 'x', 'y', 'z'),
      fc.constantFrom('tax', 'war', 'sea'),
      fc.constantFrom(...stances),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((said): readonly Said[] => said);

/** Whom a source quotes, from its statements alone. */
function expectedSides(said: readonly Said[], source: string, claim: string): QuotedSides | undefined {
  const found = said.filter(([from, speaker, on]) => from === source && on === claim && speaker);
  const has = (stance: Stance) => found.some(([, , , each]) => each === stance);
  const takesSide = ([, speaker]: Said) => found.some(([, other, , each]) => other === speaker && each !== 'neutral');
  if (found.length === 0) return undefined;
  if (has('support') && has('oppose')) return 'bothSides';
  if (has('support')) return found.every(takesSide) ? 'onlySupporters' : 'noOpponents';
  if (has('oppose')) return found.every(takesSide) ? 'onlyOpponents' : 'noSupporters';
  return 'noSide';
}

describe('the words of the table', () => {
  const dataset = story(
    [
      ['daily', 'ann', 'tax', 'support'],
      ['herald', 'ann', 'tax', 'support'],
      ['echo', 'ann', 'tax', 'support'],
      ['mail', 'ann', 'war', 'support'],
      ['daily', 'ann', 'war', 'support'],
      ['herald', 'ann', 'war', 'support'],
      ['echo', 'ann', 'war', 'support'],
      ['echo', '', 'war', 'oppose'],
    ],
    {
      speakers: [{ id: 'ann', name: 'Ann' }],
      sources: [
        { id: 'daily', name: 'The Daily' },
        { id: 'herald', name: 'The Herald', short: 'Herald' },
        { id: 'echo', name: 'Echo' },
        { id: 'mail', name: 'Mail' },
      ],
    },
  );
  const voice = (plural?: boolean) => ({
    name: 'Ann',
    isOutlet: false,
    speaker: { id: 'ann', name: 'Ann', ...(plural !== undefined && { plural }) } as Speaker,
  });
  const outlet = { name: 'Echo', isOutlet: true, speaker: undefined };
  const markOn = (claim: number, row = 0) => new PositionTable(dataset).markOf(row, claim)!;

  it('name up to three outlets that quote a speaker, of more the number, and none for an outlet itself', () => {
    const named = (claim: number) => quotingOutlets(voice(), markOn(claim), dataset, messages);
    expect([named(0), named(1)]).toEqual(['The Daily, Herald and Echo', '4 outlets']);
    expect(quotingOutlets(outlet, markOn(1, 3), dataset, messages)).toBe('');
    const alone = story([['daily', 'ann', 'tax', 'support']]);
    expect(quotingOutlets(voice(), new PositionTable(alone).markOf(0, 0)!, alone, messages)).toBe('');
  });

  it('say what a mark says, alone or in a sentence with its speaker and claim, with a verb that agrees', () => {
    const name = (...[who, mark, claim]: [ReturnType<typeof voice> | typeof outlet, PositionMark, Claim?]) =>
      markName(who, mark, dataset, messages, claim);
    expect(name(voice(), markOn(0))).toBe('supports this; 3 statements; quoted in The Daily, Herald and Echo');
    expect(name(voice(), markOn(0), dataset.claims[0])).toBe(
      'Ann supports “The claim tax”; 3 statements; quoted in The Daily, Herald and Echo',
    );
    expect(name(voice(true), markOn(1), dataset.claims[1])).toBe(
      'Ann support “The claim war”; 4 statements; quoted in 4 outlets',
    );
    expect(name(outlet, markOn(1, 3))).toBe('opposes this in its own words');
    expect(name(voice(), { ...markOn(0), contested: true })).toMatch(/; contested$/);
  });

  it('have a verb for each side, of one and of many', () => {
    expect(
      [undefined, voice().speaker, voice(false).speaker, voice(true).speaker].map((who) =>
        verbOf('oppose', who, messages),
      ),
    ).toEqual(['opposes', 'opposes', 'opposes', 'oppose']);
  });

  it('head the sections: groups by their names, the others by words, a single one not at all', () => {
    const title = (kind: 'group' | 'others' | 'all' | 'outlets', title?: string) =>
      sectionTitle({ kind, title }, messages);
    expect([title('group', 'Government'), title('others'), title('outlets'), title('all')]).toEqual([
      'Government',
      'Others',
      'The outlets in their own words',
      undefined,
    ]);
  });

  it('say below a drawing what it is made from, and when it was analysed', () => {
    expect(footerFacts(dataset, 8, messages)).toBe('Sources: The Daily, The Herald, Echo and Mail · 8 statements');
    expect(footerFacts({ ...dataset, coded: { date: '2021-01-12' } }, 1, messages)).toMatch(
      / · 1 statement · analysed 12 January 2021$/,
    );
  });
});

describe('the words of the chart', () => {
  it('head its sections, with a word of its own for two outlets', () => {
    const two = chart([quoted('a', 'support'), quoted('b', 'oppose')]);
    const three = chart([quoted('a', 'support'), quoted('b', 'oppose'), quoted('c', 'oppose')]);
    expect(coverageTitle('few', two, messages)).toBe(messages.coverage.one);
    expect(coverageTitle('few', three, messages)).toBe(messages.coverage.few);
    expect(coverageTitle('same', two, messages)).toBe(messages.coverage.same);
  });

  it('say what an outlet does on a claim, or that it does not cover it', () => {
    const placed = chart([quoted('a', 'support'), own('a', 'oppose'), ['b', 'ann', 'war', 'support']]);
    const tax = placed.rows.find(({ claim }) => claim.id === 'tax')!;
    const words = placed.sources.map(({ source }) => outletOnClaim(tax, source, messages));
    expect(words[0]).toBe(messages.sourceOnClaim('onlySupporters', 'oppose'));
    expect(words[1]).toBe(messages.notCovered);
  });

  it('name all outlets of a sentence up to five, and of more only one that does something alone', () => {
    const many = (supporters: number, opponents: number): Said[] => [
      ...Array.from({ length: supporters }, (_, i) => quoted(`s${i}`, 'support')),
      ...Array.from({ length: opponents }, (_, i) => quoted(`o${i}`, 'oppose')),
    ];
    expect(verdict(many(3, 2))).toEqual([
      'The s0, The s1 and The s2 quote only supporters; The o0 and The o1 quote only opponents.',
    ]);
    expect(verdict(many(4, 2))).toEqual(['Four outlets quote only supporters; two quote only opponents.']);
    expect(verdict(many(5, 1))).toEqual(['Five outlets quote only supporters; The o0 quotes only opponents.']);
    expect(verdict(many(6, 0))).toEqual(['All six quote only supporters.']);
  });

  it('have the score from six outlets on', () => {
    const [row] = chart(Array.from({ length: 6 }, (_, i) => quoted(`s${i}`, i < 3 ? 'support' : 'oppose'))).rows;
    expect(qualificationsOf(row!, messages)[0]).toMatch(/^Disagreement 1\.00 \(/);
    const contradicting = chart(
      Array.from({ length: 6 }, (_, i) => [quoted(`s${i}`, 'support'), own(`s${i}`, 'oppose')]).flat(),
    );
    expect(qualificationsOf(contradicting.rows[0]!, messages).join()).not.toMatch(/Disagreement/);
  });

  it('name no outlet as not covering a claim where all do', () => {
    expect(notCoveredBy(chart([quoted('a', 'support')]).rows[0]!, messages)).toBe('');
  });
});

describe('in any story', () => {
  it('the lead names a claim as different exactly where its row does, and counts add up to the marks', () => {
    fc.assert(
      fc.property(anyStory, (said) => {
        const placed = chart(said);
        const lead = leadOf(placed, messages);
        const different = placed.rows.filter(({ coverage }) => coverage === 'differs');
        const same = placed.rows.filter(({ coverage }) => coverage === 'same').length;
        if (placed.sources.length > 1) {
          expect(/^(?:Coverage differs|Own words and quoted voices are)/.test(lead)).toBe(different.length > 0);
          expect(lead.includes('Coverage is much the same')).toBe(same > 0);
          const [named = ''] = /^[^.]*/.exec(lead)!;
          for (const { claim, coverage } of placed.rows)
            if (different.length > 0 && named.includes(`“The claim ${claim.id}”`)) expect(coverage).toBe('differs');
        }
        for (const row of placed.rows) {
          const sizes = (groups: readonly { readonly sources: readonly unknown[] }[]) =>
            groups.reduce((sum, { sources }) => sum + sources.length, 0);
          expect(sizes(row.quoting)).toBe(row.outlets.filter(({ column }) => column !== undefined).length);
          expect(sizes(row.speaking)).toBe(row.outlets.filter(({ own }) => own).length);
        }
      }),
    );
  });

  it('each outlet is said to quote whom it quotes, and its mark is in a column that says the same', () => {
    const columns: Readonly<Record<QuotedSides, readonly number[]>> = {
      onlyOpponents: [0],
      noSupporters: [1],
      bothSides: [1, 2, 3],
      moreOpposition: [1],
      asMuch: [2],
      moreSupport: [3],
      noSide: [2],
      noOpponents: [3],
      onlySupporters: [4],
    };
    fc.assert(
      fc.property(anyStory, (said) => {
        for (const { claim, outlets, quoting } of chart(said).rows) {
          for (const { source, quotes, column } of outlets) {
            expect(quotes).toBe(expectedSides(said, source.id, claim.id));
            expect(quotes === undefined ? column === undefined : columns[quotes].includes(column!)).toBe(true);
          }
          for (const { kind, sources } of quoting)
            for (const { source, column } of outlets)
              if (sources.includes(source))
                expect([kind, columns[kind]]).toEqual([kind, expect.arrayContaining([column])]);
        }
      }),
    );
  });

  it('no sentence says that outlets agree, or that a claim is so', () => {
    fc.assert(
      fc.property(anyStory, (said) => {
        const placed = chart(said);
        const texts = placed.rows.flatMap((row) => [
          ...verdictOf(row, placed.sources.length, messages).map(({ text }) => text),
          ...qualificationsOf(row, messages),
          ...placed.sources.map(({ source }) => outletOnClaim(row, source, messages)),
        ]);
        for (const text of [leadOf(placed, messages), ...texts]) expect(text).not.toMatch(/\bagree|\breports?\b/i);
      }),
    );
  });
});
