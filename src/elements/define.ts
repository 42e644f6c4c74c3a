import { html, render } from 'lit';

/** Registers an element where the page lets it render. A name that is defined stays as it is, so loading a script twice does no harm. */
export function define(name: string, element: CustomElementConstructor): void {
  if (canRender() && !customElements.get(name)) customElements.define(name, element);
}

/**
 * Returns whether elements can render here at all: Trusted Types of the page may not allow our policy, its browser may not know style
 * sheets of shadow roots, nor the colours, without which a mark would look like an empty cell.
 */
function canRender(): boolean {
  try {
    render(html`<b></b>`, document.createElement('div'));
    return 'adoptedStyleSheets' in document && CSS.supports('color', 'light-dark(red,red)');
  } catch {
    return false;
  }
}
