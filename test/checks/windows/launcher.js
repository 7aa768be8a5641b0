/**
 * tdkvh.cmd by wine's cmd.exe: what is dropped on it, from where it runs, what stays in the window, and what it says
 * when the copy is not whole.
 */
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIn, here, sameFiles } from '../compare.js';
import { windowsPath } from './wine.js';

/** Names that Windows allows; one with “%” is cut by wine's cmd.exe. */
const NAMES = ['nhận từ các xã', 'a & b (1)', 'x^y', 'xong!', '-x', 'một,hai;ba=bốn'];
/** As many communes as show that all is read. */
const COMMUNES = 4;
const SKIPPED = [
  'launcher: what Explorer itself hands over (wine has no cmdcmdline): the command line is set as Explorer writes it; with & ^ % ! in a name it is given to start.cjs, since the cmd.exe of wine reads these again',
  'launcher: a name with % through tdkvh.cmd itself (the cmd.exe of wine cuts it even in quotes), and a read-only folder dropped on it: both are tried behind it',
  'launcher: the window that stays without node.exe, or without the beginning (the cmd.exe of wine cuts nothing out of what it reads late): what is told and the exit code are tried',
  'launcher: a folder of received files dropped from \\\\server\\share (a program of wine cannot stand there), OneDrive, SmartScreen',
  'launcher: opening the results (wine has no Word and no Excel)',
];
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Another code page than the one tdkvh.cmd sets: Vietnamese of Windows. */
const CODE_PAGE = '1258';
/** How a shortcut of Explorer begins. */
const SHORTCUT = Buffer.from('4c0000000114020000000000c0000000000000469b000000', 'hex');
/** A program of wine that ends with 0 whatever it is asked. */
const DOES_NOTHING = 'windows/system32/icacls.exe';
const STAYS = 'Nhấn Enter để đóng cửa sổ.';

/** @param {{ wine: import('./wine.js').Wine, work: string, folder: string }} given */
export async function checkLauncher({ wine, work, folder }) {
  mkdirSync(work, { recursive: true });
  const program = join(folder, 'app', 'bin', 'tdkvh.js');
  /** @type {string[]} */
  const faults = [];
  let tried = 0;
  const expect = (/** @type {string} */ what, /** @type {boolean} */ holds, detail = '') => {
    tried += 1;
    if (!holds) faults.push(`${what} ${detail.slice(0, 400)}`);
  };
  // Paths without blanks: wine's cmd.exe loses the quotes of the first word after /c, and the exit code of `call`.
  symlinkSync(folder, join(wine.drive, 'tdkvh'));
  const called = (/** @type {string} */ copy, /** @type {string[]} */ ...args) =>
    wine.run(['cmd.exe', '/c', `C:\\${copy}\\tdkvh.cmd`, ...args], work);

  const example = join(work, 'ví dụ');
  here([program, 'init', '--example', example], work);
  const twin = join(work, 'here', 'ví dụ');
  cpSync(example, twin, { recursive: true });
  const plain = called('tdkvh', '--version');
  expect('typed: answer', plain.code === 0 && /^\d+\.\d+\.\d+\s*$/u.test(plain.stdout), plain.stdout);
  const wrong = called('tdkvh', 'khong-co-lenh');
  expect('typed: exit code', wrong.code === 2, `${wrong.code} ${wrong.stdout}`);

  const dropped = called('tdkvh', windowsPath(example));
  const wanted = here([program, 'aggregate'], twin);
  expect('period dropped: exit code', dropped.code === wanted.code, `${dropped.code}\n${dropped.stdout}`);
  const compared = sameFiles('period dropped', join(twin, 'out'), join(example, 'out'));
  tried += compared.compared;
  faults.push(...compared.faults);
  expect(
    'period dropped: the menu as next step',
    dropped.stdout.includes('việc số 6 (nhấn đúp tdkvh.cmd)'),
    dropped.stdout,
  );
  // The demo of the repository, as everybody sees it.
  here([join(ROOT, 'build', 'demo.js')], work);
  const shown = sameFiles('the demo', join(ROOT, 'out', 'demo', 'out'), join(example, 'out'));
  tried += shown.compared;
  faults.push(...shown.faults);
  console.log(
    `launcher: the example dropped on tdkvh.cmd, ${shown.compared} files as those of the demo, byte by byte`,
  );

  const sent = join(example, 'submissions');
  const some = readdirSync(sent)
    .filter((name) => name.endsWith('.xlsx'))
    .slice(0, COMMUNES);
  for (const name of NAMES) {
    const [one, other] = ['here', 'windows'].map((side) => join(work, side, 'nhận'));
    for (const place of [one, other])
      for (const file of some) {
        mkdirSync(join(place, name), { recursive: true });
        cpSync(join(sent, file), join(place, name, file));
      }
    const there = called('tdkvh', windowsPath(join(other, name)));
    const expected = here([program, 'aggregate', `./${name}`], one);
    expect(`“${name}” dropped: exit code`, there.code === expected.code, there.stdout + there.stderr);
    const same = sameFiles(`“${name}” dropped`, join(one, 'tdkvh-out'), join(other, 'tdkvh-out'));
    tried += same.compared;
    faults.push(...same.faults);
    expect(`“${name}”: nothing written into it`, filesIn(join(other, name)).length === some.length);
    for (const place of [one, other]) rmSync(place, { recursive: true });
  }

  const files = some.slice(0, 2).map((name) => windowsPath(join(sent, name)));
  const before = filesIn(example).join();
  const looked = called('tdkvh', ...files);
  expect('files dropped: only looked at', looked.code !== null && looked.code <= 1, looked.stdout);
  expect('files dropped: nothing written', filesIn(example).join() === before);
  const root = called('tdkvh', 'Z:\\');
  expect('drive dropped', root.code === 2 && root.stdout.includes('không thả cả ổ đĩa'), root.stdout);
  const own = called('tdkvh', 'C:\\tdkvh');
  expect('program dropped', own.code === 2 && own.stdout.includes('của chính chương trình'), own.stdout);
  const earlier = join(work, 'trước', 'tdkvh-out');
  mkdirSync(earlier, { recursive: true });
  cpSync(join(example, 'out', 'results.json'), join(earlier, 'results.json'));
  const results = called('tdkvh', windowsPath(earlier));
  expect('results dropped', results.code === 2 && results.stdout.includes('thư mục kết quả'), results.stdout);
  const mixed = called('tdkvh', windowsPath(sent), files[0] ?? '');
  expect('folder and file dropped', mixed.code === 2 && mixed.stdout.includes('Gom các tệp'), mixed.stdout);

  await inWindow();

  const odd = join(work, 'Bản chép (1) & mới!', 'tdkvh');
  linked(folder, odd);
  writeFileSync(join(wine.drive, 'goi.cmd'), '@echo off\r\ncall %*\r\n');
  const moved = wine.run(
    ['cmd.exe', '/c', 'C:\\goi.cmd', windowsPath(join(odd, 'tdkvh.cmd')), '--version'],
    work,
  );
  expect('program in an odd folder', /^\d+\.\d+\.\d+\s*$/u.test(moved.stdout), moved.stdout + moved.stderr);

  const copy = join(wine.drive, 'chep');
  linked(folder, copy);
  const shows = (/** @type {string} */ what, /** @type {string} */ words, ...args) => {
    const answer = called('chep', ...args);
    expect(
      what,
      answer.code === 4 && `${answer.stdout}${answer.stderr}`.includes(words),
      `${answer.code} ${answer.stdout}${answer.stderr}`,
    );
  };
  const part = join(copy, 'app', 'templates', 'findings');
  const [lost = ''] = readdirSync(part);
  rmSync(join(part, lost));
  shows('a file missing', `app\\templates\\findings\\${lost}`, windowsPath(example));
  shows('a file missing for what is typed', `app\\templates\\findings\\${lost}`, '--version');
  // Of links to the same bytes one is replaced, not written over.
  rmSync(join(copy, 'app', 'start.cjs'));
  writeFileSync(join(copy, 'app', 'start.cjs'), '');
  shows('the beginning cut short', 'chép chưa đủ', windowsPath(example));
  rmSync(join(copy, 'app', 'start.cjs'));
  shows('the beginning missing', 'chép chưa đủ', windowsPath(example));
  rmSync(join(copy, 'app', 'chep-thieu.txt'));
  shows('the beginning and its words missing', 'chep chua du', windowsPath(example));
  linkSync(join(folder, 'app', 'chep-thieu.txt'), join(copy, 'app', 'chep-thieu.txt'));
  const start = readFileSync(join(folder, 'app', 'start.cjs'));
  for (const [what, bytes] of /** @type {const} */ ([
    ['a blank more in the beginning', Buffer.from(start.toString().replace(' {', '{ '))],
    ['no program in the beginning', Buffer.alloc(start.length, '}')],
    ['nothing but zeros in the beginning', Buffer.alloc(start.length)],
  ])) {
    writeFileSync(join(copy, 'app', 'start.cjs'), bytes);
    expect(`${what}: of full size`, bytes.length === start.length);
    shows(what, 'chép chưa đủ', windowsPath(example));
    shows(`${what}, for what is typed`, 'chép chưa đủ', '--version');
  }
  rmSync(join(copy, 'app', 'start.cjs'));
  linkSync(join(folder, 'app', 'start.cjs'), join(copy, 'app', 'start.cjs'));
  linkSync(join(folder, 'app', 'templates', 'findings', lost), join(part, lost));
  const main = join(copy, 'app', 'dist', 'program', 'main.cjs');
  const whole = readFileSync(main);
  rmSync(main);
  writeFileSync(main, Buffer.alloc(whole.length, '}'));
  shows('other bytes in the program', 'app\\dist\\program\\main.cjs', windowsPath(example));
  shows('other bytes in the program, for what is typed', 'app\\dist\\program\\main.cjs', '--version');
  const template = join(part, lost);
  const { length } = readFileSync(template);
  rmSync(template);
  writeFileSync(template, Buffer.alloc(length));
  shows('a template of zeros, for what is typed', `app\\templates\\findings\\${lost}`, '--version');
  const runtime = join(copy, 'node', 'node.exe');
  const sound = readFileSync(runtime);
  rmSync(runtime);
  shows('node.exe missing', 'Không chạy được node.exe', windowsPath(example));
  writeFileSync(runtime, sound.subarray(0, sound.length / 3));
  shows('node.exe cut short', 'Không chạy được node.exe', windowsPath(example));
  writeFileSync(runtime, readFileSync(join(wine.drive, DOES_NOTHING)));
  expect(
    'a program that does nothing: ends with 0',
    wine.run(['C:\\chep\\node\\node.exe', '-e', ''], work).code === 0,
  );
  shows(
    'a program that does nothing in the place of node.exe',
    'Không chạy được node.exe',
    windowsPath(example),
  );
  shows(
    'a program that does nothing in the place of node.exe, for what is typed',
    'Không chạy được node.exe',
    '--version',
  );
  rmSync(copy, { recursive: true });

  // Beyond what Windows takes by itself; all of it there, and then without what an unpacking program leaves out.
  const longest = filesIn(folder).toSorted((one, other) => other.length - one.length)[0] ?? '';
  const far = 'x'.repeat(260 - `C:\\\\${longest}`.length);
  const long = join(wine.drive, far);
  linked(folder, long);
  const run = called(far, '--version');
  expect('a long path: runs whole', run.code === 0, run.stdout + run.stderr);
  const leftOut = (/** @type {string} */ what, /** @type {string} */ name, /** @type {string} */ words) => {
    rmSync(join(long, name));
    const answer = called(far, windowsPath(example));
    const said = `${answer.stdout}${answer.stderr}`.replaceAll(/\s+/gu, ' ');
    expect(what, answer.code === 4 && said.includes(words), `${answer.code} ${said}`);
  };
  leftOut('a long path: a file left out', longest, 'đường dẫn quá dài');
  leftOut('a long path: the beginning left out', 'app/start.cjs', 'đường dẫn quá dài');
  leftOut(
    'a long path: its words left out too',
    'app/duong-dan-dai.txt',
    'Duong dan cua thu muc tdkvh qua dai',
  );
  rmSync(long, { recursive: true });
  return { tried, faults, skipped: SKIPPED };

  /**
   * As a double click or a drop does it: tdkvh.cmd in a console, with the command line of Explorer. What was dropped
   * stands behind it too, there for cmd.exe to take apart. `odd`: signs that only the cmd.exe of Windows keeps where it
   * reads late; what follows tdkvh.cmd is run by itself then.
   */
  async function byMouse(
    /** @type {string} */ what,
    { copy: where = 'tdkvh', words = '', dropped = '', typed = [], ends = STAYS, exits = 0, odd = false },
  ) {
    const self = `C:\\${where}\\tdkvh.cmd`;
    const line = `C:\\windows\\system32\\cmd.exe /c ""${self}"${dropped === '' ? '' : ` ${dropped}`}"`;
    const handed = [...dropped.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const program = odd
      ? [`C:\\${where}\\node\\node.exe`, `C:\\${where}\\app\\start.cjs`]
      : ['cmd.exe', '/c', self, ...handed];
    const answer = await wine.console(program, work, {
      typed: [...typed, [ends, '']],
      more: odd ? { TDKVH_SELF: self, TDKVH_LINE: line } : { CMDCMDLINE: line },
    });
    const { code, stdout } = answer ?? { code: null, stdout: '' };
    // A console breaks its lines where they end, also within a word.
    const [said, wanted] = [stdout, words].map((text) => text.replaceAll(/\s+/gu, ''));
    expect(`${what}: told`, (said ?? '').includes(wanted ?? ''), stdout);
    expect(`${what}: the window stays`, stdout.includes(ends), stdout);
    expect(`${what}: exit code`, code === (odd ? exits + 100 : exits), `${code} ${stdout}`);
  }

  async function inWindow() {
    writeFileSync(
      join(wine.drive, 'trang.cmd'),
      `@echo off\r\nchcp ${CODE_PAGE}\r\ncall C:\\tdkvh\\tdkvh.cmd --version\r\nchcp\r\n`,
    );
    const answer = await wine.console(['cmd.exe', '/c', 'C:\\trang.cmd'], work);
    if (answer === undefined) {
      SKIPPED.push('launcher: code page and window (no `script` on this machine)');
      return;
    }
    const pages = [...answer.stdout.matchAll(/: (\d+)/gu)].map(([, page]) => page);
    expect('code page put back', pages.join() === `${CODE_PAGE},${CODE_PAGE}`, answer.stdout);
    await byMouse('double click', { words: 'Kết thúc', typed: [['[1]:', '0']] });
    await byMouse('period by mouse', {
      dropped: `"${windowsPath(example)}"`,
      words: 'Đã ghi vào',
      ends: 'Mở báo cáo Word',
      exits: wanted.code ?? 0,
    });
    await byMouse('file by mouse', {
      dropped: `"${windowsPath(join(sent, some[0] ?? ''))}"`,
      words: '1 tệp: không có gì phải sửa',
    });
    const share = wine.share('maychu', 'kỳ', dirname(example));
    const period = `${share}\\${basename(example)}`;
    rmSync(join(example, 'out'), { recursive: true });
    await byMouse('period on a share by mouse', {
      dropped: `"${period}"`,
      words: `Đã ghi vào “${period}\\out”`,
      ends: 'Mở báo cáo Word',
      exits: wanted.code ?? 0,
    });
    const again = sameFiles('period on a share', join(twin, 'out'), join(example, 'out'));
    tried += again.compared;
    faults.push(...again.faults);
    await byMouse('file on a share by mouse', {
      dropped: `"${period}\\submissions\\${some[0] ?? ''}"`,
      words: '1 tệp: không có gì phải sửa',
    });
    const loose = ['a&b', '100%', 'x^y!(1)', '-x', 'một,hai;ba=bốn'].map((name, index) => {
      const path = join(work, 'rời', `${name}.xlsx`);
      mkdirSync(dirname(path), { recursive: true });
      cpSync(join(sent, some[index % some.length] ?? ''), path);
      return windowsPath(path);
    });
    await byMouse('loose files by mouse', {
      dropped: loose.map((path) => (path.includes(' ') ? `"${path}"` : path)).join(' '),
      words: 'rồi thả thư mục đó vào tdkvh.cmd',
      odd: true,
    });
    const blank = join(work, 'rời', 'trống.xlsx');
    writeFileSync(blank, '');
    await byMouse('empty file by mouse', { dropped: `"${windowsPath(blank)}"`, words: 'VH101', exits: 2 });
    writeFileSync(join(work, 'rời', 'lối tắt.lnk'), SHORTCUT);
    await byMouse('shortcut by mouse', {
      dropped: `"${windowsPath(join(work, 'rời', 'lối tắt.lnk'))}"`,
      words: 'VH855',
      exits: 4,
    });
    await byMouse('the file of a period by mouse', {
      dropped: `"${windowsPath(join(example, 'tdkvh.yaml'))}"`,
      words: 'Đã ghi vào',
      ends: 'Mở báo cáo Word',
      exits: wanted.code ?? 0,
    });
    // Longer than the path of a folder in which a program of Windows can stand.
    const deep = join(
      work,
      ...['một', 'hai'].map((name) => `${name} ${'thư mục rất dài '.repeat(8)}x`),
      'nhận',
    );
    mkdirSync(deep, { recursive: true });
    for (const name of some) cpSync(join(sent, name), join(deep, name));
    await byMouse('long folder by mouse', {
      dropped: `"${windowsPath(deep)}"`,
      words: 'tdkvh-out',
      ends: 'Mở báo cáo Word',
    });
    expect('long folder by mouse: results', existsSync(join(deep, '..', 'tdkvh-out', 'bao-cao.docx')));
    await byMouse('drive by mouse', { dropped: 'Z:\\', words: 'không thả cả ổ đĩa', exits: 2 });
    // Of full size, and it runs: a word of its own text is another.
    const copy = join(wine.drive, 'thay');
    linked(folder, copy);
    const runtime = join(copy, 'node', 'node.exe');
    const bytes = readFileSync(runtime);
    bytes.write('Nodf', bytes.lastIndexOf('Node'));
    rmSync(runtime);
    writeFileSync(runtime, bytes);
    await byMouse('changed node.exe', { copy: 'thay', words: 'đã bị thay node\\node.exe', exits: 4 });
    rmSync(copy, { recursive: true });
  }
}

/** The same files in another folder, without their bytes twice. @param {string} from @param {string} to */
function linked(from, to) {
  for (const path of filesIn(from)) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    linkSync(join(from, path), join(to, path));
  }
}
