import { html, type TemplateResult } from 'lit';
import { draw } from './draw.js';

/** Both widgets of one story, as an article has them. */
export const both = (properties: object): TemplateResult =>
  html`${draw('stance-matrix', properties)} ${draw('source-disagreement', properties)}`;
