import { elementMarkup } from './element-markup.js';
import { attributes, lines, markup, trusted, type Markup } from '../markup.js';
import { scriptTags, sourceHash, type Script } from './script-tag.js';
import { semanticHtml } from '../html/semantic-html.js';
import { asList, type StaticView } from '../static-view.js';

/**
 * Script that posts the height of this page to the parent whenever it changes, in the two formats that newsrooms use: AMP’s
 * `embed-size` and, where the frame’s URL has the `childId` that pym.js adds, pym’s `height`.
 *
 * Messages are sent only to the origin that the browser reports for the parent or, where it reports none, that of pym’s `parentUrl`;
 * otherwise none is sent and the frame scrolls. The script listens to no messages, so it cannot be abused through them.
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
  let sent = 0;
  const send = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === sent) return;
    sent = height;
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, target);
    if (child) parent.postMessage('pymxPYMx' + child + 'xPYMxheightxPYMx' + height, target);
  };
  new ResizeObserver(send).observe(document.body);
})();`;

/** With `flow-root` the height of the body includes the margins of its content. */
const style =
  'html{color-scheme:light dark}body{display:flow-root;margin:0;--stance-table-size:none;font:16px/1.5 system-ui,sans-serif}';

/**
 * Returns a page for an iframe: the element with its data, the fallback table, and a content security policy that allows only the given
 * script, its language file and the height script.
 */
export function iframePage(view: StaticView, script: Script, src: string | undefined): Markup {
  const { messages, heading } = view;
  return lines([
    markup`<!DOCTYPE html>`,
    markup`<html${attributes({ lang: messages.lang, dir: messages.direction })}>`,
    markup`<head>`,
    markup`<meta charset="utf-8" />`,
    markup`<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(script, src)}" />`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1" />`,
    markup`<meta name="robots" content="noindex" />`,
    markup`<base target="_blank" />`,
    markup`<title>${heading}</title>`,
    markup`<style>${trusted(style)}</style>`,
    scriptTags(script),
    markup`</head>`,
    markup`<body>`,
    elementMarkup(view, src, semanticHtml(asList(view), { isCollapsible: true })),
    markup`<script>${trusted(heightScript)}</script>`,
    markup`</body>`,
    markup`</html>`,
  ]);
}

/** Returns the content security policy: the style, the scripts and, unless the data are inline, the origin they are loaded from. */
function contentSecurityPolicy(script: Script, src: string | undefined): string {
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

/** Returns the CSP source of a URL: its origin, its host if the URL has no scheme (`//host/path`), or `'self'` for a path. */
function sourceOf(address: string): string {
  const page = new URL('https://page.invalid');
  const { host, origin } = new URL(address, page);
  if (host === page.host) return `'self'`;
  return URL.canParse(address) ? origin : host;
}
