// @module-tag release
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestSite, seeds } from './test-site.js';

// P19 for the built script: 170 widgets that are added and removed leave nothing behind. For the sources: elements/leaks.test.ts.
const site = new TestSite();
beforeAll(() => site.open());
afterAll(() => site.close());

const times = 170;

it.each(['stance-matrix', 'source-disagreement'])(
  `%s attached and detached ${times} times leaves no instances, listeners, nodes or memory`,
  async (tag) => {
    const visit = await site.visit(
      `<script src="/stancekit.js"></script><script>window.seeds = ${seeds.toString().replaceAll('<', '\\u003c')}; window.gone = [];</script>`,
      { ownWindow: true },
    );
    const devtools = await visit.page.context().newCDPSession(visit.page);
    await devtools.send('Performance.enable');
    const comeAndGo = (count: number) =>
      visit.page.evaluate(
        async ([tag, count]) => {
          const page = window as unknown as { seeds: unknown; gone: WeakRef<Element>[] };
          const frame = () => new Promise((done) => requestAnimationFrame(done));
          for (let time = 0; time < count; time++) {
            const widget = document.createElement(tag);
            // Alternately an object and an address; some are removed before they render.
            if (time % 3 === 0) widget.setAttribute('src', '/seeds.json');
            else Object.assign(widget, { data: page.seeds });
            document.body.append(widget);
            if (time % 5 > 0) {
              while (!widget.shadowRoot!.querySelector('h2')) await frame();
              widget
                .shadowRoot!.querySelector<HTMLElement>('[data-select]:not([aria-current], [aria-expanded=true])')!
                .click();
              dispatchEvent(new Event('beforeprint'));
              dispatchEvent(new Event('afterprint'));
              await frame();
            }
            widget.remove();
            page.gone.push(new WeakRef(widget));
          }
          await frame();
        },
        [tag, count] as const,
      );
    const held = async () => {
      // The second collection frees what finalisers release in the first.
      for (let turn = 0; turn < 3; turn++) await devtools.send('HeapProfiler.collectGarbage');
      const { metrics } = await devtools.send('Performance.getMetrics');
      const value = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value;
      return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize') };
    };
    // The first creates what all share: style sheets, templates, the observer, the dataset.
    await comeAndGo(10);
    const before = await held();
    await comeAndGo(times);
    const after = await held();
    const alive = await visit.page.evaluate(
      () => (window as unknown as { gone: WeakRef<Element>[] }).gone.filter((each) => each.deref()).length,
    );
    expect(alive).toBeLessThanOrEqual(6);
    expect(after.listeners - before.listeners).toBeLessThanOrEqual(20);
    expect(after.nodes - before.nodes).toBeLessThanOrEqual(2000);
    expect(after.heap - before.heap).toBeLessThanOrEqual(12_000_000);
    expect(visit.errors).toEqual([]);
    await visit.close();
  },
  300_000,
);
