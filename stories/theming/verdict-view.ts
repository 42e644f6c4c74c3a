import { html, nothing, type TemplateResult } from 'lit';
import type { CheckedLook, CheckedTheme } from '../../src/theme-check/check-theme.js';
import { visions } from '../../src/theme-check/colour.js';
import type { Verdict } from '../../src/theme-check/verdicts.js';
import type { Problem } from '../../src/authoring/problem.js';
import type { NearestColour, ThemeProblem } from '../../src/theme-check/theme-problems.js';

/** The verdict in one line, as it is read out: `3 problems: 2 in light, 1 in dark.` */
export function verdictLine({ problems, looks }: CheckedTheme): string {
  if (problems.length === 0) {
    const judged = looks.flatMap(({ verdicts }) => verdicts).filter(({ passes }) => passes !== undefined);
    return `Passes: ${judged.length} pairs in ${inWords(looks.map(({ name }) => name))}.`;
  }
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  const found = looks.map(({ name }) => [
    problems.filter(({ message }) => message.startsWith(`${name}: `)).length,
    name,
  ]);
  const inLooks = found.reduce((sum, [number]) => sum + Number(number), 0);
  const places = [...found, [problems.length - inLooks, 'the CSS itself']].filter(([number]) => number !== 0);
  return `${count}: ${places.map(([number, where]) => `${number} in ${where}`).join(', ')}.`;
}

function inWords(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}

interface Column {
  readonly head: string;
  readonly isAsked: (verdict: Verdict) => boolean;
  readonly digits: number;
}

const columns: readonly Column[] = [
  { head: 'Text', isAsked: ({ kind }) => kind === 'text' || kind === 'part', digits: 1 },
  { head: 'Marks', isAsked: ({ kind }) => kind === 'mark', digits: 1 },
  { head: 'Focus', isAsked: ({ kind }) => kind === 'focus', digits: 1 },
  ...visions.map((vision) => ({
    head: vision === 'normal vision' ? 'Normal' : vision.charAt(0).toUpperCase() + vision.slice(1),
    isAsked: (verdict: Verdict) => verdict.kind === 'distance' && verdict.vision === vision,
    digits: 3,
  })),
  { head: 'Grey', isAsked: ({ kind }) => kind === 'lightness', digits: 3 },
];

/** Each look with the figure that comes nearest to what it must be, or is farthest from it. */
export function figuresTable(looks: readonly CheckedLook[]): TemplateResult {
  return html`<table>
    <caption>
      The weakest pair of each kind, of what it needs: contrast of text, marks and focus; distance of the stances in
      each vision and on grey paper.
    </caption>
    <thead>
      <tr>
        <th scope="col">Look</th>
        ${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${looks.map(
        (look) =>
          html`<tr>
            <th scope="row">${look.name}</th>
            ${
              isReadersOwn(look)
                ? html`<td class="own" colspan=${columns.length}>
                    ${sign(true)} The reader’s own colours, whatever the theme says; form tells the stances apart.
                  </td>`
                : columns.map((column) => figureCell(look.verdicts.filter(column.isAsked), column.digits))
            }
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function isReadersOwn({ verdicts }: CheckedLook): boolean {
  return verdicts.every(({ passes, figure }) => figure === undefined && passes !== false);
}

function figureCell(verdicts: readonly Verdict[], digits: number): TemplateResult {
  const known = verdicts.filter(({ figure, least }) => figure !== undefined && least > 0);
  const [weakest] = known.sort((one, other) => one.figure! / one.least - other.figure! / other.least);
  if (!weakest) return html`<td class="own">–</td>`;
  const passes = weakest.passes === true;
  const named = weakest.part ? `::part(${weakest.part})` : `${weakest.front}, ${weakest.other}`;
  return html`<td class=${passes ? 'passes' : 'fails'} title=${named}>
    ${sign(passes)} ${cut(weakest.figure!, digits)} <small>of ${weakest.least}</small>
  </td>`;
}

function sign(passes: boolean): TemplateResult {
  return html`<span class="sign" role="img" aria-label=${passes ? 'passes' : 'fails'}>${passes ? '✓' : '✕'}</span>`;
}

/** Cut off, not rounded: 4.496 must not look like 4.5. */
function cut(figure: number, digits: number): string {
  return (Math.floor(figure * 10 ** digits) / 10 ** digits).toFixed(digits);
}

/** Each problem with what would mend it. */
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
        <p>${withSwatches(problem.message)} <span class="mend">${withSwatches(problem.hint)}</span></p>
        ${
          nearest && nearest.schemes.length > 0
            ? html`<button
                type="button"
                aria-label="Use it: ${nearest.colour} for ${place} in ${inWords(nearest.schemes)}"
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

/** What the check says besides. */
export function noteList(notes: readonly Problem[]): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  return html`<ul class="notes">
    ${notes.map(({ message, hint: mend }) => html`<li>Note: ${message} ${mend}</li>`)}
  </ul>`;
}

/** Properties as code, and each colour beside its name. */
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
