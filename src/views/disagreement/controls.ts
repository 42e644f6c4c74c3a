import type { Dataset } from '../../dataset/dataset.js';
import type { DisagreementOrder } from '../../layout/disagreement-layout.js';
import type { Messages } from '../../wording/messages.js';
import { renderChoices } from '../choices.js';
import { html, type Content, type Markup } from '../html.js';
import { idsIn, renderNarrowing, type Narrowing } from '../narrowing.js';

export type DisagreementChartView = 'positions' | 'counts' | 'pairs';

interface ControlsContext {
  readonly dataset: Dataset;
  readonly messages: Messages;
  readonly order: DisagreementOrder;
  readonly view: DisagreementChartView;
  readonly chosen: Narrowing;
  readonly claimsShown: number;
  /** Of a large chart: a field to find a claim. */
  readonly find: Content;
}

const views: readonly DisagreementChartView[] = ['positions', 'counts', 'pairs'];
const orders: readonly DisagreementOrder[] = ['disagreement', 'editor'];

export function orderName(order: DisagreementOrder, messages: Messages): string {
  return order === 'editor' ? messages.order.editor : messages.byDisagreement;
}

/** View, order and narrowing as rows of buttons; what cannot change anything is left out. */
export function renderDisagreementControls(context: ControlsContext): Markup {
  const { dataset, messages: messages, order, view, chosen, claimsShown, find } = context;
  const canCompare = (idsIn(chosen.sources) ?? dataset.sources).length > 1;
  return html`<div class="controls" part="controls">
    ${renderChoices(
      messages.viewLabel,
      'view',
      views.filter((each) => canCompare || each !== 'pairs').map((each) => [messages.views[each], each, each === view]),
    )}
    ${
      canCompare &&
      view !== 'pairs' &&
      renderChoices(
        messages.sortLabel,
        'order',
        orders.map((each) => [orderName(each, messages), each, each === order]),
      )
    }
    ${find} ${renderNarrowing(dataset, chosen, claimsShown, messages)}
  </div>`;
}
