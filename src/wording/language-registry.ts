import type { Messages } from './messages.js';

/** The words of one language, for a tag of it. */
export type MessagesFactory = (lang: string) => Messages;

export type Page = Record<symbol, Map<string, MessagesFactory> | undefined>;

/**
 * Where languages and widgets find each other, whichever comes first: scripts of their own share nothing but the page. The first
 * language makes it; a page that has none has nothing of ours.
 */
export const place = Symbol.for('stancekit.languages');

/** The languages added so far, by their tags; English is not among them. */
export function languages(): ReadonlyMap<string, MessagesFactory> | undefined {
  return (globalThis as Page)[place];
}
