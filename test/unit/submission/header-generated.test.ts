/**
 * Headers as offices draw them, generated: up to four rows, merged or with their merges lost, with column numbers, units
 * and columns of the sender's own. A column is read as what its whole path says, or not at all.
 */
import { describe, expect, it } from 'vitest';
import { found, recognise, sheet, workbook, type Typed } from './made-files.js';
import { tries } from '../../support/sweep.js';

interface Column {
  /** From the top; every generated header spells it in as many rows as it needs. */
  readonly path: readonly string[];
  readonly field?: string;
}

/** One way to draw each group; `field` is what a person would say the column holds. */
const GROUPS: readonly (readonly Column[])[] = [
  [{ path: ['Tổng số hộ'], field: 'households' }],
  [
    { path: ['Gia đình văn hóa', 'Đăng ký', 'Số hộ'], field: 'familiesRegistered' },
    { path: ['Gia đình văn hóa', 'Đăng ký', 'Tỷ lệ %'] },
    { path: ['Gia đình văn hóa', 'Công nhận', 'Số hộ'], field: 'familiesTitled' },
    { path: ['Gia đình văn hóa', 'Công nhận', 'Tỷ lệ %'], field: 'familyRateTyped' },
    { path: ['Gia đình văn hóa', '3 năm liên tục', 'Số hộ'], field: 'familiesTitled3y' },
    { path: ['Gia đình văn hóa', '3 năm liên tục', 'Tỷ lệ %'] },
  ],
  [
    { path: ['Thôn văn hóa', 'Đạt'], field: 'areaTitle' },
    { path: ['Thôn văn hóa', 'Số năm giữ vững'], field: 'areaTitleYears' },
  ],
  [
    { path: ['Nhà văn hóa', 'Tổng số'], field: 'cultureHouses' },
    { path: ['Nhà văn hóa', 'Đạt chuẩn'], field: 'cultureHousesStandard' },
  ],
  [{ path: ['Trưởng thôn', 'Họ tên'] }, { path: ['Trưởng thôn', 'Điện thoại'] }],
  [{ path: ['Hộ kinh doanh', 'Số hộ'] }, { path: ['Hộ kinh doanh', 'Tỷ lệ %'] }],
];

/** The same numbers for the same seed, on every machine. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const AREAS = 3;

/** A figure that tells its column: nobody could mistake where it came from. */
const valueOf = (column: Column, at: number, area: number): Typed => {
  if (column.field === 'areaTitle') return area === 0 ? 'đạt' : 'không đạt';
  if (column.path.at(-1) === 'Họ tên') return 'Người ghi';
  return at * 10 + area + 1;
};

function made(seed: number) {
  const random = mulberry(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const groups = GROUPS.slice(0, 2).concat(GROUPS.slice(2).filter(() => random() < 0.7));
  for (let at = groups.length - 1; at > 0; at -= 1) {
    const other = pick(at + 1);
    [groups[at], groups[other]] = [groups[other] ?? [], groups[at] ?? []];
  }
  const over = random() < 0.4 ? [`Kết quả năm 2024`] : [];
  const columns: Column[] = [
    { path: ['TT'] },
    { path: ['Tên thôn'], field: 'areaName' },
    ...groups.flat().map((one) => (one.path.length > 1 ? { ...one, path: [...over, ...one.path] } : one)),
  ];
  const depth = Math.max(...columns.map(({ path }) => path.length));
  const rows: Typed[][] = Array.from({ length: depth }, () => columns.map(() => null));
  const merges: string[] = [];
  const lost = random() < 0.3;
  const letter = (at: number): string => String.fromCharCode(65 + at);
  const top = 4;
  columns.forEach(({ path }, at) => {
    path.forEach((text, level) => {
      const before = columns[at - 1]?.path;
      const continued = path.length > 1 && level < path.length - 1 && before !== undefined;
      if (continued && before.slice(0, level + 1).join('|') === path.slice(0, level + 1).join('|')) return;
      const row = rows[level];
      if (row !== undefined) row[at] = text;
      let to = at;
      while (
        level < path.length - 1 &&
        columns[to + 1]?.path.slice(0, level + 1).join('|') === path.slice(0, level + 1).join('|')
      )
        to += 1;
      const down = level === path.length - 1 ? depth - 1 : level;
      if (!lost && (to > at || down > level))
        merges.push(`${letter(at)}${top + level}:${letter(to)}${top + down}`);
    });
  });
  // Without merges a label that stands higher than the others is pasted into the last row as often as not.
  const units = random() < 0.3;
  const numbers = random() < 0.5;
  const extra = random() < 0.5;
  const unitOf = ({ path }: Column): string => (path.at(-1)?.startsWith('Tỷ lệ') === true ? '(%)' : '(hộ)');
  const all: Typed[][] = [
    ['UBND XÃ DAK LUA'],
    ['Năm 2024'],
    [],
    ...rows,
    ...(units ? [columns.map((column, at) => (at < 2 ? null : unitOf(column)))] : []),
    ...(numbers ? [columns.map((_, at) => `(${at + 1})`)] : []),
    ...Array.from({ length: AREAS }, (_, area) =>
      columns.map((column, at) =>
        at === 0 ? area + 1 : at === 1 ? `Thôn ${area + 1}` : valueOf(column, at, area),
      ),
    ),
  ];
  if (extra) all.slice(3).forEach((row, at) => row.push(at === 0 ? 'Cột riêng của xã' : null));
  return { columns, lost, sheet: sheet('Sheet', all, { merges }) };
}

describe('a header of any depth', () => {
  it('gives every column its own field or none: generated headers, no wrong binding', () => {
    let wrong = 0;
    let right = 0;
    let unread = 0;
    for (let seed = 1; seed <= tries(120, 20); seed += 1) {
      const { columns, lost, sheet: one } = made(seed);
      const outcome = recognise(workbook([one]));
      const table = outcome.part('bieu-01')?.table;
      for (const column of table?.columns.values() ?? []) {
        if (column.column === 0) continue;
        const meant = columns[column.column - 1]?.field;
        if (meant !== column.field) wrong += 1;
      }
      for (const [at, { field }] of columns.entries()) {
        if (field === undefined) continue;
        if (table?.columns.get(field)?.column === at + 1) right += 1;
        else if (!lost) unread += 1;
      }
      expect(found(outcome, 'layout/duplicate-column'), `seed ${seed}`).toEqual([]);
    }
    expect({ wrong, unread }).toEqual({ wrong: 0, unread: 0 });
    expect(right).toBeGreaterThan(tries(700, 115));
  });

  it('never takes “Số hộ” under another heading for the number of households', () => {
    const outcome = recognise(
      workbook([
        sheet('Sheet', [
          ['UBND XÃ DAK LUA'],
          ['Năm 2024'],
          ['TT', 'Tên thôn', 'Gia đình văn hóa', null, 'Nhà văn hóa', 'Khu thể thao', 'Ghi chú'],
          [null, null, 'Không công nhận', 'Vắng mặt'],
          [null, null, 'Số hộ', 'Số hộ'],
          [1, 'Thôn 1', 12, 3, 1, 'có'],
        ]),
      ]),
    );
    expect(outcome.part('bieu-01')?.table?.columns.get('households')?.column ?? 0).toBe(0);
  });
});
