import type { ReactiveControllerHost } from 'lit';

type State = Readonly<Record<string, string | undefined>>;

/**
 * An element’s state in the query of the page’s address, as `?stance-matrix.order=disputed`: only its own names, so that other
 * parameters, other elements and the page’s anchors stay as they are. History gets no new entries.
 */
export class Permalink {
  /** What the page itself has set; the address holds only what differs. */
  private initial: State = {};

  constructor(
    private readonly element: ReactiveControllerHost & HTMLElement,
    /** The properties in the address; all are strings. */
    private readonly properties: readonly string[],
  ) {}

  /** The reader has copied the address. */
  isCopied = false;

  /** Sets the element’s properties to what the address says. */
  restore(): void {
    this.initial = this.state;
    const query = new URLSearchParams(location.search);
    const found = this.properties.flatMap((name) => {
      const value = query.get(`${this.key}.${name}`);
      return value === null ? [] : [[name, value] as const];
    });
    Object.assign(this.element, Object.fromEntries(found));
  }

  /** Writes what differs from what the page has set. */
  write(): void {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(this.state)) {
      if (value === undefined || value === this.initial[name]) url.searchParams.delete(`${this.key}.${name}`);
      else url.searchParams.set(`${this.key}.${name}`, value);
    }
    try {
      history.replaceState(history.state, '', url);
    } catch {
      // A sandboxed or very busy page may refuse; the drawing does not depend on it.
    }
  }

  async copy(): Promise<void> {
    this.write();
    try {
      await navigator.clipboard.writeText(location.href);
      this.isCopied = true;
      this.element.requestUpdate();
    } catch {
      // Where the clipboard is closed to pages, the address bar still shows the link.
    }
  }

  private get state(): State {
    const properties = this.element as unknown as State;
    return Object.fromEntries(this.properties.map((name) => [name, properties[name]]));
  }

  /** The element’s id; else its tag, numbered from the second on. */
  private get key(): string {
    const { id, localName } = this.element;
    if (id) return id;
    const index = [...document.querySelectorAll(localName)].indexOf(this.element);
    return index > 0 ? `${localName}-${index + 1}` : localName;
  }
}
