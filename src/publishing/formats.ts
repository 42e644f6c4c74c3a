import { disagreementOrders } from '../layout/disagreement/disagreement-layout.js';

export const widgets = ['matrix', 'disagreement'] as const;
export type Widget = (typeof widgets)[number];

/** Tag names of the elements. */
export const elementNames: Readonly<Record<Widget, string>> = {
  matrix: 'stance-matrix',
  disagreement: 'source-disagreement',
};

/** Values of `render --as`. */
export const formats = ['html', 'email', 'svg', 'png', 'csv', 'json-ld', 'iframe', 'oembed', 'dsd'] as const;
export type Format = (typeof formats)[number];

/** File name endings, for `--out-dir`. */
export const fileEndings: Readonly<Record<Format, string>> = {
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

/** The orders that a widget has, its default first. */
export const orders = {
  matrix: ['editor', 'disputed', 'similar', 'name'],
  disagreement: disagreementOrders,
} as const;

export type Layout = 'auto' | 'table' | 'list';
export const layouts: readonly Layout[] = ['auto', 'table', 'list'];

/** A note about a rendered file, for the editor. With a hint it is a warning. */
export interface ChannelNote {
  readonly message: string;
  readonly hint?: string;
}
