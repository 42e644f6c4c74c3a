import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset } from '../dataset/dataset.js';
import type { DisagreementOrder } from '../layout/disagreement-layout.js';
import type { Wording } from '../wording/wording.js';
import { renderChoices } from './choices.js';
import { idsIn, renderNarrowing } from './narrowing.js';

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
  readonly chosen: { readonly sources: string; readonly claims: string; readonly topic: string };
  readonly claimsShown: number;
  readonly onChoice: (choices: DisagreementChoices) => void;
}

const views: readonly DisagreementChartView[] = ['positions', 'counts', 'pairs'];
const orders: readonly DisagreementOrder[] = ['disagreement', 'editor'];

/** View, order and narrowing as rows of buttons; what cannot change anything is left out. */
export function renderDisagreementControls(context: ControlsContext): TemplateResult {
  const { dataset, words, order, view, chosen, claimsShown, onChoice } = context;
  const canCompare = (idsIn(chosen.sources) ?? dataset.sources).length > 1;
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
    ${renderNarrowing({ dataset, words, chosen: { ...chosen, speakers: '' }, byGroup: false, claimsShown, onChoice })}
  </div>`;
}
