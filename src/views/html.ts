import { isolateBidi } from '../wording/bidi.js';

/** Text that is markup already. Only `html` makes it, so nothing from a dataset can pass for it. */
export class Markup {
  constructor(readonly markup: string) {}
}

/** What may stand in a template: text, which is escaped; markup, which is not; lists of both. Nothing stands for `undefined` and `false`. */
export type Content = Markup | string | number | undefined | false | readonly Content[];

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser makes a line feed of it where it is not written as a reference.
  '\r': '&#13;',
  // No document can hold it; this is what parsers show instead.
  '\0': '\ufffd',
};

function escaped(text: string): string {
  return text.replace(/[&<>"'\r\0]/g, (sign) => references[sign]!);
}

/** A text to the letter, even where it orders anew what follows: only for what is set apart by its element. */
export function verbatim(text: string): Markup {
  return new Markup(escaped(text));
}

/** What may need more than to be put there as it is; everything a drawing has hundreds of does not. */
const notPlain = /[^ !#-%(-;=?-~]/;

function written(content: Content): string {
  if (typeof content === 'string') return notPlain.test(content) ? escaped(isolateBidi(content)) : content;
  if (content instanceof Markup) return content.markup;
  // Put together, not joined: what is joined is copied once more at each level.
  if (Array.isArray(content))
    return (content as readonly Content[]).reduce<string>((text, each) => text + written(each), '');
  return typeof content === 'number' ? String(content) : '';
}

/**
 * The one place where text becomes markup. Every text is escaped, whatever stands around it, for between tags and for attributes in
 * quotation marks: a value of an attribute always stands in them (`test/elements-templates.test.ts` looks at every template). Files, which XML
 * parsers read too, have the heavier templates of `src/publishing/markup.ts`.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let markup = strings[0]!;
  for (let index = 0; index < values.length; index++) markup += written(values[index]) + strings[index + 1]!;
  return new Markup(markup);
}

/** The same for what stands inside an `<svg>`; editors and linters read it by the rules of SVG. */
export const svg = html;

/** An attribute that is there only where it has a value. The name is ours, never a dataset’s. */
export function attribute(name: string, value: string | undefined): Markup | undefined {
  return value === undefined ? value : new Markup(` ${name}="${written(value)}"`);
}
