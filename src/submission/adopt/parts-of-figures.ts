/**
 * Headers that say what a figure is split by, or that another thing is measured: "Nữ", "Kinh", "Hộ nghèo", "Công lập",
 * "Điểm tối đa". No commune and no area is called so; all else may be a name.
 */
import { cleanText } from '../../values/vietnamese-text.js';
import { totalWord } from '../layout/row-words.js';

const wordsOf = (header: string): string =>
  cleanText(header)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s*\([^()]*\)\s*$/u, '')
    .replace(/^(?:trong đó|chia ra)\s*:\s*/u, '');

/**
 * What a figure is split by, or another figure of the same line: left out it is no unit's figure that is lost. With marks,
 * since "Sơ Pai" and "Cổ Loa" are communes.
 */
const PARTS =
  /^(?:(?:nam|nữ|tốt|khá|trung bình|yếu|kém|đạt|không đạt|có|không|chưa|mới|cũ|khác|tập thể|cá nhân|gia đình|tăng|giảm|tăng,? giảm|(?:khu vực )?(?:đô thị|thành thị|nông thôn|miền núi|đồng bằng|hải đảo)|(?:cấp|dưới|trên|ngoài) (?:tỉnh|huyện|xã|thôn))|(?:quý|đợt|lần) (?:[ivx]+|\d+)|tháng \d+|\d+ tháng.*|(?:trong đó|chia ra|dân tộc|lần đầu|ước|dự kiến|đăng ký|đề nghị|công nhận|so (?:với|sánh)|diện tích|tổng|số)(?:[ :(,].*)?)$/u;

/** Kinds of households, owners, people, sources and scores: after their first word they go on as common words do. */
const KINDS =
  /^(?:(?:hộ|nhóm hộ) (?:nghèo|cận nghèo|mới thoát|thoát|khá|giàu|trung bình|chính sách|có|là|không|được|dân tộc|đồng bào|kinh doanh|gia đình|nông|phi nông|đạt|đăng ký|thuộc|đơn thân|người)(?![\p{L}]).*|hộ|(?:ngoài |dân |bán |hệ )?công lập|dân lập|tư thục|tư nhân|nhà nước|ngoài nhà nước|xã hội hóa|(?:điểm|thang điểm|mức điểm|mức) (?:tối đa|tối thiểu|chuẩn|cộng|trừ|thưởng|tự chấm|thẩm định|đạt|chấm|quy định|xã|số|bình quân|trung bình)(?![\p{L}]).*|thang điểm|(?:ngân sách|kinh phí|vốn|nguồn)(?: \p{L}+)*|(?:người|trẻ em|phụ nữ|thanh niên|hội viên|đảng viên|học sinh)(?: \p{Ll}+)*|(?:dưới|trên|từ) \d.*|\d+ ?[-–] ?\d+ tuổi|(?:độ|nhóm) tuổi.*|(?:loại|hạng|nhóm|mức|cấp(?: độ)?|bậc) (?:[a-d]|[ivx]+|\d+)|(?:dân tộc )?(?:thiểu số|ít người)|(?:tôn giáo|công giáo|phật giáo|tin lành|cao đài|không theo đạo)|(?:trong|ngoài) (?:nước|tỉnh|xã|huyện|thôn|địa bàn)|(?:trung ương|tỉnh|huyện|xã|thôn) (?:cấp|hỗ trợ|quản lý|giao))$/u;

/** The ethnic groups of the country; one of them alone may be a village, all columns together are none. */
const ETHNIC = new Set(
  "kinh|việt|tày|thái|mường|khmer|khơ me|hoa|nùng|mông|hmông|h’mông|h'mông|dao|gia rai|jrai|ê đê|êđê|ba na|bana|xơ đăng|sán chay|cao lan|sán chỉ|cơ ho|k’ho|k'ho|chăm|sán dìu|hrê|ra glai|raglai|mnông|m’nông|m'nông|thổ|xtiêng|s’tiêng|s'tiêng|khơ mú|bru vân kiều|bru - vân kiều|bru-vân kiều|vân kiều|cơ tu|giáy|tà ôi|mạ|giẻ triêng|giẻ-triêng|co|cor|chơ ro|xinh mun|hà nhì|chu ru|lào|la chí|kháng|phù lá|la hủ|la ha|pà thẻn|lự|ngái|chứt|lô lô|mảng|cơ lao|bố y|cống|si la|pu péo|brâu|ơ đu|rơ măm|khác|dân tộc khác".split(
    '|',
  ),
);

/** A part of the figure, or a figure of another kind, for all that is called like it. */
export const isPart = (header: string): boolean => {
  const words = wordsOf(header);
  return PARTS.test(words) || KINDS.test(words);
};

/** "Kinh", "Hoa", "Khác": two columns at least, and nothing else among them. */
export const areEthnic = (headers: readonly string[]): boolean =>
  headers.length > 1 && headers.every((one) => ETHNIC.has(wordsOf(one).replace(/^dân tộc (?!khác)/u, '')));

/** Below the heading of a part: "Hộ nghèo › Thực hiện". */
export const isUnderPart = (path: readonly string[]): boolean =>
  path.slice(0, -1).some((one) => totalWord(one) === undefined && isPart(one) && !NO_PART.test(wordsOf(one)));
/** What is asked of every line stands over all of its columns. */
const NO_PART =
  /^(?:tổng|số|đạt|đăng ký|đề nghị|công nhận|ước|dự kiến|chia ra|so |\d+ tháng|quý|tháng|gia đình$)/u;
