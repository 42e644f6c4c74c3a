import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A comment that is replaced by what the command line prints, such as `<!-- stancekit embed … -->`; `| without script` after it. */
const place = /<!-- (stancekit [^>]*?)(?: \| (without script))? -->/g;

/** What a command line prints depends on these. */
const inputs = ['dist/cli/bin.js', 'dist/stancekit.js', 'seeds/dataset.json'];

/** @type {Map<string, Promise<string>>} */
const printed = new Map();

/**
 * A page of the demo with the output of every command line that stands in it, and at its end the command lines themselves, so that it
 * shows what the built program does now and nobody has to believe it.
 * @param {string} file
 */
export async function madePage(file) {
  const text = await readFile(file, 'utf8');
  const places = [...text.matchAll(place)];
  const outputs = await Promise.all(places.map(([, command = '']) => outputOf(command)));
  let page = text.replace(place, (_, __, cut) => {
    const output = outputs.shift() ?? '';
    return cut ? withoutScript(output) : output;
  });
  const commands = places.map(([, command = '', cut]) => `${command}${cut ? `   # then ${cut}` : ''}`);
  const shown = commands.map((command) => `<p><code>${escaped(command)}</code></p>`).join('');
  if (shown)
    page = page.replace('</main>', `<section class="made"><h2>Made for this page, now</h2>${shown}</section></main>`);
  return page;
}

/** Keeps what was printed until the program, the script or the dataset changes. @param {string} command */
async function outputOf(command) {
  const times = await Promise.all(inputs.map(async (input) => (await stat(input)).mtimeMs));
  const key = [command, ...times].join(' ');
  const known = printed.get(key) ?? print(command);
  printed.set(key, known);
  return known;
}

/** Without a shell: words are split at spaces, and quotation marks keep one together. @param {string} command */
async function print(command) {
  const [, ...words] = [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  const { stdout } = await run(process.execPath, ['dist/cli/bin.js', ...words], { maxBuffer: 2 ** 26 });
  return stdout;
}

/** As many content management systems clean what an editor pastes: scripts go, unknown elements go and leave what is in them. @param {string} snippet */
function withoutScript(snippet) {
  return snippet.replaceAll(/<script[^]*?<\/script>|<\/?(?:stance-matrix|source-disagreement)[^>]*>/g, '');
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
