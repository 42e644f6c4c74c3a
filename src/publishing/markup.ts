/**
 * A string that is already markup. Only this file creates one, so no text from a dataset can pass for markup.
 *
 * The elements have Lit templates instead (`src/views`). The channels that use these string templates are read by XML parsers too,
 * which refuse some characters and normalise white space in attributes.
 */
export interface Markup {
  readonly markup: string;
}

/** What a template accepts: text, which is escaped; markup, which is not; lists of both. `undefined` is left out. */
export type Content = Markup | string | number | undefined | readonly Content[];

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Without a reference, parsers replace white space in attributes, and carriage returns everywhere.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Characters that XML 1.0 forbids even as references; HTML would show nothing or a box. */
// eslint-disable-next-line no-control-regex -- these are the characters in question
const invalidInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Escapes text for HTML, XML and SVG, in content and in quoted attributes. Nothing else turns text into markup. */
function escapeText(text: string): string {
  return text.replace(invalidInXml, '\ufffd').replace(/[&<>"'\t\n\r]/g, (character) => references[character]!);
}

/** Template tag that returns markup; every text value is escaped. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return { markup: strings.map((string, index) => (index === 0 ? '' : toMarkup(values[index - 1])) + string).join('') };
}

/** Returns the attributes that have a value, each preceded by a space. Names must be literals, never from a dataset. */
export function attributes(named: Readonly<Record<string, string | number | undefined>>): Markup {
  return joined(
    Object.entries(named).flatMap(([name, value]) =>
      value === undefined ? [] : [{ markup: ` ${name}="${toMarkup(value)}"` }],
    ),
    '',
  );
}

/** Returns the contents with a separator between them; `undefined` contents are skipped with their separator. */
export function joined(contents: readonly Content[], separator: Content): Markup {
  const present = contents.filter((content) => content !== undefined);
  return { markup: present.map(toMarkup).join(toMarkup(separator)) };
}

/** Returns each content on its own line. */
export function lines(contents: readonly Content[]): Markup {
  return joined(contents, { markup: '\n' });
}

/** Returns a JSON text for the content of a `<script>`, see `jsonWithoutTags`. */
export function scriptData(json: string): Markup {
  return { markup: withoutTags(json) };
}

/**
 * Returns JSON that is safe inside a `<script>`: `<`, `>` and `&` are escaped, so no text ends the script, opens a comment or breaks
 * XML. U+2028 and U+2029, which old JavaScript took for line ends, are escaped too.
 */
export function jsonWithoutTags(value: unknown, indent?: number): string {
  return withoutTags(JSON.stringify(value, null, indent));
}

function withoutTags(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Returns a string as markup without escaping. Only for markup that this program wrote; never for text from a dataset. */
export function trusted(text: string): Markup {
  return { markup: text };
}

function toMarkup(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(toMarkup).join('');
}
