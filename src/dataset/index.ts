/** Reading and analysis without a DOM: the entry `stancekit/dataset`. */
export type * from './dataset.js';
export type { Problem } from './read-shape.js';
export type { Narrowing } from './narrowing.js';
export type { Position, StanceGrid, StanceRow } from './stance-grid.js';
export type { Disagreement, PairOnClaim, SourceOnClaim, VoiceInSource } from './disagreements.js';
export type { Band } from './ordinal-variation.js';
export type { SourcePair } from './source-pairs.js';
export type { SimilarOrder } from './similar-order.js';
export { DatasetError, readDataset } from './read-dataset.js';
export { stanceGrid } from './stance-grid.js';
export { disagreements } from './disagreements.js';
export { ordinalVariation } from './ordinal-variation.js';
export { sourcePairs } from './source-pairs.js';
export { similarOrder } from './similar-order.js';
