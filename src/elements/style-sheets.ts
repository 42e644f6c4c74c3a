const made = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** These rules as a style sheet for shadow roots of that document; one sheet serves all its widgets. */
export function sheetIn(document: Document, rules: string): CSSStyleSheet {
  const here = made.get(document) ?? new Map<string, CSSStyleSheet>();
  made.set(document, here);
  const known = here.get(rules);
  if (known) return known;
  // A document takes only sheets that its own window made.
  const sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
  sheet.replaceSync(rules);
  here.set(rules, sheet);
  return sheet;
}
