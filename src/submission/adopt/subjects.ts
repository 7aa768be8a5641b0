/**
 * Whom a title or a count is of: families, areas, agencies. "Số năm liên tục" and "Đăng ký" say it of none by themselves;
 * the heading over them does, and what it is said of one is not said of another.
 */
import type { FieldDefinition, FormDefinition } from '../../model.js';
import { cleanText } from '../../values/vietnamese-text.js';

/** With their marks: "họ" and "hồ" are no "hộ". */
const SUBJECTS: readonly (readonly [subject: string, words: RegExp])[] = [
  ['family', /(?<!\p{L})(?:gia đình|hộ|gđvh)(?!\p{L})/iu],
  [
    'area',
    /(?<!\p{L}|nhà văn hóa )(?:thôn|xóm|bản|buôn|ấp|làng|khóm|khối|tổ dân phố|tdp|khu phố|khu dân cư|kdc)(?!\p{L})/iu,
  ],
  ['agency', /(?<!\p{L})(?:cơ quan|doanh nghiệp|công sở|trường học)(?!\p{L})/iu],
  ['commune', /(?<!\p{L})(?:xã|phường|thị trấn)(?!\p{L}).*(?:tiêu biểu|chuẩn|văn minh|nông thôn mới)/iu],
  ['street', /(?<!\p{L})(?:tuyến phố|đường phố|tuyến đường)(?!\p{L})/iu],
  [
    'other',
    /(?<!\p{L})(?:nhà văn hóa|thiết chế|câu lạc bộ|clb|hương ước|quy ước|chợ|tộc họ|dòng họ|nhà trọ|mô hình|người|việc cưới|đám cưới|việc tang|đám tang|lễ hội|di tích|chi bộ|đảng viên|hội viên|phụ nữ|thanh niên|học sinh|cán bộ|trẻ em|hòa giải|văn nghệ)(?!\p{L})/iu,
  ],
];

/** What says how figures are counted, or who sends them, and not of whom they are. */
const NO_SUBJECT = /^\(?\s*(?:đơn vị(?: tính)?|đvt|cơ quan (?:báo cáo|lập biểu|chủ trì))\s*:/iu;

const subjectsOf = (text: string): readonly string[] => {
  const words = cleanText(text).normalize('NFC');
  return NO_SUBJECT.test(words) ? [] : SUBJECTS.flatMap(([subject, of]) => (of.test(words) ? [subject] : []));
};

const NO_PLACES: readonly string[] = ['agency', 'street', 'other'];

/** A title: "Thôn, tổ dân phố văn hóa"; "Thôn, tổ dân phố" alone heads whatever there is in it. */
const TITLED = /văn hóa|danh hiệu|gđvh|tiêu biểu/iu;

/**
 * Whether the headings name others than whom the field is of, and its label names nobody: "Số năm liên tục" of areas
 * below "Gia đình văn hóa". Only of titles, which are given to several.
 */
export function isOfOtherSubject(
  path: readonly string[],
  { group }: FieldDefinition,
  { groups }: Pick<FormDefinition, 'groups'>,
): boolean {
  const of = groups.find(({ id }) => id === group)?.label ?? '';
  if (!TITLED.test(of)) return false;
  const own = subjectsOf(of);
  const over = path.slice(0, -1).flatMap((heading) => {
    const named = subjectsOf(heading);
    return named.every((one) => one === 'area') && !TITLED.test(heading) && !own.includes('area')
      ? []
      : named;
  });
  if (over.length === 0 || over.some((one) => own.includes(one))) return false;
  // "Mô hình › Hộ đăng ký", "Cơ quan › Hộ không xét": households, and not those of the title; "Thiết chế › Nhà văn hóa" is
  // what both say, and "Thôn › Hộ đăng ký", "Xã nông thôn mới › Hộ đạt" say where they are.
  const said = subjectsOf(path.at(-1) ?? '');
  return (
    said.length === 0 ||
    (said.every((one) => one === 'family') && over.every((one) => NO_PLACES.includes(one)))
  );
}
