/** First drafts of the assessment, taken from the figures: targets met and missed, falls, lowest units, what communes say. */
import type { ComparedYear } from '../../model.js';
import type { Fraction } from '../../values/exact-rate.js';
import { smallest } from '../../values/of-many.js';
import { foldMarks, lowerFirst, upperFirst } from '../../values/vietnamese-text.js';
import { absentCount, absentNames, namesOf, namesOrCount, silentUnits } from '../prose/coverage.js';
import { lastYear, pointsText, yearOf } from '../prose/earlier-year.js';
import { lowestAndHighest, unitRates } from '../prose/extremes.js';
import { unmarked } from '../prose/figure-marks.js';
import type { Slot } from '../wording/outline.js';
import { missedUnits, targetOfWhole } from '../sentences/judged-targets.js';
import { aimText, stateOfTarget, targetPeriod } from '../sentences/target-sentences.js';
import {
  figure,
  fractionOf,
  isReported,
  printedRate,
  indicatorResult,
  type Prose,
  type IndicatorResult,
} from '../prose/prose.js';

/** So many of the largest falls, and of the most frequent remarks, are drafted. */
const MOST_FALLS = 5;
const MOST_REMARKS = 6;
/** Points below the whole, and so many figures with a unit so far behind. */
const LEAST_BEHIND = 10;
const MOST_BEHIND = 3;

/** One item a line of the draft; figures marked. */
export function draftItems(prose: Prose, draft: Slot['draft']): readonly string[] {
  const rates = headlineRates(prose);
  switch (draft) {
    case 'strengths':
      return rates.flatMap((result) => judgedItem(prose, result, true));
    case 'difficulties':
      return [
        ...notSentItem(prose),
        ...falls(prose, rates),
        ...rates.flatMap((result) => [...judgedItem(prose, result, false), ...missedItem(prose, result)]),
        ...unevenItem(prose, rates),
        ...saidByUnits(prose, 'difficulties'),
      ];
    case 'proposals':
      return saidByUnits(prose, 'proposals');
    case 'none':
      return [];
  }
}

const headlineRates = (prose: Prose): readonly IndicatorResult[] =>
  prose.frame.results.indicators
    .filter(({ headline, kind, notDue }) => headline && kind === 'rate' && notDue !== true)
    .flatMap(({ id }) => indicatorResult(prose, id) ?? [])
    .filter(isReported);

/** Targets met are strengths, targets missed are difficulties. */
function judgedItem(prose: Prose, result: IndicatorResult, met: boolean): readonly string[] {
  const judged = targetOfWhole(prose, result);
  const rate = fractionOf(result.measure);
  if (judged === undefined || rate === undefined) return [];
  if (stateOfTarget(prose, result.measure, judged) !== (met ? 'met' : 'missed')) return [];
  const data = {
    label: result.indicator.label,
    rate: figure(prose, result.indicator.id, 'rate', printedRate(prose, rate)),
    aim: aimText(prose, judged),
    targetPeriod: targetPeriod(prose, judged.target),
  };
  return [prose.say(met ? 'draft.reached' : 'draft.missed', data)];
}

/** Units under their own target. */
function missedItem(prose: Prose, result: IndicatorResult): readonly string[] {
  const missed = missedUnits(prose, result.indicator);
  if (missed.length === 0) return [];
  const data = { label: result.indicator.label, names: namesOrCount(prose, missed) };
  return [prose.say('draft.unitsMissed', data)];
}

/** Where single units are far behind the whole: the farthest, in one sentence. */
function unevenItem(prose: Prose, results: readonly IndicatorResult[]): readonly string[] {
  const behind = results
    .flatMap((result) => {
      const rates = unitRates(prose, result.indicator.id);
      const whole = fractionOf(result.measure);
      const plain = rates.every(({ rate }) => rate.denominator === 1);
      if (rates.length < 2 || whole === undefined || plain) return [];
      const gap = 100 * (shareOf(whole) - smallest(rates.map(({ rate }) => shareOf(rate))));
      return gap < LEAST_BEHIND ? [] : [{ result, whole, gap, lowest: lowestAndHighest(prose, rates)[0] }];
    })
    .sort((one, other) => other.gap - one.gap)
    .slice(0, MOST_BEHIND);
  const items = behind.map(({ result: { indicator }, whole, lowest }) =>
    prose.say('draft.lowest', {
      label: lowerFirst(indicator.label),
      lowest: lowest.names,
      lowRate: figure(prose, indicator.id, 'rate', lowest.printed, { unit: lowest.unit }),
      rate: figure(prose, indicator.id, 'rate', printedRate(prose, whole)),
    }),
  );
  return items.length === 0 ? [] : [prose.say('draft.uneven', { items: items.join('; ') })];
}

const shareOf = ({ numerator, denominator }: Fraction): number => numerator / denominator;

interface Fall {
  readonly result: IndicatorResult;
  readonly unit: string;
  readonly points: number;
}

const fallOf = (result: IndicatorResult, unit: string, year: ComparedYear | undefined): readonly Fall[] => {
  const points = year?.comparability === 'comparable' ? year.difference?.points : undefined;
  return points !== undefined && points < 0 ? [{ result, unit, points }] : [];
};

/** The largest falls against last year: of the whole first, then of single units. */
function falls(prose: Prose, rates: readonly IndicatorResult[]): readonly string[] {
  const { frame } = prose;
  const last = lastYear(frame);
  if (last === undefined) return [];
  const period = last.period.period.id;
  const of = (codes: readonly string[]): readonly Fall[] =>
    rates
      .flatMap((result) =>
        codes.flatMap((code) => fallOf(result, code, yearOf(frame, code, result.indicator.id, period))),
      )
      .sort((one, other) => one.points - other.points)
      .slice(0, MOST_FALLS);
  const root = frame.results.unit;
  const leaves = frame.leaves.map(({ code }) => code).filter((code) => code !== root);
  return [...of([root]), ...of(leaves)].map(({ result, unit, points }) =>
    prose.say('draft.fall', {
      label: result.indicator.label,
      name: unit === root ? '' : namesOf(frame, [unit]),
      points: figure(prose, result.indicator.id, 'points', pointsText(points, frame.decimals), {
        unit,
        period,
      }),
      previous: last.name,
    }),
  );
}

function notSentItem(prose: Prose): readonly string[] {
  const silent = silentUnits(prose.frame);
  if (absentCount(silent) === 0) return [];
  return [prose.say('draft.notSent', { names: absentNames(prose.frame, prose.say, silent) })];
}

/** What the units wrote in their Thông tin, the most frequent first, each remark once with those who made it. */
function saidByUnits(prose: Prose, field: 'difficulties' | 'proposals'): readonly string[] {
  const { frame, say } = prose;
  const remarks = new Map<string, { readonly text: string; readonly codes: string[] }>();
  for (const leaf of frame.leaves) {
    const own = frame.results.own[leaf.code]?.[field];
    const written = own?.state === 'value' && typeof own.value === 'string' ? unmarked(own.value) : '';
    for (const text of written
      .split(/[;\n]+|\.\s+/u)
      .map((part) => part.trim().replace(/(?<![.\s])[.\s]+$/u, ''))) {
      const key = foldMarks(text)
        .replace(/[^a-z0-9]+/gu, ' ')
        .trim();
      if (key === '') continue;
      const known = remarks.get(key) ?? { text, codes: [] };
      if (!known.codes.includes(leaf.code)) known.codes.push(leaf.code);
      remarks.set(key, known);
    }
  }
  // Sorting keeps the order of the list among equals.
  const sorted = [...remarks.values()].sort((one, other) => other.codes.length - one.codes.length);
  const rest = sorted.length - MOST_REMARKS;
  return [
    ...sorted
      .slice(0, MOST_REMARKS)
      .map(({ text, codes }) =>
        say('draft.says', { names: namesOrCount(prose, codes), text: upperFirst(text) }),
      ),
    ...(rest > 0
      ? [say('draft.saysMore', { count: frame.count(rest), annex: prose.remarksAnnex() ?? '' })]
      : []),
  ];
}
