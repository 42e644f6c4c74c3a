import { parse, CsvError, type Info } from 'csv-parse/sync';
import { nearestName } from './nearest-name.js';
import { problemAt, quoted, type FilePlace, type Findings } from '../problem.js';
import { TextPlaces } from '../quotes/text-places.js';
import type { Tree, TreeMember } from './yaml-tree.js';

const columns = ['article', 'speaker', 'claim', 'stance', 'voice', 'quote', 'note', 'before', 'after', 'id'];
const required = ['article', 'claim', 'stance', 'quote'];

interface Cell {
  readonly text: string;
  readonly at: FilePlace;
}

/**
 * Reads a spreadsheet of statements: one a row, the columns named in the first row, in any order; separated by commas, semicolons or
 * tabs, whichever the first row has most of. Each row becomes a record like those of the YAML, every cell with its place. Empty
 * cells and empty rows count as left out.
 */
export function readStatementsTable(text: string, file: string, { problems }: Findings): readonly Tree[] {
  const places = new TextPlaces(text);
  const at = (offset: number): FilePlace => ({ file, ...places.lineAndColumn(offset) });
  const delimiter = delimiterOf(text);
  const rows = rowsOf();
  const [header, ...body] = rows.filter((row) => row.some((cell) => cell.text.trim() !== ''));
  if (!header) {
    if (problems.every((problem) => problem.file !== file))
      problems.push(
        problemAt(
          at(0),
          'The spreadsheet is empty.',
          `Begin it with a row that names the columns: ${columns.join(', ')}.`,
        ),
      );
    return [];
  }
  const names = readHeader(header);
  return body.map((row) => ({ is: 'record', at: row[0]!.at, members: membersOf(row) }));

  function rowsOf(): readonly (readonly Cell[])[] {
    const bytes = Buffer.from(text);
    try {
      const records = parse(bytes, { delimiter, info: true, relax_column_count: true }) as unknown as {
        record: string[];
        info: Info;
      }[];
      let from = 0;
      let offset = 0;
      return records.map(({ record, info }) => {
        const raw = bytes.subarray(from, info.bytes).toString();
        const starts = fieldStarts(raw, delimiter, record.length);
        const row = record.map((text, index) => ({ text, at: at(offset + (starts[index] ?? 0)) }));
        from = info.bytes;
        offset += raw.length;
        return row;
      });
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
      const [what, mend] = faults[error.code] ?? [
        'The row cannot be read as a spreadsheet.',
        'Export the spreadsheet anew as CSV.',
      ];
      problems.push(problemAt({ file, line, column: 1 }, what, mend));
      return [];
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

  function membersOf(row: readonly Cell[]): readonly TreeMember[] {
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
