/** VH257–VH265, VH276–VH278, VH512, VH620–VH626, VH628, VH636, VH637, VH640: rows of a table that are sums, or names that are no areas. */
import { defineFindings } from './define.js';

export const SUM_ROW_FINDINGS = defineFindings({
  'layout/row-is-sum': {
    number: 'VH257',
    severity: 'error',
    message:
      'Dòng “{row}” của {form} đúng bằng tổng {count} dòng {rows} ở {fields} nên là dòng cộng; tính cả dòng này thì số liệu bị cộng hai lần, vì vậy biểu chưa được tính.',
    hint: 'Xóa dòng này hoặc ghi “Cộng” ở tên dòng rồi gửi lại; nếu là số liệu riêng thì giải trình để được chấp nhận.',
  },
  'layout/row-perhaps-sum': {
    number: 'VH258',
    severity: 'warning',
    message:
      'Dòng “{row}” của {form} đúng bằng tổng {count} dòng {rows} ở {fields}; có thể là dòng cộng, hiện vẫn được tính như một dòng số liệu.',
    hint: 'Nếu là dòng cộng thì ghi “Cộng” ở tên dòng rồi gửi lại; nếu là số liệu riêng thì không cần sửa.',
  },
  'layout/row-perhaps-copy': {
    number: 'VH628',
    severity: 'warning',
    message:
      'Dòng “{row}” của {form} giống hệt dòng {rows} ở {fields}; có thể chép lặp, hoặc là dòng cộng của nhóm chỉ có một dòng, hiện vẫn được tính như một dòng số liệu.',
    hint: 'Nếu chép lặp thì ghi lại số đúng, nếu là dòng cộng thì ghi “Cộng” ở tên dòng, rồi gửi lại; nếu hai nơi có số liệu như nhau thật thì không cần sửa.',
  },
  'layout/row-perhaps-near-copy': {
    number: 'VH265',
    severity: 'warning',
    message:
      'Dòng “{row}” của {form} giống hệt dòng {rows}, chỉ khác ở {differences}; có thể chép lại rồi chưa sửa hết, hiện vẫn được tính như một dòng số liệu.',
    hint: 'Nếu chép lại mà chưa sửa hết thì ghi số đúng rồi gửi lại; nếu hai nơi có số liệu như nhau thật thì không cần sửa.',
  },
  'layout/row-near-sum': {
    number: 'VH276',
    severity: 'error',
    message:
      'Dòng “{row}” của {form} gần bằng tổng {count} dòng {rows} ({differences}) nên có thể là dòng cộng bị cộng sai; tính cả dòng này thì số liệu bị cộng hai lần, vì vậy biểu chưa được tính.',
    hint: 'Nếu là dòng cộng thì ghi “Cộng” ở tên dòng hoặc xóa dòng rồi gửi lại; nếu là số liệu riêng thì giải trình để được chấp nhận.',
  },
  'layout/row-perhaps-near-sum': {
    number: 'VH277',
    severity: 'warning',
    message:
      'Dòng “{row}” của {form} gần bằng tổng {count} dòng {rows} ({differences}); có thể là dòng cộng bị cộng sai, hiện vẫn được tính như một dòng số liệu.',
    hint: 'Nếu là dòng cộng thì ghi “Cộng” ở tên dòng hoặc xóa dòng rồi gửi lại; nếu là số liệu riêng thì không cần sửa.',
  },
  'layout/row-unclear': {
    number: 'VH259',
    severity: 'error',
    message:
      'Dòng “{row}” của {form} có tên như dòng cộng, không có số thứ tự, nhưng không khớp với tổng các dòng liền kề; không rõ là dòng cộng hay một dòng số liệu, vì vậy biểu chưa được tính.',
    hint: 'Nếu là dòng cộng thì ghi “Cộng” ở tên dòng, nếu không thì ghi số thứ tự bằng chữ số, rồi gửi lại.',
  },
  'layout/rows-repeat-total': {
    number: 'VH260',
    severity: 'error',
    message:
      'Các dòng của {form} cộng lại gấp {times} lần dòng “{row}” ở mọi cột có số; số liệu bị ghi lặp, vì vậy biểu chưa được tính.',
    hint: 'Xóa các dòng cộng nhóm hoặc các dòng ghi lặp, hoặc sửa dòng tổng nếu dòng tổng ghi sai, rồi gửi lại.',
  },
  'layout/rows-repeat-all': {
    number: 'VH624',
    severity: 'error',
    message:
      'Các dòng {rows} của {form} cộng lại {how} tổng {count} dòng còn lại, ở mọi cột có số, nên là các dòng cộng theo loại, theo vùng; tính cả thì số liệu bị cộng hai lần, vì vậy biểu chưa được tính.',
    hint: 'Xóa các dòng này hoặc chuyển sang một trang khác rồi gửi lại; nếu là số liệu riêng thì giải trình để được chấp nhận.',
  },
  'layout/rows-perhaps-repeat-all': {
    number: 'VH625',
    severity: 'warning',
    message:
      'Các dòng {rows} của {form} cộng lại {how} tổng {count} dòng còn lại; có thể là các dòng cộng theo loại, theo vùng, hiện vẫn được tính như các dòng số liệu.',
    hint: 'Nếu là dòng cộng thì xóa các dòng này rồi gửi lại; nếu là số liệu riêng thì không cần sửa.',
  },
  'layout/total-between': {
    number: 'VH261',
    severity: 'info',
    message:
      'Dòng “{row}” của {form} nằm giữa các dòng số liệu và bằng tổng của tất cả các dòng, nên các dòng nằm dưới vẫn được tính.',
    hint: 'Không cần sửa; lần sau đặt dòng tổng ở cuối bảng.',
  },
  'layout/rows-ended': {
    number: 'VH278',
    severity: 'info',
    message: '{form} có {count} dòng đã kết thúc trước kỳ {period} nên không được tính: {rows}.',
    hint: 'Không cần sửa nếu ngày kết thúc đúng; nếu vẫn đang hoạt động thì xóa ngày đó rồi gửi lại.',
  },
  'layout/only-total': {
    number: 'VH262',
    severity: 'error',
    message: '{form} chỉ có dòng tổng “{row}”, không có dòng của từng {unit}, nên chưa có số liệu để tính.',
    hint: 'Ghi mỗi {unit} một dòng rồi gửi lại.',
  },
  'layout/units-as-rows': {
    number: 'VH263',
    severity: 'error',
    message:
      '{form} của {unit} có {count} dòng mang tên xã, phường, thị trấn hoặc huyện: {rows}; đây không phải là thôn, tổ dân phố, vì vậy biểu chưa được tính.',
    hint: 'Gửi biểu của riêng {unit}, mỗi thôn, tổ dân phố một dòng; thôn trùng tên xã thì ghi thêm “Thôn” ở trước tên.',
  },
  'layout/own-name-as-row': {
    number: 'VH264',
    severity: 'warning',
    message:
      'Dòng “{row}” của {form} mang tên của chính {unit}; có thể là số liệu của cả đơn vị, hiện được tính như một {area}.',
    hint: 'Nếu là số liệu của cả đơn vị thì ghi mỗi {area} một dòng rồi gửi lại; nếu là một {area} thì ghi đúng tên {area} đó.',
  },
  'layout/own-total-as-row': {
    number: 'VH623',
    severity: 'error',
    message:
      'Dòng “{row}” của {form} mang tên của chính {unit} và lớn ngang các dòng khác cộng lại; nếu là số liệu của cả đơn vị thì tính cả dòng này là cộng hai lần, vì vậy biểu chưa được tính.',
    hint: 'Nếu là dòng cộng thì đổi tên dòng thành “Tổng cộng” và để ở cuối bảng; nếu là một {area} thì ghi đúng tên {area} đó; rồi gửi lại.',
  },
  'layout/blocks-of-others': {
    number: 'VH620',
    severity: 'error',
    message:
      '{form}: phần bảng từ dòng {row} {reason}; cộng chung thì sai số liệu của {unit} kỳ {period}, vì vậy biểu chưa được tính.',
    hint: 'Mỗi đơn vị, mỗi kỳ để một trang riêng có dòng tiêu đề, hoặc xóa phần không phải của {unit} kỳ {period}, rồi gửi lại; dòng ghi tên xã trước khi nhập thì thêm “(cũ)”.',
  },
  'layout/perhaps-blocks-of-others': {
    number: 'VH626',
    severity: 'warning',
    message:
      '{form} có phần từ dòng {row} {reason}; có thể là số liệu của đơn vị khác, hiện được tính cho {unit}.',
    hint: 'Nếu là số liệu của đơn vị khác thì chuyển sang trang riêng có dòng tiêu đề rồi gửi lại; nếu là tên một khu, cụm của {unit} thì không cần sửa.',
  },
  'layout/rows-no-area': {
    number: 'VH621',
    severity: 'error',
    message:
      '{form} có {count} dòng có số liệu nhưng không phải là {area}: {rows}; tính cả các dòng này thì số liệu bị sai, vì vậy biểu chưa được tính.',
    hint: 'Chuyển các dòng này ra khỏi bảng (sang trang khác) hoặc xóa số rồi gửi lại; nếu đúng là {area} thì ghi đủ tên, ví dụ “Thôn …”, đánh số như các dòng khác, không đặt dấu gạch, dấu sao hay ngoặc ở đầu tên.',
  },
  'layout/parts-beside-whole': {
    number: 'VH636',
    severity: 'error',
    message:
      '{form} có {count} dòng ghi như các phần của dòng “{row}” và cộng lại đúng bằng dòng đó: {rows}; tính cả hai thì số liệu bị cộng hai lần, vì vậy biểu chưa được tính.',
    hint: 'Chỉ để số ở một nơi rồi gửi lại: các dòng này chỉ là phần của “{row}” thì xóa các dòng này; mỗi dòng là một đơn vị riêng thì xóa dòng “{row}”; nếu đều là số liệu riêng thì giải trình để được chấp nhận.',
  },
  'layout/perhaps-parts-beside-whole': {
    number: 'VH637',
    severity: 'warning',
    message:
      '{form} có {count} dòng ghi như các phần của dòng “{row}”: {rows}; hiện vẫn được tính như các dòng riêng, cộng thêm vào dòng đó.',
    hint: 'Nếu số của các dòng này đã có trong dòng “{row}” thì xóa các dòng này rồi gửi lại; nếu là số liệu riêng thì đánh số thứ tự tiếp theo như các dòng khác.',
  },
  'layout/perhaps-bodies': {
    number: 'VH640',
    severity: 'warning',
    message:
      '{form} có {count} dòng mang tên cơ quan, đơn vị đóng trên địa bàn: {rows}; hiện vẫn được tính như {area}.',
    hint: 'Nếu đúng là {area} thì ghi thêm “Tổ dân phố”, “Khu” … ở trước tên; nếu là cơ quan, đơn vị thì xóa dòng, ghi các hộ vào nơi cư trú, rồi gửi lại.',
  },
  'layout/perhaps-units-as-rows': {
    number: 'VH622',
    severity: 'warning',
    message:
      '{form} của {unit} có {count} dòng mang tên như xã, phường, thị trấn hoặc huyện khác: {rows}; hiện được tính như {area} của {unit}.',
    hint: 'Nếu là số liệu của đơn vị khác thì gửi lại biểu của riêng {unit}; nếu là {area} thì ghi đủ, ví dụ “Thôn …”, “Tổ dân phố …”, ở trước tên.',
  },
  'layout/rows-of-other-units': {
    number: 'VH279',
    severity: 'error',
    message:
      '{form} của {unit} có {count} dòng ghi rõ là của xã, phường, thị trấn khác: {rows}; vì vậy biểu chưa được tính.',
    hint: 'Gửi biểu chỉ có các dòng của {unit}; dòng ghi tên xã trước khi nhập thì thêm “(cũ)” sau tên xã đó.',
  },
  'layout/perhaps-rows-of-other-units': {
    number: 'VH629',
    severity: 'warning',
    message:
      '{form} của {unit} có {count} dòng ghi là của xã, phường, thị trấn khác: {rows}; hiện vẫn được tính cho {unit}.',
    hint: 'Nếu là số liệu của đơn vị khác thì xóa dòng rồi gửi lại; nếu là của {unit} thì sửa tên dòng, tên xã trước khi nhập thì thêm “(cũ)”.',
  },
  'submission/file-name-of-other': {
    number: 'VH512',
    severity: 'warning',
    message: '{how} {named} ({code}), nhưng trong tệp ghi {unit}; số liệu đang được tính cho {unit}.',
    hint: 'Hỏi lại đơn vị gửi; nếu số liệu là của {named} thì sửa mã, tên đơn vị ở {place} rồi gửi lại.',
  },
});
