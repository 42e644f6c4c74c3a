import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import { draw, type Tag } from '../draw.js';
import { seen } from '../reader.js';
import {
  arabicStory,
  artificialStory,
  bidiControlsStory,
  brokenStory,
  hostileStory,
  longStory,
  manyScriptsStory,
} from '../story-data.js';
import type { Story } from '../story.js';
import { dataFrom, never, nothing, page, unreached } from './answers.js';

type Case = Story<'stance-matrix'> & Story<'source-disagreement'>;

/** A case of both widgets, and what one sees. */
function hard(description: string, story: Omit<Case, 'parameters'>): Case {
  return { ...story, parameters: { docs: { description: { story: description } } } };
}

export const empty = hard('No statements at all.', {
  args: { data: { ...seeds, statements: [], variants: [], order: {} } },
});

export const narrowedToNothing = hard('Narrowed until nothing is left, with a way back.', {
  args: { data: seeds, sources: 'nobody' },
});

export const allShownAgain = hard('The way back from nothing is pressed.', {
  ...narrowedToNothing,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const { widget, button } = await seen(canvasElement);
    const buttons = () => widget.shadowRoot!.querySelectorAll('button').length;
    const before = buttons();
    await userEvent.click(button('Show all'));
    await waitFor(() => expect(buttons()).toBeGreaterThan(before));
    await expect(widget.sources).toBe('');
  },
});

export const sixtyByForty = hard('Sixty voices and forty claims.', {
  args: { data: artificialStory({ speakers: 60, claims: 40, sources: 3, filled: 6, groups: 5 }) },
});

export const longNames = hard('Very long names, claims and quotes, some without a single space.', {
  args: { data: longStory() },
});

export const manyScripts = hard('Names, claims and quotes in Chinese, Arabic, with accents and with emoji.', {
  args: { data: manyScriptsStory() },
});

export const bidiControls = hard(
  'Characters that turn the direction of what follows them stay within their own name.',
  { args: { data: bidiControlsStory() } },
);

export const rightToLeft = hard('A page that runs from right to left: the layout is mirrored.', {
  args: { data: arabicStory() },
  render: (args: object, { component }: { component: Tag }): TemplateResult =>
    html`<div dir="rtl" lang="ar">${draw(component, args)}</div>`,
});

export const hostileStrings = hard('Markup, style and script in the data are text.', {
  args: { data: hostileStory() },
});

export const loading = hard('The data are still on their way.', {
  ...dataFrom('never-answers.json', never),
});

export const notADataset = hard('The data are not a dataset; an editor reads where and why.', {
  args: { data: brokenStory() },
});

export const unreachable = hard('The data could not be loaded, and can be asked for again.', {
  ...dataFrom('unreachable.json', unreached),
});

export const triedAgain = hard('A reader asks for the data again, and they are still not there.', {
  ...dataFrom('still-unreachable.json', unreached),
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const { button, heard } = await seen(canvasElement);
    const before = heard('stance-error').length;
    await userEvent.click(button('Try again'));
    await waitFor(() => expect(heard('stance-error')).toHaveLength(before + 1));
    await expect(heard('stance-error').at(-1)).toMatchObject({ code: 'unreachable' });
  },
});

export const gone = hard('The server answers that there are no data.', {
  ...dataFrom('gone.json', nothing),
});

export const notJson = hard('The server answers with a page instead of data.', {
  ...dataFrom('page.html', page),
});

export const fallbackBesideError = hard('What stands between the tags is shown beside the error.', {
  ...dataFrom('unreachable-with-fallback.json', unreached),
  render: (args: object, { component }: { component: Tag }): TemplateResult =>
    draw(
      component,
      args,
      html`<p>
        Speaker 1 supports the claim, <a href="https://example.org/1">says The Daily</a>; Speaker 2 opposes it.
      </p>`,
    ),
});
