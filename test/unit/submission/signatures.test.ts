/** Signatures right under a table without a row of totals are rows of nothing, in the forms of the set and in own forms. */
import { describe, expect, it } from 'vitest';
import { areas, information, recognise, sheet, workbook, type Typed } from './made-files.js';
import { fileOf } from './own-form/made-forms.js';
import { adopted } from './own-form/reading.js';

const BLOCKS: readonly (readonly (readonly Typed[])[])[] = [
  [
    [null, 'NGƯỜI LẬP BIỂU', null, 'TM. ỦY BAN NHÂN DÂN'],
    [null, null, null, 'CHỦ TỊCH'],
  ],
  [[null, 'Văn hóa - xã hội', null, 'KT. CHỦ TỊCH'], [], [], [null, 'Nguyễn Văn A', null, 'Trần Thị B']],
  [
    [null, null, null, 'Dak Lua, ngày 20 tháng 11 năm 2024'],
    [null, '(Ký, họ tên)', 'Trưởng ban'],
  ],
];

describe.each(BLOCKS.map((block) => ({ block })))('$block.0', ({ block }) => {
  it('is no row of Biểu 01, numbered or not', () => {
    for (const number of [1, null]) {
      const rows = [
        [number, 'Ấp 1', 120, 100, 'đạt'],
        [number === null ? null : 2, 'Ấp 2', 80, 70, 'không đạt'],
      ];
      const outcome = recognise(workbook([information(), areas([...rows, [], ...block])]));
      expect(outcome.codes).toEqual([]);
      expect(outcome.column('bieu-01', 'households')).toEqual([120, 80]);
    }
  });

  it('is no commune, no household and no area of an own form', () => {
    const top = [['UBND XÃ DAK LUA'], ['NĂM 2024'], []];
    const forms = [
      [
        ['TT', 'Xã', 'Tổng số hộ', 'Số tủ sách'],
        [1, 'Xã Dak Lua', 541, 3],
        [2, 'Xã Phú An', 610, 2],
      ],
      [
        ['TT', 'Thôn', 'Tổng số hộ', 'Số tủ sách'],
        [1, 'Thôn Đông', 541, 3],
        [2, 'Thôn Tây', 610, 2],
      ],
      [
        ['TT', 'Họ và tên chủ hộ', 'Thôn', 'Kết quả'],
        [1, 'A', 'Thôn Đông', 'Đạt'],
        [2, 'B', 'Thôn Tây', 'Đạt'],
      ],
    ];
    for (const rows of forms) {
      const signed = fileOf([{ name: 'B', rows: [...top, ...rows, [], ...block] }]);
      const bare = fileOf([{ name: 'B', rows: [...top, ...rows] }]);
      const set = adopted(bare);
      const [one, other] = [signed, bare].map((file) => recognise(file, { set }));
      expect(one?.codes).toEqual(other?.codes);
      expect(one?.parts.map(({ table }) => table?.rowLabels)).toEqual(
        other?.parts.map(({ table }) => table?.rowLabels),
      );
    }
  });
});

it('a last area without figures stays one', () => {
  const rows = [[1, 'Ấp 1', 120, 100, 'đạt'], [], [null, 'Ấp 2', 'chưa nộp', 'chưa nộp']];
  const outcome = recognise(
    workbook([information(), areas([...rows, [], [null, 'Người lập', null, 'Chủ tịch']])]),
  );
  expect(outcome.column('bieu-01', 'households')).toEqual([120, 'excluded']);
  expect(outcome.codes).toContain('cell/not-a-number');
});

it('models and notes that begin as a signature does stay rows of their list', () => {
  const header = ['Tên mô hình', 'Thôn, tổ dân phố', 'Lĩnh vực', 'Kết quả nổi bật', 'Tình trạng', 'Ghi chú'];
  const models = [
    ['Khu phố sạch', 'Ấp 1', null, null, null, 'ra mắt ngày 20 tháng 11 năm 2024'],
    ['Cán bộ, công chức gương mẫu', 'Ấp 2'],
    ['Chủ tịch hội đọc sách', 'Ấp 3', 'loại khác'],
    ['Người tốt, việc tốt', 'liên ấp', null, 'Người dân đồng tình'],
  ];
  for (const block of [[], ...BLOCKS]) {
    const rows = [header, ...models, [], ...block.map((row) => row.slice(1))];
    const outcome = recognise(workbook([information(), sheet('Biểu 03', rows)]));
    expect(outcome.column('bieu-03', 'modelName')).toEqual(models.map(([name]) => name));
  }
});
