/** Columns of a table by unit, and their cells: a unit's own, a sum over shown cells, a rate over units with both sides. */
import { addSafely } from '../../values/exact-rate.js';
import { formatFigure, formatScaled } from '../../values/number-format.js';
import type { MeasureRecord, TableCell, TableColumn } from '../../model.js';
import type { Frame } from '../prose/frame.js';
import { fractionOf } from '../prose/prose.js';
import type { ColumnDeclaration } from '../wording/annex-declarations.js';
import { declaredColumn, figureCell, textCell } from './table-maker.js';
import { defined } from '../../values/defined.js';

type Measures = Readonly<Record<string, MeasureRecord>>;

export interface UnitColumn {
  readonly declaration: ColumnDeclaration;
  readonly column: TableColumn;
  /** Base of a rate, in words. */
  readonly base?: string;
  /** The rate of which it is a side: sums hold the units that have both sides, so that they divide to the rate. */
  readonly pair?: { readonly rate: string; readonly side: 'n' | 'd' };
  /** What each unit gave where no sum is made of it. */
  readonly given?: (unit: string) => TableCell;
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
  const columns = withOwnBases(frame, declared);
  for (const { id, source } of columns)
    if (source.kind === 'count' && !declared.some((one) => one.id === id)) shown.add(id);
  return columns.flatMap((declaration): readonly UnitColumn[] => {
    const { source } = declaration;
    if (source.kind === 'count')
      return shown.has(declaration.id)
        ? [{ ...countColumn(frame, declaration), ...pairOf(frame, declaration, columns) }]
        : [];
    if (source.kind === 'given') return [givenColumn(frame, declaration, source.field)];
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

function givenColumn({ results, words }: Frame, declaration: ColumnDeclaration, field: string): UnitColumn {
  const shown = results.fields.find(({ id }) => id === field) ?? { scale: 0 };
  const given = (unit: string): TableCell => {
    const { state, value } = results.own[unit]?.[field] ?? {};
    if (state === 'value' && typeof value === 'number') return textCell(formatFigure(value, shown));
    return { kind: state === 'notApplicable' ? 'notApplicable' : 'missing' };
  };
  return { declaration, column: { ...declaredColumn(declaration, words), kind: 'text' }, given };
}

/** The rate a column is a side of, where somebody has that rate. */
function pairOf(
  { results }: Frame,
  { id }: ColumnDeclaration,
  columns: readonly ColumnDeclaration[],
): Pick<UnitColumn, 'pair'> {
  for (const { source } of columns) {
    if (source.kind !== 'rate' || !source.of.includes(id)) continue;
    if (!isReported(results.measures[results.unit]?.[source.indicator])) return {};
    return { pair: { rate: source.indicator, side: source.of[0] === id ? 'n' : 'd' } };
  }
  return {};
}

/** Two rates over one column of bases: where other units have the one than the other, the second gets a base of its own. */
function withOwnBases(frame: Frame, declared: readonly ColumnDeclaration[]): readonly ColumnDeclaration[] {
  const first = new Map<string, string>();
  const bases = new Map<string, ColumnDeclaration>();
  const rates = declared.map((declaration): ColumnDeclaration => {
    const { source } = declaration;
    if (source.kind !== 'rate') return declaration;
    const [over, under] = source.of;
    const other = first.get(under);
    first.set(under, other ?? source.indicator);
    const shared = declared.find(({ id }) => id === under);
    if (other === undefined || shared === undefined || sameUnits(frame, other, source.indicator))
      return declaration;
    const base: ColumnDeclaration = {
      ...shared,
      // The group of the rate; without one it stands alone.
      ...defined({ group: declaration.group }),
      id: `${under}.${source.indicator}`,
      source: { kind: 'count', side: 'd', indicators: [source.indicator] },
    };
    bases.set(over, base);
    return { ...declaration, source: { ...source, of: [over, base.id] } };
  });
  return rates.flatMap((one) => {
    const base = bases.get(one.id);
    return base === undefined ? [one] : [base, one];
  });
}

const sameUnits = ({ results, leaves }: Frame, one: string, other: string): boolean =>
  leaves.every(
    ({ code }) => isReported(results.measures[code]?.[one]) === isReported(results.measures[code]?.[other]),
  );

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

/** The cell of a unit that reports itself; in brackets what has no other side and is in no sum. */
export function leafCell(
  { declaration: { source }, column, pair, given }: UnitColumn,
  measures: Measures | undefined,
  unit: string,
): TableCell {
  if (given !== undefined) return given(unit);
  if (source.kind === 'rate')
    return rateFigure(unit, source.indicator, rateCell(measures?.[source.indicator]));
  if (source.kind !== 'count') return { kind: 'none' };
  const known = source.indicators.filter((id) => measures?.[id] !== undefined);
  const indicator = known.find((id) => isReported(measures?.[id]));
  const measure = indicator === undefined ? undefined : measures?.[indicator];
  const value = source.side === 'n' ? measure?.n : measure?.d;
  const [asked = source.indicators[0]] = known;
  if (value === undefined || indicator === undefined)
    return asked === undefined
      ? absentCell(undefined)
      : figureCell(absentCell(measures?.[asked]), { unit, indicator: asked, quantity: source.side });
  const figure = { unit, indicator, quantity: source.side };
  return pair !== undefined && !isReported(measures?.[pair.rate])
    ? { kind: 'text', text: `(${formatScaled(value, column.decimals ?? 0)})`, aside: value, figure }
    : { kind: 'integer', value, figure };
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
export function absentCell(measure: MeasureRecord | undefined): TableCell {
  if (measure?.state === 'pending') return { kind: 'pending' };
  return { kind: measure?.state === 'notApplicable' ? 'notApplicable' : 'missing' };
}

/** The cell of a subtotal or total: counts are the sum of the unit cells shown, rates the node's own measure. */
export function sumCell(
  { declaration: { source }, pair, given }: UnitColumn,
  unitCells: readonly TableCell[],
  measures: Measures | undefined,
  unit: string,
): TableCell {
  if (given !== undefined) return { kind: 'none' };
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
  const [indicator] = source.kind === 'count' ? source.indicators : [];
  if (sum === undefined && indicator !== undefined && source.kind === 'count')
    return figureCell(sumOfNone(unitCells), { unit, indicator, quantity: source.side });
  if (sum === undefined) return sumOfNone(unitCells);
  return { kind: 'integer', value: sum, ...sumFigure(source, sum, measures, unit, pair) };
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
  pair: UnitColumn['pair'],
): Pick<TableCell, 'figure'> {
  if (source.kind !== 'count') return {};
  const { side } = source;
  const same = source.indicators.find((id) => measures?.[id]?.[side] === sum);
  if (same === undefined && pair !== undefined && measures?.[pair.rate]?.[pair.side] === sum)
    return { figure: { unit, indicator: pair.rate, quantity: pair.side } };
  const indicator = same ?? source.indicators[0];
  if (indicator === undefined) return {};
  return { figure: { unit, indicator, quantity: same === undefined ? `${side}Sum` : side } };
}

const isFigure = (cell: TableCell): boolean => cell.kind === 'integer' || cell.kind === 'rate';
