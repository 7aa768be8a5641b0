/**
 * A list with a row per household becomes counts by area and answer. Names of people are neither kept nor printed:
 * nothing but the area, the counted answers and row numbers leaves this file.
 */
import { finding } from '../../findings/finding.js';
import type {
  CellState,
  FieldColumn,
  FieldDefinition,
  FieldId,
  FigureTable,
  Finding,
  FormDefinition,
  OwnColumn,
} from '../../model.js';
import { cleanText, foldLabel } from '../../values/vietnamese-text.js';
import { yesOrNo } from '../cells/cell-words.js';
import { pathKeyOf, segmentKey } from '../layout/header-path.js';
import { formSubject, refOf, type FormPlace } from '../layout/form-place.js';
import { listed, shortened } from '../listed.js';
import { inner } from '../../values/inner-quotes.js';
import { ownTitleOfPlans } from '../tables/plans-in-titles.js';
import type { FormReading } from '../tables/read-table-form.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { answerColumns, markedIn, type AnswerColumn } from './answer-columns.js';
import { areasAbove } from './area-above.js';
import { rowsByArea, type AreaOfList as Area, type RowsByArea } from './rows-by-area.js';
import { headerText } from './locate-table.js';
import { labelOf } from '../layout/form-place.js';
import { lostColumns, refusal } from './read-rows.js';

interface Counted {
  readonly column: OwnColumn;
  readonly at: number;
  readonly field: FieldId;
}

const NAMED = 8;
const rowsText = (rows: readonly number[]): string => listed(rows.map(String), 'dòng', NAMED);

/** Reads the list as counts in the rows of the form. */
export function countRows(
  own: OwnSheet,
  located: LocatedTable,
  form: FormDefinition,
  place: FormPlace,
): FormReading {
  const refused = refusal(own, located, place);
  if (refused !== undefined || located.key === undefined)
    return { findings: refused === undefined ? [] : [refused] };
  const { areas, without, nameless, doubtful } = rowsByArea(own, located, located.key);
  const counted = [...located.columns].flatMap(([column, at]): readonly Counted[] =>
    column.field === undefined || column.count === undefined ? [] : [{ column, at, field: column.field }],
  );
  const marks = answerColumns(located.columns);
  if (areas === undefined) return { findings: [unnamed(own, located, place, without.length)] };
  const asked = [...counted.map(({ field }) => field), ...marks.keys()];
  const findings: Finding[] = [
    ...lostColumns(own, located, place),
    ...ownTitleOfPlans(place, own.firstRow),
    ...rowsOfNobody({ without, nameless }, located, place, asked),
    ...rowsOfAnother(doubtful, located, place, asked),
  ];
  const names = [...areas.values()];
  const keyField = form.rowKey?.[0] ?? '';
  const columns = new Map<FieldId, FieldColumn>(
    place.fields.map((field) => [field.id, blankColumn(field, names.length)]),
  );
  columns.set(keyField, {
    ...blankColumn({ id: keyField }, names.length),
    states: names.map(() => 'value'),
    texts: names.map(({ name }) => name),
    column: located.key,
  });
  for (const one of counted) columns.set(one.field, countedColumn(one, names, place, findings));
  for (const [field, asked] of marks)
    columns.set(field, markedColumn(field, asked, names, place, findings, besideMarks(located, asked)));
  const table: FigureTable = {
    form: place.form,
    file: place.file,
    sheet: place.grid.sheet.name,
    rowCount: names.length,
    sheetRows: names.map(({ rows }) => rows[0] ?? 0),
    rowKeys: [...areas.keys()],
    rowLabels: names.map(({ name }) => name),
    columns,
    namesSome: true,
  };
  return { table, findings };
}

/** Rows of which nobody knows where, or whether, they count. */
function* rowsOfNobody(
  { without, nameless }: Pick<RowsByArea, 'without' | 'nameless'>,
  { labelRow, key = 1 }: LocatedTable,
  place: FormPlace,
  fields: readonly FieldId[],
): Iterable<Finding> {
  const told = (['own-form/row-without-area', 'cell/row-of-nobody'] as const).map(
    (code, at) => [code, at === 0 ? without : nameless] as const,
  );
  for (const [code, rows] of told) {
    if (rows.length === 0) continue;
    const at = refOf(place, rows[0] ?? labelRow, key);
    yield finding(code, at, { count: rows.length, rows: rowsText(rows) }, { ...formSubject(place), fields });
  }
}

/** Rows that may be of an area whose line was deleted, and count for the one above; once for an area. */
function* rowsOfAnother(
  doubtful: RowsByArea['doubtful'],
  { key = 1 }: LocatedTable,
  place: FormPlace,
  fields: readonly FieldId[],
): Iterable<Finding> {
  const told = new Set<string>();
  for (const { area, row, said } of doubtful) {
    if (told.has(area)) continue;
    told.add(area);
    const why =
      said === undefined
        ? 'số thứ tự lại bắt đầu từ 1'
        : `đã hết ${String(said)} hộ như dòng tên của ${inner(area)} ghi`;
    const about = { ...formSubject(place), fields, rowKey: foldLabel(area) };
    yield finding(
      'cell/rows-of-another-area',
      refOf(place, row, key),
      { row, why, area: inner(area) },
      about,
    );
  }
}

/** Nobody knows of which area the list is. */
function unnamed(own: OwnSheet, located: LocatedTable, place: FormPlace, count: number): Finding {
  const [first, second] = areasAbove(own, located);
  const why =
    first === undefined || second === undefined
      ? 'không ghi là của thôn, tổ dân phố nào'
      : `ghi hai tên: ${inner(first.name)}, ${inner(second.name)}`;
  return finding(
    'own-form/list-without-area',
    refOf(place, located.labelRow, located.key ?? 1),
    { sheet: own.sheet.name, why, count },
    formSubject(place),
  );
}

/** Columns under the heading of the answers that the office's form does not read. */
interface Beside {
  readonly header: string;
  readonly isMarked: (grid: FormPlace['grid'], row: number) => boolean;
}

function besideMarks({ columns }: LocatedTable, asked: readonly AnswerColumn[]): Beside {
  const at = new Set(asked.map((one) => one.at));
  const over = ({ header }: OwnColumn): string => pathKeyOf(header.slice(0, -1));
  const heads = new Set([...columns].flatMap(([column, place]) => (at.has(place) ? [over(column)] : [])));
  const unread = [...columns].filter(
    ([column]) => column.role === 'ignored' && column.header.length > 1 && heads.has(over(column)),
  );
  return {
    header: unread.map(([{ header }]) => inner(header.at(-1) ?? '')).join(' / '),
    isMarked: (grid, row) => unread.some(([, column]) => yesOrNo(grid.at(row, column)?.raw ?? '') === 'yes'),
  };
}

/** Rows marked in the column of yes are counted; each row is marked once. */
function markedColumn(
  field: FieldId,
  asked: readonly AnswerColumn[],
  areas: readonly Area[],
  place: FormPlace,
  findings: Finding[],
  beside: Beside,
): FieldColumn {
  const at = asked.find(({ answer }) => answer === 'yes')?.at ?? asked[0]?.at ?? 0;
  const made = { ...blankColumn({ id: field }, areas.length), column: at };
  areas.forEach(({ name, rows }, index) => {
    const marked = rows.map((row) => ({ row, ...markedIn(place.grid, row, asked) }));
    const doubtful = marked.filter(({ kind }) => kind === 'several' || kind === 'strange');
    const blank = marked.filter(({ kind }) => kind === 'blank');
    if (doubtful.length === 0 && blank.length === 0) {
      made.states[index] = 'value';
      made.numbers[index] = marked.filter(
        (one) => one.kind === 'answer' && one.column.answer === 'yes',
      ).length;
      return;
    }
    const wrong = doubtful.length > 0 ? doubtful : blank;
    const elsewhere = doubtful.length > 0 ? [] : blank.filter(({ row }) => beside.isMarked(place.grid, row));
    made.states[index] = doubtful.length > 0 ? 'excluded' : 'missing';
    const header = asked.map(({ label }) => inner(label)).join(' / ');
    const about = { ...formSubject(place), fields: [field], rowKey: foldLabel(name) };
    const said = { field: labelOf(place, field), area: name };
    if (elsewhere.length > 0)
      findings.push(
        finding(
          'own-form/answer-elsewhere',
          refOf(place, elsewhere[0]?.row ?? 1, at),
          {
            ...said,
            count: elsewhere.length,
            header: beside.header,
            rows: rowsText(elsewhere.map(({ row }) => row)),
          },
          about,
        ),
      );
    const others = wrong.filter((one) => !elsewhere.some(({ row }) => row === one.row));
    if (others.length === 0) return;
    findings.push(
      finding(
        doubtful.length > 0 ? 'own-form/answer-unknown' : 'own-form/answer-blank',
        refOf(place, others[0]?.row ?? 1, at),
        {
          ...said,
          count: others.length,
          header,
          answers: 'đánh dấu ở nhiều cột hoặc ghi chữ khác dấu x',
          rows: rowsText(others.map(({ row }) => row)),
        },
        about,
      ),
    );
  });
  return made;
}

const blankColumn = ({ id }: Pick<FieldDefinition, 'id'>, rows: number): FieldColumn => ({
  field: id,
  states: Array.from({ length: rows }, (): CellState => 'missing'),
  numbers: new Float64Array(rows).fill(Number.NaN),
  texts: Array.from({ length: rows }, () => undefined),
  column: 0,
});

function countedColumn(
  { column, at, field }: Counted,
  areas: readonly Area[],
  place: FormPlace,
  findings: Finding[],
): FieldColumn {
  const made = { ...blankColumn({ id: field }, areas.length), column: at };
  const answers = column.count === 'rows' ? undefined : new Set((column.count ?? []).map(segmentKey));
  const others = new Set((column.others ?? []).map(segmentKey));
  areas.forEach(({ name, rows }, index) => {
    if (answers === undefined) {
      made.states[index] = 'value';
      made.numbers[index] = rows.length;
      return;
    }
    const said = rows.map((row) => ({ row, text: cleanText(place.grid.textOver(row, at)) }));
    const blank = said.filter(({ text }) => text === '');
    const strange = said.filter(
      ({ text }) => text !== '' && !answers.has(segmentKey(text)) && !others.has(segmentKey(text)),
    );
    if (blank.length === 0 && strange.length === 0) {
      made.states[index] = 'value';
      made.numbers[index] = said.filter(({ text }) => answers.has(segmentKey(text))).length;
      return;
    }
    const doubtful = strange.length > 0 ? strange : blank;
    made.states[index] = strange.length > 0 ? 'excluded' : 'missing';
    findings.push(
      finding(
        strange.length > 0 ? 'own-form/answer-unknown' : 'own-form/answer-blank',
        refOf(place, doubtful[0]?.row ?? 1, at),
        {
          count: doubtful.length,
          header: inner(headerText(column.header)),
          answers: listed([...new Set(strange.map(({ text }) => `“${inner(shortened(text))}”`))], 'câu', 4),
          field: labelOf(place, field),
          area: name,
          rows: rowsText(doubtful.map(({ row }) => row)),
        },
        { ...formSubject(place), fields: [field], rowKey: foldLabel(name) },
      ),
    );
  });
  return made;
}
