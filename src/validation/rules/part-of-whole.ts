/** partOfWhole: parts together not above their whole, in each row and on the unit's figures. */
import type { RuleOf, SourceRef } from '../../model.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import { commonScale, figureText, labelOf } from '../scaled.js';
import { unitFigure, usable } from '../unit-figure.js';
import { cellRef, framesOf, numberAt, rowLabel, unitLabel, type UnitView } from '../unit-view.js';

export function* partOfWhole(rule: RuleOf<'partOfWhole'>, view: UnitView): Iterable<Outcome> {
  let evaluated = false;
  if (rule.level !== 'unit') {
    for (const outcome of inRows(rule, view)) {
      if (typeof outcome === 'object') evaluated = true;
      yield outcome;
    }
  }
  // Where rows already show the breach, the sum would only say it again.
  if (rule.level !== 'row' && !evaluated) yield* onUnit(rule, view);
}

function* inRows(rule: RuleOf<'partOfWhole'>, view: UnitView): Iterable<Outcome> {
  const fields = [rule.whole, ...rule.parts];
  const { scale, factors } = commonScale(view, fields);
  const frames = framesOf(view, fields);
  if (frames.length === 0 && rule.level === 'row') yield NOT_EVALUATED;
  for (const { table, columns } of frames) {
    for (let row = 0; row < table.rowCount; row += 1) {
      let rest: number | undefined;
      for (let index = 0; index < columns.length; index += 1) {
        const column = columns[index];
        const number = column === undefined ? undefined : numberAt(column, row, rule.missing);
        if (number === undefined) {
          rest = undefined;
          break;
        }
        const scaled = number * (factors[index] ?? 1);
        rest = rest === undefined ? scaled : rest - scaled;
      }
      if (rest === undefined) yield NOT_EVALUATED;
      else if (rest < 0) {
        const places = columns.map((column) => cellRef(table, column, row));
        const numbers = columns.map((column) => numberAt(column, row, rule.missing));
        yield breach(rule, view, rowLabel(view, table, row), numbers, -rest, scale, {
          places,
          form: table.form,
          row: { table, index: row },
        });
      }
    }
  }
}

function* onUnit(rule: RuleOf<'partOfWhole'>, view: UnitView): Iterable<Outcome> {
  const fields = [rule.whole, ...rule.parts];
  const { scale, factors } = commonScale(view, fields);
  const figures = fields.map((field) => unitFigure(view, field));
  const numbers = figures.map((figure) => usable(figure, rule.missing));
  let rest: number | undefined;
  for (const [index, number] of numbers.entries()) {
    if (number === undefined) {
      yield NOT_EVALUATED;
      return;
    }
    const scaled = number * (factors[index] ?? 1);
    rest = rest === undefined ? scaled : rest - scaled;
  }
  const form = figures[1]?.form;
  if (rest === undefined || rest >= 0 || form === undefined) return;
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
  const parts = rule.parts.map((field, index) => `${labelOf(view, field)} ${text(index + 1, field)}`);
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
      ...(where.row === undefined ? {} : { row: where.row }),
      fields: [...rule.parts, rule.whole],
      related: [...others, ...(wholePlace === undefined ? [] : [wholePlace])],
      actual: rule.parts.map((field, index) => text(index + 1, field)).join(' + '),
      expected: [`≤ ${whole}`],
    },
  );
}
