import type { Windows } from '../reader-page.js';
import { WebKitPage } from './page.js';
import { WebKitSession } from './session.js';

/** Windows of WebKitGTK, each a browser of its own, which pages of the same size use one after the other. */
export class WebKitWindows implements Windows<WebKitPage> {
  private readonly idle: WebKitPage[] = [];
  private readonly open = new Set<WebKitPage>();

  constructor(
    private readonly driver: string,
    private readonly dark: boolean,
  ) {}

  async take(width: number, height: number): Promise<WebKitPage> {
    const index = this.idle.findIndex((page) => page.width === width && page.height === height);
    const [used] = index < 0 ? [] : this.idle.splice(index, 1);
    const options = { width, height, dark: this.dark };
    const page = used ?? new WebKitPage(await WebKitSession.start(this.driver, options), width, height);
    this.open.add(page);
    return page;
  }

  async giveBack(page: WebKitPage): Promise<void> {
    this.open.delete(page);
    await page.empty();
    this.idle.push(page);
  }

  async close(): Promise<void> {
    await Promise.all([...this.open, ...this.idle].map((page) => page.close()));
    this.open.clear();
    this.idle.length = 0;
  }
}
