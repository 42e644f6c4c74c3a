import { describe, expect, it } from 'vitest';
import { checkTheme, properties } from '../../src/theme-check/check-theme.js';
import { contrast, distance, hexOf, lchOf, readColour, visions } from '../../src/theme-check/colour.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function problemsOf(css: string): readonly string[] {
  return checkTheme(css, 't.css').problems.map(
    ({ line, column, message, hint }) => `${line}:${column} ${message} ${hint}`,
  );
}

function looksOf(css: string): Record<string, Readonly<Record<string, string | null>>> {
  return Object.fromEntries(checkTheme(css, 't.css').looks.map(({ name, colours }) => [name, colours]));
}

describe('a colour', () => {
  it.each([
    ['#0a7', '#00aa77'],
    ['rebeccapurple', '#663399'],
    ['rgb(10 20 30 / 50%)', '#0a141e80'],
    ['hsl(200deg 50% 50%)', '#4095bf'],
    ['oklch(60% 0.1 200)', '#0d9298'],
    ['color-mix(in srgb, #000, #fff)', '#808080'],
    ['oklch(from #ff0000 l c h)', '#ff0000'],
  ])('%s is read as %s', (text, hex) => {
    expect(hexOf(readColour(text)!)).toBe(hex);
  });

  it.each(['', '12px', 'bluee', '#12', 'var(--x)', 'url(x)'])('%j is none', (text) => {
    expect(readColour(text)).toBeUndefined();
  });

  it('has the contrast of WCAG', () => {
    const [grey, white, black] = ['#777', '#fff', '#000'].map((text) => readColour(text)!);
    expect(contrast(grey!, white!)).toBeCloseTo(4.478, 3);
    expect(contrast(black!, white!)).toBeCloseTo(21, 6);
  });

  it('loses what a kind of cones would have seen', () => {
    const [red, green] = [readColour('#c00')!, readColour('#5b7a00')!];
    const [normal, ...less] = visions.map((vision) => distance(red, green, vision));
    expect(less[0]).toBeLessThan(normal! * 0.6);
    expect(less[1]).toBeLessThan(normal! * 0.6);
    // Machado’s matrices keep greys grey.
    const [dark, light] = [readColour('#444')!, readColour('#bbb')!];
    for (const vision of visions) expect(distance(dark, light, vision)).toBeCloseTo(distance(dark, light), 3);
  });
});

describe('theme-check', () => {
  it('names the pair, its contrast, the minimum, and the nearest colour that passes', () => {
    expect(problemsOf('stance-matrix, source-disagreement {\n  --stance-muted: light-dark(#888, #a9b0b8);\n}')).toEqual(
      [
        '2:3 light: text in --stance-muted (#888888) on --stance-surface (#ffffff, the default) has a contrast of 3.54; the minimum is 4.5. Nearest colour that passes: --stance-muted #717171.',
        '2:3 light: text in --stance-muted (#888888) on --stance-raised (#f6f7f9, the default) has a contrast of 3.3; the minimum is 4.5. Nearest colour that passes: --stance-muted #717171.',
        '2:3 light: a mark in --stance-muted (#888888) on --stance-line (#dfe2e6, the default) has a contrast of 2.72; the minimum is 3. Nearest colour that passes: --stance-muted #717171.',
      ],
    );
  });

  it('returns that colour for programs, with the colour schemes in which to set it', () => {
    const nearestIn = (css: string) => [
      ...new Set(checkTheme(css, 't.css').problems.map(({ nearest }) => JSON.stringify(nearest))),
    ];
    expect(nearestIn('stance-matrix { --stance-muted: light-dark(#888, #a9b0b8) }')).toEqual([
      '{"property":"--stance-muted","colour":"#717171","schemes":["light"]}',
    ]);
    const both = nearestIn(':root { color-scheme: light } stance-matrix { --stance-muted: #888 }');
    expect(both).toEqual(['{"property":"--stance-muted","colour":"#717171","schemes":["light","dark"]}']);
    expect(nearestIn('.sport stance-matrix { --stance-muted: light-dark(#888, #a9b0b8) }')).toEqual([
      '{"property":"--stance-muted","colour":"#717171","schemes":[]}',
    ]);
    expect(nearestIn('stance-matrix::part(heading) { color: light-dark(#999, #eee) }')).toEqual([
      expect.stringMatching(/^\{"colour":"#[0-9a-f]{6}","schemes":\["light"\]\}$/),
    ]);
  });

  it('passes once every nearest colour is applied', () => {
    const faulty =
      ':root { --stance-muted: #999; --stance-neutral: #bbb; --stance-accent: #ddd; color-scheme: light; }';
    let css = faulty;
    for (let round = 0; round < 3; round++)
      for (const { hint } of checkTheme(css, 't.css').problems) {
        const [, token, hex] = /(--stance-\w+) (#\w+)\.$/.exec(hint)!;
        css = css.replace(new RegExp(`${token!}: #\\w+`), `${token!}: ${hex!}`);
      }
    expect(css).not.toBe(faulty);
    expect(problemsOf(css)).toEqual([]);
  });

  it.each(['#539344', '#357426', '#778b20', '#00764c'])('proposes a green for the green %s on a dark page', (green) => {
    const [problem] = checkTheme(`* { color-scheme: dark; --stance-support: ${green} }`, 't.css').problems;
    const hueOf = (colour: string) => lchOf(readColour(colour)!)[2];
    expect(Math.abs(hueOf(problem!.nearest!.colour) - hueOf(green))).toBeLessThan(4);
  });

  it('proposes another hue if no colour of the own one passes', () => {
    const css = '* { color-scheme: light; --stance-support: #c8501e }';
    const [nearest] = checkTheme(css, 't.css').problems.flatMap(({ nearest }) => nearest?.colour ?? []);
    expect(nearest).toMatch(/^#/);
    expect(problemsOf(css.replace('#c8501e', nearest!))).toEqual([]);
  });

  it.each([
    ['border', 'line'],
    ['background', 'surface'],
    ['text', 'ink'],
    ['against', 'oppose'],
    ['border-radius', 'radius'],
  ])('suggests for --stance-%s the property --stance-%s', (written, meant) => {
    expect(problemsOf(`* { --stance-${written}: 0 }`)).toEqual([
      `1:5 Unknown property --stance-${written}. Did you mean --stance-${meant}?`,
    ]);
  });

  it('says for which vision stances are too similar, and how similar', () => {
    const css =
      'stance-matrix { --stance-support: light-dark(#2b8a3e, #6db3e8); --stance-oppose: light-dark(#c92a2a, #f39a66); }';
    const first = problemsOf(css).find((each) => each.includes('too similar'));
    expect(first).toMatch(/--stance-support \(#2b8a3e\) and --stance-oppose \(#c92a2a\) are too similar: 0\.\d+ in /);
    expect(first).toContain('deuteranopia');
    expect(first).not.toContain('normal vision');
  });

  it('detects a background for light only, which meets the light text of dark', () => {
    const problems = problemsOf('stance-matrix, source-disagreement { --stance-surface: #fff1e5; }');
    expect(problems.filter((each) => each.includes(' dark: text in --stance-ink'))).toEqual([
      expect.stringContaining('Set --stance-ink too, or give --stance-surface a colour per scheme'),
    ]);
  });

  it('detects a theme that follows the system instead of the page, unless it sets color-scheme', () => {
    const dark = '@media (prefers-color-scheme: dark) { :root { --stance-surface: #111; --stance-raised: #222 } }';
    expect(problemsOf(dark)).toEqual([
      expect.stringContaining('dark system, light page: the theme follows the colour scheme of the system'),
    ]);
    expect(problemsOf(`:root { color-scheme: light dark } ${dark}`)).toEqual([]);
  });

  it.each([
    ['light-dark()', 'stance-matrix { --stance-ink: light-dark(#111, #fff) }'],
    ['media queries', '* { --stance-ink: #111 } @media (prefers-color-scheme: dark) { * { --stance-ink: #fff } }'],
    ['nesting', ':root { --stance-ink: #111; @media (prefers-color-scheme: dark) { & { --stance-ink: #fff } } }'],
    ['other properties', ':root { --a: #111; --b: #fff; --stance-ink: light-dark(var(--a), var(--none, var(--b))) }'],
    [
      'what goes before',
      ':root { --stance-ink: red } stance-matrix { --stance-ink: light-dark(#111, #fff) } :root { --stance-ink: red }',
    ],
  ])('resolves %s', (_, css) => {
    const looks = Object.entries(looksOf(css)).filter(([name]) => !/page|source-disagreement|forced/.test(name));
    expect(looks.map(([name, { ink }]) => [name.replace('stance-matrix ', ''), ink])).toEqual([
      ['light', '#111111'],
      ['dark', '#ffffff'],
    ]);
  });

  it('checks a condition of the page as a look of its own', () => {
    const looks = looksOf('.sport stance-matrix { --stance-ink: #030 } [data-theme="dark"] { color-scheme: dark }');
    expect(looks['stance-matrix .sport light']).toMatchObject({ ink: '#003300' });
    expect(problemsOf('.sport stance-matrix { --stance-ink: light-dark(#999, #fff) }')[0]).toContain('.sport light');
  });

  it('uses system colours in forced colours, whatever the theme sets', () => {
    const { colours, verdicts } = checkTheme('* { --stance-ink: red; --stance-surface: red }', 't.css').looks.at(-1)!;
    expect(colours).toMatchObject({ ink: 'canvastext', surface: 'canvas', accent: 'highlight' });
    const judged = verdicts.filter(({ kind }) => kind === 'text').map(({ passes }) => passes);
    expect(judged).not.toContain(false);
    expect(verdicts.find(({ kind }) => kind === 'focus')).toMatchObject({ figure: undefined, passes: undefined });
  });

  it('checks text that a theme colours with ::part()', () => {
    expect(problemsOf('stance-matrix::part(heading) { color: #fff; background: #ffd60a }')).toEqual([
      expect.stringMatching(/text in ::part\(heading\), #ffffff on #ffd60a, has a contrast of 1\.4/),
      expect.stringContaining('dark'),
    ]);
    expect(problemsOf('stance-matrix::part(control) { color: #1c2024 }')).toContainEqual(
      expect.stringMatching(/light: text in ::part\(control\), #1c2024 on #1c2024/),
    );
    expect(problemsOf('stance-matrix::part(heading) { color: #000; background: #ffd60a }')).toEqual([]);
  });

  it('composites a translucent colour onto its background', () => {
    const [ink] = problemsOf('stance-matrix { --stance-ink: rgb(0 0 0 / 40%); color-scheme: light }');
    expect(ink).toMatch(/--stance-ink \(#00000066\) on --stance-surface .* has a contrast of 2\.84/);
    const { notes } = checkTheme('stance-matrix { --stance-surface: transparent }', 't.css');
    expect(notes.map(({ message }) => message)).toContainEqual(expect.stringContaining('is translucent'));
  });

  it.each([
    ['stance-matrix { --stance-suport: red }', '1:17 Unknown property --stance-suport. Did you mean --stance-support?'],
    ['stance-matrix { --stance-ink: bluee }', '1:17 --stance-ink is not a colour: “bluee”.'],
    ['stance-matrix { --stance-ink: red', '1:1 Invalid CSS: Unclosed block.'],
    ['/* 🗞 */ * { --stance-ink: #12 }', '1:13 --stance-ink is not a colour'],
  ])('reports the location and the error in %s', (css, expected) => {
    expect(problemsOf(css)[0]).toContain(expected);
  });

  it('notes what it cannot check', () => {
    const notes = (css: string) => checkTheme(css, 't.css').notes.map(({ message }) => message);
    expect(notes('* { --stance-ink: var(--brand) }')).toEqual([
      expect.stringContaining('--brand is not set in this file'),
    ]);
    expect(notes('@import "brand.css"; * { --stance-ink: #111 }')).toEqual([expect.stringContaining('was not read')]);
    expect(notes('p { color: red }')).toEqual([expect.stringContaining('This file sets no --stance-')]);
    expect(notes('* { --a: var(--a, #111); --stance-ink: var(--a) }')).toEqual([]);
  });

  it('knows every property that the elements document, and no other', () => {
    const source = readFileSync(join(import.meta.dirname, '../../src/elements/stance-matrix.ts'), 'utf8');
    const documented = [...source.matchAll(/@cssprop (--stance-[a-z-]+)/g)].map(([, name]) => name!);
    expect([...properties].sort()).toEqual(documented.sort());
  });
});
