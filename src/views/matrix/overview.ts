import { css } from 'lit';
import type { PartInView } from '../../layout/matrix/table-viewport.js';
import { html, type Content } from '../template.js';

export interface OverviewActions {
  readonly moveOverview: (event: PointerEvent) => void;
  /** Every change of colours is a transition of the overview. */
  readonly onColours: () => void;
}

/**
 * Renders a small picture of the whole of a large table, which the overview controller paints, with a frame around the part in view. For
 * screen readers and keys the table is its equal.
 */
export function renderOverview({ left, top, width, height }: PartInView, actions: OverviewActions): Content {
  const percent = (share: number) => `${share * 100}%`;
  const start = (share: number) => `min(${percent(share)},100% - 9px)`;
  const frame = `inset-inline-start:${start(left)};top:${start(top)};width:${percent(width)};height:${percent(height)}`;
  return html`<div
    class="overview"
    part="overview"
    aria-hidden="true"
    @pointerdown=${actions.moveOverview}
    @pointermove=${actions.moveOverview}
    @transitionend=${actions.onColours}
  >
    <canvas></canvas><i .style=${frame}></i>
  </div>`;
}

export const overviewStyles = css`
  .overview {
    position: relative;
    overflow: hidden;
    margin-bottom: 0.6em;
    cursor: crosshair;
    touch-action: none;
    /* No border: where the colours of the sides can be read from, and their change. */
    border: 0 solid;
    border-color: var(--_support) var(--_oppose) var(--_neutral);
    transition: border-color 1ms;
    forced-color-adjust: none;
  }
  canvas {
    display: block;
    inline-size: 100%;
    image-rendering: pixelated;
  }
  .overview i {
    position: absolute;
    min-width: 9px;
    min-height: 9px;
    border: 2px solid var(--_ink);
    box-shadow: 0 0 0 2px var(--_surface);
  }
  @media (forced-colors: active) {
    .overview {
      border-color: CanvasText LinkText GrayText;
    }
  }
`;
