import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
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

const mark = (name: RegExp | string) => page.getByRole('button', { name });

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
    ).toEqual(['ann', 'bob', 'The daily']);
    await expect
      .element(mark('ann said both: The claim tax. 3 statements in 2 reports: The daily and The herald.'))
      .toBeVisible();
    await expect.element(mark('bob takes no side: The claim war. 1 statement in 1 report: The herald.')).toBeVisible();
    await expect.element(mark(/^The daily opposes: The claim war\./)).toBeVisible();
    await expect.element(page.getByRole('cell', { name: 'Not quoted on this' }).first()).toBeInTheDocument();
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
    expect(headings).toEqual(['Government', 'Others', 'The outlets’ own voice']);
  });

  it('reads in one sentence how much is disputed', async () => {
    await show('stance-matrix', { data: storyJson(said) });
    await expect.element(page.getByText('Of 2 claims 1 is disputed among 3 voices in 2 reports.')).toBeVisible();
  });

  it('finds the most disputed mark open before pressing anything', async () => {
    await show('stance-matrix', { data: storyJson(said) });
    await expect.element(mark(/^ann said both/)).toHaveAttribute('aria-expanded', 'true');
    await expect.element(page.getByRole('heading', { name: 'ann said both' })).toBeVisible();
    expect(page.getByRole('figure').elements()).toHaveLength(3);
  });

  it('opens another mark, hears of it, and closes it again', async () => {
    const widget = await show('stance-matrix', { data: storyJson(said) });
    const heard: unknown[] = [];
    widget.addEventListener('stance-select', ({ detail }: StanceSelectEvent) => heard.push(detail));
    await mark(/^bob opposes/).click();
    await expect.element(page.getByRole('heading', { name: 'bob opposes' })).toBeVisible();
    await mark(/^bob opposes/).click();
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
    await expect.element(page.getByRole('heading', { name: 'The claim war. takes no side' })).toBeVisible();
    expect(page.getByRole('figure').elements()).toHaveLength(2);
  });

  it('walks from mark to mark inside the panel', async () => {
    await show('stance-matrix', { data: storyJson(said) });
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.element(page.getByRole('heading', { name: 'bob opposes' })).toBeVisible();
    await page.getByRole('button', { name: 'Previous' }).click();
    await expect.element(page.getByRole('heading', { name: 'ann said both' })).toBeVisible();
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
    expect(focused()).toMatch(/^ann said both/);
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(focused()).toMatch(/^bob takes no side/);
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('bob');
    await userEvent.keyboard('{End}{Enter}');
    await expect.element(page.getByRole('heading', { name: 'bob takes no side' })).toBeVisible();
    expect(focused()).toMatch(/^bob\s+takes no side$/);
    await userEvent.keyboard('{Escape}');
    expect(focused()).toMatch(/^bob takes no side/);
    await userEvent.tab();
    expect(widget.shadowRoot?.activeElement).toBeNull();
  });
});

describe('a reader on a phone', () => {
  it('gets a list by claim, and the words where the tap was', async () => {
    const widget = await show('stance-matrix', { data: storyJson(said), width: 340, selected: 'none' });
    await expect.element(page.getByRole('table')).not.toBeInTheDocument();
    await mark(/^bob opposes daily|^bob opposes/).click();
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
    await page.getByText('Narrow').click();
    await page.getByRole('group', { name: 'Reports' }).getByRole('button', { name: 'DW' }).click();
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
    await page.getByRole('button', { name: 'A–Z' }).click();
    await mark(/^bob opposes/).click();
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

  it('leave the address alone without permalink', async () => {
    await show('stance-matrix', { data: storyJson(said) });
    await page.getByRole('button', { name: 'A–Z' }).click();
    expect(location.search).toBe('');
  });
});

describe('the evidence', () => {
  it('names outlet, date and voice, and links to the very words', async () => {
    await show('stance-matrix', { data: seeds, selected: 'zarif/home-base' });
    await expect.element(page.getByRole('figure')).toHaveTextContent(/Deutsche Welle, 12 January 2021/);
    await show('stance-matrix', { data: seeds, selected: 'duss/evidence' });
    const links = page.getByRole('link', { name: /read in the article/ }).elements() as HTMLAnchorElement[];
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
    await expect.element(mark(/^ann supports/)).toBeVisible();
  });
});
