import { webAddress } from '../../dataset/dataset-shape.js';
import type { UnreadableFile } from '../files/read-file.js';
import { paragraphsOf } from './paragraphs.js';

/** The text of an article, and what its page says about it. What the page does not say is absent. */
export interface ImportedArticle {
  /** Paragraphs are separated by an empty line. */
  readonly text: string;
  readonly headline?: string;
  /** The calendar date as the page has it, in the outlet’s own time zone. */
  readonly published?: string;
  readonly url?: string;
  /** The name of the outlet. */
  readonly outlet?: string;
  readonly lang?: string;
}

/** What extraction needs of the packages `parse5`, `linkedom` and `@mozilla/readability`. */
export interface PagePackages {
  readonly parse: typeof import('parse5').parse;
  readonly defaultTreeAdapter: typeof import('parse5').defaultTreeAdapter;
  readonly serialize: typeof import('parse5').serialize;
  readonly parseHTML: (html: string) => { readonly document: Document };
  readonly Readability: typeof import('@mozilla/readability').Readability;
}

/**
 * Finds the article in a page. `address` is where the page was loaded from; a saved page may name its own. No script of the page runs, and
 * nothing is loaded.
 */
export function extractArticle(
  html: string,
  address: string | undefined,
  packages: PagePackages,
): ImportedArticle | UnreadableFile {
  try {
    const { document } = packages.parseHTML(normalizeHtml(html, packages));
    const lang = document.documentElement.getAttribute('lang')?.trim();
    const url = addressOf(document, html, address);
    const headings = [...document.querySelectorAll('h1')].map((heading) => paragraphsOf(heading).join(' '));
    const dateOfPage = document.querySelector('[itemprop~="datePublished"], meta[name="date"]');
    const found = new packages.Readability<Node>(document, { serializer: (element) => element }).parse();
    if (!found?.content) return nothingFound;
    const paragraphs = paragraphsOf(found.content);
    if (paragraphs.length === 0) return nothingFound;
    const heading = headings.find((each) => isSameHeadline(each, found.title ?? ''));
    const headline = heading ?? oneLine(found.title);
    const published = dateIn(found.publishedTime ?? valueOf(dateOfPage));
    const outlet = oneLine(found.siteName);
    // The headline is part of the text, but Readability removes it.
    const withHeading = heading !== undefined && paragraphs[0] !== heading ? [heading, ...paragraphs] : paragraphs;
    return {
      text: `${withHeading.join('\n\n')}\n`,
      ...(headline && { headline }),
      ...(published && { published }),
      ...(url !== undefined && { url }),
      ...(outlet && { outlet }),
      ...(lang && languageTag.test(lang) && { lang }),
    };
  } catch (error) {
    if (!(error instanceof NestingError)) throw error;
    return { ...nothingFound, reason: 'has elements that are nested too deeply' };
  }
}

const nothingFound: UnreadableFile = {
  reason: 'has no text that looks like an article',
  hint: 'Copy the text of the article into a text file, and name that.',
};

/** Browsers have about the same limit. Deeper pages would take minutes, or more than the stack. */
const maxDepth = 500;

class NestingError extends Error {}

/** Adds omitted tags, such as that of the body, as browsers do; linkedom does not. Throws a `NestingError`. */
function normalizeHtml(html: string, { parse, serialize, defaultTreeAdapter }: PagePackages): string {
  let depth = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    onItemPush() {
      if (++depth > maxDepth) throw new NestingError();
    },
    onItemPop() {
      depth--;
    },
  };
  return serialize(parse(html, { treeAdapter }));
}

const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u;

function oneLine(text: string | null | undefined): string | undefined {
  return text
    ?.replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
}

/** The title of a page often adds the name of the outlet to the headline. */
function isSameHeadline(heading: string, title: string): boolean {
  const [shown, named] = [heading, title].map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  return shown !== '' && named !== '' && (named!.includes(shown!) || shown!.includes(named!));
}

function valueOf(element: Element | null): string | null | undefined {
  return element && (element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent);
}

/** Returns the date at the start of an ISO date and time, if it is in the calendar. */
function dateIn(time: string | null | undefined): string | undefined {
  const [date] = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/u.exec(time?.trim() ?? '') ?? [];
  if (date === undefined) return undefined;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(date) ? date : undefined;
}

/** Returns the address that the page gives itself, else the one it was loaded from, without a fragment. */
function addressOf(document: Document, html: string, loadedFrom: string | undefined): string | undefined {
  const named = [
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url" i]')?.getAttribute('content'),
    loadedFrom,
    // Browsers write this line into pages that they save.
    /<!-- saved from url=\(\d+\)(\S+) -->/u.exec(html)?.[1],
  ];
  for (const each of named) {
    const url = parseAddress(each, loadedFrom);
    // A page must not pass itself off as one of another server.
    if (url && (loadedFrom === undefined || url.host === new URL(loadedFrom).host)) return url.href;
  }
  return undefined;
}

function parseAddress(address: string | null | undefined, base: string | undefined): URL | undefined {
  if (!address || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  url.hash = '';
  return webAddress.pattern.test(url.href) ? url : undefined;
}
