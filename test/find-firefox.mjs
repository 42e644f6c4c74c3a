// Finds the Firefox that the reader's journeys run in beside Chromium. Run as a program (`node test/find-firefox.mjs`), it installs one
// where Debian's packages can be installed, and else says in one sentence that nothing runs in Firefox, and why.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { findProgram, installFromDebian, isDebianRoot } from './find-browser.mjs';

const names = ['firefox-esr', 'firefox'];

const places = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

export const noFirefox =
  'NO JOURNEYS RUN IN FIREFOX: none was found, and none could be installed. Install Firefox (Debian: apt-get install firefox-esr), or set FIREFOX_BIN to its path.';

/**
 * `FIREFOX_BIN`, then an installed Firefox.
 * @returns {string | undefined}
 */
export function findFirefox() {
  return process.env.FIREFOX_BIN || findProgram(names, places);
}

/** Whether tests without Firefox are at fault: where `FIREFOX=required` says so, as a server that builds releases should. */
export function isFirefoxRequired() {
  return process.env.FIREFOX === 'required';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = findFirefox();
  if (found && !existsSync(found)) {
    console.error(`FIREFOX_BIN names ${found}, which does not exist: correct or unset it.`);
    process.exitCode = 1;
  } else if (!found) {
    console.error('The journeys in Firefox need one, and none was found.');
    const isInstalled = isDebianRoot() && installFromDebian('firefox-esr') && findFirefox() !== undefined;
    // The journeys in Chromium, and all other tests, are still worth running; the test of the engines fails where Firefox is required.
    if (!isInstalled) console.error(noFirefox);
  }
}
