import { formatsFor } from './formats.js';
import { quotation, joinPresent } from './quotation.js';
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
    neutral: 'neutral',
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

    side: { support: 'Dafür', oppose: 'Dagegen', both: 'Dafür und dagegen', neutral: 'Neutral' },
    sideVerb,
    sideVerbPlural: sideVerb,
    voice: { quoted: 'wörtlich zitiert', reported: `sinngemä${sz} wiedergegeben`, outlet: 'in eigenen Worten' },
    notQuoted: 'Nicht zitiert',
    ownVoice: 'in eigenen Worten',
    ownVoices: 'Die Redaktionen in eigenen Worten',
    section: { others: 'Weitere', outlets: 'Die Redaktionen in eigenen Worten' },

    loading: 'Wird geladen …',
    empty: 'Hier gibt es nichts zu zeigen.',
    failure: ({ code }) =>
      code === 'drawing'
        ? 'Ihr Browser kann diese Grafik nicht anzeigen.'
        : 'Diese Grafik konnte nicht geladen werden.',
    failureReason: (failure) => failureReason(failure, { number, seconds, sz }),
    tryAgain: 'Erneut versuchen',
    sources: (names) => `Quellen: ${list(names)}`,
    statementCount: statements,
    analysedOn: (isoDate) => `ausgewertet am ${date(isoDate)}`,
    method: 'Wie ausgewertet wurde',
    corrected: (isoDate, text) => `${date(isoDate)}: ${text}`,
    getData: 'Daten herunterladen',
    copyLink: 'Link kopieren',
    sortedBy: (name) => `Sortiert nach: ${name}.`,
    notes: 'Zitate',
    linkCopied: 'Link kopiert',

    readInArticle: (source) => `Bei ${source} lesen`,
    readInArchive: 'Archivierte Fassung',
    noLink: 'kein Link verfügbar',
    translation: 'Übersetzung',
    translationBy: (name) => `Übersetzung: ${name}`,
    editorsNote: 'Anmerkung der Redaktion',
    contestedBy: (name, isoDate) => `Bestritten von ${name}${isoDate ? ` am ${date(isoDate)}` : ''}`,
    contested: 'bestritten',
    close: `Schlie${sz}en`,
    previous: 'Zurück',
    next: 'Weiter',
    reportCount: reports,
    outletCount: (count) => plural(count, { one: '# Medium', other: '# Medien' }),
    date,
    list,
    number,

    matrixHeading: 'Wer was sagt',
    matrixHint: 'Jedes Zeichen öffnet die Zitate dazu.',
    speaker: 'Wer spricht',
    legend: 'Legende',
    reportedBy: (names) => `berichtet von: ${names.join(' · ')}`,
    sortLabel: 'Sortieren nach',
    order: {
      editor: 'Auswahl der Redaktion',
      disputed: 'Umstrittenes zuerst',
      similar: 'Ähnliche Haltungen',
      name: 'Name',
    },
    filter: 'Filtern',
    sourcesLabel: 'Quellen',
    groupLabel: 'Gruppe',
    topicLabel: 'Thema',
    claimsShown: (shown, all) => `Angezeigt: ${number(shown)} von ${claims(all)}.`,
    showAll: 'Alle zeigen',
    evidenceFailed: 'Die Zitate zu dieser These konnten nicht geladen werden.',
    find: 'Person oder These suchen',
    findClaim: 'These suchen',
    notFound: 'Nichts gefunden.',
    printedInPart: 'Gedruckt wird nur der sichtbare Ausschnitt. Gefiltert passt die Tabelle ganz aufs Papier.',
    showMoreClaims: (count) => plural(count, { one: '# weitere These zeigen', other: '# weitere Thesen zeigen' }),
    positionCount: (count) => plural(count, { one: '# Position', other: '# Positionen' }),
    mark: ({ voice, claim, isOutlet, side, statements: count, outlets, contested }) =>
      joinPresent(
        '; ',
        joinPresent(' ', voice, isOutlet && 'in eigenen Worten', sideVerb[side]) + (claim ? `: ${quoted(claim)}` : ''),
        count > 1 && statements(count),
        outlets && `zitiert in ${outlets}`,
        contested && 'bestritten',
      ),
    quotesClosed: 'Zitate geschlossen.',
    outOfView: (speakers, others) =>
      joinPresent(
        ', ',
        speakers > 0 && plural(speakers, { one: '# weitere Stimme', other: '# weitere Stimmen' }),
        others > 0 && plural(others, { one: '# weitere These', other: '# weitere Thesen' }),
      ),
    balance: (support, oppose, neither) =>
      joinPresent(
        ', ',
        `${voices(support)} dafür`,
        `${number(oppose)} dagegen`,
        neither > 0 && `${number(neither)} neutral`,
      ),
    matrixSummary: ({ claims: all, disputed, speakers, outlets }) =>
      joinPresent(
        ' ',
        all === 1
          ? `Die These ist ${disputed ? '' : 'nicht '}umstritten.`
          : `${disputed ? `${number(disputed)} von` : 'Keine der'} ${claims(all)} ${disputed > 1 ? 'sind' : 'ist'} umstritten.`,
        speakers > 0 &&
          `${plural(speakers, { one: '# Person oder Gruppe kommt', other: '# Personen und Gruppen kommen' })} in ${outlets} zu Wort.`,
      ),

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
      return 'Die Adresse der Daten ist keine Webadresse.';
    case 'unreachable':
      return 'Die Daten sind nicht angekommen.';
    case 'status':
      return `Der Server antwortete mit ${failure.status}.`;
    case 'timeout':
      return `Die Daten waren nach ${seconds(failure.seconds)} noch nicht da.`;
    case 'too-large':
      return `Die Daten sind grö${sz}er als ${number(failure.megabytes)} MB.`;
    case 'not-utf-8':
      return 'Die Daten sind kein Text in UTF-8.';
    case 'drawing':
      return 'Dieser Seite oder diesem Browser fehlt etwas, das die Grafik braucht.';
    case 'not-json':
      return 'Die Daten sind kein gültiges JSON.';
    case 'not-a-dataset':
      return 'Die Daten sind kein gültiger Datensatz.';
  }
}
