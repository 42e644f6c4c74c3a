import { english } from './english.js';
import { withNamesApart } from './names-apart.js';
import type { Wording } from './wording.js';

/** The words of one language, for a tag of it. */
export type Catalogue = (lang: string) => Wording;

const catalogues = new Map<string, Catalogue>([['en', english]]);
const made = new Map<string, Wording>();

/**
 * The words for a BCP 47 tag, in the language with that tag or with its first part; English where there is none, and where the
 * tag is not one. The same tag gives the same object.
 */
export function wordingFor(lang: string): Wording {
  const known = made.get(lang);
  if (known) return known;
  const [tag, catalogue] = find(lang) ?? ['en', english];
  const wording = withNamesApart(catalogue(tag));
  made.set(lang, wording);
  return wording;
}

function find(lang: string): readonly [string, Catalogue] | undefined {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(lang);
    const catalogue = catalogues.get(tag) ?? catalogues.get(tag.split('-')[0]!);
    return catalogue && [tag, catalogue];
  } catch {
    return undefined;
  }
}
