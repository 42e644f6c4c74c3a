/** A part of a text that can be parsed on its own, and the map from its offsets to those of the whole text. */
export interface TextPart {
  readonly text: string;
  readonly offsetOf: (offset: number) => number;
}

/** `frame` is the text without the items of `statements`, which come in parts; or the whole text if it was not split. */
export interface TextParts {
  readonly frame: TextPart;
  readonly statements?: Iterable<TextPart>;
}

/** Shorter texts, of up to about three thousand statements, are parsed as a whole. In UTF-16 units. */
const defaultMinSplitLength = 1_000_000;
/** So short that the garbage collector frees the tree of a part early. In UTF-16 units. */
const defaultPartLength = 50_000;

/**
 * Splits the YAML of a long coding between the items of its `statements`, so that its syntax tree, about fifty times the size of the text, is
 * never in memory as a whole. The content of an item is indented deeper than its hyphen, even in block and quoted scalars, so every line that
 * starts with the hyphen starts an item.
 */
export function splitYaml(
  text: string,
  minSplitLength = defaultMinSplitLength,
  partLength = defaultPartLength,
): TextParts {
  const frame: TextPart = { text, offsetOf: (offset) => offset };
  const key = text.length < minSplitLength ? null : /^statements:[ \t]*(?:#.*)?\r?\n/mu.exec(text);
  if (!key) return { frame };
  const from = key.index + key[0].length;
  const hyphen = /^(?:[ \t]*(?:#.*)?\r?\n)*( *)-(?=[ \t\r\n])/u.exec(text.slice(from, from + defaultPartLength));
  if (!hyphen) return { frame };
  const { starts, to } = findItems(text, from, hyphen[1]!.length);
  return {
    frame: {
      text: text.slice(0, from) + text.slice(to),
      offsetOf: (offset) => (offset < from ? offset : offset + to - from),
    },
    statements: partsOf(text, from, to, starts, partLength),
  };
}

/** Finds the starts of the items, and the end of the list: a line that is indented less, or as much and without a hyphen. */
function findItems(text: string, from: number, indent: number) {
  const line = /^( *)(.?)(.?)/mu;
  const starts: number[] = [];
  let at = from;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    const [, spaces = '', first = '', second = ''] = line.exec(text.slice(at, Math.min(next, at + indent + 3))) ?? [];
    const isBlank = first === '' || first === '#' || /\s/u.test(first);
    if (!isBlank && spaces.length <= indent) {
      if (spaces.length < indent || first !== '-' || /\S/u.test(second)) break;
      starts.push(at);
    }
    at = next;
  }
  return { starts, to: at };
}

function* partsOf(
  text: string,
  from: number,
  to: number,
  starts: readonly number[],
  partLength: number,
): Generator<TextPart> {
  let start = from;
  for (const next of [...starts.slice(1), to]) {
    if (next - start < partLength && next < to) continue;
    const first = start;
    yield { text: text.slice(first, next), offsetOf: (offset) => first + offset };
    start = next;
  }
}
