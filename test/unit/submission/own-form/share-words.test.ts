/** What a share of a form is of: by its own words before the count that stands beside it, and never another share. */
import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../../../src/criteria/set-queries.js';
import type { OwnLine } from '../../../../src/model.js';
import { asSummary } from '../../../../src/submission/adopt/summary-form.js';
import { SET } from '../made-files.js';
import { fileOf } from './made-forms.js';
import { proposalOf } from './reading.js';

const TOP = [['UBND XÃ DAK LUA'], ['NĂM 2024'], []];

/** Line by line, what the shares of a form of a level above are filled with. */
function linesOf(labels: readonly string[]): readonly OwnLine[] {
  const rows = labels.map((label, at) => [at + 1, label, /tỷ lệ|%/iu.test(label) ? '%' : 'số', 10 + at]);
  const file = fileOf([{ name: 'B', rows: [...TOP, ['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả'], ...rows] }]);
  const proposal = proposalOf(file);
  return proposal === undefined ? [] : (asSummary(proposal, SET).form.tables[0]?.lines ?? []);
}
const rateOf = (labels: readonly string[]): string => {
  const line = linesOf(labels).at(-1);
  return line?.indicator ?? line?.field ?? 'blank';
};

/** Of a table of areas as communes fill it. */
function columnsOf(...headers: readonly string[]): readonly (string | undefined)[] {
  const row = [1, 'Thôn Đông', ...headers.map((_, at) => 100 - at)];
  const file = fileOf([{ name: 'B', rows: [...TOP, ['TT', 'Thôn', ...headers], row] }]);
  return (proposalOf(file)?.form.tables[0]?.columns ?? []).map(({ field, role }) => role ?? field);
}

const ALL = 'Tổng số hộ';
const AWARDED = 'Số hộ đạt GĐVH';
const rates = indicatorsOf(SET).filter(
  ({ denominator, label }) => denominator !== undefined && /^Tỷ lệ /u.test(label),
);
const COUNTS = [
  ALL,
  AWARDED,
  'Số hộ đăng ký GĐVH',
  'Hộ nghèo',
  'Số thôn, tổ dân phố đạt danh hiệu văn hóa',
  'Số chợ văn minh',
];

/** The same share as other offices write it. */
const wordings = (label: string): readonly string[] => {
  const plain = label.replaceAll(/[“”]/gu, '');
  return [
    label,
    plain,
    `${plain} (%)`,
    plain.replace(/^Tỷ lệ/u, 'Tỉ lệ'),
    plain.replace(/^Tỷ lệ/u, '%'),
    plain.replace('được tặng danh hiệu', 'đạt danh hiệu'),
    plain.replace('được tặng danh hiệu', 'đạt'),
    plain.replaceAll('Gia đình văn hóa', 'GĐVH'),
    plain.replaceAll('thôn, tổ dân phố', 'thôn'),
    plain.replaceAll('thôn, tổ dân phố', 'thôn/tổ dân phố'),
    plain.replace('thể dục thể thao', 'TDTT'),
  ];
};

describe('a share of a form of a level above', () => {
  it('is the rate that its words name, or blank, behind whatever count it stands', () => {
    const wrong: string[] = [];
    let right = 0;
    let all = 0;
    for (const { id, label } of rates)
      for (const before of COUNTS)
        for (const said of new Set(wordings(label))) {
          const found = rateOf([ALL, before, said]);
          all += 1;
          if (found === id) right += 1;
          else if (found !== 'blank' && !isSame(found, id))
            wrong.push(`${before} | ${said}: ${found}, not ${id}`);
        }
    expect(wrong).toEqual([]);
    expect(right / all).toBeGreaterThan(0.75);
  });

  it.each([
    [[ALL, AWARDED, 'Tỷ lệ'], 'familyTitleRate'],
    [[ALL, AWARDED, 'Tỷ lệ hộ đạt (%)'], 'familyTitleRate'],
    [[ALL, AWARDED, 'Tỷ lệ so với tổng số hộ'], 'familyTitleRate'],
    [[ALL, AWARDED, 'Tỷ lệ đạt so với số hộ đăng ký'], 'familyTitleRateRegistered'],
    [[ALL, AWARDED, 'Tỷ lệ hộ đạt/số hộ đăng ký (%)'], 'familyTitleRateRegistered'],
    [[ALL, AWARDED, 'Tỷ lệ trên địa bàn xã'], 'familyTitleRate'],
    [[ALL, AWARDED, 'Tỷ lệ (3/2)'], 'familyTitleRate'],
    [[ALL, AWARDED, 'Tỷ lệ', 'Tỷ lệ so với đăng ký'], 'familyTitleRateRegistered'],
    [[ALL, AWARDED, 'Tỷ lệ', 'Tỷ lệ'], 'blank'],
    [[ALL, AWARDED, 'Tỷ lệ so với năm 2020'], 'blank'],
    [[ALL, AWARDED, 'Tỷ lệ người dân có thẻ bảo hiểm y tế'], 'blank'],
    [[ALL, 'Số hộ đạt chuẩn môi trường', 'Tỷ lệ'], 'blank'],
    [[ALL, 'Số hộ đạt chuẩn môi trường', 'Tỷ lệ hộ đạt'], 'blank'],
    [[ALL, 'Ghi chú', 'Tỷ lệ'], 'blank'],
    [[ALL, AWARDED, 'Số thôn có nhà văn hóa', 'Tỷ lệ thôn có nhà văn hóa'], 'areasWithCultureHouseRate'],
  ])('%j', (labels, rate) => {
    expect(rateOf(labels)).toBe(rate);
  });

  it('may stand in two lines, and both are read', () => {
    const twice = linesOf([ALL, AWARDED, 'Tỷ lệ hộ đạt GĐVH', 'Hộ nghèo', 'Tỷ lệ hộ đạt danh hiệu GĐVH']);
    expect(twice.map(({ indicator }) => indicator)).toEqual([
      ...[undefined, undefined, 'familyTitleRate'],
      ...[undefined, 'familyTitleRate'],
    ]);
  });

  it('that nobody knows is told', () => {
    const rows = [ALL, AWARDED, 'Tỷ lệ dân dùng nước sạch'].map((label, at) => [at + 1, label, 10]);
    const proposal = proposalOf(
      fileOf([{ name: 'B', rows: [...TOP, ['TT', 'Chỉ tiêu', 'Kết quả'], ...rows] }]),
    );
    if (proposal === undefined) throw new Error('nothing to adopt');
    expect(asSummary(proposal, SET).doubts.map(({ header, proposal: why }) => `${header}: ${why}`)).toEqual([
      'Tỷ lệ dân dùng nước sạch: để trống: chưa rõ là tỷ lệ của số nào',
    ]);
  });
});

describe('a share in the table of a commune', () => {
  it('is the rate of the awarded only where it says no other', () => {
    for (const { id, label } of rates)
      for (const said of new Set(wordings(label))) {
        const [, , share] = columnsOf(ALL, AWARDED, said);
        if (share === 'familyRateTyped') expect(isSame('familyTitleRate', id), said).toBe(true);
      }
  });

  it.each([
    'Tỷ lệ %',
    'Tỷ lệ hộ đạt (%)',
    'Tỷ lệ GĐVH',
    '% so với tổng số hộ',
    'Tỷ lệ hộ được tặng danh hiệu (%)',
  ])('%s is that of the awarded', (share) => {
    expect(columnsOf(ALL, AWARDED, share)).toEqual(['households', 'familiesTitled', 'familyRateTyped']);
  });

  it.each([
    'Tỷ lệ hộ nghèo (%)',
    'Tỷ lệ đạt so với đăng ký (%)',
    'Tỷ lệ người tập TDTT',
    'Tỷ lệ dùng nước sạch',
  ])('%s is none of it', (share) => {
    expect(columnsOf(ALL, AWARDED, share)).toEqual(['households', 'familiesTitled', 'share']);
  });
});

/** A form that says only "thôn" may mean all areas. */
function isSame(found: string, id: string): boolean {
  const whole = (one: string): string => one.replace(/(?:Thon|ToDanPho)$/u, '');
  return whole(found) === whole(id);
}
