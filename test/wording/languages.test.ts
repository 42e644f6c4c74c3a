import { afterEach, describe, expect, it, vi } from 'vitest';
import { arabic } from '../../src/wording/arabic.js';
import { english } from '../../src/wording/english.js';
import { french } from '../../src/wording/french.js';
import { german } from '../../src/wording/german.js';
import type { MessagesFactory } from '../../src/wording/language-registry.js';
import { spanish } from '../../src/wording/spanish.js';
import { calls, claims, counts, allTexts, names, quotedSides, sides } from './calls.js';

interface Language {
  readonly tag: string;
  readonly catalogue: MessagesFactory;
  /** Words that are spelt as in English. */
  readonly sharedWords: RegExp;
  /** What a copy editor would correct, by reason. */
  readonly faults: Readonly<Record<string, RegExp>>;
}

const shared = {
  'straight quotation marks': /["']/,
  'three full stops': /\.\.\./,
  'two spaces': / {2}/,
  'a space before a comma or full stop': /[ \u202f\u00a0][,.،](?!\d)/,
  'two full stops': /\.\./,
};

/** Names and signs that are the same in every language. */
const untranslated = /^(UTF|JSON|MB|Berry|Mielke|xᵢ|xⱼ)$/;

const languages: readonly Language[] = [
  {
    tag: 'de',
    catalogue: german,
    sharedWords: /^(link|variation|these|text|browser|server|index|in|die|was|name|person|position|an|so)$/i,
    faults: {
      ...shared,
      'quotation marks of another language': /“[^„]*”|[«»]/,
      'a space before high punctuation': /\s[;:!?]/,
      'an opening mark without its closing one': /„[^“]*$/,
    },
  },
  {
    tag: 'fr',
    catalogue: french,
    sharedWords: /^(web|page|variation|on|six|change|sources|positions?|message|note|article|part|opposition)$/i,
    faults: {
      ...shared,
      'high punctuation without a narrow no-break space': /[^\u202f][;:!?»]/,
      'an opening guillemet without one': /«(?!\u202f)/,
      'quotation marks of another language': /[„”](?![^«]*»)/,
    },
  },
  {
    tag: 'es',
    catalogue: spanish,
    sharedWords: /^(web|no|balance|ordinal|once)$/i,
    faults: {
      ...shared,
      'a space before high punctuation': /\s[;:!?]/,
      'a question without its opening mark': /^[^¿]*\?/,
      'an exclamation without its opening mark': /^[^¡]*!/,
      'quotation marks of another language': /[„«»]/,
    },
  },
  {
    tag: 'ar',
    catalogue: arabic,
    sharedWords: /^$/,
    faults: {
      ...shared,
      'Latin punctuation': /[,;?](?!\d)/,
      'a Latin quotation mark outside a claim': /“(?![^«]*»)/,
    },
  },
];

/** Returns the text without what comes from the dataset. */
const withoutData = (text: string) =>
  [
    ...names,
    ...claims,
    'Water ‚is free‘ here',
    'Water ‘is free’ here',
    'Water “is free” here',
    'Will it rain',
    'A name was wrong.',
  ]
    .flatMap((data) => [data, data.replace(/\.$/, '')])
    .reduce((rest, data) => rest.replaceAll(data, '§'), text);

const wordsOf = (text: string) => withoutData(text).match(/\p{L}{2,}/gu) ?? [];

const englishTexts = () => allTexts(english('en'));

describe.each(languages)('the messages in $tag', ({ tag, catalogue, sharedWords, faults }) => {
  const said = () => allTexts(catalogue(tag));

  it('are those that an editor has reviewed', async () => {
    const visible = (text: string) =>
      text
        .replaceAll('\u202f', '⍽')
        .replaceAll('\u00a0', '⎵')
        .replaceAll('\u2068', '⟨')
        .replaceAll('\u2066', '⟨')
        .replaceAll('\u2069', '⟩')
        .replaceAll(/[\u200e\u200f\u061c]/g, '');
    const reference = englishTexts();
    const page = said().map(({ call, text }, index) => `${call}\n  ${reference[index]!.text}\n  ${visible(text)}\n`);
    const head = `All that the widgets say in “${tag}”, below the English: ⍽ is a narrow no-break space, ⟨ ⟩ isolate a name's direction.\n`;
    await expect([head, ...page].join('\n')).toMatchFileSnapshot(`./languages/${tag}.txt`);
  });

  it('are complete and have no placeholders or undefined parts', () => {
    expect(said().map(({ call }) => call)).toEqual(englishTexts().map(({ call }) => call));
    expect(said().filter(({ text }) => text.trim() === '' || /undefined|NaN|\[object|#|\$\{/.test(text))).toEqual([]);
  });

  it('have no English words', () => {
    const englishWords = new Set(englishTexts().flatMap(({ text }) => wordsOf(text).map((word) => word.toLowerCase())));
    const left = said().flatMap(({ call, text }) =>
      wordsOf(text)
        .filter((word) => englishWords.has(word.toLowerCase()) && !sharedWords.test(word) && !untranslated.test(word))
        .map((word) => `${call}: ${word}`),
    );
    expect(left).toEqual([]);
  });

  it('contain every name that they are given', () => {
    const given = (call: string) => names.filter((name) => call.includes(name));
    const lost = said().filter(({ call, text }) => given(call).some((name) => !text.includes(name)));
    expect(lost).toEqual([]);
  });

  it('have a form for each plural category', () => {
    const messages = catalogue(tag);
    const rules = new Intl.PluralRules(tag);
    const categories = rules.resolvedOptions().pluralCategories;
    expect(new Set(counts.map((count) => rules.select(count))), 'the counts of the test').toEqual(new Set(categories));
    const formsOf = (say: (count: number) => string) =>
      new Set(
        counts.map((count) =>
          say(count).replaceAll(
            new RegExp(`${messages.number(count).replaceAll('.', '\\.')}|[\\d\u0660-\u0669]+`, 'g'),
            '#',
          ),
        ),
      );
    for (const member of ['statementCount', 'reportCount', 'positionCount'] as const)
      expect([...formsOf(messages[member])], member).toHaveLength(categories.length);
  });

  it('begin a sentence with a name as its outlet writes it', () => {
    expect(catalogue(tag).quoting([{ kind: 'onlySupporters', count: 1, names: ['taz'], isAll: false }])).toContain(
      'taz',
    );
  });

  it.each(Object.entries(faults))('have no %s', (_, fault) => {
    expect(
      said()
        .map(({ text }) => withoutData(text))
        .filter((text) => fault.test(text)),
    ).toEqual([]);
  });
});

it.each(languages.filter(({ tag }) => tag !== 'ar'))(
  'verbs agree with the number of outlets in $tag',
  ({ catalogue }) => {
    const { quoting, speaking, list } = catalogue('xx');
    const said = (count: number) => {
      const outlets = { count, names: names.slice(0, count), isAll: false };
      return [
        ...quotedSides.map((kind) => quoting([{ ...outlets, kind }])),
        ...sides.map((kind) => speaking([{ ...outlets, kind }])),
      ].map((text) => text.replace(list(outlets.names), '§'));
    };
    const plural = said(2);
    expect(said(1).filter((text, index) => text === plural[index])).toEqual([]);
  },
);

it.each([...languages, { tag: 'en', catalogue: english }])(
  'a claim that everybody opposes is not called undisputed in $tag',
  ({ catalogue }) => {
    const summary = (claims: number, disputed: number) =>
      catalogue('xx').matrixSummary({ claims, disputed, speakers: 0, outlets: '' });
    const disputed = /disputed|umstritten|débat|debate|خلاف/;
    expect(summary(2, 1)).toMatch(disputed);
    for (const claims of [1, 2]) expect(summary(claims, 0)).not.toMatch(disputed);
  },
);

describe('the messages in Arabic', () => {
  it('isolate every name', () => {
    const said = allTexts(arabic('ar')).filter(({ call }) => names.some((name) => call.includes(name)));
    expect(said.length).toBeGreaterThan(50);
    const open = said.filter(({ text }) =>
      names.some((name) => text.replaceAll(`\u2068${name}\u2069`, '').includes(name)),
    );
    expect(open).toEqual([]);
  });

  it('close every isolate', () => {
    for (const { text } of allTexts(arabic('ar'))) {
      const opened = text.match(/[\u2066-\u2068]/g)?.length ?? 0;
      expect(text.match(/\u2069/g)?.length ?? 0, text).toBe(opened);
    }
  });

  it('have the digits of the country', () => {
    expect(arabic('ar-EG').statementCount(11)).toBe('١١ تصريحًا');
    expect(arabic('ar-MA').statementCount(11)).toBe('11 تصريحًا');
  });
});

describe('a date', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(['America/Los_Angeles', 'UTC', 'Pacific/Kiritimati'])('is the same day in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(german('de').date('2021-01-12')).toBe('12. Januar 2021');
    expect(english('en-GB').date('2021-01-12')).toBe('12 January 2021');
  });
});

describe('a country', () => {
  it('has its own German', () => {
    expect(german('de-AT').date('2021-01-12')).toBe('12. Jänner 2021');
    expect(german('de').close).toBe('Schließen');
    for (const { call, text } of allTexts(german('de-CH'))) expect(withoutData(text), call).not.toMatch(/[ß„“]/);
    expect(german('de-CH').quotedClaim('A claim.')).toBe('«A claim»');
  });

  it('has its own French', () => {
    expect(french('fr').date('2021-02-01')).toBe('1er février 2021');
    expect(french('fr').selectClaim).toBe('Pourquoi\u202f?');
    expect(french('fr-CA').selectClaim).toBe('Pourquoi?');
    expect(french('fr-CA').sources(['A'])).toBe('Sources\u202f: A');
  });

  it('has its own Spanish', () => {
    expect(spanish('es').score(0.5, [0.25, 1])).toBe('Desacuerdo 0,50 (0,25–1,00).');
    expect(spanish('es-MX').score(0.5, [0.25, 1])).toBe('Desacuerdo 0.50 (0.25–1.00).');
  });
});

describe('quotation marks', () => {
  it('are the inner ones where a claim has its own, and only there', () => {
    const lead = (catalogue: MessagesFactory, claim: string) => catalogue('xx').differsMost([claim], 0, true);
    expect(lead(german, 'He said “no”.')).toContain('„He said ‚no‘“');
    expect(lead(german, 'Er sagte „nein“.')).toContain('„Er sagte ‚nein‘“');
    expect(lead(french, 'Il dit « non ».')).toContain('«\u202fIl dit “non”\u202f»');
    expect(lead(spanish, 'Dijo "no" a 5".')).toContain('“Dijo ‘no’ a 5"”');
    expect(lead(arabic, 'قال «لا».')).toContain('«قال “لا”»');
  });

  it('take linear time', () => {
    for (const mark of ['„', '“', '«', '"']) {
      const claim = mark.repeat(50_000);
      expect(german('de').differsMost([claim], 0, true)).toMatch(/^Am stärksten/);
    }
  });
});

it('the tests call every function of the interface', () => {
  const functions = Object.entries(english('en')).flatMap(([member, value]) =>
    typeof value === 'function' ? [member] : [],
  );
  expect(Object.keys(calls).sort()).toEqual(functions.sort());
});
