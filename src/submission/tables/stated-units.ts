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
/** "Đơn vị tính: nghìn đồng" above a table, "KINH PHÍ NĂM 2024 (đơn vị: nghìn đồng)". */
const IN_TITLE = /(?:^|\()\s*(?:đvt|đơn vị(?: tính)?)\s*:\s*([^():]{1,30}?)\s*\)?$/iu;
/** "Ngân sách cấp xã (nghìn đồng)": the unit behind the words of a line. */
const IN_LABEL = /\S\s*\(\s*([^():]{1,20}?)\s*\)$/u;
/** "đơn vị: nghìn đồng", "tính bằng nghìn đồng": what a remark behind a figure says of its row. */
const IN_REMARK =
  /(?:^|[\s(,;.])(?:đvt|đơn vị(?: tính)?|(?:tính|ghi|nhập) (?:bằng|theo)(?: đơn vị)?)\s*:?\s*([^():,;.]{1,20}?)\s*(?:[),;.]|$)/iu;
/** "74 nghìn đồng", beside 74. */
const NUMBER_AND_UNIT = /^(\d[\d.,]*)\s*([^\d\s][^():,;]{0,19})$/u;
/** A figure as it is typed, and the code of a line: "K8". */
const FIGURE = /^\d[\d.,]*$/u;
const CODE = /^[A-Z]{1,2}\.?\d{1,3}$/u;
/** "Số hộ", "Tổng số", "SL": what is counted, below a heading of counts and shares. */
const COUNTED = /^(?:tong )?(?:so|sl)(?![a-z])/u;
/** Longer texts state no unit. */
const LONGEST = 200;

/** A cell that states a unit as a title does or as a header does, or heads a count. */
interface Stated {
  readonly cell: RawCell;
  readonly title: string | undefined;
  readonly inHeader: string | undefined;
  readonly isCounted: boolean;
}

/** What is compared with a stated unit. */
export type Measured = Pick<FieldDefinition, 'id' | 'type' | 'unit'>;

/** What the cells of a row may say of units, by sheet: looked for once, since every column asks for what stands above it. */
const ROWS_STATED = new WeakMap<SheetGrid, Map<number, readonly Stated[]>>();

/** By column of a sheet: what its header states, else what stands above the table. */
export class StatedUnits {
  private readonly grid: SheetGrid;
  private readonly columns = new Map<string, StatedUnit | undefined>();

  constructor(grid: SheetGrid) {
    this.grid = grid;
  }

  /** `isLine`: the fields of the form are lines, so that the unit may stand in the line itself. */
  other(field: Measured, at: RawCell, isLine: boolean): StatedUnit | undefined {
    if (field.type !== 'amount' && field.type !== 'count') return undefined;
    const inRow = (isLine ? this.inLine(field, at) : undefined) ?? this.inRemark(field, at);
    if (inRow !== undefined) return inRow;
    const key = `${field.id} ${String(at.column)}`;
    if (!this.columns.has(key)) this.columns.set(key, this.overColumn(field, at));
    return this.columns.get(key);
  }

  private inLine(field: Measured, at: RawCell): StatedUnit | undefined {
    const said = this.grid.inRow(at.row).flatMap((cell) => {
      if (cell.kind !== 'text' || cell.column === at.column || cell.raw.length > LONGEST) return [];
      const text = cleanText(cell.raw).normalize('NFC');
      const behind = cell.column < at.column ? IN_LABEL.exec(text)?.[1] : undefined;
      return [text, ...(behind === undefined || behind === '%' ? [] : [behind])].map((unit) => ({
        unit,
        cell,
      }));
    });
    // A line that says the unit of its field says nothing else by "%" in a column of its own.
    const own = foldMarks(field.unit ?? '');
    const isStated = own !== '' && said.some(({ unit }) => foldMarks(unit) === own);
    return said.find(({ unit }) => isOtherUnit(field, unit) === true && !(isStated && unit === '%'));
  }

  /** A remark in the row of the figure: "đơn vị: nghìn đồng", or the number again with another unit. */
  private inRemark(field: Measured, at: RawCell): StatedUnit | undefined {
    for (const cell of this.grid.inRow(at.row)) {
      if (cell.kind !== 'text' || cell.column <= at.column || cell.raw.length > LONGEST) continue;
      const text = cleanText(cell.raw).normalize('NFC');
      const [, number, behind] = NUMBER_AND_UNIT.exec(text) ?? [];
      const unit = IN_REMARK.exec(text)?.[1] ?? (number === at.raw ? behind : undefined);
      if (unit !== undefined && unit !== '%' && isOtherUnit(field, unit) === true) return { unit, cell };
    }
    return undefined;
  }

  private overColumn(field: Measured, at: RawCell): StatedUnit | undefined {
    let above: StatedUnit | undefined;
    for (const row of this.grid.rows) {
      if (row >= at.row) break;
      const stated = this.statedIn(row);
      if (stated.length === 0) continue;
      const merge = this.grid.mergeOver(row, at.column);
      for (const { cell, title, inHeader, isCounted } of stated) {
        const isOver = cell.column === at.column;
        // "Hộ nghèo (%)" over "Số hộ" and "Tỷ lệ" is said of the shares.
        if (isOver && above?.unit === '%' && isCounted) above = undefined;
        const isAround = isOver || merge?.left === cell.column;
        if (!isAround && this.isOfRow(row, at.column)) continue;
        const unit = (isAround ? inHeader : undefined) ?? title;
        const isOther = unit === undefined ? undefined : isOtherUnit(field, unit);
        if (unit === undefined || isOther === undefined) continue;
        if (isOver && !isOther && title === undefined) return undefined;
        // Another table of the sheet may have had another unit above it.
        if (!isOther) above = undefined;
        // "%" over a whole sheet, or over several columns, heads the shares among its columns.
        else if (isOver || unit !== '%') above = { unit, cell };
      }
    }
    return above;
  }

  /**
   * A line with its code, or a row that has a figure, below the heading of the column: a remark in it is said of it alone. Beside
   * "PL1" or "02" above the header it is said of all; a code and a figure make a line in a list without a header too.
   */
  private isOfRow(row: number, column: number): boolean {
    const cells = this.grid.inRow(row);
    const hasCode = CODE.test(cells[0]?.raw.trim() ?? '');
    const own = cells.find((cell) => cell.column === column);
    const isFigure = own !== undefined && (own.kind === 'number' || FIGURE.test(own.raw.trim()));
    return (hasCode && isFigure) || ((hasCode || isFigure) && this.isHeaded(row, column));
  }

  private isHeaded(row: number, column: number): boolean {
    return this.grid.rows.some(
      (above) =>
        above < row &&
        this.grid
          .inRow(above)
          .some((cell) => cell.column === column && cell.kind === 'text' && !FIGURE.test(cell.raw)),
    );
  }

  private statedIn(row: number): readonly Stated[] {
    const rows = ROWS_STATED.get(this.grid) ?? new Map<number, readonly Stated[]>();
    ROWS_STATED.set(this.grid, rows);
    const known = rows.get(row);
    if (known !== undefined) return known;
    const stated = this.grid.inRow(row).flatMap((cell) => {
      if (cell.kind !== 'text' || cell.raw.length > LONGEST) return [];
      const text = cleanText(cell.raw).normalize('NFC');
      const [title, inHeader] = [IN_TITLE.exec(text)?.[1], IN_HEADER.exec(text)?.[1]];
      const isCounted = COUNTED.test(foldMarks(text).toLowerCase());
      return title === undefined && inHeader === undefined && !isCounted
        ? []
        : [{ cell, title, inHeader, isCounted }];
    });
    rows.set(row, stated);
    return stated;
  }
}

/** "Đồng, lễ hội": of several units the one that the field's may be mistaken for. */
function isOtherUnit(field: Measured, said: string): boolean | undefined {
  const units = said.split(/[,;]/u).map((one) => one.trim());
  // "Hộ, %" over a count and its share.
  const all = units.map((unit) => (unit === '%' && units.length > 1 ? undefined : isOtherOf(field, unit)));
  return all.includes(false) ? false : all.find((one) => one !== undefined);
}

/** Undefined for what is no unit that could be another: "hộ", "lễ hội", a name. */
function isOtherOf({ unit = '' }: Measured, said: string): boolean | undefined {
  if (said === '%') return unit !== '%';
  const [own, other] = [inAMillion(unit), inAMillion(said)];
  if (own !== undefined && other !== undefined) return own !== other;
  // "Nghìn hộ" for a number of households.
  const [, of] = /^(?:nghin|ngan|1000|1\.000|trieu) (.+)$/u.exec(foldMarks(said)) ?? [];
  return own === undefined && of !== undefined && of === foldMarks(unit) ? true : undefined;
}
