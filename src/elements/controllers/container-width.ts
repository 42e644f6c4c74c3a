import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

type Host = ReactiveControllerHost & Element;

/** What measures itself anew when its element has got another size. */
interface Measured {
  measure(): void;
}

const watched = new WeakMap<Element, Measured>();

/** One observer for all elements of a page; made at first use, for there is none without a DOM. */
let observer: ResizeObserver | undefined;

/** Undefined in browsers without one, where the width of the first drawing stays. */
function sharedObserver(): ResizeObserver | undefined {
  if (!('ResizeObserver' in globalThis)) return undefined;
  observer ??= new ResizeObserver((entries) => {
    // In the next frame: a drawing that changes its height at once would make the browser report a resize loop to the page.
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

/** The width of the element; where it has no box, as with `display: contents`, that of what it stands in. 0 where nothing has one. */
function widthOf(element: Element): number {
  for (let at: Element | null = element; at; at = at.parentElement) if (at.clientWidth > 0) return at.clientWidth;
  return 0;
}

/**
 * The width of the element in its container, in CSS pixels. Measured when it is connected, so that the first drawing has it; asks
 * for an update only when what the drawing makes of it changes.
 */
export class ContainerWidth implements ReactiveController {
  value = 0;

  constructor(
    private readonly host: Host,
    /** What the drawing makes of a width, such as whether it is narrow. */
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
