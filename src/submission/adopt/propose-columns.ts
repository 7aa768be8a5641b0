/** What each column of a found table is: a field of the set, a role, a new field, or nothing that is read. */
import type { FieldDefinition, FieldId, FormDefinition, OwnColumn } from '../../model.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { fieldsEnteredOn } from '../layout/fields-of-form.js';
import { isRateLabel } from '../layout/label-index.js';
import { isOrdinalHeader, pathKeyOf } from '../layout/header-path.js';
import { nearestFields } from '../layout/nearest-label.js';
import { distinctColumns, type AlikeColumns, type DistinctColumns } from './columns-alike.js';
import { AREA_KEY, leafLabel, type FoundTable } from './find-tables.js';
import { looselyMeant, meant } from './meant-fields.js';
import {
  addNewField,
  ALIKE,
  doubtfulField,
  ignored,
  isTaken,
  OTHER_TIME,
  take,
  type Proposing,
} from './proposing.js';
import { markColumns } from './mark-columns.js';
import { countedColumns } from './propose-counts.js';
import { columnsAcross, valueColumns } from './propose-values.js';
import { besideRole, isNotRead, otherless } from './column-roles.js';
import { ofOtherPart, timeless } from './header-times.js';
import { areAnswers, areWords, canHold, cellsBelow } from './kind-of-cells.js';
import { isQuantity } from '../../measures/field-types.js';
import { defined } from '../../values/defined.js';

/** The columns but for the key, the codes and the ordinals, and those that nothing tells apart. */
export function proposedColumns(
  table: FoundTable,
  proposing: Proposing,
  ofRows: boolean,
  codeColumn: number | undefined,
): DistinctColumns {
  const own = [...table.paths].filter(
    ([column, path]) => column !== table.key && column !== codeColumn && !isOrdinalHeader(path),
  );
  // The areas stand beside each other under their names, which a sheet has once.
  if (table.across) return { columns: columnsAcross(table, own, proposing), alike: [] };
  const places = [...table.paths.keys()].toSorted((one, other) => one - other);
  const leftOf = (column: number): readonly string[] =>
    table.paths.get(places[places.indexOf(column) - 1] ?? 0) ?? [];
  const columns = columnsOf(table, own, proposing, ofRows);
  const placed = own.flatMap(([column], index) => {
    const proposed = columns[index];
    return proposed === undefined ? [] : [{ column, left: leftOf(column), proposed }];
  });
  const distinct = distinctColumns(placed, proposing.set);
  return { ...distinct, alike: [...tablesBeside(table), ...distinct.alike] };
}

/** A second column of names, or of row numbers, begins a table right of this one whose rows may be in another order. */
function tablesBeside({ paths, key, across }: FoundTable): readonly AlikeColumns[] {
  if (across) return [];
  const twinsOf = (column: number, isTwin: (path: readonly string[]) => boolean): readonly AlikeColumns[] =>
    [...paths].flatMap(([other, header]) =>
      other > column && isTwin(header)
        ? [{ header, columns: [column, other] as const, beside: true as const }]
        : [],
    );
  const named = pathKeyOf(paths.get(key) ?? []);
  const ordinal = [...paths].find(([, path]) => isOrdinalHeader(path))?.[0];
  const byName = twinsOf(key, (path) => pathKeyOf(path) === named);
  return byName.length > 0 || ordinal === undefined ? byName : twinsOf(ordinal, isOrdinalHeader).slice(0, 1);
}

/** One entry per column, by what the rows are. */
function columnsOf(
  table: FoundTable,
  own: readonly (readonly [number, readonly string[]])[],
  proposing: Proposing,
  ofRows: boolean,
): readonly OwnColumn[] {
  if (table.rows === 'indicator') return valueColumns(table, own, proposing);
  if (table.rows === 'household') return countedColumns(table, own, proposing);
  return fieldColumns(table, own, proposing, ofRows);
}

/** Fields of the form whose rows these are, or of the whole unit. */
function fieldColumns(
  table: FoundTable,
  own: readonly (readonly [number, readonly string[]])[],
  proposing: Proposing,
  ofRows: boolean,
): OwnColumn[] {
  const { set } = proposing;
  const tables = set.forms.filter(({ shape, sender }) => shape === 'table' && sender === 'commune');
  const form = tables[table.rows === 'model' ? 1 : 0];
  let left: FieldId | undefined;
  const marks =
    form === undefined || !ofRows
      ? []
      : markColumns(table, own, fieldsEnteredOn(set, form), (path) => meant(path, form, proposing));
  return own.map(([column, path]): OwnColumn => {
    const label = path.at(-1) ?? '';
    const mark = marks.find((one) => one.column === column);
    if (mark !== undefined) {
      take(proposing, ofRows, mark.field);
      return { header: [...path], field: mark.field, answer: mark.answer };
    }
    const beside = besideColumn(path, table, proposing, form, ofRows);
    if (beside !== undefined) return beside;
    if (isRateLabel(label)) return shareColumn(path, left, form, proposing, ofRows);
    const words = isAreaOfModel(table, path) ? [AREA_LABEL] : withTitle(path, table.above);
    const field =
      form === undefined
        ? undefined
        : (meant(words, form, proposing, ofRows) ?? meant(timeless(words), form, proposing, ofRows));
    const cells = cellsBelow(table, column);
    const holds = field === undefined || canHold(field, cells);
    const fitting =
      field !== undefined && holds && isUsable(field, ofRows) && !isTaken(proposing, ofRows, field.id);
    if (field !== undefined && fitting && !(field.form === form?.id && form.rowKey?.[0] === field.id)) {
      take(proposing, ofRows, field.id);
      left = field.id;
      return { header: [...path], field: field.id };
    }
    left = undefined;
    const isNote = isNotRead(path);
    if (field !== undefined && holds && !fitting && !isNote)
      return doubtful(path, 'không đọc', proposing, table, field.id);
    if (/tu cham|tu danh gia|diem/u.test(foldMarks(label))) return { header: [...path], role: 'selfScore' };
    const isAsked = ofRows && areAnswers(cells);
    if (isNote) return ignored(path);
    if (areWords(cells) && !isAsked) {
      return doubtful(path, 'không đọc: cột ghi chữ', proposing, table);
    }
    const loose = field === undefined ? looselyMeant(path, form, proposing, ofRows) : undefined;
    const isLoose = loose !== undefined && canHold(loose, cells) && isUsable(loose, ofRows);
    const taken = isLoose ? looseColumn(path, loose, table, proposing, ofRows) : undefined;
    const added = taken ?? newColumn(path, { table, proposing, form, ofRows }, field, isAsked);
    left = added.field;
    return added;
  });
}

/** A column of the plan, of the year before or of another time: never counted, of a known field it may be compared. */
function besideColumn(
  path: readonly string[],
  table: FoundTable,
  proposing: Proposing,
  form: FormDefinition | undefined,
  ofRows: boolean,
): OwnColumn | undefined {
  const role = besideRole(path, proposing);
  if (role === 'ignored' || isOtherTime(path, form, proposing, ofRows))
    return doubtful(path, OTHER_TIME, proposing, table);
  if (role === undefined) return undefined;
  if (role === 'share') return { header: [...path], role };
  const named = otherless(path, proposing.year);
  const field = form === undefined ? undefined : meant(named, form, proposing, ofRows);
  return { header: [...path], ...defined({ field: field?.id }), role };
}

/** "6 tháng đầu năm › Số hộ đạt" in a report of the year: a known figure of another time. */
function isOtherTime(
  path: readonly string[],
  form: FormDefinition | undefined,
  proposing: Proposing,
  ofRows: boolean,
): boolean {
  if (form === undefined || !ofOtherPart(path, proposing)) return false;
  const field = meant(timeless(path), form, proposing, ofRows);
  return field !== undefined && !ofOtherPart([field.label], proposing);
}

/** Where a model is: "Thôn", "Tên thôn", as the form of the set calls it. */
const AREA_LABEL = 'Thôn, tổ dân phố';
const isAreaOfModel = ({ rows }: FoundTable, path: readonly string[]): boolean =>
  rows === 'model' && AREA_KEY.test(leafLabel(path));

/** "Diện tích (m2)": the unit of what is measured; in "Đạt (x)" and "Tỷ lệ (%)" none stands. */
const unitBehind = (label: string): string | undefined => {
  const unit = /\((?<unit>[^()]{1,20})\)\s*$/u.exec(label)?.groups?.['unit']?.trim();
  return unit === undefined || /^(?:x|%|\d+)$/iu.test(unit) ? undefined : unit;
};

/** A field of the office's own, with the field of the set that comes near. */
function newColumn(
  path: readonly string[],
  {
    table,
    proposing,
    form,
    ofRows,
  }: {
    readonly table: FoundTable;
    readonly proposing: Proposing;
    readonly form: FormDefinition | undefined;
    readonly ofRows: boolean;
  },
  meantBy: FieldDefinition | undefined,
  isAsked: boolean,
): OwnColumn {
  const near =
    meantBy !== undefined || form === undefined
      ? meantBy
      : nearestFields(
          path.join(' '),
          fieldsEnteredOn(proposing.set, form).filter(
            (one) => isUsable(one, ofRows) && form.rowKey?.includes(one.id) !== true,
          ),
        )[0];
  const id = addNewField(path.join(' - '), unitBehind(path.at(-1) ?? ''), proposing, isAsked);
  proposing.doubts.push({
    sheet: table.sheet.name,
    header: path.join(' › '),
    proposal: `chỉ tiêu mới ${id}`,
    proposed: { field: id },
    ...defined({ near: near?.id }),
  });
  return { header: [...path], field: id };
}

function doubtful(
  path: readonly string[],
  proposal: string,
  { doubts }: Proposing,
  { sheet }: FoundTable,
  near?: FieldId,
): OwnColumn {
  const header = path.join(' › ');
  doubts.push({ sheet: sheet.name, header, proposal, proposed: 'ignored', ...defined({ near }) });
  return ignored(path);
}

/** The share of the count on its left: the typed rate where the form has a field for it. */
function shareColumn(
  path: readonly string[],
  left: FieldId | undefined,
  form: FormDefinition | undefined,
  proposing: Proposing,
  ofRows: boolean,
): OwnColumn {
  const typed =
    form === undefined || !ofRows
      ? undefined
      : proposing.set.fields.find(
          (field) => field.form === form.id && field.rateOf === left && left !== undefined,
        );
  return typed === undefined || !take(proposing, ofRows, typed.id)
    ? { header: [...path], role: 'share' }
    : { header: [...path], field: typed.id };
}

const isUsable = (field: FieldDefinition, ofRows: boolean): boolean => ofRows || isQuantity(field);

/** "1. Gia đình văn hóa" over a table heads all its columns. */
const withTitle = (path: readonly string[], above: string | undefined): readonly string[] =>
  above === undefined ? path : [above.replace(/^\s*\S{1,4}[.)]\s*/u, ''), ...path];

/** The column as that field, for the office to look at; undefined where the field has its place already. */
function looseColumn(
  path: readonly string[],
  { id }: FieldDefinition,
  { sheet }: FoundTable,
  proposing: Proposing,
  ofRows: boolean,
): OwnColumn | undefined {
  if (!take(proposing, ofRows, id)) return undefined;
  proposing.doubts.push(doubtfulField({ sheet: sheet.name, header: path.join(' › ') }, id, ALIKE));
  return { header: [...path], field: id };
}
