import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { storyJson } from '../dataset/small-story.js';
import { showInPlaceOfFallback } from './page.js';

const data = storyJson([['daily', 'ann', 'tax', 'support']]);

// The tests run in a frame, where the page around it would decide on the height.
beforeEach(() => {
  vi.stubGlobal('parent', window);
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

it('the height of the fallback stays when only the height of the window changes, as on phones while scrolling', async () => {
  const widget = await showInPlaceOfFallback(data);
  const kept = widget.getBoundingClientRect().height;
  expect(kept).toBeGreaterThanOrEqual(innerHeight - 100);
  vi.stubGlobal('innerHeight', innerHeight - 60);
  dispatchEvent(new Event('resize'));
  expect(widget.getBoundingClientRect().height).toBe(kept);
  vi.stubGlobal('innerWidth', innerWidth - 60);
  dispatchEvent(new Event('resize'));
  expect(widget.getBoundingClientRect().height).toBeLessThan(kept);
});
