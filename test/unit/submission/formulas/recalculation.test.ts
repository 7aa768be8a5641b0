/** Formulas behind figures: random sheets against an evaluator of their own, and the laws of single formulas. */
import { describe, expect, it } from 'vitest';
import type { RawCell, RawFile, RawSheet } from '../../../../src/model.js';
import { FormulaCheck } from '../../../../src/submission/formulas/formula-check.js';
import { workbook } from '../made-files.js';
import { madeBook, placeOf, seeded, sheetsOf, storedText, valuesOf, type MadeCell } from './made-sheets.js';
import { tries } from '../../../support/sweep.js';

const BOOKS = tries(60, 20);

/** Verdicts on all formulas by place. */
function verdicts(sheets: readonly RawSheet[]): ReadonlyMap<string, string> {
  const check = new FormulaCheck(workbook(sheets));
  return new Map(
    sheets.flatMap(({ name, cells }) =>
      cells.flatMap((cell): readonly (readonly [string, string])[] => {
        const verdict = check.verdict(name, cell);
        return verdict === undefined
          ? []
          : [[`${name}!${String(cell.row)}:${String(cell.column)}`, verdict.kind]];
      }),
    ),
  );
}

describe('random sheets', () => {
  it('with results as a spreadsheet stores them are all the same', () => {
    let formulas = 0;
    const other: string[] = [];
    for (let seed = 1; seed <= BOOKS; seed += 1) {
      const book = madeBook(seeded(seed));
      for (const [place, kind] of verdicts(sheetsOf(book, valuesOf(book)))) {
        formulas += 1;
        if (kind !== 'same') other.push(`${String(seed)} ${place} ${kind}`);
      }
    }
    expect(other).toEqual([]);
    expect(formulas).toBeGreaterThan(tries(2000, 800));
  });

  it('tell exactly the formulas whose result is old after a number was changed', () => {
    let stale = 0;
    const wrong: string[] = [];
    for (let seed = 1; seed <= BOOKS; seed += 1) {
      const draw = seeded(seed);
      const book = madeBook(draw);
      const before = valuesOf(book);
      const numbers = [...book.inputs].filter(([, held]) => typeof held === 'number');
      const inputs = new Map(book.inputs);
      for (let times = 0; times < 4; times += 1) {
        const [changed, held] = numbers[Math.floor(draw() * numbers.length)] ?? [];
        if (changed !== undefined) inputs.set(changed, Number(held) + 1 + Math.floor(draw() * 50));
      }
      const now = { ...book, cells: book.cells.map((cell) => withInput(cell, inputs)) };
      const after = valuesOf(now);
      // Inputs as they are now, results as they were stored.
      const stored = new Map(
        now.cells.map((cell, index) => [
          cell,
          cell.text === undefined ? after.get(cell) : before.get(book.cells[index] ?? cell),
        ]),
      );
      const told = verdicts(sheetsOf(now, stored));
      for (const cell of now.cells.filter(({ text }) => text !== undefined)) {
        const [was, is] = [stored.get(cell), after.get(cell)];
        if (typeof was !== 'number') continue;
        const old = typeof is !== 'number' || Math.abs(was - is) > 1e-9 * Math.max(1, Math.abs(is));
        const same = storedText(was) === storedText(is);
        if (!old && !same) continue;
        const expected = old ? 'stale' : 'same';
        if (old) stale += 1;
        const kind = told.get(
          `${placeOf(cell).split('!')[0] ?? ''}!${String(cell.row)}:${String(cell.column)}`,
        );
        if (kind !== expected)
          wrong.push(
            `${String(seed)} ${placeOf(cell)} ${cell.text ?? ''} ${storedText(was)} → ${storedText(is)}: ${kind ?? ''}`,
          );
      }
    }
    expect(wrong).toEqual([]);
    expect(stale).toBeGreaterThan(tries(300, 100));
  });
});

const withInput = (cell: MadeCell, inputs: ReadonlyMap<MadeCell, ReturnType<MadeCell['value']>>): MadeCell =>
  cell.text === undefined ? { ...cell, value: () => inputs.get(cell) } : cell;

/** A sheet "T" from addresses; `=` before a formula, then its stored result. */
const at = (row: number, column: number, cell: Partial<RawCell>): RawCell => ({
  kind: 'number',
  raw: '',
  ...cell,
  row,
  column,
});
const number = (value: number | string): Partial<RawCell> => ({ raw: String(value) });
const text = (value: string): Partial<RawCell> => ({ kind: 'text', raw: value });

function verdictOf(
  expression: string,
  stored: Partial<RawCell>,
  cells: readonly RawCell[] = DATA,
  file: Partial<RawFile> = {},
) {
  const formula = at(1, 9, { ...stored, formula: true, expression });
  const made = {
    name: 'T',
    state: 'visible' as const,
    cells: [...cells, formula].sort((a, b) => a.row - b.row || a.column - b.column),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    date1904: false,
  };
  return new FormulaCheck({ ...workbook([made]), ...file }).verdict('T', formula)?.kind;
}

/** A1 5, A2 blank, A3 "không", A4 "7", A5 0.1, A6 TRUE, A7 #N/A; B1 3, B2 10, B3 0. */
const DATA: readonly RawCell[] = [
  at(1, 1, number(5)),
  at(3, 1, text('không')),
  at(4, 1, text('7')),
  at(5, 1, number(0.1)),
  at(6, 1, { kind: 'boolean', raw: '1' }),
  at(7, 1, { kind: 'error', raw: '#N/A' }),
  at(1, 2, number(3)),
  at(2, 2, number(10)),
  at(3, 2, number(0)),
];

describe('one formula', () => {
  it.each([
    ['A1+B1', 8],
    ['+A1-B1', 2],
    ['-A1+-B1', -8],
    ['A1*B1/B2', 1.5],
    ['A1/B1', 5 / 3],
    ['$A$1+A$1+$A1', 15],
    ['SUM(A1:A5)', 5.1],
    ['SUM(A1:A5,B1:B3,2)', 20.1],
    ['SUM(B:B)', 13],
    ['SUM(1:1)-I1', undefined],
    ['A1+A2', 5],
    ['A1+A4', 12],
    ['A1*5%', 0.25],
    ['2^3^2', 64],
    ['-2^2', 4],
    ['(A1+B1)*(B2-1)', 72],
    ["'T'!A1+T!B1", 8],
    ['t!a1', 5],
    ['0.1+0.2', 0.1 + 0.2],
    ['1000000.1-1000000', 1000000.1 - 1000000],
    ['1-0.9-0.1', 1 - 0.9 - 0.1],
    ['ROUND(A1/B1,2)', 1.67],
    ['ROUND(-2.5,0)', -3],
    ['ROUNDDOWN(A1/B1,1)', 1.6],
    ['ROUNDUP(A1/B1,1)', 1.7],
    ['INT(-0.5)', -1],
    ['ABS(B1-A1)', 2],
    ['MAX(B1:B3)-MIN(A1,B1)', 7],
    ['AVERAGE(B1:B3)', 13 / 3],
    ['IF(B3=0,0,A1/B3)', 0],
    ['IF(A1>B1,A1,VLOOKUP(1,A:B,2))', 5],
    ['IFERROR(A1/B3,9)', 9],
    ['IF(AND(A1=5,NOT(B1=5)),1,2)', 1],
    ['COUNT(B1:B3)', 3],
    ['IF(A3="KHONG",1,2)', undefined],
  ])('=%s is recalculated', (expression, value) => {
    if (value === undefined) {
      expect(verdictOf(expression, number(1))).toBe('unchecked');
      return;
    }
    expect(verdictOf(expression, number(value))).toBe('same');
    expect(verdictOf(expression, number(value + 1))).toBe('stale');
    expect(verdictOf(expression, number(value + 0.003))).toBe('stale');
  });

  it.each([
    '[1]T!A1+1',
    "'[nguon.xlsx]T'!A1",
    'Khác!A1',
    'T:U!A1',
    'vùng_tên+1',
    'VLOOKUP(A1,B:B,1)',
    'Bảng1[Hộ]',
    'A1:A3*2',
    'A1:A3',
    'SUM(A1:A3 A2:A5)',
    'SUM((A1,B1))',
    'SUM(A6:A6)',
    'I1+1',
    'A1+',
    'A1 B1',
    '"1.234"+1',
    'ZZZZ1',
    'SUM(A1',
    'SUBTOTAL(9,A1:A3)',
    'TODAY()',
    '{1,2}',
    'A1+@B1',
    'A1#',
    '1E400+1',
  ])('=%s is not', (expression) => {
    expect(verdictOf(expression, number(5))).toBe('unchecked');
  });

  it.each(['A1+A3', 'A1/B3', 'A1+A7', 'SUM(A7)', '#REF!+1'])(
    '=%s gives an error, so a stored number is old',
    (expression) => {
      expect(verdictOf(expression, number(5))).toBe('stale');
    },
  );

  it('that only points at a number stored as text gives that text', () => {
    expect(verdictOf('A4', text('7'))).toBe('same');
    expect(verdictOf('A2', number(0))).toBe('same');
  });

  it('that gives a text or an answer is compared as such', () => {
    expect(verdictOf('IF(A1>1,"x","")', text('x'))).toBe('same');
    expect(verdictOf('IF(A1>9,"x","")', text('x'))).toBe('stale');
    expect(verdictOf('A1>B1', { kind: 'boolean', raw: '1' })).toBe('same');
    expect(verdictOf('A1<B1', { kind: 'boolean', raw: '1' })).toBe('stale');
  });

  it('with a division may be stored rounded, but never to fewer than two decimals', () => {
    expect(verdictOf('A1/B1', number('1.67'))).toBe('same');
    expect(verdictOf('A1/B1', number('1.6667'))).toBe('same');
    expect(verdictOf('A1/B1', number('1.66'))).toBe('stale');
    expect(verdictOf('A1/B1', number('2'))).toBe('stale');
    expect(verdictOf('A1+B1', number('8.001'))).toBe('stale');
  });

  it('rounded from a half that a double holds exactly has one result only', () => {
    for (let top = 1; top < 400; top += 2) {
      const rounded = (top + 1) / 2;
      expect(verdictOf(`ROUND(${String(top)}/2,0)`, number(rounded)), String(top)).toBe('same');
      for (const wrong of [rounded - 1, rounded + 1])
        expect(verdictOf(`ROUND(${String(top)}/2,0)`, number(wrong)), String(top)).toBe('stale');
    }
  });

  it('is left alone in a workbook that calculates with the numbers as shown', () => {
    expect(verdictOf('A1+B1', number(9), DATA, { calculation: 'as-shown' })).toBe('unchecked');
  });

  it('without a result, or with an error, is told elsewhere', () => {
    expect(verdictOf('A1+B1', { kind: 'text', raw: '', uncalculated: true })).toBeUndefined();
    expect(verdictOf('A1+B1', { kind: 'error', raw: '#REF!' })).toBeUndefined();
  });
});

describe('many formulas', () => {
  const sheet = (cells: readonly RawCell[]): RawSheet => ({
    name: 'T',
    state: 'visible',
    cells,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    date1904: false,
  });
  /** Deeper than the stack of one call a cell. */
  const LONG = tries(20_000, 12_000);
  const rows = Array.from({ length: LONG }, (_, index) => index + 1);
  const count = (cells: readonly RawCell[], kind: string): number =>
    [...verdicts([sheet(cells)]).values()].filter((one) => one === kind).length;

  it('in a chain of any length, upwards or downwards, are calculated', () => {
    const down = rows.map((row) =>
      at(
        row,
        1,
        row === 1 ? number(1) : { ...number(row), formula: true, expression: `A${String(row - 1)}+1` },
      ),
    );
    expect(count(down, 'same')).toBe(LONG - 1);
    const up = rows.map((row) =>
      at(
        row,
        1,
        row === LONG
          ? number(1)
          : { ...number(LONG + 1 - row), formula: true, expression: `A${String(row + 1)}+1` },
      ),
    );
    expect(count(up, 'same')).toBe(LONG - 1);
  });

  it('that grow by fractions stay short', () => {
    let value = 1;
    const grown = rows.slice(0, 5000).map((row) => {
      if (row > 1) value *= row % 2 === 0 ? 1.1 : 1 / 1.1;
      return at(
        row,
        1,
        row === 1
          ? number(1)
          : {
              ...number(value),
              formula: true,
              expression: row % 2 === 0 ? `A${String(row - 1)}*1.1` : `A${String(row - 1)}/1.1`,
            },
      );
    });
    expect(count(grown, 'same')).toBe(4999);
  });

  it('that double the digits of the one above are not calculated further than a spreadsheet could', () => {
    const cells = rows
      .slice(0, 60)
      .map((row) =>
        at(
          row,
          1,
          row === 1
            ? number(3)
            : { ...number(1), formula: true, expression: `A${String(row - 1)}*A${String(row - 1)}` },
        ),
      );
    expect(count(cells, 'unchecked')).toBe(50);
  });

  it('each summing all rows above are calculated', () => {
    const cells = rows.slice(0, 6000).flatMap((row) => [
      at(row, 1, number(row)),
      at(row, 2, {
        ...number((row * (row + 1)) / 2),
        formula: true,
        expression: `SUM(A$1:A${String(row)})`,
      }),
    ]);
    expect(count(cells, 'same')).toBe(6000);
  });

  it('in a circle are not, nor those that look at it; what does not stays checked', () => {
    const formula = (row: number, expression: string): RawCell =>
      at(row, 1, { ...number(0), formula: true, expression });
    const cells = [
      formula(1, 'A2+1'),
      formula(2, 'A3+1'),
      formula(3, 'A1'),
      formula(4, 'A1+1'),
      formula(5, '1+1'),
    ];
    expect([...verdicts([sheet(cells)]).values()]).toEqual([
      'unchecked',
      'unchecked',
      'unchecked',
      'unchecked',
      'stale',
    ]);
  });
});
