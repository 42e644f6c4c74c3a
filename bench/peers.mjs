// Other people's libraries that draw the same matrix. They are no dependencies of the project: the bench installs them when it needs them.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = new URL('peers/', import.meta.url);

/** @returns {string} what went wrong, or nothing */
function install() {
  if (existsSync(new URL('node_modules', folder))) return '';
  const options = { cwd: fileURLToPath(folder), encoding: /** @type {const} */ ('utf8') };
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  return status === 0 ? '' : (/npm error (.*)/.exec(stderr)?.[1] ?? 'npm ci failed');
}

/** One script that leaves `peer` on the page, as its authors want it used in production. @param {string} name */
async function bundle(name) {
  const built = await build({
    root: fileURLToPath(folder),
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: `${name}.js`, formats: ['iife'], name: 'peer', fileName: name },
    },
  });
  const [{ output } = { output: undefined }] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (built);
  if (!output) throw new Error('Nothing was built.');
  return output[0].code;
}

/** @returns {Readonly<Record<string, string>>} by the names of the packages */
function versions() {
  /** @type {unknown} */
  const json = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  return /** @type {{ optionalDependencies: Record<string, string> }} */ (json).optionalDependencies;
}

/**
 * @typedef {object} Peers
 * @property {ReadonlyMap<string, string>} scripts by their names
 * @property {readonly string[]} leftOut a line for each that could not be had
 * @property {Readonly<Record<string, string>>} versions
 */

/** @param {(text: string) => void} tell @returns {Promise<Peers>} */
export async function preparePeers(tell) {
  tell('peers are made ready');
  const fault = install();
  const names = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== 'matrix.js');
  /** @type {Map<string, string>} */
  const scripts = new Map();
  const leftOut = [];
  for (const name of names.map((file) => file.slice(0, -'.js'.length)).sort()) {
    try {
      scripts.set(name, await bundle(name));
    } catch (error) {
      const [reason] = fault ? [fault] : String(error instanceof Error ? error.message : error).split('\n');
      leftOut.push(`${name} is left out: ${reason}`);
    }
  }
  leftOut.forEach(tell);
  return { scripts, leftOut, versions: versions() };
}
