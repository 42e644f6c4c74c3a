import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchWidgets, type WidgetCase, type Press, type Observation } from './hostile-page.js';
import { storyOf } from './hostile-story.js';
import { brokenStrings, hostileStrings } from './hostile-strings.js';
import { release } from '../release.js';
import { TestSite } from './test-site.js';

// P1: no string becomes markup, script, style, a request or a navigation. P3: strings are shown exactly as written.
const site = new TestSite();
beforeAll(() => site.open());
afterAll(() => site.close());

/** This page forbids nothing, so that injected code runs; what a strict policy would have blocked is recorded. */
const reported = {
  'content-security-policy-report-only':
    "default-src 'none'; script-src 'nonce-abc'; style-src 'none'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'",
};

/** Both widgets in each layout and view. */
const looks = [
  ['stance-matrix', { layout: 'table' }],
  ['stance-matrix', { layout: 'list' }],
  ['source-disagreement', {}],
] as const;

const plain = (field: string) => `plain ${field}`;

/** Harmless texts that make the widgets show as much: a link, and quotes that differ. */
const exceptions = new Map([
  ['method', 'https://example.org/method'],
  ['difference', 'plain'],
]);
const atOnce = 120;

class Watched {
  constructor(
    readonly page: Page,
    /** Requests, dialogs, navigations, other windows, policy reports, errors: none of these may come from a string. */
    readonly happened: readonly string[],
    readonly violations: () => Promise<readonly string[]>,
    readonly close: () => Promise<void>,
  ) {}

  /** Renders these and uses them as readers do, some at a time. */
  readonly render = async (cases: readonly WidgetCase[], press: Press = 'nothing'): Promise<Observation> => {
    const seen: Observation[] = [];
    for (let from = 0; from < cases.length; from += atOnce)
      seen.push(
        await this.page.evaluate(([some, press]) => window.watch.render(some, press), [
          cases.slice(from, from + atOnce),
          press,
        ] as const),
      );
    return {
      names: [...new Set(seen.flatMap(({ names }) => names))],
      forbidden: [...new Set(seen.flatMap(({ forbidden }) => forbidden))],
      shown: seen.flatMap(({ shown }) => shown),
      ends: seen.flatMap(({ ends }) => ends),
    };
  };
}

async function watched(): Promise<Watched> {
  // The browser's own request, which the policy allows.
  site.serve('/favicon.ico', '');
  const visit = await site.visit(`<script nonce="abc" src="/stancekit.js"></script>`, {
    headers: reported,
    setUp: `window.canary = () => console.log('canary ran');`,
  });
  const { page } = visit;
  const happened: string[] = [];
  const note = (what: string) => happened.push(what);
  page.on('request', (request) => note(`request ${request.url()}`));
  page.on('dialog', (dialog) => {
    note(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => note(`navigation ${frame.url()}`));
  page.on('popup', (popup) => note(`window ${popup.url()}`));
  page.on('download', (download) => note(`download ${download.url()}`));
  page.on('pageerror', (error) => note(`error ${error.message}`));
  page.on('console', (message) => note(`console ${message.text()}`));
  await page.evaluate(watchWidgets);
  return new Watched(page, happened, () => visit.violations(), visit.close);
}

const casesOf = (data: unknown, more: Partial<WidgetCase> = {}): readonly WidgetCase[] =>
  looks.map(([tag, attributes]) => ({ tag, attributes, data, ...more }));

/** Every family of strings is in the sample of `npm test`; a release runs all. */
const isSampled = (index: number) =>
  index % 9 === 0 || hostileStrings[index - 1]?.family !== hostileStrings[index]!.family;
const runs = [
  { name: 'a sample', strings: hostileStrings.filter((_, index) => isSampled(index)), options: {} },
  { name: 'the others', strings: hostileStrings.filter((_, index) => !isSampled(index)), options: release },
] as const;

it('the corpus is large enough, and the sample has all its families', () => {
  expect(new Set(hostileStrings.map(({ text }) => text)).size).toBeGreaterThanOrEqual(270);
  const families = new Set(hostileStrings.map(({ family }) => family));
  expect(families.size).toBeGreaterThanOrEqual(12);
  expect(new Set(runs[0].strings.map(({ family }) => family))).toEqual(families);
});

for (const { name, strings, options } of runs)
  describe(`${name} of the strings in a dataset:`, options, () => {
    it('none becomes markup, script, style, a request or a navigation', async () => {
      const { happened, violations, render, close } = await watched();
      const harmless = await render(
        [...casesOf(storyOf(plain)), ...casesOf(storyOf((field) => exceptions.get(field) ?? plain(field)))],
        'everything',
      );
      expect(harmless.forbidden).toEqual([]);
      expect(harmless.ends).not.toContain('blank');
      // Each string in every field; and each family spread over the fields, with every control used.
      const mixed = [...new Set(strings.map(({ family }) => family))].flatMap((name) => {
        const texts = strings.filter(({ family }) => family === name).map(({ text }) => text);
        let field = 0;
        return casesOf(storyOf(() => texts[field++ % texts.length]!));
      });
      for (const hostile of [
        await render(
          strings.flatMap(({ text }) => casesOf(storyOf(() => text))),
          'what opens',
        ),
        await render(mixed, 'everything'),
      ]) {
        expect(hostile.forbidden).toEqual([]);
        expect(hostile.names.filter((name) => !harmless.names.includes(name))).toEqual([]);
        expect([...new Set(hostile.ends)]).toEqual(['rendered']);
      }
      expect(happened).toEqual([]);
      expect(await violations()).toEqual([]);
      await close();
    }, 300_000);

    it('each is shown exactly as written in every field that is shown', async () => {
      const { happened, render, close } = await watched();
      const storyAround = (text: string) => {
        const fields: Record<string, string> = {};
        const data = storyOf((field) => {
          // A document cannot contain U+0000, which every parser replaces. Nothing else is replaced.
          fields[field] = `${field}[${text}]`.replaceAll('\0', '\ufffd');
          return `${field}[${text}]`;
        });
        return { data, fields };
      };
      const { data, fields } = storyAround('plain');
      const harmless = await render(casesOf(data, { shows: fields }));
      // Fields that no widget shows are in the data that readers can download, as are the differing words, which widgets compute.
      const shownSomewhere = new Set(harmless.shown.flat());
      expect(Object.keys(fields).filter((field) => !shownSomewhere.has(field))).toEqual(['coder', 'difference']);

      const texts = strings.map(({ text }) => text);
      const { shown } = await render(
        texts.flatMap((text) => {
          const { data, fields } = storyAround(text);
          return casesOf(data, { shows: fields });
        }),
      );
      const changed = texts.flatMap((text, index) =>
        looks.flatMap(([tag], look) => {
          const missing = harmless.shown[look]!.filter((field) => !shown[index * looks.length + look]!.includes(field));
          return missing.length > 0
            ? [`${tag} ${look}: ${JSON.stringify(text.slice(0, 80))} in ${missing.join(', ')}`]
            : [];
        }),
      );
      expect(changed).toEqual([]);
      expect(happened).toEqual([]);
      await close();
    }, 300_000);
  });

describe('a string of a dataset', () => {
  it('keeps its spaces, also at the beginning and the end', async () => {
    const { page, close } = await watched();
    const { exact, prefix, suffix } = { exact: '  spaced\t words\u00a0 ', prefix: ' before  ', suffix: '\r\nafter ' };
    const story = storyOf(plain);
    const quote = { exact, prefix, suffix };
    const data = { ...story, statements: story.statements.map((each) => ({ ...each, quote })), variants: [] };
    const shown = await page.evaluate(async (data) => {
      const widget = Object.assign(document.createElement('stance-matrix'), { data, selected: 's/k' });
      document.body.append(widget);
      const quote = () => widget.shadowRoot!.querySelector('[part~=quote]');
      while (!quote()) await new Promise((done) => requestAnimationFrame(done));
      return quote()!.textContent;
    }, data);
    expect(shown).toContain(`…${prefix}${exact}${suffix}…`);
    await close();
  });

  it('with a lone surrogate leads to a message, not to a chart or an uncaught error', async () => {
    const { happened, render, close } = await watched();
    const { ends, forbidden } = await render(brokenStrings.flatMap((text) => casesOf(storyOf(() => text))));
    expect(new Set(ends)).toEqual(new Set(['message']));
    expect(forbidden).toEqual([]);
    expect(happened).toEqual([]);
    await close();
  });
});

for (const { name, strings, options } of runs)
  describe(`${name} of the strings in attributes and links:`, options, () => {
    const texts = [...strings.map(({ text }) => text), ...brokenStrings];
    const data = storyOf(plain);
    const tags = ['stance-matrix', 'source-disagreement'] as const;
    const linked = 'order view sources speakers claims topic selected'.split(' ');
    const names = [
      ...linked,
      ...'heading lang layout permalink hide-legend hide-footer class id title part'.split(' '),
    ];
    const every = (names: readonly string[], text: string) => Object.fromEntries(names.map((name) => [name, text]));

    /** The markup of both widgets with harmless values of the same attributes, and with something open. */
    async function harmlessNames({ render }: Watched): Promise<ReadonlySet<string>> {
      const { names: known } = await render([
        ...casesOf(data),
        ...tags.map((tag) => ({ tag, attributes: every(names, 'plain'), data })),
        ...tags.flatMap((tag) =>
          ['s/k', 'k'].map((selected) => ({ tag, attributes: { topic: plain('topic'), selected }, data })),
        ),
      ]);
      return new Set(known);
    }

    it('none becomes markup, script, style, a request or a navigation as an attribute', async () => {
      const watch = await watched();
      const known = await harmlessNames(watch);
      // Those that do not filter, and all of them, which may leave nothing to show.
      const hostile = await watch.render(
        texts.flatMap((text) =>
          tags.flatMap((tag) => [
            { tag, attributes: every(['heading', 'order', 'view', 'layout', 'selected', 'lang'], text), data },
            { tag, attributes: every(names, text), data },
          ]),
        ),
      );
      expect(hostile.forbidden).toEqual([]);
      expect(hostile.names.filter((name) => !known.has(name))).toEqual([]);
      expect([...new Set(hostile.ends)]).toEqual(['rendered']);
      expect(watch.happened).toEqual([]);
      await watch.close();
    }, 300_000);

    it('nor in the query string of a permalink', async () => {
      const watch = await watched();
      const known = await harmlessNames(watch);
      for (let from = 0; from < texts.length; from += atOnce / 4) {
        const query = new URLSearchParams();
        const sent = texts.slice(from, from + atOnce / 4).flatMap((text, index) =>
          tags.flatMap((tag) =>
            // A filter may leave nothing to show, so once without it.
            [
              ['order', 'view', 'selected'],
              [...names, 'src', 'data'],
            ].map((set, some) => {
              const id = `${tag}-${index}-${some}`;
              for (const name of set) query.set(`${id}.${name}`, text);
              return { tag, attributes: { id, permalink: '' }, data };
            }),
          ),
        );
        await watch.page.evaluate((search) => history.replaceState(null, '', search), `?${query.toString()}`);
        const seen = await watch.render(sent);
        expect(seen.forbidden).toEqual([]);
        expect(seen.names.filter((name) => !known.has(name))).toEqual([]);
        expect([...new Set(seen.ends)]).toEqual(['rendered']);
      }
      // The test itself changes the address.
      expect(watch.happened.filter((each) => !each.startsWith(`navigation ${site.origin}/page?`))).toEqual([]);
      await watch.close();
    }, 300_000);
  });
