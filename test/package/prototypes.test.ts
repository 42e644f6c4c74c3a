import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { drawnAllTheSame, neverBlank } from './hostile-prototypes.js';
import { TestSite, type Visit } from './test-site.js';

const site = new TestSite();
const widgets = ['stance-matrix', 'source-disagreement'] as const;

beforeAll(() => site.open());
afterAll(() => site.close());

/** The page does its harm in a script of its own before ours: what is broken afterwards only proves nothing. */
function visit(script: string): Promise<Visit> {
  const elements = widgets.map((name) => `<${name} src="/seeds.json" selected="none"><p>In words.</p></${name}>`);
  return site.visit(
    `<script>${script}</script><script src="/stancekit.js"></script>${elements.join('')}<p>The page goes on.</p>`,
  );
}

/** All texts of a widget in reading order; asked for through the test tool's own world, which the page cannot have changed. */
async function wordsOf({ page }: Visit, widget: string): Promise<string> {
  return (await page.locator(`${widget} >> [part~="frame"]`).innerText()).replace(/\s+/g, ' ');
}

it('are at least seventeen kinds, of which eleven must be drawn', () => {
  expect(drawnAllTheSame.length).toBeGreaterThanOrEqual(11);
  expect(drawnAllTheSame.length + neverBlank.length).toBeGreaterThanOrEqual(17);
});

describe('a page that has changed the language before us still shows both widgets whole:', () => {
  let expected: readonly string[] = [];

  beforeAll(async () => {
    const untouched = await visit('');
    for (const widget of widgets) await untouched.rendered(widget);
    expected = await Promise.all(widgets.map((widget) => wordsOf(untouched, widget)));
    await untouched.close();
  });

  it.each(drawnAllTheSame)('$name', async ({ script }) => {
    const changed = await visit(script);
    onTestFinished(changed.close);
    for (const [index, widget] of widgets.entries()) {
      await changed.rendered(widget);
      expect(await wordsOf(changed, widget)).toBe(expected[index]);
    }
    const mark = changed.page.locator('stance-matrix >> button[part~="mark"]').first();
    await mark.click();
    await changed.page.locator('stance-matrix >> [part~="quote"]').first().waitFor();
    await changed.page.locator('source-disagreement >> button[part~="claim"]').first().click();
    await changed.page.locator('source-disagreement >> [part~="quote"]').first().waitFor();
    expect(changed.errors).toEqual([]);
  });
});

describe('a page that has broken the language before us has no error and no blank box:', () => {
  it.each(neverBlank)('$name', async ({ script }) => {
    const broken = await visit(script);
    onTestFinished(broken.close);
    await broken.page.getByText('The page goes on.').waitFor({ timeout: 5000 });
    for (const widget of widgets) {
      const host = broken.page.locator(widget);
      const shown = host.locator('h2, [role=alert]').or(host.getByText('In words.'));
      await expect.poll(() => shown.filter({ visible: true }).count()).toBeGreaterThan(0);
      // Where it is still loading, the fallback stands; in the end there is one of the three.
      await broken.page.waitForLoadState('networkidle');
      expect(await shown.filter({ visible: true }).count()).toBeGreaterThan(0);
    }
    expect(broken.errors).toEqual([]);
  });
});
