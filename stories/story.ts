import type { TemplateResult } from 'lit';
import type { Tag } from './render-element.js';

type Args<Name extends Tag> = Partial<HTMLElementTagNameMap[Name]>;

/** The default export of a file of stories, in Component Story Format 3. */
export interface Stories<Name extends Tag> {
  readonly title: string;
  readonly component: Name;
  readonly tags?: readonly string[];
}

/** One state of a widget: example, preview and test in one. Without `render` it is the element with `args` as its properties. */
export interface Story<Name extends Tag> {
  readonly name?: string;
  readonly args: Args<Name>;
  readonly render?: (args: Args<Name>, story: { readonly component: Tag }) => TemplateResult;
  /** Sets up the page before the story is rendered; returns a function that undoes it. */
  readonly beforeEach?: () => () => void;
  /** What a reader does with the widget. */
  readonly play?: (story: { readonly canvasElement: HTMLElement }) => Promise<void>;
  readonly parameters?: object;
}
