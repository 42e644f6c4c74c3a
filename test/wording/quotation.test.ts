import { expect, it } from 'vitest';
import { sentence, withoutFullStop } from '../../src/wording/quotation.js';

it.each([
  ['The bridge is safe.', 'The bridge is safe'],
  ['The bridge is safe', 'The bridge is safe'],
  ['Is it safe?', 'Is it safe?'],
  ['He left the U.S.', 'He left the U.S.'],
  ['Plan B.', 'Plan B.'],
  ['Wait...', 'Wait...'],
  ['\u2067الجسر آمن.\u2069', '\u2067الجسر آمن\u2069'],
])('%s as a title is %s', (claim, title) => {
  expect(withoutFullStop(claim)).toBe(title);
});

it.each([
  ['Not covered by Echo', 'Not covered by Echo.'],
  ['Not covered by Echo Co.', 'Not covered by Echo Co.'],
  ['Only from \u2068Echo Co.\u2069', 'Only from \u2068Echo Co.\u2069'],
  ['Is it safe?', 'Is it safe?'],
])('%s as a sentence is %s', (text, whole) => {
  expect(sentence(text)).toBe(whole);
});
