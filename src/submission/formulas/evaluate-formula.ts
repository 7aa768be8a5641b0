/** The value of a formula's tree, as spreadsheets define it; what they may see differently is not calculated. */
import {
  exactOf,
  minus,
  negated,
  order,
  over,
  plus,
  shownNumber,
  times,
  whole,
  type Exact,
} from './exact-number.js';
import { callFunction } from './formula-functions.js';
import { isOneCell, type BinaryOperator, type Expression } from './formula-syntax.js';
import {
  asNumber,
  BLANK,
  errorValue,
  isFault,
  numberValue,
  truth,
  type CellsSeen,
  type FormulaValue,
} from './formula-value.js';
import { notCalculated } from './not-calculated.js';

export function evaluate(expression: Expression, view: CellsSeen): FormulaValue {
  switch (expression.kind) {
    case 'number': {
      const number = plainNumber(expression.text);
      return number === undefined ? notCalculated() : numberValue(number);
    }
    case 'text':
      return { kind: 'text', text: expression.text };
    case 'error':
      return errorValue(expression.text);
    case 'boolean':
      return truth(expression.value);
    case 'area':
      return isOneCell(expression.area) ? view.value(expression.area) : notCalculated();
    case 'minus':
      return calculate([evaluate(expression.of, view)], ([one]) => negated(one));
    case 'percent':
      return calculate([evaluate(expression.of, view)], ([one]) => over(one, whole(100)));
    case 'binary':
      return binary(expression.operator, evaluate(expression.left, view), evaluate(expression.right, view));
    case 'call':
      return callFunction(expression.name, expression.args, {
        ...view,
        evaluate: (one) => evaluate(one, view),
      });
  }
}

/** Written in a formula: `5`, `5.`, `.5`, `5E3`. */
function plainNumber(text: string): Exact | undefined {
  const [mantissa = '', exponent] = text.toUpperCase().split('E');
  const [wholes = '', fraction = ''] = mantissa.split('.');
  return exactOf(
    `${wholes === '' ? '0' : wholes}${fraction === '' ? '' : `.${fraction}`}${exponent === undefined ? '' : `E${exponent}`}`,
  );
}

/** Arithmetic over one or two values; a result that is none is a division by zero. */
function calculate(
  values: readonly [FormulaValue, FormulaValue?],
  step: (numbers: readonly [Exact, Exact]) => Exact | undefined,
): FormulaValue {
  const [left, right] = [asNumber(values[0]), asNumber(values[1] ?? BLANK)];
  if (isFault(left)) return errorValue(left.error);
  if (isFault(right)) return errorValue(right.error);
  const result = step([left, right]);
  return result === undefined ? errorValue('#DIV/0!') : numberValue(result);
}

function binary(operator: BinaryOperator, left: FormulaValue, right: FormulaValue): FormulaValue {
  switch (operator) {
    case '+':
      return calculate([left, right], ([a, b]) => plus(a, b));
    case '-':
      return calculate([left, right], ([a, b]) => minus(a, b));
    case '*':
      return calculate([left, right], ([a, b]) => times(a, b));
    case '/':
      return calculate([left, right], ([a, b]) => over(a, b));
    case '^':
      return calculate([left, right], ([a, b]) => power(a, b));
    case '&':
      return joined(left, right);
    case '=':
    case '<>':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compared(operator, left, right);
  }
}

const HIGHEST_POWER = 32n;

/** Whole powers only; 0^0 is an error in one program and 1 in another. */
function power(base: Exact, { top, bottom }: Exact): Exact | undefined {
  if (bottom !== 1n || top > HIGHEST_POWER || top < -HIGHEST_POWER || (base.top === 0n && top <= 0n))
    return notCalculated();
  let result = whole(1);
  for (let step = top < 0n ? -top : top; step > 0n; step -= 1n) result = times(result, base);
  return top < 0n ? over(whole(1), result) : result;
}

function joined(left: FormulaValue, right: FormulaValue): FormulaValue {
  const [first, second] = [textOf(left), textOf(right)];
  if (typeof first !== 'string') return first;
  return typeof second === 'string' ? { kind: 'text', text: first + second } : second;
}

function textOf(value: FormulaValue): string | FormulaValue {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'blank':
      return '';
    case 'number':
      return value.number.bottom === 1n ? shownNumber(value.number) : notCalculated();
    case 'boolean':
      return notCalculated();
    case 'error':
      return value;
  }
}

type Comparison = Exclude<BinaryOperator, '+' | '-' | '*' | '/' | '^' | '&'>;

function compared(operator: Comparison, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (left.kind === 'error') return left;
  if (right.kind === 'error') return right;
  if (operator === '=') return truth(areEqual(left, right));
  if (operator === '<>') return truth(!areEqual(left, right));
  const sign = signOf(left, right);
  switch (operator) {
    case '<':
      return truth(sign < 0);
    case '>':
      return truth(sign > 0);
    case '<=':
      return truth(sign <= 0);
    case '>=':
      return truth(sign >= 0);
  }
}

/** Letters beyond these may have been written in another encoding than the formula's. */
const PLAIN = /^[\x20-\x7E]*$/u;

/** Texts are equal whatever their capitals. */
function areEqual(left: FormulaValue, right: FormulaValue): boolean {
  const [a, b] = [like(left, right), like(right, left)];
  if (a.kind !== 'text' || b.kind !== 'text') return signOf(a, b) === 0;
  if (!PLAIN.test(a.text) || !PLAIN.test(b.text)) return notCalculated();
  return a.text.toLowerCase() === b.text.toLowerCase();
}

/** Numbers by size, and below every text; the order of texts depends on the language. */
function signOf(left: FormulaValue, right: FormulaValue): number {
  const [a, b] = [like(left, right), like(right, left)];
  if (a.kind === 'number' && b.kind === 'number') return order(a.number, b.number) ?? notCalculated();
  if (a.kind === 'number' && b.kind === 'text') return -1;
  return a.kind === 'text' && b.kind === 'number' ? 1 : notCalculated();
}

/** A blank is 0 beside a number and empty beside a text. */
function like(value: FormulaValue, other: FormulaValue): FormulaValue {
  if (value.kind !== 'blank') return value;
  return other.kind === 'text' ? { kind: 'text', text: '' } : numberValue(whole(0));
}
