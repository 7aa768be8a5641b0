/** Rows of a table whose figures are those of other rows: subtotals leave the data, the others are told. */
import { finding, isError } from '../../findings/finding.js';
import type { FieldDefinition, FieldId, FigureTable, Finding } from '../../model.js';
import { addsUp } from './adding-fields.js';
import { formSubject, refOf, rowName, type FormPlace } from '../layout/form-place.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import { isRowNumber, likelySubtotal } from '../layout/row-words.js';
import type { DroppedSum } from './breakdown.js';
import {
  nearFinding,
  breakdownFinding,
  partsFinding,
  repeatedFinding,
  unclearFinding,
} from './repeated-findings.js';
import { repeatedSums, type Evidence } from './repeated-sums.js';
import { besideNames, partsBesideWhole, partsOfAbove, type PartsBeside } from './parts-of-areas.js';
import type { StatedTotal } from './stated-total.js';
import type { RowFacts } from './row-sums.js';
import type { ResolvedRows, RowFigures } from './resolve-totals.js';
import type { TableRows } from './table-rows.js';
import { inner } from '../../values/inner-quotes.js';
import { timesTotal, type TimesTotal } from './times-total.js';

export interface RepeatedRows {
  /** Rows whose names say as well that they are subtotals; they are to leave the data. */
  readonly subtotals: ReadonlySet<number>;
  /** What has to be said about the rows that stay. */
  readonly findings: readonly Finding[];
}

export function repeatedRows(
  place: FormPlace,
  header: HeaderColumns,
  table: FigureTable,
  resolved: ResolvedRows,
  figuresOf: (sheetRow: number) => RowFigures,
  areaName: FieldId | undefined,
): RepeatedRows {
  const adding = place.fields.filter(addsUp);
  const total = statedTotal(place, header, resolved, figuresOf);
  const facts = factsOf(place, header, table);
  const groups = groupsOf(table, resolved);
  const {
    exact: found,
    near: telling,
    far,
    breakdown,
  } = repeatedSums({
    table,
    adding,
    facts,
    total,
    ...groups,
    dropped: droppedSums(table, resolved, figuresOf),
    areas: areaName !== undefined,
  });
  const subtotals = found.filter(({ verdict }) => verdict === 'subtotal');
  // The parts of an area make it; that they are parts is told of them, and the area is one.
  const gone = new Set(subtotals.map(({ row }) => row));
  const { known: parts, beside } = partsIn(place, header, table, adding, areaName, gone);
  const isWhole = ({ row, over }: { readonly row: number; readonly over: readonly number[] }): boolean =>
    over.every((one) => parts.has(one)) || beside.some((one) => one.above === row && one.isSum);
  const others = found.filter((one) => one.verdict !== 'subtotal' && !isWhole(one));
  const repeated = breakdown?.verdict === 'breakdown' ? breakdown.classes : [];
  // A copy of another row says nothing of what a row without an area's name is.
  const sums = [...found, ...telling.filter(({ verdict }) => verdict !== 'copy')];
  const known = new Set([...sums.map(({ row }) => row), ...repeated]);
  const unclear = unclearRows({ table, adding, facts, ...groups }, known);
  const near = [...telling, ...far.filter(({ row }) => !unclear.includes(row))];
  const findings = [
    ...others.map((one) => repeatedFinding(place, header, table, one)),
    ...near.filter((one) => !isWhole(one)).map((one) => nearFinding(place, header, table, one)),
    ...beside
      .filter(({ above, isSum }) => isSum || ![...others, ...near].some(({ row }) => row === above))
      .map((one) => partsFinding(place, header, table, one)),
    ...(breakdown === undefined ? [] : [breakdownFinding(place, header, table, breakdown)]),
    ...unclear.map((row) => unclearFinding(place, header, table, row)),
  ];
  // What is an error already says why the rows are more than their total.
  const isRefused = findings.some(isError) || resolved.secondTotal !== undefined;
  const suspected = new Set([...others, ...near].map(({ row }) => row));
  if (!isRefused && total !== undefined && resolved.total !== undefined) {
    const times = timesTotal(table, adding, { gone, suspected }, total);
    if (times !== undefined) findings.push(timesFinding(place, header, resolved.total, times));
  }
  return { subtotals: new Set(subtotals.map(({ row }) => table.sheetRows[row] ?? 0)), findings };
}

const timesFinding = (
  place: FormPlace,
  header: HeaderColumns,
  total: NonNullable<ResolvedRows['total']>,
  { times, about }: TimesTotal,
): Finding =>
  finding(
    'layout/rows-repeat-total',
    refOf(place, total.sheetRow, 1),
    { form: place.formTitle, row: inner(rowName(total)), times: `${about ? 'khoảng ' : ''}${times}` },
    { ...formSubject(place), fields: [...header.columns.keys()] },
  );

/** Rows that are parts of the area above them: those told as no areas, and those that count beside it. */
function partsIn(
  place: FormPlace,
  header: HeaderColumns,
  table: FigureTable,
  adding: readonly FieldDefinition[],
  areaName: FieldId | undefined,
  gone: ReadonlySet<number>,
): { readonly known: ReadonlySet<number>; readonly beside: readonly PartsBeside[] } {
  // What stands beside one another there stands below one another here.
  if (areaName === undefined || place.turned === true) return { known: new Set(), beside: [] };
  const names = besideNames(place.grid, table, header.columns.get(areaName) ?? 0);
  const numbered = table.sheetRows.map((_, row) => names.isNumbered(row));
  const known = partsOfAbove(table, numbered, names);
  const beside = partsBesideWhole(table, adding, numbered, names, known);
  return { known, beside: beside.filter(({ above }) => !gone.has(above)) };
}

/** The rows without those that turned out to be subtotals; these are sums now. */
export const withoutSubtotals = (rows: TableRows, subtotals: ReadonlySet<number>): TableRows => ({
  ...rows,
  data: rows.data.filter(({ sheetRow }) => !subtotals.has(sheetRow)),
  sums: [
    ...rows.sums,
    ...rows.data
      .filter(({ sheetRow }) => subtotals.has(sheetRow))
      .map(({ sheetRow, label }) => ({ sheetRow, label, word: 'part' as const, proven: true as const })),
  ].sort((a, b) => a.sheetRow - b.sheetRow),
});

function statedTotal(
  place: FormPlace,
  header: HeaderColumns,
  { total }: ResolvedRows,
  figuresOf: (sheetRow: number) => RowFigures,
): StatedTotal | undefined {
  if (total === undefined) return undefined;
  const figures = figuresOf(total.sheetRow);
  const typed = [...figures.keys()].every(
    (field) => place.grid.at(total.sheetRow, header.columns.get(field) ?? 0)?.formula !== true,
  );
  return figures.size === 0 ? undefined : { figures, typed };
}

/** Where the sums of the sheet stand between the rows of the table, and which rows a right one of them counts. */
function groupsOf(
  table: FigureTable,
  { subtotals, between }: ResolvedRows,
): Pick<Evidence, 'endsBefore' | 'counted'> {
  const sums = [...subtotals, ...(between === undefined ? [] : [{ row: between, counts: 'all' as const }])];
  const endsBefore = new Set<number>();
  const counted = new Set<number>();
  table.sheetRows.forEach((sheetRow, row) => {
    const above = table.sheetRows[row - 1] ?? 0;
    if (row > 0 && sums.some((one) => one.row.sheetRow > above && one.row.sheetRow < sheetRow))
      endsBefore.add(row);
    const below = sums.find((one) => one.row.sheetRow > sheetRow)?.counts;
    const ahead = sums.findLast((one) => one.row.sheetRow < sheetRow)?.counts;
    if (below === 'before' || ahead === 'after' || [below, ahead].includes('all')) counted.add(row);
  });
  return { endsBefore, counted };
}

/** Sums that left the table for their names, of rows that are not known. */
const droppedSums = (
  table: FigureTable,
  { subtotals }: ResolvedRows,
  figuresOf: (sheetRow: number) => RowFigures,
): readonly DroppedSum[] =>
  subtotals.flatMap(({ row, counts }) => {
    const before = table.sheetRows.findIndex((sheetRow) => sheetRow > row.sheetRow);
    const figures = counts === undefined ? figuresOf(row.sheetRow) : undefined;
    return figures === undefined || figures.size === 0
      ? []
      : [{ before: before === -1 ? table.rowCount : before, figures }];
  });

function factsOf(place: FormPlace, header: HeaderColumns, table: FigureTable): readonly RowFacts[] {
  const choices = place.fields.flatMap(({ id, type }) =>
    type === 'choice' || type === 'yesNo' ? (table.columns.get(id) ?? []) : [],
  );
  return table.sheetRows.map((sheetRow, row) => {
    const label = table.rowLabels[row] ?? '';
    return {
      label,
      numbered: isRowNumber(place.grid.at(sheetRow, header.ordinal ?? 0)?.raw.trim() ?? ''),
      answered: choices.some(({ texts }) => texts[row] !== undefined),
      likely: likelySubtotal(label),
    };
  });
}

/** A group's name without the number or the answers that the other rows have, and figures near the sum of its group but not equal to it. */
function unclearRows(
  { table, adding, facts, endsBefore }: Omit<Evidence, 'total' | 'counted' | 'dropped' | 'areas'>,
  found: ReadonlySet<number>,
): readonly number[] {
  const most = (says: (one: RowFacts) => boolean): boolean => facts.filter(says).length * 2 > facts.length;
  const [numbered, answered] = [most((one) => one.numbered), most((one) => one.answered)];
  const isMark = (row: number): boolean => {
    const own = facts[row];
    const lacks = own !== undefined && ((numbered && !own.numbered) || (answered && !own.answered));
    return found.has(row) || (lacks && own.likely && !own.numbered);
  };
  return facts.flatMap((_, row) => {
    if (found.has(row) || !isMark(row)) return [];
    const blocks = [-1, 1].map((step) => {
      const block: number[] = [];
      for (let at = row + step; at >= 0 && at < facts.length && !isMark(at); at += step) {
        if (block.length > 0 && endsBefore.has(step < 0 ? at + 1 : at)) break;
        block.push(at);
      }
      return block;
    });
    return blocks.some((block) => block.length > 0 && isNear(table, adding, row, block)) ? [row] : [];
  });
}

const NEAR = 0.25;

function isNear(
  table: FigureTable,
  adding: readonly FieldDefinition[],
  row: number,
  block: readonly number[],
): boolean {
  let filled = 0;
  let near = 0;
  for (const { id } of adding) {
    const column = table.columns.get(id);
    const at = (one: number): number => (column?.states[one] === 'value' ? (column.numbers[one] ?? 0) : 0);
    const stated = at(row);
    if (stated === 0) continue;
    const sum = block.reduce((all, one) => all + at(one), 0);
    filled += 1;
    if (Math.abs(stated - sum) <= NEAR * Math.max(stated, sum)) near += 1;
  }
  return filled > 0 && near * 2 >= filled;
}
