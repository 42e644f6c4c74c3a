import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodAddresses, refusedAddresses } from './hostile-addresses.js';
import { watchWidgets } from './hostile-page.js';
import { storyOf } from './hostile-story.js';
import { TestSite, type Visit } from './test-site.js';

// P2: what does not parse as an http: or https: address is no link.
const site = new TestSite();
let visit: Visit;
beforeAll(async () => {
  await site.open();
  visit = await site.visit('<script src="/stancekit.js"></script>');
  await visit.page.evaluate(watchWidgets);
});
afterAll(() => site.close());

const plain = storyOf((field) => `plain ${field}`);
type Story = typeof plain;

/** The address fields of a dataset. */
const fields: Readonly<Record<string, (address: string) => Story>> = {
  'source.url': (url) => ({ ...plain, sources: plain.sources.map((source) => ({ ...source, url })) }),
  'article.url': (url) => ({ ...plain, articles: plain.articles.map((article) => ({ ...article, url })) }),
  'article.archive': (archive) => ({ ...plain, articles: plain.articles.map((article) => ({ ...article, archive })) }),
};

interface Result {
  /** Addresses, and their schemes as the browser parses them. */
  readonly links: readonly (readonly [address: string, protocol: string, user: string])[];
  readonly isMessage: boolean;
}

interface Case {
  readonly data?: unknown;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Renders one widget after the other, opens everything, and returns the links. */
function linksOf(cases: readonly Case[]): Promise<readonly Result[]> {
  return visit.page.evaluate(async (cases) => {
    const widgets = cases.flatMap(({ data, attributes = {} }) =>
      ['stance-matrix', 'source-disagreement'].map((tag) => {
        const widget = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
        return data === undefined ? widget : Object.assign(widget, { data });
      }),
    );
    document.body.append(...widgets);
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const isDone = ({ shadowRoot }: Element) => shadowRoot!.querySelector('h2, [role=alert]');
    for (let frames = 0; frames < 100 && !widgets.every(isDone); frames++) await frame();
    // In print, everything is open.
    dispatchEvent(new Event('beforeprint'));
    await frame();
    const seen = widgets.map(({ shadowRoot }) => ({
      links: [...shadowRoot!.querySelectorAll('a')].map(
        (link) => [link.getAttribute('href') ?? '', link.protocol, link.username + link.password] as const,
      ),
      isMessage: shadowRoot!.querySelector('[role=alert]') !== null,
    }));
    dispatchEvent(new Event('afterprint'));
    for (const widget of widgets) widget.remove();
    return seen;
  }, cases);
}

/** Returns the links that are not web addresses or contain a user name or password, each once. */
function unsafe(all: readonly Result[], { users = true } = {}): readonly string[] {
  const found = all.flatMap(({ links }) =>
    links.filter(([, protocol, user]) => !/^https?:$/.test(protocol) || (users && user !== '')),
  );
  return [...new Set(found.map(([address]) => address))];
}

it('the corpus is large enough', () => {
  expect(new Set(refusedAddresses).size).toBeGreaterThanOrEqual(98);
});

describe.each(Object.entries(fields))('%s', (_, story) => {
  it('is refused with a message if it is no web address', async () => {
    const all = await linksOf(refusedAddresses.map((address) => ({ data: story(address) })));
    const passed = refusedAddresses.filter((__, index) => !all[2 * index]!.isMessage || !all[2 * index + 1]!.isMessage);
    expect(passed).toEqual([]);
    expect(all.flatMap(({ links }) => links)).toEqual([]);
  });

  it('is a link if it is one', async () => {
    const all = await linksOf(goodAddresses.map((address) => ({ data: story(address) })));
    expect(all.filter(({ isMessage }) => isMessage)).toEqual([]);
    expect(unsafe(all)).toEqual([]);
  });
});

it('the method of the coding is a link if it is a web address, else text', async () => {
  const story = (method: string) => ({ ...plain, coded: { method } });
  const all = await linksOf([...refusedAddresses, ...goodAddresses].map((address) => ({ data: story(address) })));
  expect(unsafe(all)).toEqual([]);
  const linked = all
    .flatMap(({ links }) => links.map(([address]) => address))
    .filter((address) => refusedAddresses.includes(address));
  expect([...new Set(linked)]).toEqual([]);
});

it('an address in any other field stays text', async () => {
  const story = (address: string) => storyOf((field) => (field === 'method' ? 'by hand' : address));
  const all = await linksOf(refusedAddresses.map((address) => ({ data: story(address) })));
  expect(all.filter(({ isMessage }) => isMessage)).toEqual([]);
  expect(unsafe(all)).toEqual([]);
});

it('`src` next to `data` makes no link other than to the web', async () => {
  const all = await linksOf(refusedAddresses.map((src) => ({ data: plain, attributes: { src } })));
  expect(all.filter(({ isMessage }) => isMessage)).toEqual([]);
  // The page itself may have a user name there.
  expect(unsafe(all, { users: false })).toEqual([]);
});

it('`src` with another scheme is an error, and nothing is requested', async () => {
  const others = refusedAddresses.filter((src) => {
    try {
      return !/^https?:$/.test(new URL(src, `${site.origin}/page`).protocol);
    } catch {
      return true;
    }
  });
  expect(others.length).toBeGreaterThan(50);
  site.requests.length = 0;
  const all = await linksOf(others.map((src) => ({ attributes: { src } })));
  expect(others.filter((_, index) => !all[2 * index]!.isMessage || !all[2 * index + 1]!.isMessage)).toEqual([]);
  expect(unsafe(all)).toEqual([]);
  expect(site.requests).toEqual([]);
  expect(visit.errors).toEqual([]);
});
