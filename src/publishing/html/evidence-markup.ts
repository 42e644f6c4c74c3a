import type { Article, Side, Statement } from '../../dataset/dataset.js';
import { quoteLink } from '../../dataset/quote-link.js';
import { quoteText } from '../../dataset/quote-parts.js';
import type { Messages } from '../../wording/messages.js';
import type { ChannelStyles } from './channel-styles.js';
import { attributes, joined, lines, markup, type Content, type Markup } from '../markup.js';
import { shortName } from '../../wording/short-name.js';
import { glyphs } from '../static-view.js';

/** What every function that writes markup needs besides its data. */
export interface MarkupContext {
  readonly messages: Messages;
  readonly styleOf: ChannelStyles;
}

/** Returns a side as a sign followed by a word: “✓ Supports”. */
export function sideMarkup(side: Side, label: string, { styleOf }: MarkupContext): Markup {
  return markup`<b${styleOf(side)}>${glyphs[side]} ${label}</b>`;
}

/**
 * Returns one statement: the verbatim quote, its outlet, date and voice, and a link to the passage. The text around the quote, which
 * the elements show dimmed, is left out: without a style sheet it would look like part of the quote.
 */
export function evidenceMarkup(statement: Statement, context: MarkupContext): Markup {
  const { messages, styleOf } = context;
  const { article, quote, translation, contested, note, voice } = statement;
  const { source, published, lang } = article;
  const facts = [
    markup`<cite>${isolateBidi(source.name)}</cite>`,
    published && markup`${messages.comma}<time datetime="${published}">${messages.date(published)}</time>`,
    ` · ${messages.voice[voice]} · `,
    articleLinks(quoteLink(statement), article, context),
  ];
  return lines([
    markup`<p${styleOf('quote')}><q${attributes({ cite: article.url, lang, dir: 'auto' })}>${quoteText(quote)}</q><br />`,
    markup`<small${styleOf('source')}>${facts}</small></p>`,
    translation &&
      markup`<p${attributes({ lang: translation.lang, dir: 'auto' })}${styleOf('note')}>${translation.text} (${translation.by ? messages.translationBy(translation.by) : messages.translation})</p>`,
    note &&
      markup`<p${styleOf('note')}><small><b>${messages.editorsNote}${messages.colon}</b>${isolateBidi(note)}</small></p>`,
    contested &&
      markup`<p${styleOf('note')}><b>! ${messages.contestedBy(contested.by, contested.date)}${contested.note && messages.colon}</b>${contested.note && isolateBidi(contested.note)}</p>`,
  ]);
}

/** Returns one article with its headline and links, for the list of articles at the end. */
export function articleMarkup(article: Article, context: MarkupContext): Markup {
  const { messages, styleOf } = context;
  const { source, headline, published, lang, url, archive } = article;
  const facts = [
    isolateBidi(source.name),
    headline && isolateBidi(headline, lang),
    published && messages.date(published),
    url || archive ? articleLinks(url, article, context) : undefined,
  ];
  return markup`<p${styleOf('footer')}><small>${joined(
    facts.map((fact) => fact || undefined),
    ' · ',
  )}</small></p>`;
}

/** Returns text from the dataset isolated, so that its direction does not reorder the sentence around it. */
export function isolateBidi(text: string, lang?: string): Markup {
  return markup`<bdi${attributes({ lang })}>${text}</bdi>`;
}

function articleLinks(
  address: string | undefined,
  { archive, source }: Article,
  { messages, styleOf }: MarkupContext,
): Content {
  if (!address && !archive) return messages.noLink;
  const anchor = (address: string, label: string) => markup`<a href="${address}"${styleOf('link')}>${label}</a>`;
  return joined(
    [
      address ? anchor(address, messages.readInArticle(shortName(source))) : undefined,
      archive ? anchor(archive, messages.readInArchive) : undefined,
    ],
    ' · ',
  );
}
