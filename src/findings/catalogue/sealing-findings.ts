/** VH480-VH499: findings of `publish`, `reproduce` and `correct`: the sealed bundle of what a report came from. */
import { defineFindings } from './define.js';

export const SEALING_FINDINGS = defineFindings({
  'sealed/not-a-bundle': {
    number: 'VH480',
    severity: 'error',
    message: 'Tệp {file} không phải gói chốt số: {reason}.',
    hint: 'Nêu đúng tệp .zip mà tdkvh publish đã ghi, thường ở thư mục sealed của kỳ báo cáo.',
  },
  'sealed/damaged': {
    number: 'VH481',
    severity: 'error',
    message: 'Gói chốt số {file} đã bị hỏng hoặc bị sửa: không đọc được trọn vẹn tệp nén.',
    hint: 'Lấy lại bản gốc của gói từ nơi lưu trữ; không dùng gói này làm căn cứ.',
  },
  'sealed/member-changed': {
    number: 'VH482',
    severity: 'error',
    message: 'Trong gói {file}, tệp {member} không còn đúng như lúc chốt số: nội dung đã thay đổi.',
    hint: 'Lấy lại bản gốc của gói từ nơi lưu trữ; không dùng gói này làm căn cứ.',
  },
  'sealed/member-missing': {
    number: 'VH483',
    severity: 'error',
    message: 'Trong gói {file} thiếu tệp {member} đã có lúc chốt số.',
    hint: 'Lấy lại bản gốc của gói từ nơi lưu trữ; không dùng gói này làm căn cứ.',
  },
  'sealed/member-added': {
    number: 'VH484',
    severity: 'error',
    message: 'Trong gói {file} có tệp {member} không có lúc chốt số.',
    hint: 'Lấy lại bản gốc của gói từ nơi lưu trữ; không dùng gói này làm căn cứ.',
  },
  'sealed/container-changed': {
    number: 'VH485',
    severity: 'error',
    message:
      'Các tệp trong gói {file} vẫn đúng như lúc chốt số, nhưng tệp nén không còn đúng từng byte như chương trình đã ghi.',
    hint: 'Gói đã được nén lại hoặc bị sửa; lấy lại bản gốc và so mã chốt số với mã đã ghi trong biên bản.',
  },
  'sealed/other-seal': {
    number: 'VH486',
    severity: 'error',
    message: 'Mã chốt số của gói {file} là {seal}, khác mã được nêu ({given}).',
    hint: 'Kiểm tra mã đã ghi trong biên bản và tìm đúng gói đã chốt; không dùng gói này làm căn cứ.',
  },
  'sealed/output-differs': {
    number: 'VH487',
    severity: 'error',
    message: 'Lập lại từ gói {file}, tệp {output} khác bản đã chốt: {difference}.',
    hint: 'Xem các thông báo khác về gói, bộ tiêu chí và phiên bản chương trình; dùng đúng phiên bản đã chốt số rồi lập lại.',
  },
  'sealed/other-tool': {
    number: 'VH488',
    severity: 'warning',
    message:
      'Gói {file} được chốt bằng phiên bản {sealed} của chương trình, đang lập lại bằng phiên bản {now}.',
    hint: 'Kết quả khác nhau có thể do phiên bản; muốn lập lại đúng từng byte thì cài phiên bản {sealed}.',
  },
  'sealed/other-wording': {
    number: 'VH489',
    severity: 'warning',
    message: 'Câu chữ kèm chương trình khác lúc chốt gói {file}: {paths}.',
    hint: 'Dùng đúng bản cài đặt đã chốt số, không sửa tệp trong thư mục templates của chương trình, rồi lập lại.',
  },
  'sealed/input-changed': {
    number: 'VH490',
    severity: 'error',
    message: 'Tệp {path} đã thay đổi sau khi chốt số: mã kiểm tra sha256 không còn như trong gói {bundle}.',
    hint: 'Lấy lại tệp gốc trong gói; nếu tệp mới là đúng thì tổng hợp lại và lập đính chính bằng tdkvh correct.',
  },
  'sealed/input-missing': {
    number: 'VH491',
    severity: 'error',
    message: 'Không còn tệp {path} mà gói {bundle} đã chốt.',
    hint: 'Lấy lại tệp gốc trong gói và đưa vào đúng chỗ.',
  },
  'sealed/input-added': {
    number: 'VH492',
    severity: 'warning',
    message: 'Tệp {path} được đưa vào sau khi chốt số, không có trong gói {bundle}.',
    hint: 'Nếu tệp này là số liệu mới thì tổng hợp lại và lập đính chính bằng tdkvh correct; nếu không thì bỏ ra khỏi kỳ báo cáo.',
  },
  'sealed/already': {
    number: 'VH493',
    severity: 'error',
    message: 'Đã có gói chốt số {file} với nội dung khác; gói đã chốt không bao giờ bị ghi đè.',
    hint: 'Nếu số liệu đã công bố phải sửa thì lập đính chính bằng tdkvh correct; nếu cần chốt lại thì chọn tên khác bằng -o.',
  },
  'sealed/cannot-carry': {
    number: 'VH494',
    severity: 'error',
    message: 'Không chốt được số liệu: “{path}” {reason}.',
    hint: 'Để chốt được, {advice}.',
  },
  'sealed/out-differs': {
    number: 'VH495',
    severity: 'warning',
    message: 'Trong thư mục {folder}, các tệp sau khác bản vừa chốt: {files}.',
    hint: 'Chạy lại tdkvh aggregate để có đúng bản đã chốt; báo cáo đã sửa tay thì kiểm tra bằng tdkvh verify trước khi ký.',
  },
  'sealed/other-run': {
    number: 'VH496',
    severity: 'error',
    message: 'Gói {file} là của {sealed}, còn số liệu hiện nay là của {now}; không lập được đính chính.',
    hint: 'Nêu đúng gói đã chốt của kỳ và đơn vị này, hoặc mở đúng thư mục của kỳ báo cáo (khi gõ lệnh: nêu bằng --workspace).',
  },
  'sealed/incomplete': {
    number: 'VH498',
    severity: 'error',
    message: 'Chưa chốt được: {reasons}. Chưa ghi gói nào.',
    hint: 'Xử lý các mục Phải sửa, hoặc xác nhận có lý do bằng tdkvh accept; muốn lưu bản dự thảo thì chạy tdkvh publish --as draft.',
  },
  'sealed/unwritten': {
    number: 'VH499',
    severity: 'error',
    message: 'Chưa chốt được: phần viết tay của báo cáo còn trống ({parts}). Chưa ghi gói nào.',
    hint: 'Viết các phần này trong narrative.md rồi chốt lại; muốn lưu bản dự thảo thì chạy tdkvh publish --as draft.',
  },
  'sealed/no-workspace': {
    number: 'VH497',
    severity: 'error',
    message: 'Chỉ chốt được số liệu của một kỳ báo cáo có tdkvh.yaml.',
    hint: 'Lập thư mục của kỳ báo cáo bằng tdkvh init, chép tệp đã nhận vào submissions, tổng hợp rồi chốt số.',
  },
});
