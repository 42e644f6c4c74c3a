/**
 * Text that is already markup. Only this file makes it, so that nothing from a dataset can pass for it.
 *
 * The elements have templates of their own (`src/views/html.ts`): there a text that turns the direction is closed, and each byte is
 * loaded by readers. What is written here is also read by XML parsers, which refuse some characters and change white space in attributes.
 */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: text, which is escaped; markup, which is not; lists of both. Nothing stands for `undefined`. */
export type Content = Markup | string | number | undefined | readonly Content[];

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Parsers change white space inside attributes, and a carriage return everywhere, unless it is written as a reference.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What no XML document may hold, not even as a reference; HTML shows it as nothing or as a box. */
// eslint-disable-next-line no-control-regex -- these are the characters in question
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The one place where text becomes markup. It reads the same in HTML, XML and SVG, between tags and inside quoted attributes. */
function escaped(text: string): string {
  return text.replace(forbidden, '\ufffd').replace(/[&<>"'\t\n\r]/g, (character) => references[character]!);
}

/** Markup with values put in: every text is escaped, whatever stands around it. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return { markup: strings.map((string, index) => (index === 0 ? '' : written(values[index - 1])) + string).join('') };
}

/** The attributes that have a value, each with a space before it. The names are ours, never a dataset’s. */
export function attributes(named: Readonly<Record<string, string | number | undefined>>): Markup {
  return joined(
    Object.entries(named).flatMap(([name, value]) =>
      value === undefined ? [] : [{ markup: ` ${name}="${written(value)}"` }],
    ),
    '',
  );
}

/** The contents one after the other with something between them; what is `undefined` leaves no gap. */
export function joined(contents: readonly Content[], between: Content): Markup {
  const present = contents.filter((content) => content !== undefined);
  return { markup: present.map(written).join(written(between)) };
}

/** Each on a line of its own. */
export function lines(contents: readonly Content[]): Markup {
  return joined(contents, { markup: '\n' });
}

/**
 * Data for a `<script>`: JSON in which no `<`, `>` or `&` stands, so that no text in it ends the script, begins a comment or breaks XML. The
 * separators that old JavaScript took for line ends are written as escapes too.
 */
export function scriptData(value: unknown, indent?: number): Markup {
  return { markup: jsonWithoutTags(value, indent) };
}

/** As JSON that may be pasted into a page. */
export function jsonWithoutTags(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Markup that this program wrote or that another library escaped; never text from outside. */
export function trusted(text: string): Markup {
  return { markup: text };
}

function written(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(written).join('');
}
