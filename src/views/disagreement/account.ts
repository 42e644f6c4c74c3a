import type { DisagreementAccount, SharedUtterance } from '../../analysis/disagreement-account.js';
import type { SourceOnClaim, VoiceInSource } from '../../analysis/disagreements.js';
import type { Source } from '../../dataset/dataset.js';
import type { PlacedDisagreement } from '../../layout/disagreement/disagreement-layout.js';
import type { AccountQuote, AccountVoice, PlacedAccount } from '../../layout/disagreement/disagreement-model.js';
import type { Messages } from '../../wording/messages.js';
import { verbOf } from '../../wording/sentences.js';
import { shortName } from '../../wording/short-name.js';
import { renderButton } from '../button.js';
import { renderEvidence, renderMissingEvidence } from '../evidence.js';
import { renderMark } from '../marks.js';
import { html, nothing, svg, type Content } from '../template.js';

export interface AccountActions {
  readonly close: () => void;
  readonly loadEvidence: () => void;
}

/** Renders “Why this?”: whom the sources quote, how the verdict comes about, what would change it, and the quotes side by side. */
export function renderAccount(
  row: PlacedDisagreement,
  { account, evidence, sources }: PlacedAccount,
  messages: Messages,
  actions: AccountActions,
): Content {
  const { answer } = row;
  const { score } = answer;
  const { utterances } = account;
  const positions = answer.sources.flatMap(({ position = [] }) => position);
  return html`<section
    id="account-${row.claim.id}"
    class="account"
    part="account"
    aria-label="${`${messages.selectClaim} ${row.claim.text}`}"
  >
    ${renderDifferences(account, messages)} ${renderWhatIf(account, messages)}
    ${renderStandings(answer.sources, answer.silent, messages)} ${renderPairsOnClaim(row, account, messages)}
    <div class="quotes">
      ${
        evidence === 'there'
          ? sources.map((each) => renderQuotesOf(each, messages))
          : renderMissingEvidence(evidence, messages, actions)
      }
    </div>
    ${
      utterances.length > 0
        ? html`<div class="utterances" part="variants">
            <h4>${messages.sameUtterance} <small>${messages.differencesMarked}</small></h4>
            <ul>
              ${utterances.map((utterance) => html`<li>${renderUtterance(utterance, messages)}</li>`)}
            </ul>
          </div>`
        : nothing
    }
    <details>
      <summary>${messages.howCalculated}</summary>
      <p>${messages.calculation}</p>
      <details>
        <summary>${messages.formulaLabel}</summary>
        <p>${messages.formula} ${score === undefined ? '' : messages.calculated(positions, score)}</p>
      </details>
    </details>
    ${renderButton(messages.close, actions.close)}
  </section>`;
}

function renderDifferences({ differences, hasWideGap }: DisagreementAccount, messages: Messages): Content {
  if (!hasWideGap && !differences) return nothing;
  return html`<p class="what-if">
    ${hasWideGap ? messages.gapExplained : ''} ${differences ? messages.differences(differences) : ''}
  </p>`;
}

function renderPairsOnClaim(
  { isScored }: PlacedDisagreement,
  { pairs, morePairs }: DisagreementAccount,
  messages: Messages,
): Content {
  if (pairs.length < 2) return nothing;
  return html`<h4>${messages.pairsOfOutlets} <small>${messages.pairsAddUp}</small></h4>
    <ul class="pairs">
      ${pairs.map(
        ({ sources: [one, other], distance, part }) =>
          html`<li>
            <span><bdi>${shortName(one)}</bdi> – <bdi>${shortName(other)}</bdi></span>
            ${renderDistance(distance)}
            <span>${messages.distance(distance)}${isScored ? ` (${messages.pairShare(part)})` : ''}</span>
          </li>`,
      )}
      ${morePairs > 0 ? html`<li>${messages.more(morePairs)}</li>` : nothing}
    </ul>`;
}

/** Renders the distance of two sources as a bar; the whole width means opposed. */
export function renderDistance(distance: number): Content {
  return html`<svg class="distance" aria-hidden="true">
    <rect class="whole" width="100%" height="100%"></rect>
    ${svg`<rect width="${`${Math.round(distance * 100)}%`}" height="100%"></rect>`}
  </svg>`;
}

function renderWhatIf(
  { category, categoriesWithout, isStable, decisive, extremes }: DisagreementAccount,
  messages: Messages,
): Content {
  const sentences = [
    ...(isStable ? [messages.bandUnchanged(category)] : []),
    ...categoriesWithout.map((other) => messages.bandWithout(other.source.name, other.category)),
    ...extremes.map(({ source, score }) => messages.scoreWithout(source.name, score)),
    ...(decisive.length > 0 ? [messages.dependsOn(decisive.length)] : []),
  ];
  if (sentences.length === 0) return nothing;
  return html`<h4>${messages.whatIf}</h4>
    <p class="what-if">${sentences.join(' ')}</p>`;
}

function renderStandings(sources: readonly SourceOnClaim[], silent: readonly Source[], messages: Messages): Content {
  return html`<table class="standings">
    <thead>
      <tr>
        <th scope="col">${messages.outlet}</th>
        <th scope="col">${messages.peopleQuoted}</th>
        <th scope="col" class="number">${messages.sourceBalance}</th>
        <th scope="col">${messages.inItsOwnWords}</th>
      </tr>
    </thead>
    <tbody>
      ${sources.map(
        ({ source, speakers, position, own }) =>
          html`<tr>
            <th scope="row"><bdi>${source.name}</bdi></th>
            <td data-label="${messages.peopleQuoted}${messages.colon}">
              ${
                speakers.length > 0
                  ? html`<ul class="voices">
                      ${speakers.map((voice) => html`<li>${renderVoice(voice, messages)}</li>`)}
                    </ul>`
                  : messages.nobody
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

function renderVoice({ speaker, side }: VoiceInSource, messages: Messages): Content {
  return html`<span class="voice"
    >${renderMark(side)}<bdi>${speaker ? shortName(speaker) : nothing}</bdi
    ><span class="hidden">${verbOf(side, speaker, messages)}</span></span
  >`;
}

function renderQuotesOf({ source, voices }: PlacedAccount['sources'][number], messages: Messages): Content {
  return html`<div>
    <h4><bdi>${source.name}</bdi></h4>
    ${voices.map((voice) => renderVoiceQuotes(voice, messages))}
  </div>`;
}

function renderVoiceQuotes({ voice: { speaker, side }, shown, folded }: AccountVoice, messages: Messages): Content {
  return html`<div class="said-by">
    <h5>
      ${renderMark(side)}<span
        ><bdi>${speaker?.name ?? messages.inItsOwnWords}</bdi
        >${messages.beforeSide}${verbOf(side, speaker, messages)}</span
      >
    </h5>
    ${shown.map((quote) => renderQuote(quote, messages))}
    ${
      folded.length > 0
        ? html`<details>
            <summary>${messages.more(folded.length)}</summary>
            ${folded.map((quote) => renderQuote(quote, messages))}
          </details>`
        : nothing
    }
  </div>`;
}

function renderQuote({ evidence, isDecisive }: AccountQuote, messages: Messages): Content {
  return html` ${renderEvidence(evidence, messages)}
  ${isDecisive ? html`<p class="decisive">${messages.decisive}</p>` : nothing}`;
}

function renderUtterance({ versions, missingFrom }: SharedUtterance, messages: Messages): Content {
  return html`${versions.map(
    ({ source, words }) =>
      html`<p>
        <bdi>${shortName(source)}</bdi>${messages.colon}<q dir="auto"
          >${words.map(({ text, differs }) => (differs ? [html`<em>${text.trimEnd()}</em>`, ' '] : text))}</q
        >
      </p>`,
  )}
  ${missingFrom.length > 0 ? html`<p class="left-out">${messages.missingFrom(missingFrom.map(shortName))}</p>` : nothing}`;
}
