/** Word files read back: text in boxes and notes, merged cells, tracked changes in both readings, damaged files. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/readers/docx/docx.js';
import { madeDocx, paragraph } from '../../support/made-docx.js';

const read = (bytes: Uint8Array) => readDocx({ path: 'bao-cao.docx', bytes, sha256: '' });
const textsOf = (bytes: Uint8Array): readonly string[] =>
  (read(bytes).report?.blocks ?? []).map((block) =>
    block.kind === 'text'
      ? `${block.place}: ${block.text}`
      : block.rows.map(({ cells }) => cells.map(({ text }) => text).join('|')).join(' / '),
  );
const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;

describe('a Word file', () => {
  it('gives paragraphs with the places a person counts by, and joins the runs of a figure', () => {
    const split = '<w:p><w:r><w:t>Có 12.4</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>00 hộ</w:t></w:r></w:p>';
    expect(textsOf(madeDocx(`${paragraph('I. Kết quả')}<w:p/>${split}`))).toEqual([
      'đoạn 1: I. Kết quả',
      'đoạn 2: Có 12.400 hộ',
    ]);
  });

  it('repeats the text of merged cells in every place they cover', () => {
    const rows = [
      `<w:tr>${cell('Xã', '<w:vMerge w:val="restart"/>')}${cell('Hộ', '<w:gridSpan w:val="2"/>')}</w:tr>`,
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('Tổng')}${cell('Đạt')}</w:tr>`,
    ];
    expect(textsOf(madeDocx(`<w:tbl>${rows.join('')}</w:tbl>`))).toEqual(['Xã|Hộ|Hộ / Xã|Tổng|Đạt']);
  });

  it('reads text boxes once, notes and headers', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box('Đạt 95%')}</mc:Choice><mc:Fallback>${box('Đạt 95%')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const footnotes = `<w:footnote>${paragraph('Số liệu đến 30/11.')}</w:footnote>`;
    expect(textsOf(madeDocx(body, { footnotes, header: paragraph('DỰ THẢO') }))).toEqual([
      'khung chữ 1: Đạt 95%',
      'chú thích 1: Số liệu đến 30/11.',
      'đầu trang 1: DỰ THẢO',
    ]);
  });

  it('gives both readings of tracked changes', () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">Có </w:t></w:r><w:del><w:r><w:delText>128</w:delText></w:r></w:del><w:ins><w:r><w:t>182</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> thôn</w:t></w:r></w:p>';
    const { report } = read(madeDocx(body));
    expect(report?.blocks).toMatchObject([{ text: 'Có 182 thôn' }]);
    expect(report?.before).toMatchObject({ changes: 2, blocks: [{ text: 'Có 128 thôn' }] });
  });

  it('gives what stands under the bookmarks of our reports', () => {
    const body =
      '<w:p><w:bookmarkStart w:id="1" w:name="sl_258_gdvh_n"/><w:r><w:t>20.325</w:t></w:r><w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="_GoBack"/><w:bookmarkEnd w:id="2"/></w:p>';
    expect(read(madeDocx(body)).report?.marks).toEqual([
      { name: 'sl_258_gdvh_n', text: '20.325', place: 'đoạn 1' },
    ]);
  });

  it('is refused whole when its container is damaged, or is no Word file', () => {
    const bytes = madeDocx(paragraph('Có 12.400/13.050 hộ đạt danh hiệu.'));
    expect(read(bytes.subarray(0, bytes.length - 40)).findings.map(({ code }) => code)).toEqual([
      'verify/document-damaged',
    ]);
    const flipped = bytes.slice();
    flipped[60] = (flipped[60] ?? 0) ^ 4;
    expect(read(flipped).report).toBeUndefined();
    const odt = zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="a"/>'),
      '_rels/.rels': strToU8('<Relationships xmlns="a"/>'),
    });
    expect(read(odt).findings.map(({ code }) => code)).toEqual(['verify/other-format']);
    expect(read(madeDocx('<w:p>')).findings.map(({ code }) => code)).toEqual(['verify/document-damaged']);
  });
});
