import type { Dataset, Side } from '../dataset/dataset.js';
import { statementCount } from '../dataset/split-evidence.js';
import { filterDataset } from '../analysis/filter.js';
import { minSourcesForScore } from '../analysis/disagreement-account.js';
import {
  layoutDisagreements,
  orderRows,
  type DisagreementLayout,
  type DisagreementOrder,
} from '../layout/disagreement-layout.js';
import { footerFacts, leadOf } from '../wording/sentences.js';
import { layoutMatrix, type MatrixLayout, type MatrixOrder, type PlacedVoice } from '../layout/matrix-layout.js';
import type { Messages } from '../wording/messages.js';
import type { Layout, Widget } from './formats.js';

/** What somebody asks to have drawn of a dataset. */
export interface Wanted {
  readonly widget: Widget;
  readonly messages: Messages;
  /** The language asked for; `words` are in another where there are none in it. */
  readonly lang: string;
  readonly layout: Layout;
  /** Of the drawing, in CSS pixels. */
  readonly width: number;
  readonly heading?: string | undefined;
  /** One that the widget knows; else its own. */
  readonly order?: string | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly speakers?: readonly string[] | undefined;
  readonly claims?: readonly string[] | undefined;
  readonly topic?: string | undefined;
  /** What the facts below the drawing are told of, where the dataset is only the part of it that is drawn. */
  readonly whole?: Dataset | undefined;
  /** Leaves the quotes out of the tables for before and without the script. */
  readonly isBrief?: boolean | undefined;
}

interface Common {
  readonly dataset: Dataset;
  readonly wanted: Wanted;
  readonly messages: Messages;
  readonly heading: string;
  /** What is said first, in sentences. */
  readonly lead: readonly string[];
  /** How to read the drawing. */
  readonly hint: string | undefined;
}

/** What every channel draws: the placed things and the words around them, as the element in a browser has them. */
export type StaticView = Common &
  (
    | { readonly widget: 'matrix'; readonly placed: MatrixLayout }
    | { readonly widget: 'disagreement'; readonly placed: DisagreementLayout }
  );

export type MatrixView = Extract<StaticView, { widget: 'matrix' }>;
export type DisagreementView = Extract<StaticView, { widget: 'disagreement' }>;

/** Lays the widget out, for an axis of that length where there is one. */
export function staticView(dataset: Dataset, wanted: Wanted, axis = 300): StaticView {
  return wanted.widget === 'matrix' ? matrixView(dataset, wanted) : disagreementView(dataset, wanted, axis);
}

function matrixView(dataset: Dataset, wanted: Wanted): MatrixView {
  const { messages: messages, sources } = wanted;
  const order = (wanted.order ?? 'editor') as MatrixOrder;
  const placed = layoutMatrix(dataset, { ...wanted, order, lang: messages.lang });
  const voices = placed.sections.reduce((sum, { rows }) => sum + rows.length, 0);
  const summary = messages.matrixSummary({
    claims: placed.columns.length,
    disputed: placed.columns.filter(({ disputed }) => disputed).length,
    voices,
    sources: sources?.length ?? dataset.sources.length,
  });
  return {
    widget: 'matrix',
    dataset,
    wanted,
    messages: messages,
    placed,
    heading: wanted.heading ?? (dataset.title || messages.matrixHeading),
    lead: voices === 0 ? [messages.empty] : [...(dataset.description ? [dataset.description] : []), summary],
    hint: undefined,
  };
}

function disagreementView(dataset: Dataset, wanted: Wanted, axis: number): DisagreementView {
  const { messages: messages } = wanted;
  const mirrored = messages.direction === 'rtl';
  const inEditorsOrder = layoutDisagreements(dataset, { ...wanted, width: axis, mirrored });
  const placed = orderRows(inEditorsOrder, (wanted.order ?? 'disagreement') as DisagreementOrder);
  const { rows } = placed;
  return {
    widget: 'disagreement',
    dataset,
    wanted,
    messages: messages,
    placed,
    heading: wanted.heading ?? messages.disagreementHeading,
    lead: rows.length === 0 ? [messages.empty] : [leadOf(placed.lead, placed.sources, messages)],
    hint: rows.length === 0 ? undefined : messages.disagreementHint,
  };
}

/** Nobody knows the width of the column it will stand in; the list fits all. */
export function listed(view: StaticView): StaticView {
  return { ...view, wanted: { ...view.wanted, layout: 'list' } };
}

/** What stands below a drawing: the sources, how many statements, when it was coded and how, and what was corrected. */
export function footnotes({ dataset, wanted, messages: messages }: StaticView): {
  readonly facts: string;
  /** A sentence, or the address of a page that explains it. */
  readonly method: { readonly text: string } | { readonly address: string } | undefined;
  readonly corrections: readonly string[];
} {
  const { method } = dataset.coded ?? {};
  return {
    facts: footerFacts(wanted.whole ?? dataset, statementCount(wanted.whole ?? dataset), messages),
    method: method ? (/^https?:\/\//i.test(method) ? { address: method } : { text: method }) : undefined,
    corrections: dataset.corrections.map(({ date, text }) => messages.corrected(date, text)),
  };
}

/** The statements that the view shows, in the dataset’s order. */
export function statementsIn({ dataset, wanted }: Pick<StaticView, 'dataset' | 'wanted'>) {
  return filterDataset(dataset, wanted).statements;
}

/** Whether bands stand in place of scores, which must be said. */
export function isBanded({ sources, rows }: DisagreementLayout): boolean {
  return rows.length > 0 && sources.length > 2 && sources.length < minSourcesForScore;
}

/** The marks as characters, for where nothing can be drawn; each stands beside its word. */
export const glyphs: Readonly<Record<Side, string>> = { support: '✓', oppose: '✗', both: '◐', neutral: '○' };

export const sides: readonly Side[] = ['support', 'oppose', 'both', 'neutral'];

/** “Mike Pompeo”, or “Deutsche Welle (own voice)”. */
export function voiceName({ name, isOutlet }: PlacedVoice, messages: Messages): string {
  return isOutlet ? `${name} (${messages.ownVoice})` : name;
}
