import { isolated, type Told } from './evidence-markup.js';
import { attributes, lines, markup, type Content, type Markup } from '../markup.js';

/** A claim with what is said of it in a line or two, and everything behind that. */
export interface Folded {
  readonly claim: string;
  readonly summary: Content;
  readonly inside: readonly Content[];
}

/**
 * One table of claims whose words open at a press, by `<details>` and so without a script. In the column of an article it is about as high as the
 * drawing that takes its place, and all words stand in it for whoever reads the page as text. The width of its columns does not wait
 * for the last row.
 */
export function foldedTable(rows: readonly Folded[], told: Told): Markup {
  const { messages: messages, dress } = told;
  const head = (text: string, width?: string) =>
    markup`<th scope="col"${attributes({ width })}${dress('head')}>${text}</th>`;
  return lines([
    markup`<table${dress('table')}>`,
    markup`<thead><tr>${head(messages.claim, '35%')}${head(messages.notes)}</tr></thead>`,
    markup`<tbody>`,
    ...rows.flatMap(({ claim, summary, inside }) => [
      markup`<tr><th scope="row"${dress('name')}>${isolated(claim)}</th>`,
      markup`<td${dress('cell')}><details><summary>${summary}</summary>`,
      ...inside,
      markup`</details></td></tr>`,
    ]),
    markup`</tbody>`,
    markup`</table>`,
  ]);
}
