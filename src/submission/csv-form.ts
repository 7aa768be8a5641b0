/**
 * CSV forms: `unit_code, period` and the form's columns; or `unit_code, period, code, value` (Biểu 02)
 * and `unit_code, period, key, value` (Thông tin). One file may hold many units; each becomes a sheet of its own.
 */
import type { FormDefinition, RawCell, RawSheet } from '../model.js';
import { cleanText } from '../vietnamese-text.js';
import { labelKey } from './locate-header.js';

/** One sender's lines of a CSV file, as a sheet with their true addresses. */
export interface CsvPart {
  readonly unitCode: string;
  readonly period: string;
  readonly submissionNo?: string;
  readonly sheet: RawSheet;
  /** Address of the cell with the unit code, for messages. */
  readonly at: { readonly row: number; readonly column: number };
  readonly periodAt: { readonly row: number; readonly column: number };
}

export interface CsvShape {
  readonly shape: 'table' | 'lines' | 'pairs';
  readonly parts: readonly CsvPart[];
  /** Codes or keys of the lines, or labels of the columns: what tells which form it is. */
  readonly names: readonly string[];
}

const UNIT_CODE = new Set(['unitcode', 'madonvi', 'maxa', 'madv']);
const PERIOD = new Set(['period', 'kybaocao', 'ky']);
const SUBMISSION_NO = new Set(['submissionno', 'lannop']);
const CODE = new Set(['code', 'ma', 'machitieu', 'maso']);
const KEY = new Set(['key', 'truong', 'noidung']);
const VALUE = new Set(['value', 'giatri', 'solieu']);

/** Undefined when the first row has no column for the unit's code: then it is not a form of ours in CSV. */
export function readCsvShape(sheet: RawSheet): CsvShape | undefined {
  const headerRow = sheet.cells[0]?.row;
  if (headerRow === undefined) return undefined;
  const header = sheet.cells.filter((cell) => cell.row === headerRow);
  const columnOf = (words: ReadonlySet<string>): number | undefined =>
    header.find((cell) => words.has(labelKey(cell.raw)))?.column;
  const unit = columnOf(UNIT_CODE);
  if (unit === undefined) return undefined;
  const [period, submissionNo, value] = [columnOf(PERIOD), columnOf(SUBMISSION_NO), columnOf(VALUE)];
  const [code, key] = [columnOf(CODE), columnOf(KEY)];
  const service = new Set([unit, period, submissionNo]);
  const rows = new Map<number, RawCell[]>();
  for (const cell of sheet.cells) {
    if (cell.row === headerRow) continue;
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  const textAt = (cells: readonly RawCell[], column: number | undefined): string =>
    cleanText(cells.find((cell) => cell.column === column)?.raw ?? '');
  const groups = new Map<string, { part: Omit<CsvPart, 'sheet'>; cells: RawCell[] }>();
  for (const [row, cells] of rows) {
    if (cells.every((cell) => service.has(cell.column))) continue;
    const said = [unit, period, submissionNo].map((column) => textAt(cells, column));
    const id = said.join('\u001f');
    const group = groups.get(id) ?? {
      part: {
        unitCode: said[0] ?? '',
        period: said[1] ?? '',
        ...(said[2] === '' || said[2] === undefined ? {} : { submissionNo: said[2] }),
        at: { row, column: unit },
        periodAt: { row, column: period ?? unit },
      },
      cells: [],
    };
    group.cells.push(...cells.filter((cell) => !service.has(cell.column)));
    groups.set(id, group);
  }
  const kept = header.filter((cell) => !service.has(cell.column));
  const parts = [...groups.values()].map(({ part, cells }) => ({
    ...part,
    sheet: { ...sheet, cells: [...kept, ...cells] },
  }));
  const nameColumn = value === undefined ? undefined : (code ?? key);
  if (nameColumn === undefined) return { shape: 'table', parts, names: kept.map((cell) => cell.raw) };
  const names = [...rows.values()].map((cells) => textAt(cells, nameColumn));
  return { shape: code === undefined ? 'pairs' : 'lines', parts, names };
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
