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
    ['inside', 'He said, “It is so. We will go.\n\n“And so is that,” he said.', 'We will go'],
    ['inside', 'He said: “It is so. We will go.\n\n“And so is that,” he said.', 'We will go'],
    ['inside', 'He said, ‘It is so. We will go.\n\n‘And so is that,’ he said.', 'We will go'],
    ['unclear', 'It “is so. Then he left.\n\n“And so is that,” he said.', 'Then he left'],
    ['inside', 'He said “it is\nso, and\nlong” and left.\n\nMore.', 'so, and'],
    ['outside', 'First “line.”\nSecond line.\nThird “line” here.', 'Second line'],
    ['unclear', 'he “said “it” then left', 'left'],
    ['inside', 'a deal—“real deterrence—against” them', 'real deterrence—against'],
    // British marks, typographic and straight
    ['inside', 'She said: ‘It is so. We will go,’ and left.', 'We will go'],
    ['inside', 'She said: ‘It is so. We will go,’ and left.', '‘It is so. We will go,’'],
    ['outside', 'She said: ‘It is so. We will go,’ and left.', 'and left'],
    ['inside', "She said: 'It is so. We won't go,' and left.", "We won't go"],
    ['outside', "She said: 'It is so. We won't go,' and left.", 'and left'],
    ['mixed', "She said: 'It is so. We won't go,' and left.", "We won't go,' and left"],
    ['inside', '‘He called it “nonsense”. That was all,’ she said.', 'That was all'],
    ['inside', '‘He called it “nonsense”. That was all,’ she said.', 'He called it “nonsense”'],
    ['inside', '‘It is so.\n\n‘And so is that,’ he said.', 'It is so'],
    ['inside', 'er sagte ‚so ist es. Wir gehen‘ und ging', 'Wir gehen'],
    ['unclear', '‘The officials’ view is wrong. It is so,’ he said.', 'It is so'],
    ['inside', '‘Talk to the terrorists’ was his advice. It is so.', 'the terrorists'],
    ['outside', '‘Talk to the terrorists’ was his advice. It is so.', 'It is so'],
    ['outside', "In the '90s the officials' view was that it isn't so.", 'the officials'],
    ['outside', "'Twas rock 'n' roll. The dogs' owners left.", 'roll'],
  ])('%s: %s [%s]', (expected, text, words) => expect(contextOf(text, words)).toBe(expected));

  test('distinguishes quoted from reported if the coding has no voice', async () => {
    const [first] = await statementsOf({});
    expect(first?.voice).toBe('quoted');
    const [reported] = await statementsOf({ 'coding.yaml': changedCoding('burrowed inside', 'the group had') });
    expect(reported?.voice).toBe('reported');
  });

  test('is a problem if the article leaves it open', async () => {
    expect(await problemsWith('burrowed inside', 'had “burrowed inside” the')).toEqual([
      'coding.yaml:24:12  The voice is ambiguous: the quote is partly inside and partly outside quotation marks.  Add voice: quoted or voice: reported, or shorten the quote.',
    ]);
    const open = article.replace('inside”', 'inside');
    expect((await problemsOf({ 'articles/first.txt': open }))[0]).toMatch(/unbalanced quotation marks/);
  });

  describe('without a speaker', () => {
    const withoutSpeaker = (quote: string, marked = 'had “burrowed inside” the') => ({
      'coding.yaml': changedCoding(
        '    speaker: minister\n    claim: home-base\n    stance: support\n    quote: burrowed inside',
        `    claim: home-base\n    stance: support\n    quote: ${quote}`,
      ),
      'articles/first.txt': article.replace('had “burrowed inside” the', marked),
    });
    const hint =
      'Add speaker: with the id of whoever says it, or voice: outlet if these are the outlet’s own words, such as a term in scare quotes.';

    test.each([
      ['burrowed inside', undefined, 'inside quotation marks'],
      ['“burrowed inside”', undefined, 'inside quotation marks'],
      ['burrowed inside', 'had ‘burrowed inside’ the', 'inside quotation marks'],
      ['burrowed inside', 'had said: ‘It has burrowed inside, we know,’ of the', 'inside quotation marks'],
      ['burrowed inside', "had said: 'It has burrowed inside, we know,' of the", 'inside quotation marks'],
      ['had “burrowed inside”', undefined, 'partly inside and partly outside quotation marks'],
      ['burrowed inside', 'had “burrowed inside the', 'in a paragraph with unbalanced quotation marks'],
    ])('it is a problem: %s in %s', async (quote, marked, where) => {
      expect(await problemsOf(withoutSpeaker(quote, marked))).toEqual([
        `coding.yaml:23:12  The statement has no speaker, but the quote is ${where}.  ${hint}`,
      ]);
    });

    test('it is the outlet’s own voice outside quotation marks, or if the coding says so', async () => {
      const [outside] = await statementsOf(withoutSpeaker('Talks are over'));
      const [scareQuotes] = await statementsOf(withoutSpeaker('burrowed inside\n    voice: outlet'));
      expect([outside?.voice, scareQuotes?.voice]).toEqual(['outlet', 'outlet']);
    });
  });

  test('gets a note if the coding says otherwise', async () => {
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

  test('is a problem if it differs between fragments', async () => {
    expect((await problemsWith('quote: burrowed inside', 'quote: the group had […] burrowed inside'))[0]).toMatch(
      /The voice is ambiguous/,
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

describe('a quote that cannot be anchored', () => {
  test('an ambiguous one lists every place with line, column and context', async () => {
    expect(await problemsWith('quote: burrowed inside', 'quote: minister')).toEqual([
      'coding.yaml:24:12  The quote matches 2 places: articles/first.txt:3:5 (after “The”, before “said on Tuesday”); articles/first.txt:5:39 (after “in terrorism,” the”, before “told reporters. Critics”).  Add before: or after: with the text next to the right place, or make the quote longer.',
    ]);
    const [statement] = await statementsOf({
      'coding.yaml': changedCoding('quote: burrowed inside', 'quote: minister\n    after: told'),
    });
    expect(statement?.quote.start).toBe(article.indexOf('minister told'));
  });

  test.each([
    [
      'burrowed deeply inside',
      /was not found in articles\/first\.txt\. The most similar passage is at articles\/first\.txt:3:50: “burrowed inside”\. It lacks “deeply”\./,
    ],
    ['something else entirely, said nobody', /nor anything similar\. {2}Check that this is the right article/],
    ['burrowed insi', /splits a word at articles\/first\.txt:3:50 \(“burrowed inside”\)\. {2}Quote whole words/],
    ['partners in terrorism […] burrowed', /but not in this order/],
    ['burrowed […] partnership in terror', /The part “partnership in terror” of the quote was not found/],
    ['burrowed [into the land]', /ends with words in brackets/],
    [
      'burrowed inside\n    before: the people',
      /The quote is at .*:3:50 \(“burrowed inside”\), but the text before it is “group had “”, not “the people”\. {2}Copy the text for before: from the article\./,
    ],
  ])('%s', async (words, expected) => {
    expect((await problemsWith('quote: burrowed inside', `quote: ${words}`))[0]).toMatch(expected);
  });

  // Without the points of “U.S.” more words than one seemed to differ, or a lone point.
  test.each([
    [
      'The US envoy said that talks are over',
      '1:1: “The U.S. envoy said that talks are over”. It has “U.S.” instead of “US”.',
    ],
    ['US envoy', '1:5: “U.S. envoy”. It has “U.S.” instead of “US”.'],
    ['The US', '1:1: “The U.S.”. It has “U.S.” instead of “US”.'],
    ['in the EU', '1:41: “in the E.U.”. It has “E.U.” instead of “EU”.'],
    ['Yes but one vote came late', '3:1: “No, but one vote came late”. It has “No,” instead of “Yes”.'],
  ])('one that lacks the points of an abbreviation, or a mark: %s', async (quote, expected) => {
    const [problem] = await problemsOf({
      'coding.yaml': changedCoding('quote: burrowed inside', `quote: ${quote}`),
      'articles/first.txt': 'The U.S. envoy said that talks are over in the E.U.\n\nNo, but one vote came late.\n',
    });
    expect(problem).toContain(`The most similar passage is at articles/first.txt:${expected}`);
  });

  test('a Windows line end is no blank line', async () => {
    const [problem] = await problemsOf({
      'coding.yaml': changedCoding('quote: burrowed inside', 'quote: burrowed inside\n    before: He has said it'),
      'articles/first.txt': 'He\r\nsaid it burrowed inside. They are partners in terrorism.',
    });
    expect(problem).toContain('but the text before it is “He said it”, not “He has said it”.  Copy');
  });

  const parted = 'He said no.\n\n“They are partners,” he said.\n\n“They are partners,” she said. That was all';
  test.each([
    [
      'after: ". They are"',
      '(“no”), but the text after it is “. ¶ “They are”, not “. They are”. ¶ marks a blank line.  Copy the text for after: from the article, from one side of the blank line.',
      'no',
    ],
    [
      "before: '.” He said'",
      '(“no”), but the text before it is “He said”, not “.” He said”.  Copy the text for before: from the article.',
      'no',
    ],
    [
      'before: "said. They"\n    after: nobody',
      '(“was”), but the text before it is “said. That”, not “said. They”, and the text after it is “all”, not “nobody”.  Copy the text for before: and after: from the article.',
      'was',
    ],
    [
      'after: more',
      '(“all”), but the text after it is empty, not “more”.  Copy the text for after: from the article.',
      'all',
    ],
    // Of two places, the one where one side matches.
    [
      'before: "he said."\n    after: "he said."',
      'first.txt:5:2 (“They are partners”), but the text after it is “,” she said”, not “he said.”',
      'They are partners',
    ],
  ])('one with a different context: %s', async (context, expected, quote) => {
    const [problem] = await problemsOf({
      'coding.yaml': changedCoding('quote: burrowed inside', `quote: '${quote}'\n    ${context}`),
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
