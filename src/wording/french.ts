import { formatsFor } from './formats.js';
import { quotation, sentence, joinPresent } from './quotation.js';
import type { Failure, Messages } from './messages.js';

/** Narrow no-break space, before high punctuation and inside guillemets. */
const narrowSpace = '\u202f';

type Typeset = (texts: TemplateStringsArray, ...values: readonly string[]) => string;

/**
 * Returns the French messages. The texts below have plain spaces before high punctuation; the tag `fr` turns them into narrow no-break
 * spaces, but not those in names and claims. Canadian French has none before a semicolon, an exclamation mark or a question mark.
 */
export function french(lang: string): Messages {
  const isCanadian = /-CA\b/.test(lang);
  const fr: Typeset = (texts, ...values) =>
    String.raw(
      {
        raw: texts.map((text) =>
          text.replace(/ (?=[;!?])/g, isCanadian ? '' : narrowSpace).replace(/ (?=:)/g, narrowSpace),
        ),
      },
      ...values,
    );
  const quoted = (claim: string) => quotation(claim, [`«${narrowSpace}`, `${narrowSpace}»`], ['“', '”']);
  const { list, number, signed, plural, ...formats } = formatsFor<'one' | 'many'>(lang);
  const date = (isoDate: string) => formats.date(isoDate).replace(/^1 /, '1er ');
  const decimal = (value: number) => number(value, 2);
  const statements = (count: number) =>
    plural(count, { one: '# déclaration', many: '# de déclarations', other: '# déclarations' });
  const claims = (count: number) =>
    plural(count, { one: '# affirmation', many: '# d’affirmations', other: '# affirmations' });
  const voices = (count: number) => plural(count, { one: '# voix', many: '# de voix', other: '# voix' });
  const reports = (count: number) =>
    plural(count, { one: '# compte rendu', many: '# de comptes rendus', other: '# comptes rendus' });
  const seconds = (count: number) => plural(count, { one: '# seconde', many: '# de secondes', other: '# secondes' });
  /** Prepositions, because they follow names of any gender and number. */
  const sideVerb = {
    support: 'pour',
    oppose: 'contre',
    both: 'à la fois pour et contre',
    neutral: 'sans prendre parti',
  };
  const band = { agree: 'Accord', mixed: 'Accord partiel', split: 'Clivage' };
  const positionCell: Messages['positionCell'] = (position, own) =>
    joinPresent(
      ', ',
      position === undefined ? 'aucune voix' : signed(position),
      own && `${sideVerb[own]} avec ses propres mots`,
    );
  return {
    lang,
    direction: 'ltr',

    colon: fr` : `,
    comma: ', ',
    semicolon: fr` ; `,

    side: { support: 'Pour', oppose: 'Contre', both: 'Pour et contre', neutral: 'Sans prendre parti' },
    sideVerb,
    stance: sideVerb,
    voice: { quoted: 'citation directe', reported: 'propos rapportés', outlet: 'les mots du média lui-même' },
    notQuoted: 'Aucune citation à ce sujet',
    ownVoice: 'avec ses propres mots',
    ownVoices: 'Les médias avec leurs propres mots',
    section: { others: 'Autres', outlets: 'Les médias avec leurs propres mots' },

    loading: 'Chargement…',
    empty: fr`Il n’y a rien à montrer : il ne reste aucune déclaration.`,
    failure: (failure) => fr`Ce graphique ne peut pas être affiché : ${failureReason(failure, number, seconds)}.`,
    tryAgain: 'Réessayer',
    sources: (names) => fr`Sources : ${list(names)}`,
    statementCount: statements,
    analysedOn: (isoDate) => `codage du ${date(isoDate)}`,
    method: 'Méthode de codage',
    corrected: (isoDate, text) => fr`${date(isoDate)} : ${text}`,
    getData: 'Télécharger les données',
    copyLink: 'Copier le lien',
    sortedBy: (name) => fr`Ordre : ${name}.`,
    notes: 'Les propos derrière les repères',
    linkCopied: 'Lien copié',

    readInArticle: 'lire dans l’article',
    readInArchive: 'copie archivée',
    noLink: 'adresse inconnue',
    translation: 'Traduction',
    translationBy: (name) => fr`Traduction : ${name}`,
    editorsNote: 'Note de codage',
    contestedBy: (name, isoDate) => `Propos contestés par ${name}${isoDate ? ` le ${date(isoDate)}` : ''}`,
    contested: 'propos contestés',
    close: 'Fermer',
    previous: 'Précédent',
    next: 'Suivant',
    reportCount: reports,
    date,
    list,
    number,

    matrixHeading: 'Qui dit quoi',
    matrixHint: 'Chaque repère ouvre les propos sur lesquels il repose.',
    speaker: 'Qui parle',
    legend: 'Légende',
    reportedBy: (names) => fr`comptes rendus qui en font état : ${names.join(' · ')}`,
    sortLabel: 'Ordre',
    order: {
      editor: 'De la rédaction',
      disputed: 'Les plus débattues',
      similar: 'Positions proches',
      name: 'De A à Z',
    },
    filter: 'Filtrer',
    sourcesLabel: 'Comptes rendus',
    groupLabel: 'Groupe',
    topicLabel: 'Thème',
    claimsShown: (shown, all) => `${claims(shown)} sur ${number(all)}.`,
    showAll: 'Tout afficher',
    evidenceFailed:
      'Les propos sur cette affirmation ne peuvent pas être affichés : leur fichier manque ou n’est pas celui qui a été publié avec ces repères.',
    find: 'Chercher une personne ou une affirmation',
    findClaim: 'Chercher une affirmation',
    notFound: 'Aucun résultat.',
    printedInPart: 'Seule la partie visible est imprimée. Restreignez le tableau pour l’imprimer en entier.',
    showMoreClaims: (count) => `Afficher ${claims(count)} de plus`,
    mark: ({ voice, claim, side, statements: count, sources, contested }) =>
      fr`${voice}, ${sideVerb[side]} : ${sentence(claim)} ${statements(count)} dans ${reports(sources.length)} : ${list(sources)}${contested ? fr` ; propos contestés` : ''}.`,
    balance: (support, oppose, neither) =>
      joinPresent(
        ', ',
        `${voices(support)} pour`,
        `${number(oppose)} contre`,
        neither > 0 && `${number(neither)} d’aucun côté`,
      ),
    matrixSummary: ({ claims: all, disputed, voices: count, sources }) =>
      `Sur ${claims(all)}, ${plural(disputed, { one: '# fait débat', many: '# font débat', other: '# font débat' })} entre ${voices(count)} dans ${reports(sources)}.`,

    disagreementHeading: 'Où les comptes rendus divergent',
    disagreementHint: fr`Chaque repère est un compte rendu : le solde des voix qu’il rapporte pour et contre une affirmation.`,
    claim: 'Affirmation',
    allOppose: 'toutes les voix contre',
    allSupport: 'toutes les voix pour',
    quotedBalance: 'Solde des voix citées',
    band,
    score: (value, [min, max]) => `${decimal(value)} (${decimal(min)}–${decimal(max)})`,
    onlySource: (name) => `Des voix à ce sujet uniquement dans ${name}`,
    twoSourcesCompared: (names, distance) =>
      `Les voix dans ${list(names)} ${distance === 0 ? 'concordent' : distance === 1 ? 's’opposent' : 'divergent'}`,
    ownVoiceOnly: 'Aucun compte rendu ne rapporte de voix à ce sujet',
    coverage: (count, of) => `${number(count)} sur ${reports(of)}`,
    notCoveredBy: (names) => fr`rien à ce sujet : ${list(names)}`,
    dependsOnOneStatement: 'tient à une seule déclaration',
    sourcePosition: (source, position, own) => fr`${source} : ${positionCell(position, own)}`,
    measure: fr`Désaccord : indice de variation ordinale (Berry et Mielke, 1992)`,
    lead: ({ mostDisputed, agreed, singleSource }) =>
      joinPresent(
        ' ',
        mostDisputed.length > 0 &&
          `Les comptes rendus divergent surtout sur ${list(mostDisputed.map(({ claim, outlier }) => quoted(claim) + (outlier ? ` (${outlier} face aux autres)` : '')))}.`,
        agreed.length > 0 && `Les comptes rendus concordent sur ${list(agreed.map(quoted))}.`,
        singleSource && `On ne lit ${quoted(singleSource.claim)} que dans ${singleSource.source}.`,
      ),
    nothingToCompare: (source) =>
      fr`Ce que rapporte ${source}. C’est ici le seul compte rendu : il n’y a rien à comparer.`,
    selectClaim: fr`Pourquoi ?`,
    bandsNotScores: 'À moins de six comptes rendus, nous indiquons des paliers et non des chiffres.',
    byDisagreement: 'Désaccord',
    viewLabel: 'Afficher',
    views: { positions: 'Positions', counts: 'Voix', pairs: 'Comptes rendus deux à deux' },
    leaningCounts: (support, oppose, between) =>
      joinPresent(
        ', ',
        support > 0 && `${number(support)} pour`,
        oppose > 0 && `${number(oppose)} contre`,
        between > 0 && `${number(between)} à l’équilibre`,
      ),
    outletsDisagree: 'avec leurs propres mots, les médias s’opposent',
    report: 'Compte rendu',
    positionCell,
    notCovered: 'rien à ce sujet',
    quotedVoices: 'Voix rapportées',
    noVoices: 'aucune voix',
    sourceBalance: 'Solde',
    inItsOwnWords: 'Avec ses propres mots',
    signed,
    pairsOfReports: 'Écart entre les comptes rendus, deux à deux',
    pairsAddUp: 'Ensemble, les barres composent le désaccord.',
    distance: (distance) => (distance === 0 ? 'semblables' : distance === 1 ? 'opposés' : 'en partie éloignés'),
    whatIf: fr`Et sans l’un d’entre eux ?`,
    bandWithout: (source, without) => `Sans ${source}, le palier serait ${quoted(band[without])}.`,
    scoreWithout: (source, score) => fr`Sans ${source} : ${decimal(score)}.`,
    bandUnchanged: 'Retirer l’un ou l’autre des comptes rendus ne changerait pas le palier.',
    dependsOn: (count) =>
      count === 1
        ? 'Il suffirait de retirer une seule déclaration, signalée ci-dessous, pour que le palier change.'
        : `Il suffirait de retirer l’une ou l’autre de ${statements(count)}, signalées ci-dessous, pour que le palier change.`,
    decisive: 'Le palier tient à cette déclaration.',
    sameUtterance: 'Les mêmes propos dans deux comptes rendus',
    differencesMarked: 'les mots qui diffèrent sont signalés',
    missingFrom: (names) => `Ne figure pas dans ${list(names)}.`,
    more: (count) => `${number(count)} de plus`,
    howCalculated: 'Le mode de calcul',
    calculation: fr`Le solde d’un compte rendu est la moyenne des voix qu’il rapporte, chacune comptée une fois, de −1 (toutes contre) à +1 (toutes pour). Les mots du média lui-même ne comptent pas. D = Σ |xᵢ − xⱼ| / 2 ÷ (⌊N/2⌋ · ⌈N/2⌉) sur toutes les paires de N comptes rendus. Accord : D < 1/3 ; accord partiel : D < 2/3 ; clivage : à partir de 2/3.`,
    calculated: (positions, score) =>
      `Ici, ${positions.map((position) => signed(position)).join(fr` ; `)} donnent D = ${decimal(score)}.`,
    pairDistance: decimal,
    pairsHint: fr`L’écart entre deux comptes rendus sur les affirmations pour lesquelles tous deux rapportent des voix : 0, semblables ; 1, opposés. À moins de deux affirmations communes, rien n’est tracé.`,
    countsHint: 'Combien de voix chaque compte rendu rapporte contre une affirmation, d’aucun côté et pour elle.',
    sharedClaims: (count) =>
      `sur ${plural(count, { one: '# affirmation commune', many: '# d’affirmations communes', other: '# affirmations communes' })}`,
    tooFewShared: 'trop peu d’affirmations communes',
    viewAsTable: 'La même chose en tableau',
  };
}

function failureReason(failure: Failure, number: Messages['number'], seconds: (count: number) => string): string {
  switch (failure.code) {
    case 'address':
      return 'l’adresse de ses données n’est pas une adresse web';
    case 'unreachable':
      return 'ses données n’ont pas pu être chargées';
    case 'status':
      return `le serveur a répondu ${failure.status} à la demande de ses données`;
    case 'timeout':
      return `ses données ne sont pas arrivées au bout de ${seconds(failure.seconds)}`;
    case 'too-large':
      return `ses données dépassent ${number(failure.megabytes)} Mo`;
    case 'not-utf-8':
      return 'ses données ne sont pas du texte en UTF-8';
    case 'drawing':
      return 'il manque à cette page ou à ce navigateur ce dont il a besoin';
    case 'not-json':
      return 'ses données ne sont pas du JSON valide';
    case 'not-a-dataset':
      return 'ses données ne sont pas un jeu de positions valide';
  }
}
