/** Sentences that list figures: "các xã đã ban hành 18 văn bản và tổ chức 07 cuộc họp". */
import { shortChange, type ComparisonWords } from './comparison-sentences.js';
import { numberComparison } from './number-comparison.js';
import { lacksUnits } from '../../measures/settled-target.js';
import { isOwn } from '../prose/frame.js';
import { openingWords } from '../prose/opening-words.js';
import type { CountPhrase, Entry } from '../wording/outline.js';
import { targetSentences } from './target-sentences.js';
import { coverageKey, coverageMark, isOfToldUnits, isOfUnits, type Telling } from '../prose/telling.js';
import {
  figure,
  fractionOf,
  indicatorResult,
  isFarFuller,
  isReported,
  printed,
  printedRate,
  sharesOf,
  type IndicatorResult,
  type Prose,
} from '../prose/prose.js';
import { GOES_ON, grouped } from '../prose/vietnamese-list.js';
import { addSafely } from '../../values/exact-rate.js';
import { groupBy } from '../../values/groups.js';
import { append } from '../../values/of-many.js';
import { lowerFirst } from '../../values/vietnamese-text.js';

type CountsEntry = Extract<Entry, { kind: 'counts' }>;

/** The list of what occurred, then the changes and targets of headline figures. What did not occur is not listed. */
export function countsSentences(
  prose: Prose,
  entry: CountsEntry,
  results: readonly IndicatorResult[],
  telling: Telling,
): readonly string[] {
  const reported = results.filter((one) => isSaidHere(prose, entry, one));
  const given = reported.filter((one) => isBesideWhole(prose, entry, one));
  if (entry.complete && reported.some((one) => one.measure.n !== 0 && !given.includes(one))) return [];
  const own = isOwn(prose.frame.results, prose.frame.leaves);
  // Of the one unit there is, how many units have something says nothing.
  const some = given.filter((one) => one.measure.n !== 0 && !(own && isOfUnits(one)));
  if (entry.several && some.length < 2) return [];
  const zero = given.filter(({ indicator, measure }) => measure.n === 0 && indicator.headline);
  const beside = new Map(
    given
      .filter(({ indicator }) => indicator.kind !== 'rate')
      .map((one) => [one.indicator.id, comparedNumber(prose, entry, one)] as const),
  );
  const clauseOf = ({ indicator }: IndicatorResult): string => beside.get(indicator.id)?.clause ?? '';
  return [
    ...listSentences(prose, entry, some, telling, clauseOf),
    ...zero.map((one) =>
      prose.say('counts.none', {
        opening: openingWords(prose, [one], telling),
        item: figureName(prose, entry, one),
        mark: coverageMark(prose, one, telling),
        comparison: clauseOf(one),
      }),
    ),
    ...[...beside.values()].flatMap(({ after }) => after),
    ...given.flatMap((one) => targetSentences(prose, one, one.indicator.unit)),
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

const comparedNumber = (prose: Prose, entry: CountsEntry, result: IndicatorResult): ComparisonWords =>
  numberComparison(prose, result, { name: countName(prose, entry, result), unit: result.indicator.unit });

/** "số mô hình điểm"; an amount by its label. */
const countName = (prose: Prose, entry: CountsEntry, result: IndicatorResult): string => {
  const name = figureName(prose, entry, result);
  return result.indicator.kind === 'amount' || /^(số|tổng) /u.test(name)
    ? name
    : prose.say('comparison.countName', { name });
};

/** Leads whose own words name the units of the sentence. */
const OPENED = new Set(['whole', 'ofTitled', 'committees', 'funds']);

/** A sentence for the figures of the same units; those spoken of come first. */
function listSentences(
  prose: Prose,
  entry: CountsEntry,
  results: readonly IndicatorResult[],
  telling: Telling,
  clauseOf: (result: IndicatorResult) => string,
): readonly string[] {
  const isTold = (one: IndicatorResult): boolean => entry.unmarked || isOfToldUnits(prose, one, telling);
  const told = results.filter(isTold);
  const others = groupBy(
    results.filter((one) => !isTold(one)),
    (one) => coverageKey(prose, one),
  );
  const written = [...(told.length === 0 ? [] : [told]), ...others.values()].map((same) => (): string => {
    const sentence = listSentence(prose, entry, same, telling, clauseOf);
    telling.joining = false;
    telling.yearNamed = false;
    return sentence;
  });
  // What is said of a whole stays beside it.
  const now = entry.dependsOn === undefined ? written.splice(0, 1) : written.splice(0);
  append(telling.later, written);
  return now.map((sentence) => sentence());
}

/** Figures of the same units, which are named where they are others than those spoken of. */
function listSentence(
  prose: Prose,
  entry: CountsEntry,
  results: readonly IndicatorResult[],
  telling: Telling,
  clauseOf: (result: IndicatorResult) => string,
): string {
  const [first] = results;
  if (first === undefined) return '';
  const lead = leadOf(prose, entry, results);
  const begins = !telling.opened;
  const before = telling.coverage;
  const opening = openingWords(prose, entry.unmarked ? [] : results, telling);
  const stated = telling.coverage === before ? '' : opening;
  const said = { previous: telling.yearNamed };
  const items = results.map((one) => {
    const phrase: CountPhrase | undefined = entry.phrases[one.indicator.id];
    const text =
      phrase === undefined ? bareItem(prose, entry, one) : phrase.rest(itemData(prose, entry, one, said));
    return { verb: phrase?.verb ?? '', text: `${text}${clauseOf(one)}` };
  });
  const isOpened = OPENED.has(lead);
  const sentence = prose.say(`counts.${lead}`, {
    opening,
    ...sharesOf(prose, first),
    first: begins && (isOpened || stated === ''),
    joined: telling.joining,
    subject: entry.subject ?? '',
    stated,
    partial: lacksUnits(first.measure),
    list: grouped(items, entry.joint),
  });
  return isOpened || stated === '' ? sentence : `${stated} ${lowerFirst(sentence)}`;
}

/** What the figures of the entry are parts of stands in a sentence before. */
function isWholeTold(prose: Prose, { dependsOn }: CountsEntry): boolean {
  const whole = dependsOn === undefined ? undefined : indicatorResult(prose, dependsOn);
  return whole !== undefined && isReported(whole) && whole.measure.n > 0;
}

/** "trong đó …" needs what it is part of, told of the same units. */
function leadOf(prose: Prose, entry: CountsEntry, results: readonly IndicatorResult[]): string {
  if (entry.dependsOn === undefined) return entry.lead;
  const whole = indicatorResult(prose, entry.dependsOn);
  if (whole === undefined || !isWholeTold(prose, entry)) return entry.without ?? entry.alone;
  const key = coverageKey(prose, whole);
  return results.every((one) => coverageKey(prose, one) === key) ? entry.lead : entry.alone;
}

const bareItem = (prose: Prose, entry: CountsEntry, result: IndicatorResult): string => {
  const { indicator, measure } = result;
  return prose.say(entry.named ? 'counts.namedItem' : 'counts.item', {
    n: figure(prose, indicator.id, 'n', printed(prose, indicator, measure.n)),
    unit: indicator.unit,
    label: lowerFirst(indicator.label),
    name: countName(prose, entry, result),
  });
};

/** What the phrase of an item may name; last year is named by the first change of the sentence. */
function itemData(
  prose: Prose,
  entry: CountsEntry,
  result: IndicatorResult,
  said: { previous: boolean },
): Readonly<Record<string, unknown>> {
  const { indicator, measure } = result;
  const rate = fractionOf(measure);
  const change = rate === undefined ? '' : shortChange(prose, result, said.previous);
  said.previous ||= change !== '';
  return {
    ...prose.frame.words,
    n: figure(prose, indicator.id, 'n', printed(prose, indicator, measure.n)),
    d:
      rate === undefined ? '' : figure(prose, indicator.id, 'd', printed(prose, indicator, rate.denominator)),
    rate: rate === undefined ? '' : figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
    change,
    share: shareText(prose, entry, result),
    sum: sumText(prose, entry, result),
    districts: districtsText(prose, result),
  };
}

/** What communes and the units above have together. */
function sumText(prose: Prose, { plus }: CountsEntry, { indicator, measure }: IndicatorResult): string {
  const below = indicatorResult(prose, plus[indicator.id] ?? '');
  if (below === undefined || !isReported(below) || below.measure.n === 0) return '';
  const sum = addSafely(measure.n, below.measure.n);
  if (sum === undefined || below.indicator.scale !== indicator.scale) return '';
  return figure(prose, indicator.id, 'withBelow', printed(prose, indicator, sum));
}

/** "05/08": of how many districts the units of the figure are. */
function districtsText(prose: Prose, { indicator }: IndicatorResult): string {
  const { results, count } = prose.frame;
  const districts = results.units.filter(({ level, code }) => level === 'district' && code !== results.unit);
  const having = districts.filter(({ code }) => (results.measures[code]?.[indicator.id]?.n ?? 0) > 0);
  return districts.length === 0
    ? ''
    : `${figure(prose, indicator.id, 'districts', count(having.length))}/${count(districts.length)}`;
}

/** The share of a part in its whole, where both are of the same units. */
function shareText(prose: Prose, { shareOf }: CountsEntry, result: IndicatorResult): string {
  const whole = shareOf === undefined ? undefined : indicatorResult(prose, shareOf);
  if (whole === undefined || whole.measure.n <= 0 || !isReported(whole)) return '';
  if (coverageKey(prose, whole) !== coverageKey(prose, result)) return '';
  if (whole.indicator.scale !== result.indicator.scale || result.measure.n > whole.measure.n) return '';
  const share = { numerator: result.measure.n, denominator: whole.measure.n };
  return figure(prose, result.indicator.id, 'share', printedRate(prose, share));
}

/** What a figure is called inside a sentence: counts by their phrase without the number, others by their label. */
export function figureName(prose: Prose, entry: Entry, result: IndicatorResult): string {
  const { indicator } = result;
  if (entry.kind === 'base') {
    return prose.say('rate.otherBaseName', { base: indicator.baseLabel ?? prose.say('base.unnamed', {}) });
  }
  const phrase = entry.kind === 'counts' ? entry.phrases[indicator.id] : undefined;
  // A phrase that goes on from the one before it is no name.
  return phrase === undefined || indicator.kind !== 'count' || phrase.verb.startsWith(GOES_ON)
    ? lowerFirst(indicator.label)
    : phrase
        .rest({ ...prose.frame.words, n: '', d: '', rate: '', change: '', share: '', sum: '', districts: '' })
        .replace(/\s+/gu, ' ')
        .trim();
}
