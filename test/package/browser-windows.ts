import { chromium, type Browser, type Page } from 'playwright';
import type { Windows } from './reader-page.js';

/** The page events that tests listen to. */
const eventTypes = 'console dialog download framenavigated pageerror popup request response'.split(' ');

let sharedWindows: Promise<BrowserWindows> | undefined;

/**
 * The windows of a browser. They are reused, because opening one takes Chromium three times as long as loading a page with a widget.
 * Between two pages a window is emptied; each page has its own document, globals and prototypes.
 */
export class BrowserWindows implements Windows<Page> {
  /** Chromium windows that can be reused. */
  private readonly idle: Page[] = [];
  private readonly open = new Set<Page>();
  private readonly unshared = new WeakSet<Page>();
  private readonly canReuse: boolean;

  constructor(
    private readonly browser: Browser,
    private readonly isShared = false,
  ) {
    // Over WebDriver BiDi, Playwright cannot reset everything that it emulates.
    this.canReuse = browser.browserType().name() === 'chromium';
  }

  /** Returns the windows that all test files of this worker share. */
  static shared(endpoint: string): Promise<BrowserWindows> {
    sharedWindows ??= chromium.connect(endpoint).then((browser) => new BrowserWindows(browser, true));
    return sharedWindows;
  }

  async take(width: number, height: number, ownWindow: boolean): Promise<Page> {
    const viewport = { width, height };
    const used = ownWindow ? undefined : this.idle.pop();
    if (used) await used.setViewportSize(viewport);
    const page = used ?? (await this.browser.newPage({ viewport }));
    if (ownWindow) this.unshared.add(page);
    this.open.add(page);
    return page;
  }

  /** Ends the page. Its window is reused, unless the page asked for its own. */
  async giveBack(page: Page): Promise<void> {
    this.open.delete(page);
    if (!this.canReuse || this.unshared.has(page)) return page.close();
    for (const type of eventTypes) page.removeAllListeners(type);
    try {
      await page.goto('about:blank', { timeout: 5000 });
    } catch {
      // A page may hang, or have been closed.
      return page.close();
    }
    await page.unrouteAll();
    await page.context().clearCookies();
    await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, reducedMotion: null });
    await page.mouse.move(-9, -9);
    this.idle.push(page);
  }

  /** Closes the pages that tests left open, and the browser unless other tests share it. */
  async close(): Promise<void> {
    await Promise.all([...this.open].map((page) => page.close()));
    this.open.clear();
    if (!this.isShared) await this.browser.close();
  }
}
