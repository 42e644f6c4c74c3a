import type { QuotedSides } from '../analysis/coverage.js';
import type { Band } from '../analysis/ordinal-variation.js';
import type { Side } from '../dataset/dataset.js';
import { formatsFor } from './formats.js';
import { quotation, joinPresent, sentence } from './quotation.js';
import type { Failure, Messages, Outlets } from './messages.js';

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
  const reports = (count: number) => plural(count, { one: '# article', many: '# d’articles', other: '# articles' });
  const seconds = (count: number) => plural(count, { one: '# seconde', many: '# de secondes', other: '# secondes' });
  /** Prepositions, because they follow names of any gender and number. */
  const sideVerb = {
    support: 'pour',
    oppose: 'contre',
    both: 'à la fois pour et contre',
    neutral: 'sans prendre parti',
  };
  const semicolon = fr` ; `;
  const word = (count: number) => numbers[count] ?? number(count);
  const claimsAndMore = (texts: readonly string[], more: number) => {
    const others = { one: 'une autre affirmation', many: '# d’autres affirmations', other: '# autres affirmations' };
    return list(texts.map(quoted).concat(more > 0 ? plural(more, others) : []));
  };
  /** The subject of a sentence about outlets; only the first says what is counted. */
  const subject = ({ names, count, isAll }: Outlets<unknown>, index: number) => {
    if (isAll) return `les ${word(count)} médias`;
    return names ? list(names) : `${word(count)}${index === 0 ? ' médias' : ''}`;
  };
  return {
    lang,
    direction: 'ltr',

    colon: fr` : `,
    comma: ', ',

    side: { support: 'Pour', oppose: 'Contre', both: 'Pour et contre', neutral: 'Sans prendre parti' },
    beforeSide: fr` : `,
    sideVerb,
    sideVerbPlural: sideVerb,
    voice: { quoted: 'citation directe', reported: 'propos rapportés', outlet: 'avec ses propres mots' },
    notQuoted: 'Pas de citation',
    section: { others: 'Autres', outlets: 'Les médias avec leurs propres mots' },

    loading: 'Chargement…',
    empty: 'Il n’y a rien à afficher.',
    failure: ({ code }) =>
      code === 'drawing'
        ? 'Votre navigateur ne peut pas afficher ce graphique.'
        : 'Ce graphique n’a pas pu être chargé.',
    failureReason: (failure) => failureReason(failure, number, seconds),
    tryAgain: 'Réessayer',
    sources: (names) => fr`Sources : ${list(names)}`,
    statementCount: statements,
    analysedOn: (isoDate) => `analyse du ${date(isoDate)}`,
    method: 'Méthode d’analyse',
    corrected: (isoDate, text) => fr`${date(isoDate)} : ${text}`,
    getData: 'Télécharger les données',
    copyLink: 'Copier le lien',
    sortedBy: (name) => fr`Tri : ${name}.`,
    notes: 'Citations',
    linkCopied: 'Lien copié',

    readInArticle: (source) => `Lire dans ${source}`,
    readInArchive: 'Copie archivée',
    noLink: 'pas de lien disponible',
    translation: 'Traduction',
    translationBy: (name) => fr`Traduction : ${name}`,
    editorsNote: 'Note de la rédaction',
    contestedBy: (name, isoDate) => `Propos contestés par ${name}${isoDate ? ` le ${date(isoDate)}` : ''}`,
    contested: 'propos contestés',
    close: 'Fermer',
    previous: 'Précédent',
    next: 'Suivant',
    reportCount: reports,
    outletCount: (count) => plural(count, { one: '# média', many: '# de médias', other: '# médias' }),
    date,
    list,
    number,

    matrixHeading: 'Qui dit quoi',
    matrixHint: 'Chaque repère ouvre les citations correspondantes.',
    speaker: 'Qui parle',
    legend: 'Légende',
    reportedBy: (names) => fr`rapporté par : ${names.join(' · ')}`,
    sortLabel: 'Trier par',
    order: {
      editor: 'Choix de la rédaction',
      disputed: 'Affirmations les plus débattues',
      similar: 'Positions proches',
      name: 'Nom',
      disagreement: 'Différences de couverture',
      quoted: 'Voix citées',
      own: 'Mots des médias',
    },
    filter: 'Filtrer',
    filterLabel: { sources: 'Sources', speakers: 'Groupe', topic: 'Thème' },
    claimsShown: (shown, all) => `${claims(shown)} sur ${number(all)}.`,
    showAll: 'Tout afficher',
    evidenceFailed: 'Les citations sur cette affirmation n’ont pas pu être chargées.',
    find: 'Chercher une personne ou une affirmation',
    findClaim: 'Chercher une affirmation',
    notFound: 'Aucun résultat.',
    printedInPart: 'Seule la partie visible est imprimée. Filtrez le tableau pour l’imprimer en entier.',
    showMoreClaims: (count) => `Afficher ${claims(count)} de plus`,
    positionCount: (count) => plural(count, { one: '# position', many: '# de positions', other: '# positions' }),
    mark: ({ voice, claim, isOutlet, side, statements: count, outlets, contested }) =>
      joinPresent(
        fr` ; `,
        joinPresent(' ', voice, sideVerb[side], isOutlet && 'avec ses propres mots') +
          (claim ? fr` : ${quoted(claim)}` : ''),
        count > 1 && statements(count),
        outlets && `propos cités par ${outlets}`,
        contested && 'propos contestés',
      ),
    quotesClosed: 'Citations fermées.',
    outOfView: (speakers, others) =>
      joinPresent(
        ', ',
        speakers > 0 && plural(speakers, { one: '# autre voix', many: '# d’autres voix', other: '# autres voix' }),
        others > 0 &&
          plural(others, {
            one: '# autre affirmation',
            many: '# d’autres affirmations',
            other: '# autres affirmations',
          }),
      ),
    balance: (support, oppose, neither) =>
      joinPresent(
        ', ',
        `${voices(support)} pour`,
        `${number(oppose)} contre`,
        neither > 0 && `${number(neither)} sans prendre parti`,
      ),
    matrixSummary: ({ claims: all, disputed, speakers, outlets }) =>
      joinPresent(
        ' ',
        disputed === 0
          ? 'Aucune affirmation n’a à la fois des partisans et des opposants.'
          : all === 1
            ? 'L’affirmation fait débat.'
            : `${claims(disputed)} sur ${number(all)} ${plural(disputed, { one: 'fait', many: 'font', other: 'font' })} débat.`,
        speakers > 0 &&
          `${plural(speakers, { one: '# personne ou groupe cité', many: '# de personnes et groupes cités', other: '# personnes et groupes cités' })} dans ${outlets}.`,
      ),

    disagreementHeading: 'Où la couverture diffère',
    disagreementHint: 'Les colonnes montrent qui chaque média cite, mot pour mot ou non, et non ce qu’il pense.',
    claim: 'Affirmation',
    quotedClaim: quoted,
    columns: ['opposants seulement', 'plus d’opposants', 'autant des deux', 'plus de partisans', 'partisans seulement'],
    mix: 'mixte',
    quotedLane: 'Voix citées',
    ownWordsLane: 'Mots du média',
    outletMark: fr`un média et les personnes qu’il cite : pour, contre, les deux, sans prendre parti`,
    ownWordsMark: 'ce qu’un média dit avec ses propres mots',
    dotMark: 'chaque point est un média',
    coverage: {
      differs: 'La couverture diffère',
      contradicts: 'La couverture diffère, ou les médias contredisent ceux qu’ils citent',
      same: 'Couverture à peu près identique',
      unclear: 'Trop peu pour comparer',
      few: 'Affirmations évoquées par un ou deux médias',
      one: 'Affirmations évoquées par un seul média',
    },
    quoting(outlets, isUneven) {
      if (outlets.length === 0) return 'Personne n’est cité à ce sujet.';
      const text = outlets
        .map((each, index) => `${subject(each, index)} ${quotes(each.kind, each.count)}`)
        .join(semicolon);
      // A name begins as its outlet writes it.
      return `${outlets[0]!.names ? text : capitalized(text)}${isUneven ? unevenly : ''}.`;
    },
    speaking: (outlets, isUneven) =>
      `Avec ${outlets.length === 1 && outlets[0]!.count === 1 ? 'ses' : 'leurs'} propres mots, ${outlets
        .map((each, index) => `${subject(each, index)} ${claimVerb(each.kind, each.count)}`)
        .join(semicolon)}${isUneven ? unevenly : ''}.`,
    soleVoice: (side, name, isGroup) =>
      isGroup
        ? sentence(
            fr`Tous les ${side === 'support' ? 'partisans' : 'opposants'} cités appartiennent au même groupe : ${name}`,
          )
        : `Personne d’autre que ${name} n’est cité ${side === 'support' ? 'en sa faveur' : 'contre elle'}.`,
    score: (value, [min, max]) => `Désaccord ${decimal(value)} (${decimal(min)}–${decimal(max)}).`,
    notCoveredBy: (names) => `Non évoquée par ${list(names)}`,
    dependsOnOneStatement: (count) =>
      count === 1 ? 'Tient à une seule déclaration.' : 'Une déclaration de moins changerait la catégorie.',
    sourceOnClaim: (quotedVoices, own) =>
      joinPresent(
        semicolon,
        quotedVoices ? quotes(quotedVoices, 1) : 'ne cite personne',
        own && `avec ses propres mots, ${claimVerb(own, 1)}`,
      ),
    differsMost: (texts, more, isMost) =>
      `La couverture diffère ${isMost ? 'le plus ' : ''}sur ${claimsAndMore(texts, more)}.`,
    contradictsMost: (texts, more, isMost) =>
      `Avec leurs propres mots, les médias s’écartent ${isMost ? 'le plus ' : ''}des personnes qu’ils citent sur ${claimsAndMore(texts, more)}.`,
    claimsInSections: ({ claims: all, same, few, fewOutlets }) =>
      joinPresent(
        ' ',
        same > 0 &&
          `La couverture est à peu près identique${all === 1 ? '' : ` pour ${same < all ? `${claims(same)} sur ${number(all)}` : `les ${word(all)} affirmations`}`}.`,
        few > 0 &&
          `${few === 1 ? 'Une affirmation n’est évoquée' : `${capitalized(word(few))} affirmations ne sont évoquées`} que par un${fewOutlets === 1 ? ' seul média' : ' ou deux médias'}.`,
      ),
    nothingToCompare: (source) => fr`${source} est ici le seul média : il n’y a rien à comparer.`,
    selectClaim: fr`Pourquoi ?`,
    categoriesNotScores: 'En dessous de six médias, des catégories remplacent les chiffres.',
    scoresExplained: fr`Désaccord : 0 si l’équilibre est le même dans tous les médias, 1 si une moitié ne cite que des partisans et l’autre que des opposants ; entre parenthèses, la fourchette obtenue en retirant un média. Aucun chiffre là où moins de six médias citent quelqu’un, ni là où les mots des médias diffèrent davantage, entre eux ou de ce que disent les personnes citées.`,
    viewLabel: 'Afficher',
    views: { positions: 'Médias', counts: 'Personnes citées', pairs: 'Médias deux à deux' },
    outlet: 'Média',
    notCovered: 'non évoquée',
    peopleQuoted: 'Personnes et groupes cités',
    nobody: 'personne',
    sourceBalance: 'Équilibre',
    inItsOwnWords: 'Avec ses propres mots',
    signed,
    pairsOfOutlets: 'Écart entre les médias, deux à deux',
    pairsAddUp: 'La somme des barres donne le désaccord.',
    distance: (distance) => (distance === 0 ? 'identiques' : distance === 1 ? 'opposés' : 'en partie différents'),
    differences: ({ quoted: quotedVoices, own, gap }) =>
      fr`Écart, de 0 à 1 : ${joinPresent(
        semicolon,
        quotedVoices !== undefined && `voix citées ${decimal(quotedVoices)}`,
        own !== undefined && `mots des médias ${decimal(own)}`,
        gap !== undefined && `entre les deux ${decimal(gap)}`,
      )}.`,
    gapExplained: 'Ce que disent les médias eux-mêmes diffère de ce que disent les personnes qu’ils citent.',
    whatIf: fr`Et si l’on retirait un média ?`,
    bandWithout: (source, band) => `Sans ${source}, la couverture serait ${bands[band]}.`,
    scoreWithout: (source, score) => fr`Sans ${source} : désaccord ${decimal(score)}.`,
    bandUnchanged: (band) => `Quel que soit le média retiré, la couverture resterait ${bands[band]}.`,
    dependsOn: (count) =>
      `Sans ${count === 1 ? 'la déclaration signalée' : `l’une des ${statements(count)} signalées`} ci-dessous, la catégorie changerait.`,
    decisive: 'La catégorie tient à cette déclaration.',
    sameUtterance: 'La même citation dans plusieurs articles',
    differencesMarked: 'les mots qui diffèrent sont signalés',
    missingFrom: (names) => `Ne figure pas dans ${list(names)}.`,
    more: (count) => plural(count, { one: '# autre', many: '# d’autres', other: '# autres' }),
    howCalculated: 'Mode de calcul',
    calculation: fr`L’équilibre d’un média est la moyenne des personnes qu’il cite, de −1 (toutes contre) à +1 (toutes pour) ; chacune compte une fois. Ce que les médias disent avec leurs propres mots est comparé à part.`,
    formulaLabel: 'Formule',
    formula: fr`Indice de variation ordinale (Berry et Mielke, 1992) : D = Σ |xᵢ − xⱼ| / 2 ÷ (⌊N/2⌋ · ⌈N/2⌉) sur toutes les paires de N médias. ${capitalized(bands.agree)} : D < 1/3 ; ${bands.mixed} : D < 2/3 ; ${bands.split} : à partir de 2/3.`,
    calculated: (positions, score) =>
      `Ici, ${positions.map((position) => signed(position)).join(semicolon)} donnent D = ${decimal(score)}.`,
    pairDistance: decimal,
    pairShare: (part) => `ajoute ${decimal(part)}`,
    pairsHint: fr`L’écart entre deux médias sur les affirmations au sujet desquelles tous deux citent quelqu’un : 0, identiques ; 1, opposés ; moins elles sont nombreuses, plus il est proche de 0,5. En dessous de deux affirmations communes, rien n’est affiché.`,
    countsHint: fr`Nombre de personnes et de groupes cités par chaque média : contre l’affirmation, des deux côtés ou sans prendre parti, pour elle.`,
    sharedClaims: (count) =>
      `sur ${plural(count, { one: '# affirmation commune', many: '# d’affirmations communes', other: '# affirmations communes' })}`,
    tooFewShared: 'trop peu d’affirmations communes',
    viewAsTable: 'Afficher en tableau',
  };
}

/** As the end of “Sans DW, la couverture serait …”. */
const unevenly = ', mais à des degrés divers';

const bands: Readonly<Record<Band, string>> = {
  agree: 'à peu près identique',
  mixed: 'un peu différente',
  split: 'très différente',
};

/** Whom outlets quote, after their names or number. */
function quotes(kind: QuotedSides, count: number): string {
  const verb = count === 1 ? 'cite' : 'citent';
  switch (kind) {
    case 'onlySupporters':
      return `ne ${verb} que des partisans`;
    case 'onlyOpponents':
      return `ne ${verb} que des opposants`;
    case 'bothSides':
      return `${verb} les deux camps`;
    case 'moreOpposition':
      return `${verb} plus d’opposition que de soutien`;
    case 'asMuch':
      return `${verb} autant de soutien que d’opposition`;
    case 'moreSupport':
      return `${verb} plus de soutien que d’opposition`;
    case 'noOpponents':
      return `${verb} des partisans et des personnes qui ne prennent pas parti`;
    case 'noSupporters':
      return `${verb} des opposants et des personnes qui ne prennent pas parti`;
    case 'noSide':
      return `ne ${verb} que des personnes qui ne prennent pas parti`;
  }
}

/** What outlets say themselves, after their names or number. */
function claimVerb(side: Side, count: number): string {
  const [supports, disputes] = count === 1 ? ['soutient', 'conteste'] : ['soutiennent', 'contestent'];
  switch (side) {
    case 'support':
      return `${supports} l’affirmation`;
    case 'oppose':
      return `${disputes} l’affirmation`;
    case 'both':
      return `tantôt ${supports}, tantôt ${disputes} l’affirmation`;
    case 'neutral':
      return `ne ${count === 1 ? 'prend' : 'prennent'} pas parti`;
  }
}

const numbers = '0 un deux trois quatre cinq six sept huit neuf dix onze douze'.split(' ');

function capitalized(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function failureReason(failure: Failure, number: Messages['number'], seconds: (count: number) => string): string {
  switch (failure.code) {
    case 'address':
      return 'L’adresse des données n’est pas une adresse web.';
    case 'unreachable':
      return 'Les données ne sont pas arrivées.';
    case 'status':
      return `Le serveur a répondu ${failure.status}.`;
    case 'timeout':
      return `Les données n’étaient pas arrivées au bout de ${seconds(failure.seconds)}.`;
    case 'too-large':
      return `Les données dépassent ${number(failure.megabytes)} Mo.`;
    case 'not-utf-8':
      return 'Les données ne sont pas du texte en UTF-8.';
    case 'drawing':
      return 'Il manque à cette page ou à ce navigateur ce dont le graphique a besoin.';
    case 'not-json':
      return 'Les données ne sont pas du JSON valide.';
    case 'not-a-dataset':
      return 'Les données ne sont pas un jeu de positions valide.';
  }
}
