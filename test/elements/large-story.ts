import type { DatasetJson, Side } from '../../src/dataset/dataset.js';

const codes = { support: 's', oppose: 'o', neutral: 'n', both: '(1,1,0)', '': '.' } as const;

/** What that speaker says on that claim: made up, the same at every run. */
export function sideAt(row: number, column: number): Side | undefined {
  const number = ((row * 7919 + column * 104_729 + ((row * column) % 31) * 17) >>> 0) % 10;
  return number < 2 ? undefined : number < 5 ? 'support' : number < 8 ? 'oppose' : number < 9 ? 'neutral' : 'both';
}

/** A roll call of so many speakers, in four groups of neighbours, on so many claims, whose evidence stands apart. */
export function largeStory(rows: number, columns: number, more: Partial<DatasetJson> = {}): DatasetJson {
  const groups = ['North', 'South', 'East', 'West'].map((name, index) => ({ id: `g${index}`, name }));
  const speakers = Array.from({ length: rows }, (_, row) => ({
    id: `p${row}`,
    name: `Speaker ${row}`,
    role: `Member for District ${row}`,
    group: `g${Math.floor((row * 4) / rows)}`,
  }));
  const claims = Array.from({ length: columns }, (_, column) => ({
    id: `c${column}`,
    text: `Claim number ${column}.`,
  }));
  const positions = claims.map(({ id }, column): [string, Record<string, string>] => [
    id,
    { un: speakers.map((_, row) => codes[sideAt(row, column) ?? '']).join('') },
  ]);
  return {
    version: 1,
    title: 'Roll calls',
    lang: 'en',
    sources: [{ id: 'un', name: 'Record' }],
    articles: [],
    groups,
    speakers,
    claims,
    statements: [],
    split: {
      statements: rows * columns,
      articles: 1,
      folder: 'evidence/',
      evidence: Object.fromEntries(claims.map(({ id }) => [id, 'ab'.repeat(32)])),
      positions: Object.fromEntries(positions),
    },
    ...more,
  };
}
