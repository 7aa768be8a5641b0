/** New fields that add up, and those of which each unit's own figure is all there is. */
import { describe, expect, it } from 'vitest';
import { fileOf } from './made-forms.js';
import { proposalOf } from './reading.js';

const TOP = [['UBND XÃ DAK LUA'], ['NĂM 2024'], []];

/** The new field of one line of a table by indicators, under a section where one is said. */
function ofLine(label: string, unit = '', section?: string): string {
  const rows = [
    ['I', section ?? 'Số liệu chung'],
    [1, label, unit, 3],
    ['II', 'Dân cư'],
    [1, 'Tổng số hộ', 'hộ', 120],
  ];
  const file = fileOf([{ name: 'B', rows: [...TOP, ['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả'], ...rows] }]);
  const [field] = proposalOf(file)?.form.fields ?? [];
  return field === undefined ? 'none is new' : `${field.type} ${field.aggregation}`;
}

/** The same of a column of areas, below a heading where one is said. */
function ofColumn(...path: readonly string[]): string {
  const [label = '', over] = path.toReversed();
  const heads =
    over === undefined
      ? [['TT', 'Thôn', 'Tổng số hộ', label, 'Số loa']]
      : [
          ['TT', 'Thôn', 'Tổng số hộ', over, null],
          [null, null, null, label, 'Số loa'],
        ];
  const merges = over === undefined ? [] : ['A4:A5', 'B4:B5', 'C4:C5', 'D4:E4'];
  const rows = [...TOP, ...heads, [1, 'Thôn Đông', 120, 3, 1], [2, 'Thôn Tây', 110, 4, 2]];
  const [field] = proposalOf(fileOf([{ name: 'B', merges, rows }]))?.form.fields ?? [];
  return field === undefined ? 'none is new' : `${field.type} ${field.aggregation}`;
}

describe('figures of which no sum means anything', () => {
  it.each([
    ['Thu nhập bình quân đầu người', 'triệu đồng/người/năm', 'amount none'],
    ['Thu nhập bình quân', 'triệu đồng', 'amount none'],
    ['Thu nhập trung bình của hộ', 'triệu đồng', 'amount none'],
    ['Mức chi ngân sách cho văn hóa', 'đồng/người', 'amount none'],
    ['Số nhân khẩu bình quân', 'người/hộ', 'amount none'],
    ['Số bản sách', 'bản/người', 'amount none'],
    ['Mật độ dân số', 'người/km2', 'amount none'],
    ['Điểm bình quân', 'điểm', 'amount none'],
    ['Điểm chuyển đổi số', 'điểm', 'amount none'],
    ['Tổng điểm', 'điểm', 'amount none'],
    ['Chỉ số hài lòng', '', 'amount none'],
    ['Bán kính phục vụ', 'km', 'amount none'],
    ['Xếp hạng toàn huyện', '', 'count none'],
    ['Thứ hạng thi đua', '', 'count none'],
    ['Số năm liên tục xã đạt chuẩn', 'năm', 'count none'],
    ['Năm ra mắt mô hình camera', 'năm', 'count none'],
  ])('line %s (%s)', (label, unit, said) => {
    expect(ofLine(label, unit)).toBe(said);
  });

  it.each([
    ['Số người trong độ tuổi lao động', 'người'],
    ['Lao động trong độ tuổi', 'người'],
    ['Số trẻ em trong độ tuổi đi học', 'em'],
    ['Phụ nữ trong độ tuổi sinh đẻ', ''],
    ['Số hộ buôn bán kinh doanh', 'hộ'],
    ['Số người mất do tai nạn', 'người'],
    ['Hội viên Hội Cựu chiến binh quận', 'người'],
    ['Số vụ vi phạm khoảng cách', 'vụ'],
    ['So vu vi pham khoang cach', 'vu'],
    ['Câu lạc bộ sức khỏe', 'CLB/người'],
    ['Lớp tập huấn', 'lớp/người'],
    ['Vụ bạo lực gia đình', 'vụ/người'],
    ['Thôn có hộ nghèo đa chiều', 'thôn/hộ'],
  ])('line %s (%s) counts', (label, unit) => {
    expect(ofLine(label, unit)).toBe('count sum');
  });

  it.each([
    ['Mat do dan so', 'amount none'],
    ['Thu nhap binh quan', 'amount none'],
    ['Khoảng cách đến trung tâm', 'amount none'],
    ['Độ tuổi kết hôn', 'amount none'],
    ['Tuổi thọ', 'amount none'],
  ])('line %s is measured', (label, said) => {
    expect(ofLine(label)).toBe(said);
  });

  it.each([
    [['Diện tích sân (m2)'], 'amount sum'],
    [['Mật độ dân số'], 'amount none'],
    [['Xếp hạng'], 'count none'],
    [['Thu nhập', 'Bình quân (triệu đồng/người)'], 'amount none'],
    [['Giữ vững mô hình (năm)'], 'count none'],
  ])('column %j', (path, said) => {
    expect(ofColumn(...path)).toBe(said);
  });
});

describe('figures that add up, whatever words stand in them', () => {
  it.each([
    ['Số hộ có thu nhập trên mức bình quân', 'hộ'],
    ['Hộ có mức sống trung bình', 'hộ'],
    ['Hộ trung bình', 'hộ'],
    ['Số điểm vui chơi', 'điểm'],
    ['Điểm đọc sách cộng đồng', 'điểm'],
    ['Số điểm truy cập internet', 'điểm'],
    ['Số di tích xếp hạng cấp tỉnh', 'di tích'],
    ['Xếp hạng cấp quốc gia', 'di tích', 'Di tích lịch sử'],
    ['Sản phẩm OCOP xếp hạng 4 sao', 'sản phẩm'],
    ['Số năm học mới khai giảng', ''],
    ['Lượt khách mỗi năm', 'lượt/năm'],
    ['Tổng thu từ du lịch', 'triệu đồng/năm'],
    ['Số người tham gia trung tâm học tập', 'người'],
    ['Nam, nữ cưới trước tuổi', 'cặp'],
  ])('line %s (%s)', (label, unit, section?: string) => {
    expect(ofLine(label, unit, section)).toMatch(/ sum$/u);
  });

  it.each([
    [['Mức sống', 'Trung bình']],
    [['Di tích', 'Xếp hạng']],
    [['Số cặp cưới trước tuổi']],
    [['Số trường đạt chuẩn mức độ 2']],
  ])('column %j', (path) => {
    expect(ofColumn(...path)).toMatch(/ sum$/u);
  });
});

it('the person is told that a figure is not added', () => {
  const rows = [
    [1, 'Tổng số hộ', 'hộ', 120],
    [2, 'Xếp hạng thi đua', '', 3],
    [3, 'Số loa truyền thanh', 'cái', 5],
  ];
  const file = fileOf([{ name: 'B', rows: [...TOP, ['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả'], ...rows] }]);
  const told = proposalOf(file)?.doubts.filter(({ proposal }) => proposal.includes('không cộng'));
  expect(told?.map(({ header }) => header)).toEqual(['Xếp hạng thi đua']);
});
