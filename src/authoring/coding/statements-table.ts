import { parse, CsvError, type Info } from 'csv-parse/sync';
import { nearestName } from '../nearest-name.js';
import { problemAt, inQuotes, type FileLocation, type Findings } from '../problem.js';
import { TextFile } from '../text/text-positions.js';
import type { Tree, TreeField } from './yaml-tree.js';

const columns = ['article', 'speaker', 'claim', 'stance', 'voice', 'quote', 'note', 'before', 'after', 'id'];
const required = ['article', 'claim', 'stance', 'quote'];

interface Cell {
  readonly text: string;
  readonly location: FileLocation;
}

/** A row from the parser: its cells, and the byte offset where it ends. */
interface Row {
  readonly cells: readonly string[];
  readonly end: number;
}

/**
 * Parses a spreadsheet of statements, one per row. The first row names the columns, in any order. Cells are separated by commas, semicolons or
 * tabs, whichever is most frequent in the first row. Yields an object per row, like those of the YAML, with the location of each cell. Skips
 * empty cells and rows.
 */
export function* readStatementsTable(text: string, file: string, { problems }: Findings): Generator<Tree> {
  const textFile = new TextFile(file, text);
  const delimiter = delimiterOf(text);
  const bytes = Buffer.from(text);
  const read = readRows();
  if (!read) return;
  let names: readonly string[] | undefined;
  for (const row of locateCells(read)) {
    if (names) yield { kind: 'object', location: row[0]!.location, fields: fieldsOf(row, names) };
    else names = readHeader(row);
  }
  if (!names)
    problems.push(
      problemAt(
        textFile.locationAt(0),
        'The spreadsheet is empty.',
        `Start it with a row that names the columns: ${columns.join(', ')}.`,
      ),
    );

  /** Returns undefined after reporting a syntax error, since what follows it cannot be trusted. */
  function readRows(): readonly Row[] | undefined {
    try {
      const rows: Row[] = [];
      // Ids and stances repeat in thousands of rows; interning keeps each once in memory.
      const interned = new Map<string, string>();
      const intern = (cell: string): string => interned.get(cell) ?? (interned.set(cell, cell), cell);
      const on_record = (cells: string[], { bytes }: Info): null => (
        rows.push({ cells: cells.map((cell) => (cell.length < 32 ? intern(cell) : cell)), end: bytes }),
        null
      );
      // All three: rows that were added with another program may end differently from the header.
      parse(bytes, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, on_record });
      return rows;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
      const [message, hint] = csvErrors[error.code] ?? [
        'The row is not valid CSV.',
        'Export the spreadsheet as CSV again.',
      ];
      problems.push(problemAt({ file, line, column: 1 }, message, hint));
      return undefined;
    }
  }

  /** Yields the rows that are not empty, with the location of each cell. */
  function* locateCells(rows: readonly Row[]): Generator<readonly Cell[]> {
    let from = 0;
    let offset = 0;
    for (const { cells, end } of rows) {
      const raw = bytes.subarray(from, end).toString();
      if (cells.some((text) => text.trim() !== '')) {
        const starts = fieldStarts(raw, delimiter, cells.length);
        yield cells.map((text, index) => ({ text, location: textFile.locationAt(offset + (starts[index] ?? 0)) }));
      }
      from = end;
      offset += raw.length;
    }
  }

  function readHeader(cells: readonly Cell[]): readonly string[] {
    const names = cells.map(({ text }) => text.trim().toLowerCase());
    cells.forEach(({ text, location }, index) => {
      const name = names[index]!;
      if (name === '') return;
      if (!columns.includes(name)) {
        const meant = nearestName(name, columns);
        problems.push(
          problemAt(
            location,
            `Unknown column ${inQuotes(text, 40)}.`,
            meant ? `Did you mean “${meant}”?` : `Columns: ${columns.join(', ')}.`,
          ),
        );
      } else if (names.indexOf(name) !== index)
        problems.push(problemAt(location, `Duplicate column “${name}”.`, 'Delete one of the two.'));
    });
    const missing = required.filter((name) => !names.includes(name));
    if (missing.length > 0) {
      const list = missing.map((name) => `“${name}”`).join(', ');
      problems.push(
        problemAt(
          cells[0]!.location,
          `Missing ${missing.length > 1 ? 'columns' : 'column'} ${list}.`,
          'Name each column in the first row.',
        ),
      );
    }
    return names;
  }

  function fieldsOf(row: readonly Cell[], names: readonly string[]): readonly TreeField[] {
    return row.flatMap(({ text, location }, index) => {
      if (text.trim() === '') return [];
      const name = names[index];
      if (name === undefined || name === '') {
        problems.push(
          problemAt(
            location,
            `The cell ${inQuotes(text, 40)} is in a column without a name.`,
            'If a text contains the column separator, put the text in double quotation marks.',
          ),
        );
        return [];
      }
      // The header has been reported already.
      if (!columns.includes(name) || names.indexOf(name) !== index) return [];
      return [{ name, location, value: { kind: 'text', text, location } } satisfies TreeField];
    });
  }
}

const csvErrors: Readonly<Record<string, readonly [string, string]>> = {
  CSV_QUOTE_NOT_CLOSED: [
    'A cell starts with a double quotation mark that is never closed.',
    'Close it at the end of the cell; write double quotation marks within a cell twice.',
  ],
  CSV_INVALID_CLOSING_QUOTE: [
    'The cell continues after a closing double quotation mark.',
    'Double each quotation mark inside a cell, and put the whole cell in double quotation marks.',
  ],
  INVALID_OPENING_QUOTE: [
    'A double quotation mark is inside a cell that does not start with one.',
    'Double it, and put the whole cell in double quotation marks.',
  ],
};

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/u);
  const header = end < 0 ? text : text.slice(0, end);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** Returns where each cell of a row starts, after its quotation mark. */
function fieldStarts(raw: string, delimiter: string, count: number): readonly number[] {
  const starts: number[] = [];
  let index = 0;
  while (starts.length < count) {
    const isQuoted = raw[index] === '"';
    starts.push(isQuoted ? index + 1 : index);
    if (isQuoted) {
      index++;
      while (index < raw.length && (raw[index] !== '"' || raw[index + 1] === '"')) index += raw[index] === '"' ? 2 : 1;
    }
    const next = raw.indexOf(delimiter, index);
    if (next < 0) break;
    index = next + 1;
  }
  return starts;
}
