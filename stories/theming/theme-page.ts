import { html, LitElement, nothing, unsafeCSS, type PropertyDeclarations, type TemplateResult } from 'lit';
import { checkTheme, type CheckedTheme } from '../../src/theme-check/check-theme.js';
import { readTheme } from '../../src/theme-check/read-theme.js';
import type { Problem } from '../../src/authoring/problem.js';
import { documentedProperties, type DocumentedProperty } from './documented-properties.js';
import { withColour, withSize, type Edit } from './edit-property.js';
import type { NearestColour } from '../../src/theme-check/theme-problems.js';
import { PreviewPane } from './preview-pane.js';
import { fieldKeys, renderPropertyRow, schemes, schemeTitle, type FieldActions } from './property-row.js';
import layoutCss from './theme-page-layout.css?inline';
import pageCss from './theme-page.css?inline';
import { emptyTheme, valueIn, withPartColour } from './theme-text.js';
import { figuresTable, noteList, problemList, verdictLine } from './verdict-view.js';

const file = 'theme.css';

const shipped: Readonly<Record<string, string>> = import.meta.glob('../../themes/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The themes that a designer can start from, by name. */
export const starts: ReadonlyMap<string, string> = new Map([
  ['Default', emptyTheme],
  ...Object.entries(shipped).map(([path, css]) => [nameOf(path), css] as const),
]);

/** Returns `Public broadcaster` for `../../themes/public-broadcaster.css`. */
function nameOf(path: string): string {
  const words = path.replace(/^.*\/|\.css$/g, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const ownStart = 'Your CSS';

const groups: readonly { readonly title: string; readonly kinds: readonly DocumentedProperty['kind'][] }[] = [
  { title: 'Colours', kinds: ['colour'] },
  { title: 'Type', kinds: ['font'] },
  { title: 'Shape', kinds: ['radius', 'size'] },
];

/** The font stacks of the themes, as suggestions. */
const fonts = [
  ...new Set(
    documentedProperties
      .filter(({ kind }) => kind === 'font')
      .flatMap(({ name }) => [...starts.values()].flatMap((css) => valueIn(css, name)?.light ?? [])),
  ),
];

/** How long after the last change a theme is checked, in ms. */
const checkDelay = 250;

/**
 * A page on which a designer changes the properties of a theme, sees both widgets in light and dark, sees what `stancekit theme-check`
 * reports, and copies or downloads the style sheet.
 */
export class ThemePage extends LitElement {
  static override styles = [unsafeCSS(pageCss), unsafeCSS(layoutCss)];

  static override properties: PropertyDeclarations = {
    css: { state: true },
    start: { state: true },
    checked: { state: true },
    drafts: { state: true },
    errors: { state: true },
    isWide: { state: true },
    ownError: { state: true },
    copyStatus: { state: true },
  };

  /** The theme, from which everything shown is read. */
  private css = emptyTheme;

  private start: { readonly name: string; readonly css: string } = { name: 'Default', css: emptyTheme };

  private checked: CheckedTheme = checkTheme(emptyTheme, file);

  /** The text of fields that are being edited. */
  private drafts: ReadonlyMap<string, string> = new Map();

  /** Why a draft is invalid; shown once the field has lost focus. */
  private errors: ReadonlyMap<string, string> = new Map();

  private ownError = '';

  private copyStatus = '';

  private isWide = false;

  private panes: readonly PreviewPane[] = [];

  private checkTimer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.checkTimer);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.check();
  }

  override firstUpdated(): void {
    this.panes = schemes.map(
      (scheme) => new PreviewPane(this.renderRoot.querySelector<HTMLElement>(`.ground.${scheme}`)!, scheme),
    );
    for (const pane of this.panes) pane.applyTheme(this.css);
  }

  override render(): TemplateResult {
    return html`
      <section class="controls" aria-labelledby="title">
        <h1 id="title">Theme page</h1>
        <p class="hint">Change a property: both widgets and the check update. Copy the CSS once it passes.</p>
        ${this.renderStart()} ${groups.map(({ title, kinds }) => this.renderGroup(title, kinds))}
        <datalist id="fonts">${fonts.map((font) => html`<option value=${font}></option>`)}</datalist>
      </section>
      <section class=${this.isWide ? 'panes wide' : 'panes'} aria-label="Preview">
        <div class="arrangement" role="group" aria-label="Panes">
          ${[false, true].map(
            (isWide) =>
              html`<button type="button" aria-pressed=${this.isWide === isWide} @click=${() => (this.isWide = isWide)}>
                ${isWide ? 'Full width' : 'Side by side'}
              </button>`,
          )}
        </div>
        ${schemes.map(
          (scheme) =>
            html`<section class="pane" aria-labelledby=${scheme}>
              <h2 id=${scheme}>${schemeTitle(scheme)}</h2>
              <div class="ground ${scheme}"></div>
            </section>`,
        )}
      </section>
      <section class="verdict" aria-labelledby="verdict">
        <h2 id="verdict" tabindex="-1">theme-check</h2>
        <div class="line">
          <p role="status" class=${this.checked.problems.length > 0 ? 'fails' : 'passes'}>
            ${verdictLine(this.checked)}
          </p>
          <button type="button" @click=${() => this.showVerdict()}>Show</button>
        </div>
        <div class="report" tabindex="0" role="group" aria-label="Problems and figures">
          ${problemList(this.checked.problems, (nearest, problem) => this.use(nearest, problem))}
          ${figuresTable(this.checked.looks)} ${noteList(this.css === emptyTheme ? [] : this.checked.notes)}
        </div>
      </section>
      <section class="sheet" aria-labelledby="sheet">
        <h2 id="sheet">${file}</h2>
        <div class="actions">
          <span role="status">${this.copyStatus}</span>
          <button type="button" @click=${() => this.copy()}>Copy</button>
          <button type="button" @click=${() => this.download()}>Download</button>
        </div>
        <pre tabindex="0" role="group" aria-label="The CSS of this theme">${this.css}</pre>
      </section>
    `;
  }

  private renderStart(): TemplateResult {
    const names = [...starts.keys(), ...(this.start.name === ownStart ? [ownStart] : [])];
    const isUnchanged = this.css === this.start.css && this.drafts.size === 0;
    return html`
      <div class="start">
        <label for="start">Start from</label>
        <select
          id="start"
          @change=${({ target }: Event) => {
            const { value } = target as HTMLSelectElement;
            this.startFrom(value, starts.get(value) ?? this.start.css);
          }}
        >
          ${names.map((name) => html`<option .selected=${name === this.start.name}>${name}</option>`)}
        </select>
        <button
          type="button"
          aria-disabled=${isUnchanged}
          @click=${() => !isUnchanged && this.startFrom(this.start.name, this.start.css)}
        >
          Reset all
        </button>
      </div>
      <details>
        <summary>Start from your CSS</summary>
        <label for="own">A style sheet that sets <code>--stance-</code> properties</label>
        <textarea
          id="own"
          rows="6"
          spellcheck="false"
          aria-invalid=${this.ownError !== ''}
          aria-describedby="own-error"
          placeholder="stance-matrix, source-disagreement { … }"
        ></textarea>
        <p class="error" id="own-error" role="alert">${this.ownError}</p>
        <button type="button" @click=${() => this.startFromOwn()}>Start from this CSS</button>
      </details>
    `;
  }

  private renderGroup(title: string, kinds: readonly DocumentedProperty['kind'][]): TemplateResult {
    const { css, drafts, errors, start, fieldActions } = this;
    const rows = documentedProperties.filter(({ kind }) => kinds.includes(kind));
    return html`<div class="rows">
      <div class="head">
        <h2>${title}</h2>
        ${
          kinds.includes('colour')
            ? schemes.map((scheme) => html`<span aria-hidden="true">${schemeTitle(scheme)}</span>`)
            : nothing
        }
      </div>
      ${rows.map((property) => renderPropertyRow(property, { css, startCss: start.css, drafts, errors }, fieldActions))}
    </div>`;
  }

  private readonly fieldActions: FieldActions = {
    // A valid value applies at once; an invalid one may still be unfinished.
    onInput: (key, text, edit) => {
      this.drafts = new Map(this.drafts).set(key, text);
      const edited = edit(this.css, text);
      if ('error' in edited) return;
      this.errors = without(this.errors, key);
      this.applyTheme(edited.css);
    },
    onLeave: (key, edit) => {
      const draft = this.drafts.get(key);
      if (draft === undefined) return;
      const edited = edit(this.css, draft);
      if ('error' in edited) this.errors = new Map(this.errors).set(key, edited.error);
      else this.drafts = without(this.drafts, key);
    },
    onPick: (key, text, edit) => {
      this.discardDrafts([key]);
      this.applyTheme(cssOf(edit(this.css, text), this.css));
    },
    onReset: (property) => {
      const { name, kind } = property;
      const before = valueIn(this.start.css, name) ?? { light: '', dark: '' };
      this.discardDrafts(fieldKeys(property));
      const edits: readonly ((css: string) => Edit)[] =
        kind === 'colour'
          ? schemes.map((scheme) => (css: string) => withColour(css, property, scheme, before[scheme]))
          : [(css) => withSize(css, property, before.light)];
      this.applyTheme(edits.reduce((css, edit) => cssOf(edit(css), css), this.css));
    },
  };

  private discardDrafts(keys: readonly string[]): void {
    this.drafts = without(this.drafts, ...keys);
    this.errors = without(this.errors, ...keys);
  }

  private applyTheme(css: string): void {
    this.css = css;
    this.copyStatus = '';
    for (const pane of this.panes) pane.applyTheme(css);
    clearTimeout(this.checkTimer);
    this.checkTimer = setTimeout(() => this.check(), checkDelay);
  }

  private check(): void {
    clearTimeout(this.checkTimer);
    this.checked = checkTheme(this.css, file);
  }

  private startFrom(name: string, css: string): void {
    this.start = { name, css };
    this.drafts = new Map();
    this.errors = new Map();
    this.applyTheme(css);
    this.check();
  }

  private startFromOwn(): void {
    const { value } = this.renderRoot.querySelector<HTMLTextAreaElement>('#own')!;
    const read = readTheme(value, file);
    if ('problem' in read) {
      const { line, column, message, hint } = read.problem;
      this.ownError = `Line ${line}, column ${column}: ${message} ${hint}`;
    } else if (value.trim() === '') {
      this.ownError = 'Paste some CSS first.';
    } else {
      this.ownError = '';
      this.startFrom(ownStart, value.endsWith('\n') ? value : `${value}\n`);
    }
  }

  /** Sets the nearest colour that passes. */
  private use({ property: name, colour, schemes }: NearestColour, problem: Problem): void {
    const property = documentedProperties.find((each) => each.name === name);
    if (property) this.discardDrafts(fieldKeys(property));
    this.applyTheme(
      property
        ? schemes.reduce((css, scheme) => cssOf(withColour(css, property, scheme, colour), css), this.css)
        : withPartColour(this.css, problem, schemes, colour),
    );
    this.check();
    // The pressed button disappears with its problem, and would take the focus along.
    this.showVerdict();
  }

  private showVerdict(): void {
    this.renderRoot.querySelector<HTMLElement>('#verdict')!.focus();
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.css);
      this.copyStatus = 'Copied.';
    } catch {
      getSelection()?.selectAllChildren(this.renderRoot.querySelector('pre')!);
      this.copyStatus = 'Selected: copy it with Ctrl+C or ⌘C.';
    }
  }

  private download(): void {
    const href = URL.createObjectURL(new Blob([this.css], { type: 'text/css' }));
    Object.assign(document.createElement('a'), { href, download: file }).click();
    URL.revokeObjectURL(href);
  }
}

/** Returns the theme after an edit; the theme before it where the edit was invalid. */
function cssOf(edit: Edit, before: string): string {
  return 'css' in edit ? edit.css : before;
}

function without(map: ReadonlyMap<string, string>, ...keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...map].filter(([key]) => !keys.includes(key)));
}

/** Creates the theme page as an element, and registers it the first time. */
export function themePage(): HTMLElement {
  if (!customElements.get('stance-theme-page')) customElements.define('stance-theme-page', ThemePage);
  return document.createElement('stance-theme-page');
}
