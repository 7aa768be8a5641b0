/** Columns of marks in a form that is adopted: "Đạt (x)" beside "Không đạt (x)" are the answers to one question. */
import type { FieldDefinition, FieldId, FormDefinition } from '../../model.js';
import { groupBy } from '../../values/groups.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { isDash, isNumberCell, yesOrNo } from '../cells/cell-words.js';
import { headerWord } from '../layout/area-header.js';
import { pathKeyOf } from '../layout/header-path.js';
import type { FoundTable } from './find-tables.js';
import { cellsBelow } from './kind-of-cells.js';

export interface MarkColumn {
  readonly column: number;
  readonly field: FieldId;
  readonly answer: string;
}

type Placed = readonly (readonly [column: number, path: readonly string[]])[];

export const YES = ['dat', 'co'];
export const NO = ['khong dat', 'chua dat', 'khong co', 'khong', 'chua'];
/** A household that was not up for the title has an answer too. */
const NOT_CONSIDERED =
  /^(?:(?:khong|mien) (?:duoc )?(?:binh )?xet|khong (?:thuoc dien|du dieu kien)(?: (?:binh )?xet)?|(?:khong|chua) dang ky)$/u;

/** Answers of the field by the words that give them, folded. */
function answersOf({ type, choices = [] }: FieldDefinition): ReadonlyMap<string, string> {
  if (type === 'yesNo')
    return new Map([
      ...YES.map((word) => [word, 'yes'] as const),
      ...NO.map((word) => [word, 'no'] as const),
    ]);
  // "x" and "có" are what a cell says, no header.
  return new Map(
    choices.flatMap(({ id, label, aliases = [] }) =>
      [label, ...aliases].flatMap((word) => (word.length > 2 ? [[foldMarks(word), id] as const] : [])),
    ),
  );
}

/**
 * Columns of a table of areas that answer a question of the form between them, at least two of different answers.
 * `meant`: the field that a path means.
 */
export function markColumns(
  table: FoundTable,
  own: Placed,
  fields: readonly FieldDefinition[],
  meant: (path: readonly string[]) => FieldDefinition | undefined,
): readonly MarkColumn[] {
  const questions = fields.filter(({ type }) => type === 'choice' || type === 'yesNo');
  const found = own.flatMap(([column, path]): readonly MarkColumn[] => {
    const label = headerWord(path.at(-1) ?? '');
    if (!areMarks(table, column)) return [];
    const above = path.slice(0, -1);
    // "Danh hiệu khu dân cư văn hóa" means a question only by its answers.
    const asked = above.length === 0 ? undefined : (meant(above) ?? meant([...above, 'Đạt']));
    for (const field of questions) {
      const answers = answersOf(field);
      const answer = field === asked ? answers.get(label) : undefined;
      if (answer !== undefined) return [{ column, field: field.id, answer }];
      for (const [word, id] of answers)
        if (label.startsWith(`${word} `) && meant([label.slice(word.length + 1)]) === field)
          return [{ column, field: field.id, answer: id }];
    }
    return [];
  });
  return onlyTogether(found);
}

/** "Kết quả: Đạt | Không đạt" of a list of households: who is marked under yes is counted. */
export function countedMarks(table: FoundTable, own: Placed, field: FieldId): readonly MarkColumn[] {
  const found = own.flatMap(([column, path]): readonly MarkColumn[] => {
    const label = headerWord(path.at(-1) ?? '');
    const above = foldMarks(path.slice(0, -1).join(' '));
    const isResult = above === '' || /ket qua|ket luan|binh xet|danh hieu|gia dinh van hoa|gdvh/u.test(above);
    const answer = answerOfHousehold(label);
    return answer === undefined || !isResult || !areMarks(table, column) ? [] : [{ column, field, answer }];
  });
  return onlyTogether(found);
}

const answerOfHousehold = (label: string): string | undefined => {
  if (YES.includes(label)) return 'yes';
  if (NO.includes(label)) return 'no';
  return NOT_CONSIDERED.test(label) ? 'notConsidered' : undefined;
};

/** A further column of marks under the heading of the answers: it may say yes or no, and nobody knows which. */
export const isBesideMarks = (
  table: FoundTable,
  column: number,
  path: readonly string[],
  marks: readonly MarkColumn[],
): boolean =>
  path.length > 1 &&
  areMarks(table, column) &&
  marks.some(
    (mark) => pathKeyOf(table.paths.get(mark.column)?.slice(0, -1) ?? []) === pathKeyOf(path.slice(0, -1)),
  );

/** One column of marks alone is a question with its own answers; two of one answer contradict each other. */
function onlyTogether(found: readonly MarkColumn[]): readonly MarkColumn[] {
  return [...groupBy(found, ({ field }) => field).values()].flatMap((columns) => {
    const answers = new Set(columns.map(({ answer }) => answer));
    return answers.size >= 2 && answers.size === columns.length ? columns : [];
  });
}

/** Nothing but marks stands below; of a blank form nothing is known. */
export const areMarks = (table: FoundTable, column: number): boolean =>
  cellsBelow(table, column).every(
    (cell) => isDash(cell.raw) || (yesOrNo(cell.raw) === 'yes' && !isLargeNumber(cell)),
  );
const isLargeNumber = (cell: Parameters<typeof isNumberCell>[0]): boolean =>
  isNumberCell(cell) && Number(cell.raw) > 1;

/** "Đạt danh hiệu thôn văn hóa": what stands behind the answer names the question. */
export function questionBehind(
  label: string,
  form: FormDefinition,
  meant: (path: readonly string[]) => FieldDefinition | undefined,
): FieldDefinition | undefined {
  const rest = /^đạt (?:chuẩn )?(?<rest>.+)$/iu.exec(label.trim())?.groups?.['rest'];
  const field = rest === undefined ? undefined : meant([rest]);
  return field !== undefined && field.form === form.id && (field.type === 'choice' || field.type === 'yesNo')
    ? field
    : undefined;
}
