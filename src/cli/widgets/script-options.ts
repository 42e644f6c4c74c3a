import { dirname, join, resolve } from 'node:path';
import { readRegularFile } from '../../authoring/files/read-file.js';
import { inQuotes } from '../../authoring/problem.js';
import { integrityOf, type Script } from '../../publishing/embed/script-tag.js';
import { elementNames, type Widget } from '../../publishing/formats.js';
import type { ChannelNote } from '../../publishing/formats.js';
import type { DrawingOptions } from '../../publishing/static-view.js';
import { UsageError } from '../arguments.js';
import type { CommandIo } from '../io.js';
import type { ScriptOptions } from './widget-options.js';

/**
 * Returns the script of a widget with its SRI hash; undefined without `--script`. Of a folder, a URL that ends in a slash, it is the
 * smallest that serves: the one of that element alone.
 */
export async function widgetScript(
  widget: Widget,
  { url, file, integrity, languageUrl }: ScriptOptions,
  { cwd }: CommandIo,
): Promise<Script | undefined> {
  const name = `${elementNames[widget]}.js`;
  const isFolder = url?.endsWith('/') ?? false;
  const path = file !== undefined && isFolder && !file.endsWith('.js') ? join(file, name) : file;
  const found = path === undefined ? undefined : await readRegularFile(resolve(cwd, path));
  if (found && 'reason' in found)
    throw new UsageError(`The script file ${inQuotes(path!, 80)} ${found.reason}.`, found.hint);
  if (url === undefined) {
    const hint = 'Give the URL of the script.';
    if (found ?? integrity) throw new UsageError('--script-file and --integrity need --script.', hint);
    if (languageUrl !== undefined) throw new UsageError('--language-script needs --script.', hint);
    return undefined;
  }
  return { address: isFolder ? url + name : url, integrity: found ? integrityOf(found.bytes) : integrity };
}

/**
 * Adds the script of the drawing's language: `languages/de.js` next to the script in the page, and next to `--script-file` for its SRI hash.
 * English is part of the main script. For languages that the kit does not have, `--language-script` gives the URL.
 */
export async function withLanguage(
  script: Script | undefined,
  { file: scriptFile, languageUrl }: ScriptOptions,
  { lang, messages }: DrawingOptions,
  { cwd }: CommandIo,
): Promise<Script | undefined> {
  const [available] = messages.lang.split('-') as [string];
  const [requested] = lang.toLowerCase().split('-') as [string];
  if (!script || requested === 'en' || (available === 'en' && languageUrl === undefined)) return script;
  const name = `languages/${available === 'en' ? requested : available}.js`;
  const defaultUrl = script.address.replace(/[?#].*/s, '').replace(/[^/]*$/, '') + name;
  const folder = scriptFile?.endsWith('.js') ? dirname(scriptFile) : scriptFile;
  const file = folder === undefined ? undefined : await readRegularFile(resolve(cwd, folder, name));
  const integrity = file && 'bytes' in file ? integrityOf(file.bytes) : undefined;
  return { ...script, language: { address: languageUrl ?? defaultUrl, integrity } };
}

/** Returns warnings about missing SRI hashes: without them a page may run a different script. */
export function integrityWarnings({ integrity, language }: Script): readonly ChannelNote[] {
  if (integrity === undefined)
    return [
      {
        message: 'The script has no SRI hash, so the page would also run a changed script.',
        hint: 'Add --script-file or --integrity.',
      },
    ];
  if (language && language.integrity === undefined)
    return [
      {
        message: `The language script ${language.address} has no SRI hash.`,
        hint: 'Put the folder languages next to the file of --script-file.',
      },
    ];
  return [];
}
