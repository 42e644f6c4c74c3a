import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import { renderElement, type Tag } from '../render-element.js';
import { renderedWidget } from '../reader.js';
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
import nineOutletsData from './field/nine-outlets.json' with { type: 'json' };
import partiesData from './field/parties-de.json' with { type: 'json' };
import quotedOneSideData from './field/quoted-one-side.json' with { type: 'json' };
import yearsData from './field/years.json' with { type: 'json' };
import { htmlPage, loadedFrom, networkError, pending, status410 } from './responses.js';

type Case = Story<'stance-matrix'> & Story<'source-disagreement'>;

/** Returns a story for both widgets, with a description. */
function hardCase(description: string, story: Omit<Case, 'parameters'>): Case {
  return { ...story, parameters: { docs: { description: { story: description } } } };
}

export const empty = hardCase('No statements at all.', {
  args: { data: { ...seeds, statements: [], variants: [], order: {} } },
});

export const filteredToNothing = hardCase('Filtered until nothing is left; “Show all” leads back.', {
  args: { data: seeds, sources: 'nobody' },
});

export const showAll = hardCase('A reader removes the filter.', {
  ...filteredToNothing,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const { widget, button } = await renderedWidget(canvasElement);
    const buttons = () => widget.shadowRoot!.querySelectorAll('button').length;
    const before = buttons();
    await userEvent.click(button('Show all'));
    await waitFor(() => expect(buttons()).toBeGreaterThan(before));
    await expect(widget.sources).toBe('');
  },
});

export const sixtyByForty = hardCase('Sixty speakers and forty claims.', {
  args: { data: artificialStory({ speakers: 60, claims: 40, sources: 3, filled: 6, groups: 5 }) },
});

export const longNames = hardCase('Very long names, claims and quotes, some without a space.', {
  args: { data: longStory() },
});

export const manyScripts = hardCase('Names, claims and quotes in Chinese and Arabic, with accents and emoji.', {
  args: { data: manyScriptsStory() },
});

export const bidiControls = hardCase('Bidirectional control characters affect only the text that contains them.', {
  args: { data: bidiControlsStory() },
});

export const rightToLeft = hardCase('A right-to-left page: the layout is mirrored.', {
  args: { data: arabicStory() },
  render: (args: object, { component }: { component: Tag }): TemplateResult =>
    html`<div dir="rtl" lang="ar">${renderElement(component, args)}</div>`,
});

export const hostileStrings = hardCase('Markup, styles and scripts in the data are shown as text.', {
  args: { data: hostileStory() },
});

export const loading = hardCase('The data are still loading.', {
  ...loadedFrom('never-answers.json', pending),
});

export const notADataset = hardCase(
  'The data are not a valid dataset; the message tells editors what is wrong and where.',
  {
    args: { data: brokenStory() },
  },
);

export const unreachable = hardCase('The data could not be loaded; the reader can try again.', {
  ...loadedFrom('unreachable.json', networkError),
});

export const tryAgain = hardCase('A reader tries again, and the data still cannot be loaded.', {
  ...loadedFrom('still-unreachable.json', networkError),
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const { button, eventDetails } = await renderedWidget(canvasElement);
    const before = eventDetails('stance-error').length;
    await userEvent.click(button('Try again'));
    await waitFor(() => expect(eventDetails('stance-error')).toHaveLength(before + 1));
    await expect(eventDetails('stance-error').at(-1)).toMatchObject({ code: 'unreachable' });
  },
});

export const gone = hardCase('The server responds with 410 Gone.', {
  ...loadedFrom('gone.json', status410),
});

export const notJson = hardCase('The server responds with an HTML page instead of JSON.', {
  ...loadedFrom('page.html', htmlPage),
});

export const fallbackBesideError = hardCase('The fallback is shown below the error.', {
  ...loadedFrom('unreachable-with-fallback.json', networkError),
  render: (args: object, { component }: { component: Tag }): TemplateResult =>
    renderElement(
      component,
      args,
      html`<p>
        Speaker 1 supports the claim, <a href="https://example.org/1">says The Daily</a>; Speaker 2 opposes it.
      </p>`,
    ),
});

// The data in `field/` are made up: shapes that real datasets have, with nothing real in them.

export const quotedOneSide = hardCase('Three outlets that quote only one side. Made up.', {
  args: { data: quotedOneSideData },
});

export const nineOutlets = hardCase('Nine outlets that also take sides in their own words. Made up.', {
  args: { data: nineOutletsData },
});

export const years = hardCase('Each source is a year, with the answers of the same five parties. Made up.', {
  args: { data: yearsData },
});

export const parties = hardCase(
  'Thirty parties on thirty questions, in German; each party is its own source. Made up.',
  {
    args: { data: partiesData },
  },
);
