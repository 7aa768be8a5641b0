/** What Windows does with files: line ends, drives, long and reserved names, case, locks, attributes, two runs, a kill. */
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { filesIn, here, sameFiles } from '../compare.js';
import { onDisk } from './disk.js';
import { checkGivenNames } from './given-names.js';
import { windowsPath } from './wine.js';

const COMMUNES = 4;
/** Devices of Windows, and an ending that Windows drops. */
const RESERVED = ['CON.xlsx', 'aux.csv', 'NUL', 'COM1.xlsx', 'cuối chấm.'];
/** Opens without sharing (a flag of libuv on Windows), says so, and waits to be ended. */
const HOLDER =
  'const fs=require("fs");fs.openSync(process.argv[1],fs.constants.O_RDWR|0x10000000);fs.writeFileSync(process.argv[2],"");setTimeout(()=>{},600000)';
const SKIPPED = [
  'files: a share of another machine, OneDrive, a file open in Word or Excel itself, antivirus (wine has none of them)',
];
/** Less than the outputs of a few communes take. */
const LITTLE_ROOM = '1m';

/** @param {{ wine: import('./wine.js').Wine, work: string, folder: string }} given */
export async function checkFiles({ wine, work, folder }) {
  mkdirSync(work, { recursive: true });
  const program = join(folder, 'app', 'bin', 'tdkvh.js');
  const runtime = join(folder, 'node', 'node.exe');
  /** @type {string[]} */
  const faults = [];
  let tried = 0;
  const expect = (/** @type {string} */ what, /** @type {boolean} */ holds, detail = '') => {
    tried += 1;
    if (!holds) faults.push(`${what} ${detail.slice(0, 600)}`);
  };
  const argv = (/** @type {string[]} */ ...args) => [runtime, windowsPath(program), ...args];
  const windows = (/** @type {string} */ cwd, /** @type {string[]} */ ...args) =>
    wine.run(argv(...args), cwd);

  const first = join(work, 'gốc');
  here([program, 'init', '--example', first], work);
  const sent = join(first, 'submissions');
  for (const name of readdirSync(sent).slice(COMMUNES)) rmSync(join(sent, name), { recursive: true });
  const wanted = join(work, 'mẫu');
  cpSync(first, wanted, { recursive: true });
  const expected = here([program, 'aggregate'], wanted);
  const fresh = (/** @type {string} */ name) => {
    const period = join(work, name);
    mkdirSync(join(period, '..'), { recursive: true });
    cpSync(first, period, { recursive: true });
    return period;
  };
  const equal = (/** @type {string} */ what, /** @type {string} */ period) => {
    const same = sameFiles(what, join(wanted, 'out'), join(period, 'out'));
    tried += same.compared;
    faults.push(...same.faults);
  };
  const done = (/** @type {string} */ what, /** @type {import('./wine.js').Answer} */ answer) => {
    expect(`${what}: exit code`, answer.code === expected.code, `${answer.code} ${answer.stderr}`);
  };

  const lines = fresh('dòng');
  for (const name of filesIn(lines).filter((path) => /\.(?:yaml|csv|md)$/u.test(path))) {
    const text = readFileSync(join(lines, name), 'utf8');
    writeFileSync(join(lines, name), text.replaceAll(/\r?\n/gu, '\r\n'));
  }
  done('CRLF', windows(lines, 'aggregate'));
  const figures = (/** @type {string} */ period) => {
    const path = join(period, 'out', 'figures.csv');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  expect('CRLF: same figures', figures(lines) === figures(wanted));

  const drive = fresh('ổ đĩa');
  done('drive letter', windows(work, 'aggregate', '--workspace', windowsPath(drive)));
  equal('drive letter', drive);
  const slashes = fresh('gạch');
  done('slashes', windows(work, 'aggregate', '--workspace', `Z:${slashes}`));
  equal('slashes', slashes);
  const verbatim = fresh('dài nguyên');
  done('\\\\?\\ path', windows(work, 'aggregate', '--workspace', `\\\\?\\${windowsPath(verbatim)}`));
  equal('\\\\?\\ path', verbatim);
  const long = fresh(join('thư mục rất dài '.repeat(9).trim(), 'thư mục rất dài '.repeat(9).trim(), 'kỳ'));
  expect('long path: over 260', windowsPath(join(long, 'submissions')).length > 260);
  done('long path', windows(work, 'aggregate', '--workspace', windowsPath(long)));
  equal('long path', long);

  const shout = fresh('hoa');
  renameSync(join(shout, 'tdkvh.yaml'), join(shout, 'TDKVH.YAML'));
  renameSync(join(shout, 'units.csv'), join(shout, 'Units.CSV'));
  done('other case', windows(shout, 'aggregate'));
  expect('other case: same figures', figures(shout) === figures(wanted));

  const reserved = fresh('dành riêng');
  for (const name of RESERVED) cpSync(join(reserved, 'units.csv'), join(reserved, 'submissions', name));
  const told = windows(reserved, 'aggregate');
  expect('reserved names: ends', told.code !== null && told.code <= 1, `${told.code} ${told.stderr}`);
  expect('reserved names: same figures', figures(reserved) === figures(wanted));
  const seen = readFileSync(join(reserved, 'out', 'findings.csv'), 'utf8');
  for (const name of RESERVED) expect(`reserved names: ${name} is told`, seen.includes(name));

  const again = fresh('ghi lại');
  done('over nothing', windows(again, 'aggregate'));
  done('over old files', windows(again, 'aggregate'));
  equal('over old files', again);
  for (const name of filesIn(join(again, 'out'))) chmodSync(join(again, 'out', name), 0o444);
  const readOnly = windows(again, 'aggregate');
  if (readOnly.code === expected.code) equal('read-only outputs', again);
  else expect('read-only outputs: told', /VH9\d\d/u.test(readOnly.stderr), readOnly.stderr);
  for (const name of filesIn(join(again, 'out'))) chmodSync(join(again, 'out', name), 0o644);

  const shared = fresh('dùng chung');
  const share = wine.share('maychu', 'chung', shared);
  done('share', windows(work, 'aggregate', '--workspace', share));
  equal('share', shared);
  const copied = wine.share('maychu', 'phanmem', folder);
  const typed = wine.run([runtime, `${copied}\\app\\bin\\tdkvh.js`, 'aggregate', '--workspace', share], work);
  done('program on a share', typed);
  equal('program on a share', shared);

  const full = join(work, 'no room');
  await onFaultyDisk(full, LITTLE_ROOM, () => {
    const period = join(full, 'kỳ');
    cpSync(first, period, { recursive: true });
    const before = filesIn(period).join();
    while (fill(join(full, 'đầy')));
    const answer = windows(period, 'aggregate');
    expect('no room: exit code', answer.code === 4, `${answer.code} ${answer.stderr}`);
    expect('no room: told', /VH831\s.*đã\s+hết\s+chỗ/su.test(answer.stderr), answer.stderr.slice(-600));
    rmSync(join(full, 'đầy'));
    expect('no room: told alone', !/\d,\d\d%/u.test(answer.stdout), answer.stdout);
    expect('no room: as before', filesIn(period).join() === before, filesIn(period).join());
  });
  const fixed = join(work, 'read-only folder');
  await onFaultyDisk(fixed, '64m', (readOnly) => {
    const period = join(fixed, 'kỳ');
    cpSync(wanted, period, { recursive: true });
    rmSync(join(period, 'submissions', readdirSync(join(period, 'submissions'))[0] ?? ''));
    readOnly();
    const answer = windows(period, 'aggregate');
    expect('read-only folder: exit code', answer.code === 4, `${answer.code} ${answer.stderr}`);
    expect('read-only folder: told', /VH83[0-2]\s/u.test(answer.stderr), answer.stderr.slice(-600));
    equal('read-only folder: outputs as before', period);
    const looked = windows(period, 'validate');
    expect('read-only folder: can be looked at', looked.code !== null && looked.code <= 1, looked.stderr);
  });

  const named = fresh('đặt tên');
  const names = checkGivenNames((...args) => windows(named, ...args), named);
  tried += names.tried;
  faults.push(...names.faults);
  await locked();
  await heldBundle();
  await doubled();
  await killed();
  return { tried, faults, skipped: SKIPPED };

  async function locked() {
    const period = fresh('khóa');
    done('before the lock', windows(period, 'aggregate'));
    const target = join(period, 'out', 'tong-hop.xlsx');
    // Another figure, so that a run that goes through would change the outputs.
    rmSync(join(period, 'submissions', readdirSync(join(period, 'submissions'))[0] ?? ''));
    const answer = await holding(target, () => windows(period, 'aggregate'));
    expect('locked: exit code', answer.code === 4, `${answer.code} ${answer.stderr}`);
    expect('locked: names the file', answer.stderr.includes('tong-hop.xlsx'), answer.stderr);
    equal('locked: all outputs as before', period);
    const after = windows(period, 'aggregate');
    expect('after the lock', after.code !== null && after.code <= 1, after.stderr);
    expect('after the lock: nothing left', strays(period) === '', strays(period));
  }

  /** A bundle of before is opened to be compared: that it is held is told as of any file. */
  async function heldBundle() {
    const period = fresh('gói bị giữ');
    const publish = () => windows(period, 'publish', '--as', 'draft', '-o', 'gói.zip');
    const made = publish();
    expect('held bundle: made', made.code === 0, `${made.code} ${made.stderr}`);
    const target = join(period, 'gói.zip');
    if (!existsSync(target)) return;
    const answer = await holding(target, publish);
    expect('held bundle: exit code', answer.code === 4, `${answer.code} ${answer.stderr}`);
    expect('held bundle: to be closed', /VH830\s/u.test(answer.stderr), answer.stderr.slice(-600));
    expect('held bundle: afterwards', publish().code === 0);
  }

  /** While a program of Windows has the file open and shares it with nobody. @template Answer @param {string} target @param {() => Answer} act */
  async function holding(target, act) {
    const ready = `${target}.xong`;
    const holder = wine.start([runtime, '-e', HOLDER, windowsPath(target), windowsPath(ready)], work);
    while (!existsSync(ready) && holder.exitCode === null) await pause(50);
    const answer = act();
    holder.kill('SIGKILL');
    await pause(200);
    rmSync(ready, { force: true });
    return answer;
  }

  async function doubled() {
    const period = fresh('hai lần');
    const codes = await Promise.all(
      [0, 1].map(
        () =>
          new Promise((resolve) => {
            wine.start(argv('aggregate'), period).once('close', resolve);
          }),
      ),
    );
    expect('two at once: one is done', codes.includes(expected.code), codes.join());
    equal('two at once', period);
  }

  async function killed() {
    for (const [round, wait] of [300, 900, 1500].entries()) {
      const period = fresh(`dừng ${round}`);
      const child = wine.start(argv('aggregate'), period);
      await pause(wait);
      child.kill('SIGKILL');
      await new Promise((resolve) =>
        child.exitCode === null && child.signalCode === null ? child.once('close', resolve) : resolve(0),
      );
      done(`after a kill at ${wait} ms`, windows(period, 'aggregate'));
      equal(`after a kill at ${wait} ms`, period);
      expect(`after a kill at ${wait} ms: nothing left`, strays(period) === '', strays(period));
    }
  }

  /** @type {typeof onDisk} */
  async function onFaultyDisk(disk, size, act) {
    const made = await onDisk(disk, size, act);
    if (!made) SKIPPED.push(`files: ${basename(disk)} (this user may not mount)`);
    return made;
  }

  function fill(/** @type {string} */ path) {
    try {
      appendFileSync(path, Buffer.alloc(4096));
      return true;
    } catch {
      return false;
    }
  }

  function strays(/** @type {string} */ period) {
    return filesIn(period)
      .filter((path) => /\.tdkvh-/u.test(path))
      .join();
  }
}
