import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from './page.js';
import { drawn, showStory, stories } from './story-page.js';

/** What the page complained about since the test began. */
let complaints: unknown[];

const complain = (event: ErrorEvent | PromiseRejectionEvent) =>
  complaints.push(event instanceof ErrorEvent ? event.message : event.reason);

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, 'error').mockImplementation((...words) => complaints.push(words));
  addEventListener('error', complain);
  addEventListener('unhandledrejection', complain);
});

afterEach(() => {
  removeEventListener('error', complain);
  removeEventListener('unhandledrejection', complain);
  vi.restoreAllMocks();
  document.documentElement.style.removeProperty('font-size');
});

/** Whatever stands out of the widget on either side and can be seen there. */
function protruding(widget: Element): readonly string[] {
  const box = widget.getBoundingClientRect();
  const found: string[] = [];
  const look = (parent: Element | ShadowRoot) => {
    for (const element of parent.children) {
      const { overflowX, clipPath, display } = getComputedStyle(element);
      const { left, right, width, height } = element.getBoundingClientRect();
      if (clipPath !== 'none' || display === 'none') continue;
      if (width > 0 && height > 0 && (left < box.left - 1 || right > box.right + 1))
        found.push(
          `${element.localName}.${element.getAttribute('class') ?? ''} ${Math.round(left)}–${Math.round(right)}`,
        );
      else if (overflowX === 'visible' || overflowX === 'clip') look(element);
    }
  };
  look(widget.shadowRoot!);
  look(widget);
  return found;
}

describe.each(stories)('$name', (story) => {
  // Wide, axe looks at it in the project `storybook`.
  it('is accessible where it is narrow, and complains of nothing there or where it is wide', async () => {
    const widget = await showStory(story, 360);
    await expectAccessible();
    widget.closest('main')!.style.width = '900px';
    await drawn(widget);
    expect(complaints).toEqual([]);
  });

  it('keeps within its container at 320 and 360 px, and with text twice as large', async () => {
    const widget = await showStory(story, 320);
    const place = widget.closest('main')!;
    expect(protruding(widget)).toEqual([]);
    place.style.width = '360px';
    await drawn(widget);
    expect(protruding(widget)).toEqual([]);
    document.documentElement.style.fontSize = '200%';
    await drawn(widget);
    expect(protruding(widget)).toEqual([]);
    expect(widget.scrollWidth).toBeLessThanOrEqual(360);
  });
});

it('where one reads from right to left, a report whose voices all oppose stands under the words that say so', async () => {
  const story = stories.find(({ name }) => name === 'source-disagreement RightToLeft')!;
  const { shadowRoot } = await showStory(story, 800);
  const middle = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    return (left + right) / 2;
  };
  const [oppose, support] = ['.ends .oppose', '.ends .support'].map((end) => middle(shadowRoot!.querySelector(end)!));
  const row = [...shadowRoot!.querySelectorAll('ol > li')].find((row) => /\b3 against/.test(row.textContent))!;
  const report = middle(row.querySelector('.source')!);
  expect(Math.abs(report - oppose!)).toBeLessThan(Math.abs(report - support!));
});
