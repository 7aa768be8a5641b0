/** Of whom a column is, of which year, and whether it is a count or a share: what the headings over it decide. */
import { describe, expect, it } from 'vitest';
import { asSummary } from '../../../../src/submission/adopt/summary-form.js';
import { proposeOwnForm, type Proposal } from '../../../../src/submission/adopt/propose.js';
import { recognise, SET, type Typed } from '../made-files.js';
import { fileOf } from './made-forms.js';
import { adopted, proposalOf } from './reading.js';

const TOP = [['UBND XÃ DAK LUA'], ['NĂM 2024'], []];

/** The proposal for a table of these paths, headings merged over what they head, with one row of figures. */
function headed(key: string, columns: readonly string[], figure: Typed = null): Proposal | undefined {
  const paths = ['TT', key, ...columns].map((path) => path.split(' › '));
  const depth = Math.max(...paths.map(({ length }) => length));
  const merges: string[] = [];
  const header = Array.from({ length: depth }, (_, level) =>
    paths.map((path, at): Typed => {
      const isSame = (other: readonly string[] | undefined): boolean =>
        level < path.length - 1 && other?.slice(0, level + 1).join() === path.slice(0, level + 1).join();
      if (isSame(paths[at - 1])) return null;
      let end = at;
      while (isSame(paths[end + 1])) end += 1;
      const bottom = level === path.length - 1 ? depth - 1 : level;
      if (end > at || bottom > level) merges.push(`${cell(at, level)}:${cell(end, bottom)}`);
      return path[level] ?? null;
    }),
  );
  const row = [1, key === 'Xã' ? 'Xã Dak Lua' : 'Thôn Đông', ...columns.map(() => figure)];
  return proposeOwnForm(fileOf([{ name: 'B', rows: [...TOP, ...header, row], merges }]), SET, {
    id: 'mau',
    label: 'Mẫu',
    source: 'm.xlsx',
    year: 2024,
  });
}

const cell = (column: number, level: number): string =>
  `${String.fromCharCode('A'.charCodeAt(0) + column)}${TOP.length + 1 + level}`;

/** Below each heading another column as well: what heads one column alone is read as a part of its label. */
function beside(path: string): readonly string[] {
  const parts = path.split(' › ');
  return [...parts.slice(0, -1).map((_, at) => [...parts.slice(0, at + 1), 'Ghi chú'].join(' › ')), path];
}

/** What the last of the columns is taken for. */
const last = (proposal: Proposal | undefined): string => {
  const { field, role } = proposal?.form.tables[0]?.columns?.at(-1) ?? {};
  const isNew = proposal?.form.fields?.some(({ id }) => id === field) === true;
  return [isNew ? 'new' : field, role].filter((one) => one !== undefined).join(' ');
};

describe('a share is no count, under whatever heading', () => {
  const leaves = ['%', '(%)', 'TL', 'Tỷ lệ', 'Tỷ lệ %', 'TL (%)'];
  const groups = ['Gia đình văn hóa năm 2023', 'Năm trước', 'Kế hoạch năm 2024', 'GĐVH › Năm 2023'];

  it.each(groups.flatMap((group) => leaves.map((leaf) => `${group} › ${leaf}`)))('%s', (path) => {
    const count = path.replace(/[^›]*$/u, ' Số hộ').replace('  ', ' ');
    expect(last(headed('Xã', ['Tổng số hộ', ...beside(count), path]))).toBe('share');
  });

  it('the count of last year and of the plan stays beside it', () => {
    expect(last(headed('Xã', ['Tổng số hộ', ...beside('Gia đình văn hóa năm 2023 › SL')]))).toBe(
      'familiesTitled lastYear',
    );
    expect(last(headed('Xã', ['Tổng số hộ', ...beside('Số hộ đạt gia đình văn hóa › Kế hoạch')]))).toBe(
      'familiesTitled plan',
    );
  });

  it('a form of a level above gets no rate of the period into the share of last year', () => {
    const proposal = headed('Xã', [
      'Gia đình văn hóa năm 2024 › Số hộ',
      'Gia đình văn hóa năm 2024 › %',
      'Gia đình văn hóa năm 2023 › Số hộ',
      'Gia đình văn hóa năm 2023 › %',
    ]);
    const summary = proposal === undefined ? undefined : asSummary(proposal, SET);
    expect(summary?.form.tables[0]?.columns?.map(({ indicator }) => indicator)).toEqual([
      undefined,
      'familyTitleRate',
      undefined,
      undefined,
    ]);
  });
});

it('a form of a level above prints a figure in each of its tables, and the rate of areas beside their number', () => {
  const table = (name: string, heads: readonly string[], row: readonly Typed[]) => ({
    name,
    rows: [...TOP, heads, row],
  });
  const made = fileOf([
    table('A', ['TT', 'Xã', 'Số hộ đạt GĐVH', 'Số thôn văn hóa', 'Tỷ lệ (%)'], [1, 'Xã Dak Lua']),
    table('B', ['TT', 'Nội dung', 'Kết quả'], [1, 'Số hộ đạt GĐVH']),
  ]);
  const adopt = (isSummary: boolean) =>
    proposeOwnForm(made, SET, { id: 'm', label: 'M', source: 'm.xlsx', year: 2024, isSummary });
  const proposal = adopt(true);
  if (proposal === undefined) throw new Error('nothing to adopt');
  const summary = asSummary(proposal, SET);
  expect(summary.form.tables[0]?.columns?.map(({ field, indicator }) => field ?? indicator)).toEqual([
    'familiesTitled',
    'areasTitled',
    'areaTitleRate',
  ]);
  expect(summary.form.tables[1]?.lines?.[0]?.field).toBe('familiesTitled');
  // What communes fill counts once.
  expect(adopt(false)?.form.tables[1]?.lines?.[0]?.field).not.toBe('familiesTitled');
});

describe('what is said of one is not said of another', () => {
  it.each([
    ['Gia đình văn hóa › Số năm liên tục', 'new'],
    ['Gia đình văn hóa năm 2024 › Số năm liên tục', 'new'],
    ['Danh hiệu gia đình văn hóa › Số năm giữ vững', 'new'],
    ['Cơ quan, đơn vị văn hóa › Đăng ký', 'new'],
    ['Câu lạc bộ › Đăng ký', 'new'],
    ['Xã, phường, thị trấn tiêu biểu › Đăng ký', 'new'],
    ['Thôn văn hóa › Số năm liên tục', 'areaTitleYears'],
    ['Danh hiệu khu dân cư văn hóa › Số năm liên tục', 'areaTitleYears'],
    ['Thôn, tổ dân phố › Số năm liên tục', 'areaTitleYears'],
    ['Số năm liên tục', 'areaTitleYears'],
    ['Thôn văn hóa năm 2024 › Đăng ký', 'areaRegistered'],
    ['Đăng ký', 'areaRegistered'],
    ['Gia đình văn hóa › Đăng ký', 'familiesRegistered'],
    ['Thôn, tổ dân phố › Số nhân khẩu', 'population'],
    ['Khu dân cư › Số hộ nghèo', 'poorHouseholds'],
  ])('%s: %s', (path, field) => {
    expect(last(headed('Thôn', ['Tổng số hộ', ...beside(path)]))).toBe(field);
  });
});

describe('the year of the report in a heading says nothing more', () => {
  it.each([
    ['Gia đình văn hóa năm 2024 › Đăng ký', 'familiesRegistered'],
    ['Gia đình văn hóa năm 2024 › Đạt', 'familiesTitled'],
    ['Gia đình văn hóa năm 2024 › Số hộ', 'familiesTitled'],
    ['Gia đình văn hóa (2024) › SL', 'familiesTitled'],
    ['GĐVH năm 2024 › Công nhận', 'familiesTitled'],
    ['Gia đình văn hóa năm 2023 › Đăng ký', 'familiesRegistered lastYear'],
    ['Gia đình văn hóa năm 2022 › Đăng ký', 'ignored'],
    ['Gia đình văn hóa › Công nhận năm 2024 › Trong đó: 3 năm liên tục › Số hộ', 'new'],
    ['Gia đình văn hóa › Công nhận › Trong đó: 3 năm liên tục › Số hộ', 'new'],
  ])('%s: %s', (path, field) => {
    expect(last(headed('Thôn', ['Tổng số hộ', ...beside(path)]))).toBe(field);
  });
});

describe('a total beside the awarded is what they are a share of', () => {
  const columns = (proposal: Proposal | undefined): readonly (string | undefined)[] =>
    proposal?.form.tables[0]?.columns?.map(({ field, role }) => field ?? role) ?? [];
  const told = (proposal: Proposal | undefined): readonly string[] =>
    proposal?.doubts.map(({ header }) => header.replace(/^.* › /u, '')) ?? [];
  const bare = ['Tổng số', 'Tổng số (hộ)', 'Tổng', 'Số lượng', 'SL', 'Số hộ'];
  const awarded = [
    'Đạt',
    'Số hộ đạt',
    'Số đạt',
    'Được công nhận',
    'Số được công nhận',
    'Công nhận',
    'Đạt danh hiệu',
  ];

  it.each(bare.flatMap((all) => awarded.map((some) => [all, some] as const)))('%s | %s', (all, some) => {
    const group = 'Gia đình văn hóa';
    const found = headed('Thôn', [`${group} › ${all}`, `${group} › ${some}`, `${group} › Tỷ lệ (%)`]);
    expect(columns(found)).toEqual(['households', 'familiesTitled', 'familyRateTyped']);
    expect(told(found)).toEqual([all]);
  });

  it.each([
    ['Thôn, tổ dân phố văn hóa', 'Tổng số', 'Đạt'],
    ['Thôn văn hóa', 'Tổng số', 'Số thôn đạt'],
    ['Khu dân cư văn hóa', 'Số lượng', 'Đạt'],
    ['Danh hiệu Thôn, tổ dân phố văn hóa', 'Tổng số', 'Được công nhận'],
  ])('%s › %s | %s', (group, all, some) => {
    const found = headed('Xã', [`${group} › ${all}`, `${group} › ${some}`, `${group} › Tỷ lệ (%)`]);
    expect(columns(found)).toEqual(['areaCount', 'areasTitled', 'share']);
    expect(told(found)).toContain(all);
  });

  it('in whatever order, and beside those who registered', () => {
    const group = 'Gia đình văn hóa';
    const found = headed('Xã', [`${group} › Đạt`, `${group} › Đăng ký`, `${group} › Tổng số`]);
    expect(columns(found)).toEqual(['familiesTitled', 'familiesRegistered', 'households']);
  });

  it('is not read where another column has it', () => {
    const found = headed('Xã', ['Gia đình văn hóa › Tổng số', 'Gia đình văn hóa › Đạt', 'Tổng số hộ']);
    expect(columns(found)).toEqual(['ignored', 'familiesTitled', 'households']);
    expect(told(found)).toEqual(['Tổng số']);
  });

  it('is not read of last year', () => {
    const group = 'Gia đình văn hóa năm 2023';
    const found = headed('Xã', [`${group} › Tổng số`, `${group} › Đạt`, 'Tổng số hộ']);
    expect(found?.form.tables[0]?.columns?.slice(0, 2)).toEqual([
      { header: ['Gia đình văn hóa năm {năm trước}', 'Tổng số'], role: 'ignored' },
      { header: ['Gia đình văn hóa năm {năm trước}', 'Đạt'], field: 'familiesTitled', role: 'lastYear' },
    ]);
  });

  it('in lines as in columns', () => {
    const rows: Typed[][] = [
      ['TT', 'Nội dung', 'ĐVT', 'Kết quả năm 2024'],
      ['I', 'Gia đình văn hóa'],
      [1, 'Tổng số', 'hộ', 210],
      [2, 'Đăng ký', 'hộ', 200],
      [3, 'Đạt', 'hộ', 190],
      ['II', 'Thôn, tổ dân phố văn hóa'],
      [1, 'Tổng số', 'thôn', 7],
      [2, 'Đạt', 'thôn', 6],
      [3, 'Đạt lần đầu', 'thôn', 1],
    ];
    const found = proposeOwnForm(fileOf([{ name: 'B', rows: [...TOP, ...rows] }]), SET, {
      id: 'mau',
      label: 'Mẫu',
      source: 'm.xlsx',
      year: 2024,
    });
    expect(found?.form.tables[0]?.lines?.slice(0, 5).map(({ field }) => field)).toEqual([
      'households',
      'familiesRegistered',
      'familiesTitled',
      'areaCount',
      'areasTitled',
    ]);
    expect(told(found).filter((one) => one === 'Tổng số')).toHaveLength(2);
  });

  it('areas are counted in the same way', () => {
    for (const [all, some] of [
      ['Tổng số', 'Số đạt'],
      ['Tổng số', 'Số được công nhận'],
      ['Tổng số', 'Đạt'],
    ] as const) {
      const group = 'Thôn, tổ dân phố văn hóa';
      expect(columns(headed('Xã', [`${group} › ${all}`, `${group} › ${some}`]))).toEqual([
        'areaCount',
        'areasTitled',
      ]);
    }
  });

  it('without the awarded it is theirs where the form has what they are a share of, and else is not read', () => {
    const titled = ['Gia đình văn hóa › Tổng số', 'Gia đình văn hóa › Tỷ lệ (%)'];
    expect(columns(headed('Xã', ['Số nhân khẩu', ...titled]))[1]).toBe('ignored');
    expect(told(headed('Xã', ['Số nhân khẩu', ...titled]))).toEqual(['Tổng số']);
    expect(columns(headed('Xã', ['Tổng số hộ', ...titled]))[1]).toBe('familiesTitled');
    expect(told(headed('Xã', ['Tổng số hộ', ...titled]))).toEqual([]);
    expect(told(headed('Xã', ['Gia đình văn hóa › Số hộ', 'Gia đình văn hóa › Tỷ lệ (%)']))).toEqual([]);
    expect(told(headed('Xã', ['Hộ nghèo › Tổng số', 'Hộ nghèo › Tỷ lệ (%)']))).toEqual([]);
  });

  it.each([
    [
      ['Nhà văn hóa › Tổng số', 'Nhà văn hóa › Đạt chuẩn'],
      ['cultureHouses', 'cultureHousesStandard'],
    ],
    [
      ['Đám cưới › Tổng số', 'Đám cưới › Văn minh'],
      ['weddings', 'weddingsCivilised'],
    ],
    [
      ['Gia đình văn hóa › Tổng số hộ', 'Gia đình văn hóa › Số hộ đạt'],
      ['households', 'familiesTitled'],
    ],
  ])('what is a total by its own words: %j', (paths, fields) => {
    const found = headed('Xã', paths);
    expect(columns(found)).toEqual(fields);
    expect(told(found)).toEqual([]);
  });
});

describe('words of notes and of scores within other words', () => {
  it.each([
    ['Số khu dân cư tổ chức Ngày hội Đại đoàn kết toàn dân tộc', 'unityDays'],
    ['Quỹ “Vì người nghèo” vận động được (triệu đồng)', 'poorFund'],
    ['Quỹ “Vì người nghèo” vận động được (đồng)', 'new'],
    ['Số gương người tốt, việc tốt', 'goodDeeds'],
    ['Số địa chỉ tin cậy ở cộng đồng', 'trustedAddresses'],
    ['Số lớp tập huấn năm 2024', 'trainingClasses'],
    ['Nhà Đại đoàn kết › Xây mới', 'unityHousesBuilt'],
    ['Số người được tập huấn', 'new'],
    ['Số thôn có điểm đọc', 'new'],
    ['Điểm đọc sách cộng đồng', 'new'],
    ['Số hộ tự đánh giá', 'new'],
    ['Số người cao tuổi', 'new'],
    ['Địa chỉ tin cậy', 'new'],
    ['Ngày hội Đại đoàn kết', 'new'],
    ['Địa chỉ', 'ignored'],
    ['Người lập biểu', 'ignored'],
    ['Chức vụ người ký', 'ignored'],
    ['Ngày công nhận', 'ignored'],
    ['Số, ngày quyết định', 'ignored'],
    ['Số điện thoại', 'ignored'],
    ['Điện thoại liên hệ', 'ignored'],
    ['Thời gian tổ chức', 'ignored'],
    ['Điểm', 'selfScore'],
    ['Tổng điểm', 'selfScore'],
    ['Điểm tự chấm', 'selfScore'],
    ['Số điểm đạt được', 'selfScore'],
    ['Điểm thẩm định của huyện', 'selfScore'],
  ])('%s: %s', (path, field) => {
    expect(last(headed('Xã', ['Tổng số hộ', ...beside(path)]))).toBe(field);
  });

  it('figures in a column of notes are told', () => {
    expect(headed('Xã', ['Tổng số hộ', 'Ghi chú số liệu'], 12)?.doubts.map(({ header }) => header)).toEqual([
      'Ghi chú số liệu',
    ]);
    expect(headed('Xã', ['Tổng số hộ', 'Năm thành lập'], 2005)?.doubts).toEqual([]);
    expect(headed('Xã', ['Tổng số hộ', 'Số điện thoại'], '0912345678')?.doubts).toEqual([]);
  });
});

describe('words that change nothing: proposed, and told', () => {
  it.each([
    ['Số hộ gia đình được tặng danh hiệu Gia đình văn hóa', 'familiesTitled'],
    ['Gia đình văn hóa › Công nhận năm 2024 › Tổng số › Số hộ', 'familiesTitled'],
    ['Số hộ gia đình khá', 'new'],
    ['Gia đình văn hóa › Đăng ký năm 2024 › Tổng số › Số người', 'new'],
  ])('%s: %s', (path, field) => {
    const found = headed('Thôn', ['Tổng số hộ', ...beside(path)]);
    expect(last(found)).toBe(field);
    expect(found?.doubts.map(({ header }) => header)).toEqual([path.replace('2024', '{năm}')]);
  });
});

it('what the commune was made of heads its areas, and is no other commune', () => {
  const rows = (...sections: readonly string[]) => [
    ...TOP,
    ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ đạt GĐVH'],
    ['I', sections[0], 390, 369],
    [1, 'Thôn 1', 210, 198],
    [2, 'Thôn 2', 180, 171],
    ['II', sections[1], 273, 250],
    [1, 'Thôn 1', 150, 136],
    [2, 'Thôn 2', 123, 114],
  ];
  const former = fileOf([{ name: 'B', rows: rows('Xã Đông Phong (cũ)', 'Xã Tây Phong cũ') }]);
  expect(recognise(former, { set: adopted(former) }).column('bieu-01', 'households')).toEqual([
    210, 180, 150, 123,
  ]);
  const several = proposalOf(fileOf([{ name: 'B', rows: rows('Xã Đông Phong', 'Xã Cũ Tây') }]));
  expect(several?.communesOver).toHaveLength(1);
});

it('a header of two rows is found by what is not read as well', () => {
  const form = fileOf([
    {
      name: 'B',
      merges: ['A4:A5', 'B4:B5', 'C4:C5', 'D4:E4'],
      rows: [
        ...TOP,
        ['TT', 'Chỉ tiêu', 'Tổng số', 'Trong đó'],
        [null, null, null, 'Nữ', 'Dân tộc thiểu số'],
        [1, 'Số nhân khẩu', 2100, 1050, 300],
        [2, 'Tổng số hộ', 541, 120, 70],
      ],
    },
  ]);
  const outcome = recognise(form, { set: adopted(form) });
  expect(outcome.codes).not.toContain('layout/unknown-column');
});

it.each([
  // What was reached is said by the heading, and only of what the field is of.
  ['Việc cưới › Trong đó: đạt chuẩn', 'new'],
  ['Câu lạc bộ › Đạt chuẩn', 'new'],
  ['Nhà văn hóa › Đạt chuẩn', 'cultureHousesStandard'],
  ['Nhà văn hóa › Đạt', 'new'],
  ['Đám cưới › Đạt', 'new'],
  ['Hộ nghèo › Số đạt', 'new'],
  ['Gia đình văn hóa › Đạt', 'familiesTitled'],
  // Who is counted below a heading is of those whom it names.
  ['Hộ nghèo › Số hộ', 'poorHouseholds'],
  ['Hộ nghèo › Số khẩu', 'new'],
  ['Hộ cận nghèo › Số nhân khẩu', 'new'],
  ['Hộ gia đình › Số khẩu', 'population'],
  ['Nhà văn hóa › Số hộ', 'new'],
  // A title says of whom it is by its heading.
  ['Người cao tuổi › Tiêu biểu', 'new'],
  ['Việc cưới › Được tặng Giấy khen', 'new'],
  ['Mô hình › Hộ đăng ký', 'new'],
  ['Gia đình văn hóa › Tiêu biểu', 'familiesExemplary'],
  ['Gia đình văn hóa › Hộ đăng ký', 'familiesRegistered'],
])('%s: %s', (path, field) => {
  for (const key of ['Thôn', 'Xã']) expect(last(headed(key, beside(path))), key).toBe(field);
});

it('a line alone that says only that something was reached is of nothing that the set knows', () => {
  const rows = [
    ['TT', 'Nội dung', 'Kết quả'],
    [1, 'Số câu lạc bộ dưỡng sinh', 9],
    ['', 'Trong đó: đạt chuẩn', 4],
  ];
  const fields = proposalOf(fileOf([{ name: 'B', rows: [...TOP, ...rows] }]))?.form.tables[0]?.lines?.map(
    (one) => one.field,
  );
  expect(fields).not.toContain('cultureHousesStandard');
});
