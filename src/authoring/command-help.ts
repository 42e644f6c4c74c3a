import type { CommandName } from './command-call.js';

/** The answer to `stancekit --help`. */
export const overview = `stancekit: a dataset of who claims what, with every quote verified in its article

  stancekit check CODING              names every problem of a coding
  stancekit build CODING -o DATASET   checks, then writes the dataset

  stancekit help COMMAND              more on a command
  stancekit --version

A coding is a YAML file; the articles lie beside it as text files.
Exit code: 0 done, 1 the coding is at fault, 2 the call is at fault.
`;

const common = `  --follow-links   also read links that lead out of the coding's folder
  --verbose        list the same utterances found across articles
  --json           problems, notes and counts as JSON on the standard output
`;

const help: Readonly<Record<CommandName, string>> = {
  check: `stancekit check CODING

Reads the coding and its articles, finds each quote, and names every problem at once:

  file:line:column  what is wrong  how to mend it

${common}
Exit code: 0 no problem, 1 problems, 2 the call is at fault.
`,
  build: `stancekit build CODING -o DATASET

Checks as stancekit check does, then writes the dataset. On any problem nothing is written, and a file that
stands there stays as it was. The same coding gives the same bytes on every machine.

  -o, --output     the file to write; - for the standard output
${common}
Exit code: 0 written, 1 problems, 2 the call is at fault or the file cannot be written.
`,
};

/** The answer to `stancekit help COMMAND`. */
export function helpFor(command: CommandName): string {
  return help[command];
}
