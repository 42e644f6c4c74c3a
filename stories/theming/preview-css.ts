import { parse } from 'postcss';
import type { Scheme } from '../../src/theme-check/rendered-colours.js';

/** Selectors for the page itself, which become the pane’s host. */
const pageSelectors = /(?:(?::root|(?<![\w#.-])(?:html|body)\b(?![\w-]))\s*>?\s*)+/gi;

/** Rewrites a theme for a pane, which stands in for the page and its colour scheme. */
export function previewCss(css: string, scheme: Scheme): string {
  const root = parse(css);
  root.walkRules((rule) => {
    const selectors = rule.selectors.map((each) => each.replace(pageSelectors, ':host ').trim());
    // Conditions on the page’s class or attributes never hold in a pane, and are invalid after `:host`.
    const valid = selectors.filter((each) => !/:host\s*(?:[.#[]|:(?!is\(|where\())/.test(each));
    if (valid.length > 0) rule.selectors = valid;
    else rule.remove();
  });
  root.walkAtRules('media', (rule) => {
    rule.params = rule.params.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_, preferred: string) =>
      preferred.toLowerCase() === scheme ? '(min-width: 0)' : '(max-width: 0)',
    );
  });
  root.walkDecls('color-scheme', (declaration) => {
    if (/\blight\b/i.test(declaration.value) && /\bdark\b/i.test(declaration.value)) declaration.remove();
  });
  return root.toString();
}
