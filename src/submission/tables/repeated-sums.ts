/**
 * Rows that repeat their neighbours: a row whose adding figures are the sums of the rows above or below it is a
 * subtotal, whatever it is called. Figures find such a row; its name, its number and the sender's total say how sure it is.
 */
import type { FieldDefinition, FieldId, FigureTable } from '../../model.js';
import { nearSums, type Candidate, type NearSum, type Support } from './near-sums.js';
import { breakdownOf, type DroppedSum, type Breakdown } from './breakdown.js';
import {
  addRow,
  agreeing,
  compare,
  digitsAgreed,
  digitsApart,
  equalColumns,
  figuresOf,
  noSums,
  rowsBut,
  saidBy,
  someFigure,
  sumsAmid,
  sumsOfRow,
  unlike,
  type Compared,
  type RowFacts,
  type FigureRows,
  type Run,
} from './row-sums.js';
import { leastOfFollowing } from './following-columns.js';
import { sumsAway } from './scattered-sums.js';
import { agreement, countsAll, type StatedTotal } from './stated-total.js';
import { nearCopies } from './near-copies.js';
import { farSums } from './far-sums.js';

export interface RepeatedSum {
  /** Rows of the table, from 0. */
  readonly row: number;
  readonly over: readonly number[];
  readonly fields: readonly FieldId[];
  /** `subtotal`: its name says so too; `sum`: its figures alone; `perhaps`: a coincidence is possible. */
  readonly verdict: 'subtotal' | 'sum' | 'perhaps';
}

/** So many digits cannot agree by chance; fewer are asked about. */
const CERTAIN = 5;
const ASKED = 1.4;
/** So many digits speak for a habit of the sender. */
const TELLING = 2.4;
const LIKELY_NAME = 2.5;
const HINT = 1.5;
const IN_TOTAL = 4;
/** A subtotal with a slip in it: so many columns agree all the same. */
const MANY = 5;
const MOST_OF = 0.7;
const SEVERAL_ROWS = 3;
const PASSES = 4;
/** In longer tables than any commune sends, only so many rows around a row are added up. */
const MANY_ROWS = 3000;
const REACH = 100;

/** What the rows are judged by: their figures, what else speaks about them, and the other sums of the sheet. */
export interface Evidence {
  readonly table: FigureTable;
  readonly adding: readonly FieldDefinition[];
  readonly facts: readonly RowFacts[];
  readonly total: StatedTotal | undefined;
  /** Rows before which another sum of the sheet stands. */
  readonly endsBefore: ReadonlySet<number>;
  /** Rows that a right sum of their group counts as areas. */
  readonly counted: ReadonlySet<number>;
  readonly dropped: readonly DroppedSum[];
  /** The rows are areas, which the sender adds up; models and criteria are no parts of one another. */
  readonly areas: boolean;
}

/** The rows of a table that are sums of others, in order, and those that would be but for a slip. */
export function repeatedSums(evidence: Evidence): {
  readonly exact: readonly RepeatedSum[];
  readonly near: readonly NearSum[];
  /** Rows too far off for their figures alone to tell, asked about for want of a number or an answer. */
  readonly far: readonly NearSum[];
  readonly breakdown: Breakdown | undefined;
} {
  const { table, adding, facts, total, endsBefore, counted, areas } = evidence;
  const rows = figuresOf(table, adding);
  const runs = runsOf(rows);
  const single = singleRuns(rows, runs, facts, total);
  const found = [...runs.values(), ...single].sort((a, b) => a.row - b.row);
  const several = [...runs.values()].filter(({ digits }) => digits >= TELLING).length > 1;
  const apart = digitsLeft(rows, [...runs.values()]);
  const judged = (some: readonly Run[], all: readonly Run[]): readonly RepeatedSum[] => {
    const agrees = agreement(rows, new Set(all.map(({ row }) => row)), total);
    return some.flatMap((run) => judge(run, facts, agrees, several, apart) ?? []);
  };
  const beside = judged(found, found);
  const breakdown = breakdownBeside(rows, beside, evidence);
  // The rows of a breakdown are runs of rows too, and are told together.
  const known = new Set(found.map(({ row }) => row));
  const elsewhere = areas && breakdown === undefined ? sumsAway(rows, known) : [];
  const exact = [...beside, ...judged(elsewhere, [...found, ...elsewhere])].sort((a, b) => a.row - b.row);
  const taken = new Set(exact.map(({ row }) => row));
  const supportAmong = (candidates: readonly Candidate[]) => {
    const marked = candidates.filter((one) => supportBesides(one.row, one.run.over, facts).digits > 0);
    const others = [...taken, ...marked.map((one) => one.row)];
    return (row: number, over: readonly number[]): Support => {
      const { named, digits } = supportBesides(row, over, facts);
      // One slipped sum makes the total differ by itself; several do so together.
      const says =
        agreement(rows, new Set([...taken, row]), total) ?? agreement(rows, new Set([...others, row]), total);
      return {
        digits: digits + (says === 'without' ? IN_TOTAL : 0),
        asArea: counted.has(row),
        inTotal: says === 'with' && !named,
      };
    };
  };
  const repeated = new Set(breakdown?.verdict === 'breakdown' ? breakdown.classes : []);
  const near = nearSums(rows, taken, endsBefore, supportAmong).filter(({ row }) => !repeated.has(row));
  const told = new Set([...taken, ...repeated, ...near.map(({ row }) => row)]);
  const copies = areas ? nearCopies(rows, told) : [];
  const far = areas ? farSums(rows, facts, told, { endsBefore, counted }) : [];
  return { exact, near: [...near, ...copies], far, breakdown };
}

/** Rows of a breakdown repeat all others, unless sums of groups count them as areas; a total over all rows speaks for areas too. */
function breakdownBeside(
  rows: FigureRows,
  exact: readonly RepeatedSum[],
  { facts, total, counted, dropped, areas }: Evidence,
): Breakdown | undefined {
  if (!areas) return undefined;
  const taken = new Set(exact.map(({ row }) => row));
  const sure = exact.filter(({ verdict }) => verdict !== 'perhaps');
  const grouped = new Set([...counted, ...sure.flatMap(({ over }) => over)]);
  return breakdownOf(rows, {
    facts,
    taken,
    counted: grouped,
    inTotal: countsAll(rows, taken, total),
    dropped,
  });
}

/** Sums below their rows, sums above their rows, sums amid all of them, until nothing more is found. */
function runsOf(rows: FigureRows): ReadonlyMap<number, Run> {
  const found = new Map<number, Run>();
  const order = rowsBut(rows, () => false);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const before = found.size;
    for (const row of order) take(rows, row, -1, found);
    for (const row of order.toReversed()) take(rows, row, 1, found);
    for (const run of sumsAmid(rows, found)) found.set(run.row, run);
    if (found.size === before) break;
  }
  return found;
}

function take(rows: FigureRows, row: number, step: 1 | -1, found: Map<number, Run>): void {
  // A row without one readable figure is no sum, and of such rows a spoiled form has thousands.
  if (found.has(row) || !someFigure(rows, row, (one) => !Number.isNaN(one))) return;
  const { rowCount } = rows;
  const sums = noSums(rows);
  const givers = noSums(rows);
  const over: number[] = [];
  const reach = rowCount > MANY_ROWS ? REACH : rowCount;
  for (let at = row + step; at >= 0 && at < rowCount && over.length < reach; at += step) {
    if (found.has(at)) continue;
    over.push(at);
    addRow(sums, rows, at);
    countGivers(givers, rows, at);
    const compared = compare(rows, row, sums);
    if (compared.over > compared.filled * (1 - MOST_OF)) return;
    if (over.length < 2 || !isSum(compared)) continue;
    const columns = equalColumns(rows, row, sums).filter((one) => (givers[one] ?? 0) > 1);
    if (columns.length === 0) continue;
    const next = at + step;
    const block = next < 0 || next >= rowCount || found.has(next);
    found.set(row, { row, over, ...agreeing(rows, row, columns, over), block });
    return;
  }
}

/** Each field's rows that give something to its sum. */
function countGivers(givers: Float64Array, { fields, numbers }: FigureRows, row: number): void {
  for (let at = 0; at < fields.length; at += 1)
    if (numbers[row * fields.length + at] !== 0) givers[at] = (givers[at] ?? 0) + 1;
}

const isSum = ({ filled, equal }: Compared): boolean =>
  filled > 0 && (equal === filled || (equal >= MANY && equal >= filled * MOST_OF));

/** A group of one area has a subtotal equal to it; two equal rows mean that only where something else says so. */
function singleRuns(
  rows: FigureRows,
  runs: ReadonlyMap<number, Run>,
  facts: readonly RowFacts[],
  total: StatedTotal | undefined,
): readonly Run[] {
  const taken = new Set<number>();
  return rowsBut(rows, (row) => runs.has(row)).flatMap((row): readonly Run[] => {
    if (taken.has(row)) return [];
    for (const at of [row - 1, row + 1]) {
      if (at < 0 || at >= rows.rowCount || runs.has(at) || taken.has(at)) continue;
      const other = sumsOfRow(rows, at);
      const compared = compare(rows, row, other);
      if (compared.filled === 0 || compared.equal < compared.filled) continue;
      const agreed = agreeing(rows, row, equalColumns(rows, row, other), [at]);
      const named = facts[row]?.likely === true && !sharesWord(row, [at], facts);
      const left = agreement(rows, new Set([...runs.keys(), row]), total) === 'without';
      const onlyTwo = rows.rowCount === 2 && row === 1;
      if (agreed.digits < TELLING || !(named || left || onlyTwo)) continue;
      taken.add(row);
      return [{ row, over: [at], ...agreed, block: true }];
    }
    return [];
  });
}

/** "Khu vực" and "Khu phố" are two kinds, of which one may hold the other. */
const kindOf = (label: string): string =>
  /^(?:khu (?:vực|phố|dân cư)|\S+)/u.exec(label.normalize('NFC').toLowerCase())?.[0] ?? '';

/** "Cụm 3" after "Cụm 1" and "Cụm 2" is one of them; after "Thôn 1" and "Thôn 2" it is not. */
const sharesWord = (row: number, over: readonly number[], facts: readonly RowFacts[]): boolean =>
  over.some((at) => kindOf(facts[at]?.label ?? '') === kindOf(facts[row]?.label ?? ''));

/** Its name, its missing number and answers, and that it would be as large as all others together. */
function supportBesides(
  row: number,
  over: readonly number[],
  facts: readonly RowFacts[],
): { readonly named: boolean; readonly digits: number } {
  const named = facts[row]?.likely === true && !sharesWord(row, over, facts);
  const { unnumbered, unanswered } = unlike([row], over, facts);
  const overAll = over.length >= SEVERAL_ROWS && over.length === facts.length - 1;
  const hints = [unnumbered, unanswered, overAll].filter((one) => one).length;
  return { named, digits: (named ? LIKELY_NAME : 0) + hints * HINT };
}

/**
 * Digits that are left where columns which follow one another ("nhân khẩu" at four a household, "hộ đạt" at nine of ten) count
 * once: one sum by chance is one in all of them. Groups with a sum each agree by chance only together.
 */
function digitsLeft(rows: FigureRows, runs: readonly Run[]): (run: Run) => number {
  const toldOnce = leastOfFollowing(rows);
  const left = ({ row, over, fields }: Run): number => {
    const columns = fields.map((field) => rows.fields.indexOf(field));
    const steps = toldOnce(saidBy(rows, row, columns, over));
    // Two small villages make a third by chance, in all columns that lie as close as "hộ" and "hộ đăng ký".
    return over.length > 2 ? digitsAgreed(steps) : digitsApart(steps);
  };
  const groups = runs.filter(({ block }) => block);
  return (run) =>
    run.block
      ? groups.filter(({ row }) => row !== run.row).reduce((sum, one) => sum + left(one), left(run))
      : left(run);
}

function judge(
  run: Run,
  facts: readonly RowFacts[],
  agrees: 'without' | 'with' | undefined,
  several: boolean,
  apart: (run: Run) => number,
): RepeatedSum | undefined {
  const { row, over, fields, digits, columns, block, elsewhere } = run;
  const own = facts[row];
  // Two rows of one name are told as such.
  if (own === undefined || (over.length < 2 && facts[over[0] ?? row]?.label === own.label)) return undefined;
  const { named, digits: besides } = supportBesides(row, over, facts);
  const support = besides + (several ? HINT : 0) + (agrees === 'without' ? IN_TOTAL : 0);
  const known = { row, over: [...over].sort((a, b) => a - b), fields };
  const alone = over.length < 2 && !named && agrees !== 'without';
  const counted = agrees === 'with' && support <= HINT && digits < CERTAIN * 2;
  const certain =
    digits + support >= CERTAIN && (columns > 1 || support >= LIKELY_NAME) && apart(run) + support >= CERTAIN;
  if (certain && !alone && !counted)
    return { ...known, verdict: named && !own.numbered ? 'subtotal' : 'sum' };
  const chance = block || elsewhere === true ? 0 : Math.log10(2 * facts.length);
  const asked = digits - chance >= ASKED || digits + support >= CERTAIN;
  return asked && !(alone && agrees === 'with' && elsewhere !== true)
    ? { ...known, verdict: 'perhaps' }
    : undefined;
}
