import { expect, userEvent, waitFor } from 'storybook/test';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import { seen } from '../reader.js';
import { artificialStory, contestedStory } from '../story-data.js';
import type { Stories, Story } from '../story.js';

type DisagreementStory = Story<'source-disagreement'>;

export default {
  title: 'Evidence/Source disagreement',
  component: 'source-disagreement',
  tags: ['!autodocs'],
} satisfies Stories<'source-disagreement'>;

/** A claim is pressed: its account appears. Arrow keys go from claim to claim, and Escape closes. */
export const ClaimPressed: DisagreementStory = {
  args: { data: seeds },
  play: async ({ canvasElement }) => {
    const { widget, button, focused, heard } = await seen(canvasElement, 'source-disagreement');
    const claim = button('There is solid evidence for Pompeo’s accusation.');
    await userEvent.click(claim);
    await waitFor(() => expect(claim).toHaveAttribute('aria-expanded', 'true'));
    await expect(heard('stance-select')).toMatchObject([{ claim: 'evidence' }]);
    claim.focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect(focused()).not.toBe(claim);
    await userEvent.keyboard('{ArrowUp}{Escape}');
    await waitFor(() => expect(widget.selected).toBeUndefined());
    await expect(focused()).toBe(claim);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(widget.selected).toBe('evidence'));
  },
};

/** A claim is open: whom the sources carry, how that adds up, and the words themselves. */
export const ClaimOpened: DisagreementStory = { args: { data: seeds, selected: 'home-base' } };

/** The account of a score. */
export const NineSourcesOpened: DisagreementStory = {
  args: { data: artificialStory({ speakers: 8, claims: 6, sources: 9, filled: 30 }), selected: 'c2' },
};

/** Contested statements, translations, coder's notes, corrections, archived articles and one without an address. */
export const Contested: DisagreementStory = { args: { data: contestedStory(), selected: 'c1' } };
