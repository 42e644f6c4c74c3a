import type { Claim, DatasetJson, Source, SpeakerJson, Stance, StatementJson } from '../src/dataset/dataset.js';

interface Size {
  readonly speakers: number;
  readonly claims: number;
  readonly sources: number;
  /** Per cent of the combinations of speaker, claim and source that have a statement. */
  readonly filled?: number;
  readonly groups?: number;
}

const stances: readonly Stance[] = ['support', 'oppose', 'support', 'oppose', 'neutral'];

const outlets = ['Daily', 'Herald', 'Post', 'Echo', 'Mail', 'Courier', 'Tribune', 'Gazette', 'Observer', 'Star'];

/** Returns a pseudo-random number from 0 to 99, the same for the same arguments (FNV-1a hash). */
function scatter(...numbers: readonly number[]): number {
  let mixed = 2166136261;
  for (const number of numbers) mixed = Math.imul(mixed ^ (number + 1), 16777619);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % 100;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Returns an obviously made-up story of the given size; the same size gives the same story. */
export function artificialStory({ speakers, claims, sources, filled = 12, groups = 0 }: Size): DatasetJson {
  const statements: StatementJson[] = [];
  const addStatement = (source: number, speaker: number | undefined, claim: number) => {
    const number = statements.length + 1;
    const isOutlet = speaker === undefined;
    statements.push({
      id: `s${number}`,
      article: `a${source + 1}`,
      claim: `c${claim + 1}`,
      stance: stances[scatter(isOutlet ? source : speaker, claim, isOutlet ? 7 : 0) % stances.length]!,
      quote: {
        prefix: 'Before them stood other words, and then came ',
        exact: `artificial words number ${number}, which stand for a quote`,
        suffix: ', before the report went on.',
      },
      ...(isOutlet
        ? { voice: 'outlet' }
        : { voice: scatter(number) < 60 ? 'quoted' : 'reported', speaker: `p${speaker + 1}` }),
    });
  };
  for (const speaker of numbers(speakers))
    for (const claim of numbers(claims))
      for (const source of numbers(sources))
        // The diagonal keeps every row and column from being empty.
        if (scatter(speaker, claim, source) < filled || (source === speaker % sources && claim === speaker % claims))
          addStatement(source, speaker, claim);
  for (const source of numbers(sources))
    for (const claim of numbers(claims)) if (scatter(claim, source) < filled) addStatement(source, undefined, claim);
  return {
    version: 1,
    title: 'An artificial story',
    lang: 'en',
    coded: { date: '2026-11-20', method: 'Nobody said any of this: it was made up by a rule to show this chart.' },
    sources: numbers(sources).map((index) => ({ id: `o${index + 1}`, name: `The ${outlets[index] ?? index}` })),
    articles: numbers(sources).map((index) => ({
      id: `a${index + 1}`,
      source: `o${index + 1}`,
      headline: `What was said on day ${index + 1}`,
      published: `2021-01-${String(index + 11).padStart(2, '0')}`,
      url: `https://example.org/${index + 1}`,
    })),
    groups: numbers(groups).map((index) => ({ id: `g${index + 1}`, name: `Group ${index + 1}` })),
    speakers: numbers(speakers).map((index) => ({
      id: `p${index + 1}`,
      name: `Speaker ${index + 1}`,
      ...(index % 3 === 0 ? {} : { role: `Role of speaker ${index + 1}` }),
      ...(groups ? { group: `g${(index % groups) + 1}` } : {}),
    })),
    claims: numbers(claims).map((index) => ({
      id: `c${index + 1}`,
      text: `This is what claim ${index + 1} says.`,
      topic: `Topic ${(index % 3) + 1}`,
    })),
    statements,
  };
}

/** Returns the story with other names for its first sources, speakers and claims, and these quotes in turn. */
function withTexts(
  story: DatasetJson,
  texts: {
    readonly sources?: readonly Omit<Source, 'id'>[];
    readonly speakers?: readonly Omit<SpeakerJson, 'id'>[];
    readonly claims?: readonly Omit<Claim, 'id'>[];
    readonly quotes?: readonly string[];
  },
): DatasetJson {
  const { sources = [], speakers = [], claims = [], quotes = [] } = texts;
  return {
    ...story,
    sources: story.sources.map((each, index) => ({ ...each, ...sources[index] })),
    speakers: story.speakers.map((each, index) => ({ ...each, ...speakers[index] })),
    claims: story.claims.map((each, index) => ({ ...each, ...claims[index] })),
    statements: story.statements.map((each, index) =>
      quotes.length > 0 ? { ...each, quote: { exact: quotes[index % quotes.length]! } } : each,
    ),
  };
}

/** Returns a story with contested, translated and corrected statements, editor’s notes, an archived article and one without a link. */
export function contestedStory(): DatasetJson {
  const story = artificialStory({ speakers: 4, claims: 3, sources: 3, filled: 35, groups: 2 });
  return {
    ...story,
    articles: story.articles.map(({ url, ...article }, index) => ({
      ...article,
      ...(index === 1 && { archive: 'https://archive.example.org/2' }),
      ...(index < 2 && url && { url }),
    })),
    statements: story.statements.map((statement, index) => ({
      ...statement,
      ...(index % 4 === 0 && {
        contested: {
          by: `Speaker ${(index % 4) + 1}`,
          date: '2021-02-03',
          note: 'I was asked about another day, and the report leaves the second half of my answer out.',
        },
      }),
      ...(index % 3 === 0 && {
        translation: {
          text: 'artificial words in the language of the reader',
          lang: 'en',
          ...(index % 2 === 0 && { by: 'the coder' }),
        },
      }),
      ...(index % 5 === 0 && { note: 'Read as support because the sentence before it names the claim.' }),
    })),
    corrections: [
      { date: '2021-02-10', text: 'An earlier version counted a statement of Speaker 2 twice.' },
      { date: '2021-03-01', text: 'The report of The Post was added.' },
    ],
  };
}

/** Returns a story with very long names, roles, claims and quotes, some without a space. */
export function longStory(): DatasetJson {
  const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
  const story = artificialStory({ speakers: 4, claims: 4, sources: 3, filled: 35, groups: 2 });
  return {
    ...withTexts(story, {
      sources: [
        { name: 'The Combined Morning, Noon and Evening Intelligencer of the Northern and Southern Counties' },
        { name: word, short: 'Donaudampfschifffahrt' },
      ],
      speakers: [
        {
          name: 'Speaker of the Standing Joint Committee for the Coordination of Water, Rail and Telephone Questions',
          role: 'elected for the second part of the third term, and since then a member of four other committees',
        },
        { name: word, role: word.toLowerCase() },
      ],
      claims: [
        {
          text: 'The committee should have known in the first days of the year, and at the latest after the second letter, that neither the water nor the railway would be ready when the telephone was.',
        },
        { text: `${word}.` },
        { text: 'The_name_of_a_file_or_an_address_has_no_space_in_which_a_line_could_break.' },
      ],
      quotes: [word.repeat(3), 'artificial words that go on, and on, and on, '.repeat(12).trim()],
    }),
    title: `A story about the ${word} and everything that was ever said about it by anybody`,
    groups: [
      { id: 'g1', name: word },
      { id: 'g2', name: 'Those who have spoken on water, on railways, on telephones, and on none of these' },
    ],
  };
}

/** Returns an Arabic story: names, claims and quotes are right-to-left. */
export function arabicStory(): DatasetJson {
  return {
    ...withTexts(artificialStory({ speakers: 4, claims: 4, sources: 3, filled: 35, groups: 2 }), {
      sources: [
        { name: 'صحيفة اليوم', short: 'اليوم' },
        { name: 'صحيفة الغد', short: 'الغد' },
        { name: 'The Post', short: 'Post' },
      ],
      speakers: [
        { name: 'المتحدث الأول', role: 'وزير' },
        { name: 'المتحدث الثاني', role: 'عضو اللجنة' },
        { name: 'المتحدث الثالث' },
      ],
      claims: [
        { text: 'الضريبة الجديدة عادلة.' },
        { text: 'يجب بناء الجسر قبل نهاية العام.' },
        { text: 'الماء يكفي الجميع.' },
      ],
      quotes: ['كلمات مصطنعة تقوم مقام الاقتباس', 'كلمات أخرى مصطنعة'],
    }),
    title: 'قصة مصطنعة عن الجسر والماء',
    lang: 'ar',
    groups: [
      { id: 'g1', name: 'الحكومة' },
      { id: 'g2', name: 'اللجنة' },
    ],
  };
}

/** Returns a story with names, claims and quotes in several scripts, with accents and emoji. */
export function manyScriptsStory(): DatasetJson {
  return withTexts(artificialStory({ speakers: 6, claims: 4, sources: 3, filled: 30 }), {
    sources: [{ name: '每日新闻', short: '日报' }, { name: 'صحيفة اليوم', short: 'اليوم' }, { name: '🗞️ The Post' }],
    speakers: [
      { name: '发言人十二', role: '委员会成员' },
      { name: 'المتحدث الأول', role: 'وزير' },
      { name: 'Speaker 👩🏽‍🔬 14', role: '🏴󠁧󠁢󠁷󠁬󠁳󠁿 role' },
      { name: 'Ñandú Żółć-Đặng' },
      { name: 'วิทยากรคนที่ห้า' },
      { name: 'Z̴̨̛͚̩̈́͝a̶͙͌l̴̰̈g̸̰̀o̶̙͊ 9' },
    ],
    claims: [
      { text: '新税是公平的，而且应当在年底之前实行。' },
      { text: 'الضريبة الجديدة عادلة.' },
      { text: 'The bridge is 🌉 enough.' },
    ],
    quotes: ['人造的话语，代替引文', 'كلمات مصطنعة', 'artificial words 🙂'],
  });
}

/** Returns a story with bidirectional control characters that are never closed. */
export function bidiControlsStory(): DatasetJson {
  const overridden = '\u202eSpeaker turned round';
  return {
    ...withTexts(artificialStory({ speakers: 4, claims: 3, sources: 3, filled: 40 }), {
      sources: [{ name: '\u202eThe Daily', short: '\u2067Daily' }, { name: 'The \u2066Herald' }],
      speakers: [
        { name: overridden, role: '\u202erole' },
        { name: '\u2067Speaker 2' },
        { name: '\u202dSpeaker \u202e3' },
      ],
      claims: [{ text: 'The claim is \u202eturned round.' }, { text: '\u2067The second claim.' }],
      quotes: ['artificial \u202ewords'],
    }),
    title: 'A story \u202eturned round',
  };
}

/** Returns a story whose strings contain markup, styles, scripts and template syntax, which must be shown as text. */
export function hostileStory(): DatasetJson {
  const hostile = '<img src=x onerror="console.error(1)"></bdi>';
  return {
    ...withTexts(artificialStory({ speakers: 3, claims: 3, sources: 3, filled: 40, groups: 1 }), {
      sources: [{ name: `${hostile}1`, short: '"><b>' }, { name: '&amp;&lt;&#0;' }],
      speakers: [
        { name: hostile, role: '</style><script>console.error(2)</script>' },
        { name: '${1+1}{{1+1}}<!-- ?lit$' },
        { name: '__proto__', role: 'constructor' },
      ],
      claims: [{ text: `${hostile}2` }, { text: 'url(javascript:console.error(3))' }, { text: '"; color: red; }' }],
      quotes: [`${hostile}3`, 'artificial #:~:text=words,-and&more%00'],
    }),
    title: hostile,
    description: '<style>* { display: none }</style>',
    groups: [{ id: 'g1', name: hostile }],
    coded: { date: '2026-11-20', method: 'javascript:console.error(4)' },
    corrections: [{ date: '2026-11-21', text: hostile }],
  };
}

/** Returns an invalid dataset: with more errors than the message lists, each with its path. */
export function brokenStory(): unknown {
  const { statements, ...story } = artificialStory({ speakers: 3, claims: 2, sources: 2, filled: 60 });
  return {
    ...story,
    lang: 'the language of the reader',
    sources: story.sources.map((source) => ({ ...source, url: 'javascript:alert(1)' })),
    statements: statements.map((statement, index) =>
      index % 2 === 0 ? { ...statement, stance: 'perhaps', claim: 'a-claim-that-is-not-there' } : statement,
    ),
  };
}
