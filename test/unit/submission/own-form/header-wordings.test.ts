/** Headers as offices word them: what is one of the set's own is bound to it, whatever else the words could mean is not. */
import { expect, it } from 'vitest';
import { fileOf } from './made-forms.js';
import { proposalOf } from './reading.js';

const TOP = [['UBND XÃ DAK LUA'], ['NĂM 2024'], []];

/** The field that one column of areas, or one line, is bound to; of a new one none. */
function boundTo(header: string, isLine: boolean): string | undefined {
  const rows = isLine
    ? [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2024'],
        [1, header, '', 20],
      ]
    : [
        ['TT', 'Thôn', header, 'Số giếng khơi'],
        [1, 'Thôn Đông', 20, 3],
        [2, 'Thôn Tây', 30, 4],
      ];
  const form = proposalOf(fileOf([{ name: 'B', rows: [...TOP, ...rows] }]))?.form;
  const [table] = form?.tables ?? [];
  const field = (isLine ? table?.lines : table?.columns)?.[0]?.field;
  return form?.fields?.some(({ id }) => id === field) === true ? undefined : field;
}

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  households: [
    'Tổng số hộ (cư trú từ 6 tháng trở lên)',
    'Tổng số hộ cư trú từ 6 tháng trở lên',
    'Tổng số hộ GĐ',
    'Tổng số hộ trong thôn',
    'Số hộ hiện có',
    'Tổng số hộ trên địa bàn',
  ],
  population: ['Tổng số khẩu', 'Tổng số dân', 'Nhân khẩu'],
  familiesRegistered: ['Số hộ đăng ký GĐVH', 'Hộ đăng ký danh hiệu gia đình văn hóa'],
  familiesTitled: ['Số gia đình đạt danh hiệu văn hóa', 'Số hộ được công nhận danh hiệu GĐVH năm 2024'],
  familiesTitled3y: ['Số hộ GĐVH 3 năm liên tục trở lên', 'Số hộ đạt gia đình văn hóa 3 năm liên tục'],
  sportsClubs: ['Số CLB TDTT'],
  artClubs: ['Số đội văn nghệ', 'Đội văn nghệ quần chúng'],
  familyClubs: ['Số CLB gia đình phát triển bền vững'],
  regularExercisers: ['Số người tập luyện TDTT thường xuyên'],
  cremations: ['Số ca hỏa táng'],
  weddingsCivilised: ['Số đám cưới thực hiện nếp sống văn minh', 'Việc cưới thực hiện NSVM'],
};
const LINES: Readonly<Record<string, readonly string[]>> = {
  areasTitled: ['Số thôn, tổ dân phố được công nhận văn hóa'],
  unityDays: ['Số khu dân cư tổ chức Ngày hội Đại đoàn kết'],
};
const cases = (of: typeof COLUMNS, isLine: boolean) =>
  Object.entries(of).flatMap(([field, headers]) => headers.map((header) => [header, field, isLine] as const));

it.each([...cases(COLUMNS, false), ...cases(LINES, true)])('“%s” is %s', (header, field, isLine) => {
  expect(boundTo(header, isLine)).toBe(field);
});

it.each([
  // Something else is counted, or counted otherwise.
  'Số hộ tạm trú dưới 6 tháng',
  'Số hộ có người đi làm xa trên 6 tháng',
  'Số hộ 6 tháng đầu năm',
  'Số hộ/khẩu',
  'Nhà văn hóa - khu thể thao',
  'Tổng số khẩu thiếu nước sạch',
  'Số gia đình đạt danh hiệu văn hóa lần đầu',
])('“%s” is none of the set', (header) => {
  expect(boundTo(header, false)).toBeUndefined();
});
