/**
 * A year played through with the program as a person would: forms out, forty files in of which twelve are faulty,
 * returns out, corrected and late files in, the status clean, the report final. Needs a build.
 *
 *   node test/checks/play.js [--program bin/tdkvh.js] [--keep DIR]
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { count } from '../../fixtures/generate/cells.js';
import { OCCASION, VILLAGES } from '../../fixtures/generate/district-communes.js';
import { PLAIN } from '../../fixtures/generate/habits.js';
import { inventFilling } from '../../fixtures/generate/scenario.js';
import { fillWorkbook } from '../../fixtures/generate/workbook.js';
import { FAULTS } from './play-faults.js';
import { answered, forbiddenChanges, sameValues, unmarkedInLibreOffice } from './play-marks.js';

/** Thành phố Thanh Hóa: 47 communes, the most of any district on that day. */
const CITY = '380';
const SENT_AT_FIRST = 40;
const AREAS = 5;
const SEED = 24;
const DEADLINE = '2024-11-28';

const NARRATIVE = `# Đánh giá chung

## Ưu điểm

Phong trào được quan tâm lãnh đạo.

## Khó khăn, vướng mắc, tồn tại

Một số đơn vị gửi số liệu chậm.

## Nguyên nhân

Cán bộ kiêm nhiệm nhiều việc.

# Phương hướng, nhiệm vụ

Tiếp tục thực hiện Phong trào.

# Kiến nghị, đề xuất

Không.
`;

/** @param {string} name @param {string} [otherwise] */
const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const program = resolve(option('--program', fileURLToPath(new URL('../../bin/tdkvh.js', import.meta.url))));
const kept = option('--keep');
const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'tdkvh-play-')) : resolve(kept);
const workspace = join(folder, '2024');

let failures = 0;
/** @param {boolean} holds @param {string} what */
const check = (holds, what) => {
  if (!holds) failures += 1;
  console.log(`${holds ? 'đạt      ' : 'KHÔNG ĐẠT'}  ${what}`);
};

/** @param {string[]} args */
function tdkvh(...args) {
  const place = args[0] === 'init' ? [] : ['--workspace', workspace];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, ...place], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr, json: () => JSON.parse(stdout) };
}

/** @param {{ counts: Record<string, number> }} status */
const counted = ({ counts }) => JSON.stringify(counts);

try {
  await play();
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
console.log(failures === 0 ? 'Cả năm chạy trọn vẹn.' : `${String(failures)} điều không đạt.`);
process.exitCode = failures === 0 ? 0 : 1;

async function play() {
  const made = tdkvh('init', workspace, '--period', '2024', '--unit', CITY, '--deadline', DEADLINE);
  check(made.code === 0, 'init lập thư mục kỳ báo cáo');
  writeFileSync(join(workspace, 'narrative.md'), NARRATIVE);

  const forms = join(workspace, 'out', 'bieu-mau');
  check(tdkvh('template').code === 0, 'template lập biểu mẫu');
  const blanks = readdirSync(forms).filter((name) => name.includes('bieu-01-04'));
  check(blanks.length === 47, `47 biểu mẫu cấp xã (${String(blanks.length)})`);

  const communes = blanks.sort().map((name, index) => communeOf(name, index));
  const sent = new Map();
  for (const one of communes.slice(0, SENT_AT_FIRST)) {
    const filling = fillingOf(one);
    one.fault?.spoil(filling);
    const { bytes, cellOf } = await fillWorkbook(
      readFileSync(join(forms, one.name)),
      filling,
      'Công chức xã',
      '2024-11-20',
    );
    sent.set(one.code, { bytes, cellOf });
    send(one.name, bytes);
  }

  const first = tdkvh('aggregate');
  check(first.code === 1, 'aggregate báo có lỗi (mã thoát 1)');
  const before = tdkvh('status', '--as-of', '2024-11-27', '--json').json();
  check(before.counts.notSent === 7, `7 xã chưa gửi (${counted(before)})`);
  check(before.counts.passed === 28, `28 xã đạt (${counted(before)})`);
  check(before.counts.mustCorrect + before.counts.toConfirm === 12, '12 xã phải sửa hoặc xác nhận');
  check(before.reminders.length === 19, `19 nội dung nhắc (${String(before.reminders.length)})`);
  const board = tdkvh(
    'status',
    '--as-of',
    '2024-11-30',
    '--out',
    join(folder, 'theo-doi.xlsx'),
    '--letter',
    join(folder, 'don-doc.docx'),
  );
  check(
    existsSync(join(folder, 'theo-doi.xlsx')) && existsSync(join(folder, 'don-doc.docx')),
    'ghi bảng theo dõi và công văn đôn đốc',
  );
  check(
    board.stdout.split('\n').every((line) => Array.from(line).length <= 80),
    'bảng vừa 80 cột',
  );
  check(tdkvh('aggregate', '--final').code === 3, '--final từ chối khi còn thiếu');

  const corrected = await returnAndCorrect(communes, sent);
  for (const [name, bytes] of corrected) send(`lan 2/${name}`, bytes);
  for (const one of communes.slice(SENT_AT_FIRST)) {
    const { bytes } = await fillWorkbook(
      readFileSync(join(forms, one.name)),
      fillingOf(one),
      'Công chức xã',
      '2024-11-29',
    );
    send(one.name, bytes);
  }

  const again = tdkvh('return', '--json').json();
  check(again.reasons.length === 1, 'đọc được lý do của xã giải thích');
  check(tdkvh('aggregate').code === 1, 'còn một lỗi chờ xác nhận');
  const [{ id, reason }] = again.reasons;
  const accepted = tdkvh(
    'accept',
    id,
    '--reason',
    reason,
    '--person',
    'Nguyễn Văn Mẫu',
    '--date',
    '2024-12-02',
  );
  check(accepted.code === 0, 'accept ghi nhận lý do');
  check(tdkvh('accept', id, '--reason', 'x', '--person', 'y').code === 2, 'accept lần hai bị từ chối');
  const after = tdkvh('status', '--as-of', '2024-12-02', '--json').json();
  check(after.counts.passed === 47, `mọi xã đạt (${counted(after)})`);
  const last = tdkvh('return', '--json').json();
  check(
    last.returns.length === 0 && readdirSync(join(workspace, 'out', 'returns')).length === 1,
    'không còn đề nghị sửa nào, phiếu cũ đã dọn',
  );
  check(tdkvh('aggregate', '--final').code === 3, '--final còn từ chối vì tệp ghi kỳ 2023 chưa được xử lý');
  settle(
    communes.find(({ fault }) => fault?.field === 'period'),
    after.findings,
  );
  const final = tdkvh('aggregate', '--final');
  check(
    final.code === 0,
    `--final thành công${final.code === 0 ? '' : `: ${final.stdout.slice(-600)}${final.stderr.slice(-600)}`}`,
  );
}

/** The returns, looked at part by part, and what the twelve communes make of them. */
async function returnAndCorrect(communes, sent) {
  const outcome = tdkvh('return', '--letter', '--until', '2024-12-01', '--json');
  const { returns } = outcome.json();
  const faulty = communes.filter(({ fault }) => fault !== undefined);
  check(returns.length === 12, `đề nghị sửa cho 12 xã (${String(returns.length)})`);
  const corrected = new Map();
  const expected = [];
  for (const one of faulty) {
    const name = returns.find(({ unit }) => unit === one.code)?.files.find((file) => file.endsWith('.xlsx'));
    if (name === undefined) {
      check(false, `${one.code}: không có tệp đánh dấu (${one.fault.what})`);
      continue;
    }
    const marked = new Uint8Array(readFileSync(join(workspace, 'out', 'returns', name)));
    const { bytes, cellOf } = sent.get(one.code);
    const parts = forbiddenChanges(bytes, marked);
    if (parts.length > 0) check(false, `${one.code}: thay đổi ngoài phạm vi: ${parts.join(', ')}`);
    if (!(await sameValues(bytes, marked))) check(false, `${one.code}: giá trị trong tệp đánh dấu bị đổi`);
    if (one.fault.field !== undefined)
      expected.push({ bytes: marked, ...cellOf(one.fault.field, one.fault.row) });
    corrected.set(name, await correct(one, marked));
  }
  const original = faulty.every(
    ({ code, name }) =>
      Buffer.compare(readFileSync(join(workspace, 'submissions', name)), sent.get(code).bytes) === 0,
  );
  check(original, 'tệp đã gửi còn nguyên');
  const unmarked = await unmarkedInLibreOffice(expected);
  if (unmarked === undefined) console.log('bỏ qua     LibreOffice không có trên máy: chưa xem các dấu');
  else
    check(
      unmarked.length === 0,
      `LibreOffice hiện màu và ghi chú ở ${String(expected.length)} ô${unmarked.length === 0 ? '' : `; thiếu ${unmarked.join(', ')}`}`,
    );
  return corrected;
}

/** The commune corrects in the workbook that came back, or explains in the box for the reason. */
async function correct(commune, marked) {
  const { fault } = commune;
  const right = fillingOf(commune);
  if (fault.reason !== undefined) fault.spoil(right);
  right.information.submissionNo = count(2);
  right.information.period = { typed: '2024', means: { kind: 'text' } };
  const { bytes } = await fillWorkbook(marked, right, 'Công chức xã', '2024-11-30');
  if (fault.reason === undefined) return bytes;
  const answer = await answered(bytes, fault.reason);
  check(answer.boxes === 1, `phiếu có một ô ghi lý do (${String(answer.boxes)})`);
  return answer.bytes;
}

function communeOf(name, index) {
  return { name, code: name.slice(0, 5), fault: FAULTS[index] };
}

/** The office settles the file of the wrong year, as `status` told it to. */
function settle({ name }, findings) {
  const said = findings.find(
    ({ code, at }) => code === 'tracking/unusable-replaced' && at.file.endsWith(name),
  );
  const sha256 = /[0-9a-f]{64}/u.exec(said?.hint ?? '')?.[0];
  check(sha256 !== undefined, 'status chỉ ra tệp cũ cần xử lý');
  const path = join(workspace, 'tdkvh.yaml');
  const text = readFileSync(path, 'utf8').replace(/^submissions:.*\n/mu, '');
  writeFileSync(path, `${text}\nsubmissions:\n  - sha256: "${String(sha256)}"\n    use: false\n`);
}

/** The same figures each time; only the fault makes the difference. */
function fillingOf({ code }) {
  const unit = {
    code,
    name: '',
    type: 'xã',
    group: '',
    areaClass: 'ordinary',
    region: 'plain',
    urban: 'rural',
  };
  const names = Array.from({ length: AREAS }, (_, index) => ({
    name: `Thôn ${VILLAGES[(Number(code) + index * 3) % VILLAGES.length]} ${String(index + 1)}`,
    kind: 'thon',
  }));
  return inventFilling(SEED, unit, OCCASION, PLAIN, { names });
}

function send(name, bytes) {
  const path = join(workspace, 'submissions', name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
}
