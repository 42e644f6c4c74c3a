import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

type Host = ReactiveControllerHost & Element;

const watched = new WeakMap<Element, (width: number) => void>();

/** One observer for all elements of a page; made at first use, for there is none without a DOM. */
let observer: ResizeObserver | undefined;

function sharedObserver(): ResizeObserver {
  observer ??= new ResizeObserver((entries) => {
    // In the next frame: a drawing that changes its height at once would make the browser report a resize loop to the page.
    requestAnimationFrame(() => {
      for (const { target, contentRect } of entries) watched.get(target)?.(contentRect.width);
    });
  });
  return observer;
}

/**
 * The width of the element in its container, in CSS pixels; 0 while it is hidden. Measured when it is connected, so that the first
 * drawing has it; asks for an update only when what the drawing makes of it changes.
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
    this.value = this.host.clientWidth;
    watched.set(this.host, (width) => {
      const changed = this.step(width) !== this.step(this.value);
      this.value = width;
      if (changed) this.host.requestUpdate();
    });
    sharedObserver().observe(this.host);
  }

  hostDisconnected(): void {
    sharedObserver().unobserve(this.host);
    watched.delete(this.host);
  }
}
