import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { CSSResult } from 'lit';
import type { Claim, Dataset } from '../../dataset/dataset.js';
import { noEvidence } from '../../dataset/split-evidence.js';
import {
  layoutDisagreements,
  orderRows,
  type DisagreementOrder,
} from '../../layout/disagreement/disagreement-layout.js';
import { disagreementModel, isLargeChart, placeAccount } from '../../layout/disagreement/disagreement-model.js';
import { hasEvidence, type EvidenceState } from '../../layout/evidence.js';
import { placeFooter } from '../../layout/footer.js';
import type { MatrixOrder } from '../../layout/matrix/matrix-layout.js';
import { layoutMatrix } from '../../layout/matrix/matrix-layout.js';
import { matrixModel } from '../../layout/matrix/matrix-model.js';
import { layoutPanel } from '../../layout/matrix/matrix-panel.js';
import { selectionOf } from '../../layout/matrix/matrix-selection.js';
import { initialRowHeight, initialRows, rowWindow } from '../../layout/disagreement/row-viewport.js';
import { initialSizes, initialView, partInView, tableWindow } from '../../layout/matrix/table-viewport.js';
import { typicalWidths } from '../../theme/static-tokens.js';
import { breakpoints } from '../../theme/tokens.js';
import { renderDisagreement, type DisagreementActions } from '../../views/disagreement/disagreement.js';
import { disagreementSheets, largeChartSheets } from '../../views/disagreement/style-sheets.js';
import { renderFrame, type FrameActions } from '../../views/frame.js';
import { renderMatrix, type MatrixActions } from '../../views/matrix/matrix.js';
import { matrixSheets, optionalMatrixSheets } from '../../views/matrix/style-sheets.js';
import type { Content } from '../../views/template.js';
import { lines, markup, trusted, type Markup } from '../markup.js';
import type { DrawingOptions, StaticView } from '../static-view.js';

export interface Declarative {
  readonly drawing: Markup;
  /** The text of its style element, which a strict content security policy must name. */
  readonly style: string;
}

/** An element’s drawing and the style sheets it needs. */
interface Drawn {
  readonly content: Content;
  readonly sheets: readonly CSSResult[];
}

/**
 * Returns the element’s own drawing, made before any script: a `<div>` with a declarative shadow root that holds it for narrow and for
 * wide places, of which a container query shows one. It is light-DOM content of the element, which replaces it with its own drawing;
 * nothing is hydrated, so the script may be of another version. `fallback` is for browsers and readers without declarative shadow DOM.
 */
export function declarativeDrawing(view: StaticView, fallback: Markup): Declarative {
  const wide = drawn(view, typicalWidths.wide);
  const narrow = drawn(view, typicalWidths.narrow);
  const style =
    wide.sheets
      .map(({ cssText }) => cssText)
      .join('')
      .replaceAll(/\s+/g, ' ') + choosing;
  const drawing = lines([
    markup`<div>`,
    markup`<template shadowrootmode="open">`,
    markup`<style>${trusted(style)}</style>`,
    markup`<div class="drawings">`,
    markup`<div class="drawn wide">${markupOf(wide.content)}</div>`,
    markup`<div class="drawn narrow">${markupOf(narrow.content)}</div>`,
    markup`</div>`,
    markup`</template>`,
    fallback,
    markup`</div>`,
  ]);
  return { drawing, style };
}

/** Shows one of the two drawings, and no overview of a large table, which only the script can paint. */
const choosing = `[part='overview']{display:none}.drawings{container-type:inline-size}.drawn.narrow{display:none}@container (max-width:${breakpoints.narrow - 0.02}px){.drawn.narrow{display:block}.drawn.wide{display:none}}`;

/** Nothing is hydrated, so Lit’s markers go, and so does the indentation of the templates. */
function markupOf(content: Content): Markup {
  const text = collectResultSync(render(content));
  return trusted(text.replaceAll(/<!--(?:\/?lit-[^>]*)?-->|<\?>/g, '').replaceAll(/> *\n[ \n]*</g, '>\n<'));
}

function drawn(view: StaticView, width: number): Drawn {
  return view.widget === 'matrix'
    ? drawnMatrix(view.options, datasetOf(view), width)
    : drawnChart(view.options, datasetOf(view), width);
}

/** Of an overview with evidence, all that the page will load; not only the part that is drawn. */
function datasetOf({ options, dataset }: StaticView): Dataset {
  return options.fullDataset ?? dataset;
}

function drawnMatrix(options: DrawingOptions, dataset: Dataset, width: number): Drawn {
  const { messages, layout } = options;
  const order = (options.order ?? 'editor') as MatrixOrder;
  const placed = layoutMatrix(dataset, { ...options, order, lang: messages.lang });
  const selection = selectionOf(placed, undefined, options.evidence);
  const model = matrixModel(dataset, placed, {
    selection,
    panel: selection && layoutPanel(placed, selection, evidenceState(dataset, selection.column?.claim, options)),
    layout,
    isNarrow: width < breakpoints.narrow,
    isPrinting: false,
    isMirrored: messages.direction === 'rtl',
    order,
    chosen: { ...chosenOf(options), speakers: idList(options.speakers) },
    evidence: options.evidence ?? noEvidence,
    listed: undefined,
    windowOf: () => (placed.isLarge ? tableWindow(placed, initialSizes, initialView) : undefined),
  });
  const drawing = {
    model,
    table: { tabStop: undefined, raisedColumn: undefined, preview: undefined, outOfView: undefined },
    finder: placed.isLarge ? { label: messages.find, query: '', found: [] } : undefined,
    partInView: model.window && partInView(placed, initialSizes, initialView),
    hasLegend: true,
  };
  return {
    content: framed(options, dataset, dataset.title || messages.matrixHeading, renderMatrix(drawing, messages, inert)),
    sheets: [...matrixSheets, ...optionalMatrixSheets(placed, dataset.sources.length)],
  };
}

function drawnChart(options: DrawingOptions, dataset: Dataset, width: number): Drawn {
  const { messages } = options;
  const order = (options.order ?? 'disagreement') as DisagreementOrder;
  const isMirrored = messages.direction === 'rtl';
  const placed = orderRows(layoutDisagreements(dataset, options), order);
  const isLarge = isLargeChart(placed);
  const model = disagreementModel(dataset, placed, {
    view: 'positions',
    order,
    chosen: chosenOf(options),
    isNarrow: width < breakpoints.narrow,
    isMirrored,
    isPrinting: false,
    selected: undefined,
    accountOf: (row) =>
      placeAccount(dataset, row, {
        state: evidenceState(dataset, row.claim, options),
        evidence: options.evidence ?? noEvidence,
        filter: options,
      }),
    counts: undefined,
    window: isLarge
      ? rowWindow(
          placed.rows.map(() => initialRowHeight),
          initialRows,
        )
      : undefined,
    maxRows: Infinity,
  });
  const finder = isLarge ? { label: messages.findClaim, query: '', found: [] } : undefined;
  const drawing = { model, finder, hasLegend: true };
  return {
    content: framed(options, dataset, messages.disagreementHeading, renderDisagreement(drawing, messages, inert)),
    sheets: [...disagreementSheets, ...(isLarge ? largeChartSheets : [])],
  };
}

function framed(
  { heading, messages }: DrawingOptions,
  dataset: Dataset,
  defaultHeading: string,
  drawing: Content,
): Content {
  return renderFrame(
    {
      status: 'ready',
      dataset,
      heading: heading ?? defaultHeading,
      drawing,
      direction: messages.direction,
      isForeign: false,
      footer: { ...placeFooter(dataset), address: '', hasLink: false, isLinkCopied: false },
      announcement: '',
    },
    messages,
    inert,
    (content: Content) => content,
  );
}

/** Without a script nothing acts. */
const inert = new Proxy({}, { get: () => () => undefined }) as FrameActions & MatrixActions & DisagreementActions;

function evidenceState(
  dataset: Dataset,
  claim: Claim | undefined,
  { evidence = noEvidence }: DrawingOptions,
): EvidenceState {
  return hasEvidence(dataset, claim, evidence) ? 'there' : 'loading';
}

function chosenOf({ sources, claims, topic }: DrawingOptions): { sources: string; claims: string; topic: string } {
  return { sources: idList(sources), claims: idList(claims), topic: topic ?? '' };
}

function idList(ids: readonly string[] | undefined): string {
  return ids?.join(' ') ?? '';
}
