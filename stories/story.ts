import type { TemplateResult } from 'lit';
import type { Tag } from './draw.js';

type Args<Name extends Tag> = Partial<HTMLElementTagNameMap[Name]>;

/** What a file of stories is about: its default export, in Component Story Format 3. */
export interface Stories<Name extends Tag> {
  readonly title: string;
  readonly component: Name;
  readonly tags?: readonly string[];
}

/** One state of a widget: at once example, preview and test. Without `render` it is the element with `args` as its properties. */
export interface Story<Name extends Tag> {
  readonly name?: string;
  readonly args: Args<Name>;
  readonly render?: (args: Args<Name>, story: { readonly component: Tag }) => TemplateResult;
  /** Prepares the page before the story is drawn; what it returns puts the page back. */
  readonly beforeEach?: () => () => void;
  /** What a reader does with it. */
  readonly play?: (story: { readonly canvasElement: HTMLElement }) => Promise<void>;
  readonly parameters?: object;
}
