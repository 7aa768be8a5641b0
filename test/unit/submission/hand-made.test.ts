/** Forms that communes make themselves: own headings, own columns, ticks and lists without codes. */
import { describe, expect, it } from 'vitest';
import { csv, found, recognise, sheet, SET, workbook, type Typed } from './made-files.js';

const TITLE = [['UBND XÃ DAK LUA'], [], ['BIỂU TỔNG HỢP NĂM 2024'], []];
const HEADER = ['STT', 'Tên thôn', 'Tổng số hộ', 'Hộ đạt GĐVH', 'Danh hiệu thôn, TDP văn hóa'];
const ROWS: readonly (readonly Typed[])[] = [
  [1, 'Ấp 1', 120, 100, 'Đạt'],
  [2, 'Ấp 2', 80, 70, 'Không đạt'],
];
/** A workbook of one sheet with one more column. */
const withColumn = (header: string, cells: readonly Typed[], above?: string) =>
  recognise(
    workbook([
      sheet('Sheet1', [
        ...TITLE,
        ...(above === undefined ? [] : [[null, null, null, null, null, above]]),
        [...HEADER, header],
        ...ROWS.map((row, index) => [...row, cells[index]]),
      ]),
    ]),
  );

describe('a table with the sender’s own headings', () => {
  it('is read by usual abbreviations', () => {
    const outcome = withColumn('Ghi chú', []);
    expect(outcome.codes).toEqual(['submission/unit-from-title']);
    expect(outcome.column('bieu-01', 'familiesTitled')).toEqual([100, 70]);
    expect(outcome.column('bieu-01', 'areaTitle')).toEqual(['awarded', 'notAwarded']);
  });

  it.each(['Việc cưới', 'Đám cưới'])('takes a column with the heading over it: %s', (heading) => {
    expect(withColumn('Tổng số', [3, 4], heading).column('bieu-01', 'weddings')).toEqual([3, 4]);
  });

  it('keeps headings over several columns when a CSV has lost their merges', () => {
    const outcome = recognise(
      csv([
        ['UBND XÃ DAK LUA', 'NĂM 2024'],
        ['STT', 'Tên thôn', 'Tổng số hộ', 'Hộ đạt GĐVH', 'Danh hiệu', 'Việc cưới', '', 'Việc tang', ''],
        ['', '', '', '', '', 'Tổng số', 'Theo nếp sống văn minh', 'Tổng số', 'Theo nếp sống văn minh'],
        ['1', 'Ấp 1', '120', '100', 'đạt', '9', '8', '5', '4'],
      ]),
    );
    const figures = ['weddings', 'weddingsCivilised', 'funerals', 'funeralsCivilised'];
    expect(figures.map((field) => outcome.column('bieu-01', field)[0])).toEqual([9, 8, 5, 4]);
  });

  it.each([
    ['Tang lễ', /Có phải cột “Đám tang theo nếp sống văn minh”/u],
    ['Lễ hội', /không được tính\.$/u],
  ])(
    'asks for the column that fits the heading %s, not for one that only shares the label',
    (heading, asks) => {
      const [asked] = found(withColumn('Theo nếp sống văn minh', [1, 2], heading), 'layout/unknown-column');
      expect(asked?.message).toMatch(asks);
    },
  );
});

describe('answers in a column the form does not have', () => {
  it.each([
    ['Hương ước quy ước thôn', ['có', 'không'], 'layout/unknown-column'],
    ['Nước sạch', ['x', null], 'layout/unknown-column'],
    ['Họ tên trưởng thôn', ['Lê Văn An', 'Trần Thị Bình'], 'layout/unread-column'],
  ] as const)('are told: %s', (header, cells, code) => {
    expect(found(withColumn(header, cells), code)).toHaveLength(1);
  });
});

describe('a blank in a column of yes and no', () => {
  it('is missing', () => {
    expect(withColumn('Khu thể thao', ['x', null]).column('bieu-01', 'sportsGround')).toEqual([
      'yes',
      'missing',
    ]);
  });

  it.each(['Khu thể thao (đánh dấu x)', 'Khu thể thao (x)'])(
    'means no where the header asks for ticks: %s',
    (header) => {
      expect(withColumn(header, ['x', null]).column('bieu-01', 'sportsGround')).toEqual(['yes', 'no']);
    },
  );
});

describe('a list without codes', () => {
  const named = SET.fields.filter(({ form }) => form === 'bieu-02').slice(3, 10);
  const listed = (count: number) =>
    recognise(
      workbook([
        sheet('Sheet1', [...TITLE, HEADER, ...ROWS]),
        sheet('Sheet2', [
          ['UBND XÃ DAK LUA'],
          ['STT', 'Nội dung', 'ĐVT', 'Số lượng'],
          ...named.slice(0, count).map(({ label }, index) => [index + 1, `- ${label}`, '', index + 2]),
          [9, 'Số cây xanh trồng mới', 'cây', '500 cây'],
        ]),
      ]),
    );

  it('is read by the texts of its lines; a line of its own is told', () => {
    const outcome = listed(7);
    expect(named.map(({ id }) => outcome.column('bieu-02', id)[0])).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(found(outcome, 'layout/line-unread').map(({ at }) => at.cell)).toEqual(['D10']);
  });

  it('is no form when only a few lines are known, and that is told', () => {
    const outcome = listed(4);
    expect(outcome.part('bieu-02')).toBeUndefined();
    expect(outcome.codes).toContain('layout/other-sheet');
  });
});

it('says in which cell the title names another year', () => {
  const outcome = recognise(
    workbook([sheet('Sheet1', [['UBND XÃ DAK LUA'], ['KẾT QUẢ NĂM 2023'], HEADER, ...ROWS])]),
  );
  expect(found(outcome, 'submission/wrong-period').map(({ at }) => [at.sheet, at.cell])).toEqual([
    ['Sheet1', 'A2'],
  ]);
});
