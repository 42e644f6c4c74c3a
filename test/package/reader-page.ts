// What the readers’ journeys use of a browser. Playwright’s `Page` and `Locator` have all of it; for WebKit, `webkit/` implements it.

interface TextOptions {
  readonly exact?: boolean;
}

interface RoleOptions extends TextOptions {
  readonly name?: string | RegExp;
}

export interface ElementQueries {
  locator(selector: string): ReaderLocator;
  getByRole(role: Role, options?: RoleOptions): ReaderLocator;
  getByText(text: string | RegExp, options?: TextOptions): ReaderLocator;
}

export type Role =
  | 'alert'
  | 'button'
  | 'columnheader'
  | 'group'
  | 'heading'
  | 'img'
  | 'listitem'
  | 'paragraph'
  | 'region'
  | 'row'
  | 'rowheader'
  | 'searchbox'
  | 'status'
  | 'table';

export interface ReaderPage extends ElementQueries {
  readonly keyboard: { press(key: string): Promise<void> };
  readonly mouse: {
    move(x: number, y: number, options?: { readonly steps?: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
    click(x: number, y: number): Promise<void>;
  };
  /** Runs a script before those of each page; absent where only the page itself can contain it. */
  addInitScript?(script: string): Promise<{ dispose(): Promise<void> }>;
  /** Absent where only the system decides whether it is dark. */
  emulateMedia?(media: { readonly colorScheme: 'dark' }): Promise<void>;
  evaluate<R>(pageFunction: string | (() => R)): Promise<R>;
  frameLocator(selector: string): ElementQueries;
  goto(url: string): Promise<unknown>;
  on(event: 'pageerror', listener: (error: Error) => void): unknown;
  reload(): Promise<unknown>;
}

export interface ReaderLocator extends ElementQueries {
  allInnerTexts(): Promise<string[]>;
  boundingBox(): Promise<{ x: number; y: number; width: number; height: number } | null>;
  click(): Promise<void>;
  count(): Promise<number>;
  evaluate<R>(pageFunction: (element: HTMLElement) => R): Promise<R>;
  evaluateAll<R>(pageFunction: (elements: HTMLElement[]) => R): Promise<R>;
  fill(text: string): Promise<void>;
  filter(options: { readonly hasText?: string; readonly visible?: boolean }): ReaderLocator;
  first(): ReaderLocator;
  focus(): Promise<void>;
  getAttribute(name: string): Promise<string | null>;
  hover(): Promise<void>;
  innerText(): Promise<string>;
  isVisible(): Promise<boolean>;
  scrollIntoViewIfNeeded(): Promise<void>;
  waitFor(options?: { readonly state?: 'attached' | 'detached' | 'visible' | 'hidden' }): Promise<void>;
}

/** The windows of a browser. */
export interface Windows<P extends ReaderPage> {
  /** Opens an empty page of this size in CSS pixels, in a window that no other page had or will have if `ownWindow`. */
  take(width: number, height: number, ownWindow: boolean): Promise<P>;
  giveBack(page: P): Promise<void>;
  close(): Promise<void>;
}
