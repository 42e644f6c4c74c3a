import type { QuotedSides } from '../analysis/coverage.js';
import type { Band } from '../analysis/ordinal-variation.js';
import type { Side } from '../dataset/dataset.js';
import { englishFormats } from './english-formats.js';
import { joinPresent, sentence, withoutFullStop } from './quotation.js';
import type { Failure, Messages, Outlets } from './messages.js';

/** Returns the English messages. English is part of every script; other languages are scripts of their own. */
export function english(lang: string): Messages {
  const { date, list, number, signed } = englishFormats(lang);
  const counted = (count: number, noun: string) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
  const reports = (count: number) => counted(count, 'report');
  const statements = (count: number) => counted(count, 'statement');
  const decimal = (value: number) => number(value, 2);
  const sideVerb = { support: 'supports', oppose: 'opposes', both: 'takes both sides', neutral: 'takes no side' };
  const sideVerbPlural = { support: 'support', oppose: 'oppose', both: 'take both sides', neutral: 'take no side' };
  const word = (count: number) => numbers[count] ?? number(count);
  const claimsAndMore = (claims: readonly string[], more: number) =>
    list(claims.map(quoted).concat(more > 0 ? counted(more, 'more claim') : []));
  /** The subject of a sentence about outlets; only the first says what is counted. */
  const subject = ({ names, count, isAll }: Outlets<unknown>, index: number) =>
    isAll
      ? count === 2
        ? 'both'
        : `all ${word(count)}`
      : names
        ? list(names)
        : `${word(count)}${index === 0 ? ' outlets' : ''}`;
  return {
    lang,
    direction: 'ltr',

    colon: ': ',
    comma: ', ',

    side: { support: 'Supports', oppose: 'Opposes', both: 'Both sides', neutral: 'Takes no side' },
    beforeSide: ' ',
    sideVerb,
    sideVerbPlural,
    voice: { quoted: 'quoted directly', reported: 'paraphrased', outlet: 'in its own words' },
    notQuoted: 'Not quoted',
    section: { others: 'Others', outlets: 'The outlets in their own words' },

    loading: 'Loading …',
    empty: 'There is nothing to show.',
    failure: ({ code }) =>
      code === 'drawing' ? 'Your browser cannot display this chart.' : 'This chart could not be loaded.',
    failureReason,
    tryAgain: 'Try again',
    sources: (names) => `Sources: ${list(names)}`,
    statementCount: statements,
    analysedOn: (isoDate) => `analysed ${date(isoDate)}`,
    method: 'How this was analysed',
    corrected: (isoDate, text) => `${date(isoDate)}: ${text}`,
    getData: 'Get the data',
    copyLink: 'Copy link',
    sortedBy: (name) => `Sorted by: ${name}.`,
    notes: 'Quotes',
    linkCopied: 'Link copied',

    readInArticle: (source) => `Read in ${source}`,
    readInArchive: 'Archived copy',
    noLink: 'no link available',
    translation: 'Translation',
    translationBy: (name) => `Translation: ${name}`,
    editorsNote: 'Editor’s note',
    contestedBy: (name, isoDate) => `Contested by ${name}${isoDate ? `, ${date(isoDate)}` : ''}`,
    contested: 'contested',
    close: 'Close',
    previous: 'Previous',
    next: 'Next',
    reportCount: reports,
    outletCount: (count) => counted(count, 'outlet'),
    date,
    list,
    number,

    matrixHeading: 'Who says what',
    matrixHint: 'Select a mark to see the quotes.',
    speaker: 'Speaker',
    legend: 'Legend',
    reportedBy: (names) => `reported by: ${names.join(' · ')}`,
    sortLabel: 'Sort by',
    order: {
      editor: 'Editor’s choice',
      disputed: 'Most disputed',
      similar: 'Similar views',
      name: 'Name',
      disagreement: 'Where coverage differs',
      quoted: 'Quoted voices',
      own: 'Outlets’ own words',
    },
    filter: 'Filter',
    filterLabel: { sources: 'Sources', speakers: 'Group', topic: 'Topic' },
    claimsShown: (shown, all) => `Showing ${number(shown)} of ${counted(all, 'claim')}.`,
    showAll: 'Show all',
    evidenceFailed: 'The quotes on this claim could not be loaded.',
    find: 'Find a speaker or claim',
    findClaim: 'Find a claim',
    notFound: 'Nothing found.',
    printedInPart: 'Only the part that was in view is printed. Filter the table to print all of it.',
    showMoreClaims: (count) => `Show ${counted(count, 'more claim')}`,
    positionCount: (count) => counted(count, 'position'),
    mark: ({ voice, claim, isPlural, isOutlet, side, statements: count, outlets, contested }) =>
      joinPresent(
        '; ',
        joinPresent(
          ' ',
          voice,
          (isPlural ? sideVerbPlural : sideVerb)[side] + (/oppo|supp/.test(side) ? '' : ' on'),
          claim ? quoted(claim) : 'this',
          isOutlet && 'in its own words',
        ),
        count > 1 && statements(count),
        outlets && `quoted in ${outlets}`,
        contested && 'contested',
      ),
    quotesClosed: 'Quotes closed.',
    outOfView: (speakers, claims) =>
      joinPresent(', ', speakers > 0 && counted(speakers, 'more speaker'), claims > 0 && counted(claims, 'more claim')),
    balance: (support, oppose, neither) =>
      joinPresent(
        ', ',
        `${number(support)} for`,
        `${number(oppose)} against`,
        neither > 0 && `${number(neither)} on neither side`,
      ),
    matrixSummary: ({ claims, disputed, speakers, outlets }) =>
      joinPresent(
        ' ',
        disputed === 0
          ? 'No claim has both supporters and opponents.'
          : `${claims === 1 ? 'The claim' : `${number(disputed)} of ${number(claims)} claims`} ${disputed > 1 ? 'are' : 'is'} disputed.`,
        speakers > 0 &&
          `${speakers === 1 ? '1 person or group' : `${number(speakers)} people and groups`} quoted in ${outlets}.`,
      ),

    disagreementHeading: 'Where the coverage differs',
    disagreementHint: 'The columns show whom each outlet quotes or paraphrases, not what it thinks.',
    claim: 'Claim',
    quotedClaim: quoted,
    columns: ['only opponents', 'more opponents', 'as many of each', 'more supporters', 'only supporters'],
    mix: 'a mix',
    quotedLane: 'Quoted',
    ownWordsLane: 'Own words',
    outletMark: 'an outlet and the people it quotes: for, against, both, no side',
    ownWordsMark: 'what an outlet says in its own words',
    dotMark: 'one dot is one outlet',
    coverage: {
      differs: 'Coverage differs',
      contradicts: 'Coverage differs, or outlets contradict those they quote',
      same: 'Much the same coverage',
      unclear: 'Too little to compare',
      few: 'Covered by one or two outlets',
      one: 'Covered by one outlet',
    },
    quoting(outlets, isUneven) {
      if (outlets.length === 0) return 'Nobody is quoted on this.';
      const clauses = outlets.map(
        (each, index) => `${subject(each, index)} quote${each.count === 1 ? 's' : ''} ${quotes[each.kind]}`,
      );
      // A name begins as its outlet writes it.
      return `${outlets[0]!.names ? clauses.join('; ') : capitalized(clauses.join('; '))}${isUneven ? unevenly : ''}.`;
    },
    speaking: (outlets, isUneven) =>
      `In ${outlets.length === 1 && outlets[0]!.count === 1 ? 'its' : 'their'} own words, ${outlets
        .map((each, index) => `${subject(each, index)} ${claimVerb(each.kind, each.count)}`)
        .join('; ')}${isUneven ? unevenly : ''}.`,
    soleVoice: (side, name, isGroup) =>
      isGroup
        ? sentence(`Everyone quoted ${side === 'support' ? 'for' : 'against'} it belongs to one group: ${name}`)
        : `Nobody but ${name} is quoted ${side === 'support' ? 'for' : 'against'} it.`,
    score: (value, [min, max]) => `Disagreement ${decimal(value)} (${decimal(min)}–${decimal(max)}).`,
    notCoveredBy: (names) => `Not covered by ${list(names)}`,
    dependsOnOneStatement: (count) =>
      count === 1 ? 'Depends on a single statement.' : 'One statement fewer would change the category.',
    sourceOnClaim: (quotedVoices, own) =>
      joinPresent(
        '; ',
        `quotes ${quotedVoices ? quotes[quotedVoices] : 'nobody'}`,
        own && `${claimVerb(own, 1)} in its own words`,
      ),
    differsMost: (claims, more, isMost) =>
      `Coverage differs ${isMost ? 'most ' : ''}on ${claimsAndMore(claims, more)}.`,
    contradictsMost: (claims, more, isMost) =>
      `Outlets’ own words are ${isMost ? 'furthest' : 'far'} from those they quote on ${claimsAndMore(claims, more)}.`,
    claimsInSections: ({ claims, same, few, fewOutlets }) =>
      joinPresent(
        ' ',
        same > 0 &&
          `Coverage is much the same${claims > 1 ? ` on ${same < claims ? `${number(same)} of ${number(claims)}` : claims === 2 ? 'both' : `all ${number(claims)}`} claims` : ''}.`,
        few > 0 &&
          `${capitalized(word(few))} claim${few === 1 ? ' is' : 's are'} covered by ${fewOutlets > 1 ? 'at most two outlets' : 'one outlet only'}.`,
      ),
    nothingToCompare: (source) => `${source} is the only outlet here, so there is nothing to compare.`,
    selectClaim: 'Why this?',
    categoriesNotScores: 'With fewer than six outlets, categories are shown instead of scores.',
    scoresExplained:
      'Disagreement: 0 if all outlets quote the same balance, 1 if they are evenly split; in brackets the range if one outlet is left out. There is no score where fewer than six outlets quote someone, or where the outlets’ own words differ more, from each other or from those they quote.',
    viewLabel: 'Show',
    views: { positions: 'Outlets', counts: 'People quoted', pairs: 'Pairs of outlets' },
    outlet: 'Outlet',
    notCovered: 'not covered',
    peopleQuoted: 'People and groups quoted',
    nobody: 'nobody',
    sourceBalance: 'Balance',
    inItsOwnWords: 'In its own words',
    signed,
    pairsOfOutlets: 'How far apart each pair of outlets is',
    pairsAddUp: 'Together the bars make up the disagreement.',
    distance: (distance) => (distance === 0 ? 'the same' : distance === 1 ? 'opposed' : 'differ'),
    differences: ({ quoted: quotedVoices, own, gap }) =>
      `Difference, from 0 to 1: ${joinPresent(
        ', ',
        quotedVoices !== undefined && `quoted voices ${decimal(quotedVoices)}`,
        own !== undefined && `own words ${decimal(own)}`,
        gap !== undefined && `between the two ${decimal(gap)}`,
      )}.`,
    gapExplained: 'What the outlets say themselves differs from what the people they quote say.',
    whatIf: 'What if one outlet were left out?',
    bandWithout: (source, band) => `Without ${source}, coverage would ${bands[band]}.`,
    scoreWithout: (source, score) => `Without ${source}: disagreement ${decimal(score)}.`,
    bandUnchanged: (band) => `Without any one outlet, coverage would still ${bands[band]}.`,
    dependsOn: (count) =>
      `Without ${count === 1 ? 'one statement' : `any one of ${statements(count)}`}, marked below, the category would change.`,
    decisive: 'The category depends on this statement.',
    sameUtterance: 'The same quote in different reports',
    differencesMarked: 'differing words are marked',
    missingFrom: (names) => `Not in ${list(names)}.`,
    more: (count) => `${number(count)} more`,
    howCalculated: 'How this is calculated',
    calculation:
      'An outlet’s balance is the mean of the people it quotes, from −1 (all oppose) to +1 (all support); each person counts once. What outlets say in their own words is compared separately.',
    formulaLabel: 'Formula',
    formula:
      'D = Σ |xᵢ − xⱼ| / 2 ÷ (⌊N/2⌋ · ⌈N/2⌉) over all pairs of N outlets, the index of ordinal variation (Berry & Mielke 1992). Below 1/3 coverage is much the same, from 2/3 on it differs strongly.',
    calculated: (positions, score) => `Here ${positions.map(signed).join(', ')} give D = ${decimal(score)}.`,
    pairDistance: decimal,
    pairShare: (part) => `adds ${decimal(part)}`,
    pairsHint:
      'How far apart two outlets are on the claims on which both quote someone: 0 the same, 1 opposed; the fewer they share, the closer to 0.5. Nothing is shown below two shared claims.',
    countsHint: 'How many people and groups each outlet quotes against a claim, on both sides or neither, and for it.',
    sharedClaims: (count) => `on ${counted(count, 'shared claim')}`,
    tooFewShared: 'too few shared claims',
    viewAsTable: 'View as table',
  };
}

const unevenly = ', to different degrees';

/** As the end of “Without DW, coverage would …”. */
const bands: Readonly<Record<Band, string>> = {
  agree: 'be much the same',
  mixed: 'differ somewhat',
  split: 'differ strongly',
};

const quotes: Readonly<Record<QuotedSides, string>> = {
  onlySupporters: 'only supporters',
  onlyOpponents: 'only opponents',
  bothSides: 'both sides',
  moreOpposition: 'more opposition than support',
  asMuch: 'as much support as opposition',
  moreSupport: 'more support than opposition',
  noOpponents: 'supporters, and people who take no side',
  noSupporters: 'opponents, and people who take no side',
  noSide: 'only people who take no side',
};

function claimVerb(side: Side, count: number): string {
  const s = count === 1 ? 's' : '';
  if (side === 'neutral') return `take${s} no side`;
  return `${side === 'oppose' ? '' : `support${s}`}${side === 'both' ? ' and ' : ''}${side === 'support' ? '' : `dispute${s}`} the claim`;
}

const numbers = '0 one two three four five six seven eight nine ten eleven twelve'.split(' ');

function capitalized(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function quoted(claim: string): string {
  return `“${withoutFullStop(claim).replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

function failureReason(failure: Failure): string {
  switch (failure.code) {
    case 'address':
      return 'The address of the data is not a web address.';
    case 'unreachable':
      return 'The data did not arrive.';
    case 'timeout':
      return `The data did not arrive within ${failure.seconds} seconds.`;
    case 'status':
      return `The server answered ${failure.status}.`;
    case 'drawing':
      return 'This page or browser lacks something that the chart needs.';
    case 'too-large':
      return `The data are larger than ${failure.megabytes} MB.`;
    case 'not-utf-8':
      return 'The data are not UTF-8 text.';
    case 'not-json':
      return 'The data are not valid JSON.';
    case 'not-a-dataset':
      return 'The data are not a valid stance dataset.';
  }
}
