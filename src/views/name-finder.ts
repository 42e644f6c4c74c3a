import { css, type ReactiveElement } from '@lit/reactive-element';
import { findNames, type Named } from '../layout/find-names.js';
import type { Messages } from '../wording/messages.js';
import { html, type Markup } from './html.js';
import type { Surface } from '../elements/surface.js';

const mostFound = 8;

interface Findable {
  readonly names: () => readonly Named[];
  /** What the field is called. */
  readonly label: string;
  readonly messages: Messages;
}

export interface NameFinder {
  readonly render: () => Markup;
  /** To be called when one of what was found is chosen. */
  readonly clear: () => void;
}

/** A field to find something in a large drawing by its name, and what was found, each one press away: its act is `jump`. */
export function nameFinder(host: ReactiveElement, surface: Surface, findable: () => Findable): NameFinder {
  /** Drawn without a page there is none. */
  const field = (): HTMLInputElement | null | undefined =>
    (host.renderRoot as ParentNode | undefined)?.querySelector('input');

  const render = () => {
    const { names, label, messages: messages } = findable();
    const sought = field()?.value.trim();
    const found = sought ? findNames(names(), sought, mostFound) : [];
    return html`<div class="find">
      <input type="search" part="control" aria-label="${label}" placeholder="${label}" autocomplete="off" />
      <div role="status">
        ${found.map(
          ({ key, name }) =>
            html`<button class="pill" part="control" data-act="jump" data-value="${key}"><bdi>${name}</bdi></button>`,
        )}
        ${sought && found.length === 0 && messages.notFound}
      </div>
    </div>`;
  };

  /** Draws what is found anew, and nothing else. */
  const draw = () => {
    // What was typed in may be a field of the fallback's.
    const part = field()?.parentElement;
    if (part) surface.drawPart(part, render());
  };

  host.addEventListener('input', draw);
  return {
    render,
    clear: () => {
      field()!.value = '';
      draw();
    },
  };
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
