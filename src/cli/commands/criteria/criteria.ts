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
      name: 'try',
      summary: 'thử quy tắc mới trên kết quả của các kỳ trước',
      details:
        'Quy tắc mới là quy tắc chưa có, hoặc khác, ở bộ mà tệp này mở rộng (extends). Xét lại số liệu từng đơn vị đã lưu trong ' +
        'results.json như thể quy tắc đã có từ kỳ đó: dừng số liệu nào, của đơn vị nào, chỗ nào đã có lỗi từ trước. Không ghi tệp nào.',
      argument: {
        syntax: '<bộ và kết quả...>',
        text: 'tệp hoặc thư mục của bộ có quy tắc mới; sau --on là một hay nhiều tệp results.json',
      },
      options: [{ flags: '--on <kết quả>', text: 'results.json của kỳ đầu tiên cần thử' }],
      examples: ['tdkvh aggregate', 'tdkvh criteria try nd86-2023 --on out/results.json'],
      run: async (call) => (await import('./criteria-try.js')).criteriaTry(call),
    },
    {
      name: 'adopt',
      alias: 'nhan-mau',
      summary: 'nhận mẫu biểu riêng của cơ quan để đọc các tệp lập theo mẫu đó',
      details:
        'Đọc mẫu (trống hoặc đã điền), đề xuất mỗi cột, mỗi dòng là chỉ tiêu nào, ghi vào forms/ của kỳ báo cáo một tệp .yaml sửa được và một tệp xem thử. Chạy lại với mẫu đã đổi thì nêu chỗ khác; --yes để ghi mà không hỏi.',
      argument: { syntax: '<mẫu>', text: 'tệp mẫu .xlsx' },
      options: [
        { flags: '--yes', text: 'không hỏi; ghi theo đề xuất' },
        {
          flags: '--unread <cột>',
          text: 'bỏ không đọc các cột có tiêu đề này, cách nhau bằng dấu chấm phẩy',
        },
        {
          flags: '--summary',
          text: 'biểu của cấp trên: chỉ để điền kết quả vào (report --into), không đọc tệp của xã theo mẫu này',
        },
      ],
      examples: ['tdkvh criteria adopt mau-tinh.xlsx --yes'],
      run: async (call) => (await import('./run-adopt.js')).runAdopt(call),
    },
    {
      name: 'schema',
      summary: 'in JSON Schema của tệp bộ tiêu chí, dùng cho trình soạn thảo',
      examples: ['tdkvh criteria schema'],
      run: async (call) => (await import('./criteria-pages.js')).criteriaSchema(call),
    },
  ],
};
