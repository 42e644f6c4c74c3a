// Other libraries that draw the same matrix. They are not dependencies of the project: the bench installs them when it needs them.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const folder = new URL('peers/', import.meta.url);

/** @returns {string} why npm failed; empty where it did not */
function install() {
  if (existsSync(new URL('node_modules', folder))) return '';
  const options = { cwd: fileURLToPath(folder), encoding: /** @type {const} */ ('utf8') };
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  return status === 0 ? '' : (/npm error (.*)/.exec(stderr)?.[1] ?? 'npm ci failed');
}

/** @returns {Readonly<Record<string, string>>} by package name */
function versions() {
  /** @type {unknown} */
  const json = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  return /** @type {{ optionalDependencies: Record<string, string> }} */ (json).optionalDependencies;
}

/**
 * @typedef {object} Peers
 * @property {ReadonlyMap<string, string>} scripts by peer name
 * @property {readonly string[]} skipped one line for each peer that could not be installed or bundled
 * @property {Readonly<Record<string, string>>} versions
 */

/** @param {(text: string) => void} log @returns {Promise<Peers>} */
export async function preparePeers(log) {
  log('preparing peers');
  const installError = install();
  const files = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== 'matrix.js');
  /** @type {Map<string, string>} */
  const scripts = new Map();
  const skipped = [];
  for (const name of files.map((file) => file.slice(0, -'.js'.length)).sort()) {
    try {
      scripts.set(name, await bundle({ folder, entry: `${name}.js`, name: 'peer' }));
    } catch (error) {
      const [reason] = installError
        ? [installError]
        : String(error instanceof Error ? error.message : error).split('\n');
      skipped.push(`${name} skipped: ${reason}`);
    }
  }
  skipped.forEach(log);
  return { scripts, skipped, versions: versions() };
}
