import { expect, userEvent, waitFor } from 'storybook/test';
import seeds from '../seeds/dataset.json' with { type: 'json' };
import { seen } from './reader.js';
import { artificialStory } from './story-data.js';
import type { Stories, Story } from './story.js';

type DisagreementStory = Story<'source-disagreement'>;

export default {
  title: 'Source disagreement',
  component: 'source-disagreement',
} satisfies Stories<'source-disagreement'>;

const nineSources = artificialStory({ speakers: 8, claims: 6, sources: 9, filled: 30 });

/** Three real reports, the greatest disagreement first. */
export const Seeds: DisagreementStory = { args: { data: seeds } };

/** How many voices each source carries on each side. */
export const Voices: DisagreementStory = { args: { data: seeds, view: 'counts' } };

/** How far apart each two sources lie. */
export const Pairs: DisagreementStory = { args: { data: seeds, view: 'pairs' } };

/** The claims as the editor put them, narrowed to a topic. */
export const EditorsOrder: DisagreementStory = {
  name: 'Editor’s Order',
  args: { data: seeds, order: 'editor', topic: 'The evidence' },
};

/** Narrowed to one source there is nothing to compare. */
export const NarrowedToOneSource: DisagreementStory = { args: { data: seeds, sources: 'dw' } };

/** Narrowed to two sources: words instead of bands. */
export const NarrowedToTwoSources: DisagreementStory = { args: { data: seeds, sources: 'dw examiner' } };

/** The page's own heading, and neither legend nor footer. */
export const Bare: DisagreementStory = {
  args: { data: seeds, heading: 'Three reports, one speech', hideLegend: true, hideFooter: true },
};

/** One source in all of the data. */
export const OneSource: DisagreementStory = {
  args: { data: artificialStory({ speakers: 4, claims: 4, sources: 1, filled: 40 }) },
};

/** Two sources in all of the data. */
export const TwoSources: DisagreementStory = {
  args: { data: artificialStory({ speakers: 4, claims: 4, sources: 2, filled: 40 }) },
};

/** From six sources on there are scores with their ranges. */
export const NineSources: DisagreementStory = { args: { data: nineSources } };

/** Voices of nine sources. */
export const NineSourcesVoices: DisagreementStory = { args: { data: nineSources, view: 'counts' } };

/** More pairs than a grid holds. */
export const NineSourcesPairs: DisagreementStory = { args: { data: nineSources, view: 'pairs' } };

/** The outlets speak for themselves, and nobody is quoted. */
export const OutletsOnly: DisagreementStory = {
  args: { data: artificialStory({ speakers: 0, claims: 4, sources: 3, filled: 60 }) },
};

/** A reader turns from where the sources stand to the voices behind it, and to the pairs. */
export const TurnedByTheReader: DisagreementStory = {
  args: { data: seeds },
  play: async ({ canvasElement }) => {
    const { widget, button } = await seen(canvasElement, 'source-disagreement');
    for (const [name, view] of [
      ['Voices', 'counts'],
      ['Pairs of reports', 'pairs'],
    ] as const) {
      await userEvent.click(button(name));
      await waitFor(() => expect(widget.view).toBe(view));
      await expect(button(name)).toHaveAttribute('aria-pressed', 'true');
    }
  },
};
