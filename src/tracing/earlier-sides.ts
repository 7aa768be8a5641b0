/** What earlier periods said of a figure, as published and on today's ground, in words. */
import type { ComparedYear, FigureId, IndicatorRecord, ResultsDocument, TracedEarlier } from '../model.js';
import { printedRate } from '../measures/printed-rate.js';
import { defined } from '../values/defined.js';
import { formatPercent, formatScaled } from '../values/number-format.js';

/** Counts of one side of a comparison, or a rate of which no counts are known. */
export interface Sides {
  readonly n?: number;
  readonly d?: number;
  readonly rate?: string;
}

/** All earlier periods of the figure, oldest first. */
export function earlierOf(
  unit: string,
  indicator: IndicatorRecord,
  results: ResultsDocument,
): readonly TracedEarlier[] {
  const { comparison, decimals } = results;
  if (comparison === undefined) return [];
  return yearsOf({ unit, indicator: indicator.id }, results).map((year) => ({
    period: year.period,
    published: (year.published ?? []).map((one) => `${one.name}: ${sidesText(one, indicator, decimals)}`),
    ...defined({ restated: restatedText(year, indicator, decimals) }),
    sources: [
      ...new Set([
        ...(year.published ?? []).map(({ source }) => source),
        ...(comparison.previous.find(({ period }) => period.id === year.period)?.sources ?? []),
      ]),
    ],
  }));
}

function yearsOf(
  { unit, indicator }: Pick<FigureId, 'unit' | 'indicator'>,
  { comparison }: ResultsDocument,
): readonly ComparedYear[] {
  return comparison?.units[unit]?.[indicator]?.years ?? comparison?.groups[unit]?.[indicator]?.years ?? [];
}

/** The period a figure is about; of a figure of today over common ground the latest with such a ground. */
export function comparedYear(figure: FigureId, results: ResultsDocument): ComparedYear | undefined {
  const years = yearsOf(figure, results);
  return figure.period === undefined
    ? years.findLast(({ common }) => common !== undefined)
    : years.find(({ period }) => period === figure.period);
}

/** On today's ground; undefined where it cannot be told. */
export function restatedText(
  { restated }: ComparedYear,
  indicator: IndicatorRecord,
  decimals: number,
): string | undefined {
  const { kind } = restated;
  if (kind === 'notComparable' || (restated.n === undefined && restated.rate === undefined)) return undefined;
  const coverage =
    restated.reported < restated.expected
      ? ` (${String(restated.reported)}/${String(restated.expected)} đơn vị)`
      : '';
  return `${sidesText(restated, indicator, decimals)}${coverage}${kind === 'estimate' ? ' (ước tính)' : ''}`;
}

/** "31.245/33.920 (92,11%)", "14", "92,1%". */
export function sidesText({ n, d, rate }: Sides, indicator: IndicatorRecord, decimals: number): string {
  if (n === undefined) return rate === undefined ? '…' : `${rate.replace('.', ',')}%`;
  const { scale } = indicator;
  if (d === undefined) return formatScaled(n, scale);
  const fraction = printedRate(indicator, { n, d, reported: 1, expected: 1 });
  const percent = fraction === undefined ? undefined : formatPercent(fraction, decimals);
  const counts = `${formatScaled(n, scale)}/${formatScaled(d, scale)}`;
  return percent === undefined ? counts : `${counts} (${percent})`;
}
