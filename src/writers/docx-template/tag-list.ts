/** The catalogue of tags as a Word document to copy from: values, repeated lines, parts and charts, each with a sample. */
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { PARAGRAPH, SIZES, USUAL_PAPER } from '../decree30-layout.js';
import { ANNEX_BORDERS } from '../docx/annex-table.js';
import { section } from '../docx/page-setup.js';
import { STYLE, STYLES, spacing } from '../docx/styles.js';
import { line, textRuns } from '../docx/text-runs.js';
import type { TagCatalogue, TagEntry } from './catalogue.js';

const TITLE = 'Các thẻ dùng trong mẫu báo cáo của cơ quan';
const HEADERS = ['Thẻ', 'Nội dung được điền', 'Ví dụ'] as const;
const HEADINGS = {
  values: 'Thông tin của báo cáo',
  figures: 'Số liệu của đơn vị tổng hợp',
  rows: 'Dòng lặp lại trong bảng',
  blocks: 'Nội dung và phụ lục',
  charts: 'Biểu đồ',
} as const;

const SIZE = { points: SIZES.tableNote } as const;

export async function tagListBytes(catalogue: TagCatalogue): Promise<Uint8Array> {
  const heading = (text: string): Paragraph =>
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRuns(text) });
  const document = new Document({
    title: TITLE,
    styles: STYLES,
    sections: [
      section(
        [
          new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(TITLE) }),
          ...catalogue.guide.map((text) => new Paragraph({ style: STYLE.body, children: textRuns(text) })),
          heading(HEADINGS.values),
          entryTable(catalogue.values),
          heading(HEADINGS.figures),
          entryTable(catalogue.figures),
          heading(HEADINGS.rows),
          ...catalogue.rows.flatMap(({ label, fields }) => [
            line(`${label}:`, SIZE, { spacing: spacing(PARAGRAPH.beforePt), keepNext: true }),
            entryTable(fields),
          ]),
          heading(HEADINGS.blocks),
          entryTable(catalogue.blocks),
          heading(HEADINGS.charts),
          entryTable(catalogue.charts),
        ],
        { landscape: false, draft: false, paper: USUAL_PAPER },
      ),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const WIDTHS = [0.32, 0.38, 0.3].map((share) => Math.floor(USUAL_PAPER.textWidth * share));

function entryTable(entries: readonly TagEntry[]): Table {
  const row = (texts: readonly string[], header: boolean): TableRow =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: texts.map(
        (text) =>
          new TableCell({
            children: [line(text, { ...SIZE, bold: header }, { style: STYLE.tableText })],
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: WIDTHS,
    borders: ANNEX_BORDERS,
    rows: [
      row(HEADERS, true),
      ...entries.map(({ tag, label, sample }) => row([`{{${tag}}}`, label, sample], false)),
    ],
  });
}
