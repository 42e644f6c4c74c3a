import type { Stretch } from './article-text.js';
import { isSpace } from './fold-text.js';
import { lastAtMost } from './text-positions.js';
import { kindOf } from './word-boundaries.js';

/**
 * Where words stand: wholly `inside` quotation marks, wholly `outside`, across them (`mixed`), or in a paragraph whose
 * quotation marks do not pair, so that nobody can tell (`unclear`).
 */
export type QuotationContext = 'inside' | 'outside' | 'mixed' | 'unclear';

interface Quotation extends Stretch {
  readonly context: 'inside' | 'unclear';
}

/**
 * The quotations of a text. Double marks of any language are paired within each paragraph; a paragraph that ends within a quotation is
 * clear only where the next one opens with the mark again, as newspapers print long quotations. Where a text has no
 * blank lines, each line is a paragraph. Single marks are also apostrophes: they count only where they enclose the words directly, and
 * make the words unclear where one stands open before them.
 */
export class QuotationMarks {
  readonly #text: string;
  /** In order, without overlap; from after the opening mark to before the closing one. */
  readonly #quotations: readonly Quotation[];
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const paragraphs = paragraphsOf(text);
    this.#quotations = paragraphs.flatMap((paragraph, index) => quotationsOf(text, paragraph, paragraphs[index + 1]));
    this.#starts = this.#quotations.map(({ from }) => from);
  }

  around(stretch: Stretch): QuotationContext {
    const { from, to } = withoutOuterMarks(this.#text, stretch);
    let inside = false;
    let touched = false;
    const first = this.#starts.length === 0 ? 0 : lastAtMost(this.#starts, from);
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

  #amongSingleMarks({ from, to }: Stretch): QuotationContext {
    const before = this.#text[from - 1] ?? '';
    const after = this.#text[to] ?? '';
    const enclosed = isSingleMark(before) && opens(this.#text, from - 1) && isSingleMark(after);
    if (enclosed) return 'inside';
    for (let index = from; index < to; index++) if (this.#text[index] === '‘') return 'mixed';
    for (let index = from - 1; index >= 0 && this.#text[index] !== '\n'; index--) {
      const closes = this.#text[index] === '’' && !isWordAt(this.#text, index + 1);
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

function isWordAt(text: string, index: number): boolean {
  return index < text.length && kindOf(text.codePointAt(index)!) !== 'other';
}

function withoutOuterMarks(text: string, { from, to }: Stretch): Stretch {
  const skips = (index: number): boolean => isSpace(text.charCodeAt(index)) || '“”„‟«»"'.includes(text[index]!);
  while (from < to && skips(from)) from++;
  while (to > from && skips(to - 1)) to--;
  return { from, to };
}

function paragraphsOf(text: string): readonly Stretch[] {
  const lines: Stretch[] = [];
  for (let from = 0; from <= text.length;) {
    const lineEnd = text.indexOf('\n', from);
    const to = lineEnd < 0 ? text.length : lineEnd;
    lines.push({ from, to });
    from = to + 1;
  }
  const isBlank = ({ from, to }: Stretch): boolean => text.slice(from, to).trim() === '';
  const printed = lines.map((line) => !isBlank(line));
  const blankWithin = printed.indexOf(false) < printed.lastIndexOf(true) && printed.includes(false);
  const paragraphs: Stretch[] = [];
  lines.forEach((line, index) => {
    const last = paragraphs.at(-1);
    if (!printed[index]) return;
    if (blankWithin && last && printed[index - 1]) paragraphs[paragraphs.length - 1] = { from: last.from, to: line.to };
    else paragraphs.push(line);
  });
  return paragraphs;
}

/** An open quotation: the mark that opened it and the marks that would close it. */
interface Open {
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

function quotationsOf(text: string, paragraph: Stretch, next: Stretch | undefined): readonly Quotation[] {
  const found: Quotation[] = [];
  const open: Open[] = [];
  for (let index = paragraph.from; index < paragraph.to; index++) {
    const mark = text[index]!;
    if (closingMarks[mark] === undefined) continue;
    const innermost = open.at(-1);
    if (innermost?.closing.includes(mark) && !(mark === '"' && opens(text, index))) {
      open.pop();
      if (open.length === 0) found.push({ from: innermost.at + 1, to: index, context: 'inside' });
    } else if (innermost?.mark === mark && isLineStart(text, index)) continue;
    else if (innermost?.mark !== mark && mayOpen(text, index))
      open.push({ mark, closing: closingMarks[mark], at: index });
    else return [{ ...paragraph, context: 'unclear' }];
  }
  const [outermost] = open;
  if (!outermost) return found;
  const reopened = next !== undefined && text.slice(next.from, next.to).trimStart().startsWith(outermost.mark);
  const continued = open.length === 1 && reopened && isIntroduced(text, outermost.at);
  return [...found, { from: outermost.at + 1, to: paragraph.to, context: continued ? 'inside' : 'unclear' }];
}

/** A quotation over several paragraphs begins its own or follows a colon or comma; within a sentence a closing mark was forgotten. */
function isIntroduced(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 20), index).trimEnd();
  return isLineStart(text, index) || /[:,]$/u.test(before);
}

/** `“`, `„` and `«` say by their form that they open; the others only where a word follows and none precedes. */
function mayOpen(text: string, index: number): boolean {
  return '“„‟«'.includes(text[index]!) || opens(text, index);
}

function opens(text: string, index: number): boolean {
  const before = text[index - 1];
  const after = text[index + 1];
  if (after === undefined || isSpace(after.charCodeAt(0))) return false;
  return before === undefined || isSpace(before.charCodeAt(0)) || '([{‘“„«—–-'.includes(before);
}

function isLineStart(text: string, index: number): boolean {
  return text.slice(text.lastIndexOf('\n', index - 1) + 1, index).trim() === '';
}
