import { css } from 'lit';
import type { Named } from '../layout/find-names.js';
import type { Messages } from '../wording/messages.js';
import { html, nothing, type Content } from './template.js';

/** A search for a name in a large drawing. */
export interface FinderModel {
  readonly label: string;
  readonly query: string;
  readonly found: readonly Named[];
}

export interface FinderActions {
  readonly find: (query: string) => void;
  /** Brings what has that key into view. */
  readonly jump: (key: string) => void;
}

/** Renders a search field and below it what was found, each one press away. */
export function renderFinder(
  { label, query, found }: FinderModel,
  messages: Messages,
  actions: FinderActions,
): Content {
  return html`<div class="find">
    <input
      type="search"
      part="control"
      aria-label="${label}"
      placeholder="${label}"
      autocomplete="off"
      .value=${query}
      @input=${({ target }: InputEvent) => actions.find((target as HTMLInputElement).value)}
    />
    <div aria-live="polite" role="${query ? 'status' : nothing}">
      ${found.map(
        ({ key, name }) =>
          html`<button class="pill" part="control" @click=${() => actions.jump(key)}><bdi>${name}</bdi></button>`,
      )}
      ${query.trim() && found.length === 0 ? messages.notFound : ''}
    </div>
  </div>`;
}

export const finderStyles = css`
  .find .pill {
    margin-block-start: 0.4em;
    margin-inline-end: 0.4em;
  }
  input {
    border: 1px solid var(--_line);
    border-radius: 99px;
    padding: 0.2em 0.9em;
    inline-size: 15em;
    max-inline-size: 100%;
    min-block-size: 24px;
    background: none;
    color: inherit;
    font: inherit;
  }
`;
