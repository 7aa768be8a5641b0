/** `tdkvh init [dir]`: makes the folder of a reporting period, or copies the bundled example. */
import type { CommandDeclaration } from '../../command.js';
import { REGISTRY_OPTION } from '../../shared-options.js';

export const INIT: CommandDeclaration = {
  name: 'init',
  alias: 'khoi-tao',
  summary: 'tạo thư mục của một kỳ báo cáo',
  details:
    'Thư mục gồm tdkvh.yaml, danh sách đơn vị units.csv, phần viết tay narrative.md và thư mục submissions để chép tệp các đơn vị gửi. Không ghi đè tệp đã có.',
  argument: { syntax: '[thư mục]', text: 'thư mục cần tạo (mặc định: đặt tên theo kỳ báo cáo)' },
  options: [
    { flags: '--example', text: 'chép ví dụ mẫu: một huyện 14 xã, thị trấn, năm 2024' },
    { flags: '--period <kỳ>', text: 'kỳ báo cáo: 2024, 2025-H1 (6 tháng), 2025-DK (đăng ký)' },
    { flags: '--unit <mã>', text: 'mã hoặc tên đơn vị tổng hợp, ví dụ 264 hoặc "huyện Lương Tài"' },
    { flags: '--level <cấp>', text: 'cấp của đơn vị tổng hợp', choices: ['district', 'province', 'commune'] },
    { flags: '--deadline <ngày>', text: 'hạn nộp của cấp xã, dạng 2024-11-28' },
    {
      flags: '--reference-date <ngày>',
      text: 'tổng hợp theo các đơn vị có đến ngày này (mặc định: ngày cuối kỳ)',
    },
    { flags: '--criteria <bộ>', text: 'mã bộ tiêu chí (mặc định: bộ áp dụng cho năm báo cáo)' },
    REGISTRY_OPTION,
  ],
  examples: [
    'tdkvh init --example thu-muc',
    'tdkvh init 2024 --period 2024 --unit 264 --deadline 2024-11-28',
  ],
  run: async (call) => (await import('./make-workspace.js')).makeWorkspace(call),
};
