import { checkCoding, type PartialCoding } from './check-coding.js';
import type { CodedStatement } from './coding.js';
import { codingShape, statementShape } from './coding-shape.js';
import { problemAt, type FilePlace, type Findings } from '../problem.js';
import { noProgress, type Progress } from '../progress.js';
import { Places, readTree } from './read-tree.js';
import { readStatementsTable } from './statements-table.js';
import { readYaml } from './yaml-tree.js';

/** A spreadsheet that the coding names: its text and the path to show, or undefined where it could not be read (and that was said). */
export type ReadTable = (
  name: string,
  at: FilePlace,
) => Promise<{ readonly text: string; readonly file: string } | undefined>;

/** A coding as far as it could be read, with the place of everything in it. */
export interface ReadCoding {
  readonly coding: PartialCoding;
  readonly places: Places;
}

/**
 * Reads the text of a coding and of the spreadsheets it names, and adds every problem to the findings. Undefined where the text is
 * no coding at all. Statements come in the order of the file, those of the spreadsheets after them.
 */
export async function readCoding(
  text: string,
  file: string,
  readTable: ReadTable,
  findings: Findings,
  progress: Progress = noProgress,
): Promise<ReadCoding | undefined> {
  const tree = readYaml(text, file, findings);
  if (!tree) return undefined;
  const places = new Places();
  const read = readTree(codingShape, tree, 'coding', places, findings);
  if (!read) return undefined;

  const tables = read['statements-from'] ?? [];
  const statements: Partial<CodedStatement>[] = [...(read.statements ?? [])];
  for (const name of tables) {
    const at = places.of(read, 'statements-from');
    const table = await readTable(name, at);
    for (const row of table ? readStatementsTable(table.text, table.file, findings) : []) {
      const statement = readTree(statementShape, row, 'statement', places, findings);
      if (statement) statements.push(statement);
      progress('Reading statements', statements.length);
    }
  }
  if (
    !read.statements &&
    tables.length === 0 &&
    !(tree.is === 'record' && tree.members.some(({ name }) => name === 'statements'))
  )
    findings.problems.push(
      problemAt(
        tree.at,
        '“statements” is missing from this coding.',
        'Write “statements:” and a list, or “statements-from:” and a spreadsheet.',
      ),
    );
  const coding = { ...read, statements };
  places.remember(coding, tree.at, new Map());
  checkCoding(coding, places, findings);
  return { coding, places };
}
