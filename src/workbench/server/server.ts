import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EditError } from '../../authoring/coding/edit/edit-error.js';
import { WriteError } from '../../authoring/files/write-atomically.js';
import { ConflictError, type CodingFile } from './coding-file.js';
import { allowedPath } from './guard.js';
import { readEdits } from './read-edits.js';
import { readArticleText, readStory } from './read-story.js';

/** A file of the page: its type and content. Only these are served, and nothing from the disk by name. */
export interface PageFile {
  readonly type: string;
  readonly content: string | Uint8Array;
}

export interface Workbench {
  /** The address to open, with the token. */
  readonly address: string;
  /** Tells the open pages that files have changed. */
  readonly announceChange: () => void;
  readonly close: () => Promise<void>;
}

/** An edit of one statement has a few hundred bytes; a pasted article is a file, not an edit. */
const maxBodyBytes = 1_000_000;

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/**
 * Serves the workbench of one story to this machine alone. `page` has the files of the page by their path; `''` is the page itself. Port 0
 * takes any free one. Rejects with the error of `listen` if the port is taken.
 */
export async function startWorkbench(
  file: CodingFile,
  page: ReadonlyMap<string, PageFile>,
  port = 0,
): Promise<Workbench> {
  const token = randomBytes(24).toString('base64url');
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const path = allowedPath({ method, url, headers }, { port: portOf(), token });
    if (path === undefined) return send(response, 403, 'text/plain', 'Open the address that the terminal shows.');
    answer(path, request, response).catch((error: unknown) => sendError(response, error));
  });
  const portOf = () => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  async function answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isWriting = request.method === 'POST';
    const found = isWriting ? undefined : page.get(path);
    if (found) return send(response, 200, found.type, found.content);
    if (!isWriting && path === 'story') return sendStory(response);
    if (!isWriting && path === 'changes') return listen(response);
    if (!isWriting && path.startsWith('articles/')) return sendArticle(path.slice('articles/'.length), response);
    if (isWriting && ['edits', 'undo', 'redo'].includes(path)) return edit(path as 'edits', request, response);
    send(response, 404, 'text/plain', 'There is nothing at this address.');
  }

  async function edit(act: 'edits' | 'undo' | 'redo', request: IncomingMessage, response: ServerResponse) {
    const body = await bodyOf(request);
    const wanted = body === undefined ? undefined : readEdits(body);
    if (!wanted) return send(response, 400, 'text/plain', 'This is not an edit.');
    const { version, edits } = wanted;
    await (act === 'edits' ? file.apply(version, edits) : file[act](version));
    announceChange();
    await sendStory(response);
  }

  async function sendStory(response: ServerResponse): Promise<void> {
    send(response, 200, 'application/json', JSON.stringify(await readStory(file)));
  }

  async function sendArticle(id: string, response: ServerResponse): Promise<void> {
    const text = await readArticleText(file, id);
    if (typeof text === 'string') send(response, 200, 'text/plain', text);
    else send(response, 404, 'text/plain', text ? `The article ${text.reason}.` : 'There is no such article.');
  }

  /** Keeps the response open; each change is an event without content. */
  function listen(response: ServerResponse): void {
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
    response.write('\n');
    listeners.add(response);
    response.once('close', () => listeners.delete(response));
  }

  function announceChange(): void {
    for (const response of listeners) response.write('data:\n\n');
  }

  return {
    address: `http://127.0.0.1:${portOf()}/${token}/`,
    announceChange,
    close: () =>
      new Promise((resolve) => {
        for (const response of listeners) response.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, type: string, content: string | Uint8Array): void {
  response.writeHead(status, { ...headers, 'content-type': `${type}; charset=utf-8` });
  response.end(content);
}

/** Says what the editor can do about it; an error of our own ends the request, not the workbench. */
function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.end();
  if (error instanceof ConflictError) return send(response, 409, 'text/plain', error.message);
  if (error instanceof EditError || error instanceof WriteError)
    return send(response, 422, 'text/plain', error.message);
  console.error(error);
  send(response, 500, 'text/plain', 'The workbench failed; the terminal says why.');
}

/** Returns the body of a request; undefined if it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
