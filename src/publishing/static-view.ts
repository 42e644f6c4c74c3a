import { statementCount, type Evidence } from '../dataset/split-evidence.js';
import { filterDataset } from '../analysis/filter.js';
import type { Dataset, Side } from '../dataset/dataset.js';
import {
  layoutDisagreements,
  orderRows,
  type DisagreementLayout,
  type DisagreementOrder,
} from '../layout/disagreement/disagreement-layout.js';
import { scoresIn } from '../layout/disagreement/disagreement-model.js';
import { layoutMatrix, type MatrixLayout, type MatrixOrder, type PlacedVoice } from '../layout/matrix/matrix-layout.js';
import type { Messages } from '../wording/messages.js';
import { footerFacts, leadOf } from '../wording/sentences.js';
import type { Layout, Widget } from './formats.js';

/** What to draw of a dataset, and how. */
export interface DrawingOptions {
  readonly widget: Widget;
  readonly messages: Messages;
  /** The requested language; `messages` are in English where that language is unknown. */
  readonly lang: string;
  readonly layout: Layout;
  /** Width of the drawing in CSS pixels. */
  readonly width: number;
  /** Left out, the title of the dataset or a default. */
  readonly heading?: string | undefined;
  /** An order that the widget has; left out, its default. */
  readonly order?: string | undefined;
  /** Ids to filter by; left out, all. */
  readonly sources?: readonly string[] | undefined;
  readonly speakers?: readonly string[] | undefined;
  readonly claims?: readonly string[] | undefined;
  readonly topic?: string | undefined;
  /** The dataset that the footer describes, where only a part of it is drawn. */
  readonly fullDataset?: Dataset | undefined;
  /** What was read of a split dataset’s evidence. */
  readonly evidence?: Evidence | undefined;
  /** Whether the fallback has no tables: heading, lead and footer only. */
  readonly omitsTables?: boolean | undefined;
}

interface StaticViewBase {
  readonly dataset: Dataset;
  readonly options: DrawingOptions;
  readonly messages: Messages;
  readonly heading: string;
  /** Sentences above the drawing. */
  readonly lead: readonly string[];
  /** How to read the drawing; undefined where that needs no explanation. */
  readonly hint: string | undefined;
}

/** What every channel draws: the layout and the text around it, the same as in the elements. */
export type StaticView = StaticViewBase &
  (
    | { readonly widget: 'matrix'; readonly placed: MatrixLayout }
    | { readonly widget: 'disagreement'; readonly placed: DisagreementLayout }
  );

export type MatrixView = Extract<StaticView, { widget: 'matrix' }>;
export type DisagreementView = Extract<StaticView, { widget: 'disagreement' }>;

/** Returns what the channels draw of a dataset. */
export function staticView(dataset: Dataset, options: DrawingOptions): StaticView {
  return options.widget === 'matrix' ? matrixView(dataset, options) : disagreementView(dataset, options);
}

function matrixView(dataset: Dataset, options: DrawingOptions): MatrixView {
  const { messages } = options;
  const order = (options.order ?? 'editor') as MatrixOrder;
  const placed = layoutMatrix(dataset, { ...options, order, lang: messages.lang });
  const summary = messages.matrixSummary({
    claims: placed.columns.length,
    disputed: placed.columns.filter(({ disputed }) => disputed).length,
    speakers: placed.speakerCount,
    outlets: messages.outletCount(placed.quotingSources),
  });
  return {
    widget: 'matrix',
    dataset,
    options,
    messages,
    placed,
    heading: options.heading ?? (dataset.title || messages.matrixHeading),
    lead:
      placed.voices.length === 0 ? [messages.empty] : [...(dataset.description ? [dataset.description] : []), summary],
    hint: undefined,
  };
}

function disagreementView(dataset: Dataset, options: DrawingOptions): DisagreementView {
  const { messages } = options;
  const layout = layoutDisagreements(dataset, options);
  const placed = orderRows(layout, (options.order ?? 'disagreement') as DisagreementOrder);
  const { rows } = placed;
  return {
    widget: 'disagreement',
    dataset,
    options,
    messages,
    placed,
    heading: options.heading ?? messages.disagreementHeading,
    lead: rows.length === 0 ? [messages.empty] : [leadOf(placed, messages)],
    hint: rows.length === 0 ? undefined : messages.disagreementHint,
  };
}

/** Returns the view as a list, which fits a column of any width. */
export function asList(view: StaticView): StaticView {
  return { ...view, options: { ...view.options, layout: 'list' } };
}

/** Returns the text below a drawing: sources, number of statements, date and method of the analysis, corrections. */
export function footerContent({ dataset, options, messages }: StaticView): {
  readonly facts: string;
  /** A sentence, or the URL of a page that explains the method. */
  readonly method: { readonly text: string } | { readonly address: string } | undefined;
  readonly corrections: readonly string[];
} {
  const { method } = dataset.coded ?? {};
  const whole = options.fullDataset ?? dataset;
  return {
    facts: footerFacts(whole, statementCount(whole), messages),
    method: method ? (/^https?:\/\//i.test(method) ? { address: method } : { text: method }) : undefined,
    corrections: dataset.corrections.map(({ date, text }) => messages.corrected(date, text)),
  };
}

/** Returns the statements that the view shows, in the dataset’s order. */
export function shownStatements({ dataset, options }: Pick<StaticView, 'dataset' | 'options'>) {
  return filterDataset(dataset, options).statements;
}

/** Returns what the footer of the chart says of scores; undefined where that needs no explanation. */
export function scoresHint({ placed, messages }: DisagreementView): string | undefined {
  const scores = placed.rows.length > 0 && scoresIn(placed);
  return scores ? (scores === 'none' ? messages.categoriesNotScores : messages.scoresExplained) : undefined;
}

/** The marks as characters, for channels without graphics; each is followed by its word. */
export const glyphs: Readonly<Record<Side, string>> = { support: '✓', oppose: '✗', both: '◐', neutral: '○' };

/** The sides in the order of legends and lists. */
export const sides: readonly Side[] = ['support', 'oppose', 'both', 'neutral'];

/** Returns “Mike Pompeo”, or “Deutsche Welle (own voice)”. */
export function voiceName({ name, isOutlet }: PlacedVoice, messages: Messages): string {
  return isOutlet ? `${name} (${messages.voice.outlet})` : name;
}
