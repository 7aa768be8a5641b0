/**
 * The sender's own row of totals: checked, never added. A formula that no longer says the sum of its rows, and totals
 * typed over the form's formulas, are each told apart from a total that was typed wrong (rule total-row).
 */
import { finding } from '../../findings/finding.js';
import type { FieldColumn, FigureTable, Finding, FieldDefinition, RawCell } from '../../model.js';
import { formatFigure } from '../../values/number-format.js';
import { formSubject, inSheet, refOf, type FormPlace } from '../layout/form-place.js';
import { listed } from '../listed.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import { inner } from '../../values/inner-quotes.js';
import { addsUp } from './adding-fields.js';

export interface CheckedTotals {
  /** Totals whose formula is stale are excluded: what they say is no statement of the sender. */
  readonly totals: FigureTable;
  readonly findings: readonly Finding[];
}

/** Looks at the cells behind the totals; `totals` has one row. */
export function checkTotals(
  place: FormPlace,
  header: HeaderColumns,
  data: FigureTable,
  totals: FigureTable,
): CheckedTotals {
  const [row = 0] = totals.sheetRows;
  const findings: Finding[] = [];
  const typed: FieldDefinition[] = [];
  const columns = new Map(totals.columns);
  for (const field of place.fields) {
    const column = totals.columns.get(field.id);
    const cell = place.grid.at(row, header.columns.get(field.id) ?? 0);
    if (!addsUp(field) || column === undefined || cell === undefined) continue;
    if (cell.formula !== true) {
      typed.push(field);
      continue;
    }
    const stated = column.states[0] === 'value' ? column.numbers[0] : undefined;
    const sum = sumOf(data.columns.get(field.id));
    if (stated === undefined || sum === undefined || stated === sum) continue;
    columns.set(field.id, { ...column, states: ['excluded'] });
    const text = (number: number): string => formatFigure(number, field);
    findings.push(
      finding(
        'layout/stale-sum',
        refOf(place, cell.row, cell.column),
        {
          field: inner(field.label),
          form: place.formTitle,
          stated: text(stated),
          sum: text(sum),
          reason: reasonOf(place, header, field, data, { stated, cell }),
        },
        { ...formSubject(place), fields: [field.id], actual: text(stated), expected: [text(sum)] },
      ),
    );
  }
  const [first] = typed;
  if (first !== undefined && wasFormula(place)) {
    findings.push(
      finding(
        'layout/formula-overwritten',
        refOf(place, row, header.columns.get(first.id) ?? 1),
        {
          form: place.formTitle,
          count: typed.length,
          fields: listed(
            typed.map((field) => `“${inner(field.label)}”`),
            'cột',
          ),
        },
        { ...formSubject(place), fields: typed.map(({ id }) => id) },
      ),
    );
  }
  return { totals: { ...totals, columns }, findings };
}

/** Only forms sent out with an identity sheet are known to have had formulas in their totals. */
const wasFormula = (place: FormPlace): boolean => place.identityPlaces.size > 0;

/** Sum of the rows; undefined where a cell could not be read, so that no sum is known. */
function sumOf(column: FieldColumn | undefined): number | undefined {
  if (column === undefined) return undefined;
  let sum = 0;
  for (const [row, state] of column.states.entries()) {
    if (state === 'excluded' || state === 'pending') return undefined;
    if (state === 'value') sum += column.numbers[row] ?? Number.NaN;
  }
  return Number.isSafeInteger(sum) ? sum : undefined;
}

/** Spreadsheets do not add figures that are stored as text; that explains most formulas that fall short. */
function reasonOf(
  place: FormPlace,
  header: HeaderColumns,
  field: FieldDefinition,
  data: FigureTable,
  { stated, cell }: { readonly stated: number; readonly cell: RawCell },
): string {
  const verdict = place.formulas?.verdict(place.grid.sheet.name, inSheet(place, cell));
  if (verdict?.kind === 'stale') return `công thức chưa được tính lại, tính lại được ${verdict.value}`;
  const column = data.columns.get(field.id);
  const at = header.columns.get(field.id) ?? 0;
  let numbers = 0;
  let texts = 0;
  data.sheetRows.forEach((row, index) => {
    if (column?.states[index] !== 'value') return;
    const figure = column.numbers[index] ?? Number.NaN;
    if (place.grid.at(row, at)?.kind === 'number') numbers += figure;
    else if (figure !== 0) texts += 1;
  });
  return texts > 0 && numbers === stated
    ? `có ${texts} số lưu dạng chữ nên phần mềm bảng tính không cộng`
    : verdict?.kind === 'same'
      ? 'công thức không cộng đúng các dòng này'
      : 'công thức chưa được tính lại hoặc không cộng hết các dòng';
}
