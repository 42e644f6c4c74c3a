import { parse, CsvError, type Info } from 'csv-parse/sync';
import { nearestName } from '../nearest-name.js';
import { problemAt, quoted, type FilePlace, type Findings } from '../problem.js';
import { NamedText } from '../text/text-positions.js';
import type { Tree, TreeMember } from './yaml-tree.js';

const columns = ['article', 'speaker', 'claim', 'stance', 'voice', 'quote', 'note', 'before', 'after', 'id'];
const required = ['article', 'claim', 'stance', 'quote'];

interface Cell {
  readonly text: string;
  readonly at: FilePlace;
}

/** A row as the parser leaves it: its cells, and the byte where it ends. */
interface Row {
  readonly cells: readonly string[];
  readonly end: number;
}

/**
 * Reads a spreadsheet of statements: one a row, the columns named in the first row, in any order; separated by commas, semicolons or
 * tabs, whichever the first row has most of. Each row becomes a record like those of the YAML, every cell with its place. Empty
 * cells and empty rows count as left out.
 */
export function* readStatementsTable(text: string, file: string, { problems }: Findings): Generator<Tree> {
  const places = new NamedText(file, text);
  const delimiter = delimiterOf(text);
  const bytes = Buffer.from(text);
  const read = readRows();
  if (!read) return;
  let names: readonly string[] | undefined;
  for (const row of placed(read)) {
    if (names) yield { is: 'record', at: row[0]!.at, members: membersOf(row, names) };
    else names = readHeader(row);
  }
  if (!names)
    problems.push(
      problemAt(
        places.at(0),
        'The spreadsheet is empty.',
        `Begin it with a row that names the columns: ${columns.join(', ')}.`,
      ),
    );

  /** Undefined where the text is no spreadsheet, and that was said: what stands after a fault cannot be trusted. */
  function readRows(): readonly Row[] | undefined {
    try {
      const rows: Row[] = [];
      // Ids and stances stand in thousands of rows, and once in memory.
      const known = new Map<string, string>();
      const once = (cell: string): string => known.get(cell) ?? (known.set(cell, cell), cell);
      const on_record = (cells: string[], { bytes }: Info): null => (
        rows.push({ cells: cells.map((cell) => (cell.length < 32 ? once(cell) : cell)), end: bytes }),
        null
      );
      parse(bytes, { delimiter, relax_column_count: true, on_record });
      return rows;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
      const [what, mend] = faults[error.code] ?? [
        'The row cannot be read as a spreadsheet.',
        'Export the spreadsheet anew as CSV.',
      ];
      problems.push(problemAt({ file, line, column: 1 }, what, mend));
      return undefined;
    }
  }

  /** The rows that say something, each cell with its place. */
  function* placed(rows: readonly Row[]): Generator<readonly Cell[]> {
    let from = 0;
    let offset = 0;
    for (const { cells, end } of rows) {
      const raw = bytes.subarray(from, end).toString();
      if (cells.some((text) => text.trim() !== '')) {
        const starts = fieldStarts(raw, delimiter, cells.length);
        yield cells.map((text, index) => ({ text, at: places.at(offset + (starts[index] ?? 0)) }));
      }
      from = end;
      offset += raw.length;
    }
  }

  function readHeader(cells: readonly Cell[]): readonly string[] {
    const names = cells.map(({ text }) => text.trim().toLowerCase());
    cells.forEach(({ text, at }, index) => {
      const name = names[index]!;
      if (name === '') return;
      if (!columns.includes(name)) {
        const meant = nearestName(name, columns);
        problems.push(
          problemAt(
            at,
            `There is no column ${quoted(text, 40)}.`,
            meant ? `Did you mean “${meant}”?` : `The columns are: ${columns.join(', ')}.`,
          ),
        );
      } else if (names.indexOf(name) !== index)
        problems.push(problemAt(at, `The column “${name}” stands twice.`, 'Delete one of the two.'));
    });
    const missing = required.filter((name) => !names.includes(name));
    if (missing.length > 0) {
      const list = missing.map((name) => `“${name}”`).join(', ');
      problems.push(
        problemAt(
          cells[0]!.at,
          `The first row does not name ${missing.length > 1 ? 'the columns' : 'the column'} ${list}.`,
          'Name each column in the first row.',
        ),
      );
    }
    return names;
  }

  function membersOf(row: readonly Cell[], names: readonly string[]): readonly TreeMember[] {
    return row.flatMap(({ text, at }, index) => {
      if (text.trim() === '') return [];
      const name = names[index];
      if (name === undefined || name === '') {
        problems.push(
          problemAt(
            at,
            `The cell ${quoted(text, 40)} stands in no named column.`,
            'If a text holds the character that separates the columns, put the text in double quotation marks.',
          ),
        );
        return [];
      }
      // Of a wrong or repeated column the header says enough.
      if (!columns.includes(name) || names.indexOf(name) !== index) return [];
      return [{ name, at, value: { is: 'text', text, at } } satisfies TreeMember];
    });
  }
}

const faults: Readonly<Record<string, readonly [string, string]>> = {
  CSV_QUOTE_NOT_CLOSED: [
    'A double quotation mark opens a cell and is never closed.',
    'Close it at the end of the cell; write double quotation marks within a cell twice.',
  ],
  CSV_INVALID_CLOSING_QUOTE: [
    'After a closing double quotation mark the cell goes on.',
    'Write double quotation marks within a cell twice, and put the whole cell between two of them.',
  ],
  INVALID_OPENING_QUOTE: [
    'A double quotation mark stands within a cell that does not begin with one.',
    'Write it twice, and put the whole cell in double quotation marks.',
  ],
};

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/u);
  const header = end < 0 ? text : text.slice(0, end);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** Where each cell of a row begins, its quotation mark not counted. */
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
