/** What is said about rows that repeat others: which row, of which rows it is the sum, and where it is off. */
import { finding, type FindingSubject } from '../../findings/finding.js';
import type { FieldId, FigureTable, Finding, SourceRef } from '../../model.js';
import { inner } from '../../values/inner-quotes.js';
import { formatFigure } from '../../values/number-format.js';
import { addsUp } from './adding-fields.js';
import { foldLabel } from '../../values/vietnamese-text.js';
import { formSubject, refOf, rowName, type FormPlace } from '../layout/form-place.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import { listed } from '../listed.js';
import type { ButFor, Difference } from './near-evidence.js';
import type { NearSum } from './near-sums.js';
import type { Breakdown } from './breakdown.js';
import type { PartsBeside } from './parts-of-areas.js';
import type { RepeatedSum } from './repeated-sums.js';

const NAMED = 6;

const rowsNamed = (rows: readonly number[], name: (at: number) => string): string =>
  listed(
    rows.map((one) => `“${name(one)}”`),
    'dòng',
    NAMED,
  );

/** The place of a finding about a row, at the cell of a field, and how rows are called. */
function aboutRow(
  place: FormPlace,
  header: HeaderColumns,
  table: FigureTable,
  row: number,
  field: FieldId | undefined,
): {
  readonly name: (at: number) => string;
  readonly at: SourceRef;
  readonly subject: FindingSubject;
} {
  const name = (at: number): string =>
    inner(rowName({ label: table.rowLabels[at] ?? '', sheetRow: table.sheetRows[at] ?? 0 }));
  return {
    name,
    at: refOf(place, table.sheetRows[row] ?? 1, header.columns.get(field ?? '') ?? 1),
    subject: {
      ...formSubject(place),
      rowKey: `${foldLabel(name(row))} #${String(table.sheetRows[row] ?? 0)}`,
    },
  };
}

export function repeatedFinding(
  place: FormPlace,
  header: HeaderColumns,
  table: FigureTable,
  { row, over, fields, verdict }: RepeatedSum,
): Finding {
  const { name, at, subject } = aboutRow(place, header, table, row, fields[0]);
  const labels = fields.flatMap((id) => place.fields.find((field) => field.id === id)?.label ?? []);
  const parameters = {
    row: name(row),
    form: place.formTitle,
    count: over.length,
    rows: rowsNamed(over, name),
    fields: listed(
      labels.map((label) => `“${inner(label)}”`),
      'cột',
    ),
  };
  if (verdict === 'sum')
    return finding('layout/row-is-sum', at, parameters, {
      ...subject,
      fields: allFields(header),
      ...judged(place, table, [row], over),
    });
  return over.length === 1
    ? finding('layout/row-perhaps-copy', at, parameters, { ...subject, fields })
    : finding('layout/row-perhaps-sum', at, parameters, { ...subject, fields });
}

/** What an acceptance is bound to: the figures of the rows, and of those whose sum they would be. */
function judged(
  { fields }: FormPlace,
  table: FigureTable,
  rows: readonly number[],
  others: readonly number[],
): Pick<FindingSubject, 'actual' | 'expected'> {
  const adding = fields.filter((field) => addsUp(field) && table.columns.has(field.id));
  const figures = (some: readonly number[]): string =>
    adding
      .flatMap((field) => {
        const numbers = some.map((row) => table.columns.get(field.id)?.numbers[row] ?? Number.NaN);
        const filled = numbers.filter((one) => !Number.isNaN(one));
        return filled.length === 0
          ? []
          : [
              formatFigure(
                filled.reduce((sum, one) => sum + one, 0),
                field,
              ),
            ];
      })
      .join('; ');
  return { actual: figures(rows), expected: [figures(others)] };
}

const SHOWN_OFF = 3;

export function nearFinding(
  place: FormPlace,
  header: HeaderColumns,
  table: FigureTable,
  { row, over, fields, off, butFor, verdict }: NearSum,
): Finding {
  const { name, at, subject } = aboutRow(place, header, table, row, off[0]?.field);
  if (verdict === 'copy') {
    const parameters = { row: name(row), form: place.formTitle, rows: rowsNamed(over, name) };
    const differences = differencesOf(place, off, 'dòng kia ghi').join('; ');
    return finding(
      'layout/row-perhaps-near-copy',
      at,
      { ...parameters, differences },
      { ...subject, fields },
    );
  }
  const differences = differencesOf(place, off, 'cộng được');
  const why = butFor === undefined ? [] : [oneOff(name(butFor.row), butFor.counted)];
  const parameters = {
    row: name(row),
    form: place.formTitle,
    count: over.length,
    rows: rowsNamed(over, name),
    differences: [...differences, ...why].join('; '),
  };
  return verdict === 'near'
    ? finding('layout/row-near-sum', at, parameters, {
        ...subject,
        fields: allFields(header),
        ...judged(place, table, [row], over),
      })
    : finding('layout/row-perhaps-near-sum', at, parameters, { ...subject, fields });
}

const differencesOf = (place: FormPlace, off: readonly Difference[], beside: string): readonly string[] =>
  off.slice(0, SHOWN_OFF).flatMap(({ field, stated, sum }) => {
    const definition = place.fields.find(({ id }) => id === field);
    if (definition === undefined) return [];
    const [own, added] = [stated, sum].map((number) => formatFigure(number, definition));
    return [`“${inner(definition.label)}” ghi ${own ?? ''}, ${beside} ${added ?? ''}`];
  });

export function breakdownFinding(
  place: FormPlace,
  header: HeaderColumns,
  table: FigureTable,
  { classes, others, among = classes.length, off, verdict }: Breakdown,
): Finding {
  const { name, at, subject } = aboutRow(place, header, table, classes[0] ?? 0, off[0]?.field);
  const parameters = {
    rows:
      among > classes.length
        ? `${rowsNamed(classes, name)} và ${String(among - classes.length)} dòng cộng`
        : rowsNamed(classes, name),
    form: place.formTitle,
    count: others.length,
    how: off.length === 0 ? 'đúng bằng' : `gần bằng (${differencesOf(place, off, 'cộng được').join('; ')})`,
  };
  const related = classes.slice(1).map((row) => aboutRow(place, header, table, row, off[0]?.field).at);
  return verdict === 'breakdown'
    ? finding('layout/rows-repeat-all', at, parameters, {
        ...subject,
        fields: allFields(header),
        related,
        ...judged(place, table, classes, others),
      })
    : finding('layout/rows-perhaps-repeat-all', at, parameters, { ...subject, fields: allFields(header) });
}

const oneOff = (row: string, counted: ButFor['counted']): string =>
  counted === 'never'
    ? `đúng bằng tổng nếu bỏ dòng “${row}”`
    : `đúng bằng tổng nếu cộng dòng “${row}” hai lần`;

export function partsFinding(
  place: FormPlace,
  header: HeaderColumns,
  table: FigureTable,
  { above, parts, isSum }: PartsBeside,
): Finding {
  const { name, at, subject } = aboutRow(place, header, table, above, undefined);
  const parameters = {
    row: name(above),
    form: place.formTitle,
    count: parts.length,
    rows: listed(
      parts.map((row) => `“${name(row)}” (dòng ${table.sheetRows[row] ?? 0})`),
      'dòng',
      NAMED,
    ),
  };
  const related = parts.map((row) => aboutRow(place, header, table, row, undefined).at);
  const told = {
    ...subject,
    fields: allFields(header),
    related,
    ...(isSum ? judged(place, table, [above], parts) : {}),
  };
  return isSum
    ? finding('layout/parts-beside-whole', at, parameters, told)
    : finding('layout/perhaps-parts-beside-whole', at, parameters, told);
}

export function unclearFinding(
  place: FormPlace,
  header: HeaderColumns,
  table: FigureTable,
  row: number,
): Finding {
  const sheetRow = table.sheetRows[row] ?? 0;
  const label = table.rowLabels[row] ?? '';
  return finding(
    'layout/row-unclear',
    refOf(place, sheetRow, 1),
    { row: inner(rowName({ label, sheetRow })), form: place.formTitle },
    { ...formSubject(place), rowKey: `${foldLabel(label)} #${String(sheetRow)}`, fields: allFields(header) },
  );
}

const allFields = (header: HeaderColumns): readonly FieldId[] => [...header.columns.keys()];
