import { afterAll, beforeAll, expect, it } from 'vitest';
import { storyJson, type Said } from '../dataset/small-story.js';
import { TestSite } from './test-site.js';

// P18: a very large story is rendered; above the stated limit it is refused with a message (data.test.ts).
const site = new TestSite();
beforeAll(() => site.open());
afterAll(() => site.close());

const stances = ['support', 'oppose', 'neutral'] as const;

it('5,000 statements are rendered in both widgets, and the page stays responsive', async () => {
  // Fifty speakers on twenty claims in five sources, all of them everywhere.
  const statements = Array.from({ length: 5000 }, (_, index): Said => [
    `source-${index % 5}`,
    `speaker-${Math.floor(index / 5) % 50}`,
    `claim-${Math.floor(index / 250)}`,
    stances[(index * 7) % 3]!,
  ]);
  site.serve('/large.json', JSON.stringify(storyJson(statements)));
  const visit = await site.visit(
    `<script src="/stancekit.js"></script><stance-matrix src="/large.json"></stance-matrix><source-disagreement src="/large.json"></source-disagreement><p>The page goes on.</p>`,
  );
  await visit.rendered('stance-matrix');
  await visit.rendered('source-disagreement');
  await expect.poll(() => visit.page.locator('stance-matrix >> [part~=mark]').count()).toBe(1000);
  await expect.poll(() => visit.page.locator('source-disagreement >> [part~=row]').count()).toBe(20);
  await visit.page.getByText('The page goes on.').waitFor();
  expect(visit.errors).toEqual([]);
  await visit.close();
}, 120_000);

it.each(['stance-matrix', 'source-disagreement'])(
  'data set while a large story is computed replace it, in a %s',
  async (widget) => {
    const large = storyJson(
      Array.from({ length: 3000 }, (_, index): Said => ['daily', `speaker-${index % 100}`, 'claim-0', 'support']),
    );
    const small = storyJson([['daily', 'ann', 'tax', 'support']]);
    const visit = await site.visit(`<${widget}></${widget}><script src="/stancekit.js"></script>`);
    const loads = await visit.page.evaluate(
      async ([widget, large, small]) => {
        const element = document.querySelector(widget) as HTMLElement & {
          data: unknown;
          updateComplete: Promise<unknown>;
        };
        const loads: number[] = [];
        element.addEventListener('stance-load', (event) => {
          loads.push(event.detail.dataset.statements.length);
        });
        element.data = large;
        // Long enough for reading it, too short for another task.
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
        if (!element.matches(':state(loading)')) throw new Error('It was not read in a task of its own.');
        element.data = small;
        // Including those of the story that was replaced.
        await element.updateComplete;
        return loads;
      },
      [widget, large, small] as const,
    );
    expect(loads).toEqual([1]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  },
);
