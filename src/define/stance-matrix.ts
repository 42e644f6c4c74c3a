import { define } from '../elements/define.js';
import { StanceMatrix } from '../elements/stance-matrix.js';

define('stance-matrix', StanceMatrix);

/** Brings the events’ types to those who import nothing else. */
export type {} from '../elements/events.js';

declare global {
  interface HTMLElementTagNameMap {
    'stance-matrix': StanceMatrix;
  }
}
