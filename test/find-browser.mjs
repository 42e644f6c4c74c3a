// Finds the Chromium that the browser tests drive. Run as a program (`node test/find-browser.mjs`), it installs one where
// there is none, and where that fails says in one sentence what to install.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first program of one of these names on the `PATH`, else the first of these places that is there.
 * @param {readonly string[]} names
 * @param {readonly string[]} places
 * @returns {string | undefined}
 */
export function findProgram(names, places) {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find(isProgram);
}

/**
 * `CHROME_BIN`, then an installed Chromium or Chrome, then Playwright's own.
 * @returns {{ executablePath?: string }} launch options; without a path Playwright takes its own, or fails by itself.
 */
export function findBrowser() {
  const found = process.env.CHROME_BIN || findProgram(names, places);
  return found ? { executablePath: found } : {};
}

function isThere() {
  return existsSync(findBrowser().executablePath ?? chromium.executablePath());
}

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
  console.error(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: 15 * 60_000 }).status === 0;
}

/** Whether Debian's packages can be installed here. */
export function isDebianRoot() {
  return process.getuid?.() === 0 && isProgram('/usr/bin/apt-get');
}

/** @param {string[]} packages */
export function installFromDebian(...packages) {
  return run('apt-get', 'update') && run('apt-get', 'install', '-y', '--no-install-recommends', ...packages);
}

function install() {
  console.error('The browser tests need Chromium, and none was found: installing one.');
  if (
    run(process.execPath, 'node_modules/playwright/cli.js', 'install', 'chromium-headless-shell', 'chromium') &&
    isThere()
  )
    return true;
  return isDebianRoot() && installFromDebian('chromium', 'fonts-liberation') && isThere();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.env.CHROME_BIN && !isThere()) {
    console.error(`CHROME_BIN names ${process.env.CHROME_BIN}, which does not exist: correct or unset it.`);
    process.exitCode = 1;
  } else if (!isThere() && !install()) {
    console.error(
      'No Chromium could be installed: install Chromium or Chrome yourself (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or set CHROME_BIN to its path, and run again.',
    );
    process.exitCode = 1;
  }
}
