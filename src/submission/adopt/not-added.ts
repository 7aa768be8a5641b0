/**
 * Figures that a form asks for and that no sum means anything of: averages, figures for each person or household, ranks,
 * scores, years. Each unit's own is kept and shown.
 */
import { hasNoMarks } from '../../units/names/unit-name-key.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { isScore } from './column-roles.js';

/** With its marks where any are typed: "buôn bán kinh doanh", "mất do tai nạn" and "Cựu chiến binh quận" are other words. */
interface Wording {
  readonly marked: RegExp;
  readonly unmarked: RegExp;
}

const isSaid = ({ marked, unmarked }: Wording, label: string): boolean =>
  hasNoMarks(label)
    ? unmarked.test(foldMarks(label))
    : marked.test(cleanText(label).normalize('NFC').toLowerCase());

const MEAN: Wording = { marked: /(?<!\p{L})bình quân(?!\p{L})/u, unmarked: /\bbinh quan\b/u };
/** What is measured and no sum of anything; "Số vụ vi phạm khoảng cách" counts. */
const MEASURE: Wording = {
  marked: /(?<!\p{L})(?:mật độ|bán kính|khoảng cách|chỉ số|hệ số|đơn giá|tuổi thọ|nhiệt độ)(?!\p{L})/u,
  unmarked: /\b(?:mat do|ban kinh|khoang cach|chi so|he so|don gia|tuoi tho|nhiet do)\b/u,
};
const OF_A_NUMBER = /^(?:tong )?so /u;
/** "Độ tuổi kết hôn"; those "trong độ tuổi lao động" are counted. */
const AGE = /^do tuoi(?: ket hon)?$/u;
const AVERAGE =
  /\b(?:thu nhap|diem|tuoi|nang suat|muc (?:song|thu|chi))(?: [a-z]+){0,3} (?:trung binh|dau nguoi)\b|\btrung binh (?:moi|mot|cong)\b|\btrung binh ?\//u;
/** "Số hộ có thu nhập trên mức bình quân" counts, and so does "Hộ nghèo đa chiều theo chỉ số …". */
const COUNTED =
  /^(?:(?:tong )?so (?:luong )?|ty le )?(?:ho|nguoi|thon|to dan pho|khu dan cu|xa|phuong|co quan|don vi|cau lac bo|gia dinh|nha|cong trinh)\b.*\b(?:co|dat|duoc|tren|duoi|theo|bang|chua|thuoc|ngheo)\b/u;
const RANK = /^(?:xep (?:hang|thu|vi thu)|thu hang|vi thu)(?![a-z])/u;
/** What is given a rank by law is counted: "Di tích › Xếp hạng cấp tỉnh". */
const RANKED = /\b(?:di tich|di san|co so|khach san|nha nghi|nghe nhan|san pham|ocop)\b/u;
const YEARS = /^so nam\b(?! hoc)|\(\s*nam\s*\)$/u;
/** "triệu đồng/người/năm", "người/hộ", "người/km2"; not "hộ/khẩu" or "CLB/người", which are two figures. */
const FOR_EACH =
  /^(?!(?:ho|gia dinh|thon|to|xa|nhom|clb|cau lac bo|doi|lop|vu|cuoc|buoi|hoi nghi|mo hinh|giai)\b).*\/\s*(?:nguoi|ho|khau|dau nguoi|km2|km²|m2|m²|ha)(?![a-z])/u;

/** What the figure is, for which it is not added; undefined where it adds up. */
export function notAdded(path: readonly string[], unit: string | undefined): 'average' | 'whole' | undefined {
  const all = foldMarks(path.join(' '));
  const said = (path.at(-1) ?? '').replace(/^\s*[-–+]\s*/u, '');
  const label = foldMarks(said).trim();
  const measure = foldMarks(unit ?? '').trim();
  if (COUNTED.test(label)) return undefined;
  const isMeasured = isSaid(MEASURE, said) && !OF_A_NUMBER.test(label);
  if (isMeasured || isSaid(MEAN, said) || AVERAGE.test(label) || AGE.test(label)) return 'average';
  if (FOR_EACH.test(measure) || isScore(label)) return 'average';
  if (RANK.test(label) && !RANKED.test(all)) return 'whole';
  return YEARS.test(label) || measure === 'nam' || measure === 'tuoi' ? 'whole' : undefined;
}
