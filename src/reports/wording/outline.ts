/** The outline of the report as data: sections, topics, which indicator is said by which form of sentence (outline.yaml). */
import { z } from 'zod';
import type { ResultsDocument } from '../../model.js';
import { periodKind } from '../../model/criteria/shapes.js';
import { flag, text } from '../../admission/data-values.js';
import { countPhrase, phrase, type Phrase } from './phrase-schema.js';

const optional = flag.describe('Không viết gì khi chưa đơn vị nào báo cáo.');
const paragraph = flag.describe('Bắt đầu một đoạn văn mới.');
const covered = flag.describe('Nêu đơn vị chưa có số liệu ngay sau số đó, dù mở đầu đã nêu chung.');
const joined = z
  .exactOptional(text)
  .describe('Viết liền câu trước: dấu nối, ví dụ “;” hoặc “, trong đó”; bỏ trống thì thành câu riêng.');

const rateSchema = z
  .strictObject({
    rate: text.describe('Chỉ tiêu tỷ lệ.'),
    what: z.exactOptional(phrase).describe('Cụm từ nêu nội dung được tính, sau tên đối tượng.'),
    verb: text.default('đạt').describe('Động từ trước tỷ lệ.'),
    unit: z.exactOptional(text).describe('Đơn vị tính viết trong câu, khi khác đơn vị tính của chỉ tiêu.'),
    ofCommunes: flag.describe('Đơn vị tính là xã, phường, thị trấn, đặc khu (theo loại thực có).'),
    lacking: z
      .exactOptional(text)
      .describe('Cụm từ “chưa có …”: nêu tên các đơn vị chưa có, thay cho nơi cao nhất và thấp nhất.'),
    extremes: flag.describe('Nêu đơn vị cao nhất và thấp nhất.'),
    short: z
      .exactOptional(text)
      .describe('Tên ngắn của đối tượng khi viết cạnh chỉ tiêu khác, ví dụ “nhà văn hóa”.'),
    count: z.exactOptional(text).describe('Chỉ tiêu là tử số: nêu khi chưa tính được tỷ lệ.'),
    brief: flag.describe('Viết gọn: tỷ lệ đặt trong ngoặc.'),
    alike: z.exactOptional(text).describe('Cụm từ ngắn thay what khi viết liền sau tỷ lệ cùng nội dung.'),
    covered,
    sameBase: z
      .exactOptional(text)
      .describe('Tỷ lệ đã nêu trước trên cùng loại cơ sở: nêu rõ khi tỷ lệ này gồm thêm đơn vị.'),
    baseSaid: flag.describe('Mẫu số đã nêu đủ trong câu: không nhắc lại cơ sở tính.'),
    remainder: z
      .record(z.string(), text)
      .default({})
      .describe('Các chỉ tiêu đếm phần còn lại của mẫu số: cụm từ viết sau số, ví dụ “không đạt”.'),
    joined,
    optional,
    paragraph,
  })
  .transform(({ rate, ...entry }) => ({ kind: 'rate' as const, indicator: rate, ...entry }));

const baseSchema = z
  .strictObject({
    base: text.describe('Chỉ tiêu tỷ lệ tính trên cơ sở khác của chỉ tiêu vừa nêu.'),
    what: phrase.describe('Cụm từ nêu nội dung được tính.'),
    unit: z.exactOptional(text).describe('Đơn vị tính viết trong câu, khi khác đơn vị tính của chỉ tiêu.'),
    optional: z.exactOptional(z.boolean()).describe('Câu này luôn chỉ viết khi đã có đơn vị báo cáo.'),
    paragraph,
  })
  .transform(({ base, ...entry }) => ({ kind: 'base' as const, indicator: base, ...entry, optional: true }));

const unitsSchema = z
  .strictObject({
    units: text.describe('Chỉ tiêu đếm số đơn vị cấp xã; không nêu tỷ lệ.'),
    what: phrase.describe('Cụm từ nêu nội dung được tính.'),
    dated: flag.describe('Nêu ngày chốt số liệu.'),
    optional,
    paragraph,
  })
  .transform(({ units, ...entry }) => ({ kind: 'units' as const, indicator: units, ...entry }));

const countsSchema = z
  .strictObject({
    counts: z.array(text).describe('Các chỉ tiêu số đếm kể trong một câu.'),
    lead: text.default('whole').describe('Câu dẫn ở sentences.hbs (counts.<lead>).'),
    phrases: z
      .record(z.string(), countPhrase)
      .default({})
      .describe(
        'Chỉ tiêu: cụm từ với {{n}}; phần trước dấu | là động từ, chỉ viết một lần khi liền nhau trùng nhau; có dấu + phía trước thì viết liền cụm trước, không có động từ; phần sau dấu | thứ hai viết gộp với cụm bên cạnh khi cùng phần trước và cùng những đơn vị.',
      ),
    dependsOn: z
      .exactOptional(text)
      .describe(
        'Chỉ tiêu mà câu dẫn dựa vào: khi của các đơn vị khác thì dùng alone, khi chưa có thì dùng without.',
      ),
    alone: text.default('whole').describe('Câu dẫn khi dependsOn là số của các đơn vị khác.'),
    without: z.exactOptional(text).describe('Câu dẫn khi chưa đơn vị nào báo cáo dependsOn.'),
    parts: z
      .record(z.string(), z.array(text))
      .default({})
      .describe('Chỉ tiêu tổng: các thành phần, nêu thay cho tổng với những nơi chỉ báo cáo thành phần.'),
    complete: flag.describe('Chỉ viết khi mọi thành phần và dependsOn là số của cùng các đơn vị.'),
    several: flag.describe('Chỉ viết khi có từ hai số trở lên: một phần không chia được gì.'),
    covered,
    shareOf: z.exactOptional(text).describe('Chỉ tiêu tổng mà các số tiền là một phần.'),
    plus: z
      .record(z.string(), text)
      .default({})
      .describe(
        'Chỉ tiêu của cấp trên: chỉ tiêu của cấp xã được cộng thêm; cụm từ nêu số cộng chung là {{sum}}.',
      ),
    beyond: z
      .exactOptional(text)
      .describe(
        'Chỉ tiêu đếm số nơi có: cụm từ có {{beyond}} khi mẫu số nhiều hơn số nơi ấy, tức có nơi có từ hai trở lên.',
      ),
    joint: z.exactOptional(text).describe('Dấu nối giữa các nhóm số của câu.'),
    named: flag.describe('Chỉ tiêu không có cụm từ được viết “số … là {{n}} …”.'),
    subject: z.exactOptional(text).describe('Tên chung của các câu trả lời.'),
    unmarked: flag.describe('Không nêu bao nhiêu đơn vị đã báo cáo: chính số đơn vị là điều được đếm.'),
    joined,
    optional,
    paragraph,
  })
  .transform(({ counts, ...entry }) => ({ kind: 'counts' as const, indicators: counts, ...entry }));

/** A document by its number, date and theme where the unit reports for itself; of many units, how many have one. */
const documentSchema = z
  .strictObject({
    document: text.describe('Chỉ tiêu ghi số văn bản, trong phần đơn vị tự khai.'),
    date: z.exactOptional(text).describe('Chỉ tiêu ghi ngày văn bản.'),
    theme: z.exactOptional(text).describe('Chỉ tiêu ghi chủ đề văn bản.'),
    what: phrase.describe('Tên loại văn bản, ví dụ “kế hoạch triển khai Phong trào”.'),
    paragraph,
  })
  .transform(({ document, ...entry }) => ({
    kind: 'document' as const,
    field: document,
    ...entry,
    optional: true,
  }));

/** A few rows of a table form by their names: those that say something under `told`. */
const examplesSchema = z
  .strictObject({
    examples: text.describe('Biểu dạng bảng mà các dòng nêu tên được đọc từ đó.'),
    name: text.describe('Cột ghi tên.'),
    place: z.exactOptional(text).describe('Cột ghi địa điểm.'),
    told: text.describe('Cột quyết định: chỉ nêu những dòng có ghi cột này.'),
    paragraph,
  })
  .transform(({ examples, ...entry }) => ({
    kind: 'examples' as const,
    form: examples,
    ...entry,
    optional: true,
  }));

/** How one or several indicators of a topic are said. */
const entrySchema = z.union([
  rateSchema,
  baseSchema,
  unitsSchema,
  countsSchema,
  documentSchema,
  examplesSchema,
]);

export type Entry = Readonly<z.infer<typeof entrySchema>>;

export type CountsEntry = Extract<Entry, { kind: 'counts' }>;

/** Stands among the ids of annexes for the charts. */
export const CHARTS = 'charts';

const topicSchema = z.strictObject({
  id: text.describe('Mã của mục.'),
  title: phrase.describe('Tiêu đề mục.'),
  subject: phrase.describe('Tên nội dung của mục khi nhắc trong câu.'),
  entries: z.array(entrySchema).default([]).describe('Các câu của mục, theo thứ tự viết.'),
  annexes: z
    .array(text)
    .default([])
    .describe('Mã các bảng phụ lục mà mục dẫn tới; charts: biểu đồ của các chỉ tiêu chính.'),
  groups: z
    .array(text)
    .default([])
    .describe(
      'Nhóm tiêu đề của biểu mẫu (bieu-02.A): chỉ tiêu mà địa phương thêm vào nhóm đó được viết ở mục này.',
    ),
  rest: flag.describe(
    'Nhận các chỉ tiêu chính và chỉ tiêu địa phương thêm vào mà chưa được xếp vào mục nào.',
  ),
  overall: flag.describe('Đánh giá chung, lập từ các chỉ tiêu chính của cả báo cáo.'),
});

export type Topic = Readonly<z.infer<typeof topicSchema>>;

const slotSchema = z.strictObject({
  id: text.describe('Mã của phần viết tay.'),
  title: text.describe('Tiêu đề phần viết tay.'),
  headings: z
    .array(text)
    .default([])
    .describe('Các tiêu đề của narrative.md thuộc về phần này; so từ đầu tiêu đề.'),
  draft: z
    .enum(['none', 'strengths', 'difficulties', 'proposals'])
    .describe('Bản nháp lập từ số liệu khi phần viết tay còn trống.'),
});

export type Slot = Readonly<z.infer<typeof slotSchema>>;

const names = z.array(text).default([]);

const sectionSchema = z.strictObject({
  id: text.describe('Mã của phần.'),
  title: phrase.describe('Tiêu đề phần.'),
  topics: names.describe('Mã các mục, theo thứ tự in.'),
  slots: names.describe('Mã các phần viết tay, theo thứ tự in.'),
  headings: names.describe('Các tiêu đề của narrative.md thuộc về phần này.'),
  aims: flag.describe('Nêu chỉ tiêu của kỳ tới ghi trong targets.csv trước phần viết tay.'),
  wider: z
    .exactOptional(
      z.strictObject({
        headings: z.array(text).describe('Tiêu đề con của phần viết tay.'),
        title: phrase.describe('Tiêu đề phần khi đó.'),
      }),
    )
    .describe('Tiêu đề rộng hơn khi đơn vị viết thêm nội dung dưới các tiêu đề con này.'),
});

export interface OutlineSection {
  readonly id: string;
  readonly title: Phrase;
  readonly topics: readonly Topic[];
  readonly slots: readonly Slot[];
  readonly headings: readonly string[];
  readonly aims: boolean;
  readonly wider?: { readonly headings: readonly string[]; readonly title: Phrase };
}

/** Shape of outline.yaml; what is named in a section must be declared below. */
export const outlineSchema = z
  .strictObject({
    outlines: z
      .strictObject({
        local: names.describe('Các phần của báo cáo theo mẫu địa phương.'),
        ministry: names.describe('Các phần của báo cáo theo mẫu của Bộ.'),
        registration: names.describe(
          'Các phần của báo cáo đăng ký, dù chọn mẫu nào; bỏ trống: theo mẫu đã chọn.',
        ),
      })
      .describe('Bố cục của từng mẫu báo cáo.'),
    charts: z
      .partialRecord(periodKind, z.array(text))
      .default({})
      .describe('Chỉ tiêu được vẽ biểu đồ theo loại kỳ báo cáo, thay cho các chỉ tiêu danh hiệu.'),
    titles: z
      .record(z.string(), text)
      .default({})
      .describe('Tên danh hiệu dùng khi bộ tiêu chí không nêu tên.'),
    parts: z.array(sectionSchema).describe('Các phần của báo cáo.'),
    slots: z.array(slotSchema).default([]).describe('Các phần viết tay.'),
    topics: z.array(topicSchema).default([]).describe('Các mục viết từ số liệu.'),
    opening: z
      .array(text)
      .default(['Mở đầu'])
      .describe('Các tiêu đề của narrative.md cho đoạn mở đầu báo cáo.'),
  })
  .transform(({ outlines, titles, charts, ...declared }, context) => {
    const pick = <T extends { readonly id: string }>(
      wanted: readonly string[],
      from: readonly T[],
      path: readonly (string | number)[],
    ): readonly T[] =>
      wanted.flatMap((name, index) => {
        const found = from.find(({ id }) => id === name);
        const values = from.map(({ id }) => id);
        if (found === undefined)
          context.addIssue({ code: 'invalid_value', values, input: name, path: [...path, index] });
        return found ?? [];
      });
    const sections = declared.parts.map((section, index): OutlineSection => ({
      ...section,
      topics: pick(section.topics, declared.topics, ['parts', index, 'topics']),
      slots: pick(section.slots, declared.slots, ['parts', index, 'slots']),
    }));
    return {
      outlines: {
        local: pick(outlines.local, sections, ['outlines', 'local']),
        ministry: pick(outlines.ministry, sections, ['outlines', 'ministry']),
        registration: pick(outlines.registration, sections, ['outlines', 'registration']),
      },
      charts,
      titles,
      opening: declared.opening,
    };
  });

export type Outline = Readonly<z.infer<typeof outlineSchema>>;

/** The sections of a report of that kind of period. */
export const sectionsOf = (
  { outlines }: Outline,
  { period, report }: Pick<ResultsDocument, 'period' | 'report'>,
): readonly OutlineSection[] =>
  period.kind === 'registration' && outlines.registration.length > 0
    ? outlines.registration
    : outlines[report.outline];
