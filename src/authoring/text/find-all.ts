/** Up to this length `indexOf` is fastest. For longer patterns its time can be the product of both lengths. In UTF-16 units. */
const maxShortLength = 256;

/** Yields the offsets of all occurrences of a pattern that is not empty, including overlapping ones, in ascending order. Linear in both lengths. */
export function* findAll(text: string, pattern: string): Generator<number, undefined> {
  if (pattern.length <= maxShortLength) {
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) yield at;
    return undefined;
  }
  // Knuth, Morris and Pratt 1977, doi 10.1137/0206024.
  const borders = bordersOf(pattern);
  let matched = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    while (matched > 0 && pattern.charCodeAt(matched) !== unit) matched = borders[matched - 1]!;
    if (pattern.charCodeAt(matched) === unit) matched++;
    if (matched < pattern.length) continue;
    yield index + 1 - pattern.length;
    matched = borders[matched - 1]!;
  }
  return undefined;
}

/** Returns a test for whether a pattern that is not empty occurs at an offset. Fast even for a long pattern and very many offsets. */
export function occurrenceTest(text: string, pattern: string): (offset: number) => boolean {
  if (pattern.length <= maxShortLength) return (offset) => text.startsWith(pattern, offset);
  let offsets: ReadonlySet<number> | undefined;
  return (offset) => (offsets ??= new Set(findAll(text, pattern))).has(offset);
}

/** Returns for each prefix of the pattern the length of its longest border: a shorter prefix that is also its end. */
function bordersOf(pattern: string): Uint32Array {
  const borders = new Uint32Array(pattern.length);
  let border = 0;
  for (let index = 1; index < pattern.length; index++) {
    const unit = pattern.charCodeAt(index);
    while (border > 0 && pattern.charCodeAt(border) !== unit) border = borders[border - 1]!;
    if (pattern.charCodeAt(border) === unit) border++;
    borders[index] = border;
  }
  return borders;
}
