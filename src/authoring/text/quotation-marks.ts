import { bisectRight } from 'd3-array';
import type { TextRange } from './text-positions.js';
import { isSpace } from './fold-text.js';
import { characterKind } from './word-boundaries.js';

/**
 * Where a range lies: entirely `inside` quotation marks, entirely `outside`, across them (`mixed`), or in a paragraph with unbalanced
 * quotation marks (`unclear`).
 */
export type QuotationContext = 'inside' | 'outside' | 'mixed' | 'unclear';

interface Quotation extends TextRange {
  readonly context: 'inside' | 'unclear';
}

/**
 * Finds the quotations of a text. Double quotation marks of any language are paired within each paragraph. A quotation that is open at the
 * end of a paragraph is accepted only if the next paragraph starts with the same mark, as newspapers print long quotations. In a text without
 * blank lines, each line is a paragraph. Single quotation marks may be apostrophes: they count only directly around the range, and an open
 * one before it makes the range unclear.
 */
export class QuotationMarks {
  readonly #text: string;
  /** Sorted, without overlap, excluding the marks. */
  readonly #quotations: readonly Quotation[];
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const paragraphs = paragraphsOf(text);
    this.#quotations = paragraphs.flatMap((paragraph, index) => quotationsOf(text, paragraph, paragraphs[index + 1]));
    this.#starts = this.#quotations.map(({ from }) => from);
  }

  contextOf(range: TextRange): QuotationContext {
    const { from, to } = trimOuterMarks(this.#text, range);
    let inside = false;
    let touched = false;
    const first = Math.max(0, bisectRight(this.#starts, from) - 1);
    for (let index = first; index < this.#quotations.length; index++) {
      const quotation = this.#quotations[index]!;
      if (quotation.from >= to) break;
      if (quotation.to <= from) continue;
      if (quotation.context === 'unclear') return 'unclear';
      touched = true;
      inside ||= quotation.from <= from && to <= quotation.to;
    }
    if (inside) return 'inside';
    return touched ? 'mixed' : this.#amongSingleMarks({ from, to });
  }

  #amongSingleMarks({ from, to }: TextRange): QuotationContext {
    const before = this.#text[from - 1] ?? '';
    const after = this.#text[to] ?? '';
    const enclosed = isSingleMark(before) && hasOpeningPosition(this.#text, from - 1) && isSingleMark(after);
    if (enclosed) return 'inside';
    for (let index = from; index < to; index++) if (this.#text[index] === '‘') return 'mixed';
    for (let index = from - 1; index >= 0 && this.#text[index] !== '\n'; index--) {
      const closes = this.#text[index] === '’' && !isWordCharacterAt(this.#text, index + 1);
      if (closes) break;
      if (this.#text[index] === '‘') return 'unclear';
    }
    return 'outside';
  }
}

function isSingleMark(character: string): boolean {
  return (
    character === '‘' ||
    character === '’' ||
    character === '‚' ||
    character === "'" ||
    character === '‹' ||
    character === '›'
  );
}

function isWordCharacterAt(text: string, index: number): boolean {
  return index < text.length && characterKind(text.codePointAt(index)!) !== 'other';
}

function trimOuterMarks(text: string, { from, to }: TextRange): TextRange {
  const skips = (index: number): boolean => isSpace(text.charCodeAt(index)) || '“”„‟«»"'.includes(text[index]!);
  while (from < to && skips(from)) from++;
  while (to > from && skips(to - 1)) to--;
  return { from, to };
}

function paragraphsOf(text: string): readonly TextRange[] {
  const lines: TextRange[] = [];
  for (let from = 0; from <= text.length;) {
    const lineEnd = text.indexOf('\n', from);
    const to = lineEnd < 0 ? text.length : lineEnd;
    lines.push({ from, to });
    from = to + 1;
  }
  const isBlank = ({ from, to }: TextRange): boolean => text.slice(from, to).trim() === '';
  const printed = lines.map((line) => !isBlank(line));
  const blankWithin = printed.indexOf(false) < printed.lastIndexOf(true) && printed.includes(false);
  const paragraphs: TextRange[] = [];
  lines.forEach((line, index) => {
    const last = paragraphs.at(-1);
    if (!printed[index]) return;
    if (blankWithin && last && printed[index - 1]) paragraphs[paragraphs.length - 1] = { from: last.from, to: line.to };
    else paragraphs.push(line);
  });
  return paragraphs;
}

/** An open quotation: its opening mark and the marks that may close it. */
interface OpenQuotation {
  readonly mark: string;
  readonly closing: string;
  readonly at: number;
}

const closingMarks: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”"',
  '‟': '”',
  '”': '”',
  '«': '»',
  '»': '«',
  '"': '"',
};

function quotationsOf(text: string, paragraph: TextRange, next: TextRange | undefined): readonly Quotation[] {
  const found: Quotation[] = [];
  const open: OpenQuotation[] = [];
  for (let index = paragraph.from; index < paragraph.to; index++) {
    const mark = text[index]!;
    if (closingMarks[mark] === undefined) continue;
    const innermost = open.at(-1);
    if (innermost?.closing.includes(mark) && !(mark === '"' && hasOpeningPosition(text, index))) {
      open.pop();
      if (open.length === 0) found.push({ from: innermost.at + 1, to: index, context: 'inside' });
    } else if (innermost?.mark === mark && isLineStart(text, index)) continue;
    else if (innermost?.mark !== mark && canOpen(text, index))
      open.push({ mark, closing: closingMarks[mark], at: index });
    else return [{ ...paragraph, context: 'unclear' }];
  }
  const [outermost] = open;
  if (!outermost) return found;
  const reopened = next !== undefined && text.slice(next.from, next.to).trimStart().startsWith(outermost.mark);
  const continued = open.length === 1 && reopened && isIntroduced(text, outermost.at);
  return [...found, { from: outermost.at + 1, to: paragraph.to, context: continued ? 'inside' : 'unclear' }];
}

/** A quotation over several paragraphs starts a line or follows a colon or comma. Elsewhere a closing mark was probably forgotten. */
function isIntroduced(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 20), index).trimEnd();
  return isLineStart(text, index) || /[:,]$/u.test(before);
}

/** `“`, `„` and `«` are opening marks; others open a quotation only before a word and not after one. */
function canOpen(text: string, index: number): boolean {
  return '“„‟«'.includes(text[index]!) || hasOpeningPosition(text, index);
}

function hasOpeningPosition(text: string, index: number): boolean {
  const before = text[index - 1];
  const after = text[index + 1];
  if (after === undefined || isSpace(after.charCodeAt(0))) return false;
  return before === undefined || isSpace(before.charCodeAt(0)) || '([{‘“„«—–-'.includes(before);
}

function isLineStart(text: string, index: number): boolean {
  return text.slice(text.lastIndexOf('\n', index - 1) + 1, index).trim() === '';
}
