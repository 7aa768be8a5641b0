/**
 * Shares that somebody typed beside a count, where the form has no field for them: nothing is made of them, but one that
 * the figures of its row do not give says that one of these is wrong.
 */
import { isCounted } from '../../criteria/own-forms.js';
import { basesOf } from '../../criteria/rate-bases.js';
import { finding } from '../../findings/finding.js';
import type { CriteriaSet, FieldId, Finding, RawCell } from '../../model.js';
import { inner } from '../../values/inner-quotes.js';
import { cleanText } from '../../values/vietnamese-text.js';
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
  /** No rule looks at it, so that a share that is a field of the set is looked at here too. */
  readonly isTotal?: true;
}

/** A typed share of one count, and everything that it may be a share of. */
interface TypedShare {
  readonly row: number;
  readonly column: number;
  readonly name: string;
  readonly header: string;
  readonly field: FieldId;
  readonly part: number;
  readonly base: { readonly id: FieldId; readonly value: number };
  readonly others: readonly RawCell[];
}

/** Shares of the count on their left that are none of any number of the row, though the base of the set stands there. */
export function* sharesThatDiffer(
  located: LocatedTable,
  place: FormPlace,
  rows: readonly NamedRow[],
  set: CriteriaSet,
): Iterable<Finding> {
  const counts = countsOf(located);
  const typed = new Set(set.fields.flatMap(({ id, rateOf }) => (rateOf === undefined ? [] : [id])));
  for (const [{ role, header, field: own = '' }, at] of located.columns) {
    const { id: field, over } = counts.get(at - 1) ?? {};
    // A share that names what it is of, or that stands under another heading, may be of something else.
    const isOfCount = isBareRate(header.at(-1) ?? '') && pathKeyOf(header.slice(0, -1)) === over;
    if (field === undefined || !isOfCount || (role !== 'share' && !typed.has(own))) continue;
    const bases = new Set(basesOf(field, set).map(({ id }) => id));
    for (const { row, name, isTotal } of rows) {
      if (role !== 'share' && isTotal !== true) continue;
      const figure = (column: number): number | undefined => numberIn(place.grid.at(row, column));
      const part = figure(at - 1);
      const base = [...counts]
        .map(([column, { id }]) => ({ id, value: column === at - 1 ? 0 : (figure(column) ?? 0) }))
        .find(({ id, value }) => bases.has(id) && value > 0);
      if (part === undefined || base === undefined) continue;
      // "Nếp sống văn minh | Hỏa táng | Tỷ lệ": the share may be that of any count under the heading.
      const parts = [...counts].flatMap(([column, one]) =>
        one.over === over && over !== '' && one.id !== base.id ? (figure(column) ?? []) : [],
      );
      const said = numberIn(place.grid.at(row, at)) ?? Number.NaN;
      if (parts.some((one) => isShare(said, (100 * one) / base.value))) continue;
      // Whatever stands in the row may be what the share is of, read or not.
      const others = place.grid.inRow(row).filter(({ column }) => column !== at - 1 && column !== at);
      const share = { row, column: at, name, header: header.join(' › '), field, part, base, others };
      yield* whereItDiffers(share, place);
    }
  }
}

/**
 * Shares beside the lines of a table by indicators, or in a line of their own below that of the count. `column`: where the
 * counts stand; `rows`: the line of each.
 */
export function* shareLinesThatDiffer(
  located: LocatedTable,
  place: FormPlace,
  { rows, column }: { readonly rows: ReadonlyMap<FieldId, number>; readonly column: number },
  set: CriteriaSet,
): Iterable<Finding> {
  const { grid } = place;
  const { key = 1, columns } = located;
  const figure = (row: number): number | undefined => numberIn(grid.at(row, column));
  const beside = [...columns].find(
    ([{ role, header }, at]) => role === 'share' && at === column + 1 && isBareRate(header.at(-1) ?? ''),
  );
  const counted = new Set(rows.values());
  for (const [field, row] of rows) {
    const part = figure(row);
    const base = basesOf(field, set)
      .map(({ id }) => ({ id, value: figure(rows.get(id) ?? 0) ?? 0 }))
      .find(({ value }) => value > 0);
    if (part === undefined || base === undefined) continue;
    const others = [...counted].flatMap((one) => (one === row ? [] : (grid.at(one, column) ?? [])));
    const about = { name: cleanText(grid.textOver(row, key)), field, part, base, others };
    if (beside !== undefined)
      yield* whereItDiffers(
        { ...about, row, column: beside[1], header: beside[0].header.join(' › ') },
        place,
      );
    const [next] = grid.rows.filter((one) => one > row);
    const header = next === undefined ? '' : cleanText(grid.textOver(next, key));
    if (next !== undefined && !counted.has(next) && isBareRate(header))
      yield* whereItDiffers({ ...about, row: next, column, header }, place);
  }
}

/** Neither of the base nor of anything else that stands there. */
function* whereItDiffers(
  { row, column, name, header, field, part, base, others }: TypedShare,
  place: FormPlace,
): Iterable<Finding> {
  const typed = numberIn(place.grid.at(row, column));
  const bases = [base.value, ...others.map((one) => numberIn(one) ?? 0)];
  if (typed === undefined || bases.some((one) => isShare(typed, (100 * part) / one))) return;
  yield finding(
    'cell/share-differs',
    refOf(place, row, column),
    {
      row: inner(shortened(name)),
      header: inner(shortened(header)),
      typed: String(typed).replace('.', ','),
      field: labelOf(place, field),
      part: formatCount(part),
      base: formatCount(base.value),
      right: formatPercent({ numerator: part, denominator: base.value }, SHOWN) ?? '',
    },
    { ...formSubject(place), fields: [field, base.id], rowKey: `#${row}-${column}` },
  );
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
