import type { Source } from '../dataset/dataset.js';
import type { SourcePair } from '../dataset/source-pairs.js';
import type { DisagreementLayout, PlacedDisagreement } from '../layout/disagreement-layout.js';
import type { Wording } from '../wording/wording.js';
import { renderDistance } from './disagreement-account.js';
import { renderVerdict } from './disagreement-rows.js';
import { html, type Markup } from './html.js';
import { shortName } from './short-name.js';
import type { Surface } from './surface.js';

/** Beyond so many sources each pair is a line instead of a cell. */
const mostColumns = 6;

/** Source × source: how far apart, on how many shared claims; nothing is drawn below two. */
export function renderPairs(
  sources: readonly Source[],
  pairs: readonly SourcePair[],
  isNarrow: boolean,
  words: Wording,
): Markup {
  return isNarrow || sources.length > mostColumns
    ? renderPairLines(pairs, words)
    : renderPairGrid(sources, pairs, words);
}

function renderPairGrid(sources: readonly Source[], pairs: readonly SourcePair[], words: Wording): Markup {
  const between = (one: Source, other: Source) =>
    pairs.find(({ sources }) => sources.includes(one) && sources.includes(other));
  return html`<table class="pair-grid" aria-label="${words.pairsOfReports}">
    <thead>
      <tr>
        <td></td>
        ${sources.map((source) => html`<th scope="col"><bdi>${shortName(source)}</bdi></th>`)}
      </tr>
    </thead>
    <tbody>
      ${sources.map(
        (one) =>
          html`<tr>
            <th scope="row"><bdi>${one.name}</bdi></th>
            ${sources.map((other) => {
              const pair = one === other ? undefined : between(one, other);
              return html`<td>${pair && renderPair(pair, words)}</td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function renderPairLines(pairs: readonly SourcePair[], words: Wording): Markup {
  const farthestFirst = [...pairs].sort((a, b) => (b.distance ?? -1) - (a.distance ?? -1));
  return html`<table class="pair-lines" aria-label="${words.pairsOfReports}">
    <tbody>
      ${farthestFirst.map(
        (pair) =>
          html`<tr>
            <th scope="row"><bdi>${shortName(pair.sources[0])}</bdi> – <bdi>${shortName(pair.sources[1])}</bdi></th>
            <td>${renderPair(pair, words)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function renderPair({ distance, shared }: SourcePair, words: Wording): Markup {
  return distance === undefined
    ? html`<small>${words.tooFewShared}</small>`
    : html`${renderDistance(distance)} <b>${words.pairDistance(distance)}</b>
        <small>${words.sharedClaims(shared.length)}</small>`;
}

/** The numbers of the drawing as a table, for those who do not see it. */
export function renderNumbers({ rows, sources }: DisagreementLayout, words: Wording, keep: Surface['keep']): Markup {
  return html`<div class="hidden">
    <table>
      <caption>
        ${words.sameAsTable}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.claim}</th>
          ${sources.map(({ source }) => html`<th scope="col">${source.name}</th>`)}
          <th scope="col">${words.disagreementHeading}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) =>
          keep(`numbers/${row.claim.id}`, [row, sources, words], () => renderNumbersRow(row, sources, words)),
        )}
      </tbody>
    </table>
  </div>`;
}

function renderNumbersRow(row: PlacedDisagreement, sources: DisagreementLayout['sources'], words: Wording): Markup {
  const { claim, answer } = row;
  const on = new Map(answer.sources.map((source) => [source.source, source]));
  return html`<tr>
    <th scope="row">${claim.text}</th>
    ${sources.map(({ source }) => {
      const carried = on.get(source);
      return html`<td>${carried ? words.standing(carried.position, carried.own?.side) : words.silentReport}</td>`;
    })}
    <td>${renderVerdict(row, sources.length, words)}</td>
  </tr>`;
}
