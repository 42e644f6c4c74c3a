import type { Quote, StatementJson, Voice } from '../../dataset/dataset.js';
import type { AnchorResult, FoundQuote, QuoteSelector } from './anchor-result.js';
import { detachedCopy, type ArticleText } from '../text/article-text.js';
import type { CodedStatement } from '../coding/coding.js';
import { problemAt, type Findings } from '../problem.js';
import { quoteProblem, type NamedArticle } from './quote-problem.js';
import { quoteContext } from './quote-context.js';
import type { QuotationContext } from '../text/quotation-marks.js';
import type { Locations } from '../coding/locations.js';

/** A statement with its anchored quote, not yet with an id. */
export type AnchoredStatement = Omit<StatementJson, 'id'>;

/** An article with the function that anchors its quotes. */
export interface AnchoredArticle extends NamedArticle {
  readonly anchor: (selector: QuoteSelector) => AnchorResult;
}

/** Anchors the quote of a statement in its article and determines the voice. Returns undefined if it reported a problem. */
export function anchorStatement(
  coded: CodedStatement,
  article: AnchoredArticle,
  locations: Locations,
  findings: Findings,
): AnchoredStatement | undefined {
  const result = article.anchor(coded);
  if (result.kind !== 'found') {
    findings.problems.push(quoteProblem(result, article, locations.of(coded, 'quote')));
    return undefined;
  }
  const voice = voiceOf(coded, contextOf(result, article.text), locations, findings);
  if (!voice) return undefined;
  return toStatementJson(coded, voice, toQuote(result, article.text));
}

/** Lists fields in the order of the dataset format. */
export function toStatementJson(coded: CodedStatement, voice: Voice, quote: Quote): AnchoredStatement {
  const { article, claim, stance, speaker, translation, contested, note } = coded;
  return {
    article,
    claim,
    stance,
    voice,
    ...(speaker !== undefined && { speaker }),
    quote,
    ...(translation && { translation }),
    ...(contested && { contested }),
    ...(note !== undefined && { note }),
  };
}

function toQuote({ exact, start, end, fragments, ranges }: FoundQuote, text: ArticleText): Quote {
  const span = { from: ranges[0]!.from, to: ranges.at(-1)!.to };
  const { prefix, suffix } = quoteContext(text, span);
  const selector = { exact: detachedCopy(exact), prefix: detachedCopy(prefix), suffix: detachedCopy(suffix) };
  return { ...selector, start, end, ...(fragments && { fragments }) };
}

/** Returns the context of all fragments if it is the same; else `unclear` if one of them is, or `mixed`. */
function contextOf({ ranges }: FoundQuote, { quotationMarks }: ArticleText): QuotationContext {
  const contexts = new Set(ranges.map((range) => quotationMarks.contextOf(range)));
  const [context = 'unclear'] = contexts;
  return contexts.size === 1 ? context : contexts.has('unclear') ? 'unclear' : 'mixed';
}

function voiceOf(
  coded: CodedStatement,
  context: QuotationContext,
  locations: Locations,
  { problems, notes }: Findings,
): Voice | undefined {
  const { voice, speaker } = coded;
  if (voice === 'quoted' && context === 'outside')
    notes.push(
      problemAt(
        locations.of(coded, 'voice'),
        'The voice is “quoted”, but the quote is outside quotation marks in the article.',
        'Write voice: reported if the outlet paraphrases the speaker.',
      ),
    );
  if (voice) return voice;
  if (context === 'outside') return speaker === undefined ? 'outlet' : 'reported';
  if (context === 'inside' && speaker !== undefined) return 'quoted';
  const where = {
    inside: 'inside quotation marks',
    mixed: 'partly inside and partly outside quotation marks',
    unclear: 'in a paragraph with unbalanced quotation marks',
  }[context];
  problems.push(
    speaker === undefined
      ? problemAt(
          locations.of(coded, 'quote'),
          `The statement has no speaker, but the quote is ${where}.`,
          'Add speaker: with the id of whoever says it, or voice: outlet if these are the outlet’s own words, such as a term in scare quotes.',
        )
      : problemAt(
          locations.of(coded, 'quote'),
          `The voice is ambiguous: the quote is ${where}.`,
          'Add voice: quoted or voice: reported, or shorten the quote.',
        ),
  );
  return undefined;
}
