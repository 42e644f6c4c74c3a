import '../../src/define.js';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import type { Scheme } from '../../src/authoring/theme/drawn.js';
import { previewCss } from './preview-css.js';

const tags = ['stance-matrix', 'source-disagreement'] as const;

/** A page in small: both widgets in one scheme, and the theme, which reaches nothing outside. */
export class Pane {
  private readonly sheet = new CSSStyleSheet();

  constructor(
    host: HTMLElement,
    private readonly scheme: Scheme,
  ) {
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [this.sheet];
    for (const tag of tags) root.append(Object.assign(document.createElement(tag), { data: seeds }));
  }

  wear(css: string): void {
    this.sheet.replaceSync(`source-disagreement { margin-block-start: 1.5em; }\n${previewCss(css, this.scheme)}`);
  }
}
