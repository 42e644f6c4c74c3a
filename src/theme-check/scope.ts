/** The widget that a selector matches. */
export type Widget = 'matrix' | 'disagreement';

export const widgets: readonly Widget[] = ['matrix', 'disagreement'];

/** What a selector matches. */
export interface Scope {
  readonly widgets: readonly Widget[];
  /** Whether it matches the element itself, which overrides inherited values. */
  readonly isOnElement: boolean;
  /** The condition that the page must meet, as written: `.sport`, `[data-theme='dark']`; empty for any page. */
  readonly condition: string;
  /** The part of the widget, if the selector ends with `::part()`. */
  readonly part: string | undefined;
}

const tags: Readonly<Record<Widget, string>> = { matrix: 'stance-matrix', disagreement: 'source-disagreement' };

/** `stance-matrix`, also within `:is()` and `:where()`. */
const elementSelector =
  /:(?:is|where)\(\s*(?:stance-matrix|source-disagreement)[^()]*\)|\b(?:stance-matrix|source-disagreement)\b/gi;

/** Selectors that match on every page. */
const pageSelector = /:root\b|(?<![\w#.-])(?:html|body)\b(?![\w-])|\*/gi;

/** Parses a single selector, without commas outside parentheses. */
export function scopeOf(selector: string): Scope {
  const [own = '', part] = selector.split('::part(');
  const named = widgets.filter((widget) => own.toLowerCase().includes(tags[widget]));
  const condition = own
    .replace(elementSelector, '')
    .replace(pageSelector, '')
    .replace(/[\s>+~]+/g, ' ')
    .trim();
  return {
    widgets: named.length > 0 ? named : widgets,
    // A class may be on the element or on an ancestor; assume that it matches.
    isOnElement: named.length > 0 || own.includes('*') || !/:root\b|\bhtml\b|\bbody\b/i.test(own),
    condition,
    part: part?.replace(/\).*$/s, '').trim(),
  };
}
