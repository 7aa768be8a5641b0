/** Sums down the columns and across the rows of tables. */
import { ONE, printed } from '../amount.js';
import type { Checking } from '../checking.js';
import { swaps } from '../share.js';
import type { CellFigure, Column, DataRow, ReadTable } from './read-table.js';
import { columnName, foundAt, rowName } from './table-findings.js';
import { absolute } from '../../values/exact-rate.js';

export function checkSums(checking: Checking): void {
  for (const table of checking.tables) {
    for (const column of table.columns)
      if (column.kind === 'count' && !column.notAdded) checkColumn(checking, table, column);
    checkRows(checking, table);
  }
}

/** A total over or under its rows, groups over theirs, the total against the groups. */
function checkColumn(checking: Checking, table: ReadTable, column: Column): void {
  const leaves = table.rows.filter(({ kind }) => kind === 'leaf');
  const groups = table.rows.filter(({ kind }) => kind === 'group');
  groups.forEach((group) => {
    const position = table.rows.indexOf(group);
    const end = table.rows.findIndex((row, index) => index > position && row.kind !== 'leaf');
    compare(
      checking,
      table,
      column,
      group,
      table.rows.slice(position + 1, end === -1 ? undefined : end),
      'các dòng của nhóm',
    );
  });
  const totals = table.rows.filter(({ kind }) => kind === 'total');
  for (const total of totals) {
    const added = totals.length === 1 ? leaves : leavesOf(table, total, totals, column);
    const said = compare(checking, table, column, total, added, 'các dòng');
    if (groups.length > 0 && said && totals.length === 1)
      compare(checking, table, column, total, groups, 'các nhóm');
  }
}

/** With several totals each adds the rows since the last; the last of all, or the first, may add all of them. */
function leavesOf(
  table: ReadTable,
  total: DataRow,
  totals: readonly DataRow[],
  { index }: Column,
): readonly DataRow[] {
  const position = table.rows.indexOf(total);
  const before = totals[totals.indexOf(total) - 1];
  const from = before === undefined ? 0 : table.rows.indexOf(before) + 1;
  const near = table.rows.slice(from, position).filter(({ kind }) => kind === 'leaf');
  const all = table.rows.filter(({ kind }) => kind === 'leaf');
  const sum = all.reduce((added, { figures }) => added + (figures.get(index)?.value ?? 0n), 0n);
  const isOuter = total === totals.at(-1) || total === totals[0];
  return isOuter && (near.length < 2 || sum === total.figures.get(index)?.value) ? all : near;
}

/** Answers whether the sum is as printed. */
function compare(
  checking: Checking,
  table: ReadTable,
  column: Column,
  total: DataRow,
  rows: readonly DataRow[],
  parts: string,
): boolean {
  const figure = total.figures.get(column.index);
  const cells = cellsOf(rows, column);
  if (figure === undefined || figure.whole !== undefined || cells.length < 2) return true;
  const sum = cells.reduce((added, { value }) => added + value, 0n);
  const missing = rows.some((row) => row.missing.has(column.index) || !row.figures.has(column.index));
  const off = absolute(sum - figure.value);
  if (off === 0n || (figure.step < ONE && off <= slack([figure, ...cells]))) {
    checking.ledger.right([figure, ...cells]);
    return true;
  }
  // What the rows without a figure would add nobody knows.
  if (
    missing &&
    figure.value > sum &&
    rows.some((row) => !row.figures.has(column.index) && !row.missing.has(column.index))
  )
    return true;
  if (missing && figure.value > sum) return true;
  const parameters = {
    printed: figure.text,
    parts: `${String(cells.length)} ô của ${parts}`,
    sum: printed(sum, figure.step),
    cause: causeOf(figure, cells, sum),
  };
  checking.ledger.found(foundAt('verify/table-sum-differs', checking, table, total, figure, parameters), [
    figure,
  ]);
  return false;
}

const cellsOf = (rows: readonly DataRow[], { index }: Column): readonly CellFigure[] =>
  rows.flatMap((row) => row.figures.get(index) ?? []).filter(({ whole }) => whole === undefined);

const slack = (cells: readonly CellFigure[]): bigint =>
  cells.reduce((added, { step }) => added + step, 0n) / 2n;

function causeOf(total: CellFigure, cells: readonly CellFigure[], sum: bigint): string {
  if (swaps(total.value, total.step).includes(sum)) return 'có thể gõ đảo chữ số của dòng cộng';
  const rest = total.value - sum;
  const swapped = cells.find(({ value, step }) => swaps(value, step).includes(value + rest));
  if (swapped !== undefined) return `có thể gõ đảo chữ số của ô ${swapped.text}`;
  const left = cells.find(({ value }) => value === -rest);
  if (left !== undefined) return `chênh đúng bằng ô ${left.text}: có thể bỏ sót dòng này`;
  return `chênh ${rest > 0n ? '+' : ''}${printed(rest, total.step)}`;
}

interface Equation {
  readonly total: Column;
  readonly parts: readonly Column[];
}

/** A column that is the sum of its neighbours in most rows must be it in all. */
function checkRows(checking: Checking, table: ReadTable): void {
  const counts = table.columns.filter(({ kind, notAdded }) => kind === 'count' && !notAdded);
  for (const { total, parts } of equationsOf(table, counts))
    for (const row of table.rows) {
      if (isOfRates(row)) continue;
      const figures = [total, ...parts].map(({ index }) => row.figures.get(index));
      const [whole, ...added] = figures;
      if (whole === undefined || !added.every((figure) => figure !== undefined)) continue;
      const sum = added.reduce((value, figure) => value + figure.value, 0n);
      if (absolute(sum - whole.value) <= (whole.step < ONE ? slack([whole, ...added]) : 0n)) {
        checking.ledger.right([whole, ...added]);
        continue;
      }
      const parameters = {
        printed: whole.text,
        parts: parts.map((column) => `“${columnName(column)}”`).join(', '),
        sum: printed(sum, whole.step),
        cause: causeOf(whole, added, sum).replace('dòng cộng', 'cột cộng').replace('dòng này', 'ô này'),
        row: rowName(row),
      };
      checking.ledger.found(
        foundAt('verify/table-cross-sum-differs', checking, table, row, whole, parameters),
        [whole, ...added],
      );
    }
}

/** A row of rates or means in a table whose rows are the things counted. */
export const isOfRates = ({ label }: DataRow): boolean =>
  /%|tỷ lệ|tỉ lệ|bình quân|mật độ/iu.test(label.normalize('NFC'));

function equationsOf(table: ReadTable, counts: readonly Column[]): readonly Equation[] {
  const found: Equation[] = [];
  counts.forEach((total, position) => {
    const taken = found.some(({ parts }) => parts.includes(total));
    if (taken) return;
    const after = runs(counts.slice(position + 1), (run) => run[0] === counts[position + 1]);
    const before = runs(counts.slice(0, position), (run) => run.at(-1) === counts[position - 1]);
    const best = [...after, ...before, ...changesTo(counts, total)].find((parts) =>
      holds(table, total, parts),
    );
    if (best !== undefined) found.push({ total, parts: best });
  });
  return found;
}

/** "Năm 2023 | Năm 2024 | Tăng, giảm": the later year is the earlier and what changed. */
const changesTo = (counts: readonly Column[], total: Column): readonly (readonly Column[])[] =>
  counts
    .filter(
      ({ path, index }) =>
        index > total.index && /tăng|giảm|chênh/iu.test((path.at(-1) ?? '').normalize('NFC')),
    )
    .flatMap((change) =>
      counts
        .filter((column) => column !== total && column.index < change.index)
        .map((then) => [then, change]),
    );

/** Neighbouring columns, two to six of them, beside the total. */
function runs(
  columns: readonly Column[],
  beside: (run: readonly Column[]) => boolean,
): readonly (readonly Column[])[] {
  const found: (readonly Column[])[] = [];
  for (let from = 0; from < columns.length; from += 1)
    for (let size = 6; size >= 2; size -= 1) {
      const run = columns.slice(from, from + size);
      if (run.length === size && beside(run)) found.push(run);
    }
  return found;
}

/** True of most rows, and of three at least in which it says something: a part alone equals its total by chance. */
function holds(table: ReadTable, total: Column, parts: readonly Column[]): boolean {
  const named = /^(?:tổng|cộng|cả năm|cả kỳ|toàn năm)/iu.test(total.path.at(-1)?.normalize('NFC') ?? '');
  let right = 0;
  let wrong = 0;
  for (const row of table.rows) {
    if (isOfRates(row)) continue;
    const whole = row.figures.get(total.index);
    const added = parts.flatMap(({ index }) => row.figures.get(index) ?? []);
    if (whole === undefined || added.length < parts.length) continue;
    const sum = added.reduce((value, figure) => value + figure.value, 0n);
    const off = absolute(sum - whole.value);
    if (off > (whole.step < ONE ? slack([whole, ...added]) : 0n)) wrong += 1;
    else if (added.filter(({ value }) => value !== 0n).length >= (named ? 1 : 2)) right += 1;
  }
  return named ? right >= 2 && right > wrong : right >= 3 && right >= 2 * wrong;
}
