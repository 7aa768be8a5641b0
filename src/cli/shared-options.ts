/** Options that several commands share, said once. */
import type { OptionDeclaration } from './command.js';

export const OUT_OPTION: OptionDeclaration = {
  flags: '-o, --out <thư mục>',
  text: 'thư mục ghi kết quả (mặc định: out của kỳ báo cáo, hoặc tdkvh-out)',
};

export const REGISTRY_OPTION: OptionDeclaration = {
  flags: '--registry <thư mục>',
  text: 'thư mục danh mục đơn vị hành chính đầy đủ hơn danh mục kèm theo',
};

export const TEMPLATE_OPTION: OptionDeclaration = {
  flags: '--template <tệp>',
  text: 'mẫu Word của cơ quan (mặc định: templates/bao-cao.docx của kỳ báo cáo, nếu có)',
};

export const FINDINGS_OPTION: OptionDeclaration = {
  flags: '--findings <tệp>',
  text: 'ghi toàn bộ thông báo ra tệp .csv hoặc .json',
  writes: () => ['.csv', '.json'],
};

/** How much of long lists of findings is printed. */
export const LIST_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '--max <số>', text: 'số nội dung in ra của mỗi tệp (mặc định: 20)' },
  { flags: '--all', text: 'in mọi nội dung, không rút gọn' },
];

export const DATE_OPTION: OptionDeclaration = {
  flags: '--date <ngày>',
  text: 'danh mục đến ngày, dạng 2024-12-31 (mặc định: ngày của kỳ báo cáo, hoặc ngày mới nhất của danh mục)',
};

/** For folders outside any workspace; in a workspace tdkvh.yaml says it. */
export const IDENTITY_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '--period <kỳ>', text: 'kỳ báo cáo: 2024, 2025-H1 (6 tháng), 2025-DK (đăng ký)' },
  { flags: '--unit <mã>', text: 'mã đơn vị tổng hợp, ví dụ 264' },
  { flags: '--criteria <bộ>', text: 'mã bộ tiêu chí, hoặc đường dẫn tới tệp .yaml, thư mục' },
];
