import { artificialStory } from '../story-data.js';
import type { Stories, Story } from '../story.js';
import * as cases from './cases.js';

type DisagreementStory = Story<'source-disagreement'>;

export default {
  title: 'Hard cases/Source disagreement',
  component: 'source-disagreement',
  tags: ['!autodocs'],
} satisfies Stories<'source-disagreement'>;

const opened = (story: DisagreementStory, selected: string): DisagreementStory => ({
  ...story,
  args: { ...story.args, selected },
});

export const Empty: DisagreementStory = cases.empty;
export const FilteredToNothing: DisagreementStory = cases.filteredToNothing;
export const ShowAll: DisagreementStory = cases.showAll;
export const NotADataset: DisagreementStory = { ...cases.notADataset, name: 'Not a Dataset' };
export const Unreachable: DisagreementStory = cases.unreachable;
export const TryAgain: DisagreementStory = cases.tryAgain;
export const Gone: DisagreementStory = cases.gone;
export const NotJson: DisagreementStory = { ...cases.notJson, name: 'Not JSON' };
export const FallbackBesideError: DisagreementStory = {
  ...cases.fallbackBesideError,
  name: 'Fallback with Error',
};
export const Loading: DisagreementStory = cases.loading;

/** One claim. */
export const OneRow: DisagreementStory = {
  args: { data: artificialStory({ speakers: 5, claims: 1, sources: 3, filled: 50 }) },
};

export const SixtyByForty: DisagreementStory = { ...cases.sixtyByForty, name: '60 × 40' };
export const LongNames = opened(cases.longNames, 'c2');
export const RightToLeft = opened(cases.rightToLeft, 'c1');
export const ManyScripts = opened(cases.manyScripts, 'c2');
export const BidiControls = opened(cases.bidiControls, 'c1');
export const HostileStrings = opened(cases.hostileStrings, 'c1');

export const QuotedOneSide: DisagreementStory = cases.quotedOneSide;
export const NineOutlets: DisagreementStory = cases.nineOutlets;
export const Years: DisagreementStory = cases.years;
export const Parties: DisagreementStory = cases.parties;
