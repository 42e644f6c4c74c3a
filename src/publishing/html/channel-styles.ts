import { lightPalette } from '../../theme/static-tokens.js';
import { attributes, type Markup } from '../markup.js';

/** A part of the markup that a channel may style. */
export type StyledPart =
  | 'figure'
  | 'heading'
  | 'lead'
  | 'claim'
  | 'balance'
  | 'table'
  | 'columnHeading'
  | 'rowHeading'
  | 'cell'
  | 'position'
  | 'support'
  | 'oppose'
  | 'both'
  | 'neutral'
  | 'role'
  | 'quote'
  | 'source'
  | 'link'
  | 'note'
  | 'footer';

/** Returns the attributes that style a part in one channel; empty where it needs none. */
export type ChannelStyles = (part: StyledPart) => Markup;

/**
 * Returns the styles for pages whose style sheet is not ours: only presentational attributes that keep a table readable. Unlike a
 * `style`, they pass every content security policy and the HTML filters of content management systems.
 */
export function plainStyles(direction: 'ltr' | 'rtl'): ChannelStyles {
  const align = direction === 'rtl' ? 'right' : 'left';
  const plain: Partial<Record<StyledPart, Markup>> = {
    table: attributes({ cellpadding: 4 }),
    columnHeading: attributes({ align, valign: 'bottom' }),
    rowHeading: attributes({ align, valign: 'top' }),
    cell: attributes({ valign: 'top' }),
  };
  return (part) => plain[part] ?? attributes({});
}

type Side = 'left' | 'right';

const sans = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const { support, oppose, neutral, ink, muted, line } = lightPalette;
// A `<small>` inside it is shown at about 12 pixels.
const smallText = `font-size:14px;line-height:17px;color:${muted}`;

/**
 * CSS for mail programs, most of which ignore style sheets. Each cell repeats font and colour because some programs do not inherit
 * them into tables; the content of a cell states only what differs, since Gmail cuts long messages. Sides are left or right, because
 * Outlook ignores `start` and `end`.
 */
function emailCss(start: Side, end: Side): Readonly<Record<StyledPart, string>> {
  return {
    figure: 'margin:0',
    heading: `margin:0 0 8px;font:bold 22px/28px Georgia,serif;color:${ink}`,
    lead: `margin:0 0 10px;font-size:15px;line-height:22px;${sans};color:${ink}`,
    claim: `margin:28px 0 4px;padding-top:12px;border-top:2px solid ${ink};font-size:17px;line-height:23px;${sans};color:${ink}`,
    balance: `margin:0 0 8px;font-size:13px;line-height:19px;${sans};color:${muted}`,
    table: 'width:100%;border-collapse:collapse',
    columnHeading: `padding:0 0 4px;padding-${end}:12px;text-align:${start};vertical-align:bottom;font-size:12px;line-height:16px;font-weight:normal;${sans};color:${muted}`,
    rowHeading: `width:30%;padding:10px 0;padding-${end}:12px;border-top:1px solid ${line};text-align:${start};vertical-align:top;font-size:14px;line-height:19px;${sans};color:${ink}`,
    cell: `padding:10px 0;border-top:1px solid ${line};text-align:${start};vertical-align:top;font-size:14px;line-height:20px;${sans};color:${ink}`,
    position: `margin:0 0 4px;color:${muted}`,
    support: `color:${support}`,
    oppose: `color:${oppose}`,
    both: `color:${ink}`,
    neutral: `color:${neutral}`,
    role: `font-size:12px;font-weight:normal;color:${muted}`,
    quote: `margin:0 0 10px;padding-${start}:10px;border-${start}:3px solid ${line};font:15px/22px Georgia,serif`,
    source: `font-size:12px;line-height:17px;${sans};color:${muted}`,
    link: `color:${muted}`,
    note: `margin:0 0 10px;${smallText}`,
    footer: `margin:6px 0 0;${sans};${smallText}`,
  };
}

/** Returns the inline styles for e-mail. */
export function emailStyles(direction: 'ltr' | 'rtl'): ChannelStyles {
  const css = direction === 'rtl' ? emailCss('right', 'left') : emailCss('left', 'right');
  return (part) => attributes({ style: css[part] });
}
