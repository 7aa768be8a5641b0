/** Last year's totals of each of today's units for the rules that need them (change, repeated, magnitude). */
import type { CriteriaSet, DatedUnit, FieldId, FormId, RowsRecord } from '../model.js';
import type { PreviousPeriod } from './previous-period.js';
import type { RestatedFigures } from './restate.js';
import { defined } from '../values/defined.js';

/** Shape of what the rules take: totals in units of 10^-scale of today's fields, on the same ground. */
export interface GroundFigures {
  readonly period: string;
  readonly criteria?: string;
  readonly totals: ReadonlyMap<FieldId, number>;
}

/** The same with the rows of the old units, for rules that look at years in a row. */
export interface GroundYear extends GroundFigures {
  readonly referenceDate: string;
  readonly yearsBack: number;
  readonly units: readonly DatedUnit[];
  readonly tables: readonly {
    readonly unit: string;
    readonly form: FormId;
    readonly path: string;
    readonly rows: RowsRecord;
  }[];
}

/**
 * Only exact figures and complete sums: an estimate, a part of the old units, or a block's total would make the rules
 * cry out about the map instead of the figures.
 */
export function previousFigures(
  restated: RestatedFigures,
  previous: PreviousPeriod,
  set: CriteriaSet,
): ReadonlyMap<string, GroundFigures> {
  const summed = new Set(set.fields.flatMap(({ id, aggregation }) => (aggregation === 'sum' ? [id] : [])));
  const byUnit = new Map<string, GroundFigures>();
  for (const [unit, figures] of restated.units) {
    const totals = new Map<FieldId, number>();
    for (const [id, { kind, n, d, reported, expected }] of Object.entries(figures)) {
      const whole = (kind === 'exact' || kind === 'sum') && reported === expected;
      if (summed.has(id) && whole && n !== undefined && d === undefined) totals.set(id, n);
    }
    if (totals.size === 0) continue;
    const { criteria, period } = previous;
    byUnit.set(unit, {
      period: period.id,
      ...defined({ criteria: criteria?.id }),
      totals,
    });
  }
  return byUnit;
}

/** One earlier period of each of today's units whose ground is made of whole old units; `year` is today's. */
export function groundYears(
  restated: RestatedFigures,
  previous: PreviousPeriod,
  set: CriteriaSet,
  year: number,
): ReadonlyMap<string, GroundYear> {
  const totals = previousFigures(restated, previous, set);
  const { criteria, period } = previous;
  const years = new Map<string, GroundYear>();
  for (const unit of restated.units.keys()) {
    const units = restated.oldUnitsOf.get(unit) ?? [];
    const tables = units.flatMap(({ code }) => {
      const { path, forms } = previous.rowsOf(code) ?? { path: '', forms: {} };
      return Object.entries(forms).map(([form, rows]) => ({ unit: code, form, path, rows }));
    });
    if (tables.length === 0 && !totals.has(unit)) continue;
    years.set(unit, {
      period: period.id,
      ...defined({ criteria: criteria?.id }),
      totals: totals.get(unit)?.totals ?? new Map(),
      referenceDate: previous.referenceDate,
      yearsBack: year - period.year,
      units,
      tables,
    });
  }
  return years;
}

/** The indicators to restate for the rules before today's results exist: those of summed fields, by today's scale. */
export const fieldIndicators = (
  set: CriteriaSet,
): readonly { readonly id: FieldId; readonly kind: 'count' | 'amount'; readonly scale: number }[] =>
  set.fields.flatMap(({ id, aggregation, scale }) =>
    aggregation === 'sum' ? [{ id, kind: scale > 0 ? ('amount' as const) : ('count' as const), scale }] : [],
  );
