import { formatsFor, type PluralForms } from './formats.js';
import { quotation, joinPresent } from './quotation.js';
import type { Failure, Messages } from './messages.js';

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

/** Returns the forms after a preposition. */
function genitive(forms: Counted): Counted {
  return { ...forms, zero: forms.other, two: forms.two.replace(/ان$/, 'ين') };
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
  const band = { agree: 'اتفاق', mixed: 'تباين', split: 'انقسام' };
  const positionCell: Messages['positionCell'] = (position, own) =>
    joinPresent(
      '، ',
      position === undefined ? 'لا أصوات' : signed(position),
      own && `${sideVerb[own]} بكلمات الوسيلة نفسها`,
    );
  return {
    lang,
    direction: 'rtl',

    colon: ': ',
    comma: '، ',
    semicolon: '؛ ',

    side: { support: 'تأييد', oppose: 'معارضة', both: 'تأييد ومعارضة', neutral: 'دون انحياز' },
    sideVerb,
    sideVerbPlural: sideVerb,
    voice: { quoted: 'اقتباس حرفي', reported: 'نقل بالمعنى', outlet: 'كلمات الوسيلة نفسها' },
    notQuoted: 'لا اقتباس',
    ownVoice: 'بكلمات الوسيلة نفسها',
    ownVoices: 'وسائل الإعلام بكلماتها هي',
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
    },
    filter: 'تصفية',
    sourcesLabel: 'المصادر',
    groupLabel: 'المجموعة',
    topicLabel: 'الموضوع',
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
        claims === 1
          ? disputed
            ? 'المقولة محل خلاف.'
            : 'لا خلاف على المقولة.'
          : `${disputed ? `الخلاف على ${of(disputed, claim)}` : 'لا خلاف على أي مقولة'} من أصل ${number(claims)}.`,
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

    disagreementHeading: 'أين تفترق التقارير',
    disagreementHint: 'كل علامة تقرير: ميزان الأصوات التي ينقلها مع المقولة وضدها.',
    claim: 'المقولة',
    allOppose: 'كل الأصوات ضد',
    allSupport: 'كل الأصوات مع',
    quotedBalance: 'ميزان الأصوات المنقولة',
    band,
    score: (value, [min, max]) => `${decimal(value)} (${decimal(min)}–${decimal(max)})`,
    onlySource: (name) => `لا أصوات في هذا إلا لدى ${isolated(name)}`,
    twoSourcesCompared: (names, distance) =>
      `الأصوات لدى ${list(names)} ${distance === 0 ? 'متفقة' : distance === 1 ? 'متعارضة' : 'متباينة'}`,
    ownVoiceOnly: 'لا ينقل أي تقرير أصواتًا في هذا',
    coverage: (count, all) => `${number(count)} من ${of(all, report)}`,
    notCoveredBy: (names) => `لا ذكر لدى: ${list(names)}`,
    dependsOnOneStatement: 'يستند إلى تصريح واحد',
    sourcePosition: (source, position, own) => `${isolated(source)}: ${positionCell(position, own)}`,
    measure: `مقدار الخلاف: مؤشر التباين الترتيبي (${formula('Berry & Mielke 1992')})`,
    lead: ({ mostDisputed, agreed, singleSource }) =>
      joinPresent(
        ' ',
        mostDisputed.length > 0 &&
          `أكثر ما تفترق فيه التقارير: ${formats.list(mostDisputed.map(({ claim: text, outlier }) => quoted(text) + (outlier ? ` (${isolated(outlier)} في مقابل البقية)` : '')))}.`,
        agreed.length > 0 && `تتفق التقارير على ${formats.list(agreed.map(quoted))}.`,
        singleSource && `لا يرد ${quoted(singleSource.claim)} إلا لدى ${isolated(singleSource.source)}.`,
      ),
    nothingToCompare: (source) => `ما ورد لدى ${isolated(source)}. لا تقرير آخر هنا، فلا مجال للمقارنة.`,
    selectClaim: 'لماذا؟',
    bandsNotScores: 'حين تقل التقارير عن ستة نعرض درجات لا أرقامًا.',
    byDisagreement: 'مقدار الخلاف',
    viewLabel: 'العرض',
    views: { positions: 'المواقف', counts: 'الأصوات', pairs: 'أزواج التقارير' },
    leaningCounts: (support, oppose, between) =>
      joinPresent(
        '، ',
        support > 0 && `${number(support)} مع`,
        oppose > 0 && `${number(oppose)} ضد`,
        between > 0 && `${number(between)} بالتساوي`,
      ),
    outletsDisagree: 'تتعارض وسائل الإعلام بكلماتها هي',
    report: 'التقرير',
    positionCell,
    notCovered: 'لا ذكر',
    quotedVoices: 'الأصوات التي ينقلها',
    noVoices: 'لا أصوات',
    sourceBalance: 'الميزان',
    inItsOwnWords: 'بكلمات الوسيلة نفسها',
    signed,
    pairsOfReports: 'المسافة بين كل تقريرين',
    pairsAddUp: 'مجموع الأشرطة هو مقدار الخلاف.',
    distance: (distance) => (distance === 0 ? 'متطابقان' : distance === 1 ? 'متعارضان' : 'مختلفان جزئيًا'),
    whatIf: 'ماذا لو استُبعد أحدها؟',
    bandWithout: (source, without) => `من دون ${isolated(source)} تكون الدرجة «${band[without]}».`,
    scoreWithout: (source, score) => `من دون ${isolated(source)}: ${decimal(score)}.`,
    bandUnchanged: 'استبعاد أي تقرير بمفرده لا يغيّر الدرجة.',
    dependsOn: (count) =>
      plural(count, {
        zero: 'لا تصريح تتغيّر الدرجة باستبعاده وحده.',
        one: 'تتغيّر الدرجة باستبعاد تصريح واحد مبيَّن أدناه.',
        two: 'تتغيّر الدرجة باستبعاد أي من تصريحين مبيَّنين أدناه.',
        few: 'تتغيّر الدرجة باستبعاد أي من # تصريحات مبيَّنة أدناه.',
        many: 'تتغيّر الدرجة باستبعاد أي من # تصريحًا مبيَّنة أدناه.',
        other: 'تتغيّر الدرجة باستبعاد أي من # تصريح مبيَّنة أدناه.',
      }),
    decisive: 'إلى هذا التصريح تستند الدرجة.',
    sameUtterance: 'قول واحد في تقريرين',
    differencesMarked: 'الكلمات المختلفة مميَّزة',
    missingFrom: (names) => `لا يرد لدى ${list(names)}.`,
    more: (count) =>
      plural(count, {
        zero: 'لا مزيد',
        one: 'واحد آخر',
        two: 'اثنان آخران',
        few: '# أخرى',
        many: '# أخرى',
        other: '# أخرى',
      }),
    howCalculated: 'طريقة الحساب',
    calculation: `ميزان التقرير هو متوسط الأصوات التي ينقلها، يُحسب كل منها مرة واحدة، من ${formula('−1')} (كلها ضد) إلى ${formula('+1')} (كلها مع). ولا تُحسب كلمات الوسيلة نفسها. ${formula('D = Σ |xᵢ − xⱼ| / 2 ÷ (⌊N/2⌋ · ⌈N/2⌉)')} على كل الأزواج من ${formula('N')} من التقارير. اتفاق: ${formula('D < 1/3')}؛ تباين: ${formula('D < 2/3')}؛ انقسام: من ${formula('2/3')} فأكثر.`,
    calculated: (positions, score) =>
      `هنا تعطي ${positions.map((position) => isolated(signed(position))).join('؛ ')} القيمة ${formula(`D = ${decimal(score)}`)}.`,
    pairDistance: decimal,
    pairsHint: `المسافة بين تقريرين في المقولات التي ينقل كلاهما أصواتًا فيها: ${number(0)} متطابقان، ${number(1)} متعارضان. وما دون مقولتين مشتركتين لا يُرسم شيء.`,
    countsHint: 'كم صوتًا ينقل كل تقرير ضد المقولة، ودون انحياز، ومعها.',
    sharedClaims: (count) =>
      plural(count, {
        zero: 'بلا مقولات مشتركة',
        one: 'في مقولة مشتركة واحدة',
        two: 'في مقولتين مشتركتين',
        few: 'في # مقولات مشتركة',
        many: 'في # مقولة مشتركة',
        other: 'في # مقولة مشتركة',
      }),
    tooFewShared: 'أقل من مقولتين مشتركتين',
    viewAsTable: 'الأمر نفسه في جدول',
  };
}

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
