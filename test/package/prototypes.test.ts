import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { mustRender, mustNotBeBlank } from './hostile-prototypes.js';
import { TestSite, type Visit } from './test-site.js';

const site = new TestSite();
const widgets = ['stance-matrix', 'source-disagreement'] as const;

beforeAll(() => site.open());
afterAll(() => site.close());

/** The page changes built-in objects before our script runs; afterwards it would prove nothing. */
function visit(script: string): Promise<Visit> {
  const elements = widgets.map((name) => `<${name} src="/seeds.json" selected="none"><p>The fallback.</p></${name}>`);
  return site.visit(
    `<script>${script}</script><script src="/stancekit.js"></script>${elements.join('')}<p>The page goes on.</p>`,
  );
}

/** Returns all texts of a widget in reading order, read in an isolated world that the page cannot have changed. */
async function wordsOf({ page }: Visit, widget: string): Promise<string> {
  return (await page.locator(`${widget} >> [part~="frame"]`).innerText()).replace(/\s+/g, ' ');
}

it('there are at least seventeen kinds of changes, with eleven of which the widgets must render', () => {
  expect(mustRender.length).toBeGreaterThanOrEqual(11);
  expect(mustRender.length + mustNotBeBlank.length).toBeGreaterThanOrEqual(17);
});

describe('a page that changes built-in objects shows both widgets completely:', () => {
  let expected: readonly string[] = [];

  beforeAll(async () => {
    const untouched = await visit('');
    for (const widget of widgets) await untouched.rendered(widget);
    expected = await Promise.all(widgets.map((widget) => wordsOf(untouched, widget)));
    await untouched.close();
  });

  it.each(mustRender)('$name', async ({ script }) => {
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

describe('a page that breaks built-in objects has no uncaught error and no blank box:', () => {
  it.each(mustNotBeBlank)('$name', async ({ script }) => {
    const broken = await visit(script);
    onTestFinished(broken.close);
    await broken.page.getByText('The page goes on.').waitFor({ timeout: 5000 });
    for (const widget of widgets) {
      const host = broken.page.locator(widget);
      const shown = host.locator('h2, [role=alert]').or(host.getByText('The fallback.'));
      await expect.poll(() => shown.filter({ visible: true }).count()).toBeGreaterThan(0);
      // While it loads, the fallback is visible; in the end, one of the three.
      await broken.page.waitForLoadState('networkidle');
      expect(await shown.filter({ visible: true }).count()).toBeGreaterThan(0);
    }
    expect(broken.errors).toEqual([]);
  });
});
