import { findNames } from '../layout/find-names.js';
import type { MatrixLayout } from '../layout/matrix-layout.js';
import type { Wording } from '../wording/wording.js';
import { html, type Markup } from './html.js';

const mostFound = 8;

/** A field to find a speaker or a claim of a large table by name, and what was found, each one press away. */
export function renderFind(placed: MatrixLayout, sought: string, words: Wording): Markup {
  const found = findNames(placed, sought, mostFound);
  return html`<div class="find">
    <input type="search" part="control" aria-label="${words.find}" placeholder="${words.find}" autocomplete="off" />
    <div role="status">
      ${found.map(
        ({ key, name }) =>
          html`<button class="pill" part="control" data-act="jump" data-value="${key}"><bdi>${name}</bdi></button>`,
      )}
      ${sought.trim() && found.length === 0 && words.notFound}
    </div>
  </div>`;
}
