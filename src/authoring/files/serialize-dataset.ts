import type { DatasetJson } from '../../dataset/dataset.js';

/** Characters that are written at a time. */
const longPiece = 65_536;

/**
 * The text of the dataset file, as `JSON.stringify` writes it with two spaces, with a line feed at the end; in pieces, so that the text
 * of a large dataset is never in memory as a whole.
 */
export function* datasetPieces(dataset: DatasetJson): Generator<string> {
  let piece = '{';
  let isFirst = true;
  for (const [name, value] of Object.entries(dataset) as readonly (readonly [string, unknown])[]) {
    if (value === undefined) continue;
    piece += `${isFirst ? '' : ','}\n  ${JSON.stringify(name)}: `;
    isFirst = false;
    if (!Array.isArray(value) || value.length === 0) {
      piece += indented(value, '  ');
      continue;
    }
    for (const [index, item] of value.entries()) {
      piece += `${index === 0 ? '[' : ','}\n    ${indented(item, '    ')}`;
      if (piece.length < longPiece) continue;
      yield piece;
      piece = '';
    }
    piece += '\n  ]';
  }
  yield `${piece}\n}\n`;
}

/** No line break stands within a text of JSON. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
