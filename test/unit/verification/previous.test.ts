/** Figures of last year against last year's report. */
import { describe, expect, it } from 'vitest';
import type { WrittenBlock } from '../../../src/model.js';
import { verify } from '../../../src/verification/verify.js';
import { words } from './corpus.js';

const text = (...paragraphs: readonly string[]): readonly WrittenBlock[] =>
  paragraphs.map((one, index) => ({ kind: 'text', place: `đoạn ${String(index + 1)}`, text: one }));

const earlier = text(
  'Năm 2023, toàn huyện có 30.833/33.790 hộ được tặng danh hiệu Gia đình văn hóa, đạt 91,25% tổng số hộ.',
  'Năm 2023, có 131/142 thôn, tổ dân phố được tặng danh hiệu Thôn, tổ dân phố văn hóa, đạt 92,25%.',
);

const codesOf = (...paragraphs: readonly string[]): readonly string[] =>
  verify(
    { file: 'nay.docx', blocks: text(...paragraphs), previous: { file: 'truoc.docx', blocks: earlier } },
    words(),
  ).findings.map(({ code, message }) => `${code} ${/ghi (\S+): “/u.exec(message)?.[1] ?? ''}`.trim());

describe("last year's figure", () => {
  it('agrees when last year printed it', () => {
    expect(
      codesOf(
        'Năm 2024, tỷ lệ hộ được tặng danh hiệu Gia đình văn hóa đạt 92,11%, tăng 0,86 điểm phần trăm so với năm 2023 (91,25%).',
      ),
    ).toEqual([]);
  });

  it('is found when last year printed another', () => {
    expect(
      codesOf(
        'Năm 2024, tỷ lệ hộ được tặng danh hiệu Gia đình văn hóa đạt 92,11%, tăng 1,86 điểm phần trăm so với năm 2023 (90,25%).',
      ),
    ).toEqual(['verify/previous-differs 91,25%']);
    expect(
      codesOf(
        'Có 128 thôn, tổ dân phố được tặng danh hiệu Thôn, tổ dân phố văn hóa, giảm 05 thôn so với năm 2023 (133 thôn, tổ dân phố).',
      ),
    ).toEqual(['verify/previous-differs 131']);
  });

  it('decides a change that the text gives without the value it began from', () => {
    const said = (change: string): string =>
      `Năm 2024, tỷ lệ hộ được tặng danh hiệu Gia đình văn hóa đạt 92,11%, ${change} so với năm 2023.`;
    const contradicted = (change: string): readonly string[] => codesOf(said(change));
    expect(contradicted('tăng 0,86 điểm phần trăm')).toEqual([]);
    expect(contradicted('tăng 1,86 điểm phần trăm')).toEqual(['verify/change-contradicts']);
    expect(contradicted('giảm 0,86 điểm phần trăm')).toEqual(['verify/change-contradicts']);
    // Against an older year, of a growth in percent, or of something else nothing is known.
    expect(codesOf(said('tăng 1,86 điểm phần trăm').replace('năm 2023', 'năm 2020'))).toEqual([]);
    expect(contradicted('tăng 1,3%')).toEqual([]);
    expect(codesOf('Năm 2024, tỷ lệ hỏa táng đạt 54,2%, tăng 4,2 điểm phần trăm so với năm 2023.')).toEqual(
      [],
    );
  });

  it('says nothing where last year said nothing of it', () => {
    expect(codesOf('Tỷ lệ hỏa táng đạt 54,2%, tăng 4,2 điểm phần trăm so với năm 2023 (50,0%).')).toEqual([]);
  });
});

describe('a growth without the level it grew from', () => {
  it('is counted as not understood, never as checked', () => {
    const { findings, figures } = verify(
      {
        file: 'nay.docx',
        blocks: text(
          'Tỷ lệ hộ được tặng danh hiệu Gia đình văn hóa đạt 92,11%, tăng 1,3% so với năm 2023.',
          'Số hộ được tặng danh hiệu là 12.400 hộ, tăng 1,3 % so với cùng kỳ năm trước.',
        ),
      },
      words(),
    );
    expect(findings).toEqual([]);
    expect(figures.filter(({ text: printed }) => /^1,3/u.test(printed)).map(({ state }) => state)).toEqual([
      'unchecked',
      'unchecked',
    ]);
  });
});

describe("last year's figure in other wordings", () => {
  const said = (now: string, before: string): readonly string[] =>
    verify(
      { file: 'nay.docx', blocks: text(now), previous: { file: 'truoc.docx', blocks: text(before) } },
      words(),
    ).findings.map(({ code }) => code);

  // Now, in last year's report, and in one that says something else.
  it.each([
    [
      'Năm 2024, tỷ lệ gia đình văn hóa toàn huyện đạt 84,1%, cao hơn năm 2023 (82,4%).',
      'Năm 2023, tỷ lệ gia đình văn hóa toàn huyện đạt 82,4%.',
      ['82,4', '81,2'],
    ],
    [
      'Số hộ đạt danh hiệu gia đình văn hóa năm 2023 là 12.102 hộ, năm 2024 là 12.450 hộ.',
      'Toàn huyện có 12.102 hộ đạt danh hiệu gia đình văn hóa.',
      ['12.102', '12.201'],
    ],
    [
      'Nếu như năm 2023 toàn huyện có 131 thôn văn hóa thì năm nay con số này là 135 thôn.',
      'Trong năm 2023, toàn huyện có 131 thôn văn hóa.',
      ['131', '113'],
    ],
    [
      'Số nhà văn hóa thôn đạt 142 nhà, so với 138 nhà của năm 2023.',
      'Hiện toàn huyện có 138 nhà văn hóa thôn.',
      ['138', '128'],
    ],
    [
      'Năm 2024 tỷ lệ hỏa táng đạt 54,2% (năm 2023: 50,1%), tỷ lệ gia đình văn hóa đạt 91,4% (năm 2023: 90,8%).',
      'Tỷ lệ gia đình văn hóa đạt 90,8%, tỷ lệ thôn văn hóa đạt 85,5%.',
      ['90,8%', '90,3%'],
    ],
  ] as const)('%s', (now, before, [there, other]) => {
    expect(said(now, before)).toEqual([]);
    expect(said(now, before.replace(there, other))).toEqual(['verify/previous-differs']);
  });

  it.each([
    [
      'Năm 2024, toàn huyện có 86 câu lạc bộ, gấp đôi năm 2023.',
      'Toàn huyện có 43 câu lạc bộ.',
      ['43', '53'],
    ],
    [
      'Toàn huyện tổ chức 18 lớp tập huấn, gấp 1,5 lần so với năm 2023.',
      'Trong năm, toàn huyện tổ chức 12 lớp tập huấn.',
      ['12', '14'],
    ],
    [
      'Số vụ bạo lực gia đình trên địa bàn là 12 vụ, giảm một nửa so với năm 2023.',
      'Trên địa bàn xảy ra 24 vụ bạo lực gia đình.',
      ['24', '16'],
    ],
  ] as const)('%s', (now, before, [there, other]) => {
    expect(said(now, before)).toEqual([]);
    expect(said(now, before.replace(there, other))).toEqual(['verify/change-contradicts']);
  });
});
