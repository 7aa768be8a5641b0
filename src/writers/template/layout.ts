/** Where every field of every form stands, computed before anything is drawn; the identity sheet lists the same places. */
import { cellAddress } from '../../values/cell-address.js';
import type { FieldDefinition, FormDefinition } from '../../model.js';
import { shortHash } from '../../values/short-hash.js';
import { criterionRows } from './criterion-rows.js';
import type { CriterionRow } from './criterion-rows.js';
import { formsOf, groupIn, printedFields } from './template-options.js';
import type { TemplateOptions } from './template-options.js';
import { defined } from '../../values/defined.js';

/** A field's one cell, or the first data cell of its column. */
export interface Place {
  readonly field: FieldDefinition;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly kind: 'cell' | 'column';
}

interface LayoutBase {
  readonly form: FormDefinition;
  readonly places: readonly Place[];
  /** Rows that stay in view and repeat in print end here. */
  readonly headerBottom: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface TableLayout extends LayoutBase {
  readonly kind: 'table';
  /** Row of the groups; equal to `labelRow` when the form has none. */
  readonly groupRow: number;
  readonly labelRow: number;
  readonly firstRow: number;
  /** Last data row; a totals row may follow. */
  readonly bottomRow: number;
  readonly totalRow?: number;
  /** Runs of columns under one group heading. */
  readonly groups: readonly { readonly label: string; readonly from: number; readonly to: number }[];
  /** Columns without a group heading. */
  readonly single: readonly number[];
  /** Columns kept in view: the row number and the name. */
  readonly fixedColumns: number;
  /** Rows known beforehand: the criteria of a title. */
  readonly criteria: readonly CriterionRow[];
}

export interface LinesLayout extends LayoutBase {
  readonly kind: 'list' | 'pairs';
  readonly headings: readonly { readonly row: number; readonly text: string }[];
  readonly valueColumn: number;
}

export type FormLayout = TableLayout | LinesLayout;

/** Title lines above every form: sender, province, title, period, unit of measure. */
export const TITLE_ROWS = 5;
const DEFAULT_ROWS = 30;
const SPARE_ROWS = 5;
/** Rows of a table without totals, where entries are few (models, agencies' campaigns). */
const FEW_ROWS = 15;

/** Layouts of all forms of the template, in the order of the sheets. */
export const layoutForms = (options: TemplateOptions): readonly FormLayout[] =>
  formsOf(options).map((form) =>
    form.shape === 'list' || form.shape === 'pairs' ? linesLayout(form, options) : tableLayout(form, options),
  );

/** A line of the identity sheet's table: field, sheet, cell, kind. */
export const identityRow = (place: Place): readonly string[] => [
  place.field.id,
  place.sheet,
  cellAddress(place.row, place.column),
  place.kind,
];

/** Changes whenever a field moves: other software may rely on it. */
export const fingerprintOf = (layouts: readonly FormLayout[]): string =>
  shortHash(
    layouts
      .flatMap((layout) => layout.places)
      .map((place) => identityRow(place).join('|'))
      .join('\n'),
  );

function tableLayout(form: FormDefinition, options: TemplateOptions): TableLayout {
  const fields = printedFields(form, options);
  const grouped = fields.some((field) => groupIn(field, form) !== undefined);
  const groupRow = TITLE_ROWS + 1;
  const labelRow = grouped ? groupRow + 1 : groupRow;
  const headerBottom = labelRow + 1;
  const firstRow = headerBottom + 1;
  const criteria = form.shape === 'criteria' ? criterionRows(form, options) : [];
  const bottomRow = firstRow + rowCount(form, criteria.length, options) - 1;
  // Before the fields: the row's number and, beside criteria, the standard they belong to.
  const first = form.shape === 'criteria' ? 3 : 2;
  // In view and on every page: the row's number and, where rows have names, the name.
  const fixedColumns = form.shape === 'criteria' ? 1 : first;
  const places = fields.map((field, index): Place => ({
    field,
    sheet: form.sheet,
    row: firstRow,
    column: first + index,
    kind: 'column',
  }));
  const totalRow = form.totalLabel === undefined ? undefined : bottomRow + 1;
  return {
    kind: 'table',
    form,
    places,
    groupRow,
    labelRow,
    headerBottom,
    firstRow,
    bottomRow,
    ...defined({ totalRow }),
    lastRow: totalRow ?? bottomRow,
    lastColumn: first + fields.length - 1,
    ...groupRuns(form, places, fixedColumns),
    fixedColumns,
    criteria,
  };
}

function rowCount(form: FormDefinition, criteria: number, options: TemplateOptions): number {
  if (criteria > 0) return criteria;
  if (form.totalLabel === undefined) return Math.min(options.blankRows ?? FEW_ROWS, FEW_ROWS);
  const known = options.areas?.length ?? 0;
  return Math.max(1, known + (options.blankRows ?? (known === 0 ? DEFAULT_ROWS : SPARE_ROWS)));
}

function groupRuns(
  form: FormDefinition,
  places: readonly Place[],
  fixedColumns: number,
): Pick<TableLayout, 'groups' | 'single'> {
  const groups: { label: string; id: string; from: number; to: number }[] = [];
  const first = places[0]?.column ?? 1;
  const single = Array.from({ length: first - 1 }, (_, index) => index + 1);
  for (const { field, column } of places) {
    const id = groupIn(field, form);
    const label = form.groups.find((group) => group.id === id)?.label;
    const last = groups.at(-1);
    if (id === undefined || label === undefined || column <= fixedColumns) single.push(column);
    else if (last?.id === id && last.to === column - 1) last.to = column;
    else groups.push({ label, id, from: column, to: column });
  }
  return { groups, single };
}

function linesLayout(form: FormDefinition, options: TemplateOptions): LinesLayout {
  const list = form.shape === 'list';
  const headerBottom = TITLE_ROWS + (list ? 2 : 0);
  const valueColumn = list ? 4 : 2;
  const headings: { row: number; text: string }[] = [];
  const places: Place[] = [];
  let row = headerBottom;
  const fields = printedFields(form, options);
  const ofGroup = (id: string | undefined): readonly FieldDefinition[] =>
    fields.filter((field) => groupIn(field, form) === id);
  const known = new Set(form.groups.map((group) => group.id));
  const loose = fields.filter((field) => !known.has(groupIn(field, form) ?? ''));
  const sections = [
    { text: '', fields: loose },
    ...form.groups.map((group) => ({ text: group.label, fields: ofGroup(group.id) })),
  ].filter((section) => section.fields.length > 0);
  for (const section of sections) {
    if (section.text !== '') headings.push({ row: ++row, text: section.text });
    for (const field of section.fields) {
      places.push({ field, sheet: form.sheet, row: ++row, column: valueColumn, kind: 'cell' });
    }
  }
  const lastColumn = list ? 5 : 3;
  return {
    kind: list ? 'list' : 'pairs',
    form,
    places,
    headings,
    headerBottom,
    valueColumn,
    lastRow: row,
    lastColumn,
  };
}
