/** Gathers what goes into the cells of one sheet, and says afterwards what did not. */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import type { CellPlace } from '../../submission/layout/value-column.js';
import type { SheetGrid } from '../../submission/layout/sheet-grid.js';
import { listed, shortened } from '../../submission/listed.js';
import { isBlankText } from '../../submission/own-form/form-slots.js';
import { groupBy } from '../../values/groups.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import { inner } from '../../values/inner-quotes.js';
import type { FilledCell } from '../../writers/filling/fill-workbook.js';
import type { Figure } from './result-figures.js';

const NAMED = 8;

/** A cell and what is said of it. */
interface Remark {
  readonly cell: string;
  readonly why: string;
}

export class FillLog {
  readonly cells: FilledCell[] = [];
  private readonly file: string;
  private readonly sheet: string;
  private readonly left: Remark[] = [];
  private readonly stays: Remark[] = [];
  private readonly partial: Remark[] = [];
  private readonly lacking: Finding[] = [];

  constructor(file: string, sheet: string) {
    this.file = file;
    this.sheet = sheet;
  }

  /** `isAsked`: that there is no figure is told; a total or a figure of last year may be missing. */
  put(grid: SheetGrid, place: CellPlace, figure: Figure, isAsked: boolean): void {
    const cell = cellAddress(place.row, place.column);
    const there = grid.at(place.row, place.column);
    // The form calculates it.
    if (there?.formula === true) return;
    if (figure.kind === 'none') {
      if (isAsked) this.left.push({ cell, why: figure.why });
      return;
    }
    const said = figure.kind === 'value' ? figure.number : figure.text;
    if (there !== undefined && !isBlankText(there.raw)) {
      if (there.raw.replace(/\.0+$/u, '') !== said) this.kept(grid, place);
      return;
    }
    if (figure.kind === 'value' && figure.partOf !== undefined)
      this.partial.push({ cell, why: figure.partOf });
    const value = figure.kind === 'value' ? { number: said } : { text: said };
    this.cells.push({ sheet: this.sheet, ...place, value });
  }

  /** What stands there stays, and is told; a blank cell says nothing. */
  kept(grid: SheetGrid, { row, column }: CellPlace): void {
    const there = grid.at(row, column);
    if (there !== undefined && !isBlankText(there.raw))
      this.stays.push({ cell: cellAddress(row, column), why: shortened(there.raw) });
  }

  name(place: CellPlace, text: string): void {
    this.cells.push({ sheet: this.sheet, ...place, value: { text } });
  }

  number(place: CellPlace, number: string): void {
    this.cells.push({ sheet: this.sheet, ...place, value: { number } });
  }

  blank(place: CellPlace): void {
    this.cells.push({ sheet: this.sheet, ...place, value: 'blank' });
  }

  unknownRow({ row, column }: CellPlace, text: string): void {
    this.left.push({
      cell: cellAddress(row, column),
      why: `không rõ “${inner(shortened(text))}” là đơn vị nào`,
    });
  }

  notMapped(places: readonly CellPlace[]): void {
    for (const { row, column } of places)
      this.left.push({ cell: cellAddress(row, column), why: 'chưa gắn với chỉ tiêu nào' });
  }

  /** `what`: the table has a row, or a column, for each name. */
  withoutPlace(names: readonly string[], what: 'dòng' | 'cột', after: CellPlace): void {
    if (names.length === 0) return;
    const at = placeIn(this.file, this.sheet, cellAddress(after.row, after.column));
    const parameters = { sheet: this.sheet, what, count: names.length, names: listed(names, 'tên', NAMED) };
    this.lacking.push(finding('own-form/places-lacking', at, parameters));
  }

  /** One for each kind of cells, with the first of them. */
  findings(): readonly Finding[] {
    const { file, sheet } = this;
    const at = (cells: readonly Remark[]) => placeIn(file, sheet, cells[0]?.cell);
    const shown = (cells: readonly Remark[]): string =>
      listed(
        cells.map(({ cell, why }) => `${cell} (${why})`),
        'ô',
        NAMED,
      );
    const blank = [...groupBy(this.left, ({ why }) => why)].map(([why, cells]) => {
      const named = cells.map(({ cell }) => cell);
      const parameters = { count: cells.length, sheet, why, cells: listed(named, 'ô', NAMED) };
      return finding('own-form/left-blank', at(cells), parameters, { rowKey: why });
    });
    const remarksOf = (
      code: 'own-form/of-some-units' | 'own-form/kept-content',
      cells: readonly Remark[],
    ): readonly Finding[] =>
      cells.length === 0
        ? []
        : [finding(code, at(cells), { count: cells.length, sheet, cells: shown(cells) })];
    return [
      ...this.lacking,
      ...blank,
      ...remarksOf('own-form/of-some-units', this.partial),
      ...remarksOf('own-form/kept-content', this.stays),
    ];
  }
}
