import type { Quote, StatementJson } from './dataset.js';
import type { Check } from './shape.js';

/** In the outlet's own words there is no speaker, in all others there is one. A quote ends where its article ends, or before. */
export const checkStatement: Check<StatementJson> = ({ voice, speaker, article, quote }, report) => {
  if (voice === 'outlet') {
    if (speaker) report('speaker', 'should be left out: in the outlet’s own words there is no speaker.');
  } else if (voice && !speaker) report('speaker', `is missing: words that are ${voice} have a speaker.`);
  // Where its id stood, the article itself stands by now.
  const { length } = (article ?? {}) as { readonly length?: number };
  if (quote?.end !== undefined && length !== undefined && quote.end > length)
    report('quote.end', `is ${quote.end}, but the article has only ${length} characters.`);
};

/** The place of a quote is as long as its words, and its fragments fill it from start to end, one after the other. */
export const checkQuote: Check<Quote> = ({ exact, start, end, fragments }, report) => {
  if (start === undefined || end === undefined) {
    if (start !== end) report('', 'should have both start and end, or neither.');
    return;
  }
  if (exact === undefined) return;
  const length = codePointCount(exact);
  if (end - start !== length)
    return report(
      '',
      `should be as long as its place: from ${start} to ${end} is ${end - start}, but the words have ${length} characters.`,
    );
  if (!fragments) return;
  let reached = start;
  fragments.forEach((fragment, index) => {
    if (fragment?.start === undefined || fragment.end === undefined) return;
    const begins = index === 0 ? fragment.start === start : fragment.start >= reached;
    if (!begins || fragment.end <= fragment.start || fragment.end > end)
      report(`fragments[${index}]`, 'should lie inside the quote, after the fragment before it.');
    reached = fragment.end;
  });
  if (reached !== end) report('fragments', 'should reach from the start of the quote to its end.');
};

/** Unicode code points, as the W3C Web Annotation model counts. */
export function codePointCount(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? Array.from(text).length : text.length;
}
