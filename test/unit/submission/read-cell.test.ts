/** Spellings of figures against kinds of column: an exact outcome each (intake.md, Numbers). */
import { describe, expect, it } from 'vitest';
import type { FieldDefinition, RawCell } from '../../../src/model.js';
import { readCell } from '../../../src/submission/read-cell.js';

const field = (type: FieldDefinition['type'], more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  id: 'f',
  form: 'bieu-01',
  label: 'Tổng số hộ',
  unit: 'hộ',
  type,
  scale: type === 'amount' ? 3 : type === 'percent' ? 2 : 0,
  aggregation: 'sum',
  requiredIn: [],
  enterAt: 'area',
  core: false,
  marks: { dash: 'zero', ellipsis: 'missing', x: 'notApplicable', none: 'zero' },
  basis: '',
  confirmed: true,
  ...more,
});
const cell = (raw: string, more: Partial<RawCell> = {}): RawCell => ({
  row: 5,
  column: 4,
  kind: 'text',
  raw,
  ...more,
});

/** Outcome in short: a number, a state, or the code of the problem; `~` marks a number that was tidied. */
function outcome(raw: RawCell, definition: FieldDefinition): string {
  const reading = readCell(raw, definition, false);
  if (reading.state === 'excluded') return reading.problem?.code ?? '?';
  if (reading.state !== 'value') return reading.state;
  return `${reading.problem === undefined ? '' : '~'}${String(reading.number ?? reading.text)}`;
}

const count = field('count');
const amount = field('amount', { unit: 'triệu đồng' });
const percent = field('percent', { unit: '%' });
const NAN = 'cell/not-a-number';
const AMBIGUOUS = 'cell/ambiguous-number';
const DECIMALS = 'cell/too-many-decimals';
const NOT_WHOLE = 'cell/not-whole';
const MARK = 'cell/mark-not-understood';

/** typed text → count · amount (thousandths) · percent (hundredths) */
const SPELLINGS: readonly (readonly [string, string, string, string])[] = [
  ['0', '0', '0', '0'],
  ['7', '7', '7000', '700'],
  ['07', '7', '7000', '700'],
  ['1250', '1250', '1250000', '125000'],
  ['+12', '~12', '~12000', '~1200'],
  ['1.234', '~1234', AMBIGUOUS, AMBIGUOUS],
  ['1,234', '~1234', AMBIGUOUS, AMBIGUOUS],
  ['12.345.678', '~12345678', '~12345678000', '~1234567800'],
  ['12,345,678', '~12345678', '~12345678000', '~1234567800'],
  ['1.234,5', NOT_WHOLE, '~1234500', '~123450'],
  ['1,234.5', NOT_WHOLE, '~1234500', '~123450'],
  ['1234.5', NOT_WHOLE, '1234500', '123450'],
  ['1234,5', NOT_WHOLE, '1234500', '123450'],
  ['1.234,0', '~1234', '~1234000', '~123400'],
  ['12,0', '12', '12000', '1200'],
  ['0,125', NOT_WHOLE, '125', DECIMALS],
  ['0.5', NOT_WHOLE, '500', '50'],
  ['12 345', '~12345', '~12345000', '~1234500'],
  ['12\u00A0345', '~12345', '~12345000', '~1234500'],
  ['12\u202F345', '~12345', '~12345000', '~1234500'],
  ['1 2', NAN, NAN, NAN],
  ['12 34', NAN, NAN, NAN],
  ['1.23.456', NAN, NAN, NAN],
  ['1.234.56', NAN, NAN, NAN],
  ['1,234,5', NAN, NAN, NAN],
  ['１２３', '~123', '~123000', '~12300'],
  ['250 hộ', '~250', NAN, NAN],
  ['1.250 hộ', '~1250', NAN, NAN],
  ['97,18 %', NAN, NAN, '~9718'],
  ['97.18%', NAN, NAN, '~9718'],
  ['12,5 triệu đồng', NAN, '~12500', NAN],
  ['-5', 'cell/negative', 'cell/negative', 'cell/negative'],
  ['\u22125', 'cell/negative', 'cell/negative', 'cell/negative'],
  ['-', '0', '0', '0'],
  ['–', '0', '0', '0'],
  ['…', 'missing', 'missing', 'missing'],
  ['...', 'missing', 'missing', 'missing'],
  ['x', 'notApplicable', 'notApplicable', 'notApplicable'],
  ['không', '0', '0', '0'],
  ['Không có', '0', '0', '0'],
  ['chưa có quyết định', MARK, MARK, MARK],
  ['O', NAN, NAN, NAN],
  ['12O', NAN, NAN, NAN],
  ['l2', NAN, NAN, NAN],
  ['1e3', NAN, NAN, NAN],
  ['0x1F', NAN, NAN, NAN],
  ['Infinity', NAN, NAN, NAN],
  ['NaN', NAN, NAN, NAN],
  ['12+3', NAN, NAN, NAN],
  ['=12', NAN, NAN, NAN],
  ['hơn 20', NAN, NAN, NAN],
  ['12/15', NAN, NAN, NAN],
  ['.5', NAN, NAN, NAN],
  ['5.', NAN, NAN, NAN],
  [' 12 ', '12', '12000', '1200'],
  ['\u200B12', '12', '12000', '1200'],
  ['   ', 'missing', 'missing', 'missing'],
  ['9007199254740993', 'cell/too-large', 'cell/too-large', 'cell/too-large'],
];

describe('typed text', () => {
  it.each(SPELLINGS)('%s', (text, asCount, asAmount, asPercent) => {
    expect([outcome(cell(text), count), outcome(cell(text), amount), outcome(cell(text), percent)]).toEqual([
      asCount,
      asAmount,
      asPercent,
    ]);
  });
});

describe('numbers stored by programs', () => {
  const stored = (raw: string, more: Partial<RawCell> = {}) => cell(raw, { kind: 'number', ...more });
  it.each([
    ['12', '12'],
    ['12.0', '12'],
    ['1.2E3', '1200'],
    ['11.999999999999998', '12'],
    ['12.5', NOT_WHOLE],
    ['-0', '0'],
    ['-3', 'cell/negative'],
    ['1e400', 'cell/too-large'],
    ['12345678901234567890', 'cell/too-large'],
  ])('%s in a count column', (raw, expected) => {
    expect(outcome(stored(raw), count)).toBe(expected);
  });
  it.each([
    ['0.1', '100'],
    ['12.300000000000001', '12300'],
    ['123.456', '123456'],
    ['123.4567', DECIMALS],
    ['1.005', '1005'],
  ])('%s in an amount column', (raw, expected) => {
    expect(outcome(stored(raw), amount)).toBe(expected);
  });
  it('reads a cell formatted as percent in hundredths of a percent', () => {
    expect(outcome(stored('0.9718', { numberFormat: 'percent' }), percent)).toBe('9718');
    expect(outcome(stored('97.18'), percent)).toBe('9718');
  });
});

describe('cells that say nothing usable', () => {
  it('never become zero', () => {
    expect(outcome(cell('#REF!', { kind: 'error' }), count)).toBe('cell/error-value');
    expect(outcome(cell('', { formula: true, uncalculated: true }), count)).toBe('cell/uncalculated');
    expect(readCell(undefined, count, false)).toEqual({ state: 'missing' });
    expect(outcome(cell('1', { kind: 'boolean' }), count)).toBe(NAN);
  });
  it('reads a mark only where the set declares it', () => {
    const strict = field('count', { marks: {} });
    expect(['-', '…', 'x', 'không'].map((text) => outcome(cell(text), strict))).toEqual([
      MARK,
      MARK,
      MARK,
      MARK,
    ]);
    expect(outcome(cell('Chờ QĐ'), field('count', { marks: { pending: true } }))).toBe('pending');
  });
});

describe('yes and no', () => {
  it.each([
    ['x', 'yes'],
    ['X', 'yes'],
    ['Có', 'yes'],
    ['CÓ', 'yes'],
    ['1', 'yes'],
    ['✓', 'yes'],
    ['TRUE', 'yes'],
    ['không', 'no'],
    ['Không', 'no'],
    ['0', 'no'],
    ['FALSE', 'no'],
    ['-', 'no'],
    ['2', 'cell/not-yes-no'],
    ['một phần', 'cell/not-yes-no'],
  ])('%s', (text, expected) => {
    expect(outcome(cell(text), field('yesNo'))).toBe(expected);
  });
  it('reads stored booleans', () => {
    expect(outcome(cell('1', { kind: 'boolean' }), field('yesNo'))).toBe('yes');
    expect(outcome(cell('0', { kind: 'boolean' }), field('yesNo'))).toBe('no');
  });
});

describe('choices', () => {
  const title = field('choice', {
    marks: { dash: 'missing', ellipsis: 'missing' },
    choices: [
      { id: 'awarded', label: 'Đạt', aliases: ['đạt chuẩn'] },
      { id: 'notAwarded', label: 'Không đạt' },
    ],
  });
  it.each([
    ['Đạt', 'awarded'],
    ['đạt', 'awarded'],
    ['DAT', 'awarded'],
    ['Đạt chuẩn', 'awarded'],
    ['đa\u0323t', 'awarded'],
    ['không đạt', 'notAwarded'],
    ['khong dat', 'notAwarded'],
    ['được', 'cell/not-a-choice'],
    ['-', 'missing'],
  ])('%s', (text, expected) => {
    expect(outcome(cell(text), title)).toBe(expected);
  });
});

describe('dates', () => {
  const date = field('date', { marks: {} });
  it.each([
    ['25/11/2024', '2024-11-25'],
    ['5/1/2024', '2024-01-05'],
    ['2024-11-25', '2024-11-25'],
    ['ngày 05 tháng 12 năm 2024', '2024-12-05'],
    ['30/02/2024', 'cell/not-a-date'],
    ['29/02/2024', '2024-02-29'],
    ['11/2024', 'cell/not-a-date'],
    ['25/11/24', 'cell/not-a-date'],
  ])('%s', (text, expected) => {
    expect(outcome(cell(text), date)).toBe(expected);
  });
  it('reads serial days of both calendars', () => {
    const serial = cell('45621', { kind: 'number', numberFormat: 'date' });
    expect(readCell(serial, date, false).text).toBe('2024-11-25');
    expect(readCell(cell('44159', { kind: 'number' }), date, true).text).toBe('2024-11-25');
    expect(outcome(cell('59', { kind: 'number' }), date)).toBe('cell/not-a-date');
  });
});
