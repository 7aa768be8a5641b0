/** What `aggregate` says at the end: what was read, who is missing, headline figures, files written, what to do next. */
import { printedRate } from '../../../measures/printed-rate.js';
import { formatCount, formatPercent, formatScaled } from '../../../values/number-format.js';
import { isStandingError } from '../../../findings/acceptance.js';
import { countOf } from '../../../findings/fold.js';
import type { Finding, IndicatorRecord, MeasureRecord, ResultsDocument } from '../../../model.js';
import { unitWords } from '../../../reports/prose/frame.js';
import { safeText } from '../../../values/safe-text.js';
import { textTable } from '../../screen/text-table.js';
import { hanging, padTo, widthOf, wrapWords } from '../../screen/wrap-text.js';
import { unitFullName, unitName } from '../../../units/names/unit-name.js';
import { upperFirst } from '../../../values/vietnamese-text.js';
import { largest } from '../../../values/of-many.js';
import { nextSteps, type NextStep } from '../../screen/next-steps.js';
import { shownPath } from '../../screen/shown-path.js';

export interface SummaryOptions {
  readonly findings: readonly Finding[];
  /** Names of the files written; empty when writing failed. */
  readonly outputs: readonly string[];
  readonly folder: string;
  readonly draft: boolean;
  /** Period, unit and set come from the files, so they are said first. */
  readonly derived: boolean;
  readonly quiet: boolean;
  readonly columns: number;
}

/** The same facts for `--json`. */
export function summaryFacts(results: ResultsDocument): Readonly<Record<string, unknown>> {
  const { expected, missing } = coverageOf(results);
  return {
    period: results.period.id,
    unit: results.unit,
    criteria: results.criteria.id,
    complete: results.complete,
    final: results.final,
    conservation: results.conservation,
    coverage: { reported: expected - missing.length, expected, missing: missing.map(({ code }) => code) },
  };
}

/**
 * The text, most important line last. Of a set that was not written no figure is told: the reason, which comes after
 * this, would be gone from the window with them.
 */
export function runSummary(results: ResultsDocument, options: SummaryOptions): string {
  const last = lastLine(results, options);
  if (options.quiet) return last;
  const { columns, folder, outputs } = options;
  const wrap = (lead: string, text: string): string => hanging(lead, safeText(text), columns);
  const read = [
    ...(options.derived ? [wrap('', derivedLine(results))] : []),
    wrap('', conservationLine(results)),
    wrap('', coverageLine(results)),
  ];
  if (outputs.length === 0) return [...read, wrap('', last)].join('\n');
  return [
    ...read,
    ...headlines(results, columns),
    wrap('Đã ghi vào ', `“${shownPath(folder)}”: ${shownPath(shownOutputs(outputs))}`),
    nextSteps(stepsAfter(results, options), columns),
    wrap('', last),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Files by name, those of a folder counted. */
function shownOutputs(outputs: readonly string[]): string {
  const folders = new Map<string, number>();
  for (const name of outputs) {
    const cut = name.indexOf('/');
    const shown = cut < 0 ? name : name.slice(0, cut + 1);
    folders.set(shown, (folders.get(shown) ?? 0) + 1);
  }
  return [...folders]
    .map(([name, count]) => (name.endsWith('/') ? `${name} (${formatCount(count)} tệp)` : name))
    .join(', ');
}

function derivedLine(results: ResultsDocument): string {
  const root = results.units.find(({ code }) => code === results.unit);
  const name = root === undefined ? results.unit : unitFullName(root);
  return `Xác định từ các tệp và tùy chọn: ${name} (mã ${results.unit}), kỳ ${results.period.id}, bộ tiêu chí ${results.criteria.id}.`;
}

/** Every file ends in one state, and the equation is shown. */
function conservationLine({ conservation: { files, parts } }: ResultsDocument): string {
  const { total, used, superseded, duplicate, rejected, skipped, unattributed } = files;
  return (
    `Đã nhận ${total} tệp = ${used} dùng + ${superseded} bị thay thế + ${duplicate} trùng` +
    ` + ${rejected} bị loại + ${skipped} bỏ qua + ${unattributed} chưa rõ đơn vị (${parts.total} biểu).`
  );
}

function coverageOf(results: ResultsDocument) {
  const leaves = results.units.filter((unit) => unit.leaf && unit.status !== 'notDue');
  const missing = leaves.filter(({ status }) => status === 'missing' || status === 'documentOnly');
  return { leaves, expected: leaves.length, missing };
}

function coverageLine(results: ResultsDocument): string {
  const { leaves, expected, missing } = coverageOf(results);
  const words = unitWords(leaves);
  const names = missing.map((unit) => unitName(unit)).join(', ');
  const reported = `Có số liệu của ${expected - missing.length}/${expected} ${words}`;
  return missing.length === 0 ? `${reported}.` : `${reported}; chưa có: ${names}.`;
}

/** No rate of a title while its decisions are pending. */
const PENDING = 'chờ quyết định';
const COVERAGE_NOTE = '  Trong ngoặc: số đơn vị có đủ số liệu của chỉ tiêu / số đơn vị phải báo cáo.';
/** The same where an indicator does not apply to some units (“x”). */
const OUTSIDE_NOTE = '  Trong ngoặc: số đơn vị có đủ số liệu của chỉ tiêu / số đơn vị thuộc diện báo cáo.';

/** At registration the rates it asks for stand where the titles are at the end of the year. */
const isShown = (indicator: IndicatorRecord, { period }: ResultsDocument): boolean =>
  indicator.headline ||
  (period.kind === 'registration' && indicator.kind === 'rate' && indicator.notDue !== true);

/** Headline indicators of the whole: counts with their base, the rate, and how many units are behind it. */
function headlines(results: ResultsDocument, columns: number): readonly string[] {
  const measures = results.measures[results.unit] ?? {};
  const rows = results.indicators.flatMap((indicator) => {
    const measure = isShown(indicator, results) ? measures[indicator.id] : undefined;
    const unasked = indicator.notDue === true && measure?.reported === 0;
    return measure === undefined || unasked ? [] : [headlineRow(indicator, measure, results.decimals)];
  });
  const figures = textTable(
    rows.map(({ figures: cells }) => cells),
    [0, 1, 2],
  ).split('\n');
  const room = columns - largest(figures.map(widthOf), 0) - 4;
  // Figures stand beside the last line of a long label.
  const printed = rows.flatMap(({ label }, index) => {
    const lines = wrapWords(label, room);
    return lines.map((line, number) =>
      number < lines.length - 1 ? `  ${line}` : `  ${padTo(line, room)}  ${figures[index] ?? ''}`.trimEnd(),
    );
  });
  const outside = results.indicators.some(
    (one) => isShown(one, results) && measures[one.id]?.notApplicable !== undefined,
  );
  return printed.length === 0 ? [] : [...printed, outside ? OUTSIDE_NOTE : COVERAGE_NOTE];
}

interface Headline {
  readonly label: string;
  readonly figures: readonly string[];
}

function headlineRow(indicator: IndicatorRecord, measure: MeasureRecord, decimals: number): Headline {
  const { label, unit, scale } = indicator;
  const coverage = `(${measure.reported}/${measure.expected})`;
  if (measure.state === 'notApplicable') return { label, figures: ['x', '', coverage] };
  if (measure.reported === 0) return { label, figures: ['…', '', coverage] };
  const numerator = formatScaled(measure.n, scale);
  // The label of a rate says what is counted; a count alone needs its unit of measure.
  if (measure.d === undefined) return { label, figures: [`${numerator} ${unit}`, '', coverage] };
  const fraction = printedRate(indicator, measure);
  const isPending = fraction === undefined && (measure.pending ?? 0) > 0;
  const rate = isPending ? PENDING : fraction === undefined ? '' : (formatPercent(fraction, decimals) ?? '');
  return { label, figures: [`${numerator}/${formatScaled(measure.d, scale)}`, rate, coverage] };
}

function stepsAfter(
  results: ResultsDocument,
  { findings, draft, derived }: SummaryOptions,
): readonly NextStep[] {
  const worst = findings.find(isStandingError);
  if (worst !== undefined) {
    const mend = 'gửi đơn vị sửa các mục Phải sửa, nhận tệp sửa rồi chạy lại lệnh này';
    // Replies need a period: they say whose answer is due.
    const replies = derived ? { text: mend } : { text: `${mend}; bản trả lại từng đơn vị`, run: 'return' };
    return [replies, { text: 'xem cách sửa', run: `explain ${worst.number}` }];
  }
  if (!results.complete) {
    const wait = 'đôn đốc đơn vị chưa gửi, nhận tệp rồi chạy lại lệnh này';
    return [derived ? { text: wait } : { text: `${wait}; nội dung nhắc`, run: 'status --remind' }];
  }
  if (draft && derived)
    return [{ text: 'lập thư mục kỳ báo cáo để viết phần đánh giá và chốt báo cáo', run: 'init' }];
  return draft
    ? [{ text: 'viết narrative.md, rồi chốt', run: 'aggregate --final' }]
    : [{ text: 'đọc lại bao-cao.docx trước khi trình ký', run: 'open' }];
}

function lastLine(results: ResultsDocument, { findings, outputs, draft }: SummaryOptions): string {
  const errors = countOf(findings.filter(isStandingError));
  const missing = coverageOf(results).missing.length;
  if (outputs.length === 0)
    return 'Không ghi được kết quả; bộ kết quả lần trước (nếu có) còn nguyên. Lý do và cách xử lý:';
  const faults = [
    ...(errors > 0 ? [`còn ${formatCount(errors)} mục phải sửa`] : []),
    ...(missing > 0 ? [`còn ${formatCount(missing)} đơn vị chưa có số liệu`] : []),
  ].join(', ');
  // What is missing may have been accepted with a reason: then the report is final all the same.
  if (faults !== '')
    return draft
      ? `${upperFirst(faults)}: báo cáo ghi DỰ THẢO.`
      : `Báo cáo đã chốt; ${faults}, đã được xác nhận kèm lý do.`;
  return draft
    ? 'Số liệu đã đủ và không còn lỗi; báo cáo còn ghi DỰ THẢO.'
    : 'Số liệu đã đủ và không còn lỗi.';
}
