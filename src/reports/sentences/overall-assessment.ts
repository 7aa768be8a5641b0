/** The overall judgement at the end of the results: targets met and missed, changes, who leads and who falls short. */
import type { Block } from '../../model.js';
import { namesOf } from '../prose/coverage.js';
import { lastYear, pointsText, yearOf } from '../prose/earlier-year.js';
import { lowestAndHighest, unitRates } from '../prose/extremes.js';
import { runsOf } from '../prose/figure-marks.js';
import { sameUnitsChange, saysNothing } from './comparison-sentences.js';
import { isOpen } from './number-comparison.js';
import { sectionsOf, type Outline } from '../wording/outline.js';
import { type JudgedTarget, mayReachTarget, targetOfWhole, unitsBelowTarget } from './judged-targets.js';
import { isProvisional, lacksUnits } from '../../measures/settled-target.js';
import { aimText, openReason, stateOfTarget } from './target-sentences.js';
import {
  figure,
  fractionOf,
  indicatorResult,
  isReported,
  printed,
  printedRate,
  type IndicatorResult,
  type Prose,
} from '../prose/prose.js';
import { UNITS } from '../../measures/whole-report.js';
import { listed, paragraphOf } from '../prose/vietnamese-list.js';
import { addTo, groupBy } from '../../values/groups.js';
import { lowerFirst, upperFirst } from '../../values/vietnamese-text.js';

/** So many of the largest changes are named. */
const MOST_CHANGES = 3;
/** Who is first in fewer figures is hardly first. */
const LEADS_AT_LEAST = 3;

/** More that fall short are no exceptions to be named; the annex shows them. */
const BELOW_AT_MOST = 8;
/** More that lead are no distinction. */
const MOST_LEADERS = 2;

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

/** A headline figure with its target: what is printed of both, and why it is not settled yet. */
function judgedHeadline(
  prose: Prose,
  result: IndicatorResult,
  name: string,
  judged: JudgedTarget,
  half: boolean,
) {
  const { indicator, measure } = result;
  const rate = judged.target.kind === 'count' ? undefined : fractionOf(measure);
  return {
    name,
    state: stateOfTarget(prose, measure, judged),
    // In the middle of the year nothing is settled, and everybody knows it.
    note: half ? '' : settledNote(prose, result, judged),
    rate:
      rate === undefined
        ? figure(prose, indicator.id, 'n', printed(prose, indicator, measure.n))
        : figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
    value: judged.outcome.atMost
      ? aimText(prose, judged)
      : figure(prose, indicator.id, 'target', judged.outcome.value),
  };
}

/** On which side of an open target the figure stands today and what is missing; of a missed one, what does not help. */
function settledNote(prose: Prose, result: IndicatorResult, judged: JudgedTarget): string {
  const { indicator, measure } = result;
  const { state, atMost } = judged.outcome;
  const settled = stateOfTarget(prose, measure, judged);
  if (settled === 'open')
    return prose.say('assessment.targetOpen', {
      missed: state === 'missed',
      exceeded: state === 'exceeded' && !atMost,
      why: openReason(prose, result, judged, indicator.unit),
    });
  return settled === 'missed' && isProvisional(measure)
    ? prose.say('assessment.targetSettled', { partial: lacksUnits(measure) })
    : '';
}

function targetsSentence(prose: Prose, headlines: readonly Headline[]): readonly string[] {
  const half = prose.frame.results.period.kind === 'H1';
  const judged = headlines.flatMap(({ result, name }) => {
    const target = targetOfWhole(prose, result);
    return target === undefined ? [] : [judgedHeadline(prose, result, name, target, half)];
  });
  const of = (state: (typeof judged)[number]['state']) => judged.filter((one) => one.state === state);
  const [met, missed, open] = [of('met'), of('missed'), of('open')];
  // In the middle of the year the tasks ahead name what is still to be reached.
  if (judged.length === 0 || (half && met.length === 0)) return [];
  const states = [
    { id: 'met', quantity: 'targetsMet', those: met },
    { id: 'missed', quantity: 'targetsMissed', those: half ? [...missed, ...open] : missed },
    { id: 'open', quantity: 'targetsOpen', those: half ? [] : open },
  ].filter(({ those }) => those.length > 0);
  const [only] = judged;
  const how = { one: judged.length === 1, all: judged.length > 1 && states.length === 1 };
  const parts = states.map(({ id, quantity, those }, index) => {
    const notes = new Set(those.map((one) => one.note));
    const [note = ''] = notes.size === 1 ? notes : [];
    return {
      ...how,
      first: index === 0,
      count: counted(prose, quantity, those.length),
      state: prose.say(`assessment.targets.${id}`, how),
      // What is so of all is said once.
      note,
      items: listed(
        those.map((one) => prose.say('assessment.target', { ...one, note: note === '' ? one.note : '' })),
      ),
    };
  });
  if (how.one) return [prose.say('assessment.oneTarget', { ...only, ...parts[0] })];
  return [
    prose.say('assessment.targets', {
      ...how,
      total: counted(prose, 'assigned', judged.length),
      states: parts.map((part) => prose.say('assessment.targetsOf', part)).join('; '),
    }),
  ];
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

/** Units that are alone at the top of several headline rates, by name; nobody who is last in another one. */
function bestSentence(prose: Prose, headlines: readonly Headline[]): readonly string[] {
  const leads = new Map<string, string[]>();
  const last = new Set<string>();
  for (const { result, name } of headlines) {
    const units = unitRates(prose, result.indicator.id);
    if (units.length < 2 || units.every(({ rate }) => rate.denominator === 1)) continue;
    const [lowest, highest] = lowestAndHighest(prose, units);
    if (lowest.printed === highest.printed) continue;
    const [leader, another] = highest.tied;
    if (leader !== undefined && another === undefined) addTo(leads, leader, name);
    if (!lowest.many) for (const code of lowest.tied) last.add(code);
  }
  const best = [...leads].filter(([code, names]) => names.length >= LEADS_AT_LEAST && !last.has(code));
  if (best.length === 0 || best.length > MOST_LEADERS) return [];
  const items = best.map(([code, names]) =>
    prose.say('assessment.lead', { name: namesOf(prose.frame, [code]), figures: listed(names) }),
  );
  return [prose.say('assessment.best', { items: upperFirst(items.join('; ')) })];
}

/** Units that fall short of several targets; those of one alone its topic has named. */
function belowSentence(prose: Prose, headlines: readonly Headline[]): readonly string[] {
  const missed = new Map<string, Headline[]>();
  for (const headline of headlines)
    for (const code of unitsBelowTarget(prose, headline.result)) addTo(missed, code, headline);
  const several = [...missed].filter(([, those]) => those.length > 1);
  if (several.length === 0 || several.length > BELOW_AT_MOST) return [];
  const items = [...groupBy(several, ([, those]) => listed(those.map(({ name }) => name)))].map(
    ([figures, units]) => {
      const codes = units.map(([code]) => code);
      const [[, those] = ['', []]] = units;
      const open = listed(those.flatMap(({ result }) => openOfUnits(prose, result, codes)));
      return prose.say('assessment.belowOne', { names: namesOf(prose.frame, codes), figures, open });
    },
  );
  return [prose.say('assessment.below', { items: upperFirst(items.join('; ')) })];
}

/** "thị trấn Chờ còn 03 thôn chờ quyết định": of those that the decisions may still bring up to the target. */
function openOfUnits(prose: Prose, result: IndicatorResult, codes: readonly string[]): readonly string[] {
  const { indicator } = result;
  const items = codes
    .filter((code) => mayReachTarget(prose, result, code))
    .map((code) => {
      const { pending = 0 } = prose.frame.results.measures[code]?.[indicator.id] ?? {};
      return prose.say('assessment.belowOpenUnit', {
        name: namesOf(prose.frame, [code]),
        pending: figure(prose, indicator.id, 'pending', prose.frame.count(pending), { unit: code }),
      });
    });
  return items.length === 0
    ? []
    : [prose.say('assessment.belowOpen', { items: listed(items), unit: indicator.unit })];
}
