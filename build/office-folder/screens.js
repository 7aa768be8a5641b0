/**
 * What the program of a packed folder says at each step of the guide. The program itself is run, as Windows would show
 * it (as-windows.cjs), on the bundled example: a screen of the guide cannot differ from that of the program beside it.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RUNTIME_VERSION } from './runtimes.js';

const AS_WINDOWS = fileURLToPath(new URL('as-windows.cjs', import.meta.url));
/** What the menu asks. */
const ASKED = 'rồi nhấn Enter';
/** Shown of a long run, as much as a small picture can show. */
const LAST_LINES = 12;
const FIRST_LINES = 14;
const FEW_LINES = 9;
const CUT = '…';
/** Only what hangs is ended, however busy the machine is. */
const PATIENCE_MS = 900_000;

/** @typedef {readonly (readonly [asked: string, answer: string])[]} Talk */

/**
 * Text by the name of the picture in the guide.
 *
 * @param {string} folder the packed one
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function takeScreens(folder) {
  const work = mkdtempSync(join(tmpdir(), 'tdkvh-screens-'));
  try {
    const app = join(folder, 'app');
    const say = (
      /** @type {string} */ cwd,
      /** @type {string[]} */ args,
      /** @type {Talk} */ talk = [],
      more = {},
    ) => talked({ app, cwd: join(work, cwd), args, talk, more: { ...more, HOME: work } });
    for (const name of ['mới', 'kỳ', 'thả']) mkdirSync(join(work, name));
    await say('kỳ', ['init', '--example', '2024']);
    const dropped = { TDKVH_MOUSE: '1' };
    // What was received, without a period around it.
    cpSync(join(work, 'kỳ', '2024', 'submissions'), join(work, 'thả', RECEIVED), { recursive: true });
    const loose = await say('thả', ['aggregate', `./${RECEIVED}`], [], dropped);
    const { ASKS } = createRequire(import.meta.url)(join(app, 'start.cjs'));
    const [menu = '', init = ''] = steps(
      await say(
        'mới',
        [],
        [
          [ASKED, '1'],
          ['Kỳ báo cáo', '2024'],
          ['Đơn vị', 'Yên Phong, Bắc Ninh'],
          ['Hạn', '28/11/2024'],
          ['Tên thư mục', ''],
          ['Tạo thư mục này', 'c'],
          [ASKED, '0'],
        ],
      ),
    );
    const [, status = '', aggregate = '', accept = '', explain = '', final = ''] = steps(
      await say(
        'kỳ',
        [],
        [
          [ASKED, '4'],
          [ASKED, '3'],
          [ASKED, '7'],
          ['Mã của thông báo', await acceptable(say)],
          ['Lý do', 'đã đối chiếu hồ sơ'],
          ['Người xác nhận', 'Lê Văn An'],
          [ASKED, '10'],
          ['Mã in trong thông báo', 'VH347'],
          [ASKED, '8'],
          [ASKED, '0'],
        ],
      ),
    );
    return new Map([
      ['menu', menu],
      ['tao-ky', beginning(init)],
      ['tien-do', ending(status)],
      ['tong-hop', ending(aggregate)],
      ['xac-nhan', ending(accept)],
      ['giai-thich', ending(explain)],
      ['chot', ending(final)],
      ['tha-thu-muc-cuoi', `${last(loose)}\n\n${ASKS.open}`],
    ]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A folder as the guide drops it. */
export const RECEIVED = 'nhận từ các xã';

/** The id of a finding of the example that an office may confirm: the one in the help of the command. */
async function acceptable(/** @type {(cwd: string, args: string[]) => Promise<string>} */ say) {
  return /tdkvh accept (\w{10})/u.exec(await say('kỳ', ['accept', '--help']))?.[1] ?? '';
}

/** A long talk at the menu, choice by choice: each with its answer and what came of it, without the menu again. */
function steps(/** @type {string} */ text) {
  const [head = '', ...rest] = text.split(/(?=\nTổng hợp số liệu phong trào)/u);
  const menus = [head, ...rest].filter((part) => part.trim() !== '');
  const [first = ''] = menus;
  return [
    first.slice(0, first.indexOf('\u001B[93m')),
    ...menus.map((part) => part.slice(part.lastIndexOf('\n', part.indexOf(ASKED)) + 1)),
  ];
}

const linesOf = (/** @type {string} */ text) => text.trim().split('\n');

function ending(/** @type {string} */ text) {
  const lines = linesOf(text);
  return lines.length <= LAST_LINES + 3
    ? lines.join('\n')
    : [...lines.slice(0, 2), CUT, ...lines.slice(-LAST_LINES)].join('\n');
}

const last = (/** @type {string} */ text) => linesOf(text).slice(-FEW_LINES).join('\n');

function beginning(/** @type {string} */ text) {
  const lines = linesOf(text);
  return lines.length <= FIRST_LINES + 1
    ? lines.join('\n')
    : [...lines.slice(0, FIRST_LINES), CUT].join('\n');
}

/**
 * Runs the program and answers what it asks.
 *
 * @param {{ app: string, cwd: string, args: string[], talk: Talk, more: Record<string, string> }} given
 * @returns {Promise<string>}
 */
function talked({ app, cwd, args, talk, more }) {
  const env = {
    PATH: '',
    TERM: 'dumb',
    TDKVH_CALL: 'tdkvh',
    TDKVH_NODE: RUNTIME_VERSION,
    TZ: 'Asia/Ho_Chi_Minh',
    FORCE_COLOR: '1',
  };
  const child = spawn(process.execPath, ['--require', AS_WINDOWS, join(app, 'bin', 'run.js'), ...args], {
    cwd,
    env: { ...env, ...more },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let [text, seen, next] = ['', 0, 0];
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ piece) => {
    text += piece;
    const [asked = '', answer = ''] = talk[next] ?? [];
    const at = next < talk.length ? text.indexOf(asked, seen) : -1;
    if (at < 0 || !/: $/u.test(text)) return;
    [seen, next] = [text.length, next + 1];
    child.stdin.write(`${answer}\n`);
  });
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => child.kill(), PATIENCE_MS);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(patience);
      if (next < talk.length)
        reject(new Error(`the program did not ask for “${talk[next]?.[0]}”:\n${text.slice(-800)}`));
      // The example has faults on purpose, and the final report is refused; a fault of the program is 4.
      else if (code === null || code > 3)
        reject(new Error(`the program ended with ${code}:\n${text.slice(-800)}`));
      else resolve(text);
    });
  });
}
