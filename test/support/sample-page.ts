/** A tracking page of the sample district, as it should be and with hostile text in every field. */
import { finding } from '../../src/findings/finding.js';
import type { Board, Chart, Finding, ResultsDocument, Table, TraceBook } from '../../src/model.js';
import { submissionStatus } from '../../src/tracking/status.js';
import type { TrackingPage } from '../../src/writers/html.js';
import { integer, MISSING, SAMPLE_TABLE, text } from './sample-report.js';
import { sampleResults } from './sample-results.js';
import { defined } from '../../src/values/defined.js';

const STATUS: Table = {
  id: 'submissions',
  sheetName: 'Tình hình gửi',
  title: 'Tình hình gửi báo cáo',
  columns: [
    { id: 'ordinal', header: 'TT', kind: 'ordinal' },
    { id: 'unit', header: 'Đơn vị', kind: 'text' },
    { id: 'errors', header: 'Phải sửa', kind: 'count' },
  ],
  rows: ['Xã Đắc Lua', 'Xã Ân Tình', 'Xã An Bình', 'Xã Ấm Thượng'].map((name, index) => ({
    role: 'unit',
    cells: [
      text(String(index + 1)),
      text(name),
      index === 1 ? MISSING : integer([12, 0, 3, 100][index] ?? 0),
    ],
  })),
  notes: [],
};

const CHART: Chart = {
  id: 'familyTitleRate',
  title: 'Tỷ lệ theo đơn vị',
  bars: [
    { label: 'Xã Đắc Lua', rate: { numerator: 9, denominator: 10 } },
    { label: 'Toàn huyện', rate: { numerator: 8, denominator: 10 }, whole: true },
    { label: 'Xã An Bình', rate: { numerator: 1, denominator: 2 } },
  ],
  gapAfter: 2,
  decimals: 2,
  notes: ['Có số liệu của 2/4 đơn vị.'],
  description: 'Cao nhất là Xã Đắc Lua (90,00%).',
};

export const about = (severity: Finding['severity'], unit: string | undefined, message: string): Finding => ({
  ...finding('output/locked', { file: `${unit ?? 'chung'}.xlsx` }, { file: 'x' }),
  id: `${severity}-${String(unit)}-${message}`,
  severity,
  message,
  ...defined({ unit }),
});

const statusOf = (results: ResultsDocument) =>
  submissionStatus(results, [], { commune: '2024-11-28', exceptions: {} }, '2024-11-30');

export const page = (
  more: Partial<TrackingPage> = {},
  results: Partial<ResultsDocument> = {},
): TrackingPage => ({
  status: statusOf(sampleResults(results)),
  results: sampleResults({
    findings: [
      about('warning', '90101', 'Số hộ tăng nhiều'),
      about('error', '90102', 'Số hộ đạt lớn hơn tổng số hộ'),
      about('info', undefined, 'Tệp được bỏ qua'),
    ],
    ...results,
  }),
  tables: [SAMPLE_TABLE, STATUS],
  charts: [CHART],
  title: 'Theo dõi năm 2024',
  draft: true,
  ...more,
});
export const PAYLOADS = [
  '<script>document.title="hacked"</script>',
  '"><img src=x onerror=document.title=1>',
  "' onmouseover='document.title=1",
  '</script><script>document.title=1</script>',
  '</style><svg onload=document.title=1>',
  '<!-- -->',
  ']]>',
  '{{constructor}}',
  '=HYPERLINK("http://x")',
  '\u001B[31m\u202Eđảo\u0000\uD800\uFFFE',
  '__proto__',
  'javascript:alert(1)',
];

export function hostile(payload: string): TrackingPage {
  const base = sampleResults();
  const named = { ...base, units: base.units.map((unit) => ({ ...unit, name: payload })) };
  return {
    status: statusOf(named),
    results: {
      ...base,
      period: { ...base.period, id: payload },
      criteria: { ...base.criteria, label: payload },
      units: base.units.map((unit) => ({ ...unit, name: payload, group: payload })),
      findings: [
        {
          ...about('error', base.units[1]?.code, payload),
          number: payload,
          hint: payload,
          basis: payload,
          at: { file: payload, sheet: payload, cell: payload },
          accepted: { reason: payload, person: payload, date: payload },
        },
      ],
    },
    tables: [
      {
        ...STATUS,
        id: payload,
        title: payload,
        unitLine: payload,
        notes: [payload],
        columns: STATUS.columns.map((column) => ({ ...column, header: payload, group: payload })),
        rows: [{ role: 'unit', cells: STATUS.columns.map(() => text(payload)) }],
      },
    ],
    charts: [
      {
        ...CHART,
        title: payload,
        description: payload,
        notes: [payload],
        bars: [{ label: payload, rate: { numerator: 1, denominator: 2 } }],
      },
    ],
    title: payload,
    draft: true,
  };
}

/** Headline indicators, a heat table and traces, with `text` wherever somebody else's words stand. */
export function tracedPage(text = 'Xã Đắc Lua', more: Partial<TrackingPage> = {}): TrackingPage {
  const base = page(more);
  const { unit } = base.results;
  const figure = { unit, indicator: 'familyTitleRate', quantity: 'rate' };
  const leaf = base.results.units.find((one) => one.leaf)?.code ?? '';
  const board: Board = {
    headlines: [
      {
        figure,
        label: text,
        value: '66,67%',
        counts: '20/30 hộ',
        rate: [20, 30],
        target: { text, state: 'missed', outcome: text, at: [90, 100] },
        change: { text, up: true },
        coverage: '2/4 đơn vị',
        partial: true,
      },
    ],
    heat: {
      columns: [{ indicator: 'familyTitleRate', label: text }],
      rows: [unit, leaf].map((code, index) => ({
        unit: code,
        name: text,
        whole: index === 0,
        cells: [
          {
            cell: { kind: 'rate', numerator: 9, denominator: 10, figure: { ...figure, unit: code } },
            level: 3,
          },
        ],
      })),
    },
  };
  return { ...base, board, traces: sampleBook(text, unit, leaf) };
}

const sampleBook = (text: string, unit: string, leaf: string): TraceBook => ({
  indicators: [
    { id: 'familyTitleRate', label: text, unit: 'hộ', numerator: text, denominator: text, basis: text },
  ],
  units: [
    { id: unit, name: text, within: [] },
    { id: leaf, name: text, within: [unit] },
  ],
  figuresOf: (code) => [
    {
      indicator: 0,
      calculation: code === leaf ? '9 / 10 = 90,00%' : '20 / 30 = 66,67%',
      reported: 1,
      expected: code === leaf ? 1 : 2,
      why: '',
      groups:
        code === leaf
          ? [
              {
                side: 'n',
                label: text,
                total: '9',
                file: text,
                sheet: text,
                cells: [{ row: 7, column: 4, label: text }],
                read: ['9'],
              },
            ]
          : [],
      findings: [{ text }, { text, accepted: text }],
      earlier: [text],
    },
  ],
  stepsOf: () => [text],
  quantityOf: () => text,
  sha256Of: () => text,
});
