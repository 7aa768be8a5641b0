/**
 * Which of the rows with sums is the total, which are subtotals, and whether rows below belong to the table.
 * Words say what a row is; where words leave it open (a total above or below its rows), the figures decide.
 */
import type { FieldId } from '../../model.js';
import type { DataRow, SumRow, TableRows } from './table-rows.js';
import { defined } from '../../values/defined.js';

/** Figures of a row in its columns that add; a field is absent where nothing usable stands. */
export type RowFigures = ReadonlyMap<FieldId, number>;

export interface ResolvedRows {
  readonly data: readonly DataRow[];
  readonly total?: SumRow;
  readonly subtotals: readonly {
    readonly row: SumRow;
    /** Its figures are no sum of the rows around it: the first that differs. */
    readonly differs?: { readonly field: FieldId; readonly stated: number; readonly sum: number };
  }[];
  /** Rows with figures below the total. */
  readonly belowTotal: readonly DataRow[];
  /** A second table with a total of its own follows: one of them may be last year's. */
  readonly secondTotal?: SumRow;
}

/** `figuresOf` reads a row; it is asked only where the figures have to decide. */
export function resolveTotals(
  rows: TableRows,
  figuresOf: (sheetRow: number) => RowFigures | undefined,
): ResolvedRows {
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
  if (first === undefined || last === undefined) {
    const total = marks.at(-1);
    return { data, subtotals: [], belowTotal: [], ...defined({ total }) };
  }
  const checked = groups.length <= MOST_CHECKED;
  const sums = new SumsAround(data, groups, checked ? figuresOf : () => undefined);
  const whole = marks.filter((sum) => sum.word === 'whole');
  const bottom =
    whole.findLast((sum) => sum.sheetRow > last.sheetRow) ??
    marks.findLast(
      (sum) =>
        sum.sheetRow > last.sheetRow && (marks.length === 1 || sums.isSumOf(sum, 'allBefore') !== false),
    );
  const top = whole.find((sum) => sum.sheetRow < first.sheetRow);
  const middle = marks.filter((sum) => sum.sheetRow > first.sheetRow && sum.sheetRow < last.sheetRow);
  // The last total of the sheet ends the table, unless it heads the rows that follow it.
  const ending =
    bottom === undefined && top === undefined
      ? middle.findLast((sum) => sums.isSumOf(sum, 'groupAfter') !== true)
      : undefined;
  const total = bottom ?? top ?? ending;
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
    ...defined({ total }),
    subtotals: groups
      .filter((sum) => sum !== total && sum !== secondTotal)
      .map((row) => ({ row, ...(checked ? sums.difference(row) : {}) })),
    belowTotal:
      end === undefined
        ? []
        : data.filter((row) => row.sheetRow > end.sheetRow && row.figures && row.label !== ''),
    ...defined({ secondTotal }),
  };
}

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

/** Sums of the rows before and after a row, compared with what stands in it. */
class SumsAround {
  private readonly data: readonly DataRow[];
  private readonly sums: readonly SumRow[];
  private readonly figuresOf: (sheetRow: number) => RowFigures | undefined;

  constructor(
    data: readonly DataRow[],
    sums: readonly SumRow[],
    figuresOf: (sheetRow: number) => RowFigures | undefined,
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

  /** Nothing when the row is the sum of its group, of all rows before, or of all rows. */
  difference(row: SumRow): { readonly differs?: NonNullable<ResolvedRows['subtotals'][number]['differs']> } {
    const spans: readonly Span[] =
      row.word === 'group'
        ? ['groupAfter', 'groupBefore']
        : ['groupBefore', 'allBefore', 'groupAfter', 'all'];
    const compared = spans.map((span) => this.compare(row, ...this.span(row, span)));
    if (compared.some(({ equal }) => equal === true)) return {};
    const [differs] = compared.flatMap((one) => one.differs ?? []);
    return differs === undefined ? {} : { differs };
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
    if (stated === undefined || rows.length === 0) return {};
    const figures = rows.map((one) => this.figuresOf(one.sheetRow));
    // A figure that cannot be read leaves every sum open.
    if (figures.includes(undefined)) return {};
    let compared = 0;
    for (const [field, number] of stated) {
      const sum = figures.reduce((all, one) => all + (one?.get(field) ?? 0), 0);
      compared += 1;
      if (sum !== number) return { equal: false, differs: { field, stated: number, sum } };
    }
    return compared === 0 ? {} : { equal: true };
  }
}
