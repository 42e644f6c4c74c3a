import { englishFormats } from './english-formats.js';
import { joinPresent, withoutFullStop } from './quotation.js';
import type { Failure, Messages } from './messages.js';

/** Returns the English messages. English is part of every script; other languages are scripts of their own. */
export function english(lang: string): Messages {
  const { date, list, number, signed } = englishFormats(lang);
  const counted = (count: number, noun: string) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
  const reports = (count: number) => counted(count, 'report');
  const statements = (count: number) => counted(count, 'statement');
  const decimal = (value: number) => number(value, 2);
  const sideVerb = { support: 'supports', oppose: 'opposes', both: 'takes both sides', neutral: 'takes no side' };
  const sideVerbPlural = { support: 'support', oppose: 'oppose', both: 'take both sides', neutral: 'take no side' };
  const positionCell: Messages['positionCell'] = (position, own) =>
    joinPresent(
      ', ',
      position === undefined ? 'no voices' : signed(position),
      own && `in its own words ${sideVerb[own]}`,
    );
  return {
    lang,
    direction: 'ltr',

    colon: ': ',
    comma: ', ',
    semicolon: '; ',

    side: { support: 'Supports', oppose: 'Opposes', both: 'Both sides', neutral: 'Takes no side' },
    sideVerb,
    sideVerbPlural,
    voice: { quoted: 'quoted directly', reported: 'paraphrased', outlet: 'in its own words' },
    notQuoted: 'Not quoted',
    ownVoice: 'in its own words',
    ownVoices: 'The outlets in their own words',
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
    order: { editor: 'Editor’s choice', disputed: 'Most disputed', similar: 'Similar views', name: 'Name' },
    filter: 'Filter',
    sourcesLabel: 'Sources',
    groupLabel: 'Group',
    topicLabel: 'Topic',
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
        `${counted(support, 'voice')} for`,
        `${number(oppose)} against`,
        neither > 0 && `${number(neither)} on neither side`,
      ),
    matrixSummary: ({ claims, disputed, speakers, outlets }) =>
      joinPresent(
        ' ',
        claims === 1
          ? `The claim is ${disputed ? '' : 'not '}disputed.`
          : `${disputed ? `${number(disputed)} of` : 'None of the'} ${number(claims)} claims ${disputed > 1 ? 'are' : 'is'} disputed.`,
        speakers > 0 &&
          `${speakers === 1 ? '1 person or group' : `${number(speakers)} people and groups`} quoted in ${outlets}.`,
      ),

    disagreementHeading: 'Where the reports part ways',
    disagreementHint: 'Each mark is one report: the balance of the voices it carries for and against a claim.',
    claim: 'Claim',
    allOppose: 'all voices oppose',
    allSupport: 'all voices support',
    quotedBalance: 'Balance of quoted voices',
    band: { agree: 'Agree', mixed: 'Mixed', split: 'Split' },
    score: (value, [min, max]) => `${decimal(value)} (${decimal(min)}–${decimal(max)})`,
    onlySource: (name) => `Only ${name} carries voices on this`,
    twoSourcesCompared: (names, distance) =>
      `The voices in ${list(names)} ${distance === 0 ? 'agree' : distance === 1 ? 'are opposed' : 'differ'}`,
    ownVoiceOnly: 'No report carries voices on this',
    coverage: (count, of) => `${number(count)} of ${reports(of)}`,
    notCoveredBy: (names) => `silent: ${list(names)}`,
    dependsOnOneStatement: 'rests on one statement',
    sourcePosition: (source, position, own) => `${source}: ${positionCell(position, own)}`,
    measure: 'Disagreement: index of ordinal variation (Berry & Mielke 1992)',
    lead: ({ mostDisputed, agreed, singleSource }) =>
      joinPresent(
        ' ',
        mostDisputed.length > 0 &&
          `The reports part most on ${list(mostDisputed.map(({ claim, outlier }) => quoted(claim) + (outlier ? ` (${outlier} against the others)` : '')))}.`,
        agreed.length > 0 && `They agree on ${list(agreed.map(quoted))}.`,
        singleSource && `Only ${singleSource.source} reports ${quoted(singleSource.claim)}.`,
      ),
    nothingToCompare: (source) => `What ${source} carries. It is the only report here, so there is nothing to compare.`,
    selectClaim: 'Why this?',
    bandsNotScores: 'With fewer than six reports we show bands, not scores.',
    byDisagreement: 'Disagreement',
    viewLabel: 'Show',
    views: { positions: 'Positions', counts: 'Voices', pairs: 'Pairs of reports' },
    leaningCounts: (support, oppose, between) =>
      joinPresent(
        ', ',
        support > 0 && `${number(support)} for`,
        oppose > 0 && `${number(oppose)} against`,
        between > 0 && `${number(between)} balanced`,
      ),
    outletsDisagree: 'in their own words the outlets oppose each other',
    report: 'Report',
    positionCell,
    notCovered: 'silent',
    quotedVoices: 'Voices it carries',
    noVoices: 'no voices',
    sourceBalance: 'Balance',
    inItsOwnWords: 'In its own words',
    signed,
    pairsOfReports: 'How far apart each two reports are',
    pairsAddUp: 'Together the bars make up the disagreement.',
    distance: (distance) => (distance === 0 ? 'alike' : distance === 1 ? 'opposed' : 'partly apart'),
    whatIf: 'What if one were left out?',
    bandWithout: (source, band) => `Without ${source} the band would be “${band}”.`,
    scoreWithout: (source, score) => `Without ${source}: ${decimal(score)}.`,
    bandUnchanged: 'Leaving out any one report would not change the band.',
    dependsOn: (count) =>
      `Leaving out ${count === 1 ? 'one single statement' : `any one of ${statements(count)}`}, marked below, would change the band.`,
    decisive: 'The band rests on this statement.',
    sameUtterance: 'One utterance, told by two reports',
    differencesMarked: 'differing words are marked',
    missingFrom: (names) => `Not in ${list(names)}.`,
    more: (count) => `${number(count)} more`,
    howCalculated: 'How this is calculated',
    calculation:
      'A report’s balance is the mean over the speakers it carries, each counting once, from −1 (all oppose) to +1 (all support). The outlet’s own words do not count. D = Σ |xᵢ − xⱼ| / 2 ÷ (⌊N/2⌋ · ⌈N/2⌉) over all pairs of N reports. Agree: D < 1/3; mixed: D < 2/3; split: from 2/3 on.',
    calculated: (positions, score) => `Here ${positions.map(signed).join(', ')} give D = ${decimal(score)}.`,
    pairDistance: decimal,
    pairsHint:
      'How far apart two reports lie over the claims on which both carry voices: 0 alike, 1 opposed. Below two shared claims nothing is drawn.',
    countsHint: 'How many voices each report carries against a claim, on neither side, and for it.',
    sharedClaims: (count) => `on ${counted(count, 'shared claim')}`,
    tooFewShared: 'too few shared claims',
    viewAsTable: 'The same as a table',
  };
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
