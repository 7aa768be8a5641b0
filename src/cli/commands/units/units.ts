/** `tdkvh units find|export|check`: looking up, exporting and checking lists of administrative units. */
import type { CommandDeclaration } from '../../command.js';
import { DATE_OPTION, REGISTRY_OPTION } from '../../shared-options.js';

export const UNITS: CommandDeclaration = {
  name: 'units',
  alias: 'don-vi',
  summary: 'tra cứu, xuất và kiểm tra danh sách đơn vị hành chính',
  examples: ['tdkvh units find "Lương Tài" --date 2024-12-31', 'tdkvh units check'],
  subcommands: [
    {
      name: 'find',
      summary: 'tìm đơn vị theo mã hoặc tên, không cần gõ dấu',
      argument: { syntax: '<tên hoặc mã...>', text: 'mã, tên hoặc một phần của tên' },
      options: [
        { flags: '--in <mã>', text: 'chỉ tìm trong đơn vị cấp trên có mã này' },
        { flags: '--date <ngày>', text: 'chỉ đơn vị của ngày này, dạng 2024-12-31 (mặc định: cũ và mới)' },
        REGISTRY_OPTION,
      ],
      examples: ['tdkvh units find "Lương Tài"', 'tdkvh units find "Lương Tài" --date 2024-12-31'],
      run: async (call) => (await import('./unit-pages.js')).unitsFind(call),
    },
    {
      name: 'export',
      summary: 'xuất một đơn vị và các đơn vị trực thuộc thành units.csv',
      argument: { syntax: '<mã>', text: 'mã đơn vị' },
      options: [
        {
          flags: '-o, --out <tệp>',
          text: 'tệp .csv ghi ra (mặc định: in ra màn hình)',
          writes: () => ['.csv'],
        },
        DATE_OPTION,
        REGISTRY_OPTION,
      ],
      examples: ['tdkvh units export 264 --date 2024-12-31'],
      run: async (call) => (await import('./unit-pages.js')).unitsExport(call),
    },
    {
      name: 'check',
      summary: 'kiểm tra units.csv và so với danh mục',
      argument: { syntax: '[tệp]', text: 'tệp danh sách đơn vị (mặc định: units.csv của kỳ báo cáo)' },
      options: [DATE_OPTION, REGISTRY_OPTION],
      examples: ['tdkvh units check'],
      run: async (call) => (await import('./unit-pages.js')).unitsCheck(call),
    },
  ],
};
