/** One cell becomes one figure of one field, or a problem that says why not. Nothing is guessed. */
import type { CellState, ExactRate, FieldDefinition, RawCell } from '../../model.js';
import { divideRounded } from '../../values/exact-rate.js';
import { dayOfSerial, dayWithTime } from '../../values/calendar-day.js';
import { cleanText } from '../../values/vietnamese-text.js';
import {
  answerMeant,
  isDash,
  isEllipsis,
  meansNone,
  meansNotApplicable,
  meansPending,
  numberAmidWords,
  withNotSpelledOut,
  withoutFootnote,
  withoutNote,
} from './cell-words.js';
import { choiceMeant } from './choice-meant.js';
import {
  decimalText,
  machineDecimal,
  scaledInteger,
  withoutBinaryNoise,
  type Decimal,
} from './decimal-text.js';
import { shownOtherwise, type ShownProblem } from './shown-otherwise.js';
import { SUBMISSION_NUMBER, submissionNumber } from './submission-number.js';
import { unitWordsOf } from './decimal-habit.js';
import { isInvisible, readTypedNumber, type DecimalSign } from './figure-text.js';
import { defined } from '../../values/defined.js';

export type CellProblem =
  | {
      readonly code:
        | 'cell/not-a-number'
        | 'cell/not-whole'
        | 'cell/negative'
        | 'cell/too-large'
        | 'cell/error-value'
        | 'cell/uncalculated'
        | 'cell/mark-not-understood'
        | 'cell/not-yes-no'
        | 'cell/not-a-date';
    }
  | { readonly code: 'cell/ambiguous-number'; readonly first: string; readonly second: string }
  | { readonly code: 'cell/too-many-decimals'; readonly scale: number; readonly rounded: string }
  | ShownProblem
  | { readonly code: 'cell/not-a-choice'; readonly choices: string }
  | { readonly code: 'cell/date-for-number'; readonly date: string }
  | { readonly code: 'cell/percent-for-number'; readonly percent: string }
  | { readonly code: 'cell/letter-for-digit'; readonly letters: string; readonly digits: string }
  | {
      readonly code: 'cell/tidied-number' | 'cell/settled-number' | 'cell/number-and-words';
      readonly value: number;
    };

export interface CellReading {
  readonly state: CellState;
  /** Integer in units of 10^-scale. */
  readonly number?: number;
  /** Choice id, ISO date or text. */
  readonly text?: string;
  /** A percentage with more decimals than the field keeps, or shown with fewer. */
  readonly exact?: ExactRate;
  readonly problem?: CellProblem;
}

const MISSING: CellReading = { state: 'missing' };
const excluded = (problem: CellProblem): CellReading => ({ state: 'excluded', problem });

/** Reads a stored cell (or its absence) as a value of the field. `sign`: decimal sign of the column's other cells. */
export function readCell(
  cell: RawCell | undefined,
  field: FieldDefinition,
  date1904: boolean,
  sign?: DecimalSign,
): CellReading {
  if (cell === undefined) return MISSING;
  if (cell.kind === 'error') return excluded({ code: 'cell/error-value' });
  if (cell.uncalculated === true) return excluded({ code: 'cell/uncalculated' });
  const text = cleanText(cell.raw);
  if (isInvisible(text)) return MISSING;
  switch (field.type) {
    case 'count':
    case 'amount':
    case 'percent':
      return readNumber(cell, text, field, date1904, sign);
    case 'yesNo':
      return readYesNo(cell, text, field);
    case 'choice':
      return readChoice(text, field);
    case 'date':
      return readDate(cell, text, field, date1904);
    case 'text':
      return { state: 'value', text: cell.kind === 'number' ? plainNumberText(text) : text };
    default:
      return field.type satisfies never;
  }
}

function readNumber(
  cell: RawCell,
  text: string,
  field: FieldDefinition,
  date1904: boolean,
  sign: DecimalSign | undefined,
): CellReading {
  if (cell.kind === 'boolean') return excluded({ code: 'cell/not-a-number' });
  if (cell.kind === 'number') {
    return storedNumber(cell, text, field, date1904);
  }
  const marked = readMark(text, field) ?? markWithNote(text, field);
  if (marked !== undefined) return marked;
  if (field.id === SUBMISSION_NUMBER) {
    const number = submissionNumber(text);
    // What cannot be read is told where it tells two submissions apart, and counts as the first.
    return number === undefined ? { state: 'excluded' } : { state: 'value', number };
  }
  const alone = field.type === 'count' ? numberAmidWords(text) : undefined;
  const said = alone ?? withoutFootnote(text);
  // In a column of rates the sign is as good as none.
  const plain = field.type === 'percent' ? said.replace(/\s*%$/u, '') : said;
  const typed = readTypedNumber(plain, {
    numbers: field.type === 'count' ? 'count' : field.type === 'percent' ? 'rate' : 'decimal',
    unitWords: unitWordsOf(field),
    ...defined({ sign }),
  });
  switch (typed.kind) {
    case 'notANumber':
      return excluded(typedShare(text) ?? { code: 'cell/not-a-number' });
    case 'letters':
      return excluded({ code: 'cell/letter-for-digit', letters: typed.letters, digits: typed.digits });
    case 'ambiguous':
      return excluded({ code: 'cell/ambiguous-number', first: typed.readings[0], second: typed.readings[1] });
    case 'number': {
      const reading = scaled(typed.decimal, field);
      if (reading.state !== 'value' || reading.number === undefined) return reading;
      if (alone !== undefined)
        return { ...reading, problem: { code: 'cell/number-and-words', value: reading.number } };
      if (typed.certain)
        return { ...reading, problem: { code: 'cell/settled-number', value: reading.number } };
      return typed.tidied || said !== text
        ? { ...reading, problem: { code: 'cell/tidied-number', value: reading.number } }
        : reading;
    }
    default:
      return typed satisfies never;
  }
}

/** "90,00%" where a number is asked. */
function typedShare(text: string): CellProblem | undefined {
  const [, share] = /^(.*\d)\s*%$/su.exec(text) ?? [];
  const isNumber =
    share !== undefined && readTypedNumber(share, { numbers: 'rate', unitWords: [] }).kind === 'number';
  return isNumber ? { code: 'cell/percent-for-number', percent: share } : undefined;
}

/** A number that the sender sees as a day or as a percentage is not the number that is stored. */
function storedNumber(cell: RawCell, text: string, field: FieldDefinition, date1904: boolean): CellReading {
  const decimal = machineDecimal(text);
  if (decimal === undefined) return excluded({ code: 'cell/not-a-number' });
  if (cell.numberFormat === 'date')
    return excluded({ code: 'cell/date-for-number', date: dayOfSerial(text, date1904) ?? '' });
  const clean = withoutBinaryNoise(decimal);
  const isShare = field.type !== 'percent' && cell.shown?.words.includes('%') === true && clean.digits !== 0n;
  if (isShare && cell.numberFormat !== 'percent')
    return excluded({ code: 'cell/percent-for-number', percent: decimalText(clean) });
  if (cell.numberFormat !== 'percent') return shownAs(cell, scaled(clean, field, cell), clean, field);
  const percent = withoutBinaryNoise(timesHundred(clean));
  return field.type === 'percent' || clean.digits === 0n
    ? scaled(percent, field, cell)
    : excluded({ code: 'cell/percent-for-number', percent: decimalText(percent) });
}

function shownAs(cell: RawCell, reading: CellReading, stored: Decimal, field: FieldDefinition): CellReading {
  if (cell.shown === undefined || stored.digits === 0n || reading.state !== 'value') return reading;
  const problem = shownOtherwise(cell.shown, stored, field);
  return problem === undefined ? reading : { ...reading, problem };
}

const timesHundred = (decimal: Decimal): Decimal =>
  decimal.scale >= 2
    ? { ...decimal, scale: decimal.scale - 2 }
    : { ...decimal, digits: decimal.digits * 10n ** BigInt(2 - decimal.scale), scale: 0 };

function scaled(decimal: Decimal, field: FieldDefinition, cell?: RawCell): CellReading {
  if (decimal.negative && decimal.digits !== 0n) return excluded({ code: 'cell/negative' });
  const number = scaledInteger({ ...decimal, negative: false }, field.scale);
  if (number !== undefined && cell?.shown === undefined) return { state: 'value', number };
  if (
    decimal.digits / 10n ** BigInt(decimal.scale) >=
    BigInt(Number.MAX_SAFE_INTEGER) / 10n ** BigInt(field.scale)
  )
    return excluded({ code: 'cell/too-large' });
  const rounded = Number(
    divideRounded(decimal.digits * 10n ** BigInt(field.scale), 10n ** BigInt(decimal.scale)),
  );
  // A rate is compared as it was typed and as it is shown; its decimals are no fault.
  if (field.type === 'percent')
    return {
      state: 'value',
      number: rounded,
      exact: { value: decimal.digits, scale: decimal.scale, ...defined({ shown: cell?.shown?.decimals }) },
    };
  if (number !== undefined) return { state: 'value', number };
  return excluded(
    field.scale === 0
      ? { code: 'cell/not-whole' }
      : {
          code: 'cell/too-many-decimals',
          scale: field.scale,
          rounded: decimalText(
            withoutBinaryNoise({ ...decimal, digits: BigInt(rounded), scale: field.scale }),
          ),
        },
  );
}

/** Declared marks of the field; an undeclared mark is a problem, never a zero. */
function readMark(text: string, field: FieldDefinition): CellReading | undefined {
  const marks = field.marks;
  if (isDash(text)) return marks.dash === undefined ? notUnderstood : markReading(marks.dash);
  if (isEllipsis(text)) return marks.ellipsis === undefined ? notUnderstood : MISSING;
  if (meansNotApplicable(text)) return marks.x === undefined ? notUnderstood : markReading(marks.x);
  if (meansNone(text)) return marks.none === undefined ? notUnderstood : markReading(marks.none);
  if (meansPending(text)) return marks.pending === true ? { state: 'pending' } : notUnderstood;
  return undefined;
}

/** "-*", "x (1)", "khg": what follows from the mark, and a number is told. */
function markWithNote(text: string, field: FieldDefinition): CellReading | undefined {
  if (/^\d/u.test(text)) return undefined;
  const plain = withNotSpelledOut(withoutNote(text));
  const reading = plain === text ? undefined : readMark(plain, field);
  return reading?.state === 'value' && reading.number !== undefined
    ? { ...reading, problem: { code: 'cell/tidied-number', value: reading.number } }
    : reading;
}

const notUnderstood = excluded({ code: 'cell/mark-not-understood' });

const markReading = (meaning: 'zero' | 'missing' | 'notApplicable'): CellReading =>
  meaning === 'zero' ? { state: 'value', number: 0 } : { state: meaning };

function readYesNo(cell: RawCell, text: string, field: FieldDefinition): CellReading {
  if (isEllipsis(text) && field.marks.ellipsis !== undefined) return MISSING;
  const answer =
    cell.kind === 'boolean' ? (text === '1' || text === 'TRUE' ? 'yes' : 'no') : answerMeant(text);
  return answer === undefined ? excluded({ code: 'cell/not-yes-no' }) : { state: 'value', text: answer };
}

function readChoice(text: string, field: FieldDefinition): CellReading {
  const choices = field.choices ?? [];
  const unknown: CellReading = excluded({
    code: 'cell/not-a-choice',
    choices: choices.map((choice) => choice.label).join('; '),
  });
  const only = choiceMeant(text, choices);
  if (only !== undefined) return { state: 'value', text: only };
  if (isEllipsis(text) && field.marks.ellipsis !== undefined) return MISSING;
  if (isDash(text) && field.marks.dash === 'missing') return MISSING;
  if (
    (isDash(text) && field.marks.dash === 'notApplicable') ||
    (meansNotApplicable(text) && field.marks.x !== undefined)
  )
    return { state: 'notApplicable' };
  return unknown;
}

function readDate(cell: RawCell, text: string, field: FieldDefinition, date1904: boolean): CellReading {
  if (isEllipsis(text) && field.marks.ellipsis !== undefined) return MISSING;
  if (isDash(text) && field.marks.dash !== undefined)
    return field.marks.dash === 'notApplicable' ? { state: 'notApplicable' } : MISSING;
  const iso =
    cell.kind === 'number' ? dayOfSerial(text, date1904, cell.numberFormat === 'date') : dayWithTime(text);
  return iso === undefined ? excluded({ code: 'cell/not-a-date' }) : { state: 'value', text: iso };
}

/** A number typed into a text field ("Thôn" column holding 2): without the noise of its storage. */
function plainNumberText(raw: string): string {
  const decimal = machineDecimal(raw);
  return decimal === undefined ? raw : decimalText(withoutBinaryNoise(decimal));
}
