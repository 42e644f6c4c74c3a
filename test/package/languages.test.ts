import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSite, type Visit } from './test-site.js';

const site = new TestSite();
const folder = join(import.meta.dirname, '../../dist/languages');

const headings = {
  ar: 'أين تختلف التغطية',
  de: 'Wo sich die Berichterstattung unterscheidet',
  es: 'Dónde difiere la cobertura',
  fr: 'Où la couverture diffère',
} as const;
const tags = Object.keys(headings) as (keyof typeof headings)[];

const kit = '<script src="/stancekit.js" defer></script>';
const german = '<script src="/languages/de.js" defer></script>';
const widget = '<source-disagreement src="/seeds.json"><p>In Worten.</p></source-disagreement>';

beforeAll(async () => {
  await site.open();
  site.serveFolder('/languages/', folder);
});
afterAll(() => site.close());

const page = (scripts: string, lang = 'de', body = widget) =>
  `<!doctype html><html lang="${lang}"${lang === 'ar' ? ' dir="rtl"' : ''}><head><meta charset="utf-8"><title>A page</title>${scripts}</head><body>${body}</body></html>`;

/** Fails unless the widget shows this heading, without errors. */
async function expectHeading(visit: Visit, heading: string): Promise<void> {
  await expect.poll(() => visit.page.locator('source-disagreement >> h2').innerText()).toBe(heading);
  expect(visit.errors).toEqual([]);
  expect(await visit.violations()).toEqual([]);
  await visit.close();
}

describe('a language in a second script tag', () => {
  it.each([
    ['before the script', german + kit],
    ['after the script', kit + german],
    ['before it, as modules', (german + kit).replaceAll('defer', 'type="module"')],
    ['after it, as modules', (kit + german).replaceAll('defer', 'type="module"')],
    ['as a module after a classic script', kit + german.replace('defer', 'type="module"')],
    ['twice, with the script twice', german + kit + german + kit],
  ])('is used: %s', async (_, scripts) => {
    await expectHeading(await site.visit(page(scripts)), headings.de);
  });

  it.each(tags)('exists for %s', async (tag) => {
    const scripts = kit + german.replace('de.js', `${tag}.js`);
    await expectHeading(await site.visit(page(scripts, tag)), headings[tag]);
  });

  it('needs no more of a strict content security policy than its own script tag', async () => {
    const policy =
      "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types stancekit";
    const visit = await site.visit(page(kit + german), { headers: { 'content-security-policy': policy } });
    await expectHeading(visit, headings.de);
  });

  it('is used by widgets that are already rendered, without loading data again', async () => {
    const visit = await site.visit(page(kit));
    await expect
      .poll(() => visit.page.locator('source-disagreement >> h2').innerText())
      .toBe('Where the coverage differs');
    await visit.page.addScriptTag({ url: '/languages/de.js' });
    await expect.poll(() => visit.page.locator('source-disagreement >> h2').innerText()).toBe(headings.de);
    expect(site.requests.filter((path) => path === '/seeds.json')).toHaveLength(1);
    await expectHeading(visit, headings.de);
  });

  it('leaves a widget in another language in English', async () => {
    await expectHeading(await site.visit(page(kit + german, 'sv')), 'Where the coverage differs');
  });

  it('leaves one property on the page, with an unlikely name', async () => {
    const setUp = 'window.before = Reflect.ownKeys(window).map(String);';
    const added = "Reflect.ownKeys(window).map(String).filter((name) => !before.includes(name) && name !== 'before')";
    const visit = await site.visit(page(german + kit), { setUp });
    await visit.rendered('source-disagreement');
    expect(await visit.page.evaluate(added)).toEqual(['Symbol(stancekit.languages)']);
    await expectHeading(visit, headings.de);
  });

  it('does no harm where the page has broken built-in objects', async () => {
    const visit = await site.visit(page(german + kit), {
      setUp: 'window.Map = class { constructor() { throw 1; } };',
    });
    await visit.page.getByText('In Worten.').waitFor();
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});

describe('a language in the output of the command line', () => {
  const root = join(import.meta.dirname, '../..');
  const made = (...argv: readonly string[]) =>
    execFileSync(
      process.execPath,
      [
        ...['dist/cli/bin.js', ...argv, 'seeds/dataset.json', '--widget', 'disagreement', '--lang', 'de'],
        ...['--script', '/stancekit.js', '--script-file', 'dist/stancekit.js'],
      ],
      { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );

  it.each([['embed'], ['render', '--as', 'iframe'], ['render', '--as', 'dsd']])(
    'is the language of the widget: %s %s %s',
    async (...argv) => {
      const content = made(...argv);
      const visit = await site.visit(argv.includes('iframe') ? content : page('', 'de', content));
      const heading = () => document.querySelector('source-disagreement')!.shadowRoot?.querySelector('h2')?.textContent;
      await expect.poll(() => visit.page.evaluate(heading)).toBe(headings.de);
      expect(visit.errors).toEqual([]);
      expect(await visit.violations()).toEqual([]);
      await visit.close();
    },
  );
});

describe('the file of a language', () => {
  it.each(tags)('%s is one script, small, the same in a page of any encoding, with its hash next to it', (tag) => {
    const code = readFileSync(join(folder, `${tag}.js`));
    expect(code.some((byte) => byte > 127)).toBe(false);
    expect(code.toString()).not.toMatch(/\bimport\s*[({'"]|\bfrom\s*["']|\bexport\b|\beval\(|new Function\b/);
    // Measured at 5.0 to 6.5 kB.
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(6_600);
    const hash = `sha384-${createHash('sha384').update(code).digest('base64')}\n`;
    expect(readFileSync(join(folder, `${tag}.js.integrity`), 'utf8')).toBe(hash);
  });
});

describe('a language in a site built with npm', () => {
  const root = join(import.meta.dirname, '../..');

  it('comes with its import, which bundlers keep', async () => {
    const entry = "import 'stancekit/define'; import 'stancekit/languages/de';";
    const { output } = (await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === 'entry' ? join(root, 'entry.js') : undefined),
          load: (id) => (id === join(root, 'entry.js') ? entry : undefined),
        },
      ],
      build: { write: false, rolldownOptions: { input: 'entry' } },
    })) as Rolldown.RolldownOutput;
    site.serve('/site.js', output[0].code, { 'content-type': 'text/javascript' });
    const bundle = '<script type="module" src="/site.js"></script>';
    await expectHeading(await site.visit(page(bundle)), headings.de);
  });

  it('may be imported without a DOM', async () => {
    await import(join(folder, 'de.js'));
    expect(typeof document).toBe('undefined');
  });
});
