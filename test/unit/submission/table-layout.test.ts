/** Tables as communes really send them: wherever the header stands, whatever was added, moved, merged or hidden. */
import { describe, expect, it } from 'vitest';
import type { RawSheet } from '../../../src/model.js';
import { madeUnit } from '../../support/made-units.js';
import { accountForCells } from './account-for-cells.js';
import {
  AREA_HEADER,
  areas,
  errorCell,
  formula,
  found,
  identity,
  information,
  recognise,
  scopeOf,
  SHA,
  sheet,
  THREE_AREAS,
  workbook,
  type Typed,
} from './made-files.js';

const TOTAL = [null, 'Tổng cộng', formula(250), formula(215)];
const sent = (areaSheet: RawSheet, ...more: readonly RawSheet[]) =>
  recognise(workbook([information(), areaSheet, ...more]));

describe('an honest form', () => {
  it('is read without a word', () => {
    const outcome = sent(areas([...THREE_AREAS, TOTAL]));
    expect(outcome.codes).toEqual([]);
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
    expect(outcome.column('bieu-01', 'areaTitle')).toEqual(['awarded', 'awarded', 'notAwarded']);
    expect(outcome.part('bieu-01')).toMatchObject({ unit: '26119', period: '2024', state: 'used' });
    expect(outcome.part('bieu-01')?.table?.totals?.columns.get('households')?.numbers[0]).toBe(250);
  });
});

describe('the header', () => {
  const rows = THREE_AREAS;
  const households = (areaSheet: RawSheet) => sent(areaSheet).column('bieu-01', 'households');

  it.each([
    ['far down and to the right', areas(rows, { top: 60, left: 7 })],
    [
      'under notes and a title',
      sheet('Biểu 01', [['UBND XÃ DAK LUA'], ['BIỂU TỔNG HỢP'], ['Năm 2024'], [], AREA_HEADER, ...rows]),
    ],
    ['with a row of column numbers', areas([['(1)', '(2)', '(3)', '(4)', '(5)'], ...rows])],
    [
      'with aliases, other case, marks and spaces lost',
      sheet('Biểu 01', [
        ['STT', 'TEN  THON', 'tong so ho gia dinh', AREA_HEADER[3], 'Kết quả xét danh hiệu'],
        ...rows,
      ]),
    ],
    [
      'with numbers in front and units behind',
      sheet('Biểu 01', [
        ['TT', '(1) Tên thôn, tổ dân phố', '2. Tổng số hộ (hộ)', AREA_HEADER[3], AREA_HEADER[4]],
        ...rows,
      ]),
    ],
    [
      'in another order',
      sheet(
        'Biểu 01',
        [AREA_HEADER, ...rows].map(([a, b, c, d, e]) => [e, d, c, a, b]),
      ),
    ],
    ['with blank rows between', areas([[], rows[0] ?? [], [], [], ...rows.slice(1)])],
    ['printed again in the middle', areas([...rows.slice(0, 1), AREA_HEADER, ...rows.slice(1)])],
  ])('%s', (_, areaSheet) => {
    expect(households(areaSheet)).toEqual([120, 80, 50]);
    expect(sent(areaSheet).codes).toEqual([]);
  });

  it('printed again with as many columns of the sender’s own is no area', () => {
    const header = [...AREA_HEADER.slice(0, 3), 'Trưởng thôn', 'SĐT', ...AREA_HEADER.slice(3)];
    const own = [...header, 'Bí thư', 'Chi hội trưởng', 'Tổ trưởng'];
    const all = rows.map(([number, name, total, ...more]) => {
      const typed = [number, name, total, 'Lê Văn An', '0912 345 678', ...more];
      return [...typed, 'Trần Thị Bình', 'Phạm Văn Dũng', 'Đỗ Thị Hà'];
    });
    const once = sent(sheet('Biểu 01', [own, ...all]));
    const twice = sent(sheet('Biểu 01', [own, ...all.slice(0, 2), own, ...all.slice(2)]));
    expect(twice.column('bieu-01', 'households')).toEqual([120, 80, 50]);
    expect(twice.codes).toEqual(once.codes);
  });

  it('is not a row whose answers are words of it: “thôn” as the kind, “ghi chú” as the note', () => {
    const header = [...AREA_HEADER, 'Loại', 'Ghi chú'];
    const all = rows.map((row, at) => [...row, 'thôn', at === 0 ? 'ghi chú' : null]);
    expect(households(sheet('Biểu 01', [header, ...all]))).toEqual([120, 80, 50]);
    const bare = ['unit_code', 'period', ...header.slice(1)];
    const records = all.map((row) => ['26119', '2024', ...row.slice(1).map((cell) => String(cell ?? ''))]);
    const csv = { ...workbook([sheet('', [bare, ...records])], 'bieu-01.csv'), format: 'csv' as const };
    expect(recognise(csv).column('bieu-01', 'households')).toEqual([120, 80, 50]);
    const blank = [1, 'Ấp 1', null, null, null, 'thôn', 'ghi chú'];
    expect(households(sheet('Biểu 01', [header, blank, ...all.slice(1)]))).toEqual(['missing', 80, 50]);
  });

  it('in two rows, with its merges or with the merges lost by pasting values', () => {
    const two = [
      ['TT', 'Tên thôn, tổ dân phố', 'Gia đình văn hóa', null, 'Danh hiệu'],
      [null, null, 'Tổng số hộ', AREA_HEADER[3], null],
    ];
    for (const merges of [['C1:D1', 'A1:A2', 'B1:B2', 'E1:E2'], []]) {
      const outcome = sent(sheet('Biểu 01', [...two, ...rows], { merges }));
      expect(outcome.codes).toEqual([]);
      expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
      expect(outcome.column('bieu-01', 'areaTitle')).toEqual(['awarded', 'awarded', 'notAwarded']);
    }
  });

  it('nearly right is asked about and never bound', () => {
    const outcome = sent(
      sheet('Biểu 01', [
        ['TT', AREA_HEADER[1], 'Tổng số hộ hiện có', AREA_HEADER[3], AREA_HEADER[4]],
        ...rows,
      ]),
    );
    expect(outcome.codes).toEqual(['layout/column-missing', 'layout/unknown-column']);
    expect(found(outcome, 'layout/column-missing')[0]?.message).toContain('Tổng số hộ hiện có');
    expect(outcome.column('bieu-01', 'households')).toEqual(['missing', 'missing', 'missing']);
  });

  it.each([
    'Hộ gia đình hiếu học',
    'Số hộ được tặng danh hiệu Gia đình văn hóa tiêu biểu',
    'Gia đình văn hóa 3 năm liên tục',
    'Dự kiến số hộ Gia đình văn hóa',
    'Tỷ lệ hộ Gia đình văn hóa',
    'Số hộ không đạt Gia đình văn hóa',
    'Số hộ Gia đình văn hóa năm trước',
    'Số hộ đề nghị công nhận Gia đình văn hóa',
  ])('that counts something else is not suggested: %s', (label) => {
    const outcome = sent(sheet('Biểu 01', [AREA_HEADER.with(3, label), ...rows]));
    const told = found(outcome, 'layout/column-missing')[0]?.message ?? '';
    expect(told).toContain('thiếu cột bắt buộc “Số hộ được tặng danh hiệu');
    expect(told).not.toContain('Có phải');
    for (const { message } of found(outcome, 'layout/unknown-column'))
      expect(message).not.toContain('Có phải cột “Số hộ được tặng danh hiệu');
  });

  it.each(['Tổng số hộ chính sách', 'Số hộ sản xuất nông nghiệp', 'Tổng số hộ nghèo'])(
    'of some households is not suggested for all: %s',
    (label) => {
      const { findings } = sent(sheet('Biểu 01', [AREA_HEADER.with(2, label), ...rows]));
      expect(findings.map(({ message }) => message).join()).not.toMatch(
        /Có phải cột “(?:Tổng số hộ”|Tổng|Số hộ sản)/u,
      );
    },
  );

  it.each([
    ['texts', '2023', '2024'],
    ['numbers', 2023, 2024],
    ['words', 'Năm 2023', 'Năm 2024'],
  ])('over two years as %s whose merge was lost takes the year of the period', (_, before, now) => {
    const outcome = sent(
      sheet('Biểu 01', [
        ['TT', 'Tên thôn', 'Tổng số hộ', 'Gia đình văn hóa', null, AREA_HEADER[4]],
        [null, null, null, before, now, null],
        ...rows.map(([number, name, all, titled, title]) => [number, name, all, 1, titled, title]),
      ]),
    );
    expect(outcome.codes).toEqual(['layout/unknown-column']);
    expect(outcome.column('bieu-01', 'familiesTitled')).toEqual([100, 70, 45]);
  });

  it.each([
    [[null, 'Tổng số hộ toàn xã: 1.435']],
    [[null, 'Tổng số hộ toàn xã: 1435 hộ', 250]],
    [[null, 'Số ấp', 3]],
  ])('right below a line that says a figure is the header alone: %j', (line) => {
    const outcome = sent(sheet('Biểu 01', [['Năm 2024'], line, AREA_HEADER, ...rows]));
    expect(outcome.codes.filter((code) => code !== 'layout/stray-figure')).toEqual([]);
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
  });

  it('abbreviated is suggested, not bound', () => {
    const outcome = sent(sheet('Biểu 01', [AREA_HEADER.with(3, 'Hộ GĐVH'), ...rows]));
    expect(outcome.codes).toEqual(['layout/column-missing', 'layout/unknown-column']);
    expect(found(outcome, 'layout/column-missing')[0]?.message).toContain('Có phải cột “Hộ GĐVH”?');
    expect(outcome.column('bieu-01', 'familiesTitled')).toEqual(['missing', 'missing', 'missing']);
  });

  it('missing altogether rejects the sheet', () => {
    const outcome = sent(sheet('Biểu 01', rows));
    expect(outcome.codes).toContain('layout/header-not-found');
    expect(outcome.part('bieu-01')?.state).toBe('rejected');
  });

  it('doubled is an error for that column only', () => {
    const outcome = sent(
      sheet('Biểu 01', [[...AREA_HEADER, 'Tổng số hộ'], ...rows.map((row) => [...row, 1])]),
    );
    expect(outcome.codes).toEqual(['layout/duplicate-column']);
    expect(outcome.findings[0]?.fields).toEqual(['households']);
    expect(outcome.findings[0]?.at.cell).toBe('F1');
  });

  it('with columns of the sender is read; their figures are reported', () => {
    const outcome = sent(
      sheet('Biểu 01', [
        [...AREA_HEADER.slice(0, 2), 'Số hộ mới chuyển đến', ...AREA_HEADER.slice(2)],
        ...rows.map(([a, b, ...others]) => [a, b, 9, ...others]),
      ]),
    );
    expect(outcome.codes).toEqual(['layout/unknown-column']);
    expect(outcome.findings[0]?.at.cell).toBe('C1');
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
  });
});

describe('against the form as it was sent out', () => {
  const places = {
    areaName: 'B2',
    households: 'C2',
    familiesTitled: 'D2',
    areaTitle: 'E2',
    poorHouseholds: 'F2',
  };

  it('a column of the sender in between moves nothing', () => {
    const outcome = sent(
      sheet('Biểu 01', [
        [...AREA_HEADER.slice(0, 2), 'Ghi chú', ...AREA_HEADER.slice(2), 'Số hộ nghèo'],
        ...THREE_AREAS.map(([a, b, ...others]) => [a, b, null, ...others, 0]),
      ]),
      identity({}, places),
    );
    expect(outcome.codes).toEqual([]);
  });

  it('swapped headers are named, for their figures may have stayed', () => {
    const [tt = '', name = '', households = '', titled = '', title = ''] = AREA_HEADER;
    const outcome = sent(
      sheet('Biểu 01', [
        [tt, name, titled, households, title, 'Số hộ nghèo'],
        ...THREE_AREAS.map((row) => [...row, 0]),
      ]),
      identity({}, places),
    );
    expect(outcome.codes).toEqual(['layout/columns-moved']);
    expect(outcome.findings[0]?.severity).toBe('warning');
  });

  it('a column that is gone is named once', () => {
    const outcome = sent(areas(THREE_AREAS), identity({}, places));
    expect(outcome.codes).toEqual(['layout/column-gone']);
  });

  it('totals typed over formulas are told, right or wrong', () => {
    const outcome = sent(
      areas([...THREE_AREAS, [null, 'Tổng cộng', 250, formula(215)]]),
      identity({}, { areaName: 'B2', households: 'C2', familiesTitled: 'D2', areaTitle: 'E2' }),
    );
    expect(outcome.codes).toEqual(['layout/formula-overwritten']);
    expect(outcome.findings[0]?.fields).toEqual(['households']);
  });
});

describe('rows', () => {
  const [one = [], two = [], three = []] = THREE_AREAS;
  const households = (rows: readonly (readonly Typed[])[]) => {
    const outcome = sent(areas(rows));
    return { codes: outcome.codes, figures: outcome.column('bieu-01', 'households') };
  };

  it('with subtotals of groups and a total below: only rows of areas are added', () => {
    expect(
      households([
        [null, 'Khu trung tâm'],
        one,
        two,
        [null, 'Cộng khu trung tâm', 200, 170],
        [null, 'Khu vùng cao'],
        three,
        [null, 'Cộng', 50, 45],
        [null, 'Tổng cộng', 250, 215],
      ]),
    ).toEqual({ codes: ['layout/subtotal-row', 'layout/text-rows'], figures: [120, 80, 50] });
  });

  it('with Roman numerals that carry the sums of their groups', () => {
    const outcome = sent(
      areas([['I', 'Khu A', 200, 170], one, two, ['II', 'Khu B', 50, 45], [1, 'Ấp 3', 50, 45]]),
    );
    expect(outcome.codes).toEqual(['layout/subtotal-row']);
    expect(outcome.findings[0]?.message).toContain('Khu B');
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
  });

  it('numbered in Roman only are areas', () => {
    expect(
      households([
        ['I', ...one.slice(1)],
        ['II', ...two.slice(1)],
      ]).figures,
    ).toEqual([120, 80]);
    expect(households([one, ['II', ...two.slice(1)]]).figures).toEqual([120, 80]);
  });

  it('with the total on top', () => {
    expect(households([[null, 'TỔNG SỐ', 250, 215], one, two, three])).toEqual({
      codes: [],
      figures: [120, 80, 50],
    });
  });

  it('below a total of formulas give one finding each, not one for every column', () => {
    const [first = [], second = [], third = []] = THREE_AREAS;
    for (const figures of [
      [formula(777), formula(100)],
      [formula(999), formula(900)],
    ]) {
      const made = areas([first, [null, 'Tổng cộng', ...figures], second, third]);
      const outcome = sent(made);
      expect(outcome.codes).toEqual(['layout/row-after-total', 'layout/row-after-total']);
      expect(outcome.part('bieu-01')?.table?.totals?.sheetRows).toHaveLength(1);
      const fates = accountForCells(made, outcome.part('bieu-01')?.table, outcome.findings);
      // Column A holds row numbers.
      expect([...fates].filter(([cell, fate]) => fate === 'lost' && !cell.startsWith('A'))).toEqual([]);
    }
  });

  it('below the total are refused, not added', () => {
    const outcome = sent(areas([one, two, [null, 'Tổng cộng', 200, 170], three]));
    expect(outcome.codes).toEqual(['layout/row-after-total']);
    expect(outcome.findings[0]).toMatchObject({
      severity: 'error',
      fields: ['areaName', 'households', 'familiesTitled', 'areaTitle'],
    });
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80]);
  });

  it('below a group’s heading with its sum belong to the table', () => {
    expect(
      households([[null, 'Cộng nhóm 1', 200, 170], one, two, [null, 'Cộng nhóm 2', 50, 45], three]),
    ).toEqual({
      codes: ['layout/subtotal-row'],
      figures: [120, 80, 50],
    });
  });

  it('named like a sum that is none of their neighbours are asked about', () => {
    const outcome = sent(areas([one, [null, 'Cộng nhóm 1', 999, 1], two, [null, 'Tổng cộng', 200, 170]]));
    expect(outcome.codes).toEqual(['layout/subtotal-differs']);
    expect(outcome.findings[0]?.severity).toBe('warning');
  });

  it('of villages whose names begin like a sum are areas', () => {
    const names = ['Cộng Hòa', 'Thôn Tổng', 'Tổng Cọt', 'CONG HOA', 'Cộng Hoà 2', 'A Dơi', 'I Rang'];
    const rows = names.map((name, index) => [index + 1, name, 10 + index, 9, 'đạt']);
    expect(households(rows)).toEqual({ codes: [], figures: [10, 11, 12, 13, 14, 15, 16] });
  });

  it('of two tables with a total each put everything in doubt', () => {
    const outcome = sent(
      areas([
        one,
        two,
        [null, 'Tổng cộng', 200, 170],
        [1, 'Ấp 1', 118, 99],
        [2, 'Ấp 2', 79, 69],
        [null, 'Tổng cộng', 197, 168],
      ]),
    );
    expect(outcome.codes).toContain('layout/two-tables');
    expect(found(outcome, 'layout/two-tables')[0]?.fields).toContain('households');
  });

  it('of two communes with a total each are told as such alone', () => {
    const outcome = sent(
      areas([
        ...THREE_AREAS,
        TOTAL,
        ['UBND XÃ PHÚ AN'],
        ['Năm 2024'],
        AREA_HEADER,
        [1, 'Ấp A', 118, 99],
        [2, 'Ấp B', 79, 69],
        [null, 'Tổng cộng', 197, 168],
      ]),
    );
    expect(outcome.codes).toEqual(['layout/blocks-of-others']);
    expect(outcome.part('bieu-01')?.table?.totals).toBeUndefined();
  });

  it.each([
    [['I', 'Dak Lua'], ['II', 'Phú An'], 'layout/blocks-of-others'],
    [['I', 'Khu trung tâm'], ['II', 'Phú An'], 'layout/perhaps-blocks-of-others'],
    [['I', 'Dak Lua'], ['II', 'Khu mới'], undefined],
  ])('below %j and %j', (own, other, code) => {
    const outcome = sent(areas([own, ...THREE_AREAS, other, [1, 'Ấp A', 118, 99], [2, 'Ấp B', 79, 69]]));
    expect(outcome.codes.filter((one) => one.includes('blocks'))).toEqual(code === undefined ? [] : [code]);
  });

  it('below the commune itself and one that may have gone into it are asked about', () => {
    const [own, other] = [
      ['I', 'Dak Lua'],
      ['II', 'Phú An'],
    ];
    const file = workbook([
      information(),
      areas([own ?? [], ...THREE_AREAS, other ?? [], [1, 'Ấp A', 118, 99], [2, 'Ấp B', 79, 69]]),
    ]);
    const codes = (parentCode: string, into?: string) => {
      const gone = madeUnit('26120', 'commune', parentCode, { name: 'Phú An', validTo: '2024-06-30' });
      const successors = new Map(into === undefined ? [] : [['26120', [into]]]);
      const { codes: all } = recognise(file, { scope: scopeOf('75', { former: [gone], successors }) });
      return all.filter((one) => one.includes('blocks'));
    };
    expect(codes('734')).toEqual(['layout/perhaps-blocks-of-others']);
    expect(codes('734', '26119')).toEqual([]);
    expect(codes('734', '26122')).toEqual(['layout/blocks-of-others']);
    expect(codes('999')).toEqual(['layout/blocks-of-others']);
  });

  it('of another table with other columns are not read', () => {
    const outcome = sent(
      areas([
        one,
        [],
        ['TT', AREA_HEADER[1], AREA_HEADER[3], AREA_HEADER[2], AREA_HEADER[4]],
        [1, 'Ấp 9', 5, 60, 'đạt'],
      ]),
    );
    expect(outcome.codes).toEqual(['layout/other-table']);
    expect(outcome.column('bieu-01', 'households')).toEqual([120]);
  });

  it('without a name but with figures are errors', () => {
    const outcome = sent(areas([one, [2, null, 80, 70, 'đạt']]));
    expect(outcome.codes).toEqual(['layout/row-without-name']);
    expect(outcome.findings[0]?.at.cell).toBe('B3');
  });

  it('of notes and signatures under the table are no areas', () => {
    expect(
      households([
        one,
        two,
        [null, 'Tổng cộng', 200, 170],
        [null, 'Dak Lua, ngày 25 tháng 11 năm 2024'],
        [null, 'NGƯỜI LẬP BIỂU', null, null, 'CHỦ TỊCH'],
        [null, 'Điện thoại', '0912345678'],
      ]),
    ).toEqual({ codes: [], figures: [120, 80] });
  });

  it('printed beforehand and left blank stay rows; numbers alone are none', () => {
    expect(households([one, [2, 'Ấp 2'], [3], [4]])).toEqual({ codes: [], figures: [120, 'missing'] });
  });
});

describe('figures outside the table', () => {
  it('are reported with their addresses, by zone', () => {
    const outcome = sent(
      sheet('Biểu 01', [
        [null, 'Số thôn', 3],
        AREA_HEADER,
        [...(THREE_AREAS[0] ?? []), null, 777],
        [null, 'Tổng cộng', 120, 100],
        [null, null, null, 5, null, 6],
      ]),
    );
    expect(found(outcome, 'layout/stray-figure').map(({ at }) => at.cell)).toEqual(['C1', 'G3', 'D5']);
    expect(outcome.column('bieu-01', 'households')).toEqual([120]);
  });

  it('that are years, dates or telephone numbers around the table are nothing to ask about', () => {
    const outcome = sent(
      sheet('Biểu 01', [
        ['Năm', 2024],
        AREA_HEADER,
        ...THREE_AREAS,
        [null, 'Tổng cộng', 250, 215],
        [null, null, '0251 3856 789'.replaceAll(' ', '')],
        [null, null, { kind: 'number', raw: '45621', numberFormat: 'date' }],
      ]),
    );
    expect(outcome.codes).toEqual([]);
  });

  it('on other sheets are reported once per sheet', () => {
    const outcome = sent(
      areas(THREE_AREAS),
      sheet('Nháp', [['x', 12, 13]]),
      sheet('Hướng dẫn', [['ví dụ', 250]]),
    );
    expect(outcome.codes).toEqual(['layout/other-sheet']);
    expect(outcome.findings[0]?.at.sheet).toBe('Nháp');
  });
});

describe('merges', () => {
  const withMerge = (rows: readonly (readonly Typed[])[], ...merges: string[]) =>
    sent(areas(rows, { merges }));

  it('over figures of several rows exclude them', () => {
    const outcome = withMerge(
      [
        [1, 'Ấp 1', 120, 100, 'đạt'],
        [2, 'Ấp 2', null, 70, 'đạt'],
      ],
      'C2:C3',
    );
    expect(outcome.codes).toEqual(['cell/merged-figure']);
    expect(outcome.column('bieu-01', 'households')).toEqual(['excluded', 'excluded']);
  });

  it('hide figures, which are named', () => {
    const outcome = withMerge(
      [
        [1, 'Ấp 1', 120, 100, 'đạt'],
        [2, 'Ấp 2', 80, 70, 'đạt'],
      ],
      'C2:C3',
    );
    expect(outcome.codes).toEqual(['cell/merged-figure', 'cell/under-merge']);
  });

  it('that are sums of the sender’s own are asked about: they touch no figure that counts', () => {
    const rows = [
      [1, 'Ấp 1', 120, 100, 'đạt'],
      [2, 'Ấp 2', 80, 70, 'đạt'],
      [null, 'Tổng cộng', 999, 170],
    ];
    const outcome = withMerge(rows, 'B4:C4');
    expect(outcome.findings.map(({ code, severity, at }) => [code, severity, at.cell])).toEqual([
      ['cell/under-merge', 'warning', 'C4'],
    ]);
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80]);
  });

  it('across two columns of figures exclude both', () => {
    const outcome = withMerge([[1, 'Ấp 1', 120, null, 'đạt']], 'C2:D2');
    expect(outcome.codes).toEqual(['cell/merged-across']);
    expect(outcome.column('bieu-01', 'households')).toEqual(['excluded']);
    expect(outcome.column('bieu-01', 'familiesTitled')).toEqual(['excluded']);
  });

  it.each(['không', 'x', 'chưa rà soát', '5 hộ'])('of “%s” across them exclude both too', (text) => {
    const outcome = withMerge([[1, 'Ấp 1', text, null, 'đạt']], 'C2:D2');
    expect(outcome.codes).toEqual(['cell/merged-across']);
    expect(outcome.column('bieu-01', 'familiesTitled')).toEqual(['excluded']);
  });

  it('of an answer over rows answer for each, and say so', () => {
    const outcome = withMerge(
      [
        [1, 'Ấp 1', 120, 100, 'đạt'],
        [2, 'Ấp 2', 80, 70],
      ],
      'E2:E3',
    );
    expect(outcome.codes).toEqual(['cell/merged-answer']);
    expect(outcome.column('bieu-01', 'areaTitle')).toEqual(['awarded', 'awarded']);
  });

  it('of a former unit over its areas is the natural way to write it', () => {
    const outcome = sent(
      sheet(
        'Biểu 01',
        [
          [...AREA_HEADER, 'Thuộc xã, phường, thị trấn cũ'],
          [1, 'Ấp 1', 120, 100, 'đạt', 'Phú An'],
          [2, 'Ấp 2', 80, 70, 'đạt'],
        ],
        { merges: ['F2:F3'] },
      ),
    );
    expect(outcome.codes).toEqual([]);
    expect(outcome.column('bieu-01', 'formerUnit')).toEqual(['Phú An', 'Phú An']);
    expect(outcome.part('bieu-01')?.table?.rowKeys[1]).toContain('phú an');
  });
});

describe('hidden places', () => {
  it('count and are named', () => {
    const hidden = (options: Parameters<typeof areas>[1]) => sent(areas(THREE_AREAS, options));
    expect(hidden({ hiddenRows: [3] }).codes).toEqual(['layout/hidden-rows']);
    expect(hidden({ hiddenColumns: [3] }).codes).toEqual(['layout/hidden-columns']);
    expect(hidden({ state: 'hidden' }).codes).toEqual(['layout/hidden-sheet']);
    expect(hidden({ state: 'hidden' }).column('bieu-01', 'households')).toEqual([120, 80, 50]);
    expect(hidden({ hiddenRows: [40], hiddenColumns: [1] }).codes).toEqual([]);
  });

  it('that are no forms are listed with their figures', () => {
    const outcome = sent(areas(THREE_AREAS), sheet('Cũ', [['Tổng số hộ', 5]], { state: 'veryHidden' }));
    expect(outcome.codes).toEqual(['layout/other-sheet']);
  });
});

describe('totals by formula', () => {
  it('that say another sum than their rows are stale, and the rows count', () => {
    const outcome = sent(areas([...THREE_AREAS, [null, 'Tổng cộng', formula(200), formula(215)]]));
    expect(outcome.codes).toEqual(['layout/stale-sum']);
    expect(outcome.findings[0]).toMatchObject({ severity: 'warning', actual: '200', expected: ['250'] });
    expect(outcome.part('bieu-01')?.table?.totals?.columns.get('households')?.states).toEqual(['excluded']);
  });

  it('that leave out figures stored as text are explained so', () => {
    const rows = [
      [1, 'Ấp 1', 120, 100, 'đạt'],
      [2, 'Ấp 2', '80', 70, 'đạt'],
    ];
    const outcome = sent(areas([...rows, [null, 'Tổng cộng', formula(120), formula(170)]]));
    expect(found(outcome, 'layout/stale-sum')[0]?.message).toContain('lưu dạng chữ');
  });

  it('are no business of ours while a row cannot be read', () => {
    const outcome = sent(
      areas([
        [1, 'Ấp 1', errorCell('#REF!'), 100, 'đạt'],
        [null, 'Tổng cộng', formula(9), formula(100)],
      ]),
    );
    expect(outcome.codes).toEqual(['cell/error-value']);
  });
});

describe('a sheet that only resembles a form', () => {
  const alone = (...header: readonly string[]) =>
    recognise(workbook([information(), sheet('Danh sách', [header, ['Ấp 1', 120, 100, 'đạt']])]));

  it('is not taken for it, but what it has and lacks is told', () => {
    const outcome = alone('Tên thôn', 'Số hộ nghèo', 'Ghi chú');
    expect(outcome.part('bieu-01')).toBeUndefined();
    const nothing = recognise(
      workbook([
        sheet('Danh sách', [
          ['Tên thôn', 'Số hộ nghèo'],
          ['Ấp 1', 120],
        ]),
      ]),
    );
    expect(nothing.codes).toEqual(['layout/no-form']);
    expect(nothing.findings[0]?.message).toMatch(/Danh sách.*Biểu 01.*Tổng số hộ/u);
  });

  it('is taken for it when it names the areas and has two of the figures owed', () => {
    expect(alone('Tên thôn', 'Tổng số hộ', 'x', 'Danh hiệu').part('bieu-01')).toBeDefined();
  });
});

describe('two sheets of one form', () => {
  const copy = (households: number, name = 'Biểu 01 (2)') => ({
    ...areas([[1, 'Ấp 1', households, 100, 'đạt']]),
    name,
  });

  it('with the same figures count once', () => {
    const outcome = sent(copy(120, 'Biểu 01'), copy(120));
    expect(outcome.codes).toEqual(['submission/duplicate']);
    expect(outcome.parts.filter(({ state }) => state === 'used')).toHaveLength(2);
  });

  it.each(['Biểu 01 (2)', 'Biểu 01 - bản sao', 'Biểu 01 cũ', 'Copy of Biểu 01', 'Biểu 01 Dak Lua'])(
    'with other figures count neither: %s',
    (name) => {
      const outcome = sent(copy(120, 'Biểu 01'), copy(121, name));
      expect(outcome.codes).toEqual(['submission/rivals']);
      expect(outcome.findings[0]?.message).toContain(name);
      expect(outcome.parts.filter(({ form, state }) => form === 'bieu-01' && state === 'used')).toEqual([]);
      // The lines printed leave out one sheet each.
      expect(outcome.findings[0]?.hint).toContain(`sheet: ${JSON.stringify(name)}, use: false } (bỏ `);
      const settlements = [{ sha256: SHA, form: 'bieu-01', sheet: name, use: false }];
      const settled = recognise(workbook([information(), copy(120, 'Biểu 01'), copy(121, name)]), {
        settlements,
      });
      expect(settled.column('bieu-01', 'households')).toEqual([120]);
    },
  );

  it('of which one is blank leave no doubt', () => {
    const blank = { ...areas([[1], [2], [3]]), name: 'Biểu 01' };
    expect(sent(blank, copy(120)).column('bieu-01', 'households')).toEqual([120]);
    expect(sent(copy(120, 'Biểu 01'), { ...blank, name: 'Biểu 01 (2)' }).codes).toEqual([]);
  });

  it('of which one is named after another year: that one is only listed', () => {
    const outcome = sent(copy(120, 'Biểu 01'), copy(99, 'Biểu 01 năm 2023'));
    expect(outcome.codes).toEqual(['layout/other-sheet']);
    expect(outcome.column('bieu-01', 'households')).toEqual([120]);
  });
});

describe('the heading of a group in a table without numbers', () => {
  const rows = (heading: string) => [
    [null, heading],
    [null, 'Thôn Đông', 120, 100, 'đạt'],
    [null, 'Thôn Đoài', 80, 70, 'đạt'],
  ];

  it.each(['Các thôn phía Bắc', 'Xã Tam Đa (cũ)', 'Phường Đông Cũ (cũ)', 'Khu vực 1', 'I. Các tổ dân phố'])(
    'is no area without figures: %s',
    (heading) => {
      const outcome = sent(areas(rows(heading)));
      expect(outcome.column('bieu-01', 'households')).toEqual([120, 80]);
      expect(outcome.codes).toEqual(['layout/text-rows']);
    },
  );

  it.each(['Khu 1', 'Cụm 3', 'Thôn Bắc', 'Đông Phong', 'Xã Đàn', 'Tổ 5'])(
    'is not what one area may be called: %s lacks its figures',
    (name) => {
      expect(sent(areas(rows(name))).column('bieu-01', 'households')).toEqual(['missing', 120, 80]);
    },
  );

  it.each([
    'Ghi chú: số liệu đến 25/11/2024',
    '(*) Hộ tạm trú không tính',
    'Số liệu do trưởng thôn cung cấp',
    'Trong đó có 12 hộ mới chuyển đến',
  ])('is no note below the rows either, which lacks nothing: %s', (note) => {
    const [, ...list] = rows('');
    const outcome = sent(
      areas([...list.map((row) => row.slice(1)), [], [note]].map((row) => [null, ...row])),
    );
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80]);
    expect(outcome.codes.filter((code) => code !== 'layout/text-rows')).toEqual([]);
  });

  it('counts with figures, whatever it is called', () => {
    const [, ...list] = rows('');
    const named = [[null, 'Khu vực 1', 35, 30, 'đạt'], ...list];
    expect(sent(areas(named)).column('bieu-01', 'households')).toEqual([35, 120, 80]);
  });
});

describe('a row without figures that could be a heading', () => {
  const CALLED = ['Khu vực', 'Các tổ', 'Thôn'];
  const row = (number: number | string | null, name: string, households?: number) =>
    households === undefined ? [number, name] : [number, name, households, 30, 'đạt'];
  const households = (rows: readonly Typed[][]) => sent(areas(rows)).column('bieu-01', 'households');
  const list = (name: string, lacking: number, lacksNumber = false) =>
    [1, 2, 3, 4, 5].map((number) =>
      number === lacking
        ? row(lacksNumber ? null : number, `${name} ${number}`)
        : row(number, `${name} ${number}`, 30 + number),
    );

  it.each(['Khu vực', 'Các tổ'])('over rows of other numbers is one: %s', (name) => {
    const thôn = (number: number | string | null, at: number) => row(number, `Thôn ${at}`, 30 + at);
    for (const numbers of [
      ['1.1', '1.2', '2.1', '2.2'],
      ['a', 'b', 'a', 'b'],
      [1, 2, 1, 2],
      [null, null, null, null],
    ]) {
      const [a = null, b = null, c = null, d = null] = numbers;
      const outcome = sent(
        areas([row(1, `${name} 1`), thôn(a, 1), thôn(b, 2), row(2, `${name} 2`), thôn(c, 3), thôn(d, 4)]),
      );
      expect(outcome.column('bieu-01', 'households'), String(a)).toEqual([31, 32, 33, 34]);
      const [told] = found(outcome, 'layout/text-rows');
      expect(told?.message).toContain(`“${name} 1”; “${name} 2”`);
      expect(told?.message).not.toContain('không có số thứ tự');
    }
  });

  it.each(CALLED)('is an area that lacks them where its number goes on: %s', (name) => {
    for (const lacking of [1, 3, 5]) {
      const expected = [1, 2, 3, 4, 5].map((number) => (number === lacking ? 'missing' : 30 + number));
      expect(households(list(name, lacking)), String(lacking)).toEqual(expected);
      expect(
        households([...list(name, lacking), [null, 'Tổng cộng', 99, 99], [null, 'Người lập biểu']]),
      ).toEqual(expected);
    }
    expect(households(list(name, 3, true))).toEqual([31, 32, 'missing', 34, 35]);
    const again = list(name, 3).toSpliced(
      3,
      0,
      ['TT', ...AREA_HEADER.slice(1)],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
    );
    expect(households(again)).toEqual([31, 32, 'missing', 34, 35]);
    const numbers = list(name, 3).toSpliced(3, 0, [1, 2, 3, 4, 5]);
    expect(households(numbers)).toEqual([31, 32, 'missing', 34, 35]);
    expect(households([...list(name, 5), [], ['1. Số liệu tính đến 25/11/2024']])).toEqual([
      31,
      32,
      33,
      34,
      'missing',
    ]);
  });

  it('is one of them where the others are called so and none has a number', () => {
    const rows = (name: string) =>
      ['Lò Rèn', 'Chợ', 'Bến Xe'].map((own, at) =>
        own === 'Chợ' ? row(null, `${name} ${own}`) : row(null, `${name} ${own}`, 31 + at),
      );
    expect(households(rows('Khu vực'))).toEqual([31, 'missing', 33]);
    for (const numbers of [
      ['I', 'II', 'III'],
      ['4', '4a', '5'],
      [1, 1, 2],
    ])
      expect(
        households(rows('Khu vực').map((each, at) => each.with(0, numbers[at] ?? null))),
        numbers.join(),
      ).toEqual([31, 'missing', 33]);
    expect(households(rows('Thôn'))).toEqual([31, 'missing', 33]);
  });
});

describe('a heading over a row that tells its columns apart', () => {
  const BLOCK = 'Số hộ đạt gia đình văn hóa';
  const form = ([first, second]: readonly [string, string], merges: readonly string[]) =>
    sent(
      sheet(
        'Biểu 01',
        [
          ['TT', 'Tên thôn', 'Tổng số hộ', BLOCK, null, 'Thôn văn hóa'],
          [null, null, null, first, second, null],
          [1, 'Ấp 1', 120, 118, 100, 'đạt'],
          [2, 'Ấp 2', 80, 79, 70, 'đạt'],
        ],
        { merges },
      ),
    );
  const MERGED = [['D1:E1', 'A1:A2', 'B1:B2', 'C1:C2', 'F1:F2'], ['D1:E1'], []];

  it.each([
    ['KH', 'ĐC'],
    ['Nam', 'Nữ'],
    ['Đầu năm', 'Cuối năm'],
  ] as const)('is that of both, merged or not: “%s” and “%s” are refused', (first, second) => {
    for (const merges of MERGED) {
      const [told] = found(form([first, second], merges), 'layout/duplicate-column');
      expect(told?.message).toContain(`cột D (“${BLOCK} - ${first}”) và cột E (“${BLOCK} - ${second}”)`);
    }
  });

  it.each([
    ['Năm 2023', 'Năm 2024'],
    ['6 tháng', 'Cả năm'],
    ['Kế hoạch năm 2024', 'Kết quả năm 2024'],
    ['Kế hoạch', 'Thực hiện'],
    ['KH', 'TH'],
    ['Chỉ tiêu giao', 'Đạt được'],
    ['TH/KH (%)', 'TH'],
  ] as const)('“%s” and “%s”: the second counts, the first is told', (first, second) => {
    for (const merges of MERGED) {
      const outcome = form([first, second], merges);
      expect(outcome.codes).toEqual(['layout/unknown-column']);
      expect(outcome.column('bieu-01', 'familiesTitled')).toEqual([100, 70]);
    }
  });

  it('stands over no first area whose figures are typed as text', () => {
    const outcome = sent(
      sheet('Biểu 01', [
        ['TT', 'Tên thôn', 'Tổng số hộ', BLOCK, 'Thôn văn hóa', null],
        [null, 'Ấp 1', '120', '100', 'đạt', 'mới sáp nhập'],
        [2, 'Ấp 2', '80', '70', 'đạt', null],
      ]),
    );
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80]);
  });
});

describe('a sign of shares', () => {
  const below = (heading: string, labels: readonly string[]) =>
    sent(
      sheet(
        'Biểu 01',
        [
          ['TT', 'Tên thôn', 'Tổng số hộ', 'Thôn văn hóa', heading, ...labels.slice(1).map(() => null)],
          [null, null, null, null, ...labels],
          [1, 'Ấp 1', 120, 'đạt', 118, 100, 90],
          [2, 'Ấp 2', 80, 'đạt', 79, 70, 60],
        ].map((row) => row.slice(0, 4 + labels.length)),
        { merges: [`E1:${['E', 'F', 'G'][labels.length - 1] ?? 'E'}1`] },
      ),
    );

  it.each(['(tỷ lệ %)', '(số lượng, %)'])('over several columns says nothing of one: %s', (sign) => {
    for (const years of [
      ['Năm 2023', 'Năm 2024'],
      ['Năm trước', 'Năm nay'],
    ])
      expect(below(`Số hộ đạt gia đình văn hóa ${sign}`, years).column('bieu-01', 'familiesTitled')).toEqual([
        100, 70,
      ]);
  });

  it.each([
    ['Đầu năm', 'Cuối năm', '%'],
    ['Đầu năm', 'Cuối năm', 'Tỷ lệ (%)'],
    ['Nam', 'Nữ', '(%)'],
  ])('alone over a column makes it no count: %s, %s, %s', (...labels) => {
    const outcome = below('Số hộ đạt gia đình văn hóa', labels);
    expect(outcome.column('bieu-01', 'familiesTitled') ?? []).not.toContain(90);
    expect(outcome.findings.some(({ severity }) => severity !== 'info')).toBe(true);
  });
});

describe('rows without figures', () => {
  const five = [1, 2, 3, 4, 5].map((at): readonly Typed[] => [at, `Khu vực ${at}`, 100 + at * 7, 90, 'đạt']);
  const named = (made: RawSheet) => {
    const outcome = sent(made);
    return { names: outcome.part('bieu-01')?.table?.rowLabels, codes: outcome.codes };
  };

  it.each([
    'Khu vực 4',
    'Thôn Đông',
    'Thôn Đông (sáp nhập từ Thôn A và Thôn B)',
    'Thôn Đông (đã sáp nhập thôn Tây)',
    'Thôn Đông (sẽ sáp nhập vào Thôn Tây)',
    'Thôn Đông (chưa được sáp nhập vào Thôn Tây)',
    'Thôn Đông (đã nhập vào phần mềm)',
    'Thôn Đông (không có hộ nghèo)',
  ])('%s merged over its figures, numbered like the others, lacks them', (name) => {
    const rows = [...five.slice(0, 3), [4, name], ...five.slice(4)];
    const outcome = sent(areas(rows, { merges: ['B5:E5'] }));
    expect(outcome.column('bieu-01', 'households')).toEqual([107, 114, 121, 'missing', 135]);
  });

  it('merged, and numbered as groups are, head the rows below them', () => {
    for (const numbers of [
      ['I', 'II'],
      ['A', 'B'],
      [1, 1],
      [null, null],
    ]) {
      const [first, second, third] = THREE_AREAS;
      const rows = [
        [numbers[0], 'Khu Đông'],
        first ?? [],
        second ?? [],
        [numbers[1], 'Khu Tây'],
        third ?? [],
      ];
      expect(named(areas(rows, { merges: ['B2:E2', 'B5:E5'] })).names, numbers.join()).toHaveLength(3);
    }
  });

  it.each([
    'Thôn Tây đã sáp nhập vào Thôn Đông',
    'Thôn Tây đã sáp nhập',
    'Thôn Tây (nhập về Thôn Đông)',
    'Thôn Tây đã giải thể',
    'Thôn Tây (đã được nhập vào Tổ dân phố 2)',
    'Thôn Tây không còn hộ dân nào sinh sống',
    'Thôn Tây (không có hộ)',
    'Các thôn phía Tây',
    'Xã Tân Lãng (cũ)',
  ])('merged, whose words say that they are no area, are none, numbered or not: %s', (name) => {
    for (const at of [0, 2, 4]) {
      const rows = five.with(at, [at + 1, name]);
      const outcome = named(areas(rows, { merges: [`B${at + 2}:E${at + 2}`] }));
      expect(outcome.names).toHaveLength(4);
      expect(outcome.codes).toEqual(['layout/text-rows']);
    }
  });

  it.each([
    'Thôn Tây đã sáp nhập vào Thôn Đông',
    'Thôn Tây (đã giải thể)',
    'Thôn Tây (không còn hộ dân nào)',
  ])('that say that they are no more are none without a merge or a number either: %s', (name) => {
    for (const at of [0, 2, 4])
      for (const rows of [five, five.map((row) => [null, ...row.slice(1)])]) {
        const outcome = named(areas(rows.with(at, [rows[at]?.[0], name])));
        expect(outcome.names).toHaveLength(4);
        expect(outcome.codes).toEqual(['layout/text-rows']);
      }
  });

  it.each([
    ['Đông', 'Tây', 'Nam', 'Bắc'],
    ['Thôn 1', 'Tổ dân phố Chợ', 'Thôn 2', 'Thôn 3'],
    ['Thôn Đông', 'Bản Mới', 'Xóm Chùa', 'Ấp Bình Hòa'],
  ])('merged in a list without numbers that does not begin with one are areas: %s, %s', (...names) => {
    for (const at of [1, 2, 3]) {
      const rows = names.map((name, row) => [
        null,
        name,
        ...(row === at ? [] : [120 + row, 100 + row, 'đạt']),
      ]);
      const outcome = named(areas(rows, { merges: [`B${at + 2}:E${at + 2}`] }));
      expect(outcome.names).toEqual(names);
    }
  });

  it.each(['Khu Tây', 'Biểu 01 (tiếp)', 'UBND xã', 'Miền núi', 'Các thôn miền núi'])(
    'merged in such a list are headings: %s',
    (heading) => {
      const [one, two, three] = ['Đông', 'Tây', 'Nam'].map((name, row) => [
        null,
        name,
        120 + row,
        100,
        'đạt',
      ]);
      const rows = [one ?? [], two ?? [], [null, heading], three ?? []];
      expect(named(areas(rows, { merges: ['B4:E4'] })).names).toEqual(['Đông', 'Tây', 'Nam']);
    },
  );

  it('merged, numbered in one run with the areas, head them where they begin the list and are called otherwise', () => {
    const rows = (first: string, second: string) => [
      [1, first],
      [2, 'Thôn A', 120, 100, 'đạt'],
      [3, 'Thôn B', 60, 50, 'đạt'],
      [4, second],
      [5, 'Thôn C', 70, 60, 'đạt'],
    ];
    const merges = ['B2:E2', 'B5:E5'];
    expect(named(areas(rows('Khu Đông', 'Khu Tây'), { merges })).names).toHaveLength(3);
    // Areas merged over their blank figures, one of them the first: called like the others, each in its own way, or by a kind.
    for (const [first = '', second = ''] of [
      ['Thôn Đông', 'Thôn Tây'],
      ['Đồi Cọ', 'Bến Đò'],
      ['Bản Giàng', 'Bản Mới'],
      ['Tổ dân phố 1', 'Tổ dân phố 2'],
      ['Khu phố Đông', 'Khu phố Tây'],
    ])
      expect(named(areas(rows(first, second), { merges })).names, first).toHaveLength(5);
    const last = [...rows('Khu Đông', 'Khu Tây'), [6, 'Khu Nam']];
    expect(named(areas(last, { merges: [...merges, 'B7:E7'] })).names).toHaveLength(6);
  });

  it('merged, in a table whose names bear the numbers, are areas where they are called like one that has figures', () => {
    const rows = (second: string) => [['1. Thôn A', 120, 100, 'đạt'], [second], ['3. Thôn C', 70, 60, 'đạt']];
    const names = (second: string) =>
      named(sheet('Biểu 01', [AREA_HEADER.slice(1), ...rows(second)], { merges: ['A3:D3'] })).names;
    expect(names('2. Thôn B')).toHaveLength(3);
    expect(names('2. Thôn B (không có hộ)')).toHaveLength(2);
    expect(names('Khu Đông')).toHaveLength(2);
  });

  it.each(['Khu vực', 'Các thôn phía'])(
    'numbered, over a blank row and their areas are headings: %s',
    (name) => {
      const thôn = (number: number | string, at: number) => [number, `Thôn ${at}`, 30 + at, 30, 'đạt'];
      for (const [first = 1, second = 1] of [
        ['a', 'b'],
        [1, 2],
        ['1.1', '1.2'],
      ]) {
        const rows = [
          [1, `${name} 1`],
          [],
          thôn(first, 1),
          thôn(second, 2),
          [],
          [2, `${name} 2`],
          [],
          thôn(first, 3),
        ];
        expect(named(areas(rows)).names, String(first)).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
      }
    },
  );

  it('that end the list are areas, whatever list begins below them', () => {
    const last = [...five.slice(0, 4), [5, 'Khu vực 5'], []];
    const others = [
      [],
      [['TT', 'Tên thôn', 'Nhà văn hóa'], ...five.map((row) => [...row.slice(0, 2), 1])],
      [['Ghi chú: số liệu đến 30/11']],
      [[1, 'Số liệu do thôn cung cấp']],
    ];
    for (const below of others)
      expect(named(areas([...last, ...below])).names?.slice(0, 5), below.join()).toContain('Khu vực 5');
    expect(named(areas([...last, ...(others[1] ?? [])])).codes).toContain('layout/other-table');
  });

  it.each(['Cụm', 'Cụm số', 'Nhóm', 'Cum'])(
    '“%s” 1 and 2 without numbers head the areas below them',
    (kind) => {
      const bare = THREE_AREAS.map((row) => [null, ...row.slice(1)]);
      const grouped = [[null, `${kind} 1`], ...bare.slice(0, 2), [null, `${kind} 2`], ...bare.slice(2)];
      expect(named(areas(grouped)).names).toEqual(['Ấp 1', 'Ấp 2', 'Ấp 3']);
      // One of them alone, or amid others that have figures, is an area that lacks them.
      expect(named(areas([...bare, [null, `${kind} 1`]])).names).toHaveLength(4);
      const like = bare.map((row, at) => row.with(1, `${kind} ${at + 1}`));
      expect(named(areas([...like, [null, `${kind} 4`], [null, `${kind} 5`]])).names).toHaveLength(5);
    },
  );

  it.each([
    ['Cụm A', 'Cụm B'],
    ['Cụm I', 'Cụm II'],
    ['Nhóm I', 'Nhóm II'],
    ['Cụm 1: Đông Hương', 'Cụm 2: Tây Hương'],
    ['Cụm I: Đông Hương', 'Cụm II'],
    ['Cụm 1 - Đông Hương', 'Cụm 2 – Tây Hương'],
    ['Cụm số 01', 'Cụm số 02'],
    ['Nhóm 1 (ấp 1, ấp 2)', 'Nhóm 2 (ấp 3)'],
    ['I. Miền xuôi', 'II. Miền núi'],
    ['A) Thôn Đông', 'B) Thôn Tây'],
    ['Xã Dak Lua', 'Xã Tân Lãng (cũ)'],
    ['Thị trấn Tân Lãng (cũ)', 'Xã Dak Lua'],
  ])('“%s”, “%s” without numbers head the areas below them', (first, second) => {
    const bare = THREE_AREAS.map((row) => [null, ...row.slice(1)]);
    const outcome = named(areas([[null, first], ...bare.slice(0, 2), [null, second], ...bare.slice(2)]));
    expect(outcome.names).toEqual(['Ấp 1', 'Ấp 2', 'Ấp 3']);
    expect(outcome.codes).toEqual(['layout/text-rows']);
  });

  it.each([
    ['Cụm dân cư số 1', 'Cụm dân cư số 2'],
    ['Liên thôn 1', 'Liên thôn 2'],
    ['Cụm A', 'Cụm II'],
    ['Cụm I', 'Cụm III'],
    ['Cụm B', 'Cụm C'],
    ['Cụm 1: chưa nộp', 'Cụm 2: chưa nộp'],
    ['Cụm 1 (chưa nộp)', 'Cụm 2 (không nộp)'],
    ['Cụm 01', 'Cụm 03'],
    ['Xã Đàn', 'Xã Tắc'],
    ['II. Miền xuôi', 'III. Miền núi'],
    ['I. Thôn Đông', 'B. Thôn Tây'],
    ['Cụm dân cư Bến Đò', 'Cụm dân cư Vạn Chài'],
    ['Cụm dân cư 1', 'Cụm dân cư 2'],
    ['Cụm Đồi Cọ', 'Cụm Suối'],
    ['Liên thôn Đông Tây', 'Liên thôn Nam Bắc'],
    ['Cụm 1', 'Cụm 3'],
    ['Cụm 2', 'Cụm 3'],
    ['Cụm 2', 'Cụm 1'],
  ])('“%s”, “%s” without numbers are areas that lack them', (first, second) => {
    const bare = THREE_AREAS.map((row) => [null, ...row.slice(1)]);
    const rows = [[null, first], ...bare.slice(0, 2), [null, second], ...bare.slice(2)];
    expect(named(areas(rows)).names).toEqual([first, 'Ấp 1', 'Ấp 2', second, 'Ấp 3']);
  });

  it('called groups are areas where one stands ahead of the first', () => {
    const [first = [], ...bare] = THREE_AREAS.map((row) => [null, ...row.slice(1)]);
    const rows = (ahead: readonly Typed[]) => [
      ahead,
      [null, 'Cụm 1'],
      ...bare.slice(0, 1),
      [null, 'Cụm 2'],
      ...bare.slice(1),
    ];
    expect(named(areas(rows(first))).names).toHaveLength(5);
    expect(named(areas(rows([null, 'Tổng cộng', 130, 110]))).names).toHaveLength(2);
  });
});

it('sums over groups that are called after their areas are sums, and such names alone are none', () => {
  const [first = [], second = [], third = []] = THREE_AREAS;
  const four: readonly Typed[] = [4, 'Ấp 4', 70, 61, 'đạt'];
  const rows = (sum: number) => [
    [null, 'Các thôn phía 1', 200, Number(first[3]) + Number(second[3])],
    first,
    second,
    [null, 'Các thôn phía 2', sum, Number(third[3]) + 61],
    third,
    four,
  ];
  const right = sent(areas(rows(120)));
  expect(right.column('bieu-01', 'households')).toEqual([120, 80, 50, 70]);
  expect(right.codes.filter((code) => code === 'layout/row-is-sum')).toEqual([]);
  // With a slip it is asked about or refused, and never counted without a word.
  expect(sent(areas(rows(121))).findings.some(({ severity }) => severity !== 'info')).toBe(true);
});
