import { formatsFor } from './formats.js';
import { quotation, joinPresent } from './quotation.js';
import type { Failure, Messages } from './messages.js';

/** Returns the Spanish messages. */
export function spanish(lang: string): Messages {
  const quoted = (claim: string) => quotation(claim, ['“', '”'], ['‘', '’']);
  const { date, list, number, signed, plural } = formatsFor<'one' | 'many'>(lang);
  const decimal = (value: number) => number(value, 2);
  const statements = (count: number) =>
    plural(count, { one: '# declaración', many: '# de declaraciones', other: '# declaraciones' });
  const claims = (count: number) =>
    plural(count, { one: '# afirmación', many: '# de afirmaciones', other: '# afirmaciones' });
  const voices = (count: number) => plural(count, { one: '# voz', many: '# de voces', other: '# voces' });
  const reports = (count: number) => plural(count, { one: '# artículo', many: '# de artículos', other: '# artículos' });
  const seconds = (count: number) => plural(count, { one: '# segundo', many: '# de segundos', other: '# segundos' });
  /** Without verbs, because they follow names of any gender and number. */
  const sideVerb = {
    support: 'a favor',
    oppose: 'en contra',
    both: 'tanto a favor como en contra',
    neutral: 'sin tomar partido',
  };
  const band = { agree: 'Acuerdo', mixed: 'Acuerdo parcial', split: 'División' };
  const positionCell: Messages['positionCell'] = (position, own) =>
    joinPresent(
      ', ',
      position === undefined ? 'ninguna voz' : signed(position),
      own && `${sideVerb[own]} con sus propias palabras`,
    );
  return {
    lang,
    direction: 'ltr',

    colon: ': ',
    comma: ', ',
    semicolon: '; ',

    side: { support: 'A favor', oppose: 'En contra', both: 'A favor y en contra', neutral: 'Sin tomar partido' },
    sideVerb,
    sideVerbPlural: sideVerb,
    voice: { quoted: 'cita textual', reported: 'cita indirecta', outlet: 'con sus propias palabras' },
    notQuoted: 'Sin citas',
    ownVoice: 'con sus propias palabras',
    ownVoices: 'Los medios con sus propias palabras',
    section: { others: 'Otras voces', outlets: 'Los medios con sus propias palabras' },

    loading: 'Cargando…',
    empty: 'No hay nada que mostrar.',
    failure: ({ code }) =>
      code === 'drawing' ? 'Su navegador no puede mostrar este gráfico.' : 'No se ha podido cargar este gráfico.',
    failureReason: (failure) => failureReason(failure, number, seconds),
    tryAgain: 'Volver a intentarlo',
    sources: (names) => `Fuentes: ${list(names)}`,
    statementCount: statements,
    analysedOn: (isoDate) => `análisis del ${date(isoDate)}`,
    method: 'Método de análisis',
    corrected: (isoDate, text) => `${date(isoDate)}: ${text}`,
    getData: 'Descargar los datos',
    copyLink: 'Copiar el enlace',
    sortedBy: (name) => `Orden: ${name}.`,
    notes: 'Citas',
    linkCopied: 'Enlace copiado',

    readInArticle: (source) => `Leer en ${source}`,
    readInArchive: 'Copia archivada',
    noLink: 'sin enlace disponible',
    translation: 'Traducción',
    translationBy: (name) => `Traducción: ${name}`,
    editorsNote: 'Nota de la redacción',
    contestedBy: (name, isoDate) => `Rebatido por ${name}${isoDate ? ` el ${date(isoDate)}` : ''}`,
    contested: 'rebatido',
    close: 'Cerrar',
    previous: 'Anterior',
    next: 'Siguiente',
    reportCount: reports,
    outletCount: (count) => plural(count, { one: '# medio', many: '# de medios', other: '# medios' }),
    date,
    list,
    number,

    matrixHeading: 'Quién dice qué',
    matrixHint: 'Cada marca abre las citas correspondientes.',
    speaker: 'Quién habla',
    legend: 'Leyenda',
    reportedBy: (names) => `recogido por: ${names.join(' · ')}`,
    sortLabel: 'Ordenar por',
    order: {
      editor: 'Selección de la redacción',
      disputed: 'Lo más discutido',
      similar: 'Posturas afines',
      name: 'Nombre',
    },
    filter: 'Filtrar',
    sourcesLabel: 'Fuentes',
    groupLabel: 'Grupo',
    topicLabel: 'Tema',
    claimsShown: (shown, all) => `Se muestran ${number(shown)} de ${claims(all)}.`,
    showAll: 'Mostrar todo',
    evidenceFailed: 'No se han podido cargar las citas sobre esta afirmación.',
    find: 'Buscar una persona o afirmación',
    findClaim: 'Buscar una afirmación',
    notFound: 'No se ha encontrado nada.',
    printedInPart: 'Solo se imprime la parte visible. Filtre la tabla para imprimirla entera.',
    showMoreClaims: (count) => `Mostrar ${claims(count)} más`,
    positionCount: (count) => plural(count, { one: '# postura', many: '# de posturas', other: '# posturas' }),
    mark: ({ voice, claim, isOutlet, side, statements: count, outlets, contested }) =>
      joinPresent(
        '; ',
        joinPresent(' ', voice, sideVerb[side], isOutlet && 'con sus propias palabras') +
          (claim ? `: ${quoted(claim)}` : ''),
        count > 1 && statements(count),
        outlets && `palabras citadas por ${outlets}`,
        contested && 'rebatido',
      ),
    quotesClosed: 'Citas cerradas.',
    outOfView: (speakers, others) =>
      joinPresent(', ', speakers > 0 && `${voices(speakers)} más`, others > 0 && `${claims(others)} más`),
    balance: (support, oppose, neither) =>
      joinPresent(
        ', ',
        `${voices(support)} a favor`,
        `${number(oppose)} en contra`,
        neither > 0 && `${number(neither)} de ningún lado`,
      ),
    matrixSummary: ({ claims: all, disputed, speakers, outlets }) =>
      joinPresent(
        ' ',
        all === 1
          ? `La afirmación ${disputed ? '' : 'no '}es objeto de debate.`
          : `${disputed ? `${number(disputed)} de` : 'Ninguna de las'} ${claims(all)} ${disputed > 1 ? 'son' : 'es'} objeto de debate.`,
        speakers > 0 &&
          `${plural(speakers, { one: '# persona o grupo citado', many: '# de personas y grupos citados', other: '# personas y grupos citados' })} en ${outlets}.`,
      ),

    disagreementHeading: 'Dónde difieren las informaciones',
    disagreementHint:
      'Cada marca es una información: el balance de las voces que recoge a favor y en contra de una afirmación.',
    claim: 'Afirmación',
    allOppose: 'todas las voces en contra',
    allSupport: 'todas las voces a favor',
    quotedBalance: 'Balance de las voces citadas',
    band,
    score: (value, [min, max]) => `${decimal(value)} (${decimal(min)}–${decimal(max)})`,
    onlySource: (name) => `Solo ${name} recoge voces al respecto`,
    twoSourcesCompared: (names, distance) =>
      `Las voces en ${list(names)} ${distance === 0 ? 'coinciden' : distance === 1 ? 'se oponen' : 'difieren'}`,
    ownVoiceOnly: 'Ninguna información recoge voces al respecto',
    coverage: (count, of) => `${number(count)} de ${reports(of)}`,
    notCoveredBy: (names) => `nada al respecto: ${list(names)}`,
    dependsOnOneStatement: 'depende de una sola declaración',
    sourcePosition: (source, position, own) => `${source}: ${positionCell(position, own)}`,
    measure: 'Desacuerdo: índice de variación ordinal (Berry y Mielke, 1992)',
    lead: ({ mostDisputed, agreed, singleSource }) =>
      joinPresent(
        ' ',
        mostDisputed.length > 0 &&
          `Donde más difieren las informaciones es en ${list(mostDisputed.map(({ claim, outlier }) => quoted(claim) + (outlier ? ` (${outlier} frente al resto)` : '')))}.`,
        agreed.length > 0 && `Las informaciones coinciden en ${list(agreed.map(quoted))}.`,
        singleSource && `Solo ${singleSource.source} informa de ${quoted(singleSource.claim)}.`,
      ),
    nothingToCompare: (source) =>
      `Lo que recoge ${source}. Aquí no hay otra información, así que no hay nada que comparar.`,
    selectClaim: '¿Por qué?',
    bandsNotScores: 'Con menos de seis informaciones mostramos niveles y no cifras.',
    byDisagreement: 'Desacuerdo',
    viewLabel: 'Mostrar',
    views: { positions: 'Posturas', counts: 'Voces', pairs: 'Informaciones por pares' },
    leaningCounts: (support, oppose, between) =>
      joinPresent(
        ', ',
        support > 0 && `${number(support)} a favor`,
        oppose > 0 && `${number(oppose)} en contra`,
        between > 0 && `${number(between)} en equilibrio`,
      ),
    outletsDisagree: 'con sus propias palabras, los medios se oponen',
    report: 'Información',
    positionCell,
    notCovered: 'nada al respecto',
    quotedVoices: 'Voces que recoge',
    noVoices: 'ninguna voz',
    sourceBalance: 'Balance',
    inItsOwnWords: 'Con sus propias palabras',
    signed,
    pairsOfReports: 'Distancia entre cada dos informaciones',
    pairsAddUp: 'Juntas, las barras forman el desacuerdo.',
    distance: (distance) => (distance === 0 ? 'iguales' : distance === 1 ? 'opuestas' : 'distintas en parte'),
    whatIf: '¿Y si faltara una?',
    bandWithout: (source, without) => `Sin ${source}, el nivel sería ${quoted(band[without])}.`,
    scoreWithout: (source, score) => `Sin ${source}: ${decimal(score)}.`,
    bandUnchanged: 'Prescindir de cualquiera de las informaciones no cambiaría el nivel.',
    dependsOn: (count) =>
      `Prescindir de ${count === 1 ? 'una sola declaración, señalada' : `cualquiera de ${statements(count)}, señaladas`} más abajo, cambiaría el nivel.`,
    decisive: 'De esta declaración depende el nivel.',
    sameUtterance: 'Las mismas palabras en dos informaciones',
    differencesMarked: 'se señalan las palabras que difieren',
    missingFrom: (names) => `No figura en ${list(names)}.`,
    more: (count) => `${number(count)} más`,
    howCalculated: 'Cómo se calcula',
    calculation:
      'El balance de una información es la media de las voces que recoge, contada una vez cada una, de −1 (todas en contra) a +1 (todas a favor). Las palabras del propio medio no cuentan. D = Σ |xᵢ − xⱼ| / 2 ÷ (⌊N/2⌋ · ⌈N/2⌉) sobre todos los pares de N informaciones. Acuerdo: D < 1/3; acuerdo parcial: D < 2/3; división: a partir de 2/3.',
    calculated: (positions, score) =>
      `Aquí, ${positions.map((position) => signed(position)).join('; ')} dan D = ${decimal(score)}.`,
    pairDistance: decimal,
    pairsHint:
      'Distancia entre dos informaciones en las afirmaciones sobre las que ambas recogen voces: 0, iguales; 1, opuestas. Con menos de dos afirmaciones comunes no se dibuja nada.',
    countsHint: 'Cuántas voces recoge cada información en contra de una afirmación, de ningún lado y a favor.',
    sharedClaims: (count) =>
      `en ${plural(count, { one: '# afirmación común', many: '# de afirmaciones comunes', other: '# afirmaciones comunes' })}`,
    tooFewShared: 'muy pocas afirmaciones comunes',
    viewAsTable: 'Lo mismo en una tabla',
  };
}

function failureReason(failure: Failure, number: Messages['number'], seconds: (count: number) => string): string {
  switch (failure.code) {
    case 'address':
      return 'La dirección de los datos no es una dirección web.';
    case 'unreachable':
      return 'Los datos no han llegado.';
    case 'status':
      return `El servidor ha respondido ${failure.status}.`;
    case 'timeout':
      return `Los datos no han llegado en ${seconds(failure.seconds)}.`;
    case 'too-large':
      return `Los datos superan los ${number(failure.megabytes)} MB.`;
    case 'not-utf-8':
      return 'Los datos no son texto en UTF-8.';
    case 'drawing':
      return 'A esta página o a este navegador le falta algo que el gráfico necesita.';
    case 'not-json':
      return 'Los datos no son JSON válido.';
    case 'not-a-dataset':
      return 'Los datos no son un conjunto de posturas válido.';
  }
}
