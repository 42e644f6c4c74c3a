import { place, type MessagesFactory, type Page } from './language-registry.js';

/** What a page is, and Node is not. */
interface Window {
  readonly Event: new (type: string) => unknown;
  readonly dispatchEvent: (event: unknown) => void;
  readonly document?: unknown;
}

/**
 * Adds a language under its tag, and tells the widgets that are drawn already (`src/elements/controllers/language.ts`). A second one with the
 * same tag changes nothing.
 */
export function addLanguage(tag: string, catalogue: MessagesFactory): void {
  const added = ((globalThis as Page)[place] ??= new Map<string, MessagesFactory>());
  if (added.has(tag)) return;
  added.set(tag, catalogue);
  const window = globalThis as unknown as Window;
  if (window.document) window.dispatchEvent(new window.Event('stancekit.languages'));
}
