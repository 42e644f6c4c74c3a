import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { quoteLink } from '../../src/dataset/quote-link.js';
import { quoteText } from '../../src/dataset/quote-parts.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { addAllLanguages } from '../../src/publishing/all-languages.js';
import { formats, widgets } from '../../src/publishing/formats.js';
import { renderStatic } from '../../src/publishing/render-static.js';
import { messagesFor } from '../../src/wording/messages-for.js';
import { storyJson } from '../dataset/small-story.js';
import {
  attributeOf,
  byTag,
  elementsOf,
  optionsFor,
  rendered,
  renderedContent,
  seeds,
  textOf,
  xmlElements,
} from './rendering.js';

const quotes = seeds.statements.map(({ quote }) => quoteText(quote));

describe.each(widgets)('the %s of the seeds', (widget) => {
  test.each(['html', 'email'] as const)('as %s contains every statement, verbatim and once', async (format) => {
    const html = await rendered(seeds, format, widget);
    const shown = byTag(elementsOf(html), 'q').map(textOf);
    expect([...shown].sort()).toEqual([...quotes].sort());
  });

  test.each(['html', 'email'] as const)(
    'as %s links each quote to its passage and marks its language',
    async (format) => {
      const elements = elementsOf(await rendered(seeds, format, widget));
      const links = new Set(byTag(elements, 'a').map((link) => attributeOf(link, 'href')));
      for (const statement of seeds.statements) {
        const link = quoteLink(statement);
        if (link) expect(links).toContain(link);
      }
      for (const quote of byTag(elements, 'q')) expect(attributeOf(quote, 'lang')).toBe('en');
    },
  );

  test('as html is XML too, has scoped headings, and no ids, styles or scripts', async () => {
    for (const layout of ['table', 'list'] as const) {
      const html = await rendered(seeds, 'html', widget, { layout });
      const elements = xmlElements(html);
      expect(elements[0]!.name).toBe('figure');
      expect(elements.filter(({ name }) => ['script', 'style', 'link', 'img'].includes(name))).toEqual([]);
      expect(
        elements.filter(({ attributes }) => 'id' in attributes || 'style' in attributes || 'class' in attributes),
      ).toEqual([]);
      for (const heading of elements.filter(({ name }) => name === 'th'))
        expect(heading.attributes).toHaveProperty('scope');
    }
  });

  test('as html shows each mark as a sign and a word', async () => {
    const html = await rendered(seeds, 'html', widget, { layout: 'table' });
    const marks = new Set(
      byTag(elementsOf(html), 'b')
        .map(textOf)
        .filter((text) => /^[✓✗◐○]/u.test(text))
        // Verbs agree with their speaker in number.
        .map((text) => text.replace(/\b(support|oppose|take)\b/, '$1s')),
    );
    const words =
      widget === 'matrix'
        ? ['Supports', 'Opposes', 'Both sides', 'Takes no side']
        : ['supports', 'opposes', 'takes both sides', 'takes no side'];
    expect([...marks].sort()).toEqual(['✓', '✗', '◐', '○'].map((sign, index) => `${sign} ${words[index]!}`).sort());
  });

  test('as email loads nothing and sets the text colour wherever it sets a background', async () => {
    const elements = elementsOf(await rendered(seeds, 'email', widget));
    const loading = elements.flatMap(({ attrs }) =>
      attrs.filter(({ name }) => ['src', 'srcset', 'background', 'data'].includes(name)),
    );
    expect(loading).toEqual([]);
    const styles = elements.flatMap((element) => attributeOf(element, 'style') ?? []);
    expect(styles.length).toBeGreaterThan(100);
    expect(styles.filter((style) => /url\(|@import|expression/.test(style))).toEqual([]);
    for (const style of styles.filter((style) => style.includes('background'))) expect(style).toMatch(/(^|;)color:/);
    expect(byTag(elements, 'table').some((table) => attributeOf(table, 'width') === '600')).toBe(true);
  });

  test('as svg is well-formed, has the requested width, and keeps text as text', async () => {
    for (const width of [360, 800]) {
      const elements = xmlElements(await rendered(seeds, 'svg', widget, { width }));
      const [root, title] = elements;
      expect(root).toMatchObject({ name: 'svg', attributes: { width: String(width), role: 'img' } });
      expect(root!.attributes['viewBox']).toBe(`0 0 ${width} ${root!.attributes['height']!}`);
      expect(title).toMatchObject({ name: 'title' });
      const words = elements
        .filter(({ name }) => name === 'text')
        .map(({ text }) => text.trim())
        .join(' ');
      for (const claim of seeds.claims.filter(({ short }) => widget === 'disagreement' || width === 360 || !short))
        expect(words.replaceAll(/\s+/g, ' ')).toContain(claim.text.split(' ')[0]);
      // A claim that is quoted has inner quotation marks and no full stop.
      const plain = (text: string) => text.replace(/\.$/, '').replaceAll(/[“”‘’]/g, '"');
      const description = plain(elements.find(({ name }) => name === 'desc')!.text);
      for (const { text } of seeds.claims) expect(description).toContain(plain(text));
      expect(
        elements.filter(({ attributes }) => 'id' in attributes || 'style' in attributes || 'href' in attributes),
      ).toEqual([]);
    }
  });

  test('as png is a picture of twice that size', async () => {
    const svg = xmlElements(await rendered(seeds, 'svg', widget, { width: 600 }))[0]!;
    const png = Buffer.from((await renderedContent(seeds, 'png', widget, { width: 600 })) as Uint8Array);
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 2 * Number(svg.attributes['height'])]);
  });

  test.each(formats)('as %s is the same to the byte each time', async (format) => {
    const [first, second] = [
      await renderedContent(seeds, format, widget),
      await renderedContent(seeds, format, widget),
    ];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  test.each(['csv', 'json-ld', 'html'] as const)('as %s shows only what the options ask for', async (format) => {
    const text = await rendered(seeds, format, widget, { claims: ['home-base'], sources: ['dw'] });
    const kept = seeds.statements.filter(
      ({ claim, article }) => claim.id === 'home-base' && article.source.id === 'dw',
    );
    const shown =
      format === 'csv'
        ? text.split('\r\n').length - 2
        : format === 'html'
          ? text.split('<q ').length - 1
          : text.split('"Quotation"').length - 1;
    expect(shown).toBe(kept.length);
  });
});

describe('as csv', () => {
  test('is one line per statement to a spreadsheet', async () => {
    const rows: Record<string, string>[] = parseCsv(await rendered(seeds, 'csv', 'matrix'), {
      columns: true,
      bom: true,
    });
    expect(rows.map(({ quote }) => quote!.replace(/^'/, ''))).toEqual(quotes);
  });
});

interface Thing {
  readonly '@type'?: string;
  readonly '@id'?: string;
  readonly name?: string;
  readonly text?: string;
  readonly about?: { readonly '@id': string };
  readonly creator?: { readonly name: string };
  readonly spokenByCharacter?: Thing;
  readonly mentions?: { readonly name: string };
}
interface Graph extends Thing {
  readonly hasPart: readonly Thing[];
  readonly correction?: readonly Thing[];
}

describe('as json-ld', () => {
  test('every statement is a quotation about its claim, attributed to the author of its wording', async () => {
    const { hasPart } = JSON.parse(await rendered(seeds, 'json-ld', 'matrix')) as Graph;
    const quotations = hasPart.filter((thing) => thing['@type'] === 'Quotation');
    expect(quotations.map(({ text }) => text)).toEqual(quotes);
    const claims = new Map(hasPart.map((thing) => [thing['@id'], thing]));
    for (const [index, { voice, speaker, claim, article }] of seeds.statements.entries()) {
      const quotation = quotations[index]!;
      expect(claims.get(quotation.about!['@id'])).toMatchObject({ '@type': 'Claim', text: claim.text });
      expect(quotation.spokenByCharacter?.name).toBe(voice === 'quoted' ? speaker.name : undefined);
      expect(quotation.creator?.name).toBe(voice === 'quoted' ? undefined : article.source.name);
      expect(quotation.mentions?.name).toBe(voice === 'reported' ? speaker.name : undefined);
    }
  });

  test('a group or an organisation is an Organization, and a speaker or translator of unknown kind has no type', async () => {
    const json = storyJson(
      ['ann', 'officials', 'company', 'someone'].map((speaker) => ['daily', speaker, 'tax', 'support']),
    );
    const kinds = { ann: 'person', officials: 'group', company: 'organisation' } as const;
    const story = readDataset({
      ...json,
      speakers: json.speakers.map((speaker) => ({ ...speaker, kind: kinds[speaker.id as keyof typeof kinds] })),
      statements: json.statements.map((statement) => ({
        ...statement,
        translation: { text: 'x', lang: 'de', by: 'An agency' },
      })),
    });
    const { hasPart } = JSON.parse(await rendered(story, 'json-ld', 'matrix')) as Graph;
    const speakers = hasPart.flatMap(({ spokenByCharacter }) => spokenByCharacter ?? []);
    expect(speakers.map((speaker) => speaker['@type'])).toEqual(['Person', 'Organization', 'Organization', undefined]);
    expect(JSON.stringify(hasPart).match(/"translator":{[^}]*}/g)).toEqual(
      Array(4).fill('"translator":{"name":"An agency"}'),
    );
  });

  test('a correction is a CorrectionComment', async () => {
    const story = readDataset(
      storyJson([['daily', 'ann', 'tax', 'support']], {
        corrections: [{ date: '2021-02-01', text: 'Ann was misquoted.' }],
      }),
    );
    const { correction } = JSON.parse(await rendered(story, 'json-ld', 'matrix')) as Graph;
    expect(correction).toEqual([
      { '@type': 'CorrectionComment', text: 'Ann was misquoted.', datePublished: '2021-02-01' },
    ]);
  });

  test('is safe inside a script element', async () => {
    const story = readDataset(storyJson([['daily', 'ann', 'tax', 'support']], { title: '</script><!--' }));
    const text = await rendered(story, 'json-ld', 'matrix');
    expect(text).not.toContain('<');
    expect((JSON.parse(text) as Graph).name).toBe('</script><!--');
  });
});

describe('a story with nothing in it', () => {
  const empty = readDataset(storyJson([]));

  test.each(widgets)('says so in each rendering of the %s', async (widget) => {
    for (const format of ['html', 'email', 'svg'] as const)
      expect(await rendered(empty, format, widget)).toContain('There is nothing to show');
    for (const format of formats) await expect(renderedContent(empty, format, widget)).resolves.toBeTruthy();
  });
});

describe('a story from right to left', () => {
  const story = readDataset(
    storyJson(
      [
        ['daily', 'ann', 'tax', 'support'],
        ['post', 'bob', 'tax', 'oppose'],
      ],
      { title: 'من يقول ماذا؟' },
    ),
  );

  test('is aligned to the right in an e-mail, also where a mail program knows no direction', async () => {
    addAllLanguages();
    const messages = messagesFor('ar');
    for (const widget of widgets) {
      const elements = elementsOf(await rendered(story, 'email', widget, { lang: 'ar', messages }));
      const content = byTag(elements, 'td').find((cell) => attributeOf(cell, 'dir'))!;
      expect([attributeOf(content, 'dir'), attributeOf(content, 'align')]).toEqual(['rtl', 'right']);
      const inside = elements.slice(elements.indexOf(content) + 1);
      for (const cell of byTag(inside, 'th', 'td')) expect(attributeOf(cell, 'style')).toContain('text-align:right');
      const styles = inside.flatMap((element) => attributeOf(element, 'style') ?? []);
      expect(styles.filter((style) => /text-align:(?!right)|border-left/.test(style))).toEqual([]);
    }
  });

  test('has letters in its picture, and only characters that no font has are reported missing', async () => {
    expect((await renderStatic(story, 'png', optionsFor('matrix'))).notes).toEqual([]);
    const { notes } = await renderStatic(
      story,
      'png',
      optionsFor('matrix', { heading: '漢字 Ελλάδα Łódź Привет नमस्ते' }),
    );
    expect(notes).toEqual([
      {
        message: expect.stringMatching(/lack 漢 字: boxes/) as string,
        hint: expect.stringMatching(/--as svg/) as string,
      },
    ]);
  });
});
