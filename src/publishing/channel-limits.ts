import type { Claim, Dataset } from '../dataset/dataset.js';
import { filteredEntries } from '../analysis/narrowed-entries.js';
import { filterDataset, type Filter } from '../analysis/narrowing.js';
import type { Format, Widget } from './formats.js';
import type { Wanted } from './static-view.js';

/** How much a drawing would hold. Of an overview too: it is known before any evidence is read. */
export interface Amount {
  /** The claims on which there is something to draw. */
  readonly on: readonly Claim[];
  readonly claims: number;
  readonly statements: number;
  /** Positions of a matrix, sources on the axes of a chart. */
  readonly marks: number;
  /** Of a whole table. */
  readonly cells: number;
}

export function amountOf(dataset: Dataset, narrowing: Filter, widget: Widget): Amount {
  const narrowed = filterDataset(dataset, narrowing);
  const { cells, counts, sources } = filteredEntries(dataset, narrowed);
  const voices = narrowed.speakers.length + narrowed.sources.length;
  const [onClaims, ofVoices, marks] = [new Set<number>(), new Set<number>(), new Set<number>()];
  let statements = 0;
  cells.forEach((cell, entry) => {
    const [claim, voice] = [Math.floor(cell / voices), cell % voices];
    onClaims.add(claim);
    ofVoices.add(widget === 'matrix' ? voice : sources[entry]!);
    marks.add(widget === 'matrix' ? cell : claim * narrowed.sources.length + sources[entry]!);
    statements += counts[entry]!;
  });
  return {
    on: narrowed.claims.filter((_, index) => onClaims.has(index)),
    claims: onClaims.size,
    statements,
    marks: marks.size,
    cells: onClaims.size * ofVoices.size,
  };
}

type Unit = 'claims' | 'statements' | 'marks' | 'cells';

/** A drawing by `render`, or the snippet of `embed`. */
export type Channel = Format | 'embed';

/**
 * What a channel holds at most; what is not named here has no end of its own. An article of ten megabytes, or a picture of a million
 * pixels in height, helps nobody, and making them takes the memory of the machine.
 */
const most: Readonly<Partial<Record<Channel, Readonly<Partial<Record<Unit, number>>>>>> = {
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

/** “1,203,450 statements, and --as html holds at most 5,000”; undefined where it all goes in. */
export function tooMuch(amount: Amount, channel: Channel, { layout }: Wanted): string | undefined {
  const number = (count: number) => count.toLocaleString('en');
  for (const [unit, limit] of Object.entries(most[channel] ?? {}) as [Unit, number][])
    if (amount[unit] > limit && (unit !== 'cells' || layout === 'table'))
      return `${number(amount[unit])} ${unit}, and ${channel === 'embed' ? 'a snippet' : `--as ${channel}`} holds at most ${number(limit)}`;
  return undefined;
}
