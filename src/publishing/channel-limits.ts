import { filteredColumns } from '../analysis/filtered-columns.js';
import { filterDataset, type Filter } from '../analysis/filter.js';
import type { Claim, Dataset } from '../dataset/dataset.js';
import type { Format, Widget } from './formats.js';
import type { DrawingOptions } from './static-view.js';

/** How much a drawing contains. */
export interface DrawingSize {
  /** Claims on which at least one statement is shown. */
  readonly shownClaims: readonly Claim[];
  /** Number of these claims. */
  readonly claims: number;
  readonly statements: number;
  /** Positions in a matrix, or sources on the axes of a chart. */
  readonly marks: number;
  /** Cells of the whole table, empty ones included. */
  readonly cells: number;
}

/** Returns the size of a drawing. Of a split dataset the overview is enough; no quotes are read. */
export function drawingSize(dataset: Dataset, filter: Filter, widget: Widget): DrawingSize {
  const filtered = filterDataset(dataset, filter);
  const { cells, counts, sources } = filteredColumns(dataset, filtered);
  const voiceCount = filtered.speakers.length + filtered.sources.length;
  const claims = new Set<number>();
  const rows = new Set<number>();
  const marks = new Set<number>();
  let statements = 0;
  cells.forEach((cell, entry) => {
    const claim = Math.floor(cell / voiceCount);
    const source = sources[entry]!;
    claims.add(claim);
    rows.add(widget === 'matrix' ? cell % voiceCount : source);
    marks.add(widget === 'matrix' ? cell : claim * filtered.sources.length + source);
    statements += counts[entry]!;
  });
  return {
    shownClaims: filtered.claims.filter((_, index) => claims.has(index)),
    claims: claims.size,
    statements,
    marks: marks.size,
    cells: claims.size * rows.size,
  };
}

type Unit = 'claims' | 'statements' | 'marks' | 'cells';

/** A format of `render`, or the snippet of `embed`. */
export type Channel = Format | 'embed';

/**
 * The largest drawing of each channel; units that are not listed are unlimited. A larger one, such as a page of ten megabytes or a
 * picture a million pixels high, would be useless to readers and exhaust memory.
 */
const maxSizes: Readonly<Partial<Record<Channel, Readonly<Partial<Record<Unit, number>>>>>> = {
  html: { statements: 5000, cells: 50_000 },
  email: { statements: 5000, cells: 50_000 },
  svg: { marks: 5000, cells: 50_000 },
  png: { claims: 100, marks: 2000, cells: 20_000 },
  csv: { statements: 200_000 },
  'json-ld': { statements: 5000 },
  iframe: { statements: 5000 },
  dsd: { statements: 5000 },
  embed: { statements: 5000 },
};

/** Returns the first limit that a drawing exceeds: “1,203,450 statements, and --as html holds at most 5,000”; undefined if none. */
export function exceededLimit(size: DrawingSize, channel: Channel, { layout }: DrawingOptions): string | undefined {
  const formatted = (count: number) => count.toLocaleString('en');
  for (const [unit, limit] of Object.entries(maxSizes[channel] ?? {}) as [Unit, number][])
    if (size[unit] > limit && (unit !== 'cells' || layout === 'table'))
      return `${formatted(size[unit])} ${unit}, and ${channel === 'embed' ? 'a snippet' : `--as ${channel}`} holds at most ${formatted(limit)}`;
  return undefined;
}
