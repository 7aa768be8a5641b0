/**
 * Stands between the launcher and the program, and sees to it that the copy is whole. On a Windows PC Explorer hands
 * over what was dropped without quotes around `&`, `^` or `%`, so that the arguments of the batch file are already cut:
 * the whole command line is read instead. Started by mouse it runs, offers the results, and keeps the window open; its
 * exit code is then the program's plus 100, by which tdkvh.cmd knows that nobody called it. Otherwise it only hands over.
 */
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const BY_MOUSE = 100;
const FAULT = 4;
const WRONG_USE = 2;
const PATIENCE_MS = 700;
/** One less than a new window has: a line that fills it is followed by an empty one. */
const COLUMNS = 79;
const PROGRAM = path.join(__dirname, 'bin', 'tdkvh.js');
const HOME = path.dirname(__dirname);
/** What a leader wants to see first. */
const RESULTS = ['bao-cao.docx', 'tong-hop.xlsx'];

/** No program of Windows can stand in a folder with a longer path. */
const MOST_STOOD_IN = 258;

/** No file of Windows has a longer path, unless a program asks for more: what unpacks or copies leaves it out. */
const MOST_LETTERS = 259;

/** Excel opens no longer path. */
const MOST_OF_EXCEL = 218;

/** Of a large file (node.exe) a command that is typed reads this much, evenly spread. */
const SAMPLES = 64;
const SAMPLE_BYTES = 16_384;

/** @typedef {'folder' | 'file' | undefined} Kind what stands at a path */
/**
 * @typedef {{ way: 'command' } | { way: 'menu' } | { way: 'refused', reason: string }
 *   | { way: 'run', folder: string, args: string[], out?: string }} Decision
 */

/** Folders of a period, each dropped as if it were the period. */
const OF_A_PERIOD = new Set(['submissions', 'out', 'previous', 'templates', 'forms', 'sealed']);
/** What this program writes: read as submissions, replies and blank forms would count for what was sent. */
const OUT = 'tdkvh-out';
const RESULT_FOLDERS = new Set(['out', OUT]);

/**
 * What is to be done.
 *
 * @param {object} given
 * @param {string | undefined} given.line the command line of cmd.exe, as Windows keeps it
 * @param {string} given.self path of tdkvh.cmd
 * @param {readonly string[]} given.args what the batch file was given
 * @param {(path: string) => Kind} given.kindOf
 * @returns {Decision}
 */
function decide({ line, self, args, kindOf }) {
  const whole = line === undefined ? undefined : afterSelf(line, self);
  // Called by another batch file or typed: that is somebody who reads the exit code, not a mouse.
  if (line !== undefined && whole === undefined) return { way: 'command' };
  const words = whole === undefined ? args : wordsOf(whole);
  if (whole !== undefined && words.length === 0) return { way: 'menu' };
  const places = words.map((word) => ({
    word,
    kind: path.win32.isAbsolute(word) ? kindOf(word) : undefined,
  }));
  const [{ word = '', kind = undefined } = {}] = places;
  const lost = places.some((place) => place.kind === undefined);
  // Dropped, and not to be had any more: a share or a stick that is gone, a name that is too long.
  if (lost && whole !== undefined && places.every((place) => path.win32.isAbsolute(place.word)))
    return { way: 'refused', reason: 'mat' };
  if (places.length === 0 || lost) return { way: 'command' };
  // The file that makes a folder a period, taken for the period.
  if (places.length === 1 && kind === 'file' && path.win32.basename(word).toLowerCase() === 'tdkvh.yaml')
    return ofPeriod(path.win32.dirname(word));
  if (places.every((place) => place.kind === 'file'))
    return { way: 'run', folder: path.win32.dirname(word), args: ['validate', ...words] };
  if (places.length > 1 || kind !== 'folder') return { way: 'refused', reason: 'nhieu' };
  const folder = word.replace(/[\\/]+$/u, '');
  const parent = path.win32.dirname(folder);
  if (kindOf(path.win32.join(folder, 'tdkvh.yaml')) === 'file') return ofPeriod(folder);
  // Files of a period, dropped without the period around them: results stay where the period has them.
  if (kindOf(path.win32.join(parent, 'tdkvh.yaml')) === 'file') {
    // Its other folders hold nothing that was sent: read as submissions they would empty the results.
    const own = OF_A_PERIOD.has(path.win32.basename(folder).toLowerCase());
    const args = own
      ? ['aggregate', '--workspace', parent]
      : ['aggregate', `.\\${path.win32.basename(folder)}`];
    return { way: 'run', folder: parent, args, out: path.win32.join(parent, 'out') };
  }
  const home = path.win32.dirname(self).toLowerCase();
  if ([home, path.win32.join(home, 'app'), path.win32.join(home, 'node')].includes(folder.toLowerCase()))
    return { way: 'refused', reason: 'chuongtrinh' };
  const isResults = (/** @type {string} */ one) =>
    RESULT_FOLDERS.has(path.win32.basename(one).toLowerCase()) &&
    kindOf(path.win32.join(one, 'results.json')) === 'file';
  // It would be written into itself, whatever it holds now.
  if (path.win32.basename(folder).toLowerCase() === OUT) return { way: 'refused', reason: 'ketqua' };
  if (isResults(folder) || isResults(parent)) return { way: 'refused', reason: 'ketqua' };
  // The root of a drive or of a shared folder has nothing beside it.
  if (/^[a-z]:$/iu.test(folder) || parent === folder || kindOf(parent) !== 'folder')
    return { way: 'refused', reason: 'goc' };
  // Results go beside what was dropped, never into it; a name that begins with “-” is no option.
  const out = path.win32.join(parent, OUT);
  const name = `.\\${path.win32.basename(folder)}`;
  const where = parent.length > MOST_STOOD_IN ? [folder, '--out', out] : [name];
  return { way: 'run', folder: parent, args: ['aggregate', ...where], out };
}

/** @param {string} folder @returns {Decision} */
function ofPeriod(folder) {
  const args = ['aggregate', '--workspace', folder];
  return { way: 'run', folder, args, out: path.win32.join(folder, 'out') };
}

/** What follows tdkvh.cmd in `cmd.exe /c ""D:\tdkvh\tdkvh.cmd" D:\a&b"`; undefined when it was called otherwise. */
function afterSelf(/** @type {string} */ line, /** @type {string} */ self) {
  const opening = `/c ""${self}"`;
  const at = line.toLowerCase().indexOf(opening.toLowerCase());
  return at < 0 ? undefined : line.slice(at + opening.length).replace(/"\s*$/u, '');
}

/** Explorer quotes what holds a blank and nothing else, no wide or unbroken one; a quote is no part of a name on Windows. */
const wordsOf = (/** @type {string} */ text) =>
  [...text.matchAll(/"([^"]*)"|([^ \t\r\n"]+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');

/** @returns {Kind} */
function kindOf(/** @type {string} */ place) {
  try {
    const found = fs.statSync(place);
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : undefined;
  } catch {
    return undefined;
  }
}

/** What systems leave in any folder that somebody has opened. */
const OF_THE_SYSTEM = /(?:^|\/)(?:\.|~\$|desktop\.ini$|thumbs\.db$)/iu;

/** @typedef {{ path: string, size: number, sha256: string, sample?: string }} Packed */

/**
 * The list packed with the program; undefined when it is absent, cut short, emptied or changed: it names its own digest.
 *
 * @param {string} app the folder this file is in
 * @returns {Packed[] | undefined}
 */
function packedList(app) {
  try {
    const list = JSON.parse(fs.readFileSync(path.join(app, 'files.json'), 'utf8'));
    const sound = list.files.length > 0 && list.sha256 === sha256Of(JSON.stringify(list.files));
    return sound ? list.files : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What is not as it was packed: files that are absent or hold other bytes, of a copy that was cut short (its files may
 * have their full size and hold nothing), changed, or mixed from two versions; and files of another version that were
 * left behind where the program looks for its own.
 *
 * @param {string} app the folder this file is in
 * @param {boolean} whole else of a large file only its sample: read whole from a share with every command that is
 *   typed, 70 MB would cost more than the command
 * @param {(text: string) => void} say what is typed may be read by another program: only results go to its stdout
 * @returns {string[]}
 */
function wrongFiles(app, whole = true, say = console.error) {
  const files = packedList(app);
  if (files === undefined) return ['app/files.json'];
  const start = Date.now();
  let said = false;
  const wrong = files.filter(({ path: name, size, sha256, sample }) => {
    // A copy on a slow share: somebody looks at an empty window.
    if (!said && Date.now() - start > PATIENCE_MS) {
      say('Đang kiểm tra thư mục tdkvh…');
      said = true;
    }
    const place = path.join(app, '..', name);
    try {
      if (fs.statSync(place).size !== size) return true;
      return whole || sample === undefined ? digestOf(place) !== sha256 : sampleOf(place, size) !== sample;
    } catch {
      return true;
    }
  });
  const known = new Set(files.map(({ path: name }) => name).concat('app/files.json'));
  return [...wrong.map(({ path: name }) => name), ...filesBelow(app).filter((name) => !known.has(name))];
}

/** As the list names them. @param {string} app @returns {string[]} */
function filesBelow(app) {
  return fs
    .readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      `app/${path.relative(app, path.join(entry.parentPath, entry.name))}`.replaceAll('\\', '/'),
    )
    .filter((name) => !OF_THE_SYSTEM.test(name))
    .sort();
}

const sha256Of = (/** @type {string | Buffer} */ bytes) =>
  require('node:crypto').createHash('sha256').update(bytes).digest('hex');

const digestOf = (/** @type {string} */ place) => sha256Of(fs.readFileSync(place));

/**
 * Digest of pieces spread evenly over a file, the first and the last among them: a copy that was cut short and kept its
 * size, or is of another version, has other bytes in many of them.
 *
 * @param {string} place
 * @param {number} size
 */
function sampleOf(place, size) {
  const digest = require('node:crypto').createHash('sha256');
  const piece = Buffer.alloc(SAMPLE_BYTES);
  const handle = fs.openSync(place, 'r');
  try {
    for (let index = 0; index < SAMPLES; index += 1) {
      const from = Math.floor((Math.max(size - SAMPLE_BYTES, 0) * index) / (SAMPLES - 1));
      digest.update(piece.subarray(0, fs.readSync(handle, piece, 0, SAMPLE_BYTES, from)));
    }
  } finally {
    fs.closeSync(handle);
  }
  return digest.digest('hex');
}

/**
 * What is said of results in a place that this program reaches and others may not; nothing where they do.
 *
 * @param {readonly string[]} results their whole paths
 */
function farResults(results) {
  const far = results.filter(
    (file) => file.length > (file.toLowerCase().endsWith('.xlsx') ? MOST_OF_EXCEL : MOST_LETTERS),
  );
  if (far.length === 0) return undefined;
  const longest = Math.max(...far.map((file) => file.length));
  const names = far.map((file) => path.win32.basename(file)).join(', ');
  return `Đường dẫn của ${names} dài đến ${longest} ký tự nên Word, Excel, File Explorer có thể không mở được: hãy chuyển cả thư mục kết quả đến nơi có đường dẫn ngắn hơn, ví dụ C:\\2024, rồi mở ở đó.`;
}

/** What the window asks at the end. */
const ASKS = {
  open: 'Mở báo cáo Word và bảng Excel? Gõ c rồi Enter để mở; nhấn Enter để đóng: ',
  close: 'Nhấn Enter để đóng cửa sổ.',
};

const REASONS = {
  chuongtrinh:
    'Đã thả thư mục của chính chương trình.\n→ Để các tệp đã nhận vào một thư mục riêng rồi thả thư mục đó. Muốn xem thử: nhấn đúp tdkvh.cmd rồi làm theo bảng việc.',
  ketqua:
    'Đã thả thư mục kết quả do chương trình ghi ra, không phải tệp các đơn vị gửi.\n→ Hãy thả thư mục chứa các tệp đã nhận; kết quả lần trước sẽ được thay bằng kết quả mới.',
  goc: 'Đã thả cả một ổ đĩa hoặc cả một thư mục dùng chung.\n→ Hãy thả thư mục chứa các tệp đã nhận, không thả cả ổ đĩa.',
  mat: 'Không mở được tệp hoặc thư mục vừa thả: ổ mạng, USB đã ngắt, đường dẫn quá dài hoặc không có quyền đọc.\n→ Chép vào một thư mục trên máy có đường dẫn ngắn, ví dụ D:\\, rồi thả lại.',
  nhieu:
    'Đã thả nhiều thư mục, hoặc thư mục lẫn với tệp.\n→ Gom các tệp đã nhận vào một thư mục rồi thả một thư mục đó; hoặc chỉ thả các tệp để kiểm tra.',
};

function main() {
  const args = process.argv.slice(2);
  const { TDKVH_LINE: line, TDKVH_SELF: self = '' } = process.env;
  delete process.env['TDKVH_LINE'];
  // Elsewhere tdkvh.sh has looked at what it was given.
  const decision =
    path.sep === '/' ? /** @type {const} */ ({ way: 'command' }) : decide({ line, self, args, kindOf });
  if (decision.way === 'command') {
    if (isTold(wrongFiles(__dirname, false))) {
      process.exitCode = FAULT;
      return;
    }
    process.argv = [process.argv[0] ?? '', PROGRAM, ...args];
    require(PROGRAM);
    return;
  }
  byMouse(decision).then(
    (code) => (process.exitCode = BY_MOUSE + code),
    (error) => {
      console.log(`Không chạy được chương trình: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = BY_MOUSE + FAULT;
    },
  );
}

/** Says what is wrong with the copy, if anything is. @param {readonly string[]} wrong */
function isTold(wrong) {
  if (wrong.length > 0) console.error(copyFault(wrong, HOME));
  return wrong.length > 0;
}

/**
 * For the window that Windows opens, which breaks a line wherever it ends, also within a word.
 *
 * @param {string} text
 */
function wrapped(text) {
  return text.split('\n').map(wrappedLine).join('\n');
}

/** What belongs to an arrow stands under it. @param {string} line */
function wrappedLine(line) {
  const under = line.startsWith('→ ') ? '  ' : '';
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.length - 1;
    const longer = lines[last] === '' ? word : `${lines[last]} ${word}`;
    if (longer.length <= COLUMNS) lines[last] = longer;
    else lines.push(`${under}${word}`);
  }
  return lines.join('\n');
}

/**
 * One sentence, and what to do.
 *
 * @param {readonly string[]} wrong
 * @param {string} [home] the folder of the program
 * @param {string} separator of paths on this system
 */
function copyFault(wrong, home = '', separator = path.sep) {
  const named = wrong.slice(0, 3).join(', ').replaceAll('/', separator);
  const more = wrong.length > 3 ? ` và ${wrong.length - 3} tệp khác` : '';
  if (separator !== '/' && wrong.some((name) => home.length + 1 + name.length > MOST_LETTERS))
    return wrapped(tooLong(`Thư mục tdkvh thiếu ${named}${more}`));
  return wrapped(
    `Thư mục tdkvh không đúng như khi đóng gói: thiếu, thừa, dở dang hoặc đã bị thay ${named}${more}.\n` +
      '→ Giải nén lại tệp .zip thành một thư mục tdkvh mới, không chép đè lên thư mục cũ, rồi thử lại.',
  );
}

/** @param {string} what is missing */
const tooLong = (what) =>
  `${what}: đường dẫn quá dài (trên ${MOST_LETTERS} ký tự) nên Windows bỏ bớt tệp.\n→ Giải nén lại tệp .zip vào D:\\, chạy từ đó.`;

/** @param {Exclude<Decision, { way: 'command' }>} decision */
async function byMouse(decision) {
  if (isTold(wrongFiles(__dirname))) return waited(FAULT);
  if (decision.way === 'refused') {
    console.log(wrapped(REASONS[/** @type {keyof typeof REASONS} */ (decision.reason)]));
    return waited(WRONG_USE);
  }
  if (decision.way === 'menu') return waited(called([], path.dirname(HOME)));
  const code = called(decision.args, decision.folder);
  const results = RESULTS.map((name) => path.join(decision.out ?? '', name));
  if (decision.out === undefined || code > 1 || !results.every((file) => kindOf(file) === 'file'))
    return waited(code);
  const far = farResults(results);
  if (far !== undefined) console.log(`\n${wrapped(far)}\n`);
  const answer = await asked(ASKS.open);
  // Explorer needs no shell that would read `&`; a comma outside of quotes would be a second path to it. By its whole
  // path: a program of its name among the received files would be found before it.
  const explorer = path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'explorer.exe');
  if (/^\s*[cy]/iu.test(answer))
    for (const file of results)
      require('node:child_process')
        .spawn(explorer, [`"${file}"`], {
          detached: true,
          stdio: 'ignore',
          windowsVerbatimArguments: true,
        })
        .unref();
  return code;
}

/**
 * Runs the program in a folder, on this screen. Where it cannot stand there, also on some shares, paths that are whole
 * are found from anywhere.
 *
 * @param {string[]} args
 * @param {string} folder
 * @returns {number}
 */
function called(args, folder) {
  const whole = args.length > 0 && args.every((word) => /^[a-z-]+$/u.test(word) || path.isAbsolute(word));
  if (whole && folder !== __dirname && folder.length > MOST_STOOD_IN) return called(args, __dirname);
  const { status, error } = require('node:child_process').spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    // What was dropped runs once and the window closes: next steps are those of the menu.
    env: args.length === 0 ? process.env : { ...process.env, TDKVH_MOUSE: '1' },
    stdio: 'inherit',
  });
  if (error === undefined) return status ?? FAULT;
  if (whole && folder !== __dirname) return called(args, __dirname);
  console.log(wrapped(REASONS.mat));
  return FAULT;
}

/** @param {number} code */
async function waited(code) {
  await asked(`\n${ASKS.close}`);
  return code;
}

/** A line from the keyboard; nothing where nobody sits. @param {string} text @returns {Promise<string>} */
async function asked(text) {
  if (!process.stdin.isTTY) return '';
  const talk = require('node:readline').createInterface({ input: process.stdin, output: process.stdout });
  const answer = await new Promise((resolve) => {
    talk.question(text, resolve);
    talk.once('close', () => {
      resolve('');
    });
  });
  talk.close();
  return answer;
}

module.exports = {
  ASKS,
  MOST_LETTERS,
  copyFault,
  decide,
  farResults,
  packedList,
  sampleOf,
  tooLong,
  wrapped,
  wrongFiles,
};
if (require.main === module) main();
