import { define } from '../elements/define.js';
import { SourceDisagreement } from '../elements/source-disagreement.js';

define('source-disagreement', SourceDisagreement);

/** Brings the events’ types to those who import nothing else. */
export type {} from '../elements/events.js';

declare global {
  interface HTMLElementTagNameMap {
    'source-disagreement': SourceDisagreement;
  }
}
