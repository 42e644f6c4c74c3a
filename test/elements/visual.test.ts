import '@fontsource/noto-sans-arabic/arabic-400.css';
import '@fontsource/noto-sans-arabic/arabic-600.css';
import '@fontsource/noto-sans-math/400.css';
import '@fontsource/noto-sans/latin-400.css';
import '@fontsource/noto-sans/latin-600.css';
import '@fontsource/noto-sans/latin-700.css';
import '@fontsource/noto-serif/latin-400.css';
import '@fontsource/noto-serif/latin-400-italic.css';
import '@fontsource/noto-serif/latin-700.css';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { commands, page } from 'vitest/browser';
import type { StanceElement } from '../../src/elements/stance-element.js';
import { rendered } from './page.js';
import { showStory, stories } from './story-page.js';

type Width = 360 | 800 | 1200;

type Scheme = 'light' | 'dark' | 'forced' | 'print';

/** Each story with the widths and schemes in which it is worth a picture. */
const pictures: Readonly<Record<string, readonly (readonly [width: Width, ...schemes: Scheme[]])[]>> = {
  'stance-matrix Seeds': [
    [360, 'light', 'dark'],
    [800, 'light', 'dark', 'forced'],
    [1200, 'light'],
  ],
  'stance-matrix ClaimOpened': [[800, 'light']],
  'stance-matrix Contested': [
    [360, 'dark', 'forced'],
    [800, 'light'],
  ],
  'stance-matrix OneRow': [[800, 'print']],
  'stance-matrix OneColumn': [[800, 'light']],
  'stance-matrix NineSources': [[800, 'light']],
  'stance-matrix LongNames': [
    [360, 'light'],
    [800, 'light'],
  ],
  'stance-matrix RightToLeft': [
    [360, 'light'],
    [800, 'light'],
  ],
  'stance-matrix Empty': [[360, 'light']],
  'stance-matrix Loading': [
    [360, 'dark'],
    [800, 'light'],
  ],
  'stance-matrix NotADataset': [[800, 'light']],
  'stance-matrix FallbackBesideError': [[360, 'dark']],
  'source-disagreement Seeds': [
    [360, 'light'],
    [800, 'light', 'dark'],
    [1200, 'light'],
  ],
  'source-disagreement Contested': [
    [360, 'light'],
    [800, 'light'],
  ],
  'source-disagreement OneRow': [[800, 'print']],
  'source-disagreement Voices': [
    [360, 'light'],
    [800, 'forced'],
  ],
  'source-disagreement Pairs': [[360, 'light']],
  'source-disagreement NineSources': [
    [360, 'light'],
    [800, 'light'],
  ],
  'source-disagreement LongNames': [[360, 'light']],
  'source-disagreement RightToLeft': [
    [360, 'light'],
    [800, 'light'],
  ],
};

/** A picture ends here, however long the story is: the rest is more of the same. */
const mostHeight = { 360: 800, 800: 600, 1200: 460 } as const;

/** Here what is open is the picture, not what stands above it. */
const fromWhatIsOpen = ['stance-matrix ClaimOpened', 'source-disagreement Contested'];

const article = document.createElement('style');
article.textContent = `
  :root { color-scheme: light }
  :root.dark { color-scheme: dark }
  body {
    margin: 0;
    font: 16px/1.5 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Math';
    --stance-heading-font: 'Noto Serif', 'Noto Sans Arabic';
    --stance-quote-font: 'Noto Serif', 'Noto Sans Arabic', 'Noto Sans Math';
  }
`;

beforeAll(async () => {
  document.head.append(article);
  await Promise.all([...document.fonts].map((font) => font.load()));
  await commands.resizeWindow(1280, 1300);
});

beforeEach(() => page.viewport(1240, 1300));

afterEach(async () => {
  dispatchEvent(new Event('afterprint'));
  document.documentElement.className = '';
  await commands.emulateMedia({ media: null, forcedColors: null });
});

const all = Object.entries(pictures).flatMap(([name, widths]) =>
  widths.flatMap(([width, ...schemes]) => schemes.map((scheme) => ({ name, width, scheme }))),
);

const storyNamed = (name: string) => stories.find((story) => story.name === name)!;

it.each(all)('$name at $width px, $scheme', async ({ name, width, scheme }) => {
  document.documentElement.className = scheme;
  if (scheme === 'forced') await commands.emulateMedia({ forcedColors: 'active' });
  if (scheme === 'print') await commands.emulateMedia({ media: 'print' });
  const widget = await showStory(storyNamed(name), width);
  if (scheme === 'print') dispatchEvent(new Event('beforeprint'));
  await cut(widget, width);
  if (fromWhatIsOpen.includes(name))
    widget.shadowRoot!.querySelector('[part~=panel], [part~=account]')!.scrollIntoView();
  await expectPicture(`${name}-${width}-${scheme}`);
});

it('heads and names stay in view while sixty by forty scroll', async () => {
  const widget = await showStory(storyNamed('stance-matrix SixtyByForty'), 800);
  widget.shadowRoot!.querySelector('[part~=table]')!.parentElement!.scrollTo(700, 900);
  await cut(widget, 800);
  await expectPicture('stance-matrix SixtyByForty-800-scrolled');
});

/** Cuts the page off where the picture ends. */
async function cut(widget: StanceElement, width: Width) {
  document.querySelector('main')!.style.cssText += `max-height: ${mostHeight[width]}px; overflow: hidden`;
  await rendered(widget);
}

async function expectPicture(name: string) {
  await expect.element(page.getByRole('main')).toMatchScreenshot(name.replace(' ', '-'));
}
