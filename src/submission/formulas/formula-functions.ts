/** The functions that are recalculated; every other one is told as not recalculated. */
import { order, over, plus, rounded, whole, ZERO, type Exact, type Rounding } from './exact-number.js';
import { isOneCell, type Expression } from './formula-syntax.js';
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

type Arguments = readonly (Expression | undefined)[];
type Fault = { readonly error: string };

interface View extends CellsSeen {
  readonly evaluate: (expression: Expression) => FormulaValue;
}

type Call = (args: Arguments, view: View) => FormulaValue;

export function callFunction(name: string, args: Arguments, view: View): FormulaValue {
  const call = CALLS.get(name);
  return call === undefined ? notCalculated() : call(args, view);
}

/** A single argument; left out it is blank where the function allows it. */
const argument = (args: Arguments, index: number, view: View): FormulaValue => {
  const one = args[index];
  return one === undefined ? BLANK : view.evaluate(one);
};

const fromNumber = (result: Exact | Fault | undefined): FormulaValue =>
  result === undefined
    ? errorValue('#DIV/0!')
    : isFault(result)
      ? errorValue(result.error)
      : numberValue(result);

/** Numbers of the arguments: in areas texts and blanks are passed over, elsewhere they are calculated with. */
function numbersIn(args: Arguments, view: View): readonly Exact[] | Fault {
  const numbers: Exact[] = [];
  for (const one of args) {
    if (one?.kind !== 'area') {
      const number = asNumber(one === undefined ? BLANK : view.evaluate(one));
      if (isFault(number)) return number;
      numbers.push(number);
      continue;
    }
    for (const value of view.values(one.area)) {
      if (value.kind === 'error') return { error: value.text };
      // Truth values in areas are numbers in one program and nothing in another.
      if (value.kind === 'boolean') return notCalculated();
      if (value.kind === 'number') numbers.push(value.number);
    }
  }
  return numbers;
}

const SUM: Call = (args, view) => {
  let sum = ZERO;
  for (const one of args) {
    const part =
      one?.kind === 'area' ? view.sum(one.area) : asNumber(one === undefined ? BLANK : view.evaluate(one));
    if (isFault(part)) return errorValue(part.error);
    sum = plus(sum, part);
  }
  return numberValue(sum);
};

const ofNumbers =
  (step: (numbers: readonly Exact[]) => Exact | undefined): Call =>
  (args, view) => {
    const numbers = numbersIn(args, view);
    return 'error' in numbers ? errorValue(numbers.error) : fromNumber(step(numbers));
  };

const least = (numbers: readonly Exact[], sign: 1 | -1): Exact => {
  const [first = ZERO, ...others] = numbers;
  return others.reduce((best, one) => {
    const found = order(one, best);
    if (found === undefined) return one.top * best.bottom === best.top * one.bottom ? best : notCalculated();
    return found === sign ? one : best;
  }, first);
};

const average = (numbers: readonly Exact[]): Exact | undefined =>
  over(numbers.reduce(plus, ZERO), whole(numbers.length));

/** Number of places; small and whole. */
function placesOf(value: FormulaValue): number | Fault {
  const number = asNumber(value);
  if (isFault(number)) return number;
  if (number.bottom !== 1n || number.top > 15n || number.top < -15n) return notCalculated();
  return Number(number.top);
}

const rounding =
  (way: Rounding): Call =>
  (args, view) => {
    const number = asNumber(argument(args, 0, view));
    if (isFault(number)) return errorValue(number.error);
    const places = placesOf(argument(args, 1, view));
    return typeof places === 'number' ? numberValue(rounded(number, places, way)) : errorValue(places.error);
  };

const INT: Call = (args, view) => {
  const number = asNumber(argument(args, 0, view));
  return isFault(number) ? errorValue(number.error) : numberValue(rounded(number, 0, 'floor'));
};

const ABS: Call = (args, view) => {
  const number = asNumber(argument(args, 0, view));
  if (isFault(number)) return errorValue(number.error);
  return numberValue(number.top < 0n ? { ...number, top: -number.top } : number);
};

/** A condition; words are no truth. */
function isTrue(value: FormulaValue): boolean | Fault {
  if (value.kind === 'boolean') return value.value;
  if (value.kind === 'error') return { error: value.text };
  if (value.kind === 'text') return notCalculated();
  return value.kind === 'number' && value.number.top !== 0n;
}

const IF: Call = (args, view) => {
  if (args.length < 2 || args.length > 3) return notCalculated();
  const condition = isTrue(argument(args, 0, view));
  if (typeof condition !== 'boolean') return errorValue(condition.error);
  if (condition) return argument(args, 1, view);
  return args.length < 3 ? truth(false) : argument(args, 2, view);
};

const IFERROR: Call = (args, view) => {
  const value = argument(args, 0, view);
  return value.kind === 'error' ? argument(args, 1, view) : value;
};

/** AND and OR look at every argument; areas are left alone. */
const joining =
  (all: boolean): Call =>
  (args, view) => {
    let result = all;
    for (const one of args) {
      if (one === undefined || (one.kind === 'area' && !isOneCell(one.area))) return notCalculated();
      const value = isTrue(view.evaluate(one));
      if (typeof value !== 'boolean') return errorValue(value.error);
      result = all ? result && value : result || value;
    }
    return truth(result);
  };

const NOT: Call = (args, view) => {
  const value = isTrue(argument(args, 0, view));
  return typeof value === 'boolean' ? truth(!value) : errorValue(value.error);
};

/** How many stored cells of the areas are of these kinds; values written as arguments are left alone. */
const counting =
  (counts: (value: FormulaValue) => boolean): Call =>
  (args, view) => {
    let count = 0;
    for (const one of args) {
      if (one?.kind !== 'area') return notCalculated();
      for (const value of view.values(one.area)) if (counts(value)) count += 1;
    }
    return numberValue(whole(count));
  };

const asking =
  (is: (value: FormulaValue) => boolean): Call =>
  (args, view) =>
    truth(is(argument(args, 0, view)));

/** Not COUNTA and ISBLANK: a stored empty text, which they see, is no cell to the readers. */
const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['SUM', SUM],
  ['AVERAGE', ofNumbers(average)],
  ['MIN', ofNumbers((numbers) => least(numbers, -1))],
  ['MAX', ofNumbers((numbers) => least(numbers, 1))],
  ['COUNT', counting(({ kind }) => (kind === 'boolean' ? notCalculated() : kind === 'number'))],
  ['ROUND', rounding('near')],
  ['ROUNDUP', rounding('up')],
  ['ROUNDDOWN', rounding('down')],
  ['TRUNC', rounding('down')],
  ['INT', INT],
  ['ABS', ABS],
  ['IF', IF],
  ['IFERROR', IFERROR],
  ['AND', joining(true)],
  ['OR', joining(false)],
  ['NOT', NOT],
  ['ISNUMBER', asking(({ kind }) => kind === 'number')],
  ['ISERROR', asking(({ kind }) => kind === 'error')],
]);
