/** VH6xx: findings of rules about what is plausible: copies, changes, orders of magnitude; and examples of rules. */
import { defineFindings } from './define.js';

export const PLAUSIBILITY_FINDINGS = defineFindings({
  'plausibility/copied-figure': {
    number: 'VH601',
    severity: 'warning',
    message: '“{field}” là {value}, trùng đúng với “{other}”: có thể chép nhầm số của chỉ tiêu khác.',
    hint: 'Kiểm tra lại số liệu theo hồ sơ; giữ nguyên nếu thực tế bằng nhau.',
  },
  'plausibility/magnitude-previous': {
    number: 'VH602',
    severity: 'warning',
    message: '“{field}” là {value}, lệch cỡ {times} lần so với kỳ {period} ({usual}).',
    hint: 'Kiểm tra đơn vị tính và số chữ số 0.',
  },
  'plausibility/magnitude-peers': {
    number: 'VH603',
    severity: 'warning',
    message:
      '“{field}” là {value}, lệch cỡ {times} lần so với mức thường gặp ({usual}) của {units} đơn vị khác.',
    hint: 'Kiểm tra đơn vị tính và số chữ số 0.',
  },
  'plausibility/change': {
    number: 'VH604',
    severity: 'warning',
    message: '“{field}” là {now}, kỳ {period} là {before}: chênh {difference} ({share}).',
    hint: 'Xác nhận hoặc giải thích lý do tăng, giảm.',
  },
  'plausibility/change-from-zero': {
    number: 'VH605',
    severity: 'warning',
    message: '“{field}” là {now}, kỳ {period} là {before}: tăng {difference}.',
    hint: 'Xác nhận hoặc giải thích lý do tăng.',
  },
  'plausibility/repeated-previous': {
    number: 'VH606',
    severity: 'warning',
    message: '{count} chỉ tiêu giống hệt kỳ {period}: {fields}.',
    hint: 'Xác nhận số liệu đã được cập nhật cho kỳ này.',
  },
  'plausibility/repeated-unit': {
    number: 'VH607',
    severity: 'warning',
    message: '{unit}: {rows} dòng của {fields} giống hệt số liệu của {others}.',
    hint: 'Kiểm tra có nộp nhầm hoặc sao chép số liệu của đơn vị khác không.',
  },
  'plausibility/outlier': {
    number: 'VH608',
    severity: 'warning',
    message:
      '“{part}” trên “{whole}” là {rate}, cách mức giữa {median} của {units} đơn vị cùng loại {difference} điểm phần trăm.',
    hint: 'Xác nhận số liệu hoặc ghi rõ lý do.',
  },
  'plausibility/all-full': {
    number: 'VH609',
    severity: 'info',
    message: 'Cả {rows} dòng đều có “{part}” bằng đúng “{whole}” (tổng {sum}), tức là 100%.',
    hint: 'Xác nhận số liệu theo biên bản bình xét của từng nơi.',
  },
  'plausibility/years-without-title': {
    number: 'VH610',
    severity: 'warning',
    message: '{row}: “{field}” là {now}, nhưng kỳ {period} ghi “{title}”; kỳ này nhiều nhất là {most}.',
    hint: 'Đối chiếu quyết định của các năm trước, rồi sửa số năm.',
  },
  'plausibility/years-too-many': {
    number: 'VH611',
    severity: 'warning',
    message: '{row}: “{field}” là {now}, kỳ {period} là {before}; kỳ này nhiều nhất là {most}.',
    hint: 'Đối chiếu quyết định của các năm trước, rồi sửa số năm.',
  },
  'plausibility/years-too-few': {
    number: 'VH612',
    severity: 'warning',
    message:
      '{row}: “{field}” là {now}, kỳ {period} là {before} và cả hai kỳ đều ghi “{title}”; kỳ này phải là {expected}.',
    hint: 'Kiểm tra đã cộng thêm năm nay chưa; hoặc danh hiệu có bị ngắt quãng không.',
  },
  'plausibility/consecutive-count': {
    number: 'VH613',
    severity: 'warning',
    message: '{name}: “{part}” là {now}, nhiều hơn “{whole}” của kỳ {period} ({before}).',
    hint: 'Kiểm tra lại số đạt nhiều năm liên tục theo quyết định của các năm trước.',
  },
  'plausibility/result-too-early': {
    number: 'VH614',
    severity: 'error',
    message: '“{field}” đã ghi kết quả ở {rows} dòng, trong khi {kind} chưa thể có kết quả này.',
    hint: 'Xóa số liệu của mục này; nếu là kết quả của năm trước thì gửi vào kỳ báo cáo của năm đó.',
  },
  'plausibility/decided-after-data': {
    number: 'VH615',
    severity: 'warning',
    message: '“{field}” là ngày {date}, sau ngày chốt số liệu {asOf}.',
    hint: 'Sửa ngày quyết định, hoặc ghi lại ngày chốt số liệu nếu số liệu được lấy sau quyết định.',
  },
  'criteria/example-raises': {
    number: 'VH690',
    severity: 'error',
    message: 'Quy tắc {rule}: ví dụ đúng lại bị quy tắc báo lỗi ({codes}).',
    hint: 'Sửa ví dụ đúng hoặc sửa quy tắc trong bộ tiêu chí.',
  },
  'criteria/example-silent': {
    number: 'VH691',
    severity: 'error',
    message: 'Quy tắc {rule}: ví dụ sai không bị quy tắc phát hiện.',
    hint: 'Sửa ví dụ sai hoặc sửa quy tắc trong bộ tiêu chí.',
  },
  'criteria/example-undecided': {
    number: 'VH692',
    severity: 'error',
    message: 'Quy tắc {rule}: ví dụ {example} thiếu số liệu nên quy tắc chưa kiểm tra được gì.',
    hint: 'Bổ sung đủ các chỉ tiêu mà quy tắc cần vào ví dụ.',
  },
  'plausibility/years-of-merged': {
    number: 'VH665',
    severity: 'warning',
    message:
      '{row}: “{field}” là {now}; tính tiếp từ {count} thôn, tổ dân phố được sắp xếp thành ({parts}), kỳ {period} nơi thấp nhất {least}, thì {limit}.',
    hint: 'Số năm chỉ được tính tiếp khi mọi nơi đều giữ danh hiệu; đối chiếu quyết định rồi sửa hoặc xác nhận.',
  },
  'plausibility/shares-at': {
    number: 'VH664',
    severity: 'info',
    message:
      '{unit} có {count}/{of} dòng mà “{part}” bằng {percents} của “{whole}”, lệch không quá {within}: {rows}.',
    hint: 'Kiểm tra kết quả bình xét ở các dòng này có đúng thực tế, không phải chia theo chỉ tiêu.',
  },
});
