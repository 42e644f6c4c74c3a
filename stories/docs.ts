/** The texts of `docs/`, by file: they stand there once, and are shown here as they are. */
const texts = import.meta.glob<string>('../docs/*.md', { query: '?raw', import: 'default', eager: true });

/** Where a text of `docs/` stands in the tour. */
const places: Readonly<Record<string, string>> = {
  'embedding.md': 'embedding--docs',
  'themes.md': 'theming-in-your-colours--docs',
  'languages.md': 'languages--docs',
  'coding-format.md': 'coding-a-story--docs',
  'dataset.md': 'reference-dataset--docs',
  'command-line.md': 'reference-command-line--docs',
  'security.md': 'reference-security--docs',
};

/** A text of `docs/`, from the heading that is named to its end, else all of it, with links that lead on within the tour. */
export function docsText(file: string, from?: string): string {
  const text = texts[`../docs/${file}`];
  const start = from === undefined ? 0 : text?.indexOf(from);
  if (text === undefined || start === undefined || start < 0) throw new Error(`No ${from ?? ''} in docs/${file}`);
  return text.slice(start).replaceAll(/\]\(([\w-]+\.(?:md|png))(#[\w-]+)?\)/g, (_, name: string, hash = '') => {
    const place = places[name];
    return place ? `](?path=/docs/${place}${hash})` : `](docs/${name})`;
  });
}
