/** A trace for people, 80 columns: the calculation, its contributions, who is missing and why, the cells, the files, last year. */
import type { Finding, TracedFile, Contribution } from '../../../model.js';
import { isStandingError } from '../../../findings/acceptance.js';
import { calculation } from '../../../tracing/trace-figure.js';
import { cellAddress } from '../../../values/cell-address.js';
import { groupBy } from '../../../values/groups.js';
import { safeText } from '../../../values/safe-text.js';
import { textTable } from '../../screen/text-table.js';
import { shownPath } from '../../screen/shown-path.js';
import { hanging } from '../../screen/wrap-text.js';
import { cellLines } from './cell-lines.js';
import { placeLines } from './place-lines.js';
import { earlierWords, findingWords, quantityWords, whyWords } from '../../../tracing/trace-words.js';
import type { ShownTrace } from './shown-trace.js';
import { quotedWord } from '../../screen/as-called.js';
import { nextSteps } from '../../screen/next-steps.js';

export function traceText(shown: ShownTrace, columns: number): string {
  const { trace, files, input, asked } = shown;
  const { whole, figure } = trace;
  const wrap = (lead: string, text: string): string => hanging(lead, safeText(text), columns);
  const usual = trace.denominator === undefined ? 'n' : 'rate';
  const quantity = figure.quantity === usual ? undefined : quantityWords(figure.quantity);
  return [
    wrap('', `${trace.label}. ${trace.unitName}, kỳ ${input.results.period.id}.`),
    wrap(
      '  ',
      `${trace.calculation}${trace.denominator === undefined ? ` ${trace.measuredIn}` : ''}${pendingNote(whole)}`,
    ),
    ...(quantity === undefined ? [] : [wrap('  Số được hỏi: ', quantity)]),
    ...trace.steps.map((step) => wrap('    ', `${step}.`)),
    wrap(trace.denominator === undefined ? '  Cách tính: ' : '  Tử số: ', `${trace.numerator}.`),
    ...(trace.denominator === undefined ? [] : [wrap('  Mẫu số: ', `${trace.denominator}.`)]),
    wrap('  Căn cứ: ', trace.basis),
    ...(whole.parts === undefined ? leafLines(shown, columns) : treeLines(shown, columns)),
    ...earlierLines(shown, columns),
    ...fileLines(files.files, whole.parts === undefined || shown.withCells, columns),
    ...placeLines(asked, columns),
    ...(whole.parts === undefined || shown.withCells ? [] : [nextStep(shown, columns)]),
  ].join('\n');
}

const pendingNote = ({ pending = 0 }: Contribution): string =>
  pending > 0 ? ` (còn ${String(pending)} chờ quyết định)` : '';

/** Contributions with a figure, then those without and why. */
function treeLines({ trace, input, files, withCells }: ShownTrace, columns: number): readonly string[] {
  const leaves = leavesOf(trace.whole);
  const counted = leaves.filter(({ n }) => n !== undefined);
  const outside = leaves.filter(({ n, why }) => n === undefined && why === 'notApplicable');
  const missing = leaves.filter(({ n, why }) => n === undefined && why !== 'notApplicable');
  const wrap = (lead: string, text: string): string => hanging(lead, safeText(text), columns);
  const rows = withoutRoot(trace.whole).flatMap(({ contribution, depth }) =>
    contribution.n === undefined
      ? []
      : [
          [
            `${'  '.repeat(depth)}${safeText(contribution.own === true ? `${contribution.name} (tự nhập)` : contribution.name)}`,
            calculation(contribution, input),
          ],
        ],
  );
  return [
    wrap(
      '  ',
      `Có trong số này: ${String(counted.length)}/${String(leaves.length - outside.length)} đơn vị.`,
    ),
    ...(withCells
      ? counted.flatMap((contribution) => [
          wrap('    ', `${contribution.name}: ${calculation(contribution, input)}`),
          ...cellLines(contribution, trace, files, input.set, '      ', columns),
        ])
      : textTable(rows, [1])
          .split('\n')
          .map((line) => `    ${line}`.trimEnd())),
    ...(missing.length === 0 ? [] : ['  Chưa có trong số này:']),
    ...missingLines(missing, columns),
    ...(outside.length === 0
      ? []
      : [wrap('  Không thuộc diện: ', outside.map(({ name }) => name).join('; '))]),
    ...acceptedLines(leaves, columns),
  ];
}

/** Those with something of their own to say one by one, the others together by what keeps them out. */
function missingLines(missing: readonly Contribution[], columns: number): readonly string[] {
  const wrap = (lead: string, text: string): string => hanging(lead, safeText(text), columns);
  const isPlain = (contribution: Contribution): boolean =>
    emptyCells(contribution) === '' && !contribution.findings.some(isStandingError);
  const plain = groupBy(missing.filter(isPlain), ({ why }) => whyWords(why));
  return [
    ...missing
      .filter((contribution) => !isPlain(contribution))
      .flatMap((contribution) => [
        wrap('    ', `${contribution.name}: ${whyWords(contribution.why)}${emptyCells(contribution)}.`),
        ...findingLines(contribution.findings.filter(isStandingError), '      ', columns),
      ]),
    ...[...plain].map(([why, parts]) => wrap('    ', `${parts.map(({ name }) => name).join(', ')}: ${why}.`)),
  ];
}

const MOST_CELLS = 5;

/** Where something is to be filled in: ": D12, D13 (Biểu 02)". */
function emptyCells({ why, sources }: Contribution): string {
  if (why === 'excluded') return '';
  const empty = [...(sources?.n.cells ?? []), ...(sources?.d?.cells ?? [])].filter(
    ({ state }) => state !== 'value' && state !== 'notApplicable',
  );
  const [first] = empty;
  if (first === undefined) return '';
  const names = empty.slice(0, MOST_CELLS).map(({ row, column }) => cellAddress(row, column));
  const rest = empty.length - names.length;
  const sheet = first.sheet === '' ? '' : ` (${first.sheet})`;
  return `: ${names.join(', ')}${rest > 0 ? ` và ${String(rest)} ô khác` : ''}${sheet}`;
}

function leafLines({ trace, files, input }: ShownTrace, columns: number): readonly string[] {
  const { whole } = trace;
  return [
    ...(whole.n === undefined ? [hanging('  ', `Không được tính: ${whyWords(whole.why)}.`, columns)] : []),
    ...cellLines(whole, trace, files, input.set, '  ', columns),
    ...findingLines(
      whole.findings.filter(({ accepted, severity }) => accepted === undefined && severity !== 'info'),
      '  ',
      columns,
    ),
    ...acceptedLines([whole], columns),
  ];
}

/** Two rules may say the same of the same cells: once is enough. */
const findingLines = (findings: readonly Finding[], lead: string, columns: number): readonly string[] => [
  ...new Set(findings.map((one) => hanging(lead, safeText(findingWords(one).text), columns))),
];

const acceptedLines = (parts: readonly Contribution[], columns: number): readonly string[] =>
  parts
    .flatMap(({ findings }) => findings)
    .flatMap((one) => findingWords(one).accepted ?? [])
    .map((text) => hanging('  Đã xác nhận: ', safeText(text), columns));

const earlierLines = ({ trace: { earlier } }: ShownTrace, columns: number): readonly string[] =>
  earlier.map((one) => hanging(`  Kỳ ${one.period}: `, `${safeText(earlierWords(one))}.`, columns));

const STATES: Readonly<Record<TracedFile['state'], string>> = {
  same: 'đúng như lúc tổng hợp',
  changed: 'ĐÃ THAY ĐỔI sau khi tổng hợp',
  missing: 'KHÔNG CÒN',
};

function fileLines(files: readonly TracedFile[], named: boolean, columns: number): readonly string[] {
  if (files.length === 0) return [];
  const same = files.filter(({ state }) => state === 'same').length;
  const shown = named ? files : files.filter(({ state }) => state !== 'same');
  return [
    hanging(
      '  Tệp nguồn: ',
      `${String(files.length)} tệp, ${String(same)} tệp đúng như lúc tổng hợp (mã sha256 khớp).`,
      columns,
    ),
    ...shown.flatMap(({ path, sha256, state, within }) => [
      hanging(
        '    ',
        safeText(
          `${shownPath(path)}: ${within === undefined ? STATES[state] : `qua ${shownPath(within)}, ${STATES[state]}`}`,
        ),
        columns,
      ),
      ...(sha256 === '' ? [] : [`    sha256 ${sha256}`]),
    ]),
  ];
}

function nextStep({ trace }: ShownTrace, columns: number): string {
  const [contribution] = withoutRoot(trace.whole).flatMap(({ contribution: one }) =>
    one.parts === undefined ? [one] : [],
  );
  const name = quotedWord(safeText(contribution?.name ?? trace.unitName));
  return nextSteps(
    [
      {
        text: 'xem từng ô của một đơn vị (thêm --cells để liệt kê mọi ô)',
        run: `trace ${name} ${trace.figure.indicator}`,
      },
    ],
    columns,
  );
}

/** Units that report themselves; what a unit above entered itself counts with them. */
const leavesOf = ({ parts, ...contribution }: Contribution): readonly Contribution[] =>
  parts === undefined ? [contribution] : parts.flatMap(leavesOf);

const withoutRoot = (
  { parts = [] }: Contribution,
  depth = 0,
): readonly { readonly contribution: Contribution; readonly depth: number }[] =>
  parts.flatMap((contribution) => [{ contribution, depth }, ...withoutRoot(contribution, depth + 1)]);
