/** Whatever is done to a sheet, no number of it disappears without a word, and what is used is what stands there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawSheet } from '../../../src/model.js';
import { accountForCells } from './account-for-cells.js';
import {
  AREA_HEADER,
  information,
  lines,
  recognise,
  sheet,
  SET,
  workbook,
  type Typed,
} from './made-files.js';
import { tries } from '../../support/sweep.js';

const RUNS = tries(300, 40);
/** Numbers of this size are unlike ordinals, column numbers, years and telephone numbers. */
const figure = fc.integer({ min: 3000, max: 9999 });
const typed: fc.Arbitrary<Typed> = fc.oneof(
  figure,
  figure.map(String),
  figure.map((number) => `${String(number).slice(0, 1)}.${String(number).slice(1)}`),
);

/** A row of an area; some cells are left blank. */
const areaRow = fc
  .tuple(
    fc.integer({ min: 1, max: 40 }),
    fc.option(figure),
    fc.option(figure),
    fc.constantFrom('đạt', 'không đạt', null),
  )
  .map(([index, households, titled, title]): readonly Typed[] => [
    index,
    `Ấp ${index}`,
    households,
    titled,
    title,
  ]);

const oddRow: fc.Arbitrary<readonly Typed[]> = fc.oneof(
  fc.constantFrom<readonly Typed[]>(
    [],
    [null, 'Khu trung tâm'],
    [null, 'Ghi chú: số liệu ước'],
    AREA_HEADER,
    ['(1)', '(2)', '(3)', '(4)', '(5)'],
  ),
  fc
    .tuple(fc.constantFrom('Tổng cộng', 'Cộng', 'Cộng nhóm 1', 'Toàn xã', 'Tổng số (I + II)'), typed, typed)
    .map(([word, a, b]): readonly Typed[] => [null, word, a, b]),
  fc.tuple(fc.constantFrom('I', 'II', 'A'), typed).map(([roman, a]): readonly Typed[] => [roman, 'Khu', a]),
  fc.tuple(typed, typed).map(([a, b]): readonly Typed[] => [null, null, a, b]),
);

const header = fc
  .tuple(
    fc.shuffledSubarray([...AREA_HEADER], { minLength: 3 }),
    fc.array(fc.constantFrom('Số hộ mới chuyển đến', 'Tổng số hộ', 'Ghi chú', ''), { maxLength: 2 }),
  )
  .map(([labels, more]) => [...labels, ...more]);

const merge = fc
  .tuple(
    fc.integer({ min: 2, max: 14 }),
    fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    fc.integer({ min: 0, max: 2 }),
    fc.integer({ min: 0, max: 2 }),
  )
  .map(([row, column, down, right]) => {
    const last = String.fromCharCode(column.charCodeAt(0) + right);
    return `${column}${row}:${last}${row + down}`;
  });

const areaSheet = fc
  .record({
    title: fc.array(fc.constantFrom<readonly Typed[]>(['UBND XÃ DAK LUA'], ['Năm 2024'], []), {
      maxLength: 3,
    }),
    header: fc.oneof(
      { weight: 3, arbitrary: fc.constant([...AREA_HEADER]) },
      { weight: 1, arbitrary: header },
    ),
    rows: fc.array(fc.oneof({ weight: 4, arbitrary: areaRow }, { weight: 1, arbitrary: oddRow }), {
      maxLength: 12,
    }),
    strays: fc.array(fc.tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 9 }), typed), {
      maxLength: 4,
    }),
    merges: fc.array(merge, { maxLength: 1 }),
    hiddenRows: fc.array(fc.integer({ min: 2, max: 14 }), { maxLength: 2 }),
  })
  .map((made): RawSheet => {
    const rows: Typed[][] = [...made.title, made.header, ...made.rows].map((row) => [...row]);
    for (const [row, column, value] of made.strays) {
      while (rows.length < row) rows.push([]);
      const cells = rows[row - 1];
      if (cells !== undefined && (cells[column - 1] ?? '') === '') cells[column - 1] = value;
    }
    return sheet('Biểu 01', rows, { merges: made.merges, hiddenRows: made.hiddenRows });
  });

/** Ordinals and column numbers: numbers that are printed, not reported. */
const printed = (raw: string): boolean => Number(raw.replaceAll(/[.,()]/gu, '')) < 3000;

function lostIn(made: RawSheet): readonly string[] {
  const outcome = recognise(workbook([information(), made]));
  const part = outcome.parts.find((one) => one.sheet === made.name);
  const fates = accountForCells(made, part?.table, outcome.findings);
  return made.cells.flatMap((cell) => {
    const address = [...fates.keys()].find((key) => key === addressOf(cell));
    return address !== undefined && fates.get(address) === 'lost' && !printed(cell.raw) ? [address] : [];
  });
}

const addressOf = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${String.fromCharCode(64 + column)}${row}`;

describe('Biểu 01', () => {
  it('loses no number in silence', () => {
    fc.assert(
      fc.property(areaSheet, (made) => {
        expect(lostIn(made)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20_241 },
    );
  });

  it('uses only what stands in the cell it names', () => {
    fc.assert(
      fc.property(areaSheet, (made) => {
        const table = recognise(workbook([information(), made])).part('bieu-01')?.table;
        const column = table?.columns.get('households');
        column?.states.forEach((state, index) => {
          if (state !== 'value') return;
          const cell = made.cells.find(
            (one) => one.row === table?.sheetRows[index] && one.column === column.column,
          );
          expect(String(column.numbers[index])).toBe(cell?.raw.replaceAll(/[.,]/gu, ''));
        });
      }),
      { numRuns: RUNS, seed: 20_242 },
    );
  });
});

describe('Biểu 02', () => {
  const codes = SET.fields.flatMap((field) =>
    field.form === 'bieu-02' && field.type === 'count' && field.unit !== 'năm' ? [field.code ?? ''] : [],
  );
  const listSheet = fc
    .record({
      figures: fc.dictionary(fc.constantFrom(...codes), figure, { maxKeys: 12 }),
      deleted: fc.array(fc.constantFrom(...codes), { maxLength: 3 }),
      recoded: fc.array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom('Z9', 'A4', 'K99', '', 'A5')), {
        maxLength: 2,
      }),
      retitled: fc.array(fc.constantFrom(...codes), { maxLength: 2 }),
      strays: fc.array(fc.tuple(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 3, max: 7 }), typed), {
        maxLength: 3,
      }),
    })
    .map((made): RawSheet => {
      const whole = lines(made.figures);
      const rowOf = new Map(
        whole.cells.flatMap((cell) => (cell.column === 1 ? [[cell.raw, cell.row] as const] : [])),
      );
      const deleted = new Set(made.deleted.map((code) => rowOf.get(code)));
      const retitled = new Set(made.retitled.map((code) => rowOf.get(code)));
      const recoded = new Map(made.recoded.map(([code, to]) => [rowOf.get(code), to]));
      const cells = whole.cells
        .filter((cell) => !deleted.has(cell.row))
        .map((cell) => {
          if (cell.column === 1 && recoded.has(cell.row))
            return { ...cell, raw: recoded.get(cell.row) ?? '' };
          return cell.column === 2 && retitled.has(cell.row) ? { ...cell, raw: 'Việc khác của xã' } : cell;
        });
      for (const [row, column, value] of made.strays)
        if (!cells.some((cell) => cell.row === row && cell.column === column))
          cells.push(...sheet('', [[value]], { top: row, left: column }).cells);
      cells.sort((a, b) => a.row - b.row || a.column - b.column);
      return { ...whole, cells };
    });

  it('loses no number in silence', () => {
    fc.assert(
      fc.property(listSheet, (made) => {
        expect(lostIn(made)).toEqual([]);
      }),
      { numRuns: RUNS / 2, seed: 20_243 },
    );
  });
});
