import { EditError } from './edit-error.js';

/** Replaces `removed`, which starts at an offset in UTF-16 units, by `inserted`. */
export interface Splice {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

/** Returns the text after the splice. Throws an `EditError` if it does not hold the text to remove at that place. */
export function applySplice(text: string, { at, removed, inserted }: Splice): string {
  if (!text.startsWith(removed, at)) throw new EditError('The coding has changed since.');
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

/** Returns the splice that takes another one back. */
export function reverseSplice({ at, removed, inserted }: Splice): Splice {
  return { at, removed: inserted, inserted: removed };
}
