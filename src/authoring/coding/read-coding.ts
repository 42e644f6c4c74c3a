import { checkCoding, type PartialCoding } from './check-coding.js';
import type { CodedStatement } from './coding.js';
import { codingShape, statementShape } from './coding-shape.js';
import { Locations } from './locations.js';
import { problemAt, type FileLocation, type Findings } from '../problem.js';
import { noProgress, type Progress } from '../progress.js';
import { readTree } from './read-tree.js';
import { readStatementsTable } from './statements-table.js';
import { readYaml } from './yaml-tree.js';

/** Reads a spreadsheet that the coding names. Returns its text and path, or undefined if that fails; the problem has been reported then. */
export type ReadTable = (
  name: string,
  location: FileLocation,
) => Promise<{ readonly text: string; readonly file: string } | undefined>;

/** The valid parts of a coding, with their locations. */
export interface ReadCoding {
  readonly coding: PartialCoding;
  readonly locations: Locations;
}

/**
 * Reads the text of a coding and its spreadsheets, and adds all problems to the findings. Returns undefined if the text is not a coding at
 * all. Statements are in the order of the file, followed by those of the spreadsheets.
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
  const locations = new Locations();
  const read = readTree(codingShape, tree, 'coding', locations, findings);
  if (!read) return undefined;

  const tables = read['statements-from'] ?? [];
  const statements: Partial<CodedStatement>[] = [...(read.statements ?? [])];
  for (const name of tables) {
    const table = await readTable(name, locations.of(read, 'statements-from'));
    for (const row of table ? readStatementsTable(table.text, table.file, findings) : []) {
      const statement = readTree(statementShape, row, 'statement', locations, findings);
      if (statement) statements.push(statement);
      progress('Reading statements', statements.length);
    }
  }
  const hasStatementsField = tree.kind === 'object' && tree.fields.some(({ name }) => name === 'statements');
  if (!read.statements && tables.length === 0 && !hasStatementsField)
    findings.problems.push(
      problemAt(
        tree.location,
        '“statements” is missing from this coding.',
        'Write “statements:” with a list, or “statements-from:” with a spreadsheet.',
      ),
    );
  const coding = { ...read, statements };
  locations.set(coding, tree.location, new Map());
  checkCoding(coding, locations, findings);
  return { coding, locations };
}
