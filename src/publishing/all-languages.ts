import { addLanguage } from '../wording/language-registry.js';
import { arabic } from '../wording/arabic.js';
import { french } from '../wording/french.js';
import { german } from '../wording/german.js';
import { spanish } from '../wording/spanish.js';

/** Registers every language. Outside a browser no file size matters, so none is loaded on demand. */
export function addAllLanguages(): void {
  for (const [tag, catalogue] of Object.entries({ ar: arabic, de: german, es: spanish, fr: french }))
    addLanguage(tag, catalogue);
}
