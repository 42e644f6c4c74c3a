// The style sheets first, beside each other: a script in which alike texts stand close to each other comes in fewer bytes.
import './views/frame.styles.js';
import './views/matrix/matrix.styles.js';
import './views/disagreement/disagreement.styles.js';
import './views/disagreement/account.styles.js';
import './views/evidence.styles.js';
import './views/matrix/large-table.styles.js';
import { SourceDisagreement } from './elements/source-disagreement.js';
import { StanceMatrix } from './elements/stance-matrix.js';
import { canDraw } from './elements/surface.js';

/** Registers both elements; a name that is taken stays as it is, so loading the script twice does no harm. */
if (canDraw())
  for (const [name, element] of [
    ['stance-matrix', StanceMatrix],
    ['source-disagreement', SourceDisagreement],
  ] as const) {
    if (!customElements.get(name)) customElements.define(name, element);
  }

/** Brings the events' types to those who import nothing else. */
export type {} from './elements/events.js';

declare global {
  interface HTMLElementTagNameMap {
    'stance-matrix': StanceMatrix;
    'source-disagreement': SourceDisagreement;
  }
}
