import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { quoteText } from '../../src/dataset/quote-parts.js';
import { embedSnippet } from '../../src/publishing/embed/embed-snippet.js';
import { elementNames, widgets } from '../../src/publishing/formats.js';
import { heightScript } from '../../src/publishing/embed/iframe-page.js';
import { renderStatic } from '../../src/publishing/render-static.js';
import { staticView } from '../../src/publishing/static-view.js';
import {
  attributeOf,
  rendered,
  elementsOf,
  byTag,
  seeds,
  seedsPath,
  textOf,
  optionsFor,
  xmlElements,
} from './rendering.js';

const script = { address: 'https://cdn.example.org/stancekit.js', integrity: `sha384-${'A'.repeat(64)}` };
const quotes = seeds.statements.map(({ quote }) => quoteText(quote)).sort();

describe.each(widgets)('the snippet of the %s', (widget) => {
  const snippet = embedSnippet(staticView(seeds, optionsFor(widget)), script, '/data/story.json').markup;
  const elements = elementsOf(snippet);

  test('loads the script only if it matches its SRI hash', () => {
    expect(Object.fromEntries(byTag(elements, 'script')[0]!.attrs.map(({ name, value }) => [name, value]))).toEqual({
      src: script.address,
      defer: 'defer',
      integrity: script.integrity,
      crossorigin: 'anonymous',
    });
  });

  test('keeps every quote if script and element are removed', () => {
    const cut = snippet
      .replace(/<script[^]*?<\/script>/g, '')
      .replaceAll(new RegExp(`</?${elementNames[widget]}[^>]*>`, 'g'), '');
    expect(byTag(elementsOf(cut), 'q').map(textOf).sort()).toEqual(quotes);
  });

  test('reserves a height without a style', () => {
    const cell = byTag(elements, 'td').find((each) => attributeOf(each, 'height'))!;
    expect(Number(attributeOf(cell, 'height'))).toBeGreaterThan(1000);
    expect(elements.filter((each) => attributeOf(each, 'style') !== undefined)).toEqual([]);
    expect(byTag(elements, 'style')).toEqual([]);
  });

  test('is XML, also with inline data', () => {
    const inside = embedSnippet(staticView(seeds, optionsFor(widget)), script, undefined).markup;
    for (const each of [snippet, inside]) expect(xmlElements(`<article>${each}</article>`).length).toBeGreaterThan(500);
    const data = byTag(elementsOf(inside), 'script')[1]!;
    const statements = (text: string) => (JSON.parse(text) as { readonly statements: unknown }).statements;
    expect(statements(textOf(data))).toEqual(statements(readFileSync(seedsPath, 'utf8')));
  });

  test('passes the options to the element', () => {
    const options = optionsFor(widget, {
      lang: 'de',
      order: 'editor',
      sources: ['dw', 'examiner'],
      claims: ['home-base'],
      heading: 'A "b"',
    });
    const [element] = byTag(
      elementsOf(embedSnippet(staticView(seeds, options), script, '/d.json').markup),
      elementNames[widget],
    );
    expect(Object.fromEntries(element!.attrs.map(({ name, value }) => [name, value]))).toEqual({
      src: '/d.json',
      lang: 'de',
      heading: 'A "b"',
      order: 'editor',
      sources: 'dw examiner',
      claims: 'home-base',
    });
  });
});

interface Frame {
  readonly ancestor?: string;
  readonly referrer?: string;
  readonly search?: string;
  readonly isTop?: boolean;
}

/** Runs the height script in a page that takes these heights, and returns the messages with their targets. */
function messages(
  { ancestor, referrer = '', search = '', isTop = false }: Frame,
  heights: readonly number[] = [100.4],
) {
  const sent: { readonly message: unknown; readonly target: string }[] = [];
  let [height, observed] = [0, () => undefined as void];
  const window: Record<string, unknown> = {
    location: { search, ancestorOrigins: ancestor === undefined ? undefined : [ancestor] },
    document: { referrer, body: { getBoundingClientRect: () => ({ height }) } },
    parent: { postMessage: (message: unknown, target: string) => sent.push({ message, target }) },
    URL,
    URLSearchParams,
    ResizeObserver: class {
      constructor(tell: () => void) {
        observed = tell;
      }
      observe() {
        return undefined;
      }
    },
  };
  window['window'] = isTop ? window['parent'] : window;
  runInNewContext(heightScript, window);
  for (height of heights) observed();
  return sent;
}

describe('the page for a frame posts its height', () => {
  const amp = (height: number) => ({ sentinel: 'amp', type: 'embed-size', height });

  test('in the messages of AMP and pym, once per height, to the parent’s origin', () => {
    const sent = messages(
      { ancestor: 'https://news.example', search: '?childId=a-1&parentUrl=https%3A%2F%2Fevil.example%2F' },
      [100.4, 101, 300],
    );
    expect(sent).toEqual(
      [101, 300].flatMap((height) => [
        { message: amp(height), target: 'https://news.example' },
        { message: `pymxPYMxa-1xPYMxheightxPYMx${height}`, target: 'https://news.example' },
      ]),
    );
  });

  test('in that of AMP alone if the frame is not pym’s', () => {
    expect(messages({ referrer: 'https://news.example/story?x=1' })).toEqual([
      { message: amp(101), target: 'https://news.example' },
    ]);
  });

  test('to pym’s parentUrl if the browser reports no parent', () => {
    const [first] = messages({ search: '?childId=a&parentUrl=https%3A%2F%2Fnews.example%2Fstory' });
    expect(first?.target).toBe('https://news.example');
  });

  test.each<Frame>([
    {},
    { isTop: true, ancestor: 'https://news.example' },
    { ancestor: 'null' },
    { search: '?childId=a&parentUrl=javascript%3Aalert(1)' },
    { search: '?childId=a&parentUrl=*' },
    { referrer: 'file:///home/x.html' },
  ])('to nobody if the parent is unknown: %j', (frame) => {
    expect(messages(frame)).toEqual([]);
  });

  test('and listens to no messages', () => {
    expect(heightScript).not.toMatch(/addEventListener|onmessage|'\*'/);
  });
});

describe.each(widgets)('the page for a frame with the %s', (widget) => {
  test('allows only its own two scripts', async () => {
    const elements = elementsOf(await rendered(seeds, 'iframe', widget));
    const policy = elements.find((each) => attributeOf(each, 'http-equiv') === 'Content-Security-Policy')!;
    const [, , inline] = byTag(elements, 'script');
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(attributeOf(policy, 'content')!.split('; ')).toEqual([
      `default-src 'none'`,
      `script-src https://cdn.example.org ${hash(textOf(inline!))}`,
      `style-src ${hash(textOf(byTag(elements, 'style')[0]!))}`,
      `connect-src 'none'`,
      `form-action 'none'`,
    ]);
  });

  test.each([
    ['/js/s.js', `'self'`],
    ['js/s.js', `'self'`],
    ['//cdn.example.org/s.js', 'cdn.example.org'],
    ['//cdn.example.org:8080/s.js', 'cdn.example.org:8080'],
    ['http://cdn.example.org:8080/s.js', 'http://cdn.example.org:8080'],
  ])('allows the script and the data at %s', async (address, source) => {
    const script = { address, integrity: undefined };
    const { content } = await renderStatic(seeds, 'iframe', optionsFor(widget), { script, src: address });
    const policy = elementsOf(content as string).find((each) => attributeOf(each, 'http-equiv'))!;
    const directives = attributeOf(policy, 'content')!.split('; ');
    expect(directives[1]!.split(' ')[1]).toBe(source);
    expect(directives[3]).toBe(`connect-src ${source}`);
  });

  test('is complete without the script', async () => {
    const elements = elementsOf(await rendered(seeds, 'iframe', widget));
    expect(byTag(elements, 'q').map(textOf).sort()).toEqual(quotes);
  });

  test('has an oEmbed response that frames it', async () => {
    const answer = JSON.parse(await rendered(seeds, 'oembed', widget, { heading: 'A "b" <c>' })) as Record<
      string,
      string
    >;
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'A "b" <c>',
      provider_name: 'example.org',
      width: 800,
    });
    const [frame, ...others] = elementsOf(answer['html']!);
    expect([frame!.tagName, others]).toEqual(['iframe', []]);
    expect(attributeOf(frame!, 'src')).toBe('https://example.org/frame.html');
    expect(attributeOf(frame!, 'title')).toBe('A "b" <c>');
    expect(attributeOf(frame!, 'height')).toBe(String(answer['height']));
  });
});
