import type { Source } from '../../dataset/dataset.js';

/**
 * Two or three letters for each source, unique among the sources given: a short name that fits (`DW`), its capitals (`AmCon` → `AC`),
 * the initials of the name (`WE`), its first letters; then a number is added. Earlier sources choose first.
 */
export function sourceLetters(sources: readonly Source[]): ReadonlyMap<Source, string> {
  const used = new Set<string>();
  return new Map(
    sources.map((source, index) => {
      const letters = candidates(source).find((letters) => !used.has(letters)) ?? String(index + 1);
      used.add(letters);
      return [source, letters];
    }),
  );
}

const longest = 3;

function candidates({ name, short = name }: Source): readonly string[] {
  const initials = name
    .replace(/^the /i, '')
    .split(/[\s-]+/)
    .map((word) => signs(word)[0] ?? '');
  const all = signs(short);
  const [first = '', ...rest] = all;
  return [
    all.length <= longest ? all : [],
    several(all.filter((sign) => sign !== sign.toLowerCase())),
    several(initials),
    ...rest.map((sign) => [first, sign]),
    ...all.map((_, index) => [first, String(index + 2)]),
  ]
    .filter(({ length }) => length > 0)
    .map((letters) => letters.slice(0, longest).join('').toUpperCase());
}

/** Letters, with the marks on them, and digits. Unicode's own classes take a browser long to make, and most names need none. */
function signs(text: string): readonly string[] {
  return text.match(/^[\w ]*$/.test(text) ? /[a-z\d]/gi : /[\p{L}\p{N}]\p{M}*/gu) ?? [];
}

/** One letter alone says little. */
function several(letters: readonly string[]): readonly string[] {
  return letters.length > 1 ? letters : [];
}
