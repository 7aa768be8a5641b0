/**
 * Forms of an office's own: adopted from one file, then read from others that drifted. Every figure is read as what a
 * person would say it is, or not at all; no figure is ever read as another one.
 */
import { describe, expect, it } from 'vitest';
import { turnedWords } from '../../src/findings/turned-words.js';
import type { CriteriaSet, Finding, RawFile } from '../../src/model.js';
import {
  information,
  recognise,
  sheet,
  workbook,
  written,
  type Outcome,
  type Typed,
} from '../unit/submission/made-files.js';
import {
  fileOf,
  MADE_FORMS,
  rawSheet,
  type MadeForm,
  type MadeSheet,
} from '../unit/submission/own-form/made-forms.js';
import { adopted, compared, type Counted } from '../unit/submission/own-form/reading.js';
import { sliceOf } from '../support/sweep.js';

const moved = (sheets: readonly MadeSheet[]): RawFile =>
  workbook(sheets.map((one) => rawSheet(one, { top: 3, left: 3 })));
const withoutMerges = (sheets: readonly MadeSheet[]): RawFile =>
  fileOf(sheets.map(({ name, rows }) => ({ name, rows })));
/** A column of the sender's own between the others: `at` counts from the left. */
const withColumn = (sheets: readonly MadeSheet[], at: number): RawFile => {
  const file = fileOf(sheets);
  return {
    ...file,
    sheets: file.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => (cell.column >= at ? { ...cell, column: cell.column + 1 } : cell)),
      merges: sheet.merges.map((merge) => ({
        ...merge,
        left: merge.left >= at ? merge.left + 1 : merge.left,
        right: merge.right >= at ? merge.right + 1 : merge.right,
      })),
    })),
  };
};
/** The label of one column or line said otherwise. */
const reworded = (sheets: readonly MadeSheet[], from: string, to: string): RawFile =>
  fileOf(
    sheets.map((one) => ({
      ...one,
      rows: one.rows.map((row) => row.map((cell) => (cell === from ? to : cell))),
    })),
  );

const read = (file: RawFile, set: CriteriaSet, form: MadeForm): Counted & { readonly outcome: Outcome } => {
  const outcome = recognise(file, { set });
  return { ...compared(outcome, form.truth, file), outcome };
};

describe.each(MADE_FORMS)('$name', (form) => {
  const set = adopted(fileOf(form.sheets));

  it('is read exactly as it was adopted', () => {
    const { right, wrong, outcome } = read(fileOf(form.sheets), set, form);
    expect(wrong).toEqual([]);
    expect(right, outcome.findings.map(({ message }) => message).join('\n')).toBe(form.truth.length);
  });

  it('is read exactly when moved, and with its merges lost', () => {
    for (const file of [moved(form.sheets), withoutMerges(form.sheets)]) {
      const { right, wrong, outcome } = read(file, set, form);
      expect(wrong).toEqual([]);
      expect(right, outcome.findings.map(({ message }) => message).join('\n')).toBe(form.truth.length);
    }
  });

  it('is read exactly with a column more wherever it stands', () => {
    for (let at = 1; at <= 8; at += 1) {
      const { right, wrong, outcome } = read(withColumn(form.sheets, at), set, form);
      expect(wrong, `column ${at}`).toEqual([]);
      expect(right, `column ${at}: ${outcome.findings.map(({ message }) => message).join('\n')}`).toBe(
        form.truth.length,
      );
    }
  });

  it('never reads a reworded header as another, and says which one is nearest', () => {
    const labels = new Set(
      form.sheets.flatMap(({ rows }) => rows.flat()).filter((one) => typeof one === 'string'),
    );
    for (const label of sliceOf([...labels], 12)) {
      const { wrong } = read(reworded(form.sheets, label, `${label} khác`), set, form);
      // A row renamed is another row: its figures go with its new name.
      expect(
        wrong.filter((one) => !one.includes(' khác|')),
        label,
      ).toEqual([]);
    }
  });
});

describe('what an own form never does', () => {
  it('names of households leave no trace in figures and findings', () => {
    const form = MADE_FORMS.find(({ name }) => name === 'row per household');
    if (form === undefined) throw new Error('no such form');
    const set = adopted(fileOf(form.sheets));
    const blank = reworded(form.sheets, 'Đạt', 'chưa rõ');
    const outcome = recognise(blank, { set });
    const said = JSON.stringify([
      outcome.findings,
      outcome.parts.map(({ table }) => [
        table?.rowLabels,
        table?.rowKeys,
        [...(table?.columns.values() ?? [])].map(({ texts }) => texts),
      ]),
    ]);
    for (const name of ['Nguyễn Văn Kín', 'Trần Thị Giấu', 'Lê Văn Che']) expect(said).not.toContain(name);
    expect(outcome.codes).toContain('own-form/answer-unknown');
  });
});

it('shares under one header are not read when the sender moved them', () => {
  const book = (headers: readonly string[], rows: readonly (readonly (number | string)[])[]) =>
    fileOf([{ name: 'B', rows: [['UBND XÃ DAK LUA'], ['NĂM 2024'], [], headers, ...rows] }]);
  const [households, registered, awarded, share] = [
    'Tổng số hộ',
    'Số hộ đăng ký GĐVH',
    'Số hộ đạt GĐVH',
    'Tỷ lệ %',
  ];
  const set = adopted(
    book(
      ['TT', 'Thôn', households, registered, share, awarded, share],
      [
        [1, 'Thôn Đông', 210, 200, 95.24, 198, 94.29],
        [2, 'Thôn Tây', 180, 175, 97.22, 170, 94.44],
      ],
    ),
  );
  const moved = book(
    ['TT', 'Thôn', households, registered, awarded, share, share],
    [
      [1, 'Thôn Đông', 210, 200, 198, 95.24, 94.29],
      [2, 'Thôn Tây', 180, 175, 170, 97.22, 94.44],
    ],
  );
  const { parts, findings } = recognise(moved, { set });
  const read = new Set(
    parts.flatMap(({ table }) =>
      [...(table?.columns.values() ?? [])].flatMap(({ field, states }) =>
        states.includes('value') ? [field] : [],
      ),
    ),
  );
  expect([...read]).toEqual(expect.arrayContaining(['households', 'familiesRegistered', 'familiesTitled']));
  expect(read.has('familyRateTyped')).toBe(false);
  expect(findings.map(({ code }) => code)).toContain('own-form/column-missing');
});

it('a form of the set under one of its own names stays that form, though an own form has its words in other rows', () => {
  const answer = 'Danh hiệu “Thôn, tổ dân phố văn hóa”';
  const [households, awarded] = ['Tổng số hộ', 'Số hộ được tặng danh hiệu “Gia đình văn hóa”'];
  const own = fileOf([
    {
      name: 'Phụ lục',
      merges: ['A3:A4', 'B3:B4', 'C3:D3'],
      rows: [
        ['UBND XÃ DAK LUA'],
        ['NĂM 2024'],
        ['TT', 'Tên thôn, tổ dân phố', 'Hộ gia đình', null, 'Kết quả xét'],
        [null, null, households, awarded, answer],
        [1, 'Thôn Đông', 210, 200, 'đạt'],
        [2, 'Thôn Tây', 180, 150, 'đạt'],
      ],
    },
  ]);
  const set = adopted(own);
  for (const name of ['Biểu 01', 'bieu 01', 'Biểu 1', 'Biểu 01 (2)', 'Biểu 01 năm 2024']) {
    const rows = [
      ['TT', 'Tên thôn, tổ dân phố', households, awarded, answer],
      [1, 'Ấp 1', 120, 100, 'đạt'],
      [2, 'Ấp 2', 80, 70, 'đạt'],
    ];
    const outcome = recognise(workbook([information(), sheet(name, rows)]), { set });
    expect(outcome.column('bieu-01', 'households'), name).toEqual([120, 80]);
  }
});

describe('areas side by side', () => {
  const file = (heads: readonly string[], figures: readonly Typed[]) =>
    fileOf([
      {
        name: 'B',
        rows: [
          ['UBND XÃ DAK LUA'],
          ['NĂM 2024'],
          [],
          ['TT', 'Chỉ tiêu', ...heads],
          [1, 'Tổng số hộ', ...figures],
          [2, 'Số hộ nghèo', ...figures.map((_, at) => at)],
        ],
      },
    ]);
  const form = adopted(file(['Thôn Đông', 'Thôn Tây'], [100, 120]));
  const read = (
    heads: readonly string[],
    figures: readonly Typed[] = heads.map((_, at) => 100 + at),
    set = form,
  ) => recognise(file(heads, figures), { set });
  const told = ({ findings }: Outcome) =>
    findings.flatMap(({ severity, code, at }) => (severity === 'info' ? [] : [`${code} ${at.cell ?? ''}`]));

  it('are areas whatever kind they are; what is asked of them is none', () => {
    const outcome = read(['Thôn 1', 'Làng Kép', 'Phum Tà', 'Sóc Lớn', 'Tiểu khu 5']);
    expect(told(outcome)).toEqual([]);
    expect(outcome.column('bieu-01', 'households')).toEqual([100, 101, 102, 103, 104]);
    for (const other of ['Thôn văn hóa', 'Làng nghề'])
      expect(told(read(['Thôn 1', 'Thôn 2', other])), other).toEqual(['own-form/column-no-area E4']);
    expect(told(read(['Thôn 1', 'Thôn 2', 'Tỷ lệ %']))).toEqual(['layout/unknown-column E4']);
  });

  it.each([
    [
      ['ĐVT', 'Thôn 1', 'Thôn 2', 'Ghi chú'],
      [null, 100, 101, 'tốt'],
    ],
    [
      ['Kế hoạch', 'Thôn 1', 'Thôn 2', 'Toàn xã', 'Tỷ lệ %'],
      [250, 100, 101, 201, 80],
    ],
    [
      ['Mã số', 'ĐVT', 'Thôn 1', 'Thôn 2', 'Năm trước', 'So sánh'],
      [1, null, 100, 101, 199, 2],
    ],
  ])('may have any columns of the form beside them: %j', (heads, figures) => {
    const outcome = read(heads, figures, adopted(file(heads, figures)));
    expect(told(outcome)).toEqual([]);
    expect(outcome.column('bieu-01', 'households')).toEqual([100, 101]);
  });

  it('are columns in what is said of them', () => {
    const outcome = read(['Thôn 1', 'Thôn 2', null as unknown as string, 'Cộng'], [100, 120, 30, 220]);
    const said = outcome.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
    expect(said).toEqual(['Cột E của Mẫu có số liệu nhưng để trống “Tên thôn, tổ dân phố”.']);
    for (const { message, hint = '' } of outcome.findings)
      expect(`${message} ${hint}`.replaceAll(/“[^”]*”/gu, '')).not.toMatch(/(?<!\p{L})dòng(?! tiêu đề)/iu);
    const turned = turnedWords({
      message: '“Dòng 5” ở các dòng 5, 6 nằm dưới dòng tổng, ở mọi cột',
    } as Finding);
    expect(turned.message).toBe('“Dòng 5” ở các cột E, F nằm bên phải cột tổng, ở mọi dòng');
  });

  it('have formulas that are calculated where they stand', () => {
    const heads = ['Thôn 1', 'Thôn 2'];
    expect(told(read(heads, [100, written('C5+D6*10', 110)]))).toEqual([]);
    const old = read(heads, [100, written('C5+D6*10', 120)]);
    expect(told(old)).toEqual(['cell/stale-formula D5']);
    expect(old.findings.find(({ code }) => code === 'cell/stale-formula')?.message).toContain('D5');
    expect(old.column('bieu-01', 'households')).toEqual([100, 'excluded']);
  });
});

it('a sheet that explains the form, or sums it up line by line, is no broken form', () => {
  const heads = ['Tổng số hộ', 'Số hộ nghèo', 'Số hộ cận nghèo', 'Số tủ sách', 'Số sân bóng'];
  const main = {
    name: 'B',
    rows: [
      ['UBND XÃ DAK LUA'],
      ['NĂM 2024'],
      [],
      ['TT', 'Thôn', ...heads],
      [1, 'Thôn Đông', 100, 2, 3, 4, 5],
      [2, 'Thôn Tây', 120, 3, 4, 5, 6],
    ],
  };
  const set = adopted(fileOf([main]));
  for (const said of [['ghi số'], [12]]) {
    const lines = heads.map((head, at) => [at + 1, head, ...said]);
    const other = { name: 'Giải thích', rows: [['STT', 'Nội dung', 'Cách ghi'], ...lines] };
    const outcome = recognise(fileOf([main, other]), { set });
    expect(outcome.codes).not.toContain('own-form/refused');
    expect(outcome.column('bieu-01', 'households')).toEqual([100, 120]);
  }
});

it('a row without a commune is told, unless it is the total of all', () => {
  const form = (...more: readonly (readonly Typed[])[]) =>
    fileOf([
      {
        name: 'B',
        rows: [
          ['UBND HUYỆN TÂN PHÚ'],
          ['NĂM 2024'],
          [],
          ['TT', 'Xã', 'Tổng số hộ', 'Số tủ sách', 'Tỷ lệ %'],
          [1, 'Xã Dak Lua', 541, 3, 90],
          [2, 'Xã Phú An', 610, 2, 80],
          ...more,
        ],
      },
    ]);
  const set = adopted(form());
  const units = (...more: readonly (readonly Typed[])[]) =>
    recognise(form(...more), { set }).parts.map(({ unit }) => unit);
  expect(units([null, null, 1151, 5, 84.7])).toEqual(['26119', '26125']);
  expect(units([], [null, null, 1151])).toEqual(['26119', '26125']);
  expect(units([null, null, 1151, 7])).toEqual(['26119', '26125', undefined]);
  expect(units([null, null, null, null, 84.7])).toEqual(['26119', '26125', undefined]);
});

it('a table of areas is no list of households, whose headers it shares', () => {
  const form = (...rows: readonly (readonly Typed[])[]) =>
    fileOf([{ name: 'DS', rows: [['UBND XÃ DAK LUA'], ['NĂM 2024'], [], ...rows] }]);
  const people = ['TT', 'Họ và tên chủ hộ', 'Thôn', 'Kết quả'];
  const list = [people, [1, 'A', 'Thôn Đông', 'Đạt'], [2, 'B', 'Thôn Tây', 'Đạt']];
  const set = adopted(form(...list));
  expect(recognise(form(...list), { set }).column('bieu-01', 'familiesTitled')).toEqual([1, 1]);
  const [households, awarded] = ['Tổng số hộ', 'Số hộ được tặng danh hiệu “Gia đình văn hóa”'];
  const areas = recognise(
    form(
      ['TT', 'Thôn', households, awarded, 'Kết quả'],
      [1, 'Thôn Đông', 120, 100, 'Đạt'],
      [2, 'Thôn Tây', 80, 70, 'Không đạt'],
    ),
    { set },
  );
  expect(areas.column('bieu-01', 'familiesTitled')).toEqual([100, 70]);
  const few = recognise(form(['TT', 'Thôn', 'Kết quả'], [1, 'Thôn Đông', 'Đạt'], [2, 'Thôn Tây', 'Đạt']), {
    set,
  });
  expect(few.column('bieu-01', 'familiesTitled')).toEqual([]);
  expect(few.findings.some(({ severity }) => severity === 'error')).toBe(true);
});
