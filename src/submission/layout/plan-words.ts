/** Words by which a heading or a title calls its figures a plan, or an estimate, of the year itself. */
import { foldMarks } from '../../values/vietnamese-text.js';

/** "Kế hoạch", "Chỉ tiêu giao năm 2024" over columns, and nothing else; "Chỉ tiêu" alone heads what is counted. */
const PLAN_HEADING =
  /^\W*(?:(?:so lieu|so|phan)\s+)?(?:ke hoach|kh|(?:chi tieu\s+)?(?:duoc )?giao|chi tieu ke hoach|muc tieu|(?:chi tieu\s+)?phan dau)(?:\s+(?:ca|cua|nam|giao|phan dau|nam nay|20\d\d))*\W*$/u;
/** "Dự kiến năm 2024" may be what the year will have been. */
const ESTIMATE_HEADING =
  /^\W*(?:(?:so lieu|so|phan)\s+)?(?:du kien|uoc|uth)(?:\s+(?:thuc hien|th|dat|tinh|ket qua))?(?:\s+(?:ca|cua|nam|nam nay|den|het|ngay|31\/12\/20\d\d|20\d\d))*\W*$/u;
/** "Tổng số hộ ước thực hiện 2024": the end of a label; "Quy ước năm 2024" is none. */
const ESTIMATE_END =
  /(?<!\b(?:quy|huong|giao|cong))\s(?:uoc|uth)(?:\s+(?:thuc hien|th|dat|tinh))?\s+(?:(?:ca\s+)?nam\s+)?(?:20\d\d|nay)\W*$/u;
/**
 * "KẾ HOẠCH NĂM 2024", "Biểu đăng ký danh hiệu"; "Kế hoạch số 12" is a document, "Dự kiến gửi trước ngày …" a note, "Mục tiêu
 * quốc gia" a programme, "Phấn đấu xã đạt chuẩn nông thôn mới" what everybody works for.
 */
const PLAN_TITLE =
  /^\W*(?:(?:bieu|bang|phu luc|so lieu|tong hop|danh sach|cac|mau)(?:\s+\d+\s*[.:]?)?\s+)*(?:ke hoach(?!\s+(?:so|thuc hien|trien khai|cua|to chuc|cong tac|\d+\/))|du kien|chi tieu (?:duoc giao|giao|ke hoach|phan dau|nam|20)|muc tieu(?! quoc gia\b)|phan dau(?! (?:xay dung|xa|phuong|thi tran|dac khu|huyen|tinh|thanh pho|don vi)\b)|dang ky|uoc (?:thuc hien|dat|ket qua|(?:tinh )?(?:ca )?nam))\b(?!.*\b(?:binh xet|cong nhan|ket qua|gui|nop|ngay)\b)/u;

/** "DỰ KIẾN KẾT QUẢ NĂM 2024" foresees them. */
const FORESEEN =
  /^\W*(?:(?:bieu|bang|phu luc|so lieu|tong hop)(?:\s+\d+\s*[.:]?)?\s+)*(?:du kien|uoc)(?:\s+(?:thuc hien|dat|tinh))?\s+ket qua\b(?!.*\b(?:gui|nop|ngay)\b)/u;

/**
 * Words of a title that is nothing but one of plans or estimates, and of what place they are: "MỤC TIÊU NĂM 2024: 95%" is a note,
 * "CHỈ TIÊU NĂM 2024" heads a list.
 */
const NOTHING_BUT_PLANS = new RegExp(
  [
    String.raw`^\W*(?:(?:bieu|bang|phu luc|so lieu|tong hop|danh sach|cac|mau)(?:\s+\d+\s*[.:]?)?\s+)*`,
    String.raw`(?:ke hoach|du kien|uoc|muc tieu|phan dau|chi tieu (?:duoc giao|giao|ke hoach|phan dau))`,
    String.raw`(?:[\s,]+(?:thuc hien|ket qua|so lieu|dat|tinh|giao|phan dau|binh xet|cong nhan|danh hieu|xay dung|gia dinh|ho|thon|ap|to dan pho|khu pho|khu dan cu|van hoa|doi song|phong trao|cac|va))*`,
    String.raw`(?:IN_PLACE)?(?:\s+(?:ca\s+|cua\s+)?(?:nam\s+)?20\d\d|\s+(?:ca\s+)?nam)?(?:IN_PLACE)?\W*$`,
  ]
    .join('')
    .replaceAll(
      'IN_PLACE',
      String.raw`(?:\s+(?:tren dia ban|cua|tai|o))?\s+(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh)(?:\s[^:\d]{1,40}?)?|\s+tren dia ban`,
    ),
  'u',
);

export const isPlan = (heading: string): boolean => PLAN_HEADING.test(foldMarks(heading));
export const isEstimate = (heading: string): boolean => ESTIMATE_HEADING.test(foldMarks(heading));
export const endsInEstimate = (label: string): boolean => ESTIMATE_END.test(foldMarks(label));
export const callsPlan = (title: string): boolean =>
  [PLAN_TITLE, FORESEEN].some((one) => one.test(foldMarks(title)));
/** Of an own form, whose title the office chose and below which anything may stand. */
export const isNothingButPlans = (title: string): boolean =>
  callsPlan(title) && NOTHING_BUT_PLANS.test(foldMarks(title).trim());
