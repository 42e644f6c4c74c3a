import { expect, userEvent, waitFor } from 'storybook/test';
import seeds from '../seeds/dataset.json' with { type: 'json' };
import { renderedWidget } from './reader.js';
import { artificialStory } from './story-data.js';
import type { Stories, Story } from './story.js';

type DisagreementStory = Story<'source-disagreement'>;

export default {
  title: 'Source disagreement',
  component: 'source-disagreement',
} satisfies Stories<'source-disagreement'>;

const nineSources = artificialStory({ speakers: 8, claims: 6, sources: 9, filled: 30 });

/** Three real reports: claims in sections, the largest difference first. */
export const Seeds: DisagreementStory = { args: { data: seeds } };

/** How many people and groups each outlet quotes on each side. */
export const Voices: DisagreementStory = { name: 'People Quoted', args: { data: seeds, view: 'counts' } };

/** How far apart each pair of outlets is. */
export const Pairs: DisagreementStory = { name: 'Pairs of Outlets', args: { data: seeds, view: 'pairs' } };

/** Sorted by what the outlets say in their own words; without sections. */
export const ByOwnWords: DisagreementStory = { args: { data: seeds, order: 'own' } };

/** The claims of one topic, in the editor’s order. */
export const EditorsOrder: DisagreementStory = {
  name: 'Editor’s Order',
  args: { data: seeds, order: 'editor', topic: 'The evidence' },
};

/** Filtered to one outlet: there is nothing to compare. */
export const FilteredToOneSource: DisagreementStory = { args: { data: seeds, sources: 'dw' } };

/** Filtered to two outlets: sentences, and no category. */
export const FilteredToTwoSources: DisagreementStory = { args: { data: seeds, sources: 'dw examiner' } };

/** Another heading, and no legend or footer. */
export const Bare: DisagreementStory = {
  args: { data: seeds, heading: 'Three reports, one speech', hideLegend: true, hideFooter: true },
};

/** A dataset with one outlet. */
export const OneSource: DisagreementStory = {
  args: { data: artificialStory({ speakers: 4, claims: 4, sources: 1, filled: 40 }) },
};

/** A dataset with two outlets. */
export const TwoSources: DisagreementStory = {
  args: { data: artificialStory({ speakers: 4, claims: 4, sources: 2, filled: 40 }) },
};

/** From six outlets on, scores and their ranges are shown. */
export const NineSources: DisagreementStory = { args: { data: nineSources } };

/** Whom nine outlets quote. */
export const NineSourcesVoices: DisagreementStory = {
  name: 'Nine Sources: People Quoted',
  args: { data: nineSources, view: 'counts' },
};

/** More pairs than fit into a grid. */
export const NineSourcesPairs: DisagreementStory = {
  name: 'Nine Sources: Pairs of Outlets',
  args: { data: nineSources, view: 'pairs' },
};

/** From twelve outlets on, each is a dot, with their number in each column. */
export const FourteenSources: DisagreementStory = {
  args: { data: artificialStory({ speakers: 8, claims: 6, sources: 14, filled: 30 }) },
};

/** Only the outlets’ own words; nobody is quoted. */
export const OutletsOnly: DisagreementStory = {
  args: { data: artificialStory({ speakers: 0, claims: 4, sources: 3, filled: 60 }) },
};

/** A reader switches from the columns to the people quoted, and to pairs of outlets. */
export const SwitchingViews: DisagreementStory = {
  args: { data: seeds },
  play: async ({ canvasElement }) => {
    const { widget, button } = await renderedWidget(canvasElement, 'source-disagreement');
    for (const [name, view] of [
      ['People quoted', 'counts'],
      ['Pairs of outlets', 'pairs'],
    ] as const) {
      await userEvent.click(button(name));
      await waitFor(() => expect(widget.view).toBe(view));
      await expect(button(name)).toHaveAttribute('aria-pressed', 'true');
    }
  },
};
