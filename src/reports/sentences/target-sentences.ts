/** Sentences about targets: the whole against its own, and how many units met theirs (targets.csv). */
import type { MeasureRecord, Target } from '../../model.js';
import { absentFrom, NAMED_AT_MOST, namesOf, namesOrCount, TIED_NAMED_AT_MOST } from '../prose/coverage.js';
import { unitRates } from '../prose/extremes.js';
import { held, targetOfWhole, unitOutcomes, type JudgedTarget } from './judged-targets.js';
import { bestRate, isProvisional, lacksUnits, targetState } from '../../measures/settled-target.js';
import { lowerFirst } from '../../values/vietnamese-text.js';
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

/** So many are set apart by name; more are counted before they are named. */
const APART_AT_MOST = 2;

/** "từ 92% trở lên". */
export const aimText = (prose: Prose, { target, outcome }: JudgedTarget): string =>
  prose.say(`aim.${target.comparator}`, {
    value: figure(prose, target.indicator, 'target', outcome.value),
    full: outcome.value === '100%',
  });

/** What is counted, what is said of it ("có nhà văn hóa"), and the highest and lowest units. */
interface JudgedWords {
  readonly unit: string;
  readonly what?: string;
  readonly extremes?: string;
}

/** How the whole and its units stand beside the target, in one sentence. */
export function targetSentences(
  prose: Prose,
  result: IndicatorResult,
  { unit, what = '', extremes = '' }: JudgedWords,
): readonly string[] {
  const judged = targetOfWhole(prose, result);
  const own = unitsSentence(prose, result);
  const units = own === '' && judged !== undefined ? againstWhole(prose, result, judged) : own;
  const whole = judged === undefined ? '' : wholeSentence(prose, result, judged, { unit, what });
  // Behind the sentence on the whole alone highest and lowest are a sentence of their own.
  const [first = '', ...more] =
    whole === '' || units === ''
      ? [units, extremes].filter((sentence) => sentence !== '')
      : [continued(whole, units, extremes)];
  const isOpen = first !== '' && (result.measure.pending ?? 0) > 0;
  const places = isOpen ? prose.say('target.decided', { text: lowerFirst(first) }) : first;
  const sentences = [units === '' ? whole : '', places, ...more];
  return sentences.filter((sentence) => sentence !== '');
}

/** The report ends in a judgement of all targets: what is still open there needs no word here. */
const isJudgedInTheEnd = ({ wording, frame }: Prose): boolean =>
  sectionsOf(wording.outline, frame.results).some(({ topics }) => topics.some(({ overall }) => overall));

/** Met, missed, or still open. */
export const stateOfTarget = ({ frame }: Prose, measure: MeasureRecord, judged: JudgedTarget) =>
  targetState(judged.target, judged.outcome, measure, frame.decimals);

/** Why a target cannot be judged yet: "chưa có số liệu của xã A và còn 15 hộ chờ quyết định"; empty once it can. */
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
  const reasons = [
    ...(lacksUnits(measure)
      ? [
          prose.say('target.openUnits', {
            lacking: lackingCount(prose, measure),
            names: lackingNames(prose, indicator.id, measure),
          }),
        ]
      : []),
    ...(pending === 0
      ? []
      : [
          prose.say('target.openDecisions', {
            pending: figure(prose, indicator.id, 'pending', count(pending)),
            unit,
          }),
        ]),
  ];
  // Names are joined by the word that would join the two.
  return reasons.join(', ');
}

/** Where they are few. */
function lackingNames({ frame }: Prose, indicator: string, measure: MeasureRecord): string {
  const codes = [...absentFrom(frame, measure, indicator).values()].flat();
  return codes.length > TIED_NAMED_AT_MOST ? '' : namesOf(frame, codes);
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
      counted: below.length > APART_AT_MOST ? counted('shortOfWhole', below.length) : '',
      held: counted('heldAgainstWhole', below.length + reached.length),
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

/** A yearly target is named as such in a half-year report. */
export const targetPeriod = ({ frame, say }: Prose, target: Target): string =>
  target.period === frame.results.period.id ? say('target.periodSame', {}) : say('target.periodYear', {});

function wholeSentence(
  prose: Prose,
  { indicator, measure }: IndicatorResult,
  judged: JudgedTarget,
  { unit, what = '' }: JudgedWords,
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
    what,
  };
  if (target.kind === 'count') return prose.say(COUNT_SENTENCE[outcome.state], data);
  // Of all, those that lack it are the news.
  if (outcome.state === 'missed' && data.full && !data.atMost && what !== '')
    return prose.say('target.missedFull', data);
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
