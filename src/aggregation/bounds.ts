/**
 * Lowest and highest possible headline rate: units not reported count as 0 % and as 100 % of their base, things still
 * pending as not given and as given. The base of a missing unit is its own denominator, one where each unit counts as
 * one, else households in units.csv, else there are no bounds.
 */
import { addSafely } from '../values/exact-rate.js';
import type {
  BoundsRecord,
  IndicatorDefinition,
  MeasureRecord,
  UnitTree,
  ValidatedSubmission,
} from '../model.js';
import type { IndexedSet } from './indexed-set.js';
import { evaluateTerm } from './unit-terms.js';

type BaseSource = BoundsRecord['sources'][number];

/** Undefined when nothing is open, or when some missing unit has no base to go by. */
export function headlineBounds(
  indicator: IndicatorDefinition,
  measure: MeasureRecord,
  submissions: ReadonlyMap<string, ValidatedSubmission>,
  tree: UnitTree,
  set: IndexedSet,
): BoundsRecord | undefined {
  if (!indicator.headline || indicator.denominator === undefined || measure.d === undefined) return undefined;
  const missing = measure.missing ?? [];
  if (missing.length === 0 && (measure.pending ?? 0) === 0) return undefined;
  const sources = new Set<BaseSource>();
  let open = 0;
  for (const unit of missing) {
    const base = baseOf(indicator, unit, submissions, tree, set);
    if (base === undefined) return undefined;
    sources.add(base.source);
    const sum = addSafely(open, base.value);
    if (sum === undefined) return undefined;
    open = sum;
  }
  const denominator = addSafely(measure.d, open);
  const highest = addSafely(measure.n + (measure.pending ?? 0), open);
  if (denominator === undefined || highest === undefined || denominator === 0) return undefined;
  return {
    low: [measure.n, denominator],
    high: [Math.min(highest, denominator), denominator],
    sources: (['own', 'households', 'unit'] as const).filter((source) => sources.has(source)),
  };
}

function baseOf(
  indicator: IndicatorDefinition,
  unit: string,
  submissions: ReadonlyMap<string, ValidatedSubmission>,
  tree: UnitTree,
  set: IndexedSet,
): { readonly value: number; readonly source: BaseSource } | undefined {
  const { denominator } = indicator;
  const submission = submissions.get(unit);
  if (submission !== undefined && denominator !== undefined) {
    const own = evaluateTerm(denominator, submission, set);
    if (own.kind === 'value') return { value: own.value, source: 'own' };
  }
  // A base of one per unit is known of those that sent nothing, too.
  if (denominator !== undefined && 'units' in denominator && denominator.units === 'all')
    return { value: 1, source: 'unit' };
  const households =
    indicator.fallbackBase === undefined ? undefined : tree.byCode.get(unit)?.[indicator.fallbackBase];
  return households === undefined ? undefined : { value: households, source: 'households' };
}
