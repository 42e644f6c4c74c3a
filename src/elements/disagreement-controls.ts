import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset } from '../dataset/dataset.js';
import type { DisagreementOrder } from '../layout/disagreement-layout.js';
import type { Wording } from '../wording/wording.js';
import { renderChoices, type Choice } from './choices.js';

export type DisagreementChartView = 'positions' | 'counts' | 'pairs';

/** What a reader can choose; the members are the element's properties. */
export interface DisagreementChoices {
  readonly order?: DisagreementOrder;
  readonly view?: DisagreementChartView;
  readonly sources?: string;
  readonly claims?: string;
  readonly topic?: string;
}

interface ControlsContext {
  readonly dataset: Dataset;
  readonly words: Wording;
  readonly order: DisagreementOrder;
  readonly view: DisagreementChartView;
  readonly topic: string;
  /** Ids; empty means all. */
  readonly sources: readonly string[];
  /** Little room: narrowing is one step away. */
  readonly isNarrow: boolean;
  readonly isNarrowed: boolean;
  readonly claimsShown: number;
  readonly onChoice: (choices: DisagreementChoices) => void;
}

/** More sources than this are one step away. */
const mostInSight = 8;

const views: readonly DisagreementChartView[] = ['positions', 'counts', 'pairs'];
const orders: readonly DisagreementOrder[] = ['disagreement', 'editor'];

/** View, order and narrowing as rows of buttons; what cannot change anything is left out. */
export function renderDisagreementControls(context: ControlsContext): TemplateResult {
  const { dataset, words, order, view, topic, sources, isNarrow, isNarrowed, claimsShown, onChoice } = context;
  const topics = [...new Set(dataset.claims.flatMap((claim) => claim.topic ?? []))];
  const canCompare = (sources.length || dataset.sources.length) > 1;
  const withSource = (id: string) => {
    const chosen = sources.includes(id) ? sources.filter((other) => other !== id) : [...sources, id];
    return chosen.length === dataset.sources.length ? '' : chosen.join(' ');
  };
  const narrowing = (label: string, isFolded: boolean, choices: readonly Choice[]) =>
    isFolded
      ? html`<details>
          <summary>${label}</summary>
          ${renderChoices(label, choices)}
        </details>`
      : renderChoices(label, choices);
  return html`<div class="controls" part="controls">
    ${renderChoices(
      words.viewLabel,
      views
        .filter((each) => canCompare || each !== 'pairs')
        .map((each) => [words.views[each], each === view, () => onChoice({ view: each })]),
    )}
    ${
      canCompare && view !== 'pairs'
        ? renderChoices(
            words.orderLabel,
            orders.map((each) => [
              each === 'editor' ? words.order.editor : words.byDisagreement,
              each === order,
              () => onChoice({ order: each }),
            ]),
          )
        : nothing
    }
    ${
      dataset.sources.length > 2
        ? narrowing(
            words.sourcesLabel,
            isNarrow || dataset.sources.length > mostInSight,
            dataset.sources.map(({ id, name, short = name }) => [
              short,
              sources.includes(id),
              () => onChoice({ sources: withSource(id) }),
            ]),
          )
        : nothing
    }
    ${
      topics.length > 1
        ? narrowing(
            words.topicLabel,
            isNarrow,
            topics.map((each) => [each, each === topic, () => onChoice({ topic: each === topic ? '' : each })]),
          )
        : nothing
    }
    ${
      isNarrowed
        ? html`<p role="status">
            ${words.claimsShown(claimsShown, dataset.claims.length)}
            <button class="plain" @click=${() => onChoice({ sources: '', claims: '', topic: '' })}>
              ${words.showAll}
            </button>
          </p>`
        : nothing
    }
  </div>`;
}
