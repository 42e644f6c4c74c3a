import { parse } from 'postcss';
import type { Scheme } from '../../src/theme-check/rendered-colours.js';

/** What stands around everything on a page: here the pane stands for it. */
const page = /(?:(?::root|(?<![\w#.-])(?:html|body)\b(?![\w-]))\s*>?\s*)+/gi;

/** The theme as a pane wears it: the pane is the page, and its scheme the system’s. */
export function previewCss(css: string, scheme: Scheme): string {
  const root = parse(css);
  root.walkRules((rule) => {
    const selectors = rule.selectors.map((each) => each.replace(page, ':host ').trim());
    // What asks the page for a class or an attribute is not met in a pane, and would take its neighbours along.
    const met = selectors.filter((each) => !/:host\s*(?:[.#[]|:(?!is\(|where\())/.test(each));
    if (met.length > 0) rule.selectors = met;
    else rule.remove();
  });
  root.walkAtRules('media', (rule) => {
    rule.params = rule.params.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_, asked: string) =>
      asked.toLowerCase() === scheme ? '(min-width: 0)' : '(max-width: 0)',
    );
  });
  root.walkDecls('color-scheme', (declaration) => {
    if (/\blight\b/i.test(declaration.value) && /\bdark\b/i.test(declaration.value)) declaration.remove();
  });
  return root.toString();
}
