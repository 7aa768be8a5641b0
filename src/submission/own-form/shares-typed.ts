/**
 * Shares that somebody typed beside a count, where the form has no field for them: nothing is made of them, but one that
 * the figures of its row do not give says that one of these is wrong.
 */
import { isCounted } from '../../criteria/own-forms.js';
import { basesOf } from '../../criteria/rate-bases.js';
import { finding } from '../../findings/finding.js';
import type { CriteriaSet, FieldId, Finding, RawCell } from '../../model.js';
import { inner } from '../../values/inner-quotes.js';
import { formatCount, formatPercent } from '../../values/number-format.js';
import { isNumberCell } from '../cells/cell-words.js';
import { formSubject, labelOf, refOf, type FormPlace } from '../layout/form-place.js';
import { pathKeyOf } from '../layout/header-path.js';
import { isBareRate } from '../layout/label-index.js';
import type { LocatedTable } from '../layout/own-sheet.js';
import { shortened } from '../listed.js';

/** A row of the table, and how findings call it. */
interface NamedRow {
  readonly row: number;
  readonly name: string;
}

/** Shares of the count on their left that are none of any number of the row, though the base of the set stands there. */
export function* sharesThatDiffer(
  located: LocatedTable,
  place: FormPlace,
  rows: readonly NamedRow[],
  set: CriteriaSet,
): Iterable<Finding> {
  const counts = countsOf(located);
  for (const [{ role, header }, at] of located.columns) {
    const { id: field, over } = counts.get(at - 1) ?? {};
    // A share that names what it is of, or that stands under another heading, may be of something else.
    const isOfCount = isBareRate(header.at(-1) ?? '') && pathKeyOf(header.slice(0, -1)) === over;
    if (role !== 'share' || field === undefined || !isOfCount) continue;
    const bases = new Set(basesOf(field, set).map(({ id }) => id));
    for (const { row, name } of rows) {
      const figure = (column: number): number | undefined => numberIn(place.grid.at(row, column));
      const [part, cell] = [figure(at - 1), place.grid.at(row, at)];
      const typed = numberIn(cell);
      const base = [...counts]
        .map(([column, { id }]) => ({ id, value: column === at - 1 ? 0 : (figure(column) ?? 0) }))
        .find(({ id, value }) => bases.has(id) && value > 0);
      if (part === undefined || typed === undefined || base === undefined) continue;
      // Whatever stands in the row may be what the share is of, read or not.
      const others = place.grid.inRow(row).filter(({ column }) => column !== at - 1 && column !== at);
      if (others.some((one) => isShare(typed, (100 * part) / (numberIn(one) ?? 0)))) continue;
      const right = formatPercent({ numerator: part, denominator: base.value }, SHOWN) ?? '';
      yield finding(
        'cell/share-differs',
        refOf(place, row, at),
        {
          row: inner(shortened(name)),
          header: inner(shortened(header.join(' › '))),
          typed: String(typed).replace('.', ','),
          field: labelOf(place, field),
          part: formatCount(part),
          base: formatCount(base.value),
          right,
        },
        { ...formSubject(place), fields: [field, base.id], rowKey: `#${row}-${at}` },
      );
    }
  }
}

/** Columns of figures of the period, each with the headings over it. */
const countsOf = ({
  columns,
}: LocatedTable): ReadonlyMap<number, { readonly id: FieldId; readonly over: string }> =>
  new Map(
    [...columns].flatMap(([column, at]) =>
      column.field === undefined || !isCounted(column) || column.answer !== undefined
        ? []
        : [[at, { id: column.field, over: pathKeyOf(column.header.slice(0, -1)) }] as const],
    ),
  );

/** Decimals of the share that a sentence prints. */
const SHOWN = 2;

/** Counts, and shares as they are stored: a cell that shows 90% holds 0,9. */
const numberIn = (cell: RawCell | undefined): number | undefined => {
  const value = cell !== undefined && isNumberCell(cell) ? Number(cell.raw) : Number.NaN;
  return Math.abs(value) < MOST ? value : undefined;
};
const MOST = 1e9;

/** Rounded or cut off at the digits that were typed, as percent or as a part of one. */
const isShare = (typed: number, percent: number): boolean =>
  isRounded(typed, percent, 0) || isRounded(typed, percent / 100, 2);

function isRounded(typed: number, exact: number, least: number): boolean {
  const [, digits = ''] = String(typed).split('.');
  const decimals = Math.min(Math.max(digits.length, least), MOST_DECIMALS);
  return Math.abs(typed - exact) < 10 ** -decimals + SLIP;
}

/** Beyond these a spreadsheet's own arithmetic shows. */
const MOST_DECIMALS = 8;
const SLIP = 1e-9;
