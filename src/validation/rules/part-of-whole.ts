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
import { cellRef, framesOf, numberAt, rowLabel, unitLabel, type UnitView } from '../unit-view.js';
import { defined } from '../../values/defined.js';

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
  const frames = rule.level === 'unit' ? [] : framesOf(view, [rule.whole, ...rule.parts]);
  let decided = frames.length > 0;
  for (const { table, columns } of frames) {
    for (const row of rowsToLookAt(rule, view, table.rowCount, columns)) {
      const outcome = inRow(rule, view, table, columns, row);
      if (outcome === NOT_EVALUATED) decided = false;
      if (outcome !== undefined) yield outcome;
    }
  }
  // Where every row was compared, the sum can only say the same again.
  if (rule.level !== 'row' && !decided) yield* onUnit(rule, view);
  else if (frames.length === 0) yield NOT_EVALUATED;
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
  const rest = restOf(numbers, factors);
  if (rest === undefined) return NOT_EVALUATED;
  if (rest >= 0) return undefined;
  return breach(rule, view, rowLabel(view, table, row), numbers, -rest, scale, {
    places: columns.map((column) => cellRef(table, column, row)),
    form: table.form,
    row: { table, index: row },
  });
}

/** The whole less its parts, or undefined where one of them is not known. */
function restOf(numbers: readonly (number | undefined)[], factors: readonly number[]): number | undefined {
  let rest = 0;
  for (const [index, number] of numbers.entries()) {
    if (number === undefined) return undefined;
    const scaled = number * (factors[index] ?? 1);
    rest += index === 0 ? scaled : -scaled;
  }
  return Number.isSafeInteger(rest) ? rest : undefined;
}

function* onUnit(rule: RuleOf<'partOfWhole'>, view: UnitView): Iterable<Outcome> {
  const fields = [rule.whole, ...rule.parts];
  const { scale, factors } = commonScale(view, fields);
  const figures = fields.map((field) => unitFigure(view, field));
  const numbers = figures.map((figure) => usable(figure, rule.missing));
  const rest = restOf(numbers, factors);
  if (rest === undefined) {
    yield NOT_EVALUATED;
    return;
  }
  const form = figures[1]?.form;
  if (rest >= 0 || form === undefined) return;
  const places = figures.flatMap((figure) => (figure === undefined ? [] : [figure.at]));
  yield breach(rule, view, unitLabel(view), numbers, -rest, scale, { places, form });
}

interface Where {
  readonly places: readonly SourceRef[];
  readonly form: string;
  readonly row?: Parameters<typeof ruleFinding>[4]['row'] & object;
}

function breach(
  rule: RuleOf<'partOfWhole'>,
  view: UnitView,
  row: string,
  numbers: readonly (number | undefined)[],
  excess: number,
  scale: number,
  where: Where,
): Outcome {
  const text = (index: number, field: string): string => {
    const number = numbers[index];
    return number === undefined ? '' : figureText(view, field, number);
  };
  const [wholePlace, ...partPlaces] = where.places;
  const [at, ...others] = partPlaces;
  const whole = text(0, rule.whole);
  const parts = rule.parts.map((field, index) => `“${labelOf(view, field)}” (${text(index + 1, field)})`);
  return ruleFinding(
    where.row === undefined
      ? 'total/part-exceeds-whole'
      : rule.parts.length === 1
        ? 'row/part-exceeds-whole'
        : 'row/parts-exceed-whole',
    rule,
    view,
    {
      row,
      parts: parts.join(' + '),
      whole: labelOf(view, rule.whole),
      wholeValue: whole,
      difference: figureText(view, rule.whole, excess, scale),
    },
    {
      at: at ?? wholePlace ?? { file: '' },
      form: where.form,
      ...defined({ row: where.row }),
      fields: [...rule.parts, rule.whole],
      related: [...others, ...(wholePlace === undefined ? [] : [wholePlace])],
      actual: rule.parts.map((field, index) => text(index + 1, field)).join(' + '),
      expected: [`≤ ${whole}`],
    },
  );
}
