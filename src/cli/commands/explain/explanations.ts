/** The catalogue of findings as pages to read: one entry in full, or the list of all, grouped by number. */
import { CATALOGUE } from '../../../findings/catalogue/catalogue.js';
import type { FindingEntry } from '../../../findings/catalogue/define.js';
import { hanging, wrapWords } from '../../screen/wrap-text.js';
import { finding, NOWHERE } from '../../../findings/finding.js';
import type { FindingText } from '../../../admission/finding-texts.js';
import { loadExplanations } from '../../../office/load-explanations.js';
import { nearestWord } from '../../../values/nearest-word.js';
import type { CommandCall, Outcome } from '../../command.js';
import { SEVERITY_WORDS } from '../../../findings/severity-words.js';
import { failWith } from '../../screen/answer.js';
import { asCalled } from '../../screen/as-called.js';
import { withNamedPathsShown } from '../../screen/shown-path.js';

export interface NumberedEntry extends FindingEntry {
  readonly code: string;
}

/** Groups by the first digit of the number. */
const GROUPS: Readonly<Record<string, string>> = {
  '1': 'Tệp (VH1xx)',
  '2': 'Trang và bố cục biểu (VH2xx)',
  '3': 'Ô và dòng số liệu (VH3xx)',
  '4': 'Dòng cộng, số tổng (VH4xx)',
  '5': 'Đơn vị và lần nộp (VH5xx)',
  '6': 'Biến động và tính hợp lý của số liệu (VH6xx)',
  '7': 'Bộ tiêu chí, cấu hình, danh mục đơn vị (VH7xx)',
  '8': 'Mẫu và tệp kết quả (VH8xx)',
  '9': 'Chương trình và dòng lệnh (VH9xx)',
};

/** All entries in the order of their numbers. */
export function catalogueEntries(): readonly NumberedEntry[] {
  return Object.entries<FindingEntry>(CATALOGUE)
    .map(([code, entry]) => ({ code, ...entry }))
    .sort((left, right) => left.number.localeCompare(right.number));
}

/** Parameters are shown as something to be filled in; one after the full stop is a remark that may be absent. */
const plain = (sentence: string): string =>
  sentence.replace(/(?<=\.) ?\{\w+\}$/u, '').replace(/\{\w+\}/gu, '…');

/** One entry in full. */
export function entryText(entry: NumberedEntry & FindingText, columns: number): string {
  const part = (title: string, text: string): string =>
    [title, ...wrapWords(withNamedPathsShown(text), columns - 2).map((line) => `  ${line}`)].join('\n');
  return [
    `${entry.number}  ${SEVERITY_WORDS[entry.severity]}  (${entry.code})`,
    ...wrapWords(withNamedPathsShown(plain(entry.message)), columns),
    '',
    part('Nguyên nhân', entry.cause),
    part('Ví dụ', entry.example),
    part('Cách sửa', asCalled(entry.remedy)),
    part('Việc cần làm ngay', asCalled(plain(entry.hint))),
  ].join('\n');
}

/** All entries, a line each, under the headings of their groups. */
export function listText(entries: readonly NumberedEntry[], columns: number): string {
  const lines: string[] = [];
  let group = '';
  for (const entry of entries) {
    const first = entry.number.charAt(2);
    if (first !== group) {
      group = first;
      if (lines.length > 0) lines.push('');
      lines.push(GROUPS[group] ?? `VH${group}xx`);
    }
    lines.push(hanging(`  ${entry.number}  `, withNamedPathsShown(plain(entry.message)), columns));
  }
  return [...lines, '', asCalled('Xem một mã: tdkvh explain VH…')].join('\n');
}

/** The body of `tdkvh explain`: one entry, or the list of all. */
export async function explain(call: CommandCall): Promise<Outcome> {
  const { args, options, terminal } = call;
  const [wanted] = args;
  const entries = catalogueEntries();
  if (wanted === undefined) {
    const list = entries.map(({ code, number, severity, message }) => ({ number, code, severity, message }));
    terminal.out(
      options.flag('json')
        ? JSON.stringify({ schema: 'tdkvh/explanations@1', findings: list }, null, 2)
        : listText(entries, terminal.columns),
    );
    return { findings: [] };
  }
  const typed = wanted.trim().toLowerCase();
  const entry = entries.find(({ code, number }) => code === typed || number.toLowerCase() === typed);
  if (entry === undefined) {
    const known = entries.flatMap(({ code, number }) => [number, code]);
    const nearest = nearestWord(wanted, known) ?? known[0] ?? '';
    const findings = [finding('cli/unknown-code', NOWHERE, { code: wanted, nearest })];
    return failWith(findings, call);
  }
  const { texts, findings } = await loadExplanations();
  const text = texts?.get(entry.code);
  if (text === undefined) return failWith(findings, call);
  const page = { ...entry, ...text };
  terminal.out(
    options.flag('json')
      ? JSON.stringify({ schema: 'tdkvh/explanation@1', ...page }, null, 2)
      : entryText(page, terminal.columns),
  );
  return { findings: [] };
}
