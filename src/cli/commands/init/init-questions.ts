/** The questions of `tdkvh init`: each answer is understood or asked again, and shown before anything is written. */
import type { Period, Registry, UnitVersion } from '../../../model.js';
import { formatDate } from '../../../values/number-format.js';
import { unitsAt } from '../../../units/unit-dates.js';
import { unitFullName } from '../../../units/names/unit-name.js';
import { foldMarks } from '../../../values/vietnamese-text.js';
import { parseDay } from '../../../values/calendar-day.js';
import { defaultReferenceDate, parsePeriod } from '../../../workspace/period.js';
import { askUntil, type Conversation } from '../../screen/ask.js';
import { chooseUnit } from './find-unit.js';
import { placeText } from '../units/unit-pages.js';
import { defined } from '../../../values/defined.js';
import { asCalled } from '../../screen/as-called.js';
import { shownPath } from '../../screen/shown-path.js';

export interface InitAnswers {
  readonly period?: string;
  readonly unit?: string;
  readonly deadline?: string;
  readonly folder?: string;
}

export interface InitContext {
  readonly registry: Registry;
  /** ISO; only proposes a year. */
  readonly today: string;
  readonly level?: string;
  readonly referenceDate?: string;
  /** What is in the way in a folder, if anything. */
  readonly occupant: (folder: string) => Promise<string | undefined>;
}

/** Asks for what was not given. Undefined when the person has ended the talk. */
export async function askInit(
  conversation: Conversation,
  given: InitAnswers,
  context: InitContext,
): Promise<InitAnswers | undefined> {
  conversation.say('Tạo thư mục cho một kỳ báo cáo. Nhấn Enter để nhận giá trị trong [ ], Ctrl+C để dừng.');
  const period = given.period ?? (await askPeriod(conversation, context.today));
  if (period === undefined) return undefined;
  const parsed = parsePeriod(period);
  const date = context.referenceDate ?? (parsed === undefined ? undefined : defaultReferenceDate(parsed));
  // A wrong option is told by the plan, together with everything else.
  if (date === undefined) return { ...given, period };
  const unit = given.unit ?? (await askUnit(conversation, context, date));
  if (unit === undefined) return undefined;
  const deadline = given.deadline ?? (await askDeadline(conversation));
  if (deadline === undefined) return undefined;
  const folder = given.folder ?? (await askFolder(conversation, period, context));
  if (folder === undefined) return undefined;
  return { period, unit, folder, ...(deadline === '' ? {} : { deadline }) };
}

async function askPeriod(conversation: Conversation, today: string): Promise<string | undefined> {
  // The yearly report is written at the end of the year and in the weeks after it.
  const [year = '', month = ''] = today.split('-');
  const proposal = month <= '03' ? String(parseInt(year, 10) - 1) : year;
  const question = { text: 'Kỳ báo cáo (ví dụ 2024; 6 tháng 2025; đăng ký 2025)', proposal };
  const asked = await askUntil(conversation, question, (answer) => {
    const period = periodOfWords(answer);
    return period === undefined
      ? { again: 'Chưa hiểu. Ghi năm bằng 4 chữ số, thêm “6 tháng” hoặc “đăng ký” nếu không phải cả năm.' }
      : { value: period.id };
  });
  return asked?.value;
}

/** `2025-H1`, "6 tháng đầu năm 2025", "đăng ký 2025", "năm 2024". */
export function periodOfWords(text: string): Period | undefined {
  const words = foldMarks(text);
  const years = words.match(/\b20\d{2}\b/gu) ?? [];
  const [year] = years;
  if (year === undefined || years.length > 1) return parsePeriod(text);
  const rest = words
    .replace(year, ' ')
    .replace(/[-–/.,]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (/^(?:nam|ca nam)?$/u.test(rest)) return parsePeriod(year);
  if (/^(?:h1|(?:6|sau) thang(?: dau)?(?: nam)?)$/u.test(rest)) return parsePeriod(`${year}-H1`);
  if (/^(?:dk|dang ky(?: nam)?)$/u.test(rest)) return parsePeriod(`${year}-DK`);
  return undefined;
}

async function askUnit(
  conversation: Conversation,
  { registry, level }: InitContext,
  date: string,
): Promise<string | undefined> {
  const units = unitsAt(registry.units, date);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const line = (unit: UnitVersion): string => {
    const place = placeText(unit, byCode);
    return `${unitFullName(unit)} (mã ${unit.code})${place === '' ? '' : `, ${place}`}`;
  };
  let listed: readonly UnitVersion[] = [];
  const question = { text: 'Đơn vị tổng hợp báo cáo: tên hoặc mã (ví dụ tỉnh Bắc Ninh)' };
  const asked = await askUntil(conversation, question, (answer) => {
    const chosen = listed[parseInt(answer, 10) - 1];
    if (/^\d$/u.test(answer) && chosen !== undefined) return { value: chosen };
    const choice = answer === '' ? undefined : chooseUnit(answer, units, date, level);
    if (choice === undefined) return { again: 'Ghi tên hoặc mã đơn vị, có thể gõ không dấu.' };
    if (choice.kind === 'one') return { value: choice.unit };
    const all = choice.kind === 'several' ? choice.candidates : choice.suggestions;
    listed = all.slice(0, MOST_LISTED);
    const numbered = listed.map((unit, index) => `    ${index + 1}  ${line(unit)}`);
    const more = all.length > listed.length ? [`    … và ${all.length - listed.length} đơn vị khác`] : [];
    const head =
      choice.kind === 'several'
        ? `Có ${all.length} đơn vị tên “${answer}”:`
        : `Không có đơn vị “${answer}” đến ngày ${formatDate(date)}${listed.length > 0 ? '; có phải:' : '.'}`;
    const how =
      listed.length > 0
        ? '  Gõ số thứ tự, hoặc ghi tên kèm cấp trên, ví dụ: xã An Bình, tỉnh Cần Thơ.'
        : asCalled('  Ghi đủ tên, hoặc tìm mã trước bằng: tdkvh units find TÊN');
    return { again: [head, ...numbered, ...more, how].join('\n') };
  });
  if (asked === undefined) return undefined;
  conversation.say(`  → ${line(asked.value)}`);
  return asked.value.code;
}

const MOST_LISTED = 9;

async function askDeadline(conversation: Conversation): Promise<string | undefined> {
  const question = { text: 'Hạn nộp của cấp xã, ví dụ 28/11/2024 (Enter nếu chưa định)' };
  const asked = await askUntil(conversation, question, (answer) =>
    answer === '' || parseDay(answer) !== undefined
      ? { value: answer }
      : { again: 'Chưa hiểu. Ghi ngày/tháng/năm, ví dụ 28/11/2024, hoặc Enter để bỏ qua.' },
  );
  return asked?.value;
}

async function askFolder(
  conversation: Conversation,
  period: string,
  { occupant }: InitContext,
): Promise<string | undefined> {
  for (let proposal: string | undefined = period; ; proposal = undefined) {
    const question = { text: 'Tên thư mục sẽ tạo', ...defined({ proposal }) };
    const folder = await conversation.ask(question);
    if (folder === undefined) return undefined;
    const inTheWay = folder === '' ? undefined : await occupant(folder);
    if (folder !== '' && inTheWay === undefined) return folder;
    if (inTheWay !== undefined)
      conversation.say(`  Thư mục “${shownPath(folder)}” đã có nội dung (${inTheWay}). Ghi tên khác.`);
  }
}

/** Yes, unless the person says otherwise; undefined answers are a no. */
export async function confirmed(conversation: Conversation, text: string): Promise<boolean> {
  const asked = await askUntil(conversation, { text, proposal: 'có' }, (answer) => {
    const word = foldMarks(answer);
    if (['co', 'c', 'y', 'yes', 'u'].includes(word)) return { value: true };
    if (['khong', 'k', 'n', 'no'].includes(word)) return { value: false };
    return { again: 'Gõ “có” hoặc “không”.' };
  });
  return asked?.value ?? false;
}
