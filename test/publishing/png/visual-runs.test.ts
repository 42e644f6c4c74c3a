import bidiFactory from 'bidi-js';
import { describe, expect, test } from 'vitest';
import { visualRuns } from '../../../src/publishing/png/visual-runs.js';
import { renderedContent, seeds } from '../rendering.js';

const bidi = bidiFactory();
/** Right-to-left runs begin with a `<`. */
const shown = (line: string) =>
  visualRuns(line, bidi).map(({ text, isRightToLeft }) => (isRightToLeft ? '<' : '') + text);

describe('a line in visual order', () => {
  test.each([
    ['Split: 1 for, 2 against', ['Split: 1 for, 2 against']],
    ['Ann שרה Lee', ['Ann ', '<שרה', ' Lee']],
    ['\u2067قال 15% عادلة\u2069', ['<% عادلة', '15', '<قال ']],
    ['\u2067قال "The new tax" إن\u2069', ['<" إن', 'The new tax', '<قال "']],
    ['\u2066The \u2067קול (15)\u2069 on it\u2069', ['The ', '<)', '15', '<קול (', ' on it']],
    ['A \u202eturned\u202c name', ['A ', '<turned', ' name']],
  ])('%j is from left to right %j', (line, runs) => {
    expect(shown(line)).toEqual(runs);
  });
});

describe('a line that mixes fonts', () => {
  const heading = async (text: string) => Buffer.from(await renderedContent(seeds, 'png', 'matrix', { heading: text }));

  test.each(['قال kV 15', 'النسبة 15% لا 12', 'Ann שרה Lee', 'नमस्ते Ελλάδα', 'Łódź Привет'])(
    'is rendered: %j',
    async (text) => {
      expect((await heading(text)).equals(await heading('\u2060'))).toBe(false);
    },
  );
});
