/** Sentences about targets: the whole against its own, and how many units met theirs (targets.csv). */
import type { MeasureRecord, Target, UnitRecord } from '../../model.js';
import { NAMED_AT_MOST, namesOf, namesOrCount } from '../prose/coverage.js';
import { unitRates } from '../prose/extremes.js';
import { bestRate, isProvisional, lacksUnits, targetState } from '../../measures/settled-target.js';
import { heldAgainstWhole, shortOfWhole } from '../../measures/short-of-whole.js';
import { targetOutcome, type TargetOutcome } from '../../measures/target-outcome.js';
import { continued, listed } from '../prose/vietnamese-list.js';
import { sectionsOf } from '../wording/outline.js';
import { compareFractions } from '../../values/exact-rate.js';
import {
  figure,
  fractionOf,
  printed,
  printedRate,
  type Prose,
  type IndicatorResult,
} from '../prose/prose.js';

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

/** "từ 92% trở lên". */
export const aimText = (prose: Prose, { target, outcome }: JudgedTarget): string =>
  prose.say(`aim.${target.comparator}`, {
    value: figure(prose, target.indicator, 'target', outcome.value),
    full: outcome.value === '100%',
  });

/** How the whole and its units stand beside the target, in one sentence; `extremes`: the highest and lowest of them. */
export function targetSentences(
  prose: Prose,
  result: IndicatorResult,
  unit: string,
  extremes = '',
): readonly string[] {
  const judged = targetOfWhole(prose, result);
  const own = unitsSentence(prose, result);
  const units = own === '' && judged !== undefined ? againstWhole(prose, result, judged) : own;
  // Behind the sentence on the whole alone highest and lowest are a sentence of their own.
  const whole = judged === undefined ? '' : wholeSentence(prose, result, judged, unit);
  const sentences =
    whole === '' || units === '' ? [whole, units, extremes] : [continued(whole, units, extremes)];
  return sentences.filter((sentence) => sentence !== '');
}

/** The report ends in a judgement of all targets: what is still open there needs no word here. */
const isJudgedInTheEnd = ({ wording, frame }: Prose): boolean =>
  sectionsOf(wording.outline, frame.results).some(({ topics }) => topics.some(({ overall }) => overall));

/** Met, missed, or still open. */
export const stateOfTarget = ({ frame }: Prose, measure: MeasureRecord, judged: JudgedTarget) =>
  targetState(judged.target, judged.outcome, measure, frame.decimals);

/** Why a target cannot be judged yet: "còn thiếu số liệu của 03 đơn vị và còn 15 hộ chờ quyết định"; empty once it can. */
export function openReason(
  prose: Prose,
  { indicator, measure }: IndicatorResult,
  judged: JudgedTarget,
  unit: string,
): string {
  if (stateOfTarget(prose, measure, judged) !== 'open') return '';
  const { count } = prose.frame;
  // What is decided for it can only add: it takes no target away that is reached today.
  const mayTurn = judged.outcome.state === 'missed' || judged.outcome.atMost;
  const pending = mayTurn ? (measure.pending ?? 0) : 0;
  return listed([
    ...(lacksUnits(measure)
      ? [prose.say('target.openUnits', { lacking: lackingCount(prose, measure) })]
      : []),
    ...(pending === 0
      ? []
      : [
          prose.say('target.openDecisions', {
            pending: figure(prose, indicator.id, 'pending', count(pending)),
            unit,
          }),
        ]),
  ]);
}

const lackingCount = ({ frame }: Prose, { expected, reported }: MeasureRecord): string =>
  frame.count(expected - reported);

/**
 * No unit has a target of its own: those that fall short of the target of the whole are named, or the fewer that reach
 * it; where both are many, how many reach it; and that nobody does.
 */
function againstWhole(prose: Prose, result: IndicatorResult, { target, outcome }: JudgedTarget): string {
  const { below, reached, side } = besideWhole(prose, target);
  if (side === 'none') return '';
  const counted = (quantity: string, value: number): string =>
    figure(prose, target.indicator, quantity, prose.frame.count(value));
  if (side === 'below')
    return prose.say('target.unitsBelow', {
      names: namesWithRates(prose, result, below, outcome.atMost),
      atMost: outcome.atMost,
      missed: outcome.state === 'missed',
    });
  const full = outcome.value === '100%';
  return prose.say('target.unitsReach', {
    reached: reached.length === 0 ? '' : counted('reachWhole', reached.length),
    held: counted('heldAgainstWhole', below.length + reached.length),
    some: below.length + reached.length < prose.frame.leaves.length,
    names:
      side === 'many'
        ? ''
        : full
          ? namesOf(prose.frame, reached)
          : namesWithRates(prose, result, reached, !outcome.atMost),
  });
}

/** Who falls short of the target of the whole and who reaches it; and which side is named. */
function besideWhole(prose: Prose, target: Target) {
  const judged = held(prose, target);
  const codes = (missing: boolean): readonly string[] =>
    judged.filter(({ missed }) => missed === missing).map(({ unit }) => unit.code);
  const [below, reached] = [codes(true), codes(false)];
  const side =
    judged.length < 2 || below.length === 0
      ? 'none'
      : reached.length > 0 && below.length <= NAMED_AT_MOST
        ? 'below'
        : reached.length > 0 && reached.length <= NAMED_AT_MOST
          ? 'reached'
          : 'many';
  return { below, reached, side } as const;
}

/** "thị trấn Chờ (66,67%), xã Văn Môn (70,00%)", the farthest first; those that print alike in their order. */
function namesWithRates(
  prose: Prose,
  { indicator: { id } }: IndicatorResult,
  codes: readonly string[],
  highestFirst: boolean,
): string {
  const rates = unitRates(prose, id).filter(({ code }) => codes.includes(code));
  const ordered = [...rates].sort(
    (one, other) => compareFractions(one.rate, other.rate) * (highestFirst ? -1 : 1),
  );
  return listed(
    ordered.map(({ code, rate }) =>
      prose.say('target.unitRate', {
        name: namesOf(prose.frame, [code]),
        rate: figure(prose, id, 'rate', printedRate(prose, rate), { unit: code }),
      }),
    ),
  );
}

/** Whose rates stand in the sentence on the target of the whole: the highest or the lowest need not be named again. */
export function namedSide(prose: Prose, result: IndicatorResult): 'highest' | 'lowest' | undefined {
  const judged = targetOfWhole(prose, result);
  if (judged === undefined || unitOutcomes(prose, result.indicator).length > 0) return undefined;
  const { side } = besideWhole(prose, judged.target);
  if (side !== 'below' && side !== 'reached') return undefined;
  return (side === 'below') === judged.outcome.atMost ? 'highest' : 'lowest';
}

/** The leaves with a figure, held against a target of the whole. */
const held = ({ frame }: Prose, target: Target) => heldAgainstWhole(target, frame.leaves, frame.results);

const shortOf = (prose: Prose, target: Target): readonly string[] =>
  shortOfWhole(held(prose, target)).map(({ code }) => code);

/** A yearly target is named as such in a half-year report. */
export const targetPeriod = ({ frame, say }: Prose, target: Target): string =>
  target.period === frame.results.period.id ? say('target.periodSame', {}) : say('target.periodYear', {});

function wholeSentence(
  prose: Prose,
  { indicator, measure }: IndicatorResult,
  judged: JudgedTarget,
  unit: string,
): string {
  const result = { indicator, measure };
  const { target, outcome } = judged;
  const rate = fractionOf(measure);
  const isSaidInTheEnd = isJudgedInTheEnd(prose);
  const data = {
    provisional: isProvisional(measure),
    open: stateOfTarget(prose, measure, judged) === 'open',
    partial: lacksUnits(measure),
    outOfReach: bestRate(target, measure, prose.frame.decimals) !== undefined,
    same: rate !== undefined && printedRate(prose, rate) === outcome.value,
    inTheEnd: isSaidInTheEnd,
    lacking: lackingCount(prose, measure),
    why: isSaidInTheEnd ? '' : openReason(prose, result, judged, unit),
    full: outcome.value === '100%',
    atMost: outcome.atMost,
    n: figure(prose, indicator.id, 'n', printed(prose, indicator, measure.n)),
    rate: rate === undefined ? '' : figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
    aim: aimText(prose, judged),
    points: figure(prose, indicator.id, 'targetPoints', outcome.points ?? ''),
    targetPeriod: targetPeriod(prose, target),
    needed: figure(prose, indicator.id, 'targetNeeded', printed(prose, indicator, outcome.needed)),
    unit,
  };
  if (target.kind === 'count') return prose.say(COUNT_SENTENCE[outcome.state], data);
  if (outcome.state === 'missed' && outcome.points === undefined) {
    return prose.say('target.missedNarrowly', data);
  }
  return prose.say(`target.${outcome.state}`, data);
}

const COUNT_SENTENCE = {
  exceeded: 'target.countExceeded',
  reached: 'target.countReached',
  missed: 'target.countMissed',
} as const;

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
const unitOutcomes = (prose: Prose, { id: indicator, scale }: IndicatorResult['indicator']) =>
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

/** Codes of the units that fall short of their own target; where none has one, of that of the whole. */
export function unitsBelowTarget(prose: Prose, result: IndicatorResult): readonly string[] {
  const { indicator } = result;
  if (unitOutcomes(prose, indicator).length > 0) return missedUnits(prose, indicator);
  const judged = targetOfWhole(prose, result);
  return judged === undefined ? [] : shortOf(prose, judged.target);
}

function unitsSentence(prose: Prose, { indicator }: IndicatorResult): string {
  const { frame } = prose;
  const outcomes = unitOutcomes(prose, indicator);
  if (outcomes.length === 0) return '';
  const missed = outcomes.filter(({ state }) => state === 'missed').map(({ code }) => code);
  const exceeded = outcomes.filter(({ state }) => state === 'exceeded').length;
  const data = {
    assigned: figure(prose, indicator.id, 'assigned', frame.count(outcomes.length)),
    reached: figure(prose, indicator.id, 'unitsReached', frame.count(outcomes.length - missed.length)),
    exceeded: exceeded === 0 ? '' : figure(prose, indicator.id, 'unitsExceeded', frame.count(exceeded)),
    names: namesOrCount(prose, missed, NAMED_AT_MOST),
  };
  if (missed.length === 0) return prose.say('target.unitsAll', data);
  return prose.say(missed.length === outcomes.length ? 'target.unitsNone' : 'target.unitsSome', data);
}
