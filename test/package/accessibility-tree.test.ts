import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyJson, type Said } from '../dataset/small-story.js';
import { TestSite } from './test-site.js';

// What Chromium exposes to screen readers, however far down the page it is. It leaves out what `content-visibility` skips.
const site = new TestSite();

beforeAll(() => site.open());
afterAll(() => site.close());

const claims = Array.from({ length: 60 }, (_, index) => `claim-${index}`);
const data = storyJson(
  claims.flatMap((claim): Said[] => [
    ['daily', 'ann', claim, 'support'],
    ['herald', 'bob', claim, 'oppose'],
  ]),
);

describe.each(['stance-matrix', 'source-disagreement'])(
  'with a %s far below the window, the accessibility tree',
  (widget) => {
    it('has every claim', async () => {
      const { page, close } = await site.visit(
        `<div style="height:9000px">Text.</div>
       <${widget}><script type="application/json">${JSON.stringify(data)}</script></${widget}><script src="/stancekit.js"></script>`,
        // Once a page has an accessibility tree, Chromium keeps it up to date, which is slow.
        { ownWindow: true },
      );
      await page.locator(`${widget} [part~=frame]`).waitFor({ state: 'attached' });
      const devtools = await page.context().newCDPSession(page);
      const { nodes } = await devtools.send('Accessibility.getFullAXTree');
      const buttons = nodes
        .filter(({ ignored, role }) => !ignored && role?.value === 'button')
        .map(({ name }) => String(name?.value));
      const names = claims.map((claim) => new RegExp(`The claim ${claim}\\b`));
      expect(names.filter((name) => !buttons.some((button) => name.test(button)))).toEqual([]);
      await close();
    });
  },
);
