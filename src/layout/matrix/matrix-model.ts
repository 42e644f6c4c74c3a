import type { Evidence } from '../../dataset/split-evidence.js';
import type { Dataset } from '../../dataset/dataset.js';
import { matrixTokens } from '../../theme/tokens.js';
import { placeFilters, type FilterChoice, type PlacedFilters } from '../filters.js';
import type { MatrixLayout, MatrixOrder } from './matrix-layout.js';
import { layoutList, type MatrixList } from './matrix-list.js';
import { layoutNotes, type MatrixNotes } from './matrix-notes.js';
import type { MatrixPanel } from './matrix-panel.js';
import type { MatrixSelection } from './matrix-selection.js';
import type { Range, TableWindow } from './table-viewport.js';

/** All that a drawing of the matrix shows. */
export interface MatrixModel {
  readonly dataset: Dataset;
  readonly placed: MatrixLayout;
  readonly selection: MatrixSelection | undefined;
  /** Undefined where the matrix is a table. */
  readonly list: MatrixList | undefined;
  /** The part of a large table to render. */
  readonly window: TableWindow | undefined;
  readonly panel: MatrixPanel | undefined;
  /** On paper, where nothing can be opened. */
  readonly notes: MatrixNotes | undefined;
  readonly isPrinting: boolean;
  readonly isMirrored: boolean;
  readonly order: MatrixOrder;
  readonly orders: readonly MatrixOrder[];
  readonly filters: PlacedFilters;
  readonly disputedClaims: number;
}

export interface MatrixModelOptions {
  readonly selection: MatrixSelection | undefined;
  /** Of the selection. */
  readonly panel: MatrixPanel | undefined;
  readonly layout: 'auto' | 'table' | 'list';
  readonly isNarrow: boolean;
  readonly isPrinting: boolean;
  readonly isMirrored: boolean;
  readonly order: MatrixOrder;
  readonly chosen: FilterChoice & { readonly speakers: string };
  /** What was loaded of a split dataset’s evidence. */
  readonly evidence: Evidence;
  /** The claims that a reader wants listed; undefined for the first ones. */
  readonly listed: Range | undefined;
  /** Voices that the list of a large matrix names under a claim. */
  readonly maxMarks?: number;
  readonly windowOf: (placed: MatrixLayout) => TableWindow | undefined;
}

export function matrixModel(dataset: Dataset, placed: MatrixLayout, options: MatrixModelOptions): MatrixModel {
  const { selection, layout, isPrinting, chosen, maxMarks = matrixTokens.marksPerPage, order, isMirrored } = options;
  const { columns, isLarge } = placed;
  const isTooWide = isPrinting && columns.length > matrixTokens.maxColumnsOnPaper;
  const isList = layout === 'list' || (layout === 'auto' && (options.isNarrow || isTooWide));
  const isPrintedWhole = isPrinting && !isLarge;
  return {
    dataset,
    placed,
    selection,
    list: isList
      ? layoutList(placed, selection, {
          range: isPrintedWhole ? [0, columns.length] : options.listed,
          maxMarks: isLarge ? maxMarks : undefined,
        })
      : undefined,
    window: isList ? undefined : options.windowOf(placed),
    panel: isPrintedWhole ? undefined : options.panel,
    notes: isPrintedWhole ? layoutNotes(placed, options.evidence) : undefined,
    isPrinting,
    isMirrored,
    order,
    orders: ['editor', 'disputed', ...(dataset.order.speakers ? ['similar' as const] : []), 'name'],
    filters: placeFilters(dataset, chosen, columns.length),
    disputedClaims: columns.filter(({ disputed }) => disputed).length,
  };
}
