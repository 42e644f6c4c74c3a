import { html as litHtml, nothing, svg as litSvg, type TemplateResult } from 'lit';
import { repeat as litRepeat } from 'lit/directives/repeat.js';
import { isolateBidi } from '../wording/bidi.js';

export { nothing, type TemplateResult };

/** What a directive returns. Lit’s own type for it is empty and would accept every value. */
interface DirectiveResult {
  readonly _$litDirective$?: unknown;
}

/**
 * What a template may hold between tags. `false` is not among them: Lit would print it, and `condition && html…` would compile. Write
 * `condition ? html… : nothing`.
 */
export type Content =
  TemplateResult | DirectiveResult | typeof nothing | string | number | undefined | readonly Content[];

/** Content, an event listener, or what a directive renders. */
type Value = Content | ((event: never) => void);

/**
 * Lit’s `html` with one addition: a string whose direction controls are not balanced is isolated, so that it cannot reorder the text
 * around it (Unicode Standard Annex #9). Not in an address, which would then lead elsewhere.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): TemplateResult<1> {
  return litHtml(
    strings,
    ...values.map((value, index) => (strings[index]!.endsWith('href="') ? value : isolated(value))),
  );
}

/** The same for what is inside an `<svg>`. */
export function svg(strings: TemplateStringsArray, ...values: readonly Value[]): TemplateResult<2> {
  return litSvg(strings, ...values.map(isolated));
}

/** Lit’s `repeat`, which returns `unknown`, as content. */
export const repeat = litRepeat as <T>(
  items: Iterable<T>,
  keyOf: (item: T, index: number) => string,
  template: (item: T, index: number) => Content,
) => DirectiveResult;

/** A text to the letter: only where its element isolates it, as `<mark>` does for quotes. */
export function verbatim(text: string): TemplateResult<1> {
  return litHtml`${shown(text)}`;
}

/** No document can hold U+0000: it is shown as parsers show it. */
function shown(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text;
}

function isolated(value: Value): unknown {
  if (typeof value === 'string') return isolateBidi(shown(value));
  return Array.isArray(value) ? value.map(isolated) : value;
}
