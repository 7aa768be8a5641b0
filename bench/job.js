/**
 * One job of the bench in a process of its own. Packages are loaded by the job that uses them: what another job loads
 * would be measured with it. `node bench/job.js JOB FOLDER [FILES]`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [job = '', folder = '.', limit = '1000000'] = process.argv.slice(2);

/** Paths of the workbooks of a workspace. */
const workbooks = () =>
  readdirSync(join(folder, 'submissions'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xlsx'))
    .sort()
    .slice(0, Number(limit))
    .map((name) => join(folder, 'submissions', name));

/** The bytes of every part by the central directory; the floor of all reading. @param {Buffer} bytes @param {typeof import('node:zlib').inflateRawSync} inflateRawSync */
function inflate(bytes, inflateRawSync) {
  let total = 0;
  let at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entries = bytes.readUInt16LE(at + 10);
  at = bytes.readUInt32LE(at + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + size);
    total += bytes.readUInt16LE(at + 10) === 0 ? body.length : inflateRawSync(body).length;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

/** A table of areas: names, answers and figures, as the detail sheet of the country has them. @param {number} rows @param {number} columns */
function detailTable(rows, columns) {
  const ids = Array.from({ length: columns }, (_, index) => `c${String(index)}`);
  return {
    id: 'details',
    sheetName: 'Chi tiết',
    title: 'Chi tiết theo khu dân cư',
    columns: ids.map((id, index) => ({ id, header: `Cột ${id}`, kind: index < 3 ? 'text' : 'count' })),
    rows: {
      length: rows,
      *[Symbol.iterator]() {
        for (let row = 0; row < rows; row += 1)
          yield {
            role: 'unit',
            cells: ids.map((_, index) =>
              index < 3
                ? { kind: 'text', text: `Thôn ${String((row * 7 + index) % 400)}` }
                : { kind: 'integer', value: (row * 31 + index * 17) % 5000 },
            ),
          };
      },
    },
    notes: [],
  };
}

/** A letter with one annex. @param {object} table */
const reportWith = (table) => ({
  head: { agency: 'UBND TỈNH', number: 'Số: …/BC', placeAndDate: 'Hà Nội, ngày 10 tháng 12 năm 2025' },
  documentType: 'BÁO CÁO',
  subject: 'Kết quả thực hiện Phong trào',
  to: [],
  blocks: [{ kind: 'paragraph', runs: [{ text: 'Kết quả như phụ lục kèm theo.' }] }],
  recipients: ['Lưu: VT.'],
  signature: { post: 'CHỦ TỊCH', name: 'Nguyễn Văn A' },
  annexes: [{ number: 'I', table }],
  annexReference: '(Kèm theo Báo cáo)',
  draft: false,
  title: 'Báo cáo',
});

/** A run as its steps; the computing time of reading and of judging. */
async function phases() {
  const { prepareRun } = await import('../dist/office/prepare-run.js');
  const { readFiles } = await import('../dist/pipeline/read-parts.js');
  const { judge } = await import('../dist/pipeline/judge.js');
  const { runOf } = await import('../dist/pipeline/run-input.js');
  const { buildUnitTree } = await import('../dist/units/unit-tree.js');
  const { run: prepared } = await prepareRun([], { workspace: folder });
  const { facts, listing, opened } = prepared;
  const input = { ...facts, opened, listing, final: false };
  const { units = facts.registry.units, config } = facts;
  const listed = buildUnitTree(units, config.unit, config.referenceDate);
  const run = runOf(input, listed.tree);
  const computing = () => process.resourceUsage().userCPUTime / 1e6;
  const start = computing();
  const read = await readFiles(run);
  const middle = computing();
  judge(run, read, listed.findings);
  return { reading: middle - start, judging: computing() - middle };
}

/** @type {Record<string, () => unknown>} */
const JOBS = {
  inflate: async () => {
    const { inflateRawSync } = await import('node:zlib');
    for (const file of workbooks()) inflate(readFileSync(file), inflateRawSync);
  },
  read: async () => {
    const { readWorkbook } = await import('../dist/readers/xlsx/xlsx.js');
    for (const file of workbooks()) readWorkbook({ path: file, bytes: readFileSync(file), sha256: '' });
  },
  exceljs: async () => {
    const { default: ExcelJS } = await import('exceljs');
    for (const file of workbooks()) await new ExcelJS.Workbook().xlsx.load(readFileSync(file));
  },
  sheetjs: async () => {
    const { read } = await import('@e965/xlsx');
    const lean = { dense: true, cellFormula: false, cellHTML: false, cellText: false, cellStyles: false };
    for (const file of workbooks()) read(readFileSync(file), { type: 'buffer', ...lean });
  },
  detail: async () => {
    const { summaryWorkbookPieces } = await import('../dist/writers/summary-workbook.js');
    const options = { title: 'Chi tiết', draft: false, decimals: 2 };
    let size = 0;
    for (const piece of await summaryWorkbookPieces([detailTable(90_000, 26)], options)) size += piece.length;
    return { bytes: size };
  },
  word: async () => {
    const { writeDocx } = await import('../dist/writers/docx.js');
    const table = detailTable(600, 10);
    return { bytes: (await writeDocx(reportWith({ ...table, rows: [...table.rows] }))).length };
  },
  phases,
};

const made = await JOBS[job]?.();
if (made !== undefined) process.stdout.write(JSON.stringify(made));
