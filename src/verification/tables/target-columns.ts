/** "Chỉ tiêu | Kế hoạch | Thực hiện | Kết quả": the word of the last column against the figures of the two before. */
import { printed } from '../amount.js';
import type { Checking } from '../checking.js';
import { plainText } from '../words/plain-text.js';
import { whole as wordsOf, type Vocabulary } from '../words/vocabulary.js';
import type { Column, DataRow, ReadTable } from './read-table.js';
import { foundAt } from './table-findings.js';
import { only } from '../../values/of-many.js';

export function checkTargetColumns(checking: Checking): void {
  for (const table of checking.tables) {
    const columns = columnsOf(checking.vocabulary, table);
    if (columns !== undefined) for (const row of table.rows) checkRow(checking, table, row, columns);
  }
}

interface Columns {
  readonly target: Column;
  readonly done: Column;
  readonly verdict: Column;
}

function columnsOf({ lists, any, pattern }: Vocabulary, { columns, rows }: ReadTable): Columns | undefined {
  const headOf = ({ path }: Column): string => plainText(path.join(' '));
  const said = pattern(wordsOf(any(lists.targets.words)));
  const figures = columns.filter(
    (column) =>
      (column.kind === 'count' || column.kind === 'rate') &&
      !/so với|so sánh|(?:%|tỷ lệ) (?:hoàn thành|thực hiện)|tăng|giảm/u.test(headOf(column)),
  );
  const target = only(
    figures.filter((column) => said.test(headOf(column)) || /nghị quyết|giao/u.test(headOf(column))),
  );
  const done = only(
    figures.filter(
      (column) =>
        column !== target &&
        /(?:thực hiện|kết quả|đạt được|thực tế|ước|(?<!\p{L})th(?!\p{L}))/u.test(headOf(column)),
    ),
  );
  const verdict = columns.findLast(
    (column) =>
      column.kind === 'text' &&
      rows.filter(({ texts }) => verdictOf({ lists, any, pattern }, texts[column.index] ?? '') !== undefined)
        .length *
        2 >=
        rows.length,
  );
  return target === undefined || done === undefined || verdict === undefined
    ? undefined
    : { target, done, verdict };
}

/** "Đạt", "Hoàn thành vượt mức", "Không đạt", "Vượt chỉ tiêu": nothing but the word itself. */
function verdictOf(
  { lists, any, pattern }: Pick<Vocabulary, 'lists' | 'any' | 'pattern'>,
  text: string,
): boolean | undefined {
  const { missed, reached, words } = lists.targets;
  const behind = `(?: (?:${any([...words, ...reached, 'mức', 'giao', 'đề ra', 'và', 'năm'])}))*[.]?$`;
  const plain = plainText(text).trim();
  if (pattern(`^(?:${any(missed)})${behind}`).test(plain)) return false;
  return pattern(`^(?:${any(reached.filter((word) => word !== 'bằng'))})${behind}`).test(plain)
    ? true
    : undefined;
}

function checkRow(
  checking: Checking,
  table: ReadTable,
  row: DataRow,
  { target, done, verdict }: Columns,
): void {
  const { vocabulary, ledger } = checking;
  const [planned, came] = [target, done].map(({ index }) => row.figures.get(index));
  const text = row.texts[verdict.index] ?? '';
  const isReached = verdictOf(vocabulary, text);
  if (planned === undefined || came === undefined || isReached === undefined) return;
  // Of what is to become less, nobody can tell from the figures alone which side is the good one.
  const { lists, any, pattern } = vocabulary;
  const isLess = pattern(wordsOf(any(lists.targets.less))).test(plainText(row.label));
  const reached = isLess ? came.value <= planned.value : came.value >= planned.value;
  if (reached === isReached) {
    ledger.right([planned, came]);
    return;
  }
  if (isLess) return;
  const fact = `kết quả ${came.text} ${reached ? 'không thấp hơn' : 'thấp hơn'} chỉ tiêu ${printed(planned.value, planned.step)}`;
  ledger.found(
    foundAt('verify/target-contradicts', checking, table, row, came, { claim: `“${text}”`, fact }),
    [planned, came],
  );
}
