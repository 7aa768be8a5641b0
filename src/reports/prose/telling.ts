/** What the report has already said, so that it is not said again: the period, and whose figures the last ones were. */
import { groupBy } from '../../values/groups.js';
import { largest } from '../../values/of-many.js';
import { absentFrom, silentUnits, type Absent } from './coverage.js';
import { outsideOf, sharesOf, type IndicatorResult, type Prose } from './prose.js';

/** Changes while a section of the report is written. */
export interface Telling {
  /** The period was named in this section. */
  opened: boolean;
  /** Units outside the figures spoken of, as a key; those of the report as a whole at the beginning of a topic. */
  coverage: string;
  /** The same of the next sentence of the topic; the key of the report as a whole behind the last one. */
  ahead: string;
  /** Nothing of the paragraph has been written yet. */
  fresh: boolean;
  /** The paragraph has said that no unit has something: of what follows from that it need not say so again. */
  nobody: boolean;
  /** The sentence goes on from the one before. */
  joining: boolean;
  /** The sentence has named last year: its other changes are beside the same one. */
  yearNamed: boolean;
  /** The topic tells rates over other bases too: each names its base. */
  bases: boolean;
  /** Several rates of the paragraph have not changed: one sentence says it of all. */
  steady: boolean;
}

export const newTelling = (): Telling => ({
  opened: false,
  coverage: '',
  ahead: '',
  fresh: true,
  nobody: false,
  joining: false,
  yearNamed: false,
  bases: false,
  steady: false,
});

/** A topic speaks of the units that the introduction names, until it says otherwise. */
export function beginTopic(prose: Prose, telling: Telling): void {
  telling.coverage = wholeKey(prose);
}

/** All units that sent something. */
export const wholeKey = (prose: Prose): string => keyOf(silentUnits(prose.frame), []);

/** Same units outside, for whatever reason. */
const keyOf = (absent: Absent, outside: readonly string[]): string =>
  `${[...absent.values()].flat().sort().join()}|${[...outside].sort().join()}`;

export const coverageKey = (prose: Prose, result: IndicatorResult): string =>
  keyOf(absentFrom(prose.frame, result.measure, result.indicator.id), outsideOf(result));

/** It counts units: how many have reported is its own base, "11/12 xã". */
export const isOfUnits = ({ indicator, measure }: IndicatorResult): boolean =>
  indicator.kind === 'rate' && measure.d === measure.reported;

/** Whose figures most of a sentence are; undefined where no key is told more often than all others. */
export function mainKey(
  prose: Prose,
  results: readonly IndicatorResult[],
  current: string,
): string | undefined {
  const keys = results.filter((one) => !isOfUnits(one)).map((one) => coverageKey(prose, one));
  const sizes = [...groupBy(keys, (key) => key)].map(([key, same]) => [key, same.length] as const);
  const most = largest(sizes.map(([, size]) => size));
  const leading = sizes.filter(([, size]) => size === most).map(([key]) => key);
  if (leading.includes(current)) return current;
  return leading.length === 1 ? leading[0] : undefined;
}

/**
 * The result whose units a sentence names before its figures, since the figures that follow are of them too. A single
 * figure between others of other units has its mark behind it.
 */
export function statedUnits(
  prose: Prose,
  results: readonly IndicatorResult[],
  telling: Telling,
): IndicatorResult | undefined {
  const key = mainKey(prose, results, telling.coverage);
  if (key === undefined || key === telling.coverage || telling.joining) return undefined;
  const same = results.filter((one) => !isOfUnits(one) && coverageKey(prose, one) === key);
  if (same.length < 2 && telling.ahead !== key) return undefined;
  telling.coverage = key;
  return same[0];
}

/** "theo số liệu của 11/14 đơn vị," */
export const statedText = (prose: Prose, result: IndicatorResult | undefined): string =>
  result === undefined ? '' : prose.say('coverage.stated', sharesOf(prose, result));

/** "(số liệu 10/14 đơn vị)" behind a figure of other units than those spoken of; nothing behind the others. */
export const coverageMark = (prose: Prose, result: IndicatorResult, telling: Telling): string =>
  isOfUnits(result) || coverageKey(prose, result) === telling.coverage
    ? ''
    : prose.say('coverage.mark', sharesOf(prose, result));
