/** What the report has already said, so that it is not said again: the period, and whose figures the last ones were. */
import { absentFrom, namesOf, silentUnits, TIED_NAMED_AT_MOST, type Absent } from './coverage.js';
import { outsideOf, sharesOf, type IndicatorResult, type Prose } from './prose.js';

/** Changes while a section of the report is written. */
export interface Telling {
  /** The period was named in this section. */
  opened: boolean;
  /** Units outside the figure named last, as a key; of the report as a whole at the beginning of a topic. */
  coverage: string;
  /** Nothing of the paragraph has been written yet. */
  fresh: boolean;
  /** The topic tells rates over other bases too: each names its base. */
  bases: boolean;
  /** Several rates of the paragraph have not changed: one sentence says it of all. */
  steady: boolean;
}

export const newTelling = (): Telling => ({
  opened: false,
  coverage: '',
  fresh: true,
  bases: false,
  steady: false,
});

/** A topic speaks of the units that the introduction names, until it says otherwise. */
export function beginTopic(prose: Prose, telling: Telling): void {
  telling.coverage = keyOf(silentUnits(prose.frame), []);
}

/** Same units outside, for whatever reason. */
const keyOf = (absent: Absent, outside: readonly string[]): string =>
  `${[...absent.values()].flat().sort().join()}|${[...outside].sort().join()}`;

export const coverageKey = (prose: Prose, result: IndicatorResult): string =>
  keyOf(absentFrom(prose.frame, result.measure, result.indicator.id), outsideOf(result));

/** "(10/14 đơn vị)" behind a figure of other units than those spoken of; nothing behind the others. */
export function coverageMark(prose: Prose, result: IndicatorResult, telling: Telling): string {
  const key = coverageKey(prose, result);
  if (key === telling.coverage) return '';
  telling.coverage = key;
  return prose.say('coverage.mark', sharesOf(prose, result));
}

/**
 * Behind a part of a total that has units which the total lacks: “(tính cả xã A …)”, since such parts give more than the
 * total together. Nothing where they are many or the part lacks units too: then it is told as of any figure.
 */
export function beyondMark(
  prose: Prose,
  result: IndicatorResult,
  whole: IndicatorResult | undefined,
  telling: Telling,
): string {
  if (whole === undefined) return '';
  const [own, others] = [result, whole].map((one) =>
    [...absentFrom(prose.frame, one.measure, one.indicator.id).values()].flat(),
  );
  const beyond = (others ?? []).filter((code) => own?.includes(code) === false);
  const isWithin = own?.every((code) => others?.includes(code)) === true;
  if (!isWithin || beyond.length === 0 || beyond.length > TIED_NAMED_AT_MOST) return '';
  telling.coverage = coverageKey(prose, result);
  return prose.say('coverage.beyond', { names: namesOf(prose.frame, beyond) });
}
