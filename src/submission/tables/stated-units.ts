/**
 * The unit of measure that a sender states beside a figure, where it is another than the field's: "nghìn đồng" in the line, in
 * brackets in the header of the column, or above the table. The figure is then another number than it seems.
 */
import type { FieldDefinition, RawCell } from '../../model.js';
import { inAMillion } from '../../values/money-units.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import type { SheetGrid } from '../layout/sheet-grid.js';

export interface StatedUnit {
  readonly unit: string;
  readonly cell: RawCell;
}

/** "Kinh phí (nghìn đồng)", "Kinh phí - ĐVT: nghìn đồng": the unit in a header. */
const IN_HEADER =
  /(?:\(\s*(?:(?:đvt|đơn vị(?: tính)?)\s*:?\s*)?|(?:đvt|đơn vị tính)\s*:\s*)([^():]{1,20}?)\s*\)?$/iu;
/** "Đơn vị tính: nghìn đồng" above a table. */
const IN_TITLE = /^\(?\s*(?:đvt|đơn vị(?: tính)?)\s*:\s*([^():]{1,20}?)\s*\)?$/iu;
/** Longer texts state no unit. */
const LONGEST = 200;

/** By column of a sheet: what its header states, else what stands above the table. */
export class StatedUnits {
  private readonly grid: SheetGrid;
  private readonly columns = new Map<string, StatedUnit | undefined>();

  constructor(grid: SheetGrid) {
    this.grid = grid;
  }

  /** `isLine`: the fields of the form are lines, so that the unit may stand in the line itself. */
  other(field: FieldDefinition, at: RawCell, isLine: boolean): StatedUnit | undefined {
    if (field.type !== 'amount' && field.type !== 'count') return undefined;
    const inLine = isLine ? this.inLine(field, at) : undefined;
    if (inLine !== undefined) return inLine;
    const key = `${field.id} ${String(at.column)}`;
    if (!this.columns.has(key)) this.columns.set(key, this.overColumn(field, at));
    return this.columns.get(key);
  }

  private inLine(field: FieldDefinition, at: RawCell): StatedUnit | undefined {
    const cell = this.grid
      .inRow(at.row)
      .find(
        ({ kind, column, raw }) =>
          kind === 'text' && column !== at.column && isOtherUnit(field, cleanText(raw)) === true,
      );
    return cell === undefined ? undefined : { unit: cleanText(cell.raw), cell };
  }

  private overColumn(field: FieldDefinition, at: RawCell): StatedUnit | undefined {
    let above: StatedUnit | undefined;
    for (const row of this.grid.rows) {
      if (row >= at.row) break;
      for (const cell of this.grid.inRow(row)) {
        if (cell.kind !== 'text' || cell.raw.length > LONGEST) continue;
        const isOver = cell.column === at.column;
        const text = cleanText(cell.raw).normalize('NFC');
        const unit = (isOver ? IN_HEADER.exec(text)?.[1] : undefined) ?? IN_TITLE.exec(text)?.[1];
        const isOther = unit === undefined ? undefined : isOtherUnit(field, unit);
        if (unit === undefined || isOther === undefined) continue;
        if (isOver && !isOther) return undefined;
        // "%" over a whole sheet heads the shares among its columns.
        if (isOther && (isOver || unit !== '%')) above = { unit, cell };
      }
    }
    return above;
  }
}

/** Undefined for what is no unit that could be another: "hộ", "lễ hội", a name. */
function isOtherUnit({ unit = '' }: FieldDefinition, said: string): boolean | undefined {
  if (said === '%') return unit !== '%';
  const [own, other] = [inAMillion(unit), inAMillion(said)];
  if (own !== undefined && other !== undefined) return own !== other;
  // "Nghìn hộ" for a number of households.
  const [, of] = /^(?:nghin|ngan|1000|1\.000|trieu) (.+)$/u.exec(foldMarks(said)) ?? [];
  return own === undefined && of !== undefined && of === foldMarks(unit) ? true : undefined;
}
