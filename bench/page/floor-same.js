/* global document, CSSStyleSheet, NodeFilter */
// The lower bound of a first render: an element's own final markup and style sheets, set at once, without any template engine.

/**
 * A rendered element as plain text.
 * @typedef {object} Snapshot
 * @property {string} tag
 * @property {readonly (readonly [name: string, value: string])[]} attributes of the host
 * @property {string} markup of the shadow root, with a template engine's marker comments
 * @property {string} plainMarkup the same without comments, as a page written by hand would have it
 * @property {readonly string[]} sheets the adopted style sheets
 * @property {number} elements in the shadow root
 * @property {number} height of the host in CSS pixels
 */

/**
 * Takes the markup and the style sheets of a rendered element. Works on the DOM alone, so it does not matter what rendered it.
 * @param {HTMLElement} element
 * @returns {Snapshot}
 */
export function snapshotOf(element) {
  const { shadowRoot } = element;
  if (!shadowRoot) throw new Error('The element has no shadow root.');
  return {
    tag: element.localName,
    attributes: [...element.attributes].map(({ name, value }) => [name, value]),
    markup: shadowRoot.innerHTML,
    plainMarkup: withoutComments(shadowRoot.innerHTML),
    sheets: shadowRoot.adoptedStyleSheets.map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join('\n')),
    elements: shadowRoot.querySelectorAll('*').length,
    height: element.getBoundingClientRect().height,
  };
}

/** @param {string} markup */
function withoutComments(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const walker = document.createTreeWalker(template.content, NodeFilter.SHOW_COMMENT);
  /** @type {Node[]} */
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  return template.innerHTML;
}

/** @typedef {'plain' | 'with comments' | 'sheets only'} SnapshotPart */

/**
 * Shows a snapshot, or only its style sheets, in a fresh host. Where the real element's script is missing, its tag is a plain element.
 * @param {HTMLElement} root
 * @param {Snapshot} snapshot
 * @param {SnapshotPart} part
 */
export function showSnapshot(root, { tag, attributes, markup, plainMarkup, sheets }, part) {
  const host = document.createElement(tag);
  for (const [name, value] of attributes) host.setAttribute(name, value);
  const shadowRoot = host.attachShadow({ mode: 'open' });
  shadowRoot.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  if (part !== 'sheets only') shadowRoot.innerHTML = part === 'plain' ? plainMarkup : markup;
  root.append(host);
}

/**
 * Throws where what is shown is not what the snapshot was taken of: a floor that shows less would be too low.
 * @param {HTMLElement} root
 * @param {Snapshot} snapshot
 */
export function checkSnapshot(root, { elements, height }) {
  const [host] = root.children;
  const now = {
    elements: host?.shadowRoot?.querySelectorAll('*').length,
    height: host?.getBoundingClientRect().height ?? NaN,
  };
  if (now.elements !== elements || Math.abs(now.height - height) > 1)
    throw new Error(
      `floor-same shows ${now.elements} elements, ${now.height} px high, instead of ${elements}, ${height} px high.`,
    );
}
