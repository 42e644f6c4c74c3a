import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileStrings } from './hostile-strings.js';
import { release } from '../release.js';
import { TestSite, seeds, type Visit } from './test-site.js';

// P8 and P9: for any data, no uncaught error or unhandled rejection, and either a chart or a message; P10: one event.
const site = new TestSite();
let visit: Visit;

beforeAll(async () => {
  await site.open();
  visit = await site.visit(
    `<script src="/stancekit.js"></script><script>window.seeds = ${seeds.toString().replaceAll('<', '\\u003c')};</script>`,
  );
});
afterAll(() => site.close());

type Path = readonly (string | number)[];

/** One change of the dataset. Values that JSON cannot have are named (`@cyclic`) and made in the page. */
interface Change {
  readonly path: Path;
  readonly kind: 'set' | 'delete' | 'repeat' | 'swap' | 'wrap' | 'cut';
  readonly value: unknown;
}

/** Returns every path of the dataset. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, member]) =>
      pathsOf(member, [...path, Array.isArray(value) ? Number(name) : name]),
    ),
  ];
}

const places = pathsOf(JSON.parse(seeds.toString()));
/** Makes the few paths near the root as likely as the others. */
const path = fc.oneof(
  fc.constantFrom(...places.filter(({ length }) => length <= 2)),
  fc.constantFrom(...places.filter(({ length }) => length > 2)),
);
const made = '@cyclic @proxy @throwing @function @symbol @bigint @nan @infinity @date @map @element @holes @long'.split(
  ' ',
);
const value = fc.oneof(
  fc.constantFrom(...hostileStrings.map(({ text }) => text)),
  fc.constantFrom(...made),
  fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, '', ' ', '__proto__', 'constructor', [], {}, [[]], [null], {
    length: 3,
  }),
  fc.constantFrom(
    'support',
    'oppose',
    'neutral',
    'quoted',
    'outlet',
    '2021-02-28',
    '0000-01-01',
    '9999-12-31',
    'xx',
    's1',
  ),
  fc.jsonValue(),
);
const change: fc.Arbitrary<Change> = fc.record({
  path,
  kind: fc.constantFrom('set', 'delete', 'repeat', 'swap', 'wrap', 'cut'),
  value,
});

interface Outcome {
  readonly ends: readonly string[];
  readonly texts: readonly string[];
  readonly events: readonly (readonly string[])[];
}

/** Renders the changed dataset in both widgets, uses them, and removes them. */
async function outcomeOf(
  changes: readonly Change[],
  attributes: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return visit.page.evaluate(
    async ([changes, attributes]) => {
      const makes = new Map<unknown, () => unknown>(
        Object.entries({
          '@cyclic': () => {
            const one: Record<string, unknown> = { id: 'x' };
            one['self'] = one;
            return one;
          },
          '@proxy': () => {
            const { proxy, revoke } = Proxy.revocable({}, {});
            revoke();
            return proxy;
          },
          '@throwing': () => ({
            get id() {
              throw new Error('a getter that throws');
            },
          }),
          '@function': () => () => 'text',
          '@symbol': () => Symbol('text'),
          '@bigint': () => 1n,
          '@nan': () => NaN,
          '@infinity': () => -Infinity,
          '@date': () => new Date(0),
          '@map': () => new Map([['id', 'x']]),
          '@element': () => document.createElement('img'),
          '@holes': () => new Array<unknown>(5),
          '@long': () => 'long '.repeat(20_000),
        }),
      );
      const dataset: unknown = structuredClone((window as unknown as { seeds: unknown }).seeds);
      const whole = { dataset } as Record<string, unknown>;
      for (const { path, kind, value } of changes) {
        const names = ['dataset', ...path.map(String)];
        const last = names.pop()!;
        const make = makes.get(value);
        const put = make ? make() : value;
        try {
          let parent = whole;
          for (const name of names) parent = parent[name] as Record<string, unknown>;
          const old = parent[last];
          if (kind === 'set') parent[last] = put;
          if (kind === 'delete') Reflect.deleteProperty(parent, last);
          if (kind === 'repeat' && Array.isArray(parent)) parent.push(old, old);
          if (kind === 'swap' && Array.isArray(parent)) parent.reverse();
          if (kind === 'wrap') parent[last] = { [typeof put === 'string' ? put : 'x']: old };
          if (kind === 'cut') parent[last] = Array.isArray(old) ? old.slice(0, 1) : String(old).slice(0, 3);
        } catch {
          // An earlier change removed the path.
        }
      }
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const events: string[][] = [];
      const widgets = ['stance-matrix', 'source-disagreement'].map((tag) => {
        const widget = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
        const mine: string[] = [];
        events.push(mine);
        for (const type of ['stance-load', 'stance-error'])
          widget.addEventListener(type, (event) => {
            const { code, message } = (event as CustomEvent<{ code?: string; message?: string }>).detail;
            mine.push(type === 'stance-load' ? type : `${type} ${typeof code} ${typeof message}`);
          });
        return Object.assign(widget, { data: whole['dataset'] });
      });
      document.body.append(...widgets);
      const end = ({ shadowRoot }: Element) =>
        shadowRoot!.querySelector('[role=alert]') ? 'message' : shadowRoot!.querySelector('h2') ? 'rendered' : 'blank';
      for (let frames = 0; frames < 200 && widgets.some((widget) => end(widget) === 'blank'); frames++) await frame();
      const ends = widgets.map(end);
      for (const { shadowRoot } of widgets)
        shadowRoot!.querySelector<HTMLElement>('[data-select]:not([aria-current], [aria-expanded=true])')?.click();
      for (const type of ['beforeprint', 'afterprint']) dispatchEvent(new Event(type));
      await frame();
      const texts = widgets.map(
        ({ shadowRoot }) => shadowRoot!.querySelector('[role=alert]')?.textContent.trim() ?? '',
      );
      for (const widget of widgets) widget.remove();
      return { ends, texts, events };
    },
    [changes, attributes] as const,
  );
}

/** Without data, the widget stays empty and silent. */
const isNothing = (changes: readonly Change[]) =>
  changes.some(
    ({ path, kind, value }) => path.length === 0 && (kind === 'delete' || (kind === 'set' && value === null)),
  );

function check({ ends, texts, events }: Outcome, changes: readonly Change[]): void {
  expect([...visit.errors]).toEqual([]);
  if (isNothing(changes)) return;
  expect(ends).not.toContain('blank');
  ends.forEach((end, index) => {
    expect(events[index]).toEqual(end === 'rendered' ? ['stance-load'] : ['stance-error string string']);
    if (end === 'rendered') return;
    expect(texts[index]!.length).toBeGreaterThanOrEqual(15);
    // Text of the data may be quoted; the following never comes from us.
    expect(texts[index]!.replaceAll(/“[^”]*”/g, '')).not.toMatch(/\[object |\n\s+at |TypeError|is not a function/);
  });
}

/** `npm test` runs a few cases, a release all. */
const runs = [
  { amount: 'a few times', seed: 20_211_121, share: 0.2, options: {} },
  { amount: 'many times', seed: 20_211_120, share: 1, options: release },
] as const;

for (const { amount, seed, share, options } of runs)
  describe(`the example story, changed at random ${amount},`, options, () => {
    it('is rendered or refused with a message, never blank, without uncaught errors', async () => {
      const ends = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
          (visit.errors as string[]).length = 0;
          const outcome = await outcomeOf(changes);
          outcome.ends.forEach((end) => ends.add(end));
          check(outcome, changes);
        }),
        { seed, numRuns: 300 * share, endOnFailure: false },
      );
      // Otherwise the changes would be too destructive or too harmless to test anything.
      expect(ends).toContain('rendered');
      expect(ends).toContain('message');
    }, 300_000);

    it('with one text replaced is rendered in any order, view and filter, valid or not', async () => {
      const texts = places.filter((path) =>
        /^(name|text|short|role|topic|note|title|headline)$/.test(String(path.at(-1))),
      );
      const names = 'order view layout sources speakers claims topic selected lang'.split(' ');
      const known = [
        '',
        'editor',
        'disputed',
        'similar',
        'name',
        'disagreement',
        'counts',
        'pairs',
        'list',
        'table',
        'none',
        'constructor',
        'x',
      ];
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...texts),
          fc.constantFrom(...hostileStrings.map(({ text }) => text)),
          fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...known)),
          async (path, text, attributes) => {
            (visit.errors as string[]).length = 0;
            const changes = [{ path, kind: 'set', value: text }] as const;
            const outcome = await outcomeOf(changes, attributes);
            check(outcome, changes);
            expect(outcome.ends).toEqual(['rendered', 'rendered']);
          },
        ),
        { seed, numRuns: 100 * share },
      );
    }, 300_000);
  });

for (const { amount, seed, share, options } of runs)
  describe(`the bytes of the example story, damaged at random ${amount},`, options, () => {
    it('are rendered or refused with a message', async () => {
      let body = seeds;
      site.handle('/damaged', (_, response) => response.writeHead(200, { 'cache-control': 'no-store' }).end(body));
      let turn = 0;
      const ends = new Set<string>();
      await fc.assert(
        fc.asyncProperty(
          fc.nat(seeds.length),
          fc.uint8Array({ minLength: 0, maxLength: 4 }),
          fc.constantFrom(0, 1, 40, seeds.length),
          async (at, bytes, gone) => {
            (visit.errors as string[]).length = 0;
            body = Buffer.concat([seeds.subarray(0, at), bytes, seeds.subarray(at + gone)]);
            const end = await visit.page.evaluate(async (src) => {
              const widget = Object.assign(document.createElement('stance-matrix'), { src });
              document.body.append(widget);
              const end = () =>
                widget.shadowRoot!.querySelector('[role=alert]')
                  ? 'message'
                  : widget.shadowRoot!.querySelector('h2')
                    ? 'rendered'
                    : 'blank';
              for (let frames = 0; frames < 400 && end() === 'blank'; frames++)
                await new Promise((done) => requestAnimationFrame(done));
              widget.remove();
              return end();
            }, `/damaged?${turn++}`);
            ends.add(end);
            expect(end).not.toBe('blank');
            expect([...visit.errors]).toEqual([]);
          },
        ),
        { seed, numRuns: 60 * share },
      );
      expect(ends).toEqual(new Set(['rendered', 'message']));
    }, 300_000);
  });
