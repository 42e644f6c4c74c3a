export * from './dataset/index.js';
export { SourceDisagreement } from './elements/source-disagreement.js';
export { StanceMatrix } from './elements/stance-matrix.js';
export { StanceErrorEvent, StanceLoadEvent, StanceSelectEvent } from './elements/events.js';
export type { StanceFailure, StanceSelection } from './elements/events.js';
