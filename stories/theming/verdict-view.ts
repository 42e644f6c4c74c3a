import { html, nothing, type TemplateResult } from 'lit';
import type { CheckedLook, CheckedTheme } from '../../src/theme-check/check-theme.js';
import { visions } from '../../src/theme-check/colour.js';
import type { Verdict } from '../../src/theme-check/verdicts.js';
import type { Problem } from '../../src/authoring/problem.js';
import type { NearestColour, ThemeProblem } from '../../src/theme-check/theme-problems.js';

/** Returns the result in one sentence, for a live region: `3 problems: 2 in light, 1 in dark.` */
export function verdictLine({ problems, looks }: CheckedTheme): string {
  if (problems.length === 0) {
    const checked = looks.flatMap(({ verdicts }) => verdicts).filter(({ passes }) => passes !== undefined);
    return `Passes: ${checked.length} pairs in ${listOf(looks.map(({ name }) => name))}.`;
  }
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  const counts = looks.map(({ name }) => [
    problems.filter(({ message }) => message.startsWith(`${name}: `)).length,
    name,
  ]);
  const inLooks = counts.reduce((sum, [number]) => sum + Number(number), 0);
  const places = [...counts, [problems.length - inLooks, 'the CSS itself']].filter(([number]) => number !== 0);
  return `${count}: ${places.map(([number, where]) => `${number} in ${where}`).join(', ')}.`;
}

function listOf(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}

interface Column {
  readonly header: string;
  readonly includes: (verdict: Verdict) => boolean;
  readonly digits: number;
}

const columns: readonly Column[] = [
  { header: 'Text', includes: ({ kind }) => kind === 'text' || kind === 'part', digits: 1 },
  { header: 'Marks', includes: ({ kind }) => kind === 'mark', digits: 1 },
  { header: 'Focus', includes: ({ kind }) => kind === 'focus', digits: 1 },
  ...visions.map((vision) => ({
    header: vision === 'normal vision' ? 'Normal' : vision.charAt(0).toUpperCase() + vision.slice(1),
    includes: (verdict: Verdict) => verdict.kind === 'distance' && verdict.vision === vision,
    digits: 3,
  })),
  { header: 'Grey', includes: ({ kind }) => kind === 'lightness', digits: 3 },
];

/** Renders the weakest figure of each kind for every look, relative to its minimum. */
export function figuresTable(looks: readonly CheckedLook[]): TemplateResult {
  return html`<table>
    <caption>
      The weakest pair of each kind, and the minimum it needs: contrast of text, marks and focus; distance between
      stances for each type of vision, and in greyscale.
    </caption>
    <thead>
      <tr>
        <th scope="col">Look</th>
        ${columns.map(({ header: head }) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${looks.map(
        (look) =>
          html`<tr>
            <th scope="row">${look.name}</th>
            ${
              isForcedColours(look)
                ? html`<td class="own" colspan=${columns.length}>
                    ${passMark(true)} The reader’s own colours replace the theme; stances differ in shape.
                  </td>`
                : columns.map((column) => figureCell(look.verdicts.filter(column.includes), column.digits))
            }
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function isForcedColours({ verdicts }: CheckedLook): boolean {
  return verdicts.every(({ passes, figure }) => figure === undefined && passes !== false);
}

function figureCell(verdicts: readonly Verdict[], digits: number): TemplateResult {
  const known = verdicts.filter(({ figure, least }) => figure !== undefined && least > 0);
  const [weakest] = known.sort((one, other) => one.figure! / one.least - other.figure! / other.least);
  if (!weakest) return html`<td class="own">–</td>`;
  const passes = weakest.passes === true;
  const pair = weakest.part ? `::part(${weakest.part})` : `${weakest.front}, ${weakest.other}`;
  return html`<td class=${passes ? 'passes' : 'fails'} title=${pair}>
    ${passMark(passes)} ${truncate(weakest.figure!, digits)} <small>of ${weakest.least}</small>
  </td>`;
}

function passMark(passes: boolean): TemplateResult {
  return html`<span class="sign" role="img" aria-label=${passes ? 'passes' : 'fails'}>${passes ? '✓' : '✕'}</span>`;
}

/** Rounds down: 4.496 must not look like 4.5. */
function truncate(figure: number, digits: number): string {
  return (Math.floor(figure * 10 ** digits) / 10 ** digits).toFixed(digits);
}

/** Renders each problem with a hint and, where a colour would fix it, a button that sets it. */
export function problemList(
  problems: readonly ThemeProblem[],
  use: (nearest: NearestColour, problem: Problem) => void,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<ul class="problems">
    ${problems.map((problem) => {
      const { nearest } = problem;
      const place = nearest?.property ?? 'the text of this part';
      return html`<li>
        <p>${withSwatches(problem.message)} <span class="fix">${withSwatches(problem.hint)}</span></p>
        ${
          nearest && nearest.schemes.length > 0
            ? html`<button
                type="button"
                aria-label="Use it: ${nearest.colour} for ${place} in ${listOf(nearest.schemes)}"
                @click=${() => use(nearest, problem)}
              >
                ${swatch(nearest.colour)} Use it
              </button>`
            : nothing
        }
      </li>`;
    })}
  </ul>`;
}

/** Renders notes that are not problems. */
export function noteList(notes: readonly Problem[]): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  return html`<ul class="notes">
    ${notes.map(({ message, hint }) => html`<li>Note: ${message} ${hint}</li>`)}
  </ul>`;
}

/** Renders property names as code, and colours with a swatch. */
function withSwatches(text: string): readonly (string | TemplateResult)[] {
  return text.split(/(#[0-9a-f]{6}(?:[0-9a-f]{2})?\b|--stance-[a-z-]+[a-z])/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    return piece.startsWith('#')
      ? html`<span class="hex">${swatch(piece)}${piece}</span>`
      : html`<code>${piece}</code>`;
  });
}

function swatch(colour: string): TemplateResult {
  return html`<svg class="swatch" viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0h1v1H0" fill=${colour} /></svg>`;
}
