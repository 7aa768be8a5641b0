/**
 * A figure in passing of other units than the figure beside it: whose it is begins its sentence, since more awarded than
 * registered would read as a contradiction.
 */
import { otherBaseData } from './rate-clauses.js';
import { figure, fractionOf, printed, printedRate, sharesOf } from '../prose/prose.js';
import type { IndicatorResult, Prose } from '../prose/prose.js';
import { coverageMark, type Telling } from '../prose/telling.js';
import type { Entry } from '../wording/outline.js';

type RateEntry = Extract<Entry, { kind: 'rate' }>;

/** `other`: the figure beside it over this one, of the same units as this one. */
export function apartSentence(
  prose: Prose,
  entry: RateEntry,
  result: IndicatorResult,
  other: { readonly result: IndicatorResult; readonly what: string } | undefined,
  telling: Telling,
): readonly string[] {
  const { indicator } = result;
  const rate = fractionOf(result.measure);
  if (rate === undefined || rate.numerator === 0 || entry.what === undefined) return [];
  const beside = other === undefined ? undefined : otherBaseData(prose, result, other.result);
  return [
    prose.say('rate.apart', {
      ...sharesOf(prose, result),
      mark: coverageMark(prose, result, telling),
      n: figure(prose, indicator.id, 'n', printed(prose, indicator, rate.numerator)),
      d: figure(prose, indicator.id, 'd', printed(prose, indicator, rate.denominator)),
      unit: entry.unit ?? indicator.unit,
      what: entry.what(prose.frame.words),
      rate: figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
      other: beside !== undefined,
      otherWhat: other?.what ?? '',
      otherBase: beside?.base ?? '',
      otherN: beside?.n ?? '',
      otherD: beside?.d ?? '',
      otherRate: beside?.rate ?? '',
    }),
  ];
}
