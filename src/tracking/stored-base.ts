/** The base of a rate as a unit itself gave it, although its numerator is missing or wrong, from the stored figures. */
import { addSafely } from '../values/exact-rate.js';
import { rowsKey } from '../criteria/totals.js';
import type { CriteriaSet, FieldId, ResultsDocument, Term } from '../model.js';

/** Undefined when the unit's figures do not give it completely. */
export function storedBase(
  term: Term,
  unit: string,
  results: ResultsDocument,
  { totals }: Pick<CriteriaSet, 'totals'>,
): number | undefined {
  if ('units' in term) return term.units === 'all' ? 1 : undefined;
  if ('rows' in term) {
    const listed = term.where === undefined ? results.rows[unit]?.[term.rows] : undefined;
    const rows = listed?.namesSome === true ? 0 : (listed?.sheetRows.length ?? 0);
    const total = totals.find(({ totalOf }) => rowsKey(totalOf) === rowsKey(term));
    return rows > 0 ? rows : storedSum(total?.id ?? '', unit, results);
  }
  if (!('sum' in term) || term.where !== undefined) return undefined;
  let total = 0;
  for (const field of typeof term.sum === 'string' ? [term.sum] : term.sum) {
    const one = storedSum(field, unit, results);
    const sum = one === undefined ? undefined : addSafely(total, one);
    if (sum === undefined) return undefined;
    total = sum;
  }
  return total;
}

function storedSum(field: FieldId, unit: string, results: ResultsDocument): number | undefined {
  const own = results.own[unit]?.[field];
  if (own?.state === 'value' && typeof own.value === 'number') return own.value;
  const columns = Object.values(results.rows[unit] ?? {}).flatMap((rows) => rows.columns[field] ?? []);
  const [column] = columns;
  if (column === undefined || columns.length > 1 || !/^[vn]+$/u.test(column.states)) return undefined;
  let sum = 0;
  for (const value of column.values) {
    if (value === null) continue;
    const next = typeof value === 'number' ? addSafely(sum, value) : undefined;
    if (next === undefined) return undefined;
    sum = next;
  }
  return sum;
}
