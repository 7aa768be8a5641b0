/** First drafts of the assessment, taken from the figures: targets met and missed, falls, lowest units, what communes say. */
import type { ComparedYear } from '../model.js';
import { foldMarks } from '../values/vietnamese-text.js';
import { absentCount, absentNames, namesOf, silentUnits, TIED_NAMED_AT_MOST } from './coverage.js';
import { lastYear, pointsText, yearOf } from './earlier-year.js';
import { lowestAndHighest, unitRates } from './extremes.js';
import { unmarked } from './figure-marks.js';
import type { Slot } from './outline.js';
import { aimText, missedUnits, targetOfWhole, targetPeriod } from './target-sentences.js';
import { figure, fractionOf, isHeard, printedRate, toldOf, type Teller, type Told } from './teller.js';
import { upperFirst } from './vietnamese-list.js';

/** So many of the largest falls, and of the most frequent remarks, are drafted. */
const MOST_FALLS = 5;
const MOST_REMARKS = 6;

/** One item a line of the draft; figures marked. */
export function draftItems(teller: Teller, draft: Slot['draft']): readonly string[] {
  const rates = headlineRates(teller);
  switch (draft) {
    case 'strengths':
      return rates.flatMap((told) => judgedItem(teller, told, true));
    case 'difficulties':
      return [
        ...notSentItem(teller),
        ...falls(teller, rates),
        ...rates.flatMap((told) => [
          ...judgedItem(teller, told, false),
          ...missedItem(teller, told),
          ...lowestItem(teller, told),
        ]),
        ...saidByUnits(teller, 'difficulties'),
      ];
    case 'proposals':
      return saidByUnits(teller, 'proposals');
    case 'none':
      return [];
  }
}

const headlineRates = (teller: Teller): readonly Told[] =>
  teller.frame.results.indicators
    .filter(({ headline, kind }) => headline && kind === 'rate')
    .flatMap(({ id }) => toldOf(teller, id) ?? [])
    .filter(isHeard);

/** Targets met are strengths, targets missed are difficulties. */
function judgedItem(teller: Teller, told: Told, met: boolean): readonly string[] {
  const judged = targetOfWhole(teller, told);
  const rate = fractionOf(told.measure);
  if (judged === undefined || rate === undefined || (judged.outcome.state !== 'missed') !== met) return [];
  const data = {
    label: told.indicator.label,
    rate: figure(teller, told.indicator.id, 'rate', printedRate(teller, rate)),
    aim: aimText(teller, judged),
    targetPeriod: targetPeriod(teller, judged.target),
  };
  return [teller.say(met ? 'draft.reached' : 'draft.missed', data)];
}

/** Units under their own target. */
function missedItem(teller: Teller, told: Told): readonly string[] {
  const missed = missedUnits(teller, told.indicator.id);
  if (missed.length === 0) return [];
  const data = { label: told.indicator.label, names: named(teller, missed) };
  return [teller.say('draft.unitsMissed', data)];
}

function lowestItem(teller: Teller, told: Told): readonly string[] {
  const rates = unitRates(teller, told.indicator.id);
  const whole = fractionOf(told.measure);
  const plain = rates.every(({ rate }) => rate.denominator === 1);
  if (rates.length < 2 || whole === undefined || plain) return [];
  const [lowest, highest] = lowestAndHighest(teller, rates);
  if (lowest.printed === highest.printed) return [];
  const { id, label } = told.indicator;
  const data = {
    label,
    lowest: lowest.names,
    lowRate: figure(teller, id, 'rate', lowest.printed, { unit: lowest.unit }),
    rate: figure(teller, id, 'rate', printedRate(teller, whole)),
  };
  return [teller.say('draft.lowest', data)];
}

interface Fall {
  readonly told: Told;
  readonly unit: string;
  readonly points: number;
}

const fallOf = (told: Told, unit: string, year: ComparedYear | undefined): readonly Fall[] => {
  const points = year?.comparability === 'comparable' ? year.difference?.points : undefined;
  return points !== undefined && points < 0 ? [{ told, unit, points }] : [];
};

/** The largest falls against last year: of the whole first, then of single units. */
function falls(teller: Teller, rates: readonly Told[]): readonly string[] {
  const { frame } = teller;
  const last = lastYear(frame);
  if (last === undefined) return [];
  const period = last.period.period.id;
  const of = (codes: readonly string[]): readonly Fall[] =>
    rates
      .flatMap((told) =>
        codes.flatMap((code) => fallOf(told, code, yearOf(frame, code, told.indicator.id, period))),
      )
      .sort((one, other) => one.points - other.points)
      .slice(0, MOST_FALLS);
  const root = frame.results.unit;
  const leaves = frame.leaves.map(({ code }) => code).filter((code) => code !== root);
  return [...of([root]), ...of(leaves)].map(({ told, unit, points }) =>
    teller.say('draft.fall', {
      label: told.indicator.label,
      name: unit === root ? '' : namesOf(frame, [unit]),
      points: figure(teller, told.indicator.id, 'points', pointsText(points, frame.decimals), {
        unit,
        period,
      }),
      previous: last.name,
    }),
  );
}

function notSentItem(teller: Teller): readonly string[] {
  const silent = silentUnits(teller.frame);
  if (absentCount(silent) === 0) return [];
  return [teller.say('draft.notSent', { names: absentNames(teller.frame, teller.say, silent) })];
}

/** What the units wrote in their Thông tin, the most frequent first, each remark once with those who made it. */
function saidByUnits(teller: Teller, field: 'difficulties' | 'proposals'): readonly string[] {
  const { frame, say } = teller;
  const remarks = new Map<string, { readonly text: string; readonly codes: string[] }>();
  for (const leaf of frame.leaves) {
    const own = frame.results.own[leaf.code]?.[field];
    const written = own?.state === 'value' && typeof own.value === 'string' ? unmarked(own.value) : '';
    for (const text of written.split(/[;\n]+|\.\s+/u).map((part) => part.trim().replace(/[.\s]+$/u, ''))) {
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
      .map(({ text, codes }) => say('draft.says', { names: named(teller, codes), text: upperFirst(text) })),
    ...(rest > 0 ? [say('draft.saysMore', { count: frame.count(rest) })] : []),
  ];
}

const named = ({ frame, say }: Teller, codes: readonly string[]): string =>
  codes.length > TIED_NAMED_AT_MOST
    ? say('units.many', { count: frame.count(codes.length) })
    : namesOf(frame, codes);
