/** Reading and analysis without a DOM: the entry `stancekit/dataset`. */
export type * from './dataset.js';
export type { ClaimEvidence, Evidence } from './split-evidence.js';
export type { Problem } from './read-shape.js';
export type { Filter } from '../analysis/filter.js';
export type { Position, StanceGrid, StanceRow } from '../analysis/stance-grid.js';
export type { Disagreement, PairOnClaim, SourceOnClaim, VoiceInSource } from '../analysis/disagreements.js';
export type { Band } from '../analysis/ordinal-variation.js';
export type { SourcePair } from '../analysis/source-pairs.js';
export type { SimilarOrder } from '../analysis/similar-order.js';
export { DatasetError, readDataset } from './read-dataset.js';
export { stanceGrid } from '../analysis/stance-grid.js';
export { disagreements } from '../analysis/disagreements.js';
export { ordinalVariation } from '../analysis/ordinal-variation.js';
export { sourcePairs } from '../analysis/source-pairs.js';
export { similarOrder } from '../analysis/similar-order.js';
