/** A place in one of the editor's files; lines and columns count from 1, columns in characters (code points). */
export interface FilePlace {
  /** The path as the editor knows it, relative to where the command was called. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong, where, and how to mend it, each in words an editor understands. Notes have the same form, but stop nothing. */
export interface Problem extends FilePlace {
  readonly message: string;
  readonly hint: string;
}

/** What reading gathers on its way, so that one run names every problem. */
export interface Findings {
  readonly problems: Problem[];
  readonly notes: Problem[];
}

export function noFindings(): Findings {
  return { problems: [], notes: [] };
}

export function problemAt(place: FilePlace, message: string, mend: string): Problem {
  const { file, line, column } = place;
  return { file, line, column, message: onOneLine(message), hint: onOneLine(mend) };
}

/** By file, line and column; what stands at one place keeps its order. Compares code units, so that no locale has a say. */
export function inFileOrder<T extends Problem>(problems: readonly T[]): readonly T[] {
  return [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** The text in quotation marks, on one line, cut in the middle where it is longer than `most` characters. */
export function quoted(text: string, most = 120): string {
  const characters = Array.from(onOneLine(text).trim());
  if (characters.length <= most) return `“${characters.join('')}”`;
  const half = Math.floor((most - 3) / 2);
  return `“${characters.slice(0, half).join('')} … ${characters.slice(-half).join('')}”`;
}

/** Never lets a text from a file steer a terminal or break the one-line form: control and direction characters are shown as `�`. */
function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
