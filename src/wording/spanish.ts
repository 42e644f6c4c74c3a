import type { QuotedSides } from '../analysis/coverage.js';
import type { Band } from '../analysis/ordinal-variation.js';
import type { Side } from '../dataset/dataset.js';
import { formatsFor } from './formats.js';
import { quotation, joinPresent, sentence } from './quotation.js';
import type { Failure, Messages, Outlets } from './messages.js';

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
  const word = (count: number) => numbers[count] ?? number(count);
  const claimsAndMore = (texts: readonly string[], more: number) =>
    list(texts.map(quoted).concat(more > 0 ? `${claims(more)} más` : []));
  /** The subject of a sentence about outlets; only the first says what is counted. */
  const subject = ({ names, count, isAll }: Outlets<unknown>, index: number) => {
    if (isAll) return `los ${word(count)} medios`;
    return names ? list(names) : `${word(count)}${index === 0 ? ' medios' : ''}`;
  };
  return {
    lang,
    direction: 'ltr',

    colon: ': ',
    comma: ', ',

    side: { support: 'A favor', oppose: 'En contra', both: 'A favor y en contra', neutral: 'Sin tomar partido' },
    beforeSide: ': ',
    sideVerb,
    sideVerbPlural: sideVerb,
    voice: { quoted: 'cita textual', reported: 'cita indirecta', outlet: 'con sus propias palabras' },
    notQuoted: 'Sin citas',
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
    sortedBy: (name) => `Ordenado por: ${name}.`,
    notes: 'Citas',
    linkCopied: 'Enlace copiado',

    readInArticle: (source) => `Leer en ${source}`,
    readInArchive: 'Copia archivada',
    noLink: 'sin enlace disponible',
    translation: 'Traducción',
    translationBy: (name) => `Traducción: ${name}`,
    editorsNote: 'Nota de la redacción',
    contestedBy: (name, isoDate) => `Cuestionado por ${name}${isoDate ? ` el ${date(isoDate)}` : ''}`,
    contested: 'cuestionado',
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
      disagreement: 'Diferencias de cobertura',
      quoted: 'Voces citadas',
      own: 'Palabras propias de los medios',
    },
    filter: 'Filtrar',
    filterLabel: { sources: 'Fuentes', speakers: 'Grupo', topic: 'Tema' },
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
        contested && 'cuestionado',
      ),
    quotesClosed: 'Citas cerradas.',
    outOfView: (speakers, others) =>
      joinPresent(', ', speakers > 0 && `${voices(speakers)} más`, others > 0 && `${claims(others)} más`),
    balance: (support, oppose, neither) =>
      joinPresent(
        ', ',
        `${voices(support)} a favor`,
        `${number(oppose)} en contra`,
        neither > 0 && `${number(neither)} sin tomar partido`,
      ),
    matrixSummary: ({ claims: all, disputed, speakers, outlets }) =>
      joinPresent(
        ' ',
        disputed === 0
          ? 'Ninguna afirmación tiene a la vez defensores y detractores.'
          : `${all === 1 ? 'La afirmación' : `${number(disputed)} de ${claims(all)}`} ${disputed > 1 ? 'son' : 'es'} objeto de debate.`,
        speakers > 0 &&
          `${plural(speakers, { one: '# persona o grupo citado', many: '# de personas y grupos citados', other: '# personas y grupos citados' })} en ${outlets}.`,
      ),

    disagreementHeading: 'Dónde difiere la cobertura',
    disagreementHint: 'Las columnas muestran a quién cita cada medio, textualmente o no, y no lo que piensa.',
    claim: 'Afirmación',
    quotedClaim: quoted,
    columns: ['solo detractores', 'más detractores', 'igual número', 'más defensores', 'solo defensores'],
    mix: 'mixto',
    quotedLane: 'Citados',
    ownWordsLane: 'Palabras propias',
    outletMark: 'un medio y las personas a las que cita: a favor, en contra, ambas cosas, sin tomar partido',
    ownWordsMark: 'lo que un medio dice con sus propias palabras',
    dotMark: 'cada punto es un medio',
    coverage: {
      differs: 'La cobertura difiere',
      contradicts: 'La cobertura difiere, o los medios contradicen a quienes citan',
      same: 'Cobertura muy parecida',
      unclear: 'Demasiado poco para comparar',
      few: 'Solo en uno o dos medios',
      one: 'Solo en un medio',
    },
    quoting(outlets, isUneven) {
      if (outlets.length === 0) return 'No se cita a nadie al respecto.';
      const text = outlets.map((each, index) => `${subject(each, index)} ${quotes(each.kind, each.count)}`).join('; ');
      // A name begins as its outlet writes it.
      return `${outlets[0]!.names ? text : capitalized(text)}${isUneven ? unevenly : ''}.`;
    },
    speaking: (outlets, isUneven) =>
      `Con sus propias palabras, ${outlets
        .map((each, index) => `${subject(each, index)} ${claimVerb(each.kind, each.count)}`)
        .join('; ')}${isUneven ? unevenly : ''}.`,
    soleVoice: (side, name, isGroup) =>
      isGroup
        ? sentence(
            `Todos los ${side === 'support' ? 'defensores' : 'detractores'} citados pertenecen a un mismo grupo: ${name}`,
          )
        : sentence(`${side === 'support' ? 'A favor' : 'En contra'} no se cita a nadie más que a ${name}`),
    score: (value, [min, max]) => `Desacuerdo ${decimal(value)} (${decimal(min)}–${decimal(max)}).`,
    notCoveredBy: (names) => `No aparece en ${list(names)}`,
    dependsOnOneStatement: (count) =>
      count === 1 ? 'Depende de una sola declaración.' : 'Con una declaración menos, la categoría sería otra.',
    sourceOnClaim: (quotedVoices, own) =>
      joinPresent(
        '; ',
        quotedVoices ? quotes(quotedVoices, 1) : 'no cita a nadie',
        own && `con sus propias palabras, ${claimVerb(own, 1)}`,
      ),
    differsMost: (texts, more, isMost) =>
      `${isMost ? 'Donde más difiere la cobertura es en' : 'La cobertura difiere en'} ${claimsAndMore(texts, more)}.`,
    contradictsMost: (texts, more, isMost) =>
      `Con sus propias palabras, ${isMost ? 'donde más se apartan los medios de las personas a las que citan es' : 'los medios se apartan de las personas a las que citan'} en ${claimsAndMore(texts, more)}.`,
    claimsInSections: ({ claims: all, same, few, fewOutlets }) =>
      joinPresent(
        ' ',
        same > 0 &&
          `La cobertura es muy parecida${all === 1 ? '' : ` en ${same < all ? `${number(same)} de ${claims(all)}` : `las ${word(all)} afirmaciones`}`}.`,
        few > 0 &&
          `${few === 1 ? 'Una afirmación solo aparece' : `${capitalized(word(few))} afirmaciones solo aparecen`} en ${fewOutlets === 1 ? 'un medio' : 'uno o dos medios'}.`,
      ),
    nothingToCompare: (source) => `${source} es aquí el único medio, así que no hay nada que comparar.`,
    selectClaim: '¿Por qué?',
    categoriesNotScores: 'Con menos de seis medios se muestran categorías en lugar de cifras.',
    scoresExplained:
      'Desacuerdo: 0 si el balance es el mismo en todos los medios; 1 si la mitad solo cita a defensores y la otra mitad solo a detractores; entre paréntesis, el rango si se prescinde de un medio. No llevan cifra las afirmaciones sobre las que citan a alguien menos de seis medios, ni aquellas en que las palabras de los propios medios difieren más, entre sí o de lo que dicen las personas citadas.',
    viewLabel: 'Mostrar',
    views: { positions: 'Medios', counts: 'Personas citadas', pairs: 'Medios por pares' },
    outlet: 'Medio',
    notCovered: 'no aparece',
    peopleQuoted: 'Personas y grupos citados',
    nobody: 'nadie',
    sourceBalance: 'Balance',
    inItsOwnWords: 'Con sus propias palabras',
    signed,
    pairsOfOutlets: 'Distancia entre cada par de medios',
    pairsAddUp: 'La suma de las barras es el desacuerdo.',
    distance: (distance) => (distance === 0 ? 'iguales' : distance === 1 ? 'opuestos' : 'en parte distintos'),
    differences: ({ quoted: quotedVoices, own, gap }) =>
      `Diferencia, de 0 a 1: ${joinPresent(
        '; ',
        quotedVoices !== undefined && `voces citadas ${decimal(quotedVoices)}`,
        own !== undefined && `palabras propias ${decimal(own)}`,
        gap !== undefined && `entre ambas ${decimal(gap)}`,
      )}.`,
    gapExplained: 'Lo que dicen los propios medios difiere de lo que dicen las personas a las que citan.',
    whatIf: '¿Y si faltara un medio?',
    bandWithout: (source, band) => `Sin ${source}, la cobertura sería ${bands[band]}.`,
    scoreWithout: (source, score) => `Sin ${source}: desacuerdo ${decimal(score)}.`,
    bandUnchanged: (band) => `Aunque faltara cualquiera de los medios, la cobertura seguiría siendo ${bands[band]}.`,
    dependsOn: (count) =>
      `Sin ${count === 1 ? 'la declaración señalada' : `una de las ${statements(count)} señaladas`} más abajo, la categoría cambiaría.`,
    decisive: 'De esta declaración depende la categoría.',
    sameUtterance: 'La misma cita en varios artículos',
    differencesMarked: 'se señalan las palabras que difieren',
    missingFrom: (names) => `No figura en ${list(names)}.`,
    more: (count) => `${number(count)} más`,
    howCalculated: 'Cómo se calcula',
    calculation:
      'El balance de un medio es el promedio de las personas a las que cita, de −1 (todas en contra) a +1 (todas a favor); cada una cuenta una vez. Lo que los medios dicen con sus propias palabras se compara aparte.',
    formulaLabel: 'Fórmula',
    formula: `Índice de variación ordinal (Berry y Mielke, 1992): D = Σ |xᵢ − xⱼ| / 2 ÷ (⌊N/2⌋ · ⌈N/2⌉) sobre todos los pares de N medios. ${capitalized(bands.agree)}: D < 1/3; ${bands.mixed}: D < 2/3; ${bands.split}: a partir de 2/3.`,
    calculated: (positions, score) =>
      `Aquí, ${positions.map((position) => signed(position)).join('; ')} dan D = ${decimal(score)}.`,
    pairDistance: decimal,
    pairShare: (part) => `aporta ${decimal(part)}`,
    pairsHint:
      'Distancia entre dos medios en las afirmaciones sobre las que ambos citan a alguien: 0, iguales; 1, opuestos; cuantas menos comparten, más cerca de 0,5. Con menos de dos afirmaciones comunes no se muestra nada.',
    countsHint:
      'De las personas y los grupos que cita cada medio, cuántos están en contra de una afirmación, cuántos están en ambos lados o no toman partido y cuántos están a favor.',
    sharedClaims: (count) =>
      `en ${plural(count, { one: '# afirmación común', many: '# de afirmaciones comunes', other: '# afirmaciones comunes' })}`,
    tooFewShared: 'muy pocas afirmaciones comunes',
    viewAsTable: 'Ver como tabla',
  };
}

/** As the end of “Sin DW, la cobertura sería …”. */
const unevenly = ', aunque en distinto grado';

const bands: Readonly<Record<Band, string>> = {
  agree: 'muy parecida',
  mixed: 'algo distinta',
  split: 'muy distinta',
};

/** Whom outlets quote, after their names or number. */
function quotes(kind: QuotedSides, count: number): string {
  const verb = count === 1 ? 'cita' : 'citan';
  switch (kind) {
    case 'onlySupporters':
      return `solo ${verb} a defensores`;
    case 'onlyOpponents':
      return `solo ${verb} a detractores`;
    case 'bothSides':
      return `${verb} a ambas partes`;
    case 'moreOpposition':
      return `${verb} más rechazo que apoyo`;
    case 'asMuch':
      return `${verb} tanto apoyo como rechazo`;
    case 'moreSupport':
      return `${verb} más apoyo que rechazo`;
    case 'noOpponents':
      return `${verb} a defensores y a personas que no toman partido`;
    case 'noSupporters':
      return `${verb} a detractores y a personas que no toman partido`;
    case 'noSide':
      return `solo ${verb} a quienes no toman partido`;
  }
}

/** What outlets say themselves, after their names or number. */
function claimVerb(side: Side, count: number): string {
  const n = count === 1 ? '' : 'n';
  switch (side) {
    case 'support':
      return `apoya${n} la afirmación`;
    case 'oppose':
      return `rechaza${n} la afirmación`;
    case 'both':
      return `unas veces apoya${n} la afirmación y otras la rechaza${n}`;
    case 'neutral':
      return `no toma${n} partido`;
  }
}

const numbers = '0 uno dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' ');

function capitalized(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
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
