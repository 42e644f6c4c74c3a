/** A publisher's style sheet that affects our widgets unintentionally. */
export interface HostileStyle {
  readonly name: string;
  readonly css: string;
  /**
   * What replaces it afterwards, if it hides the widget on purpose: a publisher must be able to hide a widget, which must be complete once
   * it is shown.
   */
  readonly then?: string;
  /** The minimum width of the widget on a phone, if the columns of the style sheet leave less than 200 px. */
  readonly leastOnPhone?: number;
  /** The colour scheme of the page. */
  readonly scheme?: 'dark';
}

/** The page is `body > main > article > widget`, styled only by the style sheet and a body margin of 0. */
export const hostileStyles: readonly HostileStyle[] = [
  // Resets
  { name: 'a reset of the box', css: '* { margin: 0 !important; padding: 0 !important; border: 0 !important }' },
  { name: 'a reset of everything', css: '* { all: unset !important }' },
  { name: 'a reset to the initial values', css: 'article * { all: initial !important }' },
  { name: 'boxes sized by their content', css: '*, ::before, ::after { box-sizing: content-box !important }' },
  {
    name: 'padding and borders',
    css: 'article, article * { padding: 12px !important; border: 1px solid red !important }',
  },

  // Sizes of text
  { name: 'no size of text at all', css: '* { font-size: 0 !important }' },
  { name: 'the gap trick', css: 'body { font-size: 0; line-height: 0 }' },
  { name: 'a root of 62.5 %', css: 'html { font-size: 62.5% } body { font-size: 1.6rem }' },
  { name: 'a root of 62.5 % and nothing else', css: 'html { font-size: 62.5% }' },
  { name: 'a root of 1 px', css: 'html { font-size: 1px } body { font-size: 16rem }' },
  { name: 'a root of 40 px', css: 'html { font-size: 40px }' },
  { name: 'giant text', css: '* { font-size: 90px !important }' },
  { name: 'lines of no height', css: '* { line-height: 0 !important }' },
  { name: 'text inflated on phones', css: '* { -webkit-text-size-adjust: 300% !important }' },
  { name: 'a zoomed page', css: 'body { zoom: 1.25 }' },
  { name: 'a shrunk page', css: 'body { zoom: 0.8 }' },

  // Typesetting
  { name: 'spaced letters', css: '* { letter-spacing: 0.4em !important }' },
  { name: 'word spacing', css: '* { word-spacing: 3em !important }' },
  { name: 'text pushed out', css: '* { text-indent: -9999px !important }' },
  { name: 'capitals', css: '* { text-transform: uppercase !important }' },
  { name: 'no wrapping', css: '* { white-space: nowrap !important }' },
  { name: 'preformatted', css: '* { white-space: pre !important }' },
  { name: 'balanced without wrapping', css: '* { text-wrap: nowrap !important }' },
  { name: 'word-break: break-all', css: '* { word-break: break-all !important; line-break: anywhere !important }' },
  { name: 'hyphens', css: '* { hyphens: auto !important; hyphenate-character: "=" !important }' },
  { name: 'justified', css: '* { text-align: justify !important; text-align-last: justify !important }' },
  { name: 'small capitals', css: '* { font-variant: small-caps !important }' },
  {
    name: 'thin, slanted, narrow',
    css: '* { font-weight: 100 !important; font-style: italic !important; font-stretch: 50% !important }',
  },
  {
    name: 'an icon font',
    css: '* { font-family: nowhere !important; font-feature-settings: "liga" 0, "smcp" !important }',
  },
  { name: 'from right to left without saying so', css: 'body { direction: rtl }' },
  { name: 'vertical writing', css: '* { writing-mode: vertical-rl !important; text-orientation: upright !important }' },

  // Colours
  { name: 'transparent text', css: '* { color: transparent !important }' },
  { name: 'text filled with nothing', css: '* { -webkit-text-fill-color: transparent !important }' },
  { name: 'text stroked', css: '* { -webkit-text-stroke: 6px white !important }' },
  { name: 'white on white', css: '* { color: #fff !important; background: #fff !important }' },
  { name: 'blurred shadows', css: '* { text-shadow: 0 0 12px #000, 0 0 12px #000 !important }' },
  { name: 'a dark page', css: 'html { color-scheme: dark; background: #000 }', scheme: 'dark' },
  {
    name: 'shapes without paint',
    css: '* { fill: none !important; stroke: none !important; fill-opacity: 0; stroke-width: 0 }',
  },
  { name: 'faded', css: 'article * { opacity: 0.6 !important }' },
  { name: 'filtered', css: '* { filter: grayscale(1) !important }' },

  // Positions of the widget
  { name: 'two columns', css: 'article { columns: 2; column-gap: 1em }', leastOnPhone: 120 },
  { name: 'columns in everything', css: 'article > * { columns: 3 !important; column-gap: 0 !important }' },
  { name: 'a flex row', css: 'article { display: flex }' },
  { name: 'a flex row that centres', css: 'article { display: flex; justify-content: center; align-items: center }' },
  {
    name: 'a flex row of what neither grows nor shrinks',
    css: 'article { display: flex } article > * { flex: none; min-width: 0 }',
  },
  { name: 'a flex column that centres', css: 'article { display: flex; flex-direction: column; align-items: center }' },
  { name: 'a grid', css: 'article { display: grid }' },
  { name: 'a grid that centres', css: 'article { display: grid; justify-items: center }' },
  {
    name: 'a grid of which the widget takes what it needs',
    css: 'article { display: grid; grid-template-columns: auto 1fr } * { min-width: 0 }',
  },
  { name: 'the widget without a box', css: 'article > * { display: contents !important }' },
  { name: 'the widget in the line', css: 'article > * { display: inline !important }' },
  { name: 'the widget as a block in the line', css: 'article > * { display: inline-block !important }' },
  { name: 'the widget as a flex row', css: 'article > * { display: flex !important }' },
  {
    name: 'the widget as a grid that centres',
    css: 'article > * { display: grid !important; place-items: center !important }',
  },
  { name: 'the widget as a table', css: 'article > * { display: table !important }' },
  { name: 'floated', css: '* { float: left !important }' },
  { name: 'out of flow', css: 'article > * { position: absolute !important }' },
  { name: 'moved up and sticking', css: 'article > * { position: sticky !important; top: 0; z-index: 9 !important }' },
  { name: 'full bleed', css: 'article > * { width: 100vw !important; margin-inline: calc(50% - 50vw) !important }' },
  { name: 'a measure for lines', css: 'article > * { max-width: 36ch !important }' },
  { name: 'a square', css: '* { aspect-ratio: 1 !important }' },
  { name: 'turned into a layer', css: '* { transform: scale(0.95) !important; will-change: transform !important }' },
  { name: 'contained', css: '* { contain: content !important }' },
  { name: 'rendered when near', css: '* { content-visibility: auto !important }' },
  {
    name: 'everything in motion',
    css: '* { transition: all 0.2s !important; animation: in 0.2s both !important } @keyframes in { from { opacity: 0; transform: translateY(9px) } }',
  },

  // Rules for elements that the widgets contain
  {
    name: 'tables as blocks',
    css: 'table, caption, thead, tbody, tr, th, td { display: block !important; width: 9px !important; border: 3px solid !important }',
  },
  {
    name: 'spaced table cells',
    css: '* { border-collapse: collapse !important; border-spacing: 40px !important; empty-cells: hide !important }',
  },
  {
    name: 'buttons in house style',
    css: 'button { display: none !important } [role=button], button * { font-size: 3em !important }',
  },
  {
    name: 'SVG without size',
    css: 'svg, svg * { display: none !important; width: 0 !important; height: 0 !important }',
  },
  {
    name: 'isolates and quotation marks',
    css: 'bdi { display: none !important } q::before, q::after { content: "*" !important } * { quotes: none !important }',
  },
  {
    name: 'headings, lists and paragraphs',
    css: 'h1, h2, h3, h4, p, ul, ol, li, small, figure, blockquote, footer, section, details { display: none !important }',
  },
  {
    name: 'low boxes that cut',
    css: 'div, section, table, td, button, figure, blockquote, p { height: 2em !important; overflow: hidden !important }',
  },
  {
    name: 'names that blockers hide',
    css: '[class*=legend], [class*=panel], [class*=frame], .mark, .hidden, .open { display: none !important }',
  },

  // The pointer
  { name: 'no cursor', css: '* { cursor: none !important }' },
  { name: 'nothing to select', css: '* { user-select: none !important }' },
  { name: 'nothing inside to press', css: 'article > * *, button, svg, span, i { pointer-events: none !important }' },

  // Hidden or clipped on purpose, and shown later
  { name: 'hidden, then shown', css: 'article > * { display: none }', then: '' },
  { name: 'hidden with force, then shown', css: 'article > * { display: none !important }', then: '' },
  { name: 'in a place that is hidden, then shown', css: 'article { display: none }', then: '' },
  { name: 'invisible, then shown', css: 'article { visibility: hidden }', then: '' },
  { name: 'faded to nothing, then in', css: 'article > * { opacity: 0 }', then: '' },
  { name: 'without width, then widened', css: 'article { width: 0; overflow: hidden }', then: '' },
  {
    name: 'without height, then opened',
    css: 'article { height: 0; overflow: hidden }',
    then: 'article { height: auto }',
  },
  {
    name: 'cut after three lines, then whole',
    css: 'article > * { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden }',
    then: '',
  },
  {
    name: 'cut at a height, then whole',
    css: 'article * { max-height: 9em !important; overflow: hidden !important }',
    then: '',
  },
  { name: 'out of reach of the pointer', css: 'article { pointer-events: none }' },
  { name: 'out of reach of the pointer, then within', css: 'article { pointer-events: none }', then: '' },
  { name: 'scaled to nothing, then up', css: 'article { transform: scale(0) }', then: '' },
];

/** What pages do to undefined elements; the script is loaded afterwards. */
export const stylesOfTheUndefined: readonly HostileStyle[] = [
  { name: 'invisible', css: ':not(:defined) { visibility: hidden }' },
  { name: 'faded', css: ':not(:defined) { opacity: 0; transition: opacity 0.1s }' },
  { name: 'not displayed', css: ':not(:defined) { display: none !important }' },
];
