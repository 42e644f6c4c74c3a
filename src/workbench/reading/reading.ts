import { bisector } from 'd3-array';
import type { TextRange } from '../../authoring/text/text-positions.js';
import { characterKind, splitsWord } from '../../authoring/text/word-boundaries.js';
import { abbreviations } from './abbreviations.js';

/** An article as its editor reads it. Ranges are in UTF-16 units and in the order of the text; no two of a kind overlap. */
export interface Reading {
  readonly text: string;
  /** Each begins with a letter, digit or mark and ends before the space that follows it. */
  readonly sentences: readonly TextRange[];
  /** The same words that the builder does not split, without punctuation. */
  readonly words: readonly TextRange[];
}

/** Splits a text into sentences, each within a line, and words. `lang` is that of the article. Takes time linear in the text. */
export function readText(text: string, lang: string): Reading {
  return { text, sentences: sentencesOf(text, lang), words: wordsOf(text) };
}

const bisectStart = bisector(({ from }: TextRange) => from);

/** Returns the index of the last range that starts at or before the offset; 0 if there is none. */
export function indexAt(ranges: readonly TextRange[], offset: number): number {
  return Math.max(0, bisectStart.right(ranges, offset) - 1);
}

function sentencesOf(text: string, lang: string): readonly TextRange[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  const known = abbreviations(lang);
  const sentences: TextRange[] = [];
  for (const { 0: line, index: lineStart } of text.matchAll(/[^\r\n]+/gu)) {
    let from = 0;
    for (const { segment, index } of segmenter.segment(line)) {
      const end = index + segment.length;
      if (end < line.length && endsWithAbbreviation(segment.trimEnd(), known)) continue;
      // French closing marks stand behind a space.
      const to = end + /^[»”]*/u.exec(line.slice(end))![0].length;
      const sentence = line.slice(from, to);
      const trimmed = sentence.trim();
      const start = lineStart + from + sentence.indexOf(trimmed);
      if (trimmed !== '') sentences.push({ from: start, to: start + trimmed.length });
      from = Math.max(from, to);
    }
  }
  return sentences;
}

/** Whether a sentence cannot end here: after an initial, as in “J. Smith”, or a known abbreviation. */
function endsWithAbbreviation(sentence: string, known: ReadonlySet<string>): boolean {
  const [, last] = /(?:^|[\s(“„«])((?:\p{L}\.)*[\p{L}\p{N}]+)\.$/u.exec(sentence) ?? [];
  return last !== undefined && (/^\p{Lu}$/u.test(last) || known.has(last));
}

function wordsOf(text: string): readonly TextRange[] {
  const words: TextRange[] = [];
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at)!;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    if (characterKind(codePoint) === 'other') {
      at = next;
      continue;
    }
    let to = next;
    while (to < text.length && splitsWord(text, to)) to += text.codePointAt(to)! > 0xffff ? 2 : 1;
    words.push({ from: at, to });
    at = to;
  }
  return words;
}
