/** VH83x–VH86x, VH872, VH873: findings about writing outputs: a file that cannot be replaced, a run cut short, the office's own template. */
import { defineFindings } from './define.js';

export const PUBLISHING_FINDINGS = defineFindings({
  'output/locked': {
    number: 'VH830',
    severity: 'error',
    message:
      'Không thay được tệp {file}: tệp đang được mở ở chương trình khác, hoặc tệp cũ được đặt không cho thay.',
    hint: 'Đóng tệp trong Word/Excel (kể cả trên máy khác cùng dùng thư mục); nếu tệp không mở ở đâu thì kiểm tra quyền ghi đối với tệp và thư mục; rồi chạy lại.',
  },
  'output/disk-full': {
    number: 'VH831',
    severity: 'error',
    message: 'Không ghi được {file}: ổ đĩa đã hết chỗ trống.',
    hint: 'Xóa bớt tệp không cần thiết, hoặc chép thư mục sang ổ khác còn chỗ, rồi chạy lại (khi gõ lệnh: ghi kết quả ra ổ khác bằng --out); khi tạo kỳ: ghi cả đường dẫn, ví dụ D:\\2024.',
  },
  'output/read-only': {
    number: 'VH832',
    severity: 'error',
    message:
      'Không ghi được {file}: ổ đĩa hoặc thư mục chỉ cho phép đọc, hoặc tài khoản đang dùng không có quyền ghi ở đó.',
    hint: 'Chép thư mục sang nơi được phép ghi rồi chạy lại (khi gõ lệnh: ghi kết quả ra nơi khác bằng --out); khi tạo kỳ: ghi cả đường dẫn, ví dụ D:\\2024.',
  },
  'output/not-a-file': {
    number: 'VH833',
    severity: 'error',
    message: 'Không ghi được tệp {file}: ở đó đã có một thư mục cùng tên.',
    hint: 'Đổi tên hoặc chuyển thư mục đó đi nơi khác rồi chạy lại.',
  },
  'output/not-a-folder': {
    number: 'VH834',
    severity: 'error',
    message: 'Không dùng được {file} làm thư mục kết quả: ở đó đã có một tệp cùng tên.',
    hint: 'Đổi tên tệp đó rồi chạy lại (khi gõ lệnh: chọn thư mục khác bằng --out).',
  },
  'output/unwritable': {
    number: 'VH835',
    severity: 'error',
    message: 'Không ghi được {file} (mã lỗi của máy: {reason}).',
    hint: 'Kiểm tra ổ đĩa, kết nối mạng và quyền ghi vào thư mục, rồi chạy lại.',
  },
  'output/not-whole': {
    number: 'VH836',
    severity: 'error',
    message: 'Tệp {file} ghi ra không đủ: cần {expected} byte, trên đĩa có {actual} byte.',
    hint: 'Kiểm tra dung lượng trống và tình trạng ổ đĩa, rồi chạy lại.',
  },
  'output/running': {
    number: 'VH837',
    severity: 'error',
    message: 'Một lần chạy khác (tiến trình {process}) đang ghi vào thư mục kết quả này.',
    hint: 'Chờ lần chạy đó xong rồi chạy lại; nếu chắc chắn không còn ai chạy thì xóa tệp {file}.',
  },
  'output/undo-blocked': {
    number: 'VH838',
    severity: 'error',
    message: 'Chưa trả lại được tệp cũ {file}; bản cũ được giữ trong thư mục {kept}.',
    hint: 'Đóng tệp trong Word/Excel rồi chạy lại; lần chạy sau sẽ tự trả lại các tệp cũ trước khi ghi. Không xóa thư mục {kept}.',
  },
  'output/finished-earlier': {
    number: 'VH839',
    severity: 'info',
    message: 'Lần chạy trước bị ngắt sau khi đã thay đủ các tệp kết quả; phần tạm còn lại đã được dọn.',
    hint: 'Không cần làm gì thêm.',
  },
  'output/undone-earlier': {
    number: 'VH840',
    severity: 'info',
    message: 'Lần chạy trước bị ngắt khi đang thay tệp trong thư mục này; các tệp cũ đã được trả lại.',
    hint: 'Không cần làm gì thêm; nếu đã gửi đi tệp lấy ra trong lúc đó thì kiểm tra lại tệp đã gửi.',
  },
  'output/left-behind': {
    number: 'VH841',
    severity: 'info',
    message: 'Phần tạm {file} chưa dọn được.',
    hint: 'Có thể xóa {file}; lần chạy sau cũng sẽ tự dọn.',
  },
  'output/lock-lost': {
    number: 'VH860',
    severity: 'error',
    message:
      'Một lần chạy khác đã giành quyền ghi vào {file} trong khi lần chạy này tạm ngừng; chưa tệp nào bị thay.',
    hint: 'Chờ lần chạy kia xong rồi chạy lại; không để máy ngủ trong khi đang ghi kết quả.',
  },
  'output/mixed': {
    number: 'VH861',
    severity: 'warning',
    message:
      'Thư mục {file} đang lẫn tệp của hai lần chạy: một lần chạy đang ghi, hoặc đã bị ngắt mà chưa trả lại được tệp cũ.',
    hint: 'Chờ lần chạy đang ghi kết thúc; nếu không còn ai chạy thì đóng các tệp trong thư mục, bảo đảm ghi được vào đó rồi chạy lại. Chưa dùng các tệp đang có.',
  },
  'output/broken-journal': {
    number: 'VH856',
    severity: 'error',
    message:
      'Lần ghi trước vào {file} bị ngắt và sổ theo dõi của nó (journal.json trong {kept}) bị hỏng, nên không biết tệp nào là bản cũ, tệp nào là bản mới. Chưa ghi gì thêm.',
    hint: 'Cần bản cũ thì chép các tệp trong thư mục old của {kept} ra chỗ khác; sau đó xóa thư mục {kept} rồi chạy lại.',
  },
  'output/special-file': {
    number: 'VH862',
    severity: 'error',
    message:
      'Không ghi được tệp {file}: ở đó là một thiết bị hoặc đường ống của hệ thống, không phải tệp thường.',
    hint: 'Chọn một tên tệp thường rồi chạy lại.',
  },
  'output/name-too-long': {
    number: 'VH863',
    severity: 'error',
    message: 'Không ghi được {file}: tên hoặc đường dẫn dài quá mức máy cho phép.',
    hint: 'Đặt tên ngắn hơn, hoặc chuyển thư mục lên gần gốc ổ đĩa, rồi chạy lại.',
  },
  'output/bad-name': {
    number: 'VH872',
    severity: 'error',
    message: 'Không ghi được {file}: tên “{name}” không dùng được trên Windows ({reason}).',
    hint: 'Đặt tên khác, ví dụ “{sample}”, rồi chạy lại.',
  },
  'output/no-drive': {
    number: 'VH873',
    severity: 'error',
    message: 'Không ghi được {file}: máy này không có ổ đĩa {drive}.',
    hint: 'Kiểm tra chữ cái của ổ đĩa, USB hoặc ổ mạng đã được nối chưa, rồi chạy lại; nếu dấu hai chấm là của tên tệp thì đặt tên khác, vì Windows không cho dùng.',
  },
  'output/changed-meanwhile': {
    number: 'VH864',
    severity: 'error',
    message:
      'Kết quả {file} vừa được một lần chạy khác thay trong khi lệnh này đang chạy; chưa tệp nào bị thay.',
    hint: 'Chạy lại lệnh để dùng kết quả mới.',
  },
  'output/not-kept': {
    number: 'VH865',
    severity: 'error',
    message:
      'Đã ghi {file} nhưng đọc lại không thấy dòng vừa ghi ({id}): ổ đĩa hoặc ổ mạng không giữ đúng nội dung, hoặc chương trình khác vừa ghi đè.',
    hint: 'Đóng {file} ở các máy khác và chương trình đồng bộ, rồi chạy lại lệnh.',
  },
  'office-template/not-word': {
    number: 'VH842',
    severity: 'error',
    message: 'Mẫu báo cáo {file} không phải là tệp Word dạng .docx dùng được.',
    hint: 'Mở tệp bằng Word, chọn “Lưu thành” (Save As), kiểu “Word Document (.docx)”, không kèm macro, rồi chạy lại.',
  },
  'office-template/unknown-tag': {
    number: 'VH843',
    severity: 'error',
    message: 'Mẫu {file} có thẻ {tag} không có trong danh mục thẻ.',
    hint: 'Có phải {nearest}? Sửa thẻ trong mẫu; xem các thẻ bằng tdkvh report --list-tags.',
  },
  'office-template/broken-tag': {
    number: 'VH844',
    severity: 'error',
    message: 'Mẫu {file} có thẻ thiếu hoặc thừa ngoặc nhọn ở đoạn “{text}”.',
    hint: 'Mỗi thẻ cần đủ hai ngoặc mở và hai ngoặc đóng, ví dụ {sample}; sửa đoạn này trong mẫu.',
  },
  'office-template/unfilled-tag': {
    number: 'VH845',
    severity: 'error',
    message: 'Thẻ {tag} ({label}) trong mẫu {file} chưa có nội dung để điền ở kỳ này.',
    hint: 'Bổ sung nội dung ở phần report của tdkvh.yaml, hoặc bỏ thẻ khỏi mẫu nếu không dùng.',
  },
  'office-template/unplaced-data': {
    number: 'VH846',
    severity: 'error',
    message: 'Mẫu {file} không có chỗ cho nội dung bắt buộc “{label}”: thiếu thẻ {tag}.',
    hint: 'Chép thẻ {tag} vào đúng chỗ trong mẫu; nếu mẫu đã ghi sẵn nội dung này thì bỏ required của thẻ trong templates/tags.yaml.',
  },
  'office-template/misplaced-tag': {
    number: 'VH847',
    severity: 'error',
    message:
      'Thẻ {tag} trong mẫu {file} phải đứng một mình trong một đoạn của phần văn bản và chỉ có một lần.',
    hint: 'Tách thẻ thành một đoạn riêng, ngoài đầu trang và chân trang; bỏ các thẻ trùng.',
  },
  'office-template/left-over': {
    number: 'VH848',
    severity: 'error',
    message: 'Không điền được thẻ {tag} ở chỗ đang đặt trong mẫu {file}.',
    hint: 'Thẻ của dòng lặp lại phải nằm trong một dòng của bảng; thẻ biểu đồ phải gắn với biểu đồ của Word.',
  },
  'office-template/mixed-row': {
    number: 'VH867',
    severity: 'error',
    message:
      'Dòng bảng có thẻ {tag} trong mẫu {file} được lặp lại ({list}), nhưng trong dòng đó còn có {others}: các thẻ này sẽ bị in lại ở từng dòng.',
    hint: 'Để {tag} ở một dòng bảng riêng: đặt con trỏ vào chỗ của thẻ, chèn (Insert) một bảng một ô rồi chuyển thẻ vào ô đó, hoặc chuyển các thẻ kia sang dòng khác.',
  },
  'office-template/lost-signature-line': {
    number: 'VH868',
    severity: 'warning',
    message:
      'Phần ký trong mẫu {file} không có chỗ cho dòng “{text}” (thẻ {tag}), nên báo cáo không in dòng này.',
    hint: 'Chép thẻ {tag} vào đúng chỗ trong phần ký của mẫu, hoặc bỏ dòng này ở phần report của tdkvh.yaml nếu không dùng.',
  },
  'report/unknown-heading': {
    number: 'VH850',
    severity: 'warning',
    message:
      'Đề mục “{heading}” trong {file} không thuộc phần nào của báo cáo; nội dung được in theo thứ tự đang viết.',
    hint: '{nearest}Dùng một trong các đề mục {known}, hoặc số, tên đề mục được in trong báo cáo, ví dụ “II.8”.',
  },
  'office-template/tags-unusable': {
    number: 'VH849',
    severity: 'error',
    message: 'Danh mục thẻ {file} không dùng được: {reason}.',
    hint: 'Sửa tệp tags.yaml trong thư mục templates của kỳ báo cáo, hoặc bỏ tệp đó để dùng danh mục kèm theo.',
  },
});
