/** What the words of a column say that it holds besides a figure of the year: notes, the plan, another year, shares, scores. */
import type { OwnColumn } from '../../model.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { isRateLabel } from '../layout/label-index.js';
import {
  isSeveralYears,
  ofOtherPart,
  ofTwoYears,
  otherYear,
  timeless,
  type TimeAsked,
} from './header-times.js';

export type Role = NonNullable<OwnColumn['role']>;

/**
 * Columns that hold people, days and notes. "Số người", "Ngày hội" and "Địa chỉ tin cậy" count: such words are notes where
 * a header begins with them.
 */
const NOT_READ =
  /(?:ghi chu|(?<!\bso (?:\S+ )?)(?:ly do|nguyen nhan|giai phap|kien nghi|de xuat|can cu)|so quyet dinh|truong (?:thon|ban|ap|khu|xom|buon|khom|khoi|to|doan|phong)\b|ho ten|ho va ten|so dt\b|trang thai|chu ky)/u;
const NOT_READ_AT_START =
  /^(?:quyet dinh|qd\b|chuc (?:vu|danh)\b|(?:ten )?nguoi (?:lap|ky|duyet|dung dau|dung ten|phu trach|dai dien|lien he|dau moi|quan ly|theo doi|cham|nhap|bao cao|gioi thieu|xac nhan|nhan|co uy tin|uy tin)\b|(?:so )?dien thoai|thoi (?:gian|diem)|(?:so, ?)?ngay (?!hoi\b|cong\b(?! (?:nhan|bo))|le\b|ra quan\b|nguoi\b|vi\b)|(?:so nha, ?)?dia chi(?! tin cay)|ma(?: (?:so|hieu|chi tieu|don vi|dvhc|xa|thon|ho|kdc|tdp|khu|dinh danh|buu chinh|vung|dia ban|dinh|the|can bo|nguoi|cong dan|so thue|ban|to)\b|$)|don vi tinh|dvt$|xep loai)/u;

/**
 * "Năm đạt chuẩn", "Trưởng ban": with their marks, since "Nam đạt chuẩn" counts men and "Trường Sơn" is a commune.
 */
const MARKED = /^năm (?:thành lập|công nhận|xây dựng|ra mắt|bắt đầu|đạt)|(?<!\p{L})trưởng /iu;

export const isNotRead = (path: readonly string[]): boolean =>
  NOT_READ.test(foldMarks(path.join(' '))) ||
  path.some((one) => NOT_READ_AT_START.test(foldMarks(one).trim())) ||
  MARKED.test(cleanText(path.join(' '))) ||
  MARKED.test(cleanText(path.at(-1) ?? ''));

/** "So với kế hoạch (%)", "So CK": with its marks, since "số kế hoạch" is the plan itself. */
const COMPARED =
  /(?<!\p{L})so(?: với| sánh(?: với)?)?(?: thực hiện| số)?(?<of>(?: \p{L}+){0,3}? (?:kế hoạch|kh|chỉ tiêu|mục tiêu|dự toán|nghị quyết|nq)| (?:cùng kỳ|ck|năm trước|năm ngoái|năm 20\d\d|20\d\d))(?![\p{L}\d])/iu;

/** "TH/KH", "TH 2024/KH 2024", "Kết quả thực hiện/kế hoạch". */
const BY_PLAN =
  /(?<!\p{L})(?:thực hiện|th|kết quả|kq)(?: (?:năm )?20\d\d)?\s*\/\s*(?:kế hoạch|kh|chỉ tiêu|ct|mục tiêu|dự toán)(?!\p{L})/iu;
/** "2024/2023", "TH 2024/TH 2023", "TH/CK"; "năm học 2024/2025" is one year. */
const BY_LAST_YEAR =
  /(?<![\p{L}\d/])(?:thực hiện |th )?(?:năm )?(?:(?<year>20\d\d)|th|thực hiện)\s*\/\s*(?:(?:thực hiện |th )?(?:năm )?(?<before>20\d\d)|cùng kỳ|ck|năm trước)(?![\p{L}\d/])/iu;
function isByLastYear(words: string): boolean {
  const { groups } = BY_LAST_YEAR.exec(words) ?? {};
  if (groups === undefined) return false;
  const [year, before] = [groups['year'], groups['before']];
  return year === undefined || before === undefined || Number(year) > Number(before);
}
/** "Tỷ lệ hoàn thành", "Mức độ hoàn thành KH", "Vượt KH". */
const COMPLETED =
  /^(?:(?:(?:ty|ti) le|%|muc do|ket qua) )+(?:hoan thanh|vuot)(?: (?:kh|ke hoach|chi tieu|muc tieu).*)?\s*(?:\(?%\)?)?$|^(?:(?:khong )?hoan thanh|(?:khong )?vuot|vuot ?\/ ?khong dat) (?:kh|ke hoach|chi tieu|muc tieu)(?![a-z])/u;
/** "Tăng (+), giảm (-)", "Chênh lệch": of two other columns. */
const DIFFERENCE =
  /(?<![a-z])tang\s*(?:\(\+\))?\s*(?:[,/–-]|va|hoac)?\s*\(?giam|chenh lech|\(\s*\+\s*[,;/]?\s*[-–]\s*\)|^\+\s*\/\s*[-–]$/u;

/** A share by its own words, at the beginning or at the end: "Tỷ lệ đạt", "Kết quả (%)", "Đạt %". */
export const isShareLabel = (label: string): boolean =>
  isRateLabel(label) || /%\s*\)?$|^dat (?:ty le|ti le|%)/u.test(foldMarks(label).trim());

/** Roles by the words of a whole path, the first that fits. */
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/(?:%|ty le|ti le).*(?:kh\b|ke hoach|chi tieu giao)/u, 'shareOfPlan'],
  [/(?:%|ty le|ti le).*(?:cung ky|ck\b|nam truoc|20\d\d)/u, 'shareOfLastYear'],
  [
    /ke hoach|chi tieu giao|muc tieu|(?:^|[\s(])kh(?=$|\)| (?:nam )?20\d\d| nam| ca nam| (?:duoc )?giao| de ra| phan dau)/u,
    'plan',
  ],
  [/nam truoc|cung ky|(?:^|\s)ck(?=$| 20\d\d)/u, 'lastYear'],
];

export function roleOf(path: readonly string[]): Role | undefined {
  const words = cleanText(path.join(' '));
  const of = COMPARED.exec(words)?.groups?.['of'];
  if (of !== undefined)
    return /(?:cùng kỳ|ck|năm trước|năm ngoái|20\d\d)$/iu.test(of) ? 'shareOfLastYear' : 'shareOfPlan';
  const leaf = foldMarks(path.at(-1) ?? '').trim();
  if (BY_PLAN.test(words) || COMPLETED.test(leaf)) return 'shareOfPlan';
  if (isByLastYear(words)) return 'shareOfLastYear';
  const text = foldMarks(path.join(' '));
  const role = scoreIn(path) ?? ROLES.find(([said]) => said.test(text))?.[1];
  if (role === undefined && path.length > 1 && leaf === 'chi tieu') return 'plan';
  return isShareLabel(path.at(-1) ?? '') && (role === 'plan' || role === 'lastYear') && !isOver(path, role)
    ? role === 'plan'
      ? 'shareOfPlan'
      : 'shareOfLastYear'
    : role;
}

/** The headings say it already: "Kế hoạch › Tỷ lệ %" is a share of what was planned, not of the plan. */
const isOver = (path: readonly string[], role: Role): boolean =>
  ROLES.some(([said, one]) => one === role && said.test(foldMarks(path.slice(0, -1).join(' '))));

/** What others make up together: neither a figure of the period nor of another. */
export const isDifference = (path: readonly string[]): boolean =>
  !isShareLabel(path.at(-1) ?? '') && DIFFERENCE.test(foldMarks(path.at(-1) ?? '').trim());

/** "Điểm tự chấm", "Tổng điểm", "Thẩm định của huyện"; "Số thôn có điểm đọc", "Số hộ tự đánh giá" count things. */
const SCORE =
  /^(?:(?:tong|muc|thang|ket qua|so) )*diem(?!\S)(?! (?:doc|vui choi|sinh hoat|du lich|van hoa|buu dien|truy cap|internet|nhom|chieu|tap|cau|luyen|den|tham quan|di tich|dan cu|thong tin|tuyen truyen|trung bay|ban|dich vu|cong cong|phuc vu)\b)|^cham diem/u;
const OF_THINGS = /^(?:tong )?so (?!diem\b)|^(?:tong )?so (?:luot )?(?:ho|thon|nguoi|khu dan cu)\b/u;

function scoreIn(path: readonly string[]): Role | undefined {
  const folded = path.map((one) => foldMarks(one).trim());
  if (OF_THINGS.test(folded.at(-1) ?? '')) return undefined;
  if (folded.some((one) => /\b(?:tu cham|tu danh gia)\b/u.test(one))) return 'selfScore';
  return folded.some((one) => /\btham dinh\b/u.test(one)) ? 'appraisedScore' : undefined;
}

/** Points that the area gave itself or that others gave it: never a figure. */
export const isScore = (label: string): boolean =>
  scoreIn([label]) !== undefined || SCORE.test(foldMarks(label).trim());

/** Words of the plan and of the year before, as a whole step of a path or at its end. */
const BESIDE_WORDS =
  /\s*[-–:(]?\s*(?:thực hiện\s+|kết quả\s+|số liệu\s+)?(?:(?:số\s+)?kế hoạch(?:\s+năm(?:\s+nay)?)?|kh|chỉ tiêu(?:\s+kế hoạch)?(?=\s+(?:được\s+)?giao)|(?<=^)chỉ tiêu(?=$)|cùng kỳ(?:\s+năm trước)?|ck|năm trước)(?:\s+(?:được\s+giao|giao|đề ra|phấn đấu))?(?:\s+(?:năm\s+)?20\d\d)?\s*\)?\s*$/iu;

/**
 * The role of a column that holds another year's figure, what was planned or a share of either. `ignored`: of a time that
 * nothing is compared with.
 */
export function besideRole(path: readonly string[], asked: TimeAsked): Role | undefined {
  if (isDifference(path)) return 'ignored';
  const role = roleOf(path);
  const year = otherYear(path, asked.year);
  const isShare = isShareLabel(path.at(-1) ?? '');
  if (role === 'plan') {
    if (year !== undefined || ofOtherPart(path, asked)) return 'ignored';
    return isShare ? 'share' : role;
  }
  if (role === 'shareOfPlan' || role === 'shareOfLastYear') return role;
  const isLast = role === 'lastYear' || path.some((one) => yearAtEnd(one) === asked.year - 1);
  // "Năm trước › %": a share of the count beside it, never that count.
  if (isLast && isShare) return 'share';
  if (isLast) return ofOtherPart(path, asked) || ofTwoYears(path) ? 'ignored' : 'lastYear';
  const isOfOther = year !== undefined && path.some((one) => yearAtEnd(one) === year);
  return isOfOther || path.some(isSeveralYears) ? 'ignored' : undefined;
}

/** "Thực hiện năm 2023" ends with 2023. */
const YEAR_AT_END =
  /\s*\(?\s*(?:(?:thực hiện|kết quả|th)\s+)?(?:(?:đến\s+)?\d{1,2}\/\d{1,2}\/|năm\s+)?(20\d\d)\s*\)?$/iu;
const yearAtEnd = (text: string): number => Number(YEAR_AT_END.exec(text)?.[1] ?? 0);

/** "Gia đình văn hóa năm 2024" in a report of that year: what the figure is of. */
export const withoutYear = (path: readonly string[], year: number): readonly string[] =>
  path
    .map((one) => (yearAtEnd(one) === year ? one.replace(YEAR_AT_END, '').trim() : one))
    .filter((one) => one !== '');

/** The path without those words: what the figure is of. */
export function otherless(path: readonly string[], year: number): readonly string[] {
  const plain = path.map((one) => one.replace(BESIDE_WORDS, '').trim()).filter((one) => one !== '');
  return timeless(withoutYear(plain, year - 1));
}
