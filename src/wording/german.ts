import type { QuotedSides } from '../analysis/coverage.js';
import type { Band } from '../analysis/ordinal-variation.js';
import type { Side } from '../dataset/dataset.js';
import { formatsFor } from './formats.js';
import { quotation, joinPresent, sentence } from './quotation.js';
import type { Failure, Messages, Outlets } from './messages.js';

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
  const reports = (count: number) => plural(count, { one: '# Beitrag', other: '# Beiträge' });
  /** Dative, after “nach”. */
  const seconds = (count: number) => plural(count, { one: '# Sekunde', other: '# Sekunden' });
  /** Adverbs, because they follow names of any gender and number. */
  const sideVerb = {
    support: 'dafür',
    oppose: 'dagegen',
    both: 'sowohl dafür als auch dagegen',
    neutral: 'neutral',
  };
  const word = (count: number) => numbers[count] ?? number(count);
  /** Dative, after “bei”. */
  const claimsAndMore = (texts: readonly string[], more: number) =>
    list(
      texts
        .map(quoted)
        .concat(more > 0 ? plural(more, { one: 'einer weiteren These', other: '# weiteren Thesen' }) : []),
    );
  /** The subject of a sentence about outlets; only the first says what is counted. */
  const subject = ({ names, count, isAll }: Outlets<unknown>, index: number) => {
    if (isAll) return count === 2 ? 'beide Medien' : `alle ${word(count)} Medien`;
    return names ? list(names) : `${word(count)}${index === 0 ? ' Medien' : ''}`;
  };
  return {
    lang,
    direction: 'ltr',

    colon: ': ',
    comma: ', ',

    side: { support: 'Dafür', oppose: 'Dagegen', both: 'Dafür und dagegen', neutral: 'Neutral' },
    beforeSide: ': ',
    sideVerb,
    sideVerbPlural: sideVerb,
    voice: { quoted: 'wörtlich zitiert', reported: `sinngemä${sz} wiedergegeben`, outlet: 'in eigenen Worten' },
    notQuoted: 'Nicht zitiert',
    section: { others: 'Weitere', outlets: 'Die Medien in eigenen Worten' },

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
      disagreement: 'Unterschiede in der Berichterstattung',
      quoted: 'Zitierte Stimmen',
      own: 'Eigene Worte der Medien',
    },
    filter: 'Filtern',
    filterLabel: { sources: 'Quellen', speakers: 'Gruppe', topic: 'Thema' },
    claimsShown: (shown, all) => `Angezeigt: ${number(shown)} von ${claims(all)}.`,
    showAll: 'Alle zeigen',
    evidenceFailed: 'Die Zitate zu dieser These konnten nicht geladen werden.',
    find: 'Person oder These suchen',
    findClaim: 'These suchen',
    notFound: 'Nichts gefunden.',
    printedInPart:
      'Gedruckt wird nur der sichtbare Ausschnitt. Filtern Sie die Tabelle, um sie vollständig zu drucken.',
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
        disputed === 0
          ? 'Zu keiner These gibt es sowohl Befürworter als auch Gegner.'
          : `${all === 1 ? 'Die These' : `${number(disputed)} von ${claims(all)}`} ${disputed > 1 ? 'sind' : 'ist'} umstritten.`,
        speakers > 0 &&
          `${plural(speakers, { one: '# Person oder Gruppe kommt', other: '# Personen und Gruppen kommen' })} in ${outlets} zu Wort.`,
      ),

    disagreementHeading: 'Wo sich die Berichterstattung unterscheidet',
    disagreementHint: `Die Spalten zeigen, wen ein Medium wörtlich oder sinngemä${sz} zitiert, nicht, was es selbst meint.`,
    claim: 'These',
    quotedClaim: quoted,
    columns: ['nur Gegner', 'mehr Gegner', 'gleich viele', 'mehr Befürworter', 'nur Befürworter'],
    mix: 'gemischt',
    quotedLane: 'Zitiert',
    ownWordsLane: 'Eigene Worte',
    outletMark: 'ein Medium und wen es zitiert: dafür, dagegen, beides, neutral',
    ownWordsMark: 'was ein Medium in eigenen Worten sagt',
    dotMark: 'jeder Punkt ist ein Medium',
    coverage: {
      differs: 'Unterschiedliche Berichterstattung',
      contradicts: 'Die Berichterstattung unterscheidet sich, oder Medien widersprechen den Zitierten',
      same: 'Weitgehend gleiche Berichterstattung',
      unclear: 'Zu wenig für einen Vergleich',
      few: 'Nur von einem oder zwei Medien aufgegriffen',
      one: 'Nur von einem Medium aufgegriffen',
    },
    quoting(outlets, isUneven) {
      if (outlets.length === 0) return 'Dazu wird niemand zitiert.';
      const text = outlets
        .map(
          (each, index) => `${subject(each, index)} ${each.count === 1 ? 'zitiert' : 'zitieren'} ${quotes[each.kind]}`,
        )
        .join('; ');
      // A name begins as its outlet writes it.
      return `${outlets[0]!.names ? text : capitalized(text)}${isUneven ? unevenly : ''}.`;
    },
    speaking: (outlets, isUneven) =>
      `In eigenen Worten ${outlets
        .map((each, index) => {
          const [verb, object] = claimVerb(each.kind, each.count);
          const outlet = subject(each, index);
          return index === 0 ? `${verb} ${outlet} ${object}` : `${outlet} ${verb} ${object}`;
        })
        .join('; ')}${isUneven ? unevenly : ''}.`,
    soleVoice: (side, name, isGroup) =>
      isGroup
        ? sentence(`Alle zitierten ${side === 'support' ? 'Befürworter' : 'Gegner'} gehören zu einer Gruppe: ${name}`)
        : sentence(`${side === 'support' ? 'Zustimmung' : 'Widerspruch'} kommt unter den Zitierten nur von ${name}`),
    score: (value, [min, max]) => `Uneinigkeit ${decimal(value)} (${decimal(min)}–${decimal(max)}).`,
    notCoveredBy: (names) => `Nicht aufgegriffen: ${list(names)}`,
    dependsOnOneStatement: (count) =>
      count === 1 ? 'Hängt an einer einzigen Aussage.' : 'Mit einer Aussage weniger wäre die Kategorie eine andere.',
    sourceOnClaim(quotedVoices, own) {
      const [verb, object] = own ? claimVerb(own, 1) : [];
      return joinPresent(
        '; ',
        `zitiert ${quotedVoices ? quotes[quotedVoices] : 'niemanden'}`,
        own && `${verb} in eigenen Worten ${object}`,
      );
    },
    differsMost: (texts, more, isMost) =>
      isMost
        ? `Am stärksten unterscheidet sich die Berichterstattung bei ${claimsAndMore(texts, more)}.`
        : `Die Berichterstattung unterscheidet sich bei ${claimsAndMore(texts, more)}.`,
    contradictsMost: (texts, more, isMost) =>
      `${isMost ? 'Am weitesten entfernen sich die Medien' : 'Die Medien entfernen sich'} in eigenen Worten von denen, die sie zitieren, bei ${claimsAndMore(texts, more)}.`,
    claimsInSections: ({ claims: all, same, few, fewOutlets }) =>
      joinPresent(
        ' ',
        same > 0 &&
          (all === 1
            ? 'Die Berichterstattung ist weitgehend gleich.'
            : `Bei ${same < all ? `${number(same)} von ${number(all)}` : all === 2 ? 'beiden' : `allen ${word(all)}`} Thesen ist die Berichterstattung weitgehend gleich.`),
        few > 0 &&
          `${few === 1 ? 'Eine These wird' : `${capitalized(word(few))} Thesen werden`} nur von ${fewOutlets === 1 ? 'einem Medium' : 'einem oder zwei Medien'} aufgegriffen.`,
      ),
    nothingToCompare: (source) => `${source} ist hier das einzige Medium; zu vergleichen gibt es daher nichts.`,
    selectClaim: 'Warum?',
    categoriesNotScores: 'Bei weniger als sechs Medien stehen hier Kategorien statt Zahlen.',
    scoresExplained:
      'Uneinigkeit: 0, wenn die Bilanz aller Medien gleich ist; 1, wenn die eine Hälfte nur Befürworter zitiert und die andere nur Gegner; in Klammern die Spanne, wenn ein Medium wegfällt. Keinen Wert gibt es, wo weniger als sechs Medien jemanden zitieren oder wo sich die eigenen Worte der Medien stärker unterscheiden, voneinander oder von dem, was die Zitierten sagen.',
    viewLabel: 'Ansicht',
    views: { positions: 'Medien', counts: 'Zitierte', pairs: 'Medien paarweise' },
    outlet: 'Medium',
    notCovered: 'nicht aufgegriffen',
    peopleQuoted: 'Zitierte Personen und Gruppen',
    nobody: 'niemand',
    sourceBalance: 'Bilanz',
    inItsOwnWords: 'In eigenen Worten',
    signed,
    pairsOfOutlets: 'Wie weit je zwei Medien auseinanderliegen',
    pairsAddUp: 'Zusammen ergeben die Balken die Uneinigkeit.',
    distance: (distance) => (distance === 0 ? 'gleich' : distance === 1 ? 'gegensätzlich' : 'teilweise verschieden'),
    differences: ({ quoted: quotedVoices, own, gap }) =>
      `Unterschied, von 0 bis 1: ${joinPresent(
        '; ',
        quotedVoices !== undefined && `zitierte Stimmen ${decimal(quotedVoices)}`,
        own !== undefined && `eigene Worte ${decimal(own)}`,
        gap !== undefined && `zwischen beiden ${decimal(gap)}`,
      )}.`,
    gapExplained: 'Was die Medien selbst sagen, unterscheidet sich von dem, was die Zitierten sagen.',
    whatIf: 'Was, wenn ein Medium fehlte?',
    bandWithout: (source, band) => `Ohne ${source} wäre die Berichterstattung ${bands[band]}.`,
    scoreWithout: (source, score) => `Ohne ${source}: Uneinigkeit ${decimal(score)}.`,
    bandUnchanged: (band) => `Welches Medium man auch weglässt: Die Berichterstattung bliebe ${bands[band]}.`,
    dependsOn: (count) =>
      `Ohne ${count === 1 ? 'die unten markierte Aussage' : `eine der ${number(count)} unten markierten Aussagen`} wäre die Kategorie eine andere.`,
    decisive: 'Von dieser Aussage hängt die Kategorie ab.',
    sameUtterance: 'Dasselbe Zitat in mehreren Beiträgen',
    differencesMarked: 'abweichende Wörter sind markiert',
    missingFrom: (names) => `Fehlt bei ${list(names)}.`,
    more: (count) => plural(count, { one: '# weiteres', other: '# weitere' }),
    howCalculated: 'So wird gerechnet',
    calculation:
      'Die Bilanz eines Mediums ist der Mittelwert aller, die es zitiert, von −1 (alle dagegen) bis +1 (alle dafür); jede Stimme zählt einmal. Was die Medien in eigenen Worten sagen, wird gesondert verglichen.',
    formulaLabel: 'Formel',
    formula: `Index der ordinalen Variation (Berry und Mielke 1992): D = Σ |xᵢ − xⱼ| / 2 ÷ (⌊N/2⌋ · ⌈N/2⌉) über alle Paare von N Medien. ${capitalized(bands.agree)}: D < 1/3; ${bands.mixed}: D < 2/3; ${bands.split}: ab 2/3.`,
    calculated: (positions, score) =>
      `Hier ergeben ${positions.map((position) => signed(position)).join('; ')} den Wert D = ${decimal(score)}.`,
    pairDistance: decimal,
    pairShare: (part) => `trägt ${decimal(part)} bei`,
    pairsHint:
      'Wie weit zwei Medien bei den Thesen auseinanderliegen, zu denen beide jemanden zitieren: 0 gleich, 1 gegensätzlich; je weniger gemeinsame Thesen, desto näher an 0,5. Bei weniger als zwei gemeinsamen Thesen wird nichts angezeigt.',
    countsHint:
      'Wie viele der Personen und Gruppen, die ein Medium zitiert, gegen eine These, neutral oder beides, oder für sie sind.',
    sharedClaims: (count) => plural(count, { one: 'bei # gemeinsamen These', other: 'bei # gemeinsamen Thesen' }),
    tooFewShared: 'zu wenige gemeinsame Thesen',
    viewAsTable: 'Als Tabelle anzeigen',
  };
}

/** As the end of “Ohne DW wäre die Berichterstattung …”. */
const unevenly = ', aber unterschiedlich deutlich';

const bands: Readonly<Record<Band, string>> = {
  agree: 'weitgehend gleich',
  mixed: 'etwas unterschiedlich',
  split: 'sehr unterschiedlich',
};

/** After “zitiert”. */
const quotes: Readonly<Record<QuotedSides, string>> = {
  onlySupporters: 'nur Befürworter',
  onlyOpponents: 'nur Gegner',
  bothSides: 'beide Seiten',
  moreOpposition: 'mehr Widerspruch als Zustimmung',
  asMuch: 'gleich viel Zustimmung und Widerspruch',
  moreSupport: 'mehr Zustimmung als Widerspruch',
  noOpponents: 'Befürworter und neutrale Stimmen',
  noSupporters: 'Gegner und neutrale Stimmen',
  noSide: 'nur neutrale Stimmen',
};

/** The verb and what follows it, which German may separate. */
function claimVerb(side: Side, count: number): readonly [verb: string, rest: string] {
  const isSingular = count === 1;
  const supports = isSingular ? 'unterstützt' : 'unterstützen';
  const disputes = isSingular ? 'bestreitet' : 'bestreiten';
  switch (side) {
    case 'support':
      return [supports, 'die These'];
    case 'oppose':
      return [disputes, 'die These'];
    case 'both':
      return [`${supports} und ${disputes}`, 'die These'];
    case 'neutral':
      return [isSingular ? 'bleibt' : 'bleiben', 'neutral'];
  }
}

const numbers = '0 eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');

function capitalized(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
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
