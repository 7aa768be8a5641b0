/** Of which years a table is: what its title says, else the report, else the nearest paragraph that names one. */
import type { Checking } from '../checking.js';
import type { ReadTable } from './read-table.js';

export const TITLE = /^\W*(?:bảng|biểu|phụ lục|tổng hợp|kết quả|danh sách|\(kèm theo)/iu;
const YEAR = /(?:năm |\/)((?:19|20)\d\d)(?!\d)/giu;

const yearsIn = (text: string): readonly number[] => [
  ...new Set([...text.matchAll(YEAR)].map((match) => Number(match[1]))),
];

/** `asking`: the paragraph that wants to know, which is no title of the table. Empty where nothing says it. */
export function yearsOfTable(
  { above }: ReadTable,
  { reportYear }: Pick<Checking, 'reportYear'>,
  asking?: number,
): readonly number[] {
  const others = above.filter(({ block }) => block !== asking);
  const titled = others.filter(({ text }) => TITLE.test(text)).map(({ text }) => yearsIn(text));
  const said = titled.find((years) => years.length > 0);
  if (said !== undefined) return said;
  if (reportYear !== undefined) return [reportYear];
  return others.map(({ text }) => yearsIn(text)).find((years) => years.length > 0) ?? [];
}

/** "Sáu tháng đầu năm", "đầu nhiệm kỳ", "đăng ký": not what stands at the end of the year. */
const PART_OF_YEAR =
  /(?<!\p{L})(?:(?:\d{1,2}|ba|sáu|chín) tháng(?! (?:10|11|12)(?!\d))|tháng (?:0?[1-9]|10|11)(?![\d/])|(?:đợt|lần|vòng|quý) (?:\d{1,2}|[ivx]+)|đầu (?:năm|nhiệm kỳ)|giữa năm)(?!\p{L})/u;

/** The part of the year, or the plan, that the words before a figure speak of: of another one another figure is told. */
export const timeIn = (before: string): string =>
  `${PART_OF_YEAR.exec(before)?.[0] ?? ''}${/(?<!\p{L})(?:theo kế hoạch|dự kiến|ước)(?!\p{L})/u.exec(before)?.[0] ?? ''}`;

/** Whether a figure of a table may stand for the whole year where the words before it, or its title, speak of a part. */
export const isPartOfYear = (before: string, { above }: ReadTable, asking: number): boolean =>
  PART_OF_YEAR.test(before) &&
  !above.some(({ text, block }) => block !== asking && PART_OF_YEAR.test(text.toLowerCase()));
