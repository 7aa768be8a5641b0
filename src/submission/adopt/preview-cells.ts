/** What the office looks at before an adopted form is used: every cell that would be read, with its field and a sample figure. */
import { largest } from '../../values/of-many.js';
import type { CellMark, CriteriaSet, FieldDefinition, OwnForm, RawFile } from '../../model.js';
import { locateLines } from '../own-form/locate-lines.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { ownSheets } from '../own-form/own-sheets.js';
import { filledCells } from '../own-form/filled-cells.js';
import { slotsOf } from '../own-form/form-slots.js';
import { blankPlace } from '../own-form/misfits.js';
import { cellAddress } from '../../values/cell-address.js';
import { upperFirst } from '../../values/vietnamese-text.js';
import type { Doubt } from './proposing.js';

export interface PreviewCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Preview {
  readonly cells: readonly PreviewCell[];
  /** What each of them is in words, and which columns are not read. */
  readonly marks: readonly CellMark[];
}

/** The cells of the first row of each table, and of every line; `set`: with the form joined to it. */
export function previewOfForm(
  file: RawFile,
  set: CriteriaSet,
  year: number,
  doubts: readonly Doubt[],
): Preview {
  const fields = new Map(set.fields.map((field) => [field.id, field]));
  const bundled = new Set(set.own?.base.fields.map(({ id }) => id));
  let sample = 0;
  const textOf = (id: string): string => {
    sample += 1;
    return `${id} = ${sampleOf(fields.get(id), sample)}`;
  };
  const sheets = ownSheets(file, allForms(set), year);
  const cells = sheets.flatMap((own) =>
    own.tables.flatMap((located) => [...linesOf(own, located, textOf), ...columnsOf(own, located, textOf)]),
  );
  const read = cells.map(({ sheet, row, column, text }): CellMark => {
    const id = text.slice(0, text.indexOf(' = '));
    const isNew = fields.has(id) && !bundled.has(id);
    const label = fields.get(id)?.label ?? id;
    return {
      sheet,
      cell: cellAddress(row, column),
      look: isNew ? 'info' : 'resolved',
      text: `${isNew ? 'Chỉ tiêu mới' : 'Chỉ tiêu'}: ${label} (${id})`,
    };
  });
  return { cells, marks: [...read, ...sheets.flatMap((own) => columnsBeside(own, doubts))] };
}

const BESIDE: Readonly<Record<string, string>> = {
  plan: 'Kế hoạch: chỉ đối chiếu, không cộng.',
  lastYear: 'Số năm trước: chỉ đối chiếu, không cộng.',
};

/** Columns whose figures are only compared, and those that somebody has to look at because they are not read. */
function columnsBeside({ sheet, tables }: OwnSheet, doubts: readonly Doubt[]): readonly CellMark[] {
  return tables.flatMap(({ labelRow, columns }) =>
    [...columns].flatMap(([{ header, role = 'actual' }, column]): readonly CellMark[] => {
      const at = { sheet: sheet.name, cell: cellAddress(labelRow, column) };
      const beside = BESIDE[role];
      if (beside !== undefined) return [{ ...at, look: 'info', text: beside }];
      const doubt = doubts.find(
        (one) => one.sheet === sheet.name && one.proposed === 'ignored' && one.header === header.join(' › '),
      );
      if (role !== 'ignored' || doubt === undefined) return [];
      return [{ ...at, look: 'warning', text: upperFirst(doubt.proposal) }];
    }),
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
  const [first] = table.across === true ? slotsOf(own, located).slots : [];
  const column = table.across === true ? (first?.line ?? largest(columns.values(), key) + 1) : actual;
  if (column === undefined) return [];
  return [...locateLines(own, located, blankPlace(own, located)).rows].map(([field, row]) => ({
    sheet: own.sheet.name,
    row,
    column,
    text: textOf(field),
  }));
}
