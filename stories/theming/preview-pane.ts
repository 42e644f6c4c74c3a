import '../../src/define.js';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import type { Scheme } from '../../src/theme-check/rendered-colours.js';
import { previewCss } from './preview-css.js';

/** The open mark. They and the headings differ, so that no two regions of the page have the same accessible name. */
const openMarks: Readonly<Record<Scheme, string>> = {
  light: 'pompeo/working-together',
  dark: 'porter/working-together',
};

/** Both widgets in one colour scheme, with a theme that applies to nothing outside the pane. */
export class PreviewPane {
  private readonly sheet = new CSSStyleSheet();

  constructor(
    host: HTMLElement,
    private readonly scheme: Scheme,
  ) {
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [this.sheet];
    const matrix = Object.assign(document.createElement('stance-matrix'), {
      data: seeds,
      heading: `${seeds.title}, in ${scheme}`,
      selected: openMarks[scheme],
    });
    const chart = Object.assign(document.createElement('source-disagreement'), {
      data: seeds,
      heading: `Where the coverage differs, in ${scheme}`,
    });
    root.append(matrix, chart);
  }

  applyTheme(css: string): void {
    this.sheet.replaceSync(`source-disagreement { margin-block-start: 1.5em; }\n${previewCss(css, this.scheme)}`);
  }
}
