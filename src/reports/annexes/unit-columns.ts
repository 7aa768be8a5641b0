/** Columns of a table by unit, and their cells: a unit's own, a sum over shown cells, a rate over units with both sides. */
import { addSafely } from '../../exact-rate.js';
import type { MeasureRecord, TableCell, TableColumn } from '../../model.js';
import type { Frame } from '../frame.js';
import { fractionOf } from '../teller.js';
import type { ColumnDeclaration } from './annex-declarations.js';

type Measures = Readonly<Record<string, MeasureRecord>>;

export interface UnitColumn {
  readonly declaration: ColumnDeclaration;
  readonly column: TableColumn;
  /** Base of a rate, in words. */
  readonly base?: string;
}

/** Columns whose indicators the criteria set of the run has; rates need both of their columns. */
export function unitColumns(frame: Frame, declared: readonly ColumnDeclaration[]): readonly UnitColumn[] {
  const counts = declared.filter(({ source }) => source.kind === 'count' && hasAny(frame, source.indicators));
  const shown = new Set(counts.map(({ id }) => id));
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
          ...headerOf(frame, declaration),
          kind: 'rate',
          decimals: frame.decimals,
          rateOf: source.of,
        },
        ...(indicator.baseLabel === undefined ? {} : { base: indicator.baseLabel }),
      },
    ];
  });
}

const hasAny = (frame: Frame, ids: readonly string[]): boolean =>
  ids.some((id) => frame.results.indicators.some((one) => one.id === id));

const headerOf = (frame: Frame, declaration: ColumnDeclaration): Omit<TableColumn, 'kind'> => ({
  id: declaration.id,
  header: declaration.header(frame.words),
  ...(declaration.group === undefined ? {} : { group: declaration.group(frame.words) }),
  ...(declaration.width === undefined ? {} : { width: declaration.width }),
});

function countColumn(frame: Frame, declaration: ColumnDeclaration): UnitColumn {
  const { source } = declaration;
  const id = source.kind === 'count' && source.side === 'n' ? source.indicators[0] : undefined;
  const scale = frame.results.indicators.find((one) => one.id === id)?.scale;
  const kind = scale === undefined || scale === 0 ? 'count' : 'amount';
  return {
    declaration,
    column: {
      ...headerOf(frame, declaration),
      kind,
      ...(kind === 'amount' && scale !== undefined ? { decimals: scale } : {}),
    },
  };
}

/** The cell of a unit that reports itself. */
export function leafCell({ declaration: { source } }: UnitColumn, measures: Measures | undefined): TableCell {
  if (source.kind === 'rate') return rateCell(measures?.[source.indicator]);
  if (source.kind === 'listed') return { kind: 'none' };
  const candidates = source.indicators.flatMap((id) => measures?.[id] ?? []);
  const heard = candidates.find(({ reported }) => reported > 0);
  const value = source.side === 'n' ? heard?.n : heard?.d;
  return value === undefined ? absentCell(candidates[0]) : { kind: 'integer', value };
}

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
): TableCell {
  if (source.kind === 'rate') {
    const cell = rateCell(measures?.[source.indicator]);
    return cell.kind === 'rate' ? cell : { kind: unitCells.some(isFigure) ? 'none' : 'missing' };
  }
  let sum: number | undefined;
  for (const cell of unitCells) {
    if (cell.kind !== 'integer') continue;
    sum = sum === undefined ? cell.value : addSafely(sum, cell.value);
    if (sum === undefined) return { kind: 'missing' };
  }
  return sum === undefined ? { kind: 'missing' } : { kind: 'integer', value: sum };
}

const isFigure = (cell: TableCell): boolean => cell.kind === 'integer' || cell.kind === 'rate';
