/** Sentences that list figures: "các xã đã ban hành 18 văn bản và tổ chức 07 cuộc họp". */
import type { ComparisonWords } from './comparison-sentences.js';
import { countItem, isAll, joinedItems, sharesMiss, type CountItem, type ItemsSaid } from './count-items.js';
import { countName, figureName } from './figure-names.js';
import { numberComparison } from './number-comparison.js';
import { lacksUnits } from '../../measures/settled-target.js';
import { isOwn } from '../prose/frame.js';
import { openingWords } from '../prose/opening-words.js';
import type { CountsEntry } from '../wording/outline.js';
import { targetSentences } from './target-sentences.js';
import { coverageKey, isOfUnits } from '../prose/outside.js';
import { bracketed, coverageMark, listedWith, type Telling } from '../prose/telling.js';
import {
  indicatorResult,
  isFarFuller,
  isReported,
  sharesOf,
  type IndicatorResult,
  type Prose,
} from '../prose/prose.js';
import { GOES_ON, grouped } from '../prose/vietnamese-list.js';
import { groupBy } from '../../values/groups.js';

/** The list of what occurred, then the changes and targets of headline figures. What did not occur is not listed. */
export function countsSentences(
  prose: Prose,
  entry: CountsEntry,
  results: readonly IndicatorResult[],
  telling: Telling,
): readonly string[] {
  const reported = results.filter((one) => isSaidHere(prose, entry, one));
  const same = reported.filter((one) => isBesideWhole(prose, entry, one));
  const given = [...same, ...restOfWhole(prose, entry, reported, same)].sort(
    (one, other) => placeIn(reported, one) - placeIn(reported, other),
  );
  if (
    entry.complete &&
    reported.some(
      ({ indicator, measure }) => measure.n !== 0 && !given.some((one) => one.indicator.id === indicator.id),
    )
  )
    return [];
  const own = isOwn(prose.frame.results, prose.frame.leaves);
  // Of the one unit there is, how many units have something says nothing.
  const some = given.filter((one) => one.measure.n !== 0 && !(own && isOfUnits(one)));
  if (entry.several && some.length < 2) return [];
  const zero = given.filter(({ indicator, measure }) => measure.n === 0 && indicator.headline);
  const beside = new Map(
    same
      .filter(({ indicator }) => indicator.kind !== 'rate')
      .map((one) => [one.indicator.id, comparedNumber(prose, entry, one)] as const),
  );
  const clauseOf = ({ indicator }: IndicatorResult): string => beside.get(indicator.id)?.clause ?? '';
  return [
    ...listSentence(prose, entry, some, telling, clauseOf),
    ...zero.map((one) =>
      prose.say('counts.none', {
        opening: openingWords(prose, [one], telling),
        item: figureName(prose, entry, one),
        mark: coverageMark(prose, one, telling),
        comparison: clauseOf(one),
      }),
    ),
    ...[...beside.values()].flatMap(({ after }) => after),
    ...same.flatMap((one) => targetSentences(prose, one, { unit: one.indicator.unit })),
  ];
}

/** A figure of the entry itself; a part of a total only where the total lacks units that gave the part. */
function isSaidHere(prose: Prose, entry: CountsEntry, result: IndicatorResult): boolean {
  if (!isReported(result)) return false;
  if (entry.indicators.includes(result.indicator.id)) return true;
  return Object.entries(entry.parts).some(([total, parts]) => {
    if (!parts.includes(result.indicator.id)) return false;
    const whole = indicatorResult(prose, total);
    return whole === undefined || isFarFuller(result, whole);
  });
}

/** A part is told beside its whole only of the same units: of others the parts would not add up to it. */
function isBesideWhole(prose: Prose, entry: CountsEntry, result: IndicatorResult): boolean {
  const whole = isWholeTold(prose, entry) ? indicatorResult(prose, entry.dependsOn ?? '') : undefined;
  return (
    whole === undefined ||
    coverageKey(prose, whole) === coverageKey(prose, result) ||
    isFarFuller(result, whole)
  );
}

/**
 * The parts that are of other units than the whole, over those of the whole: told where all then add up to it, so that
 * nobody has to ask what the rest is.
 */
function restOfWhole(
  prose: Prose,
  entry: CountsEntry,
  reported: readonly IndicatorResult[],
  told: readonly IndicatorResult[],
): readonly IndicatorResult[] {
  const whole = isWholeTold(prose, entry) ? indicatorResult(prose, entry.dependsOn ?? '') : undefined;
  if (whole === undefined) return [];
  const { leaves, results } = prose.frame;
  const units = leaves.filter(({ code }) => results.measures[code]?.[whole.indicator.id]?.reported === 1);
  const rest = reported
    .filter((one) => !told.includes(one))
    .map(({ indicator }): IndicatorResult => {
      const n = units.reduce((sum, { code }) => sum + (results.measures[code]?.[indicator.id]?.n ?? 0), 0);
      return { indicator, measure: { ...whole.measure, n }, quantity: 'ofWhole' };
    });
  const all = [...told, ...rest];
  const isSameScale = all.every(({ indicator }) => indicator.scale === whole.indicator.scale);
  const isWhole = all.reduce((sum, { measure }) => sum + measure.n, 0) === whole.measure.n;
  return isSameScale && isWhole ? rest : [];
}

const placeIn = (results: readonly IndicatorResult[], { indicator }: IndicatorResult): number =>
  results.findIndex((one) => one.indicator.id === indicator.id);

const comparedNumber = (prose: Prose, entry: CountsEntry, result: IndicatorResult): ComparisonWords =>
  numberComparison(prose, result, { name: countName(prose, entry, result), unit: result.indicator.unit });

/** Between a figure and its part. */
const PART = ', trong đó ';

/** One sentence: the figures of the units spoken of, then those of others with whose they are. */
function listSentence(
  prose: Prose,
  entry: CountsEntry,
  results: readonly IndicatorResult[],
  telling: Telling,
  clauseOf: (result: IndicatorResult) => string,
): readonly string[] {
  const [first] = results;
  if (first === undefined) return [];
  const begins = !telling.opened;
  const opening = openingWords(prose, entry.unmarked ? [] : results, telling);
  const said: ItemsSaid = {
    previous: telling.yearNamed,
    first: true,
    ...(entry.joint === PART ? { whole: first.measure.n } : {}),
    withoutShares: sharesMiss(prose, entry, results),
  };
  const isPartAll = results.length > 1 && results.slice(1).every((one) => isAll(said, one));
  const joint = entry.joint === PART && isPartAll ? ', ' : entry.joint;
  const itemOf = (one: IndicatorResult): CountItem => countItem(prose, entry, one, said, clauseOf(one));
  const groups = inGroups(prose, entry, results, telling).map((same) => {
    const items = same.map(itemOf);
    const [one] = same;
    const isPlain = entry.unmarked || one === undefined || isOfWholeTold(prose, entry, one);
    const mark = isPlain
      ? ''
      : coverageMark(prose, one, telling, { many: same.length > 1, always: entry.covered });
    // Whose a figure is stands before what is said of it beside last year.
    if (same.length === 1)
      return grouped(
        joinedItems(items.map((item) => ({ ...item, text: bracketed(item.text, mark) }))),
        joint,
      );
    return bracketed(grouped(joinedItems(items), joint), mark);
  });
  return [
    prose.say(`counts.${leadOf(prose, entry, results)}`, {
      opening,
      ...sharesOf(prose, first),
      first: begins,
      joined: telling.joining,
      subject: entry.subject ?? '',
      partial: lacksUnits(first.measure),
      list: groups.join('; '),
    }),
  ];
}

/** Figures of the same units together, those of the units spoken of first; in their order where all are of the same. */
function inGroups(
  prose: Prose,
  entry: CountsEntry,
  results: readonly IndicatorResult[],
  telling: Telling,
): readonly (readonly IndicatorResult[])[] {
  if (entry.unmarked) return [results];
  const spokenOf = telling.within ? telling.last : (telling.told?.key ?? '');
  const keyOf = (one: IndicatorResult): string => listedWith(prose, one, telling, spokenOf);
  if (prose.exceptions.form === 'byCount') return neighbours(results, keyOf);
  const told = results.filter((one) => keyOf(one) === spokenOf);
  // A bracket behind figures of several verbs would not show of which it is.
  const verbs = verbsOf(entry, results);
  const others = groupBy(
    results.filter((one) => !told.includes(one)),
    (one) => `${keyOf(one)} ${verbs.get(one) ?? ''}`,
  );
  return [told, ...others.values()].filter((same) => same.length > 0);
}

/** The verb of each; what goes on from the figure before it has the verb of that. */
function verbsOf(
  { phrases }: CountsEntry,
  results: readonly IndicatorResult[],
): ReadonlyMap<IndicatorResult, string> {
  let last = '';
  return new Map(
    results.map((one) => {
      const verb = phrases[one.indicator.id]?.verb ?? '';
      if (!verb.startsWith(GOES_ON)) last = verb;
      return [one, last] as const;
    }),
  );
}

/** Those that stand beside one another and have the same key. */
function neighbours<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups: { readonly key: string; readonly items: T[] }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const open = groups.at(-1);
    if (open?.key === key) open.items.push(item);
    else groups.push({ key, items: [item] });
  }
  return groups.map((group) => group.items);
}

/** What the figures of the entry are parts of stands in a sentence before. */
function isWholeTold(prose: Prose, { dependsOn }: CountsEntry): boolean {
  const whole = dependsOn === undefined ? undefined : indicatorResult(prose, dependsOn);
  return whole !== undefined && isReported(whole) && whole.measure.n > 0;
}

/** Whose it is was said of what it is part of. */
function isOfWholeTold(prose: Prose, entry: CountsEntry, result: IndicatorResult): boolean {
  const whole = isWholeTold(prose, entry) ? indicatorResult(prose, entry.dependsOn ?? '') : undefined;
  return whole !== undefined && coverageKey(prose, whole) === coverageKey(prose, result);
}

/** "trong đó …" needs what it is part of, told of the same units. */
function leadOf(prose: Prose, entry: CountsEntry, results: readonly IndicatorResult[]): string {
  if (entry.dependsOn === undefined) return entry.lead;
  const whole = indicatorResult(prose, entry.dependsOn);
  if (whole === undefined || !isWholeTold(prose, entry)) return entry.without ?? entry.alone;
  const key = coverageKey(prose, whole);
  return results.every((one) => coverageKey(prose, one) === key) ? entry.lead : entry.alone;
}
