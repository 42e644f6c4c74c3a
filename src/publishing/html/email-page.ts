import type { ChannelNote } from '../formats.js';
import { lightPalette } from '../../theme/static-tokens.js';
import { emailStyles } from './channel-styles.js';
import { attributes, lines, markup, type Markup } from '../markup.js';
import { semanticHtml } from './semantic-html.js';
import { asList, type StaticView } from '../static-view.js';

/** Bytes after which Gmail cuts a message, and with it the footer of the newsletter. */
const gmailLimit = 102 * 1024;

/**
 * Returns an e-mail message 600 pixels wide that shrinks on a phone: tables, inline styles, nothing to load. Text and background
 * colours are always set together, so the message stays readable in dark mail programs. The outer table alone can be pasted into a
 * newsletter.
 */
export function emailPage(view: StaticView): Markup {
  const { messages, heading, options } = view;
  const shown = options.layout === 'auto' ? asList(view) : view;
  const { surface, ink } = lightPalette;
  const dir = messages.direction;
  const colours = `background-color:${surface};color:${ink}`;
  return lines([
    markup`<!DOCTYPE html>`,
    markup`<html${attributes({ lang: messages.lang, dir })}>`,
    markup`<head>`,
    markup`<meta charset="utf-8" />`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1" />`,
    markup`<meta name="color-scheme" content="light" />`,
    markup`<meta name="supported-color-schemes" content="light" />`,
    markup`<title>${heading}</title>`,
    markup`</head>`,
    markup`<body style="margin:0;padding:0;${colours}">`,
    markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${surface}" style="${colours}"><tr><td align="center" style="padding:16px">`,
    markup`<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td${attributes({ dir, align: dir === 'rtl' ? 'right' : 'left' })} style="${colours}">`,
    semanticHtml(shown, { styles: emailStyles(dir) }),
    markup`</td></tr></table>`,
    markup`</td></tr></table>`,
    markup`</body>`,
    markup`</html>`,
  ]);
}

/** Returns a warning for messages that Gmail would cut, else undefined. */
export function emailNote(message: string): ChannelNote | undefined {
  const { length } = new TextEncoder().encode(message);
  if (length <= gmailLimit) return undefined;
  return {
    message: `The message has ${Math.round(length / 1024)} kB, and Gmail cuts messages at 102 kB.`,
    hint: 'Filter by --claims, --topic or --sources.',
  };
}
