import type { Article, Side, Statement } from '../../dataset/dataset.js';
import { quoteLink } from '../../dataset/quote-link.js';
import { quoteText } from '../../dataset/quote-parts.js';
import type { Messages } from '../../wording/messages.js';
import type { Dressing } from './channel-styles.js';
import { attributes, joined, lines, markup, type Content, type Markup } from '../markup.js';
import { glyphs } from '../static-view.js';

/** What the pieces of a page need to know. */
export interface Told {
  readonly messages: Messages;
  readonly dress: Dressing;
}

/** A side as a sign and its word. */
export function sideMarkup(side: Side, said: string, { dress }: Told): Markup {
  return markup`<b${dress(side)}>${glyphs[side]} ${said}</b>`;
}

/**
 * One statement: the very words, who printed them, when and how, and a link to their place. The words around the quote, which the
 * widget shows dimmed, are left out: without a style sheet nobody could tell them from the quote.
 */
export function evidenceMarkup(statement: Statement, told: Told): Markup {
  const { messages: messages, dress } = told;
  const { article, quote, translation, contested, note, voice } = statement;
  const { source, published, lang } = article;
  const facts = [
    markup`<cite>${isolated(source.name)}</cite>`,
    published && markup`${messages.comma}<time datetime="${published}">${messages.date(published)}</time>`,
    ` · ${messages.voice[voice]} · `,
    links(quoteLink(statement), article, told),
  ];
  return lines([
    markup`<p${dress('quote')}><q${attributes({ cite: article.url, lang, dir: 'auto' })}>${quoteText(quote)}</q><br />`,
    markup`<small${dress('source')}>${facts}</small></p>`,
    translation &&
      markup`<p${attributes({ lang: translation.lang, dir: 'auto' })}${dress('note')}>${translation.text} (${translation.by ? messages.translationBy(translation.by) : messages.translation})</p>`,
    note &&
      markup`<p${dress('note')}><small><b>${messages.editorsNote}${messages.colon}</b>${isolated(note)}</small></p>`,
    contested &&
      markup`<p${dress('note')}><b>! ${messages.contestedBy(contested.by, contested.date)}${contested.note && messages.colon}</b>${contested.note && isolated(contested.note)}</p>`,
  ]);
}

/** One article with its headline and addresses, for the list at the end. */
export function articleMarkup(article: Article, told: Told): Markup {
  const { messages: messages, dress } = told;
  const { source, headline, published, lang, url, archive } = article;
  const facts = [
    isolated(source.name),
    headline && isolated(headline, lang),
    published && messages.date(published),
    url || archive ? links(url, article, told) : undefined,
  ];
  return markup`<p${dress('footer')}><small>${joined(
    facts.map((fact) => fact || undefined),
    ' · ',
  )}</small></p>`;
}

/** Data inside a sentence of ours: whatever its direction, it moves nothing around it. */
export function isolated(text: string, lang?: string): Markup {
  return markup`<bdi${attributes({ lang })}>${text}</bdi>`;
}

function links(address: string | undefined, { archive }: Article, { messages: messages, dress }: Told): Content {
  if (!address && !archive) return messages.noLink;
  const anchor = (address: string, label: string) => markup`<a href="${address}"${dress('link')}>${label}</a>`;
  return joined(
    [
      address ? anchor(address, messages.readInArticle) : undefined,
      archive ? anchor(archive, messages.readInArchive) : undefined,
    ],
    ' · ',
  );
}
