import type { Messages } from './messages.js';

/** Returns the messages of one language for a BCP 47 tag of it. */
export type MessagesFactory = (lang: string) => Messages;

type Languages = Map<string, MessagesFactory>;

/** The parts of a browser's global object that this file needs; in Node there is no document. */
interface Page {
  [key: symbol]: Languages | undefined;
  readonly document?: unknown;
  readonly Event: new (type: string) => unknown;
  readonly dispatchEvent: (event: unknown) => void;
}

/**
 * The key of the registry on the global object, where languages and widgets find each other in whichever order they load: a language is a
 * script of its own and shares nothing else with them. The first language creates the registry; without one, a page has no global of ours.
 */
const registryKey = Symbol.for('stancekit.languages');

const page = globalThis as unknown as Page;

/** Returns the languages added so far, by tag. English is built in and not among them. */
export function addedLanguages(): ReadonlyMap<string, MessagesFactory> | undefined {
  return page[registryKey];
}

/**
 * Adds a language under its tag and lets widgets that are already on the page render again (`src/elements/controllers/language.ts`). Does
 * nothing if the tag has a language already.
 */
export function addLanguage(tag: string, messages: MessagesFactory): void {
  const languages = (page[registryKey] ??= new Map());
  if (languages.has(tag)) return;
  languages.set(tag, messages);
  if (page.document) page.dispatchEvent(new page.Event('stancekit.languages'));
}
