import axe from 'axe-core';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { checkTheme, properties } from '../../src/theme-check/check-theme.js';
import { colourTokens } from '../../src/theme/tokens.js';
import { previewCss } from '../../stories/theming/preview-css.js';
import { starts, themePage } from '../../stories/theming/theme-page.js';
import { valueIn, withValue } from '../../stories/theming/theme-text.js';
import { verdictLine } from '../../stories/theming/verdict-view.js';
import { release, sample } from '../release.js';
import { expectAccessible } from './page.js';

const shipped = ['Broadsheet', 'Public broadcaster', 'Tabloid'];

let desk: HTMLElement;

beforeEach(async () => {
  document.documentElement.lang = 'en-GB';
  document.body.style.margin = '0';
  desk = themePage();
  document.body.replaceChildren(desk);
  await expect.element(page.getByRole('table').first()).toBeInTheDocument();
});

const inDesk = (selector: string) => desk.shadowRoot!.querySelector<HTMLElement>(selector)!;

const css = () => inDesk('pre').textContent;

const verdict = () => inDesk('.verdict [role=status]').textContent.trim();

const field = (property: string, scheme: string) =>
  page.getByRole('textbox', { name: `${property}, ${scheme}: any CSS colour` });

const startFrom = (name: string) => userEvent.selectOptions(page.getByLabelText('Start from', { exact: true }), name);

/** What the page says of the theme, once it has judged the text that it shows. */
async function judged(): Promise<string> {
  await expect.poll(verdict).toBe(verdictLine(checkTheme(css(), 'theme.css')));
  return verdict();
}

async function paste(text: string): Promise<void> {
  const field = page.getByLabelText(/A style sheet that sets/);
  if (!inDesk('details').hasAttribute('open')) await userEvent.click(page.getByText('Start from your CSS'));
  await userEvent.fill(field, text);
  await userEvent.click(page.getByRole('button', { name: 'Start from this CSS' }));
}

function pick(property: string, scheme: string, colour: string): void {
  const picker = inDesk(`input[type=color][aria-label^="${property}, ${scheme}"]`) as HTMLInputElement;
  picker.value = colour;
  picker.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The colour of the ground of a widget. */
function groundIn(scheme: string, tag: string): string {
  const widget = inDesk(`.ground.${scheme}`).shadowRoot!.querySelector(tag)!;
  return getComputedStyle(widget.shadowRoot!.querySelector('.frame')!).backgroundColor;
}

/** What was put into a file by its button. */
async function downloaded(): Promise<File> {
  let blob = new Blob();
  let name = '';
  vi.spyOn(URL, 'createObjectURL').mockImplementation((object) => {
    blob = object as Blob;
    return '#file';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    name = this.download;
  });
  await userEvent.click(page.getByRole('button', { name: 'Download' }));
  vi.restoreAllMocks();
  return new File([blob], name);
}

const failing = `stance-matrix,
source-disagreement {
  --stance-surface: light-dark(#fff8ec, #14120f);
  --stance-muted: light-dark(#8b8070, #b3a997);
  --stance-support: light-dark(#2a7d3f, #7fd492);
}
`;

describe('the properties', () => {
  it('have a row each, in the words of the documentation, with what they are by default', () => {
    const rows = [...desk.shadowRoot!.querySelectorAll('.row')];
    expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual(properties);
    const said = rows.map((row) => words(row.querySelector('.name')!.textContent.replace(/--.*$/s, '')));
    expect(said).toContain('Rules and borders');
    expect(new Set(said).size).toBe(properties.length);
    const defaults = rows.map((row) => row.querySelector<HTMLInputElement>('[type=text]')!.placeholder);
    expect(defaults).toEqual(expect.arrayContaining(['#1b6ca8', '4px', 'max(24em, 75vb)', 'inherit']));
    expect(defaults).not.toContain('');
  });

  it('turned by a picker are worn by both widgets in that scheme alone', async () => {
    const dark = groundIn('dark', 'stance-matrix');
    pick('--stance-surface', 'light', '#fff0dd');
    for (const tag of ['stance-matrix', 'source-disagreement']) {
      await expect.poll(() => groundIn('light', tag)).toBe('rgb(255, 240, 221)');
      expect(groundIn('dark', tag)).toBe(dark);
    }
    expect(css()).toContain('  --stance-surface: light-dark(#fff0dd, #191b1e);');
  });

  it('take any CSS colour, and a light-dark() for both schemes', async () => {
    await userEvent.fill(field('--stance-ink', 'light'), 'oklch(0.2 0.02 250)');
    await userEvent.tab();
    expect(css()).toContain('--stance-ink: light-dark(oklch(0.2 0.02 250), #eceef0);');
    await userEvent.fill(field('--stance-ink', 'light'), 'light-dark(black, white)');
    await userEvent.tab();
    expect(css()).toContain('--stance-ink: light-dark(black, white);');
    await expect.element(field('--stance-ink', 'light')).toHaveValue('black');
    await expect.element(field('--stance-ink', 'dark')).toHaveValue('white');
  });

  it.each(['#12', 'red; } * { color: red', 'red /*', 'var(--house)', 'red, blue', '}'])(
    '“%s” is not a colour: the field says so, keeps the text, and the theme stays',
    async (text) => {
      await startFrom('Broadsheet');
      const before = css();
      await userEvent.fill(field('--stance-ink', 'dark'), text);
      await userEvent.tab();
      await expect.element(page.getByRole('alert').filter({ hasText: 'is not a colour' })).toBeInTheDocument();
      await expect.element(field('--stance-ink', 'dark')).toHaveValue(text);
      await expect.element(field('--stance-ink', 'dark')).toHaveAttribute('aria-invalid', 'true');
      await expect.element(field('--stance-ink', 'dark')).toHaveAccessibleDescription(/until then, #ece6da stays/);
      expect(css()).toBe(before);
      await userEvent.fill(field('--stance-ink', 'dark'), '#fff');
      await userEvent.tab();
      expect(page.getByRole('alert').filter({ hasText: 'is not a colour' }).elements()).toEqual([]);
      expect(css()).toContain('--stance-ink: light-dark(#1b1813, #fff);');
    },
  );

  it('that are fonts and sizes have their own fields', async () => {
    await userEvent.fill(page.getByRole('combobox', { name: '--stance-font: any CSS font' }), 'Georgia, serif');
    await userEvent.fill(page.getByRole('textbox', { name: '--stance-table-size: any CSS length' }), '40em');
    await userEvent.fill(page.getByRole('textbox', { name: '--stance-radius: any CSS length' }), '3 cats');
    await userEvent.tab();
    expect(valueIn(css(), '--stance-font')?.light).toBe('Georgia, serif');
    expect(valueIn(css(), '--stance-table-size')?.light).toBe('40em');
    expect(valueIn(css(), '--stance-radius')).toBeUndefined();
    await expect.element(page.getByRole('alert').filter({ hasText: '“3 cats” is not a size' })).toBeInTheDocument();
    const slider = inDesk('input[type=range]') as HTMLInputElement;
    slider.value = '9';
    slider.dispatchEvent(new Event('input'));
    await expect.poll(css).toContain('--stance-radius: 9px;');
  });

  it('go back to where they started, one by one or all together', async () => {
    await startFrom('Tabloid');
    const before = css();
    pick('--stance-ink', 'light', '#101010');
    pick('--stance-line', 'dark', '#333333');
    await expect.poll(css).toContain('#333333');
    await userEvent.click(page.getByRole('button', { name: 'Reset --stance-ink' }));
    expect(valueIn(css(), '--stance-ink')).toEqual({ light: '#000', dark: '#fff' });
    expect(valueIn(css(), '--stance-line')!.dark).toBe('#333333');
    await userEvent.click(page.getByRole('button', { name: 'Reset all' }));
    await expect.poll(css).toBe(before);
  });

  it('emptied have their default again', async () => {
    pick('--stance-ink', 'light', '#101010');
    await expect.poll(css).toContain('--stance-ink');
    await userEvent.clear(field('--stance-ink', 'light'));
    expect(css()).not.toContain('--stance-ink');
  });
});

describe('the style sheet', () => {
  it.each(shipped)('of %s, untouched, is the file that comes with the package, and is judged like it', async (name) => {
    await startFrom(name);
    expect(css()).toBe(starts.get(name));
    expect(await (await downloaded()).text()).toBe(starts.get(name));
    expect(await judged()).toMatch(/^Passes: \d+ pairs in light, dark and forced colours\.$/);
  });

  it('is a file that theme-check judges as the page does', async () => {
    await startFrom('Broadsheet');
    pick('--stance-muted', 'light', '#aaaaaa');
    pick('--stance-support', 'dark', '#f4995f');
    await expect.poll(verdict).toMatch(/problems: \d in light, \d in dark\.$/);
    const file = await downloaded();
    expect(file.name).toBe('theme.css');
    const { problems } = checkTheme(await file.text(), 'theme.css');
    expect(problems.length).toBeGreaterThan(2);
    const shown = [...desk.shadowRoot!.querySelectorAll('.problems p')].map((each) => words(each.textContent));
    expect(shown).toEqual(problems.map(({ message, hint: mend }) => words(`${message} ${mend}`)));
  });

  it('is in the form of the themes, and at most forty lines where every property is turned', async () => {
    for (const token of colourTokens) pick(`--stance-${token}`, 'light', '#123456');
    for (const name of ['--stance-font', '--stance-heading-font', '--stance-quote-font'])
      await userEvent.fill(page.getByRole('combobox', { name }), 'Georgia, serif');
    await userEvent.fill(page.getByRole('textbox', { name: '--stance-radius' }), '0');
    await userEvent.fill(page.getByRole('textbox', { name: '--stance-table-size' }), 'none');
    const lines = css().trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    expect([...lines.slice(0, 2), lines.at(-1)]).toEqual(['stance-matrix,', 'source-disagreement {', '}']);
    expect(lines.slice(2, -1).map((line) => /^ {2}(--[\w-]+): .+;$/.exec(line)?.[1])).toEqual(properties);
  });

  it('may be one’s own, and keeps what no row turns', async () => {
    const own = `/* The house. */
:root { --house: #402010; --stance-ink: var(--house); color-scheme: light dark }
@media (prefers-color-scheme: dark) { :root { --house: #fed } }
.sport stance-matrix { --stance-ink: #222; }
stance-matrix::part(heading) { color: light-dark(#402010, #fed); }`;
    await paste(own);
    expect(css()).toBe(`${own}\n`);
    await expect.element(field('--stance-ink', 'light')).toHaveValue('var(--house)');
    const picker = inDesk('[aria-label^="--stance-ink, dark: pick"]') as HTMLInputElement;
    await expect.poll(() => picker.value).toBe('#ffeedd');
    pick('--stance-ink', 'dark', '#ffffff');
    await expect.poll(css).toContain('--stance-ink: light-dark(var(--house), #ffffff);');
    expect(css()).toContain('.sport stance-matrix { --stance-ink: #222; }');
    expect(css().split('\n').length).toBe(own.split('\n').length + 1);
    await judged();
  });

  it('that is none is told of where it was pasted, and nothing is lost', async () => {
    await startFrom('Tabloid');
    const before = css();
    await paste('stance-matrix {\n  --stance-ink: "red\n}');
    await expect.element(page.getByRole('alert').filter({ hasText: 'Line 2, column 17' })).toBeInTheDocument();
    await expect
      .element(page.getByLabelText(/A style sheet that sets/))
      .toHaveValue('stance-matrix {\n  --stance-ink: "red\n}');
    expect(css()).toBe(before);
  });

  it('is copied', async () => {
    await startFrom('Tabloid');
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(page.getByRole('button', { name: 'Copy' }));
    expect(write.mock.calls).toEqual([[css()]]);
    await expect.element(page.getByText('Copied.')).toBeInTheDocument();
    write.mockRejectedValue(new Error('not allowed'));
    await userEvent.click(page.getByRole('button', { name: 'Copy' }));
    await expect.element(page.getByText('Selected: copy it')).toBeInTheDocument();
  });
});

describe('the verdict', () => {
  it('names every look, with forced colours, every vision, and the figures of a theme that fails', async () => {
    await paste(failing);
    await judged();
    const figures = inDesk('table');
    const heads = [...figures.querySelectorAll('thead th')].map((each) => words(each.textContent));
    expect(heads.slice(1)).toEqual([
      'Text',
      'Marks',
      'Focus',
      'Normal',
      'Protanopia',
      'Deuteranopia',
      'Tritanopia',
      'Grey',
    ]);
    const rows = [...figures.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => words(cell.textContent)),
    );
    expect(rows.map(([look]) => look)).toEqual(['light', 'dark', 'forced colours']);
    expect(rows[0]!.slice(1, 3)).toEqual(['✕ 3.6 of 4.5', '✕ 2.9 of 3']);
    expect(rows[1]![6]).toBe('✕ 0.054 of 0.15');
    expect(rows[2]![1]).toContain('The reader’s own colours');
  });

  it('has a button for each nearest colour, and passes when all are used', async () => {
    await paste(failing);
    await judged();
    const first = page.getByRole('button', { name: /^Use it: #[0-9a-f]{6} for --stance-[a-z]+ in (light|dark)$/ });
    for (let left = first.elements().length; left > 0; left = first.elements().length) {
      expect(left).toBeLessThan(20);
      await userEvent.click(first.first());
      await judged();
      expect(desk.shadowRoot!.activeElement?.id).toBe('verdict');
      expect(first.elements().length).toBeLessThan(left);
    }
    expect(verdict()).toMatch(/^Passes/);
  });

  it('mends the text of a part where it stands', async () => {
    await paste('stance-matrix::part(heading) { color: light-dark(#999, #eee); --stance-line: #ccc }');
    await userEvent.click(page.getByRole('button', { name: /for the text of this part in light/ }));
    expect(css()).toMatch(/color: light-dark\(#[0-9a-f]{6}, #eee\)/);
    expect(await judged()).toMatch(/^Passes/);
  });

  it('offers a colour for every problem that names one and holds on every page', () => {
    const { problems } = checkTheme(`${failing}.sport stance-matrix { --stance-ink: #888 }`, 'theme.css');
    const near = problems.filter(({ hint: mend }) => mend.includes('Nearest colour that passes'));
    const offered = near.filter(({ nearest }) => nearest!.schemes.length > 0);
    expect(near.filter(({ message }) => !message.startsWith('stance-matrix .sport'))).toEqual(offered);
    expect(near.length).toBeGreaterThan(offered.length);
  });

  it('is read out politely, in one sentence', async () => {
    await paste(failing);
    await judged();
    const status = page.getByRole('status').filter({ hasText: 'problems' });
    await expect.element(status).toHaveTextContent(/^\d problems: \d in light, \d in dark\.$/);
  });
});

describe('a pane', () => {
  const worn = (text: string, scheme: 'light' | 'dark') => words(previewCss(text, scheme));

  it('stands for the page and its system', () => {
    expect(worn(':root { --a: 1 } html body stance-matrix { --a: 2 }', 'dark')).toBe(
      ':host { --a: 1 } :host stance-matrix { --a: 2 }',
    );
    expect(worn('body > :is(stance-matrix) { --a: 1 } .body { --a: 2 }', 'dark')).toBe(
      ':host :is(stance-matrix) { --a: 1 } .body { --a: 2 }',
    );
    expect(worn('@media (prefers-color-scheme: dark) and (width > 1px) { a { --a: 1 } }', 'dark')).toBe(
      '@media (min-width: 0) and (width > 1px) { a { --a: 1 } }',
    );
    expect(worn('@media (prefers-color-scheme: dark) { a { --a: 1 } }', 'light')).toContain('(max-width: 0)');
    expect(worn(':root { color-scheme: light dark; --a: 1 }', 'light')).toBe(':host { --a: 1 }');
  });

  it('does not meet the conditions of other pages', () => {
    expect(worn(":root[data-theme='dark'], stance-matrix { --a: 1 }", 'dark')).toBe('stance-matrix { --a: 1 }');
    expect(worn('html.dark stance-matrix { --a: 1 }', 'dark')).toBe('');
  });

  it('wears what one’s own page says of everything, and the page around it does not', async () => {
    await paste(':root, body { --stance-surface: #fed } section { display: none }');
    await expect.poll(() => groundIn('light', 'stance-matrix')).toBe('rgb(255, 238, 221)');
    expect(getComputedStyle(inDesk('section')).display).not.toBe('none');
  });

  it('has a mark’s evidence open', () => {
    for (const scheme of ['light', 'dark']) {
      const matrix = inDesk(`.ground.${scheme}`).shadowRoot!.querySelector('stance-matrix')!;
      expect(matrix.shadowRoot!.querySelectorAll('[part~=evidence] q, [part~=quote]').length).toBeGreaterThan(0);
    }
  });
});

describe('a theme as text', () => {
  it('says a property once, where it stood, whatever the text said of it', () => {
    const text = ':root { --stance-ink: #111 }\nstance-matrix { --stance-ink: #222 !important }\n';
    expect(withValue(text, '--stance-ink', '#333')).toBe(':root { --stance-ink: #333}\nstance-matrix {}\n');
  });

  it('keeps what is said for paper, forced colours and under a condition', () => {
    const text = `.a stance-matrix { --stance-ink: #111 }
@media print { :root { --stance-ink: #222 } }
@media (forced-colors: active) { :root { --stance-ink: #333 } }
`;
    expect(withValue(text, '--stance-ink', '#444')).toBe(
      `${text}stance-matrix,\nsource-disagreement {\n  --stance-ink: #444;\n}\n`,
    );
    expect(withValue(text, '--stance-ink', undefined)).toBe(text);
  });

  it('finds a property on a line with letters outside the first plane', () => {
    const text = '/* 🗞️🗞️ */ :root { --stance-ink: #111; }';
    expect(withValue(text, '--stance-ink', '#222')).toBe('/* 🗞️🗞️ */ :root { --stance-ink: #222; }');
  });
});

describe('the page', () => {
  const sizes = [
    [360, 740],
    [800, 1000],
    [1200, 800],
  ] as const;
  const looks = sizes.flatMap(([width, height]) =>
    (['light', 'dark'] as const).map((scheme) => [width, height, scheme] as const),
  );

  const isAccessible = async (width: number, height: number, scheme: 'light' | 'dark') => {
    await page.viewport(width, height);
    document.documentElement.style.colorScheme = scheme;
    onTestFinished(async () => {
      document.documentElement.style.removeProperty('color-scheme');
      await page.viewport(800, 600);
    });
    await userEvent.fill(field('--stance-oppose', 'light'), 'nothing');
    await userEvent.tab();
    await expectAccessible();
    expect(desk.scrollWidth).toBe(width);
    await paste(failing);
    await judged();
    // The widgets wear what fails.
    const exclude = ['light', 'dark'].map((each) => ({ fromShadowDom: ['stance-theme-page', `.ground.${each}`] }));
    const { violations } = await axe.run({ include: [['body']], exclude } as axe.ContextSpec);
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(desk.scrollWidth).toBe(width);
  };

  const [sampled, others] = sample(looks, 5);
  it.each(sampled)('is accessible at %i × %i in %s, with a text that is no colour, and with problems', isAccessible);
  it.each(others)('is so at %i × %i in %s', release, isAccessible);

  it('is walked by keys, each stop with a name and in sight', async () => {
    await page.viewport(1200, 800);
    const stops: string[] = [];
    for (let step = 0; step < 12; step++) {
      await userEvent.tab();
      const at = desk.shadowRoot!.activeElement!;
      stops.push(at.getAttribute('aria-label') ?? at.textContent.trim());
      const { top, bottom } = at.getBoundingClientRect();
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(800);
    }
    expect(stops.slice(1, 8)).toEqual([
      'Reset all',
      'Start from your CSS',
      'Reset --stance-support',
      '--stance-support, light: pick a colour',
      '--stance-support, light: any CSS colour',
      '--stance-support, dark: pick a colour',
      '--stance-support, dark: any CSS colour',
    ]);
    await page.viewport(800, 600);
  });
});

function words(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
