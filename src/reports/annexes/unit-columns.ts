/** Columns of a table by unit, and their cells: a unit's own, a sum over shown cells, a rate over units with both sides. */
import { addSafely } from '../../values/exact-rate.js';
import type { MeasureRecord, TableCell, TableColumn } from '../../model.js';
import type { Frame } from '../frame.js';
import { fractionOf } from '../prose.js';
import type { ColumnDeclaration } from './annex-declarations.js';
import { declaredColumn, figureCell } from './table-maker.js';
import { defined } from '../../values/defined.js';

type Measures = Readonly<Record<string, MeasureRecord>>;

export interface UnitColumn {
  readonly declaration: ColumnDeclaration;
  readonly column: TableColumn;
  /** Base of a rate, in words. */
  readonly base?: string;
}

/**
 * Columns whose indicators the criteria set of the run has; rates need both of their columns. What the kind of period
 * does not ask for and nobody gave has no column, unless the table would be left without any.
 */
export function unitColumns(frame: Frame, declared: readonly ColumnDeclaration[]): readonly UnitColumn[] {
  const counts = declared.filter(({ source }) => source.kind === 'count' && hasAny(frame, source.indicators));
  const asked = counts.filter(
    ({ source }) => source.kind === 'count' && isAskedFor(frame, source.indicators),
  );
  const shown = new Set((asked.length > 0 ? asked : counts).map(({ id }) => id));
  return declared.flatMap((declaration): readonly UnitColumn[] => {
    const { source } = declaration;
    if (source.kind === 'count') return shown.has(declaration.id) ? [countColumn(frame, declaration)] : [];
    if (source.kind === 'listed' || !source.of.every((id) => shown.has(id))) return [];
    const indicator = frame.results.indicators.find(({ id }) => id === source.indicator);
    if (indicator === undefined) return [];
    return [
      {
        declaration,
        column: {
          ...declaredColumn(declaration, frame.words),
          kind: 'rate',
          decimals: frame.decimals,
          rateOf: source.of,
        },
        ...defined({ base: indicator.baseLabel }),
      },
    ];
  });
}

const hasAny = (frame: Frame, ids: readonly string[]): boolean =>
  ids.some((id) => frame.results.indicators.some((one) => one.id === id));

/** Due in the kind of period, or given by somebody all the same. */
const isAskedFor = ({ results }: Frame, ids: readonly string[]): boolean =>
  results.indicators.some(
    (one) =>
      ids.includes(one.id) &&
      (one.notDue !== true || Object.values(results.measures).some((own) => isReported(own[one.id]))),
  );

function countColumn(frame: Frame, declaration: ColumnDeclaration): UnitColumn {
  const { source } = declaration;
  const id = source.kind === 'count' && source.side === 'n' ? source.indicators[0] : undefined;
  const scale = frame.results.indicators.find((one) => one.id === id)?.scale;
  const kind = scale === undefined || scale === 0 ? 'count' : 'amount';
  return {
    declaration,
    column: {
      ...declaredColumn(declaration, frame.words),
      kind,
      ...(kind === 'amount' && scale !== undefined ? { decimals: scale } : {}),
    },
  };
}

/** The cell of a unit that reports itself. */
export function leafCell(
  { declaration: { source } }: UnitColumn,
  measures: Measures | undefined,
  unit: string,
): TableCell {
  if (source.kind === 'rate')
    return rateFigure(unit, source.indicator, rateCell(measures?.[source.indicator]));
  if (source.kind === 'listed') return { kind: 'none' };
  const known = source.indicators.filter((id) => measures?.[id] !== undefined);
  const indicator = known.find((id) => isReported(measures?.[id]));
  const measure = indicator === undefined ? undefined : measures?.[indicator];
  const value = source.side === 'n' ? measure?.n : measure?.d;
  return value === undefined || indicator === undefined
    ? absentCell(measures?.[known[0] ?? ''])
    : { kind: 'integer', value, figure: { unit, indicator, quantity: source.side } };
}

const isReported = (measure: MeasureRecord | undefined): boolean =>
  measure !== undefined && measure.reported > 0;

/** A rate with what it is. */
const rateFigure = (unit: string, indicator: string, cell: TableCell): TableCell =>
  figureCell(cell, { unit, indicator, quantity: 'rate' });

function rateCell(measure: MeasureRecord | undefined): TableCell {
  if (measure === undefined || measure.reported === 0) return absentCell(measure);
  const rate = fractionOf(measure);
  return rate === undefined ? { kind: 'none' } : { kind: 'rate', ...rate };
}

/** Missing, without decision and not applicable are three things. */
function absentCell(measure: MeasureRecord | undefined): TableCell {
  if (measure?.state === 'pending') return { kind: 'pending' };
  return { kind: measure?.state === 'notApplicable' ? 'notApplicable' : 'missing' };
}

/** The cell of a subtotal or total: counts are the sum of the unit cells shown, rates the node's own measure. */
export function sumCell(
  { declaration: { source } }: UnitColumn,
  unitCells: readonly TableCell[],
  measures: Measures | undefined,
  unit: string,
): TableCell {
  if (source.kind === 'rate') {
    const cell = rateFigure(unit, source.indicator, rateCell(measures?.[source.indicator]));
    if (cell.kind === 'rate') return cell;
    return unitCells.some(isFigure) ? { kind: 'none' } : sumOfNone(unitCells);
  }
  let sum: number | undefined;
  for (const cell of unitCells) {
    if (cell.kind !== 'integer') continue;
    sum = sum === undefined ? cell.value : addSafely(sum, cell.value);
    if (sum === undefined) return { kind: 'missing' };
  }
  if (sum === undefined) return sumOfNone(unitCells);
  return { kind: 'integer', value: sum, ...sumFigure(source, sum, measures, unit) };
}

/** Where it applies to no line it does not apply to their sum either. */
const sumOfNone = (unitCells: readonly TableCell[]): TableCell => ({
  kind:
    unitCells.length > 0 && unitCells.every(({ kind }) => kind === 'notApplicable')
      ? 'notApplicable'
      : 'missing',
});

/** A sum of the lines is the node's own figure where the two agree; else (units without both sides of a rate) a sum. */
function sumFigure(
  source: ColumnDeclaration['source'],
  sum: number,
  measures: Measures | undefined,
  unit: string,
): Pick<TableCell, 'figure'> {
  if (source.kind !== 'count') return {};
  const { side } = source;
  const same = source.indicators.find((id) => measures?.[id]?.[side] === sum);
  const indicator = same ?? source.indicators[0];
  if (indicator === undefined) return {};
  return { figure: { unit, indicator, quantity: same === undefined ? `${side}Sum` : side } };
}

const isFigure = (cell: TableCell): boolean => cell.kind === 'integer' || cell.kind === 'rate';
