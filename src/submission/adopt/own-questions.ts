/** Questions that the set does not have, asked over two columns of marks: "Tổ chức Ngày hội › Có | Không". */
import type { OwnColumn } from '../../model.js';
import { groupBy } from '../../values/groups.js';
import { headerWord } from '../layout/area-header.js';
import { pathKeyOf } from '../layout/header-path.js';
import type { FoundTable } from './find-tables.js';
import { cellsBelow } from './kind-of-cells.js';
import { areMarks, NO, YES } from './mark-columns.js';
import { addNewField, type Proposing } from './proposing.js';

type Placed = readonly (readonly [column: number, path: readonly string[]])[];

/** The columns of such questions by their place, each question a new field; the office looks at both. */
export function ownQuestions(
  table: FoundTable,
  own: Placed,
  proposing: Proposing,
): ReadonlyMap<number, OwnColumn> {
  return new Map(
    pairsAmong(table, own).flatMap((pair) => {
      const heading = pair[0]?.path.slice(0, -1) ?? [];
      const field = addNewField(heading, undefined, proposing, true);
      return pair.map(({ column, path, answer }) => {
        const doubt = { sheet: table.sheet.name, header: path.join(' › '), proposed: { field } };
        const proposal = `chỉ tiêu mới ${field}: ${answer === 'yes' ? 'có' : 'không'}`;
        proposing.doubts.push({ ...doubt, proposal });
        return [column, { header: [...path], field, answer }] as const;
      });
    }),
  );
}

interface Answered {
  readonly column: number;
  readonly path: readonly string[];
  readonly answer: 'yes' | 'no';
}

/** Of a filled form; of a blank one nobody knows whether numbers or marks belong there. */
function pairsAmong(table: FoundTable, own: Placed): readonly (readonly Answered[])[] {
  const answered = own.flatMap(([column, path]): readonly Answered[] => {
    const label = headerWord(path.at(-1) ?? '');
    const answer = YES.includes(label) ? 'yes' : NO.includes(label) ? 'no' : undefined;
    return path.length < 2 || answer === undefined || !areMarks(table, column)
      ? []
      : [{ column, path, answer }];
  });
  const groups = groupBy(answered, ({ path }) => pathKeyOf(path.slice(0, -1)));
  return [...groups.values()].filter(
    (pair) =>
      pair.length === 2 &&
      pair[0]?.answer !== pair[1]?.answer &&
      pair.some(({ column }) => cellsBelow(table, column).length > 0),
  );
}
