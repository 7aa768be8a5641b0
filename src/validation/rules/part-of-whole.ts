/** partOfWhole: parts together not above their whole, in each row and on the unit's figures. */
import { z } from 'zod';
import type { Admitted, FieldColumn, FigureTable, RuleOf, SourceRef } from '../../model.js';
import { numberField, numberFields } from '../../model/criteria/references.js';
import { level } from '../../model/criteria/rule.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { commonScale, figureText, labelOf } from '../scaled.js';
import { unitFigure, usable } from '../unit-figure.js';
import { columnOf, numberAt, rowLabel, unitLabel, type UnitView } from '../unit-view.js';
import { defined } from '../../values/defined.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    parts: numberFields.describe('Các chỉ tiêu là phần, được cộng lại trước khi so sánh.'),
    whole: numberField.describe('Chỉ tiêu là tổng thể.'),
    level,
  })
  .describe('Tổng các phần không lớn hơn tổng thể.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly partOfWhole: Admitted<typeof shape>;
  }
}

export const partOfWhole: RuleModule<'partOfWhole'> = { shape, within };

function* within(rule: RuleOf<'partOfWhole'>, view: UnitView): Iterable<Outcome> {
  const tables = rule.level === 'unit' ? [] : tablesOf(rule, view);
  const complete = tables.length > 0 && tables.every(({ here }) => here === rule);
  let decided = complete;
  let broken = false;
  for (const { table, columns, here } of tables) {
    for (const row of rowsToLookAt(here, view, table.rowCount, columns)) {
      const outcome = inRow(here, view, table, columns, row);
      if (outcome === NOT_EVALUATED) decided = false;
      else if (outcome !== undefined) broken = true;
      if (outcome !== undefined) yield outcome;
    }
  }
  // Where every row was compared, or one is told already, the sum can only say the same again.
  if (rule.level !== 'row' && !decided && !broken) yield* onUnit(rule, view);
  else if (!complete && !broken) yield NOT_EVALUATED;
}

interface Beside {
  readonly table: FigureTable;
  /** Of the whole and of each part that is here. */
  readonly columns: readonly FieldColumn[];
  /** The rule for the parts that are here. */
  readonly here: RuleOf<'partOfWhole'>;
}

/** Tables with the whole and a part of it: a part that has no column can only add to those that have one. */
function tablesOf(rule: RuleOf<'partOfWhole'>, view: UnitView): readonly Beside[] {
  return [...view.submission.tables.values()].flatMap((table): readonly Beside[] => {
    const whole = columnOf(table, rule.whole);
    const parts = rule.parts.filter((part) => columnOf(table, part) !== undefined);
    if (whole === undefined || parts.length === 0) return [];
    const columns = [whole, ...parts.flatMap((part) => columnOf(table, part) ?? [])];
    return [{ table, columns, here: parts.length === rule.parts.length ? rule : { ...rule, parts } }];
  });
}

/** Rows with a cell that is no value, or whose parts exceed the whole: nothing is made for the healthy ones. */
function rowsToLookAt(
  rule: RuleOf<'partOfWhole'>,
  view: UnitView,
  rowCount: number,
  columns: readonly FieldColumn[],
): readonly number[] {
  const { factors } = commonScale(view, [rule.whole, ...rule.parts]);
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    let rest = 0;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index];
      const number = column?.states[row] === 'value' ? column.numbers[row] : undefined;
      // Not a number stays not a number, and is then looked at.
      const scaled = (number ?? Number.NaN) * (factors[index] ?? 1);
      rest += index === 0 ? scaled : -scaled;
    }
    if (!Number.isSafeInteger(rest) || rest < 0) rows.push(row);
  }
  return rows;
}

function inRow(
  rule: RuleOf<'partOfWhole'>,
  view: UnitView,
  table: FigureTable,
  columns: readonly FieldColumn[],
  row: number,
): Outcome | undefined {
  const { scale, factors } = commonScale(view, [rule.whole, ...rule.parts]);
  const numbers = columns.map((column) => numberAt(column, row, rule.missing));
  const excess = excessOf(numbers, factors);
  if (excess === undefined) return numbers.includes(undefined) ? NOT_EVALUATED : undefined;
  return breach(rule, view, rowLabel(view, table, row), numbers, excess, scale, {
    places: columns.map((column) => figurePlace(table, column, row)),
    form: table.form,
    row: { table, index: row },
    outside: columns.map(({ states }) => states[row] === 'notApplicable'),
  });
}

/**
 * By how much the known parts together pass the whole; undefined where they do not, or the whole is not known.
 * No figure is negative: what the unknown parts are can only add to it.
 */
function excessOf(
  [whole, ...parts]: readonly (number | undefined)[],
  [factor = 1, ...factors]: readonly number[],
): bigint | undefined {
  if (whole === undefined) return undefined;
  let excess = -BigInt(whole) * BigInt(factor);
  for (const [index, part] of parts.entries()) excess += BigInt(part ?? 0) * BigInt(factors[index] ?? 1);
  return excess > 0n ? excess : undefined;
}

function* onUnit(rule: RuleOf<'partOfWhole'>, view: UnitView): Iterable<Outcome> {
  const fields = [rule.whole, ...rule.parts];
  const { scale, factors } = commonScale(view, fields);
  const figures = fields.map((field) => unitFigure(view, field));
  const numbers = figures.map((figure, index) => {
    const whole = usable(figure, rule.missing);
    return index === 0 ? whole : (whole ?? figure?.known);
  });
  const excess = excessOf(numbers, factors);
  const undecided = figures.some((figure) => usable(figure, rule.missing) === undefined);
  if (excess === undefined) {
    if (undecided) yield NOT_EVALUATED;
    return;
  }
  const known = figures.flatMap((figure, index) => (numbers[index] === undefined ? [] : [figure]));
  const form = known[1]?.form;
  if (form === undefined) return;
  const partly = figures.map((figure) => figure?.known !== undefined);
  const places = figures.map((figure) => figure?.at);
  const outside = figures.map((figure) => figure?.state === 'notApplicable');
  yield breach(rule, view, unitLabel(view), numbers, excess, scale, { places, form, partly, outside });
}

interface Where {
  /** Of the whole and each part; none where the form has no place for it. */
  readonly places: readonly (SourceRef | undefined)[];
  readonly form: string;
  readonly row?: Parameters<typeof ruleFinding>[4]['row'] & object;
  /** Whose figure is only what its known rows add up to. */
  readonly partly?: readonly boolean[];
  /** What was marked as not applicable: it weighs nothing here, and is not said to be 0. */
  readonly outside: readonly boolean[];
}

const OUTSIDE = 'ghi không áp dụng';

function breach(
  rule: RuleOf<'partOfWhole'>,
  view: UnitView,
  row: string,
  numbers: readonly (number | undefined)[],
  excess: bigint,
  scale: number,
  where: Where,
): Outcome {
  const known = rule.parts.flatMap((field, index) => {
    const number = numbers[index + 1];
    if (number === undefined || where.outside[index + 1] === true) return [];
    const text = figureText(view, field, number);
    const shown = where.partly?.[index + 1] === true ? `riêng các dòng đã ghi là ${text}` : text;
    return [{ field, text, shown, at: where.places[index + 1] }];
  });
  const wholePlace = where.places[0];
  const [at, ...others] = known.flatMap((part) => part.at ?? []);
  const whole = where.outside[0] === true ? OUTSIDE : figureText(view, rule.whole, numbers[0] ?? 0);
  return ruleFinding(
    where.row === undefined
      ? 'total/part-exceeds-whole'
      : known.length === 1
        ? 'row/part-exceeds-whole'
        : 'row/parts-exceed-whole',
    rule,
    view,
    {
      row,
      parts: known.map(({ field, shown }) => `“${labelOf(view, field)}” (${shown})`).join(' + '),
      whole: labelOf(view, rule.whole),
      wholeValue: whole,
      difference: figureText(view, rule.whole, excess, scale),
    },
    {
      at: at ?? wholePlace ?? { file: '' },
      form: where.form,
      ...defined({ row: where.row }),
      fields: [...known.map(({ field }) => field), rule.whole],
      related: [...others, ...(wholePlace === undefined ? [] : [wholePlace])],
      actual: known.map(({ text }) => text).join(' + '),
      expected: [where.outside[0] === true ? whole : `≤ ${whole}`],
    },
  );
}
