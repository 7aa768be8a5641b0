/**
 * Sheets of one form that say again what the others say: a sheet of sums by group, of the whole unit, or the same areas under
 * other names. No row of theirs is a row of the others, so that they would go on with the list, and count twice.
 */
import type { FieldDefinition, FigureTable, Finding, Part } from '../../model.js';
import { areaKey } from '../../units/areas/area-history.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { addsUp } from '../tables/adding-fields.js';
import { figuresOf, type FigureRows } from '../tables/row-sums.js';
import { fieldsRead } from './joined-tables.js';
import { copiesExactly, sumsExactly } from './exactly-again.js';
import { digitsAgain } from './sheet-evidence.js';

/** So many digits cannot agree by chance; fewer are asked about. */
const CERTAIN = 4;
const ASKED = 2.2;
/** What its name says of the sheet: "Tổng hợp", "Toàn xã"; "Cộng Hòa" and "Chung Thịnh" are names of places. */
const NAMED = 1.5;
const SUMS_UP =
  /^(?:bang |bieu )?(?:tong (?:hop|cong|so|xa|phuong)(?![a-z])|(?:tong|th|chung|cong)$|toan (?:xa|phuong|thi tran)(?![a-z]))/u;

export interface SaidAgain {
  /** The sheet that says again what others say, and those others. */
  readonly again: Part;
  readonly others: readonly Part[];
  /** A coincidence is possible. */
  readonly isDoubtful: boolean;
}

export function saidAgain(parts: readonly Part[], fields: readonly FieldDefinition[]): SaidAgain | undefined {
  // Two lists of households may have as many by chance.
  const counted = parts.filter(({ table }) => table !== undefined && table.namesSome !== true);
  // A sheet of sums is shorter than what it sums up, and a copy stands behind.
  const shortestFirst = [...counted]
    .reverse()
    .sort((a, b) => (a.table?.rowCount ?? 0) - (b.table?.rowCount ?? 0));
  let asked: (SaidAgain & { readonly digits: number }) | undefined;
  let exact: SaidAgain | undefined;
  for (const part of shortestFirst) {
    const others = counted.filter((one) => one !== part && isApart(one.table, part.table));
    if (others.length === 0) continue;
    if (namesSheets(part, others) || isUnitAlone(part)) return { again: part, others, isDoubtful: false };
    const digits = digitsOf(part, others, fields) + (SUMS_UP.test(foldMarks(part.sheet).trim()) ? NAMED : 0);
    if (digits < ASKED && isExactly(part, others, fields))
      exact ??= { again: part, others, isDoubtful: true };
    if (digits < ASKED || digits <= (asked?.digits ?? 0)) continue;
    const copied = others.find((one) => digitsOf(part, [one], fields) >= digits);
    const said = { again: part, others: copied === undefined ? others : [copied] };
    if (digits >= CERTAIN) return { ...said, isDoubtful: false };
    asked = { ...said, isDoubtful: true, digits };
  }
  return asked ?? exact;
}

/** Digits in which the figures of a sheet are those of the others. */
function digitsOf(part: Part, others: readonly Part[], fields: readonly FieldDefinition[]): number {
  const { rows, own, sheets } = besideOthers(part, others, fields);
  return digitsAgain(rows, own, sheets);
}

const isExactly = (part: Part, others: readonly Part[], fields: readonly FieldDefinition[]): boolean => {
  const { rows, own, sheets } = besideOthers(part, others, fields);
  return sumsExactly(rows, own, sheets) || copiesExactly(rows, own, sheets);
};

/** The figures of all sheets, and which rows are those of the sheet and of each of the others. */
function besideOthers(
  { table }: Part,
  others: readonly Part[],
  fields: readonly FieldDefinition[],
): {
  readonly rows: FigureRows;
  readonly own: readonly number[];
  readonly sheets: readonly (readonly number[])[];
} {
  const tables = [table, ...others.map((one) => one.table)].flatMap((one) => one ?? []);
  const joined = joinedFigures(tables, fields.filter(addsUp));
  let first = 0;
  const [own = [], ...sheets] = tables.map(({ rowCount }) => {
    const rows = Array.from({ length: rowCount }, (_, row) => first + row);
    first += rowCount;
    return rows;
  });
  return { rows: joined, own, sheets };
}

/** The rows of all tables below one another. */
function joinedFigures(tables: readonly FigureTable[], adding: readonly FieldDefinition[]): FigureRows {
  const all = tables.map((table) => figuresOf(table, adding));
  const rowCount = all.reduce((sum, one) => sum + one.rowCount, 0);
  const numbers = new Float64Array(rowCount * adding.length);
  const said = new Uint8Array(rowCount * adding.length);
  let at = 0;
  for (const one of all) {
    numbers.set(one.numbers, at);
    said.set(one.said, at);
    at += one.numbers.length;
  }
  return { fields: adding.map(({ id }) => id), rowCount, numbers, said };
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
