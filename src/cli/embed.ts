import { resolve } from 'node:path';
import type { DatasetProblem } from '../authoring/dataset-file.js';
import { embedSnippet } from '../publishing/embed/embed-snippet.js';
import { addAllLanguages } from '../publishing/all-languages.js';
import { staticView } from '../publishing/static-view.js';
import { singleOperand, UsageError, type CommandArguments } from './arguments.js';
import {
  printDatasetProblems,
  printNote,
  problemCount,
  refuseInputs,
  styler,
  writeResult,
  type CommandIo,
  type ExitCode,
} from './io.js';
import { prepareDataset } from './widgets/prepare-dataset.js';
import { integrityWarnings, widgetScript, withLanguage } from './widgets/script-options.js';
import { readWidgetOptions } from './widgets/widget-options.js';

const example = 'stancekit embed dataset.json --widget matrix --src /data/story.json --script /js/stancekit.js';

/** Runs `stancekit embed`: writes the snippet to paste into an article. */
export async function runEmbed(args: CommandArguments, io: CommandIo): Promise<ExitCode> {
  const path = singleOperand(args, 'dataset', example);
  const options = readWidgetOptions(args, example);
  if (options.script.url === undefined)
    throw new UsageError('stancekit embed needs --script.', 'Give the URL of stancekit.js, or of its folder.');
  const output = args.value('output') ?? '-';
  if (options.json && output === '-')
    throw new UsageError('--json and the snippet both go to standard output.', 'Name a file: -o snippet.html');

  addAllLanguages();
  const target = resolve(io.cwd, output);
  const inputs = [path, ...(options.script.file === undefined ? [] : [options.script.file])];
  if (output !== '-')
    await refuseInputs(
      target,
      output,
      inputs.map((input) => resolve(io.cwd, input)),
      'drawing',
      io,
    );
  const script = await widgetScript(options.widget, options.script, io);
  const prepared = await prepareDataset(path, 'embed', options, io);
  if ('problems' in prepared) return report(prepared.problems);
  if (output !== '-') await refuseInputs(target, output, prepared.inputs, 'drawing', io);
  const ownScript = (await withLanguage(script, options.script, prepared.options, io))!;
  const { markup } = embedSnippet(staticView(prepared.dataset, prepared.options), ownScript, options.src);
  const content = `${markup}\n`;
  await writeResult(output, content, io);
  if (!options.json) {
    const size = Math.max(1, Math.round(content.length / 1024));
    if (output !== '-') io.stderr.write(`${styler(io)('green', `Wrote ${output}`)}: snippet, ${size} kB.\n`);
    for (const note of [...prepared.notes, ...integrityWarnings(ownScript)]) printNote(path, note, io);
  }
  return report([]);

  function report(problems: readonly DatasetProblem[]): ExitCode {
    const isGood = problems.length === 0;
    const written = isGood && output !== '-' ? [output] : [];
    if (options.json) io.stdout.write(`${JSON.stringify({ ok: isGood, problems, written }, null, 2)}\n`);
    else if (!isGood) {
      printDatasetProblems(problems, io);
      io.stderr.write(`${styler(io)('red', problemCount(problems.length))}\n`);
    }
    return isGood ? 0 : 1;
  }
}
