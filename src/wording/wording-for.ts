import { english } from './english.js';
import { languages, type Catalogue } from './languages.js';
import { withNamesApart } from './names-apart.js';
import type { Wording } from './wording.js';

const made = new Map<string, Wording>();

/**
 * The words for a BCP 47 tag, in the language with that tag or with its first part; English where there is none, and where the
 * tag is not one. The same tag gives the same object, until a language is added.
 */
export function wordingFor(lang: string): Wording {
  const added = languages();
  const key = `${lang} ${added?.size}`;
  let words = made.get(key);
  if (!words) {
    let tag = 'en';
    let catalogue: Catalogue | undefined;
    try {
      // Where nothing is to be made of it, nothing is asked: the first use of `Intl` takes its time.
      const [canonical] = (/^en(-[A-Z]{2})?$/.test(lang) ? [lang] : Intl.getCanonicalLocales(lang)) as [string];
      const [language] = canonical.split('-') as [string];
      catalogue = added?.get(canonical) ?? added?.get(language);
      if (catalogue || language === tag) tag = canonical;
    } catch {
      // Not a tag.
    }
    // A language of another version may lack words that are new: these stay English.
    words = withNamesApart({ ...english(tag), ...catalogue?.(tag) });
    made.set(key, words);
  }
  return words;
}
