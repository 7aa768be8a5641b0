/** The office's own Word template: filled where it is right, refused with every reason where it is not. */
import { Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Chart, Report } from '../../src/model.js';
import {
  admitTags,
  fillOfficeTemplate,
  listTags,
  writeTagList,
  type FilledTemplate,
} from '../../src/writers/docx-template.js';
import { readYaml } from '../../src/readers/yaml-document.js';
import { writeDocx } from '../../src/writers/docx.js';
import { bundledTags, officeTemplate, sampleChart } from '../support/office-template.js';
import { SAMPLE_REPORT } from '../support/sample-report.js';
import { sampleResults } from '../support/sample-results.js';

const catalogue = bundledTags();
const CHART: Chart = {
  id: 'familyTitleRate',
  title: 'Gia đình văn hóa theo đơn vị',
  bars: [
    { label: 'Xã Hòa Phong', rate: { numerator: 9, denominator: 10 } },
    { label: 'Xã Phú Lộc', rate: { numerator: 4, denominator: 5 } },
  ],
  decimals: 2,
  notes: [],
  description: 'Cao nhất là Xã Hòa Phong.',
};
const REPORT: Report = {
  ...SAMPLE_REPORT,
  blocks: [
    ...SAMPLE_REPORT.blocks,
    {
      kind: 'paragraph',
      runs: [{ text: '12', figure: { unit: '901', indicator: 'familyTitleRate', quantity: 'n' } }],
    },
  ],
  charts: [CHART],
  annexes: SAMPLE_REPORT.annexes.slice(0, 1),
};
const fill = (template: Uint8Array, report: Report = REPORT): Promise<FilledTemplate> =>
  fillOfficeTemplate(template, { file: 'mau.docx', catalogue, report, results: sampleResults() });

let usual: Promise<FilledTemplate> | undefined;
/** The usual report in the usual template, filled once and only looked at. */
const usuallyFilled = (): Promise<FilledTemplate> =>
  (usual ??= officeTemplate().then((bytes) => fill(bytes)));

const partsOf = (bytes: Uint8Array | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes ?? new Uint8Array())).map(([name, content]) => [name, strFromU8(content)]),
  );
const textOf = (xml: string | undefined): string =>
  (xml ?? '').replace(/<\/w:p>/gu, '\n').replace(/<[^>]*>/gu, '');
const codes = ({ findings }: FilledTemplate): readonly string[] => findings.map(({ code }) => code);
const paragraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });
/** A table of one row. */
const rowOf = (...cells: readonly (readonly (Paragraph | Table)[])[]): Table =>
  new Table({ rows: [new TableRow({ children: cells.map((children) => new TableCell({ children })) })] });
const bodyText = ({ bytes }: FilledTemplate): string => textOf(partsOf(bytes)['word/document.xml']);

describe('fillOfficeTemplate', () => {
  it('fills values, figures, repeated lines, text and annexes, and keeps the look of the tags', async () => {
    const { bytes, findings } = await usuallyFilled();
    expect(findings).toEqual([]);
    const parts = partsOf(bytes);
    const document = parts['word/document.xml'] ?? '';
    const text = textOf(document);
    expect(text).toContain('Ban Chỉ đạo Phong trào “Toàn dân đoàn kết');
    expect(text).toContain('DỰ THẢO');
    expect(text).toMatch(/Đạt [\d.]+ hộ \(\d+,\d\d%\), 3\/5 đơn vị\./u);
    for (const unit of ['Thị trấn Mỹ Lâm', 'Xã Hòa Phong', 'Xã Phú Lộc', 'Xã Tân Hương', 'Xã Yên Sơn'])
      expect(text.split(unit)).toHaveLength(2);
    expect(text).toContain('KẾT QUẢ THỰC HIỆN');
    expect(text).toContain('Phụ lục I');
    expect(text).not.toMatch(/\{\{|\}\}/u);
    expect(textOf(parts['word/header1.xml'])).toContain('Báo cáo năm 2024');
    expect(document).toMatch(/<w:color w:val="C00000"\/>(?:(?!<w:r>).)*Ban Chỉ đạo Phong trào/u);
  });

  it('puts figures under their bookmarks, once each, in the look of their tags', async () => {
    const twice = [paragraph('Tổng số hộ: {{tong_so_ho}} ({{tong_so_ho}})')];
    const { bytes } = await fill(await officeTemplate({ more: twice }));
    const document = partsOf(bytes)['word/document.xml'] ?? '';
    const names = [...document.matchAll(/<w:bookmarkStart\b[^>]*w:name="(sl_[^"]*)"/gu)].map(
      ([, name]) => name,
    );
    const ids = [...document.matchAll(/<w:bookmarkStart\b[^>]*w:id="(\d+)"/gu)].map(([, id]) => id);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(document.match(/<w:bookmarkEnd\b/gu)).toHaveLength(names.length);
    for (const name of ['sl_901_familyTitleRate_rate', 'sl_90101_familyTitleRate_rate'])
      expect(names.some((one) => one?.startsWith(name) === true)).toBe(true);
    expect(names).toContain('sl_901_households_n_t2');
    const under =
      /<w:bookmarkStart\b[^>]*w:name="sl_901_familyTitleRate_rate"[^>]*\/>(.*?)<w:bookmarkEnd/su.exec(
        document,
      );
    expect(under?.[1]).toContain('w:val="C00000"');
    expect(textOf(under?.[1])).toMatch(/^\d+,\d\d%$/u);
  });

  it('shows who has not reported as “…”, never as zero', async () => {
    const { bytes } = await usuallyFilled();
    const rows = (partsOf(bytes)['word/document.xml'] ?? '').match(/<w:tr\b.*?<\/w:tr>/gsu) ?? [];
    const cells = (row: string | undefined): readonly string[] =>
      (row?.match(/<w:tc>.*?<\/w:tc>/gsu) ?? []).map((cell) => textOf(cell).trim());
    expect(cells(rows.find((row) => textOf(row).includes('Xã Yên Sơn')))).toEqual([
      '5',
      'Xã Yên Sơn',
      '…',
      '…',
    ]);
  });

  it('takes the headings of the template and brings the other styles along', async () => {
    const { bytes } = await usuallyFilled();
    const parts = partsOf(bytes);
    expect(parts['word/document.xml']).toContain('<w:pStyle w:val="u1"/>');
    expect(parts['word/document.xml']).not.toContain('<w:pStyle w:val="Heading1"/>');
    expect(parts['word/styles.xml']?.match(/w:styleId="NoiDung"/gu)).toHaveLength(1);
    const used = [...(parts['word/document.xml'] ?? '').matchAll(/<w:pStyle w:val="([^"]*)"/gu)];
    for (const [, id] of used) expect(parts['word/styles.xml']).toContain(`w:styleId="${id ?? ''}"`);
  });

  it('writes headings in the look of the text where the template has no styles for them', async () => {
    const parts = unzipSync(await officeTemplate());
    const letters = '<w:rFonts w:ascii="Tinos" w:hAnsi="Tinos"/><w:sz w:val="26"/>';
    for (const [name, change] of [
      [
        'word/styles.xml',
        (xml: string) => xml.replace(/<w:style\b(?:(?!<\/w:style>).)*eading.*?<\/w:style>/gsu, ''),
      ],
      [
        'word/document.xml',
        (xml: string) =>
          xml.replace(/<w:rPr>(?:(?!<w:rPr>).)*<w:t [^>]*>\{\{noi_dung\}\}/su, (run) =>
            run.replace(/<w:rPr>.*<\/w:rPr>/su, `<w:rPr>${letters}</w:rPr>`),
          ),
      ],
    ] as const)
      parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain(letters);
    const filled = partsOf((await fill(zipSync(parts))).bytes);
    const styles = filled['word/styles.xml'] ?? '';
    expect(styles).not.toContain('2E74B5');
    for (const id of ['Heading1', 'Heading2', 'Heading3', 'NoiDung']) {
      const found = [...styles.matchAll(/<w:style\b(?:(?!<\/w:style>).)*<\/w:style>/gsu)].filter(([style]) =>
        style.includes(`w:styleId="${id}"`),
      );
      expect(found).toHaveLength(1);
      expect(found[0]?.[0]).toContain('w:ascii="Tinos"');
      expect(found[0]?.[0].match(/<w:sz w:val="(\d+)"/gu)).toEqual(['<w:sz w:val="26"']);
      expect(found[0]?.[0].includes('<w:b/>')).toBe(id !== 'NoiDung');
    }
  });

  it('sets the annexes in a landscape section of their own where the paper stands upright', async () => {
    const chart = paragraph('{{bieu_do_gdvh}}');
    const pages = async (...more: readonly Paragraph[]): Promise<readonly string[]> => {
      const { bytes, findings } = await fill(
        await officeTemplate({ without: more.includes(chart) ? [] : ['phu_luc'], more }),
      );
      expect(findings).toEqual([]);
      const [document = ''] = [partsOf(bytes)['word/document.xml']];
      // A section that ends in a paragraph is written before the text of that paragraph.
      const inOrder = document.replace(
        /(<w:sectPr\b(?:(?!<\/w:sectPr>).)*<\/w:sectPr>)((?:(?!<\/w:p>).)*<\/w:p>)/gsu,
        '$2$1',
      );
      return inOrder.split('<w:sectPr').map((xml, index, all) => {
        const [, size = ''] = /<w:pgSz ([^>]*)>/u.exec(all[index + 1] ?? '') ?? [];
        const text = textOf(`<w:p${xml}`);
        const held = ['Trước', 'Phụ lục I\n', 'Hết'].filter((one) => text.includes(one)).join(' ');
        return `${size.includes('landscape') ? 'across' : 'upright'} ${held.trim()}`.trim();
      });
    };
    const tag = (): Paragraph => paragraph('{{phu_luc}}');
    // The last of these is the section that the template itself sets across; what follows the last one is nothing.
    expect((await pages(paragraph('Trước'), tag())).slice(0, -1)).toEqual([
      'upright Trước',
      'across Phụ lục I',
      'across',
    ]);
    // A chart's paragraph that ends a section leaves it where it ended.
    expect((await pages(paragraph('Trước'), chart)).slice(0, -1)).toEqual([
      'upright Trước',
      'across Phụ lục I',
    ]);
    const followed = await pages(paragraph('Trước'), tag(), paragraph('Hết'));
    expect(followed.slice(0, -1)).toEqual(['upright Trước', 'across Phụ lục I', 'upright Hết', 'across']);
  });

  it('fits the annexes into the section where their tag stands', async () => {
    const { bytes } = await usuallyFilled();
    const document = partsOf(bytes)['word/document.xml'] ?? '';
    const annex = document.slice(document.indexOf('Phụ lục I'));
    expect(/<w:tblW [^>]*w:w="(\d+)"|<w:tblW w:type="dxa" w:w="(\d+)"/u.exec(annex)?.slice(1)).toContain(
      String(16838 - 2000),
    );
  });

  it('fills a chart of the template, or draws one where the tag stands as text', async () => {
    const drawn = await fill(await officeTemplate({ more: [sampleChart('bieu_do_gdvh')] }));
    expect(drawn.findings).toEqual([]);
    const charts = (filled: FilledTemplate): readonly string[] =>
      Object.entries(partsOf(filled.bytes))
        .filter(([name]) => /^word\/charts\/chart\w*\.xml$/u.test(name))
        .map(([, xml]) => xml);
    expect(charts(drawn)).toHaveLength(1);
    expect(charts(drawn)[0]).toContain('Xã Hòa Phong');
    expect(charts(drawn)[0]).not.toContain('Xã A');
    const asText = await fill(await officeTemplate({ more: [paragraph('{{bieu_do_gdvh}}')] }));
    expect(charts(asText)).toHaveLength(1);
    // No theme lends it a background: what the template lacks would show black.
    expect(charts(asText)[0]).toMatch(/<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"\/>.*<\/c:chartSpace>/su);
    // Without a place in the template it is not asked for.
    expect(charts(await usuallyFilled())).toHaveLength(0);
  });

  it('is the same each time, and a filled report may serve as template again', async () => {
    expect((await fill(await officeTemplate())).bytes).toEqual((await usuallyFilled()).bytes);
    const { bytes: builtIn } = { bytes: await writeDocx(REPORT) };
    const parts = unzipSync(builtIn);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const tags = ['so_ky_hieu', 'dia_danh_ngay_thang', 'trich_yeu', 'du_thao', 'noi_dung', 'phu_luc'];
    const added = tags.map((tag) => `<w:p><w:r><w:t>{{${tag}}}</w:t></w:r></w:p>`).join('');
    parts['word/document.xml'] = strToU8(xml.replace('<w:body>', `<w:body>${added}`));
    const again = await fill(zipSync(parts));
    expect(again.findings).toEqual([]);
    const starts = [
      ...(partsOf(again.bytes)['word/document.xml'] ?? '').matchAll(/<w:bookmarkStart [^>]*>/gu),
    ];
    const names = starts.map(([start]) => /w:name="([^"]*)"/u.exec(start)?.[1]);
    const ids = starts.map(([start]) => /w:id="([^"]*)"/u.exec(start)?.[1]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leaves the place of the draft mark empty in a final report', async () => {
    const { bytes } = await fill(await officeTemplate(), { ...REPORT, draft: false });
    expect(textOf(partsOf(bytes)['word/document.xml'])).not.toContain('DỰ THẢO');
  });

  it('names every fault at once and makes nothing', async () => {
    const template = await officeTemplate({
      without: ['noi_dung', 'so_ky_hieu'],
      more: [
        paragraph('{{ten_donvi}} và {{gia_ca}}'),
        paragraph('{{ten_don_vi}'),
        paragraph('một ngoặc {nam}'),
        paragraph('Xem {{phu_luc}}'),
        paragraph('{{chuc_vu_kiem_nhiem}} {{bieu_do_ttvh}}'),
      ],
    });
    const filled = await fill(template);
    expect(filled.bytes).toBeUndefined();
    expect([...codes(filled)].sort()).toEqual(
      [
        ...Array.from({ length: 2 }, () => 'office-template/unknown-tag'),
        ...Array.from({ length: 2 }, () => 'office-template/broken-tag'),
        // phu_luc stands twice, once beside words; the chart beside another tag.
        ...Array.from({ length: 2 }, () => 'office-template/misplaced-tag'),
        // No post in the government, and no chart of the areas in this run.
        ...Array.from({ length: 2 }, () => 'office-template/unfilled-tag'),
        ...Array.from({ length: 2 }, () => 'office-template/unplaced-data'),
        // A template with one tag of the signature has to print the rest of it.
        ...Array.from({ length: 3 }, () => 'office-template/lost-signature-line'),
      ].sort(),
    );
    expect(new Set(filled.findings.map(({ id }) => id)).size).toBe(filled.findings.length);
    expect(filled.findings.find(({ actual }) => actual === 'ten_donvi')?.hint).toContain('{{ten_don_vi}}');
  });

  it('refuses repeated fields outside a table', async () => {
    const filled = await fill(await officeTemplate({ more: [paragraph('{{noi_nhan.ten}}')] }));
    expect(filled.bytes).toBeUndefined();
    expect(codes(filled)).toContain('office-template/left-over');
  });

  it('refuses a repeated row that holds anything else, and says which tags would be printed again', async () => {
    const signed = paragraph('{{dia_ban}} {{nam}}');
    const list = paragraph('- {{noi_nhan.ten}}');
    let first = true;
    for (const mixed of [
      rowOf([list], [signed]),
      rowOf([list, signed]),
      rowOf([list], [rowOf([signed]), paragraph('')]),
      rowOf([paragraph('- {{noi_nhan.ten}} {{nam}} {{dia_ban}}')]),
      rowOf([list], [paragraph('{{kinh_gui.ten}}')]),
      rowOf([list], [sampleChart('bieu_do_gdvh')]),
    ]) {
      const filled = await fill(await officeTemplate({ more: [mixed, paragraph('')] }));
      expect(filled.bytes).toBeUndefined();
      expect(new Set(codes(filled))).toEqual(new Set(['office-template/mixed-row']));
      const [told] = filled.findings;
      expect(told?.message).toContain('{{noi_nhan.ten}}');
      if (first) expect(told?.message).toContain('{{dia_ban}}, {{nam}}: các thẻ này');
      first = false;
    }
  });

  it('repeats a row of its own beside the signature, which stands once', async () => {
    const inside = rowOf([paragraph('- {{noi_nhan.ten}}')]);
    const filled = await fill(
      await officeTemplate({ more: [rowOf([inside, paragraph('')], [paragraph('{{nguoi_ky}}')])] }),
      {
        ...REPORT,
        recipients: ['Như trên', 'Sở Văn hóa', 'Lưu: VT'],
        signature: { post: '', name: 'Lê Ký' },
      },
    );
    expect(codes(filled).filter((code) => code !== 'office-template/lost-signature-line')).toEqual([]);
    const text = bodyText(filled);
    expect(text.split('Lê Ký')).toHaveLength(2);
    for (const one of ['- Như trên', '- Sở Văn hóa', '- Lưu: VT']) expect(text).toContain(one);
  });

  it('prints every line of the signature, and says which line has no place', async () => {
    const signature = {
      authority: 'TM. BAN CHỈ ĐẠO',
      post: 'KT. TRƯỞNG BAN',
      onBehalf: 'PHÓ TRƯỞNG BAN',
      governmentPost: 'PHÓ CHỦ TỊCH UBND HUYỆN',
      name: 'Lê Ký',
    };
    const lines = ['tham_quyen_ky', 'chuc_vu', 'chuc_vu_kiem_nhiem', 'nguoi_ky'];
    const signedBy = async (...texts: readonly string[]): Promise<FilledTemplate> =>
      fill(await officeTemplate({ more: texts.map(paragraph) }), { ...REPORT, signature });
    const complete = await signedBy(...lines.map((tag) => `{{${tag}}}`));
    expect(complete.findings).toEqual([]);
    for (const line of Object.values(signature)) expect(bodyText(complete)).toContain(line);
    for (const tag of lines) {
      const lacking = await signedBy(...lines.filter((one) => one !== tag).map((one) => `{{${one}}}`));
      expect(lacking.findings.map(({ code, actual, fields }) => [code, actual ?? '', fields])).toEqual([
        ['office-template/lost-signature-line', '', [tag]],
      ]);
      expect(lacking.bytes).toBeDefined();
    }
    // Written out in the template, or all of it written out.
    const typed = ['TM. Ban Chỉ  đạo', '{{chuc_vu}}', 'Phó Chủ tịch UBND huyện', '{{nguoi_ky}}'];
    expect((await signedBy(...typed)).findings).toEqual([]);
    expect((await signedBy()).findings).toEqual([]);
  });

  it('refuses what is no Word document', async () => {
    const parts = unzipSync(await officeTemplate());
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    const macros = zipSync({
      ...parts,
      '[Content_Types].xml': strToU8(
        types.replace(
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
          'application/vnd.ms-word.document.macroEnabled.main+xml',
        ),
      ),
    });
    for (const bytes of [new Uint8Array(), strToU8('không phải Word'), zipSync({ a: strToU8('b') }), macros])
      expect(codes(await fill(bytes))).toEqual(['office-template/not-word']);
  });

  it('puts text of communes in as text', async () => {
    const hostile = '<w:p/> & {{nam}} \u0000\u202E ]]>';
    const { bytes, findings } = await fill(await officeTemplate(), {
      ...REPORT,
      head: { ...REPORT.head, agency: hostile },
    });
    expect(findings).toEqual([]);
    expect(partsOf(bytes)['word/document.xml']).toContain('&lt;w:p/&gt; &amp; {{nam}}');
  });
});

describe('the catalogue', () => {
  it('lists every tag with what it stands for', () => {
    const tags = listTags(catalogue);
    expect(tags.map(({ tag }) => tag)).toContain('{{don_vi.ten}}');
    for (const { tag, label, sample } of tags) {
      expect(tag).toMatch(/^\{\{[a-z0-9_]+(?:\.[a-z0-9_]+)?\}\}$/u);
      expect(label).not.toBe('');
      expect(sample).not.toBe('');
    }
  });

  it('is written as a document that holds every tag', async () => {
    const bytes = await writeTagList(catalogue);
    const text = textOf(partsOf(bytes)['word/document.xml']);
    for (const { tag } of listTags(catalogue)) expect(text).toContain(tag);
    expect(await writeTagList(catalogue)).toEqual(bytes);
  });

  it('that is faulty is refused with all its faults', () => {
    const year = 'tag: nam, label: Năm, sample: "2024", source: year';
    const faults = (text: string): readonly string[] => {
      const { value, findings } = admitTags(readYaml(text, 'tags.yaml'));
      expect(value).toBeUndefined();
      return findings.map(({ code, at }) => `${code} ${at.cell ?? ''}`);
    };
    expect(faults(`values:\n  - {${year}}\n  - {${year}}\n`)).toEqual([
      'office-template/tags-unusable dòng 3, cột 6',
    ]);
    expect(faults(`values:\n  - {${year.replace('tag: nam', 'tag: Năm')}}\n`)).toEqual([
      'office-template/tags-unusable dòng 2, cột 6',
    ]);
    expect(
      faults('values:\n  - tag: nam\nfigures:\n  - {tag: x, label: x, sample: x, indicator: y, part: z}\n'),
    ).toEqual([
      ...Array<string>(3).fill('template/missing-key dòng 2, cột 5'),
      'template/wrong-value dòng 4, cột 49',
    ]);
    expect(faults('values: x\n')).toEqual(['template/wrong-value dòng 1, cột 1']);
  });
});
