import type { Dataset, Source, Statement } from '../../dataset/dataset.js';
import type { SourceOnClaim, VoiceInSource } from '../../analysis/disagreements.js';
import { disagreementAccount, minSourcesForScore, type SharedUtterance } from '../../analysis/disagreement-account.js';
import type { PlacedDisagreement } from '../../layout/disagreement-layout.js';
import type { Messages } from '../../wording/messages.js';
import type { EvidenceState } from '../../elements/controllers/evidence-store.js';
import { renderEvidence, renderMissing } from '../evidence.js';
import { html, svg, type Content, type Markup } from '../html.js';
import { renderMark } from '../marks.js';
import { shortName } from '../../wording/short-name.js';

/** Further statements of one voice are one step away. */
const shownPerVoice = 2;

/** “Why this?”: whom the sources carry, how that adds up, what would change it, and the words themselves side by side. */
export function renderAccount(
  dataset: Dataset,
  row: PlacedDisagreement,
  messages: Messages,
  evidence: EvidenceState,
): Markup {
  const { answer } = row;
  const { score } = answer;
  const account = disagreementAccount(dataset, answer);
  const positions = row.marks.map(({ position }) => position);
  return html`<section
    id="account-${row.claim.id}"
    class="account"
    part="account"
    aria-label="${`${messages.selectClaim} ${row.claim.text}`}"
  >
    ${renderWhatIf(row, account, messages)} ${renderStandings(answer.sources, answer.silent, messages)}
    ${
      account.pairs.length > 1 &&
      html`<h4>${messages.pairsOfReports} <small>${messages.pairsAddUp}</small></h4>
        <ul class="pairs">
          ${account.pairs.map(
            ({ sources: [one, other], distance, part }) =>
              html`<li>
                <span><bdi>${shortName(one)}</bdi> – <bdi>${shortName(other)}</bdi></span>
                ${renderDistance(distance)}
                <span
                  >${messages.distance(distance)}${
                    positions.length >= minSourcesForScore && ` (${messages.pairDistance(part)})`
                  }</span
                >
              </li>`,
          )}
          ${account.morePairs > 0 && html`<li>${messages.more(account.morePairs)}</li>`}
        </ul>`
    }
    <div class="quotes">
      ${
        evidence === 'there'
          ? answer.sources.map((source) => renderQuotes(source, answer.decisive, messages))
          : renderMissing(evidence, messages)
      }
    </div>
    ${
      account.utterances.length > 0 &&
      html`<div class="utterances" part="variants">
        <h4>${messages.sameUtterance} <small>${messages.differencesMarked}</small></h4>
        <ul>
          ${account.utterances.map((utterance) => html`<li>${renderUtterance(utterance, messages)}</li>`)}
        </ul>
      </div>`
    }
    <details class="calculation">
      <summary>${messages.howCalculated}</summary>
      <p>${messages.measure}. ${messages.calculation}</p>
      ${score !== undefined && html`<p>${messages.calculated(positions, score)}</p>`}
    </details>
    <button class="plain" data-act="close">${messages.close}</button>
  </section>`;
}

/** A bar as long as two sources lie apart; the whole width is opposed. */
export function renderDistance(distance: number): Markup {
  return html`<svg class="distance" aria-hidden="true">
    <rect class="whole" width="100%" height="100%"></rect>
    ${svg`<rect width="${`${Math.round(distance * 100)}%`}" height="100%"></rect>`}
  </svg>`;
}

function renderWhatIf(
  { answer }: PlacedDisagreement,
  { bandsWithout, extremes }: ReturnType<typeof disagreementAccount>,
  messages: Messages,
): Content {
  if (!answer.band) return undefined;
  const sentences = [
    ...(bandsWithout.length > 0
      ? bandsWithout.map(({ source, band }) => messages.bandWithout(source.name, band))
      : [messages.bandUnchanged]),
    ...extremes.map(({ source, score }) => messages.scoreWithout(source.name, score)),
    ...(answer.decisive.length > 0 ? [messages.dependsOn(answer.decisive.length)] : []),
  ];
  return html`<h4>${messages.whatIf}</h4>
    <p class="what-if">${sentences.join(' ')}</p>`;
}

function renderStandings(sources: readonly SourceOnClaim[], silent: readonly Source[], messages: Messages): Markup {
  return html`<table class="standings">
    <thead>
      <tr>
        <th scope="col">${messages.report}</th>
        <th scope="col">${messages.quotedVoices}</th>
        <th scope="col" class="number">${messages.sourceBalance}</th>
        <th scope="col">${messages.inItsOwnWords}</th>
      </tr>
    </thead>
    <tbody>
      ${sources.map(
        ({ source, speakers, position, own }) =>
          html`<tr>
            <th scope="row"><bdi>${source.name}</bdi></th>
            <td data-label="${messages.quotedVoices}${messages.colon}">
              ${
                speakers.length > 0
                  ? html`<ul class="voices">
                      ${speakers.map((voice) => html`<li>${renderVoice(voice, messages)}</li>`)}
                    </ul>`
                  : messages.noVoices
              }
            </td>
            <td class="number" data-label="${messages.sourceBalance}${messages.colon}">
              ${position === undefined ? '–' : messages.signed(position)}
            </td>
            <td data-label="${messages.inItsOwnWords}${messages.colon}">
              ${own ? html`<span class="voice">${renderMark(own.side)}${messages.sideVerb[own.side]}</span>` : '–'}
            </td>
          </tr>`,
      )}
      ${silent.map(
        (source) =>
          html`<tr class="silent">
            <th scope="row"><bdi>${source.name}</bdi></th>
            <td colspan="3">${messages.notCovered}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function renderVoice({ speaker, side }: VoiceInSource, messages: Messages): Markup {
  return html`<span class="voice"
    >${renderMark(side)}<bdi>${speaker && shortName(speaker)}</bdi
    ><span class="hidden">${messages.sideVerb[side]}</span></span
  >`;
}

function renderQuotes(
  { source, speakers, own }: SourceOnClaim,
  decisive: readonly Statement[],
  messages: Messages,
): Markup {
  const quote = (statement: Statement) => html`
    ${renderEvidence(statement, messages)}
    ${decisive.includes(statement) && html`<p class="decisive">${messages.decisive}</p>`}
  `;
  return html`<div class="carried">
    <h4><bdi>${source.name}</bdi></h4>
    ${[...speakers, ...(own ? [own] : [])].map(({ speaker, side, statements }) => {
      // What the band rests on must not be hidden behind a step.
      const sorted = [...statements].sort((a, b) => Number(decisive.includes(b)) - Number(decisive.includes(a)));
      const rest = sorted.slice(shownPerVoice);
      return html`<div class="said-by">
        <h5>
          ${renderMark(side)}<span
            ><bdi>${speaker?.name ?? messages.inItsOwnWords}</bdi> ${messages.sideVerb[side]}</span
          >
        </h5>
        ${sorted.slice(0, shownPerVoice).map(quote)}
        ${
          rest.length > 0 &&
          html`<details>
            <summary>${messages.more(rest.length)}</summary>
            ${rest.map(quote)}
          </details>`
        }
      </div>`;
    })}
  </div>`;
}

function renderUtterance({ versions, missingFrom }: SharedUtterance, messages: Messages): Markup {
  return html`${versions.map(
    ({ source, words: told }) =>
      html`<p>
        <bdi>${shortName(source)}</bdi>${messages.colon}<q dir="auto"
          >${told.map(({ text, differs }) => (differs ? [html`<em>${text.trimEnd()}</em>`, ' '] : text))}</q
        >
      </p>`,
  )}
  ${missingFrom.length > 0 && html`<p class="left-out">${messages.missingFrom(missingFrom.map(shortName))}</p>`}`;
}
