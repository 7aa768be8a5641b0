/**
 * A year played through as a person would: forms out, files in of which some are faulty, returns out, corrected and late
 * files in, the status clean, the report final. The commands are given, so that it runs as processes or within a test.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { count } from '../../fixtures/generate/cells.js';
import { OCCASION, VILLAGES } from '../../fixtures/generate/district-communes.js';
import { PLAIN } from '../../fixtures/generate/habits.js';
import { inventFilling } from '../../fixtures/generate/scenario.js';
import { fillWorkbook, typeOfForm } from '../../fixtures/generate/workbook.js';
import { FAULTS } from './play-faults.js';
import { answered, forbiddenChanges, sameValues } from './play-marks.js';

const SEED = 24;
const DEADLINE = '2024-11-28';

/** Thành phố Thanh Hóa: 47 communes, the most of any district on that day; forty send, twelve of them something faulty. */
export const WHOLE = {
  unit: '380',
  communes: 47,
  sent: 40,
  areas: 5,
  faults: FAULTS.map((_, index) => index),
};

/** Thị xã Quảng Trị, with one fault for each way back: a figure to correct, a row to add, a reason to give, a file to settle. */
export const SMALL = { unit: '462', communes: 5, sent: 4, areas: 2, faults: [0, 3, 4, 5] };

/**
 * @typedef {{ code: number, stdout: string, stderr: string, json: () => any }} Answer
 * @typedef {{
 *   tdkvh: (...args: string[]) => Answer | Promise<Answer>,
 *   check: (holds: boolean, what: string) => void,
 *   folder: string,
 *   size: typeof WHOLE,
 *   look: (wanted: any[]) => Promise<string[] | undefined>,
 * }} Stage `look`: names the wanted cells that show no mark, or says that nobody can look.
 */

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

/** @param {{ counts: Record<string, number> }} status */
const counted = ({ counts }) => JSON.stringify(counts);

/**
 * Plays the year on a stage; every sentence of it is checked.
 *
 * @param {Stage} stage
 */
export async function playYear(stage) {
  const { tdkvh, check, folder, size } = stage;
  const workspace = join(folder, '2024');
  const spoiled = size.faults.map((index) => FAULTS[index]);
  const { communes: expected, sent: sentAtFirst } = size;
  const made = await tdkvh(
    'init',
    workspace,
    '--period',
    '2024',
    '--unit',
    size.unit,
    '--deadline',
    DEADLINE,
  );
  check(made.code === 0, 'init lập thư mục kỳ báo cáo');
  writeFileSync(join(workspace, 'narrative.md'), NARRATIVE);

  const forms = join(workspace, 'out', 'bieu-mau');
  check((await tdkvh('template')).code === 0, 'template lập biểu mẫu');
  const blanks = readdirSync(forms).filter((name) => name.includes('bieu-01-04'));
  check(blanks.length === expected, `${expected} biểu mẫu cấp xã (${blanks.length})`);

  const communes = blanks.sort().map((name, index) => communeOf(name, spoiled[index]));
  const sent = new Map();
  for (const one of communes.slice(0, sentAtFirst)) {
    const filling = fillingOf(one, size);
    one.fault?.spoil(filling);
    const { bytes, cellOf } = await fillWorkbook(
      readFileSync(join(forms, one.name)),
      filling,
      'Công chức xã',
      '2024-11-20',
    );
    sent.set(one.code, { bytes, cellOf });
    send(workspace, one.name, bytes);
  }

  const first = await tdkvh('aggregate');
  check(first.code === 1, 'aggregate báo có lỗi (mã thoát 1)');
  const before = (await tdkvh('status', '--as-of', '2024-11-27', '--json')).json();
  const [late, faulty] = [expected - sentAtFirst, spoiled.length];
  check(before.counts.notSent === late, `${late} xã chưa gửi (${counted(before)})`);
  check(before.counts.passed === sentAtFirst - faulty, `${sentAtFirst - faulty} xã đạt (${counted(before)})`);
  check(
    before.counts.mustCorrect + before.counts.toConfirm === faulty,
    `${faulty} xã phải sửa hoặc xác nhận`,
  );
  check(
    before.reminders.length === late + faulty,
    `${late + faulty} nội dung nhắc (${before.reminders.length})`,
  );
  const board = await tdkvh(
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
  check((await tdkvh('aggregate', '--final')).code === 3, '--final từ chối khi còn thiếu');

  const corrected = await returnAndCorrect(stage, communes, sent);
  for (const [name, bytes] of corrected) send(workspace, `lan 2/${name}`, bytes);
  for (const one of communes.slice(sentAtFirst)) {
    const { bytes } = await fillWorkbook(
      readFileSync(join(forms, one.name)),
      fillingOf(one, size),
      'Công chức xã',
      '2024-11-29',
    );
    send(workspace, one.name, bytes);
  }

  const again = (await tdkvh('return', '--json')).json();
  check(again.reasons.length === 1, 'đọc được lý do của xã giải thích');
  check((await tdkvh('aggregate')).code === 1, 'còn một lỗi chờ xác nhận');
  const [{ id, reason }] = again.reasons;
  const accepted = await tdkvh(
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
  check(
    (await tdkvh('accept', id, '--reason', 'x', '--person', 'y')).code === 2,
    'accept lần hai bị từ chối',
  );
  const after = (await tdkvh('status', '--as-of', '2024-12-02', '--json')).json();
  check(after.counts.passed === expected, `mọi xã đạt (${counted(after)})`);
  const last = (await tdkvh('return', '--json')).json();
  check(
    last.returns.length === 0 && readdirSync(join(workspace, 'out', 'returns')).length === 1,
    'không còn đề nghị sửa nào, phiếu cũ đã dọn',
  );
  check(
    (await tdkvh('aggregate', '--final')).code === 3,
    '--final còn từ chối vì tệp ghi kỳ 2023 chưa được xử lý',
  );
  settle(
    stage,
    communes.find(({ fault }) => fault?.field === 'period'),
    after.findings,
  );
  const final = await tdkvh('aggregate', '--final');
  check(
    final.code === 0,
    `--final thành công${final.code === 0 ? '' : `: ${final.stdout.slice(-600)}${final.stderr.slice(-600)}`}`,
  );
}

/** The returns, looked at part by part, and what the twelve communes make of them. */
async function returnAndCorrect(stage, communes, sent) {
  const { tdkvh, check, folder, look } = stage;
  const workspace = join(folder, '2024');
  const outcome = await tdkvh('return', '--letter', '--until', '2024-12-01', '--json');
  const { returns } = outcome.json();
  const faulty = communes.filter(({ fault }) => fault !== undefined);
  check(returns.length === faulty.length, `đề nghị sửa cho ${faulty.length} xã (${returns.length})`);
  const corrected = new Map();
  const wanted = [];
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
      wanted.push({ bytes: marked, ...cellOf(one.fault.field, one.fault.row) });
    corrected.set(name, await correct(one, marked, stage));
  }
  const original = faulty.every(
    ({ code, name }) =>
      Buffer.compare(readFileSync(join(workspace, 'submissions', name)), sent.get(code).bytes) === 0,
  );
  check(original, 'tệp đã gửi còn nguyên');
  const unmarked = await look(wanted);
  if (unmarked === undefined) console.log('bỏ qua     LibreOffice không có trên máy: chưa xem các dấu');
  else
    check(
      unmarked.length === 0,
      `LibreOffice hiện màu và ghi chú ở ${String(wanted.length)} ô${unmarked.length === 0 ? '' : `; thiếu ${unmarked.join(', ')}`}`,
    );
  return corrected;
}

/** The commune corrects in the workbook that came back, or explains in the box for the reason. */
async function correct(commune, marked, { check, size }) {
  const { fault } = commune;
  const right = fillingOf(commune, size);
  if (fault.reason !== undefined) fault.spoil(right);
  right.information.submissionNo = count(2);
  right.information.period = { typed: '2024', means: { kind: 'text' } };
  const { bytes } = await fillWorkbook(marked, right, 'Công chức xã', '2024-11-30');
  if (fault.reason === undefined) return bytes;
  const answer = await answered(bytes, fault.reason);
  check(answer.boxes === 1, `phiếu có một ô ghi lý do (${String(answer.boxes)})`);
  return answer.bytes;
}

function communeOf(name, fault) {
  return { name, code: name.slice(0, 5), fault };
}

/** The office settles the file of the wrong year, as `status` told it to. */
function settle({ check, folder }, { name }, findings) {
  const said = findings.find(
    ({ code, at }) => code === 'tracking/unusable-replaced' && at.file.endsWith(name),
  );
  const sha256 = /[0-9a-f]{64}/u.exec(said?.hint ?? '')?.[0];
  check(sha256 !== undefined, 'status chỉ ra tệp cũ cần xử lý');
  const path = join(folder, '2024', 'tdkvh.yaml');
  const text = readFileSync(path, 'utf8').replace(/^submissions:.*\n/mu, '');
  writeFileSync(path, `${text}\nsubmissions:\n  - sha256: "${String(sha256)}"\n    use: false\n`);
}

/** The same figures each time; only the fault makes the difference. */
function fillingOf({ code, name }, { areas }) {
  const unit = {
    code,
    name: '',
    type: typeOfForm(name),
    group: '',
    areaClass: 'ordinary',
    region: 'plain',
    urban: 'rural',
  };
  const names = Array.from({ length: areas }, (_, index) => ({
    name: `Thôn ${VILLAGES[(Number(code) + index * 3) % VILLAGES.length]} ${String(index + 1)}`,
    kind: 'thon',
  }));
  return inventFilling(SEED, unit, OCCASION, PLAIN, { names });
}

function send(workspace, name, bytes) {
  const path = join(workspace, 'submissions', name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
}
