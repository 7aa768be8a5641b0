/** Sentences beside a table: what is of another year or of half of one is nothing that the table says, the best unit is. */
import { describe, expect, it } from 'vitest';
import type { WrittenBlock } from '../../../src/model.js';
import { verify } from '../../../src/verification/verify.js';
import { words } from './corpus.js';

const vocabulary = words();
const TABLE: WrittenBlock = {
  kind: 'table',
  place: 'bảng 1',
  rows: [
    [
      'Đơn vị',
      'Tổng số hộ',
      'Số hộ đạt danh hiệu Gia đình văn hóa',
      'Tỷ lệ hộ đạt Gia đình văn hóa (%)',
      'Số thôn có nhà văn hóa',
    ],
    ['Xã Tân Lập', '1.200', '1.080', '90,0', '6'],
    ['Xã An Phú', '1.500', '1.320', '88,0', '7'],
    ['Xã Hòa Bình', '900', '837', '93,0', '5'],
    ['Xã Đông Sơn', '1.100', '979', '89,0', '6'],
    ['Tổng cộng', '4.700', '4.216', '89,7', '24'],
  ].map((cells, at) => ({ place: `dòng ${String(at + 1)}`, cells: cells.map((text) => ({ text })) })),
};
const codes = (text: string, title = 'Bảng 1. Kết quả năm 2024'): readonly string[] => {
  const said = [text, title].map((one, at): WrittenBlock => ({
    kind: 'text',
    place: `đoạn ${String(at + 1)}`,
    text: one,
  }));
  return verify({ file: 'bao-cao.docx', blocks: [...said, TABLE] }, vocabulary)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code);
};

describe('beside the table of a year', () => {
  it.each([
    'Năm 2023, toàn huyện có 4.102 hộ đạt danh hiệu Gia đình văn hóa.',
    'Năm 2024, toàn huyện có 4.216 hộ đạt danh hiệu Gia đình văn hóa, tăng 114 hộ so với năm 2023 (4.102 hộ).',
    'Nếu như năm 2023 toàn huyện chỉ có 4.102 hộ đạt danh hiệu Gia đình văn hóa thì năm 2024 con số này là 4.216 hộ.',
    'Đến năm 2020 toàn huyện có 3.700 hộ đạt danh hiệu Gia đình văn hóa.',
    'Sáu tháng đầu năm, toàn huyện có 22 thôn có nhà văn hóa; đến cuối năm có 24 thôn có nhà văn hóa.',
    'Toàn huyện có 20/24 thôn được tặng danh hiệu “Thôn, tổ dân phố văn hóa”, đạt 83,33%.',
    'Năm 2024, tỷ lệ cao nhất là xã Hòa Bình (93,0%), thấp nhất là xã An Phú (88,0%).',
    'Có 2/4 xã đạt tỷ lệ gia đình văn hóa từ 90% trở lên.',
    'Cả 4/4 xã đều có tỷ lệ gia đình văn hóa trên 85%.',
  ])('%s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each([
    ['verify/two-values', 'Năm 2024, toàn huyện có 4.261 hộ đạt danh hiệu Gia đình văn hóa.'],
    ['verify/two-values', 'Toàn huyện có 26 thôn có nhà văn hóa.'],
    [
      'verify/extreme-untrue',
      'Năm 2024, tỷ lệ cao nhất là xã Hòa Bình (93,0%), thấp nhất là xã Tân Lập (88,0%).',
    ],
    ['verify/unit-count-untrue', 'Cả 4/4 xã đạt tỷ lệ gia đình văn hóa trên 90%.'],
    ['verify/extreme-untrue', 'Cao nhất là xã Đông Sơn (93,0%).'],
  ])('%s: %s', (code, text) => {
    expect(codes(text)).toContain(code);
  });

  it('whose title says that it is of half a year, half a year is what it says', () => {
    const half = 'Sáu tháng đầu năm, toàn huyện có 22 thôn có nhà văn hóa.';
    expect(codes(half, 'Bảng 1. Kết quả 6 tháng đầu năm 2024')).toContain('verify/two-values');
  });
});

describe('a share of another year than the fraction', () => {
  const alone = (text: string): readonly string[] =>
    verify({ file: 'a.docx', blocks: [{ kind: 'text', place: 'đoạn 1', text }] }, vocabulary)
      .findings.filter(({ severity }) => severity !== 'info')
      .map(({ code }) => code);

  it.each([
    'Tỷ lệ hỏa táng đạt 68,1% (297/436 đám), tăng từ 62,4% năm 2023.',
    'Tỷ lệ hộ đạt danh hiệu đạt 91,06% (28.415/31.206 hộ), năm 2023 đạt 90,2%.',
    'Toàn huyện có 230 thôn, tổ dân phố, trong đó có 150 thôn và 22 tổ dân phố đạt chuẩn.',
  ])('is no contradiction: %s', (text) => {
    expect(alone(text)).toEqual([]);
  });

  it('leaves what contradicts', () => {
    expect(alone('Năm 2024 tỷ lệ hỏa táng đạt 86,1% (297/436 đám).')).toEqual(['verify/share-differs']);
    expect(alone('Huyện có 230 thôn, tổ dân phố, trong đó có 198 thôn và 42 tổ dân phố.')).toEqual([
      'verify/parts-do-not-add',
    ]);
  });
});
