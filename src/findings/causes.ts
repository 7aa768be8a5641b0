/**
 * Which findings come from one cause: one mistyped cell breaks several rules of its row, and the total of its column.
 * They make one block, the finding to mend first at its head; nothing is left out, and nothing weighs less for it.
 */
import type { Finding, Severity } from '../model.js';
import { addTo, groupBy } from '../values/groups.js';
import { compareVietnamese } from '../values/vietnamese-text.js';
import { parseCellAddress } from '../values/cell-address.js';
import type { FindingCode } from './catalogue/catalogue.js';

export interface FindingBlock {
  readonly head: Finding;
  /** What the head brings with it; never more serious than the head. */
  readonly following: readonly Finding[];
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;
/** A comparison of more cells than these is about a whole column, and joins nothing. */
const MOST_CELLS = 6;
const COUNTED: ReadonlySet<string> = new Set<FindingCode>(['cell/more-of-same', 'file/more-of-same']);
const ROWS_DIFFER: string = 'total/row-count-differs' satisfies FindingCode;
/** A row that is no area: what its cells lack is nothing to fill in. */
const NO_AREA: ReadonlySet<string> = new Set<FindingCode>([
  'layout/rows-no-area',
  'layout/row-is-sum',
  'layout/row-near-sum',
  'layout/parts-beside-whole',
  'layout/rows-repeat-all',
  'layout/own-total-as-row',
]);
const NOT_REPORTED: string = 'unit/not-reported' satisfies FindingCode;

/** Where a finding stands within the list: watched and accepted ones behind all that is to be mended. */
export const weightOf = ({ severity, trial, accepted }: Finding): number =>
  WEIGHT[severity] + (trial === true ? 3 : 0) + (accepted === undefined ? 0 : 6);

/** Sheets give A1 addresses, YAML files "dòng 5, cột 3". */
export function positionOf({ at }: Finding): { readonly row: number; readonly column: number } {
  const [row, column] = [...(at.cell ?? '').matchAll(/\d+/gu)].map(([digits]) => Number(digits));
  return parseCellAddress(at.cell ?? '') ?? { row: row ?? 0, column: column ?? 0 };
}

/** By place; the same whatever order the findings came in. */
export function byPlace(left: Finding, right: Finding): number {
  const [one, other] = [positionOf(left), positionOf(right)];
  return (
    compareVietnamese(left.at.file, right.at.file) ||
    compareVietnamese(left.at.sheet ?? '', right.at.sheet ?? '') ||
    one.row - other.row ||
    one.column - other.column ||
    compareVietnamese(left.number, right.number) ||
    compareVietnamese(left.message, right.message) ||
    (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)
  );
}

/** Every finding in exactly one block, blocks by the place of their heads. */
export function blocksOf(findings: readonly Finding[]): readonly FindingBlock[] {
  const sorted = findings.toSorted(byPlace);
  const ofRows = inStrangeRows(sorted.filter(mayJoin));
  const under = new Set([...ofRows].flatMap(([head, rest]) => [head, ...rest]));
  const joined = sorted.filter((one) => mayJoin(one) && !under.has(one));
  const inRows = new Set(
    joined.filter(({ rowKey }) => rowKey !== undefined).flatMap((one) => fieldKeys(one)),
  );
  const isOfColumn = (one: Finding): boolean =>
    one.rowKey === undefined && fieldKeys(one).some((key) => inRows.has(key));
  const heads = new Map<Finding, Finding[]>(ofRows);
  for (const members of joinedByCells(joined.filter((one) => !isOfColumn(one)))) {
    const [head, ...rest] = members.toSorted((one, other) => causeFirst(one, other));
    if (head !== undefined) heads.set(head, rest);
  }
  attach(heads, joined.filter(isOfColumn));
  const grouped = new Set([...heads].flatMap(([head, rest]) => [head, ...rest]));
  for (const one of sorted) if (!grouped.has(one)) heads.set(one, []);
  return [...heads]
    .map(([head, rest]) => ({ head, following: rest.toSorted(byPlace) }))
    .sort((left, right) => byPlace(left.head, right.head));
}

/** Under each finding about rows that are no areas, what is said of their cells. */
function inStrangeRows(findings: readonly Finding[]): ReadonlyMap<Finding, Finding[]> {
  const rowOf = (unit: string, { file, sheet = '', cell = '' }: Finding['at']): string =>
    [unit, file, sheet, parseCellAddress(cell)?.row ?? ''].join('\u001f');
  const heads = new Map<Finding, Finding[]>();
  const byRow = new Map<string, Finding>();
  for (const one of findings) {
    if (!NO_AREA.has(one.code)) continue;
    heads.set(one, []);
    for (const place of [one.at, ...(one.related ?? [])]) byRow.set(rowOf(one.unit ?? '', place), one);
  }
  if (heads.size === 0) return heads;
  for (const one of findings) {
    const head = NO_AREA.has(one.code) ? undefined : byRow.get(rowOf(one.unit ?? '', one.at));
    if (head !== undefined && one.at.cell !== undefined && weightOf(one) >= weightOf(head))
      heads.get(head)?.push(one);
  }
  return heads;
}

const mayJoin = ({ unit, trial, accepted, code }: Finding): boolean =>
  unit !== undefined && trial !== true && accepted === undefined && !COUNTED.has(code);

const fieldKeys = ({ unit = '', period = '', form = '', fields = [] }: Finding): readonly string[] =>
  fields.map((field) => [unit, period, form, field].join('\u001f'));

/** The more serious first; of equals what was read before what was compared. */
const causeFirst = (one: Finding, other: Finding): number =>
  weightOf(one) - weightOf(other) ||
  Number(one.rule !== undefined) - Number(other.rule !== undefined) ||
  byPlace(one, other);

/** Findings that speak of a cell in common, directly or through others. */
function joinedByCells(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const parent = findings.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while ((parent[at] ?? at) !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const first = new Map<string, number>();
  for (const [index, one] of findings.entries())
    for (const cell of cellsOf(one)) {
      const before = first.get(cell);
      if (before === undefined) first.set(cell, index);
      else parent[rootOf(index)] = rootOf(before);
    }
  const numbered = findings.map((one, index) => ({ one, root: rootOf(index) }));
  return [...groupBy(numbered, ({ root }) => root).values()].map((group) => group.map(({ one }) => one));
}

function cellsOf({ unit = '', at, related = [] }: Finding): readonly string[] {
  const places = related.length > MOST_CELLS ? [at] : [at, ...related];
  return places
    .filter(({ cell }) => cell !== undefined)
    .map(({ file, sheet = '', cell = '' }) => [unit, file, sheet, cell].join('\u001f'));
}

/**
 * Totals go under the cell of their column that could not be read; what compares sums under a number of rows that is
 * wrong; a unit without figures under the error about its file.
 */
function attach(heads: Map<Finding, Finding[]>, ofColumns: readonly Finding[]): void {
  const byField = new Map<string, Finding[]>();
  const byRows = new Map<string, Finding[]>();
  const byUnit = new Map<string, Finding[]>();
  for (const [head] of heads) {
    const [field, ...others] = fieldKeys(head);
    if (field !== undefined && others.length === 0) addTo(byField, field, head);
    if (head.code === ROWS_DIFFER) addTo(byRows, formKey(head), head);
    if (head.severity === 'error' && head.form === undefined) addTo(byUnit, head.unit ?? '', head);
  }
  const loose = [...heads].flatMap(([head, rest]) => (rest.length === 0 ? [head] : []));
  for (const one of [...ofColumns, ...loose]) {
    const causes = [
      ...(one.rowKey === undefined ? fieldKeys(one).flatMap((key) => byField.get(key) ?? []) : []),
      ...(isOfSum(one) ? (byRows.get(formKey(one)) ?? []) : []),
      ...(one.code === NOT_REPORTED ? (byUnit.get(one.unit ?? '') ?? []) : []),
    ];
    const cause = causes.find(
      (other) => other !== one && weightOf(other) <= weightOf(one) && heads.has(other) && isCause(other, one),
    );
    if (cause === undefined || (heads.get(one) ?? []).length > 0) continue;
    heads.get(cause)?.push(one);
    heads.delete(one);
  }
}

const formKey = ({ unit = '', period = '', form = '' }: Finding): string =>
  [unit, period, form].join('\u001f');
const isOfSum = ({ code, rowKey }: Finding): boolean => code.startsWith('total/') && rowKey === undefined;

/** A total stands under a row, or under the number of rows; never a total under a total of its own kind. */
const isCause = (cause: Finding, one: Finding): boolean =>
  cause.rowKey !== undefined || one.code === NOT_REPORTED || (cause.code === ROWS_DIFFER && isOfSum(one));
