/** A location in one of the editor's files. Lines and columns count from 1, columns in code points. */
export interface FileLocation {
  /** The path relative to the working directory of the command, as messages show it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An error in an editor's file: where it is, what is wrong, and how to fix it. Notes have the same shape but do not stop a build. */
export interface Problem extends FileLocation {
  readonly message: string;
  readonly hint: string;
}

/** The hint of a note that is information only. */
export const noActionNeeded = 'No action needed.';

/** Collects problems and notes while files are read, so that one run reports all of them. */
export interface Findings {
  readonly problems: Problem[];
  readonly notes: Problem[];
}

export function emptyFindings(): Findings {
  return { problems: [], notes: [] };
}

/** Creates a problem whose message and hint are each on a single line and free of control characters. */
export function problemAt(location: FileLocation, message: string, hint: string): Problem {
  const { file, line, column } = location;
  return { file, line, column, message: toSingleLine(message), hint: toSingleLine(hint) };
}

/** Sorts by file, line and column; problems at one location keep their order. Compares code units, so the locale does not matter. */
export function sortByLocation<T extends Problem>(problems: readonly T[]): readonly T[] {
  return [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** Returns the text in quotation marks on a single line, shortened in the middle to about `maxLength` code points. */
export function inQuotes(text: string, maxLength = 120): string {
  const characters = Array.from(toSingleLine(text).trim());
  if (characters.length <= maxLength) return `“${characters.join('')}”`;
  const half = Math.floor((maxLength - 3) / 2);
  return `“${characters.slice(0, half).join('')} … ${characters.slice(-half).join('')}”`;
}

/** Returns the noun with its article: `a source`, `an article`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Returns the text on a single line, without characters that control a terminal. */
export function toSingleLine(text: string): string {
  return printable(text.replace(/\s+/gu, ' '));
}

/** Text from a file or its name must not control the terminal or add lines to a message: control and bidi characters become `�`. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
