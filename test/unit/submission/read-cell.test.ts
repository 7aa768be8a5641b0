/** Spellings of figures against kinds of column: an exact outcome each. */
import { describe, expect, it } from 'vitest';
import type { FieldDefinition, RawCell } from '../../../src/model.js';
import { decimalHabit } from '../../../src/submission/cells/decimal-habit.js';
import { readCell } from '../../../src/submission/cells/read-cell.js';
import { madeField } from '../../support/made-criteria.js';
import { SPELLINGS } from './number-spellings.js';

const field = (type: FieldDefinition['type'], more: Partial<FieldDefinition> = {}): FieldDefinition =>
  madeField('f', type, {
    label: 'Tổng số hộ',
    unit: 'hộ',
    core: false,
    marks: { dash: 'zero', ellipsis: 'missing', x: 'notApplicable', none: 'zero' },
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
  if (reading.state === 'excluded') return (reading.problem?.code ?? '?').replace('cell/', '');
  if (reading.state !== 'value') return reading.state;
  return `${reading.problem === undefined ? '' : '~'}${String(reading.number ?? reading.text)}`;
}

const count = field('count');
const amount = field('amount', { unit: 'triệu đồng' });
const percent = field('percent', { unit: '%' });
const NAN = 'not-a-number';
const DECIMALS = 'too-many-decimals';
const NOT_WHOLE = 'not-whole';
const MARK = 'mark-not-understood';

describe('the mark of a footnote', () => {
  it.each(['194*', '194 **', '194(*)', '194 (**)', '194¹', '194†', '194 hộ*', '194,0*'])(
    'behind a number leaves it, and is told: %s',
    (text) => {
      expect(outcome(cell(text), count)).toBe('~194');
    },
  );

  it.each([
    ['1.194*', count, '~1194'],
    ['12,5*', amount, '~12500'],
    ['1.194*', amount, 'ambiguous-number'],
    ['90,5%*', percent, '~9050'],
    ['-*', count, '~0'],
    ['– (*)', count, '~0'],
    ['x*', count, 'notApplicable'],
    ['X (1)', count, 'notApplicable'],
    ['không*', count, '~0'],
    ['khg', count, '~0'],
    ['Ko PS', count, '~0'],
    ['--* 2', count, NAN],
    ['-194*', count, 'negative'],
    ['x2*', count, NAN],
    ['không rõ*', count, NAN],
    ['m*', count, NAN],
    ['*', count, NAN],
    ['*194', count, NAN],
    ['194 (1)x', count, NAN],
    ['194/200', count, NAN],
    ['194 (+6)', count, NAN],
    ['194 ( + 6 hộ mới)', count, NAN],
    ['194 (-6)', count, NAN],
    ['trên 194', count, NAN],
    ['gần 194', count, NAN],
    ['12,5 (tỷ)', amount, NAN],
    ['90,5 (1)', percent, NAN],
    ['0 (chưa có số liệu)', count, NAN],
    ['0 (chờ QĐ)', count, NAN],
    ['0 (chưa rà soát)', count, NAN],
    ['0 (?)', count, NAN],
    ['0 (1)', count, '~0'],
    ['0 (không phát sinh)', count, '~0'],
    ['120 (thiếu tổ 3)', count, '~120'],
    ['194*2', count, NAN],
    ['12O*', count, 'letter-for-digit'],
  ] as const)('%s is read as without it', (text, definition, expected) => {
    expect(outcome(cell(text), definition)).toBe(expected);
  });
});

it.each([
  '194 (1)',
  '194(12)',
  '194 (5 hộ mới)',
  '194 (100%)',
  '~194',
  '≈ 194',
  'khoảng 194',
  'Khoảng 194 (ước)',
])('“%s” is that number, and asked about', (text) => {
  const reading = readCell(cell(text), count, false);
  expect(reading).toMatchObject({ number: 194, problem: { code: 'cell/number-and-words' } });
});

describe('“không” as it is shortened', () => {
  const answer = field('choice', {
    choices: [
      { id: 'yes', label: 'đạt' },
      { id: 'no', label: 'không đạt' },
      { id: 'not', label: 'không xét' },
      { id: 'notYet', label: 'chưa đạt' },
    ],
  });

  it.each([
    // Or "chưa có quyết định".
    ['CĐ', 'not-a-choice'],
    ['Chưa đạt', 'notYet'],
    ['Ko đạt', 'no'],
    ['K.đạt', 'no'],
    ['k đạt', 'no'],
    ['K/ đạt', 'no'],
    ['ko xét', 'not'],
    ['Đạt (1)', 'yes'],
    ['đạt*', 'yes'],
    ['Không đạt (*)', 'no'],
    ['KĐ', 'no'],
    ['kđ.', 'no'],
    ['K', 'not-a-choice'],
    ['Đ', 'yes'],
    ['Đ (1)', 'yes'],
    ['D', 'not-a-choice'],
    ['kđạt', 'not-a-choice'],
    ['Ko đạt?', 'not-a-choice'],
    ['đạt (5)x', 'not-a-choice'],
  ])('%s', (text, expected) => {
    expect(outcome(cell(text), answer)).toBe(expected);
  });

  it.each(['KAD', 'k.a.d', 'Ko áp dụng', 'ko thuộc diện'])('%s is no number and not missing', (text) => {
    expect(outcome(cell(text), count)).toBe('notApplicable');
    expect(outcome(cell(text), { ...count, marks: {} })).toBe(MARK);
  });
});

describe('Lần nộp', () => {
  it.each([
    '2',
    '02',
    'Lần 2',
    'lần thứ 2',
    'lần nộp: 2',
    'Nộp lần 2',
    '2,0',
    'Lần 2 (bổ sung)',
    'lần 2 - sửa theo thông báo',
    'lần hai bổ sung',
    'Bổ sung lần 2',
  ])('%s is the second', (text) => {
    expect(readCell(cell(text), { ...count, id: 'submissionNo' }, false)).toMatchObject({
      state: 'value',
      number: 2,
    });
  });
});

describe('typed text', () => {
  it('is fixed for three hundred spellings and more', () => {
    expect(new Set(SPELLINGS.map(([text]) => text)).size).toBeGreaterThanOrEqual(300);
  });

  it.each(SPELLINGS)('%j', (text, asCount, asAmount, asPercent) => {
    expect([outcome(cell(text), count), outcome(cell(text), amount), outcome(cell(text), percent)]).toEqual([
      asCount,
      asAmount,
      asPercent,
    ]);
  });

  it('names the letters that stand for digits, and the number they were meant to be', () => {
    expect(readCell(cell('1.2Ol'), count, false).problem).toEqual({
      code: 'cell/letter-for-digit',
      letters: 'O, l',
      digits: '1.201',
    });
  });
});

describe('an open spelling in a column of decimals', () => {
  const habit = (...texts: readonly string[]) =>
    decimalHabit(texts.map((text) => [cell(text), amount] as const));

  it.each<[string[], ',' | '.' | undefined]>([
    [['12,5'], ','],
    [['12.5'], '.'],
    [['1.234.567'], ','],
    [['1,234.5', '7'], '.'],
    [['0,125'], ','],
    [['12,5 triệu đồng'], ','],
    [['12,5', '0,75', '1.000,00'], ','],
    [['12,5', '12.5'], undefined],
    [['1.234', '5.678'], undefined],
    [['1250', '', 'x', '-', 'khoảng 12,5', '12,5%', '1,2,3'], undefined],
    [['12 345,678'], undefined],
  ])('%j says %j', (texts, sign) => {
    expect(habit(...texts)).toBe(sign);
  });

  it('is not settled by numbers that programs stored', () => {
    expect(decimalHabit([[cell('12.5', { kind: 'number' }), amount]])).toBeUndefined();
  });

  it.each([
    ['1.234', ',', 1_234_000],
    ['1.234', '.', 1_234],
    ['1,234', ',', 1_234],
    ['1,234', '.', 1_234_000],
    ['12 345,678', ',', 12_345_678],
    ['12 345,678', '.', 12_345_678_000],
  ] as const)('%s beside decimals with “%s” is settled and told', (text, sign, number) => {
    expect(readCell(cell(text), amount, false, sign)).toEqual({
      state: 'value',
      number,
      problem: { code: 'cell/settled-number', value: number },
    });
  });

  it('that is clear in itself is not bent to the habit of the column', () => {
    expect(readCell(cell('12,5'), amount, false, '.').number).toBe(12_500);
    expect(readCell(cell('1.234.567,8'), amount, false, '.').number).toBe(1_234_567_800);
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
    ['-3', 'negative'],
    ['1e400', 'too-large'],
    ['12345678901234567890', 'too-large'],
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
    expect(outcome(stored('0.971800000000001', { numberFormat: 'percent' }), percent)).toBe('9718');
    const shown = { text: '91,06%', decimals: 2, words: '%' };
    const formula = stored('0.91056561085972855', { numberFormat: 'percent', shown });
    expect(readCell(formula, percent, false)).toEqual({
      state: 'value',
      number: 9106,
      exact: { value: 910565610859729n, scale: 13, shown: 2 },
    });
    expect(outcome(stored('1', { numberFormat: 'percent' }), percent)).toBe('10000');
  });
  it('refuses a count that the sender sees as a day or a percentage', () => {
    expect(outcome(stored('45631', { numberFormat: 'date' }), count)).toBe('date-for-number');
    expect(outcome(stored('45631', { numberFormat: 'date' }), amount)).toBe('date-for-number');
    expect(outcome(stored('1', { numberFormat: 'percent' }), count)).toBe('percent-for-number');
    expect(outcome(stored('0', { numberFormat: 'percent' }), count)).toBe('0');
    // A format that only writes the sign behind the number: 0.00"%".
    const shown = { text: '90,00%', decimals: 2, words: '%' };
    expect(outcome(stored('90', { shown }), count)).toBe('percent-for-number');
    expect(outcome(stored('90', { shown }), percent)).toBe('9000');
  });
});

describe('cells that say nothing usable', () => {
  it('never become zero', () => {
    expect(outcome(cell('#REF!', { kind: 'error' }), count)).toBe('error-value');
    expect(outcome(cell('', { formula: true, uncalculated: true }), count)).toBe('uncalculated');
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
    ['co', 'yes'],
    ['✔', 'yes'],
    ['rồi', 'yes'],
    ['đúng', 'yes'],
    ['yes', 'yes'],
    ['v', 'yes'],
    ['khong', 'no'],
    ['KHÔNG CÓ', 'no'],
    ['chưa', 'no'],
    ['k', 'no'],
    ['–', 'no'],
    ['✗', 'no'],
    ['false', 'no'],
    ['2', 'not-yes-no'],
    ['10', 'not-yes-no'],
    ['một phần', 'not-yes-no'],
    ['có 2', 'not-yes-no'],
    ['không rõ', 'not-yes-no'],
    ['đang làm', 'not-yes-no'],
    ['?', 'not-yes-no'],
    ['xx', 'not-yes-no'],
    ['x*', 'yes'],
    ['x(1)', 'yes'],
    ['X¹', 'yes'],
    ['✓*', 'yes'],
    ['có*', 'yes'],
    ['Có (1)', 'yes'],
    ['không*', 'no'],
    ['Không (2)', 'no'],
    ['khg', 'no'],
    ['khg có', 'no'],
    ['ko có', 'no'],
    ['k có*', 'no'],
    ['-*', 'no'],
    ['*', 'not-yes-no'],
    ['x?', 'not-yes-no'],
    ['x?*', 'not-yes-no'],
    ['có (12)', 'not-yes-no'],
    ['có 2*', 'not-yes-no'],
    ['không đạt*', 'not-yes-no'],
    ['khg rõ', 'not-yes-no'],
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
    ['được', 'not-a-choice'],
    ['đạt?', 'not-a-choice'],
    ['Đạt (?)', 'not-a-choice'],
    ['không đạt ???', 'not-a-choice'],
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
    ['30/02/2024', 'not-a-date'],
    ['29/02/2024', '2024-02-29'],
    ['11/2024', 'not-a-date'],
    ['25/11/24', 'not-a-date'],
    ['25-11-2024', '2024-11-25'],
    ['25.11.2024', '2024-11-25'],
    ['25 / 11 / 2024', '2024-11-25'],
    ['Ngày 5 tháng 1 năm 2024', '2024-01-05'],
    ['01/07/2025', '2025-07-01'],
    ['29/02/2023', 'not-a-date'],
    ['31/04/2024', 'not-a-date'],
    ['11/25/2024', 'not-a-date'],
    ['2024/11/25', 'not-a-date'],
    ['00/11/2024', 'not-a-date'],
    ['25/00/2024', 'not-a-date'],
    ['25/11', 'not-a-date'],
    ['2024', 'not-a-date'],
    ['25112024', 'not-a-date'],
    ['25/11/20244', 'not-a-date'],
    ['hôm qua', 'not-a-date'],
    ['cuối tháng 11', 'not-a-date'],
    ['2024-02-30', 'not-a-date'],
    ['25/11/2024 và 26/11/2024', 'not-a-date'],
  ])('%s', (text, expected) => {
    expect(outcome(cell(text), date)).toBe(expected);
  });
  it('reads serial days of both calendars', () => {
    const serial = cell('45621', { kind: 'number', numberFormat: 'date' });
    expect(readCell(serial, date, false).text).toBe('2024-11-25');
    expect(readCell(cell('44159', { kind: 'number' }), date, true).text).toBe('2024-11-25');
    expect(outcome(cell('59', { kind: 'number' }), date)).toBe('not-a-date');
    expect(outcome(cell('45621.5', { kind: 'number', numberFormat: 'date' }), date)).toBe('2024-11-25');
  });
  it.each([
    ['2024-11-25T14:30:00', '2024-11-25'],
    ['2024-11-25 14:30', '2024-11-25'],
    ['25/11/2024 14:30:05', '2024-11-25'],
    ['25/11/2024 2:30 PM', '2024-11-25'],
    ['14h30 ngày 25/11/2024', '2024-11-25'],
    ['14 giờ 30, 25/11/2024', 'not-a-date'],
    ['2024-11-25T16:59:59.000Z', '2024-11-25'],
    ['2024-11-25T17:00:00.000Z', '2024-11-26'],
    ['2024-12-31T17:00:00Z', '2025-01-01'],
    ['2024-11-25T23:30:00+07:00', '2024-11-25'],
    ['25/11/2024 25:00', 'not-a-date'],
  ])('with a time of day is that day: %s', (text, expected) => {
    expect(outcome(cell(text), date)).toBe(expected);
  });
  it('does not take a bare year or count for a day', () => {
    expect(outcome(cell('2024', { kind: 'number' }), date)).toBe('not-a-date');
    expect(outcome(cell('250', { kind: 'number' }), date)).toBe('not-a-date');
    expect(outcome(cell('25112024', { kind: 'number' }), date)).toBe('not-a-date');
  });
});
