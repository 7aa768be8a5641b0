/** The list that `tdkvh` alone offers: its numbers stand in next steps, so that both come from here. */

export interface MenuItem {
  readonly text: string;
  /** The command line it stands for, as advice and next steps name it. */
  readonly call: string;
}

export const MENU = [
  { text: 'Tạo thư mục cho một kỳ báo cáo mới', call: 'init' },
  { text: 'Lập biểu mẫu gửi các đơn vị', call: 'template' },
  { text: 'Kiểm tra, tổng hợp các tệp đã nhận và lập báo cáo', call: 'aggregate' },
  { text: 'Xem đơn vị nào đã gửi, còn thiếu, phải sửa', call: 'status' },
  { text: 'In nội dung nhắc các đơn vị chưa gửi', call: 'status --remind' },
  { text: 'Lập bản trả lại cho các đơn vị phải sửa', call: 'return' },
  { text: 'Xác nhận một số liệu bị hỏi là đúng thực tế', call: 'accept' },
  { text: 'Chốt báo cáo chính thức', call: 'aggregate --final' },
  { text: 'Mở các tệp kết quả', call: 'open' },
  { text: 'Giải thích một mã thông báo (ví dụ VH301)', call: 'explain' },
  { text: 'Kiểm tra máy tính và thư mục kỳ báo cáo', call: 'doctor' },
  { text: 'Làm thử với ví dụ mẫu (một huyện, số liệu giả định)', call: 'init --example' },
] as const satisfies readonly MenuItem[];

/** A command line that the menu offers. */
export type MenuCall = (typeof MENU)[number]['call'];

/** Its number in the list; undefined when it has none. */
export function menuNumber(call: string): number | undefined {
  const at = MENU.findIndex((item) => item.call === call);
  return at < 0 ? undefined : at + 1;
}
