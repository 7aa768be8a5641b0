/** What `compare` prints: headline figures of the whole, period by period, the difference or why there is none. */
import type { ComparedYear, Difference, IndicatorRecord, ResultsDocument } from '../../../model.js';
import { formatPercent, formatScaled } from '../../../values/number-format.js';
import { printedRate } from '../../../measures/printed-rate.js';
import { earlierOfKind } from '../../../reports/prose/earlier-year.js';
import type { Say } from '../../../reports/wording/wording.js';
import { safeText } from '../../../values/safe-text.js';
import { textTable } from '../../screen/text-table.js';
import { hanging } from '../../screen/wrap-text.js';
import { unitFullName } from '../../../units/names/unit-name.js';

type Compared = ResultsDocument & Required<Pick<ResultsDocument, 'comparison'>>;

export function comparisonText(results: Compared, say: Say, columns: number): string {
  const { comparison, indicators, unit, units, period } = results;
  const root = units.find(({ code }) => code === unit);
  const name = root === undefined ? unit : unitFullName(root);
  const periods = comparison.previous.map((one) => one.period.id).join(', ');
  return [
    hanging(
      '',
      safeText(`${name}: kỳ ${period.id} so với ${periods}, theo địa giới của kỳ ${period.id}.`),
      columns,
    ),
    ...indicators.flatMap((indicator) =>
      indicator.headline ? figureLines(results, indicator, say, columns) : [],
    ),
    hanging('', blockLine(comparison), columns),
    'Trong ngoặc: số đơn vị có số liệu / số đơn vị của kỳ đó.',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function figureLines(
  { comparison, measures, unit, period, decimals }: Compared,
  indicator: IndicatorRecord,
  say: Say,
  columns: number,
): readonly string[] {
  const years = comparison.units[unit]?.[indicator.id]?.years ?? [];
  const current = measures[unit]?.[indicator.id];
  if (years.length === 0 && current === undefined) return [];
  const row = (id: string, side: Side | undefined): readonly string[] => [
    `  ${id}`,
    ...sideTexts(side, indicator, decimals),
  ];
  const table = textTable(
    [...years.map((year) => row(year.period, thenSide(year))), row(period.id, current)],
    [1, 2],
  );
  return [
    hanging('', safeText(indicator.label), columns),
    table,
    hanging(
      '  → ',
      lastOf(comparison, period.kind, years, (year) => outcome(year, indicator, decimals, say)),
      columns,
    ),
  ];
}

/** Of the last period of the same kind; failing such a period, why the last of another kind does not compare. */
function lastOf(
  { previous }: Compared['comparison'],
  kind: Compared['period']['kind'],
  years: readonly ComparedYear[],
  describe: (year: ComparedYear) => string,
): string {
  const period = earlierOfKind(previous, kind).at(-1)?.period.id;
  const year = period === undefined ? years.at(-1) : years.find((one) => one.period === period);
  if (year !== undefined) return describe(year);
  return period === undefined ? 'chưa có số liệu kỳ trước' : `chưa có số liệu kỳ ${period}`;
}

interface Side {
  readonly n?: number;
  readonly d?: number;
  readonly pending?: number;
  readonly rate?: string;
  readonly reported: number;
  readonly expected: number;
}

/** On today's ground; failing that, as published for one unit. */
function thenSide({ restated, published = [] }: ComparedYear): Side {
  const [only, ...others] = published;
  return restated.n === undefined && restated.rate === undefined && only !== undefined && others.length === 0
    ? only
    : restated;
}

function sideTexts(side: Side | undefined, indicator: IndicatorRecord, decimals: number): readonly string[] {
  const coverage = side === undefined || side.expected === 0 ? '' : `(${side.reported}/${side.expected})`;
  if (side?.n === undefined || side.reported === 0)
    return [
      side?.rate === undefined ? '…' : '',
      side?.rate === undefined ? '' : `${side.rate.replace('.', ',')}%`,
      coverage,
    ];
  const { n, d } = side;
  const number = formatScaled(n, indicator.scale);
  if (d === undefined) return [`${number} ${indicator.unit}`, '', coverage];
  const measure = { n, d, reported: side.reported, expected: side.expected, pending: side.pending ?? 0 };
  const rate = printedRate(indicator, measure);
  const percent = rate === undefined ? 'chờ quyết định' : (formatPercent(rate, decimals) ?? '');
  return [`${number}/${formatScaled(d, indicator.scale)}`, percent, coverage];
}

/** "+412 hộ, +0,86 điểm phần trăm"; with the reason or the coverage. */
function outcome(year: ComparedYear, indicator: IndicatorRecord, decimals: number, say: Say): string {
  const { difference, common, reason, remarks = [], period } = year;
  const notes = [
    ...(year.comparability === 'estimate' ? [say('comparison.remark.estimate', {})] : []),
    ...remarks.map((remark) => say(`comparison.remark.${remark}`, {})),
  ];
  const tail = notes.length === 0 ? '' : `; lưu ý: ${notes.join('; ')}`;
  if (difference !== undefined)
    return `so với ${period}: ${changeText(difference, indicator, decimals)}${tail}`;
  if (common !== undefined)
    return (
      `so với ${period}: ${changeText(common.difference, indicator, decimals)}, ` +
      `tính trên ${common.units}/${common.of} đơn vị có đủ số liệu của cả hai kỳ${tail}`
    );
  const why = reason === undefined ? '' : `: ${say(`comparison.reason.${reason}`, {})}`;
  return `không so sánh với ${period}${why}${tail}`;
}

function changeText({ number, points }: Difference, indicator: IndicatorRecord, decimals: number): string {
  const signed = (value: number, scale: number, fixed: boolean): string =>
    `${value > 0 ? '+' : ''}${formatScaled(value, scale, fixed)}`;
  return [
    ...(number === undefined ? [] : [`${signed(number, indicator.scale, false)} ${indicator.unit}`]),
    ...(points === undefined ? [] : [`${signed(points, decimals, true)} điểm phần trăm`]),
  ].join(', ');
}

function blockLine({ previous, current }: Compared['comparison']): string {
  const split =
    earlierOfKind(previous, current.period.kind)
      .at(-1)
      ?.blocks.filter(({ kind }) => kind === 'split').length ?? 0;
  return split === 0
    ? ''
    : `Có ${split} khối đơn vị nhận địa bàn của đơn vị cũ bị chia: không so sánh được ở cấp xã, chỉ so tổng của khối (ghi bằng -o).`;
}
