/** What results.json keeps of the configuration: the letter's settings and the targets. */
import { z } from 'zod';
import type { Immutable } from '../../values/immutable.js';

const signaturePreset = z.enum(['BC-BCD', 'BC-UBND', 'BC-PHONG', 'BC-SO']);

const customSignature = z.strictObject({
  authority: z.string().exactOptional().describe('Quyền hạn ký: TM., KT., TL. …'),
  post: z.string().describe('Chức vụ.'),
  onBehalf: z.string().exactOptional().describe('In whose name.'),
});

const margins = z.strictObject({
  top: z.number().describe('In millimetres.'),
  bottom: z.number().describe('In millimetres.'),
  left: z.number().describe('In millimetres.'),
  right: z.number().describe('In millimetres.'),
});
/** In millimetres. */
export type PageMargins = Immutable<z.infer<typeof margins>>;

export const reportSettingsSchema = z.strictObject({
  outline: z.enum(['local', 'ministry']).describe("The locality's own outline or the ministry's."),
  superior: z.string().exactOptional().describe('Cơ quan chủ quản.'),
  agency: z.string().exactOptional().describe('Cơ quan ban hành.'),
  signature: z
    .union([signaturePreset, customSignature])
    .describe('A preset of the signature block, or its lines.'),
  basis: z.string().exactOptional().describe('Căn cứ: the plan or letter that asks for the report.'),
  number: z.string().exactOptional().describe('Số, ký hiệu.'),
  place: z.string().exactOptional().describe('Địa danh.'),
  date: z.string().exactOptional().describe('ISO date printed; never the clock.'),
  to: z.array(z.string()).describe('Kính gửi.'),
  recipients: z.array(z.string()).describe('Nơi nhận.'),
  signer: z.string().exactOptional().describe('Name of the signer.'),
  governmentPost: z
    .string()
    .exactOptional()
    .describe(
      "The signer's post in the government, under the post in a steering committee; that of the preset by default.",
    ),
  leadingZero: z.boolean().exactOptional().describe('"07 xã" in prose; on by default.'),
  margins: margins.exactOptional().describe('Inside the ranges of the decree.'),
  annexes: z.array(z.string()).describe('In Roman numerals, in printed order.'),
});
/** The `report:` part of tdkvh.yaml. Names of persons and agencies are configuration, never invented. */
export type ReportSettings = Immutable<z.infer<typeof reportSettingsSchema>>;

export const targetSchema = z.strictObject({
  indicator: z.string().describe('Indicator id.'),
  scope: z.string().describe('Unit code, unit type or area class.'),
  period: z.string().describe('Period it is set for.'),
  comparator: z.enum(['at_least', 'at_most', 'keep']).describe('How the figure has to stand to the value.'),
  value: z.string().describe('Exact text: percent for rates, whole number for counts.'),
  kind: z.enum(['rate', 'count']).describe('Of what the value speaks.'),
  source: z.string().exactOptional().describe('The plan or resolution that sets it.'),
});
/** A line of targets.csv. `value` is exact text: percent for rates, whole number for counts. */
export type Target = Immutable<z.infer<typeof targetSchema>>;
