/** Findings about status, returns, answers and acceptances, each made by the step or the command that says it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreparedRun } from '../../../src/office/prepare-run.js';
import { readReasons } from '../../../src/office/outputs/read-reasons.js';
import { finding } from '../../../src/findings/finding.js';
import type { Finding, Receipt, ReplyRow, ResultsDocument, WorkspaceConfig } from '../../../src/model.js';
import { acceptedBefore } from '../../../src/tracking/accepted-before.js';
import { statusRemarks } from '../../../src/tracking/status-remarks.js';
import { submissionStatus } from '../../../src/tracking/status.js';
import { resultsJson } from '../../../src/writers/json.js';
import { writeReplyWorkbook } from '../../../src/writers/reply-workbook.js';
import { tdkvh } from '../../support/program.js';
import { COMMUNES, sampleResults } from '../../support/sample-results.js';
import { drawnBook } from '../../unit/submission/own-form/drawn-forms.js';
import type { Cases } from './case.js';

const [A = ''] = COMMUNES;
const CONFIGURATION = [
  'schema: tdkvh/workspace@1',
  'period: "2024"',
  'unit: "734"',
  'level: district',
  'criteria: nd86-2023',
  '',
].join('\n');

/** Findings of the command's own group. */
async function said(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...args: readonly string[]
): Promise<readonly Finding[]> {
  const [group = ''] = args;
  return (await allSaid(files, ...args)).filter(({ code }) => code.startsWith(`${group}/`));
}

/** Runs a command in a workspace of these files and gives the findings of its answer. */
async function allSaid(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...args: readonly string[]
): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-case-'));
  mkdirSync(join(folder, 'submissions'));
  for (const [path, content] of Object.entries({ 'tdkvh.yaml': CONFIGURATION, ...files })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { stdout } = await tdkvh(...args, '--json', '--workspace', folder).finally(() => {
    rmSync(folder, { recursive: true });
  });
  return (JSON.parse(stdout) as { readonly findings?: readonly Finding[] }).findings ?? [];
}

const question = {
  ...finding(
    'plausibility/all-full',
    { file: `${A}.xlsx`, sheet: 'Biểu 01', cell: 'D7' },
    { part: 'Số hộ đạt', whole: 'Tổng số hộ', sum: 1, rows: 2 },
    { unit: A, form: 'bieu-01', rule: 'r', fields: ['households'] },
  ),
  severity: 'warning',
} satisfies Finding;
const unreadable = finding(
  'cell/not-a-number',
  { file: `${A}.xlsx`, sheet: 'Biểu 01', cell: 'D8' },
  { text: '1.2k', field: 'Số nhân khẩu', row: 'Thôn Nội' },
  { unit: A, form: 'bieu-01' },
);
const judged = { reason: 'đã kiểm tra', person: 'Lê Văn An', date: '2023-12-05' };

const accept = (id: string, files: Readonly<Record<string, string>>, ...more: readonly string[]) =>
  said(
    { 'out/results.json': resultsJson(sampleResults({ findings: [question, unreadable] })), ...files },
    'accept',
    id,
    '--reason',
    'đã kiểm tra',
    '--date',
    '2024-12-05',
    ...more,
  );
const PERSON = ['--person', 'Lê Văn An'] as const;

function remarks(
  deadlines: WorkspaceConfig['deadlines'],
  receipts: readonly Receipt[] = [],
  results: ResultsDocument = sampleResults({ inputs: [] }),
): readonly Finding[] {
  const asOf = '2024-11-30';
  return statusRemarks(results, receipts, deadlines, {
    ...submissionStatus(results, receipts, deadlines, asOf),
    asOf,
  });
}
const OPEN = { commune: '2024-12-05', exceptions: {} };

/** A reply sheet with one box filled, read as a file that came back. */
async function answered(reason: string, id = question.id): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-case-'));
  try {
    const line: ReplyRow = { style: 'line', cells: ['1', '', '', '', '', reason, id], input: 5 };
    const rows: readonly ReplyRow[] = [{ style: 'title', cells: ['ĐỀ NGHỊ SỬA'] }, line];
    const widths = [5, 18, 46, 34, 16, 36, 13];
    const absolute = join(folder, 'a.xlsx');
    writeFileSync(absolute, await writeReplyWorkbook({ sheetName: 'Đề nghị sửa', widths, rows }));
    const listing = { files: [{ path: 'a.xlsx', absolute }], skipped: [], findings: [] };
    const input = { path: 'a.xlsx', sha256: '', state: 'used' as const, parts: [] };
    const results = sampleResults({ findings: [question], inputs: [input] });
    return (await readReasons({ listing } as unknown as PreparedRun, results)).findings;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A reply sheet that comes back without the form. */
const aloneReply = async (): Promise<readonly Finding[]> => {
  const rows: readonly ReplyRow[] = [{ style: 'title', cells: ['ĐỀ NGHỊ SỬA'] }];
  const bytes = await writeReplyWorkbook({
    sheetName: 'Đề nghị sửa',
    widths: [5, 18, 46, 34, 16, 36, 13],
    rows,
  });
  const told = await allSaid({ 'submissions/phieu.xlsx': bytes }, 'validate');
  return told.filter(({ at }) => at.file === 'submissions/phieu.xlsx');
};

/** A wrong file that the same unit has sent again in full. */
function replaced(): readonly Finding[] {
  const part = { unit: A, form: 'bieu-01', sheet: 'Biểu 01', submissionNo: 1 };
  const inputs = (['rejected', 'used'] as const).map((state, index) => ({
    path: `${String(index)}.xlsx`,
    sha256: 'a'.repeat(64),
    state,
    parts: [{ ...part, state }],
  }));
  return remarks(OPEN, [], sampleResults({ inputs }));
}

const GAP =
  'unit_code,period,areaName,households,population,familiesTitled,areaTitle\n26119,2024,Ấp 1,120,300,100,đạt\n26119,2024,Ấp 2,80,,70,đạt\n';

const OWN_FORM = `schema: tdkvh/own-form@1
id: mau
label: Mẫu
tables:
  - rows: area
    key: [Thôn]
    columns:
      - { header: [Tổng số hộ], field: households }
      - { header: [Số hộ đạt], field: familiesTitled }
`;

export const TRACKING_CASES: Cases = {
  'tracking/no-deadline': () => remarks({ exceptions: {} }),
  'tracking/deadline-passed': () => remarks({ ...OPEN, commune: '2024-11-28' }),
  'tracking/receipt-unknown-file': () => remarks(OPEN, [{ file: 'khac.xlsx', date: '2024-11-27' }]),
  'tracking/receipt-after': () => remarks(OPEN, [{ unit: A, date: '2024-12-28' }]),
  'tracking/receipt-other-unit': () => remarks(OPEN, [{ unit: '99999', date: '2024-11-27' }]),
  'tracking/document-of-nobody': () =>
    remarks(
      OPEN,
      [],
      sampleResults({
        findings: [finding('file/document', { file: 'a.docx' }, { format: 'Word' })],
        inputs: [
          {
            path: 'a.docx',
            sha256: '',
            state: 'skipped',
            parts: [{ sheet: '', submissionNo: 1, state: 'skipped' }],
          },
        ],
      }),
    ),
  'tracking/unusable-replaced': replaced,
  'return/reply-only': () => said({ 'submissions/a.csv': GAP }, 'return'),
  'return/shared-copy': async () => {
    const sheets = ['Dak Lua', 'Nam Cát Tiên'].map((name) => ({
      name,
      rows: [
        [`UBND XÃ ${name.toUpperCase()}`],
        ['Năm 2024'],
        ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ đạt'],
        [1, 'Ấp 1', 217, 293],
      ],
    }));
    const files = { 'submissions/chung.xlsx': await drawnBook(sheets), 'forms/mau.yaml': OWN_FORM };
    return said(files, 'return');
  },
  'return/nothing': () => said({}, 'return'),
  'return/unit-not-answered': () => said({}, 'return', '--unit', '99999'),
  'reply/reason-not-words': () => answered('125'),
  'reply/reason-given': () => answered('Hai thôn chuyển sang xã bên'),
  'reply/reason-of-nothing': () => answered('Hai thôn chuyển sang xã bên', '0a1b2c3d4e'),
  'reply/sheet-alone': aloneReply,
  'accepted/last-year': () =>
    acceptedBefore(
      [question],
      [
        {
          results: sampleResults({
            period: { id: '2023', year: 2023, kind: 'year' },
            findings: [{ ...question, accepted: judged }],
          }),
        },
      ],
      { id: '2024', year: 2024, kind: 'year' },
    ),
  'accept/no-such-finding': () => accept('0a1b2c3d4e', {}, ...PERSON),
  'accept/not-acceptable': () => accept(unreadable.id, {}, ...PERSON),
  'accept/already': () =>
    accept(
      question.id,
      {
        'accepted.csv': `id,value,reason,person,date,until\n${question.id},${question.actual ?? ''},đã kiểm tra,Lê Văn An,2024-12-01,\n`,
      },
      ...PERSON,
    ),
  'accept/field-missing': () => accept(question.id, {}),
  'accept/list-not-sound': () => accept(question.id, { 'accepted.csv': 'mã;lý do\nx;y\n' }, ...PERSON),
};
