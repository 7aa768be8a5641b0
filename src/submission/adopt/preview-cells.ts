/** What the office looks at before an adopted form is used: every cell that would be read, with its field and a sample figure. */
import { largest } from '../../values/of-many.js';
import type {
  CellMark,
  CriteriaSet,
  FieldDefinition,
  OwnColumn,
  OwnForm,
  OwnTable,
  RawFile,
} from '../../model.js';
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

/** A cell before its text is made. */
interface FieldCell extends Omit<PreviewCell, 'text'> {
  readonly field: string;
  /** What a mark in the cell answers, in words. */
  readonly answer?: string;
}

/** The cells of the first row of each table, and of every line; `set`: with the form joined to it. */
export function previewOfForm(
  file: RawFile,
  set: CriteriaSet,
  year: number,
  doubts: readonly Doubt[],
): Preview {
  const fields = new Map([...set.totals, ...set.fields].map((field) => [field.id, field]));
  const bundled = new Set([...set.totals, ...(set.own?.base.fields ?? [])].map(({ id }) => id));
  const labelOf = (id: string): string => `${fields.get(id)?.label ?? id} (${id})`;
  const definitions = new Map(set.fields.map((field) => [field.id, field]));
  const sheets = ownSheets(file, allForms(set), year);
  const placed = sheets.flatMap((own) =>
    own.tables.flatMap((located) => [...linesOf(own, located), ...columnsOf(own, located, definitions)]),
  );
  let sample = 0;
  const cells = placed.map(({ field, answer, ...at }): PreviewCell => {
    if (answer !== undefined) return { ...at, text: `${field}: x = ${answer}` };
    sample += 1;
    return { ...at, text: `${field} = ${sampleOf(definitions.get(field), sample)}` };
  });
  const read = placed.map(({ sheet, row, column, field, answer }): CellMark => {
    const isNew = fields.has(field) && !bundled.has(field);
    const what = answer === undefined ? '' : `; đánh dấu ở cột này là ${answer}`;
    const alone = isNew && definitions.get(field)?.aggregation === 'none' ? '; không cộng' : '';
    return {
      sheet,
      cell: cellAddress(row, column),
      look: isNew ? 'info' : 'resolved',
      text: `${isNew ? 'Chỉ tiêu mới' : 'Chỉ tiêu'}: ${labelOf(field)}${what}${alone}`,
    };
  });
  return { cells, marks: [...read, ...sheets.flatMap((own) => columnsBeside(own, doubts, labelOf))] };
}

const NOT_ADDED: Readonly<Partial<Record<NonNullable<OwnColumn['role']>, string>>> = {
  plan: 'Kế hoạch: chỉ đối chiếu, không cộng',
  lastYear: 'Số năm trước: chỉ đối chiếu, không cộng',
  share: 'Tỷ lệ: không đọc, tính lại từ số lượng',
  shareOfPlan: 'Tỷ lệ so với kế hoạch: không đọc, tính lại từ số lượng',
  shareOfLastYear: 'Tỷ lệ so với năm trước: không đọc, tính lại từ số lượng',
  selfScore: 'Điểm: không đọc',
  appraisedScore: 'Điểm: không đọc',
  ignored: 'Không đọc',
};

/** Columns whose figures are not added up, each with why. */
function columnsBeside(
  { sheet, tables }: OwnSheet,
  doubts: readonly Doubt[],
  labelOf: (id: string) => string,
): readonly CellMark[] {
  return tables.flatMap(({ labelRow, columns }) =>
    [...columns].flatMap(([{ header, role = 'actual', field }, column]): readonly CellMark[] => {
      const why = NOT_ADDED[role];
      if (why === undefined) return [];
      const doubt = doubts.find(
        (one) => one.sheet === sheet.name && one.proposed === 'ignored' && one.header === header.join(' › '),
      );
      const said = role === 'ignored' && doubt !== undefined ? upperFirst(doubt.proposal) : why;
      const text = field === undefined ? `${said}.` : `${said}: ${labelOf(field)}.`;
      return [{ sheet: sheet.name, cell: cellAddress(labelRow, column), look: 'warning', text }];
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
  field?.choices?.[0]?.label ?? (field?.type === 'text' ? '(ghi chữ)' : String(100 + sample));

/** What a mark says, by the answer that the form gives for its column. */
function answerIn(answer: string, rows: OwnTable['rows'], field: FieldDefinition | undefined): string {
  if (rows === 'household') return OF_HOUSEHOLDS[answer] ?? answer;
  return field?.choices?.find(({ id }) => id === answer)?.label ?? (answer === 'yes' ? 'có' : 'không');
}
const OF_HOUSEHOLDS: Readonly<Record<string, string>> = {
  yes: 'hộ được đếm',
  no: 'hộ không được đếm',
  notConsidered: 'hộ không xét, không được đếm',
};

function columnsOf(
  own: OwnSheet,
  located: LocatedTable,
  fields: ReadonlyMap<string, FieldDefinition>,
): readonly FieldCell[] {
  const { rows, across } = located.table;
  if (rows === 'indicator' || across === true) return [];
  // A blank form has words only in its total, which is the first row of nothing.
  const row = slotsOf(own, located).slots[0]?.line ?? located.lastRow + 1;
  return [...located.columns].flatMap(([{ indicator, field = indicator, answer, role }, column]) => {
    if (field === undefined || (role !== undefined && NOT_ADDED[role] !== undefined)) return [];
    const said = answer === undefined ? {} : { answer: answerIn(answer, rows, fields.get(field)) };
    return [{ sheet: own.sheet.name, row, column, field, ...said }];
  });
}

function linesOf(own: OwnSheet, located: LocatedTable): readonly FieldCell[] {
  const { table, columns, key = 1 } = located;
  if (table.lines === undefined) return [];
  const actual = [...columns].find(([{ role = 'actual' }]) => role === 'actual')?.[1];
  const [first] = table.across === true ? slotsOf(own, located).slots : [];
  const column = table.across === true ? (first?.line ?? largest(columns.values(), key) + 1) : actual;
  if (column === undefined) return [];
  return locateLines(own, located, blankPlace(own, located)).places.map(([field, row]) => ({
    sheet: own.sheet.name,
    row,
    column,
    field,
  }));
}
