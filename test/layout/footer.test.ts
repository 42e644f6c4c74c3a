import { expect, it } from 'vitest';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { noEvidence } from '../../src/dataset/split-evidence.js';
import { hasEvidence, placeEvidence } from '../../src/layout/evidence.js';
import { placeFooter } from '../../src/layout/footer.js';
import { splitStory, storyWith, wholeStory } from '../dataset/broken-datasets.js';

it('the footer has the number of statements, corrections, and the method as a sentence or as an address', () => {
  const footer = (method: string | undefined) => placeFooter(readDataset(storyWith('coded.method', method)));
  expect(footer('By hand.')).toMatchObject({ statements: 3, corrections: [{ text: 'A name was misspelt.' }] });
  expect(footer('By hand.').method).toEqual({ text: 'By hand.' });
  expect(footer('https://daily.example/method').method).toEqual({ address: 'https://daily.example/method' });
  expect(footer(undefined).method).toBeUndefined();
  expect(placeFooter(readDataset(storyWith('coded', undefined))).method).toBeUndefined();
});

it('a quote has its parts and the link to its words', () => {
  const [statement] = readDataset(storyWith('articles[0].url', 'https://daily.example/a')).statements;
  expect(placeEvidence(statement!)).toMatchObject({
    statement: { id: 's1' },
    parts: [{ kind: 'words', text: '🤔 so' }],
    link: 'https://daily.example/a#:~:text=He%20said-,%F0%9F%A4%94%20so,-.',
  });
});

it('the quotes on a claim are there in a whole dataset, in a split one where their file is loaded or there is none', () => {
  const whole = readDataset(wholeStory());
  const split = readDataset(splitStory());
  const [tax] = split.claims;
  expect(hasEvidence(whole, whole.claims[0], noEvidence)).toBe(true);
  expect(hasEvidence(split, tax, noEvidence)).toBe(false);
  expect(hasEvidence(split, undefined, noEvidence)).toBe(true);
  expect(hasEvidence(split, tax, new Map([['tax', { byVoice: new Map(), variants: [] }]]))).toBe(true);
  expect(hasEvidence(split, tax, new Map([['war', { byVoice: new Map(), variants: [] }]]))).toBe(false);
});
