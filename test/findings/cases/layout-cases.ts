/** VH2xx: the smallest workbook for each finding about sheets, headers, rows and lines. */
import {
  AREA_HEADER,
  areas,
  formula,
  identity,
  information,
  lines,
  recognise,
  SET,
  sheet,
  THREE_AREAS,
  workbook,
  written,
  type SheetOptions,
  type Typed,
} from '../../unit/submission/made-files.js';
import type { CriteriaSet, RawSheet } from '../../../src/model.js';
import type { Cases } from './case.js';

const sent = (...sheets: readonly RawSheet[]) => recognise(workbook([information(), ...sheets])).findings;
const [one = [], two = [], three = []] = THREE_AREAS;
const header = (...labels: readonly string[]) => AREA_HEADER.map((label, index) => labels[index] ?? label);
const NUMBERS: readonly (readonly Typed[])[] = [
  [1, 'Ấp 1', 217, 193, 'đạt'],
  [2, 'Ấp 2', 179, 161, 'đạt'],
];
const list = lines({ A4: 7 });
const HEAD = ['Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu'];

/** A form made for the set of the tests, under one that extends it with other fields. */
const underChild = (fields: CriteriaSet['fields']) => {
  const { id, formVersion, forms, indicators } = SET;
  const above = { id, formVersion, forms, indicators, fields: SET.fields };
  const set = { ...SET, id: 'tinh', fields, ancestors: [above] };
  return recognise(workbook([information(), areas([one]), identity()]), { set }).findings;
};
const households = SET.fields.filter((field) => field.id === 'households');

/** Biểu 02 with one line changed; all its other lines stay. */
const withLine = (
  code: string,
  change: (row: readonly Typed[]) => readonly (readonly Typed[])[],
  options?: SheetOptions,
) => {
  const rows = SET.fields.flatMap((field): readonly (readonly Typed[])[] => {
    const own = field.form === 'bieu-02' ? field.code : field.alsoIn?.code;
    if (own === undefined) return [];
    const row = [own, field.label, field.unit ?? '', own === 'A4' ? 7 : null];
    return own === code ? change(row) : [row];
  });
  return sent(sheet('Biểu 02', [HEAD, ...rows], options));
};

export const LAYOUT_CASES: Cases = {
  'layout/no-form': () => recognise(workbook([sheet('Sheet1', [['Danh sách hộ nghèo']])])).findings,
  'layout/header-not-found': () => sent(sheet('Biểu 01', [one]), list),
  'layout/column-missing': () =>
    sent(
      sheet('Biểu 01', [
        [...AREA_HEADER.slice(0, 2), '', ...AREA_HEADER.slice(3)],
        [1, 'Ấp 1', null, 1, 'đạt'],
      ]),
    ),
  'layout/unknown-column': () =>
    sent(
      sheet('Biểu 01', [
        [...AREA_HEADER, 'Số hộ mới đến'],
        [...one, 3],
      ]),
    ),
  'layout/unread-column': () =>
    sent(
      sheet('Biểu 01', [
        [...AREA_HEADER, 'Họ tên trưởng thôn'],
        [...one, 'Lê Văn An'],
      ]),
    ),
  'layout/rate-columns': () =>
    sent(
      sheet('Biểu 01', [
        ['STT', 'Tên thôn', 'Tổng số hộ', 'Đăng ký', null, 'Số hộ được tặng danh hiệu', 'Thôn văn hóa'],
        [null, null, null, 'Số hộ', 'Tỷ lệ %'],
        [1, 'Thôn Đông', 100, 90, 90, 80, 'đạt'],
      ]),
    ),
  'layout/duplicate-column': () =>
    sent(
      sheet('Biểu 01', [
        [...AREA_HEADER, 'Tổng số hộ'],
        [...one, 3],
      ]),
    ),
  'layout/columns-of-other-period': () =>
    sent(
      sheet('Biểu 01', [
        AREA_HEADER.map((label, at) => (at === 2 ? `${String(label)} (năm 2023)` : label)),
        one,
      ]),
    ),
  'layout/stray-figure': () => sent(areas([[...one, null, 3]])),
  'layout/row-after-total': () => sent(areas([one, [null, 'Tổng cộng', 120, 100], two])),
  'layout/subtotal-row': () =>
    sent(areas([one, [null, 'Cộng nhóm 1', 120, 100], two, [null, 'Tổng cộng', 200, 170]])),
  'layout/hidden-rows': () => sent(areas([one], { hiddenRows: [2] })),
  'layout/row-without-name': () => sent(areas([one, [2, null, 80]])),
  'layout/line-missing': () => withLine('A5', () => []),
  'layout/line-duplicate': () => withLine('A4', (row) => [row, row.with(3, 8)]),
  'layout/line-unknown': () => withLine('A4', (row) => [row, ['A99', 'Số cây xanh', 'cây', 4]]),
  'layout/line-unread': () => withLine('A4', (row) => [row, ['', 'Số cây xanh trồng mới', 'cây', 4]]),
  'layout/other-columns-kept': () => sent(areas([one]), identity({ version: '0' })),
  'layout/not-asked': () =>
    underChild([...SET.fields, ...households.map((field) => ({ ...field, id: 'bikes', label: 'Hộ có xe' }))]),
  'layout/no-longer-asked': () => underChild(SET.fields.filter(({ id }) => id !== 'familiesTitled')),
  'layout/hidden-columns': () => sent(areas([one], { hiddenColumns: [3] })),
  'layout/hidden-sheet': () => sent(areas([one], { state: 'hidden' })),
  'layout/other-sheet': () => sent(areas([one]), sheet('Nháp', [[5]])),
  'layout/column-gone': () =>
    sent(areas([one]), identity({}, { areaName: 'B2', households: 'C2', poorHouseholds: 'F2' })),
  'layout/columns-moved': () =>
    sent(areas([one]), identity({}, { areaName: 'B2', familiesTitled: 'C2', households: 'D2' })),
  'layout/formulas-unchecked': () =>
    sent(areas([[1, 'Ấp 1', written('VLOOKUP(1,A:B,2)', 120), 100, 'đạt'], two])),
  'layout/formulas-not-calculated': () =>
    recognise({
      ...workbook([information(), areas([[1, 'Ấp 1', written('VLOOKUP(1,A:B,2)', 120), 100, 'đạt'], two])]),
      calculation: 'manual',
    }).findings,
  'layout/formulas-recalculated': () =>
    recognise({
      ...workbook([information(), areas([[1, 'Ấp 1', written('60*2', 120), 100, 'đạt'], two])]),
      calculation: 'on-load',
    }).findings,
  'layout/stale-sum': () => sent(areas([one, two, [null, 'Tổng cộng', formula(120), formula(170)]])),
  'layout/formula-overwritten': () =>
    sent(areas([one, [null, 'Tổng cộng', 120]]), identity({}, { areaName: 'B2', households: 'C2' })),
  'layout/subtotal-differs': () =>
    sent(areas([one, [null, 'Cộng nhóm 1', 119, 100], two, [null, 'Tổng cộng', 200, 170]])),
  'layout/two-tables': () =>
    sent(areas([one, [null, 'Tổng cộng', 120, 100], [1, 'Ấp 1', 118, 99], [null, 'Tổng cộng', 118, 99]])),
  'layout/other-table': () => sent(areas([one, header('TT', 'Tổng số hộ', AREA_HEADER[1] ?? ''), three])),
  'layout/text-rows': () => sent(areas([[null, 'Khu vực phía Bắc'], one])),
  'layout/row-is-sum': () =>
    sent(areas([...NUMBERS, [3, 'Ấp 3', 396, 354, 'đạt'], [null, 'Tổng cộng', 396, 354]])),
  'layout/row-perhaps-sum': () =>
    sent(
      areas([...NUMBERS.map((row) => row.slice(0, 3)), [3, 'Ấp 3', 396]].map((row) => row.with(0, row[0]))),
    ),
  'layout/row-perhaps-near-copy': () =>
    sent(
      sheet('Biểu 01', [
        [...AREA_HEADER, 'Số nhân khẩu', 'Câu lạc bộ thể thao'],
        ...[217, 179, 217].map((many, at) => [
          at + 1,
          `Ấp ${String(at + 1)}`,
          many,
          many - 24,
          'đạt',
          many * 4 - 3,
          at === 2 ? 6 : 5,
        ]),
      ]),
    ),
  'layout/row-perhaps-copy': () =>
    sent(
      sheet('Biểu 01', [
        [...AREA_HEADER, 'Số nhân khẩu', 'Câu lạc bộ thể thao'],
        ...[217, 179, 217].map((many, at) => [
          at + 1,
          `Ấp ${String(at + 1)}`,
          many,
          many - 24,
          'đạt',
          many * 4 - 3,
          5,
        ]),
      ]),
    ),
  'layout/row-near-sum': () => sent(areas([...NUMBERS, [null, 'Gộp lại', 397, 354]])),
  'layout/row-perhaps-near-sum': () => sent(areas([...NUMBERS, [3, 'Ấp 3', 397, 354, 'đạt']])),
  'layout/row-unclear': () => sent(areas([...NUMBERS, [null, 'Cụm 1', 430, 385, 'đạt']])),
  'layout/rows-repeat-total': () => sent(areas([...NUMBERS, one, one, [null, 'Tổng cộng', 318, 277]])),
  'layout/rows-repeat-all': () =>
    sent(
      areas([
        ...NUMBERS,
        [3, 'Ấp 3', 317, 288, 'đạt'],
        [4, 'Nông thôn', 534, 481, 'đạt'],
        [5, 'Thành thị', 179, 161, 'đạt'],
      ]),
    ),
  'layout/rows-perhaps-repeat-all': () =>
    sent(
      areas([
        [1, 'Ấp 1', 21, 10, 'đạt'],
        [2, 'Ấp 2', 32, 16, 'đạt'],
        [3, 'Ấp 3', 29, 14, 'đạt'],
        [4, 'Ấp 4', 24, 12, 'đạt'],
      ]),
    ),
  'layout/total-between': () => sent(areas([one, [null, 'Tổng cộng', 200, 170], two])),
  'layout/only-total': () => sent(areas([[null, 'Toàn xã', 200, 170]])),
  'layout/rows-ended': () =>
    recognise(
      workbook([
        information({ 'Mã đơn vị hành chính': '734', 'Tên đơn vị': 'Tân Phú', 'Loại đơn vị': 'huyện' }),
        sheet('Biểu 05', [
          ['TT', 'Loại', 'Tên thiết chế, hoạt động, đơn vị', 'Đến ngày', 'Số người làm việc'],
          [1, 'thư viện', 'Thư viện huyện', '31/12/2018', 1],
          [2, 'bảo tàng', 'Bảo tàng huyện', null, 4],
        ]),
      ]),
    ).findings,
  'layout/blocks-of-others': () => sent(areas([one, ['UBND XÃ PHÚ AN'], two])),
  'layout/rows-no-area': () => sent(areas([one, two, [null, 'Trong đó: hộ mới', 9, 8, 'đạt']])),
  'layout/perhaps-bodies': () => sent(areas([one, two.with(1, 'Bệnh viện đa khoa huyện')])),
  'layout/columns-of-plans': () =>
    sent(sheet('Biểu 01', [[null, null, 'Kế hoạch'], AREA_HEADER, one, two], { merges: ['C1:D1'] })),
  'layout/title-of-plans': () => sent(sheet('Biểu 01', [['DỰ KIẾN NĂM 2024'], AREA_HEADER, one, two])),
  'layout/parts-beside-whole': () =>
    sent(
      areas([
        [1, 'Ấp 1', 370, 330, 'đạt'],
        ['1.1', 'Xóm Trên', 206, 180, 'đạt'],
        ['1.2', 'Xóm Dưới', 164, 150, 'đạt'],
      ]),
    ),
  'layout/perhaps-parts-beside-whole': () =>
    sent(
      areas([
        [1, 'Ấp 1', 412, 330, 'đạt'],
        ['1.1', 'Xóm Trên', 206, 180, 'đạt'],
        ['1.2', 'Xóm Dưới', 164, 120, 'đạt'],
      ]),
    ),
  'layout/units-as-rows': () => sent(areas([one.with(1, 'Xã Phú An'), two.with(1, 'Xã Nam Cát Tiên')])),
  'layout/rows-of-other-units': () =>
    sent(areas([one.with(1, 'Ấp 1 - xã Phú An'), two.with(1, 'Ấp 2, xã Nam Cát Tiên')])),
  'layout/perhaps-rows-of-other-units': () => sent(areas([one, two, two.with(1, 'Ấp 3 (xã Phú An)')])),
  'layout/perhaps-units-as-rows': () => sent(areas([one.with(1, 'P. Phú An'), two, two.with(1, 'Ấp 3')])),
  'layout/own-name-as-row': () => sent(areas([one.with(1, 'Xã Dak Lua')])),
  'layout/perhaps-blocks-of-others': () => sent(areas([one, ['2. Phú An'], two])),
  'layout/own-total-as-row': () => sent(areas([one, one.with(1, 'Xã Dak Lua').with(2, 130)])),
  'submission/file-name-of-other': () =>
    recognise(workbook([information(), areas([one])], 'submissions/26125-xa-phu-an-bieu-01-04-2024.xlsx'))
      .findings,
  'layout/line-conflict': () => withLine('A4', (row) => [row.with(0, 'A5')]),
  'layout/line-renamed': () => withLine('A4', (row) => [row.with(1, 'Buổi họp dân')]),
  'layout/line-by-text': () => withLine('A4', (row) => [row.with(0, 'Z99')]),
  'layout/line-repeated': () => withLine('A4', (row) => [row, row]),
  'layout/names-swapped': () => sent(areas([['Ấp 1', 1, ...one.slice(2)]])),
  'layout/too-many-rows': () =>
    sent(areas(Array.from({ length: 20_001 }, (_, index) => [index + 1, `Ấp ${index + 1}`, 1])), list),
  'layout/pair-duplicate': () =>
    recognise(
      workbook([
        sheet('Thông tin', [
          ['Mã đơn vị hành chính', '26119'],
          ['Kỳ báo cáo', '2024'],
          ['Tổng số hộ của đơn vị', 120],
          ['Tổng số hộ của đơn vị', 130],
        ]),
        areas([one]),
      ]),
    ).findings,
};
