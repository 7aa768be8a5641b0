/** Records of a CSV text for one delimiter, each with the line of the file where it starts. The strict use of csv-parse. */
import { CsvError, parse } from 'csv-parse/sync';
import { fault, type GateFault } from '../read-fault.js';
import { defined } from '../../values/defined.js';

const LONGEST_RECORD = 1_000_000;

export interface CsvRecord {
  readonly line: number;
  readonly values: readonly string[];
}

/**
 * All records, whatever their widths: csv-parse would stop at the first uneven one, but the sender
 * needs all lines at once. `most`: only so many records, from the first. The caller refuses uneven records; none is ever padded or cut.
 */
export function parseRecords(
  text: string,
  delimiter: string,
  most?: number,
): readonly CsvRecord[] | GateFault {
  const records: CsvRecord[] = [];
  let reached = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
      ...defined({ to: most }),
      on_record: (values: readonly string[], { lines }) => {
        const breaks = values.reduce((count, value) => count + value.split('\n').length - 1, 0);
        records.push({ line: lines - breaks, values });
        reached = lines;
        return null;
      },
    });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = lineAfter(text, reached);
    return error.code === 'CSV_MAX_RECORD_SIZE'
      ? fault('file/csv-long-record', { line }, { cell: `A${line}` })
      : fault('file/csv-quote', { line }, { cell: `A${line}` });
  }
}

/** The first line with content after a line: there the record begins that could not be read. */
function lineAfter(text: string, line: number): number {
  const lines = text.split('\n');
  const next = lines.findIndex((content, index) => index >= line && content !== '');
  return next < 0 ? line + 1 : next + 1;
}
