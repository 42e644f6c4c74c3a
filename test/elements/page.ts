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

/** Puts a widget into an otherwise empty page of the given width and waits until it is drawn. */
export async function show<N extends Name>(
  name: N,
  properties: Partial<HTMLElementTagNameMap[N]> & { readonly width?: number } = {},
): Promise<HTMLElementTagNameMap[N]> {
  const { width = 760, ...own } = properties;
  document.documentElement.lang = 'en-GB';
  const place = document.createElement('div');
  place.style.width = `${width}px`;
  const widget = Object.assign(document.createElement(name), own);
  place.append(widget);
  document.body.replaceChildren(place);
  await settled(widget);
  return widget;
}

/** Waits until the widget has measured its container and drawn itself. */
export async function settled(widget: StanceElement): Promise<void> {
  await widget.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await widget.updateComplete;
}

/** Fails with what axe-core finds, rule by rule. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
