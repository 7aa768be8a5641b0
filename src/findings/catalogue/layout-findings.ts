/** VH2xx: findings about sheets, headers and the layout of a form. */
import { defineFindings } from './define.js';
import { SUM_ROW_FINDINGS } from './sum-row-findings.js';
import { TEXT_FINDINGS } from './text-findings.js';

const FORM_FINDINGS = defineFindings({
  'layout/no-form': {
    number: 'VH201',
    severity: 'error',
    message: 'Không nhận ra biểu mẫu nào của bộ tiêu chí {set} trong tệp này.{near}',
    hint: 'Điền vào biểu mẫu do cơ quan tổng hợp phát hành rồi gửi lại; cơ quan tổng hợp tạo biểu mẫu bằng lệnh tdkvh template.',
  },
  'layout/header-not-found': {
    number: 'VH202',
    severity: 'error',
    message: 'Không tìm thấy dòng tiêu đề cột của {form} nên chưa đọc được số liệu.',
    hint: 'Khôi phục dòng tiêu đề đúng như biểu mẫu đã phát rồi gửi lại.',
  },
  'layout/column-missing': {
    number: 'VH203',
    severity: 'error',
    message: '{form} thiếu cột bắt buộc “{field}”.{suggestion}',
    hint: 'Khôi phục cột theo biểu mẫu và điền số liệu.',
  },
  'layout/unknown-column': {
    number: 'VH204',
    severity: 'warning',
    message: 'Cột “{label}” không có trong {form} nên {content} ở cột này không được tính.{suggestion}',
    hint: 'Nếu là cột của biểu mẫu thì đặt lại đúng tiêu đề; nếu là cột đơn vị tự thêm thì không cần sửa.',
  },
  'layout/unread-column': {
    number: 'VH253',
    severity: 'info',
    message: 'Cột “{label}” không có trong {form}; {count} ô ghi chữ ở cột này không được đọc.',
    hint: 'Không cần sửa nếu là cột đơn vị tự thêm; nếu là cột của biểu mẫu thì đặt lại đúng tiêu đề.',
  },
  'layout/rate-columns': {
    number: 'VH280',
    severity: 'info',
    message:
      '{form} có {count} cột tỷ lệ đứng cạnh số đếm: {columns}; tỷ lệ được tính lại từ số đếm nên các cột này không được cộng.',
    hint: 'Không cần sửa; cần sửa tỷ lệ thì sửa số đếm.',
  },
  'layout/duplicate-column': {
    number: 'VH205',
    severity: 'error',
    message:
      'Hai cột của {form} cùng được đọc là “{field}”: cột {first} (“{firstLabel}”) và cột {second} (“{secondLabel}”){hidden}; chưa tính cột nào.',
    hint: 'Ghi tên riêng, đủ chữ cho từng cột; xóa cột thừa rồi gửi lại.',
  },
  'layout/columns-of-other-period': {
    number: 'VH675',
    severity: 'error',
    message:
      '{form} có {count} cột ghi của kỳ khác ở tiêu đề: {columns}; biểu này là của kỳ {period} nên số ở các cột này chưa được tính.',
    hint: 'Ghi số của kỳ {period} rồi gửi lại; nếu số đã là của kỳ {period} thì sửa năm ở tiêu đề cột.',
  },
  'layout/columns-of-plans': {
    number: 'VH638',
    severity: 'error',
    message:
      '{form} có {count} cột ghi là số kế hoạch ở tiêu đề: {columns}; đây không phải là kết quả nên số ở các cột này chưa được tính.',
    hint: 'Ghi số kết quả rồi gửi lại; nếu số đã là kết quả thì sửa tiêu đề phía trên các cột này.',
  },
  'layout/title-of-plans': {
    number: 'VH639',
    severity: 'warning',
    message:
      'Tiêu đề “{title}” của {form} nói đây là số dự kiến, đăng ký hoặc kế hoạch; hiện vẫn được tính là kết quả của kỳ.',
    hint: 'Nếu chưa phải là kết quả thì thay bằng số kết quả rồi gửi lại; nếu là kết quả hoặc số ước của cả kỳ thì không cần sửa số.',
  },
  'layout/stray-figure': {
    number: 'VH206',
    severity: 'warning',
    message: 'Có {count} số nằm {where} của {form} nên không được tính: {figures}.',
    hint: 'Nếu là số liệu thì chuyển vào đúng dòng, đúng cột của biểu; nếu là số nháp thì xóa đi.',
  },
  'layout/row-after-total': {
    number: 'VH207',
    severity: 'error',
    message: 'Dòng “{row}” của {form} có số liệu nhưng nằm dưới dòng tổng cộng nên chưa được tính.',
    hint: 'Nếu là một dòng số liệu thì chuyển lên trên dòng tổng cộng, nếu là ghi chú thì xóa số khỏi bảng, rồi gửi lại.',
  },
  'layout/subtotal-row': {
    number: 'VH208',
    severity: 'info',
    message: '{form} có {count} dòng cộng hoặc dòng tiêu đề nhóm; số ở các dòng này không cộng thêm: {rows}.',
    hint: 'Không cần sửa nếu đúng là dòng cộng; nếu là một thôn, tổ dân phố thì ghi số thứ tự bằng chữ số.',
  },
  'layout/hidden-rows': {
    number: 'VH209',
    severity: 'warning',
    message:
      '{form} có {count} dòng đang bị ẩn nhưng có số liệu: {rows}; các dòng này được đọc như mọi dòng khác, không bị bỏ qua.',
    hint: 'Bỏ ẩn các dòng để kiểm tra; dòng không thuộc kỳ này thì xóa rồi gửi lại.',
  },
  'layout/row-without-name': {
    number: 'VH210',
    severity: 'error',
    message: 'Dòng {row} của {form} có số liệu nhưng để trống “{field}”.',
    hint: 'Ghi “{field}” cho dòng này, hoặc xóa số liệu nếu thừa.',
  },
  'layout/line-missing': {
    number: 'VH211',
    severity: 'warning',
    message: '{form} thiếu {count} dòng chỉ tiêu: {lines}.',
    hint: 'Khôi phục các dòng theo biểu mẫu và điền số liệu; không phát sinh thì ghi 0.',
  },
  'layout/line-duplicate': {
    number: 'VH212',
    severity: 'error',
    message: 'Chỉ tiêu “{code}” xuất hiện hai lần trong {form} với số liệu khác nhau.',
    hint: 'Giữ một dòng có số đúng cho mỗi mã chỉ tiêu.',
  },
  'layout/line-unknown': {
    number: 'VH213',
    severity: 'warning',
    message: 'Mã chỉ tiêu “{code}” không có trong {form} nên số liệu “{text}” không được tính.{suggestion}',
    hint: 'Sửa lại mã theo biểu mẫu; dòng đơn vị tự thêm thì không cần sửa.',
  },
  'layout/line-unread': {
    number: 'VH254',
    severity: 'warning',
    message: 'Dòng “{line}” không có trong {form} nên số liệu “{text}” không được tính.{suggestion}',
    hint: 'Nếu là chỉ tiêu của biểu mẫu thì ghi đúng tên hoặc mã chỉ tiêu; dòng đơn vị tự thêm thì không cần sửa.',
  },
  'layout/other-columns-kept': {
    number: 'VH214',
    severity: 'info',
    message:
      'Biểu mẫu đơn vị dùng thuộc phiên bản {version}, khác phiên bản hiện hành {current}; các cột nhận ra được vẫn được đọc.',
    hint: 'Không cần gửi lại; kỳ sau dùng biểu mẫu hiện hành.',
  },
  'layout/hidden-columns': {
    number: 'VH215',
    severity: 'warning',
    message:
      '{form} có {count} cột đang bị ẩn nhưng có số liệu: {fields}; các cột này được đọc như mọi cột khác, không bị bỏ qua.',
    hint: 'Bỏ ẩn các cột để kiểm tra số liệu.',
  },
  'layout/hidden-sheet': {
    number: 'VH216',
    severity: 'warning',
    message:
      '{form} nằm ở trang “{sheet}” đang bị ẩn; trang này được đọc như mọi trang khác, không bị bỏ qua.',
    hint: 'Bỏ ẩn trang để kiểm tra số liệu.',
  },
  'layout/other-sheet': {
    number: 'VH217',
    severity: 'warning',
    message: 'Trang “{sheet}”{hidden} {why} nên {count} số ở trang này không được tính.',
    hint: 'Nếu có số liệu của biểu thì chuyển vào đúng biểu, trang bị ẩn thì bỏ ẩn rồi gửi lại; trang nháp, trang tham khảo thì không cần sửa.',
  },
  'layout/column-gone': {
    number: 'VH218',
    severity: 'warning',
    message:
      '{form} không còn {count} cột của biểu mẫu đã phát: {fields}; các chỉ tiêu này coi như chưa báo cáo.',
    hint: 'Khôi phục các cột nếu có số liệu; không có thì không cần sửa.',
  },
  'layout/columns-moved': {
    number: 'VH219',
    severity: 'warning',
    message:
      '{form} có cột không đứng đúng thứ tự của biểu mẫu đã phát: {fields}; số được đọc theo tiêu đề cột.',
    hint: 'Kiểm tra số dưới các tiêu đề này có đúng là số của chỉ tiêu đó không.',
  },
  'layout/stale-sum': {
    number: 'VH240',
    severity: 'warning',
    message:
      'Công thức ở dòng tổng cộng của {form} cho “{field}” là {stated}, trong khi các dòng cộng lại được {sum}: {reason}.',
    hint: 'Số tổng hợp lấy từ các dòng ({sum}); kiểm tra các dòng có đúng và đủ không.',
  },
  'layout/formula-overwritten': {
    number: 'VH241',
    severity: 'info',
    message: 'Dòng tổng cộng của {form} có {count} ô ghi số thay cho công thức của biểu mẫu: {fields}.',
    hint: 'Không cần sửa nếu số đúng; số tổng hợp luôn lấy từ các dòng.',
  },
  'layout/subtotal-differs': {
    number: 'VH242',
    severity: 'warning',
    message:
      'Dòng “{row}” của {form} được hiểu là dòng cộng, nhưng “{field}” ghi {stated} còn các dòng của nhóm cộng lại được {sum}.',
    hint: 'Số ở dòng này không cộng thêm; nếu đây là một thôn, tổ dân phố thì ghi số thứ tự bằng chữ số rồi gửi lại.',
  },
  'layout/two-tables': {
    number: 'VH243',
    severity: 'error',
    message:
      '{form} có hai bảng nối tiếp nhau, mỗi bảng có dòng tổng riêng (dòng {row}, “{label}”); không rõ bảng nào là số liệu của kỳ này.',
    hint: 'Giữ lại bảng của kỳ đang báo cáo, xóa bảng kia rồi gửi lại.',
  },
  'layout/other-table': {
    number: 'VH244',
    severity: 'error',
    message:
      'Từ dòng {row} của {form} có một bảng khác với các cột xếp khác; số liệu từ dòng này trở xuống chưa được tính.',
    hint: 'Gộp số liệu vào một bảng với các cột như biểu mẫu, hoặc xóa bảng thừa, rồi gửi lại.',
  },
  'layout/text-rows': {
    number: 'VH245',
    severity: 'info',
    message: '{form} có {count} dòng chỉ có chữ, không có số liệu, nên được hiểu là tiêu đề nhóm: {rows}.',
    hint: 'Không cần sửa nếu đúng; nếu là một thôn, tổ dân phố thì ghi số thứ tự và số liệu.',
  },
  'layout/line-conflict': {
    number: 'VH246',
    severity: 'error',
    message:
      'Dòng của {form} ghi mã {code} (“{coded}”) nhưng nội dung là “{named}” ({namedCode}); không rõ số “{text}” là của chỉ tiêu nào.',
    hint: 'Sửa mã hoặc nội dung của dòng cho khớp với biểu mẫu rồi gửi lại.',
  },
  'layout/line-renamed': {
    number: 'VH247',
    severity: 'warning',
    message:
      'Chỉ tiêu mã {code} của {form} ghi nội dung “{text}”, khác biểu mẫu “{expected}”; số vẫn được đọc theo mã.',
    hint: 'Kiểm tra số của dòng này có đúng là số của chỉ tiêu {code} không.',
  },
  'layout/line-by-text': {
    number: 'VH248',
    severity: 'warning',
    message: 'Mã “{code}” không có trong {form}; dòng được đọc theo nội dung “{text}” (mã đúng: {expected}).',
    hint: 'Kiểm tra lại dòng này và sửa mã theo biểu mẫu.',
  },
  'layout/line-repeated': {
    number: 'VH249',
    severity: 'info',
    message: 'Chỉ tiêu “{code}” xuất hiện hai lần trong {form} với cùng một số liệu; chỉ tính một lần.',
    hint: 'Không cần sửa; lần sau giữ một dòng cho mỗi mã.',
  },
  'layout/names-swapped': {
    number: 'VH252',
    severity: 'error',
    message:
      'Cột “{field}” của {form} chỉ có số thứ tự, còn tên nằm ở cột {column}; hai tiêu đề có thể đã đổi chỗ cho nhau.',
    hint: 'Đặt lại tiêu đề của hai cột cho đúng rồi gửi lại.',
  },
  'layout/too-many-rows': {
    number: 'VH251',
    severity: 'error',
    message:
      '{form} có {count} dòng, nhiều hơn mức {most} dòng mà một đơn vị có thể có; biểu này chưa được đọc.',
    hint: 'Kiểm tra lại trang này; xóa các dòng thừa hoặc gửi đúng biểu.',
  },
  'layout/pair-duplicate': {
    number: 'VH250',
    severity: 'error',
    message: '“{field}” được ghi hai lần ở {form} với nội dung khác nhau: “{first}” và “{second}”.',
    hint: 'Giữ lại một ô có nội dung đúng rồi gửi lại.',
  },
  'layout/formulas-unchecked': {
    number: 'VH273',
    severity: 'info',
    message:
      'Có {count} ô số liệu lấy từ công thức mà chương trình không tính lại được: {cells}; số đã lưu trong tệp được sử dụng.',
    hint: 'Không cần sửa nếu số đúng; lần sau nên ghi thẳng con số vào các ô này.',
  },
  'layout/formulas-not-calculated': {
    number: 'VH274',
    severity: 'warning',
    message:
      'Tệp {reason}, nên {count} ô số liệu lấy từ công thức không kiểm tra lại được có thể còn số cũ: {cells}.',
    hint: 'Mở tệp bằng Excel, bấm Ctrl+Alt+F9 để tính lại, kiểm tra các ô này, lưu rồi gửi lại.',
  },
  'layout/formulas-recalculated': {
    number: 'VH275',
    severity: 'info',
    message: 'Tệp {reason}; {count} ô số liệu lấy từ công thức đã được tính lại để kiểm tra.',
    hint: 'Không cần sửa; lần sau đặt lại chế độ tính công thức tự động (thẻ Công thức, mục Tùy chọn tính toán).',
  },
  'layout/not-asked': {
    number: 'VH255',
    severity: 'info',
    message:
      '{form} làm theo bộ tiêu chí {made}, không có {count} chỉ tiêu mà bộ {set} hỏi thêm: {fields}; các chỉ tiêu này coi như chưa báo cáo.',
    hint: 'Không cần gửi lại biểu; nếu cần các chỉ tiêu này thì gửi cho đơn vị biểu mẫu của bộ {set} để điền thêm.',
  },
  'layout/no-longer-asked': {
    number: 'VH256',
    severity: 'info',
    message:
      '{form} làm theo bộ tiêu chí {made}, có số liệu của {count} chỉ tiêu mà bộ {set} không còn hỏi: {fields}; các số liệu này không được tính.',
    hint: 'Không cần sửa; kỳ sau dùng biểu mẫu của bộ {set}.',
  },
});

export const LAYOUT_FINDINGS = { ...FORM_FINDINGS, ...SUM_ROW_FINDINGS, ...TEXT_FINDINGS };
