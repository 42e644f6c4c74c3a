import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { breakpoints } from '../../theme/tokens.js';

type Host = ReactiveControllerHost & Element;

/** Measures its element when the size of that changes. */
interface Measured {
  measure(): void;
}

const watched = new WeakMap<Element, Measured>();

/** One observer for all elements of a page; made at first use, because there is none without a DOM. */
let observer: ResizeObserver | undefined;

/** Undefined in browsers without one, where the first width stays. */
function sharedObserver(): ResizeObserver | undefined {
  if (typeof ResizeObserver === 'undefined') return undefined;
  observer ??= new ResizeObserver((entries) => {
    // In the next frame: a drawing whose height changes at once would make the browser report a resize loop to the page.
    requestAnimationFrame(() => {
      for (const { target } of entries) watched.get(target)?.measure();
    });
  });
  return observer;
}

/** Watches the size of an element, once. */
export function watchSize(element: Element, measured: Measured): void {
  if (watched.has(element)) return;
  watched.set(element, measured);
  sharedObserver()?.observe(element);
}

/** Goes by the width of the element; without a box of its own, as with `display: contents`, by that of its nearest ancestor. */
function isNarrow(element: Element): boolean | undefined {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (at.clientWidth > 0) return at.clientWidth < breakpoints.narrow;
  return undefined;
}

/**
 * Whether the container of the element is narrow. Measured when it is connected, so that the first drawing has it; requests an update only
 * where that changes, or the element appears.
 */
export class ContainerWidth implements ReactiveController {
  /** Undefined where the element has no width: it is not visible. */
  isNarrow: boolean | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    this.isNarrow = isNarrow(this.host);
    watchSize(this.host, this);
  }

  hostDisconnected(): void {
    sharedObserver()?.unobserve(this.host);
    watched.delete(this.host);
  }

  measure(): void {
    const before = this.isNarrow;
    this.isNarrow = isNarrow(this.host);
    if (this.isNarrow !== before) this.host.requestUpdate();
  }
}
