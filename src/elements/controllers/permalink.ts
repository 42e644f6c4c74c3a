/**
 * A widget's state in the query of the page's address, as `?stance-matrix.order=disputed`: its own names only, so that other
 * parameters, other widgets and the page's anchors stay as they are. History gets no new entries.
 */
export class Permalink {
  constructor(private readonly element: Element) {}

  /** The element's id; else its tag, numbered from the second on. */
  private get key(): string {
    const { id, localName } = this.element;
    if (id) return id;
    const place = [...document.querySelectorAll(localName)].indexOf(this.element);
    return place > 0 ? `${localName}-${place + 1}` : localName;
  }

  /** What the address says of these names. */
  read(names: readonly string[]): Readonly<Record<string, string>> {
    const query = new URLSearchParams(location.search);
    const found = names.flatMap((name) => {
      const value = query.get(`${this.key}.${name}`);
      return value === null ? [] : [[name, value] as const];
    });
    return Object.fromEntries(found);
  }

  /** Writes what differs from the state that the page itself set; an undefined value takes the name out. */
  write(state: Readonly<Record<string, string | undefined>>): void {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(state)) {
      if (value === undefined) url.searchParams.delete(`${this.key}.${name}`);
      else url.searchParams.set(`${this.key}.${name}`, value);
    }
    try {
      history.replaceState(history.state, '', url);
    } catch {
      // A sandboxed or very busy page may refuse; the drawing does not depend on it.
    }
  }
}
