import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { StanceMatrix } from '../../src/elements/stance-matrix.js';
import { sideAt } from './large-story.js';
import { all, one, rowCount, setUpLargeMatrix, showLarge } from './large-matrix.js';
import { settled } from './page.js';

setUpLargeMatrix();

/** The buttons of that name outside the panel, from top to bottom. */
const buttons = (widget: StanceMatrix, name: RegExp) =>
  all(widget, 'button').filter((button) => name.test(button.textContent.trim()) && !button.closest('[part~=panel]'));

describe('the list of a large matrix', () => {
  it('opens a claim that was found, and some of its voices with the others one press away', async () => {
    const widget = await showLarge({ width: 360 });
    await userEvent.fill(page.getByRole('searchbox'), 'number 555');
    await userEvent.click(page.getByRole('button', { name: 'Claim number 555.' }).first());
    await settled(widget);
    expect(one(widget, '[part~=claim][aria-expanded=true]').textContent.trim()).toBe('Claim number 555.');
    const voices = () => all(widget, '[part~=list] li').length;
    expect(voices()).toBe(30);
    const more = buttons(widget, /^\d+ more$/).at(-1)!;
    const inAll = Array.from({ length: rowCount }, (_, row) => sideAt(row, 555)).filter(Boolean).length;
    expect(more.textContent.trim()).toBe(`${inAll - 30} more`);
    more.click();
    await settled(widget);
    expect(voices()).toBe(60);
  });

  it('shows a far voice of a claim that the page selects, and the way to those before it', async () => {
    const widget = await showLarge({ width: 360, selected: 'p777/c888' });
    expect(one(widget, '[part~=mark][aria-expanded=true] bdi').textContent).toBe('Speaker 777');
    expect(all(widget, '[part~=list] li').length).toBeLessThanOrEqual(30);
    // The first leads to other claims.
    buttons(widget, /^Previous$/)
      .at(-1)!
      .click();
    await settled(widget);
    const shown = all(widget, '[part~=mark] > span > bdi:first-child').map((name) =>
      Number(name.textContent.replace('Speaker ', '')),
    );
    expect(shown).toHaveLength(30);
    expect(shown.at(-1)).toBeLessThan(777);
  });

  it('goes to the claims before and after', async () => {
    const widget = await showLarge({ width: 360, selected: '/c500' });
    const claims = () => all(widget, '[part~=list] [part~=claim]').map((head) => head.textContent.trim());
    expect(claims()).toEqual(Array.from({ length: 20 }, (_, index) => `Claim number ${500 + index}.`));
    await userEvent.click(page.getByRole('button', { name: 'Show 20 more claims' }));
    await settled(widget);
    expect(claims()).toHaveLength(40);
    buttons(widget, /^Previous$/)[0]!.click();
    await settled(widget);
    expect(claims()[0]).toBe('Claim number 480.');
  });
});
