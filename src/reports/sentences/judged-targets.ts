/** Targets as they came out: of the whole, and of each unit that was set one of its own. */
import type { MeasureRecord, Target, UnitRecord } from '../../model.js';
import { heldAgainstWhole, shortOfWhole } from '../../measures/short-of-whole.js';
import { targetDifference, targetOutcome, type TargetOutcome } from '../../measures/target-outcome.js';
import type { IndicatorResult, Prose } from '../prose/prose.js';

/** A target of the whole with how it came out. */
export interface JudgedTarget {
  readonly target: Target;
  readonly outcome: TargetOutcome;
}

const samePeriod = ({ frame }: Prose, target: Target): boolean =>
  target.period === frame.results.period.id || target.period === String(frame.results.period.year);

/** The target of the compiling unit for the indicator, judged; undefined without one. */
export function targetOfWhole(prose: Prose, result: IndicatorResult): JudgedTarget | undefined {
  const { frame } = prose;
  const scopes = [frame.results.unit, frame.root?.type ?? ''];
  const target = scopes
    .map((scope) =>
      frame.results.targets.find(
        (one) => one.indicator === result.indicator.id && one.scope === scope && samePeriod(prose, one),
      ),
    )
    .find((one) => one !== undefined);
  const { scale } = result.indicator;
  const outcome =
    target === undefined ? undefined : targetOutcome(target, result.measure, frame.decimals, scale);
  return target === undefined || outcome === undefined ? undefined : { target, outcome };
}

/** The leaves with a figure, held against a target of the whole. */
export const held = ({ frame }: Prose, target: Target) =>
  heldAgainstWhole(target, frame.leaves, frame.results);

const shortOf = (prose: Prose, target: Target): readonly string[] =>
  shortOfWhole(held(prose, target)).map(({ code }) => code);

/** The nearest target of a leaf: its own, its class, its group, its kind. */
function targetOfUnit(prose: Prose, unit: UnitRecord, indicator: string): Target | undefined {
  const own = prose.frame.results.targets.filter(
    (one) => one.indicator === indicator && samePeriod(prose, one),
  );
  return [unit.code, unit.areaClass, unit.communeGroup, unit.type]
    .map((scope) => own.find((one) => one.scope === scope))
    .find((one) => one !== undefined);
}

/** Each leaf that has a target and a figure. */
export const unitOutcomes = (prose: Prose, { id: indicator, scale }: IndicatorResult['indicator']) =>
  prose.frame.leaves.flatMap((leaf) => {
    const { results, decimals } = prose.frame;
    if (leaf.code === results.unit) return [];
    const target = targetOfUnit(prose, leaf, indicator);
    const measure = results.measures[leaf.code]?.[indicator];
    if (target === undefined || measure === undefined) return [];
    const outcome = targetOutcome(target, measure, decimals, scale);
    return outcome === undefined ? [] : [{ code: leaf.code, state: outcome.state }];
  });

/** Codes of the units that missed the target they were set. */
export const missedUnits = (prose: Prose, indicator: IndicatorResult['indicator']): readonly string[] =>
  unitOutcomes(prose, indicator)
    .filter(({ state }) => state === 'missed')
    .map(({ code }) => code);

/** Codes of the units whose printed rate falls short of their own target; where none has one, of that of the whole. */
export function unitsBelowTarget(prose: Prose, result: IndicatorResult): readonly string[] {
  const { indicator } = result;
  if (unitOutcomes(prose, indicator).length > 0) return missedUnits(prose, indicator);
  const judged = targetOfWhole(prose, result);
  return judged === undefined ? [] : shortOf(prose, judged.target);
}

/** The unit would reach its target, or that of the whole, with all that waits for its decision. */
export function mayReachTarget(prose: Prose, result: IndicatorResult, code: string): boolean {
  const { results, unitByCode, decimals } = prose.frame;
  const { id } = result.indicator;
  const unit = unitByCode.get(code);
  const own = unit === undefined ? undefined : targetOfUnit(prose, unit, id);
  const target = own ?? targetOfWhole(prose, result)?.target;
  const measure: MeasureRecord | undefined = results.measures[code]?.[id];
  if (target === undefined || measure?.d === undefined || !measure.pending) return false;
  const best = { ...measure, n: Math.min(measure.n + measure.pending, measure.d) };
  return targetDifference(target, best, decimals)?.state !== 'missed';
}
