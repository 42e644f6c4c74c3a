// Runs around each story of the Vitest project `storybook`, which renders it, plays it and checks it with axe at full width: the same story
// is then made narrow and checked there, so that each is rendered once.
import { afterEach, beforeEach, expect, vi, type TestContext } from 'vitest';
import type { StanceElement } from '../../src/elements/stance-element.js';
import { expectAccessible, rendered } from '../elements/page.js';

/** What the page complained about since the story began. */
let complaints: unknown[];

const complain = (event: ErrorEvent | PromiseRejectionEvent) =>
  complaints.push(event instanceof ErrorEvent ? event.message : event.reason);

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, 'error').mockImplementation((...args) => complaints.push(args));
  addEventListener('error', complain);
  addEventListener('unhandledrejection', complain);
});

afterEach(async (context: TestContext & { readonly story?: { readonly play?: unknown } }) => {
  const widgets = [...document.querySelectorAll<StanceElement>('stance-matrix, source-disagreement')];
  // A story with a `play` begins like another one, which is checked.
  if (widgets.length === 1 && !context.story?.play) await checkNarrow(widgets[0]!);
  expect(complaints).toEqual([]);
  removeEventListener('error', complain);
  removeEventListener('unhandledrejection', complain);
  vi.restoreAllMocks();
  document.documentElement.style.removeProperty('font-size');
});

/** Fails unless the widget is accessible at 360 px, and keeps within 320 and 360 px, there also with text twice as large. */
async function checkNarrow(widget: StanceElement): Promise<void> {
  const container = widget.parentElement!;
  const narrow = async (width: number) => {
    container.style.width = `${width}px`;
    // The widget hears of it at the end of this frame.
    await new Promise(requestAnimationFrame);
    await rendered(widget);
  };
  await narrow(320);
  expect(protruding(widget)).toEqual([]);
  await narrow(360);
  expect(protruding(widget)).toEqual([]);
  await expectAccessible();
  document.documentElement.style.fontSize = '200%';
  await rendered(widget);
  expect(protruding(widget)).toEqual([]);
  expect(widget.scrollWidth).toBeLessThanOrEqual(360);
}

/** Returns what is visible outside the widget on its left or right. */
function protruding(widget: Element): readonly string[] {
  const box = widget.getBoundingClientRect();
  const found: string[] = [];
  const collect = (parent: Element | ShadowRoot) => {
    for (const element of parent.children) {
      const { overflowX, clipPath, display } = getComputedStyle(element);
      const { left, right, width, height } = element.getBoundingClientRect();
      if (clipPath !== 'none' || display === 'none') continue;
      if (width > 0 && height > 0 && (left < box.left - 1 || right > box.right + 1))
        found.push(
          `${element.localName}.${element.getAttribute('class') ?? ''} ${Math.round(left)}–${Math.round(right)}`,
        );
      else if (overflowX === 'visible' || overflowX === 'clip') collect(element);
    }
  };
  collect(widget.shadowRoot!);
  collect(widget);
  return found;
}
