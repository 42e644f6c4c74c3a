import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { spoken, wordCount } from './spoken.js';
import { showStory, stories } from './story-page.js';

// What a screen reader says of the main stories. Read a change in these files aloud before you accept it with `-u`.
const read: readonly (readonly [name: string, width: number])[] = [
  ['stance-matrix Seeds', 800],
  ['stance-matrix Seeds', 360],
  ['stance-matrix ClaimOpened', 800],
  ['source-disagreement Seeds', 800],
  ['source-disagreement Contested', 800],
];

beforeEach(() => page.viewport(1240, 1300));

const storyNamed = (name: string) => stories.find((story) => story.name === name)!;

it.each(read)('%s at %i px, read aloud', async (name, width) => {
  await showStory(storyNamed(name), width);
  await expect(await spoken()).toMatchFileSnapshot(`__spoken__/${name.replace(' ', '-')}-${width}.txt`);
});

it('the matrix of the example story is read aloud in less than 1,500 words', async () => {
  await showStory(storyNamed('stance-matrix Seeds'), 800);
  expect(wordCount(await spoken())).toBeLessThan(1500);
});
