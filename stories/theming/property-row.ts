import { html, nothing, type TemplateResult } from 'lit';
import type { Scheme } from '../../src/theme-check/rendered-colours.js';
import type { DocumentedProperty } from './documented-properties.js';
import { computedColours, withColour, withSize, type Edit } from './edit-property.js';
import { valueIn } from './theme-text.js';

export const schemes: readonly Scheme[] = ['light', 'dark'];

/** What the fields of all properties show. Each field has a key of its own, see `fieldKeys`. */
export interface FieldState {
  /** The theme. */
  readonly css: string;
  /** The theme that “Reset” goes back to. */
  readonly startCss: string;
  /** Text that is being typed, by field. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Why a draft is invalid, by field. */
  readonly errors: ReadonlyMap<string, string>;
}

/** Sets a field's text in a theme: the current one, which may be newer than the one rendered. */
export type EditTheme = (css: string, text: string) => Edit;

export interface FieldActions {
  /** The text of a field changed. */
  readonly onInput: (key: string, text: string, edit: EditTheme) => void;
  /** A field lost focus, or its value was committed. */
  readonly onLeave: (key: string, edit: EditTheme) => void;
  /** A value was picked with a colour picker or a slider, and replaces what was typed. */
  readonly onPick: (key: string, text: string, edit: EditTheme) => void;
  readonly onReset: (property: DocumentedProperty) => void;
}

/** Returns a key per field of a property: colours have one for each scheme. */
export function fieldKeys({ name, kind }: DocumentedProperty): readonly string[] {
  return kind === 'colour' ? schemes.map((scheme) => `${name} ${scheme}`) : [name];
}

export function schemeTitle(scheme: Scheme): string {
  return scheme === 'light' ? 'Light' : 'Dark';
}

/** Renders a property with its fields and a button that resets it. */
export function renderPropertyRow(
  property: DocumentedProperty,
  state: FieldState,
  actions: FieldActions,
): TemplateResult {
  const { name, description, kind } = property;
  const now = valueIn(state.css, name);
  const start = valueIn(state.startCss, name);
  const isUnchanged =
    now?.light === start?.light &&
    now?.dark === start?.dark &&
    !fieldKeys(property).some((key) => state.drafts.has(key));
  return html`<div class="row ${kind}" role="group" aria-label=${name}>
    <p class="name">${description}<code>${name}</code></p>
    <button
      type="button"
      class="reset"
      aria-label="Reset ${name}"
      title="Reset"
      aria-disabled=${isUnchanged}
      @click=${() => !isUnchanged && actions.onReset(property)}
    >
      ↺
    </button>
    ${
      kind === 'colour'
        ? schemes.map((scheme) => renderColour(property, scheme, state, actions))
        : renderSize(property, state, actions)
    }
    ${fieldKeys(property).map(
      (key) => html`<p class="error" id=${errorId(key)} role="alert">${state.errors.get(key) ?? ''}</p>`,
    )}
  </div>`;
}

function renderColour(
  property: DocumentedProperty,
  scheme: Scheme,
  state: FieldState,
  actions: FieldActions,
): TemplateResult {
  const { name } = property;
  const key = `${name} ${scheme}`;
  const edit: EditTheme = (css, text) => withColour(css, property, scheme, text);
  const colour = computedColours(state.css, name)[scheme];
  return html`<div class="field">
    <input
      type="color"
      aria-label="${name}, ${scheme}: pick a colour"
      .value=${colour.startsWith('#') ? colour.slice(0, 7) : '#000000'}
      @input=${({ target }: Event) => actions.onPick(key, (target as HTMLInputElement).value, edit)}
    />
    ${renderText(
      {
        key,
        label: `${name}, ${scheme}: any CSS colour`,
        value: valueIn(state.css, name)?.[scheme] ?? '',
        placeholder: colour,
        edit,
      },
      state,
      actions,
    )}
  </div>`;
}

function renderSize(property: DocumentedProperty, state: FieldState, actions: FieldActions): TemplateResult {
  const { name, kind, defaultValue } = property;
  const edit: EditTheme = (css, text) => withSize(css, property, text);
  const value = valueIn(state.css, name)?.light ?? '';
  return html`<div class="field">
    ${
      kind === 'radius'
        ? html`<input
            type="range"
            min="0"
            max="24"
            aria-label="${name}: in pixels"
            .value=${String(Number.parseFloat(value || defaultValue))}
            @input=${({ target }: Event) => actions.onPick(name, `${(target as HTMLInputElement).value}px`, edit)}
          />`
        : nothing
    }
    ${renderText(
      {
        key: name,
        label: `${name}: any CSS ${kind === 'font' ? 'font' : 'length'}`,
        value,
        placeholder: defaultValue,
        edit,
        list: kind === 'font' ? 'fonts' : undefined,
      },
      state,
      actions,
    )}
  </div>`;
}

interface TextField {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly edit: EditTheme;
  /** The id of a `<datalist>`. */
  readonly list?: string | undefined;
}

function renderText(
  { key, label, value, placeholder, edit, list }: TextField,
  { drafts, errors }: FieldState,
  actions: FieldActions,
): TemplateResult {
  const onLeave = () => actions.onLeave(key, edit);
  return html`<input
    type="text"
    aria-label=${label}
    autocomplete="off"
    spellcheck="false"
    placeholder=${placeholder}
    list=${list ?? nothing}
    aria-invalid=${errors.has(key) ? 'true' : nothing}
    aria-describedby=${errorId(key)}
    .value=${drafts.get(key) ?? value}
    @input=${({ target }: Event) => actions.onInput(key, (target as HTMLInputElement).value, edit)}
    @change=${onLeave}
    @blur=${onLeave}
  />`;
}

function errorId(key: string): string {
  return `error${key.replaceAll(' ', '-')}`;
}
