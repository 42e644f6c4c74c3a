import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import type { StanceErrorEvent, StanceSelectEvent } from '../../src/elements/events.js';
import { story, storyJson, type Said } from '../dataset/small-story.js';
import { expectAccessible, settled, show } from './page.js';
import { showStory, stories } from './story-page.js';

/** Three papers quote both sides on the tax and one side on the war; one alone covers the sea. */
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
const claims = () => names(page.getByRole('button', { name: /^“The claim/ }));

const sections = () => names(page.getByRole('heading', { level: 3 })).filter((name) => !name.startsWith('“'));

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
  it('learns first where coverage differs most, and how much of it is the same', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    await expect
      .element(
        page.getByText(
          'Coverage differs most on “The claim tax”. The post and The echo quote only supporters; The mail quotes only opponents. In its own words, The mail supports the claim. Coverage is much the same on 1 of 3 claims. One claim is covered by at most two outlets.',
        ),
      )
      .toBeVisible();
  });

  it('finds the claims with the greatest disagreement first, and in the editor’s order on request', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    expect(claims()).toEqual(['“The claim tax”', '“The claim war”', '“The claim sea”']);
    expect(sections()).toEqual(['Coverage differs', 'Much the same coverage', 'Covered by one or two outlets']);
    const levels = () => ['tax', 'war', 'sea'].map((id) => claim(new RegExp(id)).element().closest('h3')!.ariaLevel);
    expect(levels()).toEqual(['4', '4', '4']);
    await page.getByRole('button', { name: 'Editor’s choice' }).click();
    await expect.element(page.getByRole('button', { name: 'Editor’s choice' })).toHaveAttribute('aria-pressed', 'true');
    expect(claims()).toEqual(['“The claim war”', '“The claim tax”', '“The claim sea”']);
    expect(sections()).toEqual([]);
    expect(levels()).toEqual(['3', '3', '3']);
  });

  it('gets the usual order where the page has misspelt it', async () => {
    await show('source-disagreement', { data: storyJson(said), order: 'constructor' as 'editor' });
    expect(sections()).toEqual(['Coverage differs', 'Much the same coverage', 'Covered by one or two outlets']);
  });

  it('gets one message where the first drawing fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failed = vi.fn<(event: StanceErrorEvent) => void>();
    const widget = document.createElement('source-disagreement');
    const drawingOf = () => {
      throw new Error('made up');
    };
    Object.assign(widget, { data: storyJson(said), drawingOf });
    widget.addEventListener('stance-error', failed);
    document.body.append(widget);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Your browser cannot display this chart.');
    expect(failed.mock.calls.map(([{ detail }]) => detail.code)).toEqual(['drawing']);
    widget.remove();
  });

  it('sees each outlet by name in the column of whom it quotes, and what it says itself below', async () => {
    const widget = await show('source-disagreement', { data: storyJson(said) });
    const row = widget.shadowRoot!.querySelector('[part~=row]')!;
    const middle = (found: Element) => {
      const { left, right } = found.getBoundingClientRect();
      return (left + right) / 2;
    };
    const marks = [...row.querySelectorAll('[part~=source]')];
    expect(marks.map((mark) => mark.textContent.trim())).toEqual(['The mail', 'The post', 'The echo']);
    const [mail, post] = marks.map(middle) as [number, number];
    const axis = middle(row.querySelector('[part~=axis]')!);
    expect(mail).toBeLessThan(axis);
    expect(post).toBeGreaterThan(axis);
    const own = row.querySelector('[part~=own]')!;
    expect(own.textContent.trim()).toBe('The mail');
    expect(middle(own)).toBeGreaterThan(axis);
  });

  it('finds the numbers of the drawing in a real table', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    const table = page.getByRole('table', { name: 'View as table' });
    expect(names(table.getByRole('columnheader')).slice(0, 4)).toEqual(['Claim', 'The post', 'The echo', 'The mail']);
    expect(names(table.getByRole('row', { name: /^The claim sea/ }).getByRole('cell')).slice(0, 3)).toEqual([
      'quotes only people who take no side',
      'not covered',
      'not covered',
    ]);
  });

  it('reads whom the outlets quote, what the verdict depends on, and never a decimal below six outlets', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    const row = page.getByRole('listitem').filter({ has: claim(/claim tax/) });
    await expect.element(row).toHaveTextContent(/The post and The echo quote only supporters; The mail quotes only/);
    await expect
      .element(row)
      .toHaveTextContent(/Depends on a single statement\. Nobody but cyd is quoted against it\./);
    await expect.element(row).not.toHaveTextContent(/\d[.]\d/);
    await expect.element(page.getByText('With fewer than six outlets, categories')).toBeVisible();
  });

  it('sees the score by its name, with its range, from six outlets on', async () => {
    await show('source-disagreement', { data: storyJson(sixPapers) });
    await expect
      .element(page.getByRole('listitem').filter({ has: claim(/tax/) }))
      .toHaveTextContent('Disagreement 0.56 (0.00–0.67)');
    await expect.element(page.getByText(/^Disagreement: 0 if .* There is no score where/)).toBeVisible();
  });

  it('reads words below three outlets', async () => {
    await show('source-disagreement', { data: storyJson(said), sources: 'post mail' });
    const row = (name: RegExp) => page.getByRole('listitem').filter({ has: claim(name) });
    await expect
      .element(row(/tax/))
      .toHaveTextContent('The post quotes only supporters; The mail quotes only opponents');
    await expect.element(row(/war/)).toHaveTextContent('Both quote only supporters.');
    await expect
      .element(row(/sea/))
      .toHaveTextContent(/The post quotes only people who take no side.*Not covered by The mail/);
    await expect.element(page.getByRole('heading', { name: 'Covered by one outlet' })).toBeVisible();
  });

  it('is told that one outlet leaves nothing to compare', async () => {
    await show('source-disagreement', { data: storyJson(said), sources: 'post' });
    await expect.element(page.getByText(/^The post is the only outlet here.*nothing to compare/)).toBeVisible();
    expect(claims()).toHaveLength(3);
    await expect.element(page.getByRole('button', { name: 'Pairs of outlets' })).not.toBeInTheDocument();
  });

  it('finds all outlets that do not cover a claim, one step away where there are many', async () => {
    const papers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id): Said => [id, 'ann', 'war', 'support']);
    await show('source-disagreement', { data: storyJson([...papers, ['a', 'ann', 'tax', 'support']]) });
    const row = page.getByRole('listitem').filter({ has: claim(/tax/) });
    const all = row.getByText(/The g,? and The h/);
    await expect.element(all).not.toBeVisible();
    await row.getByText(/and 2 more/).click();
    await expect.element(all).toBeVisible();
    await expect.element(account()).not.toBeInTheDocument();
  });

  it('sees three marks of a column on a phone, and the others on request', async () => {
    const papers = ['a', 'b', 'c', 'd', 'e', 'f'].map((id): Said => [id, 'ann', 'war', 'support']);
    const widget = await show('source-disagreement', { data: storyJson(papers), width: 360 });
    const shown = () =>
      [...widget.shadowRoot!.querySelectorAll('span[part~=source]')].filter((mark) => mark.checkVisibility()).length;
    expect(shown()).toBe(3);
    await page.getByText('+3').click();
    expect(shown()).toBe(6);
    await show('source-disagreement', { data: storyJson(papers), width: 900 });
    await expect.element(page.getByText('+3')).not.toBeInTheDocument();
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
    expect(claims()).toEqual(['“The claim tax”']);
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
    await expect.element(account()).toHaveTextContent('Without The mail, coverage would be much the same.');
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
    await expect.element(page.getByRole('status')).toHaveTextContent('Quotes closed.');
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
    await expect.element(account().getByText('The category depends on this statement.')).toBeVisible();
  });

  it('names the formula and gives the sum', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    await claim(/claim tax/).click();
    const sum = account().getByText('Here +1.00, +1.00, −1.00 give D = 1.00.');
    await expect.element(sum).not.toBeVisible();
    await account().getByText('How this is calculated').click();
    await expect.element(account().getByText(/^An outlet’s balance is the mean/)).toBeVisible();
    await account().getByText('Formula').click();
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
    const widget = await show('source-disagreement', { data: seeds });
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
        if (here.length === 0) return 'not covered';
        if (means.length === 0) return '–';
        const position = mean(means);
        return `${position > 0.004 ? '+' : position < -0.004 ? '−' : ''}${Math.abs(position).toFixed(2)}`;
      });
      widget.selected = id;
      await settled(widget);
      const shown = seeds.sources.map(({ name }) => {
        const cells = names(account().getByRole('row').filter({ hasText: name }).first().getByRole('cell'));
        return cells[1] ?? cells[0];
      });
      expect([text, ...shown]).toEqual([text, ...expected]);
    }
  });
});

describe('the other views', () => {
  it('count voices on each side', async () => {
    await show('source-disagreement', { data: storyJson(said) });
    await page.getByRole('button', { name: 'People quoted' }).click();
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
    await page.getByRole('button', { name: 'People quoted' }).click();
    await claim(/claim war/).click();
    expect(location.search).toContain('source-disagreement.view=counts');
    widget.remove();
    await show('source-disagreement', { data: storyJson(said), permalink: true });
    await expect.element(page.getByRole('button', { name: 'People quoted' })).toHaveAttribute('aria-pressed', 'true');
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
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Alt>}{ArrowDown}{/Alt}{Control>}{ArrowUp}{/Control}');
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

  it('puts the columns under the claim where it is narrow, beside it where it is wide', async () => {
    const boxes = async (width: number) => {
      const widget = await show('source-disagreement', { data: storyJson(said), width });
      const axis = widget.shadowRoot!.querySelector('[part~=axis]')!;
      return [claim(/claim tax/).element(), axis].map((found) => found.getBoundingClientRect()) as [DOMRect, DOMRect];
    };
    const [wideText, wideAxis] = await boxes(800);
    expect(wideAxis.left).toBeGreaterThan(wideText.right);
    const [narrowText, narrowAxis] = await boxes(360);
    expect(narrowAxis.top).toBeGreaterThan(narrowText.bottom);
  });

  it.each([320, 420, 700, 1000])('marks never overlap or leave their lane, at %i pixels', async (width) => {
    const shorts = ['The Commonwealth Observer', '2013, 2017, 2021', 'Evening Echo', 'DW', 'Harbour Radio News'];
    const many = shorts.flatMap((_, i): Said[] => [
      [`p${i}`, 'ann', 'tax', 'support'],
      ...(i % 2 ? ([[`p${i}`, 'bob', 'tax', 'oppose']] satisfies Said[]) : []),
    ]);
    const json = storyJson(many);
    const data = { ...json, sources: json.sources.map((source, i) => ({ ...source, short: shorts[i]! })) };
    const widget = await show('source-disagreement', { data, width });
    const boxes = [...widget.shadowRoot!.querySelectorAll('[part~=row] span[part~=source]')].map((mark) => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      return { text: mark.textContent.trim(), left, right, top, bottom };
    });
    expect(boxes.map(({ text }) => text).sort()).toEqual([...shorts].sort());
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) {
        const isApart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect([a.text, b.text, isApart]).toEqual([a.text, b.text, true]);
      }
    });
    expect(widget.scrollWidth).toBeLessThanOrEqual(width);
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

it('from right to left, an outlet that quotes only opponents is below the label that says so', async () => {
  const story = stories.find(({ name }) => name === 'source-disagreement RightToLeft')!;
  const { shadowRoot } = await showStory(story, 800);
  const middleOf = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    return (left + right) / 2;
  };
  const [oppose, support] = ['.column-0', '.column-4'].map((column) =>
    middleOf(shadowRoot!.querySelector(`.head ${column}`)!),
  );
  const mark = middleOf(shadowRoot!.querySelector('[part~=axis] .column-0 [part~=source]')!);
  expect(Math.abs(mark - oppose!)).toBeLessThan(Math.abs(mark - support!));
  expect(oppose).toBeGreaterThan(support!);
});
