/** Names of offices, schools, forces and firms, which people list below the areas but which are none. */
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';

const BODIES = [
  '(?:khối |các |cụm )*(?:cơ quan|trường học|đoàn thể|doanh nghiệp)',
  'khối (?:các )?(?:đảng|chính quyền|ubnd|mặt trận|nhà nước|hành chính sự nghiệp|giáo dục|quân sự|công an|nội chính|lực lượng vũ trang)',
  '(?:khối )?(?:các )?(?:nhà trường|trường (?:mầm non|mẫu giáo|tiểu học|trung học|thcs|thpt|ptdt|phổ thông|dân tộc nội trú|đại học|cao đẳng|dạy nghề))',
  '(?:ban )?(?:chỉ huy )?quân sự|ban chqs|quân đội|bộ đội|(?:khối |các )?(?:lực lượng vũ trang|llvt)|đồn biên phòng|đơn vị (?:bộ đội|quân đội|vũ trang|đóng quân)',
  'công an',
  // "UBND xã Phú An" is told as the name of a unit.
  '(?:(?:ủy|uỷ) ban (?:nhân dân|mặt trận|mttq)|ubnd|hđnd|hội đồng nhân dân|đảng (?:ủy|uỷ)|mặt trận tổ quốc|mttq)(?! (?:xã|phường|thị trấn|đặc khu) \\p{L})',
  'đoàn thanh niên|đoàn tncs|hội (?:liên hiệp phụ nữ|phụ nữ|lhpn|nông dân|cựu chiến binh|ccb|người cao tuổi|chữ thập đỏ|khuyến học)|công đoàn|liên đoàn lao động',
  '(?:các )?(?:trạm y tế|trạm xá|bưu điện|ngân hàng|kho bạc|hạt kiểm lâm)',
  '(?:các )?công ty',
  '(?:cán bộ|công chức|viên chức)(?:,? (?:công chức|viên chức|công nhân|giáo viên|người lao động))*',
];
const ENDING = '(?![\\p{L}\\p{M}\\d])';
const MARKED = new RegExp(`^(?:${BODIES.join('|')})${ENDING}`, 'u');
/** Typed without marks. */
const BARE = new RegExp(
  `^(?:${BODIES.join('|').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')})${ENDING}`,
  'u',
);
/** Where people live too, so that a number makes them what they may be: "Bệnh viện", "Doanh trại quân đội", "Nhà máy xi măng". */
const DWELT_IN =
  /^(?:các )?(?:bệnh viện|doanh trại|(?:đại|tiểu|trung|lữ|sư) đoàn|trại (?:tạm )?giam|trung tâm y tế|nhà máy|xí nghiệp|công trường|ký túc xá|đồn công an)(?![\p{L}\p{M}\d])/u;

const BULLET = /^[-+*•(\s]+/u;

/** Without marks and with a number like an area, the names of villages are kept apart from these: "Quan Su", "Cong An". */
const BARE_FOR_SURE =
  /^(?:(?:khoi |cac |cum )*(?:co quan|truong hoc|doan the|doanh nghiep)|truong (?:mam non|mau giao|tieu hoc|trung hoc|thcs|thpt|ptdt)|ubnd|uy ban nhan dan|tram y te|cong ty|can bo, cong chuc)(?![a-z\d])/u;
const BLOCK = /^khối\s/u;
/** From so many on, blocks of houses are what the areas of a ward are called. */
const FEW_BLOCKS = 3;

const textOf = (label: string): string => cleanText(label).normalize('NFC').toLowerCase().replace(BULLET, '');

/** Whether the areas of a table are called "Khối", as in the wards of some provinces: then "Khối Giáo dục" is one of them. */
export const hasBlocks = (labels: readonly string[]): boolean =>
  labels.filter((label) => BLOCK.test(textOf(label))).length >= FEW_BLOCKS;

/**
 * "Khối cơ quan", "Trường THCS Đông Phong", "Công an xã"; with the kind of an area in front it is an area ("TDP Công an").
 * `numbered`: the row has a number like the areas, or none of them has one; `blocks`: see hasBlocks.
 */
export function namesBody(label: string, numbered: boolean, blocks: boolean): boolean {
  const text = textOf(label);
  if (!numbered && DWELT_IN.test(text)) return true;
  if (blocks && numbered && BLOCK.test(text)) return false;
  if (foldMarks(text) !== text) return MARKED.test(text);
  return numbered ? BARE_FOR_SURE.test(text) : BARE.test(text);
}

/** "Bệnh viện đa khoa" with a number like the areas: its block of houses, or the people who work there. */
export const perhapsBody = (label: string, numbered: boolean): boolean =>
  numbered && DWELT_IN.test(textOf(label));
