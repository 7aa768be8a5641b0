/** The columns of a table of areas, models or communes: fields of the set, what they are compared with, new fields. */
import type { FieldDefinition, FieldId, FormDefinition, OwnColumn } from '../../model.js';
import { isNumeric, isQuantity } from '../../measures/field-types.js';
import { defined } from '../../values/defined.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { fieldsEnteredOn } from '../layout/fields-of-form.js';
import { nearestFields } from '../layout/nearest-label.js';
import { becauseOfUnit, otherUnit, unitBehind, unitOf, type FigureAt } from './stated-money.js';
import { typedRateOf, withShares, type TypedRate } from './share-columns.js';
import { ALL_OR_AWARDED, bareTotals, BESIDE_AWARDED, type BareTotal } from './bare-totals.js';
import { besideRole, isNotRead, isScore, isShareLabel, otherless, withoutYear } from './column-roles.js';
import { AREA_KEY, leafLabel, type FoundTable } from './find-tables.js';
import { ofOtherPart, timeless } from './header-times.js';
import {
  areAnswers,
  areFigures,
  areWords,
  asksInWords,
  canHold,
  cellsBelow,
  countsInWords,
} from './kind-of-cells.js';
import { markColumns } from './mark-columns.js';
import { ownQuestions } from './own-questions.js';
import { fieldInGroup } from './in-group.js';
import { inList, looselyMeant, meant } from './meant-fields.js';
import {
  addNewField,
  ALIKE,
  doubtfulField,
  ignored,
  isTaken,
  newFieldSaid,
  OTHER_TIME,
  take,
  YES_OR_NUMBER,
  type Proposing,
} from './proposing.js';

type Placed = readonly (readonly [column: number, path: readonly string[]])[];

/** What every column of one table is asked with. */
interface Asked {
  readonly table: FoundTable;
  readonly proposing: Proposing;
  /** Whose rows these are; of communes the table of their areas. */
  readonly form: FormDefinition | undefined;
  readonly ofRows: boolean;
}

/** Fields of the form whose rows these are, or of the whole unit. */
export function fieldColumns(
  table: FoundTable,
  own: Placed,
  proposing: Proposing,
  ofRows: boolean,
): OwnColumn[] {
  const { set } = proposing;
  const tables = set.forms.filter(({ shape, sender }) => shape === 'table' && sender === 'commune');
  const form = tables[table.rows === 'model' ? 1 : 0];
  const asked: Asked = { table, proposing, form, ofRows };
  const marks =
    form === undefined || !ofRows
      ? []
      : markColumns(table, own, fieldsEnteredOn(set, form), (path) => meant(path, form, proposing));
  const isFree = ([column]: Placed[number]): boolean => marks.every((mark) => mark.column !== column);
  const questions = ofRows
    ? ownQuestions(table, own.filter(isFree), proposing)
    : new Map<number, OwnColumn>();
  const unmarked = own.filter((one) => isFree(one) && !questions.has(one[0]));
  const totals = totalsAmong(unmarked, asked);
  const columns = own.map(([column, path]): OwnColumn | undefined => {
    const mark = marks.find((one) => one.column === column);
    if (mark !== undefined) {
      take(proposing, ofRows, mark.field);
      return { header: [...path], field: mark.field, answer: mark.answer };
    }
    const question = questions.get(column);
    if (question !== undefined) return question;
    const total = totals.get(column);
    const beside = besideColumn(path, column, asked, total);
    if (beside !== undefined) return beside;
    if (isShareLabel(path.at(-1) ?? '')) return undefined;
    if (total?.isBase === false)
      return doubtful(path, ALL_OR_AWARDED, proposing, table, meantAbove(path, asked)?.id);
    return total === undefined ? readColumn(path, column, asked) : baseColumn(path, total, asked);
  });
  return withShares(
    own.map(([, path]) => path),
    columns,
    (id) => proposing.fields.some((field) => field.id === id),
    (field, path, share) => typedRate(field, path, share, asked),
  );
}

/** A column of the period that is no share: the field that it means, else what its cells allow. */
function readColumn(path: readonly string[], column: number, asked: Asked): OwnColumn {
  const { table, proposing, form, ofRows } = asked;
  const field = meantAbove(path, asked);
  const cells = cellsBelow(table, column);
  const at = firstBelow(table, column);
  const asks = asksInWords(path.at(-1) ?? '', cells);
  const mayBe = (one: FieldDefinition): boolean =>
    canHold(one, cells) && otherUnit(one, at) === undefined && !(asks && isNumeric(one));
  const holds = field === undefined || mayBe(field);
  const fitting =
    field !== undefined && holds && isUsable(field, ofRows) && !isTaken(proposing, ofRows, field.id);
  if (field !== undefined && fitting && !(field.form === form?.id && form.rowKey?.[0] === field.id)) {
    take(proposing, ofRows, field.id);
    if (field.type === 'yesNo' && !asks && cells.length === 0)
      tellDoubt(path, field.id, YES_OR_NUMBER, asked);
    return { header: [...path], field: field.id };
  }
  const isNote = isNotRead(path);
  if (field !== undefined && holds && !fitting && !isNote)
    return doubtful(path, 'không đọc', proposing, table, field.id);
  if (isScore(path.at(-1) ?? '')) return { header: [...path], role: 'selfScore' };
  const isAsked = ofRows && (asks || areAnswers(cells));
  if (asks && !ofRows) return doubtful(path, 'không đọc: câu hỏi có hoặc không', proposing, table, field?.id);
  if (isNote)
    return areFigures(cells) ? doubtful(path, 'không đọc: cột ghi chú', proposing, table) : ignored(path);
  const isOfWords = areWords(cells) || (table.rows === 'model' && !countsInWords(path, cells));
  if (isOfWords && !isAsked) return doubtful(path, 'không đọc: cột ghi chữ', proposing, table, field?.id);
  const loose = field === undefined ? looselyMeantBy(path, asked) : undefined;
  const isLoose = loose !== undefined && mayBe(loose) && isUsable(loose, ofRows);
  const taken = isLoose ? looseColumn(path, loose, asked) : undefined;
  return taken ?? newColumn(path, asked, { field, isAsked, at });
}

/** The field that a column means below its headings and the title of the table, whatever part of the year it names. */
function meantAbove(
  path: readonly string[],
  { table, proposing, form, ofRows }: Asked,
): FieldDefinition | undefined {
  const words = isAreaOfModel(table, path) ? [AREA_LABEL] : withTitle(path, table.above);
  if (form === undefined) return undefined;
  const found = meant(words, form, proposing, ofRows) ?? meant(timeless(words), form, proposing, ofRows);
  return found ?? (ofRows ? undefined : ofCommune(path, proposing));
}

const looselyMeantBy = (
  path: readonly string[],
  { form, proposing, ofRows }: Asked,
): FieldDefinition | undefined =>
  looselyMeant(path, form, proposing, ofRows) ??
  (ofRows ? undefined : fieldInGroup(withoutYear(timeless(path), proposing.year), proposing.set));

/** A figure of the whole commune by its label, in the unit of measure that the form asks for. */
function ofCommune(path: readonly string[], { set, year }: Proposing): FieldDefinition | undefined {
  const label = withoutYear(timeless(path), year).join(' ');
  const field = inList(label, set);
  const unit = unitBehind(label);
  const isOther =
    unit !== undefined && field?.type === 'amount' && foldMarks(unit) !== foldMarks(field.unit ?? '');
  return field === undefined || isOther || !isQuantity(field) ? undefined : field;
}

/** Columns that count without saying whether all or the awarded, by their place. */
function totalsAmong(own: Placed, asked: Asked): ReadonlyMap<number, BareTotal> {
  const { table, proposing, form, ofRows } = asked;
  const found = bareTotals(
    own.map(([, path]) => {
      const isBeside = besideRole(path, proposing) !== undefined;
      const field =
        isBeside && form !== undefined
          ? meant(otherless(path, proposing.year), form, proposing, ofRows)
          : meantAbove(path, asked);
      return {
        path: withTitle(path, table.above),
        field: isShareLabel(path.at(-1) ?? '') ? undefined : field,
        isBeside,
      };
    }),
    proposing.set,
  );
  return new Map(
    own.flatMap(([column], index) => {
      const total = found.get(index);
      return total === undefined ? [] : [[column, total] as const];
    }),
  );
}

/** "Tổng số" beside "Đạt": what the awarded are a share of, for the office to look at. */
function baseColumn(path: readonly string[], { base, isElsewhere }: BareTotal, asked: Asked): OwnColumn {
  const { proposing, table, ofRows } = asked;
  if (isElsewhere || !isUsable(base, ofRows) || !take(proposing, ofRows, base.id))
    return doubtful(path, `không đọc: ${BESIDE_AWARDED}`, proposing, table, base.id);
  tellDoubt(path, base.id, BESIDE_AWARDED, asked);
  return { header: [...path], field: base.id };
}

const tellDoubt = (path: readonly string[], id: FieldId, why: string, { proposing, table }: Asked): void => {
  proposing.doubts.push(doubtfulField({ sheet: table.sheet.name, header: path.join(' › ') }, id, why));
};

/** A column of the plan, of the year before or of another time: never counted, of a known field it may be compared. */
function besideColumn(
  path: readonly string[],
  column: number,
  asked: Asked,
  total: BareTotal | undefined,
): OwnColumn | undefined {
  const { table, proposing, form, ofRows } = asked;
  const role = besideRole(path, proposing);
  if (role === 'ignored' || isOtherTime(path, asked)) return doubtful(path, OTHER_TIME, proposing, table);
  if (role === undefined) return undefined;
  if (role === 'share') return { header: [...path], role };
  if (total?.isBase === true) return doubtful(path, `không đọc: ${BESIDE_AWARDED}`, proposing, table);
  const named = otherless(path, proposing.year);
  const field = form === undefined ? undefined : meant(named, form, proposing, ofRows);
  const isOther = field !== undefined && otherUnit(field, firstBelow(table, column)) !== undefined;
  return { header: [...path], ...defined({ field: isOther ? undefined : field?.id }), role };
}

/** "6 tháng đầu năm › Số hộ đạt" in a report of the year: a known figure of another time. */
function isOtherTime(path: readonly string[], { form, proposing, ofRows }: Asked): boolean {
  if (form === undefined || !ofOtherPart(path, proposing)) return false;
  const field = meant(timeless(path), form, proposing, ofRows);
  return field !== undefined && !ofOtherPart([field.label], proposing);
}

/** Where a model is: "Thôn", "Tên thôn", as the form of the set calls it. */
const AREA_LABEL = 'Thôn, tổ dân phố';
const isAreaOfModel = ({ rows }: FoundTable, path: readonly string[]): boolean =>
  rows === 'model' && AREA_KEY.test(leafLabel(path));

const firstBelow = ({ grid, lastRow }: FoundTable, column: number): FigureAt => ({
  grid,
  row: lastRow + 1,
  column,
  isLine: false,
});

/** A field of the office's own, with the field of the set that comes near. */
function newColumn(
  path: readonly string[],
  { table, proposing, form, ofRows }: Asked,
  {
    field,
    isAsked,
    at,
  }: { readonly field: FieldDefinition | undefined; readonly isAsked: boolean; readonly at: FigureAt },
): OwnColumn {
  const mayBe = (one: FieldDefinition): boolean =>
    isUsable(one, ofRows) && form?.rowKey?.includes(one.id) !== true;
  const near =
    field !== undefined || form === undefined
      ? field
      : nearestFields(path.join(' '), fieldsEnteredOn(proposing.set, form).filter(mayBe))[0];
  const id = addNewField(path, unitOf(path, at), proposing, isAsked);
  proposing.doubts.push({
    sheet: table.sheet.name,
    header: path.join(' › '),
    proposal: `${newFieldSaid(id, proposing)}${becauseOfUnit(field, at)}`,
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

/** The field for the share that is typed beside a count, if no other column has it. */
function typedRate(
  counted: FieldId,
  path: readonly string[],
  share: string,
  { form, proposing, ofRows }: Asked,
): TypedRate | undefined {
  if (form === undefined || !ofRows) return undefined;
  const named = (label: string): FieldDefinition | undefined => meant([label], form, proposing);
  const rate = typedRateOf(counted, { share, path }, { set: proposing.set, form }, named);
  return rate !== undefined && take(proposing, ofRows, rate.typed) ? rate : undefined;
}

const isUsable = (field: FieldDefinition, ofRows: boolean): boolean => ofRows || isQuantity(field);

/** "1. Gia đình văn hóa" over a table heads all its columns. */
const withTitle = (path: readonly string[], above: string | undefined): readonly string[] =>
  above === undefined ? path : [above.replace(/^\s*\S{1,4}[.)]\s*/u, ''), ...path];

/** The column as that field, for the office to look at; undefined where the field has its place already. */
function looseColumn(path: readonly string[], { id }: FieldDefinition, asked: Asked): OwnColumn | undefined {
  if (!take(asked.proposing, asked.ofRows, id)) return undefined;
  tellDoubt(path, id, ALIKE, asked);
  return { header: [...path], field: id };
}
