/** The Markdown files of `docs/`, shown in Storybook without a copy. */
const files = import.meta.glob<string>('../docs/*.md', { query: '?raw', import: 'default', eager: true });

/** The Storybook page of each file, for links between them. */
const docsPages: Readonly<Record<string, string>> = {
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

/** Returns the text of a file in `docs/`, with links to Storybook pages where there is one, else to the file. */
export function docsText(file: string): string {
  const text = files[`../docs/${file}`];
  if (text === undefined) throw new Error(`docs/${file} does not exist`);
  // A file name after a code block's language would become a property of the block.
  return text
    .replaceAll(/^(```\w+) .+/gm, '$1')
    .replaceAll(/\]\(([\w-]+\.(?:md|png))(#[\w-]+)?\)/g, (_, name: string, hash = '') => {
      const page = docsPages[name];
      return page ? `](?path=/docs/${page}${hash})` : `](files/${name})`;
    });
}
