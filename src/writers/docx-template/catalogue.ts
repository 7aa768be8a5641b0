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

/** What every tag says of itself: without braces; fields of repeated lines with the name of the list, `don_vi.ten`. */
const described = { tag, label: text, sample: text };
/** A figure of an indicator: its numerator, its denominator, its rate, or how many units reported it. */
const figure = { indicator: text, part: z.enum(['n', 'd', 'rate', 'reported']) };

const valueSchema = z.strictObject({ ...described, source: text, required: z.boolean().default(false) });
const figureSchema = z.strictObject({ ...described, ...figure });
const chartSchema = z.strictObject({ ...described, indicator: text });
const fieldSchema = z.union([z.strictObject({ ...described, source: text }), figureSchema]);

const rowsSchema = z
  .strictObject({ tag, label: text, source: text, fields: z.array(fieldSchema).default([]) })
  .transform(({ fields, ...rows }) => ({
    ...rows,
    fields: fields.map((field) => ({ ...field, tag: `${rows.tag}.${field.tag}` })),
  }));

/** What a tag stands for: a value of the report, a figure of an indicator, repeated lines, a part, a chart. */
const catalogueSchema = z
  .strictObject({
    /** Paragraphs that open the list of tags. */
    guide: z.array(text).default([]),
    values: z.array(valueSchema).default([]),
    figures: z.array(figureSchema).default([]),
    rows: z.array(rowsSchema).default([]),
    blocks: z.array(valueSchema).default([]),
    charts: z.array(chartSchema).default([]),
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
