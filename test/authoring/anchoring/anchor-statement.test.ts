import { describe, expect, test } from 'vitest';
import { ArticleText } from '../../../src/authoring/text/article-text.js';
import { quoteContext } from '../../../src/authoring/anchoring/quote-context.js';
import { article, buildStory, changedCoding, coding, problemsOf, problemsWith, statementsOf } from '../story-folder.js';

function contextOf(text: string, words: string): string {
  const from = text.indexOf(words);
  return new ArticleText(text).quotationMarks.contextOf({ from, to: from + words.length });
}

describe('whose wording it is, by the article’s quotation marks', () => {
  test.each([
    ['inside', 'had “burrowed inside” the country', 'burrowed inside'],
    ['inside', 'had “burrowed inside” the country', '“burrowed inside”'],
    ['inside', 'he said, “it is so. And more,” he said', 'And more'],
    ['outside', 'had “burrowed inside” the country', 'the country'],
    ['outside', 'no marks at all', 'marks'],
    ['mixed', 'had “burrowed inside” the country', 'inside” the country'],
    ['mixed', 'the group has “burrowed inside” the country', 'group has “burrowed inside” the'],
    ['inside', 'er sagte „so ist es“ und ging', 'so ist'],
    ['outside', 'er sagte „so ist es“ und ging', 'und ging'],
    ['inside', 'il dit « c’est vrai » et partit', 'c’est vrai'],
    ['inside', 'han sade ”så är det” och gick', 'så är'],
    ['inside', 'er sagte »so ist es« und ging', 'so ist'],
    ['inside', 'he said "it is so" and left', 'it is so'],
    ['outside', 'he said "it is so" and left', 'and left'],
    ['unclear', 'a 5" pipe, he said', 'he said'],
    ['inside', 'He wrote: “they will ‘normalize relations.’ The reality is this.”', 'The reality is this'],
    ['inside', 'Iran is new ‘home base’ of them', 'home base'],
    ['mixed', 'Iran is new ‘home base’ of them', 'Iran is new ‘home base’ of them'],
    ['unclear', 'He said: ‘It is so, and it isn’t new.', 'it isn’t new'],
    ['outside', 'Iran’s claim, the officials’ view', 'the officials'],
    ['unclear', 'He said: “it is so. Then he left.\n\nThe next day came.', 'Then he left'],
    ['outside', 'He said: “it is so. Then he left.\n\nThe next day came.', 'The next day'],
    ['inside', '“It is so.\n\n“And so is that,” he said.', 'It is so'],
    ['inside', '“It is so.\n\n“And so is that,” he said.', 'And so is that'],
    ['outside', '“It is so.\n\n“And so is that,” he said.', 'he said'],
    ['unclear', 'It “is so. Then he left.\n\n“And so is that,” he said.', 'Then he left'],
    ['inside', 'He said “it is\nso, and\nlong” and left.\n\nMore.', 'so, and'],
    ['outside', 'First “line.”\nSecond line.\nThird “line” here.', 'Second line'],
    ['unclear', 'he “said “it” then left', 'left'],
    ['inside', 'a deal—“real deterrence—against” them', 'real deterrence—against'],
  ])('%s: %s [%s]', (expected, text, words) => expect(contextOf(text, words)).toBe(expected));

  test('tells quoted from reported where the editor does not say', async () => {
    const [first] = await statementsOf({});
    expect(first?.voice).toBe('quoted');
    const [reported] = await statementsOf({ 'coding.yaml': changedCoding('burrowed inside', 'the group had') });
    expect(reported?.voice).toBe('reported');
  });

  test('asks where it cannot tell', async () => {
    expect(await problemsWith('burrowed inside', 'had “burrowed inside” the')).toEqual([
      'coding.yaml:24:12  Whose wording it is cannot be told: the words stand partly inside and partly outside quotation marks.  Add voice: quoted or voice: reported, or quote fewer words.',
    ]);
    const open = article.replace('inside”', 'inside');
    expect((await problemsOf({ 'articles/first.txt': open }))[0]).toMatch(/quotation marks do not pair/);
  });

  test('only notes it where the editor says otherwise', async () => {
    const { notes, dataset } = await buildStory({
      'coding.yaml': changedCoding('quote: burrowed inside', 'voice: quoted\n    quote: the group had'),
    });
    expect(dataset?.statements[0]?.voice).toBe('quoted');
    expect(notes).toContainEqual(
      expect.objectContaining({
        line: 24,
        column: 12,
        message: expect.stringContaining('outside quotation marks') as string,
      }),
    );
  });

  test('may differ between fragments: then it asks', async () => {
    expect((await problemsWith('quote: burrowed inside', 'quote: the group had […] burrowed inside'))[0]).toMatch(
      /cannot be told/,
    );
    const [statement] = await statementsOf({
      'coding.yaml': changedCoding('quote: burrowed inside', 'quote: burrowed inside […] partners in terrorism'),
    });
    expect(statement).toMatchObject({
      voice: 'quoted',
      quote: { fragments: [{ start: 87, end: 102 }, { joint: ' […] ' }] },
    });
  });
});

describe('a quote without one place is told with all that helps', () => {
  test('an ambiguous one lists every place with line, column and neighbours', async () => {
    expect(await problemsWith('quote: burrowed inside', 'quote: minister')).toEqual([
      'coding.yaml:24:12  The quote fits 2 times: articles/first.txt:3:5 (after “The”, before “said on Tuesday”); articles/first.txt:5:39 (after “in terrorism,” the”, before “told reporters. Critics”).  Add before: or after: with words that stand directly before or after the place you mean, or quote more words.',
    ]);
    const [statement] = await statementsOf({
      'coding.yaml': changedCoding('quote: burrowed inside', 'quote: minister\n    after: told'),
    });
    expect(statement?.quote.start).toBe(article.indexOf('minister told'));
  });

  test.each([
    [
      'burrowed deeply inside',
      /does not stand in articles\/first\.txt\. The nearest passage is at articles\/first\.txt:3:50: “burrowed inside”\. There it lacks “deeply”\./,
    ],
    ['something else entirely, said nobody', /nor anything like it\. {2}Check whether the right article is named/],
    [
      'burrowed insi',
      /cuts a word: in articles\/first\.txt:3:50 \(“burrowed inside”\) it is only a part\. {2}Quote whole words/,
    ],
    ['partners in terrorism […] burrowed', /but not in this order/],
    ['burrowed […] partnership in terror', /The part “partnership in terror” of the quote does not stand/],
    ['burrowed [into the land]', /ends with words in brackets/],
    [
      'burrowed inside\n    before: the people',
      /The words stand in .*:3:50 \(“burrowed inside”\), but directly before them stands “group had “”, not “the people”\. {2}Copy before: from the article\./,
    ],
  ])('%s', async (words, expected) => {
    expect((await problemsWith('quote: burrowed inside', `quote: ${words}`))[0]).toMatch(expected);
  });

  // Without the points of “U.S.” more words than one seemed to differ, or a lone point.
  test.each([
    [
      'The US envoy said that talks are over',
      '1:1: “The U.S. envoy said that talks are over”. There it has “U.S.” for “US”.',
    ],
    ['US envoy', '1:5: “U.S. envoy”. There it has “U.S.” for “US”.'],
    ['The US', '1:1: “The U.S.”. There it has “U.S.” for “US”.'],
    ['in the EU', '1:41: “in the E.U.”. There it has “E.U.” for “EU”.'],
    ['Yes but one vote came late', '3:1: “No, but one vote came late”. There it has “No,” for “Yes”.'],
  ])('one that lacks the points of an abbreviation, or a mark: %s', async (quote, expected) => {
    const [problem] = await problemsOf({
      'coding.yaml': changedCoding('quote: burrowed inside', `quote: ${quote}`),
      'articles/first.txt': 'The U.S. envoy said that talks are over in the E.U.\n\nNo, but one vote came late.\n',
    });
    expect(problem).toContain(`The nearest passage is at articles/first.txt:${expected}`);
  });

  const parted = 'He said no.\n\n“They are partners,” he said.\n\n“They are partners,” she said. That was all';
  test.each([
    [
      'after: ". They are"',
      '(“no”), but directly after them stands “. ¶ “They are”, not “. They are”. ¶ is a blank line.  Copy after: from the article, from one side of the blank line.',
      'no',
    ],
    [
      "before: '.” He said'",
      '(“no”), but directly before them stands “He said”, not “.” He said”.  Copy before: from the article.',
      'no',
    ],
    [
      'before: "said. They"\n    after: nobody',
      '(“was”), but directly before them stands “said. That”, not “said. They”, and directly after them stands “all”, not “nobody”.  Copy before: and after: from the article.',
      'was',
    ],
    [
      'after: more',
      '(“all”), but directly after them stands nothing, not “more”.  Copy after: from the article.',
      'all',
    ],
    // Of two places the one where one side fits.
    [
      'before: "he said."\n    after: "he said."',
      'first.txt:5:2 (“They are partners”), but directly after them stands “,” she said”, not “he said.”',
      'They are partners',
    ],
  ])('one beside which something else stands: %s', async (neighbours, expected, quote) => {
    const [problem] = await problemsOf({
      'coding.yaml': changedCoding('quote: burrowed inside', `quote: '${quote}'\n    ${neighbours}`),
      'articles/first.txt': parted,
    });
    expect(problem).toContain(expected);
  });

  test('a message stays on its line, whatever the article holds', async () => {
    const [problem] = await problemsOf({
      'articles/first.txt': article.replace('burrowed inside', 'burrowed\n\u001b[31mso deep\u202e inside'),
    });
    expect(problem).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

describe('prefix and suffix', () => {
  function surroundings(text: string, words: string, nth = 0) {
    let from = text.indexOf(words);
    for (let count = 0; count < nth; count++) from = text.indexOf(words, from + 1);
    const { prefix, suffix } = quoteContext(new ArticleText(text), { from, to: from + words.length });
    expect(text.slice(from - prefix.length, from)).toBe(prefix);
    expect(text.slice(from + words.length, from + words.length + suffix.length)).toBe(suffix);
    return { prefix, suffix, whole: prefix + words + suffix };
  }

  test('are about 32 characters, cut between words', () => {
    const { prefix, suffix } = surroundings(article, 'burrowed inside');
    expect(prefix).toBe('on Tuesday that the group had “');
    expect(suffix).toBe('” the country. Talks are over, he');
  });

  test('are shorter at the edges of the text', () => {
    expect(surroundings('The end.', 'The end.')).toMatchObject({ prefix: '', suffix: '' });
    expect(surroundings('It is the end.', 'the end').prefix).toBe('It is ');
  });

  test('grow until the place is the only one', () => {
    const sentence = 'And it was said that it is so, which is what all of them have been saying. ';
    const text = `First. ${sentence}${sentence}${sentence}Last.`;
    for (const nth of [0, 1, 2]) {
      const { whole } = surroundings(text, 'it is so', nth);
      expect(text.indexOf(whole)).toBe(text.lastIndexOf(whole));
    }
  });

  test('cut no emoji and no letter from its mark', () => {
    const { prefix, suffix } = surroundings(`${'👩‍👩‍👧'.repeat(30)}here${'e\u0301'.repeat(90)}`, 'here');
    expect(prefix.startsWith('👩‍👩‍👧')).toBe(true);
    expect(suffix.endsWith('\u0301')).toBe(true);
  });

  test('of a text without spaces are not the whole text', () => {
    const text = '伊'.repeat(500) + '新基地' + '朗'.repeat(500);
    const { prefix, suffix } = surroundings(text, '新基地');
    expect([prefix.length, suffix.length]).toEqual([32, 32]);
  });
});

test('the seeds of these tests stay what the line numbers say', () => {
  expect(coding.split('\n')[23]).toBe('    quote: burrowed inside');
});
