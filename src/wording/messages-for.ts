import { withIsolatedNames } from './bidi.js';
import { english } from './english.js';
import { addedLanguages, type MessagesFactory } from './language-registry.js';
import type { Messages } from './messages.js';

const cache = new Map<string, Messages>();

/**
 * Returns the messages for a BCP 47 tag: in the language added under that tag or its first subtag, else in English, also for what is not a
 * valid tag. Returns the same object for the same tag until a language is added.
 */
export function messagesFor(lang: string): Messages {
  const languages = addedLanguages();
  const key = `${lang} ${languages?.size}`;
  let messages = cache.get(key);
  if (!messages) {
    let tag = 'en';
    let factory: MessagesFactory | undefined;
    try {
      // The usual English tags skip `Intl`, whose first use on a page is slow.
      const [canonical] = (/^en(-[A-Z]{2})?$/.test(lang) ? [lang] : Intl.getCanonicalLocales(lang)) as [string];
      const [language] = canonical.split('-') as [string];
      factory = languages?.get(canonical) ?? languages?.get(language);
      if (factory || language === tag) tag = canonical;
    } catch {
      // Not a valid tag.
    }
    // A language script of an older version may lack new messages: these stay in English.
    messages = withIsolatedNames({ ...english(tag), ...factory?.(tag) });
    cache.set(key, messages);
  }
  return messages;
}
