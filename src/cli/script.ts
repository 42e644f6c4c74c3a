import { dirname, resolve } from 'node:path';
import type { DrawingCall } from './drawing.js';
import type { CommandIo } from './io.js';
import { UsageError } from './options.js';
import { readOrdinaryFile } from '../authoring/files/read-file.js';
import { quoted } from '../authoring/problem.js';
import { integrityOf, type Script } from '../publishing/embed/script-tag.js';
import type { DrawingOptions } from '../publishing/static-view.js';

/** The script that the call names, in English. */
export async function scriptOf(
  { script, scriptFile, integrity, languageScript }: DrawingCall,
  { cwd }: CommandIo,
): Promise<Script | undefined> {
  const file = scriptFile === undefined ? undefined : await readOrdinaryFile(resolve(cwd, scriptFile));
  if (file && 'fault' in file)
    throw new UsageError(`the script ${quoted(scriptFile!, 80)} ${file.fault}. ${file.mend}`);
  if (script === undefined) {
    if (file ?? integrity) throw new UsageError('the integrity is that of a script; name its address after --script.');
    if (languageScript !== undefined)
      throw new UsageError('a language goes with the script; name its address after --script.');
    return undefined;
  }
  return { address: script, integrity: file ? integrityOf(file.bytes) : integrity };
}

/**
 * The same with the file of the drawing’s language, so that the widget speaks it too: `languages/de.js` beside the script, in the page as in
 * the folder of `--script-file`. English is in the script; for a language that the kit does not bring the call names the address.
 */
export async function withLanguage(
  script: Script | undefined,
  { scriptFile, languageScript }: DrawingCall,
  { lang, messages: messages }: DrawingOptions,
  { cwd }: CommandIo,
): Promise<Script | undefined> {
  const [spoken] = messages.lang.split('-') as [string];
  const [asked] = lang.toLowerCase().split('-') as [string];
  if (!script || asked === 'en' || (spoken === 'en' && languageScript === undefined)) return script;
  const name = `languages/${spoken === 'en' ? asked : spoken}.js`;
  const beside = script.address.replace(/[?#].*/s, '').replace(/[^/]*$/, '') + name;
  const file = scriptFile === undefined ? undefined : await readOrdinaryFile(resolve(cwd, dirname(scriptFile), name));
  const integrity = file && 'bytes' in file ? integrityOf(file.bytes) : undefined;
  return { ...script, language: { address: languageScript ?? beside, integrity } };
}

/** What an editor should know of the script in a drawing: what the page runs is only sure with an integrity. */
export function scriptNotes({ integrity, language }: Script): readonly string[] {
  if (integrity === undefined)
    return ['the script has no integrity; give --script-file or --integrity, so that the page runs no other.'];
  if (language && language.integrity === undefined)
    return [
      `the script of the language, ${language.address}, has no integrity; give --script-file with the folder languages beside that file.`,
    ];
  return [];
}
