/**
 * Which of the rows with sums is the total, which are subtotals, and whether rows below belong to the table.
 * Words say what a row is; where words leave it open (a total above or below its rows), the figures decide.
 */
import type { FieldId } from '../../model.js';
import { namesNoArea } from './not-areas.js';
import type { DataRow, SumRow, TableRows } from './table-rows.js';
import { defined } from '../../values/defined.js';
import { smallest } from '../../values/of-many.js';

/** Figures of a row in its columns that add: absent where nothing stands, NaN where it cannot be read. */
export type RowFigures = ReadonlyMap<FieldId, number>;

export interface ResolvedRows {
  readonly data: readonly DataRow[];
  readonly total?: SumRow;
  readonly subtotals: readonly {
    readonly row: SumRow;
    /** Its figures are no sum of the rows around it: the first that differs. */
    readonly differs?: { readonly field: FieldId; readonly stated: number; readonly sum: number };
    /** The rows whose sum it is, by their place beside it; absent where it is not known to be one. */
    readonly counts?: 'before' | 'after' | 'all';
  }[];
  /** The total stands among its rows: it is the sum of those above and below it. */
  readonly between?: SumRow;
  /** The form has no row of its own but this one. */
  readonly onlyTotal?: SumRow;
  /** Rows with figures below the total. */
  readonly belowTotal: readonly DataRow[];
  /** A second table with a total of its own follows: one of them may be last year's. */
  readonly secondTotal?: SumRow;
}

/** `figuresOf` reads a row; it is asked only where the figures have to decide. */
export function resolveTotals(rows: TableRows, figuresOf: (sheetRow: number) => RowFigures): ResolvedRows {
  const heading = headingRows(rows);
  const groups = rows.sums.filter((sum) => sum.word !== 'group' || heading.has(sum));
  // A numbered row without rows of its own is no heading but an area numbered I, II, III.
  const alone = rows.sums.filter((sum) => sum.word === 'group' && !heading.has(sum));
  const data = [...rows.data, ...alone.map((sum) => ({ ...sum, figures: true }))].sort(
    (a, b) => a.sheetRow - b.sheetRow,
  );
  const marks = groups.filter((sum) => sum.word !== 'group');
  const [first] = data;
  // Notes and signatures below a total are rows of text.
  const last = data.findLast((row) => row.figures && row.label !== '') ?? data.at(-1);
  if (first === undefined || last === undefined) return withoutData(marks, figuresOf);
  const checked = groups.length <= MOST_CHECKED;
  const sums = new SumsAround(data, groups, checked ? figuresOf : () => NO_FIGURES);
  const middle = marks.filter((sum) => sum.sheetRow > first.sheetRow && sum.sheetRow < last.sheetRow);
  const { bottom, top, between, ending } = chosenTotals(marks, middle, sums, first, last);
  const total = bottom ?? top ?? between ?? ending;
  const end = ending ?? bottom;
  const kept = end === undefined ? data : data.filter((row) => row.sheetRow < end.sheetRow);
  const secondTotal = middle.find(
    (sum) =>
      bottom !== undefined &&
      sum.word === 'whole' &&
      sums.isSumOf(sum, 'allBefore') === true &&
      sums.isSumOf(bottom, 'allBefore') === false &&
      sums.isSumSince(bottom, sum) === true,
  );
  return {
    data: kept,
    ...defined({ total, between }),
    subtotals: groups
      .filter((sum) => sum !== total && sum !== secondTotal)
      .map((row) => ({ row, ...(checked ? sums.difference(row) : {}) })),
    belowTotal:
      end === undefined
        ? []
        : data.filter((row) => row.sheetRow > end.sheetRow && row.label !== '' && isOfTable(row, kept)),
    ...defined({ secondTotal }),
  };
}

/** No row of data: the sender's totals, if they say anything. */
function withoutData(marks: readonly SumRow[], figuresOf: (sheetRow: number) => RowFigures): ResolvedRows {
  const says = ({ sheetRow }: SumRow): boolean => [...figuresOf(sheetRow).values()].some((one) => one !== 0);
  const onlyTotal = marks.find(says);
  const total = onlyTotal ?? marks.at(-1);
  const subtotals = marks.filter((sum) => sum !== total && says(sum)).map((row) => ({ row }));
  return { data: [], subtotals, belowTotal: [], ...defined({ total, onlyTotal }) };
}

/** The total below the rows, above them, or between them; `ending`: between them, and it ends the table. */
function chosenTotals(
  marks: readonly SumRow[],
  middle: readonly SumRow[],
  sums: SumsAround,
  first: DataRow,
  last: DataRow,
): Readonly<Partial<Record<'bottom' | 'top' | 'between' | 'ending', SumRow>>> {
  const whole = marks.filter((sum) => sum.word === 'whole');
  const bottom =
    whole.findLast((sum) => sum.sheetRow > last.sheetRow) ??
    marks.findLast(
      (sum) =>
        sum.sheetRow > last.sheetRow &&
        (sum.proven === true
          ? sums.isSumOf(sum, 'allBefore') === true
          : marks.length === 1 || sums.isSumOf(sum, 'allBefore') !== false),
    );
  const top = whole.find((sum) => sum.sheetRow < first.sheetRow);
  if (bottom !== undefined || top !== undefined) return defined({ bottom, top });
  // A row below that adds nothing readable ("Tỷ lệ %": 94,3) does not put the total between its rows.
  const between = middle.findLast(
    (sum) => sums.isSumOf(sum, 'all') === true && sums.isSumOf(sum, 'allBefore') !== true,
  );
  if (between !== undefined) return { between };
  // The last total of the sheet ends the table, unless it heads the rows that follow it or they have a sum of their own.
  const ending = middle.findLast(
    (sum) =>
      mayEnd(sum, marks) &&
      !marks.some((later) => later.sheetRow > sum.sheetRow && sums.isSumOf(later, 'groupBefore') === true) &&
      sums.isSumOf(sum, 'groupAfter') !== true &&
      (sums.isSumOf(sum, 'groupBefore') !== true || sums.isSumOf(sum, 'allBefore') === true),
  );
  return defined({ ending });
}

/** The total of a group ("Cộng xã Đông Phong (cũ)") ends no table, nor does "Cộng" with sums of other groups below it. */
const mayEnd = (sum: SumRow, marks: readonly SumRow[]): boolean =>
  sum.word === 'whole' || (sum.proven !== true && /^\p{L}+\W*$/u.test(sum.label) && marks.at(-1) === sum);

/** A note with a figure ("Số giải thể thao: 7", "Năm 2023") is no row: it has no number where rows have one, and one figure only. */
function isOfTable(row: DataRow, kept: readonly DataRow[]): boolean {
  const numbered = kept.some((one) => one.numbered === true);
  const fewest = smallest(kept.filter((one) => one.figures).map(({ answers = 1 }) => answers));
  return (
    row.figures &&
    !namesNoArea(row.label, row.numbered === true) &&
    ((numbered && row.numbered === true) || (row.answers ?? 2) >= (numbered ? 2 : Math.min(2, fewest)))
  );
}

const NO_FIGURES: RowFigures = new Map();

/** Sums of so many rows are compared with what stands around them; no form of a commune has more. */
const MOST_CHECKED = 60;

/** Rows with sums that have rows of data between them and the next one. */
function headingRows({ data, sums }: TableRows): ReadonlySet<SumRow> {
  const found = new Set<SumRow>();
  let next = 0;
  sums.forEach((sum, index) => {
    while ((data[next]?.sheetRow ?? Number.POSITIVE_INFINITY) < sum.sheetRow) next += 1;
    const until = sums[index + 1]?.sheetRow ?? Number.POSITIVE_INFINITY;
    if ((data[next]?.sheetRow ?? Number.POSITIVE_INFINITY) < until) found.add(sum);
  });
  return found;
}

type Span = 'groupBefore' | 'allBefore' | 'groupAfter' | 'all';
const SIDE = { groupBefore: 'before', allBefore: 'before', groupAfter: 'after', all: 'all' } as const;

/** Sums of the rows before and after a row, compared with what stands in it. */
class SumsAround {
  private readonly data: readonly DataRow[];
  private readonly sums: readonly SumRow[];
  private readonly figuresOf: (sheetRow: number) => RowFigures;

  constructor(
    data: readonly DataRow[],
    sums: readonly SumRow[],
    figuresOf: (sheetRow: number) => RowFigures,
  ) {
    this.data = data;
    this.sums = sums;
    this.figuresOf = figuresOf;
  }

  /** Undefined: the row or its span has no figures to compare. */
  isSumOf(row: SumRow, span: Span): boolean | undefined {
    const [from, to] = this.span(row, span);
    return this.compare(row, from, to).equal;
  }

  /** The row is the sum of what stands between an earlier total and itself. */
  isSumSince(row: SumRow, earlier: SumRow): boolean | undefined {
    return this.compare(row, earlier.sheetRow, row.sheetRow).equal;
  }

  /** Whether the row is the sum of its group, of all rows before, or of all rows; what was proven is not doubted again. */
  difference(row: SumRow): Pick<ResolvedRows['subtotals'][number], 'differs' | 'counts'> {
    const spans: readonly Span[] =
      row.word === 'group'
        ? ['groupAfter', 'groupBefore']
        : ['groupBefore', 'allBefore', 'groupAfter', 'all'];
    const compared = spans.map((span) => {
      const [from, to] = this.span(row, span);
      return this.compare(row, from, to);
    });
    const equal = spans[compared.findIndex((one) => one.equal === true)];
    if (equal !== undefined) return { counts: SIDE[equal] };
    const [differs] = compared.flatMap((one) => one.differs ?? []);
    return differs === undefined || row.proven === true ? {} : { differs };
  }

  private span(row: SumRow, span: Span): readonly [from: number, to: number] {
    const before = this.sums.findLast((other) => other.sheetRow < row.sheetRow)?.sheetRow ?? 0;
    const after =
      this.sums.find((other) => other.sheetRow > row.sheetRow)?.sheetRow ?? Number.POSITIVE_INFINITY;
    switch (span) {
      case 'groupBefore':
        return [before, row.sheetRow];
      case 'allBefore':
        return [0, row.sheetRow];
      case 'groupAfter':
        return [row.sheetRow, after];
      case 'all':
        return [0, Number.POSITIVE_INFINITY];
      default:
        return span satisfies never;
    }
  }

  private compare(
    row: SumRow,
    from: number,
    to: number,
  ): {
    readonly equal?: boolean;
    readonly differs?: { readonly field: FieldId; readonly stated: number; readonly sum: number };
  } {
    const stated = this.figuresOf(row.sheetRow);
    const rows = this.data.filter((one) => one.sheetRow > from && one.sheetRow < to);
    if (rows.length === 0) return {};
    const figures = rows.map((one) => this.figuresOf(one.sheetRow));
    let compared = 0;
    for (const [field, number] of stated) {
      const sum = figures.reduce((all, one) => all + (one.get(field) ?? 0), 0);
      // A figure that cannot be read leaves the sums of its column open.
      if (Number.isNaN(sum) || Number.isNaN(number)) continue;
      compared += 1;
      if (sum !== number) return { equal: false, differs: { field, stated: number, sum } };
    }
    return compared === 0 ? {} : { equal: true };
  }
}
