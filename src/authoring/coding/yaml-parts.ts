/** A stretch of a text that can be read on its own, and the way back: where an offset of it lies in the whole. */
export interface TextPart {
  readonly text: string;
  readonly offsetOf: (offset: number) => number;
}

/** The frame is the whole text, or what is left of it without the items of `statements`; these then come in parts. */
export interface TextParts {
  readonly frame: TextPart;
  readonly statements?: Iterable<TextPart>;
}

/** A shorter text is read in one piece: some three thousand statements. */
const longText = 1_000_000;
/** So short that a part's tree is gone before the collector of garbage takes it for something that lasts. */
const longPart = 50_000;

/**
 * Takes the YAML of a long coding apart between the items of its `statements`, so that its tree, some fifty times the size of the
 * text, is never in memory at once. What belongs to an item is indented deeper than its hyphen, in block and quoted texts too, so a
 * line that begins with the hyphen begins an item.
 */
export function inParts(text: string, long = longText, part = longPart): TextParts {
  const frame: TextPart = { text, offsetOf: (offset) => offset };
  const key = text.length < long ? null : /^statements:[ \t]*(?:#.*)?\r?\n/mu.exec(text);
  if (!key) return { frame };
  const from = key.index + key[0].length;
  const hyphen = /^(?:[ \t]*(?:#.*)?\r?\n)*( *)-(?=[ \t\r\n])/u.exec(text.slice(from, from + longPart));
  if (!hyphen) return { frame };
  const { begins, to } = itemsFrom(text, from, hyphen[1]!.length);
  return {
    frame: {
      text: text.slice(0, from) + text.slice(to),
      offsetOf: (offset) => (offset < from ? offset : offset + to - from),
    },
    statements: partsOf(text, from, to, begins, part),
  };
}

/** Where the items of a list begin, and where the list ends: at a line that is indented less, or as much and without a hyphen. */
function itemsFrom(text: string, from: number, indent: number) {
  const line = /^( *)(.?)(.?)/mu;
  const begins: number[] = [];
  let at = from;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    const [, spaces = '', first = '', second = ''] = line.exec(text.slice(at, Math.min(next, at + indent + 3))) ?? [];
    const isBlank = first === '' || first === '#' || /\s/u.test(first);
    if (!isBlank && spaces.length <= indent) {
      if (spaces.length < indent || first !== '-' || /\S/u.test(second)) break;
      begins.push(at);
    }
    at = next;
  }
  return { begins, to: at };
}

function* partsOf(
  text: string,
  from: number,
  to: number,
  begins: readonly number[],
  part: number,
): Generator<TextPart> {
  let start = from;
  for (const next of [...begins.slice(1), to]) {
    if (next - start < part && next < to) continue;
    const first = start;
    yield { text: text.slice(first, next), offsetOf: (offset) => first + offset };
    start = next;
  }
}
