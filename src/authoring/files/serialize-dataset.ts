import type { DatasetJson } from '../../dataset/dataset.js';

/** Minimum length of a chunk, in UTF-16 units. */
const chunkLength = 65_536;

/**
 * Serializes a dataset as `JSON.stringify` does with an indent of two spaces, plus a final line feed. Yields chunks, so that the text of a
 * large dataset is never in memory as a whole.
 */
export function* serializeDataset(dataset: DatasetJson): Generator<string> {
  let chunk = '{';
  let isFirst = true;
  for (const [name, value] of Object.entries(dataset) as readonly (readonly [string, unknown])[]) {
    if (value === undefined) continue;
    chunk += `${isFirst ? '' : ','}\n  ${JSON.stringify(name)}: `;
    isFirst = false;
    if (!Array.isArray(value) || value.length === 0) {
      chunk += indentedJson(value, '  ');
      continue;
    }
    for (const [index, item] of value.entries()) {
      chunk += `${index === 0 ? '[' : ','}\n    ${indentedJson(item, '    ')}`;
      if (chunk.length < chunkLength) continue;
      yield chunk;
      chunk = '';
    }
    chunk += '\n  ]';
  }
  yield `${chunk}\n}\n`;
}

/** JSON strings contain no line breaks, so every line feed is one between lines. */
function indentedJson(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}
