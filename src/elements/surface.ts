import { Markup } from '../views/html.js';

/** The name that a page’s `trusted-types` must allow. What it lets through was escaped by `html`. */
const policy = (() => {
  const { trustedTypes } = globalThis as unknown as { trustedTypes?: TrustedTypes };
  try {
    return trustedTypes?.createPolicy('stancekit', { createHTML: (text) => text });
  } catch {
    // Refused, or another copy holds the name. Where the page insists on a policy, `canDraw` finds out.
    return undefined;
  }
})();

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): { createHTML(text: string): string };
}

function parse(into: Element | ShadowRoot, { markup }: Markup): void {
  into.innerHTML = policy ? policy.createHTML(markup) : markup;
}

/**
 * Whether the page lets us draw at all: its Trusted Types may not know our policy, its browser not the style sheets of a shadow root, nor
 * the colours, without which a mark would look like silence.
 */
export function canDraw(): boolean {
  try {
    parse(document.createElement('div'), new Markup('<b></b>'));
    return 'adoptedStyleSheets' in document && CSS.supports('color', 'light-dark(red,red)');
  } catch {
    return false;
  }
}

/** Marks an element that stays the same among its like; `keep` writes it. */
const keyName = 'data-key';
/** Marks what only stands for an element that is drawn already. */
const keptName = 'data-kept';

interface Kept {
  readonly from: readonly unknown[];
  readonly element: Element;
}

/**
 * What is drawn in a shadow root. The first drawing, in the place of the fallback, is one `innerHTML`; later ones change only what differs, so that focus, scrolling
 * and what a reader unfolded stay.
 */
export class Surface {
  private kept = new Map<string, Kept>();

  /** What the elements of the drawing that is being made are made from. */
  private fresh = new Map<string, readonly unknown[]>();

  /** The same of the last drawing, until the next one asks: most drawings stay the only one. */
  private drawn: ReadonlyMap<string, readonly unknown[]> | undefined;

  /** Known from the first drawing on. */
  private root: ShadowRoot | undefined;

  /**
   * One element of a long list: drawn anew only where one of the things it was made `from` is another than before. The key is unique in
   * the drawing.
   */
  readonly keep = (key: string, from: readonly unknown[], draw: () => Markup): Markup => {
    this.remember();
    const known = this.kept.get(key);
    if (known && this.root?.contains(known.element) && from.every((part, index) => part === known.from[index])) {
      const { localName } = known.element;
      return new Markup(`<${localName} ${keyName}="${key}" ${keptName}></${localName}>`);
    }
    this.fresh.set(key, from);
    return new Markup(draw().markup.replace(/^\s*<[a-z]+/, (tag) => `${tag} ${keyName}="${key}"`));
  };

  draw(root: ShadowRoot, drawing: Markup): void {
    this.root = root;
    const { firstElementChild } = root;
    if (firstElementChild && firstElementChild.localName !== 'slot') this.redraw(root, drawing, change);
    else parse(root, drawing);
    this.rememberLater();
  }

  /** Draws one element of the drawing anew, and nothing else. */
  drawPart(element: Element, drawing: Markup): void {
    this.redraw(element, drawing, (live, next) => changeNode(live, next.firstChild!));
    this.rememberLater();
  }

  private redraw(live: ParentNode & Node, drawing: Markup, change: (live: Node, next: Node) => void): void {
    const next = document.createElement('template');
    parse(next, drawing);
    change(live, next.content);
    // What stands for an element in a place that is new takes it there.
    for (const standIn of live.querySelectorAll(`[${keptName}]`))
      standIn.replaceWith(this.kept.get(keyOf(standIn)!)!.element);
  }

  private rememberLater(): void {
    if (this.fresh.size === 0) return;
    this.drawn = this.fresh;
    this.fresh = new Map();
  }

  private remember(): void {
    const { drawn, kept } = this;
    if (!drawn) return;
    this.drawn = undefined;
    this.kept = new Map();
    for (const element of this.root!.querySelectorAll(`[${keyName}]`)) {
      const key = element.getAttribute(keyName)!;
      const from = drawn.get(key) ?? kept.get(key)?.from;
      if (from) this.kept.set(key, { from, element });
    }
  }
}

/** Makes the children of one node those of another. */
function change(live: Node, next: Node): void {
  const children = [...next.childNodes];
  const wantedKeys = new Set(children.map(keyOf));
  const byKey = new Map<string, ChildNode>();
  for (const child of [...live.childNodes]) {
    const key = keyOf(child);
    // First of all, so that those that stay need not be moved, which would take the focus out of them.
    if (key && !wantedKeys.has(key)) child.remove();
    else if (key) byKey.set(key, child);
  }
  let at = live.firstChild;
  for (const wanted of children) {
    const key = keyOf(wanted);
    const found = key ? byKey.get(key) : at && !keyOf(at) && at.nodeName === wanted.nodeName ? at : undefined;
    if (!found) live.insertBefore(wanted, at);
    else {
      if (found === at) at = at.nextSibling;
      else live.insertBefore(found, at);
      changeNode(found, wanted);
    }
  }
  while (at) {
    const rest = at;
    at = at.nextSibling;
    rest.remove();
  }
}

function changeNode(live: Node, next: Node): void {
  // The browser finds out soonest that nothing is to be done.
  if (live.isEqualNode(next)) return;
  if (live instanceof Element && next instanceof Element) {
    if (next.hasAttribute(keptName)) return;
    changeAttributes(live, next);
    change(live, next);
  } else if (live.nodeValue !== next.nodeValue) live.nodeValue = next.nodeValue;
}

function changeAttributes(live: Element, next: Element): void {
  // By names: an attribute of its own is an object, which a browser makes only where it is asked for.
  for (const name of next.getAttributeNames()) {
    const value = next.getAttribute(name)!;
    if (live.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  // Whether something is unfolded is the reader's choice from then on; a style is never drawn, but reckoned by who set it.
  for (const name of live.getAttributeNames())
    if (!next.hasAttribute(name) && name !== 'open' && name !== 'style') live.removeAttribute(name);
}

function keyOf(node: Node): string | null {
  return node instanceof Element ? node.getAttribute(keyName) : null;
}
