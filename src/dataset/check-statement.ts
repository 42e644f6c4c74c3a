import type { Quote, StatementJson } from './dataset.js';
import type { FieldCheck } from './shape.js';

/** Reports a speaker beside the voice `outlet`, a missing speaker beside any other, and a quote that ends after its article. */
export const checkStatement: FieldCheck<StatementJson> = ({ voice, speaker, article, quote }, report) => {
  if (voice === 'outlet') {
    if (speaker) report('should be left out: a statement in the outlet’s own words has no speaker.', 'speaker');
  } else if (voice && !speaker) report(`is missing: a ${voice} statement needs a speaker.`, 'speaker');
  // The reader has replaced the article's id by the article.
  const { length } = (article ?? {}) as { readonly length?: number };
  if (quote?.end !== undefined && length !== undefined && quote.end > length)
    report(`is ${quote.end}, but the article has only ${length} characters.`, 'quote.end');
};

/** Reports a quote whose text is not as long as its offsets say, and fragments outside it or out of order. */
export const checkQuote: FieldCheck<Quote> = ({ exact, start, end, fragments }, report) => {
  if (start === undefined || end === undefined) {
    if (start !== end) report('should have both start and end, or neither.');
    return;
  }
  if (exact === undefined) return;
  const length = codePointCount(exact);
  if (end - start !== length)
    return report(`should be ${end - start} characters long (from ${start} to ${end}), but its text has ${length}.`);
  if (!fragments) return;
  let previousEnd = start;
  fragments.forEach((fragment, index) => {
    if (fragment?.start === undefined || fragment.end === undefined) return;
    const isInOrder = index === 0 ? fragment.start === start : fragment.start >= previousEnd;
    if (!isInOrder || fragment.end <= fragment.start || fragment.end > end)
      report('should lie within the quote, after the previous fragment.', `fragments[${index}]`);
    previousEnd = fragment.end;
  });
  if (previousEnd !== end) report('should begin where the quote begins and end where it ends.', 'fragments');
};

/** Returns the number of Unicode code points, the unit in which the W3C Web Annotation model counts. */
export function codePointCount(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? Array.from(text).length : text.length;
}
