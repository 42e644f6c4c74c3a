import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp, commands, userEvent } from 'vitest/browser';
import type { Side } from '../../src/dataset/dataset.js';
import type { StanceMatrix } from '../../src/elements/stance-matrix.js';
import { largeStory, sideAt } from './large-story.js';
import {
  all,
  expectNoBlank,
  frames,
  one,
  scrollerOf,
  scrollTo,
  setUpLargeMatrix,
  showLarge,
  type MatrixOptions,
} from './large-matrix.js';
import { settled, show } from './page.js';

setUpLargeMatrix();

describe('the overview of a large table', () => {
  const canvas = (widget: StanceMatrix) => one(widget, '[part~=overview] canvas') as HTMLCanvasElement;
  const frame = (widget: StanceMatrix) => one(widget, '[part~=overview] canvas + *').getBoundingClientRect();

  /** The colour of a pixel, as `rgb(…)`; empty where nothing is drawn. */
  function pixel(widget: StanceMatrix, x: number, y: number): string {
    const [red, green, blue, alpha] = canvas(widget).getContext('2d')!.getImageData(x, y, 1, 1).data;
    return alpha ? `rgb(${red}, ${green}, ${blue})` : '';
  }

  function colour(widget: StanceMatrix, side: Side): string {
    const mark = document.createElement('b');
    mark.style.color = `var(--_${side})`;
    one(widget, '[part~=frame]').append(mark);
    const { color } = getComputedStyle(mark);
    mark.remove();
    return color;
  }

  /** Holds a table of 100 × 100 against its picture: a pixel a line, two a column. */
  function expectPicture(widget: StanceMatrix): void {
    const { width, height } = canvas(widget);
    expect([width, height]).toEqual([200, 104]);
    const [support, oppose, neutral] = (['support', 'oppose', 'neutral'] as const).map((side) => colour(widget, side));
    for (let line = 0; line < 104; line += 3)
      for (let column = 0; column < 100; column += 7) {
        const [group, within] = [Math.floor(line / 26), line % 26];
        const side = within === 0 ? undefined : sideAt(group * 25 + within - 1, column);
        const pair = [pixel(widget, column * 2, line), pixel(widget, column * 2 + 1, line)].sort();
        const wanted = {
          support: [support, support],
          oppose: [oppose, oppose],
          neutral: [neutral, neutral],
          both: [support, oppose].sort(),
        };
        expect(pair, `line ${line}, column ${column}`).toEqual(side ? wanted[side] : ['', '']);
      }
  }

  const showSmall = (options: MatrixOptions = {}) =>
    show('stance-matrix', { data: largeStory(100, 100), selected: 'none', layout: 'table', ...options });

  it('has the colour of each cell, in both schemes, in a theme and in forced colours, and changes with them', async () => {
    const widget = await showSmall();
    await frames();
    expectPicture(widget);
    const light = colour(widget, 'support');
    for (const change of [
      () => (document.documentElement.style.colorScheme = 'dark'),
      () => widget.style.setProperty('--stance-support', 'oklch(0.6 0.2 150)'),
    ]) {
      const before = canvas(widget).toDataURL();
      change();
      await expect.poll(() => canvas(widget).toDataURL()).not.toBe(before);
    }
    expect(colour(widget, 'support')).not.toBe(light);
    const before = canvas(widget).toDataURL();
    await commands.emulateMedia({ forcedColors: 'active' });
    try {
      await expect.poll(() => canvas(widget).toDataURL()).not.toBe(before);
      const found = new Set(Array.from({ length: 104 }, (_, line) => pixel(widget, 20, line)));
      // Three sides, and nothing.
      expect(found.size).toBe(4);
    } finally {
      await commands.emulateMedia({ forcedColors: null });
    }
  });

  it('is as wide as the table’s place, at most 120 px high, and a picture only', async () => {
    const widget = await showLarge();
    await frames();
    const box = one(widget, '[part~=overview]').getBoundingClientRect();
    expect(box.width).toBe(scrollerOf(widget).getBoundingClientRect().width);
    expect(box.height).toBeLessThanOrEqual(120);
    expect(box.height).toBeGreaterThan(60);
    expect(canvas(widget).width * canvas(widget).height).toBeLessThan(300_000);
    expect(one(widget, '[part~=overview]').getAttribute('aria-hidden')).toBe('true');
  });

  it('frames what is in view, and follows it', async () => {
    const widget = await showSmall();
    await frames();
    const whole = one(widget, '[part~=overview]').getBoundingClientRect();
    expect(frame(widget).left).toBeCloseTo(whole.left, 0);
    expect(frame(widget).top).toBeCloseTo(whole.top, 0);
    await scrollTo(widget, 1e6, 1e6);
    expect(frame(widget).right).toBeCloseTo(whole.right, 0);
    expect(frame(widget).bottom).toBeCloseTo(whole.bottom, 0);
    const { scrollWidth, clientWidth } = scrollerOf(widget);
    await scrollTo(widget, (scrollWidth - clientWidth) / 2, 0);
    const { left, right } = frame(widget);
    expect((left + right) / 2).toBeCloseTo((whole.left + whole.right) / 2, 0);
  });

  it.each(['ltr', 'rtl'] as const)('goes where it is pressed, %s', async (dir) => {
    const lang = dir === 'rtl' ? 'ar' : 'en';
    document.body.dir = dir;
    const widget = await showSmall({ lang });
    await frames();
    const overview = one(widget, '[part~=overview]');
    const { left, width, height } = overview.getBoundingClientRect();
    const columnsInView = () => {
      const box = scrollerOf(widget).getBoundingClientRect();
      return all(widget, 'thead th ~ th')
        .filter(
          (head) => head.getBoundingClientRect().left < box.right && head.getBoundingClientRect().right > box.left,
        )
        .map((head) => Number(head.getAttribute('aria-colindex')) - 2);
    };
    await userEvent.click(overview, { position: { x: width * 0.75, y: height * 0.5 } });
    await frames();
    expect(columnsInView()).toContain(dir === 'rtl' ? 25 : 75);
    expect(all(widget, 'tbody [part~=speaker] bdi:first-child').map((name) => name.textContent)).toContain(
      'Speaker 50',
    );
    expect(frame(widget).left + frame(widget).width / 2).toBeCloseTo(left + width * 0.75, -1);
  });

  describe('under a pointer', () => {
    /** Where a place of the page lies in the window of the browser, which holds the page in a frame. */
    function inWindow(x: number, y: number): { x: number; y: number } {
      const frame = window.frameElement!.getBoundingClientRect();
      const scale = frame.width / innerWidth;
      return { x: frame.left + x * scale, y: frame.top + y * scale };
    }

    /** The browser makes real events of what comes from a mouse or a pen at this place of the page. */
    async function mouse(
      type: 'Pressed' | 'Moved' | 'Released',
      x: number,
      y: number,
      by: { readonly pointerType?: 'mouse' | 'pen'; readonly button?: 'left' | 'right' | 'none' } = {},
    ): Promise<void> {
      const { pointerType = 'mouse', button = 'left' } = by;
      const buttons = type === 'Released' || button === 'none' ? 0 : button === 'left' ? 1 : 2;
      const event = { ...inWindow(x, y), type: `mouse${type}` as const, button, buttons, clickCount: 1, pointerType };
      await cdp().send('Input.dispatchMouseEvent', event);
      await frames();
    }

    /** The same of fingers, each at its place; of none where they leave. */
    async function touch(
      type: 'Start' | 'Move' | 'End' | 'Cancel',
      ...fingers: readonly (readonly [x: number, y: number])[]
    ): Promise<void> {
      const touchPoints = fingers.map(([x, y], id) => ({ ...inWindow(x, y), id }));
      await cdp().send('Input.dispatchTouchEvent', { type: `touch${type}` as const, touchPoints });
      await frames();
    }

    /** The widget among so much else that the page scrolls, and the place of its overview. */
    async function showAmong(options: MatrixOptions = {}): Promise<{ widget: StanceMatrix; box: DOMRect }> {
      const widget = await showLarge({ selected: 'none', ...options });
      for (const where of ['afterbegin', 'beforeend'] as const)
        document.body.insertAdjacentHTML(
          where,
          `<p style="margin:0 0 20px">${'Some words. '.repeat(200)}</p>`.repeat(3),
        );
      one(widget, '[part~=overview]').scrollIntoView({ block: 'center', behavior: 'instant' });
      await frames();
      return { widget, box: one(widget, '[part~=overview]').getBoundingClientRect() };
    }

    const at = (box: DOMRect, x: number, y: number) => [box.left + x * box.width, box.top + y * box.height] as const;

    /** The middle of the frame in the overview, 0…1 from its left and its top. */
    function middle(widget: StanceMatrix): readonly [x: number, y: number] {
      const [whole, part] = [one(widget, '[part~=overview]').getBoundingClientRect(), frame(widget)];
      return [
        (part.left + part.width / 2 - whole.left) / whole.width,
        (part.top + part.height / 2 - whole.top) / whole.height,
      ];
    }

    function expectMiddle(widget: StanceMatrix, x: number, y: number): void {
      expect(middle(widget)[0]).toBeCloseTo(x, 1);
      expect(middle(widget)[1]).toBeCloseTo(y, 1);
      expectNoBlank(widget);
    }

    afterEach(async () => {
      // What a test that failed left pressed.
      await touch('Cancel').catch(() => {});
      await mouse('Released', 0, 0);
      window.scrollTo(0, 0);
      document.body.replaceChildren();
      getSelection()?.removeAllRanges();
    });

    it.each([
      ['mouse', 'ltr'],
      ['mouse', 'rtl'],
      ['pen', 'ltr'],
    ] as const)(
      'moves the part in view with a %s, step by step, and on when it leaves the picture, %s',
      async (pointerType, dir) => {
        document.body.dir = dir;
        const { widget, box } = await showAmong({ lang: dir === 'rtl' ? 'ar' : 'en' });
        const pen = { pointerType };
        await mouse('Moved', ...at(box, 0.3, 0.3), { pointerType, button: 'none' });
        const before = middle(widget);
        await mouse('Moved', ...at(box, 0.35, 0.3), { pointerType, button: 'none' });
        expect(middle(widget)).toEqual(before);
        await mouse('Pressed', ...at(box, 0.3, 0.3), pen);
        expectMiddle(widget, 0.3, 0.3);
        for (const [x, y] of [
          [0.4, 0.4],
          [0.5, 0.5],
          [0.6, 0.45],
          [0.7, 0.7],
        ] as const) {
          await mouse('Moved', ...at(box, x, y), pen);
          expectMiddle(widget, x, y);
        }
        // Far above and below it lie words of the page.
        await mouse('Moved', ...at(box, 0.5, -1), pen);
        expect(middle(widget)[0]).toBeCloseTo(0.5, 1);
        expect(scrollerOf(widget).scrollTop).toBe(0);
        await mouse('Moved', ...at(box, 0.4, 3), pen);
        expect(middle(widget)[0]).toBeCloseTo(0.4, 1);
        expect(frame(widget).bottom).toBeCloseTo(box.bottom, 0);
        expect(getSelection()!.toString()).toBe('');
        await mouse('Released', ...at(box, 0.4, 3), pen);
        const still = middle(widget);
        await mouse('Moved', ...at(box, 0.8, 0.2), { pointerType, button: 'none' });
        expect(middle(widget)).toEqual(still);
        expect(widget.selected).toBe('none');
      },
    );

    it('does nothing with another button', async () => {
      const { widget, box } = await showAmong();
      const before = middle(widget);
      const right = { button: 'right' as const };
      await mouse('Pressed', ...at(box, 0.8, 0.8), right);
      await mouse('Moved', ...at(box, 0.5, 0.5), right);
      await mouse('Released', ...at(box, 0.5, 0.5), right);
      expect(middle(widget)).toEqual(before);
    });

    it.each(['ltr', 'rtl'] as const)('moves the part in view with a finger, and the page stays, %s', async (dir) => {
      document.body.dir = dir;
      const { widget, box } = await showAmong({ lang: dir === 'rtl' ? 'ar' : 'en' });
      const { scrollY } = window;
      await touch('Start', at(box, 0.3, 0.2));
      expectMiddle(widget, 0.3, 0.2);
      for (const y of [0.4, 0.6, 0.8]) {
        await touch('Move', at(box, 0.5, y));
        expectMiddle(widget, 0.5, y);
      }
      for (const y of [1.5, 2, -1]) {
        await touch('Move', at(box, 0.5, y));
        expect(window.scrollY).toBe(scrollY);
      }
      await touch('End');
      expect(scrollerOf(widget).scrollTop).toBe(0);
      expect(window.scrollY).toBe(scrollY);
    });

    it('lets the page scroll where a finger begins beside it, also across it', async () => {
      const { widget, box } = await showAmong();
      const { scrollY } = window;
      const before = middle(widget);
      const [x, y] = at(box, 0.5, -0.6);
      await touch('Start', [x, y]);
      for (let way = 20; way <= 160; way += 20) await touch('Move', [x, y - way]);
      await touch('End');
      await expect.poll(() => window.scrollY).toBeGreaterThan(scrollY + 50);
      const { top } = one(widget, '[part~=overview]').getBoundingClientRect();
      const from = window.scrollY;
      await touch('Start', [x, top - 30]);
      for (let way = 20; way <= 160; way += 20) await touch('Move', [x, top - 30 + way]);
      await touch('End');
      await expect.poll(() => window.scrollY).toBeLessThan(from - 50);
      expect(middle(widget)).toEqual(before);
    });

    it('follows the first of two fingers', async () => {
      const { widget, box } = await showAmong();
      await touch('Start', at(box, 0.3, 0.3));
      await touch('Start', at(box, 0.3, 0.3), at(box, 0.8, 0.8));
      expectMiddle(widget, 0.3, 0.3);
      await touch('Move', at(box, 0.3, 0.3), at(box, 0.7, 0.6));
      expectMiddle(widget, 0.3, 0.3);
      await touch('Move', at(box, 0.4, 0.5), at(box, 0.7, 0.6));
      expectMiddle(widget, 0.4, 0.5);
      await touch('End');
      await touch('Start', at(box, 0.6, 0.6));
      expectMiddle(widget, 0.6, 0.6);
      await touch('End');
    });

    it('ends when the browser takes the pointer away', async () => {
      const { widget, box } = await showAmong();
      await touch('Start', at(box, 0.3, 0.3));
      await touch('Move', at(box, 0.5, 0.5));
      expectMiddle(widget, 0.5, 0.5);
      await touch('Cancel');
      await mouse('Moved', ...at(box, 0.8, 0.8), { button: 'none' });
      expectMiddle(widget, 0.5, 0.5);
      await touch('Start', at(box, 0.6, 0.4));
      expectMiddle(widget, 0.6, 0.4);
      await touch('End');
    });
  });

  it('is another picture for another order, and the same for another selection', async () => {
    const widget = await showSmall();
    await frames();
    const put = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
    widget.selected = 'p3';
    await settled(widget);
    await scrollTo(widget, 500, 500);
    expect(put).not.toHaveBeenCalled();
    widget.order = 'name';
    await settled(widget);
    await frames();
    expect(put).toHaveBeenCalledOnce();
  });
});
