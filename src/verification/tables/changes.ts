/** "Năm 2023 | Năm 2024 | Tăng, giảm": what changed against the two years, with its sign. */
import { printed } from '../amount.js';
import type { Checking } from '../checking.js';
import type { Column, DataRow, ReadTable } from './read-table.js';
import { foundAt } from './table-findings.js';
import { absolute } from '../../values/exact-rate.js';
import { only } from '../../values/of-many.js';

export function checkTableChanges(checking: Checking): void {
  for (const table of checking.tables)
    for (const change of table.columns) {
      const years = change.kind === 'count' ? yearsBefore(table, change) : undefined;
      if (years !== undefined) checkColumn(checking, table, change, years);
    }
}

interface Years {
  readonly then: Column;
  readonly now: Column;
}

const headOf = ({ path }: Column): string => (path.at(-1) ?? '').normalize('NFC').toLowerCase();
const yearOf = (column: Column): number | undefined => {
  const years = [...column.path.join(' ').matchAll(/(?:19|20)\d\d/gu)].map(([year]) => Number(year));
  return only(years);
};

/** The two columns of years before a column of what changed. */
function yearsBefore({ columns }: ReadTable, change: Column): Years | undefined {
  const head = headOf(change);
  if (!/tăng|giảm|chênh/u.test(head) || /%|tỷ lệ|tỉ lệ|trưởng/u.test(head)) return undefined;
  const counts = columns.filter(
    (column) => column.kind === 'count' && column.index < change.index && yearOf(column) !== undefined,
  );
  const [one, other] = counts.slice(-2);
  const [first, second] = [one, other].map((column) => (column === undefined ? undefined : yearOf(column)));
  if (
    one === undefined ||
    other === undefined ||
    first === undefined ||
    second === undefined ||
    first === second
  )
    return undefined;
  return first < second ? { then: one, now: other } : { then: other, now: one };
}

function checkColumn(checking: Checking, table: ReadTable, change: Column, { then, now }: Years): void {
  const rows = table.rows.flatMap((row) => {
    const [before, after, said] = [then, now, change].map(({ index }) => row.figures.get(index));
    return before === undefined || after === undefined || said === undefined
      ? []
      : [{ row, before, after, said, gap: after.value - before.value }];
  });
  const fits = rows.filter(({ said, gap }) => absolute(said.value) === absolute(gap)).length;
  // Two rows that agree say that the column is meant so; one alone may be something else.
  if (fits < 2 || fits * 2 <= rows.length) return;
  const isSigned = !/chênh/u.test(headOf(change)) || rows.some(({ said }) => said.value < 0n);
  for (const { row, before, after, said, gap } of rows) {
    if (said.value === gap || (!isSigned && said.value === absolute(gap))) {
      checking.ledger.right([before, after, said]);
      continue;
    }
    report(checking, table, row, { before, after, said, gap });
  }
}

function report(
  checking: Checking,
  table: ReadTable,
  row: DataRow,
  {
    before,
    after,
    said,
    gap,
  }: {
    readonly before: { readonly text: string };
    readonly after: { readonly text: string };
    readonly said: Parameters<typeof foundAt>[4] & { readonly step: bigint };
    readonly gap: bigint;
  },
): void {
  const parameters = {
    claim: `chênh lệch ${said.text}`,
    basis: `${after.text} so với ${before.text}`,
    computed: `${gap < 0n ? 'giảm' : 'tăng'} ${printed(absolute(gap), said.step)}`,
  };
  checking.ledger.found(foundAt('verify/change-contradicts', checking, table, row, said, parameters), [said]);
}
