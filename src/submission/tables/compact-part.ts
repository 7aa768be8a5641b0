/**
 * What a file said, in as little memory as it needs until it is added up. Texts read from a file are often cut out of
 * the whole sheet and would hold it; columns of one answer are alike in thousands of files.
 */
import type { CellState, FieldColumn, FigureTable, Finding, Part } from '../../model.js';
import { defined } from '../../values/defined.js';

/** One per run: what was met before is used again. */
export type CompactPart = (part: Part) => Part;

export function partCompactor(): CompactPart {
  const texts = new Map<string, string>();
  const states = new Map<string, CellState[]>();
  const blanks = new Map<number, (string | undefined)[]>();
  const none = new Map<number, Float64Array>();

  const own = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const copy = ownCopy(text);
    texts.set(copy, copy);
    return copy;
  };
  const shared = <Key, Value>(pool: Map<Key, Value>, key: Key, value: Value): Value => {
    const known = pool.get(key);
    if (known !== undefined) return known;
    pool.set(key, value);
    return value;
  };

  /** `room`: of the table's numbers, from `offset` on; a buffer for each of hundreds of columns would weigh more than they. */
  const columnOf = (column: FieldColumn, room: Float64Array, offset: number): FieldColumn => {
    const rows = column.states.length;
    const isBlank = column.texts.every((text) => text === undefined);
    let numbers = column.numbers;
    if (isFigureless(column)) numbers = shared(none, numbers.length, numbers);
    else {
      room.set(numbers, offset);
      numbers = room.subarray(offset, offset + numbers.length);
    }
    return {
      ...column,
      states: shared(states, column.states.join(), column.states),
      texts: isBlank
        ? shared(blanks, rows, column.texts)
        : column.texts.map((text) => (text === undefined ? text : own(text))),
      numbers,
    };
  };

  const tableOf = (table: FigureTable): FigureTable => {
    const columns = [...table.columns];
    const room = new Float64Array(
      columns.reduce((total, [, column]) => total + (isFigureless(column) ? 0 : column.numbers.length), 0),
    );
    let offset = 0;
    return {
      ...table,
      sheet: own(table.sheet),
      rowKeys: table.rowKeys.map(own),
      rowLabels: table.rowLabels.map(own),
      columns: new Map(
        columns.map(([field, column]) => {
          const compact = columnOf(column, room, offset);
          if (!isFigureless(column)) offset += column.numbers.length;
          return [field, compact];
        }),
      ),
      ...defined({ totals: table.totals === undefined ? undefined : tableOf(table.totals) }),
    };
  };

  const findingOf = (finding: Finding): Finding => ({
    ...finding,
    ...defined({
      actual: finding.actual === undefined ? undefined : own(finding.actual),
      rowKey: finding.rowKey === undefined ? undefined : own(finding.rowKey),
    }),
  });

  return ({ table, findings, ...part }) => ({
    ...part,
    sheet: own(part.sheet),
    ...defined({
      unit: part.unit === undefined ? undefined : own(part.unit),
      period: part.period === undefined ? undefined : own(part.period),
      table: table === undefined ? undefined : tableOf(table),
      findings: findings?.map(findingOf),
    }),
  });
}

/** Without any number. */
const isFigureless = ({ numbers }: FieldColumn): boolean => numbers.every((number) => Number.isNaN(number));

/** Shorter texts are copied when they are cut out. */
const LONGEST_COPIED = 12;

/** The same text in memory of its own. */
const ownCopy = (text: string): string => (text.length <= LONGEST_COPIED ? text : text.split('').join(''));
