/**
 * Sheets of one form that say again what the others say: a sheet of sums by group, of the whole unit, or the same areas under
 * other names. No row of theirs is a row of the others, so that they would go on with the list, and count twice.
 */
import type { FieldDefinition, FigureTable, Finding, Part } from '../../model.js';
import { areaKey } from '../../units/areas/area-history.js';
import { largest } from '../../values/of-many.js';
import { digitsApart, digitsByChance } from '../tables/row-sums.js';
import { fieldsRead } from './joined-tables.js';
import { sumOf } from './totals-of-sheets.js';

/** Sums that agree in so many digits do not by chance. */
const TELLING = 2;
/** What a slip may have made of another sum beside one that agrees. */
const SLIP = 0.05;
/** A smaller sum agrees by chance. */
const LEAST = 100;

/** The sheet that says again what others say, and those others. */
export function saidAgain(
  parts: readonly Part[],
  fields: readonly FieldDefinition[],
): { readonly again: Part; readonly others: readonly Part[] } | undefined {
  const adding = fields.filter(({ aggregation }) => aggregation === 'sum');
  // Two lists of households may have as many by chance.
  const counted = parts.filter(({ table }) => table !== undefined && table.namesSome !== true);
  const byChance = digitsByChance(counted.length);
  // A sheet of sums is shorter than what it sums up, and a copy stands behind.
  const shortestFirst = [...counted]
    .reverse()
    .sort((a, b) => (a.table?.rowCount ?? 0) - (b.table?.rowCount ?? 0));
  for (const part of shortestFirst) {
    const beside = counted.filter((one) => one !== part && isApart(one.table, part.table));
    const whole = namesSheets(part, beside) || isUnitAlone(part) || agree([part], beside, adding, byChance);
    if (beside.length > 0 && whole) return { again: part, others: beside };
    const copied = beside.find((one) => agree([part], [one], adding, byChance));
    if (copied !== undefined) return { again: part, others: [copied] };
  }
  return undefined;
}

/** The same figures of other rows. */
function isApart(one: FigureTable | undefined, other: FigureTable | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const fields = new Set(fieldsRead(other));
  return (
    fieldsRead(one).some((id) => fields.has(id)) && !other.rowKeys.some((key) => one.rowKeys.includes(key))
  );
}

/** A row is named like another sheet: "Khu 1" on the sheet of sums, beside the sheet "Khu 1". */
function namesSheets({ table }: Part, beside: readonly Part[]): boolean {
  const names = new Set(beside.map(({ sheet }) => areaKey(sheet)));
  return table?.rowLabels.some((label) => names.has(areaKey(label))) === true;
}

/** One row, which bears the name of the unit itself. */
const isUnitAlone = ({ table, findings = [] }: Part): boolean =>
  table?.rowCount === 1 && findings.some(({ code }: Finding) => code === 'layout/own-name-as-row');

/** All sums agree, or one does and the others are near. */
function agree(
  some: readonly Part[],
  others: readonly Part[],
  adding: readonly FieldDefinition[],
  byChance: number,
): boolean {
  const equal = new Map<number, number>();
  let differ = 0;
  for (const { id } of adding) {
    const [one, other] = [sumOfAll(some, id), sumOfAll(others, id)];
    if (one === undefined || other === undefined || one + other === 0) continue;
    if (one === other) equal.set(one, 1);
    else if (Math.abs(one - other) > SLIP * Math.max(one, other)) return false;
    else differ += 1;
  }
  return digitsApart(equal) - byChance >= TELLING && (differ === 0 || largest([...equal.keys()]) >= LEAST);
}

/** Undefined where a sheet has no such column. */
function sumOfAll(parts: readonly Part[], field: string): number | undefined {
  let sum = 0;
  for (const { table } of parts) {
    const own = sumOf(table?.columns.get(field));
    if (own === undefined) return undefined;
    sum += own;
  }
  return sum;
}
