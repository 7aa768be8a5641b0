/**
 * What else is printed of a figure than its count and rate: bounds, targets, differences, earlier periods, numbers of
 * units; each with the numbers that make it, as they are printed.
 */
import type {
  ComparedYear,
  FigureId,
  IndicatorRecord,
  MeasureRecord,
  ResultsDocument,
  TargetAssessment,
} from '../model.js';
import { printedAim } from '../measures/target-outcome.js';
import { formatCount, formatPercent, formatPoints, formatScaled } from '../values/number-format.js';
import { countedUnits, dueLeaves } from './counted-units.js';
import { comparedYear, restatedText, sidesText, type Sides } from './earlier-sides.js';
import { defined } from '../values/defined.js';

/** The results, the indicator of the figure, and the indicator its share is taken of. */
export interface QuantityInput {
  readonly results: ResultsDocument;
  readonly indicator: IndicatorRecord;
  readonly shareOf?: string;
}

/** One line a step; none where the calculation of the figure itself says all. */
export function quantityFormula(figure: FigureId, input: QuantityInput): readonly string[] {
  const { unit, indicator, quantity, period } = figure;
  const year = comparedYear(figure, input.results);
  if (quantity.endsWith('Common') && year !== undefined) return commonLines(figure, year, input);
  if (quantity === 'change' || quantity === 'points')
    return year === undefined ? [] : differenceLines(figure, year, input);
  if (period !== undefined) return year === undefined ? [] : earlierLines(year, input);
  const measure = input.results.measures[unit]?.[indicator] ?? input.results.groups[unit]?.[indicator];
  if (measure === undefined) return [];
  if (quantity === 'low' || quantity === 'high' || quantity === 'allAwarded')
    return boundLines(quantity, measure, input);
  if (quantity.startsWith('target')) return targetLines(figure, measure, input);
  if (quantity === 'ofWhole' || quantity === 'shareOfWhole') return ofWholeLines(figure, input);
  if (quantity === 'share') return shareLines(figure, measure, input);
  return countedUnits(figure, measure, input.results);
}

const signed = (text: string, value: number): string =>
  value > 0 ? `+${text}` : value < 0 ? `-${text}` : text;

const number = (value: number, { scale }: IndicatorRecord): string => formatScaled(value, scale);

const earlierLines = (year: ComparedYear, { indicator, results }: QuantityInput): readonly string[] => {
  const text = restatedText(year, indicator, results.decimals);
  return text === undefined ? [] : [`Kỳ ${year.period}: ${text}`];
};

/** "20.325 − 19.800 = +525"; "89,49% − 88,20% = +1,29 điểm phần trăm". */
function differenceLines(figure: FigureId, year: ComparedYear, input: QuantityInput): readonly string[] {
  const { results, indicator } = input;
  const { n, d } =
    results.measures[figure.unit]?.[figure.indicator] ??
    results.groups[figure.unit]?.[figure.indicator] ??
    {};
  if (n === undefined || year.difference === undefined) return [];
  return difference(figure.quantity, { n, ...defined({ d }) }, year.restated, year, {
    results,
    indicator,
  });
}

function difference(
  quantity: string,
  now: Sides & { readonly n: number },
  then: Sides,
  { period, difference: whole, common }: ComparedYear,
  { indicator, results }: QuantityInput,
): readonly string[] {
  const { number: change, points } = (quantity.endsWith('Common') ? common?.difference : whole) ?? {};
  const { decimals } = results;
  if (quantity.startsWith('change'))
    return change === undefined || then.n === undefined
      ? []
      : [
          `${number(now.n, indicator)} - ${number(then.n, indicator)} = ${signed(number(Math.abs(change), indicator), change)} (kỳ này trừ kỳ ${period})`,
        ];
  const [rate, earlier] = [rateText(now, decimals), rateText(then, decimals)];
  return points === undefined || rate === undefined || earlier === undefined
    ? []
    : [
        `${rate} - ${earlier} = ${signed(formatPoints(BigInt(points), decimals), points)} điểm phần trăm (kỳ này trừ kỳ ${period}, tính trên tỷ lệ đã in)`,
      ];
}

function rateText({ n, d, rate }: Sides, decimals: number): string | undefined {
  if (rate !== undefined) return `${rate.replace('.', ',')}%`;
  return n === undefined || d === undefined
    ? undefined
    : formatPercent({ numerator: n, denominator: d }, decimals);
}

/** Over the units that both periods have. */
function commonLines(
  { quantity, period }: FigureId,
  year: ComparedYear,
  input: QuantityInput,
): readonly string[] {
  const { common } = year;
  if (common === undefined) return [];
  const { indicator, results } = input;
  const said = (sides: Sides): string => sidesText(sides, indicator, results.decimals);
  const ground = `Trên ${formatCount(common.units)}/${formatCount(common.of)} đơn vị có số liệu ở cả hai kỳ: kỳ này ${said(common.current)}; kỳ ${year.period} ${said(common.previous)}`;
  const isDifference = quantity.startsWith('change') || quantity.startsWith('points');
  if (!isDifference || period === undefined) return [ground];
  return [ground, ...difference(quantity, common.current, common.previous, year, input)];
}

const SOURCES: Readonly<Record<string, string>> = {
  own: 'mẫu số của chính đơn vị',
  households: 'số hộ trong units.csv',
  unit: 'mỗi đơn vị tính là một',
};

/** Units that are not in the rate count as none and as all of their base; open decisions as not given and as given. */
function boundLines(
  quantity: 'low' | 'high' | 'allAwarded',
  measure: MeasureRecord,
  { indicator, results }: QuantityInput,
): readonly string[] {
  const { n, d, pending = 0 } = measure;
  if (d === undefined) return [];
  // Of those in the rate alone, whoever is missing.
  const bounds = quantity === 'allAwarded' ? undefined : measure.bounds;
  const [numerator, denominator] =
    bounds?.[quantity === 'low' ? 'low' : 'high'] ??
    (quantity === 'low' ? [n, d] : [Math.min(n + pending, d), d]);
  const rate = formatPercent({ numerator, denominator }, results.decimals) ?? '';
  const [top, bottom] = [number(numerator, indicator), number(denominator, indicator)];
  const added = denominator - d;
  const missing = formatCount((measure.missing ?? []).length);
  const base =
    added > 0
      ? [
          `Mẫu số: ${number(d, indicator)} của các đơn vị đã có số liệu cộng ${number(added, indicator)} của ${missing} đơn vị chưa có (${(bounds?.sources ?? []).map((one) => SOURCES[one] ?? one).join('; ')})`,
        ]
      : [];
  const more = numerator - n;
  const open = bounds === undefined ? 'phần chờ quyết định' : 'phần chưa có số liệu hoặc chờ quyết định';
  return [
    quantity === 'low'
      ? `${top} / ${bottom} = ${rate}: ${open} tính là không đạt`
      : `(${number(n, indicator)} + ${number(more, indicator)}) / ${bottom} = ${rate}: ${open} tính là đạt`,
    ...base,
  ];
}

/** The target a unit was set: the one judged in the run. */
export const targetOf = (
  { unit, indicator }: Pick<FigureId, 'unit' | 'indicator'>,
  { targetAssessments = [] }: ResultsDocument,
): TargetAssessment | undefined =>
  targetAssessments.find((one) => one.unit === unit && one.target.indicator === indicator);

function targetLines(
  figure: FigureId,
  measure: MeasureRecord,
  { indicator, results }: QuantityInput,
): readonly string[] {
  const assessment = targetOf(figure, results);
  const value = assessment === undefined ? undefined : printedAim(assessment.target);
  if (assessment === undefined || value === undefined) return [];
  const { target, points, pointsDecimals = 0, number: by, needed } = assessment;
  const atMost = target.comparator === 'at_most';
  const said = `Chỉ tiêu ${atMost ? 'không quá' : 'từ'} ${value}${atMost ? '' : ' trở lên'} (targets.csv, kỳ ${target.period}, giao cho ${target.scope})`;
  if (figure.quantity === 'target') return [said];
  if (target.kind === 'count')
    return by === undefined
      ? [said]
      : [said, `${number(measure.n, indicator)} - ${value} = ${signed(number(Math.abs(by), indicator), by)}`];
  const rate = rateText(measure, results.decimals) ?? '';
  if (figure.quantity === 'targetPoints' && points !== undefined)
    return [
      said,
      `${rate} - ${value} = ${signed(formatPoints(BigInt(points), pointsDecimals), points)} điểm phần trăm`,
    ];
  const { n, d = 0 } = measure;
  const must = number(atMost ? n - needed : n + needed, indicator);
  return [
    said,
    `${atMost ? 'Nhiều nhất' : 'Cần ít nhất'} ${must}/${number(d, indicator)}; đã có ${number(n, indicator)}, ${atMost ? 'thừa' : 'còn thiếu'} ${number(needed, indicator)}`,
  ];
}

/** The part of an indicator in another. */
function shareLines(
  { unit }: FigureId,
  { n }: MeasureRecord,
  { indicator, results, shareOf }: QuantityInput,
): readonly string[] {
  const whole = shareOf === undefined ? undefined : results.measures[unit]?.[shareOf];
  const label = results.indicators.find(({ id }) => id === shareOf)?.label;
  if (whole === undefined || label === undefined) return [];
  const rate = formatPercent({ numerator: n, denominator: whole.n }, results.decimals) ?? '';
  return [`${number(n, indicator)} / ${number(whole.n, indicator)} (${label}) = ${rate}`];
}

/** The part of an indicator in another, over the units of which the other is known. */
function ofWholeLines(
  { unit, indicator: id, quantity }: FigureId,
  { indicator, results, shareOf = '' }: QuantityInput,
): readonly string[] {
  const whole = results.measures[unit]?.[shareOf];
  const label = results.indicators.find((one) => one.id === shareOf)?.label;
  if (whole === undefined || label === undefined) return [];
  const units = dueLeaves(results).filter(({ code }) => results.measures[code]?.[shareOf]?.reported === 1);
  const n = units.reduce((sum, { code }) => sum + (results.measures[code]?.[id]?.n ?? 0), 0);
  const sum = `Cộng ${formatCount(units.length)} đơn vị có đủ số liệu của “${label}” = ${number(n, indicator)}`;
  const rate = formatPercent({ numerator: n, denominator: whole.n }, results.decimals) ?? '';
  return quantity === 'ofWhole'
    ? [sum]
    : [sum, `${number(n, indicator)} / ${number(whole.n, indicator)} (${label}) = ${rate}`];
}
