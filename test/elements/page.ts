import axe from 'axe-core';
import { expect } from 'vitest';
import type { StanceElement } from '../../src/elements/stance-element.js';
import { SourceDisagreement } from '../../src/elements/source-disagreement.js';
import { StanceMatrix } from '../../src/elements/stance-matrix.js';

for (const [name, element] of [
  ['stance-matrix', StanceMatrix],
  ['source-disagreement', SourceDisagreement],
] as const)
  if (!customElements.get(name)) customElements.define(name, element);

type Name = 'stance-matrix' | 'source-disagreement';

/** Renders a widget in an otherwise empty page, in a container of the given width. */
export async function show<N extends Name>(
  name: N,
  properties: Partial<HTMLElementTagNameMap[N]> & { readonly width?: number } = {},
): Promise<HTMLElementTagNameMap[N]> {
  const { width = 760, ...own } = properties;
  document.documentElement.lang = 'en-GB';
  // A landmark, as the article around a widget is.
  const container = document.createElement('main');
  container.style.width = `${width}px`;
  const widget = Object.assign(document.createElement(name), own);
  container.append(widget);
  document.body.replaceChildren(container);
  await settled(widget);
  return widget;
}

/** Renders a matrix in place of a fallback that is higher, with all of it in view. */
export async function showInPlaceOfFallback(data: unknown): Promise<HTMLElementTagNameMap['stance-matrix']> {
  const widget = document.createElement('stance-matrix');
  const fallback = document.createElement('p');
  fallback.style.height = `${innerHeight - 100}px`;
  widget.append(fallback);
  document.body.replaceChildren(widget);
  await settled(widget);
  widget.data = data;
  await settled(widget);
  return widget;
}

/** Waits until the widget has measured its container and rendered. */
export async function settled(widget: StanceElement): Promise<void> {
  await widget.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await widget.updateComplete;
}

/** Waits until the last row is rendered; long charts are rendered in steps. */
export async function rendered(widget: StanceElement): Promise<void> {
  const count = () => widget.shadowRoot!.querySelectorAll('*').length;
  for (let before = -1; before !== count();) {
    before = count();
    await settled(widget);
  }
}

/** Fails with what axe-core finds in the page, rule by rule. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
