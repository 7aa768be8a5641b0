/** Figures beside which another unit of measure is stated than their field has: one finding for all that one cell says it of. */
import { finding } from '../../findings/finding.js';
import type { FieldDefinition, Finding, RawCell } from '../../model.js';
import { addTo } from '../../values/groups.js';
import { inner } from '../../values/inner-quotes.js';
import { addressOf, formSubject, refOf, rowName, type FormPlace } from '../layout/form-place.js';
import { listed } from '../listed.js';
import type { CellReading } from '../cells/read-cell.js';
import { seenAndStored, type RowNamed } from './cell-finding.js';
import { StatedUnits, type StatedUnit } from './stated-units.js';

interface OtherUnit {
  readonly field: FieldDefinition;
  readonly row: RowNamed;
  readonly cell: RawCell;
  readonly stated: StatedUnit;
}

const SHOWN = 4;

/** `isLine`: the field is a line of its form, so that the unit may stand in the line itself. */
export class OtherUnits {
  private readonly byStatement = new Map<string, OtherUnit[]>();
  private readonly place: FormPlace;
  private readonly isLine: (field: FieldDefinition) => boolean;
  private readonly units: StatedUnits;

  constructor(place: FormPlace, isLine: (field: FieldDefinition) => boolean) {
    this.place = place;
    this.isLine = isLine;
    this.units = new StatedUnits(place.grid);
  }

  /** Takes a figure that can be read and is another number than it seems, as what is stated beside it says. */
  takes(field: FieldDefinition, row: RowNamed, cell: RawCell, { state, number = 0 }: CellReading): boolean {
    const stated =
      state === 'value' && number !== 0 ? this.units.other(field, cell, this.isLine(field)) : undefined;
    if (stated === undefined) return false;
    // A column "Đơn vị tính" says it line by line.
    const said =
      stated.cell.row === cell.row ? String(stated.cell.column) : addressOf(this.place, stated.cell);
    const key = `${said} ${stated.unit} ${field.unit ?? ''}`;
    addTo(this.byStatement, key, { field, row, cell, stated });
    return true;
  }

  findings(): readonly Finding[] {
    return [...this.byStatement.values()].flatMap((of) => this.findingOf(of));
  }

  private nameOf({ field, row }: OtherUnit): string {
    return this.isLine(field) ? `“${inner(field.label)}”` : rowName(row);
  }

  private findingOf(of: readonly OtherUnit[]): readonly Finding[] {
    const [first] = of;
    if (first === undefined) return [];
    const { place } = this;
    const [{ field, row, cell, stated }] = [first];
    const fields = [...new Set(of.map((one) => one.field))];
    const places = new Set([...of.map((one) => one.stated.cell), ...of.slice(1).map((one) => one.cell)]);
    const ofOne =
      of.length === 1 ? { ...(row.key === '' ? {} : { rowKey: row.key }), actual: seenAndStored(cell) } : {};
    return [
      finding(
        'cell/other-unit',
        refOf(place, cell.row, cell.column),
        {
          cell: listed(
            [...new Set(of.map((one) => addressOf(place, one.stated.cell)))],
            'ô',
            SHOWN,
          ).replaceAll(';', ','),
          stated: inner(stated.unit),
          fields: listed(
            fields.map(({ label }) => `“${inner(label)}”`),
            'chỉ tiêu',
            SHOWN,
          ),
          unit: field.unit ?? 'số lượng',
          count: of.length,
          figures: listed(
            of.map((one) => `${this.nameOf(one)} ghi ${seenAndStored(one.cell)}`),
            'số',
            SHOWN,
          ),
        },
        {
          ...formSubject(place),
          ...ofOne,
          fields: fields.map(({ id }) => id),
          related: [...places].map((one) => refOf(place, one.row, one.column)),
        },
      ),
    ];
  }
}
