import { resolve } from 'node:path';
import { importOptional } from '../../publishing/import-optional.js';
import { readRegularFile, type UnreadableFile } from '../files/read-file.js';
import { decodePage } from './decode-page.js';
import { extractArticle, type ImportedArticle, type PagePackages } from './extract-article.js';
import { fetchPage, pageLimits, tooLarge, type PageLimits } from './fetch-page.js';

/** Reads an article from a text file, a saved page, or an http or https address. `cwd` is the folder of a relative path. */
export async function importArticle(
  name: string,
  cwd: string,
  limits: PageLimits = pageLimits,
): Promise<ImportedArticle | UnreadableFile> {
  if (/^https?:/iu.test(name)) {
    if (!URL.canParse(name)) return { reason: 'is not a valid address', hint: 'Copy the address from a browser.' };
    const page = await fetchPage(name, limits);
    if ('reason' in page) return page;
    const decoded = decodePage(page.bytes, page.charset);
    if ('reason' in decoded) return decoded;
    return page.isHtml
      ? extractArticle(decoded.text, page.address, await loadPackages())
      : importText(decoded.text, page.address);
  }
  if (name.includes('\0')) return { reason: 'has a NUL byte in its name', hint: 'Check the name of the file.' };
  const file = await readRegularFile(resolve(cwd, name));
  if ('reason' in file) return file;
  const decoded = decodePage(file.bytes);
  if ('reason' in decoded) return decoded;
  if (!isPage(name, decoded.text)) return importText(decoded.text);
  if (file.bytes.length > limits.maxBytes) return tooLarge(limits);
  return extractArticle(decoded.text, undefined, await loadPackages());
}

/** Keeps the text as it is, except for line endings: one kind throughout, and one at the end. */
function importText(text: string, url?: string): ImportedArticle | UnreadableFile {
  if (text.trim() === '') return { reason: 'is empty', hint: 'Paste the text of the article into it.' };
  return { text: `${text.replace(/\r\n?/gu, '\n').trimEnd()}\n`, ...(url !== undefined && { url }) };
}

function isPage(name: string, text: string): boolean {
  return /\.x?html?$/iu.test(name) || /^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)\b/iu.test(text);
}

/** Only pages need these packages. */
async function loadPackages(): Promise<PagePackages> {
  const load = <T>(specifier: string): Promise<T> => importOptional<T>(specifier, 'stancekit init with a web page');
  const [{ parse, serialize, defaultTreeAdapter }, { parseHTML }, { Readability }] = await Promise.all([
    load<Pick<PagePackages, 'parse' | 'serialize' | 'defaultTreeAdapter'>>('parse5'),
    load<Pick<PagePackages, 'parseHTML'>>('linkedom'),
    load<Pick<PagePackages, 'Readability'>>('@mozilla/readability'),
  ]);
  return { parse, serialize, defaultTreeAdapter, parseHTML, Readability };
}
