/** The Word report against the numbers of Decree 30/2020/NĐ-CP, Appendix I, read from the produced XML. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model.js';
import { writeDocx } from '../../../src/writers/docx.js';
import { SAMPLE_REPORT, SAMPLE_TABLE, WIDE_TABLE } from '../../support/sample-report.js';

type Parts = Readonly<Record<string, string>>;

async function partsOf(report: Report): Promise<Parts> {
  const files = unzipSync(await writeDocx(report));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const part = (parts: Parts, name: string): string => parts[name] ?? '';
const all = (xml: string, pattern: RegExp): readonly string[] =>
  [...xml.matchAll(pattern)].map(([match]) => match);
const textOf = (xml: string): string =>
  all(xml, /<w:t[ >][^<]*<\/w:t>/gu)
    .join('')
    .replace(/<[^>]*>/gu, '');
const headers = (parts: Parts): readonly string[] =>
  Object.keys(parts)
    .filter((name) => /^word\/header\d+\.xml$/u.test(name))
    .map((name) => part(parts, name));
const paragraphWith = (xml: string, text: string): string =>
  all(xml, /<w:p>(?:(?!<w:p>).)*?<\/w:p>/gsu).find((paragraph) => textOf(paragraph).includes(text)) ?? '';

let draft: Parts;
let final: Parts;
let body: string;
beforeAll(async () => {
  draft = await partsOf(SAMPLE_REPORT);
  final = await partsOf({ ...SAMPLE_REPORT, draft: false });
  body = part(draft, 'word/document.xml');
});

describe('page', () => {
  it('takes the margins an office chose, and its tables the width they leave', async () => {
    const margins = { top: 25, bottom: 25, left: 35, right: 20 };
    const wide = part(await partsOf({ ...SAMPLE_REPORT, margins }), 'word/document.xml');
    for (const section of all(wide, /<w:sectPr.*?<\/w:sectPr>/gsu))
      expect(section).toMatch(/<w:pgMar w:top="1418" w:right="1134" w:bottom="1418" w:left="1985"/u);
    const widest = (xml: string): number =>
      Math.max(...all(xml, /<w:tblW [^>]*>/gu).map((table) => Number(/w:w="(\d+)"/u.exec(table)?.[1])));
    const upright = 11906 - 1985 - 1134;
    expect(all(wide, /<w:tblW [^>]*>/gu)[0]).toContain(`w:w="${String(upright)}"`);
    expect(widest(wide)).toBeLessThanOrEqual(16838 - 1985 - 1134);
  });

  it('is A4 with margins of at least 20, 15, 20 and 30 mm, upright, then landscape per annex', () => {
    const sections = all(body, /<w:sectPr.*?<\/w:sectPr>/gsu);
    expect(sections).toHaveLength(3);
    for (const section of sections) {
      expect(section).toMatch(
        /<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567"/u,
      );
      expect(section).toContain('<w:titlePg/>');
      expect(section).toContain('<w:pgNumType w:start="1"/>');
    }
    expect(sections[0]).toContain('<w:pgSz w:w="11906" w:h="16838"');
    for (const section of sections.slice(1))
      expect(section).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  });

  it('has its number centred in 13 pt, in the headers of all but the first pages', () => {
    const numbered = headers(final).filter((header) => header.includes('PAGE'));
    expect(numbered).toHaveLength(3);
    for (const header of numbered) {
      expect(header).toContain('<w:jc w:val="center"/>');
      expect(header).toContain('<w:sz w:val="26"/>');
    }
    expect(headers(final)).toHaveLength(6);
  });

  it('says DỰ THẢO in every header of a draft, first pages included, and nowhere else', () => {
    expect(headers(draft)).toHaveLength(6);
    for (const header of headers(draft)) expect(textOf(header)).toContain('DỰ THẢO');
    expect(Object.values(final).join('')).not.toContain('DỰ THẢO');
  });
});

describe('text', () => {
  it('is Times New Roman 14 in Vietnamese', () => {
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/su.exec(part(draft, 'word/styles.xml'))?.[0] ?? '';
    expect(defaults).toContain('w:ascii="Times New Roman"');
    expect(defaults).toContain('<w:sz w:val="28"/>');
    expect(defaults).toContain('w:val="vi-VN"');
  });

  it('is justified, indented by 12,7 mm, 6 pt apart, with a line rule wherever a line is given', () => {
    const styles = part(draft, 'word/styles.xml');
    const style = /<w:style [^>]*w:styleId="NoiDung".*?<\/w:style>/su.exec(styles)?.[0] ?? '';
    expect(style).toContain('w:firstLine="720"');
    expect(style).toContain('<w:jc w:val="both"/>');
    expect(style).toMatch(/w:before="120"/u);
    const lines = all(`${styles}${body}`, /<w:spacing [^>]*w:line="[^>]*>/gu);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/w:lineRule="(?:auto|exact)"/u);
    expect(style).toContain('w:lineRule="auto"');
  });

  it('numbers headings I., 1., a) from one list and counts each list of the text anew', () => {
    const numbered = (style: string): readonly string[] =>
      all(body, /<w:pPr>.*?<\/w:pPr>/gsu)
        .filter((properties) => properties.includes(`w:val="${style}"`))
        .map((properties) => /<w:numId w:val="(\d+)"\/>/u.exec(properties)?.[1] ?? '');
    const headings = ['Heading1', 'Heading2', 'Heading3'].flatMap(numbered);
    expect(headings).toHaveLength(7);
    expect(new Set(headings).size).toBe(1);
    const items = numbered('NoiDung').filter((id) => id !== '');
    expect(new Set(items).size).toBe(3);
    const numbering = part(draft, 'word/numbering.xml');
    for (const text of ['%1.', '%2.', '%3)']) expect(numbering).toContain(`<w:lvlText w:val="${text}"/>`);
  });

  it('highlights what the office still has to write', () => {
    expect(paragraphWith(body, 'Phần do cơ quan bổ sung')).toContain('<w:highlight w:val="yellow"/>');
    expect(all(body, /<w:highlight /gu)).toHaveLength(1);
  });

  it('keeps the last blocks with the signature, and the signature in one piece', () => {
    expect(paragraphWith(body, 'Phần do cơ quan bổ sung')).toContain('<w:keepNext/>');
    expect(paragraphWith(body, 'ĐÁNH GIÁ CHUNG')).toContain('<w:keepNext/>');
    const table = all(body, /<w:tbl>.*?<\/w:tbl>/gsu).find((xml) => textOf(xml).includes('Nơi nhận:')) ?? '';
    expect(table).toContain('<w:cantSplit/>');
    expect(paragraphWith(table, 'TM. BAN CHỈ ĐẠO')).toContain('<w:keepNext/>');
  });

  it('sets the parts of the letter in their type', () => {
    const half = (text: string): string | undefined =>
      /<w:sz w:val="(\d+)"\/>/u.exec(paragraphWith(body, text))?.[1];
    expect(half('CỘNG HÒA XÃ HỘI')).toBe('24');
    expect(half('Độc lập - Tự do')).toBe('26');
    expect(half('ỦY BAN NHÂN DÂN')).toBe('24');
    expect(paragraphWith(body, 'ỦY BAN NHÂN DÂN HUYỆN')).not.toContain('<w:b/>');
    expect(half('Số: 05/BC-BCĐ')).toBe('26');
    expect(paragraphWith(body, 'ngày 10 tháng 12 năm 2024')).toContain('<w:i/>');
    expect(half('Nơi nhận:')).toBe('24');
    expect(half('Lưu: VT')).toBe('22');
    expect(textOf(body)).toContain('- Ban Chỉ đạo tỉnh (để b/c);');
    expect(textOf(body)).toContain('- Lưu: VT, VHTT.');
  });

  it('writes "Kính gửi" only for a report that goes up', async () => {
    expect(textOf(body)).toContain('Kính gửi:');
    const inside = await partsOf({ ...SAMPLE_REPORT, to: [] });
    expect(textOf(part(inside, 'word/document.xml'))).not.toContain('Kính gửi');
  });
});

describe('annexes', () => {
  it('repeat a header of groups, headers and numbers, and split no row', () => {
    const tables = all(body, /<w:tbl>.*?<\/w:tbl>/gsu).slice(2);
    expect(tables).toHaveLength(2);
    for (const [index, table] of [SAMPLE_TABLE, WIDE_TABLE].entries()) {
      const rows = all(tables[index] ?? '', /<w:tr>.*?<\/w:tr>/gsu);
      expect(rows).toHaveLength(table.rows.length + 3);
      for (const row of rows) expect(row).toContain('<w:cantSplit/>');
      expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(3);
      expect(textOf(rows[2] ?? '')).toBe(table.columns.map((_, column) => `(${column + 1})`).join(''));
      const widths = all(tables[index] ?? '', /<w:gridCol w:w="\d+"\/>/gu).map((column) =>
        Number(/\d+/u.exec(column)?.[0]),
      );
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(16838 - 1701 - 851);
    }
  });

  it('print figures as people read them, with sums in bold', () => {
    const table = all(body, /<w:tbl>.*?<\/w:tbl>/gsu)[2] ?? '';
    const rows = all(table, /<w:tr>.*?<\/w:tr>/gsu);
    const cells = (row: string): readonly string[] => all(row, /<w:tc>.*?<\/w:tc>/gsu).map(textOf);
    expect(cells(rows[4] ?? '')).toEqual(['1', 'Xã An Thịnh', '3.120', '2.987', '95,74', '125,50']);
    expect(cells(rows[6] ?? '')).toEqual(['3', 'Xã Lai Hạ', '…', '1.500', '…', '12,25']);
    expect(cells(rows.at(-1) ?? '')).toEqual(['', 'TỔNG CỘNG', '9.166', '10.286', '95,85', '1.452,25']);
    expect(rows.at(-1)).toContain('<w:b/>');
    expect(rows[4]).not.toContain('<w:b/>');
  });
});

describe('package', () => {
  it('is the same for the same report, and dated by the report alone', async () => {
    const [one, two] = [await writeDocx(SAMPLE_REPORT), await writeDocx(structuredClone(SAMPLE_REPORT))];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    const dates = all(part(draft, 'docProps/core.xml'), /W3CDTF">[^<]*/gu);
    expect(new Set(dates)).toEqual(new Set(['W3CDTF">2024-12-10T00:00:00Z']));
  });

  it('holds no character that XML forbids, wherever it came from', async () => {
    const evil = 'A\u0001\u000B\uFFFE\uD800B';
    const parts = await partsOf({
      ...SAMPLE_REPORT,
      title: evil,
      subject: evil,
      head: { ...SAMPLE_REPORT.head, agency: evil, number: evil },
      signature: { post: evil, name: evil },
      recipients: [evil],
      blocks: [{ kind: 'paragraph', runs: [{ text: `${evil}\nhai dòng` }] }],
      annexes: [
        {
          number: 'I',
          table: {
            ...SAMPLE_TABLE,
            title: evil,
            notes: [evil],
            rows: [{ role: 'unit', cells: [{ kind: 'text', text: evil }] }],
          },
        },
      ],
    });
    for (const xml of Object.values(parts)) expect(xml).not.toMatch(/[\u0001\u000B\uFFFE\uFFFF]|\uFFFD/u);
    expect(textOf(part(parts, 'word/document.xml'))).toContain('AB');
    expect(part(parts, 'word/document.xml')).toContain('<w:br/>');
  });
});
