/** Cells of one compared figure: today, as published then, on today's ground, the difference, the target. */
import type {
  ComparedYear,
  IndicatorRecord,
  MeasureRecord,
  PublishedFigure,
  RestatedMeasure,
  TableCell,
  TableColumn,
  TableRow,
  TargetAssessment,
} from '../../model.js';
import { formatPercent, formatPoints, formatScaled } from '../../values/number-format.js';
import { writtenDecimal } from '../../measures/target-outcome.js';
import type { Prose } from '../prose/prose.js';
import { figureCell, textCell } from './table-maker.js';
import { defined } from '../../values/defined.js';

/** A line of the comparison table. */
export interface ComparedLine {
  readonly indicator: IndicatorRecord;
  readonly name: string;
  readonly role: TableRow['role'];
  /** Code of the unit; empty for blocks and headings. */
  readonly unit: string;
  readonly current?: MeasureRecord;
  readonly year?: ComparedYear;
  /** All earlier periods of this kind, oldest first. */
  readonly course?: readonly ComparedYear[];
  /** The total of divided units. */
  readonly isBlock?: boolean;
  readonly target?: TargetAssessment;
}

const NONE: TableCell = { kind: 'none' };
const MISSING: TableCell = { kind: 'missing' };

/**
 * By column; a column that is not named stays empty. `scale` is that of the number columns; remarks in `shared` hold for
 * every line and stand under the table.
 */
export function comparedCells(
  prose: Prose,
  line: ComparedLine,
  scale: number,
  shared: ReadonlySet<string> = new Set(),
): Readonly<Record<string, TableCell>> {
  if (line.role === 'section') return {};
  const { indicator, current, year, target, unit } = line;
  const known = current !== undefined && current.reported > 0 ? current : undefined;
  const empty: TableCell = current?.state === 'notApplicable' ? { kind: 'notApplicable' } : MISSING;
  const now = sideCells(known, indicator, scale, empty);
  const then = sideCells(countsOf(year?.restated), indicator, scale, emptyOf(year));
  const { difference } = year ?? {};
  const { decimals } = prose.frame;
  const earlier = defined({ period: year?.period });
  const as = (cell: TableCell, quantity: string, of: { readonly period?: string } = {}): TableCell =>
    unit === '' ? cell : figureCell(cell, { unit, indicator: indicator.id, quantity, ...of });
  return {
    nowN: as(now.n, 'n'),
    nowD: as(now.d, 'd'),
    nowRate: as(now.rate, 'rate'),
    published: textCell(publishedText(prose, year?.published ?? [], indicator)),
    thenN: as(then.n, 'n', earlier),
    thenD: as(then.d, 'd', earlier),
    thenRate: as(
      year?.restated.rate === undefined ? then.rate : rateOfText(year.restated.rate),
      'rate',
      earlier,
    ),
    number:
      difference?.number === undefined
        ? NONE
        : as(numberCell(difference.number, indicator, scale), 'change', earlier),
    points:
      difference?.points === undefined
        ? NONE
        : as(
            { kind: 'rate', numerator: difference.points, denominator: 100 * 10 ** decimals },
            'points',
            earlier,
          ),
    ...(target === undefined ? {} : targetCells(prose, target, indicator)),
    course: textCell(courseText(prose, line)),
    note: textCell(noteText(prose, line, shared)),
  };
}

/** Counts are whole numbers; where amounts stand among them, all are written as amounts. */
export const kindOf = (
  kind: TableColumn['kind'],
  scale: number,
  decimals: number,
): Pick<TableColumn, 'kind' | 'decimals'> => {
  if (kind === 'rate') return { kind, decimals };
  if (kind !== 'amount') return { kind };
  return scale === 0 ? { kind: 'count' } : { kind, decimals: scale };
};

interface Side {
  readonly n: number;
  readonly d?: number;
  readonly pending?: number;
}

const countsOf = (restated: RestatedMeasure | undefined): Side | undefined =>
  restated?.n === undefined
    ? undefined
    : { n: restated.n, ...defined({ d: restated.d, pending: restated.pending }) };

/** Nobody had it: missing. It cannot be said on this ground: empty, the note says why. */
const emptyOf = (year: ComparedYear | undefined): TableCell =>
  year === undefined || year.restated.reason === 'noFigure' ? MISSING : NONE;

/** Counts and rate of one side, in units of 10^-scale of the number columns; `empty` where nobody has the figure. */
export function sideCells(
  side: Side | undefined,
  indicator: IndicatorRecord,
  scale: number,
  empty: TableCell,
): Readonly<Record<'n' | 'd' | 'rate', TableCell>> {
  const isRate = indicator.kind === 'rate';
  if (side === undefined) return { n: empty, d: isRate ? empty : NONE, rate: isRate ? empty : NONE };
  const { n, d, pending = 0 } = side;
  const undecided = indicator.noRateWhilePending === true && pending > 0;
  const rate: TableCell =
    !isRate || d === undefined || d <= 0 ? NONE : { kind: 'rate', numerator: n, denominator: d };
  return {
    n: numberCell(n, indicator, scale),
    d: d === undefined ? NONE : numberCell(d, indicator, scale),
    rate: isRate && undecided ? { kind: 'pending' } : rate,
  };
}

/** In the units of the column; a number that would no longer be exact is written out. */
function numberCell(value: number, indicator: IndicatorRecord, scale: number): TableCell {
  const scaled = value * 10 ** (scale - indicator.scale);
  return Number.isSafeInteger(scaled)
    ? { kind: 'integer', value: scaled, ...(indicator.scale < scale ? { whole: true as const } : {}) }
    : textCell(formatScaled(value, indicator.scale));
}

/** A published rate as a fraction of one hundred, exactly. */
function rateOfText(text: string): TableCell {
  const decimal = writtenDecimal(text);
  if (decimal === undefined) return textCell(text);
  return { kind: 'rate', numerator: Number(decimal.value), denominator: 100 * 10 ** decimal.scale };
}

/** "31.245/33.920 (92,11%)"; several old units are named. */
function publishedText(
  prose: Prose,
  published: readonly PublishedFigure[],
  indicator: IndicatorRecord,
): string {
  const texts = published.map((one) => {
    const figure = figureText(prose, one, indicator);
    const { reported, expected } = one;
    const said =
      reported < expected
        ? prose.say('comparison.publishedPartial', {
            figure,
            reported: String(reported),
            expected: String(expected),
          })
        : figure;
    return published.length === 1
      ? said
      : prose.say('comparison.publishedOf', { name: one.name, figure: said });
  });
  return texts.join('; ');
}

function figureText(
  { frame }: Prose,
  { n, d, rate }: PublishedFigure,
  { scale, noRateWhilePending }: IndicatorRecord,
): string {
  if (n === undefined) return rate === undefined ? '' : `${rate.replace('.', ',')}%`;
  if (d === undefined) return formatScaled(n, scale);
  const counts = `${formatScaled(n, scale)}/${formatScaled(d, scale)}`;
  // What was published does not say whether decisions were open then.
  if (noRateWhilePending === true) return counts;
  const percent = formatPercent({ numerator: n, denominator: d }, frame.decimals);
  return percent === undefined ? counts : `${counts} (${percent})`;
}

export const isEstimate = ({ restated }: ComparedYear): boolean => restated.kind === 'estimate';

/** "2022: 88,10%; 2023: 90,25%; 2024: 92,11%", on today's ground; a period without a figure keeps its place. */
function courseText(prose: Prose, { indicator, course = [], current }: ComparedLine): string {
  if (course.length === 0) return '';
  const { period } = prose.frame.results;
  const known = current !== undefined && current.reported > 0 ? current : undefined;
  const steps = [
    ...course.map((year) => {
      const [only, ...others] = year.published ?? [];
      const onGround = stepText(prose, countsOf(year.restated) ?? year.restated, indicator);
      const asPublished = onGround === '' && only !== undefined && others.length === 0;
      const { restated } = year;
      return {
        period: year.period,
        figure: asPublished ? stepText(prose, only, indicator) : onGround,
        published: asPublished,
        estimate: isEstimate(year),
        partial: restated.n !== undefined && restated.reported < restated.expected,
      };
    }),
    {
      period: period.id,
      figure: stepText(prose, known ?? {}, indicator),
      published: false,
      estimate: false,
      partial: known !== undefined && known.reported < known.expected,
    },
  ];
  return steps.map((step) => prose.say('comparison.step', step)).join('; ');
}

/** The rate where there is one, else the number; empty when neither is known. */
function stepText(
  { frame }: Prose,
  side: Partial<Side> & { readonly rate?: string },
  indicator: IndicatorRecord,
): string {
  const { n, d, pending = 0, rate } = side;
  if (rate !== undefined) return `${rate.replace('.', ',')}%`;
  if (n === undefined) return '';
  if (indicator.kind !== 'rate') return formatScaled(n, indicator.scale);
  if (d === undefined || d <= 0 || (indicator.noRateWhilePending === true && pending > 0)) return '';
  return formatPercent({ numerator: n, denominator: d }, frame.decimals) ?? '';
}

function targetCells(
  prose: Prose,
  target: TargetAssessment,
  indicator: IndicatorRecord,
): Readonly<Record<'target' | 'outcome', TableCell>> {
  const aim = writtenDecimal(target.target.value);
  const number = aim === undefined ? target.target.value : formatScaled(aim.value, aim.scale);
  const value = target.target.kind === 'rate' ? `${number}%` : number;
  return {
    target: textCell(prose.say(`aim.${target.target.comparator}`, { value, full: value === '100%' })),
    outcome: textCell(outcomeText(prose, target, indicator)),
  };
}

/** How a unit stands to its target, in words. */
export function outcomeText(prose: Prose, target: TargetAssessment, indicator: IndicatorRecord): string {
  const { state, reason, points, pointsDecimals = 0, number, needed, provisional } = target;
  if (state === 'notAssessable')
    return prose.say('comparison.outcome.notAssessable', {
      reason: reason === undefined ? '' : prose.say(`comparison.target.${reason}`, {}),
    });
  const by =
    points === undefined
      ? formatScaled(Math.abs(number ?? 0), indicator.scale)
      : prose.say('comparison.points', { points: formatPoints(BigInt(points), pointsDecimals) });
  const outcome = prose.say(`comparison.outcome.${state}`, {
    by,
    atMost: target.target.comparator === 'at_most',
    // Of a count the difference says it already.
    needed: points === undefined || needed === 0 ? '' : formatScaled(needed, indicator.scale),
    unit: indicator.unit,
  });
  return provisional ? prose.say('comparison.outcome.provisional', { outcome }) : outcome;
}

/** Why there is no difference, and what to keep in mind about it. */
function noteText(prose: Prose, { year }: ComparedLine, shared: ReadonlySet<string>): string {
  if (year === undefined) return '';
  const { reason, comparability, remarks = [] } = year;
  return [
    ...(reason === undefined ? [] : [prose.say(`comparison.reason.${reason}`, {})]),
    ...(comparability === 'estimate' ? [prose.say('comparison.remark.estimate', {})] : []),
    ...remarks
      .filter((remark) => !shared.has(remark))
      .map((remark) => prose.say(`comparison.remark.${remark}`, {})),
  ].join('; ');
}
