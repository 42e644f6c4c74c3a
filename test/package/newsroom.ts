import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { findBrowser } from '../find-browser.mjs';

const root = join(import.meta.dirname, '..', '..');
export const script = readFileSync(join(root, 'dist/stancekit.js'));
export const seeds = readFileSync(join(root, 'seeds/dataset.json'));

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A host page's server and a reader's browser: pages, scripts and data are whatever a test says. */
export class Newsroom {
  private readonly routes = new Map<string, Answer>();
  private readonly folders: (readonly [prefix: string, folder: string])[] = [];
  private server!: Server;
  browser!: Browser;
  /** The paths that were asked for, in order. */
  readonly asked: string[] = [];

  async open(): Promise<void> {
    this.server = createServer((request, response) => {
      const path = request.url!.split('?')[0]!;
      this.asked.push(path);
      const answer = this.routes.get(path);
      const folder = this.folders.find(([prefix]) => path.startsWith(prefix));
      if (answer) answer(request, response);
      else if (folder)
        response
          .writeHead(200, { 'content-type': 'text/javascript' })
          .end(readFileSync(join(folder[1], path.slice(folder[0].length))));
      else response.writeHead(404).end('not here');
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.browser = await chromium.launch({ ...findBrowser(), args: ['--no-sandbox'] });
    this.serve('/stancekit.js', script, { 'content-type': 'text/javascript' });
    this.serve('/seeds.json', seeds, { 'content-type': 'application/json' });
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.closeAllConnections();
    this.server.close();
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Serves the scripts of a folder below this path. */
  serveFolder(prefix: string, folder: string): void {
    this.folders.push([prefix, folder]);
  }

  serve(path: string, body: string | Buffer, headers: Record<string, string> = {}, status = 200): void {
    this.answer(path, (_, response) => response.writeHead(status, headers).end(body));
  }

  answer(path: string, answer: Answer): void {
    this.routes.set(path, answer);
  }

  /** Opens a page with this body (or this whole document), served with these headers, and notes what goes wrong and what is heard. */
  async visit(html: string, { headers = {}, setUp = '', width = 800 } = {}): Promise<Visit> {
    const document = html.startsWith('<!doctype')
      ? html
      : `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${html}</body></html>`;
    this.serve('/page', document, { 'content-type': 'text/html; charset=utf-8', ...headers });
    const page = await this.browser.newPage({ viewport: { width, height: 900 } });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.addInitScript(`
      window.heard = [];
      window.violations = [];
      for (const type of ['stance-load', 'stance-error', 'stance-select'])
        document.addEventListener(type, ({ target, detail, composed }) =>
          heard.push({ type, at: target.id, composed, code: detail.code, message: detail.message, problems: detail.problems }));
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => violations.push(violatedDirective + ' ' + sample));
      ${setUp}
    `);
    this.asked.length = 0;
    await page.goto(`${this.origin}/page`);
    return new Visit(page, faults);
  }
}

interface Heard {
  readonly type: string;
  readonly at: string;
  readonly composed: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly problems?: readonly { readonly path: string }[];
}

export class Visit {
  constructor(
    readonly page: Page,
    /** Uncaught errors and unhandled rejections of the page. */
    readonly faults: readonly string[],
  ) {}

  heard(): Promise<readonly Heard[]> {
    return this.page.evaluate('heard');
  }

  violations(): Promise<readonly string[]> {
    return this.page.evaluate('violations');
  }

  /** Waits until the widget shows its heading, which it does with the drawing only. */
  async drawn(selector = 'stance-matrix'): Promise<void> {
    await this.page.locator(`${selector} >> h2`).first().waitFor();
  }

  /** The text of the widget's error, once there is one. */
  async error(selector = 'stance-matrix'): Promise<string> {
    return (await this.page.locator(`${selector} >> [role=alert]`).first().innerText()).trim();
  }
}
