import { expect, userEvent, waitFor } from 'storybook/test';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import { renderedWidget } from '../reader.js';
import { artificialStory, contestedStory } from '../story-data.js';
import type { Stories, Story } from '../story.js';

type DisagreementStory = Story<'source-disagreement'>;

export default {
  title: 'Evidence/Source disagreement',
  component: 'source-disagreement',
  tags: ['!autodocs'],
} satisfies Stories<'source-disagreement'>;

/** Pressing a claim opens “Why this?”. Arrow keys move between claims, Escape closes. */
export const ClaimPressed: DisagreementStory = {
  args: { data: seeds },
  play: async ({ canvasElement }) => {
    const { widget, button, focused, eventDetails } = await renderedWidget(canvasElement, 'source-disagreement');
    const claim = button('“There is solid evidence for Pompeo’s accusation”');
    await userEvent.click(claim);
    await waitFor(() => expect(claim).toHaveAttribute('aria-expanded', 'true'));
    await expect(eventDetails('stance-select')).toMatchObject([{ claim: 'evidence' }]);
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

/** An open claim: whom each outlet quotes, how the verdict comes about, and the quotes. */
export const ClaimOpened: DisagreementStory = { args: { data: seeds, selected: 'home-base' } };

/** An open claim with a score: how it is calculated. */
export const NineSourcesOpened: DisagreementStory = {
  args: { data: artificialStory({ speakers: 8, claims: 6, sources: 9, filled: 30 }), selected: 'c2' },
};

/** Contested statements, translations, editor’s notes, corrections, archived articles and one without a link. */
export const Contested: DisagreementStory = { args: { data: contestedStory(), selected: 'c1' } };
