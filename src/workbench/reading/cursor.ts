import type { TextRange } from '../../authoring/text/text-positions.js';
import { indexAt, type Reading } from './reading.js';

/** Where the editor is: the words at both ends of the selection, by index. `focus` is the end that moves. */
export interface Cursor {
  readonly anchor: number;
  readonly focus: number;
}

export type Move =
  | 'nextSentence'
  | 'previousSentence'
  | 'nextWord'
  | 'previousWord'
  /** Moves the focus and leaves the anchor. */
  | 'selectNextWord'
  | 'selectPreviousWord'
  /** Move one end of the selection, whichever of the two words it is. */
  | 'startForward'
  | 'startBack'
  | 'endForward'
  | 'endBack'
  /** Selects the whole sentence of the focus, or what is quoted around it. */
  | 'sentence'
  | 'quotation';

/** The first word of the text. */
export const start: Cursor = { anchor: 0, focus: 0 };

/** Returns the cursor after a move. It stays in the text; a move that is not possible changes nothing. */
export function moved(reading: Reading, cursor: Cursor, move: Move): Cursor {
  const { sentences } = reading;
  const { anchor, focus } = cursor;
  const [first, last] = [Math.min(anchor, focus), Math.max(anchor, focus)];
  const sentence = sentenceOf(reading, focus);
  const lastWord = lastWordOf(reading);
  switch (move) {
    case 'nextSentence':
      return sentence + 1 < sentences.length ? atOffset(reading, sentences[sentence + 1]!.from) : cursor;
    case 'previousSentence':
      return sentence > 0 ? atOffset(reading, sentences[sentence - 1]!.from) : atOffset(reading, 0);
    case 'nextWord':
      return at(Math.min(last + 1, lastWord));
    case 'previousWord':
      return at(Math.max(first - 1, 0));
    case 'selectNextWord':
      return { anchor, focus: Math.min(focus + 1, lastWord) };
    case 'selectPreviousWord':
      return { anchor, focus: Math.max(focus - 1, 0) };
    case 'startForward':
      return { anchor: Math.min(first + 1, last), focus: last };
    case 'startBack':
      return { anchor: Math.max(first - 1, 0), focus: last };
    case 'endForward':
      return { anchor: first, focus: Math.min(last + 1, lastWord) };
    case 'endBack':
      return { anchor: first, focus: Math.max(last - 1, first) };
    case 'sentence':
      return sentences[sentence] ? over(reading, sentences[sentence]) : cursor;
    case 'quotation': {
      const quotation = quotationAround(reading, reading.words[focus]?.from ?? 0);
      return quotation ? over(reading, quotation) : cursor;
    }
  }
}

/** Returns the words from one offset to another, which is where the mouse went down and up; both snap to the nearest word before them. */
export function between(reading: Reading, from: number, to: number): Cursor {
  return { anchor: indexAt(reading.words, from), focus: indexAt(reading.words, to) };
}

/** Returns the selected text, from the start of a word to the end of a word; empty in a text without words. */
export function selectionOf({ words }: Reading, { anchor, focus }: Cursor): TextRange {
  const [first, last] = [words[Math.min(anchor, focus)], words[Math.max(anchor, focus)]];
  return { from: first?.from ?? 0, to: last?.to ?? 0 };
}

/** Returns the index of the sentence of a word. */
export function sentenceOf({ words, sentences }: Reading, word: number): number {
  return indexAt(sentences, words[word]?.from ?? 0);
}

function lastWordOf({ words }: Reading): number {
  return Math.max(0, words.length - 1);
}

function at(word: number): Cursor {
  return { anchor: word, focus: word };
}

/** Returns the first word that ends behind the offset. */
function atOffset(reading: Reading, offset: number): Cursor {
  const { words } = reading;
  const before = indexAt(words, offset);
  return at(words[before] && words[before].to <= offset ? Math.min(before + 1, lastWordOf(reading)) : before);
}

function over(reading: Reading, { from, to }: TextRange): Cursor {
  return { anchor: atOffset(reading, from).anchor, focus: indexAt(reading.words, to - 1) };
}

const marks = /[“„«"][^“”„«»"\r\n]*[”“»"]/gu;

/** Returns what stands between quotation marks around the offset, in its line; undefined if nothing does. */
function quotationAround({ text }: Reading, offset: number): TextRange | undefined {
  const from = Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset)) + 1;
  const [line = ''] = /^[^\r\n]*/u.exec(text.slice(from))!;
  for (const { 0: quotation, index } of line.matchAll(marks)) {
    const range = { from: from + index + 1, to: from + index + quotation.length - 1 };
    if (range.from <= offset && offset < range.to) return range;
  }
  return undefined;
}
