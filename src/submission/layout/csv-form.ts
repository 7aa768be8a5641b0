/**
 * CSV forms: `unit_code, period` and the form's columns; or `unit_code, period, code, value` (Biểu 02)
 * and `unit_code, period, key, value` (Thông tin). One file may hold many units; each becomes a sheet of its own.
 */
import type { FormDefinition, RawCell, RawSheet } from '../../model.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { labelKey } from './label-index.js';
import { groupBy } from '../../values/groups.js';
import { append } from '../../values/of-many.js';

/** One sender's lines of a CSV file, as a sheet with their true addresses. */
export interface SenderLines {
  readonly unitCode: string;
  readonly unitName?: string;
  readonly period: string;
  readonly submissionNo?: { readonly text: string; readonly at: Place };
  readonly sheet: RawSheet;
  /** Address of the cell with the unit code, for messages. */
  readonly at: Place;
  readonly periodAt: Place;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

export interface CsvShape {
  readonly shape: 'table' | 'lines' | 'pairs';
  readonly senders: readonly SenderLines[];
  /** Codes or keys of the lines, or labels of the columns: what tells which form it is. */
  readonly names: readonly string[];
}

const HEADINGS = {
  unit: new Set(['unitcode', 'madonvi', 'maxa', 'madv', 'madonvihanhchinh']),
  unitName: new Set(['unitname', 'tendonvi', 'tenxa']),
  period: new Set(['period', 'kybaocao', 'ky']),
  submissionNo: new Set(['submissionno', 'lannop']),
  code: new Set(['code', 'ma', 'machitieu', 'maso']),
  key: new Set(['key', 'truong', 'noidung']),
  value: new Set(['value', 'giatri', 'solieu']),
} as const;
type Heading = keyof typeof HEADINGS;
const SERVICE: readonly Heading[] = ['unit', 'unitName', 'period', 'submissionNo'];
/** Title lines may stand above the header. */
const SCANNED_ROWS = 20;

/** Undefined when no row heads a column for the unit: then the lines do not say whose they are. */
export function readCsvShape(sheet: RawSheet): CsvShape | undefined {
  const rows = rowsOf(sheet);
  const head = [...rows].slice(0, SCANNED_ROWS).find(([, cells]) => {
    const headed = headingsOf(cells);
    return (headed.unit ?? headed.unitName) !== undefined && Object.keys(headed).length > 1;
  });
  if (head === undefined) return undefined;
  const [headerRow, header] = head;
  const columns = headingsOf(header);
  const service = new Set(SERVICE.flatMap((heading) => columns[heading] ?? []));
  const lines = [...rows].filter(
    ([row, cells]) => row > headerRow && !cells.every((cell) => service.has(cell.column)),
  );
  const kept = header.filter((cell) => !service.has(cell.column));
  const senders = linesBySender(lines, columns).map(({ cells, ...sender }) => ({
    ...sender,
    sheet: { ...sheet, cells: [...kept, ...cells.filter((cell) => !service.has(cell.column))] },
  }));
  const nameColumn = columns.value === undefined ? undefined : (columns.code ?? columns.key);
  if (nameColumn === undefined) return { shape: 'table', senders, names: kept.map((cell) => cell.raw) };
  const names = lines.map(([, cells]) => textAt(cells, nameColumn));
  return { shape: columns.code === undefined ? 'pairs' : 'lines', senders, names };
}

function rowsOf(sheet: RawSheet): ReadonlyMap<number, readonly RawCell[]> {
  return groupBy(sheet.cells, ({ row }) => row);
}

function headingsOf(cells: readonly RawCell[]): Partial<Record<Heading, number>> {
  const found: Partial<Record<Heading, number>> = {};
  for (const cell of cells) {
    const key = labelKey(cell.raw);
    for (const heading of Object.keys(HEADINGS) as Heading[])
      if (HEADINGS[heading].has(key)) found[heading] ??= cell.column;
  }
  return found;
}

const textAt = (cells: readonly RawCell[], column: number | undefined): string =>
  cleanText(cells.find((cell) => cell.column === column)?.raw ?? '');

/** Lines of one unit, period and Lần nộp belong together; spreadsheets drop the zeros of some codes and not of others. */
function linesBySender(
  lines: readonly (readonly [row: number, cells: readonly RawCell[]])[],
  columns: Partial<Record<Heading, number>>,
): readonly (Omit<SenderLines, 'sheet'> & { readonly cells: RawCell[] })[] {
  const groups = new Map<string, Omit<SenderLines, 'sheet'> & { readonly cells: RawCell[] }>();
  const place = (row: number, heading: Heading): Place => ({
    row,
    column: columns[heading] ?? columns.unit ?? columns.unitName ?? 1,
  });
  for (const [row, cells] of lines) {
    const [code = '', name = '', period = '', number = ''] = SERVICE.map((one) =>
      textAt(cells, columns[one]),
    );
    const id = [code.replace(/^0+(?=\d)/u, ''), code === '' ? name : '', period, number].join('\u001f');
    const group = groups.get(id);
    if (group !== undefined) {
      append(group.cells, cells);
      continue;
    }
    groups.set(id, {
      unitCode: code,
      ...(name === '' ? {} : { unitName: name }),
      period,
      ...(number === '' ? {} : { submissionNo: { text: number, at: place(row, 'submissionNo') } }),
      at: place(row, 'unit'),
      periodAt: place(row, 'period'),
      cells: [...cells],
    });
  }
  return [...groups.values()];
}

/** The form whose labels, ids or codes the names match most; undefined when none matches. */
export function formByNames(
  names: readonly string[],
  forms: readonly { readonly form: FormDefinition; readonly keys: ReadonlySet<string> }[],
): FormDefinition | undefined {
  let best: { form: FormDefinition; hits: number } | undefined;
  for (const { form, keys } of forms) {
    const hits = new Set(names.map(labelKey).filter((name) => keys.has(name))).size;
    if (hits > (best?.hits ?? 0)) best = { form, hits };
  }
  return best?.form;
}
