/**
 * Targets against results: each unit by the nearest target given to it (its own, its area class, its kind), reached,
 * exceeded or missed by how much, and how many more households or areas would meet it.
 */
import { isProvisional } from '../measures/settled-target.js';
import type {
  Finding,
  IndicatorRecord,
  MeasureRecord,
  Period,
  ResultsFigures,
  Target,
  TargetAssessment,
  TargetReason,
  UnitRecord,
} from '../model.js';
import { areaClass } from '../model/criteria/shapes.js';
import { finding } from '../findings/finding.js';
import { inner } from '../values/inner-quotes.js';
import { unitFullName } from '../units/names/unit-name.js';
import { classOf } from '../measures/class-of.js';
import { writtenDecimal, targetDifference } from '../measures/target-outcome.js';
import { defined } from '../values/defined.js';

export interface AssessedTargets {
  readonly assessments: readonly TargetAssessment[];
  readonly findings: readonly Finding[];
}

/** So many units are named. */
const NAMED = 8;

const AT = { file: 'targets.csv' } as const;

/** Judges the targets of the period and, for a half-year, those of its year. */
export function assessTargets(results: ResultsFigures, targets: readonly Target[]): AssessedTargets {
  const { period, indicators } = results;
  const units = results.units.map((unit) => withClasses(unit, results.own));
  const due = targets.filter(isDue(period));
  const findings: Finding[] = [];
  const assessments = due.flatMap((target): TargetAssessment[] => {
    const { indicator: id, scope, kind } = target;
    const indicator = indicators.find((one) => one.id === id);
    const scoped = units.filter((unit) => nearestTarget(unit, id, due, period) === target);
    const anybody = units.some((unit) => scopesOf(unit).includes(scope));
    if (!anybody)
      findings.push(finding('targets/nobody', AT, { indicator: id, scope }, { fields: [id, scope] }));
    if (indicator === undefined || !hasFigure(target, indicator))
      findings.push(finding('targets/other-figure', AT, { indicator: id, kind }, { fields: [id, scope] }));
    return scoped.map((unit) => assess(results, target, indicator, unit));
  });
  return { assessments, findings: [...findings, ...unclassified(units, due, indicators)] };
}

/** The unit with the classes that it states itself where the list has none. */
export const withClasses = (unit: UnitRecord, own: ResultsFigures['own']): UnitRecord => ({
  ...unit,
  ...defined({
    areaClass: classOf(unit, 'areaClass', own),
    communeGroup: classOf(unit, 'communeGroup', own),
  }),
});

/** Units of which nobody says the class, while targets go by class: a target of their own is all they can have. */
function unclassified(
  units: readonly UnitRecord[],
  due: readonly Target[],
  indicators: readonly IndicatorRecord[],
): readonly Finding[] {
  const classes = new Set<string>(areaClass.options);
  const byClass = new Set(due.flatMap(({ indicator, scope }) => (classes.has(scope) ? [indicator] : [])));
  return [...byClass].flatMap((id) => {
    const without = units.filter(
      (unit) =>
        unit.leaf &&
        unit.areaClass === undefined &&
        !due.some(({ indicator, scope }) => indicator === id && scope === unit.code),
    );
    if (without.length === 0) return [];
    const names = without.slice(0, NAMED).map(unitFullName).join(', ');
    const rest = without.length - NAMED;
    const parameters = {
      indicator: inner(indicators.find((one) => one.id === id)?.label ?? id),
      units: rest > 0 ? `${names} và ${String(rest)} đơn vị khác` : names,
    };
    return [finding('targets/no-class', AT, parameters, { fields: [id] })];
  });
}

type Scoped = Pick<UnitRecord, 'code' | 'type' | 'areaClass' | 'communeGroup'>;

/** What a target may be given to, nearest first. */
const scopesOf = ({ code, areaClass, communeGroup, type }: Scoped): readonly string[] =>
  [code, areaClass, communeGroup, type].flatMap((scope) => scope ?? []);

/** Of the period itself, or of its year. */
const isDue =
  ({ id, year }: Pick<Period, 'id' | 'year'>) =>
  ({ period }: Target): boolean =>
    period === id || period === String(year);

/**
 * A unit has one target per indicator and period; the one of the very period wins over the year's. `targets`: also those
 * of other periods, which are none of this one.
 */
export function nearestTarget(
  unit: Scoped,
  indicator: string,
  targets: readonly Target[],
  period: Pick<Period, 'id' | 'year'>,
): Target | undefined {
  const own = targets.filter(isDue(period)).filter((target) => target.indicator === indicator);
  for (const scope of scopesOf(unit)) {
    const found = own.filter((target) => target.scope === scope);
    const target = found.find((one) => one.period === period.id) ?? found[0];
    if (target !== undefined) return target;
  }
  return undefined;
}

/** A rate needs a denominator; of a rate's indicator the numerator may have a count as target. */
const hasFigure = (target: Target, indicator: IndicatorRecord): boolean =>
  target.kind === 'count' || indicator.kind === 'rate';

function assess(
  { measures, decimals }: ResultsFigures,
  target: Target,
  indicator: IndicatorRecord | undefined,
  unit: UnitRecord,
): TargetAssessment {
  const measure = measures[unit.code]?.[target.indicator];
  const shared = {
    target,
    unit: unit.code,
    ...defined({ current: measure }),
    provisional: measure !== undefined && isProvisional(measure),
  };
  const reason = hindrance(target, indicator, measure);
  const scale = indicator?.scale ?? 0;
  const outcome =
    reason === undefined && measure !== undefined
      ? targetDifference(target, measure, decimals, scale)
      : undefined;
  if (outcome === undefined)
    return { ...shared, state: 'notAssessable', reason: reason ?? 'notANumber', needed: 0 };
  const { state, difference, needed } = outcome;
  const by =
    target.kind === 'rate'
      ? { points: Number(difference), pointsDecimals: outcome.decimals }
      : { number: Number(difference) };
  return { ...shared, state, ...by, needed: state === 'missed' ? needed : 0 };
}

function hindrance(
  target: Target,
  indicator: IndicatorRecord | undefined,
  measure: MeasureRecord | undefined,
): TargetReason | undefined {
  if (indicator === undefined) return 'unknownIndicator';
  if (!hasFigure(target, indicator)) return 'otherKindOfFigure';
  if (writtenDecimal(target.value) === undefined) return 'notANumber';
  if (measure?.state === 'notApplicable') return 'notApplicable';
  if (measure === undefined || measure.reported === 0) return 'noFigure';
  if (target.kind === 'count') return undefined;
  if (indicator.noRateWhilePending === true && (measure.pending ?? 0) > 0) return 'pending';
  return measure.d === undefined || measure.d <= 0 ? 'noBase' : undefined;
}
