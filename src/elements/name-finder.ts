import { css, type ReactiveElement } from '@lit/reactive-element';
import { findNames, type Named } from '../layout/find-names.js';
import type { Wording } from '../wording/wording.js';
import { html, type Markup } from './html.js';
import type { Surface } from './surface.js';

const mostFound = 8;

interface Findable {
  readonly names: () => readonly Named[];
  /** What the field is called. */
  readonly label: string;
  readonly words: Wording;
}

/** A field to find something in a large drawing by its name, and what was found, each one press away: its act is `jump`. */
export class NameFinder {
  constructor(
    private readonly host: ReactiveElement,
    private readonly surface: Surface,
    private readonly findable: () => Findable,
  ) {
    host.addEventListener('input', () => this.draw());
  }

  render(): Markup {
    const { names, label, words } = this.findable();
    const sought = this.field?.value.trim();
    const found = sought ? findNames(names(), sought, mostFound) : [];
    return html`<div class="find">
      <input type="search" part="control" aria-label="${label}" placeholder="${label}" autocomplete="off" />
      <div role="status">
        ${found.map(
          ({ key, name }) =>
            html`<button class="pill" part="control" data-act="jump" data-value="${key}"><bdi>${name}</bdi></button>`,
        )}
        ${sought && found.length === 0 && words.notFound}
      </div>
    </div>`;
  }

  /** To be called when one of what was found is chosen. */
  clear(): void {
    this.field!.value = '';
    this.draw();
  }

  /** Draws what is found anew, and nothing else. */
  private draw(): void {
    // What was typed in may be a field of the fallback's.
    const part = this.host.renderRoot.querySelector('.find');
    if (part) this.surface.drawPart(part, this.render());
  }

  /** Drawn without a page there is none. */
  private get field(): HTMLInputElement | null | undefined {
    return (this.host.renderRoot as ParentNode | undefined)?.querySelector('input');
  }
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
