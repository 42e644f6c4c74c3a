import '../../src/define.js';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import type { Scheme } from '../../src/theme-check/rendered-colours.js';
import { previewCss } from './preview-css.js';

/** A supporting mark is open in light and an opposing one in dark, and the headings differ: so no two regions of the page have one name. */
const opened: Readonly<Record<Scheme, string>> = {
  light: 'pompeo/working-together',
  dark: 'porter/working-together',
};

/** A page in small: both widgets in one scheme, and the theme, which reaches nothing outside. */
export class Pane {
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
      selected: opened[scheme],
    });
    const chart = Object.assign(document.createElement('source-disagreement'), {
      data: seeds,
      heading: `Where the reports part ways, in ${scheme}`,
    });
    root.append(matrix, chart);
  }

  wear(css: string): void {
    this.sheet.replaceSync(`source-disagreement { margin-block-start: 1.5em; }\n${previewCss(css, this.scheme)}`);
  }
}
