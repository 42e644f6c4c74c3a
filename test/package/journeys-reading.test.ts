import { expect, it } from 'vitest';
import { largeStory } from '../elements/large-story.js';
import {
  describeReader,
  evidence,
  expectFocus,
  hasFocus,
  readArticle,
  sideways,
  story,
  textOf,
  widgetsOf,
  markOf,
} from './journeys.js';

describeReader((site) => {
  it('drags the overview of a large matrix, searches for a claim, and sees the right part', async () => {
    const json = { 'content-type': 'application/json' };
    site.serve('/large.json', JSON.stringify(largeStory(100, 400)), json);
    const visit = await site.visit(
      `<script src="/dist/stancekit.js" defer></script>
       <stance-matrix layout="table" selected="none" src="/large.json"></stance-matrix>`,
    );
    await visit.rendered('stance-matrix');
    const { matrix, page } = widgetsOf(visit.page);
    const box = (await matrix.locator('[part~=overview]').boundingBox())!;
    const claimsInView = () =>
      matrix.getByRole('table').evaluate((table) => {
        const scroller = table.parentElement!;
        const { right } = scroller.getBoundingClientRect();
        const from = scroller.querySelector('thead th')!.getBoundingClientRect().right;
        const heads = [...scroller.querySelectorAll('th[scope=col] button')].filter((head) => {
          const { left, width } = head.getBoundingClientRect();
          return left + width / 2 > from && left + width / 2 < right;
        });
        return heads.map((head) => head.textContent.trim());
      });
    const expectAmongOthers = async (claim: string) => {
      await expect.poll(claimsInView).toContain(claim);
      expect((await claimsInView()).length).toBeGreaterThan(3);
    };
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    for (const [part, claim] of [
      [0.25, 'Claim number 100.'],
      [0.5, 'Claim number 200.'],
      [1, 'Claim number 399.'],
    ] as const) {
      await page.mouse.move(box.x + box.width * part, box.y + 200 * part, { steps: 4 });
      await expectAmongOthers(claim);
    }
    await page.mouse.up();
    expect(await page.evaluate(() => String(getSelection()))).toBe('');
    await matrix.getByRole('searchbox').fill('number 77');
    await matrix.getByRole('button', { name: 'Claim number 77.' }).first().click();
    await expectAmongOthers('Claim number 77.');
    await expectFocus(matrix.getByRole('columnheader').getByRole('button', { name: 'Claim number 77.' }));
    expect(visit.errors).toEqual([]);
  });

  it('opens a mark, reads its quotes, steps on and back, and closes it with the focus back on the mark', async () => {
    const { matrix, visit } = await readArticle(site);
    const mark = markOf(matrix, 'pompeo', 'home-base');
    await mark.click();
    const panel = matrix.getByRole('region', { name: 'Mike Pompeo supports' });
    await panel.getByText('Iran is al-Qaida’s new home base.').waitFor();
    const read = await textOf(panel);
    const statements = evidence('pompeo', 'home-base');
    expect(statements.length).toBe(14);
    for (const { quote, article } of statements) {
      expect(read).toContain(quote.exact.replace(/\s+/g, ' '));
      expect(read).toContain(article.source.name);
    }
    await panel.getByRole('button', { name: 'Next' }).click();
    await panel.getByText('There is solid evidence for Pompeo’s accusation.').waitFor();
    await panel.getByRole('button', { name: 'Previous' }).click();
    await panel.getByText('Iran is al-Qaida’s new home base.').waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
    await expectFocus(mark);
    expect(visit.errors).toEqual([]);
  });

  it('does the same with the keyboard', async () => {
    const { matrix, page, visit } = await readArticle(site);
    const keys = async (...names: string[]) => {
      for (const name of names) await page.keyboard.press(name);
    };
    // The table is one tab stop: the open mark.
    const open = matrix.locator('table [aria-current]');
    for (let stops = 0; stops < 10 && !(await hasFocus(open)); stops++) await keys('Tab');
    await expectFocus(open);
    await keys('Home');
    await expectFocus(
      matrix.getByRole('rowheader', { name: /^US intelligence officials unnamed/ }).getByRole('button'),
    );
    await keys('End');
    const last = story.claims.findLast(({ id }) => evidence('intel-officials', id).length > 0)!;
    await expectFocus(markOf(matrix, 'intel-officials', last.id));
    await keys('Home', 'ArrowRight', 'ArrowUp');
    await expectFocus(markOf(matrix, 'pompeo', 'home-base'));
    await keys('ArrowDown');
    await expectFocus(markOf(matrix, 'intel-officials', 'home-base'));
    await keys('ArrowUp', 'Enter');
    const panel = matrix.getByRole('region', { name: 'Mike Pompeo supports' });
    await expectFocus(panel.getByRole('heading', { name: 'Mike Pompeo supports' }));
    expect(await textOf(panel)).toContain('al-Qaida had established a new home base in Iran');
    await keys('Tab');
    await expectFocus(panel.getByRole('button', { name: 'Next' }));
    await keys('Enter');
    await panel.getByText('There is solid evidence for Pompeo’s accusation.').waitFor();
    await expectFocus(panel.getByRole('button', { name: 'Next' }));
    await keys('Escape');
    await panel.waitFor({ state: 'detached' });
    await expectFocus(markOf(matrix, 'pompeo', 'evidence'));
    await keys('Control+Home');
    await expectFocus(matrix.getByRole('columnheader', { name: /^New home base/ }).getByRole('button'));
    expect(visit.errors).toEqual([]);
  });

  /** Opens the demo article, and in it a mark with others around it. */
  async function readMark() {
    const { matrix, page, visit } = await readArticle(site);
    const marks = matrix.getByRole('row').filter({ hasText: 'US intelligence officials' }).locator('[part~=mark]');
    const claim = matrix.getByRole('columnheader').filter({ hasText: 'New home base' }).getByRole('button');
    const mark = marks.first();
    await mark.click();
    const panel = matrix.getByRole('region', { name: /^US intelligence officials/ });
    await panel.waitFor();
    return { claim, mark, matrix, page, panel, visit };
  }

  it('continues with the arrow keys after a click, and sees where the focus is', async () => {
    const { claim, mark, page, visit } = await readMark();
    await expectFocus(mark);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => hasFocus(mark)).toBe(false);
    await page.keyboard.press('Control+Home');
    await expectFocus(claim);
    expect(await claim.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
    expect(await claim.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
    expect(visit.errors).toEqual([]);
  });

  it.each(['Alt', 'Control', 'Shift'])('uses %s with an arrow key as everywhere in the browser', async (modifier) => {
    const { mark, page, visit } = await readMark();
    await page.evaluate(() => {
      // Going back stays on this page.
      history.pushState(null, '');
      addEventListener('keydown', ({ key, defaultPrevented }) => {
        if (key === 'ArrowLeft') document.title = defaultPrevented ? 'prevented' : 'not prevented';
      });
    });
    await page.keyboard.press(`${modifier}+ArrowLeft`);
    await expect.poll(() => page.evaluate(() => document.title)).toBe('not prevented');
    await expectFocus(mark);
    expect(visit.errors).toEqual([]);
  });

  it('closes the panel with Escape from anywhere in the widget, and that is announced', async () => {
    const { claim, mark, matrix, page, panel, visit } = await readMark();
    const announced = async () => (await matrix.getByRole('status').allInnerTexts()).join();
    for (const elsewhere of [claim, matrix.getByRole('button').first()]) {
      await elsewhere.focus();
      const before = await announced();
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      await expectFocus(mark);
      await expect.poll(announced).not.toBe(before);
      await mark.click();
      await panel.waitFor();
    }
    expect(visit.errors).toEqual([]);
  });

  it('reads on a phone claim by claim: quotes open below their line, and more claims on request', async () => {
    const { matrix, chart, page, visit } = await readArticle(site, 360);
    expect(await matrix.getByRole('table').count()).toBe(0);
    const line = matrix
      .getByRole('button', { name: /^US intelligence officials oppose this; 2 statements; quoted in AmCon/ })
      .first();
    await line.click();
    const panel = matrix.getByRole('region', { name: 'US intelligence officials oppose' });
    await panel.waitFor();
    for (const { quote } of evidence('intel-officials', 'home-base'))
      expect(await textOf(panel)).toContain(quote.exact.replace(/\s+/g, ' '));
    const [at, opened] = [(await line.boundingBox())!, (await panel.boundingBox())!];
    expect(opened.y).toBeGreaterThanOrEqual(at.y + at.height - 1);
    expect(opened.y).toBeLessThan(at.y + at.height + 24);
    const lastClaim = matrix.getByRole('button', { name: story.claims.at(-1)!.text });
    expect(await lastClaim.count()).toBe(0);
    await matrix.getByRole('button', { name: 'Show 9 more claims' }).click();
    await lastClaim.waitFor();
    expect(await sideways(page)).toBe(0);
    await chart.getByRole('button', { name: '“There is solid evidence for Pompeo’s accusation”' }).click();
    await chart.getByRole('button', { name: 'Close', exact: true }).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(visit.errors).toEqual([]);
  });

  it('sorts and filters; the address keeps it, a reload restores it, and it can be undone', async () => {
    const visit = await site.visit(
      '<script src="/stancekit.js"></script><stance-matrix src="/seeds.json" permalink></stance-matrix>',
    );
    await visit.rendered();
    const { matrix, page } = widgetsOf(visit.page);
    const heads = () => matrix.getByRole('columnheader').getByRole('button').allInnerTexts();
    const address = () => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.search)));
    const edited = await heads();
    const disputed = matrix.getByRole('button', { name: 'Most disputed' });
    await disputed.click();
    await expect.poll(heads).not.toEqual(edited);
    const ordered = await heads();
    expect([...ordered].sort()).toEqual([...edited].sort());

    await matrix.getByText('Filter').click();
    await matrix.getByRole('group', { name: 'Sources' }).getByRole('button', { name: 'DW' }).click();
    const carried = new Set(
      story.statements.filter(({ article }) => article.source.id === 'dw').map(({ claim }) => claim),
    );
    const count = matrix.getByRole('paragraph').filter({ hasText: `Showing ${carried.size} of 14 claims.` });
    await count.waitFor();
    const narrowed = await heads();
    expect(narrowed.length).toBe(carried.size);
    expect(await matrix.getByRole('button', { name: /Washington Examiner/ }).count()).toBe(0);
    const kept = { 'stance-matrix.order': 'disputed', 'stance-matrix.sources': 'dw' };
    await expect.poll(address).toEqual(kept);

    await page.reload();
    await count.waitFor();
    expect(await heads()).toEqual(narrowed);
    expect(await disputed.getAttribute('aria-pressed')).toBe('true');
    expect(await address()).toEqual(kept);

    await matrix.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(heads).toEqual(ordered);
    expect(await count.count()).toBe(0);
    await expect.poll(address).toEqual({ 'stance-matrix.order': 'disputed' });
    expect(visit.errors).toEqual([]);
  });

  it('opens the explanation of a score, and sees the counts and the pairs', async () => {
    const { chart, page, visit } = await readArticle(site);
    // The underlined text is no button; the button of the claim covers the whole row.
    const why = chart.getByText('Why this?').first();
    await why.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await why.boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    const account = chart.getByRole('region', { name: 'Why this? There is solid evidence for Pompeo’s accusation.' });
    await account.getByText('Without Washington Examiner').first().waitFor();
    const read = await textOf(account);
    for (const { quote } of evidence('pompeo', 'evidence').slice(0, 2)) expect(read).toContain(quote.exact);
    for (const { name } of story.sources) expect(read).toContain(name);
    await account.getByText('How this is calculated').click();
    await account.getByText('Formula').click();
    await account.getByText('give D = 1.00').waitFor();

    await chart.getByRole('button', { name: 'People quoted' }).click();
    const voices = chart.getByRole('listitem').filter({ hasText: 'There is solid evidence' }).first().getByRole('img');
    const names = await voices.evaluateAll((images) => images.map((image) => image.getAttribute('aria-label')));
    for (const { name } of story.sources) expect(names.join('; ')).toMatch(new RegExp(`${name}: \\w+: \\d`));

    await chart.getByRole('button', { name: 'Pairs of outlets' }).click();
    const pairs = chart.getByRole('table', { name: 'How far apart each pair of outlets is' });
    await pairs.waitFor();
    expect(await pairs.getByText(/on \d+ shared claims/).count()).toBe(6);
    expect(visit.errors).toEqual([]);
  });
});
