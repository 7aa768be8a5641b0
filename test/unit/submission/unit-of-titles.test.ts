/** How the lines above a table name their sender: with and without kind, label and further words. */
import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../src/submission/layout/sheet-grid.js';
import { titleBlock } from '../../../src/submission/sender/title-block.js';
import { AREA_HEADER, found, information, recognise, sheet, THREE_AREAS, workbook } from './made-files.js';

const named = (line: string): readonly string[] =>
  titleBlock(gridOf(sheet('S', [[line], ['Năm 2024'], ['TT', 'Thôn']])), 3).units.map(({ name }) => name);

describe('a title line', () => {
  it.each([
    ['UBND XÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['UBND xã: Dũng Liệt', 'xã: Dũng Liệt'],
    ['Xã: Đồng Tâm', 'Xã Đồng Tâm'],
    ['Xã: Dũng Liệt, năm 2024', 'Xã Dũng Liệt'],
    ['Đơn vị báo cáo: UBND xã Dũng Liệt', 'xã Dũng Liệt'],
    ['Xã, thị trấn: xã Dũng Liệt', 'xã Dũng Liệt'],
    ['Xã: Dũng Liệt', 'Xã Dũng Liệt'],
    ['Tên xã: Dũng Liệt', 'Xã Dũng Liệt'],
    ['Xã: Phú An huyện Tân Phú', 'Xã Phú An'],
    ['Phường: Tân Phú thành phố Đồng Xoài tỉnh Bình Phước', 'Phường Tân Phú'],
    ['Xã: Quận Sơn', 'Xã Quận Sơn'],
    ['Xã: Tứ Quận - huyện Yên Sơn', 'Xã Tứ Quận'],
    ['Xã: Tứ Quận huyện Yên Sơn', 'Xã Tứ Quận'],
    ['Xã: Tứ Quận, huyện Yên Sơn', 'Xã Tứ Quận'],
    ['Xã: Tứ Quận', 'Xã Tứ Quận'],
    ['XÃ: TỨ QUẬN TỈNH TUYÊN QUANG', 'Xã TỨ QUẬN'],
    ['Xã: Phước Tỉnh - Huyện: Long Điền', 'Xã Phước Tỉnh'],
    ['Xã: Phước Tỉnh huyện: Long Điền', 'Xã Phước Tỉnh'],
    ['Thị trấn : Chờ', 'Thị trấn Chờ'],
    ['Xã: ……Dũng Liệt……', 'Xã Dũng Liệt'],
    ['Xã ..Dũng Liệt....', 'Xã Dũng Liệt'],
    ['Đơn vị cấp xã: xã Dũng Liệt, huyện Yên Phong', 'xã Dũng Liệt'],
    ['Đơn vị: xã Dũng Liệt', 'xã Dũng Liệt'],
    ['BCĐ xã Dũng Liệt', 'xã Dũng Liệt'],
    ['BAN CHỈ ĐẠO PHONG TRÀO “TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HÓA” XÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['ỦY BAN NHÂN DÂN\nXÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['UBND XãDũng Liệt', 'XãDũng Liệt'],
    ['ỦY BAN MTTQ VIỆT NAM XÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['PHÒNG VĂN HÓA - XÃ HỘI XÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['Phòng VH&XH phường Chờ', 'phường Chờ'],
    ['ĐẢNG ỦY XÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['UBND XÃ DŨNG LIỆT\nBAN CHỈ ĐẠO PHONG TRÀO', 'XÃ DŨNG LIỆT'],
    ['Biểu số 1 – Xã Dũng Liệt', 'Xã Dũng Liệt'],
    ['BIỂU SỐ 01. XÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['Phụ lục I: Xã Dũng Liệt', 'Xã Dũng Liệt'],
    ['Mẫu 1a - xã Dũng Liệt', 'xã Dũng Liệt'],
    ['HUYỆN YÊN PHONG\nXÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['UBND HUYỆN YÊN PHONG\nỦY BAN NHÂN DÂN XÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['UBND HUYỆN YÊN PHONG - XÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['UBND HUYỆN YÊN PHONG      UBND XÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['XÃ DŨNG LIỆT; UBND XÃ DŨNG LIỆT', 'XÃ DŨNG LIỆT'],
    ['Xã Dũng Liệt - huyện Yên Phong', 'Xã Dũng Liệt'],
    ['XÃ DŨNG LIỆT – HUYỆN YÊN PHONG', 'XÃ DŨNG LIỆT'],
    ['XÃ DŨNG LIỆT-HUYỆN YÊN PHONG', 'XÃ DŨNG LIỆT'],
    ['UBND xã Dũng Liệt huyện Yên Phong', 'xã Dũng Liệt'],
    ['XÃ DŨNG LIỆT NĂM 2024', 'XÃ DŨNG LIỆT'],
    ['XÃ DŨNG LIỆT 6 THÁNG ĐẦU NĂM 2024', 'XÃ DŨNG LIỆT'],
    ['Xã Dũng Liệt: kết quả phong trào', 'Xã Dũng Liệt'],
    ['Xã Dũng Liệt (huyện Yên Phong)', 'Xã Dũng Liệt'],
    ['Xã Dũng Liệt (cũ)', 'Xã Dũng Liệt (cũ)'],
    ['Thị trấn Năm Căn', 'Thị trấn Năm Căn'],
    ['xã Tứ Quận: kết quả năm 2024', 'xã Tứ Quận'],
    ['UBND TT Chờ', 'TT. Chờ'],
    ['Biểu 1 - Phường 5', 'Phường 5'],
    ['Biểu 1 - Xã Động Đạt', 'Xã Động Đạt'],
  ])('%j names a commune', (line, name) => {
    expect(named(line)).toEqual([name]);
  });

  it.each([
    'Đơn vị: hộ',
    'Đơn vị tính: triệu đồng',
    'Đơn vị: Dũng Liệt',
    'Xã, thị trấn: Dũng Liệt',
    'Đơn vị báo cáo: Dũng Liệt',
    'Địa phương: Xuân Lộc',
    'Xã: Phú An, Phú Vinh',
    'Xã: Phú An; Xã: Phú Vinh',
    'Biểu 1. Xây dựng gia đình văn hóa',
    'Mẫu 2 - Phương hướng năm 2024',
    'Biểu 3 - Xã đạt chuẩn nông thôn mới',
    'Phụ lục 2. Phường văn minh đô thị',
    'HUYỆN YÊN PHONG\nPHÒNG VĂN HÓA',
    'HUYỆN YÊN PHONG\nXÃ PHÚ AN\nXÃ PHÚ VINH',
    'UBND HUYỆN YÊN PHONG - NĂM 2024',
    'Địa phương: huyện Yên Phong',
    'Đơn vị báo cáo: 258',
    'Đơn vị báo cáo:',
    'Xã: ………………',
    'Xã, phường, thị trấn',
    'BIỂU TỔNG HỢP KẾT QUẢ PHONG TRÀO XÃ DŨNG LIỆT',
    'PHÒNG VĂN HÓA - XÃ HỘI',
    'PHÒNG VĂN HÓA VÀ THÔNG TIN HUYỆN YÊN PHONG',
    'ỦY BAN MTTQ VIỆT NAM HUYỆN YÊN PHONG',
  ])('%j names none', (line) => {
    expect(named(line)).toEqual([]);
  });
});

it.each([
  [['Xã:', 'Dak Lua'], 'Xã Dak Lua'],
  [['Tên xã:', 'Dak Lua', 'Huyện:', 'Tân Phú'], 'Xã Dak Lua'],
  [['Thị trấn', 'Tân Phú'], 'Thị trấn Tân Phú'],
  [['Xã:', 'Phú An, Phú Vinh'], undefined],
  [['Đơn vị:', 'Dak Lua'], undefined],
])('a label and its value in two cells, %j, name a commune as in one', (cells, name) => {
  const block = titleBlock(gridOf(sheet('S', [cells, ['TT', 'Thôn']])), 2);
  expect(block.units.map((one) => one.name)).toEqual([name].flatMap((one) => one ?? []));
});

it('a label and the name of another commune in two cells are told in a form that says whose it is', () => {
  const rows = [['Xã:', 'Phú An'], AREA_HEADER, ...THREE_AREAS];
  const outcome = recognise(workbook([information(), sheet('Biểu 01', rows)]));
  expect(outcome.codes).toContain('submission/sheet-of-other-unit');
});

it('that mentions a unit among other words is a candidate, with its code in the line for the office', () => {
  const lines = [['BIỂU TỔNG HỢP KẾT QUẢ PHONG TRÀO XÃ DAK LUA NĂM 2024'], AREA_HEADER, ...THREE_AREAS];
  const [one] = found(recognise(workbook([sheet('S', lines)])), 'submission/unit-unknown');
  expect(one?.message).toContain('Có thể là: Xã Dak Lua');
  expect(one?.hint).toMatch(/unit: "26119"/u);
});

it('that names the district of another is asked about', () => {
  const titled = (line: string) =>
    recognise(workbook([sheet('S', [[line], ['Năm 2024'], AREA_HEADER, ...THREE_AREAS])]));
  expect(titled('Xã: Dak Lua - Huyện: Tân Phú').parts.map(({ unit }) => unit)).toContain('26119');
  expect(titled('Xã: Dak Lua huyện Tân Phú tỉnh Đồng Nai').parts.map(({ unit }) => unit)).toContain('26119');
  expect(titled('Xã: Dak Lua - Huyện: Định Quán').parts.every(({ unit }) => unit === undefined)).toBe(true);
});

it('tells two communes of one name apart by the district behind it', () => {
  const unitOf = (line: string) =>
    recognise(workbook([sheet('S', [[line], ['Năm 2024'], AREA_HEADER, ...THREE_AREAS])])).parts[0]?.unit;
  expect(unitOf('UBND xã Phú Lộc - huyện Tân Phú')).toBe('26131');
  expect(unitOf('XÃ PHÚ LỘC, HUYỆN ĐỊNH QUÁN')).toBe('26206');
  expect(unitOf('Xã Phú Lộc huyện Định Quán')).toBe('26206');
  expect(unitOf('XÃ PHÚ LỘC')).toBeUndefined();
  expect(unitOf('XÃ DAK LUA - HUYỆN ĐỊNH QUÁN')).toBeUndefined();
});

it.each(['Đơn vị báo cáo: Dak Lua', 'Xã, thị trấn: Dak Lua'])('%j is proposed, with the code', (line) => {
  const outcome = recognise(workbook([sheet('S', [[line], ['Năm 2024'], AREA_HEADER, ...THREE_AREAS])]));
  expect(found(outcome, 'submission/unit-unknown')[0]?.hint).toMatch(/unit: "26119"/u);
});

describe('a commune at the head of a title line', () => {
  const unitOf = (line: string) =>
    recognise(workbook([sheet('S', [[line], ['Năm 2024'], AREA_HEADER, ...THREE_AREAS])])).parts.map(
      ({ unit }) => unit,
    );

  it.each([
    'Xã Dak Lua - Xây dựng đời sống văn hóa',
    'UBND xã Dak Lua, xây dựng nông thôn mới',
    'Xã Dak Lua - Phương hướng, kết quả',
    'Xã Dak Lua - Phường, xã báo cáo',
    'Xã Dak Lua - Xã hội hóa nguồn lực',
    'Xã Dak Lua - Xã nông thôn mới',
    'UBND XÃ DAK LUA - XÃ AN TOÀN KHU',
    'Xã Dak Lua, xã miền núi',
    'Xã Dak Lua, Xã anh hùng',
    'Xã Dak Lua, xã Dak Lua cũ',
    'Xã Dak Lua, xã loại I',
    'Đơn vị: Xã Dak Lua, xã khu vực I',
    'Đơn vị báo cáo: UBND xã Dak Lua - xã miền núi',
    'Biểu số 1 – Xã Dak Lua, xã miền núi',
    'Xã Dak Lua, xã Phú An cũ',
    'Xã Dak Lua, xã Phú An (cũ) năm 2024',
    'Xã Dak Lua - Xã anh hùng năm 2024',
    'Xã Dak Lua - X. Dak Lua: kết quả',
    'Xã Dak Lua - P. Văn hóa',
    'Xã Dak Lua - Tân Phú - Đồng Nai',
    'Xã Dak Lua, huyện Tân Phú',
    'Xã Dak Lua (nhập từ xã Phú An)',
    'Xã Dak Lua - Nơi nhận: UBND xã Phú An',
    'Xã Dak Lua - Người lập: Phú An',
  ])('sends %j, whatever else is said of it', (line) => {
    expect(unitOf(line)).toEqual(['26119']);
  });

  it.each([
    'Xã Dak Lua; xã Phú An',
    'UBND xã Dak Lua - XÃ PHÚ AN',
    'Biểu 1 - Xã Dak Lua, xã Phú An',
    'XÃ DAK LUA - XÃ PHÚ AN NĂM 2024',
    'Xã Dak Lua - Xã Phú An: Kết quả năm 2024',
    'XÃ DAK LUA - XÃ PHÚ AN (KỲ TRƯỚC)',
    'Xã Dak Lua - X. Phú An',
    'Xã Dak Lua, TT. Tân Phú năm 2024',
    'Xa Dak Lua - xa Phu An',
    'XA DAK LUA, XA PHU AN',
    'Xa Dak Lua; Phu An',
    'UBND XÃ DAK LUA - PHÚ AN',
    'UBND xã Dak Lua - UBND xã Phú An',
    'UBND xã Dak Lua; Ủy ban nhân dân xã Phú An',
    'Xã Dak Lua – Xã Phú An',
    'XÃ DAK LUA-XÃ PHÚ AN',
  ])('does not send %j, which names another one', (line) => {
    expect(unitOf(line)).toEqual([undefined]);
  });
});
