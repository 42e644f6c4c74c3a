/** The texts of `docs/`, by file: they stand there once, and are shown here as they are. */
const texts = import.meta.glob<string>('../docs/*.md', { query: '?raw', import: 'default', eager: true });

/** Where a text of `docs/` stands in the tour. */
const places: Readonly<Record<string, string>> = {
  'embedding.md': 'embedding--docs',
  'themes.md': 'theming-in-your-colours--docs',
  'languages.md': 'languages--docs',
  'code-a-story.md': 'coding-a-story--docs',
  'measures.md': 'measures--docs',
  'frameworks.md': 'reference-frameworks--docs',
  'coding-format.md': 'reference-coding-format--docs',
  'dataset.md': 'reference-dataset--docs',
  'command-line.md': 'reference-command-line--docs',
  'accessibility.md': 'reference-accessibility--docs',
  'browser-support.md': 'reference-browser-support--docs',
  'security.md': 'reference-security--docs',
};

/** A text of `docs/`, with links that lead on within the tour; what has no place in it is the file. */
export function docsText(file: string): string {
  const text = texts[`../docs/${file}`];
  if (text === undefined) throw new Error(`There is no docs/${file}`);
  // The name of a file after a code block's language would become a property of the block.
  return text
    .replaceAll(/^(```\w+) .+/gm, '$1')
    .replaceAll(/\]\(([\w-]+\.(?:md|png))(#[\w-]+)?\)/g, (_, name: string, hash = '') => {
      const place = places[name];
      return place ? `](?path=/docs/${place}${hash})` : `](files/${name})`;
    });
}
