import { waitFor, within } from 'storybook/test';
import type { Tag } from './draw.js';

/** What a reader finds in the widget of a story, by role and name, once it is drawn. */
export async function seen<Name extends Tag = Tag>(canvas: HTMLElement, tag?: Name) {
  const widget = canvas.querySelector<HTMLElementTagNameMap[Name]>(tag ?? 'stance-matrix, source-disagreement')!;
  const root = widget.shadowRoot!;
  const inside = () => within(root.querySelector<HTMLElement>('.frame')!);
  const told: { readonly type: string; readonly detail: unknown }[] = [];
  for (const type of ['stance-load', 'stance-error', 'stance-select'])
    widget.addEventListener(type, (event) => told.push({ type, detail: (event as CustomEvent).detail }));
  await waitFor(() => inside().getAllByRole('button'));
  return {
    widget,
    button: (name: string | RegExp) => inside().getByRole('button', { name }),
    row: (name: string | RegExp) => inside().getByRole('rowheader', { name }).closest('tr')!,
    region: (name: string | RegExp) => inside().getByRole('region', { name }),
    text: (text: string | RegExp) => inside().getByText(text),
    /** What a screen reader was told last. */
    status: () => inside().getByRole('status'),
    focused: () => root.activeElement as HTMLElement,
    /** The details of the events of this type since the story was seen. */
    heard: (type: string) => told.filter((each) => each.type === type).map(({ detail }) => detail),
  };
}

/** The page's address is as it was when the story goes. */
export function keepAddress(): () => void {
  const { href } = location;
  return () => history.replaceState(history.state, '', href);
}
