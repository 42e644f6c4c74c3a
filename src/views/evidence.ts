import { ifDefined } from 'lit/directives/if-defined.js';
import type { Article } from '../dataset/dataset.js';
import type { EvidenceState, PlacedEvidence } from '../layout/evidence.js';
import type { Messages } from '../wording/messages.js';
import { shortName } from '../wording/short-name.js';
import { renderButton } from './button.js';
import { html, nothing, verbatim, type Content } from './template.js';

/** Seen, but not read aloud. The spaces are an expression because the build trims those of a template. */
const dot = html`<span aria-hidden="true">${' · '}</span>`;

/** Renders one statement: its quote in context, who published it, when and how, and links to the quote in the article. */
export function renderEvidence({ statement, parts, link }: PlacedEvidence, messages: Messages): Content {
  const { article, quote, stance, translation, contested, note, voice } = statement;
  const lang = ifDefined(article.lang);
  return html`<figure class="evidence ${stance}" part="evidence ${stance}">
    <blockquote part="quote" lang="${lang}" dir="auto">
      ${quote.prefix ? `…${quote.prefix}` : ''}${parts.map(({ kind, text }) =>
        kind === 'words' ? html`<mark>${verbatim(text)}</mark>` : text,
      )}${quote.suffix ? `${quote.suffix}…` : ''}
    </blockquote>
    ${
      translation
        ? html`<p class="translation" lang="${translation.lang}" dir="auto">
            ${translation.text}
            <small>${translation.by ? messages.translationBy(translation.by) : messages.translation}</small>
          </p>`
        : nothing
    }
    <figcaption>
      <bdi>${article.source.name}</bdi
      >${article.published ? messages.comma + messages.date(article.published) : ''}${dot}${messages.voice[voice]}${dot}${renderLinks(link, article, messages)}
      ${article.headline ? html`<br /><cite lang="${lang}" dir="auto">${article.headline}</cite>` : nothing}
    </figcaption>
    ${note ? html`<p class="note"><b>${messages.editorsNote}${messages.colon}</b><bdi>${note}</bdi></p>` : nothing}
    ${
      contested
        ? html`<p class="note">
            <b>${messages.contestedBy(contested.by, contested.date)}${contested.note ? messages.colon : ''}</b
            ><bdi>${contested.note}</bdi>
          </p>`
        : nothing
    }
  </figure>`;
}

function renderLinks(link: string | undefined, { source, archive }: Article, messages: Messages): Content {
  if (!link && !archive) return messages.noLink;
  return [
    link ? renderLink(link, messages.readInArticle(shortName(source))) : nothing,
    link && archive ? dot : nothing,
    archive ? renderLink(archive, messages.readInArchive) : nothing,
  ];
}

function renderLink(address: string, label: string): Content {
  return html`<a part="link" href="${address}" target="_blank" rel="noopener noreferrer"
    >${label}<span aria-hidden="true">&nbsp;↗</span></a
  >`;
}

/** Renders what is shown while the evidence of a split dataset is loading, or could not be loaded. */
export function renderMissingEvidence(
  state: Exclude<EvidenceState, 'there'>,
  messages: Messages,
  { loadEvidence }: { readonly loadEvidence: () => void },
): Content {
  if (state === 'loading') return html`<p role="status">${messages.loading}</p>`;
  return html`<p role="alert">${messages.evidenceFailed}</p>
    ${renderButton(messages.tryAgain, loadEvidence)}`;
}
