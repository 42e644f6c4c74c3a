import { isolateBidi, type MarkupContext } from './evidence-markup.js';
import { attributes, lines, markup, type Content, type Markup } from '../markup.js';

/** One claim: a summary of a line or two, and the details that open below it. */
export interface CollapsibleRow {
  readonly claim: string;
  readonly summary: Content;
  readonly details: readonly Content[];
}

/**
 * Returns a table of claims whose quotes open by `<details>`, without a script. Closed, it is about as high as the drawing that
 * replaces it in an article, yet search engines and reader modes find every quote. The first column has a fixed share of the
 * width, so that the columns do not move while a long table loads.
 */
export function collapsibleTable(rows: readonly CollapsibleRow[], context: MarkupContext): Markup {
  const { messages, styleOf } = context;
  const head = (text: string, width?: string) =>
    markup`<th scope="col"${attributes({ width })}${styleOf('columnHeading')}>${text}</th>`;
  return lines([
    markup`<table${styleOf('table')}>`,
    markup`<thead><tr>${head(messages.claim, '35%')}${head(messages.notes)}</tr></thead>`,
    markup`<tbody>`,
    ...rows.flatMap(({ claim, summary, details }) => [
      markup`<tr><th scope="row"${styleOf('rowHeading')}>${isolateBidi(claim)}</th>`,
      markup`<td${styleOf('cell')}><details><summary>${summary}</summary>`,
      ...details,
      markup`</details></td></tr>`,
    ]),
    markup`</tbody>`,
    markup`</table>`,
  ]);
}
