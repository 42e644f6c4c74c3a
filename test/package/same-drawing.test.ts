import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSite, type Visit } from './test-site.js';

const site = new TestSite();
const root = join(import.meta.dirname, '../..');

/** The package's modules as a page without a bundler loads them, with unminified templates. */
const modules = {
  lit: 'index.js',
  'lit-html': 'lit-html.js',
  'lit-element': 'lit-element.js',
  '@lit/reactive-element': 'reactive-element.js',
  'd3-array': 'src/index.js',
  'd3-shape': 'src/index.js',
  'd3-path': 'dist/d3-path.mjs',
  internmap: 'src/index.js',
};
const asWritten = `<script type="importmap">${JSON.stringify({
  imports: Object.fromEntries(
    Object.entries(modules).flatMap(([name, entry]) => [
      [name, `/node_modules/${name}/${entry}`],
      [`${name}/`, `/node_modules/${name}/`],
    ]),
  ),
})}</script><script type="module" src="/dist/define.js"></script>`;
const minified = '<script src="/stancekit.js"></script>';

beforeAll(async () => {
  await site.open();
  site.serveFolder('/dist/', join(root, 'dist'));
  for (const name of Object.keys(modules)) site.serveFolder(`/node_modules/${name}/`, join(root, 'node_modules', name));
});
afterAll(() => site.close());

/** Returns the text of a widget, and its tree of elements. */
async function drawing(script: string, widget: string, width: number): Promise<{ text: string; tree: string }> {
  const name = widget.split(' ')[0]!;
  const visit: Visit = await site.visit(`${script}<${widget} src="/seeds.json"></${name}>`, { width });
  await visit.rendered(name);
  const rendering = await visit.page.evaluate((name) => {
    const { shadowRoot } = document.querySelector(name)!;
    for (const details of shadowRoot!.querySelectorAll('details')) details.open = true;
    const place = (element: Element): string =>
      `${element.parentElement ? `${place(element.parentElement)} > ` : ''}${element.localName}.${element.getAttribute('class') ?? ''}`;
    return {
      text: shadowRoot!.querySelector<HTMLElement>('[part~=frame]')!.innerText,
      tree: [...shadowRoot!.querySelectorAll('*')].map(place).join('\n'),
    };
  }, name);
  expect(visit.errors).toEqual([]);
  await visit.close();
  return rendering;
}

describe('the minified templates of the script render the same:', () => {
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
    expect(written.text.length).toBeGreaterThan(500);
    expect(await drawing(minified, widget, width)).toEqual(written);
  });
});
