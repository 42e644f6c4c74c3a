import type { Quote, StatementJson } from './dataset.js';
import type { FieldCheck } from './shape.js';

/** In the outlet's own words there is no speaker, in all others there is one. A quote ends where its article ends, or before. */
export const checkStatement: FieldCheck<StatementJson> = ({ voice, speaker, article, quote }, report) => {
  if (voice === 'outlet') {
    if (speaker) report('should be left out: in the outlet’s own words there is no speaker.', 'speaker');
  } else if (voice && !speaker) report(`is missing: words that are ${voice} have a speaker.`, 'speaker');
  // Where its id stood, the article itself stands by now.
  const { length } = (article ?? {}) as { readonly length?: number };
  if (quote?.end !== undefined && length !== undefined && quote.end > length)
    report(`is ${quote.end}, but the article has only ${length} characters.`, 'quote.end');
};

/** The place of a quote is as long as its words, and its fragments fill it from start to end, one after the other. */
export const checkQuote: FieldCheck<Quote> = ({ exact, start, end, fragments }, report) => {
  if (start === undefined || end === undefined) {
    if (start !== end) report('should have both start and end, or neither.');
    return;
  }
  if (exact === undefined) return;
  const length = codePointCount(exact);
  if (end - start !== length)
    return report(
      `should be as long as its place: from ${start} to ${end} is ${end - start}, but the words have ${length} characters.`,
    );
  if (!fragments) return;
  let reached = start;
  fragments.forEach((fragment, index) => {
    if (fragment?.start === undefined || fragment.end === undefined) return;
    const begins = index === 0 ? fragment.start === start : fragment.start >= reached;
    if (!begins || fragment.end <= fragment.start || fragment.end > end)
      report('should lie inside the quote, after the fragment before it.', `fragments[${index}]`);
    reached = fragment.end;
  });
  if (reached !== end) report('should reach from the start of the quote to its end.', 'fragments');
};

/** Unicode code points, as the W3C Web Annotation model counts. */
export function codePointCount(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? Array.from(text).length : text.length;
}
