/** The figures that a sentence lists, each in the words of its phrase; what the same units have of several is said together. */
import { shortChange } from './comparison-sentences.js';
import { countName } from './figure-names.js';
import { countedKinds, countedNames, unitsWith } from '../prose/counted-units.js';
import { runsOf, runsText } from '../prose/figure-marks.js';
import {
  isReported,
  figure,
  fractionOf,
  indicatorResult,
  printed,
  printedRate,
  type IndicatorResult,
  type Prose,
} from '../prose/prose.js';
import { coverageKey } from '../prose/outside.js';
import { listed } from '../prose/vietnamese-list.js';
import type { CountsEntry } from '../wording/outline.js';
import type { CountPhrase } from '../wording/phrase-schema.js';
import { addSafely, roundedPercent, type Fraction } from '../../values/exact-rate.js';
import { lowerFirst } from '../../values/vietnamese-text.js';

/** A figure of a list in its words. */
export interface CountItem {
  readonly verb: string;
  readonly text: string;
  /** What the units of the text have, where others like it may stand beside it. */
  readonly of: string;
  /** Beside last year. */
  readonly clause: string;
  /** The units that are counted. */
  readonly units: string;
}

/** What the sentence has said before the item: whether it named last year, and whether the item is its first. */
export interface ItemsSaid {
  previous: boolean;
  first: boolean;
  /** The number of which the other items are parts. */
  readonly whole?: number;
  /** No item tells its share: what a reader adds up would not be 100 %. */
  readonly withoutShares?: boolean;
}

export function countItem(
  prose: Prose,
  entry: CountsEntry,
  result: IndicatorResult,
  said: ItemsSaid,
  clause: string,
): CountItem {
  const phrase: CountPhrase | undefined = entry.phrases[result.indicator.id];
  const data = itemData(prose, entry, result, said);
  return {
    verb: phrase?.verb ?? '',
    text: phrase === undefined ? bareItem(prose, entry, result) : phrase.rest(data),
    of: phrase?.of?.(data) ?? '',
    clause,
    units: unitsWith(prose, result.indicator.id).join(),
  };
}

/** "11 xã giữ vững tiêu chí A và tiêu chí B": said once of the same units, beside one another. */
export function joinedItems(
  items: readonly CountItem[],
): readonly { readonly verb: string; readonly text: string }[] {
  const joined: { readonly like: string; readonly first: CountItem; readonly ofs: string[] }[] = [];
  for (const item of items) {
    const like = [item.verb, runsText(runsOf(item.text)), item.clause, item.units].join('\n');
    const open = joined.at(-1);
    if (open?.like === like && item.of !== '') open.ofs.push(item.of);
    else joined.push({ like, first: item, ofs: item.of === '' ? [] : [item.of] });
  }
  return joined.map(({ first: { verb, text, clause }, ofs }) => ({
    verb,
    text: `${[text, listed(ofs)].filter((part) => part !== '').join(' ')}${clause}`,
  }));
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
  said: ItemsSaid,
): Readonly<Record<string, unknown>> {
  const { indicator, measure } = result;
  const rate = fractionOf(measure);
  const change = rate === undefined ? '' : shortChange(prose, result, said.previous);
  said.previous ||= change !== '';
  const { first } = said;
  said.first = false;
  return {
    ...prose.frame.words,
    first,
    all: !first && isAll(said, result),
    names: entry.unmarked ? countedNames(prose, indicator.id) : '',
    kinds: entry.unmarked ? countedKinds(prose, indicator.id) : '',
    n: figure(prose, indicator.id, result.quantity ?? 'n', printed(prose, indicator, measure.n)),
    d:
      rate === undefined ? '' : figure(prose, indicator.id, 'd', printed(prose, indicator, rate.denominator)),
    rate: rate === undefined ? '' : figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
    change,
    share: said.withoutShares === true ? '' : shareText(prose, entry, result),
    sum: sumText(prose, entry, result),
    districts: districtsText(prose, result),
    beyond: isBeyond(prose, entry, result),
  };
}

/** More of them than places that have one: some place has several. */
function isBeyond(prose: Prose, { beyond }: CountsEntry, result: IndicatorResult): boolean {
  const places = indicatorResult(prose, beyond ?? '');
  return (
    places !== undefined &&
    coverageKey(prose, places) === coverageKey(prose, result) &&
    (result.measure.d ?? 0) > places.measure.n
  );
}

/** "40 Ban vận động, đều do …": the part is the whole. */
export const isAll = ({ whole }: ItemsSaid, { measure }: IndicatorResult): boolean => whole === measure.n;

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
function shareOfWhole(
  prose: Prose,
  { shareOf }: CountsEntry,
  { indicator, measure }: IndicatorResult,
): Fraction | undefined {
  const whole = shareOf === undefined ? undefined : indicatorResult(prose, shareOf);
  if (whole === undefined || whole.measure.n <= 0 || !isReported(whole)) return undefined;
  if (coverageKey(prose, whole) !== coverageKey(prose, { indicator, measure })) return undefined;
  if (whole.indicator.scale !== indicator.scale || measure.n > whole.measure.n) return undefined;
  return { numerator: measure.n, denominator: whole.measure.n };
}

function shareText(prose: Prose, entry: CountsEntry, result: IndicatorResult): string {
  const share = shareOfWhole(prose, entry, result);
  if (share === undefined) return '';
  const quantity = result.quantity === undefined ? 'share' : 'shareOfWhole';
  return figure(prose, result.indicator.id, quantity, printedRate(prose, share));
}

/** The parts are all of the whole, and their shares as rounded are more or less than 100 %. */
export function sharesMiss(prose: Prose, entry: CountsEntry, results: readonly IndicatorResult[]): boolean {
  const shares = results.flatMap((one) => shareOfWhole(prose, entry, one) ?? []);
  const [first] = shares;
  if (first === undefined || shares.length < results.length) return false;
  const { decimals } = prose.frame;
  const isAll = shares.reduce((sum, { numerator }) => sum + numerator, 0) === first.denominator;
  const printedSum = shares.reduce((sum, share) => sum + (roundedPercent(share, decimals) ?? 0n), 0n);
  return isAll && printedSum !== 100n * 10n ** BigInt(decimals);
}
