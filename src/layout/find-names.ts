import type { Claim } from '../dataset/dataset.js';
import type { MatrixLayout } from './matrix-layout.js';
import { selectionKey, voicesOf } from './matrix-selection.js';

/** A speaker, an outlet or a claim by its key and its words. */
export interface Named {
  readonly key: string;
  readonly name: string;
  /** Other words for it. */
  readonly short?: string | undefined;
}

export function claimName(key: string, { text, short }: Claim): Named {
  return { key, name: text, short };
}

/** The voices and the claims of a matrix. */
export function namesIn(placed: MatrixLayout): readonly Named[] {
  return [
    ...voicesOf(placed).map((voice) => ({ key: selectionKey(voice, undefined), name: voice.name })),
    ...placed.columns.map((column) => claimName(selectionKey(undefined, column), column.claim)),
  ];
}

/** Letters without case and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Those in whose words all of these stand, in their order; at most so many. None where nothing is sought. */
export function findNames(names: readonly Named[], sought: string, most: number): readonly Named[] {
  const parts = plain(sought).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  return names
    .filter(({ name, short = '' }) => {
      const words = plain(`${name} ${short}`);
      return parts.every((part) => words.includes(part));
    })
    .slice(0, most);
}
