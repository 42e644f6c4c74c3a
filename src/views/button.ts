import { html, type Content } from './template.js';

/** Renders a button that looks like a link. */
export function renderButton(label: Content, onClick: () => void): Content {
  return html`<button class="plain" @click=${onClick}>${label}</button>`;
}
