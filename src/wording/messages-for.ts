import { english } from './english.js';
import { languages, type MessagesFactory } from './language-registry.js';
import { withIsolatedNames } from './bidi.js';
import type { Messages } from './messages.js';

const made = new Map<string, Messages>();

/**
 * The words for a BCP 47 tag, in the language with that tag or with its first part; English where there is none, and where the
 * tag is not one. The same tag gives the same object, until a language is added.
 */
export function messagesFor(lang: string): Messages {
  const added = languages();
  const key = `${lang} ${added?.size}`;
  let messages = made.get(key);
  if (!messages) {
    let tag = 'en';
    let catalogue: MessagesFactory | undefined;
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
    messages = withIsolatedNames({ ...english(tag), ...catalogue?.(tag) });
    made.set(key, messages);
  }
  return messages;
}
