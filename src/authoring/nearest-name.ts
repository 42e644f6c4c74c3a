/** Longer names are not compared, to limit the cost. */
const maxNameLength = 64;

/**
 * Returns the name that was probably meant: the one with the smallest edit distance, ignoring case; the first of several. Returns undefined
 * if every name differs by more than a third of its letters.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const word = written.toLowerCase();
  if (word.length > maxNameLength) return undefined;
  let best: string | undefined;
  let smallest = Infinity;
  for (const name of names) {
    const other = name.toLowerCase();
    const maxDistance = Math.max(1, Math.floor(Math.max(word.length, other.length) / 3));
    const limit = Math.min(maxDistance, smallest - 1);
    const distance = other.length > maxNameLength ? undefined : boundedDistance(word, other, limit);
    if (distance !== undefined) [best, smallest] = [name, distance];
  }
  return best;
}

/** Returns whether the edit distance of two words is at most `maxDistance`. */
export function isWithinDistance(a: string, b: string, maxDistance: number): boolean {
  return boundedDistance(a, b, maxDistance) !== undefined;
}

/** Returns the optimal string alignment distance (Damerau–Levenshtein: a swap of adjacent letters counts once), or undefined above the limit. */
function boundedDistance(a: string, b: string, limit: number): number | undefined {
  if (a === b) return limit >= 0 ? 0 : undefined;
  if (limit < 1 || Math.abs(a.length - b.length) > limit) return undefined;
  // Cells further than the limit from the diagonal are above the limit, so they keep Infinity.
  let beforeLast = new Array<number>(b.length + 1).fill(Infinity);
  let row = [...beforeLast];
  let last = beforeLast.map((_, index) => (index <= limit ? index : Infinity));
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    row[from - 1] = from === 1 ? i : Infinity;
    let smallest = row[from - 1]!;
    for (let j = from; j <= Math.min(b.length, i + limit); j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = cost;
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return undefined;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const distance = last[b.length]!;
  return distance <= limit ? distance : undefined;
}
