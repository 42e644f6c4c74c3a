// Finds WebKitGTK, in which the readers’ journeys also run. Run as a program (`node test/find-webkit.mjs`), it installs WebKitGTK where
// Debian packages can be installed, and else says in one line that nothing runs in WebKit, and why.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { findProgram, installFromDebian, isDebianRoot } from './find-browser.mjs';

/** The display has the size of the page, and the window manager makes the browser fill it. */
const displayPrograms = ['Xvfb', 'openbox'];

const packages = ['webkit2gtk-driver', 'xvfb', 'openbox'];

export const noWebKit = `NO JOURNEYS RUN IN WEBKIT: it needs Linux with WebKitWebDriver, Xvfb and openbox, and at least one was not found and could not be installed. Install them (Debian: apt-get install ${packages.join(' ')}), or set WEBKIT_BIN to the path of WebKitWebDriver.`;

/**
 * Returns the path of WebKitWebDriver: `WEBKIT_BIN`, else an installed one.
 * @returns {string | undefined} undefined also where it would have no display.
 */
export function findWebKit() {
  if (!displayPrograms.every((name) => findProgram([name], []))) return undefined;
  return process.env.WEBKIT_BIN || findProgram(['WebKitWebDriver'], []);
}

/** Whether tests fail without WebKit: `WEBKIT=required`, as on a server that builds releases. */
export function isWebKitRequired() {
  return process.env.WEBKIT === 'required';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = findWebKit();
  if (found && !existsSync(found)) {
    console.error(`WEBKIT_BIN names ${found}, which does not exist: correct or unset it.`);
    process.exitCode = 1;
  } else if (!found) {
    console.error('The journeys in WebKit need WebKitGTK, and it was not found.');
    const isInstalled = isDebianRoot() && installFromDebian(...packages) && findWebKit() !== undefined;
    // All other tests are still worth running; where WebKit is required, the test of the engines fails.
    if (!isInstalled) console.error(noWebKit);
  }
}
