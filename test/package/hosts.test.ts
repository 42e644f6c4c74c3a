import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { release } from '../release.js';
import { TestSite, seeds, type Visit } from './test-site.js';

const site = new TestSite();
const script = '<script src="/stancekit.js"></script>';
const matrix = '<stance-matrix id="matrix" src="/seeds.json"><p>The fallback.</p></stance-matrix>';
const chart = '<source-disagreement id="chart" src="/seeds.json"><p>The fallback.</p></source-disagreement>';
const both = matrix + chart;
const story = JSON.parse(seeds.toString()) as {
  readonly claims: readonly { readonly text: string; readonly short?: string }[];
  readonly statements: readonly { readonly quote: { readonly exact: string } }[];
};

beforeAll(() => site.open());
afterAll(() => site.close());

/** Returns the texts of both widgets, wherever they are in the page: `find` is an expression that returns one of them. */
async function textOf(page: Page, find: string): Promise<string> {
  return (await page.evaluate<string>(`(${find}).shadowRoot.textContent`)).replace(/\s+/g, ' ');
}

const matrixAt = "document.querySelector('stance-matrix')";
const chartAt = "document.querySelector('source-disagreement')";

/** Fails unless both widgets are visible and name every claim; a list on a phone is opened first. */
async function expectAllClaims(visit: Visit, widgets: readonly string[] = [matrixAt, chartAt]): Promise<void> {
  for (const widget of widgets) {
    await expect
      .poll(() => visit.page.evaluate(`(${widget})?.shadowRoot?.querySelector('h2')?.getBoundingClientRect().width`))
      .toBeGreaterThan(100);
    await visit.page.evaluate(
      `[...(${widget}).shadowRoot.querySelectorAll('button')].find(({ textContent }) => /^\\s*Show \\d+ more claims/.test(textContent))?.click()`,
    );
    await expect
      .poll(async () => {
        const text = await textOf(visit.page, widget);
        return story.claims.filter(
          (claim) => ![claim.text, claim.short ?? claim.text].some((name) => text.includes(name)),
        );
      })
      .toEqual([]);
  }
  expect(visit.errors).toEqual([]);
}

/** Returns the layout of the matrix: a table, or a list in a narrow container. */
function isTable(page: Page): Promise<boolean> {
  return page.evaluate(`Boolean(${matrixAt}.shadowRoot.querySelector('[part~="table"]')?.checkVisibility())`);
}

const overflow = 'document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth';

describe('a container', () => {
  const showsAllClaims = async (width: number) => {
    // The page is as wide as the container: what overflows one overflows the other.
    const visit = await site.visit(`<style>body { margin: 0 }</style>${script}${both}`, { width });
    await visit.rendered('stance-matrix');
    expect(await isTable(visit.page)).toBe(width >= 560);
    await expectAllClaims(visit);
    expect(await visit.page.evaluate(overflow)).toBe(0);
    await visit.close();
  };

  it.each([280, 559, 560, 1200])('%i px wide shows all claims without overflow', showsAllClaims);
  it.each([320, 360, 480, 561, 800, 1600])('%i px wide does so too', release, showsAllClaims);

  it.each([280, 1200])('that becomes %i px wide gets the layout for it', async (width) => {
    const visit = await site.visit(`${script}<div style="width: ${width === 280 ? 1200 : 280}px">${both}</div>`, {
      width: 1300,
    });
    await visit.rendered();
    await visit.page.evaluate((width) => (document.querySelector('div')!.style.width = `${width}px`), width);
    await expect.poll(() => isTable(visit.page)).toBe(width === 1200);
    await expectAllClaims(visit);
    await visit.close();
  });
});

describe('a container hidden at first', () => {
  it.each([
    [
      'a closed <details>',
      `<details><summary>More</summary>${both}</details>`,
      "document.querySelector('details').open = true",
    ],
    ['a tab with the attribute hidden', `<div hidden>${both}</div>`, "document.querySelector('div').hidden = false"],
    [
      'a tab with display: none',
      `<div style="display: none">${both}</div>`,
      "document.querySelector('div').style.display = ''",
    ],
    [
      'the widgets’ own attribute hidden',
      both.replaceAll(' src', ' hidden src'),
      'for (const widget of [matrix, chart]) widget.hidden = false',
    ],
    [
      'a closed <dialog>',
      `<dialog style="width: 90%">${both}</dialog>`,
      "document.querySelector('dialog').showModal()",
    ],
  ])('%s shows everything once it is open, at its width', async (_, html, show) => {
    for (const width of [800, 320]) {
      const visit = await site.visit(script + html, { width });
      await expect.poll(async () => (await visit.events()).filter(({ type }) => type === 'stance-load').length).toBe(2);
      await visit.page.evaluate(show);
      await expectAllClaims(visit);
      await expect.poll(() => isTable(visit.page)).toBe(width === 800);
      await visit.close();
    }
  });
});

describe('another component', release, () => {
  it.each(['open', 'closed'])('with an %s shadow root may contain them', async (mode) => {
    const visit = await site.visit(
      `${script}<x-article></x-article><script>
        customElements.define('x-article', class extends HTMLElement {
          connectedCallback() {
            window.inside = this.attachShadow({ mode: '${mode}' });
            inside.innerHTML = '<style>* { font-size: 9px }</style>' + ${JSON.stringify(both)};
          }
        });
      </script>`,
    );
    await expectAllClaims(visit, [
      "inside.querySelector('stance-matrix')",
      "inside.querySelector('source-disagreement')",
    ]);
    await visit.page.evaluate(
      `[...inside.querySelector('source-disagreement').shadowRoot.querySelectorAll('button[part~="claim"]')][0].click()`,
    );
    expect((await visit.events()).filter(({ type }) => type === 'stance-select')).toMatchObject([{ composed: true }]);
    await visit.close();
  });

  it('may slot them', async () => {
    const visit = await site.visit(
      `${script}<x-card>${both}</x-card><script>
        customElements.define('x-card', class extends HTMLElement {
          connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<div style="padding: 1em"><slot></slot></div>'; }
        });
      </script>`,
    );
    await expectAllClaims(visit);
    await visit.close();
  });
});

describe('a copy', release, () => {
  it.each([
    ['cloned from a <template>', 'document.querySelector("template").content.cloneNode(true)'],
    ['imported from a <template>', 'document.importNode(document.querySelector("template").content, true)'],
  ])('%s is rendered', async (_, copy) => {
    const visit = await site.visit(`${script}<template>${both}</template>`);
    await visit.page.evaluate(`document.body.append(${copy})`);
    await expectAllClaims(visit);
    await visit.close();
  });

  it('of a rendered widget is rendered too, and leaves the original unchanged', async () => {
    const visit = await site.visit(`${script}<div id="first">${both}</div><div id="second"></div>`);
    await expectAllClaims(visit);
    await visit.page.evaluate('for (const child of first.children) second.append(child.cloneNode(true))');
    await expectAllClaims(visit, [
      'second.children[0]',
      'second.children[1]',
      'first.children[0]',
      'first.children[1]',
    ]);
    expect(await visit.page.evaluate('second.children[0].children.length')).toBe(1);
    await visit.close();
  });

  it('of a widget with inline data is rendered from them', async () => {
    const data = `<script type="application/json">${seeds.toString()}</script>`;
    const visit = await site.visit(`${script}<stance-matrix>${data}</stance-matrix>`);
    await visit.rendered();
    await visit.page.evaluate(
      `const copy = ${matrixAt}.cloneNode(true); ${matrixAt}.remove(); document.body.append(copy)`,
    );
    await expectAllClaims(visit, [matrixAt]);
    await visit.close();
  });

  it('of a widget whose data the page had set keeps the fallback, because a copy has no properties', async () => {
    const visit = await site.visit(
      `${script}<stance-matrix><p>The fallback.</p></stance-matrix><script>${matrixAt}.data = ${seeds.toString()}</script>`,
    );
    await visit.rendered();
    await visit.page.evaluate(
      `const copy = ${matrixAt}.cloneNode(true); ${matrixAt}.remove(); document.body.append(copy)`,
    );
    await visit.page.getByText('The fallback.').waitFor();
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});

describe('a framework', () => {
  it('may create a widget, set its data, insert, move, remove and insert it again', async () => {
    const visit = await site.visit(`${script}<div id="one"></div><div id="two"></div><div id="three"></div>`);
    await visit.page.evaluate(`
      window.made = ['stance-matrix', 'source-disagreement'].map((name) => document.createElement(name));
      for (const widget of made) { widget.data = ${seeds.toString()}; widget.setAttribute('heading', 'Before'); }
    `);
    for (const place of ['one', 'two']) {
      await visit.page.evaluate(`${place}.append(...made)`);
      await expectAllClaims(visit);
    }
    await visit.page.evaluate('for (const widget of made) widget.remove()');
    await visit.page.evaluate(
      `for (const widget of made) { widget.setAttribute('heading', 'After'); three.append(widget); }`,
    );
    await expectAllClaims(visit);
    await expect.poll(() => textOf(visit.page, matrixAt)).toContain('After');
    expect((await visit.events()).map(({ type }) => type)).toEqual(['stance-load', 'stance-load']);
    await visit.close();
  });

  it('may insert and remove it in one task, while it loads', async () => {
    const visit = await site.visit(`${script}<div id="one"></div><div id="two"></div>`);
    await visit.page.evaluate(`
      const widget = document.createElement('stance-matrix');
      one.append(widget);
      widget.setAttribute('src', '/seeds.json');
      widget.remove();
      two.append(widget);
      one.append(widget);
      widget.setAttribute('src', '/seeds.json');
    `);
    await expectAllClaims(visit, [matrixAt]);
    expect((await visit.events()).map(({ type }) => type)).toEqual(['stance-load']);
    await visit.close();
  });

  it('may reorder keyed children without closing what is open', async () => {
    const items = ['a', 'b', 'c'].map(
      (id) => `<li id="${id}"><stance-matrix src="/seeds.json" selected="none"></stance-matrix></li>`,
    );
    const visit = await site.visit(`${script}<ul id="list">${items.join('')}</ul>`);
    await visit.rendered('#c stance-matrix');
    await visit.page.locator('#c button[part~="mark"]').first().click();
    await visit.page.locator('#c [part~="evidence"]').first().waitFor();
    await visit.page.evaluate(`
      list.insertBefore(c, a);
      list.insertBefore(b, c);
      list.insertBefore(a, null);
    `);
    expect(await visit.page.evaluate(`[...list.children].map(({ id }) => id).join()`)).toBe('b,c,a');
    await expectAllClaims(
      visit,
      ['a', 'b', 'c'].map((id) => `${id}.firstChild`),
    );
    expect(await visit.page.locator('#c [part~="evidence"]').count()).toBeGreaterThan(0);
    expect((await visit.events()).filter(({ type }) => type === 'stance-load')).toHaveLength(3);
    await visit.close();
  });

  it('may set attributes and data before the script is loaded', async () => {
    const visit = await site.visit(
      `<stance-matrix id="matrix"></stance-matrix><source-disagreement></source-disagreement><script>
        matrix.data = ${seeds.toString()};
        matrix.heading = 'Set before';
        matrix.setAttribute('order', 'name');
        ${chartAt}.setAttribute('src', '/seeds.json');
      </script>${script}`,
    );
    await expectAllClaims(visit);
    expect(await textOf(visit.page, matrixAt)).toContain('Set before');
    await visit.close();
  });

  it('may write an article with widgets as innerHTML, repeatedly', async () => {
    const data = `<script type="application/json">${seeds.toString()}</script>`;
    const article = `<h1>Headline</h1><p>Text.</p>${matrix}<p>Text.</p><source-disagreement>${data}</source-disagreement>`;
    const visit = await site.visit(`${script}<article id="article"></article>`);
    for (let time = 0; time < 3; time++) {
      await visit.page.evaluate((html) => (document.querySelector('article')!.innerHTML = html), article);
      await expectAllClaims(visit);
    }
    await visit.close();
  });
});

describe('another document', release, () => {
  it('may have created the element that the page adopts', async () => {
    const visit = await site.visit(
      `${script}<iframe srcdoc="<p>Preview</p>${both.replaceAll('"', '&quot;')}"></iframe>`,
    );
    await visit.page.frameLocator('iframe').getByText('Preview').waitFor();
    await visit.page.evaluate(`
      for (const widget of document.querySelector('iframe').contentDocument.querySelectorAll('[src]'))
        document.body.append(document.adoptNode(widget));
    `);
    await expectAllClaims(visit);
    await visit.close();
  });

  it('may have rendered the element that the page adopts, which keeps its styles', async () => {
    const frame = (script + both).replaceAll('"', '&quot;');
    const visit = await site.visit(`<iframe width="780" srcdoc="${frame}"></iframe>`);
    for (const name of ['stance-matrix', 'source-disagreement'])
      await visit.page.frameLocator('iframe').locator(`${name} >> h2`).waitFor();
    await visit.page.evaluate(`
      for (const widget of document.querySelector('iframe').contentDocument.querySelectorAll('[src]'))
        document.body.append(document.adoptNode(widget));
    `);
    await expectAllClaims(visit);
    const surface = (widget: string) =>
      visit.page.evaluate(`getComputedStyle(${widget}.shadowRoot.querySelector('[part~="frame"]')).backgroundColor`);
    for (const widget of [matrixAt, chartAt]) expect(await surface(widget)).toBe('rgb(255, 255, 255)');
    await visit.close();
  });
});

describe('on paper', () => {
  it.each([
    ['stance-matrix', 800],
    ['stance-matrix', 320],
    ['source-disagreement', 800],
    ['source-disagreement', 320],
  ] as const)('<%s> at %i px has the quote of every statement, visible', async (widget, width) => {
    const visit = await site.visit(`${script}<${widget} src="/seeds.json" selected="none"></${widget}>`, { width });
    await visit.rendered(widget);
    await visit.page.emulateMedia({ media: 'print' });
    await visit.page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    const quotes = visit.page.locator(`${widget} >> [part~="quote"]`);
    await expect.poll(() => quotes.count()).toBeGreaterThan(0);
    // Rendered text only: that of a closed <details> is in the tree, but not printed.
    const printed = (await visit.page.locator(`${widget} >> [part~="frame"]`).innerText()).replace(/\s+/g, ' ');
    const missing = story.statements
      .flatMap(({ quote }) => quote.exact.split(/\s*(?:…|\[…\])\s*/))
      .map((quote) => quote.replace(/\s+/g, ' ').trim())
      .filter((quote) => !printed.includes(quote));
    expect(missing).toEqual([]);
    await visit.page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    await expect.poll(() => quotes.count()).toBe(0);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});
