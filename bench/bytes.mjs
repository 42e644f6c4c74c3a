import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The scripts for a page, with the most bytes that each may have after `gzip -9`. */
export const scripts = /** @type {const} */ ([
  { file: 'stancekit.js', holds: 'both elements', maxGzip: 50_000 },
  { file: 'stance-matrix.js', holds: 'the matrix alone', maxGzip: 40_000 },
  { file: 'source-disagreement.js', holds: 'the chart alone', maxGzip: 38_000 },
  { file: 'stance-timeline.js', holds: 'the timeline alone', maxGzip: 45_000 },
]);

/**
 * Measures the scripts that the build wrote. Exact, and the same on every machine.
 * @returns {ReadonlyMap<string, { minified: number, gzip: number, brotli: number }>} bytes by file name
 */
export function measureBytes() {
  const built = scripts.flatMap(({ file }) => {
    const url = new URL(`../dist/${file}`, import.meta.url);
    return existsSync(url) ? [{ file, code: readFileSync(url) }] : [];
  });
  return new Map(
    built.map(({ file, code }) => {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length };
      const brotli = brotliCompressSync(code, { params }).length;
      return [file, { minified: code.length, gzip: gzipSync(code, { level: 9 }).length, brotli }];
    }),
  );
}
