import { attributes, type Markup } from '../markup.js';

/** The parts of a page that may be dressed. */
export type Part =
  | 'figure'
  | 'heading'
  | 'lead'
  | 'claim'
  | 'balance'
  | 'table'
  | 'head'
  | 'name'
  | 'cell'
  | 'said'
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

/** How the same markup is dressed for a channel: attributes for each part. */
export type Dressing = (part: Part) => Markup;

/**
 * For a page whose style sheet, if it has one, is not ours: nothing but what keeps a table readable without one, as attributes that any
 * content security policy and any cleaning of a CMS let through.
 */
export function plainDressing(direction: 'ltr' | 'rtl'): Dressing {
  const align = direction === 'rtl' ? 'right' : 'left';
  const plain: Partial<Record<Part, Markup>> = {
    table: attributes({ cellpadding: 4 }),
    head: attributes({ align, valign: 'bottom' }),
    name: attributes({ align, valign: 'top' }),
    cell: attributes({ valign: 'top' }),
  };
  return (part) => plain[part] ?? attributes({});
}

/** The light palette of the widgets; contrast at least 4.5 : 1 on its white. */
export const palette = {
  support: '#1b6ca8',
  oppose: '#c8501e',
  neutral: '#676c73',
  ink: '#1c2024',
  muted: '#5d646c',
  line: '#dfe2e6',
  surface: '#ffffff',
  raised: '#f6f7f9',
} as const;

const sans = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const { ink, muted, line } = palette;
// What is `<small>` inside comes out at 12 pixels.
const below = `font-size:14px;line-height:17px;color:${muted}`;

/**
 * For mail programs, which know no style sheets. Each cell says its font and its colour, for they are not handed down into tables; what is
 * in a cell says only what differs, for long messages are cut.
 */
const emailStyles: Readonly<Record<Part, string>> = {
  figure: 'margin:0',
  heading: `margin:0 0 8px;font:bold 22px/28px Georgia,serif;color:${ink}`,
  lead: `margin:0 0 10px;font-size:15px;line-height:22px;${sans};color:${ink}`,
  claim: `margin:28px 0 4px;padding-top:12px;border-top:2px solid ${ink};font-size:17px;line-height:23px;${sans};color:${ink}`,
  balance: `margin:0 0 8px;font-size:13px;line-height:19px;${sans};color:${muted}`,
  table: 'width:100%;border-collapse:collapse',
  head: `padding:0 12px 4px 0;text-align:start;vertical-align:bottom;font-size:12px;line-height:16px;font-weight:normal;${sans};color:${muted}`,
  name: `width:30%;padding:10px 12px 10px 0;border-top:1px solid ${line};text-align:start;vertical-align:top;font-size:14px;line-height:19px;${sans};color:${ink}`,
  cell: `padding:10px 0;border-top:1px solid ${line};vertical-align:top;font-size:14px;line-height:20px;${sans};color:${ink}`,
  said: `margin:0 0 4px;color:${muted}`,
  support: `color:${palette.support}`,
  oppose: `color:${palette.oppose}`,
  both: `color:${ink}`,
  neutral: `color:${palette.neutral}`,
  role: `font-size:12px;font-weight:normal;color:${muted}`,
  quote: `margin:0 0 10px;padding-left:10px;border-left:3px solid ${line};font:15px/22px Georgia,serif`,
  source: `font-size:12px;line-height:17px;${sans};color:${muted}`,
  link: `color:${muted}`,
  note: `margin:0 0 10px;${below}`,
  footer: `margin:6px 0 0;${sans};${below}`,
};

export const dressedForEmail: Dressing = (part) => attributes({ style: emailStyles[part] });
