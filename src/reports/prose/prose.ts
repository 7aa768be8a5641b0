/** What every sentence builder needs: the frame of the report, the wording, and small lookups in the results. */
import { formatBeside, formatPercent } from '../../values/number-format.js';
import type { IndicatorRecord, MeasureRecord, ResultsDocument } from '../../model.js';
import type { Fraction } from '../../values/exact-rate.js';
import { annexOfShape, tablesOfKind } from '../wording/annex-declarations.js';
import { marked } from './figure-marks.js';
import { buildFrame, type Frame } from './frame.js';
import type { ReportWording } from '../wording/report-wording.js';
import type { Say, SentenceData } from '../wording/wording.js';

/** Units that sent something and are yet missing from single figures. */
export interface Exceptions {
  /** Named at their sections and figures; or, being too many, counted in the introduction. */
  readonly form: 'bySection' | 'byCount';
  readonly units: readonly string[];
  /** Where they are counted: indicators that lack too many for a word in the introduction. */
  readonly unsettled: ReadonlySet<string>;
}

export const NO_EXCEPTIONS: Exceptions = { form: 'bySection', units: [], unsettled: new Set() };

/** Says the sentences of a report: its frame and its wording together; made once a run. */
export interface Prose {
  readonly frame: Frame;
  readonly wording: ReportWording;
  /** Says a sentence with the shared words and its own values. */
  readonly say: Say;
  /** Number of the annex that names units too many for a sentence; none where it is not printed. */
  readonly listAnnex: () => string | undefined;
  /** Number of the annex with what the units wrote. */
  readonly remarksAnnex: () => string | undefined;
  readonly exceptions: Exceptions;
}

export function proseOf(results: ResultsDocument, said: ReportWording): Prose {
  const wording = { ...said, tables: tablesOfKind(said.tables, results.period.kind) };
  const frame = buildFrame(results, wording.outline.titles);
  return {
    frame,
    wording,
    say: (id: string, data: SentenceData) => wording.say(id, { ...frame.words, ...data }),
    listAnnex: () => annexOfShape(wording.tables, 'submissions'),
    remarksAnnex: () => annexOfShape(wording.tables, 'remarks'),
    exceptions: NO_EXCEPTIONS,
  };
}

/** An indicator of the run with what the compiling unit has of it. */
export interface IndicatorResult {
  readonly indicator: IndicatorRecord;
  readonly measure: MeasureRecord;
  /** The number is another one than that of the results: which. */
  readonly quantity?: string;
}

/** Undefined when the criteria set of the run has no such indicator. */
export function indicatorResult({ frame }: Prose, id: string): IndicatorResult | undefined {
  const indicator = frame.results.indicators.find((one) => one.id === id);
  const measure = frame.results.measures[frame.results.unit]?.[id];
  return indicator === undefined || measure === undefined ? undefined : { indicator, measure };
}

/** Somebody reported it. */
export const isReported = ({ measure }: IndicatorResult): boolean => measure.reported > 0;

/** What the kind of period does not ask for is left to the report of the year, unless somebody gave a figure. */
export const isAskedOrSent = ({ indicator, measure }: IndicatorResult): boolean =>
  indicator.notDue !== true || measure.n > 0;

/** Due units to which it does not apply: in neither side of the figure, and not missing from it. */
export const outsideOf = ({ measure }: IndicatorResult): readonly string[] => measure.notApplicable ?? [];

/** At least twice as many units gave one figure as the other: then the other alone would withhold them. */
export const isFarFuller = (one: IndicatorResult, other: IndicatorResult): boolean =>
  one.measure.reported > 0 && one.measure.reported >= 2 * other.measure.reported;

/** It applies to no unit at all. */
export const isOutside = ({ measure }: IndicatorResult): boolean => measure.state === 'notApplicable';

/** The fraction of a rate with a base. */
export const fractionOf = (measure: MeasureRecord): Fraction | undefined =>
  measure.d === undefined || measure.d <= 0 ? undefined : { numerator: measure.n, denominator: measure.d };

/** A figure of the indicator as printed in prose. */
export const printed = ({ frame }: Prose, indicator: IndicatorRecord, value: number): string =>
  indicator.scale === 0
    ? frame.count(value)
    : formatBeside(value, indicator.scale, frame.amountDigits(indicator.unit));

/** A printed figure of the compiling unit, marked as what it is; of another unit or period when said so. */
export const figure = (
  { frame }: Prose,
  indicator: string,
  quantity: string,
  text: string,
  of: { readonly unit?: string; readonly period?: string } = {},
): string => marked({ unit: frame.results.unit, indicator, quantity, ...of }, text);

/** Who is in a figure, of whom: "12", "14", marked. */
export const sharesOf = (prose: Prose, { indicator, measure }: IndicatorResult) => ({
  reported: figure(prose, indicator.id, 'reported', prose.frame.count(measure.reported)),
  expected: figure(prose, indicator.id, 'expected', prose.frame.count(measure.expected)),
  outside: (measure.notApplicable?.length ?? 0) > 0,
});

/** A rate as printed; the caller has made sure that it has a base. */
export const printedRate = ({ frame }: Prose, rate: Fraction): string => {
  // Exactly none and exactly all need no decimals.
  const exact = rate.numerator === 0 || rate.numerator === rate.denominator;
  return formatPercent(rate, exact ? 0 : frame.decimals) ?? '';
};
