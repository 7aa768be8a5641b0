/**
 * Splits of the whole by what units are (type, area class, region, urban or rural) and by kind of residential area.
 * Every split of a dimension that all units declare adds up to the whole again, because counts add.
 */
import type {
  FieldId,
  IndicatorDefinition,
  MeasureRecord,
  Term,
  UnitTree,
  UnitVersion,
  ValidatedSubmission,
} from '../model.js';
import { leafMeasures } from './leaf-measures.js';
import { sumOver, type Measures } from './roll-up.js';
import type { IndexedSet } from './unit-terms.js';

type Split = Readonly<Record<string, Readonly<Record<string, MeasureRecord>>>>;

const UNIT_DIMENSIONS = {
  type: (unit: UnitVersion) => unit.type,
  areaClass: (unit: UnitVersion) => unit.areaClass,
  region: (unit: UnitVersion) => unit.region,
  urban: (unit: UnitVersion) => unit.urban,
} as const satisfies Record<string, (unit: UnitVersion) => string | undefined>;

/** Row field by which sums over residential areas are split. */
const ROW_DIMENSION: FieldId = 'areaKind';

/** All splits of the root, in a fixed order; dimensions without any value are left out. */
export function splitMeasures(
  tree: UnitTree,
  own: ReadonlyMap<string, Measures>,
  submissions: ReadonlyMap<string, ValidatedSubmission>,
  indicators: readonly IndicatorDefinition[],
  set: IndexedSet,
): Readonly<Record<string, Split>> {
  const splits: Record<string, Split> = {};
  for (const [dimension, valueOf] of Object.entries(UNIT_DIMENSIONS)) {
    const leaves = grouped(tree, valueOf);
    if ([...leaves.keys()].every((value) => value === '')) continue;
    splits[dimension] = Object.fromEntries(
      [...leaves].map(([value, codes]) => [
        value,
        Object.fromEntries(sumOver(codes, own, indicators).measures),
      ]),
    );
  }
  const byKind = splitByRows(tree, submissions, indicators, set);
  return byKind === undefined ? splits : { ...splits, [ROW_DIMENSION]: byKind };
}

function grouped(
  tree: UnitTree,
  valueOf: (unit: UnitVersion) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const leaf of tree.leaves) {
    const unit = tree.byCode.get(leaf);
    const value = (unit === undefined ? undefined : valueOf(unit)) ?? '';
    const known = groups.get(value);
    if (known === undefined) groups.set(value, [leaf]);
    else known.push(leaf);
  }
  return groups;
}

/** Indicators made of rows that carry the kind of area, each counted over the rows of one kind only. */
function splitByRows(
  tree: UnitTree,
  submissions: ReadonlyMap<string, ValidatedSubmission>,
  indicators: readonly IndicatorDefinition[],
  set: IndexedSet,
): Split | undefined {
  const kind = set.fields.get(ROW_DIMENSION);
  if (kind?.choices === undefined) return undefined;
  const split: Record<string, Readonly<Record<string, MeasureRecord>>> = {};
  for (const choice of kind.choices) {
    const narrowed = indicators.flatMap((indicator) => narrow(indicator, choice.id, kind.form, set) ?? []);
    const own = new Map(
      tree.leaves.map((leaf) => [leaf, leafMeasures(submissions.get(leaf), narrowed, set)]),
    );
    split[choice.id] = Object.fromEntries(sumOver(tree.leaves, own, narrowed).measures);
  }
  return split;
}

/** The indicator over rows of one kind; undefined when it is not wholly made of such rows, or filtered already. */
function narrow(
  indicator: IndicatorDefinition,
  kind: string,
  form: string,
  set: IndexedSet,
): IndicatorDefinition | undefined {
  const numerator = narrowTerm(indicator.numerator, kind, form, set);
  const denominator =
    indicator.denominator === undefined ? undefined : narrowTerm(indicator.denominator, kind, form, set);
  const pending =
    indicator.pending === undefined ? undefined : narrowTerm(indicator.pending, kind, form, set);
  if (numerator === undefined || (indicator.denominator !== undefined && denominator === undefined))
    return undefined;
  if (indicator.pending !== undefined && pending === undefined) return undefined;
  return {
    ...indicator,
    numerator,
    ...(denominator === undefined ? {} : { denominator }),
    ...(pending === undefined ? {} : { pending }),
  };
}

function narrowTerm(term: Term, kind: string, form: string, set: IndexedSet): Term | undefined {
  if ('units' in term || term.where !== undefined) return undefined;
  const where = { field: ROW_DIMENSION, in: [kind] };
  if ('rows' in term) return term.rows === form ? { ...term, where } : undefined;
  const named = 'sum' in term ? term.sum : 'count' in term ? term.count : term.positive;
  const fields = typeof named === 'string' ? [named] : named;
  return fields.every((field) => set.fields.get(field)?.form === form) ? { ...term, where } : undefined;
}
