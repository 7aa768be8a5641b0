/** An own form sent under a title that calls its figures a plan or an estimate: asked about, whatever its shape. */
import { expect, it } from 'vitest';
import { recognise, type Typed } from '../made-files.js';
import { fileOf } from './made-forms.js';
import { adopted } from './reading.js';

type Rows = readonly (readonly Typed[])[];

const COUNTS = ['Tổng số hộ', 'Số hộ đạt gia đình văn hóa'];
const SHAPES: Readonly<Record<string, Rows>> = {
  'a row per area': [
    ['TT', 'Thôn', ...COUNTS],
    [1, 'Thôn Đông', 213, 200],
    [2, 'Thôn Tây', 150, 141],
  ],
  'a row per indicator': [
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả'],
    ...COUNTS.map((label, at) => [at + 1, label, 'hộ', 213 - at]),
  ],
  'areas across': [
    ['TT', 'Chỉ tiêu', 'Thôn Đông', 'Thôn Tây', 'Thôn Nam', 'Cộng'],
    ...COUNTS.map((label, at) => [at + 1, label, 120 - at, 93 - at, 50 - at, 263 - 3 * at]),
  ],
  'a row per commune': [
    ['TT', 'Xã', ...COUNTS],
    [1, 'Xã Dak Lua', 213, 200],
    [2, 'Xã Phú An', 150, 141],
  ],
  'a list of households': [
    ['Thôn: Đông'],
    ['TT', 'Họ và tên', 'Kết quả'],
    [1, 'Trần Thị A', 'Đạt'],
    [2, 'Trần Thị B', 'Không đạt'],
  ],
};
const under = (title: string, rows: Rows) =>
  fileOf([{ name: 'S', rows: [['UBND XÃ DAK LUA'], [title], ...rows] }]);

it.each(Object.entries(SHAPES))('%s', (shape, rows) => {
  const set = adopted(under('KẾT QUẢ NĂM 2024', rows));
  const told = (title: string) =>
    recognise(under(title, rows), { set }).codes.filter((code) => code.includes('plans'));
  for (const plan of [
    'KẾ HOẠCH NĂM 2024',
    'DỰ KIẾN KẾT QUẢ NĂM 2024',
    'ƯỚC THỰC HIỆN NĂM 2024',
    'DỰ KIẾN KẾT QUẢ BÌNH XÉT GIA ĐÌNH VĂN HÓA NĂM 2024 TRÊN ĐỊA BÀN XÃ',
    'Dự kiến kết quả trên địa bàn xã Dak Lua năm 2024',
    'KẾ HOẠCH XÂY DỰNG GIA ĐÌNH VĂN HÓA, THÔN VĂN HÓA NĂM 2024 CỦA XÃ DAK LUA',
  ])
    expect(told(plan), plan).toEqual(['layout/title-of-plans']);
  for (const result of [
    'KẾT QUẢ NĂM 2024',
    'SỐ LIỆU NĂM 2024',
    'KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2024',
    '(Kèm theo Kế hoạch số 12/KH-UBND năm 2024)',
  ])
    expect(told(result), result).toEqual([]);
  // A table by area is asked about more readily, as one of the forms sent out is.
  if (shape === 'a row per area') return;
  // What heads a list of indicators, slogans, and notes: the office's own words, or no title at all.
  for (const other of [
    'BIỂU CHỈ TIÊU NĂM 2024',
    'CHỈ TIÊU NĂM 2024',
    'CÁC CHỈ TIÊU NĂM 2024 VỀ XÂY DỰNG ĐỜI SỐNG VĂN HÓA',
    'PHẤN ĐẤU THỰC HIỆN NẾP SỐNG VĂN MINH NĂM 2024',
    'KẾ HOẠCH PHÁT TRIỂN VĂN HÓA: SỐ LIỆU THỰC HIỆN NĂM 2024',
    'Dự kiến đến 31/12/2024 không thay đổi',
    'Mục tiêu năm 2024: 95% số hộ đạt',
    'Kế hoạch năm 2024 của huyện giao: 110 hộ',
    'Chỉ tiêu kế hoạch giao năm 2024 là 95%',
    'Phấn đấu xã đạt chuẩn nông thôn mới năm 2024',
    'Kế hoạch năm 2024 của huyện giao: 110',
    'Mục tiêu năm 2024 của xã: 95% số hộ đạt',
  ])
    expect(told(other), other).toEqual([]);
});

it('a line of plans beside a title that tells results is none of the figures', () => {
  const rows = SHAPES['a row per indicator'] ?? [];
  const set = adopted(under('KẾT QUẢ NĂM 2024', rows));
  const noted = under('KẾT QUẢ NĂM 2024', [['Kế hoạch năm 2024'], ...rows]);
  expect(recognise(noted, { set }).codes.filter((code) => code.includes('plans'))).toEqual([]);
});
