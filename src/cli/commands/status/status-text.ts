/** What `status` prints: the day it counts from, a line per sender, whom to call first, the reminders, what to do next. */
import { formatDate } from '../../../values/number-format.js';
import type {
  DatedStatus,
  FixFirstEntry,
  SenderStatus,
  StatusDocument,
  TrackingState,
} from '../../../model.js';
import { effectWords } from '../../../reports/deadline/status-table.js';
import { daysToWords, debtWords, stateWords, timingWords } from '../../../reports/deadline/timing-words.js';
import type { Prose } from '../../../reports/prose/prose.js';
import { safeText } from '../../../values/safe-text.js';
import { hanging, padTo, widthOf, wrapWords } from '../../screen/wrap-text.js';
import { largest } from '../../../values/of-many.js';
import { shownPath } from '../../screen/shown-path.js';
import { asCalled } from '../../screen/as-called.js';
import { nextSteps, type NextStep } from '../../screen/next-steps.js';

export interface StatusShown {
  readonly status: DatedStatus;
  readonly first: readonly FixFirstEntry[];
  readonly reminders: readonly { readonly name: string; readonly text: string }[];
  /** Files written on request. */
  readonly files: readonly string[];
  readonly columns: number;
  readonly quiet: boolean;
}

const GAP = 2;
/** Files of nobody; a screen of more is read by nobody. */
const SHOWN_FILES = 50;
const HEADINGS = ['Đơn vị', 'Tình trạng', 'Thời hạn', 'Còn phải làm'] as const;

export function statusText(prose: Prose, shown: StatusShown): string {
  const { status, reminders, files, columns, quiet } = shown;
  const last = countsLine(prose, status);
  if (quiet) return last;
  const senders = [...status.units, ...status.agencies];
  return [
    hanging('', dayLine(prose, status), columns),
    '',
    table([[...HEADINGS], ...senders.map((sender) => cellsOf(prose, sender))], columns),
    ...filesLines(prose, status, columns),
    ...firstLines(prose, shown),
    ...reminders.flatMap(({ text }) => ['', safeLines(text)]),
    '',
    ...(files.length === 0
      ? []
      : [hanging('Đã ghi: ', safeText(files.map((file) => shownPath(file)).join(', ')), columns)]),
    nextSteps([stepAfter(status, reminders.length > 0)], columns),
    hanging('', last, columns),
  ].join('\n');
}

function dayLine({ say }: Prose, { asOf, deadlines: { commune, agency }, daysLeft }: DatedStatus): string {
  const left = daysLeft === undefined ? '' : ` (${daysToWords(say, daysLeft)})`;
  const communes = commune === undefined ? '' : `; hạn nộp của cấp xã: ${formatDate(commune)}${left}`;
  const agencies =
    agency === undefined || agency === commune ? '' : `; của cơ quan thành viên: ${formatDate(agency)}`;
  return `Tính đến ngày ${formatDate(asOf)}${communes}${agencies}.`;
}

const cellsOf = ({ say }: Prose, sender: SenderStatus): readonly string[] => [
  safeText(sender.name),
  stateWords(say, sender.state),
  timingWords(say, sender.state, sender.timing),
  debtWords(say, sender),
];

/** Columns as wide as their content up to a limit; the last one takes the rest, and long cells go on below. */
function table(rows: readonly (readonly string[])[], columns: number): string {
  const limits = [22, 16, 17];
  const widths = limits.map((limit, column) =>
    Math.min(limit, largest(rows.map((row) => widthOf(row[column] ?? '')))),
  );
  const used = widths.reduce((sum, width) => sum + width + GAP, 0);
  widths.push(Math.max(16, columns - used));
  return rows
    .flatMap((row) => {
      const cells = row.map((cell, column) => wrapWords(cell, widths[column] ?? columns));
      const height = largest(
        cells.map((lines) => lines.length),
        1,
      );
      return Array.from({ length: height }, (_, line) =>
        cells
          .map((lines, column) => padTo(lines[line] ?? '', widths[column] ?? 0))
          .join(' '.repeat(GAP))
          .trimEnd(),
      );
    })
    .join('\n');
}

function filesLines({ say }: Prose, { files }: StatusDocument, columns: number): readonly string[] {
  if (files.length === 0) return [];
  const rest = files.length - SHOWN_FILES;
  return [
    '',
    'Tệp không tính:',
    ...files
      .slice(0, SHOWN_FILES)
      .map(({ file, state }) =>
        hanging('  ', `${safeText(shownPath(file))}: ${say(`state.${state}`, {}).toLowerCase()}`, columns),
      ),
    ...(rest > 0
      ? [
          hanging(
            '  ',
            asCalled(`… và ${rest} tệp khác; tdkvh aggregate ghi danh sách vào results.json`),
            columns,
          ),
        ]
      : []),
  ];
}

function firstLines(prose: Prose, { first, columns }: StatusShown): readonly string[] {
  if (first.length === 0) return [];
  return [
    '',
    'Gọi trước (theo mức ảnh hưởng đến tỷ lệ chung):',
    ...first.map((entry, index) => {
      const [effect] = entry.effects;
      const words = [
        `${safeText(entry.name)}${entry.contact === undefined ? '' : ` (${safeText(entry.contact)})`}`,
        prose.say(`why.${entry.reason}`, {}),
        ...(effect === undefined ? [] : [effectWords(prose, effect)]),
      ];
      return hanging(`${String(index + 1).padStart(3)}. `, words.join('; '), columns);
    }),
  ];
}

const safeLines = (text: string): string => text.split('\n').map(safeText).join('\n');

const COUNTED: readonly TrackingState[] = ['passed', 'toConfirm', 'mustCorrect', 'documentOnly', 'notSent'];

/** "14 đơn vị: 9 đạt; 2 cần xác nhận; 2 phải sửa; 1 chưa gửi." */
function countsLine({ say }: Prose, { counts, units, agencies }: StatusDocument): string {
  const came = agencies.filter(({ state }) => state !== 'notSent').length;
  const beside = agencies.length === 0 ? '' : ` Cơ quan thành viên: ${came}/${agencies.length} đã gửi.`;
  const parts = COUNTED.filter((state) => counts[state] > 0).map(
    (state) => `${counts[state]} ${say(`state.${state}`, {}).toLowerCase()}`,
  );
  return `${units.length} đơn vị: ${parts.join('; ')}.${beside}`;
}

function stepAfter({ counts }: StatusDocument, reminded: boolean): NextStep {
  if (counts.mustCorrect + counts.toConfirm > 0)
    return { text: 'lập đề nghị sửa gửi từng đơn vị', run: 'return' };
  if (counts.notSent + counts.documentOnly > 0 && !reminded)
    return { text: 'in nội dung nhắc từng đơn vị chưa gửi', run: 'status --remind' };
  return { text: 'lập bảng tổng hợp và báo cáo', run: 'aggregate' };
}
