import type { TemplateResult } from 'lit';

/** What a file of stories is about: its default export, in Component Story Format 3. */
export interface Stories<Tag extends keyof HTMLElementTagNameMap> {
  readonly title: string;
  readonly component: Tag;
}

/** One state of a widget: at once example, preview and regression test. Without `render` it is the element with `args` as its properties. */
export interface Story<Tag extends keyof HTMLElementTagNameMap> {
  readonly args: Partial<HTMLElementTagNameMap[Tag]>;
  readonly render?: (args: Partial<HTMLElementTagNameMap[Tag]>) => TemplateResult;
  /** Prepares the page before the story is drawn; what it returns puts the page back. */
  readonly beforeEach?: () => () => void;
}
