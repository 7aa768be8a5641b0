/** The catalogue of tags that an office may use in its own Word template, admitted from templates/reports/tags.yaml. */
import { z } from 'zod';
import { admit, type Admitted } from '../../admission/admit.js';
import type { Fault } from '../../admission/faults.js';
import { text } from '../../admission/data-values.js';
import { withoutBlanks } from '../../admission/schema-keys.js';
import { shown, type Source } from '../../admission/source.js';
import { templateFault } from '../../admission/template-faults.js';
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';

const tag = text.refine((written) => /^[a-z][a-z0-9_]*$/u.test(written), {
  params: { reason: 'chỉ gồm chữ thường không dấu, chữ số và gạch dưới' },
});

/** What every tag says of itself; a field of repeated lines bears the name of its list before it, `don_vi.ten`. */
const described = {
  tag: tag.describe('Thẻ, không có ngoặc nhọn.'),
  label: text.describe('Thẻ thay cho nội dung gì.'),
  sample: text.describe('Ví dụ nội dung.'),
};
const indicator = text.describe('Chỉ tiêu tổng hợp.');
const figure = {
  indicator,
  part: z
    .enum(['n', 'd', 'rate', 'reported'])
    .describe('n: tử số hoặc số đếm; d: mẫu số; rate: tỷ lệ; reported: số đơn vị đã báo cáo.'),
};
const source = text.describe('Nội dung của báo cáo mà thẻ thay cho.');

const valueSchema = z.strictObject({
  ...described,
  source,
  required: z.boolean().default(false).describe('Mẫu của đơn vị phải có thẻ này.'),
});
const figureSchema = z.strictObject({ ...described, ...figure });
const chartSchema = z.strictObject({ ...described, indicator });
const fieldSchema = z.union([z.strictObject({ ...described, source }), figureSchema]);

const rowsSchema = z
  .strictObject({
    tag: described.tag,
    label: described.label,
    source,
    fields: z.array(fieldSchema).default([]).describe('Các thẻ của mỗi dòng.'),
  })
  .transform(({ fields, ...rows }) => ({
    ...rows,
    fields: fields.map((field) => ({ ...field, tag: `${rows.tag}.${field.tag}` })),
  }));

/** What a tag stands for: a value of the report, a figure of an indicator, repeated lines, a part, a chart. */
export const catalogueSchema = z
  .strictObject({
    guide: z.array(text).default([]).describe('Các đoạn mở đầu danh sách thẻ.'),
    values: z.array(valueSchema).default([]).describe('Thẻ thay bằng một nội dung của báo cáo.'),
    figures: z.array(figureSchema).default([]).describe('Thẻ thay bằng một số liệu.'),
    rows: z.array(rowsSchema).default([]).describe('Thẻ của các dòng lặp lại.'),
    blocks: z.array(valueSchema).default([]).describe('Thẻ thay bằng cả một phần của báo cáo.'),
    charts: z.array(chartSchema).default([]).describe('Thẻ thay bằng một biểu đồ.'),
  })
  .superRefine((catalogue, context) => {
    const seen = new Set<string>();
    for (const list of ['values', 'figures', 'rows', 'blocks', 'charts'] as const)
      catalogue[list].forEach((entry, index) => {
        for (const one of 'fields' in entry ? [entry, ...entry.fields] : [entry]) {
          const path = [list, index, 'tag'];
          if (seen.has(one.tag))
            context.addIssue({ code: 'custom', path, params: { reason: 'đã có ở trên' } });
          seen.add(one.tag);
        }
      });
  });

export type TagCatalogue = Readonly<z.infer<typeof catalogueSchema>>;
export type FigurePart = z.infer<typeof figureSchema>['part'];
export type ValueEntry = Readonly<z.infer<typeof valueSchema>>;
export type FigureEntry = Readonly<z.infer<typeof figureSchema>>;
export type FieldEntry = Readonly<z.infer<typeof fieldSchema>>;
export type RowsEntry = Readonly<z.infer<typeof rowsSchema>>;
export type TagEntry = Pick<ValueEntry, 'tag' | 'label' | 'sample'>;

/** tags.yaml as read, admitted. */
export const admitTags = (source: Source): Admitted<TagCatalogue> =>
  admit(catalogueSchema, { ...source, value: withoutBlanks(catalogueSchema, source.value) }, tagFault);

/** A tag that cannot be one has a code of its own; the rest is said as for every data file. */
function tagFault(fault: Fault): Finding {
  const { reason } = fault.parameters;
  const { at, actual } = fault;
  return typeof reason === 'string'
    ? finding('office-template/tags-unusable', at, {
        file: at.file,
        reason: `thẻ “${shown(actual)}” ${reason}`,
      })
    : templateFault(fault);
}

/** Every tag that may stand in a template, in the order of the file. */
export const allTags = (catalogue: TagCatalogue): readonly TagEntry[] => [
  ...catalogue.values,
  ...catalogue.figures,
  ...catalogue.rows.flatMap(({ fields }) => fields),
  ...catalogue.blocks,
  ...catalogue.charts,
];
