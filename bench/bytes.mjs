import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The exact bytes of the script for a page; these do travel from machine to machine. */
export function measureBytes() {
  const script = readFileSync(new URL('../dist/stancekit.js', import.meta.url));
  const brotli = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: script.length },
  };
  return {
    minified: script.length,
    gzip: gzipSync(script, { level: 9 }).length,
    brotli: brotliCompressSync(script, brotli).length,
  };
}
