/** Which sheets of a workbook are forms: by sheet name, else by the labels in them; and which sheets are left over. */
import type { CriteriaSet, FieldDefinition, FormDefinition, RawFile, RawSheet } from '../../model.js';
import { isReplySheet } from '../../model/reply-sheet-mark.js';
import { cleanText, foldBare } from '../../values/vietnamese-text.js';
import { defined } from '../../values/defined.js';
import { isNumberCell } from '../cells/cell-words.js';
import { fieldsEnteredOn } from './fields-of-form.js';
import { IDENTITY_SHEET, type FormIdentity } from './identity-sheet.js';
import { labelIndex, labelKey } from './label-index.js';
import { locateHeader } from './locate-header.js';
import { codeOn, fieldNamed, labelsOf } from './locate-lines.js';
import { locatePairs } from './locate-pairs.js';
import type { OwnSheet } from './own-sheet.js';
import { gridOf } from './sheet-grid.js';
import { valueColumn } from './value-column.js';

export interface FoundForm {
  readonly form: FormDefinition;
  readonly sheet: RawSheet;
  /** Another sheet of the workbook was taken for the same form before. */
  readonly copy?: true;
  /** The sheet is a form of the office's own, which fills this form. */
  readonly own?: OwnSheet;
}

export interface FoundSheets {
  /** In the order of the set's forms; copies of a form follow it. */
  readonly forms: readonly FoundForm[];
  /** Sheets that are no form although figures stand in them. */
  readonly others: readonly OtherSheet[];
}

export interface OtherSheet {
  readonly sheet: RawSheet;
  readonly figures: number;
  /** It is named after a year that is not asked about. */
  readonly year?: string;
  /** It has the table of a form that another sheet was taken for, by its name. */
  readonly like?: FoundForm;
}

/** Columns that must be recognised before a sheet with another name is taken for a table form. */
const ENOUGH_LABELS = 4;
/** Labels of Thông tin, or lines of a list, that must be recognised. */
const ENOUGH_LINES = 3;
/** Lines of a list that gives no codes; one line or another may stand in any table. */
const ENOUGH_TEXTS = 5;
/** A workbook with more sheets than this is no form of a commune; its other sheets are listed. */
const MOST_SEARCHED = 40;
/** The instructions that come with the form hold examples and lists of choices. */
const INSTRUCTIONS = new Set(['huongdan', 'huongdandien', 'huongdanghi']);

/** `year`: of the period; a sheet named after another year is kept by the sender for itself. */
export function formSheets(
  file: RawFile,
  set: CriteriaSet,
  identity: FormIdentity | undefined,
  year: string,
): FoundSheets {
  const sheets = file.sheets.filter(
    (sheet) =>
      sheet.name.trim().toLowerCase() !== IDENTITY_SHEET && sheet.cells.length > 0 && !isReplySheet(sheet),
  );
  const isOfYear = (sheet: RawSheet): boolean => (yearInName(sheet.name) ?? year) === year;
  const found = new Map<RawSheet, FoundForm>();
  const take = (form: FormDefinition, sheet: RawSheet): void => {
    const copy = [...found.values()].some((other) => other.form === form);
    found.set(sheet, { form, sheet, ...(copy ? { copy: true as const } : {}) });
  };
  const free = (): readonly RawSheet[] => sheets.filter((sheet) => !found.has(sheet) && isOfYear(sheet));
  const has = (form: FormDefinition): boolean => [...found.values()].some((one) => one.form === form);

  for (const form of set.forms) {
    const names = namesOf(form);
    const sheet = free().find((one) => names.has(foldBare(one.name)));
    if (sheet !== undefined) take(form, sheet);
  }
  for (const form of set.forms)
    for (const sheet of free())
      if (isNamedAfter(form, sheet.name) && resembles(sheet, form, set)) take(form, sheet);
  for (const form of set.forms) {
    // With an identity sheet the form said itself where its sheets are; a missing form is not looked for elsewhere.
    const sentOut = identity !== undefined && identity.places.size > 0 && !identity.places.has(form.sheet);
    if (sentOut || has(form)) continue;
    for (const sheet of byLabels(form, free().slice(0, MOST_SEARCHED), set)) take(form, sheet);
  }
  const forms = withoutEmptyCopies([...found.values()], set).sort(
    (a, b) => set.forms.indexOf(a.form) - set.forms.indexOf(b.form),
  );
  const others = sheets.flatMap((sheet, at) => {
    if (found.has(sheet) || INSTRUCTIONS.has(foldBare(sheet.name))) return [];
    const figures = sheet.cells.filter(isNumberCell).length;
    if (figures === 0) return [];
    if (!isOfYear(sheet)) return [{ sheet, figures, ...defined({ year: yearInName(sheet.name) }) }];
    const like =
      at < MOST_SEARCHED
        ? forms.find(({ form, sheet: taken }) => taken !== sheet && resembles(sheet, form, set))
        : undefined;
    return [{ sheet, figures, ...defined({ like }) }];
  });
  return { forms, others };
}

const namesOf = (form: FormDefinition): ReadonlySet<string> =>
  new Set([form.sheet, ...(form.sheetAliases ?? [])].map(foldBare));

/** "Biểu 01", "bieu 1", "Biểu 01 (2)", "Biểu 01 năm 2024", "Biểu 02 xã An Bình". */
export function isNamedAfter(form: FormDefinition, sheet: string): boolean {
  const names = namesOf(form);
  if (names.has(withoutCopyMark(sheet))) return true;
  const bare = foldBare(sheet);
  return [...names].some((name) => bare.startsWith(name) && /^\D/u.test(bare.slice(name.length)));
}

const fewest = (form: FormDefinition): number =>
  form.shape === 'table' || form.shape === 'criteria' ? ENOUGH_LABELS : ENOUGH_LINES;

const resembles = (sheet: RawSheet, form: FormDefinition, set: CriteriaSet): boolean =>
  hitsIn(sheet, form, set) >= fewest(form) || hasItsHeart(sheet, form, set);

/** A small table is the form when it names the rows and has two of the figures that every sender owes. */
function hasItsHeart(sheet: RawSheet, form: FormDefinition, set: CriteriaSet): boolean {
  if (form.shape !== 'table' || form.rowKey === undefined) return false;
  const fields = fieldsEnteredOn(set, form);
  const columns = locateHeader(gridOf(sheet), labelIndex(form, fields))?.columns;
  const owed = fields.filter(
    ({ id, type, requiredIn }) => type !== 'text' && requiredIn.length > 0 && columns?.has(id),
  );
  return columns?.has(form.rowKey[0] ?? '') === true && owed.length >= 2;
}

/** Visible sheets whose labels are the form's, best first. A sheet goes to the form it fits best. */
function byLabels(form: FormDefinition, sheets: readonly RawSheet[], set: CriteriaSet): readonly RawSheet[] {
  return sheets
    .filter((sheet) => sheet.state === 'visible')
    .filter(
      (sheet) =>
        resembles(sheet, form, set) &&
        set.forms.every((other) => hitsIn(sheet, other, set) <= hitsIn(sheet, form, set)),
    )
    .sort((a, b) => hitsIn(b, form, set) - hitsIn(a, form, set));
}

const hits = new WeakMap<RawSheet, Map<FormDefinition, number>>();

/** How many labels or lines of the form stand in the sheet. */
function hitsIn(sheet: RawSheet, form: FormDefinition, set: CriteriaSet): number {
  const known = hits.get(sheet) ?? new Map<FormDefinition, number>();
  hits.set(sheet, known);
  const count = known.get(form) ?? countHits(sheet, form, set);
  known.set(form, count);
  return count;
}

function countHits(sheet: RawSheet, form: FormDefinition, set: CriteriaSet): number {
  const fields = fieldsEnteredOn(set, form);
  const grid = gridOf(sheet);
  switch (form.shape) {
    case 'table':
    case 'criteria':
      return locateHeader(grid, labelIndex(form, fields))?.columns.size ?? 0;
    case 'pairs':
      return locatePairs(grid, fields, new Map()).size;
    case 'list':
      return listedLines(sheet, form, fields);
    default:
      return form.shape satisfies never;
  }
}

/** A copy nobody filled says nothing; when only the copy is filled, the copy is the form. */
function withoutEmptyCopies(found: readonly FoundForm[], set: CriteriaSet): FoundForm[] {
  const isFilled = ({ form, sheet }: FoundForm): boolean => {
    if (form.shape === 'pairs') return true;
    const header = locateHeader(gridOf(sheet), labelIndex(form, fieldsEnteredOn(set, form)));
    return sheet.cells.some(
      (cell) =>
        isNumberCell(cell) &&
        cell.formula !== true &&
        cell.row > (header?.lastRow ?? 0) &&
        cell.column !== (header?.ordinal ?? 1),
    );
  };
  return found.filter((one) => {
    const same = found.filter(({ form }) => form === one.form);
    return same.length === 1 || isFilled(one) || (one === same[0] && !same.some(isFilled));
  });
}

/** Rows that begin with a code of the list and carry its text; without codes, a headed table of enough of its texts. */
function listedLines(sheet: RawSheet, form: FormDefinition, fields: readonly FieldDefinition[]): number {
  const labels = new Set(fields.map((field) => `${codeOn(field, form.id) ?? ''} ${labelKey(field.label)}`));
  const grid = gridOf(sheet);
  const coded = grid.rows.filter((row) => {
    const [first, second] = grid.inRow(row);
    return (
      first !== undefined && second !== undefined && labels.has(`${first.raw.trim()} ${labelKey(second.raw)}`)
    );
  }).length;
  const values = coded >= ENOUGH_LINES ? undefined : valueColumn(grid, new Map());
  if (values === undefined) return coded;
  const byLabel = labelsOf(fields);
  const named = new Set(
    grid.rows.flatMap((row) => {
      const left = grid.inRow(row).filter(({ column }) => row > values.headerRow && column < values.column);
      return left.flatMap((cell) => (cell.kind === 'text' ? (fieldNamed(cell.raw, byLabel)?.id ?? []) : []));
    }),
  );
  return named.size >= ENOUGH_TEXTS ? named.size : coded;
}

/** The folded name without what marks it as a copy, and without its year. Runs of spaces would be tried at every length. */
const withoutCopyMark = (name: string): string =>
  foldBare(
    cleanText(name)
      .replace(/\s*[-–_(]?\s*(?:năm\s*)?20\d\d\)?/iu, '')
      .replace(/\s*(?:\(\d{1,2}\)|[_-]\s*\d{1,2})\s*$/u, '')
      .replace(/\s*[-–_]?\s*\(?(?:bản sao|ban sao|copy|sao|cũ|mới|sửa|bổ sung)\)?\s*\d*\s*$/iu, '')
      .replace(/^\s*(?:bản sao của|copy of)\s+/iu, ''),
  );

/** A year in the sheet's name: "Biểu 01 năm 2023". */
const yearInName = (name: string): string | undefined => /(?<!\d)(20\d\d)(?!\d)/u.exec(name)?.[1];
