/** The tables as data: which annex, which columns, what stands in them (annexes.yaml). */
import { z } from 'zod';
import type { PeriodKind } from '../../model.js';
import { text } from '../../admission/data-values.js';
import { annexHeadSchema, READ_BY_SOURCE, type ANNEX_SHAPES } from './annex-head.js';
import { labelsSchema } from './labels.js';
import { phrase } from './phrase-schema.js';

export type AnnexShape = (typeof ANNEX_SHAPES)[number];

/** What a column by unit shows. */
export type ColumnSource =
  | { readonly kind: 'count'; readonly side: 'n' | 'd'; readonly indicators: readonly string[] }
  | { readonly kind: 'rate'; readonly indicator: string; readonly of: readonly [string, string] }
  /** A figure of each unit that no sum is made of. */
  | { readonly kind: 'given'; readonly field: string }
  /** Columns of lists are read by id. */
  | { readonly kind: 'listed' };

const columnSchema = z
  .strictObject({
    id: text.describe('Mã của cột.'),
    header: phrase.describe('Tiêu đề cột.'),
    group: z.exactOptional(phrase).describe('Tiêu đề chung của các cột liền nhau.'),
    width: z.exactOptional(z.int()).describe('Độ rộng, tính bằng chữ.'),
    ifSaid: z.exactOptional(z.boolean()).describe('Chỉ in khi có dòng ghi cột này.'),
    n: z.exactOptional(text).describe('Chỉ tiêu lấy số đếm, số tiền hoặc tử số.'),
    d: z
      .exactOptional(z.array(text))
      .describe('Các chỉ tiêu tỷ lệ lấy mẫu số; số đầu tiên có trong danh sách.'),
    rate: z.exactOptional(text).describe('Chỉ tiêu tỷ lệ.'),
    of: z.exactOptional(z.tuple([text, text])).describe('Cột tử số và cột mẫu số của tỷ lệ.'),
  })
  .superRefine(({ rate, of }, context) => {
    if (rate !== undefined && of === undefined)
      context.addIssue({ code: 'custom', path: ['of'], message: '[cột tử số, cột mẫu số]' });
  })
  .transform(({ n, d, rate, of, ...column }) => ({ ...column, source: sourceOf({ n, d, rate, of }) }));

export type ColumnDeclaration = Readonly<z.infer<typeof columnSchema>>;

function sourceOf({
  n,
  d,
  rate,
  of,
}: {
  readonly n: string | undefined;
  readonly d: readonly string[] | undefined;
  readonly rate: string | undefined;
  readonly of: readonly [string, string] | undefined;
}): ColumnSource {
  if (rate !== undefined && of !== undefined) return { kind: 'rate', indicator: rate, of };
  if (d !== undefined) return { kind: 'count', side: 'd', indicators: d };
  return n === undefined ? { kind: 'listed' } : { kind: 'count', side: 'n', indicators: [n] };
}

const annexSchema = annexHeadSchema
  .extend({
    title: phrase.describe('Tiêu đề phụ lục.'),
    columns: z.array(columnSchema).default([]).describe('Các cột, theo thứ tự in.'),
  })
  .transform((annex, context) => {
    const { shape, columns } = annex;
    const values = columns.map(({ id }) => id);
    for (const [index, { source }] of columns.entries()) {
      // A column without a source is left out of a table by unit, a rate without one of its columns as well.
      if (source.kind === 'listed' && READ_BY_SOURCE.some((one) => one === shape))
        context.addIssue({ code: 'custom', path: ['columns', index, 'n'], message: 'n, d, rate' });
      if (source.kind !== 'rate') continue;
      for (const [side, input] of source.of.entries())
        if (!values.includes(input))
          context.addIssue({ code: 'invalid_value', values, input, path: ['columns', index, 'of', side] });
    }
    return annex;
  });

export type AnnexDeclaration = Readonly<z.infer<typeof annexSchema>>;

const sheetSchema = z.strictObject({
  sheet: text.describe('Tên trang trong tong-hop.xlsx.'),
  title: phrase.describe('Tiêu đề trang.'),
  form: text.default('').describe('Biểu mà trang kể từng dòng.'),
});

/** Annexes of one number are of different kinds of period. */
const maySharePeriod = (
  one: { readonly kinds?: readonly PeriodKind[] | undefined },
  other: { readonly kinds?: readonly PeriodKind[] | undefined },
): boolean => one.kinds === undefined || (other.kinds?.some((kind) => one.kinds?.includes(kind)) ?? true);

/** Shape of annexes.yaml. */
export const annexDataSchema = z.strictObject({
  annexes: z
    .array(annexSchema)
    .superRefine((annexes, context) => {
      for (const key of ['number', 'id', 'sheet'] as const) {
        annexes.forEach((annex, index) => {
          if (annexes.findIndex((one) => one[key] === annex[key] && maySharePeriod(one, annex)) < index)
            context.addIssue({ code: 'custom', path: [index, key], message: 'khác với các phụ lục ở trên' });
        });
      }
    })
    .describe('Các phụ lục và trang tổng hợp, theo thứ tự in.'),
  mostLines: z
    .int()
    .min(1)
    .default(1000)
    .describe('Bảng nhiều dòng hơn thế: báo cáo Word chỉ in các dòng cộng, từng dòng ở tong-hop.xlsx.'),
  sheets: z
    .strictObject({
      details: sheetSchema.describe('Số liệu từng thôn, tổ dân phố.'),
      findings: sheetSchema.describe('Nội dung cần sửa, cần xác nhận và lưu ý.'),
      sources: sheetSchema.describe('Các tệp đã nhận và căn cứ tổng hợp.'),
    })
    .describe('Các trang khác của tong-hop.xlsx.'),
  labels: labelsSchema.describe(
    'Chữ dùng chung theo nhóm: tiêu đề cột, tình trạng, mức độ, câu trả lời, tên biểu; nhóm, khóa không ghi thì theo tệp kèm theo.',
  ),
});

export type AnnexData = Readonly<z.infer<typeof annexDataSchema>>;

/** The tables of that kind of period. */
export const tablesOfKind = (data: AnnexData, kind: PeriodKind): AnnexData => ({
  ...data,
  annexes: data.annexes.filter(({ kinds }) => kinds?.includes(kind) ?? true),
});

/** The number, as declared, of the first annex of that shape: sentences refer to it. */
export const annexOfShape = ({ annexes }: AnnexData, wanted: AnnexShape): string | undefined =>
  annexes.find(({ shape }) => shape === wanted)?.number;
