import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a module into one production script that leaves its exports on the page as the global `name`.
 * @param {{ folder: URL, entry: string, name: string, postBanner?: string }} options `entry` is a path inside `folder`
 * @returns {Promise<string>}
 */
export async function bundle({ folder, entry, name, postBanner = '' }) {
  const built = await build({
    root: fileURLToPath(folder),
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name, fileName: name },
      rolldownOptions: { output: { postBanner } },
    },
  });
  const [{ output } = { output: undefined }] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (built);
  if (!output) throw new Error(`Nothing was built from ${entry}.`);
  return output[0].code;
}
