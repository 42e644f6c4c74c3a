import type { UnreadableFile } from '../files/read-file.js';

/** Limits of a page: bytes after decompression, and milliseconds until its last byte. */
export interface PageLimits {
  readonly maxBytes: number;
  readonly timeout: number;
}

export const pageLimits: PageLimits = { maxBytes: 10_000_000, timeout: 30_000 };

export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** The address after all redirects. */
  readonly address: string;
  readonly isHtml: boolean;
  /** The encoding that the server names. */
  readonly charset: string | undefined;
}

const saveInstead = 'Save the page in a browser, and name the saved file.';

export function tooLarge({ maxBytes }: PageLimits): UnreadableFile {
  return {
    reason: `is larger than ${maxBytes / 1e6} MB, which is the limit for a page`,
    hint: 'Copy the text of the article into a text file, and name that.',
  };
}

/** Loads a page or a plain text from an http or https address, without cookies. */
export async function fetchPage(
  address: string,
  limits: PageLimits = pageLimits,
): Promise<FetchedPage | UnreadableFile> {
  const { username, password } = new URL(address);
  if (username || password)
    return {
      reason: 'has a user name or password in its address',
      hint: 'Leave it out, or save the page in a browser.',
    };
  try {
    const response = await fetch(address, {
      headers: { accept: 'text/html, application/xhtml+xml, text/plain', 'user-agent': 'stancekit' },
      signal: AbortSignal.timeout(limits.timeout),
    });
    const found = await readResponse(response, limits);
    // Closes the connection of a response that is not read to its end.
    if ('reason' in found) await response.body?.cancel().catch(() => undefined);
    return found;
  } catch (error) {
    return { reason: reasonOf(error, limits), hint: saveInstead };
  }
}

async function readResponse(response: Response, limits: PageLimits): Promise<FetchedPage | UnreadableFile> {
  if (!response.ok)
    return {
      reason: `cannot be loaded: the server answers with status ${response.status}`,
      hint: 'Check the address, or save the page in a browser and name the saved file.',
    };
  const [type = '', ...parameters] = (response.headers.get('content-type') ?? '').split(';');
  const isHtml = /^\s*(?:text\/html|application\/xhtml\+xml)\s*$/iu.test(type);
  if (!isHtml && !/^\s*text\/plain\s*$/iu.test(type))
    return {
      reason: `is not a web page or text, but ${type.trim() ? `“${type.trim()}”` : 'of an unknown type'}`,
      hint: 'Copy the text of the article into a text file, and name that.',
    };
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > limits.maxBytes) return tooLarge(limits);
    chunks.push(chunk);
  }
  const [, charset] = /charset\s*=\s*"?\s*([\w:.-]+)/iu.exec(parameters.join(';')) ?? [];
  return { bytes: Buffer.concat(chunks), address: response.url, isHtml, charset };
}

/** Finds the reason in the causes of the error: `fetch` itself says only that it failed. */
function reasonOf(error: unknown, { timeout }: PageLimits): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'TimeoutError') return `did not arrive within ${timeout / 1000} seconds`;
    if (cause.message === 'redirect count exceeded') return 'redirects without end';
    const code = 'code' in cause ? cause.code : undefined;
    if (code === 'ENOTFOUND') return 'cannot be loaded: there is no such server';
    if (code === 'ECONNREFUSED') return 'cannot be loaded: the server does not answer';
    if (typeof code === 'string') return `cannot be loaded (${code})`;
  }
  return 'cannot be loaded';
}
