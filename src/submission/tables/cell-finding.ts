/** A problem of one cell as a finding: what stands there, in which field, in whose row. */
import { finding, type FindingSubject } from '../../findings/finding.js';
import type { FieldDefinition, Finding, RawCell } from '../../model.js';
import type { FormulaVerdict } from '../formulas/formula-check.js';
import type { MergedCell } from '../layout/cell-merges.js';
import { addressOf, formSubject, refOf, rowName, type FormPlace } from '../layout/form-place.js';
import { formatDate } from '../../values/number-format.js';
import { shortened } from '../listed.js';
import type { CellProblem } from '../cells/read-cell.js';
import { inner } from '../../values/inner-quotes.js';

export interface RowNamed {
  readonly sheetRow: number;
  readonly key: string;
  readonly label: string;
}

const subjectOf = (
  place: FormPlace,
  field: FieldDefinition,
  row: RowNamed,
  cell: RawCell,
): FindingSubject => ({
  ...formSubject(place),
  ...(row.key === '' ? {} : { rowKey: row.key }),
  fields: [field.id],
  actual: shown(cell),
});

/** What the sender sees or typed; a formula without result shows nothing. */
const shown = (cell: RawCell): string =>
  cell.kind === 'boolean' ? (cell.raw === '1' ? 'TRUE' : 'FALSE') : shortened(cell.raw);

/** With what the cell shows, where its format rounds what is stored: "12 (ô lưu 12,4)". */
export const seenAndStored = (cell: RawCell): string => {
  if (cell.kind !== 'number') return inner(shown(cell));
  const stored = inner(shown(cell)).replace('.', ',');
  const seen = cell.shown?.text;
  return seen === undefined || seen === '' || seen === stored ? stored : `${inner(seen)} (ô lưu ${stored})`;
};

/** The finding for what `readCell` found wrong or worth telling. */
export function cellFinding(
  place: FormPlace,
  field: FieldDefinition,
  row: RowNamed,
  cell: RawCell,
  problem: CellProblem,
): Finding {
  const at = refOf(place, cell.row, cell.column);
  const subject = subjectOf(place, field, row, cell);
  const parameters = {
    text: seenAndStored(cell),
    field: inner(field.label),
    row: rowName(row),
    unit: field.unit ?? '',
  };
  switch (problem.code) {
    case 'cell/ambiguous-number':
      return finding(problem.code, at, { ...parameters, ...problem }, subject);
    case 'cell/percent-for-number':
      return finding(problem.code, at, { ...parameters, ...problem }, subject);
    case 'cell/letter-for-digit':
      return finding(problem.code, at, { ...parameters, ...problem }, subject);
    case 'cell/shown-otherwise':
    case 'cell/shown-as-dong':
      return finding(problem.code, at, { ...parameters, ...problem }, subject);
    case 'cell/too-many-decimals':
      return finding(problem.code, at, { ...parameters, ...problem }, subject);
    case 'cell/not-a-choice':
      return finding(problem.code, at, { ...parameters, ...problem }, subject);
    case 'cell/date-for-number':
      return finding(problem.code, at, { ...parameters, date: dateText(problem.date) }, subject);
    case 'cell/tidied-number':
    case 'cell/number-and-words':
    case 'cell/settled-number':
      return finding(
        problem.code,
        at,
        { ...parameters, value: scaledText(problem.value, field.scale) },
        subject,
      );
    case 'cell/uncalculated':
      return finding(problem.code, at, { ...parameters, cell: addressOf(place, cell) }, subject);
    case 'cell/not-a-number':
    case 'cell/not-whole':
    case 'cell/negative':
    case 'cell/too-large':
    case 'cell/error-value':
    case 'cell/mark-not-understood':
    case 'cell/not-yes-no':
    case 'cell/not-a-date':
      return finding(problem.code, at, parameters, subject);
    default:
      return problem satisfies never;
  }
}

/** The finding for a formula whose stored result is not what it gives. */
export function staleFinding(
  place: FormPlace,
  field: FieldDefinition,
  row: RowNamed,
  cell: RawCell,
  { stored, value }: Extract<FormulaVerdict, { kind: 'stale' }>,
): Finding {
  const parameters = {
    cell: addressOf(place, cell),
    stored: inner(shortened(stored)),
    value: inner(shortened(value)),
    field: inner(field.label),
    row: rowName(row),
  };
  const subject = { ...subjectOf(place, field, row, cell), actual: stored, expected: [value] };
  return finding('cell/stale-formula', refOf(place, cell.row, cell.column), parameters, subject);
}

/** The finding for a cell whose merge keeps it from being read, or that answers for several rows. */
export function mergeFinding(
  place: FormPlace,
  field: FieldDefinition,
  row: RowNamed,
  merged: MergedCell,
): Finding | undefined {
  if (merged.kind === 'plain' || merged.kind === 'covered') return undefined;
  const { cell } = merged;
  const at = refOf(place, cell.row, cell.column);
  const subject = subjectOf(place, field, row, cell);
  const parameters = { text: inner(shown(cell)), field: inner(field.label), row: rowName(row) };
  switch (merged.kind) {
    case 'hiddenFigure':
      return finding('cell/under-merge', at, parameters, subject);
    case 'sharedFigure':
      return finding('cell/merged-figure', at, { ...parameters, rows: merged.rows }, subject);
    case 'acrossColumns':
      return finding('cell/merged-across', at, { ...parameters, columns: merged.columns }, subject);
    case 'sharedAnswer':
      return finding('cell/merged-answer', at, { ...parameters, rows: merged.rows }, subject);
    default:
      return merged satisfies never;
  }
}

const dateText = (iso: string): string => (iso === '' ? '' : ` (${formatDate(iso)})`);

/** 12500 at scale 3 → "12,5", without grouping, as it may be typed. */
const scaledText = (value: number, scale: number): string => {
  const digits = String(value).padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)},${digits.slice(-scale)}`.replace(/,?0+$/u, '');
};
