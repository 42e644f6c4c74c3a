import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodAddresses, refusedAddresses } from './hostile-addresses.js';
import { watchWidgets } from './hostile-page.js';
import { storyOf } from './hostile-story.js';
import { TestSite, type Visit } from './test-site.js';

// P2: a link leads to http: or https: after parsing, or it is no link.
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

/** The fields of a dataset that hold addresses only. */
const fields: Readonly<Record<string, (address: string) => Story>> = {
  'source.url': (url) => ({ ...plain, sources: plain.sources.map((source) => ({ ...source, url })) }),
  'article.url': (url) => ({ ...plain, articles: plain.articles.map((article) => ({ ...article, url })) }),
  'article.archive': (archive) => ({ ...plain, articles: plain.articles.map((article) => ({ ...article, archive })) }),
};

interface Drawn {
  /** Addresses and how a browser understands their schemes. */
  readonly links: readonly (readonly [address: string, protocol: string, user: string])[];
  readonly isMessage: boolean;
}

interface Wanted {
  readonly data?: unknown;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Draws one widget after the other, everything open, and reads its links. */
function drawn(wanted: readonly Wanted[]): Promise<readonly Drawn[]> {
  return visit.page.evaluate(async (wanted) => {
    const widgets = wanted.flatMap(({ data, attributes = {} }) =>
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
    // On paper everything is open.
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
  }, wanted);
}

/** Links that lead elsewhere than to the web, each once; a name or password in them is one of the refused things too. */
function unsafe(all: readonly Drawn[], { users = true } = {}): readonly string[] {
  const found = all.flatMap(({ links }) =>
    links.filter(([, protocol, user]) => !/^https?:$/.test(protocol) || (users && user !== '')),
  );
  return [...new Set(found.map(([address]) => address))];
}

it('the corpus is worth the name', () => {
  expect(new Set(refusedAddresses).size).toBeGreaterThanOrEqual(98);
});

describe.each(Object.entries(fields))('%s', (_, story) => {
  it('that is no address of the web is refused in words', async () => {
    const all = await drawn(refusedAddresses.map((address) => ({ data: story(address) })));
    const passed = refusedAddresses.filter((__, index) => !all[2 * index]!.isMessage || !all[2 * index + 1]!.isMessage);
    expect(passed).toEqual([]);
    expect(all.flatMap(({ links }) => links)).toEqual([]);
  });

  it('that is one leads there', async () => {
    const all = await drawn(goodAddresses.map((address) => ({ data: story(address) })));
    expect(all.filter(({ isMessage }) => isMessage)).toEqual([]);
    expect(unsafe(all)).toEqual([]);
  });
});

it('the method of the coding is a link only where it is an address of the web, else words', async () => {
  const story = (method: string) => ({ ...plain, coded: { method } });
  const all = await drawn([...refusedAddresses, ...goodAddresses].map((address) => ({ data: story(address) })));
  expect(unsafe(all)).toEqual([]);
  const linked = all
    .flatMap(({ links }) => links.map(([address]) => address))
    .filter((address) => refusedAddresses.includes(address));
  expect([...new Set(linked)]).toEqual([]);
});

it('an address in any other field stays words', async () => {
  const story = (address: string) => storyOf((field) => (field === 'method' ? 'by hand' : address));
  const all = await drawn(refusedAddresses.map((address) => ({ data: story(address) })));
  expect(all.filter(({ isMessage }) => isMessage)).toEqual([]);
  expect(unsafe(all)).toEqual([]);
});

it('the address of the data beside the data themselves makes no link of another kind', async () => {
  const all = await drawn(refusedAddresses.map((src) => ({ data: plain, attributes: { src } })));
  expect(all.filter(({ isMessage }) => isMessage)).toEqual([]);
  // The page itself may name a reader there.
  expect(unsafe(all, { users: false })).toEqual([]);
});

it('an address of another kind for the data is a message, and nothing is asked for', async () => {
  const others = refusedAddresses.filter((src) => {
    try {
      return !/^https?:$/.test(new URL(src, `${site.origin}/page`).protocol);
    } catch {
      return true;
    }
  });
  expect(others.length).toBeGreaterThan(50);
  site.requests.length = 0;
  const all = await drawn(others.map((src) => ({ attributes: { src } })));
  expect(others.filter((_, index) => !all[2 * index]!.isMessage || !all[2 * index + 1]!.isMessage)).toEqual([]);
  expect(unsafe(all)).toEqual([]);
  expect(site.requests).toEqual([]);
  expect(visit.errors).toEqual([]);
});
