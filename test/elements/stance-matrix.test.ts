import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import parties from '../../stories/hard-cases/field/parties-de.json' with { type: 'json' };
import quotedOneSide from '../../stories/hard-cases/field/quoted-one-side.json' with { type: 'json' };
import type { StanceSelectEvent } from '../../src/elements/events.js';
import { story, storyJson, type Said } from '../dataset/small-story.js';
import { expectAccessible, settled, show } from './page.js';

const said: Said[] = [
  ['daily', 'Ann'.toLowerCase(), 'tax', 'support'],
  ['herald', 'ann', 'tax', 'support'],
  ['herald', 'ann', 'tax', 'oppose'],
  ['daily', 'bob', 'tax', 'oppose'],
  ['herald', 'bob', 'war', 'neutral'],
  ['daily', '', 'war', 'oppose'],
];

/** A mark of the table, in the row of its speaker. */
const mark = (speaker: string, name: RegExp | string) =>
  page.getByRole('row', { name: new RegExp(`^${speaker}`) }).getByRole('button', { name, exact: true });

afterEach(() => {
  history.replaceState(null, '', location.pathname);
});

describe('a reader of the table', () => {
  it('finds speakers as row heads, claims as column heads, and each position as a named button', async () => {
    await show('stance-matrix', { data: storyJson(said) });
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(
      page
        .getByRole('rowheader')
        .elements()
        .map((head) => head.textContent.trim()),
    ).toEqual(
      [/^ann\s+1 position$/, /^bob\s+2 positions$/, /^The daily\s+1 position$/].map(
        (name) => expect.stringMatching(name) as string,
      ),
    );
    await expect
      .element(mark('ann', 'takes both sides on this; 3 statements; quoted in The daily and The herald'))
      .toBeVisible();
    await expect.element(mark('bob', 'takes no side on this; quoted in The herald')).toBeVisible();
    await expect.element(mark('The daily', 'opposes this in its own words')).toBeVisible();
  });

  it('does not find a speaker without a group under the heading of another’s', async () => {
    const json = storyJson(said);
    const speakers = json.speakers.map((speaker) => (speaker.id === 'ann' ? { ...speaker, group: 'gov' } : speaker));
    const widget = await show('stance-matrix', {
      data: { ...json, speakers, groups: [{ id: 'gov', name: 'Government' }] },
    });
    const headings = [...widget.shadowRoot!.querySelectorAll('th[scope=rowgroup]')].map((heading) =>
      heading.textContent.trim(),
    );
    expect(headings).toEqual(['Government', 'Others', 'The outlets in their own words']);
  });

  it('reads in one sentence how much is disputed', async () => {
    await show('stance-matrix', { data: storyJson(said) });
    await expect
      .element(page.getByText('1 of 2 claims is disputed. 2 people and groups quoted in 2 outlets.'))
      .toBeVisible();
  });

  it('finds the most disputed mark open before pressing anything', async () => {
    await show('stance-matrix', { data: storyJson(said) });
    await expect.element(mark('ann', /^takes both/)).toHaveAttribute('aria-current', 'true');
    await expect.element(page.getByRole('heading', { name: 'ann takes both sides' })).toBeVisible();
    expect(page.getByRole('figure').elements()).toHaveLength(3);
  });

  it('opens another mark, hears of it, and closes it again', async () => {
    const widget = await show('stance-matrix', { data: storyJson(said) });
    const heard: unknown[] = [];
    widget.addEventListener('stance-select', ({ detail }: StanceSelectEvent) => heard.push(detail));
    await mark('bob', /^opposes/).click();
    await expect.element(page.getByRole('heading', { name: 'bob opposes' })).toBeVisible();
    await mark('bob', /^opposes/).click();
    await expect.element(page.getByRole('figure')).not.toBeInTheDocument();
    expect(heard).toEqual([{ speaker: 'bob', claim: 'tax', statements: ['s4'] }, { statements: [] }]);
  });

  it('hears nothing of what the page selects', async () => {
    const widget = await show('stance-matrix', { data: storyJson(said) });
    let heard = 0;
    widget.addEventListener('stance-select', () => heard++);
    widget.selected = 'outlet:daily/war';
    await settled(widget);
    await expect.element(page.getByRole('heading', { name: 'The daily opposes' })).toBeVisible();
    expect(heard).toBe(0);
  });

  it('opens all that is said on a claim, and all that a speaker says', async () => {
    await show('stance-matrix', { data: storyJson(said) });
    await page.getByRole('columnheader', { name: /tax/ }).getByRole('button').click();
    await expect.element(page.getByRole('heading', { name: 'bob opposes' })).toBeVisible();
    expect(page.getByRole('figure').elements()).toHaveLength(4);
    await page.getByRole('rowheader', { name: 'bob' }).getByRole('button').click();
    await expect.element(page.getByRole('heading', { name: 'The claim war. Takes no side' })).toBeVisible();
    expect(page.getByRole('figure').elements()).toHaveLength(2);
  });

  it('walks from mark to mark inside the panel', async () => {
    await show('stance-matrix', { data: storyJson(said) });
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.element(page.getByRole('heading', { name: 'bob opposes' })).toBeVisible();
    await page.getByRole('button', { name: 'Previous' }).click();
    await expect.element(page.getByRole('heading', { name: 'ann takes both sides' })).toBeVisible();
  });
});

describe('a reader with the keyboard alone', () => {
  it('tabs once into the table, walks it by arrows, opens a mark, and comes back to it', async () => {
    const widget = await show('stance-matrix', { data: storyJson(said), selected: 'none', hideFooter: true });
    const focused = () =>
      widget.shadowRoot?.activeElement?.ariaLabel ?? widget.shadowRoot?.activeElement?.textContent.trim();
    widget.shadowRoot!.querySelector<HTMLElement>('thead button')!.focus();
    expect(focused()).toBe('The claim tax.');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toMatch(/^takes both sides on this/);
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(focused()).toMatch(/^takes no side on this/);
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('bob');
    await userEvent.keyboard('{End}{Enter}');
    await expect.element(page.getByRole('heading', { name: 'bob takes no side' })).toBeVisible();
    expect(focused()).toMatch(/^bob\s+takes no side$/);
    await userEvent.keyboard('{Escape}');
    expect(focused()).toMatch(/^takes no side on this/);
    await userEvent.tab();
    expect(widget.shadowRoot?.activeElement).toBeNull();
  });
});

describe('the table', () => {
  it('has one tab stop, wherever the arrow keys lead', async () => {
    const widget = await show('stance-matrix', { data: storyJson(said), selected: 'none' });
    const table = widget.shadowRoot!.querySelector('table')!;
    const tabStops = () => [...table.querySelectorAll('*')].filter((each) => (each as HTMLElement).tabIndex >= 0);
    expect(tabStops()).toHaveLength(1);
    (tabStops()[0] as HTMLElement).focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'Home', 'ArrowUp', 'End']) {
      await userEvent.keyboard(`{${key}}`);
      await widget.updateComplete;
      expect(tabStops(), key).toEqual([widget.shadowRoot!.activeElement]);
    }
  });
});

describe('a change of the order', () => {
  const moving = async (reducedMotion: 'reduce' | 'no-preference') => {
    await commands.emulateMedia({ reducedMotion });
    onTestFinished(() => commands.emulateMedia({ reducedMotion: 'reduce' }));
    const widget = await show('stance-matrix', { data: storyJson([...said].reverse()) });
    (page.getByRole('button', { name: 'Most disputed' }).element() as HTMLElement).click();
    await widget.updateComplete;
    const buttons = [...widget.shadowRoot!.querySelectorAll('tbody button')];
    return buttons.flatMap((each) => each.closest('td, th')!.getAnimations({ subtree: true })).length;
  };

  it('moves the marks to their new position', async () => {
    expect(await moving('no-preference')).toBeGreaterThan(0);
  });

  it('moves nothing for a reader who prefers reduced motion', async () => {
    expect(await moving('reduce')).toBe(0);
  });
});

describe('a reader on a phone', () => {
  it('gets a list by claim, and the words where the tap was', async () => {
    const widget = await show('stance-matrix', { data: storyJson(said), width: 340, selected: 'none' });
    await expect.element(page.getByRole('table')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'bob opposes this; quoted in The daily' }).click();
    const item = widget.shadowRoot!.querySelector('li:has([aria-expanded="true"])')!;
    expect(item.querySelector('blockquote')?.textContent).toContain('words 3');
    expect(widget.scrollWidth).toBeLessThanOrEqual(340);
  });

  it('loses nothing at 320 px with the seeds, and never scrolls sideways', async () => {
    const widget = await show('stance-matrix', { data: seeds, width: 320 });
    const frame = widget.shadowRoot!.querySelector('[part~=frame]')!;
    expect(frame.scrollWidth).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: /^Show \d+ more claims$/ }).click();
    await settled(widget);
    expect(page.getByRole('heading', { level: 3 }).elements().length).toBeGreaterThanOrEqual(seeds.claims.length);
  });
});

describe('the reader’s choices', () => {
  it('narrow to a source or a topic, say what is shown, and lead back', async () => {
    const widget = await show('stance-matrix', { data: seeds });
    await page.getByText('Filter').click();
    await page.getByRole('group', { name: 'Sources' }).getByRole('button', { name: 'DW' }).click();
    await settled(widget);
    expect(widget.sources).toBe('dw');
    await expect.element(page.getByRole('status')).toHaveTextContent(/^Showing \d+ of 14 claims\./);
    expect(page.getByRole('rowheader', { name: 'Gareth Porter' }).elements()).toHaveLength(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.element(page.getByRole('rowheader', { name: /Gareth Porter/ })).toBeVisible();
  });

  it('order the claims by dispute', async () => {
    await show('stance-matrix', { data: storyJson([['daily', 'ann', 'war', 'support'], ...said]) });
    const heads = () =>
      page
        .getByRole('columnheader')
        .elements()
        .slice(1)
        .map((head) => head.querySelector('bdi')?.textContent);
    expect(heads()).toEqual(['The claim war.', 'The claim tax.']);
    await page.getByRole('button', { name: 'Most disputed' }).click();
    expect(heads()).toEqual(['The claim tax.', 'The claim war.']);
    await expect.element(page.getByRole('button', { name: 'Most disputed' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('are written to the address where the page wants that, next to what is there, and restored from it', async () => {
    history.replaceState(null, '', '?page=7#footnote');
    await show('stance-matrix', { data: storyJson(said), permalink: true });
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await mark('bob', /^opposes/).click();
    const query = new URLSearchParams(location.search);
    expect(Object.fromEntries(query)).toEqual({
      page: '7',
      'stance-matrix.order': 'name',
      'stance-matrix.selected': 'bob/tax',
    });
    expect(location.hash).toBe('#footnote');
    const again = await show('stance-matrix', { data: storyJson(said), permalink: true });
    expect(again.order).toBe('name');
    await expect.element(page.getByRole('heading', { name: 'bob opposes' })).toBeVisible();
  });

  it('are in the address by widget where a page has two tables, and the page’s own history state stays', async () => {
    history.replaceState({ article: 7 }, '');
    const showTwo = async () => {
      const first = await show('stance-matrix', { data: storyJson(said), permalink: true });
      const second = Object.assign(document.createElement('stance-matrix'), { data: storyJson(said), permalink: true });
      first.after(second);
      await settled(second);
      return [first, second];
    };
    await showTwo();
    await page.getByRole('button', { name: 'Name', exact: true }).nth(1).click();
    await page.getByRole('button', { name: 'Most disputed' }).first().click();
    expect(Object.fromEntries(new URLSearchParams(location.search))).toEqual({
      'stance-matrix.order': 'disputed',
      'stance-matrix-2.order': 'name',
    });
    expect(history.state).toEqual({ article: 7 });
    expect((await showTwo()).map(({ order }) => order)).toEqual(['disputed', 'name']);
  });

  it('leave the address alone without permalink', async () => {
    await show('stance-matrix', { data: storyJson(said) });
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    expect(location.search).toBe('');
  });
});

describe('the evidence', () => {
  it('names outlet, date and voice, and links to the very words', async () => {
    await show('stance-matrix', { data: seeds, selected: 'zarif/home-base' });
    await expect.element(page.getByRole('figure')).toHaveTextContent(/Deutsche Welle, 12 January 2021/);
    await show('stance-matrix', { data: seeds, selected: 'duss/evidence' });
    const links = page.getByRole('link', { name: /^Read in AmCon/ }).elements() as HTMLAnchorElement[];
    expect(links.length).toBeGreaterThan(0);
    for (const { href, rel } of links) {
      expect(href).toMatch(/^https:\/\/www\.theamericanconservative\.com\/.*#:~:text=/);
      expect(rel).toBe('noopener noreferrer');
    }
  });

  it('shows whatever stands in the data as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>${1}';
    const json = storyJson([['daily', 'ann', 'tax', 'support']]);
    const widget = await show('stance-matrix', {
      data: {
        ...json,
        title: hostile,
        claims: [{ id: 'tax', text: hostile }],
        speakers: [{ id: 'ann', name: hostile, role: hostile }],
      },
    });
    expect(widget.shadowRoot!.querySelector('img')).toBeNull();
    await expect.element(page.getByRole('heading', { name: hostile, level: 2 })).toBeVisible();
  });
});

describe('on paper', () => {
  it('all evidence stands as numbered notes, with the numbers at the marks, and is gone afterwards', async () => {
    const widget = await show('stance-matrix', { data: storyJson(said) });
    dispatchEvent(new Event('beforeprint'));
    const numbers = [...widget.shadowRoot!.querySelectorAll('sup')].map((number) => number.textContent);
    expect(numbers).toEqual(['1–3', '4', '5', '6']);
    const notes = [...widget.shadowRoot!.querySelectorAll('ol[start]')].map((list) => [
      (list as HTMLOListElement).start,
      list.children.length,
    ]);
    expect(notes).toEqual([
      [1, 3],
      [4, 1],
      [5, 1],
      [6, 1],
    ]);
    dispatchEvent(new Event('afterprint'));
    expect(widget.shadowRoot!.querySelector('ol[start], sup')).toBeNull();
    expect(widget.shadowRoot!.querySelector('[part~=panel]')).not.toBeNull();
  });

  it('the example story becomes a list with every claim', async () => {
    const widget = await show('stance-matrix', { data: seeds });
    dispatchEvent(new Event('beforeprint'));
    expect(widget.shadowRoot!.querySelectorAll('h3 [part~=claim]')).toHaveLength(seeds.claims.length);
    expect(widget.shadowRoot!.querySelectorAll('ol[start] blockquote')).toHaveLength(seeds.statements.length);
    dispatchEvent(new Event('afterprint'));
  });
});

describe('every state', () => {
  it.each([760, 340])('of the seeds at %i px has no accessibility violations', async (width) => {
    await show('stance-matrix', { data: seeds, width });
    await expectAccessible();
  });

  it('with no statements says so', async () => {
    const widget = await show('stance-matrix', { data: story([]) });
    await expect.element(page.getByText('There is nothing to show')).toBeVisible();
    expect(widget.matches(':state(empty)')).toBe(true);
    await expectAccessible();
  });

  it('with one voice and one claim is still a table', async () => {
    await show('stance-matrix', { data: storyJson([['daily', 'ann', 'tax', 'support']]) });
    await expect.element(mark('ann', /^supports/)).toBeVisible();
  });
});

describe('a reader who listens', () => {
  const table = () => page.getByRole('table');

  it('hears no state of marks but of the open one, and nothing in an empty cell', async () => {
    const widget = await show('stance-matrix', { data: seeds });
    const root = widget.shadowRoot!;
    expect(root.querySelectorAll('table [aria-expanded], table [aria-pressed]')).toHaveLength(0);
    expect(root.querySelectorAll('table [aria-current]')).toHaveLength(1);
    const empty = [...root.querySelectorAll('td')].filter((cell) => !cell.querySelector('button'));
    expect(empty.length).toBeGreaterThan(200);
    for (const cell of empty) expect(cell.textContent.trim() + (cell.ariaLabel ?? '')).toBe('');
  });

  it('hears the title once, and no status before there is one', async () => {
    const widget = await show('stance-matrix', { data: seeds });
    expect(page.getByText(seeds.title).elements()).toHaveLength(1);
    expect(widget.shadowRoot!.querySelectorAll('[aria-labelledby=heading]')).toHaveLength(0);
    expect(page.getByRole('status').elements()).toHaveLength(0);
  });

  it('hears no name of a speaker or claim in a mark', async () => {
    const widget = await show('stance-matrix', { data: seeds });
    const names = [...widget.shadowRoot!.querySelectorAll('td button')].map((mark) => mark.ariaLabel!);
    expect(names).toContain('oppose this; 2 statements; quoted in AmCon');
    for (const name of names)
      for (const { name: speaker } of seeds.speakers) expect(name.replace(/quoted in .*/, '')).not.toContain(speaker);
    await expect.element(table().getByRole('rowheader', { name: /^Mike Pompeo\s.*11 positions$/ })).toBeVisible();
  });

  it('learns from a link where it leads', async () => {
    await show('stance-matrix', { data: seeds, selected: 'duss/evidence' });
    for (const link of page.getByRole('figure').getByRole('link').elements())
      expect(link.textContent.trim()).toMatch(/^Read in AmCon/);
  });

  it('closes the quotes by Escape from anywhere in the widget, hears of it, and is back at the mark', async () => {
    const widget = await show('stance-matrix', { data: storyJson(said) });
    for (const [key, name] of [
      ['bob/tax', 'Most disputed'],
      ['bob/war', 'CSV'],
    ] as const) {
      widget.selected = key;
      await settled(widget);
      page.getByRole('button', { name }).element().focus();
      await userEvent.keyboard('{Escape}');
      await expect.element(page.getByRole('status')).toHaveTextContent('Quotes closed.');
      expect(widget.selected).toBe('none');
      expect((widget.shadowRoot!.activeElement as HTMLElement).dataset['select']).toBe(key);
    }
  });
});

describe('the keys of the browser', () => {
  it.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])('are left alone: an arrow with %s', async (modifier) => {
    const widget = await show('stance-matrix', { data: storyJson(said), selected: 'none' });
    const start = mark('bob', /^opposes/).element() as HTMLElement;
    start.focus();
    const options = { key: 'ArrowRight', bubbles: true, composed: true, cancelable: true };
    const press = (more: KeyboardEventInit) =>
      start.dispatchEvent(new KeyboardEvent('keydown', { ...options, ...more }));
    expect(press({ [modifier]: true })).toBe(true);
    expect(widget.shadowRoot!.activeElement).toBe(start);
    expect(press({})).toBe(false);
    expect(widget.shadowRoot!.activeElement).not.toBe(start);
  });

  it('show the focus where they lead, also after a click', async () => {
    await show('stance-matrix', { data: storyJson(said), selected: 'none' });
    const focus = vi.spyOn(HTMLElement.prototype, 'focus');
    onTestFinished(() => focus.mockRestore());
    await mark('bob', /^opposes/).click();
    await userEvent.keyboard('{ArrowRight}');
    expect(focus).toHaveBeenLastCalledWith({ focusVisible: true });
  });
});

describe('a table that does not fit', () => {
  /** Shows a table that is `excess` times as high as its limit. */
  const showLimited = async (excess: number) => {
    const { style } = document.documentElement;
    onTestFinished(() => void style.removeProperty('--stance-table-size'));
    const scrollerOf = ({ shadowRoot }: Element) => shadowRoot!.querySelector<HTMLElement>('.scroller')!;
    const whole = scrollerOf(await show('stance-matrix', { data: quotedOneSide })).scrollHeight;
    style.setProperty('--stance-table-size', `${whole / excess}px`);
    const widget = await show('stance-matrix', { data: quotedOneSide });
    return { root: widget.shadowRoot!, scroller: scrollerOf(widget) };
  };

  it('is whole where cutting it off would save little', async () => {
    const { root, scroller } = await showLimited(1.35);
    expect(scroller.scrollHeight).toBe(scroller.clientHeight);
    expect(root.textContent).not.toContain('more speaker');
  });

  it('says how much is out of view, and has the open mark in view', async () => {
    const { root, scroller } = await showLimited(1.6);
    expect(scroller.scrollHeight).toBeGreaterThan(scroller.clientHeight * 1.4);
    const view = scroller.getBoundingClientRect();
    const rows = [...scroller.querySelectorAll('tr.speaker')].map((row) => row.getBoundingClientRect());
    const head = scroller.querySelector('thead')!.getBoundingClientRect();
    const inView = rows.filter(
      ({ top, bottom }) => (top + bottom) / 2 > head.bottom && (top + bottom) / 2 < view.bottom,
    );
    expect(inView.length).toBeLessThan(rows.length);
    const left = rows.length - inView.length;
    expect(root.querySelector('.cue')!.textContent).toBe(`${left} more ${left === 1 ? 'speaker' : 'speakers'}`);
    const open = root.querySelector('[aria-current]')!.getBoundingClientRect();
    expect(open.top).toBeGreaterThanOrEqual(head.bottom - 1);
    expect(open.bottom).toBeLessThanOrEqual(view.bottom + 1);
  });

  it('says how many claims are beside the view, from right to left too', async () => {
    for (const lang of ['en', 'ar']) {
      const widget = await show('stance-matrix', { data: parties, lang, width: 700 });
      const scroller = widget.shadowRoot!.querySelector<HTMLElement>('.scroller')!;
      const cue = () =>
        Number(/(\d+) (more claims|مقولة أخرى)/.exec(widget.shadowRoot!.querySelector('.cue')!.textContent)![1]);
      const atStart = cue();
      expect(atStart).toBeGreaterThan(20);
      scroller.scrollLeft = lang === 'ar' ? -100_000 : 100_000;
      await settled(widget);
      expect(Math.abs(cue() - atStart)).toBeLessThan(3);
      const open = widget.shadowRoot!.querySelector('[aria-current]')!;
      expect(open).not.toBeNull();
    }
  });
});

describe('the headings of columns', () => {
  it('are in the language of the data, and keep every word whole that the browser cannot hyphenate', async () => {
    const widget = await show('stance-matrix', { data: parties });
    const heads = [...widget.shadowRoot!.querySelectorAll<HTMLElement>('thead bdi')];
    expect(heads.length).toBe(30);
    for (const head of heads) {
      expect(head.lang).toBe('de');
      expect(getComputedStyle(head).hyphens).toBe('auto');
      expect(getComputedStyle(head).overflowWrap).toBe('normal');
      expect(head.scrollWidth, head.textContent).toBeLessThanOrEqual(head.clientWidth);
    }
  });

  it('take at most four lines', async () => {
    const text = 'The claim that has no short form and goes on for so long that nobody would read it in a heading.';
    const data = { ...storyJson(said), claims: ['tax', 'war'].map((id) => ({ id, text: `${text} ${id}` })) };
    const widget = await show('stance-matrix', { data });
    const [head] = widget.shadowRoot!.querySelectorAll<HTMLElement>('thead bdi');
    const lineHeight = Number.parseFloat(getComputedStyle(head!).lineHeight);
    expect(head!.scrollHeight).toBeGreaterThan(lineHeight * 4.5);
    expect(head!.clientHeight).toBeLessThan(lineHeight * 4.5);
    expect(head!.title).toBe(`${text} tax`);
  });
});

describe('a page that takes the pointer away', () => {
  it('leaves marks and claims in reach', async () => {
    for (const name of ['stance-matrix', 'source-disagreement'] as const) {
      const widget = await show(name, { data: storyJson(said), selected: 'none' });
      document.body.style.pointerEvents = 'none';
      onTestFinished(() => void (document.body.style.pointerEvents = ''));
      await page.getByRole('button', { name: /The claim tax/ }).click({ timeout: 2000 });
      await expect.poll(() => widget.selected).not.toBe('none');
    }
  });
});
