/**
 * Splits of the whole by what units are (type, area class, region, urban or rural, the office's grouping) and by kind of
 * residential area. What belongs to no class stands under the empty key, so that every split adds up to the whole again.
 */
import type { IndicatorDefinition, UnitTree, UnitVersion, ValidatedSubmission } from '../model.js';
import { ROW_DIMENSION } from '../measures/split-class.js';
import { splitByRows, type Split } from './area-splits.js';
import { sumOver, type Measures } from './roll-up.js';
import type { IndexedSet } from './indexed-set.js';
import { ownAnswer } from '../measures/own-answer.js';
import { groupBy } from '../values/groups.js';

const UNIT_DIMENSIONS = [
  'type',
  'areaClass',
  'communeGroup',
  'region',
  'urban',
  'group',
] as const satisfies readonly (keyof UnitVersion)[];

/** All splits of the root, in a fixed order; dimensions without any value are left out. */
export function splitMeasures(
  tree: UnitTree,
  own: ReadonlyMap<string, Measures>,
  submissions: ReadonlyMap<string, ValidatedSubmission>,
  indicators: readonly IndicatorDefinition[],
  set: IndexedSet,
): Readonly<Record<string, Split>> {
  const splits: Record<string, Split> = {};
  for (const dimension of UNIT_DIMENSIONS) {
    const leaves = grouped(
      tree,
      (unit) => unit[dimension] ?? answerOf(submissions.get(unit.code), dimension, set),
    );
    if ([...leaves.keys()].every((value) => value === '')) continue;
    splits[dimension] = Object.fromEntries(
      [...leaves].map(([value, codes]) => [
        value,
        Object.fromEntries(sumOver(codes, own, indicators).measures),
      ]),
    );
  }
  const byKind = splitByRows(tree, own, submissions, indicators, set);
  return byKind === undefined ? splits : { ...splits, [ROW_DIMENSION]: byKind };
}

/** An answer that an error makes unusable says nothing, as in results.json and for targets by class. */
const answerOf = (
  submission: ValidatedSubmission | undefined,
  dimension: string,
  set: IndexedSet,
): string | undefined =>
  submission?.excludedFields.has(dimension) === true
    ? undefined
    : ownAnswer(submission, set.fields.get(dimension));

const grouped = (
  tree: UnitTree,
  valueOf: (unit: UnitVersion) => string | undefined,
): ReadonlyMap<string, readonly string[]> =>
  groupBy(tree.leaves, (leaf) => {
    const unit = tree.byCode.get(leaf);
    return (unit === undefined ? undefined : valueOf(unit)) ?? '';
  });
