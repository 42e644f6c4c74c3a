import { formatsFor } from './formats.js';
import { quotation, sentence, joinPresent } from './quotation.js';
import type { Failure, Messages } from './messages.js';

/** Returns the German messages; for Switzerland and Liechtenstein with «guillemets» and ss in place of ß. */
export function german(lang: string): Messages {
  const isSwiss = /-(CH|LI)\b/.test(lang);
  const sz = isSwiss ? 'ss' : 'ß';
  const quoted = (claim: string) =>
    isSwiss ? quotation(claim, ['«', '»'], ['‹', '›']) : quotation(claim, ['„', '“'], ['‚', '‘']);
  const { date, list, number, signed, plural } = formatsFor<'one'>(lang);
  const decimal = (value: number) => number(value, 2);
  const statements = (count: number) => plural(count, { one: '# Aussage', other: '# Aussagen' });
  const claims = (count: number) => plural(count, { one: '# These', other: '# Thesen' });
  const voices = (count: number) => plural(count, { one: '# Stimme', other: '# Stimmen' });
  const reports = (count: number) => plural(count, { one: '# Bericht', other: '# Berichte' });
  /** Dative, after “in” and “von”. */
  const ofReports = (count: number) => plural(count, { one: '# Bericht', other: '# Berichten' });
  /** Dative, after “nach”. */
  const seconds = (count: number) => plural(count, { one: '# Sekunde', other: '# Sekunden' });
  /** Adverbs, because they follow names of any gender and number. */
  const sideVerb = {
    support: 'dafür',
    oppose: 'dagegen',
    both: 'sowohl dafür als auch dagegen',
    neutral: 'auf keiner Seite',
  };
  const band = { agree: 'Einig', mixed: 'Gemischt', split: 'Gespalten' };
  const positionCell: Messages['positionCell'] = (position, own) =>
    joinPresent(
      ', ',
      position === undefined ? 'keine Stimmen' : signed(position),
      own && `in eigenen Worten ${sideVerb[own]}`,
    );
  return {
    lang,
    direction: 'ltr',

    colon: ': ',
    comma: ', ',
    semicolon: '; ',

    side: { support: 'Dafür', oppose: 'Dagegen', both: 'Dafür und dagegen', neutral: 'Auf keiner Seite' },
    sideVerb,
    stance: sideVerb,
    voice: { quoted: 'wörtlich zitiert', reported: 'in indirekter Rede', outlet: 'Worte der Redaktion' },
    notQuoted: 'Dazu nicht zitiert',
    ownVoice: 'in eigenen Worten',
    ownVoices: 'Die Redaktionen in eigenen Worten',
    section: { others: 'Weitere', outlets: 'Die Redaktionen in eigenen Worten' },

    loading: 'Wird geladen …',
    empty: 'Hier ist nichts zu zeigen: Es ist keine Aussage übrig.',
    failure: (failure) => `Diese Grafik kann nicht gezeigt werden: ${failureReason(failure, { number, seconds, sz })}.`,
    tryAgain: 'Noch einmal versuchen',
    sources: (names) => `Quellen: ${list(names)}`,
    statementCount: statements,
    analysedOn: (isoDate) => `kodiert am ${date(isoDate)}`,
    method: 'Wie kodiert wurde',
    corrected: (isoDate, text) => `${date(isoDate)}: ${text}`,
    getData: 'Daten zum Herunterladen',
    copyLink: 'Link kopieren',
    sortedBy: (name) => `Reihenfolge: ${name}.`,
    notes: 'Die Worte hinter den Zeichen',
    linkCopied: 'Link kopiert',

    readInArticle: 'im Artikel lesen',
    readInArchive: 'archivierte Fassung',
    noLink: 'keine Adresse bekannt',
    translation: 'Übersetzung',
    translationBy: (name) => `Übersetzung: ${name}`,
    editorsNote: 'Anmerkung zur Kodierung',
    contestedBy: (name, isoDate) => `Bestritten von ${name}${isoDate ? ` am ${date(isoDate)}` : ''}`,
    contested: 'bestritten',
    close: `Schlie${sz}en`,
    previous: 'Zurück',
    next: 'Weiter',
    reportCount: reports,
    date,
    list,
    number,

    matrixHeading: 'Wer was sagt',
    matrixHint: 'Jedes Zeichen öffnet die Worte, auf denen es beruht.',
    speaker: 'Wer spricht',
    legend: 'Legende',
    reportedBy: (names) => `in welchen Berichten es steht: ${names.join(' · ')}`,
    sortLabel: 'Reihenfolge',
    order: { editor: 'Redaktion', disputed: 'Umstrittenes zuerst', similar: 'Ähnliche Haltungen', name: 'A–Z' },
    filter: 'Eingrenzen',
    sourcesLabel: 'Berichte',
    groupLabel: 'Gruppe',
    topicLabel: 'Thema',
    claimsShown: (shown, all) => `Zu sehen: ${number(shown)} von ${claims(all)}.`,
    showAll: 'Alle zeigen',
    evidenceFailed:
      'Die Worte zu dieser These lassen sich nicht zeigen: Ihre Datei fehlt oder ist nicht die, die mit diesen Zeichen veröffentlicht wurde.',
    find: 'Person oder These suchen',
    findClaim: 'These suchen',
    notFound: 'Nichts gefunden.',
    printedInPart: 'Gedruckt ist nur der Teil, der zu sehen war. Ist die Tabelle eingegrenzt, wird sie ganz gedruckt.',
    showMoreClaims: (count) => plural(count, { one: '# weitere These zeigen', other: '# weitere Thesen zeigen' }),
    mark: ({ voice, claim, side, statements: count, sources, contested }) =>
      `${voice}, ${sideVerb[side]}: ${sentence(claim)} ${statements(count)} in ${ofReports(sources.length)}: ${list(sources)}${contested ? '; bestritten' : ''}.`,
    balance: (support, oppose, neither) =>
      joinPresent(
        ', ',
        `${voices(support)} dafür`,
        `${number(oppose)} dagegen`,
        neither > 0 && `${number(neither)} auf keiner Seite`,
      ),
    matrixSummary: ({ claims: all, disputed, voices: count, sources }) =>
      `Von ${claims(all)} ${plural(disputed, { one: 'ist #', other: 'sind #' })} umstritten, bei ${voices(count)} in ${ofReports(sources)}.`,

    disagreementHeading: 'Wo die Berichte auseinandergehen',
    disagreementHint:
      'Jedes Zeichen ist ein Bericht: die Bilanz der Stimmen, die darin für und gegen eine These zu Wort kommen.',
    claim: 'These',
    allOppose: 'alle Stimmen dagegen',
    allSupport: 'alle Stimmen dafür',
    quotedBalance: 'Bilanz der zitierten Stimmen',
    band,
    score: (value, [min, max]) => `${decimal(value)} (${decimal(min)}–${decimal(max)})`,
    onlySource: (name) => `Nur ${name} bringt Stimmen dazu`,
    twoSourcesCompared: (names, distance) =>
      `Die Stimmen in ${list(names)} ${distance === 0 ? 'sind sich einig' : distance === 1 ? 'stehen gegeneinander' : 'weichen voneinander ab'}`,
    ownVoiceOnly: 'Kein Bericht bringt Stimmen dazu',
    coverage: (count, of) => `${number(count)} von ${ofReports(of)}`,
    notCoveredBy: (names) => `nichts dazu: ${list(names)}`,
    dependsOnOneStatement: 'hängt an einer einzigen Aussage',
    sourcePosition: (source, position, own) => `${source}: ${positionCell(position, own)}`,
    measure: 'Uneinigkeit: Index der ordinalen Variation (Berry und Mielke 1992)',
    lead: ({ mostDisputed, agreed, singleSource }) =>
      joinPresent(
        ' ',
        mostDisputed.length > 0 &&
          `Am weitesten auseinander gehen die Berichte bei ${list(mostDisputed.map(({ claim, outlier }) => quoted(claim) + (outlier ? ` (${outlier} gegen die anderen)` : '')))}.`,
        agreed.length > 0 && `Einig sind sich die Berichte bei ${list(agreed.map(quoted))}.`,
        singleSource && `Nur ${singleSource.source} berichtet über ${quoted(singleSource.claim)}.`,
      ),
    nothingToCompare: (source) =>
      `Was ${source} bringt. Einen anderen Bericht gibt es hier nicht, also auch nichts zu vergleichen.`,
    selectClaim: 'Warum?',
    bandsNotScores: 'Bei weniger als sechs Berichten zeigen wir Stufen statt Zahlen.',
    byDisagreement: 'Uneinigkeit',
    viewLabel: 'Ansicht',
    views: { positions: 'Haltungen', counts: 'Stimmen', pairs: 'Berichte paarweise' },
    leaningCounts: (support, oppose, between) =>
      joinPresent(
        ', ',
        support > 0 && `${number(support)} dafür`,
        oppose > 0 && `${number(oppose)} dagegen`,
        between > 0 && `${number(between)} ausgeglichen`,
      ),
    outletsDisagree: 'in eigenen Worten stehen die Redaktionen gegeneinander',
    report: 'Bericht',
    positionCell,
    notCovered: 'nichts dazu',
    quotedVoices: 'Stimmen darin',
    noVoices: 'keine Stimmen',
    sourceBalance: 'Bilanz',
    inItsOwnWords: 'In eigenen Worten',
    signed,
    pairsOfReports: 'Wie weit je zwei Berichte auseinanderliegen',
    pairsAddUp: 'Zusammen ergeben die Balken die Uneinigkeit.',
    distance: (distance) => (distance === 0 ? 'gleich' : distance === 1 ? 'gegensätzlich' : 'teils verschieden'),
    whatIf: 'Was, wenn einer fehlte?',
    bandWithout: (source, without) => `Ohne ${source} wäre die Stufe ${quoted(band[without])}.`,
    scoreWithout: (source, score) => `Ohne ${source}: ${decimal(score)}.`,
    bandUnchanged: 'Welcher einzelne Bericht auch fehlte: Die Stufe bliebe dieselbe.',
    dependsOn: (count) =>
      `Fehlte ${count === 1 ? 'eine einzige Aussage' : `auch nur eine von ${statements(count)}`}, unten markiert, wäre die Stufe eine andere.`,
    decisive: 'Auf dieser Aussage beruht die Stufe.',
    sameUtterance: `Dieselbe Äu${sz}erung in zwei Berichten`,
    differencesMarked: 'abweichende Wörter sind markiert',
    missingFrom: (names) => `Fehlt bei ${list(names)}.`,
    more: (count) => `${number(count)} weitere`,
    howCalculated: 'Wie gerechnet wird',
    calculation:
      'Die Bilanz eines Berichts ist das Mittel über alle, die darin zu Wort kommen, jede Stimme einmal gezählt, von −1 (alle dagegen) bis +1 (alle dafür). Die eigenen Worte der Redaktion zählen nicht. D = Σ |xᵢ − xⱼ| / 2 ÷ (⌊N/2⌋ · ⌈N/2⌉) über alle Paare von N Berichten. Einig: D < 1/3; gemischt: D < 2/3; gespalten: ab 2/3.',
    calculated: (positions, score) =>
      `Hier ergeben ${positions.map((position) => signed(position)).join('; ')} den Wert D = ${decimal(score)}.`,
    pairDistance: decimal,
    pairsHint:
      'Wie weit zwei Berichte bei den Thesen auseinanderliegen, zu denen beide Stimmen bringen: 0 gleich, 1 gegensätzlich. Unter zwei gemeinsamen Thesen wird nichts gezeichnet.',
    countsHint: 'Wie viele Stimmen in jedem Bericht gegen eine These, auf keiner Seite und für sie stehen.',
    sharedClaims: (count) => plural(count, { one: 'bei # gemeinsamen These', other: 'bei # gemeinsamen Thesen' }),
    tooFewShared: 'zu wenige gemeinsame Thesen',
    viewAsTable: 'Dasselbe als Tabelle',
  };
}

function failureReason(
  failure: Failure,
  {
    number,
    seconds,
    sz,
  }: Pick<Messages, 'number'> & { readonly seconds: (count: number) => string; readonly sz: string },
): string {
  switch (failure.code) {
    case 'address':
      return 'Die Adresse ihrer Daten ist keine Webadresse';
    case 'unreachable':
      return 'Ihre Daten konnten nicht geladen werden';
    case 'status':
      return `Auf die Frage nach ihren Daten antwortete der Server mit ${failure.status}`;
    case 'timeout':
      return `Ihre Daten sind nach ${seconds(failure.seconds)} noch nicht da`;
    case 'too-large':
      return `Ihre Daten sind grö${sz}er als ${number(failure.megabytes)} MB`;
    case 'not-utf-8':
      return 'Ihre Daten sind kein Text in UTF-8';
    case 'drawing':
      return 'Dieser Seite oder diesem Browser fehlt etwas, das sie braucht';
    case 'not-json':
      return 'Ihre Daten sind kein gültiges JSON';
    case 'not-a-dataset':
      return 'Ihre Daten sind kein gültiger Datensatz von Haltungen';
  }
}
