import type { Claim } from '../dataset/dataset.js';
import type { MatrixLayout } from './matrix/matrix-layout.js';
import { selectionKey } from './matrix/matrix-selection.js';

/** A speaker, an outlet or a claim by its key and its name. */
export interface Named {
  readonly key: string;
  readonly name: string;
  /** Searched too. */
  readonly short?: string | undefined;
}

export function claimName(key: string, { text, short }: Claim): Named {
  return { key, name: text, short };
}

/** Returns the voices and the claims of a matrix. */
export function namesIn(placed: MatrixLayout): readonly Named[] {
  return [
    ...placed.voices.map((voice) => ({ key: selectionKey(voice, undefined), name: voice.name })),
    ...placed.columns.map((column) => claimName(selectionKey(undefined, column), column.claim)),
  ];
}

/** Returns the text without case and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Returns the names that contain all words of the query, at most `max`, in their order; none for an empty query. */
export function findNames(names: readonly Named[], query: string, max: number): readonly Named[] {
  const parts = plain(query).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  return names
    .filter(({ name, short = '' }) => {
      const words = plain(`${name} ${short}`);
      return parts.every((part) => words.includes(part));
    })
    .slice(0, max);
}
