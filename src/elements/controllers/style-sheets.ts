import type { CSSResult, LitElement } from 'lit';

const sheetsByDocument = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

/** Returns the style sheet for shadow roots of that document: a document adopts only sheets made in its own window. */
function styleSheetFor(document: Document, styles: CSSResult): CSSStyleSheet {
  const sheets = sheetsByDocument.get(document) ?? new Map<CSSResult, CSSStyleSheet>();
  sheetsByDocument.set(document, sheets);
  const known = sheets.get(styles);
  if (known) return known;
  const sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
  sheet.replaceSync(styles.cssText);
  sheets.set(styles, sheet);
  return sheet;
}

/** The style sheets of a shadow root, also after its element was moved to another document, where those of Lit are not accepted. */
export class StyleSheets {
  constructor(private readonly host: LitElement) {}

  /** Adopts the sheets that every drawing needs; to be called for a new root, and in a new document. */
  adopt(root: ShadowRoot): void {
    const { elementStyles } = this.host.constructor as typeof LitElement;
    root.adoptedStyleSheets = elementStyles.map((styles) =>
      styleSheetFor(this.host.ownerDocument, styles as CSSResult),
    );
  }

  /** Adopts more sheets, each once. */
  add(root: ShadowRoot, more: readonly CSSResult[]): void {
    for (const styles of more) {
      const sheet = styleSheetFor(this.host.ownerDocument, styles);
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  }
}
