/** Which widget a selector speaks of. */
export type Widget = 'matrix' | 'disagreement';

export const widgets: readonly Widget[] = ['matrix', 'disagreement'];

/** What a selector means for the widgets. */
export interface Scope {
  readonly widgets: readonly Widget[];
  /** Set on the element itself it goes before what comes from around it. */
  readonly isOnElement: boolean;
  /** What must hold of the page besides, as it was written: `.sport`, `[data-theme='dark']`; empty where nothing. */
  readonly condition: string;
  /** The part of the widget, if the selector ends in one. */
  readonly part: string | undefined;
}

const tags: Readonly<Record<Widget, string>> = { matrix: 'stance-matrix', disagreement: 'source-disagreement' };

/** `stance-matrix`, also within `:is()` and `:where()`. */
const ofElement =
  /:(?:is|where)\(\s*(?:stance-matrix|source-disagreement)[^()]*\)|\b(?:stance-matrix|source-disagreement)\b/gi;

/** What stands around everything on a page, or is anything. */
const ofPage = /:root\b|(?<![\w#.-])(?:html|body)\b(?![\w-])|\*/gi;

/** Reads one selector, without commas outside parentheses. */
export function scopeOf(selector: string): Scope {
  const [own = '', part] = selector.split('::part(');
  const named = widgets.filter((widget) => own.toLowerCase().includes(tags[widget]));
  const condition = own
    .replace(ofElement, '')
    .replace(ofPage, '')
    .replace(/[\s>+~]+/g, ' ')
    .trim();
  return {
    widgets: named.length > 0 ? named : widgets,
    // A class may stand on the element as well as around it: taken as its author means it, it holds.
    isOnElement: named.length > 0 || own.includes('*') || !/:root\b|\bhtml\b|\bbody\b/i.test(own),
    condition,
    part: part?.replace(/\).*$/s, '').trim(),
  };
}
