/** `tdkvh publish`: seals a period: inputs, definitions, unit list, findings and outputs in one bundle. */
import type { CommandDeclaration } from '../../command.js';
import { REGISTRY_OPTION } from '../../shared-options.js';

export const PUBLISH: CommandDeclaration = {
  name: 'publish',
  alias: 'chot-so',
  summary: 'chốt số liệu của kỳ: một gói giữ mọi tệp, định nghĩa và kết quả',
  details:
    'Chép mọi tệp mà báo cáo dựa vào, tổng hợp lại từ chính bản chép đó và ghi tất cả vào một tệp .zip: tệp đã gửi, cấu hình, ' +
    'bộ tiêu chí, danh mục đơn vị, bảng đối chiếu đơn vị, thông báo, xác nhận và kết quả, mỗi tệp có mã SHA-256. ' +
    'Cùng tệp vào thì cùng mã chốt số; gói đã có không bao giờ bị ghi đè. Từ chối nếu còn thiếu đơn vị hoặc còn lỗi, trừ ' +
    'khi chốt bản dự thảo.',
  options: [
    {
      flags: '-o, --out <tệp>',
      text: 'tệp .zip của gói (mặc định: sealed/chot-so-<mã>-<kỳ>.zip)',
      writes: () => ['.zip'],
    },
    { flags: '--as <dạng>', text: 'chốt bản dự thảo, dù còn thiếu hoặc còn lỗi', choices: ['draft'] },
    REGISTRY_OPTION,
  ],
  examples: ['tdkvh publish --as draft'],
  readsOutputs: true,
  run: async (call) => (await import('./run-publish.js')).runPublish(call),
};
