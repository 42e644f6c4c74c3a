import { englishFormats } from './english-formats.js';
import { sentence, joinPresent, withoutFullStop } from './quotation.js';
import type { Failure, Messages } from './messages.js';

/** Returns the English messages. English is part of every script; other languages are scripts of their own. */
export function english(lang: string): Messages {
  const { date, list, number, signed } = englishFormats(lang);
  const counted = (count: number, noun: string) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
  const reports = (count: number) => counted(count, 'report');
  const statements = (count: number) => counted(count, 'statement');
  const decimal = (value: number) => number(value, 2);
  const sideVerb = { support: 'supports', oppose: 'opposes', both: 'said both', neutral: 'takes no side' };
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

    side: { support: 'Supports', oppose: 'Opposes', both: 'Said both', neutral: 'Takes no side' },
    sideVerb,
    stance: sideVerb,
    voice: { quoted: 'quoted directly', reported: 'reported', outlet: 'the outlet’s own words' },
    notQuoted: 'Not quoted on this',
    ownVoice: 'own voice',
    ownVoices: 'The outlets’ own voice',
    section: { others: 'Others', outlets: 'The outlets’ own voice' },

    loading: 'Loading …',
    empty: 'There is nothing to show: no statements are left.',
    failure: (failure) => `This chart cannot be shown: ${failureReason(failure)}.`,
    tryAgain: 'Try again',
    sources: (names) => `Sources: ${list(names)}`,
    statementCount: statements,
    analysedOn: (isoDate) => `coded ${date(isoDate)}`,
    method: 'How this was coded',
    corrected: (isoDate, text) => `${date(isoDate)}: ${text}`,
    getData: 'Get the data',
    copyLink: 'Copy link',
    sortedBy: (name) => `Order: ${name}.`,
    notes: 'The words behind the marks',
    linkCopied: 'Link copied',

    readInArticle: 'read in the article',
    readInArchive: 'archived copy',
    noLink: 'no address known',
    translation: 'Translation',
    translationBy: (name) => `Translation: ${name}`,
    editorsNote: 'Coder’s note',
    contestedBy: (name, isoDate) => `Contested by ${name}${isoDate ? `, ${date(isoDate)}` : ''}`,
    contested: 'contested',
    close: 'Close',
    previous: 'Previous',
    next: 'Next',
    reportCount: reports,
    date,
    list,
    number,

    matrixHeading: 'Who says what',
    matrixHint: 'Select a mark to read the words it rests on.',
    speaker: 'Speaker',
    legend: 'Legend',
    reportedBy: (names) => `which reports carry it: ${names.join(' · ')}`,
    sortLabel: 'Order',
    order: { editor: 'Editor’s', disputed: 'Most disputed', similar: 'Similar views', name: 'A–Z' },
    filter: 'Narrow',
    sourcesLabel: 'Reports',
    groupLabel: 'Group',
    topicLabel: 'Topic',
    claimsShown: (shown, all) => `Showing ${number(shown)} of ${counted(all, 'claim')}.`,
    showAll: 'Show all',
    evidenceFailed:
      'The words on this claim cannot be shown: their file is missing, or is not the one that was published with these marks.',
    find: 'Find a speaker or claim',
    findClaim: 'Find a claim',
    notFound: 'Nothing found.',
    printedInPart: 'Only the part that was in view is printed. Narrow the table to print all of it.',
    showMoreClaims: (count) => `Show ${counted(count, 'more claim')}`,
    mark: ({ voice, claim, side, statements: count, sources, contested }) =>
      `${voice} ${sideVerb[side]}: ${sentence(claim)} ${statements(count)} in ${reports(sources.length)}: ${list(sources)}${contested ? '; contested' : ''}.`,
    balance: (support, oppose, neither) =>
      joinPresent(
        ', ',
        `${counted(support, 'voice')} for`,
        `${number(oppose)} against`,
        neither > 0 && `${number(neither)} on neither side`,
      ),
    matrixSummary: ({ claims: all, disputed, voices: count, sources }) =>
      `Of ${counted(all, 'claim')} ${number(disputed)} ${disputed === 1 ? 'is' : 'are'} disputed among ${counted(count, 'voice')} in ${reports(sources)}.`,

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
      return 'the address of its data is not a web address';
    case 'unreachable':
      return 'its data could not be loaded';
    case 'status':
      return `the server answered ${failure.status} when asked for its data`;
    case 'timeout':
      return `its data did not arrive within ${failure.seconds} seconds`;
    case 'too-large':
      return `its data are larger than ${failure.megabytes} MB`;
    case 'not-utf-8':
      return 'its data are not UTF-8 text';
    case 'drawing':
      return 'this page or browser lacks something that it needs';
    case 'not-json':
      return 'its data are not valid JSON';
    case 'not-a-dataset':
      return 'its data are not a valid stance dataset';
  }
}
