/** `tdkvh aggregate [paths]`: the main job: read, check, add up, write tables, report and results. */
import { OUTPUT_WRITERS } from '../../../office/outputs/output-writers.js';
import type { CommandDeclaration } from '../../command.js';
import {
  FINDINGS_OPTION,
  IDENTITY_OPTIONS,
  LIST_OPTIONS,
  OUT_OPTION,
  REGISTRY_OPTION,
  TEMPLATE_OPTION,
} from '../../shared-options.js';

export const AGGREGATE: CommandDeclaration = {
  name: 'aggregate',
  alias: 'tong-hop',
  summary: 'đọc, kiểm tra, tổng hợp số liệu và lập báo cáo (việc chính)',
  details: `Ghi ${OUTPUT_WRITERS.map(({ file, label }) => `${file} (${label})`).join(', ')}. Tệp đã gửi không bị thay đổi. Thư mục không phải kỳ báo cáo cũng dùng được: kỳ, đơn vị và bộ tiêu chí lấy từ các tệp hoặc từ tùy chọn.`,
  argument: {
    syntax: '[đường dẫn...]',
    text: 'tệp hoặc thư mục đã gửi (mặc định: submissions của kỳ báo cáo)',
  },
  options: [
    OUT_OPTION,
    { flags: '--final', text: 'chốt chính thức: từ chối nếu còn thiếu đơn vị hoặc còn lỗi chưa xử lý' },
    { flags: '--require-complete', text: 'từ chối nếu còn thiếu hoặc còn lỗi, nhưng chưa chốt' },
    { flags: '--as <dạng>', text: 'luôn đánh dấu DỰ THẢO, kể cả khi đã đủ số liệu', choices: ['draft'] },
    { flags: '--returns', text: 'lập cả đề nghị sửa gửi từng đơn vị, vào thư mục returns' },
    TEMPLATE_OPTION,
    FINDINGS_OPTION,
    ...LIST_OPTIONS,
    ...IDENTITY_OPTIONS,
    REGISTRY_OPTION,
  ],
  examples: [
    'tdkvh aggregate',
    'tdkvh aggregate --returns',
    'tdkvh aggregate --out du-thao --findings loi.csv',
  ],
  run: async (call) => (await import('./run-aggregate.js')).runAggregate(call),
};
