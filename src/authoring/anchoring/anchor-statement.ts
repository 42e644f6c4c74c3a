import type { Quote, StatementJson, Voice } from '../../dataset/dataset.js';
import { anchorQuote } from './anchor-quote.js';
import type { FoundQuote } from './anchor-result.js';
import { ownCopy, type ArticleText } from '../text/article-text.js';
import type { CodedStatement } from '../coding/coding.js';
import { problemAt, type Findings } from '../problem.js';
import { quoteProblem, type NamedArticle } from './quote-problem.js';
import { surroundingsOf } from './quote-context.js';
import type { QuotationContext } from '../text/quotation-marks.js';
import type { Places } from '../coding/read-tree.js';

/** A statement with its place, still without an id of its own. */
export type PlacedStatement = Omit<StatementJson, 'id'>;

/** Finds the words of a statement in its article, and whose words they are. Undefined where a problem was reported. */
export function placeStatement(
  coded: CodedStatement,
  article: NamedArticle,
  places: Places,
  findings: Findings,
): PlacedStatement | undefined {
  const { quote, before, after } = coded;
  const wanted = { quote, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  const anchoring = anchorQuote(article.text, wanted);
  if (anchoring.kind !== 'found') {
    findings.problems.push(quoteProblem(anchoring, article, places.of(coded, 'quote')));
    return undefined;
  }
  const voice = voiceOf(coded, contextOf(anchoring, article.text), places, findings);
  if (!voice) return undefined;
  return statementAt(coded, voice, quoteFrom(anchoring, article.text));
}

/** The members in the order in which the format lists them. */
export function statementAt(coded: CodedStatement, voice: Voice, quote: Quote): PlacedStatement {
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

function quoteFrom({ exact, start, end, fragments, stretches }: FoundQuote, text: ArticleText): Quote {
  const whole = { from: stretches[0]!.from, to: stretches.at(-1)!.to };
  const { prefix, suffix } = surroundingsOf(text, whole);
  const words = { exact: ownCopy(exact), prefix: ownCopy(prefix), suffix: ownCopy(suffix) };
  return { ...words, start, end, ...(fragments && { fragments }) };
}

/** Where all fragments stand alike, that; else `mixed`, or `unclear` where one of them is. */
function contextOf({ stretches }: FoundQuote, { quotationMarks }: ArticleText): QuotationContext {
  const contexts = new Set(stretches.map((stretch) => quotationMarks.around(stretch)));
  const [context = 'unclear'] = contexts;
  return contexts.size === 1 ? context : contexts.has('unclear') ? 'unclear' : 'mixed';
}

/** The stated voice, else the one that the article's quotation marks tell. */
function voiceOf(
  coded: CodedStatement,
  context: QuotationContext,
  places: Places,
  { problems, notes }: Findings,
): Voice | undefined {
  const { voice, speaker } = coded;
  if (voice === 'quoted' && context === 'outside')
    notes.push(
      problemAt(
        places.of(coded, 'voice'),
        'The voice is quoted, but the words stand outside quotation marks in the article.',
        'Write voice: reported if the outlet paraphrases the speaker.',
      ),
    );
  if (voice) return voice;
  if (speaker === undefined) return 'outlet';
  if (context === 'inside') return 'quoted';
  if (context === 'outside') return 'reported';
  const why =
    context === 'mixed'
      ? 'stand partly inside and partly outside quotation marks'
      : 'stand in a paragraph whose quotation marks do not pair';
  problems.push(
    problemAt(
      places.of(coded, 'quote'),
      `Whose wording it is cannot be told: the words ${why}.`,
      'Add voice: quoted or voice: reported, or quote fewer words.',
    ),
  );
  return undefined;
}
