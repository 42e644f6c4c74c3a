import type { Dataset } from './dataset.js';
import { quoteText } from './quote-parts.js';

/** Returns the JSON text from which `readDataset` reads the same dataset: objects are replaced by their ids where they are referred to. */
export function datasetJson(dataset: Dataset, indent = 2): string {
  const { sources, articles, groups, speakers, claims, statements } = dataset;
  const lists: readonly (readonly { readonly id: string }[])[] = [
    sources,
    articles,
    groups,
    speakers,
    claims,
    statements,
  ];
  const referable = new Set<unknown>(lists.flat());
  return JSON.stringify(
    dataset,
    function (this: unknown, _, value: unknown) {
      // In its own list an object is written out.
      return referable.has(value) && !lists.includes(this as never) ? (value as { id: string }).id : value;
    },
    indent,
  );
}

const columns = [
  'source',
  'date',
  'headline',
  'url',
  'speaker',
  'role',
  'claim',
  'stance',
  'voice',
  'quote',
  'note',
] as const;

/**
 * Returns CSV (RFC 4180) with one line per statement and every cell in quotation marks. An apostrophe keeps spreadsheets from reading a
 * text as a formula, also after a comma, semicolon, tab or line break within it: a spreadsheet that was told another separator starts a
 * new cell there.
 */
export function datasetCsv(dataset: Dataset): string {
  const rows = dataset.statements.map(({ article, claim, stance, voice, speaker, quote, note }) => [
    article.source.name,
    article.published,
    article.headline,
    article.url,
    speaker?.name,
    speaker?.role,
    claim.text,
    stance,
    voice,
    quoteText(quote),
    note,
  ]);
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** Matches where a cell starts, or would start with another separator, if a formula follows. */
const beforeFormula = /(^|[,;\t\r\n])(?=(?:"|[^\S\t\r\n])*[=+\-@＝＋－＠])/g;

function cell(value = ''): string {
  return `"${value.replace(beforeFormula, "$1'").replaceAll('"', '""')}"`;
}
