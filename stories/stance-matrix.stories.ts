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

/** A claim heading is open: who says what on it. */
export const ClaimOpened: MatrixStory = { args: { data: seeds, topic: 'The evidence', selected: '/evidence' } };

/** A speaker is open: everything they say. */
export const SpeakerOpened: MatrixStory = { args: { data: seeds, selected: 'parsi' } };

/** Nothing is open. */
export const NothingOpen: MatrixStory = { args: { data: seeds, selected: 'none' } };

/** The page's own heading, and neither legend nor footer. */
export const Bare: MatrixStory = {
  args: { data: seeds, selected: 'none', heading: 'In their own words', hideLegend: true, hideFooter: true },
};

/** Contested statements, translations, coder's notes, corrections, archived articles and one without an address. */
export const Contested: MatrixStory = { args: { data: contestedStory(), selected: 'p1' } };

/** One voice on four claims. */
export const OneRow: MatrixStory = {
  args: { data: artificialStory({ speakers: 1, claims: 4, sources: 2, filled: 40 }) },
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

/** Sixty voices and forty claims. */
export const SixtyByForty: MatrixStory = {
  args: { data: artificialStory({ speakers: 60, claims: 40, sources: 3, filled: 6, groups: 5 }) },
};

/** Two hundred voices. */
export const TwoHundredRows: MatrixStory = {
  args: { data: artificialStory({ speakers: 200, claims: 6, sources: 3, filled: 6, groups: 8 }) },
};

/** Very long names, claims and quotes, some without a single space. */
export const LongNames: MatrixStory = { args: { data: longStory() } };

/** Names, claims and quotes in Chinese, Arabic, with accents and with emoji. */
export const ManyScripts: MatrixStory = { args: { data: manyScriptsStory() } };

/** Characters that turn the direction of what follows them stay within their own name. */
export const BidiControls: MatrixStory = { args: { data: bidiControlsStory() } };

/** A page that runs from right to left: the layout is mirrored. */
export const RightToLeft: MatrixStory = {
  args: { data: arabicStory() },
  render: ({ data }) => html`<div dir="rtl" lang="ar"><stance-matrix .data=${data}></stance-matrix></div>`,
};

/** No statements at all. */
export const Empty: MatrixStory = { args: { data: { ...seeds, statements: [], variants: [], order: {} } } };

/** Narrowed until nothing is left, with a way back. */
export const NarrowedToNothing: MatrixStory = { args: { data: seeds, speakers: 'porter', topic: 'The danger' } };

/** The data are still on their way. */
export const Loading: MatrixStory = {
  args: { src: 'https://example.org/never-answers.json' },
  beforeEach: neverAnswering,
};

/** The data are not a dataset; an editor reads where and why. */
export const NotADataset: MatrixStory = { args: { data: brokenStory() } };

/** The data could not be loaded, and can be asked for again. */
export const Unreachable: MatrixStory = {
  args: { src: 'https://example.org/unreachable.json' },
  beforeEach: notReachable,
};

/** The server answers that there are no data. */
export const Gone: MatrixStory = { args: { src: 'https://example.org/gone.json' }, beforeEach: answeringGone };

/** The server answers with a page instead of data. */
export const NotJson: MatrixStory = { args: { src: 'https://example.org/page.html' }, beforeEach: answeringHtml };

/** What stands between the tags is shown beside the error. */
export const FallbackBesideError: MatrixStory = {
  args: { src: 'https://example.org/unreachable-with-fallback.json' },
  beforeEach: notReachable,
  render: ({ src }) =>
    html`<stance-matrix src=${src ?? ''}>
      <p>Speaker 1 supports the claim, <a href="https://example.org/1">says The Daily</a>; Speaker 2 opposes it.</p>
    </stance-matrix>`,
};

/** Markup, style and script in the data are text. */
export const HostileStrings: MatrixStory = { args: { data: hostileStory() } };
