import { expect, userEvent, waitFor } from 'storybook/test';
import seeds from '../seeds/dataset.json' with { type: 'json' };
import { restoreAddress, renderedWidget } from './reader.js';
import { artificialStory } from './story-data.js';
import type { Stories, Story } from './story.js';

type MatrixStory = Story<'stance-matrix'>;

export default { title: 'Stance matrix', component: 'stance-matrix' } satisfies Stories<'stance-matrix'>;

/** Three real reports, with the most disputed mark open. */
export const Seeds: MatrixStory = { args: { data: seeds } };

/** Filtered to one source, with the count and a way back. */
export const NarrowedToOneSource: MatrixStory = { args: { data: seeds, sources: 'dw' } };

/** Most disputed claims first. */
export const MostDisputedFirst: MatrixStory = { args: { data: seeds, order: 'disputed', topic: 'The evidence' } };

/** The list by claim, at any width. */
export const AsList: MatrixStory = { args: { data: seeds, layout: 'list' } };

/** The table, at any width: it scrolls in its own box. */
export const AsTable: MatrixStory = { args: { data: seeds, layout: 'table' } };

/** The page's own heading, and neither legend nor footer. */
export const Bare: MatrixStory = {
  args: { data: seeds, selected: 'none', heading: 'In their own words', hideLegend: true, hideFooter: true },
};

/** One claim and five speakers. */
export const OneColumn: MatrixStory = {
  args: { data: artificialStory({ speakers: 5, claims: 1, sources: 2, filled: 40 }) },
};

/** One source: no dots under the marks. */
export const OneSource: MatrixStory = {
  args: { data: artificialStory({ speakers: 4, claims: 4, sources: 1, filled: 40 }) },
};

/** Two sources: two dots under each mark. */
export const TwoSources: MatrixStory = {
  args: { data: artificialStory({ speakers: 4, claims: 4, sources: 2, filled: 40 }) },
};

/** More sources than dots that fit under a mark. */
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

/** Arrow keys move between marks, Home and End along the row, Enter opens. */
export const WalkedWithArrowKeys: MatrixStory = {
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

/** A reader filters by one report, and the count says what is shown. */
export const NarrowedByTheReader: MatrixStory = {
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

/** The order that a reader chooses is kept in the page's URL, so that it can be shared. */
export const KeptInTheAddress: MatrixStory = {
  args: { data: seeds, selected: 'none', permalink: true },
  beforeEach: restoreAddress,
  play: async ({ canvasElement }) => {
    const { button } = await renderedWidget(canvasElement, 'stance-matrix');
    await userEvent.click(button('Most disputed'));
    await waitFor(() => expect(location.search).toContain('stance-matrix.order=disputed'));
    await expect(button('Most disputed')).toHaveAttribute('aria-pressed', 'true');
  },
};
