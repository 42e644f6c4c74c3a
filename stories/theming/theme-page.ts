import { html, LitElement, nothing, unsafeCSS, type PropertyDeclarations, type TemplateResult } from 'lit';
import { checkTheme, type CheckedTheme } from '../../src/theme-check/check-theme.js';
import type { Scheme } from '../../src/theme-check/rendered-colours.js';
import { readTheme } from '../../src/theme-check/read-theme.js';
import type { Problem } from '../../src/authoring/problem.js';
import { documentedProperties, type DocumentedProperty } from './documented-properties.js';
import { coloursIn, withColour, withSize, type Turned } from './knobs.js';
import type { NearestColour } from '../../src/theme-check/theme-problems.js';
import { Pane } from './panes.js';
import pageCss from './theme-page.css?inline';
import { emptyTheme, valueIn, withPartColour } from './theme-text.js';
import { figuresTable, noteList, problemList, verdictLine } from './verdict-view.js';

const file = 'theme.css';

const schemes: readonly Scheme[] = ['light', 'dark'];

const shipped: Readonly<Record<string, string>> = import.meta.glob('../../themes/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What one may start from, by name. */
export const starts: ReadonlyMap<string, string> = new Map([
  ['Default', emptyTheme],
  ...Object.entries(shipped).map(([path, css]) => [nameOf(path), css] as const),
]);

/** `../../themes/public-broadcaster.css`: Public broadcaster. */
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

/** The stacks of the themes, to choose from. */
const fonts = [
  ...new Set(
    documentedProperties
      .filter(({ kind }) => kind === 'font')
      .flatMap(({ name }) => [...starts.values()].flatMap((css) => valueIn(css, name)?.light ?? [])),
  ),
];

/** How long a hand must rest before the theme is judged. */
const rest = 250;

/**
 * A page on which a designer turns the properties of a theme, sees both widgets in light and dark, sees what `stancekit theme-check` says
 * of it, and takes the style sheet along. Works wherever an element works.
 */
export class ThemePage extends LitElement {
  static override styles = unsafeCSS(pageCss);

  static override properties: PropertyDeclarations = {
    css: { state: true },
    start: { state: true },
    checked: { state: true },
    drafts: { state: true },
    faults: { state: true },
    isWide: { state: true },
    ownFault: { state: true },
    told: { state: true },
  };

  /** The theme: all that is shown is read from it. */
  private css = emptyTheme;

  private start: { readonly name: string; readonly css: string } = { name: 'Default', css: emptyTheme };

  private checked: CheckedTheme = checkTheme(emptyTheme, file);

  /** What stands in a field under someone’s hands, as it was typed. */
  private drafts: ReadonlyMap<string, string> = new Map();

  /** What is wrong with a draft, once the hands have left it. */
  private faults: ReadonlyMap<string, string> = new Map();

  private ownFault = '';

  /** What copying came to. */
  private told = '';

  private isWide = false;

  private panes: readonly Pane[] = [];

  private resting: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.resting);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.check();
  }

  override firstUpdated(): void {
    this.panes = schemes.map(
      (scheme) => new Pane(this.renderRoot.querySelector<HTMLElement>(`.ground.${scheme}`)!, scheme),
    );
    for (const pane of this.panes) pane.wear(this.css);
  }

  private check(): void {
    clearTimeout(this.resting);
    this.checked = checkTheme(this.css, file);
  }

  private wear(css: string): void {
    this.css = css;
    this.told = '';
    for (const pane of this.panes) pane.wear(css);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.check(), rest);
  }

  private startFrom(name: string, css: string): void {
    this.start = { name, css };
    this.drafts = new Map();
    this.faults = new Map();
    this.wear(css);
    this.check();
  }

  /** A field has another text: a theme that can be read is worn at once, a draft that cannot waits. */
  private type(key: string, text: string, turned: Turned): void {
    this.drafts = new Map(this.drafts).set(key, text);
    if ('fault' in turned) return;
    this.faults = without(this.faults, key);
    this.wear(turned.css);
  }

  /** The hands have left a field. */
  private leave(key: string, turn: (text: string) => Turned): void {
    const draft = this.drafts.get(key);
    if (draft === undefined) return;
    const turned = turn(draft);
    if ('fault' in turned) this.faults = new Map(this.faults).set(key, turned.fault);
    else this.drafts = without(this.drafts, key);
  }

  /** A value has come from elsewhere than the property’s fields. */
  private forget(property: DocumentedProperty): void {
    for (const key of keysOf(property)) {
      this.drafts = without(this.drafts, key);
      this.faults = without(this.faults, key);
    }
  }

  private reset(property: DocumentedProperty): void {
    const { name, kind } = property;
    const before = valueIn(this.start.css, name) ?? { light: '', dark: '' };
    this.forget(property);
    const turned: readonly ((css: string) => Turned)[] =
      kind === 'colour'
        ? schemes.map((scheme) => (css: string) => withColour(css, property, scheme, before[scheme]))
        : [(css) => withSize(css, property, before.light)];
    this.wear(turned.reduce((css, turn) => cssOf(turn(css), css), this.css));
  }

  private use({ property, colour, schemes }: NearestColour, problem: Problem): void {
    const turned = documentedProperties.find(({ name }) => name === property);
    if (turned) this.forget(turned);
    this.wear(
      turned
        ? schemes.reduce((css, scheme) => cssOf(withColour(css, turned, scheme, colour), css), this.css)
        : withPartColour(this.css, problem, schemes, colour),
    );
    this.check();
    // The button goes with its problem.
    this.showVerdict();
  }

  private showVerdict(): void {
    this.renderRoot.querySelector<HTMLElement>('#verdict')!.focus();
  }

  private startFromOwn(): void {
    const { value } = this.renderRoot.querySelector<HTMLTextAreaElement>('#own')!;
    const read = readTheme(value, file);
    if ('problem' in read) {
      const { line, column, message, hint: mend } = read.problem;
      this.ownFault = `Line ${line}, column ${column}: ${message} ${mend}`;
    } else if (value.trim() === '') {
      this.ownFault = 'There is nothing to start from yet.';
    } else {
      this.ownFault = '';
      this.startFrom(ownStart, value.endsWith('\n') ? value : `${value}\n`);
    }
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.css);
      this.told = 'Copied.';
    } catch {
      getSelection()?.selectAllChildren(this.renderRoot.querySelector('pre')!);
      this.told = 'Selected: copy it with Ctrl+C or ⌘C.';
    }
  }

  private download(): void {
    const href = URL.createObjectURL(new Blob([this.css], { type: 'text/css' }));
    Object.assign(document.createElement('a'), { href, download: file }).click();
    URL.revokeObjectURL(href);
  }

  override render(): TemplateResult {
    return html`
      <section class="knobs" aria-labelledby="title">
        <h1 id="title">Theme page</h1>
        <p class="hint">Turn a property; both widgets and the check follow. Take the CSS when it passes.</p>
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
              <h2 id=${scheme}>${titleOf(scheme)}</h2>
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
        <div class="account" tabindex="0" role="group" aria-label="Problems and figures">
          ${problemList(this.checked.problems, (nearest, problem) => this.use(nearest, problem))}
          ${figuresTable(this.checked.looks)} ${noteList(this.css === emptyTheme ? [] : this.checked.notes)}
        </div>
      </section>
      <section class="sheet" aria-labelledby="sheet">
        <h2 id="sheet">${file}</h2>
        <div class="acts">
          <span role="status">${this.told}</span>
          <button type="button" @click=${() => this.copy()}>Copy</button>
          <button type="button" @click=${() => this.download()}>Download</button>
        </div>
        <pre tabindex="0" role="group" aria-label="The CSS of this theme">${this.css}</pre>
      </section>
    `;
  }

  private renderStart(): TemplateResult {
    const names = [...starts.keys(), ...(this.start.name === ownStart ? [ownStart] : [])];
    const isAsStarted = this.css === this.start.css && this.drafts.size === 0;
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
          aria-disabled=${isAsStarted}
          @click=${() => !isAsStarted && this.startFrom(this.start.name, this.start.css)}
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
          aria-invalid=${this.ownFault !== ''}
          aria-describedby="own-fault"
          placeholder="stance-matrix, source-disagreement { … }"
        ></textarea>
        <p class="fault" id="own-fault" role="alert">${this.ownFault}</p>
        <button type="button" @click=${() => this.startFromOwn()}>Start from this CSS</button>
      </details>
    `;
  }

  private renderGroup(title: string, kinds: readonly DocumentedProperty['kind'][]): TemplateResult {
    const rows = documentedProperties.filter(({ kind }) => kinds.includes(kind));
    return html`<div class="rows">
      <div class="head">
        <h2>${title}</h2>
        ${kinds.includes('colour') ? schemes.map((scheme) => html`<span aria-hidden="true">${titleOf(scheme)}</span>`) : nothing}
      </div>
      ${rows.map((property) => this.renderRow(property))}
    </div>`;
  }

  private renderRow(property: DocumentedProperty): TemplateResult {
    const { name, what, kind } = property;
    const now = valueIn(this.css, name);
    const before = valueIn(this.start.css, name);
    const isAsStarted =
      now?.light === before?.light &&
      now?.dark === before?.dark &&
      !keysOf(property).some((key) => this.drafts.has(key));
    return html`<div class="row ${kind}" role="group" aria-label=${name}>
      <p class="name">${what}<code>${name}</code></p>
      <button
        type="button"
        class="reset"
        aria-label="Reset ${name}"
        title="Reset"
        aria-disabled=${isAsStarted}
        @click=${() => !isAsStarted && this.reset(property)}
      >
        ↺
      </button>
      ${kind === 'colour' ? schemes.map((scheme) => this.renderColour(property, scheme)) : this.renderSize(property)}
      ${keysOf(property).map((key) => html`<p class="fault" id=${faultId(key)} role="alert">${this.faults.get(key) ?? ''}</p>`)}
    </div>`;
  }

  private renderColour(property: DocumentedProperty, scheme: Scheme): TemplateResult {
    const { name } = property;
    const key = `${name} ${scheme}`;
    const turn = (text: string) => withColour(this.css, property, scheme, text);
    const drawn = coloursIn(this.css, name)[scheme];
    const pick = ({ target }: Event) => {
      const { value } = target as HTMLInputElement;
      this.drafts = without(this.drafts, key);
      this.faults = without(this.faults, key);
      this.wear(cssOf(turn(value), this.css));
    };
    return html`<div class="half">
      <input
        type="color"
        aria-label="${name}, ${scheme}: pick a colour"
        .value=${drawn.startsWith('#') ? drawn.slice(0, 7) : '#000000'}
        @input=${pick}
      />
      ${this.renderText(key, `${name}, ${scheme}: any CSS colour`, valueIn(this.css, name)?.[scheme] ?? '', drawn, turn)}
    </div>`;
  }

  private renderSize(property: DocumentedProperty): TemplateResult {
    const { name, kind, byDefault } = property;
    const turn = (text: string) => withSize(this.css, property, text);
    const value = valueIn(this.css, name)?.light ?? '';
    const slide = ({ target }: Event) => {
      this.forget(property);
      this.wear(cssOf(turn(`${(target as HTMLInputElement).value}px`), this.css));
    };
    return html`<div class="half">
      ${
        kind === 'radius'
          ? html`<input
              type="range"
              min="0"
              max="24"
              aria-label="${name}: in pixels"
              .value=${String(Number.parseFloat(value || byDefault))}
              @input=${slide}
            />`
          : nothing
      }
      ${this.renderText(name, `${name}: any CSS ${kind === 'font' ? 'font' : 'length'}`, value, byDefault, turn, kind)}
    </div>`;
  }

  private renderText(
    key: string,
    label: string,
    value: string,
    byDefault: string,
    turn: (text: string) => Turned,
    kind?: DocumentedProperty['kind'],
  ): TemplateResult {
    const leave = () => this.leave(key, turn);
    return html`<input
      type="text"
      aria-label=${label}
      autocomplete="off"
      spellcheck="false"
      placeholder=${byDefault}
      list=${kind === 'font' ? 'fonts' : nothing}
      aria-invalid=${this.faults.has(key) ? 'true' : nothing}
      aria-describedby=${faultId(key)}
      .value=${this.drafts.get(key) ?? value}
      @input=${({ target }: Event) => {
        const { value: text } = target as HTMLInputElement;
        this.type(key, text, turn(text));
      }}
      @change=${leave}
      @blur=${leave}
    />`;
  }
}

/** The fields of a property, each by a key of its own. */
function keysOf({ name, kind }: DocumentedProperty): readonly string[] {
  return kind === 'colour' ? schemes.map((scheme) => `${name} ${scheme}`) : [name];
}

function faultId(key: string): string {
  return `fault${key.replaceAll(' ', '-')}`;
}

function titleOf(scheme: Scheme): string {
  return scheme === 'light' ? 'Light' : 'Dark';
}

function cssOf(turned: Turned, otherwise: string): string {
  return 'css' in turned ? turned.css : otherwise;
}

function without(map: ReadonlyMap<string, string>, key: string): ReadonlyMap<string, string> {
  return new Map([...map].filter(([each]) => each !== key));
}

/** The theme page, as an element to be put on a page. */
export function themePage(): HTMLElement {
  if (!customElements.get('stance-theme-page')) customElements.define('stance-theme-page', ThemePage);
  return document.createElement('stance-theme-page');
}
