/** Lists of households of several areas: bands between the rows, addresses, and answers in three columns. */
import { describe, expect, it } from 'vitest';
import { recognise, type Typed } from '../made-files.js';
import { fileOf } from './made-forms.js';
import { adopted, proposalOf } from './reading.js';

type Row = readonly Typed[];

const TITLE = [['UBND XÃ DAK LUA'], ['DANH SÁCH HỘ GIA ĐÌNH VĂN HÓA NĂM 2024']];

function read(blank: readonly Row[], filled: readonly Row[]) {
  const outcome = recognise(fileOf([{ name: 'DS', rows: [...TITLE, ...filled] }]), {
    set: adopted(fileOf([{ name: 'DS', rows: [...TITLE, ...blank] }])),
  });
  const names = outcome.parts.flatMap(({ table, state }) =>
    state === 'used' ? (table?.rowLabels ?? []) : [],
  );
  const counts = outcome.column('bieu-01', 'familiesTitled');
  const told = outcome.findings.flatMap(({ severity, code }) => (severity === 'info' ? [] : [code]));
  return { of: names.map((name, at) => `${name}: ${String(counts[at])}`), told };
}

describe('bands between the rows of a list', () => {
  const head = ['TT', 'Họ và tên chủ hộ', 'Kết quả'];
  const people = (...answers: readonly string[]): readonly Row[] =>
    answers.map((answer, at) => [at + 1, `Trần Thị ${String(at)}`, answer]);
  const blank = [head, ['I', 'Thôn …'], [1], ['II', 'Thôn …'], [1]];
  const listed = (...filled: readonly Row[]) => read(blank, [head, ...filled]);

  it.each([
    [['I', 'Thôn Phú Trên'], ['II', 'Thôn Phú Dưới'], 'Thôn Phú Trên', 'Thôn Phú Dưới'],
    [['I. THÔN ĐÔNG (3 hộ)'], ['II. THÔN TÂY'], 'Thôn Đông', 'Thôn Tây'],
    [[null, 'Tổ 1'], [null, 'Tổ 2'], 'Tổ 1', 'Tổ 2'],
    [[1, 'Tổ dân phố: số 1'], [2, 'Tổ dân phố: số 2'], 'Tổ dân phố số 1', 'Tổ dân phố số 2'],
  ] as const)('%j and %j are the areas of the rows below them', (first, second, one, other) => {
    const { of, told } = listed(first, ...people('Đạt', 'Đạt', 'Không đạt'), second, ...people('Đạt'));
    expect(of).toEqual([`${one}: 2`, `${other}: 1`]);
    expect(told).toEqual([]);
  });

  it('leave what nobody named to nobody', () => {
    for (const band of [
      ['II', 'Thôn ……'],
      ['II', 'Thôn:'],
    ])
      expect(listed(['I', 'Thôn Đông'], ...people('Đạt'), band, ...people('Đạt'))).toEqual({
        of: ['Thôn Đông: 1'],
        told: ['own-form/row-without-area'],
      });
    const before = listed(...people('Đạt'), ['I', 'Thôn Đông'], ...people('Đạt'));
    expect(before).toEqual({ of: ['Thôn Đông: 1'], told: ['own-form/row-without-area'] });
  });

  it('that stand where others name an area, and name none, leave their rows to nobody', () => {
    for (const band of [
      ['II', 'Các hộ khác'],
      ['II', 'Tỷ lệ %'],
    ])
      expect(listed(['I', 'Thôn Đông'], ...people('Đạt'), band, ...people('Đạt'))).toEqual({
        of: ['Thôn Đông: 1'],
        told: ['own-form/row-without-area'],
      });
    // Numbered otherwise it heads rows of the same area.
    const within = listed(
      ['I', 'Thôn Đông'],
      ['A', 'Hộ tiêu biểu'],
      ...people('Đạt'),
      ['B', 'Hộ khác'],
      ...people('Đạt'),
    );
    expect(within).toEqual({ of: ['Thôn Đông: 2'], told: [] });
  });

  it('that were deleted are asked about where the numbers begin again, or more rows stand there than was said', () => {
    const asked = ['cell/rows-of-another-area'];
    const [one, two] = [people('Đạt', 'Đạt'), people('Đạt', 'Không đạt', 'Đạt')];
    const on = (from: number, rows: readonly Row[]) =>
      rows.map(([, ...rest], at): Row => [from + at, ...rest]);
    expect(listed(['I', 'Thôn Đông'], ...one, ...two)).toEqual({ of: ['Thôn Đông: 4'], told: asked });
    expect(listed(['I', 'Thôn Đông'], ...one, [null, 'Cộng', 2], ...two).told).toEqual(asked);
    expect(read(blank, [['Thôn: Đông'], head, ...one, ...two]).told).toEqual(asked);
    expect(listed(['I. Thôn Đông (2 hộ)'], ...one, ...on(3, two)).told).toEqual(asked);
    expect(listed(['I', 'Thôn Đông'], ...one, ...one, ['II', 'Thôn Tây'], ...two, ...two).told).toEqual([
      ...asked,
      ...asked,
    ]);
    // The first household went with the line, or the first two.
    const four = people('Đạt', 'Đạt', 'Đạt', 'Đạt');
    for (const from of [2, 3])
      expect(listed(['I', 'Thôn Đông'], ...four, ...on(from, two)).told, String(from)).toEqual(asked);
    for (const numbers of [
      [1, 2, 4, 3, 5],
      [4, 1, 3, 2],
      [1, 2, 3, 3, 4],
    ])
      expect(
        listed(['I', 'Thôn Đông'], ...numbers.map((number): Row => [number, `Trần Thị ${number}`, 'Đạt']))
          .told,
        numbers.join(),
      ).toEqual(numbers[0] === 4 ? asked : []);
    // Numbers that go on, that skip or slip, headings within, and lists of some of the households.
    for (const rows of [
      [['I', 'Thôn Đông'], ...one, ['II', 'Thôn Tây'], ...on(3, two)],
      [['I. Thôn Đông (2 hộ)'], ...one, ['II. Thôn Tây (120 hộ)'], ...two],
      [['I', 'Thôn Đông'], ...one, ...on(2, two)],
      [['I', 'Thôn Đông'], ['A', 'Hộ tiêu biểu'], ...one, ['B', 'Hộ khác'], ...two],
      [['Thôn Đông'], ['Tổ 1'], ...one, ['Tổ 2'], ...two],
      // A heading in the first column, and numbers of households that are no count of the rows.
      [['I', 'Thôn Đông'], ...one, ['Hộ đạt 3 năm liên tục'], ...two, ['II', 'Thôn Tây'], ...two],
      [['I', 'Thôn Đông (gồm 2 hộ mới tách)'], ...two, ['II', 'Thôn Tây'], ...one],
      [['I', 'Thôn Đông: có 2 hộ nghèo'], ...two, ['II', 'Thôn Tây: 120 hộ, đạt 2 hộ'], ...two],
      [['I', 'Thôn Đông 2 hộ nghèo'], ...two, ['II', 'Thôn Tây'], ...one],
    ])
      expect(listed(...rows).told).toEqual([]);
  });

  it('of parts of an area are of the one above them', () => {
    const parted = [['Tổ 1'], ...people('Đạt'), ['Tổ 2'], ...people('Đạt', 'Đạt')];
    expect(listed(['Thôn Đông'], ...parted, ['Thôn Tây'], ...people('Đạt')).of).toEqual([
      'Thôn Đông: 3',
      'Thôn Tây: 1',
    ]);
    expect(read(blank, [['Thôn: Đông'], head, ...parted]).of).toEqual(['Thôn Đông: 3']);
  });

  it('that name no area change nothing', () => {
    const grouped = [['I', 'Hộ tiêu biểu'], ...people('Đạt'), ['II', 'Các hộ khác'], ...people('Đạt')];
    expect(read(blank, [['Thôn: Đông'], head, ...grouped]).of).toEqual(['Thôn Đông: 2']);
  });
});

it('a row with an answer in which nobody is named is told, one that was left over is not', () => {
  const head = ['TT', 'Họ và tên chủ hộ', 'Kết quả'];
  const listed = (...rows: readonly Row[]) =>
    read([['Thôn: Đông'], head, [1]], [['Thôn: Đông'], head, [1, 'Trần Thị A', 'Đạt'], ...rows]);
  expect(listed([2], [3])).toEqual({ of: ['Thôn Đông: 1'], told: [] });
  expect(listed([2, null, 'Đạt']).told).toEqual(['cell/row-of-nobody']);
});

describe('a column of addresses', () => {
  const head = (address: string) => ['TT', 'Họ và tên chủ hộ', address, 'Kết quả'];
  const listed = (address: string, ...said: readonly string[]) =>
    read(
      [head(address), [1]],
      [head(address), ...said.map((one, at) => [at + 1, `Trần Thị ${String(at)}`, one, 'Đạt'])],
    );

  it('says the area of each household', () => {
    const said = ['Thôn Đông', 'Số 5, tổ 2, thôn Đông', 'Thôn Tây, xã Dak Lua'];
    for (const address of ['Địa chỉ', 'Nơi ở', 'Địa chỉ (thôn)', 'Nơi thường trú (thôn, tổ dân phố)'])
      expect(listed(address, ...said)).toEqual({ of: ['Thôn Đông: 2', 'Thôn Tây: 1'], told: [] });
  });

  it('makes no area of a street, nor of a bare name unless it is there for areas', () => {
    expect(listed('Địa chỉ', '12 Trần Phú', 'Thôn Đông')).toEqual({
      of: ['Thôn Đông: 1'],
      told: ['own-form/row-without-area'],
    });
    expect(listed('Địa chỉ (thôn)', 'Đông', 'Đông').of).toEqual(['Đông: 2']);
  });

  it('is proposed with a doubt unless it says so itself, and not where a line above names the one area', () => {
    const keyOf = (address: string, ...above: readonly Row[]) => {
      const proposal = proposalOf(fileOf([{ name: 'DS', rows: [...TITLE, ...above, head(address), [1]] }]));
      return {
        key: proposal?.form.tables[0]?.key,
        asks: proposal?.doubts.some(({ header }) => header === address),
      };
    };
    expect(keyOf('Địa chỉ')).toEqual({ key: ['Địa chỉ'], asks: true });
    expect(keyOf('Địa chỉ (thôn)')).toEqual({ key: ['Địa chỉ (thôn)'], asks: false });
    expect(keyOf('Địa chỉ', ['Thôn: ………']).key).toEqual(['Họ và tên chủ hộ']);
  });
});

describe('a third column of answers', () => {
  const head = (third: string): readonly Row[] => [
    ['TT', 'Họ và tên chủ hộ', 'Thôn', 'Kết quả bình xét', null, null],
    [null, null, null, 'Đạt', 'Không đạt', third],
  ];
  const merges = ['A3:A4', 'B3:B4', 'C3:C4', 'D3:F3'];
  const drawn = (third: string, ...rows: readonly Row[]) =>
    fileOf([{ name: 'DS', merges, rows: [...TITLE, ...head(third), ...rows] }]);
  const listed = (third: string, ...marks: readonly Row[]) => {
    const rows = marks.map((one, at) => [at + 1, `Trần Thị ${String(at)}`, 'Thôn Đông', ...one]);
    const outcome = recognise(drawn(third, ...rows), { set: adopted(drawn(third, [1])) });
    return {
      counts: outcome.column('bieu-01', 'familiesTitled'),
      told: outcome.findings.flatMap(({ severity, code }) => (severity === 'info' ? [] : [code])),
    };
  };

  it('that says who was not up for the title answers, and counts nobody', () => {
    for (const third of ['Không xét', 'Không bình xét', 'Không đăng ký', 'Miễn xét'])
      expect(listed(third, ['x'], [null, 'x'], [null, null, 'x'])).toEqual({ counts: [1], told: [] });
    expect(listed('Không xét', ['x'], [])).toEqual({ counts: ['missing'], told: ['own-form/answer-blank'] });
    expect(listed('Không xét', ['x', null, 'x']).told).toEqual(['own-form/answer-unknown']);
  });

  it('that nobody knows is asked of the office, and the commune is not told to answer again', () => {
    expect(listed('Tiêu biểu', ['x'], [null, null, 'x'])).toEqual({
      counts: ['missing'],
      told: ['own-form/answer-elsewhere'],
    });
    expect(listed('Tiêu biểu', ['x'], [null, null, 'x'], []).told.toSorted()).toEqual([
      'own-form/answer-blank',
      'own-form/answer-elsewhere',
    ]);
    const doubts = proposalOf(drawn('Tiêu biểu', [1]))?.doubts.map(({ header }) => header);
    expect(doubts).toContain('Kết quả bình xét › Tiêu biểu');
  });
});
