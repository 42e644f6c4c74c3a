import { timingSafeEqual } from 'node:crypto';

/** What a request says of itself. Names of headers are in lower case, as Node gives them. */
export interface RequestHead {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The address of a workbench. */
export interface OwnAddress {
  readonly port: number;
  /** The first part of every path. */
  readonly token: string;
}

/**
 * Returns the path of a request behind the token, such as `story`; undefined if the request must not be answered. A page elsewhere in the
 * browser neither knows the token nor can hide its origin, and a name that was bound to this machine is not our host.
 */
export function allowedPath({ method, url, headers }: RequestHead, { port, token }: OwnAddress): string | undefined {
  const { host, origin } = headers;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (typeof host !== 'string' || !hosts.includes(host)) return undefined;
  if (origin !== undefined && origin !== `http://${host}`) return undefined;
  const site = headers['sec-fetch-site'];
  // The editor opens the page from a terminal, an address bar or a bookmark.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return undefined;
  const [, given, path] = /^\/([^/?#]*)\/([^?#]*)$/u.exec(url) ?? [];
  if (given === undefined || path === undefined || !isSame(given, token)) return undefined;
  const isWriting = method === 'POST';
  if (!isWriting) return method === 'GET' ? path : undefined;
  // A form of another page cannot send this type, and only our own page sends our origin.
  return origin !== undefined && headers['content-type'] === 'application/json' ? path : undefined;
}

/** Compares in a time that does not depend on where the texts differ. */
function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
