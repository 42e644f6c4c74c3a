import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import type { StanceElement } from '../../src/elements/stance-element.js';
import { storyJson } from '../dataset/small-story.js';
import { settled, showInPlaceOfFallback } from './page.js';

const data = storyJson([
  ['daily', 'ann', 'tax', 'support'],
  ['herald', 'ann', 'tax', 'oppose'],
  ['daily', 'bob', 'war', 'oppose'],
  ['weekly', 'bob', 'tax', 'neutral'],
]);

const times = 200;

/** So many stand in the page at once; one after another would take a frame each. */
const atOnce = 20;

type Name = 'stance-matrix' | 'source-disagreement';

function create(name: Name): StanceElement {
  return Object.assign(document.createElement(name), { data });
}

/** What a page and its readers do with a widget between its coming and its going. */
async function use(widget: StanceElement): Promise<void> {
  await settled(widget);
  widget.shadowRoot!.querySelector<HTMLElement>('[data-select]:not([aria-current], [aria-expanded=true])')!.click();
  Object.assign(widget, { order: 'editor', sources: 'daily herald' });
  await widget.updateComplete;
}

/** Attaches and detaches new widgets; what is left of them is only weakly held. */
async function comeAndGo(name: Name, count: number): Promise<readonly WeakRef<StanceElement>[]> {
  const gone: WeakRef<StanceElement>[] = [];
  while (gone.length < count) {
    const widgets = Array.from({ length: atOnce }, () => create(name));
    document.body.replaceChildren(...widgets);
    await Promise.all(widgets.map(use));
    document.body.replaceChildren();
    gone.push(...widgets.map((widget) => new WeakRef(widget)));
  }
  return gone;
}

/** Nodes and listeners of the whole page, shadow roots and what is detached but still held included, once no garbage is left. */
async function held(): Promise<{ readonly nodes: number; readonly listeners: number }> {
  // What the last task touched is held until it ends.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await cdp().send('Performance.enable');
  // What a finaliser lets go in the first collection, the second takes.
  await cdp().send('HeapProfiler.collectGarbage');
  await cdp().send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp().send('Performance.getMetrics');
  const value = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value;
  return { nodes: value('Nodes'), listeners: value('JSEventListeners') };
}

/** Runs it and tells which listeners it leaves on window and document. */
async function listenersLeftBy(act: () => Promise<unknown>): Promise<readonly string[]> {
  const left: (readonly [type: string, listener: unknown])[] = [];
  const find = (type: string, listener: unknown) => left.findIndex((each) => each[0] === type && each[1] === listener);
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    target.addEventListener = (...[type, listener, options]: Parameters<typeof add>) => {
      if (find(type, listener) < 0) left.push([type, listener]);
      add(type, listener, options);
    };
    target.removeEventListener = (...[type, listener, options]: Parameters<typeof remove>) => {
      const at = find(type, listener);
      if (at >= 0) left.splice(at, 1);
      remove(type, listener, options);
    };
  }
  try {
    await act();
  } finally {
    for (const target of [window, document]) {
      // The prototype's come back.
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    }
  }
  return left.map(([type]) => type);
}

describe.each<Name>(['stance-matrix', 'source-disagreement'])('a page that <%s> comes to and leaves', (name) => {
  it(`keeps no instance, node or listener of ${times}`, async () => {
    // The first ones leave behind what all of them share: style sheets, templates, the observer.
    await comeAndGo(name, atOnce);
    const before = await held();
    const gone = await comeAndGo(name, times);
    const after = await held();
    // The renderer remembers where it was last, which holds one.
    expect(gone.filter((widget) => widget.deref()).length).toBeLessThanOrEqual(1);
    expect(after.nodes - before.nodes).toBeLessThan(times / 2);
    expect(after.listeners - before.listeners).toBeLessThan(times / 2);
    expect(document.querySelectorAll('body *')).toHaveLength(0);
  });

  it('keeps none that went before it was drawn', async () => {
    await comeAndGo(name, atOnce);
    const gone = Array.from({ length: times }, () => {
      const widget = create(name);
      document.body.append(widget);
      widget.remove();
      return new WeakRef(widget);
    });
    await held();
    expect(gone.filter((widget) => widget.deref()).length).toBeLessThanOrEqual(1);
  });

  it('has no listeners left on window and document', async () => {
    expect(await listenersLeftBy(() => comeAndGo(name, times))).toEqual([]);
  });

  it(`may attach and detach the same one ${times} times: it is as if it came once`, async () => {
    const widget = create(name);
    document.body.replaceChildren(widget);
    await use(widget);
    const before = await held();
    const left = await listenersLeftBy(async () => {
      for (let time = 0; time < times; time++) {
        widget.remove();
        document.body.append(widget);
        if (time % atOnce === 0) await settled(widget);
      }
      await settled(widget);
      widget.remove();
    });
    expect(left).toEqual([]);
    document.body.append(widget);
    await settled(widget);
    const after = await held();
    expect(after.nodes - before.nodes).toBeLessThan(times / 2);
    expect(after.listeners - before.listeners).toBeLessThan(times / 2);
    widget.remove();
  });
});

it('a page on which widgets replace their fallback keeps no instance or listener of them', async () => {
  // Only in a page of its own does a widget keep the height of its fallback, and the tests run in a frame.
  vi.stubGlobal('parent', window);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const comeAndGoInTurn = async (count: number) => {
    const gone: WeakRef<StanceElement>[] = [];
    while (gone.length < count) {
      const widget = await showInPlaceOfFallback(data);
      expect(widget.getBoundingClientRect().height).toBeGreaterThanOrEqual(innerHeight - 100);
      widget.remove();
      gone.push(new WeakRef(widget));
    }
    return gone;
  };
  await comeAndGoInTurn(1);
  const before = await held();
  const gone = await comeAndGoInTurn(atOnce);
  const after = await held();
  expect(gone.filter((widget) => widget.deref()).length).toBeLessThanOrEqual(1);
  expect(after.listeners - before.listeners).toBeLessThan(atOnce / 2);
});
