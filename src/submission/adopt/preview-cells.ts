/** What the office looks at before an adopted form is used: every cell that would be read, with its field and a sample figure. */
import { largest } from '../../values/of-many.js';
import type { CriteriaSet, FieldDefinition, OwnForm, RawFile } from '../../model.js';
import { locateLines } from '../own-form/locate-lines.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { ownSheets } from '../own-form/own-sheets.js';
import { filledCells } from '../own-form/filled-cells.js';
import { slotsOf } from '../own-form/form-slots.js';
import { blankPlace } from '../own-form/misfits.js';

export interface PreviewCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The cells of the first row of each table, and of every line; `set`: with the form joined to it. */
export function previewCells(file: RawFile, set: CriteriaSet, year: number): readonly PreviewCell[] {
  const fields = new Map(set.fields.map((field) => [field.id, field]));
  let sample = 0;
  const textOf = (id: string): string => {
    sample += 1;
    return `${id} = ${sampleOf(fields.get(id), sample)}`;
  };
  return ownSheets(file, allForms(set), year).flatMap((own) =>
    own.tables.flatMap((located) => [...linesOf(own, located, textOf), ...columnsOf(own, located, textOf)]),
  );
}

/** A list of households is filled: its rows name people, who are neither stored nor printed. */
export const namesPeople = (file: RawFile, set: CriteriaSet, year: number): boolean =>
  ownSheets(file, allForms(set), year).some((own) =>
    own.tables.some((located) => located.table.rows === 'household' && filledCells(own, located).length > 0),
  );

const allForms = ({ own }: CriteriaSet): readonly OwnForm[] => [
  ...(own?.forms ?? []),
  ...(own?.summaries ?? []),
];

const sampleOf = (field: FieldDefinition | undefined, sample: number): string =>
  field?.choices?.[0]?.label ?? String(100 + sample);

function columnsOf(
  own: OwnSheet,
  located: LocatedTable,
  textOf: (id: string) => string,
): readonly PreviewCell[] {
  if (located.table.rows === 'indicator' || located.table.across === true) return [];
  // A blank form has words only in its total, which is the first row of nothing.
  const row = slotsOf(own, located).slots[0]?.line ?? located.lastRow + 1;
  return [...located.columns].flatMap(([{ indicator, field = indicator, answer }, column]) => {
    if (field === undefined) return [];
    const text = answer === undefined ? textOf(field) : `${field} = ${answer}: x`;
    return [{ sheet: own.sheet.name, row, column, text }];
  });
}

function linesOf(
  own: OwnSheet,
  located: LocatedTable,
  textOf: (id: string) => string,
): readonly PreviewCell[] {
  const { table, columns, key = 1 } = located;
  if (table.lines === undefined) return [];
  const actual = [...columns].find(([{ role = 'actual' }]) => role === 'actual')?.[1];
  const last = largest(columns.values(), key);
  const column = table.across === true ? last + 1 : actual;
  if (column === undefined) return [];
  return [...locateLines(own, located, blankPlace(own, located)).rows].map(([field, row]) => ({
    sheet: own.sheet.name,
    row,
    column,
    text: textOf(field),
  }));
}
