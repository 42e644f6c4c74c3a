import type { Statement } from '../dataset/dataset.js';
import { quoteLink } from '../dataset/quote-link.js';
import { quoteParts } from '../dataset/quote-parts.js';
import type { Wording } from '../wording/wording.js';
import type { EvidenceState } from './evidence-files.js';
import { attribute, html, verbatim, type Content, type Markup } from './html.js';

/**
 * One statement's evidence: the verbatim words among the words around them, who printed them, when and how, and a link to
 * their very place. Everything comes from outside and is shown as text.
 */
export function renderEvidence(statement: Statement, words: Wording): Markup {
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
        ${translation.text} <small>${translation.by ? words.translationBy(translation.by) : words.translation}</small>
      </p>`
    }
    <figcaption>
      <bdi>${article.source.name}</bdi>${article.published && words.comma + words.date(article.published)} ·
      ${words.voice[voice]} · ${renderLink(statement, words)}
      ${article.headline && html`<br /><cite ${lang} dir="auto">${article.headline}</cite>`}
    </figcaption>
    ${note && html`<p class="note"><b>${words.codersNote}${words.colon}</b><bdi>${note}</bdi></p>`}
    ${
      contested &&
      html`<p class="note contested">
        <b>${words.contestedBy(contested.by, contested.date)}${contested.note && words.colon}</b
        ><bdi>${contested.note}</bdi>
      </p>`
    }
  </figure>`;
}

function renderLink(statement: Statement, words: Wording): Content {
  const { archive } = statement.article;
  const link = quoteLink(statement);
  const outward = (address: string, label: string) =>
    html`<a part="link" href="${address}" target="_blank" rel="noopener noreferrer"
      >${label}<span aria-hidden="true">&nbsp;↗</span></a
    >`;
  if (!link && !archive) return words.noAddress;
  return [
    link && outward(link, words.readInArticle),
    link && archive && ' · ',
    archive && outward(archive, words.readInArchive),
  ];
}

/** In the place of evidence that stands apart and is not there. */
export function renderMissing(evidence: EvidenceState, words: Wording): Markup {
  if (evidence === 'loading') return html`<p role="status">${words.loading}</p>`;
  return html`<p role="alert">${words.evidenceFailed}</p>
    <button class="plain" data-act="askEvidence">${words.tryAgain}</button>`;
}
