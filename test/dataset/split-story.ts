import type { DatasetJson, StatementJson } from '../../src/dataset/dataset.js';

/** The evidence file of a claim. */
export interface EvidenceJson extends Pick<DatasetJson, 'articles' | 'statements'> {
  readonly version: 1;
  readonly claim: string;
}

/** What one voice says in one source on one claim. */
export interface Tally {
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
  readonly contested: boolean;
}

/** Returns the code of one voice. */
export function codeOf({ support, oppose, neutral, contested }: Tally): string {
  const one = support + oppose + neutral === 1 && (support ? 's' : oppose ? 'o' : 'n');
  return (one || `(${support},${oppose},${neutral})`) + (contested ? '!' : '');
}

/** Returns the codes of one source on one claim; voices without statements are undefined. */
export function codesOf(own: Tally | undefined, speakers: readonly (Tally | undefined)[]): string {
  let codes = own ? `=${codeOf(own)}` : '';
  let silent = 0;
  for (const tally of speakers)
    if (!tally) silent++;
    else {
      codes += (silent > 1 ? `${silent}.` : '.'.repeat(silent)) + codeOf(tally);
      silent = 0;
    }
  return codes;
}

function tallyOf(statements: readonly StatementJson[]): Tally | undefined {
  if (statements.length === 0) return undefined;
  const count = (stance: string) => statements.filter((each) => each.stance === stance).length;
  return {
    support: count('support'),
    oppose: count('oppose'),
    neutral: count('neutral'),
    contested: statements.some(({ contested }) => contested),
  };
}

/** Returns a dataset as overview and evidence by claim id. Without `hashes` of the evidence files, invented ones are used. */
export function splitOf(
  whole: DatasetJson,
  hashes: Readonly<Record<string, string>> = {},
): { readonly overview: DatasetJson; readonly evidence: ReadonlyMap<string, EvidenceJson> } {
  const { sources, speakers, claims, articles, statements } = whole;
  const sourceOf = new Map(articles.map(({ id, source }) => [id, source]));
  const evidence = new Map(
    claims.flatMap(({ id }) => {
      const here = statements.filter(({ claim }) => claim === id);
      const used = new Set(here.map(({ article }) => article));
      const file: EvidenceJson = {
        version: 1,
        claim: id,
        articles: articles.filter((article) => used.has(article.id)),
        statements: here,
      };
      return here.length > 0 ? [[id, file] as const] : [];
    }),
  );
  const positions = Object.fromEntries(
    [...evidence].map(([claim, { statements }]) => [
      claim,
      Object.fromEntries(
        sources.flatMap(({ id }) => {
          const carried = statements.filter(({ article }) => sourceOf.get(article) === id);
          const by = (speaker: string | undefined) => tallyOf(carried.filter((each) => each.speaker === speaker));
          return carried.length > 0
            ? [
                [
                  id,
                  codesOf(
                    by(undefined),
                    speakers.map((speaker) => by(speaker.id)),
                  ),
                ],
              ]
            : [];
        }),
      ),
    ]),
  );
  const split = {
    statements: statements.length,
    articles: articles.length,
    folder: 'story-evidence/',
    evidence: Object.fromEntries([...evidence.keys()].map((claim) => [claim, hashes[claim] ?? 'ab'.repeat(32)])),
    positions,
  };
  return { overview: { ...whole, articles: [], statements: [], variants: undefined!, split }, evidence };
}
