/**
 * `npm run check:windows`: the folder for an office PC under Windows Node, run by wine64: the commands of the README
 * and what is particular to Windows give the same answers, exit codes and bytes as here; tdkvh.cmd is run by wine's
 * cmd.exe; the .zip is packed twice. `--folder DIR` takes a folder that is there, and packs nothing.
 * Without wine64 only the packing is checked. What wine cannot show stands in the guide as not tried.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCalled, option } from './program.js';
import { openWine } from './windows/wine.js';
import { checkCommands } from './windows/commands.js';
import { checkFiles } from './windows/files.js';
import { checkLauncher } from './windows/launcher.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const MOST_MEGABYTES = 35;

/** What a part of the check says: how often it looked, and what it found. */
/** @typedef {{ tried: number, faults: string[], skipped: string[] }} Verdict */

async function main() {
  const work = mkdtempSync(join(tmpdir(), 'tdkvh windows (1) '));
  const given = option('--folder');
  /** @type {[string, Verdict][]} */
  const verdicts = [];
  try {
    const packed = given === undefined ? packTwice(work) : { folder: resolve(given), verdict: undefined };
    if (packed.verdict !== undefined) verdicts.push(['zip', packed.verdict]);
    const wine = openWine(work);
    if (wine === undefined) console.log('SKIPPED commands, launcher, files: no wine64 on this machine');
    else {
      try {
        for (const [name, check] of /** @type {const} */ ([
          ['commands', checkCommands],
          ['launcher', checkLauncher],
          ['files', checkFiles],
        ])) {
          if (option('--only', name) !== name) continue;
          verdicts.push([name, await check({ wine, work: join(work, name), folder: packed.folder })]);
        }
      } finally {
        wine.close();
      }
    }
  } finally {
    if (process.env['KEEP'] === undefined) rmSync(work, { recursive: true, force: true });
    else console.log(`kept: ${work}`);
  }
  for (const [name, { tried, faults, skipped }] of verdicts) {
    for (const skip of skipped) console.log(`SKIPPED ${skip}`);
    for (const fault of faults) console.log(`FAULT ${name}: ${fault}`);
    console.log(`${name}: ${tried} tried, ${faults.length} faults`);
  }
  const faults = verdicts.reduce((sum, [, verdict]) => sum + verdict.faults.length, 0);
  console.log(faults === 0 ? 'windows: no fault' : `windows: ${faults} faults`);
  process.exitCode = faults === 0 ? 0 : 1;
}

/** @param {string} work */
function packTwice(work) {
  const faults = [];
  const digests = ['one', 'two'].map((name) => {
    const out = join(work, name);
    const said = execFileSync(process.execPath, [join(root, 'build', 'dist.js'), '--windows', '--out', out], {
      encoding: 'utf8',
    });
    console.log(said.trim());
    const archive = join(out, zipName());
    if (statSync(archive).size > MOST_MEGABYTES * 1024 * 1024) faults.push(`over ${MOST_MEGABYTES} MB`);
    return readFileSync(`${archive}.sha256`, 'utf8');
  });
  if (digests[0] !== digests[1]) faults.push('packed twice: other bytes');
  return { folder: join(work, 'one', 'windows', 'tdkvh'), verdict: { tried: 2, faults, skipped: [] } };
}

const zipName = () =>
  `tdkvh-${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}-windows-x64.zip`;

if (isCalled(import.meta.url)) await main();
