import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Matches a comment such as `<!-- stancekit embed … -->`, which is replaced by the output of the command, with an optional change to it,
 * such as `| without script`.
 */
const commandComment = /<!-- (stancekit [^>]*?)(?: \| (without script(?: tag)?))? -->/g;

const scriptElement = /<script[^]*?<\/script>\n*/g;

/** @type {Readonly<Record<string, (snippet: string) => string>>} */
const changes = {
  // As many content management systems clean a snippet: without scripts and unknown elements, but with their content.
  'without script': (snippet) =>
    snippet.replaceAll(scriptElement, '').replaceAll(/<\/?(?:stance-matrix|source-disagreement)[^>]*>/g, ''),
  // The second snippet of a page, where the script is loaded already.
  'without script tag': (snippet) => snippet.replaceAll(scriptElement, ''),
};

/** The files that the output depends on. */
const inputs = ['dist/cli/bin.js', 'dist/stancekit.js', 'seeds/dataset.json'];

/** @type {Map<string, Promise<string>>} */
const cache = new Map();

/**
 * Renders a page of the demo: replaces each command by its current output and lists the commands at the end.
 * @param {string} file
 */
export async function renderPage(file) {
  const text = await readFile(file, 'utf8');
  const comments = [...text.matchAll(commandComment)];
  const outputs = await Promise.all(comments.map(([, command = '']) => outputOf(command)));
  let page = text.replace(commandComment, (_, __, /** @type {string | undefined} */ change) => {
    const output = outputs.shift() ?? '';
    const edit = change && changes[change];
    return edit ? edit(output) : output;
  });
  const commands = comments.map(([, command = '', change]) => `${command}${change ? `   # then ${change}` : ''}`);
  const list = commands.map((command) => `<p><code>${escaped(command)}</code></p>`).join('');
  if (list)
    page = page.replace('</main>', `<section class="made"><h2>Commands of this page</h2>${list}</section></main>`);
  return page;
}

/** Runs a command, or returns the cached output if no input has changed. @param {string} command */
async function outputOf(command) {
  const times = await Promise.all(inputs.map(async (input) => (await stat(input)).mtimeMs));
  const key = [command, ...times].join(' ');
  const output = cache.get(key) ?? runCommand(command);
  cache.set(key, output);
  return output;
}

/** Runs a command without a shell: splits it at spaces outside double quotation marks. @param {string} command */
async function runCommand(command) {
  const [, ...words] = [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  const { stdout } = await run(process.execPath, ['dist/cli/bin.js', ...words], { maxBuffer: 2 ** 26 });
  return stdout;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
