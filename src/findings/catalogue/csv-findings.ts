/** VH137-VH149: findings about a CSV file as a whole: letters, separators, quotes, equal columns. */
import { defineFindings } from './define.js';

export const CSV_FINDINGS = defineFindings({
  'file/csv-encoding': {
    number: 'VH140',
    severity: 'error',
    message:
      'Tệp văn bản không dùng bảng mã UTF-8 nên chữ tiếng Việt không đọc chắc chắn được (từ dòng {line}).',
    hint: 'Mở bằng Excel, chọn Lưu thành → “CSV UTF-8 (phân tách bằng dấu phẩy)”, rồi gửi lại.',
  },
  'file/csv-binary': {
    number: 'VH141',
    severity: 'error',
    message: 'Tệp CSV lẫn ký tự không nhìn thấy, không phải chữ, ở dòng {line}.',
    hint: 'Mở bằng Excel, chọn Lưu thành → “CSV UTF-8 (phân tách bằng dấu phẩy)”, rồi gửi lại.',
  },
  'file/csv-lost-letters': {
    number: 'VH142',
    severity: 'error',
    message: 'Tệp đã mất chữ: có ký tự thay thế “\uFFFD” ở dòng {line}.',
    hint: 'Lấy lại tệp gốc, lưu thành “CSV UTF-8” hoặc Excel (.xlsx), rồi gửi lại.',
  },
  'file/csv-one-column': {
    number: 'VH143',
    severity: 'error',
    message: 'Tệp CSV chỉ có một cột: không dòng nào có dấu phân cách.',
    hint: 'Lưu lại từ Excel bằng loại “CSV UTF-8 (phân tách bằng dấu phẩy)”, rồi gửi lại.',
  },
  'file/csv-separator-unclear': {
    number: 'VH148',
    severity: 'error',
    message: 'Không xác định được dấu phân cách cột: các dấu {candidates} đều chia đều các dòng.',
    hint: 'Thêm dòng đầu tiên “sep=;” (hoặc dấu đang dùng), hoặc đặt ô có dấu phẩy trong ngoặc kép.',
  },
  'file/csv-uneven': {
    number: 'VH144',
    severity: 'error',
    message:
      'Số cột không đều: đa số dòng có {expected} cột, nhưng {count} dòng có số cột khác (dòng {lines}).',
    hint: 'Sửa các dòng nêu trên cho đủ cột; ô có dấu phân cách phải đặt trong ngoặc kép.',
  },
  'file/csv-short': {
    number: 'VH137',
    severity: 'error',
    message: '{count} dòng có ít ô hơn dòng đầu ({expected} cột), không rõ thiếu ô nào: dòng {lines}.',
    hint: 'Mở bằng Excel, đối chiếu các dòng nêu trên, gõ ba dấu chấm “...” vào ô còn trống ở cột cuối của mỗi dòng đó để Excel giữ đủ cột, lưu lại rồi gửi.',
  },
  'file/csv-short-read': {
    number: 'VH138',
    severity: 'warning',
    message:
      '{count} dòng thiếu dấu phân cách ở cuối (dòng {lines}); Excel bỏ chúng khi các ô cuối trống, nên các ô đó được coi là trống.',
    hint: 'Kiểm tra các ô cuối của những dòng này có đúng là trống không; lần sau nên gửi tệp Excel (.xlsx).',
  },
  'file/csv-control': {
    number: 'VH139',
    severity: 'warning',
    message:
      'Tệp CSV có ký tự điều khiển không nhìn thấy ở dòng {lines}; đã coi là dấu cách, số bị nó chia đôi thì không tính.',
    hint: 'Kiểm tra số liệu của dòng nêu trên; nếu chưa đúng thì gõ lại ô đó, lưu và gửi lại.',
  },
  'file/csv-quote': {
    number: 'VH145',
    severity: 'error',
    message: 'Dấu ngoặc kép đặt sai hoặc không đóng, bắt đầu từ dòng {line}.',
    hint: 'Đặt cả ô trong một cặp ngoặc kép; dấu ngoặc kép bên trong ô viết thành hai dấu liền nhau.',
  },
  'file/csv-long-record': {
    number: 'VH146',
    severity: 'error',
    message: 'Một dòng dữ liệu dài quá 1 MB, bắt đầu từ dòng {line}.',
    hint: 'Kiểm tra dấu ngoặc kép ở dòng này; thường là thiếu dấu đóng.',
  },
  'file/plain-text': {
    number: 'VH147',
    severity: 'error',
    message: 'Tệp là văn bản thường, không có bảng số liệu chia cột.',
    hint: 'Gửi biểu số liệu bằng tệp Excel (.xlsx) hoặc CSV theo mẫu.',
  },
  'file/note': {
    number: 'VH166',
    severity: 'info',
    message: 'Tệp chỉ có lời ghi chú, không phải biểu số liệu; không đọc số liệu từ tệp này.',
    hint: 'Không cần làm gì; nếu trong tệp có số liệu thì đề nghị đơn vị điền vào biểu mẫu.',
  },
});
