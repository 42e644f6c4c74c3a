import { describe, expect, it } from 'vitest';
import { arabic } from '../../src/wording/arabic.js';
import { english } from '../../src/wording/english.js';
import { french } from '../../src/wording/french.js';
import { german } from '../../src/wording/german.js';
import { spanish } from '../../src/wording/spanish.js';

// What a grammar book says, because snapshots of texts can be renewed without anybody reading them.

describe('Arabic', () => {
  it('counts one, two, three to ten, eleven to ninety-nine, and hundreds', () => {
    expect([0, 1, 2, 3, 10, 11, 99, 100, 103].map(arabic('ar').statementCount)).toEqual([
      'لا تصريحات',
      'تصريح واحد',
      'تصريحان',
      '3 تصريحات',
      '10 تصريحات',
      '11 تصريحًا',
      '99 تصريحًا',
      '100 تصريح',
      '103 تصريحات',
    ]);
  });

  it('has the dual as the subject of a sentence', () => {
    const { reportCount, outletCount, positionCount, claimsInSections, outOfView } = arabic('ar');
    expect([reportCount(2), outletCount(2), positionCount(2)]).toEqual(['تقريران', 'وسيلتا إعلام', 'موقفان']);
    expect(outOfView(2, 2)).toBe('متحدثان آخران، مقولتان أخريان');
    expect(claimsInSections({ claims: 5, same: 0, few: 2, fewOutlets: 2 })).toBe(
      'هناك مقولتان لم تتناولهما سوى وسيلة إعلام واحدة أو اثنتين.',
    );
    expect(claimsInSections({ claims: 5, same: 0, few: 3, fewOutlets: 1 })).toBe(
      'هناك 3 مقولات لم تتناولها سوى وسيلة إعلام واحدة.',
    );
  });

  it('has the genitive of the dual after a preposition, also before a second noun', () => {
    const { claimsShown, quoting, matrixSummary, differsMost } = arabic('ar');
    expect(claimsShown(1, 2)).toBe('المعروض 1 من مقولتين.');
    const two = { kind: 'bothSides', count: 2, names: undefined, isAll: false } as const;
    expect(quoting([two])).toBe('يُنقل في وسيلتي إعلام عن الطرفين.');
    expect(quoting([{ ...two, isAll: true }])).toBe('يُنقل في الوسيلتين عن الطرفين.');
    expect(matrixSummary({ claims: 5, disputed: 2, speakers: 2, outlets: 'A' })).toBe(
      'الخلاف على مقولتين من أصل 5. نُقل عن شخصين أو جهتين. المصادر: A.',
    );
    expect(differsMost(['A'], 2, true)).toMatch(/ومقولتين أخريين\.$/);
  });
});

describe('German', () => {
  it('has the dative after “bei” and “von”, of one and of many', () => {
    const { differsMost, sharedClaims, failureReason, claimsInSections } = german('de');
    expect(differsMost(['A'], 1, true)).toBe(
      'Am stärksten unterscheidet sich die Berichterstattung bei „A“ und einer weiteren These.',
    );
    expect(differsMost(['A'], 2, true)).toBe(
      'Am stärksten unterscheidet sich die Berichterstattung bei „A“ und 2 weiteren Thesen.',
    );
    expect([1, 2].map(sharedClaims)).toEqual(['bei 1 gemeinsamen These', 'bei 2 gemeinsamen Thesen']);
    expect(failureReason({ code: 'timeout', seconds: 15 })).toBe('15 Sekunden lang kamen keine Daten an.');
    expect(claimsInSections({ claims: 2, same: 2, few: 0, fewOutlets: 1 })).toBe(
      'Bei beiden Thesen ist die Berichterstattung weitgehend gleich.',
    );
    expect(claimsInSections({ claims: 5, same: 5, few: 0, fewOutlets: 1 })).toMatch(/^Bei allen fünf Thesen ist/);
    expect(claimsInSections({ claims: 5, same: 0, few: 1, fewOutlets: 1 })).toBe(
      'Eine These wird nur von einem Medium aufgegriffen.',
    );
    expect(claimsInSections({ claims: 5, same: 0, few: 2, fewOutlets: 2 })).toBe(
      'Zwei Thesen werden nur von einem oder zwei Medien aufgegriffen.',
    );
  });

  it('has the singular only for one', () => {
    expect([0, 1, 2, 21].map(german('de').statementCount)).toEqual([
      '0 Aussagen',
      '1 Aussage',
      '2 Aussagen',
      '21 Aussagen',
    ]);
  });
});

it('French has the singular for none and one, and “de” after a million', () => {
  const { statementCount, positionCount, matrixSummary } = french('fr');
  expect([0, 1, 2, 1_000_000].map(statementCount)).toEqual([
    '0 déclaration',
    '1 déclaration',
    '2 déclarations',
    '1\u202f000\u202f000 de déclarations',
  ]);
  expect([1, 2].map(positionCount)).toEqual(['1 position', '2 positions']);
  const summary = (disputed: number) => matrixSummary({ claims: 5, disputed, speakers: 0, outlets: '' });
  expect(summary(1)).toBe('1 affirmation sur 5 fait débat.');
  expect(summary(2)).toBe('2 affirmations sur 5 font débat.');
});

it('Spanish has the plural for none, and “de” after a million', () => {
  const { statementCount, matrixSummary } = spanish('es');
  expect([0, 1, 2, 1_000_000].map(statementCount)).toEqual([
    '0 declaraciones',
    '1 declaración',
    '2 declaraciones',
    '1.000.000 de declaraciones',
  ]);
  const summary = (disputed: number) => matrixSummary({ claims: 5, disputed, speakers: 0, outlets: '' });
  expect(summary(1)).toBe('1 de 5 afirmaciones es objeto de debate.');
  expect(summary(2)).toBe('2 de 5 afirmaciones son objeto de debate.');
});

it('English has the singular only for one, also in its verbs', () => {
  const { statementCount, matrixSummary, claimsInSections } = english('en');
  expect([0, 1, 2, 1000].map(statementCount)).toEqual([
    '0 statements',
    '1 statement',
    '2 statements',
    '1,000 statements',
  ]);
  const summary = (disputed: number) => matrixSummary({ claims: 5, disputed, speakers: 0, outlets: '' });
  expect(summary(1)).toBe('1 of 5 claims is disputed.');
  expect(summary(2)).toBe('2 of 5 claims are disputed.');
  expect(claimsInSections({ claims: 5, same: 0, few: 1, fewOutlets: 1 })).toBe(
    'One claim is covered by one outlet only.',
  );
  expect(claimsInSections({ claims: 5, same: 0, few: 2, fewOutlets: 2 })).toBe(
    'Two claims are covered by at most two outlets.',
  );
});
