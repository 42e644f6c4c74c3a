/** Longer names are not compared: whoever mistypes them knows them. */
const longestName = 64;

/**
 * The name that was probably meant: the one that differs least, case aside, by at most a third of its letters; of several the first in
 * the list. Undefined where none comes near.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const word = written.toLowerCase();
  if (word.length > longestName) return undefined;
  let best: string | undefined;
  let least = Infinity;
  for (const name of names) {
    const other = name.toLowerCase();
    const most = Math.max(1, Math.floor(Math.max(word.length, other.length) / 3));
    const limit = Math.min(most, least - 1);
    const distance = other.length > longestName ? undefined : distanceAtMost(word, other, limit);
    if (distance !== undefined) [best, least] = [name, distance];
  }
  return best;
}

/** Whether one word becomes the other by at most so many letters changed, added, dropped or swapped. */
export function differsByAtMost(a: string, b: string, most: number): boolean {
  return distanceAtMost(a, b, most) !== undefined;
}

/** Damerau's distance (adjacent letters swapped count once), or undefined where it is above the limit. */
function distanceAtMost(a: string, b: string, limit: number): number | undefined {
  if (a === b) return limit >= 0 ? 0 : undefined;
  if (limit < 1 || Math.abs(a.length - b.length) > limit) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return undefined;
    [beforeLast, last] = [last, row];
  }
  const distance = last[b.length]!;
  return distance <= limit ? distance : undefined;
}
