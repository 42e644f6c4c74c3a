import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Writes the SRI hash next to each script, for its `integrity` attribute. Characters outside ASCII, which occur only in texts, are escaped
 * first: a page in another encoding would misread them. The escapes would be visible in the `raw` strings of a tagged template, which
 * ESLint therefore forbids in `src/`.
 */
export const integrity: Plugin = {
  name: 'integrity',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const script of Object.values(bundle)) {
        if (script.type !== 'chunk') continue;
        script.code = script.code.replace(
          /[^\0-\x7f]/g,
          (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        const hash = createHash('sha384').update(script.code).digest('base64');
        this.emitFile({ type: 'asset', fileName: `${script.fileName}.integrity`, source: `sha384-${hash}\n` });
      }
    },
  },
};
