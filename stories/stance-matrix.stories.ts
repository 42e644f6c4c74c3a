import { expect, userEvent, waitFor } from 'storybook/test';
import seeds from '../seeds/dataset.json' with { type: 'json' };
import { keepAddress, seen } from './reader.js';
import { artificialStory } from './story-data.js';
import type { Stories, Story } from './story.js';

type MatrixStory = Story<'stance-matrix'>;

export default { title: 'Stance matrix', component: 'stance-matrix' } satisfies Stories<'stance-matrix'>;

/** Three real reports, with the most disputed mark open. */
export const Seeds: MatrixStory = { args: { data: seeds } };

/** Only what one source carries, with the count and a way back. */
export const NarrowedToOneSource: MatrixStory = { args: { data: seeds, sources: 'dw' } };

/** What is most disputed stands first. */
export const MostDisputedFirst: MatrixStory = { args: { data: seeds, order: 'disputed', topic: 'The evidence' } };

/** The list by claim, whatever the width. */
export const AsList: MatrixStory = { args: { data: seeds, layout: 'list' } };

/** The table, whatever the width: it scrolls in its own box. */
export const AsTable: MatrixStory = { args: { data: seeds, layout: 'table' } };

/** The page's own heading, and neither legend nor footer. */
export const Bare: MatrixStory = {
  args: { data: seeds, selected: 'none', heading: 'In their own words', hideLegend: true, hideFooter: true },
};

/** One claim and five voices. */
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

/** More sources than dots fit under a mark. */
export const NineSources: MatrixStory = {
  args: { data: artificialStory({ speakers: 6, claims: 5, sources: 9, filled: 25, groups: 2 }) },
};

/** The outlets speak for themselves, and nobody is quoted. */
export const OutletsOnly: MatrixStory = {
  args: {
    data: {
      ...artificialStory({ speakers: 0, claims: 4, sources: 3, filled: 60 }),
      title: 'What the outlets say themselves',
    },
  },
};

/** Arrow keys go from mark to mark, Home and End along the row, and Enter opens. */
export const WalkedWithArrowKeys: MatrixStory = {
  args: { data: seeds, layout: 'table', selected: 'none' },
  play: async ({ canvasElement }) => {
    const { widget, row: rowOf, focused } = await seen(canvasElement, 'stance-matrix');
    const row = rowOf(/^Mike Pompeo/);
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

/** A reader narrows the table to one report, and the count says what is left. */
export const NarrowedByTheReader: MatrixStory = {
  args: { data: seeds, selected: 'none' },
  play: async ({ canvasElement }) => {
    const { widget, button, text, status } = await seen(canvasElement, 'stance-matrix');
    await userEvent.click(text('Narrow'));
    await userEvent.click(button('AmCon'));
    await waitFor(() => expect(widget.sources).toBe('amcon'));
    await expect(button('AmCon')).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() => expect(status()).toHaveTextContent(/^Showing \d+ of 14 claims/));
  },
};

/** A reader's order is written to the page's address, and can be sent on. */
export const KeptInTheAddress: MatrixStory = {
  args: { data: seeds, selected: 'none', permalink: true },
  beforeEach: keepAddress,
  play: async ({ canvasElement }) => {
    const { button } = await seen(canvasElement, 'stance-matrix');
    await userEvent.click(button('Most disputed'));
    await waitFor(() => expect(location.search).toContain('stance-matrix.order=disputed'));
    await expect(button('Most disputed')).toHaveAttribute('aria-pressed', 'true');
  },
};
