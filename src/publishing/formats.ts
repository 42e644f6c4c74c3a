/** What is drawn. */
export const widgets = ['matrix', 'disagreement'] as const;
export type Widget = (typeof widgets)[number];

/** The element of each widget. */
export const elementOf: Readonly<Record<Widget, string>> = {
  matrix: 'stance-matrix',
  disagreement: 'source-disagreement',
};

export const formats = ['html', 'email', 'svg', 'png', 'csv', 'json-ld', 'iframe', 'oembed', 'dsd'] as const;
export type Format = (typeof formats)[number];

/** How the name of a file in that format ends. */
export const endings: Readonly<Record<Format, string>> = {
  html: '.html',
  email: '.email.html',
  svg: '.svg',
  png: '.png',
  csv: '.csv',
  'json-ld': '.jsonld',
  iframe: '.iframe.html',
  oembed: '.oembed.json',
  dsd: '.dsd.html',
};

/** The orders that a widget knows; the first is its own. */
export const orders = {
  matrix: ['editor', 'disputed', 'similar', 'name'],
  disagreement: ['disagreement', 'editor'],
} as const;

export type Layout = 'auto' | 'table' | 'list';
export const layouts: readonly Layout[] = ['auto', 'table', 'list'];
