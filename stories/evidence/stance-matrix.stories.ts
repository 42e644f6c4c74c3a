import { expect, userEvent, waitFor, within } from 'storybook/test';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import { renderedWidget } from '../reader.js';
import { contestedStory } from '../story-data.js';
import type { Stories, Story } from '../story.js';

type MatrixStory = Story<'stance-matrix'>;

export default {
  title: 'Evidence/Stance matrix',
  component: 'stance-matrix',
  tags: ['!autodocs'],
} satisfies Stories<'stance-matrix'>;

/** Pressing a mark opens its quotes, each with its outlet and a link to the passage. Escape closes them and returns to the mark. */
export const MarkPressed: MatrixStory = {
  args: { data: seeds, layout: 'table', selected: 'none' },
  play: async ({ canvasElement }) => {
    const { widget, row, focused, eventDetails, region } = await renderedWidget(canvasElement, 'stance-matrix');
    const mark = within(row(/^Mike Pompeo/)).getByRole('button', { name: /^supports this; 14 statements/ });
    await userEvent.click(mark);
    await waitFor(() => expect(region('Mike Pompeo supports')).toBeVisible());
    await expect(region('Mike Pompeo supports').querySelectorAll('blockquote, q').length).toBeGreaterThan(0);
    await expect(eventDetails('stance-select')).toMatchObject([{ speaker: 'pompeo', claim: 'home-base' }]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(widget.selected).toBe('none'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(region('Mike Pompeo supports')).toContainElement(focused()));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(focused()).toBe(mark));
    await userEvent.keyboard('{Enter}');
  },
};

/** An open claim: what each speaker says on it. */
export const ClaimOpened: MatrixStory = { args: { data: seeds, topic: 'The evidence', selected: '/evidence' } };

/** An open speaker: everything that the speaker says. */
export const SpeakerOpened: MatrixStory = { args: { data: seeds, selected: 'parsi' } };

/** Nothing is open. */
export const NothingOpen: MatrixStory = { args: { data: seeds, selected: 'none' } };

/** Contested statements, translations, editor’s notes, corrections, archived articles and one without a link. */
export const Contested: MatrixStory = { args: { data: contestedStory(), selected: 'p1' } };
