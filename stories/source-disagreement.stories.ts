import { html } from 'lit';
import seeds from '../seeds/dataset.json' with { type: 'json' };
import '../src/define.js';
import {
  answeringGone,
  answeringHtml,
  arabicStory,
  artificialStory,
  bidiControlsStory,
  brokenStory,
  contestedStory,
  hostileStory,
  longStory,
  manyScriptsStory,
  neverAnswering,
  notReachable,
} from './story-data.js';
import type { Stories, Story } from './story.js';

type DisagreementStory = Story<'source-disagreement'>;

export default {
  title: 'Source disagreement',
  component: 'source-disagreement',
} satisfies Stories<'source-disagreement'>;

const nineSources = artificialStory({ speakers: 8, claims: 6, sources: 9, filled: 30 });

/** Three real reports, the greatest disagreement first. */
export const Seeds: DisagreementStory = { args: { data: seeds } };

/** A claim is open: whom the sources carry, how that adds up, and the words themselves. */
export const ClaimOpened: DisagreementStory = { args: { data: seeds, selected: 'home-base' } };

/** How many voices each source carries on each side. */
export const Voices: DisagreementStory = { args: { data: seeds, view: 'counts' } };

/** How far apart each two sources lie. */
export const Pairs: DisagreementStory = { args: { data: seeds, view: 'pairs' } };

/** The claims as the editor put them, narrowed to a topic. */
export const EditorsOrder: DisagreementStory = { args: { data: seeds, order: 'editor', topic: 'The evidence' } };

/** Narrowed to one source there is nothing to compare. */
export const NarrowedToOneSource: DisagreementStory = { args: { data: seeds, sources: 'dw' } };

/** Narrowed to two sources: words instead of bands. */
export const NarrowedToTwoSources: DisagreementStory = { args: { data: seeds, sources: 'dw examiner' } };

/** The page's own heading, and neither legend nor footer. */
export const Bare: DisagreementStory = {
  args: { data: seeds, heading: 'Three reports, one speech', hideLegend: true, hideFooter: true },
};

/** Contested statements, translations, coder's notes, corrections, archived articles and one without an address. */
export const Contested: DisagreementStory = { args: { data: contestedStory(), selected: 'c1' } };

/** One claim. */
export const OneRow: DisagreementStory = {
  args: { data: artificialStory({ speakers: 5, claims: 1, sources: 3, filled: 50 }) },
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

/** The account of a score. */
export const NineSourcesOpened: DisagreementStory = { args: { data: nineSources, selected: 'c2' } };

/** Voices of nine sources. */
export const NineSourcesVoices: DisagreementStory = { args: { data: nineSources, view: 'counts' } };

/** More pairs than a grid holds. */
export const NineSourcesPairs: DisagreementStory = { args: { data: nineSources, view: 'pairs' } };

/** The outlets speak for themselves, and nobody is quoted. */
export const OutletsOnly: DisagreementStory = {
  args: { data: artificialStory({ speakers: 0, claims: 4, sources: 3, filled: 60 }) },
};

/** Sixty voices and forty claims. */
export const SixtyByForty: DisagreementStory = {
  args: { data: artificialStory({ speakers: 60, claims: 40, sources: 3, filled: 6 }) },
};

/** Very long names, claims and quotes, some without a single space. */
export const LongNames: DisagreementStory = { args: { data: longStory(), selected: 'c2' } };

/** Names, claims and quotes in Chinese, Arabic, with accents and with emoji. */
export const ManyScripts: DisagreementStory = { args: { data: manyScriptsStory(), selected: 'c2' } };

/** Characters that turn the direction of what follows them stay within their own name. */
export const BidiControls: DisagreementStory = { args: { data: bidiControlsStory(), selected: 'c1' } };

/** A page that runs from right to left: the layout is mirrored. */
export const RightToLeft: DisagreementStory = {
  args: { data: arabicStory(), selected: 'c1' },
  render: ({ data, selected }) =>
    html`<div dir="rtl" lang="ar">
      <source-disagreement .data=${data} .selected=${selected}></source-disagreement>
    </div>`,
};

/** No statements at all. */
export const Empty: DisagreementStory = { args: { data: { ...seeds, statements: [], variants: [], order: {} } } };

/** Narrowed until nothing is left, with a way back. */
export const NarrowedToNothing: DisagreementStory = { args: { data: seeds, sources: 'nobody' } };

/** The data are still on their way. */
export const Loading: DisagreementStory = {
  args: { src: 'https://example.org/never-answers.json' },
  beforeEach: neverAnswering,
};

/** The data are not a dataset; an editor reads where and why. */
export const NotADataset: DisagreementStory = { args: { data: brokenStory() } };

/** The data could not be loaded, and can be asked for again. */
export const Unreachable: DisagreementStory = {
  args: { src: 'https://example.org/unreachable.json' },
  beforeEach: notReachable,
};

/** The server answers that there are no data. */
export const Gone: DisagreementStory = { args: { src: 'https://example.org/gone.json' }, beforeEach: answeringGone };

/** The server answers with a page instead of data. */
export const NotJson: DisagreementStory = { args: { src: 'https://example.org/page.html' }, beforeEach: answeringHtml };

/** What stands between the tags is shown beside the error. */
export const FallbackBesideError: DisagreementStory = {
  args: { src: 'https://example.org/unreachable-with-fallback.json' },
  beforeEach: notReachable,
  render: ({ src }) =>
    html`<source-disagreement src=${src ?? ''}>
      <p>The Daily and The Herald part on the claim, <a href="https://example.org/1">says The Daily</a>.</p>
    </source-disagreement>`,
};

/** Markup, style and script in the data are text. */
export const HostileStrings: DisagreementStory = { args: { data: hostileStory(), selected: 'c1' } };
