/** Elements whose text is never part of an article. */
const skipped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'button',
  'select',
  'textarea',
]);

/** Elements that run on within a line. All others begin and end a paragraph. */
const inline = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup ' +
    'time tt u var wbr'
  ).split(' '),
);

/** Returns the text of an element by paragraphs, as a reader sees it. A `<br>` is a line break, two of them end a paragraph. */
export function paragraphsOf(element: Node): readonly string[] {
  const paragraphs: string[] = [];
  let text = '';
  visit(element);
  endParagraph();
  return paragraphs;

  function endParagraph(): void {
    for (const part of text.split(/\n *\n/u)) {
      const paragraph = part
        .replace(/ +/gu, ' ')
        .replace(/ *\n */gu, '\n')
        .trim();
      if (paragraph) paragraphs.push(paragraph);
    }
    text = '';
  }

  function visit(node: Node): void {
    // Only the white space of HTML: a no-break space belongs to the article.
    if (node.nodeType === 3) text += (node as Text).data.replace(/[ \t\n\f\r]+/gu, ' ');
    if (node.nodeType !== 1) return;
    const name = (node as Element).localName.toLowerCase();
    if (skipped.has(name)) return;
    if (name === 'br') text += '\n';
    const isBlock = name !== 'br' && !inline.has(name);
    if (isBlock) endParagraph();
    for (const child of node.childNodes) visit(child);
    if (isBlock) endParagraph();
  }
}
