/** Forms whose columns are of other times, of parts of a figure or of other things than what is read, and forms on several sheets. */
import type { MadeForm, Truth } from './made-forms.js';

const DAK_LUA = '26119';
const AREAS = ['Thôn Đông', 'Thôn Tây', 'Thôn Nam'];
const OF_COMMUNE = [['UBND XÃ DAK LUA'], ['SỐ LIỆU NĂM 2024'], []];
const OF_ALL = [['PHÒNG VĂN HÓA VÀ THÔNG TIN'], ['TỔNG HỢP NĂM 2024'], []];
const ofAreas = (fields: Readonly<Record<string, readonly number[]>>): readonly Truth[] =>
  Object.entries(fields).flatMap(([field, values]) =>
    values.map((value, at): Truth => ({ unit: DAK_LUA, row: AREAS[at] ?? '', field, value })),
  );
const ofUnit = (unit: string, fields: Readonly<Record<string, number>>): readonly Truth[] =>
  Object.entries(fields).map(([field, value]): Truth => ({ unit, field, value }));

/** Forms of one commune on several sheets. */
export const FORMS_ON_SHEETS: readonly MadeForm[] = [
  {
    name: 'areas on two sheets, the second goes on',
    sheets: [
      {
        name: 'Khu 1',
        rows: [
          ...OF_COMMUNE,
          ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ đạt gia đình văn hóa'],
          [1, 'Thôn Đông', 210, 198],
          [2, 'Thôn Tây', 180, 170],
          [null, 'Cộng', 390, 368],
        ],
      },
      {
        name: 'Khu 2',
        rows: [
          ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ đạt gia đình văn hóa'],
          [1, 'Thôn Nam', 150, 135],
          [null, 'Tổng cộng', 540, 503],
        ],
      },
    ],
    truth: ofAreas({ households: [210, 180, 150], familiesTitled: [198, 170, 135] }),
  },
  {
    name: 'tables of the same areas, a sheet each',
    sheets: [
      {
        name: 'Gia đình',
        rows: [
          ...OF_COMMUNE,
          ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ đạt gia đình văn hóa'],
          [1, 'Thôn Đông', 210, 198],
          [2, 'Thôn Tây', 180, 170],
          [3, 'Thôn Nam', 150, 135],
          [null, 'Tổng cộng', 540, 503],
        ],
      },
      {
        name: 'Thiết chế',
        rows: [
          ...OF_COMMUNE,
          ['TT', 'Thôn', 'Nhà văn hóa', 'Số giếng khơi'],
          [1, 'Thôn Đông', 1, 3],
          [2, 'Thôn Tây', 2, 5],
          [3, 'Thôn Nam', 0, 8],
          [null, 'Tổng cộng', 3, 16],
        ],
      },
    ],
    truth: ofAreas({
      households: [210, 180, 150],
      familiesTitled: [198, 170, 135],
      cultureHouses: [1, 2, 0],
      soGiengKhoi: [3, 5, 8],
    }),
  },
];

export const FORMS_OF_TIMES_AND_PARTS: readonly MadeForm[] = [
  {
    name: 'a column per commune, the plan of all beside them',
    sheets: [
      {
        name: 'Các xã',
        rows: [
          ...OF_ALL,
          ['TT', 'Chỉ tiêu', 'ĐVT', 'KH 2024', 'Xã Dak Lua', 'Xã Nam Cát Tiên', 'Xã Phú An', 'Tổng'],
          [1, 'Tổng số hộ', 'hộ', 1500, 541, 610, 322, 1473],
          [2, 'Số hộ đạt gia đình văn hóa', 'hộ', 1400, 503, 588, 300, 1391],
        ],
      },
    ],
    truth: [
      ...ofUnit('26119', { households: 541, familiesTitled: 503 }),
      ...ofUnit('26122', { households: 610, familiesTitled: 588 }),
      ...ofUnit('26125', { households: 322, familiesTitled: 300 }),
    ],
  },
  {
    name: 'areas as columns, the best score and the plan beside them',
    sheets: [
      {
        name: 'Theo thôn',
        merges: ['A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:E5', 'F4:H4'],
        rows: [
          ...OF_COMMUNE,
          ['TT', 'Chỉ tiêu', 'Điểm tối đa', 'Kế hoạch', 'Toàn xã', 'Chia ra các thôn'],
          [null, null, null, null, null, 'Thôn Đông', 'Thôn Tây', 'Thôn Nam'],
          [1, 'Tổng số hộ', 10, 560, 540, 210, 180, 150],
          [2, 'Số hộ đạt gia đình văn hóa', 20, 520, 503, 198, 170, 135],
        ],
      },
    ],
    truth: ofAreas({ households: [210, 180, 150], familiesTitled: [198, 170, 135] }),
  },
  {
    name: 'row per indicator, half of the year beside the whole, parts beside the total',
    sheets: [
      {
        name: 'Nửa năm, cả năm',
        merges: ['A4:A5', 'B4:B5', 'C4:C5', 'D4:E4', 'F4:G4', 'H4:H5', 'I4:I5'],
        rows: [
          ...OF_COMMUNE,
          ['TT', 'Chỉ tiêu', 'ĐVT', '6 tháng đầu năm', null, 'Cả năm', null, 'Hộ nghèo', 'Kinh'],
          [null, null, null, 'Kế hoạch', 'Thực hiện', 'Kế hoạch', 'Thực hiện'],
          [1, 'Tổng số hộ', 'hộ', 530, 535, 540, 541, 21, 432],
          [2, 'Số hộ đạt gia đình văn hóa', 'hộ', 450, 460, 500, 503, 11, 401],
          [3, 'Số camera an ninh', 'cái', 5, 6, 7, 8, 1, 2],
        ],
      },
    ],
    truth: ofUnit(DAK_LUA, { households: 541, familiesTitled: 503, soCameraAnNinh: 8 }),
  },
  {
    name: 'row per area, years and parts of one figure under each heading',
    sheets: [
      {
        name: 'Nhiều năm',
        merges: ['A4:A5', 'B4:B5', 'C4:F4', 'G4:J4'],
        rows: [
          ...OF_COMMUNE,
          ['TT', 'Thôn', 'Tổng số hộ', null, null, null, 'Số hộ đạt GĐVH'],
          [
            null,
            null,
            'Năm 2022',
            'Năm 2023',
            'Năm 2024',
            'KH 2025',
            'Quý I',
            'TH 2024',
            'Hộ nghèo',
            'Cả năm 2025',
          ],
          [1, 'Thôn Đông', 201, 205, 210, 215, 11, 198, 3, 199],
          [2, 'Thôn Tây', 171, 175, 180, 185, 12, 170, 4, 171],
          [3, 'Thôn Nam', 141, 145, 150, 155, 13, 135, 5, 136],
        ],
      },
    ],
    truth: ofAreas({
      households: [210, 180, 150],
      familiesTitled: [198, 170, 135],
      soHoDatGdvhHoNgheo: [3, 4, 5],
    }),
  },
];
