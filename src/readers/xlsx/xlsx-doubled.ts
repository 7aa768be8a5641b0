/** Notices rows and cells that a sheet stores twice: two readers would take two different figures. */
import { cellAddress } from '../../values/cell-address.js';

const SHOWN = 5;

/** One bit per row of a sheet, one entry per cell of the current row. */
export class DoubledPlaces {
  count = 0;
  readonly examples: string[] = [];
  private readonly rows = new Uint8Array(1 << 17);
  private readonly columns = new Set<number>();

  row(row: number): void {
    const bit = 1 << (row & 7);
    const at = row >> 3;
    const byte = this.rows[at] ?? 0;
    if ((byte & bit) !== 0) this.note(String(row));
    this.rows[at] = byte | bit;
    this.columns.clear();
  }

  cell(row: number, column: number): void {
    if (this.columns.has(column)) this.note(cellAddress(row, column));
    this.columns.add(column);
  }

  private note(place: string): void {
    this.count += 1;
    if (this.examples.length < SHOWN) this.examples.push(place);
  }
}
