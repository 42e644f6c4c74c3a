import type { Statement } from '../dataset/dataset.js';
import { quoteLink } from '../dataset/quote-link.js';
import { quoteParts } from '../dataset/quote-parts.js';
import type { Messages } from '../wording/messages.js';
import type { EvidenceState } from '../elements/controllers/evidence-store.js';
import { attribute, html, verbatim, type Content, type Markup } from './html.js';

/**
 * One statement's evidence: the verbatim words among the words around them, who printed them, when and how, and a link to
 * their very place. Everything comes from outside and is shown as text.
 */
export function renderEvidence(statement: Statement, messages: Messages): Markup {
  const { article, quote, stance, translation, contested, note, voice } = statement;
  const lang = attribute('lang', article.lang);
  return html`<figure class="evidence ${stance}" part="evidence ${stance}">
    <blockquote part="quote" ${lang} dir="auto">
      ${quote.prefix && html`<span class="context">…${quote.prefix}</span>`}${quoteParts(quote).map(({ kind, text }) =>
        kind === 'words' ? html`<mark>${verbatim(text)}</mark>` : html`<span class="joint">${text}</span>`,
      )}${quote.suffix && html`<span class="context">${quote.suffix}…</span>`}
    </blockquote>
    ${
      translation &&
      html`<p class="translation" lang="${translation.lang}" dir="auto">
        ${translation.text}
        <small>${translation.by ? messages.translationBy(translation.by) : messages.translation}</small>
      </p>`
    }
    <figcaption>
      <bdi>${article.source.name}</bdi>${article.published && messages.comma + messages.date(article.published)} ·
      ${messages.voice[voice]} · ${renderLink(statement, messages)}
      ${article.headline && html`<br /><cite ${lang} dir="auto">${article.headline}</cite>`}
    </figcaption>
    ${note && html`<p class="note"><b>${messages.editorsNote}${messages.colon}</b><bdi>${note}</bdi></p>`}
    ${
      contested &&
      html`<p class="note contested">
        <b>${messages.contestedBy(contested.by, contested.date)}${contested.note && messages.colon}</b
        ><bdi>${contested.note}</bdi>
      </p>`
    }
  </figure>`;
}

function renderLink(statement: Statement, messages: Messages): Content {
  const { archive } = statement.article;
  const link = quoteLink(statement);
  const outward = (address: string, label: string) =>
    html`<a part="link" href="${address}" target="_blank" rel="noopener noreferrer"
      >${label}<span aria-hidden="true">&nbsp;↗</span></a
    >`;
  if (!link && !archive) return messages.noLink;
  return [
    link && outward(link, messages.readInArticle),
    link && archive && ' · ',
    archive && outward(archive, messages.readInArchive),
  ];
}

/** In the place of evidence that stands apart and is not there. */
export function renderMissing(evidence: EvidenceState, messages: Messages): Markup {
  if (evidence === 'loading') return html`<p role="status">${messages.loading}</p>`;
  return html`<p role="alert">${messages.evidenceFailed}</p>
    <button class="plain" data-act="askEvidence">${messages.tryAgain}</button>`;
}
