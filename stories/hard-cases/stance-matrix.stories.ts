import { artificialStory } from '../story-data.js';
import type { Stories, Story } from '../story.js';
import * as cases from './cases.js';

type MatrixStory = Story<'stance-matrix'>;

export default {
  title: 'Hard cases/Stance matrix',
  component: 'stance-matrix',
  tags: ['!autodocs'],
} satisfies Stories<'stance-matrix'>;

export const Empty: MatrixStory = cases.empty;
export const FilteredToNothing: MatrixStory = cases.filteredToNothing;
export const ShowAll: MatrixStory = cases.showAll;
export const NotADataset: MatrixStory = { ...cases.notADataset, name: 'Not a Dataset' };
export const Unreachable: MatrixStory = cases.unreachable;
export const TryAgain: MatrixStory = cases.tryAgain;
export const Gone: MatrixStory = cases.gone;
export const NotJson: MatrixStory = { ...cases.notJson, name: 'Not JSON' };
export const FallbackBesideError: MatrixStory = {
  ...cases.fallbackBesideError,
  name: 'Fallback with Error',
};
export const Loading: MatrixStory = cases.loading;

/** One speaker on four claims. */
export const OneRow: MatrixStory = {
  args: { data: artificialStory({ speakers: 1, claims: 4, sources: 2, filled: 40 }) },
};

export const SixtyByForty: MatrixStory = { ...cases.sixtyByForty, name: '60 × 40' };

/** Two hundred speakers. */
export const TwoHundredRows: MatrixStory = {
  args: { data: artificialStory({ speakers: 200, claims: 6, sources: 3, filled: 6, groups: 8 }) },
};

export const LongNames: MatrixStory = cases.longNames;
export const RightToLeft: MatrixStory = cases.rightToLeft;
export const ManyScripts: MatrixStory = cases.manyScripts;
export const BidiControls: MatrixStory = cases.bidiControls;
export const HostileStrings: MatrixStory = cases.hostileStrings;

const asList = (story: MatrixStory): MatrixStory => ({ ...story, args: { ...story.args, layout: 'list' } });

export const QuotedOneSide: MatrixStory = cases.quotedOneSide;
export const QuotedOneSideList = asList(cases.quotedOneSide);
export const NineOutlets: MatrixStory = cases.nineOutlets;
export const NineOutletsList = asList(cases.nineOutlets);
export const Years: MatrixStory = cases.years;
export const YearsList = asList(cases.years);
export const Parties: MatrixStory = cases.parties;
export const PartiesList = asList(cases.parties);
