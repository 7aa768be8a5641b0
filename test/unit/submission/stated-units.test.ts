/** A unit of measure that the sender states beside figures: another than the field's makes them other numbers. */
import { describe, expect, it } from 'vitest';
import { AREA_HEADER, information, recognise, SET, sheet, workbook, type Typed } from './made-files.js';

const labelOf = (id: string): string => SET.fields.find((field) => field.id === id)?.label ?? id;
const FUNDS = 'fundsSpentCommune';
const list = (unit: string, heading = 'Số liệu', title: readonly Typed[] = []) =>
  recognise(
    workbook([
      information(),
      sheet('Biểu 02', [
        title,
        ['Mã', 'Chỉ tiêu', 'Đơn vị tính', heading],
        ['K9', labelOf(FUNDS), unit, 5000],
        ['F2', labelOf('festivals'), 'lễ hội', 3],
      ]),
    ]),
  );
const table = (header: string, title: readonly Typed[] = []) =>
  recognise(
    workbook([
      information(),
      sheet('Biểu 01', [
        title,
        AREA_HEADER.map((label, at) => (at === 3 ? `${String(label)}${header}` : label)),
        [1, 'Ấp 1', 120, 94, 'đạt'],
        [2, 'Ấp 2', 80, 77, 'đạt'],
      ]),
    ]),
  );

describe('another unit of measure', () => {
  it.each([
    ['đơn vị: nghìn đồng', true],
    ['ĐVT: đồng', true],
    ['số liệu tính bằng nghìn đồng, đã quyết toán', true],
    ['5000 nghìn đồng', true],
    ['5000 triệu đồng', false],
    ['4000 nghìn đồng đã chi', false],
    ['đơn vị: triệu đồng', false],
    ['đơn vị: Phòng Tài chính', false],
    ['đã quyết toán', false],
  ])('“%s” in the remark of a line speaks of that line alone', (remark, isOther) => {
    const outcome = recognise(
      workbook([
        information(),
        sheet('Biểu 02', [
          ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú'],
          ['K8', labelOf('fundsSpentDistrict'), 'triệu đồng', 5000, remark],
          ['K9', labelOf(FUNDS), 'triệu đồng', 5000],
          ['K10', labelOf('fundsSpentSocial'), 'triệu đồng', 12],
        ]),
      ]),
    );
    const found = outcome.findings.filter(({ code }) => code === 'cell/other-unit');
    expect(found.map(({ fields }) => fields)).toEqual(isOther ? [['fundsSpentDistrict']] : []);
  });

  it('stands above a table right of other words, and in a remark beside a figure that is left blank', () => {
    const under = (first: readonly Typed[], remark?: string) =>
      recognise(
        workbook([
          information(),
          sheet('Biểu 02', [
            first,
            ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú'],
            ['K8', labelOf('fundsSpentDistrict'), 'triệu đồng', null, remark ?? ''],
            ['K9', labelOf(FUNDS), '', 5000],
          ]),
        ]),
      ).findings.filter(({ code }) => code === 'cell/other-unit');
    for (const first of [
      ['UBND xã', 'Biểu 02', '', 'ĐVT: nghìn đồng'],
      ['Năm', 2024, 'ĐVT: nghìn đồng'],
      ['Mã đơn vị:', '09532', '', '', 'Đơn vị tính: nghìn đồng'],
      ['Biểu', '02', '', '', 'ĐVT: nghìn đồng'],
      ['PL1', '', '', '', 'ĐVT: nghìn đồng'],
      ['B.01', '', '', '', '(Đơn vị: nghìn đồng)'],
      ['Năm', '', '', 2024, 'ĐVT: nghìn đồng'],
    ])
      expect(under(first)).toHaveLength(1);
    expect(under([], 'đơn vị: nghìn đồng')).toEqual([]);
  });

  it('over a whole list is one finding for all figures under it', () => {
    const outcome = recognise(
      workbook([
        information(),
        sheet('Biểu 02', [
          ['Đơn vị tính: nghìn đồng'],
          ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu'],
          ['K9', labelOf(FUNDS), '', 5000],
          ['K10', labelOf('fundsSpentSocial'), '', 700],
        ]),
      ]),
    );
    const told = outcome.findings.filter(({ code }) => code === 'cell/other-unit');
    expect(told.map(({ fields }) => fields)).toEqual([[FUNDS, 'fundsSpentSocial']]);
  });

  it.each(['đồng', 'nghìn đồng', 'Ngàn đồng', '1.000 đồng', 'tỷ đồng', 'VNĐ'])(
    'in the line of an amount, over its column or over the list, is an error with both: %s',
    (unit) => {
      for (const outcome of [
        list(unit),
        list('triệu đồng', `Số liệu (${unit})`),
        list('', 'Số liệu', [null, null, `Đơn vị tính: ${unit}`]),
      ]) {
        const [told] = outcome.findings.filter(({ code }) => code === 'cell/other-unit');
        expect(told?.message).toContain(`“${unit}”`);
        expect(told?.message).toContain('triệu đồng');
        expect(outcome.column('bieu-02', FUNDS)).toEqual(['excluded']);
        expect(outcome.column('bieu-02', 'festivals')).toEqual([3]);
      }
    },
  );

  it.each([' (%)', ' (nghìn hộ)', ' (ĐVT: %)'])('over a column of counts is an error: “…%s”', (unit) => {
    const outcome = table(unit);
    const told = outcome.findings.filter(({ code }) => code === 'cell/other-unit');
    expect(told).toHaveLength(1);
    expect(told[0]?.message).toContain('2 số chưa được tính: Ấp 1 ghi 94; Ấp 2 ghi 77');
    expect(told[0]?.related?.map(({ cell }) => cell)).toEqual(['D2', 'D4']);
    expect(outcome.column('bieu-01', 'familiesTitled')).toEqual(['excluded', 'excluded']);
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80]);
  });

  it('is the share of the count that stands beside it under the same words', () => {
    for (const share of ['Gia đình văn hóa (%)', `${labelOf('familiesTitled')} ( % )`])
      for (const ahead of [false, true]) {
        const pair = (count: Typed, rate: Typed) => (ahead ? [rate, count] : [count, rate]);
        const head = pair('Gia đình văn hóa (hộ)', share);
        const outcome = recognise(
          workbook([
            information(),
            sheet('Biểu 01', [
              [...AREA_HEADER.slice(0, 3), ...head, AREA_HEADER[4]],
              [1, 'Ấp 1', 120, ...pair(94, 78.33), 'đạt'],
              [2, 'Ấp 2', 80, ...pair(77, 96.25), 'đạt'],
            ]),
          ]),
        );
        expect(outcome.codes).toEqual([]);
        expect(outcome.column('bieu-01', 'familiesTitled')).toEqual([94, 77]);
        expect(outcome.column('bieu-01', 'familyRateTyped')).toEqual([7833, 9625]);
      }
  });

  it('is none where it is the same, or no unit at all', () => {
    for (const unit of ['triệu đồng', 'Triệu đồng', 'trđ', 'Tr. đồng', '', 'năm 2024'])
      for (const outcome of [list(unit), list('triệu đồng', 'Số liệu', [`(Đơn vị tính: ${unit})`])])
        expect(outcome.column('bieu-02', FUNDS)).toEqual([5_000_000]);
    for (const outcome of [table(''), table(' (hộ)'), table('', ['ĐVT: hộ']), table('', ['ĐVT: %'])])
      expect(outcome.column('bieu-01', 'familiesTitled')).toEqual([94, 77]);
  });

  it('is seen in every usual spelling, behind the words of a line and in a title, also among others', () => {
    for (const unit of ['ngđ', 'ng.đ', 'nghìn đ', '1.000 VNĐ', 'tỷ đ'])
      expect(list(unit).column('bieu-02', FUNDS)).toEqual(['excluded']);
    const titles = ['KINH PHÍ NĂM 2024 (đơn vị: nghìn đồng)', 'Đơn vị tính: đồng, lễ hội'];
    for (const title of titles)
      expect(list('', 'Số liệu', [title]).column('bieu-02', FUNDS)).toEqual(['excluded']);
    const line = (text: string) =>
      recognise(
        workbook([
          information(),
          sheet('Biểu 02', [
            ['Mã', 'Chỉ tiêu', 'Số liệu'],
            ['K9', `${labelOf(FUNDS)} (${text})`, 5000],
          ]),
        ]),
      ).column('bieu-02', FUNDS);
    expect(line('nghìn đồng')).toEqual(['excluded']);
    expect(line('triệu đồng')).toEqual([5_000_000]);
  });

  it('is not what another table, a share beside the figure or a heading over both says', () => {
    const outcome = recognise(
      workbook([
        information(),
        sheet('Biểu 02', [
          ['ĐVT: nghìn đồng'],
          [null, 'Đơn vị tính: triệu đồng, lễ hội'],
          ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'So sánh'],
          ['K9', labelOf(FUNDS), 'triệu đồng', 5000, '%'],
          ['F2', labelOf('festivals'), 'lễ hội', 3, '%'],
        ]),
      ]),
    );
    expect(outcome.column('bieu-02', FUNDS)).toEqual([5_000_000]);
    expect(outcome.column('bieu-02', 'festivals')).toEqual([3]);
    for (const heading of ['Gia đình văn hóa (%)', 'Gia đình văn hóa (hộ, %)'])
      for (const share of ['Tỷ lệ (%)', 'TL']) {
        const grouped = recognise(
          workbook([
            information(),
            sheet(
              'Biểu 01',
              [
                [...AREA_HEADER.slice(0, 3), heading, null, AREA_HEADER[4]],
                [null, null, null, 'Số hộ', share],
                [1, 'Ấp 1', 120, 94, 78.33, 'đạt'],
                [2, 'Ấp 2', 80, 77, 96.25, 'đạt'],
              ],
              { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'] },
            ),
          ]),
        );
        expect(grouped.column('bieu-01', 'familiesTitled')).toEqual([94, 77]);
      }
  });
});
