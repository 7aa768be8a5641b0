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
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { filesIn, here, sameFiles } from '../compare.js';
import { onDisk } from './disk.js';
import { endsWith } from './ends-with.js';
import { windowsPath } from './wine.js';

/** Names that Windows allows; one with “%” is cut by wine's cmd.exe. */
const NAMES = ['nhận từ các xã', 'a & b (1)', 'x^y', 'xong!', '-x', 'một,hai;ba=bốn'];
/** As many communes as show that all is read. */
const COMMUNES = 4;
const SKIPPED = [
  'launcher: what Explorer itself hands over (wine has no cmdcmdline): the command line is set as Explorer writes it; with & ^ % ! in a name it is given to start.cjs, since the cmd.exe of wine reads these again',
  'launcher: a name with % through tdkvh.cmd itself (the cmd.exe of wine cuts it even in quotes): it is tried behind it',
  'launcher: without node.exe or the beginning: the window that stays after something was dropped, and the one that does not wait where somebody typed (the cmd.exe of wine reads again what it reads late)',
  'launcher: a folder of received files dropped from \\\\server\\share (a program of wine cannot stand there), OneDrive, SmartScreen',
  'launcher: what Explorer does with the results handed to it (wine has no Word and no Excel)',
];
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Another code page than the one tdkvh.cmd sets: Vietnamese of Windows. */
const CODE_PAGE = '1258';
/** How a shortcut of Explorer begins. */
const SHORTCUT = Buffer.from('4c0000000114020000000000c0000000000000469b000000', 'hex');
/** What tdkvh.cmd takes for a sound beginning, when node ends with it. */
const PASSES = 76;
/** Words of Node itself. */
const OF_NODE = /node:internal|Require stack|Cannot find module|SyntaxError/u;
const STAYS = 'Nhấn Enter để đóng cửa sổ.';
/** What `pause` of wine's cmd.exe says. */
const PAUSE = 'Press any key';
/** What a copy may lack before anything of the program runs, and what is told. */
const GONE = /** @type {const} */ ([
  ['node', 'Không chạy được node.exe'],
  ['node/node.exe', 'Không chạy được node.exe'],
  ['app', 'chep chua du'],
  ['app/start.cjs', 'chép chưa đủ'],
]);

/** @param {{ wine: import('./wine.js').Wine, work: string, folder: string }} given */
export async function checkLauncher({ wine, work, folder }) {
  mkdirSync(work, { recursive: true });
  const program = join(folder, 'app', 'bin', 'tdkvh.js');
  /** @type {string[]} */
  const faults = [];
  let tried = 0;
  /** @type {Record<string, string>} */
  let seesExplorer = {};
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
  copyFaults();
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

  /** A copy of which a piece is missing, emptied, changed or of another version: one sentence, whoever started it. */
  function copyFaults() {
    const shows = (/** @type {string} */ what, /** @type {string} */ words) => {
      for (const [how, arg] of [
        ['dropped', windowsPath(example)],
        ['typed', '--version'],
      ]) {
        const { code, stdout, stderr } = called('chep', arg ?? '');
        const said = `${stdout}${stderr}`;
        const told = code === 4 && said.replaceAll(/\s+/gu, ' ').includes(words);
        expect(`${what}, ${how}`, told && !OF_NODE.test(said), `${code} ${said}`);
      }
    };
    /** Of links to the same bytes one is replaced, not written over; afterwards it is as it was. */
    const without = (
      /** @type {string} */ what,
      /** @type {string} */ name,
      /** @type {Uint8Array | string | undefined} */ bytes,
      /** @type {string} */ words,
      /** @type {readonly string[]} */ also = [],
    ) => {
      const place = join(copy, name);
      for (const gone of [name, ...also]) rmSync(join(copy, gone), { force: true });
      if (bytes !== undefined) writeFileSync(place, bytes);
      shows(what, words);
      rmSync(place, { force: true });
      for (const gone of [name, ...also])
        if (existsSync(join(folder, gone))) linkSync(join(folder, gone), join(copy, gone));
    };
    const shownName = (/** @type {string} */ name) => name.replaceAll('/', '\\');
    const bytesOf = (/** @type {string} */ name) => readFileSync(join(folder, name));
    const template = filesIn(join(folder, 'app', 'templates', 'findings'))[0] ?? '';
    const criteria = filesIn(join(folder, 'app', 'templates', 'criteria'))[0] ?? '';
    const registry = filesIn(join(folder, 'app', 'dist', 'registry'))[0] ?? '';
    const main = 'app/dist/program/main.cjs';
    for (const name of [
      main,
      'app/bin/tdkvh.js',
      `app/templates/findings/${template}`,
      `app/templates/criteria/${criteria}`,
      `app/dist/registry/${registry}`,
    ]) {
      without(`${name} missing`, name, undefined, shownName(name));
      without(`${name} emptied`, name, '', shownName(name));
      without(`${name} of zeros`, name, Buffer.alloc(bytesOf(name).length), shownName(name));
    }
    const left = 'app/templates/criteria/nd86-2019/bo-tieu-chi.yaml';
    mkdirSync(dirname(join(copy, left)));
    without('a file of another version left behind', left, 'x', shownName(left));
    rmSync(dirname(join(copy, left)), { recursive: true });

    const list = 'app/files.json';
    const { files: all } = JSON.parse(bytesOf(list).toString('utf8'));
    for (const [what, text] of /** @type {const} */ ([
      ['missing', undefined],
      ['empty', ''],
      ['cut short', bytesOf(list).subarray(0, 1000)],
      ['of nothing', '{"schema":"tdkvh/files@1","files":[]}'],
      ['without a file', JSON.stringify({ schema: 'tdkvh/files@1', files: all.slice(1) })],
    ])) {
      without(`the list ${what}`, list, text, 'app\\files.json');
      without(`the list ${what}, and no program`, list, text, 'app\\files.json', [main]);
    }

    const beginning = 'app/start.cjs';
    const start = bytesOf(beginning);
    for (const [what, bytes] of /** @type {const} */ ([
      ['missing', undefined],
      ['empty', ''],
      ['with a blank more', start.toString().replace(' {', '{ ')],
      ['without a program', Buffer.alloc(start.length, '}')],
      ['of zeros', Buffer.alloc(start.length)],
    ]))
      without(`the beginning ${what}`, beginning, bytes, 'chép chưa đủ');
    const words = 'app/chep-thieu.txt';
    without('the beginning and its words missing', beginning, undefined, 'chep chua du', [words]);

    const runtime = 'node/node.exe';
    const sound = bytesOf(runtime);
    without('node.exe missing', runtime, undefined, 'Không chạy được node.exe');
    without('node.exe empty', runtime, '', 'Không chạy được node.exe');
    without('node.exe cut short', runtime, sound.subarray(0, sound.length / 3), 'Không chạy được node.exe');
    for (const code of [0, 1, PASSES, 104]) {
      const program = endsWith(code);
      writeFileSync(join(wine.drive, 'het.exe'), program);
      expect(`a program that ends with ${code}`, wine.run(['C:\\het.exe'], work).code === code);
      without(
        `a program in the place of node.exe that ends with ${code}`,
        runtime,
        program,
        'Không chạy được node.exe',
      );
    }
    without(
      'a program in the place of node.exe that ends as for other bytes',
      runtime,
      endsWith(PASSES + 1),
      'chép chưa đủ',
    );
  }

  /**
   * As a double click or a drop does it: tdkvh.cmd in a console, with the command line of Explorer. What was dropped
   * stands behind it too, there for cmd.exe to take apart. `odd`: signs that only the cmd.exe of Windows keeps where it
   * reads late; what follows tdkvh.cmd is run by itself then.
   */
  async function byMouse(
    /** @type {string} */ what,
    {
      copy: where = 'tdkvh',
      words = '',
      dropped = '',
      typed = [],
      ends = STAYS,
      answer: last = '',
      exits = 0,
      odd = false,
    },
  ) {
    const self = `C:\\${where}\\tdkvh.cmd`;
    const line = `C:\\windows\\system32\\cmd.exe /c ""${self}"${dropped === '' ? '' : ` ${dropped}`}"`;
    const handed = [...dropped.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const program = odd
      ? [`C:\\${where}\\node\\node.exe`, `C:\\${where}\\app\\start.cjs`]
      : ['cmd.exe', '/c', self, ...handed];
    const answer = await wine.console(program, work, {
      typed: [...typed, [ends, last]],
      more: { ...(odd ? { TDKVH_SELF: self, TDKVH_LINE: line } : { CMDCMDLINE: line }), ...seesExplorer },
    });
    const { code, stdout } = answer ?? { code: null, stdout: '' };
    // A console breaks its lines where they end, also within a word.
    const [said, wanted] = [stdout, words].map((text) => text.replaceAll(/\s+/gu, ''));
    expect(`${what}: told`, (said ?? '').includes(wanted ?? ''), stdout);
    expect(`${what}: the window stays`, stdout.includes(ends), stdout);
    expect(`${what}: exit code`, code === (odd ? exits + 100 : exits), `${code} ${stdout}`);
  }

  /** What is handed to Explorer at the end, where wine has no Word and no Excel: a Node of its name notes it. */
  async function opening() {
    const explorer = join(wine.drive, 'windows', 'explorer.exe');
    const [kept, notes] = [`${explorer}.kept`, join(wine.drive, 'opened.txt')];
    renameSync(explorer, kept);
    linkSync(join(folder, 'node', 'node.exe'), explorer);
    writeFileSync(
      join(wine.drive, 'note.cjs'),
      'if (/explorer/iu.test(process.execPath)) { require("node:fs").appendFileSync("C:\\\\opened.txt", `${process.argv.slice(1).join("|")}\\n`); process.exit(1); }',
    );
    seesExplorer = { NODE_OPTIONS: '--require C:\\note.cjs', WINEDLLOVERRIDES: 'explorer.exe=n' };
    const name = 'mở, xem & sửa (1)';
    cpSync(sent, join(work, name, 'nhận'), { recursive: true });
    const results = ['bao-cao.docx', 'tong-hop.xlsx'].map((file) =>
      windowsPath(join(work, name, 'tdkvh-out', file)),
    );
    const folderDropped = {
      dropped: `"${windowsPath(join(work, name, 'nhận'))}"`,
      ends: 'Mở báo cáo Word',
      exits: wanted.code ?? 0,
    };
    await byMouse('results not asked for', { ...folderDropped, answer: '' });
    expect('results not asked for: nothing opened', !existsSync(notes));
    await byMouse('results asked for', { ...folderDropped, answer: 'c' });
    for (let wait = 0; wait < 50 && linesOf(notes).length < results.length; wait += 1) await pause(200);
    expect(
      'results asked for: Word and Excel files opened',
      linesOf(notes).join() === results.join(),
      linesOf(notes).join(),
    );
    seesExplorer = {};
    rmSync(explorer);
    renameSync(kept, explorer);
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
    await opening();
    const disk = join(work, 'chỉ đọc');
    const made = await onDisk(disk, '64m', async (readOnly) => {
      cpSync(sent, join(disk, 'nhận', 'các xã'), { recursive: true });
      readOnly();
      await byMouse('folder on a read-only disk by mouse', {
        dropped: `"${windowsPath(join(disk, 'nhận', 'các xã'))}"`,
        words: 'VH832',
        exits: 4,
      });
    });
    if (!made) SKIPPED.push('launcher: a read-only disk (this user may not mount)');
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
      words: 'có thể không mở được: hãy chuyển cả thư mục kết quả',
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
    for (const [gone, words] of GONE) {
      const part = join(wine.drive, 'thieu');
      linked(folder, part);
      rmSync(join(part, gone), { recursive: true });
      await byMouse(`double click without ${gone}`, { copy: 'thieu', words, ends: PAUSE, exits: 4 });
      rmSync(part, { recursive: true });
    }
    await byMouse('changed node.exe', { copy: 'thay', words: 'đã bị thay node\\node.exe', exits: 4 });
    rmSync(copy, { recursive: true });
  }
}

/** In any order. @param {string} file */
const linesOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').sort() : []);

/** The same files in another folder, without their bytes twice. @param {string} from @param {string} to */
function linked(from, to) {
  for (const path of filesIn(from)) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    linkSync(join(from, path), join(to, path));
  }
}
