/** Honest workbooks disturbed in every way communes disturb them: the same figures come out, or a finding says why not. */
import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/readers/open-source.js';
import { recogniseFile } from '../../src/submission/recognise.js';
import { chooseAmongRivals } from '../../src/submission/rivals.js';
import {
  honestBook,
  openWith,
  packed,
  partsOf,
  randomOf,
  readingOf,
  truthOf,
  type Cell,
  type Figures,
  type Random,
  type Sheet,
} from '../checks/mutations.js';
import { SET } from '../unit/submission/made-files.js';
import { tries } from '../support/sweep.js';

const open = openWith({ openSource, recogniseFile, chooseAmongRivals, set: SET });
const SEEDS = Array.from({ length: tries(8, 2) }, (_, index) => 4100 + index);
const COMBINED = tries(150, 20);
const TOP = 4;

/** The parts of an honest workbook that a disturbance may touch. */
interface Sent {
  sheets: Sheet[];
  readonly areas: Sheet;
  readonly lines: Sheet;
  readonly random: Random;
}

const sentBook = (seed: number): Sent => {
  const random = randomOf(seed);
  const { sheets } = honestBook(random);
  const [areas, lines] = ['Biểu 01', 'Biểu 02'].map((name) => sheets.find((sheet) => sheet.name === name));
  if (areas === undefined || lines === undefined) throw new Error('no forms');
  return { sheets: [...sheets], areas, lines, random };
};

const placeOf = (address: string): { column: number; row: number } => ({
  column: address.charCodeAt(0) - 64,
  row: Number(address.slice(1)),
});
const addressOf = (column: number, row: number): string => `${String.fromCharCode(64 + column)}${row}`;
const lastRow = ({ cells }: Sheet): number => Math.max(...[...cells.keys()].map((at) => placeOf(at).row));

/** Puts every cell where `to` says; what it leaves out is gone. */
function moved(
  { cells }: Sheet,
  to: (column: number, row: number) => readonly [column: number, row: number] | undefined,
): void {
  const before = [...cells];
  cells.clear();
  for (const [at, cell] of before) {
    const { column, row } = placeOf(at);
    const place = to(column, row);
    if (place !== undefined) cells.set(addressOf(...place), cell);
  }
}

const insertRows = (sheet: Sheet, at: number, count: number): void => {
  moved(sheet, (column, row) => [column, row >= at ? row + count : row]);
};
const text = (content: string): Cell => ({ text: content });
const renamed = (name: string | undefined): Cell => (name === undefined ? {} : text(name));
const figure = (value: number): Cell => ({ number: String(value) });

const TOTALS = ['Tổng cộng', 'TỔNG SỐ', 'Cộng', 'Toàn xã', 'tong cong'];
/** Row of the total; 0 when another disturbance has taken it away. */
const totalRow = ({ cells }: Sheet): number => {
  const at = [...cells].find(([, cell]) => TOTALS.includes(cell.text ?? ''))?.[0];
  return at === undefined ? 0 : placeOf(at).row;
};
/** Address of one of the sums in the total row. */
const sumAt = (sheet: Sheet, nth: number): string | undefined =>
  [...sheet.cells]
    .filter(([at, cell]) => placeOf(at).row === totalRow(sheet) && cell.number !== undefined)
    .map(([at]) => at)
    .sort()[nth];
const dataRow = ({ areas, random }: Sent): number => TOP + 1 + random.int(lastRow(areas) - TOP - 1);

/** `same`: survivable, the figures must come out. `told`: something is lost or contradictory, and it must be said. */
type Ends = 'same' | 'told' | 'either';
type Disturbance = readonly [name: string, ends: Ends, disturb: (sent: Sent) => void];

const DISTURBANCES: readonly Disturbance[] = [
  [
    'header moved down and to the right',
    'same',
    ({ areas, random }) => {
      const [right, down] = [random.int(6), 1 + random.int(20)];
      moved(areas, (column, row) => [column + right, row + down]);
    },
  ],
  [
    'columns in another order',
    'same',
    ({ areas, random }) => {
      const order = [2, 3, 4, 5, 6, 7, 8];
      for (let at = order.length - 1; at > 0; at -= 1) {
        const other = random.int(at + 1);
        const [one = 0, two = 0] = [order[at], order[other]];
        order[at] = two;
        order[other] = one;
      }
      moved(areas, (column, row) =>
        row < TOP || column === 1 ? [column, row] : [order[column - 2] ?? column, row],
      );
    },
  ],
  [
    'headers renamed within reason',
    'same',
    ({ areas }) => {
      const names = new Map([
        ['TT', 'STT'],
        ['Tên thôn, tổ dân phố', 'TEN THON'],
        ['Tổng số hộ', '2. Tổng số hộ (hộ)'],
        ['Số nhân khẩu', 'Nhân khẩu'],
        ['Số hộ nghèo', 'HỘ NGHÈO'],
      ]);
      for (const [at, cell] of areas.cells)
        areas.cells.set(at, { ...cell, ...renamed(names.get(cell.text ?? '')) });
    },
  ],
  [
    'a header nearly right',
    'told',
    ({ areas }) => {
      areas.cells.set(`C${TOP}`, text('Tổng sồ hộ gđv'));
    },
  ],
  [
    'a column of the sender in between',
    'told',
    ({ areas, random }) => {
      const at = 3 + random.int(6);
      moved(areas, (column, row) => [row >= TOP && column >= at ? column + 1 : column, row]);
      areas.cells.set(addressOf(at, TOP), text('Số giếng nước'));
      for (let row = TOP + 1; row < lastRow(areas); row += 1)
        areas.cells.set(addressOf(at, row), figure(5000 + row));
    },
  ],
  [
    'a required column gone',
    'told',
    ({ areas }) => {
      const header = [...areas.cells].find(([, cell]) => cell.text?.includes('Tổng số hộ'))?.[0];
      if (header === undefined) return;
      const { column: gone, row: top } = placeOf(header);
      moved(areas, (column, row) =>
        row < top || column < gone ? [column, row] : column === gone ? undefined : [column - 1, row],
      );
    },
  ],
  [
    'notes above',
    'same',
    ({ areas }) => {
      insertRows(areas, 3, 3);
      areas.cells.set('A3', text('(Kèm theo công văn số 12/UBND ngày 15/11/2024)'));
      areas.cells.set('C4', text('Đơn vị tính: hộ'));
    },
  ],
  [
    'blank rows among the rows',
    'same',
    (sent) => {
      insertRows(sent.areas, dataRow(sent), 1 + sent.random.int(3));
      insertRows(sent.areas, dataRow(sent), 1);
    },
  ],
  [
    'a row of column numbers',
    'same',
    ({ areas }) => {
      insertRows(areas, TOP + 1, 1);
      for (let column = 1; column <= 8; column += 1)
        areas.cells.set(addressOf(column, TOP + 1), text(`(${column})`));
    },
  ],
  [
    'headings of sections',
    'same',
    (sent) => {
      insertRows(sent.areas, TOP + 1, 1);
      sent.areas.cells.set(`A${TOP + 1}`, text('I'));
      sent.areas.cells.set(`B${TOP + 1}`, text('Khu vực phía đông'));
      const second = dataRow(sent) + 1;
      insertRows(sent.areas, second, 1);
      sent.areas.cells.set(`A${second}`, text('II'));
      sent.areas.cells.set(`B${second}`, text('Khu vực phía tây'));
    },
  ],
  [
    'the total on top',
    'same',
    ({ areas }) => {
      const total = totalRow(areas);
      if (total === 0) return;
      const first = Math.min(total, TOP + 1);
      moved(areas, (column, row) => [
        column,
        row === total ? first : row >= first && row < total ? row + 1 : row,
      ]);
    },
  ],
  [
    'the total gone',
    'same',
    ({ areas }) => {
      const total = totalRow(areas);
      moved(areas, (column, row) => (row === total ? undefined : [column, row]));
    },
  ],
  [
    'the total called otherwise',
    'same',
    ({ areas, random }) => {
      const at = [...areas.cells].find(([, cell]) => TOTALS.includes(cell.text ?? ''))?.[0];
      if (at !== undefined) areas.cells.set(at, text(random.pick(TOTALS)));
    },
  ],
  [
    'a stray figure below',
    'told',
    ({ areas }) => {
      areas.cells.set(addressOf(4, lastRow(areas) + 6), figure(98_765));
    },
  ],
  [
    'a stray figure beside',
    'told',
    (sent) => {
      sent.areas.cells.set(addressOf(11, dataRow(sent)), figure(98_765));
    },
  ],
  [
    'rows hidden',
    'told',
    (sent) => {
      sent.areas.hiddenRows = new Set([dataRow(sent)]);
    },
  ],
  [
    'a hidden sheet with figures',
    'told',
    (sent) => {
      sent.sheets.push({ name: 'Nháp', hidden: true, cells: new Map([['B2', figure(4321)]]) });
    },
  ],
  [
    'figures under a merge',
    'told',
    (sent) => {
      const row = dataRow(sent);
      sent.areas.merges = [`C${row}:D${row}`];
    },
  ],
  [
    'a total typed over its formula, wrong',
    'told',
    ({ areas }) => {
      const at = sumAt(areas, 0);
      if (at !== undefined) areas.cells.set(at, figure(Number(areas.cells.get(at)?.number) + 7));
    },
  ],
  [
    'a total typed over its formula, right',
    'same',
    ({ areas }) => {
      const at = sumAt(areas, 0);
      if (at !== undefined) areas.cells.set(at, figure(Number(areas.cells.get(at)?.number)));
    },
  ],
  [
    'a stale cached sum',
    'told',
    ({ areas }) => {
      const at = sumAt(areas, 1);
      const before = Number(areas.cells.get(at ?? '')?.number);
      if (at !== undefined) areas.cells.set(at, { number: String(before + 11), formula: true });
    },
  ],
  [
    'an older version of the form',
    'same',
    ({ sheets }) => {
      sheets.find(({ name }) => name === '_tdkvh')?.cells.set('B2', text('0.9'));
    },
  ],
  [
    'no identity sheet',
    'same',
    (sent) => {
      sent.sheets = sent.sheets.filter(({ name }) => name !== '_tdkvh');
    },
  ],
  [
    'no identity sheet and another title block',
    'same',
    (sent) => {
      sent.sheets = sent.sheets.filter(({ name }) => name !== '_tdkvh');
      insertRows(sent.areas, 1, 3);
      ['ỦY BAN NHÂN DÂN XÃ DAK LUA', 'BIỂU TỔNG HỢP SỐ LIỆU PHONG TRÀO', 'NĂM 2024'].forEach((title, index) =>
        sent.areas.cells.set(`B${index + 1}`, text(title)),
      );
    },
  ],
  [
    'the identity sheet shown and last in another order',
    'same',
    (sent) => {
      sent.sheets = [...sent.sheets]
        .reverse()
        .map((sheet) => (sheet.name === '_tdkvh' ? { ...sheet, hidden: false } : sheet));
    },
  ],
  [
    'sheets with other names',
    'either',
    (sent) => {
      sent.areas.name = 'thôn 2024';
      sent.lines.name = 'Sheet2';
    },
  ],
  [
    'rows in another order',
    'same',
    ({ areas }) => {
      const last = lastRow(areas);
      moved(areas, (column, row) => [column, row > TOP && row < last ? last - 1 - (row - TOP - 1) : row]);
    },
  ],
  [
    'lines of a list in another order, one put in',
    'same',
    ({ lines }) => {
      const last = lastRow(lines);
      moved(lines, (column, row) => [column, row > 1 ? last + 2 - row : row]);
      insertRows(lines, 4, 1);
      lines.cells.set('B4', text('Các chỉ tiêu khác'));
    },
  ],
];

interface Read {
  readonly figures: Figures | undefined;
  readonly told: readonly string[];
}

function read(sent: Sent, before: ReadonlySet<string> = new Set()): Read {
  const { figures, findings } = readingOf(open, packed(partsOf({ sheets: sent.sheets })));
  const told = findings.map(
    ({ code, at, message }) => `${code} ${at.sheet ?? ''} ${at.cell ?? ''} ${message}`,
  );
  return { figures, told: told.filter((one) => !before.has(one)) };
}

/** What an honest workbook says before anything is done to it. */
function honest(seed: number): { readonly truth: Figures; readonly before: ReadonlySet<string> } {
  const sent = sentBook(seed);
  return { truth: truthOf({ sheets: sent.sheets }), before: new Set(read(sent).told) };
}

const NAMED = DISTURBANCES.map((one) => [one[0], one] as const);

describe('a workbook with', () => {
  it.each(NAMED)('%s', (_, [, ends, disturb]) => {
    for (const seed of SEEDS) {
      const { truth, before } = honest(seed);
      const sent = sentBook(seed);
      disturb(sent);
      const { figures, told } = read(sent, before);
      if (ends === 'same') expect(figures, `seed ${seed}: ${told.join('; ')}`).toEqual(truth);
      else if (ends === 'told') expect(told, `seed ${seed}`).not.toEqual([]);
      else if (told.length === 0) expect(figures, `seed ${seed}`).toEqual(truth);
    }
  });

  it('several of these at once: never another figure without a word', () => {
    for (let seed = 9000; seed < 9000 + COMBINED; seed += 1) {
      const { truth, before } = honest(seed);
      const sent = sentBook(seed);
      const random = randomOf(seed + 1);
      const chosen = [1, 2, 3].map(() => random.pick(DISTURBANCES));
      for (const [, , disturb] of chosen) disturb(sent);
      const { figures, told } = read(sent, before);
      if (told.length === 0)
        expect(figures, `seed ${seed}: ${chosen.map(([name]) => name).join(' + ')}`).toEqual(truth);
    }
  });
});
