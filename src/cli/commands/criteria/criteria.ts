/** `tdkvh criteria list|show|check|schema`: what a criteria set holds, whether it is sound, its JSON Schema. */
import type { CommandDeclaration } from '../../command.js';

const SET_ARGUMENT = {
  syntax: '[bộ]',
  text: 'mã bộ tiêu chí hoặc đường dẫn tệp .yaml, thư mục (mặc định: bộ của kỳ báo cáo)',
};

export const CRITERIA: CommandDeclaration = {
  name: 'criteria',
  alias: 'bo-tieu-chi',
  summary: 'xem và kiểm tra bộ tiêu chí',
  details: 'Bộ tiêu chí là tệp dữ liệu gồm biểu mẫu, chỉ tiêu, quy tắc kiểm tra và danh hiệu.',
  examples: ['tdkvh criteria list', 'tdkvh criteria check nd86-2023'],
  subcommands: [
    {
      name: 'list',
      summary: 'liệt kê các bộ tiêu chí kèm theo chương trình',
      examples: ['tdkvh criteria list'],
      run: async (call) => (await import('./criteria-pages.js')).criteriaList(call),
    },
    {
      name: 'show',
      summary: 'xem nội dung một bộ tiêu chí',
      details: 'Cuối trang liệt kê những điểm chưa được xác nhận theo văn bản chính thức.',
      argument: SET_ARGUMENT,
      examples: ['tdkvh criteria show nd86-2023'],
      run: async (call) => (await import('./criteria-pages.js')).criteriaShow(call),
    },
    {
      name: 'check',
      summary: 'kiểm tra một bộ tiêu chí và chạy thử ví dụ của từng quy tắc',
      argument: SET_ARGUMENT,
      examples: ['tdkvh criteria check nd86-2023'],
      run: async (call) => (await import('./criteria-pages.js')).criteriaCheck(call),
    },
    {
      name: 'schema',
      summary: 'in JSON Schema của tệp bộ tiêu chí, dùng cho trình soạn thảo',
      examples: ['tdkvh criteria schema'],
      run: async (call) => (await import('./criteria-pages.js')).criteriaSchema(call),
    },
  ],
};
