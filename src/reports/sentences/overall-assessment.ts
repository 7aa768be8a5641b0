/** The overall judgement at the end of the results: targets met and missed, changes, who leads and who falls short. */
import type { Block } from '../../model.js';
import { isPartialFigure, namesOf } from '../prose/coverage.js';
import { lastYear, pointsText, yearOf } from '../prose/earlier-year.js';
import { lowestAndHighest, unitRates } from '../prose/extremes.js';
import { runsOf } from '../prose/figure-marks.js';
import { sameUnitsChange, saysNothing } from './comparison-sentences.js';
import { isOpen } from './number-comparison.js';
import { sectionsOf, type Outline } from '../wording/outline.js';
import {
  BELOW_NAMED_AT_MOST,
  isReachedByNone,
  isSettled,
  targetOfWhole,
  unitsBelowTarget,
} from './target-sentences.js';
import { figure, indicatorResult, isReported, type IndicatorResult, type Prose } from '../prose/prose.js';
import { MOST_BELOW, UNITS } from '../../measures/whole-report.js';
import { listed, paragraphOf } from '../prose/vietnamese-list.js';
import { largest as largestOf } from '../../values/of-many.js';
import { compareFractions, type Fraction } from '../../values/exact-rate.js';
import { addTo, groupBy } from '../../values/groups.js';
import { lowerFirst, upperFirst } from '../../values/vietnamese-text.js';

/** So many of the largest changes are named. */
const MOST_CHANGES = 3;
/** Who is first in fewer figures is hardly first. */
const LEADS_AT_LEAST = 3;

const ALL: Fraction = { numerator: 1, denominator: 1 };

/** A headline figure with the name it has beside others. */
interface Headline {
  readonly result: IndicatorResult;
  readonly name: string;
}

/** Paragraphs; none when the results allow no judgement. */
export function overallAssessment(prose: Prose, outline: Outline): readonly Block[] {
  const headlines = headlinesOf(prose, outline);
  const whole = [...targetsSentence(prose, headlines), ...changesSentence(prose, headlines)];
  const units = [...bestSentence(prose, headlines), ...belowSentence(prose, headlines)];
  return [whole, units]
    .filter((sentences) => sentences.length > 0)
    .map((sentences): Block => ({ kind: 'paragraph', runs: runsOf(paragraphOf(sentences)) }));
}

/** A number of figures or targets, marked as one about the report as a whole. */
const counted = (prose: Prose, quantity: string, value: number): string =>
  figure(prose, UNITS, quantity, prose.frame.count(value));

function headlinesOf(prose: Prose, outline: Outline): readonly Headline[] {
  const short = new Map(
    sectionsOf(outline, prose.frame.results).flatMap(({ topics }) =>
      topics.flatMap(({ entries }) =>
        entries.flatMap((entry): readonly (readonly [string, string])[] =>
          entry.kind === 'rate' && entry.short !== undefined ? [[entry.indicator, entry.short]] : [],
        ),
      ),
    ),
  );
  return prose.frame.results.indicators
    .filter(({ headline }) => headline)
    .flatMap(({ id }) => indicatorResult(prose, id) ?? [])
    .filter(isReported)
    .map((result) => ({
      result,
      name: short.get(result.indicator.id) ?? lowerFirst(result.indicator.label),
    }));
}

function targetsSentence(prose: Prose, headlines: readonly Headline[]): readonly string[] {
  const judged = headlines.flatMap(({ result, name }) => {
    const target = targetOfWhole(prose, result);
    if (target === undefined) return [];
    const open =
      (isPartialFigure(result.measure) || isOpen(result.measure)) &&
      !isSettled(prose, result.measure, target);
    return [{ name, met: target.outcome.state !== 'missed', open }];
  });
  const half = prose.frame.results.period.kind === 'H1';
  // In the middle of the year the tasks ahead name what is still to be reached.
  if (judged.length === 0 || (half && judged.every((one) => !one.met))) return [];
  const met = judged.filter((one) => one.met).map(({ name }) => name);
  const missed = judged.filter((one) => !one.met).map(({ name }) => name);
  const data = {
    total: counted(prose, 'assigned', judged.length),
    met: counted(prose, 'targetsMet', met.length),
    unmet: counted(prose, 'targetsMissed', missed.length),
    reached: listed(met),
    missed: listed(missed),
    provisional: judged.some(({ open }) => open),
    all: missed.length === 0,
    none: met.length === 0,
  };
  return [prose.say(judged.length === 1 ? 'assessment.oneTarget' : 'assessment.targets', data)];
}

/** Only what the printed rates say on the same ground. */
function changesSentence(prose: Prose, headlines: readonly Headline[]): readonly string[] {
  const last = lastYear(prose.frame);
  if (last === undefined) return [];
  const period = last.period.period.id;
  const changes = headlines.flatMap(({ result, name }) => {
    const { indicator, measure } = result;
    const year = yearOf(prose.frame, prose.frame.results.unit, indicator.id, period);
    const change = year === undefined ? undefined : sameUnitsChange(result, year);
    const points = change?.difference.points;
    const isOpenThen = year !== undefined && saysNothing(measure, year);
    return points === undefined || isOpen(measure) || isOpenThen || indicator.noRateWhilePending === true
      ? []
      : [{ indicator: indicator.id, name, points, ground: change?.ground ?? '' }];
  });
  if (changes.length < 2) return [];
  const { decimals } = prose.frame;
  const number = (quantity: string, holds: (points: number) => boolean): string => {
    const many = changes.filter(({ points }) => holds(points)).length;
    return many === 0 ? '' : counted(prose, quantity, many);
  };
  const up = number('up', (points) => points > 0);
  const down = number('down', (points) => points < 0);
  const largest = changes
    .filter(({ points }) => points !== 0)
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points))
    .slice(0, MOST_CHANGES)
    .map(({ indicator, name, points, ground }) =>
      prose.say('assessment.change', {
        name,
        up: points > 0,
        points: figure(prose, indicator, `points${ground}`, pointsText(points, decimals), { period }),
      }),
    );
  return [
    prose.say('assessment.changes', {
      previous: last.name,
      total: counted(prose, 'compared', changes.length),
      up,
      down,
      moved: up !== '' || down !== '',
      same: number('same', (points) => points === 0),
      largest: listed(largest),
    }),
  ];
}

/** The unit with the highest rate of most headline rates, where that is several. */
function bestSentence(prose: Prose, headlines: readonly Headline[]): readonly string[] {
  const leads = new Map<string, number>();
  const last = new Map<string, string[]>();
  let rates = 0;
  for (const { result, name } of headlines) {
    const units = unitRates(prose, result.indicator.id);
    if (units.length < 2 || units.every(({ rate }) => rate.denominator === 1)) continue;
    const [lowest, highest] = lowestAndHighest(prose, units);
    if (lowest.printed === highest.printed) continue;
    rates += 1;
    if (!highest.many) for (const code of highest.tied) leads.set(code, (leads.get(code) ?? 0) + 1);
    if (!lowest.many) for (const code of lowest.tied) addTo(last, code, name);
  }
  const most = largestOf(leads.values());
  const best = [...leads].filter(([, count]) => count === most).map(([code]) => code);
  if (most < LEADS_AT_LEAST || best.length > 2) return [];
  // Nobody praises whom a sentence before told as the last without a word on it.
  const lows = best.flatMap((code) => {
    const figures = last.get(code);
    if (figures === undefined) return [];
    return [prose.say('assessment.last', { name: namesOf(prose.frame, [code]), figures: listed(figures) })];
  });
  return [
    prose.say('assessment.best', {
      names: upperFirst(namesOf(prose.frame, best)),
      several: best.length > 1,
      count: counted(prose, 'leads', most),
      total: counted(prose, 'rates', rates),
      lows: lows.join('; '),
    }),
  ];
}

/** Units that fall short of targets, those with the same ones together. */
function belowSentence(prose: Prose, headlines: readonly Headline[]): readonly string[] {
  const missed = new Map<string, string[]>();
  const lowest = new Map<string, Fraction>();
  for (const { result, name } of headlines) {
    const rates = new Map(unitRates(prose, result.indicator.id).map(({ code, rate }) => [code, rate]));
    for (const code of unitsBelowTarget(prose, result)) {
      addTo(missed, code, name);
      const [rate, known] = [rates.get(code), lowest.get(code)];
      if (rate !== undefined && (known === undefined || compareFractions(rate, known) < 0))
        lowest.set(code, rate);
    }
  }
  const none = headlines.filter(({ result }) => isReachedByNone(prose, result)).map(({ name }) => name);
  const nobody = none.length === 0 ? [] : [prose.say('assessment.reachedByNone', { figures: listed(none) })];
  const names = new Set([...missed.values()].flat());
  // Of one target alone the topic has named them.
  if (missed.size === 0 || (names.size === 1 && missed.size <= BELOW_NAMED_AT_MOST)) return nobody;
  const most = [...missed].sort(([, one], [, other]) => other.length - one.length);
  // Who is not named has fewer to reach, or less far to go.
  const furthest = most
    .toSorted(
      ([code, one], [otherCode, other]) =>
        other.length - one.length || compareFractions(lowest.get(code) ?? ALL, lowest.get(otherCode) ?? ALL),
    )
    .slice(0, MOST_BELOW);
  const named = groupBy(
    most.filter((one) => furthest.includes(one)),
    ([, figures]) => listed(figures),
  );
  const items = [...named].map(([figures, units]) =>
    prose.say('assessment.belowOne', {
      names: namesOf(
        prose.frame,
        units.map(([code]) => code),
      ),
      figures,
    }),
  );
  const more = most.length - MOST_BELOW;
  const data = { items: items.join('; '), more: more > 0 ? counted(prose, 'below', more) : '' };
  return [...nobody, prose.say('assessment.below', data)];
}
