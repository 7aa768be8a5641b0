/** A form as sent, brought to what the period asks of its sender: what is not asked does not count, and is told where it was filled. */
import { notAskedOf } from '../../criteria/asked-of.js';
import { finding } from '../../findings/finding.js';
import type {
  CriteriaSet,
  FieldColumn,
  FieldDefinition,
  FieldId,
  FigureTable,
  Finding,
  FormDefinition,
  UnitVersion,
} from '../../model.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { defined } from '../../values/defined.js';
import { formatDate } from '../../values/number-format.js';
import { figureCell, placeIn } from '../../values/cell-address.js';
import { fieldsPrintedOn } from '../layout/fields-of-form.js';
import { inner } from '../../values/inner-quotes.js';
import { listed } from '../listed.js';

interface Sent {
  readonly set: CriteriaSet;
  readonly form: FormDefinition;
  readonly period: string;
  /** As it stands in the list; a unit beyond it has its code only. */
  readonly unit?: UnitVersion;
  readonly code?: string;
}

export interface OnlyAsked {
  readonly table: FigureTable;
  readonly findings: readonly Finding[];
}

/** Columns nobody is asked for in the period go; those not asked of this unit say "not applicable". */
export function onlyAsked(table: FigureTable, made: readonly Finding[], sent: Sent): OnlyAsked {
  const ended = new Set((sent.set.notInPeriod ?? []).map(({ id }) => id));
  const foreign = notAskedOf(sent.set, sent.unit);
  const fields = fieldsPrintedOn(sent.set, sent.form).filter(({ id }) => ended.has(id) || foreign.has(id));
  if (fields.length === 0) return { table, findings: made };
  const columnsOf = ({ columns }: FigureTable): FigureTable['columns'] =>
    new Map(
      [...columns].flatMap(([id, column]) =>
        ended.has(id) ? [] : [[id, foreign.has(id) ? notApplicable(column) : column] as const],
      ),
    );
  const brought = {
    ...table,
    columns: columnsOf(table),
    ...(table.totals === undefined ? {} : { totals: { ...table.totals, columns: columnsOf(table.totals) } }),
  };
  const gone = new Set<FieldId>(fields.map(({ id }) => id));
  // What is wrong with a figure that does not count need not be mended.
  const kept = made.filter(
    (one) => (one.fields ?? []).length === 0 || one.fields?.some((id) => !gone.has(id)),
  );
  const filled = fields.filter(({ id }) => isFilled(table.columns.get(id)));
  return {
    table: brought,
    findings: [
      ...kept,
      ...unaskedFindings(
        table,
        filled.filter(({ id }) => ended.has(id)),
        'row/no-longer-asked',
        sent,
      ),
      ...unaskedFindings(
        table,
        filled.filter(({ id }) => !ended.has(id)),
        'row/not-asked-of-unit',
        sent,
      ),
    ],
  };
}

/** Numbers other than zero, answers, words; a nought in a line that is not asked says nothing. */
const isFilled = (column: FieldColumn | undefined): boolean =>
  column?.states.some(
    (state, row) =>
      state === 'pending' ||
      state === 'excluded' ||
      (state === 'value' && (column.texts[row] !== undefined || column.numbers[row] !== 0)),
  ) === true;

const notApplicable = ({ field, states, column, row, cells }: FieldColumn): FieldColumn => ({
  field,
  states: states.map(() => 'notApplicable' as const),
  numbers: new Float64Array(states.length).fill(Number.NaN),
  texts: states.map(() => undefined),
  column,
  ...defined({ row, cells }),
});

function unaskedFindings(
  table: FigureTable,
  fields: readonly FieldDefinition[],
  code: 'row/no-longer-asked' | 'row/not-asked-of-unit',
  { form, unit, code: sender, period }: Sent,
): readonly Finding[] {
  const [first] = fields;
  if (first === undefined) return [];
  const column = table.columns.get(first.id);
  const filled = column?.states.findIndex((state) => state !== 'missing') ?? 0;
  const cell = column === undefined ? undefined : figureCell(column, table.sheetRows, filled);
  // A figure that was to be added up is asked about: it may belong in another line.
  const adds = fields.some(({ aggregation }) => aggregation === 'sum');
  return [
    finding(
      code,
      placeIn(table.file, table.sheet, cell),
      {
        form: form.sheet,
        count: fields.length,
        fields: listed(
          fields.map((field) => nameOf(field, code)),
          'chỉ tiêu',
          6,
        ),
        period,
        unit: unit === undefined ? '' : unitFullName(unit),
      },
      {
        ...defined({ unit: sender }),
        period,
        form: form.id,
        fields: fields.map(({ id }) => id),
        severity: adds || code === 'row/not-asked-of-unit' ? 'warning' : 'info',
      },
    ),
  ];
}

function nameOf({ label, code: line, validTo }: FieldDefinition, code: string): string {
  const name = `“${inner(line === undefined ? label : `${line} ${label}`)}”`;
  return code === 'row/no-longer-asked' && validTo !== undefined
    ? `${name} (đến ngày ${formatDate(validTo)})`
    : name;
}
