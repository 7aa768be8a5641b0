/** What the report has already said, so that it is not said again: the period, and whose figures the last ones were. */
import { absentFrom, silentUnits, type Absent } from './coverage.js';
import { outsideOf, sharesOf, type IndicatorResult, type Prose } from './prose.js';

/** Changes while a section of the report is written. */
export interface Telling {
  /** The period was named in this section. */
  opened: boolean;
  /** Units outside the figures spoken of, as a key; those of the report as a whole where a paragraph begins. */
  coverage: string;
  /** Sentences about figures of other units, which end the paragraph: in its middle its own units would be named again. */
  later: (() => string)[];
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
  later: [],
  fresh: true,
  nobody: false,
  joining: false,
  yearNamed: false,
  bases: false,
  steady: false,
});

/** A paragraph speaks of the units that the introduction names, until it says otherwise. */
export function beginParagraph(prose: Prose, telling: Telling): void {
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

/** It may stand in a sentence about the units spoken of. */
export const isOfToldUnits = (prose: Prose, result: IndicatorResult, { coverage }: Telling): boolean =>
  isOfUnits(result) || coverageKey(prose, result) === coverage;

/**
 * The result whose units a sentence names before its figures, where they are others than those spoken of: behind one of
 * its figures the reader would take them for those of all.
 */
export function statedUnits(
  prose: Prose,
  results: readonly IndicatorResult[],
  telling: Telling,
): IndicatorResult | undefined {
  const other = results.find((one) => !isOfToldUnits(prose, one, telling));
  if (other === undefined || telling.joining) return undefined;
  telling.coverage = coverageKey(prose, other);
  return other;
}

/** "theo số liệu của 11/14 đơn vị," */
export const statedText = (prose: Prose, result: IndicatorResult | undefined): string =>
  result === undefined ? '' : prose.say('coverage.stated', sharesOf(prose, result));

/** "(số liệu 10/14 đơn vị)" behind a figure of other units than those spoken of; nothing behind the others. */
export const coverageMark = (prose: Prose, result: IndicatorResult, telling: Telling): string =>
  isOfToldUnits(prose, result, telling) ? '' : prose.say('coverage.mark', sharesOf(prose, result));
