import { addLanguage } from '../wording/add-language.js';
import { arabic } from '../wording/arabic.js';
import { french } from '../wording/french.js';
import { german } from '../wording/german.js';
import { spanish } from '../wording/spanish.js';

/** A drawing without a browser has every language, for nobody waits for it to arrive. */
export function addEveryLanguage(): void {
  for (const [tag, catalogue] of Object.entries({ ar: arabic, de: german, es: spanish, fr: french }))
    addLanguage(tag, catalogue);
}
