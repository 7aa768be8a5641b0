/**
 * A resubmission against the one before: what was corrected, what was not, what is new, and which figures changed
 * although nobody asked.
 */
import { parseCellAddress, placeIn, recordedCell } from '../values/cell-address.js';
import { isStandingError } from '../findings/acceptance.js';
import type {
  CriteriaSet,
  FieldRecord,
  Finding,
  ResubmissionComparison,
  ResultsDocument,
  RowsRecord,
  UnaskedChange,
} from '../model.js';
import { formatFigure } from '../values/number-format.js';
import { foldLabel } from '../values/vietnamese-text.js';
import { findingsByUnit, isQuestion } from './open-matters.js';
import { defined } from '../values/defined.js';
import { groupBy } from '../values/groups.js';

/** Figures only: the sender's name, dates and Lần nộp are expected to change. */
const FIGURES = new Set(['count', 'amount', 'percent', 'choice', 'yesNo']);
const EXPECTED_TO_CHANGE = new Set(['submissionNo', 'figureStatus']);

/** `before` is the same run with the unit's earlier submission in place of the present one. */
export function compareResubmission(
  before: ResultsDocument,
  after: ResultsDocument,
  unit: string,
  set: CriteriaSet,
): ResubmissionComparison {
  const [asked, now] = [before, after].map((results) =>
    (findingsByUnit(results).get(unit) ?? []).filter(isOpen),
  );
  const [askedFor = [], present = []] = [asked, now];
  const [old, current] = [askedFor, present].map((findings) => new Set(findings.map(({ id }) => id)));
  return {
    corrected: askedFor.filter(({ id }) => current?.has(id) !== true),
    notCorrected: present.filter(({ id }) => old?.has(id) === true),
    fresh: present.filter(({ id }) => old?.has(id) !== true),
    unasked: changes(before, after, unit, set).filter((change) => !wasAsked(change, askedFor)),
  };
}

const isOpen = (one: Finding): boolean =>
  isStandingError(one) ||
  isQuestion(one) ||
  one.code === 'unit/partly-reported' ||
  one.code === 'unit/form-missing';

interface Change extends UnaskedChange {
  /** Row of the sheet in which the figure stood before. */
  readonly oldRow?: number;
}

/** A finding about one row asks for the cells of that row; any other for all of its fields, or for the whole form. */
function wasAsked(change: Change, asked: readonly Finding[]): boolean {
  // Who is asked why rows and total disagree may add the row that is missing.
  if (change.kind !== undefined && asked.some(({ code }) => code.startsWith('total/'))) return true;
  return asked.some((one) => {
    if (one.form !== undefined && one.form !== change.form) return false;
    if (one.fields !== undefined && one.fields.length > 0 && !one.fields.includes(change.field)) return false;
    if (one.rowKey === undefined || one.rowKey === '') return true;
    return [one.at, ...(one.related ?? [])].some(
      ({ cell }) => change.oldRow === undefined || parseCellAddress(cell ?? '')?.row === change.oldRow,
    );
  });
}

function changes(
  before: ResultsDocument,
  after: ResultsDocument,
  unit: string,
  set: CriteriaSet,
): readonly Change[] {
  const fields = new Map(after.fields.map((field) => [field.id, field]));
  const forms = Object.entries(after.rows[unit] ?? {}).flatMap(([form, rows]) => {
    const old = before.rows[unit]?.[form];
    const key = set.forms.find(({ id }) => id === form)?.rowKey ?? [];
    return old === undefined ? [] : rowChanges(form, old, rows, key, fields);
  });
  return [...forms, ...ownChanges(before, after, unit, fields)];
}

function ownChanges(
  before: ResultsDocument,
  after: ResultsDocument,
  unit: string,
  fields: ReadonlyMap<string, FieldRecord>,
): readonly Change[] {
  return Object.entries(after.own[unit] ?? {}).flatMap(([id, now]): readonly Change[] => {
    const field = fields.get(id);
    const old = before.own[unit]?.[id];
    if (field === undefined || old === undefined || !isFigure(field)) return [];
    const [one, other] = [old, now].map((record) => shown(record.value ?? null, field));
    if (one === undefined || other === undefined || one === other) return [];
    const at = placeIn(now.file, now.sheet, now.cell);
    return [{ form: field.form, field: id, label: field.label, before: one, after: other, at }];
  });
}

/** Rows are matched by their key; one that came or went is a change of its own, although its figures stand nowhere else. */
function rowChanges(
  form: string,
  old: RowsRecord,
  now: RowsRecord,
  key: readonly string[],
  fields: ReadonlyMap<string, FieldRecord>,
): readonly Change[] {
  const pairs = matchRows(old, now, key);
  const figures = now.sheetRows.flatMap((_, row) => {
    const oldRow = pairs.get(row);
    if (oldRow === undefined) return [];
    return Object.entries(now.columns).flatMap(([id, column]): readonly Change[] => {
      const field = fields.get(id);
      const earlier = old.columns[id];
      if (field === undefined || earlier === undefined || key.includes(id) || !isFigure(field)) return [];
      const one = shown(earlier.values[oldRow] ?? null, field);
      const other = shown(column.values[row] ?? null, field);
      if (one === other) return [];
      const oldSheetRow = old.sheetRows[oldRow];
      return [
        {
          form,
          field: id,
          label: field.label,
          row: labelOf(now, row, key),
          before: one,
          after: other,
          at: placeIn(now.file, now.sheet, recordedCell(column, now.sheetRows, row)),
          ...defined({ oldRow: oldSheetRow }),
        },
      ];
    });
  });
  const kept = new Set(pairs.values());
  const [first = ''] = key;
  const wholeRow = (rows: RowsRecord, row: number, kind: 'added' | 'gone'): readonly Change[] => {
    const label = labelOf(rows, row, key);
    const column = rows.columns[first];
    const cell = column === undefined ? undefined : recordedCell(column, rows.sheetRows, row);
    const change = { form, field: first, label: '', row: label, before: '', after: '', kind };
    if (label === '') return [];
    return [{ ...change, at: placeIn(now.file, now.sheet, kind === 'added' ? cell : undefined) }];
  };
  return [
    ...figures,
    ...now.sheetRows.flatMap((_, row) => (pairs.has(row) ? [] : wholeRow(now, row, 'added'))),
    ...old.sheetRows.flatMap((_, row) => (kept.has(row) ? [] : wholeRow(old, row, 'gone'))),
  ];
}

/** Row of now → row of before: by the whole key, then by its first field where only one on each side is left with it. */
function matchRows(old: RowsRecord, now: RowsRecord, key: readonly string[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  for (const fields of [key, key.slice(0, 1)]) {
    const taken = new Set(pairs.values());
    const left = rowsByKey(old, fields, (row) => !taken.has(row));
    for (const [label, rows] of rowsByKey(now, fields, (row) => !pairs.has(row))) {
      const [[row], [oldRow]] = [rows, left.get(label) ?? []];
      const single = rows.length === 1 && left.get(label)?.length === 1;
      if (row !== undefined && oldRow !== undefined && single) pairs.set(row, oldRow);
    }
  }
  return pairs;
}

function rowsByKey(
  rows: RowsRecord,
  key: readonly string[],
  isFree: (row: number) => boolean,
): ReadonlyMap<string, readonly number[]> {
  return groupBy(rows.sheetRows.keys(), (row) => {
    const label = foldLabel(labelOf(rows, row, key));
    return label === '' || !isFree(row) ? undefined : label;
  });
}

const isFigure = ({ id, type }: FieldRecord): boolean => FIGURES.has(type) && !EXPECTED_TO_CHANGE.has(id);

const labelOf = ({ columns }: RowsRecord, row: number, key: readonly string[]): string =>
  key
    .flatMap((field) => columns[field]?.values[row] ?? [])
    .map(String)
    .join(', ');

/** Blank is empty; the wording says so. */
function shown(value: number | string | null, field: FieldRecord): string {
  if (value === null) return '';
  return typeof value === 'number' ? formatFigure(value, field) : (field.choices?.[value] ?? value);
}
