import { expect, userEvent, waitFor } from 'storybook/test';
import seeds from '../seeds/dataset.json' with { type: 'json' };
import { restoreAddress, renderedWidget } from './reader.js';
import { artificialStory } from './story-data.js';
import type { Stories, Story } from './story.js';

type MatrixStory = Story<'stance-matrix'>;

export default { title: 'Stance matrix', component: 'stance-matrix' } satisfies Stories<'stance-matrix'>;

/** Three real reports, with a mark on the most disputed claim open. */
export const Seeds: MatrixStory = { args: { data: seeds } };

/** Filtered to one source: the number of claims, and “Show all”. */
export const FilteredToOneSource: MatrixStory = { args: { data: seeds, sources: 'dw' } };

/** Most disputed claims first. */
export const MostDisputedFirst: MatrixStory = { args: { data: seeds, order: 'disputed', topic: 'The evidence' } };

/** The list by claim, at every width. */
export const AsList: MatrixStory = { args: { data: seeds, layout: 'list' } };

/** The table, at every width: it scrolls inside its box. */
export const AsTable: MatrixStory = { args: { data: seeds, layout: 'table' } };

/** Another heading, and no legend or footer. */
export const Bare: MatrixStory = {
  args: { data: seeds, selected: 'none', heading: 'In their own words', hideLegend: true, hideFooter: true },
};

/** One claim and five speakers. */
export const OneColumn: MatrixStory = {
  args: { data: artificialStory({ speakers: 5, claims: 1, sources: 2, filled: 40 }) },
};

/** One source: no pips under the marks. */
export const OneSource: MatrixStory = {
  args: { data: artificialStory({ speakers: 4, claims: 4, sources: 1, filled: 40 }) },
};

/** Two sources: two pips under each mark. */
export const TwoSources: MatrixStory = {
  args: { data: artificialStory({ speakers: 4, claims: 4, sources: 2, filled: 40 }) },
};

/** More sources than pips fit under a mark. */
export const NineSources: MatrixStory = {
  args: { data: artificialStory({ speakers: 6, claims: 5, sources: 9, filled: 25, groups: 2 }) },
};

/** Only the outlets’ own words; nobody is quoted. */
export const OutletsOnly: MatrixStory = {
  args: {
    data: {
      ...artificialStory({ speakers: 0, claims: 4, sources: 3, filled: 60 }),
      title: 'What the outlets say themselves',
    },
  },
};

/** Arrow keys move between marks, Home and End to the ends of a row; Enter opens a mark. */
export const ArrowKeys: MatrixStory = {
  args: { data: seeds, layout: 'table', selected: 'none' },
  play: async ({ canvasElement }) => {
    const { widget, row: findRow, focused } = await renderedWidget(canvasElement, 'stance-matrix');
    const row = findRow(/^Mike Pompeo/);
    const marks = [...row.querySelectorAll<HTMLElement>('td button')];
    marks[0]!.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(focused()).toBe(marks[1]);
    await userEvent.keyboard('{ArrowDown}{ArrowUp}');
    await expect(focused().closest('tr')).toBe(row);
    await userEvent.keyboard('{End}');
    await expect(focused()).toBe(marks.at(-1));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(widget.selected).toMatch(/^pompeo\//));
  },
};

/** A reader filters by source, and hears how many claims are shown. */
export const Filtering: MatrixStory = {
  args: { data: seeds, selected: 'none' },
  play: async ({ canvasElement }) => {
    const { widget, button, text, status } = await renderedWidget(canvasElement, 'stance-matrix');
    await userEvent.click(text('Filter'));
    await userEvent.click(button('AmCon'));
    await waitFor(() => expect(widget.sources).toBe('amcon'));
    await expect(button('AmCon')).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() => expect(status()).toHaveTextContent(/^Showing \d+ of 14 claims/));
  },
};

/** The order that a reader chooses is kept in the query string of the page, so that it can be shared. */
export const Permalink: MatrixStory = {
  args: { data: seeds, selected: 'none', permalink: true },
  beforeEach: restoreAddress,
  play: async ({ canvasElement }) => {
    const { button } = await renderedWidget(canvasElement, 'stance-matrix');
    await userEvent.click(button('Most disputed'));
    await waitFor(() => expect(location.search).toContain('stance-matrix.order=disputed'));
    await expect(button('Most disputed')).toHaveAttribute('aria-pressed', 'true');
  },
};
