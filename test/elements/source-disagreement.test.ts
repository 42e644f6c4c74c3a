import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import type { StanceSelectEvent } from '../../src/elements/events.js';
import { story, storyJson, type Said } from '../dataset/small-story.js';
import { expectAccessible, settled, show } from './page.js';
import { showStory, stories } from './story-page.js';

/** Three papers part on the tax, agree on the war, and one alone speaks of the sea. */
const said: Said[] = [
  ['post', 'ann', 'war', 'support'],
  ['echo', 'bob', 'war', 'support'],
  ['mail', 'bob', 'war', 'support'],
  ['post', 'ann', 'tax', 'support'],
  ['echo', 'bob', 'tax', 'support'],
  ['mail', 'cyd', 'tax', 'oppose'],
  ['mail', '', 'tax', 'support'],
  ['post', 'ann', 'sea', 'neutral'],
];

const claim = (name: RegExp) => page.getByRole('button', { name });
const account = () => page.getByRole('region', { name: /^Why this\?/ });
const names = (found: { elements(): Element[] }) => found.elements().map((each) => each.textContent.trim());
const claims = () => names(page.getByRole('heading', { level: 3 }));

/** The page itself only knows that the focus is somewhere in the widget. */
const expectFocus = (found: { element(): Element }) => expect.poll(() => found.element().matches(':focus')).toBe(true);

/** Six papers of which one opposes. */
const sixPapers: Said[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [
  id,
  'ann',
  'tax',
  id === 'f' ? 'oppose' : 'support',
]);

afterEach(() => {
  history.replaceState(null, '', location.pathname);
});

describe('a reader of the chart', () => {
  it('learns first where the reports part, who stands alone, and what only one reports', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    await expect
      .element(
        page.getByText(
          'The reports part most on “The claim tax” (The mail against the others). They agree on “The claim war”. Only The post reports “The claim sea”.',
        ),
      )
      .toBeVisible();
  });

  it('finds the claims with the greatest disagreement first, and in the editor’s order on request', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    expect(claims()).toEqual(['The claim tax.', 'The claim war.', 'The claim sea.']);
    await page.getByRole('button', { name: 'Editor’s choice' }).click();
    await expect.element(page.getByRole('button', { name: 'Editor’s choice' })).toHaveAttribute('aria-pressed', 'true');
    expect(claims()).toEqual(['The claim war.', 'The claim tax.', 'The claim sea.']);
  });

  it('hears each row as a sentence, the outlet’s own voice apart', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    await expect
      .element(
        page.getByRole('img', {
          name: 'The post: +1.00; The echo: +1.00; The mail: −1.00, in its own words supports',
        }),
      )
      .toBeInTheDocument();
  });

  it('finds the numbers of the drawing in a real table', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    const table = page.getByRole('table', { name: 'The same as a table' });
    expect(names(table.getByRole('columnheader')).slice(0, 4)).toEqual(['Claim', 'The post', 'The echo', 'The mail']);
    expect(names(table.getByRole('row', { name: /^The claim sea/ }).getByRole('cell')).slice(0, 3)).toEqual([
      '0.00',
      'silent',
      'silent',
    ]);
  });

  it('sees bands at three sources and never a decimal', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    const row = page.getByRole('listitem').filter({ has: claim(/claim tax/) });
    await expect.element(row).toHaveTextContent(/Split/);
    await expect.element(row).toHaveTextContent(/2 for, 1 against/);
    await expect.element(row).not.toHaveTextContent(/\d[.]\d/);
    await expect.element(row).toHaveTextContent(/3 of 3 reports; rests on one statement/);
  });

  it('sees the score with its range from six sources on', async () => {
    await show('source-disagreement', { data: storyJson(sixPapers) });
    await expect
      .element(page.getByRole('listitem').filter({ has: claim(/tax/) }))
      .toHaveTextContent('0.56 (0.00–0.67)');
  });

  it('reads words below three sources', async () => {
    await show('source-disagreement', { data: storyJson(said), sources: 'post mail' });
    const row = (name: RegExp) => page.getByRole('listitem').filter({ has: claim(name) });
    await expect.element(row(/tax/)).toHaveTextContent('The post and The mail are opposed');
    await expect.element(row(/war/)).toHaveTextContent('The post and The mail agree');
    await expect
      .element(row(/sea/))
      .toHaveTextContent(/1 of 2 reports; silent: The mail.*Only The post carries voices/);
  });

  it('is told that one source leaves nothing to compare', async () => {
    await show('source-disagreement', { data: storyJson(said), sources: 'post' });
    await expect.element(page.getByText(/What The post carries\..*nothing to compare/)).toBeVisible();
    expect(claims()).toHaveLength(3);
    await expect.element(page.getByRole('button', { name: 'Pairs of reports' })).not.toBeInTheDocument();
  });

  it('can undo a narrowing that leaves nothing', async () => {
    await show('source-disagreement', { data: storyJson(said), sources: 'nobody' });
    await expect.element(page.getByText('There is nothing to show.')).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(claims()).toHaveLength(3);
  });

  it('narrows to sources and topics', async () => {
    const topics = ['War', 'Money', 'Sea'];
    const json = storyJson(said);
    const widget = await show('source-disagreement', {
      data: { ...json, claims: json.claims.map((each, index) => ({ ...each, topic: topics[index]! })) },
    });
    await page.getByText('Filter').click();
    await page.getByRole('button', { name: 'Money' }).click();
    expect(claims()).toEqual(['The claim tax.']);
    await page.getByRole('button', { name: 'The echo' }).click();
    expect(widget.sources).toBe('echo');
    await expect.element(page.getByRole('status')).toHaveTextContent('Showing 1 of 3 claims.');
  });
});

describe('“Why this?”', () => {
  it('opens from the claim, says whom the sources carry, and closes again with the focus back', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    await claim(/claim tax/).click();
    await expect.element(claim(/claim tax/)).toHaveAttribute('aria-expanded', 'true');
    const row = account().getByRole('row', { name: /The mail/ });
    expect(names(row.getByRole('cell'))).toEqual(['cydopposes', '−1.00', 'supports']);
    await expect.element(account()).toHaveTextContent('Without The mail the band would be “agree”.');
    expect(account().getByRole('figure').elements()).toHaveLength(4);
    await account().getByRole('button', { name: 'Close' }).click();
    await expect.element(account()).not.toBeInTheDocument();
    await expectFocus(claim(/claim tax/));
  });

  it('opens by key, and Escape closes it', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    (claim(/claim tax/).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(account()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(account()).not.toBeInTheDocument();
    await expectFocus(claim(/claim tax/));
  });

  it('is one at a time', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    await claim(/claim tax/).click();
    await claim(/claim war/).click();
    expect(account().elements()).toHaveLength(1);
    await expect.element(claim(/claim tax/)).toHaveAttribute('aria-expanded', 'false');
  });

  it('marks the statement on which the band rests', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    await claim(/claim tax/).click();
    await expect.element(account().getByText('The band rests on this statement.')).toBeVisible();
  });

  it('names the formula and gives the sum', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    await claim(/claim tax/).click();
    const sum = account().getByText('Here +1.00, +1.00, −1.00 give D = 1.00.');
    await expect.element(sum).not.toBeVisible();
    await account().getByText('How this is calculated').click();
    await expect.element(sum).toBeVisible();
    await expect.element(account().getByText(/Berry & Mielke 1992/)).toBeVisible();
  });

  it('shows how two reports tell one utterance, and who leaves it out', async () => {
    await show('source-disagreement', { data: seeds, claims: 'home-base' });
    await claim(/home base/).click();
    const told = account()
      .getByRole('listitem')
      .filter({ hasText: /burrowed deep inside/ });
    expect(names(told.getByRole('emphasis'))).toEqual(['deep']);
    await expect.element(told).toHaveTextContent('Not in Examiner.');
  });

  it('takes the text of a dataset for text', async () => {
    const json = storyJson(said);
    const name = '<img src=x onerror="document.title=1">';
    await show('source-disagreement', {
      data: { ...json, speakers: json.speakers.map((each) => ({ ...each, name })) },
    });
    await claim(/claim tax/).click();
    await expect.element(account().getByText(name).first()).toBeVisible();
  });
});

describe('the numbers', () => {
  it('equal a calculation from the dataset that shares no code with the product', async () => {
    await show('source-disagreement', { data: seeds });
    const table = page.getByRole('table', { name: 'The same as a table' });
    await expect.poll(() => table.getByRole('row').elements().length).toBe(seeds.claims.length + 1);
    const value = { support: 1, neutral: 0, oppose: -1 } as Record<string, number>;
    const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    for (const { id, text } of seeds.claims) {
      const expected = seeds.sources.map((source) => {
        const own = seeds.articles.filter((article) => article.source === source.id).map((article) => article.id);
        const here = seeds.statements.filter((each) => each.claim === id && own.includes(each.article));
        const speakers = [...new Set(here.flatMap((each) => ('speaker' in each ? [each.speaker] : [])))];
        const means = speakers.map((speaker) =>
          mean(here.filter((each) => 'speaker' in each && each.speaker === speaker).map((each) => value[each.stance]!)),
        );
        if (here.length === 0) return 'silent';
        if (means.length === 0) return 'no voices';
        const position = mean(means);
        return `${position > 0.004 ? '+' : position < -0.004 ? '−' : ''}${Math.abs(position).toFixed(2)}`;
      });
      const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: text, exact: true }) });
      const shown = names(row.getByRole('cell')).slice(0, seeds.sources.length);
      expect([text, ...shown.map((cell) => cell.split(',')[0])]).toEqual([text, ...expected]);
    }
  });
});

describe('the other views', () => {
  it('count voices on each side', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    await page.getByRole('button', { name: 'Voices' }).click();
    await expect.element(page.getByRole('img', { name: 'The mail: Opposes: 1' })).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'In its own words: Supports' })).toBeVisible();
  });

  it('compare each two reports on the claims they share, and draw nothing below two', async () => {
    const few: Said[] = [...said, ['tass', 'dan', 'tax', 'oppose']];
    await show('source-disagreement', { data: storyJson(few), view: 'pairs' });
    const row = page.getByRole('row', { name: /^The mail/ });
    expect(names(row.getByRole('cell')).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '0.50 on 2 shared claims',
      '0.50 on 2 shared claims',
      '',
      'too few shared claims',
    ]);
  });

  it('are restored from the page’s address', async () => {
    const widget = await show('source-disagreement', { data: storyJson(said), permalink: true });
    await page.getByRole('button', { name: 'Voices' }).click();
    await claim(/claim war/).click();
    expect(location.search).toContain('source-disagreement.view=counts');
    widget.remove();
    await show('source-disagreement', { data: storyJson(said), permalink: true });
    await expect.element(page.getByRole('button', { name: 'Voices' })).toHaveAttribute('aria-pressed', 'true');
    await expect.element(claim(/claim war/)).toHaveAttribute('aria-expanded', 'true');
  });
});

describe('the page', () => {
  it('hears what the reader opens, and nothing of what it opens itself', async () => {
    const widget = await show('source-disagreement', { data: storyJson(said) });
    const heard: unknown[] = [];
    widget.addEventListener('stance-select', ({ detail }: StanceSelectEvent) => heard.push(detail));
    widget.selected = 'war';
    await settled(widget);
    await expect.element(account()).toBeVisible();
    expect(heard).toEqual([]);
    await claim(/claim tax/).click();
    expect(heard).toEqual([{ claim: 'tax', statements: ['s4', 's5', 's6', 's7'] }]);
  });
});

describe('the keyboard', () => {
  it('goes from claim to claim with the arrows, and no further than the last', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    (claim(/claim tax/).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expectFocus(claim(/claim war/));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    await expectFocus(claim(/claim war/));
  });
});

describe('any width', () => {
  it.each([320, 800])('is accessible with an account open, at %i pixels', async (width) => {
    await show('source-disagreement', { data: story(said), width, selected: 'tax' });
    await expect.element(account()).toBeVisible();
    await expectAccessible();
  });

  it.each(['counts', 'pairs'] as const)('is accessible in the view of %s', async (view) => {
    await show('source-disagreement', { data: story(said), width: 320, view });
    await expectAccessible();
    await show('source-disagreement', { data: story(said), width: 800, view });
    await expectAccessible();
  });

  it.each([280, 320, 560, 1000])('holds the real story at %i pixels without scrolling sideways', async (width) => {
    const widget = await show('source-disagreement', { data: seeds, width, selected: 'home-base' });
    await expect.element(account()).toBeVisible();
    expect(widget.scrollWidth).toBeLessThanOrEqual(width);
  });

  it('puts the axis under its claim where it is narrow, beside it where it is wide', async () => {
    const heights = async (width: number) => {
      await show('source-disagreement', { data: storyJson(said), width });
      const [text, axis] = [claim(/claim tax/), page.getByRole('img', { name: /The mail: −1/ })].map((found) =>
        found.element().getBoundingClientRect(),
      );
      return { text: text!, axis: axis! };
    };
    const wide = await heights(800);
    expect(wide.axis.left).toBeGreaterThan(wide.text.right);
    const narrow = await heights(360);
    expect(narrow.axis.top).toBeGreaterThan(narrow.text.bottom);
  });
});

describe('on paper', () => {
  it('every account is open to its last quote, and closed again afterwards', async () => {
    const widget = await show('source-disagreement', { data: seeds });
    const root = widget.shadowRoot!;
    dispatchEvent(new Event('beforeprint'));
    expect(root.querySelectorAll('[part~=account]')).toHaveLength(seeds.claims.length);
    expect(root.querySelectorAll('details:not([open])')).toHaveLength(0);
    expect(root.querySelectorAll('blockquote')).toHaveLength(seeds.statements.length);
    dispatchEvent(new Event('afterprint'));
    await settled(widget);
    expect(root.querySelectorAll('[part~=account]')).toHaveLength(0);
  });
});

describe('a story of three hundred claims', () => {
  it('is drawn in another task than it is read in, and the widget is complete only then', async () => {
    const long: Said[] = Array.from({ length: 2500 }, (_, index) => ['post', 'ann', `c${index % 50}`, 'support']);
    const widget = document.createElement('source-disagreement');
    widget.data = storyJson(long);
    document.body.replaceChildren(widget);
    await Promise.resolve();
    expect(widget.matches(':state(loading)')).toBe(true);
    expect(claims()).toEqual([]);
    await widget.updateComplete;
    expect(claims().length).toBeGreaterThan(0);
    expect(widget.matches(':state(loading)')).toBe(false);
  });

  it('is drawn to the last row', async () => {
    const long: Said[] = Array.from({ length: 300 }, (_, index) => ['post', 'ann', `c${index}`, 'support']);
    await show('source-disagreement', { data: storyJson(long) });
    await expect.poll(() => claims().length, { timeout: 20_000 }).toBe(300);
  });
});

it('from right to left, a report whose voices all oppose is nearer to the label that says so', async () => {
  const story = stories.find(({ name }) => name === 'source-disagreement RightToLeft')!;
  const { shadowRoot } = await showStory(story, 800);
  const middleOf = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    return (left + right) / 2;
  };
  const [oppose, support] = ['all voices oppose', 'all voices support'].map((label) =>
    middleOf(page.getByText(label).element()),
  );
  const row = [...shadowRoot!.querySelectorAll('[part~=row]')].find((row) => /\b3 against/.test(row.textContent))!;
  const report = middleOf(row.querySelector('[part~=source]')!);
  expect(Math.abs(report - oppose!)).toBeLessThan(Math.abs(report - support!));
});
