// The style sheets first, beside each other: a script in which alike texts stand close to each other comes in fewer bytes.
import './elements/frame.styles.js';
import './elements/stance-matrix.styles.js';
import './elements/source-disagreement.styles.js';
import './elements/disagreement-account.styles.js';
import './elements/evidence.styles.js';
import './elements/matrix-window.styles.js';
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
