import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { inject, vi } from 'vitest';
import { BrowserWindows } from './browser-windows.js';
import { root } from './packed.js';
import type { ReaderPage, Windows } from './reader-page.js';

export const script = readFileSync(join(root, 'dist/stancekit.js'));
export const seeds = readFileSync(join(root, 'seeds/dataset.json'));

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface VisitOptions {
  readonly headers?: Record<string, string>;
  /** A script that runs in the page before all others. */
  readonly setUp?: string;
  readonly width?: number;
  /** Whether the page gets a window of its own: for what a new document does not reset. */
  readonly ownWindow?: boolean;
}

/** A publisher's server and a reader's browser. Tests say which pages, scripts and data it serves. */
export class TestSite<P extends ReaderPage = Page> {
  private readonly handlers = new Map<string, Handler>();
  private readonly folders: (readonly [prefix: string, folder: string])[] = [];
  private server!: Server;
  private windows!: Windows<P>;
  private readonly visits = new Set<Visit<P>>();
  /** The paths requested since the last visit began, in order. */
  readonly requests: string[] = [];

  /** Starts the server, for these windows or those of the Chromium that all tests share. */
  async open(windows?: Windows<P>): Promise<void> {
    this.server = createServer((request, response) => {
      const path = request.url!.split('?')[0]!;
      this.requests.push(path);
      const handler = this.handlers.get(path);
      const file = this.fileOf(path);
      // Windows are reused: what an earlier page received must not come from the cache.
      response.setHeader('cache-control', 'no-store');
      if (handler) handler(request, response);
      else if (file) response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(file));
      else response.writeHead(404).end('not here');
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.windows =
      windows ?? ((await BrowserWindows.shared(inject('browserEndpoint'))) as Windows<ReaderPage> as Windows<P>);
    this.serve('/stancekit.js', script, { 'content-type': 'text/javascript' });
    this.serve('/seeds.json', seeds, { 'content-type': 'application/json' });
  }

  /** Opens further pages in these windows, and closes the previous ones. */
  async changeWindows(windows: Windows<P>): Promise<void> {
    await this.windows.close();
    this.windows = windows;
  }

  /** Closes the pages, the server, and a browser of the site's own. */
  async close(): Promise<void> {
    await this.windows.close();
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Ends all visits. */
  async closePages(): Promise<void> {
    await Promise.all([...this.visits].map((visit) => visit.close()));
  }

  private fileOf(path: string): string | undefined {
    const [prefix, folder] = this.folders.find(([prefix]) => path.startsWith(prefix)) ?? [];
    const file = folder && join(folder, path.slice(prefix!.length));
    return file && existsSync(file) ? file : undefined;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Serves the scripts of a folder below this path. */
  serveFolder(prefix: string, folder: string): void {
    this.folders.push([prefix, folder]);
  }

  serve(path: string, body: string | Buffer, headers: Record<string, string> = {}, status = 200): void {
    this.handle(path, (_, response) => response.writeHead(status, headers).end(body));
  }

  handle(path: string, handler: Handler): void {
    this.handlers.set(path, handler);
  }

  /** Opens an empty page of this size. */
  async openPage(width = 800, height = 900, ownWindow = false): Promise<P> {
    return this.windows.take(width, height, ownWindow);
  }

  closePage(page: P): Promise<void> {
    return this.windows.giveBack(page);
  }

  /** Opens a page with this body or document, and records its errors, its events and policy violations. */
  async visit(html: string, options: VisitOptions = {}): Promise<Visit<P>> {
    const { headers = {}, setUp = '', width, ownWindow } = options;
    const document = html.startsWith('<!doctype')
      ? html
      : `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${html}</body></html>`;
    const page = await this.openPage(width, 900, ownWindow);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const recorder = `
      window.stanceEvents = [];
      window.violations = [];
      for (const type of ['stance-load', 'stance-error', 'stance-select'])
        document.addEventListener(type, ({ target, detail, composed }) =>
          stanceEvents.push({ type, at: target.id, composed, code: detail.code, message: detail.message, problems: detail.problems }));
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => violations.push(violatedDirective + ' ' + sample));
      ${setUp}
    `;
    const recording = await page.addInitScript?.(recorder);
    const body = recording
      ? document
      : withScript(document, recorder + recordErrors, headers['content-security-policy']);
    this.serve('/page', body, { 'content-type': 'text/html; charset=utf-8', ...headers });
    this.requests.length = 0;
    await page.goto(`${this.origin}/page`);
    const visit: Visit<P> = new Visit(page, errors, async () => {
      if (!this.visits.delete(visit)) return;
      await recording?.dispose();
      await this.closePage(page);
    });
    this.visits.add(visit);
    return visit;
  }
}

/** Records uncaught errors where the browser does not report them to the test. */
const recordErrors = `
  window.pageErrors = [];
  addEventListener('error', ({ message }) => pageErrors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => pageErrors.push(String(reason)));
`;

/** Returns the document with a script before all others, unless its policy blocks scripts. */
function withScript(document: string, script: string, policy?: string): string {
  const [, nonce] = policy?.match(/script-src[^;]*'nonce-([^']+)'/) ?? [];
  if (policy && !nonce) return document;
  const tag = `<script${nonce ? ` nonce="${nonce}"` : ''}>${script}</script>`;
  return document.replace(/<meta charset="?utf-8"?[^>]*>/, (charset) => charset + tag);
}

interface RecordedEvent {
  readonly type: string;
  /** The id of the widget. */
  readonly at: string;
  readonly composed: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly problems?: readonly { readonly path: string }[];
}

/** A page that is open, until `close()`. */
export class Visit<P extends ReaderPage = Page> {
  constructor(
    readonly page: P,
    /** Uncaught errors and unhandled rejections of the page. */
    readonly errors: readonly string[],
    readonly close: () => Promise<void>,
  ) {}

  events(): Promise<readonly RecordedEvent[]> {
    return this.page.evaluate('stanceEvents');
  }

  violations(): Promise<readonly string[]> {
    return this.page.evaluate('violations');
  }

  /** Waits until the widget has rendered: only then does it have a heading. */
  async rendered(selector = 'stance-matrix'): Promise<void> {
    await this.page.locator(`${selector} >> h2`).first().waitFor();
  }

  /** Sends a response with `respond`, and waits until the page has received it. */
  async receive(path: string, respond: () => void): Promise<void> {
    respond();
    const received = () =>
      this.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    await vi.waitUntil(async () => (await received()).includes(path), { timeout: 30_000 });
  }

  /** Waits for an error message of the widget, and returns it. */
  async errorText(selector = 'stance-matrix'): Promise<string> {
    return (await this.page.locator(`${selector} >> [role=alert]`).first().innerText()).trim();
  }
}
