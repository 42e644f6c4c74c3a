import { dressedForEmail, palette } from './channel-styles.js';
import { attributes, lines, markup, type Markup } from '../markup.js';
import { semanticHtml } from './semantic-html.js';
import { listed, type StaticView } from '../static-view.js';

/** Gmail cuts off what is longer, and with it the footer of the newsletter. */
const longestForGmail = 102 * 1024;

/**
 * A message of 600 pixels that shrinks on a phone: tables, styles in each tag, nothing to load. Text and ground both have their
 * colour, so it stays readable where the mail program is dark. The outer table alone may be pasted into a newsletter as well.
 */
export function emailPage(view: StaticView): Markup {
  const { messages: messages, heading, wanted } = view;
  const shown = wanted.layout === 'auto' ? listed(view) : view;
  const ground = `background-color:${palette.surface};color:${palette.ink}`;
  return lines([
    markup`<!DOCTYPE html>`,
    markup`<html${attributes({ lang: messages.lang, dir: messages.direction })}>`,
    markup`<head>`,
    markup`<meta charset="utf-8" />`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1" />`,
    markup`<meta name="color-scheme" content="light" />`,
    markup`<meta name="supported-color-schemes" content="light" />`,
    markup`<title>${heading}</title>`,
    markup`</head>`,
    markup`<body style="margin:0;padding:0;${ground}">`,
    markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${palette.surface}" style="${ground}"><tr><td align="center" style="padding:16px">`,
    markup`<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td${attributes({ align: messages.direction === 'rtl' ? 'right' : 'left' })} style="${ground}">`,
    semanticHtml(shown, { dress: dressedForEmail }),
    markup`</td></tr></table>`,
    markup`</td></tr></table>`,
    markup`</body>`,
    markup`</html>`,
  ]);
}

/** What an editor must know of a message of that length. */
export function emailNote(message: string): string | undefined {
  const { length } = new TextEncoder().encode(message);
  if (length <= longestForGmail) return undefined;
  return `the message is ${Math.round(length / 1024)} kB long and Gmail cuts messages at 102 kB; narrow it with --claims, --topic or --sources.`;
}
