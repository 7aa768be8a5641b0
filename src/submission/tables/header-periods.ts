/** Headers that say of which year the figures under them are: another than the form's, and they are no figures of it. */
import { columnLetter } from '../../values/cell-address.js';
import { finding } from '../../findings/finding.js';
import { isQuantity } from '../../measures/field-types.js';
import type { FieldId, Finding } from '../../model.js';
import { inner } from '../../values/inner-quotes.js';
import { formSubject, refOf, type FormPlace } from '../layout/form-place.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import { listed, shortened } from '../listed.js';
import { periodsSaid } from '../layout/period-text.js';

/** Figures that stand under one header. */
interface Under {
  readonly row: number;
  readonly column: number;
  /** The label and the headings over it. */
  readonly said: readonly string[];
  readonly fields: readonly FieldId[];
}

/** A table: each column under its own header. */
export function columnsOfOtherPeriod(place: FormPlace, header: HeaderColumns): readonly Finding[] {
  const under = place.fields.flatMap((field): readonly Under[] => {
    const column = header.columns.get(field.id);
    if (column === undefined || field.type === 'text' || field.type === 'date') return [];
    return [{ row: header.labelRow, column, said: header.said.get(column) ?? [], fields: [field.id] }];
  });
  return ofOtherPeriod(place, under);
}

/** Of two columns of one field the one that is not of another period, where the headers say so: last year's beside this one. */
export function inPeriod(place: FormPlace, header: HeaderColumns): HeaderColumns {
  const { period } = place.subject;
  if (period === undefined || REGISTRATION.test(period) || header.doubled.length === 0) return header;
  const isOther = (column: number): boolean =>
    header.said.get(column)?.some((label) => isOfOther(label, period)) === true;
  const [columns, unknown] = [new Map(header.columns), new Map(header.unknown)];
  const doubled = header.doubled.filter(({ field, first, second }) => {
    const all = header.doubled.filter((one) => one.field === field).map((one) => one.second);
    const [own, ...more] = [first, ...all].filter((column) => !isOther(column));
    if (own === undefined || more.length > 0) return true;
    columns.set(field, own);
    for (const column of [first, second])
      if (column !== own) unknown.set(column, (header.said.get(column) ?? []).toReversed().join(' - '));
    return false;
  });
  return { ...header, columns, unknown, doubled };
}

/** A list: all figures under one heading. */
export const listOfOtherPeriod = (
  place: FormPlace,
  at: { readonly row: number; readonly column: number },
): readonly Finding[] =>
  ofOtherPeriod(place, [
    {
      ...at,
      said: [place.grid.textOver(at.row, at.column)],
      fields: place.fields.filter(isQuantity).map(({ id }) => id),
    },
  ]);

function ofOtherPeriod(place: FormPlace, all: readonly Under[]): readonly Finding[] {
  const { period } = place.subject;
  // What was registered may be told beside the results of the year before.
  if (period === undefined || REGISTRATION.test(period)) return [];
  const other = all.flatMap((one) => {
    const text = one.said.find((label) => isOfOther(label, period));
    return text === undefined ? [] : [{ ...one, text }];
  });
  const [first] = other;
  if (first === undefined) return [];
  return [
    finding(
      'layout/columns-of-other-period',
      refOf(place, first.row, first.column),
      {
        form: place.formTitle,
        count: other.length,
        columns: listed(
          other.map(({ column, text }) => `cột ${columnLetter(column)} (“${inner(shortened(text))}”)`),
          'cột',
        ),
        period,
      },
      {
        ...formSubject(place),
        fields: other.flatMap(({ fields }) => fields),
        related: other.slice(1).map(({ row, column }) => refOf(place, row, column)),
      },
    ),
  ];
}

const REGISTRATION = /-DK$/u;
/** Ids of half a year and of other parts of one. */
const PART = /^\d{4}(?:-H1| \()/u;

/** "Năm 2023", "(dự kiến 2025)" over figures of 2024; "9 tháng 2024" over those of the year. */
function isOfOther(label: string, period: string): boolean {
  const year = period.slice(0, 4);
  // "(6 tháng đầu năm)" leaves its year to be understood.
  const inYear = periodsSaid(`${label} năm ${year}`)?.periods.filter((one) => PART.test(one));
  const periods = periodsSaid(label)?.periods ?? inYear ?? [];
  if (periods.length === 0) return false;
  return periods.every((one) => !one.startsWith(year) || (one !== period && PART.test(one)));
}
