import { elementMarkup } from './element-markup.js';
import { attributes, lines, markup, trusted, type Markup } from '../markup.js';
import { scriptTags, sourceHash, type Script } from './script-tag.js';
import { semanticHtml } from '../html/semantic-html.js';
import { listed, type StaticView } from '../static-view.js';

/**
 * Tells the page around the frame how high this one is, whenever that changes, in the two forms that newsrooms listen for: that of AMP
 * (`embed-size`) and, where the frame’s address has the `childId` that pym.js gives it, that of pym.
 *
 * It only speaks to the origin that the browser names as the parent’s; where the browser names none, to that of the address which pym
 * writes into the frame’s own; else it is silent, and the frame scrolls. It listens to nothing: what nobody hears, nobody can abuse.
 */
export const heightScript = `(() => {
  'use strict';
  if (parent === window) return;
  const originOf = (address) => {
    try {
      const { protocol, origin } = new URL(address);
      return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
    } catch {
      return undefined;
    }
  };
  const query = new URLSearchParams(location.search);
  const ancestor = location.ancestorOrigins && location.ancestorOrigins[0];
  const target = originOf(ancestor) || originOf(document.referrer) || originOf(query.get('parentUrl'));
  if (!target) return;
  const child = query.get('childId');
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, target);
    if (child) parent.postMessage('pymxPYMx' + child + 'xPYMxheightxPYMx' + height, target);
  };
  new ResizeObserver(tell).observe(document.body);
})();`;

/** `flow-root`, so that no margin sticks out of the body, whose height is told. */
const style =
  'html{color-scheme:light dark}body{display:flow-root;margin:0;--stance-table-size:none;font:16px/1.5 system-ui,sans-serif}';

/**
 * A page of its own for a frame: the widget with its data inside, the tables for before and without the script, and a content security
 * policy that lets nothing run but the named script, its language and the one above.
 */
export function iframePage(view: StaticView, script: Script, src: string | undefined): Markup {
  const { messages: messages, heading } = view;
  return lines([
    markup`<!DOCTYPE html>`,
    markup`<html${attributes({ lang: messages.lang, dir: messages.direction })}>`,
    markup`<head>`,
    markup`<meta charset="utf-8" />`,
    markup`<meta http-equiv="Content-Security-Policy" content="${policy(script, src)}" />`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1" />`,
    markup`<meta name="robots" content="noindex" />`,
    markup`<base target="_blank" />`,
    markup`<title>${heading}</title>`,
    markup`<style>${trusted(style)}</style>`,
    scriptTags(script),
    markup`</head>`,
    markup`<body>`,
    elementMarkup(view, src, semanticHtml(listed(view), { isFolded: true })),
    markup`<script>${trusted(heightScript)}</script>`,
    markup`</body>`,
    markup`</html>`,
  ]);
}

/** Everything is refused but the one style, these scripts and, where the data are not in the page, their origin. */
function policy(script: Script, src: string | undefined): string {
  const files = script.language ? [script, script.language] : [script];
  const sources = [...new Set(files.map(({ address }) => sourceOf(address)))];
  return [
    `default-src 'none'`,
    `script-src ${sources.join(' ')} ${sourceHash(heightScript)}`,
    `style-src ${sourceHash(style)}`,
    `connect-src ${src === undefined ? `'none'` : sourceOf(src)}`,
    `form-action 'none'`,
  ].join('; ');
}

/** The origin of an absolute address; of any other the page’s own. */
function sourceOf(address: string): string {
  try {
    return new URL(address).origin;
  } catch {
    return `'self'`;
  }
}
