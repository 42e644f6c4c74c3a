import { describe, expect, it } from 'vitest';
import { compareAreas } from './compare-pictures.js';

/** A picture whose pixels are as bright as the function says. */
function picture(width: number, height: number, brightness: (x: number, y: number) => number) {
  const data = Array.from({ length: width * height }, (_, at) => {
    const grey = brightness(at % width, Math.floor(at / width));
    return [grey, grey, grey, 255];
  }).flat();
  return { metadata: { width, height }, data };
}

const compare = (...[reference, actual]: [ReturnType<typeof picture>, ReturnType<typeof picture>]) =>
  compareAreas(reference, actual, { createDiff: false });

describe('two pictures', () => {
  const white = picture(600, 400, () => 255);

  it('are the same where letters have other edges', () => {
    const letters = (shift: number) => picture(600, 400, (x) => ((x + shift) % 8 < 2 ? 0 : 255));
    expect(compare(letters(0), letters(1))).toEqual({ pass: true, diff: null, message: null });
  });

  it('differ where one mark does, however large they are', () => {
    const marked = picture(600, 400, (x, y) => (x >= 583 && x < 599 && y >= 301 && y < 317 ? 90 : 255));
    expect(compare(white, marked).message).toBe('It looks different in 3 areas, first at 592, 288.');
  });

  it('differ where one is a line longer', () => {
    expect(
      compare(
        white,
        picture(600, 401, () => 255),
      ).message,
    ).toBe('The picture should be 600×400 pixels and is 600×401.');
  });
});
