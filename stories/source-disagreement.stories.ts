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

/** Three real reports, largest disagreement first. */
export const Seeds: DisagreementStory = { args: { data: seeds } };

/** How many people and groups each source quotes on each side. */
export const Voices: DisagreementStory = { args: { data: seeds, view: 'counts' } };

/** How far apart each pair of sources is. */
export const Pairs: DisagreementStory = { args: { data: seeds, view: 'pairs' } };

/** The claims of one topic, in the editor’s order. */
export const EditorsOrder: DisagreementStory = {
  name: 'Editor’s Order',
  args: { data: seeds, order: 'editor', topic: 'The evidence' },
};

/** Filtered to one source, with nothing to compare. */
export const NarrowedToOneSource: DisagreementStory = { args: { data: seeds, sources: 'dw' } };

/** Filtered to two sources: a sentence instead of a category. */
export const NarrowedToTwoSources: DisagreementStory = { args: { data: seeds, sources: 'dw examiner' } };

/** The page's own heading, and neither legend nor footer. */
export const Bare: DisagreementStory = {
  args: { data: seeds, heading: 'Three reports, one speech', hideLegend: true, hideFooter: true },
};

/** A dataset with one source. */
export const OneSource: DisagreementStory = {
  args: { data: artificialStory({ speakers: 4, claims: 4, sources: 1, filled: 40 }) },
};

/** A dataset with two sources. */
export const TwoSources: DisagreementStory = {
  args: { data: artificialStory({ speakers: 4, claims: 4, sources: 2, filled: 40 }) },
};

/** With six or more sources, scores and their ranges are shown. */
export const NineSources: DisagreementStory = { args: { data: nineSources } };

/** Whom nine sources quote. */
export const NineSourcesVoices: DisagreementStory = { args: { data: nineSources, view: 'counts' } };

/** More pairs than fit into a grid. */
export const NineSourcesPairs: DisagreementStory = { args: { data: nineSources, view: 'pairs' } };

/** Only the outlets’ own words; nobody is quoted. */
export const OutletsOnly: DisagreementStory = {
  args: { data: artificialStory({ speakers: 0, claims: 4, sources: 3, filled: 60 }) },
};

/** A reader switches from positions to the people behind them, and to pairs of reports. */
export const TurnedByTheReader: DisagreementStory = {
  args: { data: seeds },
  play: async ({ canvasElement }) => {
    const { widget, button } = await renderedWidget(canvasElement, 'source-disagreement');
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
