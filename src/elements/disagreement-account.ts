import type { Dataset, Source, Statement } from '../dataset/dataset.js';
import type { SourceOnClaim, VoiceInSource } from '../dataset/disagreements.js';
import { disagreementAccount, fewestForScore, type ToldUtterance } from '../layout/disagreement-account.js';
import type { PlacedDisagreement } from '../layout/disagreement-layout.js';
import type { Wording } from '../wording/wording.js';
import type { EvidenceState } from './evidence-files.js';
import { renderEvidence, renderMissing } from './evidence.js';
import { html, svg, type Content, type Markup } from './html.js';
import { renderMark } from './marks.js';
import { shortName } from './short-name.js';

/** Further statements of one voice are one step away. */
const shownPerVoice = 2;

/** “Why this?”: whom the sources carry, how that adds up, what would change it, and the words themselves side by side. */
export function renderAccount(
  dataset: Dataset,
  row: PlacedDisagreement,
  words: Wording,
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
    aria-label="${`${words.selectClaim} ${row.claim.text}`}"
  >
    ${renderWhatIf(row, account, words)} ${renderStandings(answer.sources, answer.silent, words)}
    ${
      account.pairs.length > 1 &&
      html`<h4>${words.pairsOfReports} <small>${words.pairsAddUp}</small></h4>
        <ul class="pairs">
          ${account.pairs.map(
            ({ sources: [one, other], distance, part }) =>
              html`<li>
                <span><bdi>${shortName(one)}</bdi> – <bdi>${shortName(other)}</bdi></span>
                ${renderDistance(distance)}
                <span
                  >${words.apart(distance)}${
                    positions.length >= fewestForScore && ` (${words.pairDistance(part)})`
                  }</span
                >
              </li>`,
          )}
          ${account.morePairs > 0 && html`<li>${words.more(account.morePairs)}</li>`}
        </ul>`
    }
    <div class="quotes">
      ${
        evidence === 'there'
          ? answer.sources.map((source) => renderQuotes(source, answer.decisive, words))
          : renderMissing(evidence, words)
      }
    </div>
    ${
      account.utterances.length > 0 &&
      html`<div class="utterances" part="variants">
        <h4>${words.sameUtterance} <small>${words.differencesMarked}</small></h4>
        <ul>
          ${account.utterances.map((utterance) => html`<li>${renderUtterance(utterance, words)}</li>`)}
        </ul>
      </div>`
    }
    <details class="calculation">
      <summary>${words.howCalculated}</summary>
      <p>${words.measure}. ${words.calculation}</p>
      ${score !== undefined && html`<p>${words.calculated(positions, score)}</p>`}
    </details>
    <button class="plain" data-act="close">${words.close}</button>
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
  words: Wording,
): Content {
  if (!answer.band) return undefined;
  const sentences = [
    ...(bandsWithout.length > 0
      ? bandsWithout.map(({ source, band }) => words.bandWithout(source.name, band))
      : [words.steady]),
    ...extremes.map(({ source, score }) => words.scoreWithout(source.name, score)),
    ...(answer.decisive.length > 0 ? [words.restsOn(answer.decisive.length)] : []),
  ];
  return html`<h4>${words.whatIf}</h4>
    <p class="what-if">${sentences.join(' ')}</p>`;
}

function renderStandings(sources: readonly SourceOnClaim[], silent: readonly Source[], words: Wording): Markup {
  return html`<table class="standings">
    <thead>
      <tr>
        <th scope="col">${words.report}</th>
        <th scope="col">${words.voicesCarried}</th>
        <th scope="col" class="number">${words.sourceBalance}</th>
        <th scope="col">${words.inItsOwnWords}</th>
      </tr>
    </thead>
    <tbody>
      ${sources.map(
        ({ source, speakers, position, own }) =>
          html`<tr>
            <th scope="row"><bdi>${source.name}</bdi></th>
            <td data-label="${words.voicesCarried}${words.colon}">
              ${
                speakers.length > 0
                  ? html`<ul class="voices">
                      ${speakers.map((voice) => html`<li>${renderVoice(voice, words)}</li>`)}
                    </ul>`
                  : words.noVoices
              }
            </td>
            <td class="number" data-label="${words.sourceBalance}${words.colon}">
              ${position === undefined ? '–' : words.signed(position)}
            </td>
            <td data-label="${words.inItsOwnWords}${words.colon}">
              ${own ? html`<span class="voice">${renderMark(own.side)}${words.sideVerb[own.side]}</span>` : '–'}
            </td>
          </tr>`,
      )}
      ${silent.map(
        (source) =>
          html`<tr class="silent">
            <th scope="row"><bdi>${source.name}</bdi></th>
            <td colspan="3">${words.silentReport}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function renderVoice({ speaker, side }: VoiceInSource, words: Wording): Markup {
  return html`<span class="voice"
    >${renderMark(side)}<bdi>${speaker && shortName(speaker)}</bdi
    ><span class="hidden">${words.sideVerb[side]}</span></span
  >`;
}

function renderQuotes(
  { source, speakers, own }: SourceOnClaim,
  decisive: readonly Statement[],
  words: Wording,
): Markup {
  const quote = (statement: Statement) => html`
    ${renderEvidence(statement, words)}
    ${decisive.includes(statement) && html`<p class="decisive">${words.decisive}</p>`}
  `;
  return html`<div class="carried">
    <h4><bdi>${source.name}</bdi></h4>
    ${[...speakers, ...(own ? [own] : [])].map(({ speaker, side, statements }) => {
      // What the band rests on must not be hidden behind a step.
      const sorted = [...statements].sort((a, b) => Number(decisive.includes(b)) - Number(decisive.includes(a)));
      const rest = sorted.slice(shownPerVoice);
      return html`<div class="said-by">
        <h5>
          ${renderMark(side)}<span><bdi>${speaker?.name ?? words.inItsOwnWords}</bdi> ${words.sideVerb[side]}</span>
        </h5>
        ${sorted.slice(0, shownPerVoice).map(quote)}
        ${
          rest.length > 0 &&
          html`<details>
            <summary>${words.more(rest.length)}</summary>
            ${rest.map(quote)}
          </details>`
        }
      </div>`;
    })}
  </div>`;
}

function renderUtterance({ tellings, leftOutBy }: ToldUtterance, words: Wording): Markup {
  return html`${tellings.map(
    ({ source, words: told }) =>
      html`<p>
        <bdi>${shortName(source)}</bdi>${words.colon}<q dir="auto"
          >${told.map(({ text, differs }) => (differs ? [html`<em>${text.trimEnd()}</em>`, ' '] : text))}</q
        >
      </p>`,
  )}
  ${leftOutBy.length > 0 && html`<p class="left-out">${words.leavesOut(leftOutBy.map(shortName))}</p>`}`;
}
