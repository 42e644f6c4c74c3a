import { getByRoleSelector, getByTextSelector } from 'ivya';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { root } from '../packed.js';
import type { ReaderLocator, ReaderPage, Role } from '../reader-page.js';
import type { WebKitSession } from './session.js';

// Playwright does not drive the WebKit that systems ship, so this is the part of its interface that journeys use, over WebDriver.
// Elements are found by ivya, which is Playwright’s own search for roles, names and texts as a package.

let searchScript: Promise<string> | undefined;

/** Bundles the search for elements into a script that leaves it at `window[Symbol.for('search')]`. */
async function bundleSearch(): Promise<string> {
  const [{ output }] = (await build({
    configFile: false,
    logLevel: 'silent',
    root,
    build: {
      write: false,
      lib: { entry: fileURLToPath(import.meta.resolve('ivya')), formats: ['iife'], name: 'ivya' },
    },
  })) as [Rolldown.RolldownOutput];
  return `${output[0].code}
    const search = ivya.Ivya.create({ browser: 'webkit', exact: false });
    window[Symbol.for('search')] = (selector) => search.querySelectorAll(search.parseSelector(selector), document);`;
}

interface Answer<T> {
  readonly value: T;
  /** Whether the document lacks the search script. */
  readonly isNew: boolean;
  readonly errors: readonly string[];
}

/** Keys as WebDriver writes them. */
const keys: Readonly<Record<string, string>> = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Control: '\uE009',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Shift: '\uE008',
  Tab: '\uE004',
};

type Point = readonly [x: number, y: number];

export class WebKitPage implements ReaderPage {
  private readonly errorListeners: ((error: Error) => void)[] = [];
  private pointer: Point = [0, 0];

  constructor(
    private readonly session: WebKitSession,
    readonly width: number,
    readonly height: number,
  ) {}

  readonly keyboard = {
    press: async (key: string) => {
      const values = key.split('+').map((each) => keys[each] ?? each);
      const down = values.map((value) => ({ type: 'keyDown', value }));
      const up = values.map((value) => ({ type: 'keyUp', value })).reverse();
      await this.act({ type: 'key', id: 'keyboard', actions: [...down, ...up] });
    },
  };

  readonly mouse = {
    move: async (x: number, y: number, { steps = 1 } = {}) => {
      const [fromX, fromY] = this.pointer;
      const actions = Array.from({ length: steps }, (_, index) => {
        const part = (index + 1) / steps;
        const [toX, toY] = [fromX + (x - fromX) * part, fromY + (y - fromY) * part];
        return { type: 'pointerMove', duration: 0, x: Math.round(toX), y: Math.round(toY) };
      });
      await this.point(...actions);
      this.pointer = [x, y];
    },
    down: () => this.point({ type: 'pointerDown', button: 0 }),
    up: () => this.point({ type: 'pointerUp', button: 0 }),
    click: async (x: number, y: number) => {
      await this.mouse.move(x, y);
      await this.mouse.down();
      await this.mouse.up();
    },
  };

  private point(...actions: object[]): Promise<void> {
    return this.act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  private act(...actions: object[]): Promise<void> {
    return this.session.send('POST', '/actions', { actions });
  }

  locator(selector: string): WebKitLocator {
    return new WebKitLocator(this, selector);
  }

  getByRole: ReaderPage['getByRole'] = (role, options) => this.locator(roleSelector(role, options));

  getByText: ReaderPage['getByText'] = (text, options) => this.locator(textSelector(text, options));

  frameLocator(selector: string): WebKitLocator {
    return new WebKitLocator(this, '', selector);
  }

  async goto(url: string): Promise<void> {
    await this.session.send('POST', '/url', { url });
  }

  async reload(): Promise<void> {
    await this.session.send('POST', '/refresh');
  }

  on(_: 'pageerror', listener: (error: Error) => void): void {
    this.errorListeners.push(listener);
  }

  evaluate<R>(pageFunction: string | (() => R)): Promise<R> {
    return this.run(typeof pageFunction === 'string' ? pageFunction : `(${String(pageFunction)})()`);
  }

  /**
   * Runs an expression in the page, or in this frame of it, with `search(selector)` at hand. The answer brings along the errors that the
   * page has recorded in `pageErrors`.
   */
  async run<T>(expression: string, frame?: string): Promise<T> {
    if (frame) await this.enterFrame(frame);
    try {
      const body = `const search = window[Symbol.for('search')];
        if (!search) return { isNew: true, errors: [] };
        return { value: ${expression}, errors: window.pageErrors?.splice(0) ?? [] };`;
      let answer = await this.session.execute<Answer<T>>(body);
      if (answer.isNew) {
        await this.session.execute(await (searchScript ??= bundleSearch()));
        answer = await this.session.execute<Answer<T>>(body);
      }
      for (const message of answer.errors) for (const listener of this.errorListeners) listener(new Error(message));
      return answer.value;
    } finally {
      if (frame) await this.session.send('POST', '/frame', { id: null });
    }
  }

  private async enterFrame(selector: string): Promise<void> {
    const id = await this.session.send('POST', '/element', { using: 'css selector', value: selector });
    await this.session.send('POST', '/frame', { id });
  }

  /** Ends the page; the window waits for the next one. */
  async empty(): Promise<void> {
    this.errorListeners.length = 0;
    await this.session.send('DELETE', '/actions');
    await this.mouse.move(0, 0);
    await this.goto('about:blank');
    await this.session.send('DELETE', '/cookie');
  }

  close(): Promise<void> {
    return this.session.close();
  }
}

const roleSelector = (role: Role, { exact = false, name }: Parameters<ReaderPage['getByRole']>[1] = {}) =>
  getByRoleSelector(role, name === undefined ? {} : { name, exact });

const textSelector = (text: string | RegExp, { exact = false }: Parameters<ReaderPage['getByText']>[1] = {}) =>
  getByTextSelector(text, { exact });

/** Like Playwright, waits for an element this long, in milliseconds. */
const patience = 30_000;

export class WebKitLocator implements ReaderLocator {
  constructor(
    private readonly page: WebKitPage,
    private readonly selector: string,
    private readonly frame?: string,
  ) {}

  locator(selector: string): WebKitLocator {
    return new WebKitLocator(this.page, this.selector ? `${this.selector} >> ${selector}` : selector, this.frame);
  }

  getByRole: ReaderLocator['getByRole'] = (role, options) => this.locator(roleSelector(role, options));

  getByText: ReaderLocator['getByText'] = (text, options) => this.locator(textSelector(text, options));

  first(): WebKitLocator {
    return this.locator('nth=0');
  }

  filter({ hasText, visible }: Parameters<ReaderLocator['filter']>[0]): WebKitLocator {
    const withText = hasText === undefined ? this : this.locator(`internal:has-text=${JSON.stringify(hasText)}i`);
    return visible ? withText.locator('visible=true') : withText;
  }

  evaluateAll<R>(pageFunction: (elements: HTMLElement[]) => R): Promise<R> {
    return this.page.run(`(${String(pageFunction)})(search(${JSON.stringify(this.selector)}))`, this.frame);
  }

  count(): Promise<number> {
    return this.evaluateAll((elements) => elements.length);
  }

  allInnerTexts(): Promise<string[]> {
    return this.evaluateAll((elements) => elements.map((element) => element.innerText));
  }

  async isVisible(): Promise<boolean> {
    return (await this.state()) === 'visible';
  }

  async waitFor({ state = 'visible' }: Parameters<ReaderLocator['waitFor']>[0] = {}): Promise<void> {
    const accepted = {
      attached: ['visible', 'hidden'],
      detached: ['detached'],
      visible: ['visible'],
      hidden: ['hidden', 'detached'],
    }[state];
    await this.until(state, async () => (accepted.includes(await this.state()) ? true : undefined));
  }

  private async state(): Promise<'visible' | 'hidden' | 'detached'> {
    if ((await this.one(() => true)) === undefined) return 'detached';
    return (await this.locator('visible=true').count()) > 0 ? 'visible' : 'hidden';
  }

  /** Returns what the function returns for the only match, in an array; undefined without a match. */
  private async one<R>(
    pageFunction: (element: HTMLElement, text: string) => R,
    text = '',
  ): Promise<readonly [R] | undefined> {
    const call = `length === 1 && (${String(pageFunction)})(element, ${JSON.stringify(text)})`;
    const results = await this.page.run<R[]>(
      `search(${JSON.stringify(this.selector)}).map((element, index, { length }) => ${call})`,
      this.frame,
    );
    if (results.length > 1) throw new Error(`${results.length} elements match ${this.selector}`);
    return results.length ? [results[0]!] : undefined;
  }

  async evaluate<R>(pageFunction: (element: HTMLElement, text: string) => R, text?: string): Promise<R> {
    const [result] = await this.until('attached', () => this.one(pageFunction, text));
    return result;
  }

  getAttribute(name: string): Promise<string | null> {
    return this.evaluate((element, attribute) => element.getAttribute(attribute), name);
  }

  innerText(): Promise<string> {
    return this.evaluate((element) => element.innerText);
  }

  focus(): Promise<void> {
    return this.evaluate((element) => element.focus());
  }

  scrollIntoViewIfNeeded(): Promise<void> {
    return this.evaluate((element) => element.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }

  boundingBox(): ReturnType<ReaderLocator['boundingBox']> {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  async hover(): Promise<void> {
    await this.page.mouse.move(...(await this.pointOf()));
  }

  async click(): Promise<void> {
    await this.page.mouse.click(...(await this.pointOf()));
  }

  async fill(text: string): Promise<void> {
    await this.evaluate((element) => (element as HTMLInputElement).select());
    for (const character of text) await this.page.keyboard.press(character);
  }

  /** Returns the centre of the element, once it is in view, does not move, and would receive a click. */
  private async pointOf(): Promise<Point> {
    let before = '';
    const [x, y] = await this.until('clickable', async () => {
      const point = await this.evaluate(centreOf);
      const isStill = JSON.stringify(point) === before;
      before = JSON.stringify(point);
      return isStill && point ? point : undefined;
    });
    if (!this.frame) return [x, y];
    const frame = (await new WebKitLocator(this.page, this.frame).boundingBox())!;
    return [frame.x + x, frame.y + y];
  }

  private async until<T>(state: string, attempt: () => Promise<T | undefined>): Promise<T> {
    for (const start = performance.now(); performance.now() - start < patience; await wait(20)) {
      const result = await attempt();
      if (result !== undefined) return result;
    }
    throw new Error(`WebKit waited in vain until this was ${state}: ${this.selector}`);
  }
}

/** Returns the element’s centre in the viewport, or null if a click would not reach it there: then scrolls it into view. Runs in the page. */
function centreOf(element: HTMLElement): Point | null {
  const { x, y, width, height } = element.getBoundingClientRect();
  const centre = [x + width / 2, y + height / 2] as const;
  let hit = document.elementFromPoint(...centre);
  const within = () => hit?.shadowRoot?.elementFromPoint(...centre);
  for (let inner = within(); inner && inner !== hit; inner = within()) hit = inner;
  for (let at: Node | null = hit; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at === element) return centre;
  element.scrollIntoView({ block: 'center', inline: 'center' });
  return null;
}
