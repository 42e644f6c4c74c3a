import type { MatrixLayout } from './matrix-layout.js';
import { keyOf, voicesOf } from './matrix-selection.js';

/** A speaker, an outlet or a claim by its key and its words. */
export interface Found {
  readonly key: string;
  readonly name: string;
}

/** Letters without case and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The voices and claims in whose words all of these stand, names first; at most so many. None where nothing is sought. */
export function findNames(placed: MatrixLayout, sought: string, most: number): readonly Found[] {
  const parts = plain(sought).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  const all = [
    ...voicesOf(placed).map((voice) => ({ key: keyOf(voice, undefined), name: voice.name, text: voice.name })),
    ...placed.columns.map((column) => ({
      key: keyOf(undefined, column),
      name: column.claim.text,
      text: `${column.claim.text} ${column.claim.short ?? ''}`,
    })),
  ];
  return all
    .filter(({ text }) => {
      const words = plain(text);
      return parts.every((part) => words.includes(part));
    })
    .slice(0, most);
}
