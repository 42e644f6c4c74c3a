import { choiceStyles } from '../choices.js';
import { colourStyles } from '../colours.styles.js';
import { evidenceStyles } from '../evidence.styles.js';
import { filterStyles } from '../filters.js';
import { finderStyles } from '../finder.js';
import { frameStyles } from '../frame.styles.js';
import { markStyles } from '../marks.js';
import { accountStyles } from './account.styles.js';
import { disagreementStyles } from './disagreement.styles.js';

export const disagreementSheets = [
  colourStyles,
  frameStyles,
  markStyles,
  evidenceStyles,
  choiceStyles,
  filterStyles,
  disagreementStyles,
  accountStyles,
];

/** Those that only a large chart needs. */
export const largeChartSheets = [finderStyles];
