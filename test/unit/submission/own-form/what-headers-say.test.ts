/** What the headers of a form that is adopted say: of which units its rows are, what a column is compared with, which line heads others. */
import { describe, expect, it } from 'vitest';
import type { RecognitionContext } from '../../../../src/submission/recognition.js';
import { defined } from '../../../../src/values/defined.js';
import { recognise, SET, type Typed } from '../made-files.js';
import { proposeOwnForm } from '../../../../src/submission/adopt/propose.js';
import { fileOf } from './made-forms.js';
import { adopted } from './reading.js';

const TOP = [['UBND XÃ DAK LUA'], ['NĂM 2024'], []];
const file = (...rows: readonly (readonly Typed[])[]) => fileOf([{ name: 'B', rows: [...TOP, ...rows] }]);
const proposed = (...rows: readonly (readonly Typed[])[]) =>
  proposeOwnForm(file(...rows), SET, { id: 'mau', label: 'Mẫu', source: 'm.xlsx', year: 2024 });

describe('rows of units', () => {
  const kinds = ['xã', 'phường', 'thị trấn', 'đặc khu', 'huyện', 'thị xã', 'thành phố'];
  const lists = kinds.flatMap((one, at) => {
    const other = kinds[(at + 1) % kinds.length] ?? '';
    return [one, `${one}, ${other}`, `${one}/${other}`, `${one} và ${other}`, `Tên ${one} - ${other}`];
  });

  it.each([...lists, 'Địa phương', 'Đơn vị hành chính', 'Các xã, phường, thị trấn', 'Địa bàn'])(
    '%s',
    (label) => {
      const table = proposed(['TT', label, 'Tổng số hộ', 'Ghi chú'], [1, 'Xã Dak Lua', 210])?.form.tables[0];
      expect(table).toMatchObject({ rows: 'unit', key: [label] });
      expect(table?.columns).toEqual([
        { header: ['Tổng số hộ'], field: 'households' },
        { header: ['Ghi chú'], role: 'ignored' },
      ]);
    },
  );

  it.each(['Xã đạt chuẩn', 'Phường văn minh', 'Đơn vị tính', 'Địa bàn triển khai'])('not %s', (label) => {
    expect(proposed(['TT', label, 'Tổng số hộ'], [1, 'Dak Lua', 210])?.form.tables[0]?.rows).not.toBe('unit');
  });
});

it.each([
  'Lý do không đạt',
  'Năm thành lập',
  'Nguyên nhân',
  'Số quyết định',
  'Kiến nghị',
  'Mã KDC',
  'Mã định danh',
])('a column “%s” is no figure', (label) => {
  const form = proposed(['TT', 'Thôn', 'Tổng số hộ', label], [1, 'Thôn Đông', 210, null])?.form;
  expect(form?.tables[0]?.columns?.at(-1)).toEqual({ header: [label], role: 'ignored' });
  expect(form?.fields).toBeUndefined();
});

it.each(['Nam đạt chuẩn', 'Số kiến nghị', 'Số lượt kiến nghị', 'Số giải pháp'])(
  'a column “%s” counts, though its words are near to those',
  (label) => {
    const form = proposed(['TT', 'Thôn', 'Tổng số hộ', label], [1, 'Thôn Đông', 210, 3])?.form;
    expect(form?.tables[0]?.columns?.at(-1)).toHaveProperty('field');
  },
);

it.each([
  'Họ và tên trưởng thôn',
  'Họ tên trưởng làng',
  'Họ và tên già làng, trưởng bản',
  'Họ tên trưởng khối',
  'Họ và tên trưởng TDP',
  'Họ tên tổ trưởng',
  'Họ và tên bí thư chi bộ',
  'Họ tên cán bộ phụ trách',
])('a table of areas that names who leads them is one: %s', (head) => {
  const form = proposed(
    ['TT', 'Tên khu dân cư', head, 'Tổng số hộ'],
    [1, 'Thôn Đông', 'Nguyễn Văn A', 210],
  )?.form;
  expect(form?.tables[0]?.rows).toBe('area');
  expect(form?.tables[0]?.columns).toEqual([
    { header: [head], role: 'ignored' },
    { header: ['Tổng số hộ'], field: 'households' },
  ]);
});

it.each([
  'Họ và tên chủ hộ',
  'Họ và tên chủ hộ là cán bộ hưu trí',
  'Họ tên chủ hộ, trưởng thôn xác nhận',
  'Chủ hộ (tổ trưởng quản lý)',
])('a list that names who heads each household is one of households: %s', (head) => {
  const form = proposed(
    ['TT', head, 'Thôn', 'Kết quả'],
    [1, 'Nguyễn Văn A', 'Thôn Đông', 'Đạt'],
    [2, 'Nguyễn Văn B', 'Thôn Đông', 'Không đạt'],
  )?.form;
  expect(form?.tables[0]?.rows).toBe('household');
});

it('a count stays a line though parts of it follow, and a heading ends where its number does', () => {
  const lines = proposed(
    ['TT', 'Nội dung', 'Kết quả'],
    ['1', 'Gia đình văn hóa', null],
    ['-', 'Tổng số hộ', 541],
    ['2', 'Số câu lạc bộ', 7],
    ['3', 'Số hộ nghèo', null],
    ['-', 'Trong đó: thoát nghèo', 3],
  )?.form.tables[0]?.lines;
  expect(lines?.map(({ section = '', label }) => `${section} › ${label}`)).toEqual([
    'Gia đình văn hóa › Tổng số hộ',
    ' › Số câu lạc bộ',
    ' › Số hộ nghèo',
    ' › Trong đó: thoát nghèo',
  ]);
  expect(lines?.[2]?.field).toBe('poorHouseholds');
});

it.each([
  ['area', ['TT', 'Thôn', 'Tổng số hộ', 'Tiêu chí']],
  ['unit', ['TT', 'Xã', 'Tổng số hộ', 'Hạng mục']],
  ['indicator', ['TT', 'Tiêu chí', 'ĐVT', 'Kết quả']],
] as const)('rows of a table are of kind %s', (kind, heads) => {
  expect(proposed(heads, [1, 'Tổng số hộ', 210, 12])?.form.tables[0]?.rows).toBe(kind);
});

it('a question in a line of the whole commune is not added up', () => {
  const found = proposed(
    ['TT', 'Nội dung', 'ĐVT', 'Kết quả'],
    [1, 'Tổng số hộ', 'hộ', 5],
    [2, 'Có nhà văn hóa', 'Có/Không', 'Có'],
  );
  expect(found?.form.tables[0]?.lines?.[1]).toMatchObject({ role: 'ignored' });
  expect(found?.form.fields).toBeUndefined();
  expect(found?.doubts).toHaveLength(1);
});

it('a table of scores beside tables of figures is left out, and told', () => {
  const found = proposed(
    ['TT', 'Thôn', 'Tổng số hộ'],
    [1, 'Thôn Đông', 210],
    [],
    ['TT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm tự chấm'],
    [1, 'Có mô hình kinh tế', 10, 9],
  );
  expect(found?.form.tables.map(({ rows }) => rows)).toEqual(['area']);
  expect(found?.uncounted).toEqual([]);
  expect(found?.doubts.map(({ proposal }) => proposal)).toContain(
    'không đọc: bảng không có cột số thực hiện',
  );
});

it('columns for kinds of communes are no communes', () => {
  const kinds = (...heads: readonly string[]) =>
    proposed(['TT', 'Chỉ tiêu', 'Kết quả', ...heads], [1, 'Tổng số hộ', 210, 1, 1])?.form.tables[0]?.rows;
  expect(kinds('Xã NTM', 'Xã NTM nâng cao')).toBe('indicator');
  expect(kinds('Xã ATK', 'Xã III')).toBe('indicator');
  expect(kinds('Xã An Bình', 'Xã An Hòa')).toBe('unit');
  expect(kinds('Xã Vĩnh Lộc', 'Phường Xuân Hòa')).toBe('unit');
});

it('what is measured keeps its unit, and no years are added up', () => {
  const form = proposed(
    ['TT', 'Thôn', 'Nhà văn hóa', null, null],
    [null, null, 'Năm xây dựng', 'Diện tích (m2)', 'Số chỗ ngồi'],
    [1, 'Thôn Đông', 2005, 300.5, 120],
  )?.form;
  expect(form?.tables[0]?.columns?.[0]?.role).toBe('ignored');
  expect(form?.fields?.map(({ label, type, unit }) => [label, type, unit])).toEqual([
    ['Nhà văn hóa - Diện tích (m2)', 'amount', 'm2'],
    ['Nhà văn hóa - Số chỗ ngồi', 'count', undefined],
  ]);
});

it('a line that says the same in more words is that line, and looked at; one that says less is none', () => {
  const lines = (label: string) =>
    proposed(
      ['TT', 'Nội dung', 'ĐVT', 'Kết quả'],
      [1, label, 'hộ', 541],
      [2, 'Số buổi chiếu phim', 'buổi', 3],
    );
  for (const [label, field] of [
    ['Tổng số hộ trên địa bàn xã', 'households'],
    ['Tổng số hộ trên toàn địa bàn', 'households'],
    ['Số hộ đăng ký xây dựng danh hiệu GĐVH', 'familiesRegistered'],
    ['Số hộ gia đình được công nhận danh hiệu Gia đình văn hóa', 'familiesTitled'],
    ['Tổng số hộ đăng ký gia đình văn hóa', 'familiesRegistered'],
    ['Số gia đình đăng ký danh hiệu gia đình văn hóa', 'familiesRegistered'],
    ['Số GĐVH được công nhận', 'familiesTitled'],
    ['Số hộ đạt GĐVH 3 năm liên tục', 'familiesTitled3y'],
    ['Số thôn, tổ dân phố được công nhận danh hiệu văn hóa', 'areasTitled'],
    ['Số cơ quan, đơn vị đạt chuẩn văn hóa', 'agenciesTitled'],
    ['Số cơ quan, đơn vị, doanh nghiệp đăng ký đạt chuẩn văn hóa', 'agenciesRegistered'],
  ] as const) {
    const found = lines(label);
    expect(found?.form.tables[0]?.lines?.[0]?.field, label).toBe(field);
    expect(found?.doubts.map(({ header, proposal }) => `${header}: ${proposal}`)).toContain(
      `${label}: ${field}: tên gần giống`,
    );
  }
  for (const label of [
    'Tổng số hộ nghèo trên địa bàn',
    'Số hộ chưa đăng ký xây dựng GĐVH',
    'Hộ xây dựng nhà mới',
    'Số gia đình văn hóa được tặng giấy khen',
    'Số hộ chưa đạt gia đình văn hóa',
    'Số hộ được tặng danh hiệu ông bà mẫu mực',
  ])
    expect(['households', 'familiesRegistered', 'familiesTitled'], label).not.toContain(
      lines(label)?.form.tables[0]?.lines?.[0]?.field,
    );
});

describe('columns of values', () => {
  it.each([
    ['So với kế hoạch (%)', 'shareOfPlan'],
    ['So với KH năm', 'shareOfPlan'],
    ['So sánh với chỉ tiêu giao', 'shareOfPlan'],
    ['Tỷ lệ % so với kế hoạch', 'shareOfPlan'],
    ['So với năm trước (%)', 'shareOfLastYear'],
    ['So cùng kỳ', 'shareOfLastYear'],
    ['So với năm 2023', 'shareOfLastYear'],
    ['So sánh TH/KH (%)', 'shareOfPlan'],
    ['TH/KH', 'shareOfPlan'],
    ['Ước TH 2024/KH 2024', 'shareOfPlan'],
    ['TH so KH', 'shareOfPlan'],
    ['Đạt % KH', 'shareOfPlan'],
    ['So với nghị quyết', 'shareOfPlan'],
    ['Tỷ lệ hoàn thành', 'shareOfPlan'],
    ['Mức độ hoàn thành (%)', 'shareOfPlan'],
    ['Vượt KH', 'shareOfPlan'],
    ['So CK (%)', 'shareOfLastYear'],
    ['2024/2023 (%)', 'shareOfLastYear'],
    ['TH 2024/TH 2023', 'shareOfLastYear'],
    ['Kết quả đạt (%)', 'share'],
    ['Đạt tỷ lệ', 'share'],
    ['Tăng (+), giảm (-)', 'ignored'],
    ['Chênh lệch so với năm trước', 'ignored'],
    ['KH được giao', 'plan'],
    ['Số kế hoạch', 'plan'],
    ['Kế hoạch năm 2024', 'plan'],
    ['Số năm trước', 'lastYear'],
    ['Thực hiện năm 2023', 'lastYear'],
  ])('%s: %s', (header, role) => {
    const rows = [
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2024', header],
      [1, 'Tổng số hộ', 'hộ', 210, 100],
    ] as const;
    expect(proposed(...rows)?.form.tables[0]?.columns?.at(-1)?.role).toBe(role);
    // Beside areas the same words mean the same.
    const areas = proposed(['TT', 'Thôn', 'Tổng số hộ', header], [1, 'Thôn Đông', 210, 100]);
    expect(areas?.form.tables[0]?.columns?.at(-1)?.role).toBe(role);
  });
});

it('“Chỉ tiêu” below a heading beside names of areas is what was planned, and heads no lines', () => {
  const table = proposed(
    ['TT', 'Thôn', 'Gia đình văn hóa'],
    [null, null, 'Chỉ tiêu', 'Thực hiện'],
    [1, 'Thôn Đông', 200, 180],
  )?.form.tables[0];
  expect(table).toMatchObject({ rows: 'area', key: ['Thôn'] });
  expect(table?.columns).toEqual([
    { header: ['Gia đình văn hóa', 'Chỉ tiêu'], field: 'familiesTitled', role: 'plan' },
    { header: ['Gia đình văn hóa', 'Thực hiện'], field: 'familiesTitled' },
  ]);
});

it('lines without numbers below a numbered heading are its lines, and a heading says whose number they are', () => {
  const lines = proposed(
    ['TT', 'Nội dung', 'ĐVT', 'Kết quả'],
    [1, 'Gia đình văn hóa'],
    [null, 'Tổng số', 'hộ', 541],
    [null, 'Đạt', 'hộ', 500],
    [2, 'Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa'],
    [null, 'Tổng số', 'đơn vị', 8],
    [null, 'Đăng ký', 'đơn vị', 7],
    [null, 'Đạt', 'đơn vị', 6],
    [3, 'Số hộ nghèo', 'hộ', 4],
  )?.form.tables[0]?.lines;
  expect(lines?.map(({ section = '', field }) => [section.slice(0, 8), field])).toEqual([
    ['Gia đình', 'households'],
    ['Gia đình', 'familiesTitled'],
    ['Cơ quan,', 'agencies'],
    ['Cơ quan,', 'agenciesRegistered'],
    ['Cơ quan,', 'agenciesTitled'],
    ['', 'poorHouseholds'],
  ]);
});

it.each([
  ['Cơ quan, đơn vị', 'agencies', 'agenciesTitled'],
  ['Cơ quan, doanh nghiệp văn hóa', 'agencies', 'agenciesTitled'],
  ['Đơn vị', undefined, undefined],
  ['Cơ quan, đơn vị không khói thuốc lá', undefined, undefined],
])('columns of communes below “%s” are of that group, or new', (heading, total, titled) => {
  const form = proposed(
    ['TT', 'Xã', 'Tổng số hộ', heading, null],
    [null, null, null, 'Tổng số', 'Đạt'],
    [1, 'Xã Dak Lua', 1800, 8, 6],
  )?.form;
  const set = new Set(form?.fields?.map(({ id }) => id));
  const known = form?.tables[0]?.columns
    ?.slice(1)
    .map(({ field }) => (set.has(field ?? '') ? undefined : field));
  expect(known).toEqual([total, titled]);
});

describe('a share is of the count beside it among all households', () => {
  const roleOfShare = (...heads: readonly string[]) => {
    const figures = heads.map((_, at) => 100 - at);
    return proposed(['TT', 'Thôn', ...heads], [1, 'Thôn Đông', ...figures])?.form.tables[0]?.columns?.at(-1);
  };

  it('where nothing else can be its base', () => {
    const typed = { header: ['Tỷ lệ'], field: 'familyRateTyped' };
    expect(roleOfShare('Tổng số hộ', 'Số hộ đạt GĐVH', 'Tỷ lệ')).toEqual(typed);
    expect(roleOfShare('Tổng số hộ', 'Số hộ nghèo', 'Số hộ đạt GĐVH', 'Tỷ lệ')).toEqual(typed);
  });

  it.each([
    ['Tổng số hộ', 'Số hộ được xét', 'Số hộ đạt GĐVH', 'Tỷ lệ'],
    ['Tổng số hộ', 'Số hộ đạt GĐVH', 'Số hộ đạt GĐVH năm trước', 'Tỷ lệ'],
    ['Số hộ đạt GĐVH', 'Tỷ lệ'],
    ['Tổng số hộ', 'Số hộ đạt GĐVH', 'Tỷ lệ hoàn thành'],
  ])('and not of %s, %s', (...heads) => {
    expect(roleOfShare(...heads)?.field).toBeUndefined();
  });
});

describe('money in another unit than that of the set', () => {
  const TITLE = ['Đơn vị tính: nghìn đồng'];
  const funds = (label: string, unit?: string) =>
    proposed(
      ...(unit === undefined ? [TITLE] : []),
      ['TT', 'Nội dung', 'ĐVT', 'Kết quả'],
      [1, 'Tổng số hộ', 'hộ', 541],
      [2, label, unit ?? null, 12500],
    );

  it('is a figure of its own, by that unit', () => {
    for (const [label, unit] of [
      ['Thực hiện: ngân sách cấp xã', 'nghìn đồng'],
      ['Thực hiện: ngân sách cấp xã (nghìn đồng)', ''],
      ['Thực hiện: ngân sách cấp xã', undefined],
      ['Kinh phí tuyên truyền', undefined],
    ] as const) {
      const found = funds(label, unit);
      expect(found?.form.tables[0]?.lines?.[0]?.field).toBe('households');
      expect(found?.form.fields?.[0], label).toMatchObject({ type: 'amount', unit: 'nghìn đồng', scale: 3 });
    }
    expect(funds('Thực hiện: ngân sách cấp xã', 'nghìn đồng')?.doubts[0]).toMatchObject({
      near: 'fundsSpentCommune',
      proposal: 'chỉ tiêu mới thucHienNganSachCapXa vì mẫu ghi đơn vị tính khác',
    });
    expect(funds('Thực hiện: ngân sách cấp xã', 'triệu đồng')?.form.tables[0]?.lines?.[1]?.field).toBe(
      'fundsSpentCommune',
    );
  });

  it('above a table of areas is that of its money, and of no count', () => {
    const heads = ['TT', 'Thôn', 'Tổng số hộ', 'Kinh phí hỗ trợ', 'Số lao động tiên tiến'];
    const form = proposed(TITLE, heads, [1, 'Thôn Đông', 210, 1200.5, 4])?.form;
    expect(form?.fields?.map(({ type, unit }) => [type, unit])).toEqual([
      ['amount', 'nghìn đồng'],
      ['count', undefined],
    ]);
  });
});

describe('lines under sections that the column of codes numbers', () => {
  const rows = [
    ['Mã số', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2024'],
    ['I', 'GIA ĐÌNH VĂN HÓA'],
    ['01', 'Tổng số hộ', 'hộ', 210],
    ['02', 'Số hộ được công nhận gia đình văn hóa', 'hộ', 190],
    ['II', 'THIẾT CHẾ'],
    ['01', 'Số nhà truyền thống', 'nhà', 3],
    ['02', 'Trong đó: xuống cấp', 'nhà', 2],
    ['03', 'Kinh phí sửa chữa', 'triệu đồng', 12.5],
    ['III', 'CÂU LẠC BỘ'],
    ['01', 'Số câu lạc bộ hoạt động', 'CLB hoạt động', 8],
    ['02', 'Trong đó: xuống cấp', 'CLB', 1],
  ] as const;

  it('are not lines themselves, whether the form is blank or filled', () => {
    const blank = rows.map((row) => row.slice(0, 3));
    for (const form of [proposed(...rows)?.form, proposed(rows[0], ...blank.slice(1))?.form]) {
      const lines = form?.tables[0]?.lines ?? [];
      expect(lines.map(({ section, code }) => `${section ?? ''} ${code ?? ''}`)).toEqual([
        'GIA ĐÌNH VĂN HÓA 01',
        'GIA ĐÌNH VĂN HÓA 02',
        'THIẾT CHẾ 01',
        'THIẾT CHẾ 02',
        'THIẾT CHẾ 03',
        'CÂU LẠC BỘ 01',
        'CÂU LẠC BỘ 02',
      ]);
      expect(lines.slice(0, 2).map(({ field }) => field)).toEqual(['households', 'familiesTitled']);
      // What is counted is no amount though “nhà” ends like “ha” and “hoạt động” like “đồng”.
      expect(form?.fields?.map(({ type }) => type)).toEqual(['count', 'count', 'amount', 'count', 'count']);
    }
  });

  it('are read under their own section where code and words stand twice', () => {
    const made = file(...rows);
    const { form } = proposed(...rows) ?? {};
    const outcome = recognise(made, { set: adopted(made) });
    const values = (form?.fields ?? []).map(({ id }) =>
      outcome.parts.flatMap(({ table }) => [...(table?.columns.get(id)?.numbers ?? [])]),
    );
    expect(values).toEqual([[3], [2], [12_500], [8], [1]]);
  });
});

it('a line that is gone is not the one of another section with its code and words', () => {
  const rows = [
    ['Mã số', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2024'],
    ['I', 'NHÀ TRUYỀN THỐNG'],
    ['01', 'Tổng số đã sửa', 'nhà', 3],
    ['02', 'Trong đó: xuống cấp', 'nhà', 2],
    ['II', 'CÂU LẠC BỘ'],
    ['01', 'Tổng số đã sửa', 'nhà', 8],
    ['02', 'Trong đó: xuống cấp', 'nhà', 1],
  ] as const;
  const ids = (proposed(...rows)?.form.fields ?? []).map(({ id }) => id);
  const without = (words: string) =>
    file(...rows.slice(0, 2), ...rows.slice(3, 5), ['01', words, 'nhà', 8], ...rows.slice(6));
  const set = adopted(file(...rows));
  const read = (sent: ReturnType<typeof file>) => {
    const outcome = recognise(sent, { set });
    expect(outcome.codes).toContain('own-form/line-missing');
    return ids.map((id) =>
      outcome.parts.flatMap(({ table }) => [...(table?.columns.get(id)?.numbers ?? [])]),
    );
  };
  for (const words of ['Tổng số đã sửa', ''])
    expect(read(without(words))).toEqual([[Number.NaN], [2], [8], [1]]);
});

it('what comes near a new field is something that could stand there', () => {
  const forms = [
    proposed(
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2024'],
      [1, 'Tên thôn, tổ dân phố mới', 'thôn', 2],
      [2, 'Tổng số hộ', 'hộ', 9],
    ),
    proposed(['TT', 'Xã', 'Tên thôn, tổ dân phố mới', 'Tổng số hộ'], [1, 'Xã Dak Lua', 2, 9]),
  ];
  for (const proposal of forms) {
    expect(proposal?.doubts).toHaveLength(1);
    for (const { near } of proposal?.doubts ?? [])
      expect(SET.fields.find(({ id }) => id === near)?.type ?? 'count').not.toBe('text');
  }
});

describe('the period of a form whose title names none', () => {
  const filed = (title: readonly Typed[], header: string, period?: RecognitionContext['period']) => {
    const rows = [
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2023', header],
      [1, 'Tổng số hộ', 'hộ', 200, 210],
    ] as const;
    const made = (top: readonly Typed[]) =>
      fileOf([{ name: 'B', rows: [['UBND XÃ DAK LUA'], top, [], ...rows] }]);
    return recognise(made(title), { set: adopted(made(['NĂM 2024'])), ...defined({ period }) });
  };

  it('is the year over the figures that are counted', () => {
    const outcome = filed([null], 'Thực hiện năm 2024');
    expect(outcome.parts.map(({ period, state }) => [period, state])).toEqual([['2024', 'used']]);
    expect(outcome.codes).not.toContain('submission/period-unsaid');
  });

  it('is asked where the year is not that of half a year or of a registration', () => {
    const [half, registration] = (['H1', 'registration'] as const).map((kind) => ({
      id: kind === 'H1' ? '2024-H1' : '2024-DK',
      kind,
    }));
    for (const period of [half, registration])
      expect(filed([null], 'Thực hiện năm 2024', period).codes).toContain('submission/period-unsaid');
    for (const title of ['BÁO CÁO 6 THÁNG ĐẦU NĂM', 'BÁO CÁO NĂM 2024'])
      expect(filed([title], 'Thực hiện năm 2024', half).parts.map(({ state }) => state)).toEqual(['used']);
  });

  it.each([
    ['no year over them', [null], 'Thực hiện', 'submission/period-unsaid'],
    ['only a month in the title', ['Tháng 11 năm 2024'], 'Thực hiện năm 2024', 'submission/period-unsaid'],
    ['another year in the title', ['NĂM 2023'], 'Thực hiện năm 2024', 'submission/wrong-period'],
    ['a quarter in the title', ['KẾT QUẢ QUÝ III'], 'Thực hiện năm 2024', 'submission/wrong-period'],
    [
      'half a year in the title',
      ['KẾT QUẢ 6 THÁNG ĐẦU NĂM'],
      'Thực hiện năm 2024',
      'submission/wrong-period',
    ],
    ['nine months in the title', ['BÁO CÁO 9 THÁNG'], 'Thực hiện năm 2024', 'submission/wrong-period'],
    ['a month without a year', ['KẾT QUẢ THÁNG 10'], 'Thực hiện năm 2024', 'submission/period-unsaid'],
    ['a registration in the title', ['PHIẾU ĐĂNG KÝ'], 'Thực hiện năm 2024', 'submission/wrong-period'],
  ] as const)('is not taken from there with %s', (_, title, header, code) => {
    const outcome = filed(title, header);
    expect(outcome.codes).toContain(code);
    expect(outcome.parts.every(({ state }) => state !== 'used')).toBe(true);
  });
});

describe('lines left of “Mã số” that a form prints without a header', () => {
  const filed = (header: readonly Typed[], before: readonly Typed[] = []) =>
    file(
      [...before, ...header, 'Mã số', 'Đơn vị tính', 'Thực hiện'],
      [...before.map(() => null), 'A', 'B', 'C', 1],
      [...before.map(() => 1), '1. Tổng số hộ', '01', 'hộ', 541],
      [...before.map(() => 2), '    Trong đó: số hộ đạt GĐVH', '02', 'hộ', 503],
      [...before.map(() => 3), '2. Số giếng khơi', '03', 'cái', 8],
    );
  const set = adopted(filed([null]));
  const told = (sent: ReturnType<typeof file>) => {
    const outcome = recognise(sent, { set });
    return [
      outcome.parts.flatMap(({ table }) => [...(table?.columns.get('households')?.numbers ?? [])]),
      outcome.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    ];
  };

  it.each([null, 'Chỉ tiêu', 'NỘI DUNG', 'Tên chỉ tiêu thống kê', 'A', '…', 'Thực hiện của xã'])(
    'are read under “%s”',
    (header) => {
      expect(told(filed([header]))).toEqual([[541], []]);
    },
  );

  it('are read right of numbers that the sender added', () => {
    for (const header of [null, 'Chỉ tiêu']) expect(told(filed([header], ['TT']))[0]).toEqual([541]);
  });
});

describe('a sheet that shares headers with an own form', () => {
  const own = adopted(
    file(
      ['TT', 'Tên thôn', 'Tổng số hộ', 'Số hộ đạt gia đình văn hóa', 'Số camera', 'Số hộ hiến đất'],
      [1],
      [2],
    ),
  );
  const ofSet = [
    [
      'TT',
      'Tên thôn',
      'Loại',
      'Tổng số hộ',
      'Số nhân khẩu',
      'Số hộ nghèo',
      'Số hộ đạt gia đình văn hóa',
      'Số nhà văn hóa',
    ],
    [1, 'Thôn Đông', 'thôn', 100, 400, 3, 90, 1],
    [2, 'Thôn Tây', 'thôn', 120, 480, 4, 110, 0],
  ];
  const read = (name: string, rows: readonly (readonly Typed[])[]) =>
    recognise(fileOf([{ name, rows: [...TOP, ...rows] }]), { set: own });

  it.each(['Trang 1', 'Biểu 01'])('and has most columns of the form of the set is that form: %s', (name) => {
    const outcome = read(name, ofSet);
    expect(outcome.column('bieu-01', 'population')).toEqual([400, 480]);
    expect(outcome.column('bieu-01', 'cultureHouses')).toEqual([1, 0]);
    expect(outcome.codes).not.toContain('own-form/column-missing');
  });

  it('and lacks one of its columns is still the own form', () => {
    const rows = [
      ['TT', 'Tên thôn', 'Tổng số hộ', 'Số hộ đạt gia đình văn hóa', 'Số camera', 'Số hộ nghèo'],
      [1, 'Thôn Đông', 100, 90, 5, 3],
    ];
    const outcome = read('Trang 1', rows);
    expect(outcome.column('bieu-01', 'soCamera')).toEqual([5]);
    expect(outcome.codes).toContain('own-form/column-missing');
  });
});

describe('a column of what was done', () => {
  const counted = (heads: readonly string[], isHalf: boolean): string | undefined => {
    const form = file(['TT', 'Chỉ tiêu', 'ĐVT', ...heads], [1, 'Tổng số hộ', 'hộ', 10, 100]);
    const named = { id: 'mau', label: 'Mẫu', source: 'm.xlsx', year: 2024, isHalf };
    const columns = proposeOwnForm(form, SET, named)?.form.tables[0]?.columns ?? [];
    return columns
      .find(({ role }) => role === 'actual')
      ?.header.join(' › ')
      .replace('{năm}', '2024');
  };

  it.each([
    [['Thực hiện tháng 6 năm 2024', 'Lũy kế 6 tháng đầu năm 2024'], 1, 1],
    [['Thực hiện tháng 11', 'Thực hiện năm 2024'], 1, 1],
    [['Thực hiện quý II', 'Kết quả'], 1, 1],
    [['Thực hiện', 'Lũy kế từ đầu năm'], 1, 1],
    [['Trong tháng', 'Cộng dồn'], 1, 1],
    [['Thực hiện năm 2024', 'Lũy kế giai đoạn 2021-2024'], 0, 0],
    [['Thực hiện năm 2024', 'Lũy kế đến nay'], 0, 0],
    [['Thực hiện trong năm', 'Cộng dồn các năm'], 0, 0],
    [['Số liệu tính đến tháng 11/2024', 'Ghi chú'], 0, 0],
    [['Kết quả đến hết quý IV/2024', 'Ghi chú'], 0, 0],
    [['Thực hiện 6 tháng', 'Ước thực hiện cả năm'], 0, 1],
    [['6 tháng đầu năm 2024', 'Ghi chú'], 0, undefined],
    [['Thực hiện tháng 6/2024', 'Ghi chú'], undefined, undefined],
    [['Kết quả quý III', 'Ghi chú'], undefined, undefined],
    [['Thực hiện 9 tháng năm 2024', 'Ghi chú'], undefined, undefined],
    [['Năm 2022', 'Năm 2023', 'Năm 2024', 'Năm 2024/2023', 'Năm 2025'], 2, 2],
    [['Cả năm', '6 tháng đầu năm'], 1, 0],
    [['KH', 'TH'], 1, 1],
    [['TH 6 tháng cuối năm', 'TH cả năm'], undefined, 1],
  ] as const)('is of the whole period: %j', (heads, half, year) => {
    const at = (index: number | undefined): string | undefined =>
      index === undefined ? index : heads[index];
    expect([counted(heads, true), counted(heads, false)]).toEqual([at(half), at(year)]);
  });
});

it('a unit of money over several columns is that of each: decimals are read', () => {
  const made = fileOf([
    {
      name: 'B',
      merges: ['A4:A5', 'B4:B5', 'C4:C5', 'D4:E4'],
      rows: [
        ...TOP,
        ['TT', 'Thôn', 'Tổng số hộ', 'Kinh phí xây dựng (triệu đồng)'],
        [null, null, null, 'Ngân sách', 'Nhân dân đóng góp'],
        [1, 'Thôn Đông', 120, 12.5, 7],
        [2, 'Thôn Tây', 90, 0, 30.25],
      ],
    },
  ]);
  const form = proposeOwnForm(made, SET, { id: 'mau', label: 'Mẫu', source: 'm.xlsx', year: 2024 })?.form;
  const [first, second] = form?.fields ?? [];
  for (const field of [first, second]) expect(field).toMatchObject({ type: 'amount', unit: 'triệu đồng' });
  const outcome = recognise(made, { set: adopted(made) });
  expect(outcome.column('bieu-01', first?.id ?? '')).toEqual([12_500, 0]);
  expect(outcome.column('bieu-01', second?.id ?? '')).toEqual([7000, 30_250]);
});
