import type { QuotedSides } from '../analysis/coverage.js';
import type { Band } from '../analysis/ordinal-variation.js';
import type { Side } from '../dataset/dataset.js';
import { formatsFor, type PluralForms } from './formats.js';
import { quotation, joinPresent, sentence } from './quotation.js';
import type { Failure, Messages, Outlets } from './messages.js';

type Counted = PluralForms<'zero' | 'one' | 'two' | 'few' | 'many'>;

/** A name keeps its own direction and does not reorder what follows it. */
const isolated = (name: string) => `\u2068${name}\u2069`;

/** Formulas and Latin references are read from left to right. */
const formula = (text: string) => `\u2066${text}\u2069`;

/** Counted nouns as the subject of a sentence. */
const statement: Counted = {
  zero: 'لا تصريحات',
  one: 'تصريح واحد',
  two: 'تصريحان',
  few: '# تصريحات',
  many: '# تصريحًا',
  other: '# تصريح',
};
const claim: Counted = {
  zero: 'لا مقولات',
  one: 'مقولة واحدة',
  two: 'مقولتان',
  few: '# مقولات',
  many: '# مقولة',
  other: '# مقولة',
};
const voice: Counted = {
  zero: 'لا أصوات',
  one: 'صوت واحد',
  two: 'صوتان',
  few: '# أصوات',
  many: '# صوتًا',
  other: '# صوت',
};
const report: Counted = {
  zero: 'لا تقارير',
  one: 'تقرير واحد',
  two: 'تقريران',
  few: '# تقارير',
  many: '# تقريرًا',
  other: '# تقرير',
};

const outlet: Counted = {
  zero: 'لا وسائل إعلام',
  one: 'وسيلة إعلام واحدة',
  two: 'وسيلتا إعلام',
  few: '# وسائل إعلام',
  many: '# وسيلة إعلام',
  other: '# وسيلة إعلام',
};
const position: Counted = {
  zero: 'لا مواقف',
  one: 'موقف واحد',
  two: 'موقفان',
  few: '# مواقف',
  many: '# موقفًا',
  other: '# موقف',
};

/** Returns the forms after a preposition: the dual of a noun, also before a second noun, ends differently. */
function genitive(forms: Counted): Counted {
  return { ...forms, zero: forms.other, two: forms.two.replace(/ا(ن?)(?= |$)/, 'ي$1') };
}

/** Returns the messages in Modern Standard Arabic. Stances are verbal nouns, which do not depend on the gender and number of the speaker. */
export function arabic(lang: string): Messages {
  const quoted = (text: string) => isolated(quotation(text, ['«', '»'], ['“', '”']));
  const formats = formatsFor<'zero' | 'one' | 'two' | 'few' | 'many'>(lang);
  const { date, number, signed, plural } = formats;
  const list = (names: readonly string[]) => formats.list(names.map(isolated));
  const decimal = (value: number) => number(value, 2);
  const of = (count: number, forms: Counted) => plural(count, genitive(forms));
  const statements = (count: number) => plural(count, statement);
  const sideVerb = {
    support: 'تأييد',
    oppose: 'معارضة',
    both: 'تأييد ومعارضة معًا',
    neutral: 'دون انحياز',
  };
  const claimsAndMore = (texts: readonly string[], more: number) => {
    const others = {
      zero: '',
      one: 'مقولة أخرى',
      two: 'مقولتين أخريين',
      few: '# مقولات أخرى',
      many: '# مقولة أخرى',
      other: '# مقولة أخرى',
    };
    return formats.list(texts.map(quoted).concat(more > 0 ? plural(more, others) : []));
  };
  /** Outlets after “في”; only the first in a sentence say what is counted. */
  const where = ({ names, count, isAll }: Outlets<unknown>, index: number) => {
    if (isAll) return count === 2 ? 'الوسيلتين' : `الوسائل الـ${number(count)}`;
    if (names) return list(names);
    return index === 0 ? of(count, outlet) : count === 2 ? 'اثنتين' : number(count);
  };
  return {
    lang,
    direction: 'rtl',

    colon: ': ',
    comma: '، ',

    side: { support: 'تأييد', oppose: 'معارضة', both: 'تأييد ومعارضة', neutral: 'دون انحياز' },
    beforeSide: ': ',
    sideVerb,
    sideVerbPlural: sideVerb,
    voice: { quoted: 'اقتباس حرفي', reported: 'نقل بالمعنى', outlet: 'بكلمات الوسيلة نفسها' },
    notQuoted: 'لا اقتباس',
    section: { others: 'أصوات أخرى', outlets: 'وسائل الإعلام بكلماتها هي' },

    loading: 'جارٍ التحميل…',
    empty: 'لا شيء للعرض.',
    failure: ({ code }) => (code === 'drawing' ? 'تعذّر على متصفحك عرض هذا الرسم.' : 'تعذّر تحميل هذا الرسم.'),
    failureReason: (failure) =>
      failureReason(failure, number, (seconds) =>
        plural(seconds, {
          zero: '# ثانية',
          one: 'ثانية واحدة',
          two: 'ثانيتين',
          few: '# ثوانٍ',
          many: '# ثانية',
          other: '# ثانية',
        }),
      ),
    tryAgain: 'إعادة المحاولة',
    sources: (names) => `المصادر: ${list(names)}`,
    statementCount: statements,
    analysedOn: (isoDate) => `حُللت في ${date(isoDate)}`,
    method: 'طريقة التحليل',
    corrected: (isoDate, text) => `${date(isoDate)}: ${isolated(text)}`,
    getData: 'تنزيل البيانات',
    copyLink: 'نسخ الرابط',
    sortedBy: (name) => `الترتيب: ${name}.`,
    notes: 'الاقتباسات',
    linkCopied: 'نُسخ الرابط',

    readInArticle: (source) => `القراءة في ${isolated(source)}`,
    readInArchive: 'نسخة محفوظة',
    noLink: 'لا رابط متاحًا',
    translation: 'ترجمة',
    translationBy: (name) => `الترجمة: ${isolated(name)}`,
    editorsNote: 'ملاحظة التحرير',
    contestedBy: (name, isoDate) => `اعتراض من ${isolated(name)}${isoDate ? ` في ${date(isoDate)}` : ''}`,
    contested: 'محل اعتراض',
    close: 'إغلاق',
    previous: 'السابق',
    next: 'التالي',
    reportCount: (count) => plural(count, report),
    outletCount: (count) => plural(count, outlet),
    date,
    list,
    number,

    matrixHeading: 'من يقول ماذا',
    matrixHint: 'كل علامة تفتح اقتباساتها.',
    speaker: 'من يتحدث',
    legend: 'مفتاح الرموز',
    reportedBy: (names) => `نقلًا عن: ${names.map(isolated).join(' · ')}`,
    sortLabel: 'ترتيب حسب',
    order: {
      editor: 'اختيار التحرير',
      disputed: 'الأكثر خلافًا',
      similar: 'المواقف المتقاربة',
      name: 'الاسم',
      disagreement: 'اختلاف التغطية',
      quoted: 'الأصوات المنقولة',
      own: 'كلمات الوسائل نفسها',
    },
    filter: 'تصفية',
    filterLabel: { sources: 'المصادر', speakers: 'المجموعة', topic: 'الموضوع' },
    claimsShown: (shown, all) => `المعروض ${number(shown)} من ${of(all, claim)}.`,
    showAll: 'عرض الكل',
    evidenceFailed: 'تعذّر تحميل الاقتباسات حول هذه المقولة.',
    find: 'ابحث عن متحدث أو مقولة',
    findClaim: 'ابحث عن مقولة',
    notFound: 'لم يُعثر على شيء.',
    printedInPart: 'طُبع الجزء الظاهر فقط. استخدم التصفية لطباعة الجدول كاملًا.',
    showMoreClaims: (count) =>
      plural(count, {
        zero: 'لا مزيد من المقولات',
        one: 'عرض مقولة أخرى',
        two: 'عرض مقولتين أخريين',
        few: 'عرض # مقولات أخرى',
        many: 'عرض # مقولة أخرى',
        other: 'عرض # مقولة أخرى',
      }),
    positionCount: (count) => plural(count, position),
    mark: ({ voice: name, claim: text, isOutlet, side, statements: count, outlets, contested }) =>
      joinPresent(
        '؛ ',
        joinPresent(' ', name && `${isolated(name)}،`, sideVerb[side], isOutlet && 'بكلماتها هي') +
          (text ? `: ${quoted(text)}` : ''),
        // The mark shows the number in digits.
        count > 1 && `عدد التصريحات: ${number(count)}`,
        outlets && `نقلًا عن ${outlets}`,
        contested && 'محل اعتراض',
      ),
    quotesClosed: 'أُغلقت الاقتباسات.',
    outOfView: (speakers, claims) =>
      joinPresent(
        '، ',
        speakers > 0 &&
          plural(speakers, {
            zero: '',
            one: 'متحدث آخر',
            two: 'متحدثان آخران',
            few: '# متحدثين آخرين',
            many: '# متحدثًا آخر',
            other: '# متحدث آخر',
          }),
        claims > 0 &&
          plural(claims, {
            zero: '',
            one: 'مقولة أخرى',
            two: 'مقولتان أخريان',
            few: '# مقولات أخرى',
            many: '# مقولة أخرى',
            other: '# مقولة أخرى',
          }),
      ),
    balance: (support, oppose, neither) =>
      joinPresent(
        '، ',
        `${plural(support, voice)} مع`,
        `${number(oppose)} ضد`,
        neither > 0 && `${number(neither)} دون انحياز`,
      ),
    matrixSummary: ({ claims, disputed, speakers, outlets }) =>
      joinPresent(
        ' ',
        disputed === 0
          ? 'لا توجد مقولة لها مؤيدون ومعارضون معًا.'
          : claims === 1
            ? 'المقولة محل خلاف.'
            : `الخلاف على ${of(disputed, claim)} من أصل ${number(claims)}.`,
        speakers > 0 &&
          `${plural(speakers, {
            zero: '',
            one: 'نُقل عن شخص واحد أو جهة واحدة',
            two: 'نُقل عن شخصين أو جهتين',
            few: 'نُقل عن # أشخاص وجهات',
            many: 'نُقل عن # شخصًا وجهة',
            other: 'نُقل عن # شخص وجهة',
          })}. المصادر: ${outlets}.`,
      ),

    disagreementHeading: 'أين تختلف التغطية',
    disagreementHint: 'تبيّن الأعمدة عمّن تنقل كل وسيلة إعلام، نصًّا أو معنى، لا ما تراه هي.',
    claim: 'المقولة',
    quotedClaim: quoted,
    columns: ['معارضون فقط', 'المعارضون أكثر', 'عدد متساوٍ', 'المؤيدون أكثر', 'مؤيدون فقط'],
    mix: 'مختلط',
    quotedLane: 'المنقول عنهم',
    ownWordsLane: 'كلمات الوسيلة',
    outletMark: 'وسيلة إعلام ومن تنقل عنهم: مع، ضد، مع وضد، دون انحياز',
    ownWordsMark: 'ما تقوله وسيلة إعلام بكلماتها هي',
    dotMark: 'كل نقطة وسيلة إعلام واحدة',
    coverage: {
      differs: 'تغطية مختلفة',
      contradicts: 'تغطية مختلفة، أو وسائل إعلام تخالف من تنقل عنهم',
      same: 'تغطية متشابهة إلى حد كبير',
      unclear: 'لا يكفي للمقارنة',
      few: 'تناولتها وسيلة إعلام واحدة أو اثنتان',
      one: 'تناولتها وسيلة إعلام واحدة',
    },
    quoting: (outlets, isUneven) =>
      outlets.length === 0
        ? 'لا يُنقل عن أحد في هذا الشأن.'
        : `${outlets.map((each, index) => quotes(each.kind, `في ${where(each, index)} `)).join('؛ و')}${isUneven ? unevenly : ''}.`,
    speaking(outlets, isUneven) {
      const total = outlets.reduce((sum, { count }) => sum + count, 0);
      const whose = total === 1 ? 'الوسيلة نفسها' : total === 2 ? 'الوسيلتين نفسيهما' : 'الوسائل نفسها';
      return `بكلمات ${whose}: ${outlets
        .map((each, index) => `${ownWords[each.kind]} في ${where(each, index)}`)
        .join('؛ و')}${isUneven ? unevenly : ''}.`;
    },
    soleVoice: (side, name, isGroup) =>
      isGroup
        ? sentence(
            `كل ${side === 'support' ? 'المؤيدين' : 'المعارضين'} المنقول عنهم من مجموعة واحدة: ${isolated(name)}`,
          )
        : sentence(`لا ${side === 'support' ? 'تأييد' : 'معارضة'} بين المنقول عنهم إلا من ${isolated(name)}`),
    score: (value, [min, max]) => `مقدار الخلاف ${decimal(value)} (${decimal(min)}–${decimal(max)}).`,
    notCoveredBy: (names) => `لا ذكر لها في: ${list(names)}`,
    dependsOnOneStatement: (count) => (count === 1 ? 'يتوقف ذلك على تصريح واحد.' : 'لو نقص تصريح واحد لتغيّرت الفئة.'),
    sourceOnClaim: (quotedVoices, own) =>
      joinPresent(
        '؛ ',
        quotedVoices ? quotes(quotedVoices, '') : 'لا يُنقل عن أحد',
        own && `${ownWords[own]} بكلمات الوسيلة نفسها`,
      ),
    differsMost: (texts, more, isMost) =>
      `${isMost ? 'أكثر ما تختلف التغطية' : 'تختلف التغطية'} في ${claimsAndMore(texts, more)}.`,
    contradictsMost: (texts, more, isMost) =>
      `${isMost ? 'أكثر ما تبتعد وسائل الإعلام' : 'تبتعد وسائل الإعلام'} بكلماتها هي عمّن تنقل عنهم في ${claimsAndMore(texts, more)}.`,
    claimsInSections: ({ claims, same, few, fewOutlets }) =>
      joinPresent(
        ' ',
        same > 0 &&
          `التغطية متشابهة إلى حد كبير${
            claims === 1
              ? ''
              : ` في ${same < claims ? `${of(same, claim)} من أصل ${number(claims)}` : claims === 2 ? 'المقولتين كلتيهما' : `المقولات الـ${number(claims)} كلها`}`
          }.`,
        few > 0 &&
          `هناك ${plural(few, claim)} لم ${few === 2 ? 'تتناولهما' : 'تتناولها'} سوى وسيلة إعلام واحدة${fewOutlets === 1 ? '' : ' أو اثنتين'}.`,
      ),
    nothingToCompare: (source) => `لا وسيلة إعلام هنا سوى ${isolated(source)}، فلا مجال للمقارنة.`,
    selectClaim: 'لماذا؟',
    categoriesNotScores: 'حين تقل وسائل الإعلام عن ست تظهر فئات بدلًا من الأرقام.',
    scoresExplained: `مقدار الخلاف: ${number(0)} إذا تساوى الميزان في كل وسائل الإعلام، و${number(1)} إذا نقل نصفها عن مؤيدين فقط ونصفها عن معارضين فقط؛ وبين القوسين المدى عند استبعاد وسيلة واحدة. ولا يُحسب لمقولة نقلت فيها عن أحد أقل من ست وسائل، أو كان الاختلاف في كلام الوسائل نفسها أكبر، فيما بينها أو عمّا يقوله من تنقل عنهم.`,
    viewLabel: 'العرض',
    views: { positions: 'وسائل الإعلام', counts: 'المنقول عنهم', pairs: 'أزواج الوسائل' },
    outlet: 'وسيلة الإعلام',
    notCovered: 'لا ذكر لها',
    peopleQuoted: 'الأشخاص والمجموعات المنقول عنهم',
    nobody: 'لا أحد',
    sourceBalance: 'الميزان',
    inItsOwnWords: 'بكلمات الوسيلة نفسها',
    signed,
    pairsOfOutlets: 'المسافة بين كل وسيلتين',
    pairsAddUp: 'مجموع الأشرطة هو مقدار الخلاف.',
    distance: (distance) => (distance === 0 ? 'متطابقتان' : distance === 1 ? 'متعارضتان' : 'مختلفتان جزئيًا'),
    differences: ({ quoted: quotedVoices, own, gap }) =>
      `الفرق من ${number(0)} إلى ${number(1)}: ${joinPresent(
        '؛ ',
        quotedVoices !== undefined && `الأصوات المنقولة ${decimal(quotedVoices)}`,
        own !== undefined && `كلمات الوسائل نفسها ${decimal(own)}`,
        gap !== undefined && `ما بينهما ${decimal(gap)}`,
      )}.`,
    gapExplained: 'ما تقوله وسائل الإعلام بكلماتها هي يختلف عما يقوله من تنقل عنهم.',
    whatIf: 'ماذا لو استُبعدت وسيلة واحدة؟',
    bandWithout: (source, band) => `من دون ${isolated(source)} تكون التغطية ${bands[band]}.`,
    scoreWithout: (source, score) => `من دون ${isolated(source)}: مقدار الخلاف ${decimal(score)}.`,
    bandUnchanged: (band) => `حتى مع استبعاد أي وسيلة بمفردها تبقى التغطية ${bands[band]}.`,
    dependsOn: (count) =>
      `تتغيّر الفئة باستبعاد ${count === 1 ? 'التصريح المبيَّن أدناه' : `أي من التصريحات المبيَّنة أدناه، وعددها ${number(count)}`}.`,
    decisive: 'على هذا التصريح تتوقف الفئة.',
    sameUtterance: 'الاقتباس نفسه في تقارير مختلفة',
    differencesMarked: 'الكلمات المختلفة مميَّزة',
    missingFrom: (names) => `لا يرد في ${list(names)}.`,
    more: (count) => (count === 1 ? 'واحد آخر' : `${number(count)} أخرى`),
    howCalculated: 'طريقة الحساب',
    calculation: `ميزان وسيلة الإعلام هو متوسط مواقف من تنقل عنهم، من ${formula('−1')} (كلهم ضد) إلى ${formula('+1')} (كلهم مع)، ويُحسب كل منهم مرة واحدة. أما ما تقوله الوسائل بكلماتها هي فيُقارَن على حدة.`,
    formulaLabel: 'الصيغة',
    formula: `مؤشر التباين الترتيبي (${formula('Berry & Mielke 1992')}): ${formula('D = Σ |xᵢ − xⱼ| / 2 ÷ (⌊N/2⌋ · ⌈N/2⌉)')} على كل أزواج وسائل الإعلام، وعددها ${formula('N')}. ${bands.agree}: ${formula('D < 1/3')}؛ ${bands.mixed}: ${formula('D < 2/3')}؛ ${bands.split}: من ${formula('2/3')} فأكثر.`,
    calculated: (positions, score) =>
      `هنا تعطي ${positions.map((position) => isolated(signed(position))).join('؛ ')} القيمة ${formula(`D = ${decimal(score)}`)}.`,
    pairDistance: decimal,
    pairShare: (part) => `يضيف ${decimal(part)}`,
    pairsHint: `المسافة بين وسيلتين في المقولات التي تنقل كلتاهما عن أحد فيها: ${number(0)} متطابقتان، ${number(1)} متعارضتان؛ وكلما قلّ المشترك اقتربت من ${number(0.5)}. وما دون مقولتين مشتركتين لا يُعرض شيء.`,
    countsHint: 'عدد الأشخاص والمجموعات المنقول عنهم في كل وسيلة إعلام: ضد المقولة، ومع الجانبين أو دون انحياز، ومعها.',
    sharedClaims: (count) => `المقولات المشتركة: ${number(count)}`,
    tooFewShared: 'أقل من مقولتين مشتركتين',
    viewAsTable: 'العرض في جدول',
  };
}

const unevenly = '، لكن بدرجات متفاوتة';

/** As the end of “من دون DW تكون التغطية …”. */
const bands: Readonly<Record<Band, string>> = {
  agree: 'متشابهة إلى حد كبير',
  mixed: 'مختلفة بعض الشيء',
  split: 'مختلفة اختلافًا كبيرًا',
};

/** Whom outlets quote: passive, because outlets have names of any gender. */
function quotes(kind: QuotedSides, where: string): string {
  switch (kind) {
    case 'onlySupporters':
      return `لا يُنقل ${where}إلا عن مؤيدين`;
    case 'onlyOpponents':
      return `لا يُنقل ${where}إلا عن معارضين`;
    case 'bothSides':
      return `يُنقل ${where}عن الطرفين`;
    case 'moreOpposition':
      return `يُنقل ${where}من المعارضة أكثر مما يُنقل من التأييد`;
    case 'asMuch':
      return `يُنقل ${where}من التأييد بقدر ما يُنقل من المعارضة`;
    case 'moreSupport':
      return `يُنقل ${where}من التأييد أكثر مما يُنقل من المعارضة`;
    case 'noOpponents':
      return `يُنقل ${where}عن مؤيدين وعمّن لا ينحازون`;
    case 'noSupporters':
      return `يُنقل ${where}عن معارضين وعمّن لا ينحازون`;
    case 'noSide':
      return `لا يُنقل ${where}إلا عمّن لا ينحازون إلى أي طرف`;
  }
}

/** What outlets say themselves, as verbal nouns for the same reason. */
const ownWords: Readonly<Record<Side, string>> = {
  support: 'تأييد للمقولة',
  oppose: 'معارضة للمقولة',
  both: 'تأييد للمقولة ومعارضة لها',
  neutral: 'عدم انحياز',
};

function failureReason(failure: Failure, number: Messages['number'], seconds: (count: number) => string): string {
  switch (failure.code) {
    case 'address':
      return 'عنوان البيانات ليس عنوانًا على الويب.';
    case 'unreachable':
      return 'لم تصل البيانات.';
    case 'status':
      return `أجاب الخادم بالرمز ${failure.status}.`;
    case 'timeout':
      return `لم تصل البيانات في ${seconds(failure.seconds)}.`;
    case 'too-large':
      return `حجم البيانات يتجاوز ${number(failure.megabytes)} ميغابايت.`;
    case 'not-utf-8':
      return 'البيانات ليست نصًا بترميز UTF-8.';
    case 'drawing':
      return 'ينقص هذه الصفحة أو هذا المتصفح ما يحتاج إليه الرسم.';
    case 'not-json':
      return 'البيانات ليست بصيغة JSON صالحة.';
    case 'not-a-dataset':
      return 'البيانات ليست مجموعة مواقف صالحة.';
  }
}
