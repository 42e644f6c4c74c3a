import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { checkTheme, properties } from '../../src/theme-check/check-theme.js';
import { colourTokens, palette, type ColourDefault } from '../../src/theme/tokens.js';

const root = join(import.meta.dirname, '..', '..');
const names = readdirSync(join(root, 'themes'));

function cssOf(name: string): string {
  return readFileSync(join(root, 'themes', name), 'utf8');
}

describe('the themes that come with the package', () => {
  it('are these three, each an export', () => {
    expect(names).toEqual(['broadsheet.css', 'public-broadcaster.css', 'tabloid.css']);
    const exported = Object.entries(packageJson.exports).filter(([entry]) => entry.startsWith('./themes/'));
    expect(exported).toEqual(names.map((name) => [`./themes/${name}`, `./themes/${name}`]));
  });

  it.each(names)('%s passes theme-check in light and dark', (name) => {
    const { problems, notes, looks } = checkTheme(cssOf(name), name);
    expect([problems, notes]).toEqual([[], []]);
    expect(looks.map((look) => look.name)).toEqual(['light', 'dark', 'forced colours']);
  });

  it.each(names)('%s is at most forty lines, sets every colour, and asks for nothing', (name) => {
    const css = cssOf(name);
    expect(css.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    expect(css).not.toMatch(/url\(|@import|@font-face|color-scheme/);
    const set = [...css.matchAll(/--stance-(\w+): light-dark\(/g)].map(([, token]) => token);
    expect(set).toEqual(['surface', 'raised', 'ink', 'muted', 'line', 'support', 'oppose', 'neutral', 'accent']);
  });
});

it('the widgets’ own colours pass theme-check in light and dark', () => {
  const { problems, looks } = checkTheme('', 'nothing.css');
  expect(problems).toEqual([]);
  expect(looks.map((look) => look.name)).toEqual(['light', 'dark', 'forced colours']);
});

describe('docs/themes.md', () => {
  const docs = readFileSync(join(root, 'docs', 'themes.md'), 'utf8');

  it('gives the defaults that the widgets have', () => {
    for (const token of colourTokens) {
      const found: ColourDefault = palette[token];
      const row = docs.split('\n').find((line) => line.startsWith(`| \`--stance-${token}\``))!;
      const shown = 'sameAs' in found ? [`the ${found.sameAs}`] : [`\`${found.light}\``, `\`${found.dark}\``];
      for (const text of shown) expect(row).toContain(text);
    }
    for (const property of properties) expect(docs).toContain(`| \`${property}\``);
  });

  it('shows what theme-check says of its example', () => {
    const [, css, output] =
      /## Check a theme\n\n```css theme.css\n(.*?)```\n\n```\n\$ stancekit [^\n]*\n(.*?)```/s.exec(docs)!;
    const lines = checkTheme(css!, 'theme.css').problems.map(
      ({ file, line, column, message, hint: mend }) => `${file}:${line}:${column}  ${message}  ${mend}`,
    );
    expect(output!.split('\n').filter((line) => line.startsWith('theme.css'))).toEqual(lines);
  });
});
