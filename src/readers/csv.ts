/** A CSV file becomes one raw sheet of texts: delimiter by consistent column count, uneven rows refused with their lines. */
import { cellAddress } from '../cell-address.js';
import type { RawCell, SourceFile } from '../model.js';
import { parseRecords, type CsvRecord } from './csv-records.js';
import { decodeCsv } from './csv-text.js';
import { fault, isFault, type GateFault } from './read-fault.js';
import type { ReadOutcome } from './xlsx.js';

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** Excel's own first line that names the delimiter. */
const DECLARED_DELIMITER = /^"?sep=(.)"?\n/iu;
const SHOWN_LINES = 10;

/** Reads a CSV file whole, or says why not. Cells keep the spelling of the file. */
export function readCsv(source: SourceFile): ReadOutcome {
  const records = readRecords(source.bytes);
  if (isFault(records)) return { findings: [records.toFinding(source.path)] };
  const cells = records.flatMap(({ line, values }) =>
    values.flatMap((raw, index): RawCell[] =>
      raw === '' ? [] : [{ row: line, column: index + 1, kind: 'text', raw }],
    ),
  );
  const sheet = {
    name: '',
    state: 'visible',
    cells,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    date1904: false,
  } as const;
  return { file: { source, format: 'csv', sheets: [sheet] }, findings: [] };
}

/** Whether a text is a table: some delimiter cuts several records into columns. */
export function looksDelimited(bytes: Uint8Array): boolean {
  const text = decodeCsv(bytes);
  if (typeof text !== 'string') return false;
  if (DECLARED_DELIMITER.test(text)) return true;
  return DELIMITERS.some((delimiter) => {
    const widths = widthsOf(parseRecords(text, delimiter));
    return widths.length >= 2 && widths.every((width) => width >= 2 && width === widths[0]);
  });
}

function readRecords(bytes: Uint8Array): readonly CsvRecord[] | GateFault {
  const text = decodeCsv(bytes);
  if (typeof text !== 'string') return text;
  if (text.trim() === '') return fault('file/empty', { bytes: bytes.length });
  const declared = DECLARED_DELIMITER.exec(text);
  if (declared !== null) {
    // The declaration stays as an empty line, so that line numbers are those of the file.
    const records = parseRecords(text.slice(declared[0].length - 1), declared[1] ?? ',');
    return isFault(records) ? records : refuseUneven(records);
  }
  return byConsistency(text);
}

interface Candidate {
  readonly delimiter: string;
  readonly records: readonly CsvRecord[];
  readonly width: number;
  readonly uneven: number;
}

/** The one delimiter that gives every record the same number of columns; two such are a question, not a choice. */
function byConsistency(text: string): readonly CsvRecord[] | GateFault {
  const faults: GateFault[] = [];
  const candidates: Candidate[] = [];
  for (const delimiter of DELIMITERS.filter((sign) => text.includes(sign))) {
    const records = parseRecords(text, delimiter);
    if (isFault(records)) {
      faults.push(records);
      continue;
    }
    const width = usualWidth(records);
    const uneven = records.filter(({ values }) => values.length !== width).length;
    if (width > 1) candidates.push({ delimiter, records, width, uneven });
  }
  const even = candidates.filter(({ uneven }) => uneven === 0);
  const [first, second] = even;
  if (first !== undefined && second !== undefined) {
    const names = even.map(({ delimiter }) => (delimiter === '\t' ? 'Tab' : `“${delimiter}”`)).join(', ');
    return fault('file/csv-separator-unclear', { candidates: names }, { cell: 'A1' });
  }
  if (first !== undefined) return first.records;
  const [best] = candidates.sort(
    (a, b) => a.uneven / a.records.length - b.uneven / b.records.length || b.width - a.width,
  );
  if (best !== undefined) return refuseUneven(best.records);
  return faults[0] ?? fault('file/csv-one-column', {}, { cell: 'A1' });
}

function refuseUneven(records: readonly CsvRecord[]): readonly CsvRecord[] | GateFault {
  const expected = usualWidth(records);
  const uneven = records.filter(({ values }) => values.length !== expected);
  const [first] = uneven;
  if (first === undefined) return records;
  const shown = uneven.slice(0, SHOWN_LINES).map(({ line }) => line);
  const lines = shown.join(', ') + (uneven.length > SHOWN_LINES ? ', …' : '');
  return fault(
    'file/csv-uneven',
    { expected, count: uneven.length, lines },
    { cell: cellAddress(first.line, 1) },
  );
}

/** The width most records have; the wider one when two are equally frequent. */
function usualWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { values } of records) counts.set(values.length, (counts.get(values.length) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return usual?.[0] ?? 0;
}

const widthsOf = (records: readonly CsvRecord[] | GateFault): readonly number[] =>
  isFault(records) ? [] : records.map(({ values }) => values.length);
