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
 * blank lines, each line is a paragraph. Single quotation marks are paired in the same way, apart from apostrophes; a plural possessive may be
 * a closing mark, and what follows it is unclear.
 */
export class QuotationMarks {
  readonly #text: string;
  readonly #double: Quotations;
  readonly #single: Quotations;

  constructor(text: string) {
    this.#text = text;
    const paragraphs = paragraphsOf(text);
    const find = (quotationsIn: typeof quotationsOf) =>
      new Quotations(paragraphs.flatMap((paragraph, index) => quotationsIn(text, paragraph, paragraphs[index + 1])));
    this.#double = find(quotationsOf);
    this.#single = find(singleQuotationsOf);
  }

  contextOf(range: TextRange): QuotationContext {
    const trimmed = trimOuterMarks(this.#text, range);
    const double = this.#double.contextOf(trimmed);
    if (double === 'inside' || double === 'unclear') return double;
    const single = this.#single.contextOf(trimmed);
    return double === 'mixed' && single !== 'inside' ? 'mixed' : single;
  }
}

/** Quotations without overlap, excluding their marks. */
class Quotations {
  readonly #starts: readonly number[];

  constructor(private readonly sorted: readonly Quotation[]) {
    this.#starts = sorted.map(({ from }) => from);
  }

  contextOf({ from, to }: TextRange): QuotationContext {
    let inside = false;
    let touched = false;
    const first = Math.max(0, bisectRight(this.#starts, from) - 1);
    for (let index = first; index < this.sorted.length; index++) {
      const quotation = this.sorted[index]!;
      if (quotation.from >= to) break;
      if (quotation.to <= from) continue;
      if (quotation.context === 'unclear') return 'unclear';
      touched = true;
      inside ||= quotation.from <= from && to <= quotation.to;
    }
    return inside ? 'inside' : touched ? 'mixed' : 'outside';
  }
}

function isWordCharacterAt(text: string, index: number): boolean {
  return index < text.length && characterKind(text.codePointAt(index)!) !== 'other';
}

function trimOuterMarks(text: string, { from, to }: TextRange): TextRange {
  const isOuter = (index: number): boolean => isSpace(text.charCodeAt(index)) || '“”„‟«»"'.includes(text[index]!);
  const skips = (index: number): boolean => isOuter(index) || canOpenSingle(text, index) || canCloseSingle(text, index);
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

/** By opening mark. */
const singleClosingMarks: Readonly<Record<string, string>> = {
  '‘': "’'",
  '’': '’',
  '‚': '‘’',
  '‹': '›',
  '›': '‹',
  "'": "'’",
};

interface OpenSingleQuotation extends OpenQuotation {
  /** The first mark that is either a closing one or the apostrophe of a plural possessive. */
  readonly possibleEnd?: number;
}

function singleQuotationsOf(text: string, paragraph: TextRange, next: TextRange | undefined): readonly Quotation[] {
  const found: Quotation[] = [];
  let open: OpenSingleQuotation | undefined;
  for (let index = paragraph.from; index < paragraph.to; index++) {
    const mark = text[index]!;
    if (open?.closing.includes(mark) && canCloseSingle(text, index)) {
      if (isLikePossessive(text, index)) open = { possibleEnd: index, ...open };
      else {
        found.push(...closedAt(open, index));
        open = undefined;
      }
    } else if (canOpenSingle(text, index)) {
      if (open) found.push(...leftOpen(open, index));
      open = { mark, closing: singleClosingMarks[mark]!, at: index };
    }
  }
  if (!open) return found;
  const reopened = next !== undefined && text.slice(next.from, next.to).trimStart().startsWith(open.mark);
  const continued = open.possibleEnd === undefined && reopened && isIntroduced(text, open.at);
  return [...found, ...(continued ? closedAt(open, paragraph.to) : leftOpen(open, paragraph.to))];
}

function closedAt({ at, possibleEnd }: OpenSingleQuotation, end: number): readonly Quotation[] {
  if (possibleEnd === undefined) return [{ from: at + 1, to: end, context: 'inside' }];
  return [
    { from: at + 1, to: possibleEnd, context: 'inside' },
    { from: possibleEnd + 1, to: end, context: 'unclear' },
  ];
}

/** Without a closing mark, `'` and `’` were apostrophes. */
function leftOpen({ mark, at, possibleEnd }: OpenSingleQuotation, end: number): readonly Quotation[] {
  if (possibleEnd !== undefined) return [{ from: at + 1, to: possibleEnd, context: 'inside' }];
  return "'’".includes(mark) ? [] : [{ from: at + 1, to: end, context: 'unclear' }];
}

/** Not an apostrophe in place of letters or digits, as in ’tis and ’90s. */
function canOpenSingle(text: string, index: number): boolean {
  if (!(text[index]! in singleClosingMarks) || !hasOpeningPosition(text, index)) return false;
  return (
    !"'’".includes(text[index]!) ||
    !/^(?:\d\ds?|(?:t(?:is|was|il)|em|n|cause|bout)(?=\P{L}))/iu.test(text.slice(index + 1, index + 8))
  );
}

function canCloseSingle(text: string, index: number): boolean {
  return "’'‘›‹".includes(text[index]!) && !isSpace(text.charCodeAt(index - 1)) && !isWordCharacterAt(text, index + 1);
}

/** Whether a mark may belong to a plural, as in the officials’ view. */
function isLikePossessive(text: string, index: number): boolean {
  return /[sxz]/iu.test(text[index - 1]!) && text[index + 1] === ' ' && isWordCharacterAt(text, index + 2);
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
