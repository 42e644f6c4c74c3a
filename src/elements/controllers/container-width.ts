import type { ReactiveController, ReactiveControllerHost } from 'lit';

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

/** Returns the width of the element; without a box of its own, as with `display: contents`, that of its nearest ancestor; else 0. */
function widthOf(element: Element): number {
  for (let at: Element | null = element; at; at = at.parentElement) if (at.clientWidth > 0) return at.clientWidth;
  return 0;
}

/**
 * The width of the element in its container, in CSS pixels. Measured when it is connected, so that the first drawing has it; requests
 * an update only where the drawing depends on the change.
 */
export class ContainerWidth implements ReactiveController {
  value = 0;

  constructor(
    private readonly host: Host,
    /** Returns what the drawing depends on, such as whether the width is narrow. */
    private readonly step: (width: number) => unknown,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.value = widthOf(this.host);
    watchSize(this.host, this);
  }

  hostDisconnected(): void {
    sharedObserver()?.unobserve(this.host);
    watched.delete(this.host);
  }

  measure(): void {
    const before = this.step(this.value);
    this.value = widthOf(this.host);
    if (this.step(this.value) !== before) this.host.requestUpdate();
  }
}
