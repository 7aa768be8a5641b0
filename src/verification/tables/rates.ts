/** Rate columns against the counts they come from, parts against wholes, ranks against what they rank. */
import { agreement, HUNDRED, ONE, printed, type Amount } from '../amount.js';
import type { Checking } from '../checking.js';
import { recomputed, shareAgrees, shareCause } from '../share.js';
import type { CellFigure, Column, DataRow, ReadTable } from './read-table.js';
import { checkRateRows } from './rate-rows.js';
import { columnName, foundAt } from './table-findings.js';

interface Pair {
  readonly part: Column;
  readonly whole: Column;
}

export function checkRates(checking: Checking): void {
  for (const table of checking.tables) {
    const pairs: Pair[] = [];
    for (const rate of table.columns.filter(({ kind }) => kind === 'rate')) {
      const pair = pairOf(table, rate);
      if (pair !== undefined && !isComparison(rate, pair)) pairs.push(pair);
      for (const row of table.rows) checkRate(checking, table, row, rate, pair);
    }
    checkWholes(checking, table, pairs);
    checkRateRows(checking, table);
    for (const column of table.columns.filter(({ kind }) => kind === 'rank'))
      checkRanks(checking, table, column);
  }
}

const isCompared = (column: Column): boolean =>
  /kế hoạch|chỉ tiêu|so với|so sánh|tăng|giảm|cùng kỳ|hoàn thành|dự toán|năm trước/u.test(
    columnName(column).normalize('NFC').toLowerCase(),
  );

/** Done of what was planned, this year of the last: it may be more than the whole. */
const isComparison = (rate: Column, { part, whole }: Pair): boolean =>
  isCompared(rate) ||
  isCompared(whole) ||
  [part, whole].every((column) => /(?:19|20)\d\d/u.test(columnName(column)));

/** The two columns of counts that give the rate in most rows; of several the nearest. */
function pairOf(table: ReadTable, rate: Column): Pair | undefined {
  const counts = table.columns.filter(({ kind }) => kind === 'count');
  let best: { readonly pair: Pair; readonly right: number; readonly far: number } | undefined;
  for (const part of counts)
    for (const whole of counts) {
      if (part === whole) continue;
      const { right, wrong } = votes(table, rate, { part, whole });
      // "Tổng số hộ | Số hộ đạt | Tỷ lệ" side by side need fewer witnesses.
      const beside =
        whole.index < part.index && whole.index >= rate.index - 2 && Math.abs(part.index - rate.index) === 1;
      if (right < (beside ? 1 : 2) || right < (beside ? 1 : 2) * wrong) continue;
      const far = Math.abs(part.index - rate.index) + Math.abs(whole.index - rate.index);
      if (best === undefined || right > best.right || (right === best.right && far < best.far))
        best = { pair: { part, whole }, right, far };
    }
  return best?.pair;
}

function votes(table: ReadTable, rate: Column, pair: Pair): { right: number; wrong: number } {
  let right = 0;
  let wrong = 0;
  for (const row of table.rows) {
    const share = shareOf(row, rate, pair);
    if (share === undefined) continue;
    if (shareAgrees(share)) right += 1;
    else wrong += 1;
  }
  return { right, wrong };
}

interface CellShare {
  readonly part: CellFigure;
  readonly whole: CellFigure;
  readonly percent: CellFigure;
}

function shareOf(row: DataRow, rate: Column, pair: Pair): CellShare | undefined {
  const percent = row.figures.get(rate.index);
  const part = row.figures.get(pair.part.index);
  const whole = row.figures.get(pair.whole.index);
  if (percent === undefined || part === undefined || whole === undefined || whole.value === 0n)
    return undefined;
  return { percent, part, whole };
}

function checkRate(
  checking: Checking,
  table: ReadTable,
  row: DataRow,
  rate: Column,
  pair: Pair | undefined,
): void {
  const percent = row.figures.get(rate.index);
  if (percent === undefined) return;
  const { ledger } = checking;
  const beside = fractionBeside(row, rate);
  const share = pair === undefined ? beside : shareOf(row, rate, pair);
  if (share !== undefined) {
    const figures = 'row' in share.whole ? [percent, share.part, share.whole] : [percent, share.part];
    if (shareAgrees(share)) {
      ledger.right(figures);
      if (agreement(share.part.value * HUNDRED, share.whole.value, percent) !== 'right')
        ledger.found(
          foundAt('verify/share-truncated', checking, table, row, percent, {
            printed: percent.text,
            basis: basisOf(share),
            computed: recomputed(share),
          }),
          figures,
        );
      return;
    }
    // Totals of incomplete columns: the rate counts the rows that have both figures.
    if (row.kind !== 'leaf' && isIncomplete(table, row, pair)) {
      if (agreesOnCommonRows(table, row, percent, pair)) ledger.right([percent]);
      return;
    }
    const cause = shareCause(share, []);
    const parameters = { printed: percent.text, basis: basisOf(share), computed: recomputed(share), cause };
    ledger.found(foundAt('verify/share-differs', checking, table, row, percent, parameters), figures);
  }
  if (percent.value > HUNDRED && !isCompared(rate) && share === undefined) {
    const cause = 'có thể đặt sai dấu thập phân';
    ledger.found(
      foundAt('verify/over-hundred', checking, table, row, percent, { printed: percent.text, cause }),
      [percent],
    );
  }
}

const basisOf = ({ part, whole }: { readonly part: CellFigure; readonly whole: Amount }): string =>
  part.text.includes('/') ? part.text : `${part.text}/${printed(whole.value, whole.step)}`;

/** "9/10" in a cell before the rate. */
function fractionBeside(
  row: DataRow,
  rate: Column,
): { readonly part: CellFigure; readonly whole: Amount; readonly percent: CellFigure } | undefined {
  const percent = row.figures.get(rate.index);
  const part = [...row.figures.values()].findLast(
    ({ column, whole }) => whole !== undefined && column < rate.index && column >= rate.index - 2,
  );
  return percent === undefined || part?.whole === undefined
    ? undefined
    : { part, whole: part.whole, percent };
}

/** The rows a total or group stands for. */
function rowsUnder(table: ReadTable, row: DataRow): readonly DataRow[] {
  if (row.kind === 'total') return table.rows.filter(({ kind }) => kind === 'leaf');
  const position = table.rows.indexOf(row);
  const end = table.rows.findIndex(({ kind }, index) => index > position && kind !== 'leaf');
  return table.rows.slice(position + 1, end === -1 ? undefined : end);
}

const isIncomplete = (table: ReadTable, row: DataRow, pair: Pair | undefined): boolean =>
  pair !== undefined &&
  rowsUnder(table, row).some(
    ({ figures }) => !figures.has(pair.part.index) || !figures.has(pair.whole.index),
  );

function agreesOnCommonRows(
  table: ReadTable,
  row: DataRow,
  percent: CellFigure,
  pair: Pair | undefined,
): boolean {
  if (pair === undefined) return false;
  const both = rowsUnder(table, row).filter(
    ({ figures }) => figures.has(pair.part.index) && figures.has(pair.whole.index),
  );
  const sum = (column: Column): bigint =>
    both.reduce((added, { figures }) => added + (figures.get(column.index)?.value ?? 0n), 0n);
  return shareAgrees({
    part: { value: sum(pair.part), step: ONE },
    whole: { value: sum(pair.whole), step: ONE },
    percent,
  });
}

/** Part and whole of a rate, "trong đó" under the column before, fractions in one cell. */
function checkWholes(checking: Checking, table: ReadTable, pairs: readonly Pair[]): void {
  const counts = table.columns.filter(({ kind }) => kind === 'count');
  const inner = counts.flatMap((part): readonly Pair[] => {
    const whole = counts.findLast((column) => column.index < part.index && !column.part);
    return part.part && whole !== undefined ? [{ part, whole }] : [];
  });
  for (const row of table.rows) {
    for (const { part, whole } of [...pairs, ...inner])
      compareWhole(checking, table, row, row.figures.get(part.index), row.figures.get(whole.index));
    for (const figure of row.figures.values())
      if (figure.whole !== undefined) compareWhole(checking, table, row, figure, figure.whole);
  }
}

function compareWhole(
  checking: Checking,
  table: ReadTable,
  row: DataRow,
  part: CellFigure | undefined,
  whole: (Amount & { readonly text?: string }) | undefined,
): void {
  if (part === undefined || whole === undefined) return;
  if (part.value <= whole.value) {
    checking.ledger.right([part, whole]);
    return;
  }
  const parameters = {
    part: part.text,
    whole: whole.text ?? printed(whole.value),
    cause: 'có thể gõ sai hoặc đảo hai ô',
  };
  checking.ledger.found(foundAt('verify/part-exceeds-whole', checking, table, row, part, parameters), [
    part,
    whole,
  ]);
}

/** Ranks 1 … n by the only column of figures, or by a rate that most ranks follow. */
function checkRanks(checking: Checking, table: ReadTable, rank: Column): void {
  const rows = table.rows.filter(({ kind, figures }) => kind === 'leaf' && figures.has(rank.index));
  const others = table.columns.filter(({ kind }) => kind === 'rate' || kind === 'count');
  const ranked = others
    .map((column) => ({ column, right: rows.filter((row) => isInPlace(rows, row, rank, column)).length }))
    .sort((left, right) => right.right - left.right);
  const best = ranked[0];
  if (best === undefined || rows.length < 3) return;
  if (others.length > 1 && best.right * 2 < rows.length) return;
  for (const row of rows) {
    const figure = row.figures.get(rank.index);
    const value = row.figures.get(best.column.index);
    if (figure === undefined || value === undefined) continue;
    if (isInPlace(rows, row, rank, best.column)) {
      checking.ledger.right([figure, value]);
      continue;
    }
    const computed = String(placesOf(rows, value, best.column).first);
    const claim = `thứ hạng ${figure.text} với ${columnName(best.column)} ${value.text}`;
    checking.ledger.found(foundAt('verify/rank-untrue', checking, table, row, figure, { claim, computed }), [
      figure,
    ]);
  }
}

function isInPlace(rows: readonly DataRow[], row: DataRow, rank: Column, column: Column): boolean {
  const figure = row.figures.get(rank.index);
  const value = row.figures.get(column.index);
  if (figure === undefined || value === undefined) return false;
  const { first, last } = placesOf(rows, value, column);
  const place = Number(figure.value / ONE);
  return place >= first && place <= last;
}

/** First and last place of a value among the rows; equal values share their places. */
export function placesOf(
  rows: readonly DataRow[],
  { value }: Amount,
  { index }: Column,
): { readonly first: number; readonly last: number } {
  const values = rows.flatMap(({ figures }) => figures.get(index)?.value ?? []);
  const above = values.filter((other) => other > value).length;
  return { first: above + 1, last: above + values.filter((other) => other === value).length };
}
