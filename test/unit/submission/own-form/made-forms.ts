/** Forms as offices draw them, made up: a shape each, with what a person would say that every figure is. */
import type { RawFile, RawSheet } from '../../../../src/model.js';
import { sheet, workbook, type Typed } from '../made-files.js';
import { FORMS_OF_TIMES_AND_PARTS, FORMS_ON_SHEETS } from './forms-beside-and-apart.js';

/** One figure of the form as a person reads it. */
export interface Truth {
  readonly unit?: string;
  /** Area or model; absent for the whole unit. */
  readonly row?: string;
  readonly field: string;
  readonly value: number | string;
}

export interface MadeForm {
  readonly name: string;
  readonly sheets: readonly MadeSheet[];
  readonly truth: readonly Truth[];
}

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly Typed[])[];
  readonly merges?: readonly string[];
}

const DAK_LUA = '26119';
const TOP: readonly (readonly Typed[])[] = [
  ['UBND XÃ DAK LUA'],
  ['BAN CHỈ ĐẠO PHONG TRÀO'],
  [],
  ['PHỤ LỤC SỐ LIỆU NĂM 2024'],
  [],
];
const areas = ['Thôn Đông', 'Thôn Tây', 'Thôn Nam'];
const ofAreas = (fields: Readonly<Record<string, readonly (number | string)[]>>): readonly Truth[] =>
  Object.entries(fields).flatMap(([field, values]) =>
    values.map((value, at): Truth => ({ unit: DAK_LUA, row: areas[at] ?? '', field, value })),
  );
const ofUnit = (unit: string, fields: Readonly<Record<string, number>>): readonly Truth[] =>
  Object.entries(fields).map(([field, value]): Truth => ({ unit, field, value }));

export const MADE_FORMS: readonly MadeForm[] = [
  ...FORMS_OF_TIMES_AND_PARTS,
  ...FORMS_ON_SHEETS,
  {
    name: 'row per area, header of three rows, sections and a total',
    sheets: [
      {
        name: 'Phụ lục 1',
        merges: ['A6:A8', 'B6:B8', 'C6:C8', 'D6:G6', 'D7:E7', 'F7:G7', 'H6:H8'],
        rows: [
          ...TOP,
          ['TT', 'Tên thôn', 'Tổng số hộ', 'Gia đình văn hóa', null, null, null, 'Nhà văn hóa thôn'],
          [null, null, null, 'Đăng ký', null, 'Công nhận'],
          [null, null, null, 'Số hộ', 'Tỷ lệ %', 'Số hộ', 'Tỷ lệ %'],
          ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
          ['I', 'Phía Bắc'],
          [1, 'Thôn Đông', 210, 200, 95.24, 198, 94.29, 1],
          [2, 'Thôn Tây', 180, 175, 97.22, 170, 94.44, 2],
          ['II', 'Phía Nam'],
          [3, 'Thôn Nam', 150, 140, 93.33, 135, 90, 0],
          [null, 'Tổng cộng', 540, 515, 95.37, 503, 93.15, 3],
        ],
      },
    ],
    truth: ofAreas({
      households: [210, 180, 150],
      familiesRegistered: [200, 175, 140],
      familiesTitled: [198, 170, 135],
      cultureHouses: [1, 2, 0],
    }),
  },
  {
    name: 'row per area, one row of headers, fields of the office',
    sheets: [
      {
        name: 'Bảng 1',
        rows: [
          ...TOP,
          ['STT', 'Thôn', 'Tổng số hộ', 'Số camera an ninh', 'Số hộ đạt gia đình văn hóa'],
          [1, 'Thôn Đông', 210, 4, 198],
          [2, 'Thôn Tây', 180, 6, 170],
          [3, 'Thôn Nam', 150, 9, 135],
        ],
      },
    ],
    truth: ofAreas({
      households: [210, 180, 150],
      soCameraAnNinh: [4, 6, 9],
      familiesTitled: [198, 170, 135],
    }),
  },
  {
    name: 'row per area, one row of headers, shares and notes under the same words',
    sheets: [
      {
        name: 'Bảng tỷ lệ',
        rows: [
          ...TOP,
          [
            'TT',
            'Thôn',
            'Tổng số hộ',
            'Ghi chú',
            'Số hộ đạt gia đình văn hóa',
            'Tỷ lệ %',
            'Số hộ đăng ký gia đình văn hóa',
            'Tỷ lệ %',
            'Ghi chú',
          ],
          [1, 'Thôn Đông', 210, 'họp ngày 5/11', 198, 94.29, 200, 95.24],
          [2, 'Thôn Tây', 180, null, 170, 94.44, 175, 97.22],
          [3, 'Thôn Nam', 150, null, 135, 90, 140, 93.33],
        ],
      },
    ],
    truth: ofAreas({
      households: [210, 180, 150],
      familiesTitled: [198, 170, 135],
      familiesRegistered: [200, 175, 140],
    }),
  },
  {
    name: 'row per indicator, numbering restarts, plan, last year and shares',
    sheets: [
      {
        name: 'Biểu chỉ tiêu',
        rows: [
          ...TOP,
          [
            'TT',
            'Chỉ tiêu',
            'ĐVT',
            'Kế hoạch năm 2024',
            'Thực hiện năm 2024',
            '% so KH',
            'Thực hiện năm 2023',
          ],
          ['I', 'GIA ĐÌNH VĂN HÓA'],
          ['1', 'Tổng số hộ', 'hộ', 'Trên 500', 541, null, 530],
          ['2', 'Số hộ đạt GĐVH', 'hộ', 500, 503, 100.6, 490],
          [null, 'Tỷ lệ', '%', 92.6, 92.98, null, 92.45],
          ['II', 'CHỢ VĂN MINH'],
          ['1', 'Tổng số', 'chợ', 3, 4, null, 2],
          ['2', 'Số đạt', 'chợ', 2, 1, 50, 1],
          ['III', 'TRƯỜNG HỌC'],
          ['1', 'Tổng số', 'trường', 7, 8, null, 6],
          ['2', 'Số đạt', 'trường', 5, 5.0, 100, 5],
        ],
      },
    ],
    truth: ofUnit(DAK_LUA, {
      households: 541,
      familiesTitled: 503,
      tongSo: 4,
      soDat: 1,
      tongSo2: 8,
      soDat2: 5,
    }),
  },
  {
    name: 'row per indicator with a column of codes',
    sheets: [
      {
        name: '4102.N',
        rows: [
          ...TOP,
          ['Nội dung', 'Mã số', 'Đơn vị tính', 'Số lượng'],
          ['Tổng số hộ', '01', 'hộ', 541],
          ['Số tủ sách', '02', 'tủ', 12],
          ['Số tủ sách', '03', 'tủ', 7],
        ],
      },
    ],
    truth: ofUnit(DAK_LUA, { households: 541, soTuSach: 12, soTuSach2: 7 }),
  },
  {
    name: 'row per household',
    sheets: [
      {
        name: 'Danh sách',
        rows: [
          ...TOP,
          ['TT', 'Họ và tên chủ hộ', 'Thôn', 'Kết quả', 'Ghi chú'],
          [1, 'Nguyễn Văn Kín', 'Thôn Đông', 'Đạt'],
          [2, 'Trần Thị Giấu', 'Thôn Đông', 'Đạt'],
          [3, 'Lê Văn Che', 'Thôn Tây', 'Không đạt'],
          [4, 'Phạm Thị Phủ', 'Thôn Tây', 'Đạt'],
          [5, 'Đỗ Văn Khuất', 'Thôn Nam', 'Không đạt'],
        ],
      },
    ],
    truth: ofAreas({ familiesTitled: [2, 1, 0] }),
  },
  {
    name: 'row per unit, headers in two rows',
    sheets: [
      {
        name: 'Các xã',
        merges: ['A6:A7', 'B6:B7', 'C6:D6', 'E6:F6'],
        rows: [
          ['PHÒNG VĂN HÓA VÀ THÔNG TIN'],
          [],
          [],
          ['TỔNG HỢP NĂM 2024'],
          [],
          ['TT', 'Xã, phường', 'Hộ gia đình', null, 'Câu lạc bộ', null],
          [null, null, 'Tổng số hộ', 'Số hộ đạt gia đình văn hóa', 'Tổng số', 'Hoạt động tốt'],
          [1, 'Xã Dak Lua', 541, 503, 12, 9],
          [2, 'Xã Nam Cát Tiên', 610, 588, 14, 11],
          [3, 'Xã Phú An', 322, 300, 7, 5],
          [null, 'Tổng cộng', 1473, 1391, 33, 25],
        ],
      },
    ],
    truth: [
      ...ofUnit('26119', {
        households: 541,
        familiesTitled: 503,
        cauLacBoTongSo: 12,
        cauLacBoHoatDongTot: 9,
      }),
      ...ofUnit('26122', {
        households: 610,
        familiesTitled: 588,
        cauLacBoTongSo: 14,
        cauLacBoHoatDongTot: 11,
      }),
      ...ofUnit('26125', { households: 322, familiesTitled: 300, cauLacBoTongSo: 7, cauLacBoHoatDongTot: 5 }),
    ],
  },
  {
    name: 'row per unit with codes and groups',
    sheets: [
      {
        name: 'Toàn tỉnh',
        rows: [
          ['BÁO CÁO TỔNG HỢP NĂM 2024'],
          [],
          ['TT', 'Mã đơn vị', 'Đơn vị', 'Tổng số hộ', 'Số tủ sách'],
          ['I', null, 'Huyện Tân Phú', 1151, 5],
          [1, '26119', 'Xã Dak Lua', 541, 3],
          [2, '26122', 'Xã Nam Cát Tiên', 610, 2],
          ['II', null, 'Huyện Định Quán', 322, 4],
          [1, '26209', 'Xã Phú Vinh', 322, 4],
        ],
      },
    ],
    truth: [
      ...ofUnit('26119', { households: 541, soTuSach: 3 }),
      ...ofUnit('26122', { households: 610, soTuSach: 2 }),
      ...ofUnit('26209', { households: 322, soTuSach: 4 }),
    ],
  },
  {
    name: 'areas as columns',
    sheets: [
      {
        name: 'Niên giám',
        rows: [
          ...TOP,
          ['TT', 'Chỉ tiêu', 'ĐVT', 'Thôn Đông', 'Thôn Tây', 'Thôn Nam', 'Tổng cộng', 'Ghi chú'],
          [1, 'Tổng số hộ', 'hộ', 210, 180, 150, 540, 'cả hộ tạm trú'],
          [2, 'Số hộ đạt gia đình văn hóa', 'hộ', 198, 170, 135, 503],
          [3, 'Số giếng khơi', 'cái', 3, 5, 8, 16],
        ],
      },
    ],
    truth: ofAreas({
      households: [210, 180, 150],
      familiesTitled: [198, 170, 135],
      soGiengKhoi: [3, 5, 8],
    }),
  },
  {
    name: 'two tables of the same areas on one sheet',
    sheets: [
      {
        name: 'Biểu',
        rows: [
          ...TOP,
          ['1. Gia đình văn hóa'],
          ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ đạt'],
          [1, 'Thôn Đông', 210, 198],
          [2, 'Thôn Tây', 180, 170],
          [3, 'Thôn Nam', 150, 135],
          [],
          ['2. Thiết chế'],
          ['TT', 'Thôn', 'Nhà văn hóa', 'Sân thể thao'],
          [1, 'Thôn Đông', 1, 'Có'],
          [2, 'Thôn Tây', 2, 'Có'],
          [3, 'Thôn Nam', 0, 'Không'],
        ],
      },
    ],
    truth: ofAreas({
      households: [210, 180, 150],
      familiesTitled: [198, 170, 135],
      cultureHouses: [1, 2, 0],
      sportsGround: ['yes', 'yes', 'no'],
    }),
  },
  {
    name: 'several communes in one workbook, a sheet each',
    sheets: (
      [
        ['UBND XÃ DAK LUA', 'Dak Lua', 210],
        ['UBND XÃ NAM CÁT TIÊN', 'Nam Cát Tiên', 330],
        ['UBND XÃ PHÚ AN', 'Phú An', 440],
      ] as const
    ).map(([title, name, households]) => ({
      name,
      rows: [
        [title],
        ['Năm 2024'],
        [],
        ['TT', 'Tên thôn', 'Tổng số hộ', 'Số hộ đạt gia đình văn hóa', 'Số đội bóng chuyền'],
        [1, 'Thôn Đông', households, households - 10, 2],
        [2, 'Thôn Tây', households + 1, households - 20, 3],
      ],
    })),
    truth: (
      [
        ['26119', 210],
        ['26122', 330],
        ['26125', 440],
      ] as const
    ).flatMap(([unit, households]): Truth[] => [
      { unit, row: 'Thôn Đông', field: 'households', value: households },
      { unit, row: 'Thôn Tây', field: 'households', value: households + 1 },
      { unit, row: 'Thôn Đông', field: 'familiesTitled', value: households - 10 },
      { unit, row: 'Thôn Tây', field: 'familiesTitled', value: households - 20 },
      { unit, row: 'Thôn Đông', field: 'soDoiBongChuyen', value: 2 },
      { unit, row: 'Thôn Tây', field: 'soDoiBongChuyen', value: 3 },
    ]),
  },
  {
    name: 'areas and indicators on one sheet',
    sheets: [
      {
        name: 'Phụ biểu',
        rows: [
          ...TOP,
          ['A. Theo thôn'],
          ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ đạt gia đình văn hóa'],
          [1, 'Thôn Đông', 210, 198],
          [2, 'Thôn Tây', 180, 170],
          [3, 'Thôn Nam', 150, 135],
          [],
          ['B. Toàn xã'],
          ['TT', 'Nội dung', 'ĐVT', 'Kết quả'],
          [1, 'Số buổi chiếu phim', 'buổi', 17],
          [2, 'Số lượt người xem', 'lượt', 2300],
        ],
      },
    ],
    truth: [
      ...ofAreas({ households: [210, 180, 150], familiesTitled: [198, 170, 135] }),
      ...ofUnit(DAK_LUA, { soBuoiChieuPhim: 17, soLuotNguoiXem: 2300 }),
    ],
  },
  {
    name: 'scores by the area itself beside its figures',
    sheets: [
      {
        name: 'Chấm điểm',
        rows: [
          ...TOP,
          ['TT', 'Khu dân cư', 'Tổng số hộ', 'Điểm tự chấm', 'Điểm thẩm định', 'Danh hiệu thôn văn hóa'],
          [1, 'Thôn Đông', 210, 95, 93, 'Đạt'],
          [2, 'Thôn Tây', 180, 91, 90, 'Đạt'],
          [3, 'Thôn Nam', 150, 70, 68, 'Không đạt'],
        ],
      },
    ],
    truth: ofAreas({ households: [210, 180, 150], areaTitle: ['awarded', 'awarded', 'notAwarded'] }),
  },
  {
    name: 'row per area, the answer marked in one of two columns',
    sheets: [
      {
        name: 'Đánh dấu',
        merges: ['A6:A7', 'B6:B7', 'C6:C7', 'D6:E6'],
        rows: [
          ...TOP,
          ['TT', 'Tên thôn', 'Tổng số hộ', 'Thôn văn hóa'],
          [null, null, null, 'Đạt (x)', 'Không đạt (x)'],
          [1, 'Thôn Đông', 210, 'x'],
          [2, 'Thôn Tây', 180, null, 'x'],
          [3, 'Thôn Nam', 150, 'X'],
          [null, 'Tổng cộng', 540, 2, 1],
        ],
      },
    ],
    truth: ofAreas({ households: [210, 180, 150], areaTitle: ['awarded', 'notAwarded', 'awarded'] }),
  },
  {
    name: 'row per unit under a heading that is also a name of areas',
    sheets: [
      {
        name: 'Tổng hợp xã',
        merges: ['A4:A5', 'B4:B5', 'C4:C5', 'D4:E4', 'F4:G4'],
        rows: [
          ['PHÒNG VĂN HÓA VÀ THÔNG TIN'],
          ['TỔNG HỢP NĂM 2024'],
          [],
          ['STT', 'Xã, thị trấn', 'Số hộ', 'Gia đình văn hóa', null, 'Khu dân cư'],
          [null, null, null, 'Số hộ đạt', 'Tỷ lệ', 'Số nhà truyền thống', 'Số giếng khơi'],
          [1, 'Xã Dak Lua', 541, 503, 93, 3, 8],
          [2, 'Xã Nam Cát Tiên', 610, 588, 96.4, 2, 9],
          [null, 'Tổng cộng', 1151, 1091, 94.8, 5, 17],
        ],
      },
    ],
    truth: [
      ...ofUnit('26119', {
        households: 541,
        familiesTitled: 503,
        khuDanCuSoNhaTruyenThong: 3,
        khuDanCuSoGiengKhoi: 8,
      }),
      ...ofUnit('26122', {
        households: 610,
        familiesTitled: 588,
        khuDanCuSoNhaTruyenThong: 2,
        khuDanCuSoGiengKhoi: 9,
      }),
    ],
  },
  {
    name: 'row per household of one area, marked in one of two columns',
    sheets: [
      {
        name: 'Danh sách hộ',
        merges: ['A7:A8', 'B7:B8', 'C7:C8', 'D7:E7'],
        rows: [
          ...TOP,
          ['Thôn: Đông'],
          ['TT', 'Họ và tên chủ hộ', 'Tổng điểm', 'Kết quả bình xét'],
          [null, null, null, 'Đạt', 'Không đạt'],
          [1, 'Nguyễn Văn Kín', 95, 'x'],
          [2, 'Trần Thị Giấu', 60, null, 'x'],
          [3, 'Lê Văn Che', 92, 'x'],
          [4],
        ],
      },
    ],
    truth: ofAreas({ familiesTitled: [2] }),
  },
  {
    name: 'statistical form, no header over its lines',
    sheets: [
      {
        name: '01-VH',
        rows: [
          ...TOP,
          [null, 'Mã số', 'Đơn vị tính', 'Thực hiện', 'Ước năm sau'],
          ['A', 'B', 'C', 1, 2],
          ['1. Tổng số hộ', '01', 'hộ', 541, 560],
          ['    Trong đó: Số hộ đạt gia đình văn hóa', '02', 'hộ', 503, 510],
          ['2. Số giếng khơi', '03', 'cái', 8, 9],
        ],
      },
    ],
    truth: ofUnit(DAK_LUA, { households: 541, trongDoSoHoDatGiaDinh: 503, soGiengKhoi: 8 }),
  },
  {
    name: 'row per indicator under numbered headings, words of the office',
    sheets: [
      {
        name: 'Kết quả phong trào',
        rows: [
          ...TOP,
          ['STT', 'Nội dung', 'Số lượng', 'Tỷ lệ (%)'],
          ['1', 'Gia đình văn hóa'],
          ['-', 'Tổng số hộ trên địa bàn', 541],
          ['-', 'Số hộ đăng ký xây dựng GĐVH', 530, 97.97],
          ['-', 'Số hộ đạt danh hiệu GĐVH', 503, 92.98],
          ['2', 'Câu lạc bộ'],
          ['-', 'Tổng số', 7],
          ['-', 'Hoạt động tốt', 6, 85.71],
        ],
      },
    ],
    truth: ofUnit(DAK_LUA, {
      households: 541,
      familiesRegistered: 530,
      familiesTitled: 503,
      tongSo: 7,
      hoatDongTot: 6,
    }),
  },
  {
    name: 'areas as columns, lines that ask',
    sheets: [
      {
        name: 'Theo thôn',
        rows: [
          ...TOP,
          ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thôn Đông', 'Thôn Tây', 'Thôn Nam', 'Cộng'],
          [1, 'Tổng số hộ', 'Hộ', 210, 180, 150, 540],
          [2, 'Đạt danh hiệu thôn văn hóa', 'Có/Không', 'Có', 'Không', 'Có', 2],
          [3, 'Nhà văn hóa', 'Có/Không', 'Có', 'Có', 'Không', 2],
        ],
      },
    ],
    truth: ofAreas({
      households: [210, 180, 150],
      areaTitle: ['awarded', 'notAwarded', 'awarded'],
      nhaVanHoa: ['yes', 'yes', 'no'],
    }),
  },
  {
    name: 'row per indicator, a column per commune, totals of the areas of each',
    sheets: [
      {
        name: 'Tổng hợp các xã',
        rows: [
          ...TOP,
          ['TT', 'Chỉ tiêu', 'ĐVT', 'Xã Dak Lua', 'Xã Nam Cát Tiên', 'Xã Phú An', 'Tổng cộng'],
          ['I', 'Gia đình văn hóa'],
          [1, 'Tổng số hộ', 'hộ', 541, 610, 322, 1473],
          [2, 'Số hộ đạt danh hiệu gia đình văn hóa', 'hộ', 503, 588, 300, 1391],
          [3, 'Tỷ lệ', '%', 92.98, 96.39, 93.17, 94.43],
          ['II', 'Thôn, tổ dân phố văn hóa'],
          [1, 'Tổng số thôn, tổ dân phố', 'thôn', 7, 9, 4, 20],
          [2, 'Số thôn, tổ dân phố đạt danh hiệu', 'thôn', 6, 8, 3, 17],
          [3, 'Số camera an ninh', 'cái', 12, 14, 7, 33],
        ],
      },
    ],
    truth: [
      ...ofUnit('26119', {
        households: 541,
        familiesTitled: 503,
        areaCount: 7,
        areasTitled: 6,
        soCameraAnNinh: 12,
      }),
      ...ofUnit('26122', {
        households: 610,
        familiesTitled: 588,
        areaCount: 9,
        areasTitled: 8,
        soCameraAnNinh: 14,
      }),
      ...ofUnit('26125', {
        households: 322,
        familiesTitled: 300,
        areaCount: 4,
        areasTitled: 3,
        soCameraAnNinh: 7,
      }),
    ],
  },
];

export const fileOf = (sheets: readonly MadeSheet[], path?: string): RawFile =>
  workbook(
    sheets.map((one) => rawSheet(one)),
    path,
  );

export const rawSheet = ({ name, rows, merges = [] }: MadeSheet, place = { top: 1, left: 1 }): RawSheet =>
  sheet(name, rows, { ...place, merges: merges.map((one) => shifted(one, place)) });

/** "A6:B7" three rows further down. */
function shifted(merge: string, { top, left }: { readonly top: number; readonly left: number }): string {
  return merge.replace(
    /([A-Z])(\d+)/gu,
    (_, letter: string, row: string) =>
      `${String.fromCharCode(letter.charCodeAt(0) + left - 1)}${Number(row) + top - 1}`,
  );
}
