/** The units outside a figure, so that figures of the same units are told together. */
import { absentFrom, silentUnits, type Absent } from './coverage.js';
import { outsideOf, type IndicatorResult, type Prose } from './prose.js';

/** Units outside a figure: those that it lacks, and those to which it does not apply. */
export interface Outside {
  /** The same units, for whatever reason. */
  readonly key: string;
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
}

export const outsideOfCodes = (missing: readonly string[], notApplicable: readonly string[]): Outside => ({
  key: `${[...missing].sort().join()}|${[...notApplicable].sort().join()}`,
  missing,
  notApplicable,
});

const codesOf = (absent: Absent): readonly string[] => [...absent.values()].flat();

/** Those that sent nothing that could be read. */
export const wholeOf = ({ frame }: Prose): Outside => outsideOfCodes(codesOf(silentUnits(frame)), []);

export const outsideFigure = ({ frame }: Prose, result: IndicatorResult): Outside =>
  outsideOfCodes(codesOf(absentFrom(frame, result.measure, result.indicator.id)), outsideOf(result));

export const coverageKey = (prose: Prose, result: IndicatorResult): string =>
  outsideFigure(prose, result).key;

/** It counts units: how many have reported is its own base, "11/12 xã". */
export const isOfUnits = ({ indicator, measure }: IndicatorResult): boolean =>
  indicator.kind === 'rate' && measure.d === measure.reported;

/** Those of `codes` that are not among `others`. */
export const without = (codes: readonly string[], others: readonly string[]): readonly string[] =>
  codes.filter((code) => !others.includes(code));
