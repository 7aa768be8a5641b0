/** A template as an office might draw it in Word: tags in the text, in the header, split over runs, in a table, on a chart. */
import {
  Document,
  Header,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import { ChartRun } from 'docx/charts';
import { readFileSync } from 'node:fs';
import { readYaml } from '../../src/readers/yaml-document.js';
import { admitTags, type TagCatalogue } from '../../src/writers/docx-template/catalogue.js';

/** The bundled catalogue of tags. */
export function bundledTags(): TagCatalogue {
  const text = readFileSync(new URL('../../templates/reports/tags.yaml', import.meta.url), 'utf8');
  const { value, findings } = admitTags(readYaml(text, 'tags.yaml'));
  if (value === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return value;
}

/** How the tags look; what replaces them must look the same. */
const RED: IRunOptions = { color: 'C00000' };

const paragraph = (...texts: readonly string[]): Paragraph =>
  new Paragraph({ children: texts.map((text) => new TextRun({ text, ...RED })) });
const row = (...texts: readonly string[]): TableRow =>
  new TableRow({ children: texts.map((text) => new TableCell({ children: [paragraph(text)] })) });

/** A chart drawn in the template with sample figures; its alt text is the tag. */
export const sampleChart = (tag: string): Paragraph =>
  new Paragraph({
    children: [
      // The library's type of children does not name the runs of its own charts.
      new ChartRun({
        type: 'bar',
        categories: ['Xã A', 'Xã B'],
        series: [{ name: 'Tỷ lệ', values: [50, 60] }],
        altText: { name: 'Biểu đồ', description: `{{${tag}}}` },
      }),
    ],
  });

export interface OfficeTemplate {
  /** Paragraphs and tables added to the text. */
  readonly more?: readonly (Paragraph | Table)[];
  /** Tags left out of the usual ones. */
  readonly without?: readonly string[];
}

let usual: Promise<Uint8Array> | undefined;

/** The template; as it usually is, it is drawn once and only read. */
export const officeTemplate = (changes?: OfficeTemplate): Promise<Uint8Array> =>
  changes === undefined ? (usual ??= drawn({})) : drawn(changes);

async function drawn({ more = [], without = [] }: OfficeTemplate): Promise<Uint8Array> {
  const tag = (name: string): string => (without.includes(name) ? '' : `{{${name}}}`);
  const document = new Document({
    styles: { paragraphStyles: [{ id: 'u1', name: 'heading 1', run: { bold: true, size: 30 } }] },
    sections: [
      {
        headers: { default: new Header({ children: [paragraph(`Báo cáo năm {{ nam }}`)] }) },
        children: [
          paragraph('{{ten_', 'don', '_vi}', '}'),
          paragraph(tag('so_ky_hieu'), ' · ', tag('dia_danh_ngay_thang'), ' · ', tag('du_thao')),
          paragraph(tag('trich_yeu')),
          paragraph('Đạt {{gdvh_so_ho}} hộ ({{ gdvh_ty_le }}), {{gdvh_don_vi}} đơn vị.'),
          paragraph(tag('noi_dung')),
          new Table({
            width: { size: 9000, type: WidthType.DXA },
            rows: [
              row('TT', 'Đơn vị', 'Số hộ', 'Tỷ lệ'),
              row('{{don_vi.tt}}', '{{don_vi.ten}}', '{{don_vi.gdvh_so_ho}}', '{{don_vi.gdvh_ty_le}}'),
              row('', 'Cộng', '{{gdvh_so_ho}}', '{{gdvh_ty_le}}'),
            ],
          }),
          ...more,
        ],
      },
      {
        properties: {
          page: { size: { orientation: PageOrientation.LANDSCAPE }, margin: { left: 1000, right: 1000 } },
        },
        children: [paragraph(tag('phu_luc'))],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
