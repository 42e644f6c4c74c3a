import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './packed.js';
import { TestSite, type Visit } from './test-site.js';

const site = new TestSite();

/** Where a page without a bundler finds the modules that the package imports. */
const modules = join(root, 'node_modules');
const d3 = readdirSync(modules).filter((name) => name.startsWith('d3-'));
const imports = {
  lit: '/node_modules/lit/index.js',
  'lit/': '/node_modules/lit/',
  'lit-element/': '/node_modules/lit-element/',
  'lit-html': '/node_modules/lit-html/lit-html.js',
  'lit-html/': '/node_modules/lit-html/',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
  ...Object.fromEntries([...d3, 'internmap'].map((name) => [name, `/node_modules/${name}/${entryOf(name)}`])),
};

function entryOf(name: string): string {
  const manifest = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { readonly module: string };
  return manifest.module;
}

/** The modules of the package, with the templates as they were written. */
const asWritten = `<script type="importmap">${JSON.stringify({ imports })}</script><script type="module" src="/dist/define.js"></script>`;
const minified = '<script src="/stancekit.js"></script>';

beforeAll(async () => {
  await site.open();
  site.serveFolder('/dist/', join(root, 'dist'));
  site.serveFolder('/node_modules/', modules);
});
afterAll(() => site.close());

/** What a reader reads, and which element stands in which. */
async function drawing(script: string, widget: string, width: number): Promise<{ words: string; tree: string }> {
  const name = widget.split(' ')[0]!;
  const visit: Visit = await site.visit(`${script}<${widget} src="/seeds.json"></${name}>`, { width });
  await visit.rendered(name);
  const drawn = await visit.page.evaluate((name) => {
    const { shadowRoot } = document.querySelector(name)!;
    for (const details of shadowRoot!.querySelectorAll('details')) details.open = true;
    const place = (element: Element): string =>
      `${element.parentElement ? `${place(element.parentElement)} > ` : ''}${element.localName}.${element.getAttribute('class') ?? ''}`;
    return {
      words: shadowRoot!.querySelector<HTMLElement>('[part~=frame]')!.innerText,
      tree: [...shadowRoot!.querySelectorAll('*')].map(place).join('\n'),
    };
  }, name);
  expect(visit.errors).toEqual([]);
  await visit.close();
  return drawn;
}

describe('the small templates of the script draw what was written:', () => {
  it.each([
    ['stance-matrix', 800],
    ['stance-matrix', 360],
    ['stance-matrix selected="/home-base"', 800],
    ['stance-matrix order="name" sources="dw" permalink', 800],
    ['source-disagreement selected="home-base"', 800],
    ['source-disagreement selected="home-base"', 360],
    ['source-disagreement view="counts"', 800],
    ['source-disagreement view="pairs"', 800],
  ])('%s at %i pixels', async (widget, width) => {
    const written = await drawing(asWritten, widget, width);
    expect(written.words.length).toBeGreaterThan(500);
    expect(await drawing(minified, widget, width)).toEqual(written);
  });
});
