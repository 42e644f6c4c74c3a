import { describe, expect, test } from 'vitest';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { widgets, layouts } from '../../src/publishing/formats.js';
import { contestedStory } from '../../stories/story-data.js';
import { pseudo } from '../wording/pseudo.js';
import { rendered, elementsOf, textOf, xmlElements } from './rendering.js';

/** A story with every kind of remark on a statement, none of whose texts has a colon, comma or semicolon. */
function plainStory() {
  const story = JSON.stringify({
    ...contestedStory(),
    corrections: [{ date: '2021-02-03', text: 'A correction' }],
  });
  const plain = JSON.parse(story, (_, value: unknown) =>
    typeof value === 'string' && !/^https?:/.test(value) ? value.replaceAll(/[:,;]/g, '') : value,
  ) as { readonly statements: readonly object[] };
  const [first, ...others] = plain.statements;
  const more = { note: 'A note', translation: { text: 'A translation', lang: 'en', by: 'Somebody' } };
  return readDataset({ ...plain, statements: [{ ...first, ...more }, ...others] });
}

describe.each(widgets)('in the pseudo-language the %s', (widget) => {
  const story = plainStory();

  test.each(['html', 'email', 'svg', 'dsd'] as const)('has no hard-coded punctuation as %s', async (format) => {
    for (const layout of layouts) {
      const drawing = await rendered(story, format, widget, { messages: pseudo(), layout });
      const texts =
        format === 'svg'
          ? xmlElements(drawing).map(({ text }) => text)
          : elementsOf(drawing).flatMap((element) =>
              ['style', 'script', 'head'].includes(element.tagName)
                ? []
                : [
                    ...element.childNodes.filter(({ nodeName }) => nodeName === '#text').map(textOf),
                    ...element.attrs.flatMap(({ name, value }) =>
                      ['aria-label', 'data-label', 'title'].includes(name) ? [value] : [],
                    ),
                  ],
            );
      expect(texts.join('\n')).toMatch(/\[.*꞉/);
      expect(texts.filter((text) => /[:,;](\s|$)/.test(text))).toEqual([]);
    }
  });
});
