/** VH237–VH239, VH266–VH270, VH281–VH290, VH292, VH293, VH295–VH298, VH788–VH799, VH869: forms of an office's own, how they are read, and the files that say so. */
import { defineFindings } from './define.js';

export const OWN_FORM_FINDINGS = defineFindings({
  'own-form/marks-not-one': {
    number: 'VH237',
    severity: 'error',
    message: '{area} {why} ở các cột của “{field}”, nên chưa rõ câu trả lời.',
    hint: 'Đánh dấu x ở đúng một cột rồi gửi lại.',
  },
  'own-form/unknown-answer': {
    number: 'VH790',
    severity: 'error',
    message: 'Câu trả lời “{answer}” (answer) không có trong chỉ tiêu “{field}”.{suggestion}',
    hint: 'Ghi một trong các mã: {answers}.',
  },
  'own-form/list-without-area': {
    number: 'VH238',
    severity: 'error',
    message: 'Danh sách hộ ở trang “{sheet}” {why}, nên {count} hộ chưa biết tính vào đâu.',
    hint: 'Ghi đúng một tên thôn, tổ dân phố ở phía trên bảng (ví dụ “Thôn: Phấn Động”) rồi gửi lại.',
  },
  'own-form/read-from-sheets': {
    number: 'VH239',
    severity: 'info',
    message: 'Số liệu theo mẫu “{form}” được đọc ghép từ {count} trang ({sheets}), tất cả {rows} dòng.',
    hint: 'Không cần làm gì nếu các trang nối tiếp nhau; nếu có trang nháp hoặc trang chép thừa thì xóa trang đó rồi gửi lại.',
  },
  'own-form/area-listed-twice': {
    number: 'VH292',
    severity: 'error',
    message:
      '{area} có ở hai danh sách theo mẫu “{form}” (trang {sheets}), chưa rõ trang sau là phần tiếp hay bản chép, nên chưa tính trang nào.',
    hint: 'Danh sách còn tiếp thì chép vào một trang; bản chép thì xóa trang thừa; hai thôn khác nhau thì ghi đúng tên từng thôn. Rồi gửi lại.',
  },
  'own-form/sheet-counts-again': {
    number: 'VH296',
    severity: 'error',
    message:
      'Trang “{sheet}” theo mẫu “{form}” ghi lại số liệu của trang {others} (cộng theo nhóm, cộng toàn đơn vị, hoặc chép dưới tên khác); tính cả thì thành hai lần, nên chưa tính trang nào.',
    hint: 'Xóa trang tổng hợp hoặc trang chép rồi gửi lại; nếu đúng là các thôn, tổ dân phố khác nhau thì ghi tất cả vào một trang.',
  },
  'own-form/sheet-perhaps-again': {
    number: 'VH291',
    severity: 'warning',
    message:
      'Số liệu trang “{sheet}” theo mẫu “{form}” khớp hoặc gần khớp với trang {others}; có thể là trang cộng lại hoặc chép lại, hiện vẫn được tính cùng các trang kia.',
    hint: 'Nếu là trang tổng hợp hoặc trang chép thì xóa trang rồi gửi lại; nếu đúng là các thôn, tổ dân phố khác nhau thì không cần sửa.',
  },
  'own-form/total-of-sheet': {
    number: 'VH293',
    severity: 'warning',
    message:
      'Dòng tổng cộng ở trang “{sheet}” ghi “{field}” là {total}; cộng các dòng của trang được {own}, cộng mọi trang được {all}.',
    hint: 'Kiểm tra lại dòng tổng cộng và các dòng của trang; sửa chỗ sai rồi gửi lại.',
  },
  'own-form/refused': {
    number: 'VH281',
    severity: 'error',
    message:
      'Trang “{sheet}” gần giống mẫu “{form}” nhưng {why}; chưa đọc số liệu nào của bảng này.{nearest}',
    hint: 'Đưa bảng về đúng mẫu đã phát rồi gửi lại; nếu cơ quan đã đổi mẫu thì nhận mẫu mới (criteria adopt) rồi chạy lại.',
  },
  'own-form/column-missing': {
    number: 'VH282',
    severity: 'error',
    message: 'Bảng theo mẫu “{form}” {why} “{header}”{after}, nên “{field}” chưa có số liệu.{nearest}',
    hint: 'Đặt lại tiêu đề cột đúng như mẫu đã phát rồi gửi lại.',
  },
  'own-form/line-missing': {
    number: 'VH283',
    severity: 'error',
    message: 'Bảng theo mẫu “{form}” {why} “{line}”, nên “{field}” chưa có số liệu.{nearest}',
    hint: 'Ghi lại nội dung dòng và mục đúng như mẫu đã phát rồi gửi lại.',
  },
  'own-form/line-unknown': {
    number: 'VH284',
    severity: 'warning',
    message: 'Dòng “{line}” không có trong mẫu “{form}” nên số liệu ở dòng này không được tính.',
    hint: 'Không cần sửa nếu là dòng đơn vị tự thêm; nếu là dòng của mẫu thì ghi lại đúng nội dung.',
  },
  'own-form/answer-unknown': {
    number: 'VH285',
    severity: 'error',
    message:
      '{count} dòng ở cột “{header}” ghi câu trả lời không có trong mẫu ({answers}), nên “{field}” của {area} chưa tính được.',
    hint: 'Ghi đúng một câu trả lời của mẫu ở các dòng {rows} rồi gửi lại.',
  },
  'own-form/answer-blank': {
    number: 'VH286',
    severity: 'error',
    message: '{count} dòng ở cột “{header}” để trống, nên “{field}” của {area} chưa tính được.',
    hint: 'Điền câu trả lời ở các dòng {rows} rồi gửi lại.',
  },
  'own-form/answer-elsewhere': {
    number: 'VH295',
    severity: 'error',
    message:
      '{count} dòng đánh dấu ở cột “{header}” mà mẫu đã nhận không đọc, nên “{field}” của {area} chưa tính được.',
    hint: 'Cơ quan nhận biểu khai cột đó trong tệp mô tả mẫu (field, answer: yes, no hoặc notConsidered); xã xem lại các dòng {rows}, đúng thì không phải sửa.',
  },
  'own-form/row-without-area': {
    number: 'VH287',
    severity: 'error',
    message: '{count} dòng của danh sách không ghi thôn, tổ dân phố nên chưa biết tính vào đâu.',
    hint: 'Điền tên thôn, tổ dân phố ở các dòng {rows} rồi gửi lại.',
  },
  'own-form/area-not-in-both': {
    number: 'VH288',
    severity: 'error',
    message: '{area} chỉ có ở một trong các bảng theo mẫu “{form}”.',
    hint: 'Ghi tên thôn, tổ dân phố như nhau ở mọi bảng rồi gửi lại.',
  },
  'own-form/unit-unknown': {
    number: 'VH289',
    severity: 'error',
    message:
      '{row} của trang “{sheet}” không chỉ rõ một đơn vị cấp xã của kỳ này, nên số liệu ở đó chưa được tính.',
    hint: 'Ghi đúng tên hoặc mã đơn vị theo danh sách đơn vị của kỳ báo cáo rồi gửi lại.',
  },
  'own-form/no-unit-filled': {
    number: 'VH268',
    severity: 'error',
    message: 'Trang “{sheet}” theo mẫu “{form}” chưa có số liệu của đơn vị nào.',
    hint: 'Điền số liệu vào dòng (cột) của từng đơn vị rồi gửi lại; nếu là tệp mẫu trống thì đưa ra khỏi thư mục submissions.',
  },
  'own-form/column-no-area': {
    number: 'VH269',
    severity: 'error',
    message:
      'Cột “{header}” của bảng theo mẫu “{form}” có số liệu nhưng tiêu đề không phải tên một thôn, tổ dân phố, nên số liệu của bảng này chưa được tính.',
    hint: 'Nếu là một thôn, tổ dân phố thì ghi đủ tên (Thôn …, Tổ dân phố …); nếu không thì chuyển cột ra ngoài bảng rồi gửi lại.',
  },
  'own-form/table-missing': {
    number: 'VH290',
    severity: 'error',
    message:
      'Trang “{sheet}” theo mẫu “{form}” không có (hoặc đã đổi tiêu đề) bảng “{table}” nên số liệu của bảng này chưa được đọc.',
    hint: 'Khôi phục bảng và tiêu đề cột đúng như mẫu đã phát rồi gửi lại.',
  },
  'own-form/not-reviewed': {
    number: 'VH792',
    severity: 'warning',
    message: 'Mẫu “{form}” có {count} chỗ gắn chỉ tiêu theo đề xuất mà chưa ai xem lại: {places}.',
    hint: 'Mở tệp này, xem từng chỗ ghi review: true; đúng thì xóa review: true, sai thì sửa field hoặc đặt role: ignored.',
  },
  'own-form/unknown-field': {
    number: 'VH793',
    severity: 'error',
    message: 'Mẫu riêng nhắc tới chỉ tiêu “{field}” không có trong bộ tiêu chí.{suggestion}',
    hint: 'Sửa mã chỉ tiêu, hoặc khai chỉ tiêu mới ở danh sách fields của tệp này.',
  },
  'own-form/field-twice': {
    number: 'VH794',
    severity: 'error',
    message: 'Chỉ tiêu “{field}” được gắn với hai cột hoặc hai dòng của mẫu riêng.',
    hint: 'Giữ một chỗ; chỗ kia đặt role: ignored hoặc gắn chỉ tiêu khác.',
  },
  'own-form/header-twice': {
    number: 'VH795',
    severity: 'error',
    message:
      'Tiêu đề “{header}” được khai hai lần trong một bảng của mẫu riêng, nên hai chỉ tiêu cùng trỏ vào một chỗ.',
    hint: 'Ghi đủ các tầng tiêu đề (hoặc mục của dòng) để phân biệt, hoặc xóa bớt một lần khai.',
  },
  'own-form/wrong-level': {
    number: 'VH796',
    severity: 'error',
    message: 'Chỉ tiêu “{field}” không ghi được ở loại dòng này của mẫu riêng.',
    hint: 'Chọn chỉ tiêu cùng cấp (thôn hay cấp xã) với dòng của bảng, hoặc khai chỉ tiêu mới ở danh sách fields.',
  },
  'own-form/id-taken': {
    number: 'VH797',
    severity: 'error',
    message: 'Mã “{id}” của mẫu riêng trùng với mã đã có.',
    hint: 'Đặt mã khác.',
  },
  'own-form/communes-over-areas': {
    number: 'VH298',
    severity: 'error',
    message:
      'Cột “{header}” ghi cả tên xã và tên thôn (mỗi xã một mục, các thôn ở dưới); bảng nhiều xã như vậy trên một trang không đọc được theo từng xã.',
    hint: 'Tách mỗi xã một trang, hoặc mỗi xã một tệp: giữ tiêu đề cột, ghi tên xã ở dòng tiêu đề của trang, cột chỉ ghi tên thôn; rồi nhận mẫu và gửi theo mẫu đã tách.',
  },
  'own-form/nothing-to-adopt': {
    number: 'VH798',
    severity: 'error',
    message: 'Không tìm thấy bảng nào có tiêu đề cột đọc được trong tệp mẫu này{sheets}.',
    hint: 'Kiểm tra mẫu có dòng tiêu đề và bỏ ô gộp chồng lên cả bảng; lưu thành .xlsx không mật khẩu rồi chạy lại.',
  },
  'own-form/columns-alike': {
    number: 'VH791',
    severity: 'error',
    message: 'Cột {one} và cột {other} của mẫu cùng có tiêu đề “{header}”, không phân biệt được.',
    hint: 'Ghi rõ tiêu đề của từng cột trên mẫu (hoặc thêm một tầng tiêu đề chung), lưu lại rồi nhận mẫu lần nữa.',
  },
  'own-form/tables-beside': {
    number: 'VH788',
    severity: 'error',
    message:
      'Mẫu có hai bảng đặt cạnh nhau: cột {one} và cột {other} cùng có tiêu đề “{header}”; hai bảng có thể không cùng thứ tự dòng nên không nhận được.',
    hint: 'Đặt bảng bên phải xuống dưới bảng bên trái (cách một dòng trống), lưu lại rồi nhận mẫu lần nữa.',
  },
  'own-form/no-counted-column': {
    number: 'VH789',
    severity: 'error',
    message:
      'Bảng chỉ tiêu của mẫu không có cột số thực hiện (các cột: {headers}), nên không có số liệu nào để đọc.',
    hint: 'Ghi tiêu đề “Thực hiện năm …” hoặc “Kết quả” cho cột số liệu; nếu mỗi cột là của một xã hoặc một thôn thì ghi “Xã”, “Thôn” trước tên. Lưu lại rồi nhận mẫu lần nữa; bảng chấm điểm từng tiêu chí thì không cần nhận.',
  },
  'own-form/unnamed-columns': {
    number: 'VH266',
    severity: 'error',
    message:
      'Bảng chỉ tiêu có cột {column} đứng cạnh các cột {others} mà không rõ là số của xã, của thôn hay số gì; chỉ đọc cột {column} thì số liệu ở các cột kia bị bỏ, nên chưa nhận mẫu.',
    hint: 'Ghi đủ “Xã …”, “Phường …” hoặc “Thôn …” trước tên ở tiêu đề từng cột (tên xã đúng như danh sách đơn vị của kỳ), lưu lại rồi nhận mẫu lần nữa. Nếu chỉ cần cột {column}: tdkvh criteria adopt <tệp mẫu> --unread "{unread}".',
  },
  'own-form/columns-of-several': {
    number: 'VH267',
    severity: 'error',
    message:
      'Bảng chỉ tiêu có nhiều cột cùng là số thực hiện: {column} và {others}; chỉ đọc được một cột số liệu cho mỗi xã, mỗi thôn hoặc cho cả bảng, nên chưa nhận mẫu.',
    hint: 'Của nhiều xã, nhiều thôn: để mỗi xã, thôn một cột, tiêu đề là tên xã, thôn. Lưu lại rồi nhận mẫu lần nữa. Nếu chỉ cần cột {column}: tdkvh criteria adopt <tệp mẫu> --unread "{unread}".',
  },
  'own-form/columns-beside-names': {
    number: 'VH270',
    severity: 'error',
    message:
      'Cột {others} đứng cạnh các cột mang tên {kind} mà không phải tên {kind}, cột cộng hay cột ghi chú; nhận mẫu thì số liệu ở đó bị bỏ, nên chưa nhận mẫu.',
    hint: 'Nếu là xã, thôn thì ghi đủ “Xã …”, “Thôn …” trước tên (tên xã đúng như danh sách đơn vị của kỳ); lưu lại rồi nhận mẫu lần nữa. Nếu không cần số liệu ở đó: tdkvh criteria adopt <tệp mẫu> --unread "{unread}".',
  },
  'own-form/unread-not-there': {
    number: 'VH297',
    severity: 'error',
    message: 'Mẫu không có cột {columns} mà lệnh ghi là không đọc; chưa nhận mẫu.',
    hint: 'Ghi đúng tiêu đề của cột như trong mẫu (cột dưới một tiêu đề gộp: ghi dòng dưới cùng, hoặc cả các dòng, cách nhau bằng dấu ›); nhiều cột cách nhau bằng dấu chấm phẩy.',
  },
  'own-form/already-read': {
    number: 'VH799',
    severity: 'error',
    message: 'Tệp này lập theo biểu mẫu kèm theo tdkvh, không phải mẫu riêng; chương trình đã đọc được.',
    hint: 'Chép tệp vào thư mục submissions rồi chạy tdkvh validate; muốn nhận mẫu riêng thì chọn đúng tệp mẫu của cơ quan.',
  },
  'cli/form-adopted-before': {
    number: 'VH869',
    severity: 'error',
    message: 'Mẫu này trùng với mẫu đã nhận ở “{otherFile}”{same}; chưa ghi tệp nào.',
    hint: 'Cùng một mẫu: đặt tên tệp như lần trước ({source}) rồi nhận lại. Mẫu cũ không dùng nữa: xóa “{otherFile}” rồi nhận lại. Hai biểu khác nhau có cột trùng tên: sửa tên cột ở một biểu.',
  },
});
