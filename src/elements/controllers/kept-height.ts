/** A fallback lower than this share of the drawing kept no place free: there the page has chosen to grow. */
const least = 1 / 2;

/**
 * Lets a widget take the place of its fallback without moving what follows. The place keeps its height as long as a reader could see
 * its end move: until the end lies below the window, the reader acts in it, or the window gets another width. Meanwhile a lower drawing
 * ends in empty space and a higher one scrolls inside.
 *
 * Only a rule of the shadow root says so, which needs no policy’s leave and which any rule of the page’s own overrules. In a frame the
 * page around it decides on the height, so nothing is kept there.
 */
export class KeptHeight {
  private sheet: CSSStyleSheet | undefined;

  private listeners = new AbortController();

  /** How far the end would come up if the place were let go, in CSS pixels. */
  private slack = 0;

  constructor(private readonly host: HTMLElement) {}

  /** To be called before something is drawn where perhaps the fallback stands. */
  keep(): void {
    const { host } = this;
    const root = host.shadowRoot;
    // Drawn without a page there is no root.
    if (!root || this.sheet || parent !== window || root.firstElementChild?.localName !== 'slot') return;
    if ([...host.children].every(({ localName }) => localName === 'script')) return;
    const { height } = getComputedStyle(host);
    if (!Number.parseFloat(height)) return;
    this.sheet = new CSSStyleSheet();
    this.sheet.replaceSync(`@media screen{:host{height:${height};overflow-y:auto}}`);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.sheet];
    const { signal } = (this.listeners = new AbortController());
    addEventListener('scroll', this.look, { signal, passive: true, capture: true });
    const { innerWidth: width } = window;
    addEventListener('resize', () => innerWidth !== width && this.release(), { signal });
    for (const act of ['click', 'keydown']) host.addEventListener(act, this.release, { signal });
  }

  /** To be called when something is drawn. */
  settle(): void {
    const { host, sheet } = this;
    if (!sheet) return;
    const { top, bottom } = host.getBoundingClientRect();
    const ends = [...host.shadowRoot!.children].map((child) => child.getBoundingClientRect().bottom);
    // Without a look at the height that it would have: a page that is lower for a moment scrolls a reader at its end up.
    const own = host.scrollHeight > host.clientHeight ? host.scrollHeight : Math.max(...ends) - top;
    this.slack = bottom - top - own;
    if (bottom - top < own * least) this.release();
    else this.look();
  }

  readonly release = (): void => {
    const { host, sheet } = this;
    if (!sheet) return;
    const { scrollTop } = host;
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    this.sheet = undefined;
    this.listeners.abort();
    // What was scrolled inside stays where the reader has it.
    if (scrollTop > 0) scrollBy({ top: scrollTop, behavior: 'instant' });
  };

  private readonly look = (): void => {
    const { bottom } = this.host.getBoundingClientRect();
    if (bottom - Math.max(this.slack, 0) >= innerHeight) this.release();
  };
}
