/** Figures that say something of their own beside others: in brackets, behind a semicolon, behind parts that are all. */
import { describe, expect, it } from 'vitest';
import { verify } from '../../../src/verification/verify.js';
import { words } from './corpus.js';

const vocabulary = words();
const said = (text: string): readonly string[] =>
  verify({ file: 'bao-cao.docx', blocks: [{ kind: 'text', place: 'đoạn 1', text }] }, vocabulary)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ message }) => message);

describe('a figure of its own', () => {
  it.each([
    'Trong 1.000 hộ có 300 hộ nghèo (50 hộ mới thoát nghèo), 200 hộ chính sách, còn lại 500 hộ.',
    'Trong 1.000 hộ có 300 hộ nghèo, hộ chính sách (200 hộ), còn lại 500 hộ.',
    'Trao thưởng cho 43 tập thể (5 tập thể cấp xã) và 792 cá nhân, tổng cộng 835.',
    'Hộ nghèo giảm từ 100 hộ xuống 75 hộ; số hộ khá tăng một phần ba, từ 60 hộ lên 80 hộ.',
    'Hộ nghèo giảm từ 100 hộ xuống 75 hộ, số hộ khá tăng một phần ba, từ 60 hộ lên 80 hộ.',
    'Hộ nghèo giảm từ 100 hộ xuống 75 hộ; dân số giảm một phần ba.',
    'Hộ nghèo giảm từ 100 hộ xuống 75 hộ; dân số giảm 33%.',
    'Hộ nghèo giảm từ 100 hộ xuống 75 hộ; số hộ khá tăng 33%, từ 60 hộ lên 80 hộ.',
    'Dân số giảm một phần ba, hộ nghèo giảm từ 100 hộ xuống 75 hộ.',
    'Bình xét 10 thôn: 8 thôn đạt, 2 thôn không đạt, 1 thôn bị thu hồi danh hiệu.',
    'Bình xét 10 thôn: 8 thôn đạt, 2 thôn không đạt và 1 thôn bị thu hồi danh hiệu.',
    'Toàn xã có 10 thôn, gồm 8 thôn đạt, 2 thôn không đạt, 1 thôn bị thu hồi danh hiệu.',
    'Tỷ lệ hộ đạt 89%. So với chỉ tiêu (từ 93% trở lên), kết quả thấp hơn 4 điểm phần trăm; có 10/23 đơn vị đạt mức chỉ tiêu.',
    'Có 93/111 thôn đạt chuẩn. So với chỉ tiêu (80%), kết quả vượt; riêng xã Tam Đa (60,25%), xã Văn Môn (70,25%) thấp hơn mức chỉ tiêu; tỷ lệ cao nhất là xã Dũng Liệt (100%). Có 96/111 thôn có nhà văn hóa. So với chỉ tiêu (100%), kết quả còn thấp; riêng xã Tam Đa (60,25%), xã Văn Môn (87,55%) thấp hơn mức chỉ tiêu; tỷ lệ cao nhất là xã Dũng Liệt (100%).',
    'Tỷ lệ hộ đạt 84%. So với chỉ tiêu (từ 80% trở lên), kết quả vượt 4 điểm phần trăm; riêng xã Văn Môn (70%) thấp hơn mức chỉ tiêu.',
  ])('is no contradiction: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    [
      'Trong 1.000 hộ có 300 hộ nghèo (50 hộ mới thoát nghèo), 200 hộ chính sách, còn lại 400 hộ.',
      '300 + 200 + 400',
    ],
    ['Hộ nghèo giảm từ 100 hộ xuống 75 hộ, giảm một phần ba.', 'là giảm 25%'],
    ['Hộ nghèo giảm một phần ba, từ 90 hộ xuống 75 hộ; số hộ khá tăng.', 'là giảm 16,7%'],
    ['Năm 2024 có 75 hộ nghèo, giảm một phần ba so với năm 2023 (100 hộ).', 'là giảm 25%'],
    ['Bình xét 10 thôn: 7 thôn đạt, 2 thôn không đạt, 2 thôn chưa xét.', '7 + 2 + 2'],
    [
      'Tỷ lệ hộ đạt 89%. So với chỉ tiêu (từ 93% trở lên), kết quả thấp hơn 7 điểm phần trăm; có 10/23 đơn vị đạt mức chỉ tiêu.',
      'thấp hơn 4 điểm phần trăm',
    ],
    [
      'Tỷ lệ hộ đạt 89%. So với chỉ tiêu (từ 93% trở lên), kết quả thấp hơn 4 điểm phần trăm; như vậy đã đạt chỉ tiêu.',
      'thấp hơn chỉ tiêu 93%',
    ],
    ['Kiểm tra 42 lượt, gồm 18 lượt tại thôn, 24 lượt tại cơ quan và 10 lượt tại trường.', '18 + 24 + 10'],
  ])('leaves what contradicts: %s', (text, part) => {
    expect(said(text).join()).toContain(part);
  });
});

describe('a unit that is not in the figures of a sentence', () => {
  const rows = [
    ['TT', 'Đơn vị', 'Thư viện'],
    ['1', 'Xã Tam Đa', '2'],
    ['2', 'Xã Yên Phụ', '5'],
    ['', 'Tổng cộng', '7'],
  ];
  const beside = (text: string): readonly string[] =>
    verify(
      {
        file: 'bao-cao.docx',
        blocks: [
          { kind: 'text', place: 'đoạn 1', text },
          {
            kind: 'table',
            place: 'bảng 1',
            rows: rows.map((cells, at) => ({
              place: `dòng ${String(at + 1)}`,
              cells: cells.map((cell) => ({ text: cell })),
            })),
          },
        ],
      },
      vocabulary,
    ).findings.map(({ message }) => message);

  it('is not what they are of', () => {
    expect(beside('Các xã có 7 thư viện (chưa gồm xã Yên Phụ).')).toEqual([]);
    expect(beside('Các xã có 7 thư viện (đều chưa gồm xã Yên Phụ).')).toEqual([]);
    expect(beside('Xã Yên Phụ có 7 thư viện.').join()).toContain('ghi 5 cho cùng nội dung');
  });
});
