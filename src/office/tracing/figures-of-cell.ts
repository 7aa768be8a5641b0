/** From a cell of a submission up: the figures of its unit that it stands behind. */
import type { FigureId } from '../../model.js';
import type { TracedRun } from './traced-run.js';

export interface CellOfUnit {
  readonly unit: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly field: string;
}

/** Every indicator of the unit in whose trace the cell stands. */
export function figuresOfCell(
  { unit, file, sheet, row, field }: CellOfUnit,
  run: TracedRun,
): readonly FigureId[] {
  return run.results.indicators.flatMap(({ id, kind }) => {
    const sources = run.inputOf(id)?.sourcesOf(unit);
    const cells = [...(sources?.n.cells ?? []), ...(sources?.d?.cells ?? [])];
    const stands = cells.some(
      (cell) => cell.field === field && cell.row === row && cell.file === file && cell.sheet === sheet,
    );
    return stands ? [{ unit, indicator: id, quantity: kind === 'rate' ? 'rate' : 'n' }] : [];
  });
}
