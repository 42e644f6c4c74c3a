import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DatasetSource } from './dataset-source.js';

/** A fallback lower than this share of the drawing reserved no space: there the page has chosen to grow. */
const minShare = 1 / 2;

/**
 * Lets an element replace its fallback without moving what follows. It keeps the fallback’s height as long as a reader could see its end
 * move: until the end is below the window, the reader acts in it, or the width of the window changes. Until then a lower drawing ends
 * in empty space and a higher one scrolls inside.
 *
 * The height is a rule of the shadow root, which needs no permission of a content security policy and gives way to any rule of the
 * page. In a frame the page around it decides on the height, so nothing is kept there.
 */
export class KeptHeight implements ReactiveController {
  private sheet: CSSStyleSheet | undefined;

  private listeners = new AbortController();

  /** How far the end would move up if the height were released, in CSS pixels. */
  private slack = 0;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly source: DatasetSource,
  ) {
    host.addController(this);
  }

  /** The drawing or the message that is rendered next may replace the fallback. */
  hostUpdate(): void {
    if (this.source.state.status === 'ready' || this.source.state.status === 'failed') this.keep();
  }

  private keep(): void {
    const { host } = this;
    const root = host.shadowRoot;
    if (!root || this.sheet || parent !== window || root.firstElementChild?.localName !== 'slot') return;
    if ([...host.children].every(({ localName }) => localName === 'script')) return;
    const { height } = getComputedStyle(host);
    if (!Number.parseFloat(height)) return;
    this.sheet = new CSSStyleSheet();
    // The browser must not scroll the page to keep in place what is inside: that would move what follows.
    this.sheet.replaceSync(`@media screen{:host{height:${height};overflow-y:auto}*{overflow-anchor:none}}`);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.sheet];
    const { signal } = (this.listeners = new AbortController());
    addEventListener('scroll', this.look, { signal, passive: true, capture: true });
    const { innerWidth: width } = window;
    addEventListener('resize', () => innerWidth !== width && this.release(), { signal });
    for (const act of ['click', 'keydown']) host.addEventListener(act, this.release, { signal });
  }

  hostUpdated(): void {
    const { host, sheet } = this;
    if (!sheet) return;
    const { top, bottom } = host.getBoundingClientRect();
    const ends = [...host.shadowRoot!.children].map((child) => child.getBoundingClientRect().bottom);
    // Computed instead of tried: a page that is lower for a moment scrolls a reader at its end up.
    const own = host.scrollHeight > host.clientHeight ? host.scrollHeight : Math.max(...ends) - top;
    this.slack = bottom - top - own;
    if (bottom - top < own * minShare) this.release();
    else this.look();
  }

  hostDisconnected(): void {
    this.release();
  }

  private readonly release = (): void => {
    const { host, sheet } = this;
    if (!sheet) return;
    const { scrollTop } = host;
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    this.sheet = undefined;
    this.listeners.abort();
    // The reader goes on seeing what was scrolled to inside.
    if (scrollTop > 0) scrollBy({ top: scrollTop, behavior: 'instant' });
  };

  private readonly look = (): void => {
    const { bottom } = this.host.getBoundingClientRect();
    if (bottom - Math.max(this.slack, 0) >= innerHeight) this.release();
  };
}
