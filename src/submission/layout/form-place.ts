/** Everything a reader of one form in one sheet needs to know, and how it names places and rows in findings. */
import { cellAddress, placeIn } from '../../values/cell-address.js';
import type { FindingSubject } from '../../findings/finding.js';
import type { FieldDefinition, FieldId, RawCell, SourceRef } from '../../model.js';
import { shortened } from '../listed.js';
import type { FormulaCheck } from '../formulas/formula-check.js';
import type { SheetGrid } from './sheet-grid.js';
import { inner } from '../../values/inner-quotes.js';

export interface FormPlace {
  readonly file: string;
  readonly grid: SheetGrid;
  readonly form: string;
  /** Title of the form for messages: "Biểu 01". */
  readonly formTitle: string;
  readonly fields: readonly FieldDefinition[];
  /** Those of them that are not asked of the unit in the period: read where they stand, never missed. */
  readonly notAsked?: ReadonlySet<FieldId>;
  /** Unit and period once known, for the ids of findings. */
  readonly subject: Pick<FindingSubject, 'unit' | 'period'>;
  /** First cell of each field by the hidden identity sheet; empty without one. */
  readonly identityPlaces: ReadonlyMap<FieldId, { readonly row: number; readonly column: number }>;
  /** The formulas of the workbook; a CSV file has none. */
  readonly formulas?: FormulaCheck;
  /** Rows and columns of the grid changed places: areas stand side by side in the sheet. */
  readonly turned?: true;
}

/** A cell of the grid where it stands in the sheet, as formulas and sentences know it; places of findings are turned back. */
export const inSheet = ({ turned }: Pick<FormPlace, 'turned'>, cell: RawCell): RawCell =>
  turned === true ? { ...cell, row: cell.column, column: cell.row } : cell;

export function addressOf(place: Pick<FormPlace, 'turned'>, cell: RawCell): string {
  const { row, column } = inSheet(place, cell);
  return cellAddress(row, column);
}

export const refOf = (place: FormPlace, row: number, column: number): SourceRef =>
  placeIn(place.file, place.grid.sheet.name, cellAddress(row, column));

/** What a field is called inside quotes. */
export const labelOf = (place: FormPlace, id: FieldId): string =>
  inner(place.fields.find((field) => field.id === id)?.label ?? id);

/** The whole sheet, for findings that have no cell of their own. */
export const sheetRef = (place: FormPlace): SourceRef => placeIn(place.file, place.grid.sheet.name);

export const formSubject = (place: FormPlace): FindingSubject => ({ ...place.subject, form: place.form });

/** How a row is named in a sentence: by its own label, else by its number. */
export const rowName = (row: { readonly label: string; readonly sheetRow: number }): string =>
  row.label === '' ? `dòng ${row.sheetRow}` : shortened(row.label);
