import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitsWord } from '../../../src/authoring/text/word-boundaries.js';
import {
  between,
  moved,
  selectionOf,
  sentenceOf,
  start,
  type Cursor,
  type Move,
} from '../../../src/workbench/reading/cursor.js';
import { readText, type Reading } from '../../../src/workbench/reading/reading.js';

const sentences = (text: string, lang = 'en') =>
  readText(text, lang).sentences.map(({ from, to }) => text.slice(from, to));
const words = (text: string) => readText(text, 'en').words.map(({ from, to }) => text.slice(from, to));

describe('sentences', () => {
  it.each([
    ['en', 'Mr. Reith went. He said “No.” Then he left.', ['Mr. Reith went.', 'He said “No.”', 'Then he left.']],
    [
      'en',
      'The U.S. officials met on Jan. 12 in Bonn. J. Smith did not.',
      ['The U.S. officials met on Jan. 12 in Bonn.', 'J. Smith did not.'],
    ],
    ['en', 'It cost 2.7 million. Why?', ['It cost 2.7 million.', 'Why?']],
    [
      'de',
      'Dr. Voss kam am 3. Mai. Sie ging, z.B. nach Kiel.',
      ['Dr. Voss kam am 3. Mai.', 'Sie ging, z.B. nach Kiel.'],
    ],
    ['fr', '« Non. » M. Dupont est parti.', ['« Non. »', 'M. Dupont est parti.']],
    ['es', '¿Quién? La Sra. Ruiz lo sabe.', ['¿Quién?', 'La Sra. Ruiz lo sabe.']],
    ['ar', 'هل الجسر آمن؟ قال الوزير نعم.', ['هل الجسر آمن؟', 'قال الوزير نعم.']],
  ])('of %s: %s', (lang, text, expected) => {
    expect(sentences(text, lang)).toEqual(expected);
  });

  it('never go over the end of a line, and blank lines are none', () => {
    expect(sentences('A headline\r\n\r\n  By Ann\n\nIt rains. It pours.\n')).toEqual([
      'A headline',
      'By Ann',
      'It rains.',
      'It pours.',
    ]);
  });

  it('hold every word of the seeds, once', () => {
    for (const name of readdirSync('seeds/articles')) {
      const reading = readText(readFileSync(`seeds/articles/${name}`, 'utf8'), 'en');
      for (const [index, word] of reading.words.entries()) {
        const sentence = reading.sentences[sentenceOf(reading, index)]!;
        expect([sentence.from <= word.from, word.to <= sentence.to]).toEqual([true, true]);
      }
    }
  });
});

it('words are those that the builder does not split', () => {
  expect(words('Iran’s al-Qaida: 2.7 🇩🇪 café, 日本')).toEqual(['Iran', 's', 'al', 'Qaida', '2.7', 'café', '日', '本']);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { from, to } of readText(text, 'en').words)
        expect([splitsWord(text, from), splitsWord(text, to), from < to]).toEqual([false, false, true]);
    }),
  );
});

describe('the cursor', () => {
  const text = 'He spoke. “We are safe,” said Ada Voss. It rained.';
  const reading = readText(text, 'en');
  const after = (...moves: readonly Move[]) =>
    moves.reduce<Cursor>((cursor, move) => moved(reading, cursor, move), start);
  const selected = (...moves: readonly Move[]) => {
    const { from, to } = selectionOf(reading, after(...moves));
    return text.slice(from, to);
  };

  it('goes by sentence and by word, and no further than the text', () => {
    expect(selected()).toBe('He');
    expect(selected('nextSentence')).toBe('We');
    expect(selected('nextSentence', 'nextSentence', 'nextSentence')).toBe('It');
    expect(selected('nextSentence', 'previousSentence', 'previousSentence')).toBe('He');
    expect(selected('nextWord', 'nextWord')).toBe('We');
    expect(selected('previousWord')).toBe('He');
    expect(after(...Array<Move>(99).fill('nextWord'))).toEqual({ anchor: 9, focus: 9 });
  });

  it('selects by word in either direction, and moves either end', () => {
    expect(selected('nextSentence', 'selectNextWord', 'selectNextWord')).toBe('We are safe');
    expect(selected('nextSentence', 'selectPreviousWord')).toBe('spoke. “We');
    expect(selected('nextSentence', 'sentence')).toBe('We are safe,” said Ada Voss');
    expect(selected('nextSentence', 'sentence', 'startForward', 'endBack')).toBe('are safe,” said Ada');
    expect(selected('nextSentence', 'startBack')).toBe('spoke. “We');
    expect(selected('endBack', 'startForward')).toBe('He');
    expect(selected('endForward')).toBe('He spoke');
  });

  it('selects what is quoted around it, and nothing else', () => {
    expect(selected('nextSentence', 'nextWord', 'quotation')).toBe('We are safe');
    expect(selected('quotation')).toBe('He');
  });

  it('goes on behind a selection', () => {
    expect(selected('nextSentence', 'quotation', 'nextWord')).toBe('said');
    expect(selected('nextSentence', 'quotation', 'previousWord')).toBe('spoke');
  });

  it('snaps to words where the mouse was', () => {
    const { from, to } = selectionOf(reading, between(reading, text.indexOf('re safe'), text.indexOf('fe,')));
    expect(text.slice(from, to)).toBe('are safe');
  });

  it('stays in any text, also in one without words', () => {
    const moves: readonly Move[] = [
      ...([
        'nextSentence',
        'previousSentence',
        'nextWord',
        'previousWord',
        'selectNextWord',
        'selectPreviousWord',
      ] as const),
      ...(['startForward', 'startBack', 'endForward', 'endBack', 'sentence', 'quotation'] as const),
    ];
    const isIn = ({ words }: Reading, word: number) =>
      Number.isInteger(word) && word >= 0 && word <= Math.max(0, words.length - 1);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.', '“', '”', '\n', '🤔') }),
        fc.array(fc.constantFrom(...moves)),
        (text, made) => {
          const reading = readText(text, 'en');
          let cursor = start;
          for (const move of made) {
            cursor = moved(reading, cursor, move);
            expect([isIn(reading, cursor.anchor), isIn(reading, cursor.focus)]).toEqual([true, true]);
          }
          const { from, to } = selectionOf(reading, cursor);
          expect(from <= to && to <= text.length).toBe(true);
        },
      ),
    );
  });
});
