/** Headings that name a part of a report, or only that something was reached, make no label mean another figure. */
import { describe, expect, it } from 'vitest';
import { isQuantity } from '../../../../src/measures/field-types.js';
import { sliceOf } from '../../../support/sweep.js';
import { SET } from '../made-files.js';
import { fileOf } from './made-forms.js';
import { proposalOf } from './reading.js';

const TOP = [['UBND XÃ DAK LUA'], ['NĂM 2024'], []];

/** The field of the set that a line is taken for below a section. */
function fieldOf(label: string, section?: string): string {
  const lines = [...(section === undefined ? [] : [['I', section]]), [1, label, 3]];
  const others = [
    ['II', 'Loa đài'],
    [1, 'Số loa', 4],
  ];
  const header = ['TT', 'Chỉ tiêu', 'Kết quả'];
  const form = proposalOf(fileOf([{ name: 'B', rows: [...TOP, header, ...lines, ...others] }]))?.form;
  const { field = 'none' } = form?.tables[0]?.lines?.[0] ?? {};
  return form?.fields?.some(({ id }) => id === field) === true ? 'none' : field;
}

const LABELS = [
  ...new Set([
    ...SET.fields
      .filter((field) => isQuantity(field) && ['bieu-01', 'bieu-02'].includes(field.form))
      .flatMap(({ label, aliases = [] }) => [label, ...aliases]),
    ...SET.totals.flatMap(({ label, aliases = [] }) => [label, ...aliases]),
    ...['Số hộ gia đình', 'Số gia đình', 'Số thôn', 'Số nhà', 'Số người', 'Tổng số', 'Số lượng', 'Đạt'],
    ...['Đăng ký', 'Số đạt', 'Công nhận', 'Đạt chuẩn', 'Trong đó: Đạt', '3 năm liên tục'],
  ]),
];

describe.each([
  'VĂN HÓA',
  'Lĩnh vực văn hóa',
  'VĂN HÓA - XÃ HỘI',
  'Văn hóa, thể thao và du lịch',
  'DÂN SỐ',
  'Kết quả thực hiện',
])('below %s', (section) => {
  it('every label is what it is by itself, or nothing that the set knows', () => {
    const wrong = sliceOf(LABELS, 60).flatMap((label) => {
      const [below, alone] = [fieldOf(label, section), fieldOf(label)];
      return below === alone || below === 'none' ? [] : [`${label}: ${below}, not ${alone}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('below what was reached, without what it is', () => {
  const BARE = [
    'Tổng số',
    'Số lượng',
    'Đạt',
    'Số đạt',
    'Đăng ký',
    'Công nhận',
    'Đạt chuẩn',
    '3 năm liên tục trở lên',
  ];
  it.each(['ĐĂNG KÝ', 'ĐẠT', 'CÔNG NHẬN', '3 NĂM LIÊN TỤC', 'TIÊU BIỂU', 'DANH HIỆU VĂN HÓA'])(
    '%s no label says which figure it is',
    (section) => {
      for (const label of BARE) expect([fieldOf(label), 'none'], label).toContain(fieldOf(label, section));
    },
  );

  it('the label still says it where it can', () => {
    expect(fieldOf('Gia đình văn hóa', 'ĐĂNG KÝ')).toBe('familiesRegistered');
    expect(fieldOf('Số hộ', 'GIA ĐÌNH VĂN HÓA')).toBe('familiesTitled');
    expect(fieldOf('Gia đình', 'DANH HIỆU VĂN HÓA')).toBe('familiesTitled');
    expect(fieldOf('Số thôn, tổ dân phố', 'DANH HIỆU VĂN HÓA')).toBe('areaCount');
  });
});

it('a heading that says only whom it counts makes no other figure of a word below it', () => {
  const merges = ['A4:A5', 'B4:B5', 'C4:D4'];
  const rows = [
    ...TOP,
    ['TT', 'Thôn', 'Hộ gia đình', null, 'Số loa'],
    [null, null, 'Văn hóa', 'Hộ nghèo'],
    [1, 'Thôn Đông', 90, 2, 3],
  ];
  const form = proposalOf(fileOf([{ name: 'B', merges, rows }]))?.form;
  const own = new Set(form?.fields?.map(({ id }) => id));
  const [family, poor] = (form?.tables[0]?.columns ?? []).map(({ field = 'none' }) =>
    own.has(field) ? 'new' : field,
  );
  expect(['new', 'familiesTitled']).toContain(family);
  expect(poor).toBe('poorHouseholds');
});

describe('households and areas', () => {
  it.each(['Cơ quan, đơn vị', 'Cơ quan, đơn vị, doanh nghiệp văn hóa'])(
    'are no agencies below %s',
    (section) => {
      const wrong = sliceOf(LABELS, 60).filter(
        (label) =>
          /(?<!\p{L})(?:hộ|gia đình|thôn|tổ dân phố|khu dân cư)(?!\p{L})/iu.test(label) &&
          fieldOf(label, section).startsWith('agencies'),
      );
      expect(wrong).toEqual([]);
    },
  );

  it.each(['Số thôn, tổ dân phố', 'Số khu dân cư', 'Số thôn', 'Số hộ', 'Số hộ gia đình'])(
    '%s that were awarded are not all of them',
    (all) => {
      for (const section of ['Khu dân cư', 'Thôn, tổ dân phố', 'Hộ nghèo', 'Hộ gia đình'])
        expect(['areaCount', 'households', 'poorHouseholds'], section).not.toContain(
          fieldOf(`${all} được công nhận`, section),
        );
    },
  );
});
