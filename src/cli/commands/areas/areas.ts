/** `tdkvh areas propose`: a draft of areas.csv from the lists of two periods. */
import type { CommandDeclaration } from '../../command.js';
import { REGISTRY_OPTION } from '../../shared-options.js';

export const AREAS: CommandDeclaration = {
  name: 'areas',
  alias: 'thon-to',
  summary: 'lập bản nháp areas.csv khi thôn, tổ dân phố được sắp xếp lại',
  examples: ['tdkvh areas propose'],
  subcommands: [
    {
      name: 'propose',
      summary: 'so danh sách thôn, tổ dân phố của kỳ này với kỳ trước, ghi bản nháp areas.csv',
      details:
        'Bản nháp ghi nơi nào có thể đã nhập, tách hay đổi tên, suy từ thứ tự và số hộ; cột date để trống, dòng chưa chắc ' +
        'có chữ “cần kiểm tra” ở cột decision. Sửa theo nghị quyết của Hội đồng nhân dân cấp xã rồi lưu thành areas.csv.',
      options: [
        {
          flags: '-o, --out <tệp>',
          text: 'tệp .csv ghi ra (mặc định: areas-nhap.csv trong kỳ báo cáo)',
          writes: () => ['.csv'],
        },
        REGISTRY_OPTION,
      ],
      examples: ['tdkvh areas propose'],
      run: async (call) => (await import('./propose.js')).proposeDraft(call),
    },
  ],
};
