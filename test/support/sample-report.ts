/** A small report made by hand, with every kind of block, cell and row. */
import type { Report, Table, TableCell, TableColumn, TableRow } from '../../src/model.js';

export const text = (value: string): TableCell => ({ kind: 'text', text: value });
export const integer = (value: number): TableCell => ({ kind: 'integer', value });
export const rate = (numerator: number, denominator: number): TableCell => ({
  kind: 'rate',
  numerator,
  denominator,
});
export const NONE: TableCell = { kind: 'none' };
export const MISSING: TableCell = { kind: 'missing' };

const COLUMNS: readonly TableColumn[] = [
  { id: 'no', header: 'TT', kind: 'ordinal' },
  { id: 'unit', header: 'Đơn vị', kind: 'text' },
  { id: 'households', header: 'Tổng số hộ', group: 'Gia đình văn hóa', kind: 'count' },
  { id: 'families', header: 'Số hộ được tặng danh hiệu', group: 'Gia đình văn hóa', kind: 'count' },
  {
    id: 'familyRate',
    header: 'Tỷ lệ (%)',
    group: 'Gia đình văn hóa',
    kind: 'rate',
    decimals: 2,
    rateOf: ['families', 'households'],
  },
  { id: 'funds', header: 'Kinh phí (triệu đồng)', kind: 'amount', decimals: 3 },
];

interface Line {
  readonly name: string;
  readonly households?: number;
  readonly families?: number;
  readonly funds?: number;
}

const LINES: readonly Line[] = [
  { name: 'Xã An Thịnh', households: 3120, families: 2987, funds: 125_500 },
  { name: 'Xã Bình Định', households: 2011, families: 1999, funds: 80_000 },
  { name: 'Xã Lai Hạ', families: 1500, funds: 12_250 },
  { name: 'Thị trấn Thứa', households: 4035, families: 3800, funds: 1_234_500 },
  { name: 'Xã Mỹ Hương' },
];

const figure = (value: number | undefined): TableCell => (value === undefined ? MISSING : integer(value));

function unitRow(line: Line, index: number): TableRow {
  const { households, families, funds, name } = line;
  const share = households === undefined || families === undefined ? MISSING : rate(families, households);
  return {
    role: 'unit',
    cells: [text(String(index + 1)), text(name), figure(households), figure(families), share, figure(funds)],
  };
}

const add = (values: readonly (number | undefined)[]): number =>
  values.filter((value) => value !== undefined).reduce((total, value) => total + value, 0);

function sumRow(
  role: 'subtotal' | 'total',
  no: string,
  name: string,
  of: readonly number[],
  at: readonly number[],
): TableRow {
  const lines = of.flatMap((index) => LINES[index] ?? []);
  const both = lines.filter((line) => line.households !== undefined && line.families !== undefined);
  return {
    role,
    sums: at,
    cells: [
      text(no),
      text(name),
      integer(add(lines.map((line) => line.households))),
      integer(add(lines.map((line) => line.families))),
      rate(add(both.map((line) => line.families)), add(both.map((line) => line.households))),
      integer(add(lines.map((line) => line.funds))),
    ],
  };
}

const unitRows = LINES.map(unitRow);

/** Two groups with their subtotals, a section line, a total; two units with missing figures. */
export const SAMPLE_TABLE: Table = {
  id: 'titles',
  sheetName: 'Danh hiệu',
  title: 'Tổng hợp kết quả thực hiện các danh hiệu văn hóa năm 2024',
  unitLine: 'Đơn vị tính: hộ, tỷ lệ %',
  columns: COLUMNS,
  rows: [
    sumRow('subtotal', 'I', 'Cụm số 1', [0, 1, 2], [1, 2, 3]),
    ...unitRows.slice(0, 3),
    sumRow('subtotal', 'II', 'Cụm số 2', [3, 4], [5, 6]),
    ...unitRows.slice(3),
    { role: 'section', cells: [NONE, text('Tổng hợp toàn huyện'), NONE, NONE, NONE, NONE] },
    sumRow('total', '', 'TỔNG CỘNG', [0, 1, 2, 3, 4], [1, 2, 3, 5, 6]),
  ],
  notes: [
    'Số đơn vị đã báo cáo: 4/5; xã Mỹ Hương chưa gửi báo cáo.',
    '“…”: chưa có số liệu. Tỷ lệ tính trên tổng số hộ của các đơn vị có đủ hai số liệu.',
  ],
};

/** As wide as an annex gets: twenty columns, sixty units. */
export const WIDE_TABLE: Table = {
  id: 'facilities',
  sheetName: 'Thiết chế',
  title: 'Tổng hợp thiết chế văn hóa, thể thao',
  unitLine: 'Đơn vị tính: thiết chế',
  columns: [
    { id: 'no', header: 'TT', kind: 'ordinal' },
    { id: 'unit', header: 'Đơn vị', kind: 'text' },
    ...Array.from({ length: 18 }, (_, index): TableColumn => ({
      id: `c${index}`,
      header: ['Tổng số', 'Số nhà văn hóa đạt chuẩn theo quy định', 'Kinh phí (triệu đồng)'][index % 3] ?? '',
      group:
        ['Nhà văn hóa thôn, tổ dân phố', 'Sân thể thao', 'Trung tâm Văn hóa - Thể thao'][
          Math.floor(index / 6)
        ] ?? '',
      kind: index % 3 === 2 ? 'amount' : 'count',
      ...(index % 3 === 2 ? { decimals: 3 } : {}),
    })),
  ],
  rows: Array.from({ length: 60 }, (_, index): TableRow => ({
    role: 'unit',
    cells: [
      text(String(index + 1)),
      text(index % 7 === 0 ? 'Thị trấn Nghĩa Trung Thượng' : `Xã Minh Tân ${index}`),
      ...Array.from({ length: 18 }, (_unused, column) =>
        integer(((index * 37 + column * 911) % 2000) * (column % 3 === 2 ? 1011 : 1)),
      ),
    ],
  })),
  notes: [],
};

export const SAMPLE_REPORT: Report = {
  head: {
    superior: 'Ủy ban nhân dân huyện Lương Tài',
    agency: 'Ban Chỉ đạo Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”',
    number: 'Số: 05/BC-BCĐ',
    placeAndDate: 'Lương Tài, ngày 10 tháng 12 năm 2024',
  },
  documentType: 'Báo cáo',
  subject:
    'Kết quả thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2024, phương hướng, nhiệm vụ năm 2025',
  to: ['Ban Chỉ đạo Phong trào tỉnh Bắc Ninh', 'Sở Văn hóa, Thể thao và Du lịch'],
  blocks: [
    {
      kind: 'paragraph',
      runs: [
        { text: 'Thực hiện chương trình công tác năm 2024, Ban Chỉ đạo huyện báo cáo kết quả như sau:' },
      ],
    },
    { kind: 'heading', level: 1, text: 'CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO' },
    {
      kind: 'paragraph',
      runs: [
        { text: 'Năm 2024, toàn huyện ban hành ' },
        { text: '07 văn bản', bold: true },
        { text: '; mở 03 lớp tập huấn cho cán bộ thôn, tổ dân phố ' },
        { text: '(số liệu của 4/5 đơn vị)', italic: true },
        { text: '.' },
      ],
    },
    { kind: 'heading', level: 1, text: 'KẾT QUẢ THỰC HIỆN' },
    { kind: 'heading', level: 2, text: 'Gia đình văn hóa' },
    {
      kind: 'paragraph',
      runs: [
        {
          text: 'Năm 2024, toàn huyện có 31.245/33.920 hộ được tặng danh hiệu “Gia đình văn hóa”, đạt 92,11% tổng số hộ, tăng 0,86 điểm phần trăm so với năm 2023 (91,25%).',
        },
      ],
    },
    { kind: 'heading', level: 3, text: 'Theo đơn vị' },
    {
      kind: 'list',
      ordered: false,
      items: [
        [{ text: 'Cao nhất: xã An Thịnh (95,74%);' }],
        [{ text: 'Thấp nhất: thị trấn Thứa (94,18%).' }],
      ],
    },
    { kind: 'heading', level: 3, text: 'Theo năm' },
    { kind: 'heading', level: 2, text: 'Thôn, tổ dân phố văn hóa' },
    { kind: 'list', ordered: true, items: [[{ text: 'Một' }], [{ text: 'Hai' }]] },
    { kind: 'list', ordered: true, items: [[{ text: 'Một, danh sách khác' }]] },
    { kind: 'heading', level: 1, text: 'ĐÁNH GIÁ CHUNG' },
    { kind: 'paragraph', runs: [{ text: '[Phần do cơ quan bổ sung: ưu điểm, hạn chế]', draft: true }] },
  ],
  recipients: [
    'Ban Chỉ đạo tỉnh (để b/c);',
    'Thường trực Huyện ủy, HĐND, UBND huyện (để b/c)',
    'Lưu: VT, VHTT.',
  ],
  signature: {
    authority: 'TM. BAN CHỈ ĐẠO',
    post: 'KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN',
    onBehalf: 'PHÓ CHỦ TỊCH UBND HUYỆN',
    name: 'Nguyễn Thị Ánh Nguyệt',
  },
  annexes: [
    { number: 'I', table: SAMPLE_TABLE },
    { number: 'II', table: WIDE_TABLE },
  ],
  annexReference: '(Kèm theo Báo cáo số 05/BC-BCĐ ngày 10 tháng 12 năm 2024 của Ban Chỉ đạo huyện Lương Tài)',
  draft: true,
  date: '2024-12-10',
  title: 'Báo cáo kết quả thực hiện Phong trào năm 2024',
};
