import { guard } from 'lit/directives/guard.js';
import type { Source } from '../../dataset/dataset.js';
import type { SourcePair } from '../../analysis/source-pairs.js';
import type { DisagreementLayout, PlacedDisagreement } from '../../layout/disagreement/disagreement-layout.js';
import type { DisagreementModel } from '../../layout/disagreement/disagreement-model.js';
import type { Messages } from '../../wording/messages.js';
import { chartTokens } from '../../theme/tokens.js';
import { renderDistance } from './account.js';
import { html, nothing, repeat, type Content } from '../template.js';
import { outletOnClaim } from '../../wording/sentences.js';
import { shortName } from '../../wording/short-name.js';

/** Renders source × source: how far apart they are, on how many shared claims; below two shared claims only that. */
export function renderPairs(
  sources: readonly Source[],
  pairs: readonly SourcePair[],
  isNarrow: boolean,
  messages: Messages,
): Content {
  return isNarrow || sources.length > chartTokens.maxGridSources
    ? renderPairLines(pairs, messages)
    : renderPairGrid(sources, pairs, messages);
}

function renderPairGrid(sources: readonly Source[], pairs: readonly SourcePair[], messages: Messages): Content {
  const between = (one: Source, other: Source) =>
    pairs.find(({ sources }) => sources.includes(one) && sources.includes(other));
  return html`<table aria-label="${messages.pairsOfOutlets}">
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
              return html`<td>${pair ? renderPair(pair, messages) : nothing}</td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function renderPairLines(pairs: readonly SourcePair[], messages: Messages): Content {
  const farthestFirst = [...pairs].sort((a, b) => (b.distance ?? -1) - (a.distance ?? -1));
  return html`<table aria-label="${messages.pairsOfOutlets}">
    <tbody>
      ${farthestFirst.map(
        (pair) =>
          html`<tr>
            <th scope="row"><bdi>${shortName(pair.sources[0])}</bdi> – <bdi>${shortName(pair.sources[1])}</bdi></th>
            <td>${renderPair(pair, messages)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function renderPair({ distance, shared }: SourcePair, messages: Messages): Content {
  return distance === undefined
    ? html`<small>${messages.tooFewShared}</small>`
    : html`${renderDistance(distance)} <b>${messages.pairDistance(distance)}</b>
        <small>${messages.sharedClaims(shared.length)}</small>`;
}

/** Renders the numbers of the drawing as a table, for those who do not see it. */
export function renderNumbers({ rows, placed }: DisagreementModel, messages: Messages): Content {
  const { sources } = placed;
  return html`<div class="hidden">
    <table>
      <caption>
        ${messages.viewAsTable}
      </caption>
      <thead>
        <tr>
          <th scope="col">${messages.claim}</th>
          ${sources.map(({ source }) => html`<th scope="col">${source.name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          ({ row }) => row.claim.id,
          ({ row }) => guard([row, sources, messages], () => renderNumbersRow(row, sources, messages)),
        )}
      </tbody>
    </table>
  </div>`;
}

function renderNumbersRow(
  row: PlacedDisagreement,
  sources: DisagreementLayout['sources'],
  messages: Messages,
): Content {
  return html`<tr>
    <th scope="row">${row.claim.text}</th>
    ${sources.map(({ source }) => html`<td>${outletOnClaim(row, source, messages)}</td>`)}
  </tr>`;
}
