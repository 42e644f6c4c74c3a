import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { SaxesParser } from 'saxes';
import type { Dataset } from '../../src/dataset/dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import type { Format, Widget } from '../../src/publishing/formats.js';
import { renderStatic, type PageAddresses } from '../../src/publishing/render-static.js';
import type { DrawingOptions } from '../../src/publishing/static-view.js';
import { messagesFor } from '../../src/wording/messages-for.js';

export const seedsPath = join(import.meta.dirname, '../../seeds/dataset.json');
export const seeds = readDataset(JSON.parse(readFileSync(seedsPath, 'utf8')));

export const addresses: PageAddresses = {
  script: { address: 'https://cdn.example.org/stancekit.js', integrity: undefined },
  url: 'https://example.org/frame.html',
  page: 'https://example.org/story.html',
};

export function optionsFor(widget: Widget, more: Partial<DrawingOptions> = {}): DrawingOptions {
  return { widget, layout: 'auto', width: 800, lang: 'en', messages: messagesFor('en'), ...more };
}

export async function renderedContent(
  dataset: Dataset,
  format: Format,
  widget: Widget,
  more: Partial<DrawingOptions> = {},
) {
  const { content } = await renderStatic(dataset, format, optionsFor(widget, more), addresses);
  return content;
}

export async function rendered(dataset: Dataset, format: Format, widget: Widget, more: Partial<DrawingOptions> = {}) {
  const content = await renderedContent(dataset, format, widget, more);
  if (typeof content !== 'string') throw new Error(`${format} is not text`);
  return content;
}

export type Element = Tree.Element;

/** Returns every element of a page or fragment as a browser parses it, including those in declarative shadow roots. */
export function elementsOf(html: string): readonly Element[] {
  const root = html.startsWith('<!DOCTYPE') ? parse(html) : parseFragment(html);
  const found: Element[] = [];
  const visit = (node: Tree.ParentNode) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      found.push(child);
      visit('content' in child ? child.content : child);
    }
  };
  visit(root);
  return found;
}

/** Returns the text of an element, including that of a shadow root. */
export function textOf(node: Tree.Node): string {
  if ('value' in node) return node.value;
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  return children.map(textOf).join('');
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function byTag(elements: readonly Element[], ...names: readonly string[]): readonly Element[] {
  return elements.filter(({ tagName }) => names.includes(tagName));
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Returns the elements of an XML document with their own text; throws if it is not well-formed. */
export function xmlElements(xml: string): readonly XmlElement[] {
  const parser = new SaxesParser();
  const [found, open]: [XmlElement[], XmlElement[]] = [[], []];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return found;
}
