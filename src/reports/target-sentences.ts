/** Sentences about targets: the whole against its own, and how many units met theirs (targets.csv). */
import type { Target, UnitRecord } from '../model.js';
import { namesOf } from './coverage.js';
import { targetOutcome, type TargetOutcome } from '../measures/target-outcome.js';
import { figure, fractionOf, printed, printedRate, type Teller, type Told } from './teller.js';

/** A target of the whole with how it came out. */
export interface JudgedTarget {
  readonly target: Target;
  readonly outcome: TargetOutcome;
}

const samePeriod = ({ frame }: Teller, target: Target): boolean =>
  target.period === frame.results.period.id || target.period === String(frame.results.period.year);

/** The target of the compiling unit for the indicator, judged; undefined without one. */
export function targetOfWhole(teller: Teller, told: Told): JudgedTarget | undefined {
  const { frame } = teller;
  const scopes = [frame.results.unit, frame.root?.type ?? ''];
  const target = scopes
    .map((scope) =>
      frame.results.targets.find(
        (one) => one.indicator === told.indicator.id && one.scope === scope && samePeriod(teller, one),
      ),
    )
    .find((one) => one !== undefined);
  const outcome = target === undefined ? undefined : targetOutcome(target, told.measure, frame.decimals);
  return target === undefined || outcome === undefined ? undefined : { target, outcome };
}

/** "từ 92% trở lên". */
export const aimText = (teller: Teller, { target, outcome }: JudgedTarget): string =>
  teller.say(`aim.${target.comparator}`, {
    value: figure(teller, target.indicator, 'target', outcome.value),
    full: outcome.value === '100%',
  });

export function targetSentences(
  teller: Teller,
  told: Told,
  unit: string,
  partial: boolean,
): readonly string[] {
  const judged = targetOfWhole(teller, told);
  const pending = told.measure.pending !== undefined && told.measure.pending > 0;
  const whole = judged === undefined ? [] : [wholeSentence(teller, told, judged, unit, partial || pending)];
  return [...whole, ...unitsSentence(teller, told)];
}

/** A yearly target is named as such in a half-year report. */
export const targetPeriod = ({ frame, say }: Teller, target: Target): string =>
  target.period === frame.results.period.id ? say('target.periodSame', {}) : say('target.periodYear', {});

function wholeSentence(
  teller: Teller,
  { indicator, measure }: Told,
  judged: JudgedTarget,
  unit: string,
  provisional: boolean,
): string {
  const { target, outcome } = judged;
  const rate = fractionOf(measure);
  const data = {
    provisional,
    atMost: outcome.atMost,
    n: figure(teller, indicator.id, 'n', printed(teller, indicator, measure.n)),
    rate: rate === undefined ? '' : figure(teller, indicator.id, 'rate', printedRate(teller, rate)),
    aim: aimText(teller, judged),
    points: figure(teller, indicator.id, 'targetPoints', outcome.points ?? ''),
    targetPeriod: targetPeriod(teller, target),
    needed: figure(teller, indicator.id, 'targetNeeded', teller.frame.count(outcome.needed)),
    unit,
  };
  if (target.kind === 'count') return teller.say(COUNT_SENTENCE[outcome.state], data);
  if (outcome.state === 'missed' && outcome.points === undefined) {
    return teller.say('target.missedNarrowly', data);
  }
  return teller.say(`target.${outcome.state}`, data);
}

const COUNT_SENTENCE = {
  exceeded: 'target.countExceeded',
  reached: 'target.countReached',
  missed: 'target.countMissed',
} as const;

/** The nearest target of a leaf: its own, its class, its kind. */
function targetOfUnit(teller: Teller, unit: UnitRecord, indicator: string): Target | undefined {
  const own = teller.frame.results.targets.filter(
    (one) => one.indicator === indicator && samePeriod(teller, one),
  );
  return [unit.code, unit.areaClass, unit.type]
    .map((scope) => own.find((one) => one.scope === scope))
    .find((one) => one !== undefined);
}

/** Each leaf that has a target and a figure. */
const unitOutcomes = (teller: Teller, indicator: string) =>
  teller.frame.leaves.flatMap((leaf) => {
    const { results, decimals } = teller.frame;
    if (leaf.code === results.unit) return [];
    const target = targetOfUnit(teller, leaf, indicator);
    const measure = results.measures[leaf.code]?.[indicator];
    if (target === undefined || measure === undefined) return [];
    const outcome = targetOutcome(target, measure, decimals);
    return outcome === undefined ? [] : [{ code: leaf.code, state: outcome.state }];
  });

/** Codes of the units that missed the target they were set. */
export const missedUnits = (teller: Teller, indicator: string): readonly string[] =>
  unitOutcomes(teller, indicator)
    .filter(({ state }) => state === 'missed')
    .map(({ code }) => code);

function unitsSentence(teller: Teller, { indicator }: Told): readonly string[] {
  const { frame } = teller;
  const outcomes = unitOutcomes(teller, indicator.id);
  if (outcomes.length === 0) return [];
  const missed = outcomes.filter(({ state }) => state === 'missed').map(({ code }) => code);
  const exceeded = outcomes.filter(({ state }) => state === 'exceeded').length;
  const data = {
    assigned: figure(teller, indicator.id, 'assigned', frame.count(outcomes.length)),
    reached: figure(teller, indicator.id, 'unitsReached', frame.count(outcomes.length - missed.length)),
    exceeded: exceeded === 0 ? '' : figure(teller, indicator.id, 'unitsExceeded', frame.count(exceeded)),
    names:
      missed.length > 5
        ? teller.say('units.many', { count: frame.count(missed.length) })
        : namesOf(frame, missed),
  };
  if (missed.length === 0) return [teller.say('target.unitsAll', data)];
  return [teller.say(missed.length === outcomes.length ? 'target.unitsNone' : 'target.unitsSome', data)];
}
