import type { CSSResult } from 'lit';
import type { MatrixLayout } from '../../layout/matrix/matrix-layout.js';
import { choiceStyles } from '../choices.js';
import { colourStyles } from '../colours.styles.js';
import { evidenceStyles } from '../evidence.styles.js';
import { filterStyles } from '../filters.js';
import { finderStyles } from '../finder.js';
import { frameStyles } from '../frame.styles.js';
import { markStyles } from '../marks.js';
import { hasPips, pipsStyles } from '../pips.js';
import { largeTableStyles } from './large-table.styles.js';
import { matrixStyles } from './matrix.styles.js';
import { overviewStyles } from './overview.js';

export const matrixSheets = [
  colourStyles,
  frameStyles,
  markStyles,
  evidenceStyles,
  choiceStyles,
  filterStyles,
  matrixStyles,
];

/** Returns the sheets that only this drawing needs. */
export function optionalMatrixSheets({ isLarge }: MatrixLayout, sourceCount: number): readonly CSSResult[] {
  return [
    ...(hasPips(sourceCount) ? [pipsStyles(sourceCount)] : []),
    ...(isLarge ? [largeTableStyles, overviewStyles, finderStyles] : []),
  ];
}
