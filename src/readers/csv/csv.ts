/** A CSV file becomes one raw sheet of texts: delimiter by consistent column count, uneven rows refused with their lines. */
import { cellAddress } from '../../values/cell-address.js';
import type { RawCell, RawSheet, SourceFile } from '../../model.js';
import {
  tooLarge,
  tooManyCells,
  tooManySeparators,
  withoutBlankBytes,
  withoutBlankEnd,
} from './csv-limits.js';
import { parseRecords, type CsvRecord } from './csv-records.js';
import { shortRecords, shownLines, type ReadRecords } from './csv-short-rows.js';
import { decodeCsv } from './csv-text.js';
import { fault, isFault, type GateFault } from '../read-fault.js';
import type { ReadOutcome } from '../xlsx/xlsx.js';

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** Excel's own first line that names the delimiter. */
const DECLARED_DELIMITER = /^"?sep=(.)"?\n/iu;
/** Records that are enough to rule a delimiter out. */
const SAMPLED = 200;

/** Reads a CSV file whole, or says why not. Cells keep the spelling of the file; `keepBytes`: also when it is not UTF-8. */
export function readCsv(source: SourceFile, keepBytes = false): ReadOutcome {
  const bytes = withoutBlankBytes(source.bytes);
  const decoded = tooLarge(source.bytes) ?? tooManySeparators(bytes) ?? decodeCsv(bytes, keepBytes);
  if (isFault(decoded)) return { findings: [decoded.toFinding(source.path)] };
  const text = withoutBlankEnd(decoded.text);
  const read = tooManyCells(text) ?? readRecords(text, source.bytes.length);
  if (isFault(read)) return { findings: [read.toFinding(source.path)] };
  const { records, short } = read;
  const cells = records.flatMap(({ line, values }) =>
    values.flatMap((raw, index): RawCell[] =>
      raw === '' ? [] : [{ row: line, column: index + 1, kind: 'text', raw }],
    ),
  );
  const sheet: RawSheet = {
    name: '',
    state: 'visible',
    cells,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    date1904: false,
    ...(decoded.undecoded ? { undecoded: true } : {}),
  };
  const notices = [...controlNotice(decoded.strayLines), ...(short === undefined ? [] : [short])];
  return {
    file: { source, format: 'csv', sheets: [sheet] },
    findings: notices.map(({ toFinding }) => toFinding(source.path)),
  };
}

function controlNotice(lines: readonly number[]): readonly GateFault[] {
  const [first] = lines;
  return first === undefined
    ? []
    : [fault('file/csv-control', { lines: shownLines(lines) }, { cell: cellAddress(first, 1) })];
}

/** Whether a text is a table: some delimiter cuts several records into columns. */
export function looksDelimited(bytes: Uint8Array, keepBytes = false): boolean {
  const decoded = decodeCsv(bytes, keepBytes);
  if (isFault(decoded)) return false;
  const { text } = decoded;
  if (DECLARED_DELIMITER.test(text)) return true;
  return delimitersIn(text).some((delimiter) => {
    const widths = widthsOf(parseRecords(text, delimiter, SAMPLED));
    return widths.length >= 2 && widths.every((width) => width >= 2 && width === widths[0]);
  });
}

const delimitersIn = (text: string): readonly string[] => DELIMITERS.filter((sign) => text.includes(sign));

function readRecords(text: string, bytes: number): ReadRecords | GateFault {
  if (text.trim() === '') return fault('file/empty', { bytes });
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
  /** Of the first records only. */
  readonly uneven: number;
  readonly width: number;
}

/**
 * The one delimiter that gives every record the same number of columns; two such are a question, not a choice.
 * What is uneven in the first records is uneven in all, so that few delimiters are tried on the whole file.
 */
function byConsistency(text: string): ReadRecords | GateFault {
  const faults: GateFault[] = [];
  const candidates: Candidate[] = [];
  for (const delimiter of delimitersIn(text)) {
    const records = parseRecords(text, delimiter, SAMPLED);
    if (isFault(records)) {
      faults.push(records);
      continue;
    }
    const width = usualWidth(records);
    const uneven = records.filter(({ values }) => values.length !== width).length;
    if (width > 1) candidates.push({ delimiter, uneven: uneven / records.length, width });
  }
  candidates.sort((a, b) => a.uneven - b.uneven || b.width - a.width);
  const even = wholeEven(text, candidates);
  const [first, second] = even;
  if (first !== undefined && second !== undefined) {
    const names = even.map(({ delimiter }) => (delimiter === '\t' ? 'Tab' : `“${delimiter}”`)).join(', ');
    return fault('file/csv-separator-unclear', { candidates: names }, { cell: 'A1' });
  }
  if (first !== undefined) return { records: first.records };
  const [best] = candidates;
  if (best === undefined) return faults[0] ?? fault('file/csv-one-column', {}, { cell: 'A1' });
  const records = parseRecords(text, best.delimiter);
  return isFault(records) ? records : refuseUneven(records);
}

/** Delimiters that are even to the end of the file; two are enough to know that it is unclear. */
function wholeEven(
  text: string,
  candidates: readonly Candidate[],
): readonly { readonly delimiter: string; readonly records: readonly CsvRecord[] }[] {
  const even: { delimiter: string; records: readonly CsvRecord[] }[] = [];
  for (const { delimiter, uneven, width } of candidates) {
    if (uneven > 0 || even.length === 2) continue;
    const records = parseRecords(text, delimiter);
    if (!isFault(records) && records.every(({ values }) => values.length === width))
      even.push({ delimiter, records });
  }
  return even;
}

function refuseUneven(records: readonly CsvRecord[]): ReadRecords | GateFault {
  const expected = usualWidth(records);
  const uneven = records.filter(({ values }) => values.length !== expected);
  const [first] = uneven;
  if (first === undefined) return { records };
  const short = shortRecords(records);
  if (short !== undefined) return short;
  const lines = shownLines(uneven.map(({ line }) => line));
  const place = { cell: cellAddress(first.line, 1) };
  return fault('file/csv-uneven', { expected, count: uneven.length, lines }, place);
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
