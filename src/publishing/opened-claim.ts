import type { Claim } from '../dataset/dataset.js';
import { selectionOf } from '../layout/matrix/matrix-selection.js';
import type { StaticView } from './static-view.js';

/** Returns the claim of the mark that the matrix opens by default, whose quotes count for its height. The chart opens none. */
export function openedClaim(view: StaticView): Claim | undefined {
  return view.widget === 'matrix' ? selectionOf(view.placed)?.column?.claim : undefined;
}
