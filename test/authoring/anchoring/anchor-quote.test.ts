import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anchorQuote } from '../../../src/authoring/anchoring/anchor-quote.js';
import type {
  AnchorResult,
  FoundQuote,
  MissingQuote,
  QuoteSelector,
} from '../../../src/authoring/anchoring/anchor-result.js';
import { ArticleText } from '../../../src/authoring/text/article-text.js';

function anchor(text: string, quote: string, near: Omit<QuoteSelector, 'quote'> = {}): AnchorResult {
  return anchorQuote(new ArticleText(text), { quote, ...near });
}

/** Finds the quote and checks the promise that holds for every quote: its words are the article's, counted in code points. */
function found(text: string, quote: string, near: Omit<QuoteSelector, 'quote'> = {}): FoundQuote {
  const anchoring = anchor(text, quote, near);
  if (anchoring.kind !== 'found') throw new Error(`not found, but ${JSON.stringify(anchoring)}`);
  expect(Array.from(text).slice(anchoring.start, anchoring.end).join('')).toBe(anchoring.exact);
  return anchoring;
}

function missing(text: string, quote: string, near: Omit<QuoteSelector, 'quote'> = {}): MissingQuote {
  const anchoring = anchor(text, quote, near);
  if (anchoring.kind !== 'missing') throw new Error(`not missing, but ${JSON.stringify(anchoring)}`);
  return anchoring;
}

function startsOf(anchoring: AnchorResult): readonly number[] | string {
  return anchoring.kind === 'ambiguous' ? anchoring.candidates.map(({ start }) => start) : anchoring.kind;
}

describe('the words as they stand', () => {
  test('a quote that stands letter for letter is found at its place', () => {
    expect(found('He said it was so.', 'it was')).toMatchObject({ start: 8, end: 14, exact: 'it was', match: 'exact' });
  });

  test('of two renderings the letter-for-letter one is meant', () => {
    expect(found('“Iran’s bomb” or "Iran\'s bomb"', "Iran's bomb")).toMatchObject({ start: 18, match: 'exact' });
  });

  test('capitals are not small letters', () => {
    expect(missing('The Regime fell.', 'the regime')).toMatchObject({ reason: 'not-found' });
  });

  test('an empty quote means no place', () => {
    expect(missing('Some words.', ' \u00ad ')).toMatchObject({ reason: 'empty' });
  });

  test('brackets, dots and dollar signs that the article prints itself are found as they stand', () => {
    expect(found('a vote, [and he] repeats', 'vote, [and he] repeats')).toMatchObject({ match: 'exact' });
    expect(found('senior leaders .. and has', 'leaders .. and')).toMatchObject({ match: 'exact' });
    expect(found('here today … al-Qaida has', 'today … al-Qaida')).toMatchObject({ match: 'exact' });
    expect(found('it cost $& and $1 (more or less).*', '$& and $1 (more or less).*')).toMatchObject({ start: 8 });
  });

  test('a quote that looks like a regular expression is plain text', () => {
    // As a pattern this would backtrack until the test times out.
    expect(found(`${'a'.repeat(40)}! (a+)+$ end`, '(a+)+$')).toMatchObject({ start: 42 });
    expect(missing(`${'a'.repeat(100_000)}!`, `${'a'.repeat(40)}(a+)+$`)).toMatchObject({ reason: 'not-found' });
  });
});

describe('the declared equivalences', () => {
  test.each([
    ['quotation marks', 'called it “a ‘mere’ «joke»” today', 'it "a \'mere\' "joke"" today'],
    ['dashes', 'deterrence—real deterrence — against', 'deterrence-real deterrence -- against'],
    ['no-break and thin spaces', 'up to nearly\u00a0$7\u2009million', 'nearly $7 million'],
    ['runs of spaces', 'here today.  It’s what', "today. It's what"],
    ['a line break within a paragraph', 'a new\nhome base', 'new home base'],
    ['a Windows line break', 'a new\r\nhome base', 'new home base'],
    ['soft hyphens and zero-width spaces', 'the agree\u00adment bro\u200bkered', 'agreement brokered'],
    ['an ellipsis and three dots', 'today … al-Qaida', 'today ... al-Qaida'],
    ['composed and decomposed letters', 'the cafe\u0301 society', 'caf\u00e9 society'],
    ['decomposed letters in the quote', 'the caf\u00e9 society', 'cafe\u0301 society'],
    ['jamo and Hangul syllables', '\u1112\u1161\u11ab\u1100\u116e\u11a8 정부는', '한국 정부는'],
  ])('%s', (_, article, quote) => {
    const { match, exact } = found(article, quote);
    expect(match).toBe('folded');
    expect(article).toContain(exact);
  });

  test('the dataset keeps the article’s own characters', () => {
    expect(found('up to nearly\u00a0$7 million', 'nearly $7').exact).toBe('nearly\u00a0$7');
  });

  test('a blank line is never a space', () => {
    expect(missing('the first base\n\nin Iran', 'base in Iran')).toMatchObject({ reason: 'not-found' });
    expect(missing('the first base\r\n\r\nin Iran', 'base in Iran')).toMatchObject({ reason: 'not-found' });
    expect(found('the first base\r\n \r\nin Iran', 'base\n\nin Iran')).toMatchObject({ match: 'folded' });
  });

  test('a single mark is not a double one', () => {
    expect(missing('a “maximum pressure” campaign', "a 'maximum pressure' campaign")).toMatchObject({
      reason: 'not-found',
    });
  });
});

describe('places are counted in characters', () => {
  test('emoji before the quote do not shift it', () => {
    expect(found('🤔🤔🤔🤔:thinking aloud', 'thinking')).toMatchObject({ start: 5, end: 13 });
  });

  test('marks before the quote count as the characters they are', () => {
    expect(found('e\u0301te\u0301 2021: the claim', 'the claim')).toMatchObject({ start: 12 });
  });

  test('words from right to left are counted in reading order', () => {
    expect(found('قال بومبيو إن إيران', 'إن إيران')).toMatchObject({ start: 11, end: 19 });
  });

  test('Windows line ends count two', () => {
    expect(found('one\r\ntwo three', 'two')).toMatchObject({ start: 5, end: 8 });
  });

  test('far into a text with emoji the count still holds', () => {
    const text = `${'🤔 word '.repeat(5000)}the claim`;
    expect(found(text, 'the claim')).toMatchObject({ start: 35_000 });
  });
});

describe('no quote cuts what belongs together', () => {
  test('a quote never cuts a word, and is told the whole one', () => {
    const text = 'an agreementbrokered in 2015';
    const anchoring = missing(text, 'agreement');
    expect(anchoring.reason).toBe('inside-word');
    expect(Array.from(text).slice(anchoring.candidate!.start, anchoring.candidate!.end).join('')).toBe(
      'agreementbrokered',
    );
    expect(missing('an agree\u00adment', 'agree')).toMatchObject({ reason: 'inside-word' });
  });

  test('a number is not cut at its point', () => {
    expect(missing('cost 2.7 million', '7 million')).toMatchObject({ reason: 'inside-word' });
    expect(found('cost 2.7 million', '2.7 million')).toMatchObject({ start: 5 });
  });

  test('the same letters within a longer word are no second place', () => {
    expect(found('Iranian rule; Iran', 'Iran')).toMatchObject({ start: 14 });
  });

  test('an apostrophe may follow', () => {
    expect(found('the Iranian regime’s protection', 'Iranian regime')).toMatchObject({ start: 4 });
  });

  test('scripts without spaces may be quoted from any character', () => {
    expect(found('伊朗是基地组织的新基地', '基地组织')).toMatchObject({ start: 3, end: 7 });
    expect(found('อิหร่านเป็นฐานใหม่', 'เป็นฐาน')).toMatchObject({ start: 7 });
    expect(found('イランは新しい拠点だ', '新しい拠点')).toMatchObject({ start: 4 });
  });

  test('a character is not taken without its marks, its skin tone or the rest of its family', () => {
    expect(anchor('a cafe\u0301 and', 'cafe').kind).toBe('missing');
    expect(anchor('thumbs 👍🏽 up', 'thumbs 👍').kind).toBe('missing');
    expect(anchor('the 👩‍👩‍👧 here', 'the 👩').kind).toBe('missing');
    expect(anchor('flags 🇩🇪 here', 'flags 🇩').kind).toBe('missing');
    expect(found('the 👩‍👩‍👧 here', 'the 👩‍👩‍👧 here')).toMatchObject({ start: 0, end: 14 });
  });

  test('a single dot is not taken out of an ellipsis', () => {
    expect(anchor('he left … and', 'left .').kind).toBe('missing');
  });
});

describe('words that stand more than once', () => {
  const text = 'The home base. He said “a new home base” and, later, home base again.';

  test('are ambiguous, with every place', () => {
    expect(startsOf(anchor(text, 'home base'))).toEqual([4, 30, 53]);
  });

  test('are singled out by the words before, whatever marks stand between', () => {
    expect(found(text, 'home base', { before: 'a new' })).toMatchObject({ start: 30 });
    expect(found(text, 'a new home base', { before: 'He said' })).toMatchObject({ start: 24 });
    expect(found(text, 'a new home base', { before: 'He said “' })).toMatchObject({ start: 24 });
  });

  test('are singled out by the words after', () => {
    expect(found(text, 'home base', { after: 'and, later' })).toMatchObject({ start: 30 });
    expect(found(text, 'home base', { before: 'later,', after: 'again' })).toMatchObject({ start: 53 });
  });

  test('neighbours that are cut words are none', () => {
    expect(missing('a renew home base', 'home base', { before: 'new' })).toMatchObject({ reason: 'context-mismatch' });
    expect(missing('a home base today', 'home base', { after: 'to' })).toMatchObject({ reason: 'context-mismatch' });
    expect(found('home base today, home base to come', 'home base', { after: 'to' })).toMatchObject({ start: 17 });
  });

  test('with neighbours that stand nowhere near, the place of the words is told', () => {
    expect(missing(text, 'home base', { before: 'an old' })).toMatchObject({
      reason: 'context-mismatch',
      candidate: { start: 4 },
    });
  });

  test('a sentence that stands twice is ambiguous even with the neighbours it has both times', () => {
    const twice = 'Yes. It is so. No.\n\nYes. It is so. No.';
    expect(startsOf(anchor(twice, 'It is so.', { before: 'Yes.' }))).toEqual([5, 25]);
  });

  test('places that overlap are both counted', () => {
    expect(startsOf(anchor('more and more and more', 'more and more'))).toEqual([0, 9]);
  });

  test('ten places are all there are', () => {
    const anchoring = anchor('yes '.repeat(10), 'yes');
    expect(anchoring).toMatchObject({ kind: 'ambiguous', hasMore: false });
    expect(startsOf(anchoring)).toHaveLength(10);
    const chains = anchor(`no ${'yes '.repeat(10)}`, 'no […] yes');
    expect(chains).toMatchObject({ kind: 'ambiguous', hasMore: false });
    expect(startsOf(chains)).toHaveLength(10);
    expect(anchor('yes '.repeat(11), 'yes')).toMatchObject({ hasMore: true });
    expect(anchor(`no ${'yes '.repeat(11)}`, 'no […] yes')).toMatchObject({ hasMore: true });
  });

  test('of a hundred places ten are listed', () => {
    const anchoring = anchor('yes '.repeat(100), 'yes');
    expect(anchoring).toMatchObject({ kind: 'ambiguous', hasMore: true });
    expect(startsOf(anchoring)).toHaveLength(10);
  });
});

describe('fragments', () => {
  const text = 'Iran is indeed the new Afghanistan, he said, as the key geographic hub for al-Qaida, and more.';

  test.each(['[…]', '[...]', '…', '...', '[. . .]', '[ … ]'])('are joined by %s in their order', (joint) => {
    const anchoring = found(text, `the new Afghanistan ${joint} the key geographic hub`);
    expect(anchoring).toMatchObject({ start: 15, end: 70, match: 'fragments' });
    expect(anchoring.fragments).toEqual([
      { start: 15, end: 34 },
      { start: 48, end: 70, joint: ` ${joint} ` },
    ]);
  });

  test('in another order are missing', () => {
    expect(missing(text, 'the key geographic hub […] the new Afghanistan')).toMatchObject({ reason: 'wrong-order' });
  });

  test('name the one that stands nowhere', () => {
    expect(missing(text, 'the new Afghanistan […] the key geographical hub')).toMatchObject({
      reason: 'not-found',
      fragment: 'the key geographical hub',
      nearest: { differences: [['geographical', 'geographic']] },
    });
  });

  test('are ambiguous where two chains can be made', () => {
    const chains = anchor('It was bad. Then it was good. In the end all was good.', 'It was […] was good');
    expect(chains).toMatchObject({
      kind: 'ambiguous',
      candidates: [
        { start: 0, end: 28 },
        { start: 0, end: 53 },
      ],
    });
  });

  test('can be told apart by the words before and after them', () => {
    expect(
      found('It was bad. Then it was good. In the end all was good.', 'It was […] was good', { after: '. In' }),
    ).toMatchObject({ end: 28 });
    expect(missing('It was bad. It was good.', 'It was […] good', { after: 'enough' })).toMatchObject({
      reason: 'context-mismatch',
    });
  });

  test('may take an insertion in place of a few words of the paragraph', () => {
    const anchoring = found('He said that Mr. Pompeo has valid intel.', 'that [the secretary] has valid intel');
    expect(anchoring.fragments).toEqual([
      { start: 8, end: 12 },
      { start: 24, end: 39, joint: ' [the secretary] ' },
    ]);
    expect(missing('He said that\n\nhe has valid intel.', 'that [Pompeo] has valid intel')).toMatchObject({
      reason: 'wrong-order',
    });
    expect(missing(`that ${'word '.repeat(30)}has valid intel`, 'that [Pompeo] has valid intel')).toMatchObject({
      reason: 'wrong-order',
    });
  });

  test('may begin with an insertion, and with a changed first letter', () => {
    expect(found('so he has valid intel', '[Pompeo] has valid intel').fragments).toEqual([
      { start: 6, end: 21, joint: '[Pompeo] ' },
    ]);
    expect(found('They said: The regime fell', 'said: [t]he regime fell').fragments).toEqual([
      { start: 5, end: 10 },
      { start: 12, end: 26, joint: ' [t]' },
    ]);
  });

  test('may not end with an insertion', () => {
    expect(missing(text, 'the new Afghanistan [in the region]')).toMatchObject({ reason: 'open-end' });
  });

  test('keep the brackets and dots that are the article’s own', () => {
    const own = 'campaigning for a vote, [and he] repeats the familiar line … that Iran is allied with them';
    expect(found(own, 'a vote, [and he] repeats […] line … that Iran').fragments).toEqual([
      { start: 16, end: 40 },
      { start: 54, end: 70, joint: ' […] ' },
    ]);
  });

  test('dots at the edges join nothing', () => {
    const anchoring = found(text, '… the key geographic hub …');
    expect(anchoring).toMatchObject({ start: 48, match: 'folded' });
    expect(anchoring.fragments).toBeUndefined();
  });

  test('of very common words are found without trying every combination', () => {
    // There are more combinations than could be tried before the test times out.
    expect(anchor('yes no '.repeat(3000), Array.from({ length: 12 }, () => 'yes').join(' […] ')).kind).toBe(
      'ambiguous',
    );
  });
});

describe('the nearest passage', () => {
  const seed = readFileSync(new URL('../../../seeds/articles/the-american-conservative.txt', import.meta.url), 'utf8');

  test('is named with the words that differ', () => {
    const { nearest } = missing(seed, 'We ignore the Iran-al-Qaida nexus at our own risk');
    expect(nearest?.text).toBe('We ignore this Iran-al-Qaida nexus at our own peril');
    expect(nearest?.differences).toEqual([
      ['the', 'this'],
      ['risk', 'peril'],
    ]);
  });

  test('is the place of the words also where a word is missing or capitals differ', () => {
    expect(missing(seed, 'his cosy relationship with Iran').nearest?.differences).toEqual([['cosy', 'cozy']]);
    expect(missing(seed, 'Iran will enriching uranium at 20 percent').nearest?.text).toContain(
      'it will begin enriching uranium at 20 percent',
    );
    expect(missing(seed, 'Bottom Line is this').nearest?.differences).toEqual([['Line', 'line']]);
  });

  test('is found for a single misspelt word', () => {
    expect(missing(seed, 'Tehran').nearest?.text).toBe('Teheran');
    // Not “It”, which has as many letters as “US”.
    expect(missing('It stood in the end', 'The US').nearest?.text).toBe('the');
  });

  test('is not invented where nothing is like it', () => {
    expect(missing(seed, 'The weather in Lisbon was lovely all week').nearest).toBeUndefined();
  });

  test('is found in scripts without spaces', () => {
    expect(missing('伊朗是基地组织的新基地。', '伊朗是基地组识的新基地').nearest?.differences[0]).toEqual(['识', '织']);
  });
});

test('a quote is found at the right place in an article of ten megabytes', { timeout: 60_000 }, () => {
  const sentence = 'Officials said on Tuesday that the “talks” — long and slow — would go on. ';
  const text = `${sentence.repeat(70_000)}🤔 We ignore this nexus at our own peril. ${sentence.repeat(70_000)}`;
  expect(Buffer.byteLength(text)).toBeGreaterThan(10_000_000);
  const article = new ArticleText(text);
  const first = anchorQuote(article, { quote: 'We ignore this nexus at our own peril.' });
  expect(first).toMatchObject({ kind: 'found', start: sentence.length * 70_000 + 2 });
  expect(anchorQuote(article, { quote: 'ignore […] our own peril' })).toMatchObject({
    kind: 'found',
    match: 'fragments',
  });
  expect(anchorQuote(article, { quote: 'We ignore that nexus at our peril' })).toMatchObject({
    kind: 'missing',
    nearest: { start: sentence.length * 70_000 + 2 },
  });
  expect(anchorQuote(article, { quote: 'long and slow' })).toMatchObject({ kind: 'ambiguous', hasMore: true });
});
