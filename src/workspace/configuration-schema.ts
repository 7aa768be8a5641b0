/** The shape of tdkvh.yaml for zod: keys, types, dates, periods, codes. Contradictions are checked elsewhere. */
import { z } from 'zod';
import type { AnnexChoices, ReportSettings } from '../model.js';
import { isIsoDay } from '../values/calendar-day.js';
import { DEFAULT_MARGINS, MARGIN_RANGES } from '../model/page-margins.js';
import { parsePeriod } from './period.js';

export const WORKSPACE_SCHEMA = 'tdkvh/workspace@1';
export const SIGNATURES = ['BC-BCD', 'BC-UBND', 'BC-PHONG', 'BC-SO'] as const;
export const DEFAULT_DECIMALS = 2;

/** What is wrong with a well-typed value; carried in `params` of a custom zod issue. */
export type ValueFault = 'day' | 'period' | 'unitCode' | 'sha256' | 'schema';

const checked = (fault: ValueFault, holds: (text: string) => boolean) =>
  z.string().refine(holds, { params: { fault } });

const day = checked('day', isIsoDay);
const unitCode = checked('unitCode', (text) => /^(\d{2}|\d{3}|\d{5})$/u.test(text));
/** A bare 2024 is the same year as "2024": nothing is lost by reading it as text. */
const period = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((text) => parsePeriod(text) !== undefined, { params: { fault: 'period' satisfies ValueFault } });
const text = z.string().min(1);

const signature = z.union([
  z.enum(SIGNATURES),
  z.strictObject({
    authority: text.optional().describe('Quyền hạn ký, dòng trên chức vụ: TM., TL. …'),
    post: text.describe('Chức vụ; khi ký thay là chức vụ của người được ký thay, có KT. ở đầu.'),
    onBehalf: text.optional().describe('Chức vụ của người ký thay.'),
  }),
]);

const margin = (side: keyof typeof MARGIN_RANGES) => {
  const { least, most } = MARGIN_RANGES[side];
  return z
    .int()
    .min(least)
    .max(most)
    .default(DEFAULT_MARGINS[side])
    .describe(`Milimét, từ ${least} đến ${most} theo Nghị định 30/2020/NĐ-CP.`);
};

const margins = z.strictObject({
  top: margin('top'),
  bottom: margin('bottom'),
  left: margin('left'),
  right: margin('right'),
});

/** The numbers come from annexes.yaml; unknown when that file is broken. */
const annexNumber = (annexes: AnnexChoices | undefined) =>
  annexes === undefined ? text : z.enum(annexes.known);

/** The keys that results.json keeps (reportSettingsSchema), and no other. */
const reportSchema = (annexes: AnnexChoices | undefined) =>
  z.strictObject({
    outline: z
      .enum(['local', 'ministry'])
      .default('local')
      .describe('Đề cương báo cáo: local là của địa phương, ministry là của Bộ.'),
    superior: text.optional().describe('Cơ quan chủ quản, dòng đầu của văn bản.'),
    agency: text.optional().describe('Cơ quan ban hành, dòng dưới cơ quan chủ quản.'),
    signature: signature
      .default('BC-BCD')
      .describe('Khối ký: tên một mẫu trong signatures.yaml, hoặc từng dòng của khối.'),
    basis: text.optional().describe('Căn cứ: kế hoạch hoặc công văn yêu cầu báo cáo.'),
    number: text.optional().describe('Số của văn bản; ký hiệu lấy theo khối ký.'),
    place: text.optional().describe('Địa danh ghi trước ngày tháng.'),
    date: day.optional().describe('Ngày ghi trên văn bản, dạng YYYY-MM-DD; không lấy theo máy tính.'),
    to: z.array(text).default([]).describe('Kính gửi: các nơi được báo cáo.'),
    recipients: z.array(text).default([]).describe('Nơi nhận, ở cuối văn bản.'),
    signer: text.optional().describe('Họ tên người ký.'),
    governmentPost: text
      .optional()
      .describe('Chức vụ của người ký trong chính quyền, ghi dưới chức vụ trong Ban Chỉ đạo.'),
    leadingZero: z
      .boolean()
      .optional()
      .describe('true (mặc định): trong câu ghi “07 xã”; false: ghi “7 xã”.'),
    margins: margins.optional().describe('Lề trang.'),
    annexes: z
      .array(annexNumber(annexes))
      .default([...(annexes?.usual ?? [])])
      .describe('Các phụ lục được in, bằng số La Mã như trong annexes.yaml, theo thứ tự này.'),
  } satisfies { readonly [Key in keyof ReportSettings]-?: z.ZodType });

/** A bare name, or a name with what else the agency signs with. */
const agency = z.union([
  text.transform((name) => ({ name, aliases: [] as string[], contact: undefined })),
  z.strictObject({
    name: text.describe('Tên cơ quan, như in trong danh sách và văn bản đôn đốc.'),
    aliases: z.array(text).default([]).describe('Các tên khác cơ quan ghi trong biểu.'),
    contact: text.optional().describe('Đầu mối liên hệ: người và số điện thoại.'),
  }),
]);

export const ESTIMATES = ['none', 'areas', 'weights'] as const;

const settlement = z.strictObject({
  sha256: checked('sha256', (hash) => /^[0-9a-f]{64}$/u.test(hash)).describe(
    'Mã SHA-256 của tệp được quyết định; tệp đã sửa là tệp khác.',
  ),
  unit: unitCode.optional().describe('Mã đơn vị gửi tệp.'),
  period: period.optional().describe('Kỳ của số liệu trong tệp, dù tệp ghi thế nào.'),
  form: text.optional().describe('Mã biểu của tệp.'),
  sheet: text.optional().describe('Tên trang được tính khi tệp có hai trang cùng một biểu.'),
  use: z
    .boolean()
    .optional()
    .describe('true: tính tệp này trong số các tệp của một đơn vị; false: không tính.'),
});

const deadlines = z.strictObject({
  commune: day.optional().describe('Ngày cuối cùng xã, phường, thị trấn nộp biểu.'),
  agency: day.optional().describe('Ngày cuối cùng cơ quan thành viên nộp Biểu 06.'),
  exceptions: z
    .record(unitCode, day)
    .default({})
    .describe('Mã đơn vị được gia hạn và ngày cuối cùng của đơn vị đó.'),
});

export const configurationSchema = (annexes: AnnexChoices | undefined) => {
  const report = reportSchema(annexes);
  return z.strictObject({
    schema: checked('schema', (name) => name === WORKSPACE_SCHEMA).describe(
      `Loại tệp: luôn ghi ${WORKSPACE_SCHEMA}.`,
    ),
    period: period.describe(
      'Kỳ báo cáo: "2024" là cả năm, "2024-H1" là 6 tháng đầu năm, "2024-DK" là đăng ký đầu năm.',
    ),
    unit: unitCode.describe('Mã đơn vị tổng hợp, theo danh mục hành chính tại referenceDate.'),
    level: z
      .enum(['district', 'province', 'commune'])
      .describe('Cấp của đơn vị tổng hợp: district, province hoặc commune.'),
    referenceDate: day
      .optional()
      .describe('Ngày lấy danh sách đơn vị phải báo cáo, dạng YYYY-MM-DD; mặc định là ngày cuối kỳ.'),
    criteria: text.describe('Mã bộ tiêu chí có sẵn, hoặc đường dẫn tới bộ của địa phương.'),
    dataAsOf: day.optional().describe('Ngày chốt số liệu, được in trong báo cáo.'),
    deadlines: deadlines.default({ exceptions: {} }).describe('Hạn nộp, để tính đơn vị nộp chậm.'),
    agencies: z.array(agency).default([]).describe('Cơ quan thành viên Ban Chỉ đạo phải nộp Biểu 06.'),
    comparison: z
      .strictObject({
        estimates: z
          .enum(ESTIMATES)
          .default('none')
          .describe(
            'Cách ước số năm trước của đơn vị đã chia tách: none là không ước, areas là theo khu dân cư, weights là theo tỷ lệ trong crosswalk.csv.',
          ),
      })
      .default({ estimates: 'none' })
      .describe('So sánh với các kỳ trước.'),
    rates: z
      .strictObject({
        decimals: z
          .int()
          .min(0)
          .max(4)
          .default(DEFAULT_DECIMALS)
          .describe('Số chữ số thập phân của tỷ lệ được in, từ 0 đến 4.'),
      })
      .default({ decimals: DEFAULT_DECIMALS })
      .describe('Cách in tỷ lệ.'),
    registry: text.optional().describe('Thư mục có danh mục đơn vị hành chính dùng thay danh mục có sẵn.'),
    report: report
      .default(report.parse({}))
      .describe('Thể thức văn bản báo cáo: đầu trang, khối ký, nơi nhận, phụ lục.'),
    submissions: z
      .array(settlement)
      .default([])
      .describe('Quyết định của cơ quan về từng tệp, theo các dòng mà thông báo gợi ý.'),
  });
};

export type WrittenConfiguration = z.infer<ReturnType<typeof configurationSchema>>;
