import { waitFor, within } from 'storybook/test';
import type { Tag } from './render-element.js';

/** Waits until a story's widget is rendered, and returns what a reader can find in it, by role and name. */
export async function renderedWidget<Name extends Tag = Tag>(canvas: HTMLElement, tag?: Name) {
  const widget = canvas.querySelector<HTMLElementTagNameMap[Name]>(tag ?? 'stance-matrix, source-disagreement')!;
  const root = widget.shadowRoot!;
  const inside = () => within(root.querySelector<HTMLElement>('.frame')!);
  const events: { readonly type: string; readonly detail: unknown }[] = [];
  for (const type of ['stance-load', 'stance-error', 'stance-select'])
    widget.addEventListener(type, (event) => events.push({ type, detail: (event as CustomEvent).detail }));
  await waitFor(() => inside().getAllByRole('button'));
  return {
    widget,
    button: (name: string | RegExp) => inside().getByRole('button', { name }),
    row: (name: string | RegExp) => inside().getByRole('rowheader', { name }).closest('tr')!,
    region: (name: string | RegExp) => inside().getByRole('region', { name }),
    text: (text: string | RegExp) => inside().getByText(text),
    /** The live region for screen readers. */
    status: () => inside().getByRole('status'),
    focused: () => root.activeElement as HTMLElement,
    /** The details of all events of this type since the call. */
    eventDetails: (type: string) => events.filter((each) => each.type === type).map(({ detail }) => detail),
  };
}

/** Returns a function that restores the page's current address. */
export function restoreAddress(): () => void {
  const { href } = location;
  return () => history.replaceState(history.state, '', href);
}
