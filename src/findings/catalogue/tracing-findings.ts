/** VH460-VH479: findings of `trace` and `impact`: what no longer stands as it did in the run. */
import { defineFindings } from './define.js';

export const TRACING_FINDINGS = defineFindings({
  'trace/file-changed': {
    number: 'VH460',
    severity: 'error',
    message: 'Tệp {path} đã thay đổi sau khi lập kết quả: mã kiểm tra sha256 không còn như lúc tổng hợp.',
    hint: 'Số liệu nêu ở đây là số của lần tổng hợp; lấy lại tệp gốc đã dùng, hoặc chạy tdkvh aggregate để lập kết quả theo tệp mới.',
  },
  'trace/file-missing': {
    number: 'VH461',
    severity: 'error',
    message: 'Không còn tệp {path} mà kết quả đã dùng.',
    hint: 'Đưa lại tệp gốc vào đúng chỗ; số liệu nêu ở đây lấy từ kết quả tổng hợp đã lưu.',
  },
  'trace/criteria-changed': {
    number: 'VH462',
    severity: 'warning',
    message: 'Bộ tiêu chí {id} đã thay đổi sau khi lập kết quả; công thức nêu ở đây theo bộ hiện nay.',
    hint: 'Dùng đúng bộ tiêu chí của lần tổng hợp, hoặc chạy tdkvh aggregate để lập lại kết quả.',
  },
  'trace/not-reproduced': {
    number: 'VH463',
    severity: 'error',
    message:
      '{unit}: “{indicator}” trong kết quả là {stored}, nhưng tính lại từ các ô đã lưu theo bộ tiêu chí hiện nay được {computed}.',
    hint: 'Không dùng phần giải trình này; chạy tdkvh aggregate để lập lại kết quả rồi truy nguồn lại.',
  },
});
