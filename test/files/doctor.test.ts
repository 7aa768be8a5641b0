/** The checks of `tdkvh doctor`: each trouble of machine, names and leftovers is seen, told once, and weighed rightly. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandOptions } from '../../src/cli/command.js';
import { stateOf, type Check } from '../../src/cli/commands/doctor/check.js';
import { doctorText } from '../../src/cli/commands/doctor/doctor-text.js';
import { walkFolder } from '../../src/cli/commands/doctor/folder-walk.js';
import { checkFonts } from '../../src/cli/commands/doctor/fonts.js';
import { checkNode, checkWritable, judgeDisk } from '../../src/cli/commands/doctor/machine.js';
import { checkNames, checkPathLengths } from '../../src/cli/commands/doctor/names.js';
import { checkLeftovers, checkOpenFiles } from '../../src/cli/commands/doctor/open-files.js';
import { runDoctor } from '../../src/cli/commands/doctor/run-doctor.js';
import { exitCodeOf } from '../../src/cli/exit-code-of.js';
import { widthOf } from '../../src/cli/screen/wrap-text.js';
import { finding } from '../../src/findings/finding.js';
import { NODE_PROCESSES } from '../../src/writers/output/run-holder.js';

let folder = '';
const put = (path: string, text = ''): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const codes = ({ findings }: Pick<Check, 'findings'>): readonly string[] => findings.map(({ code }) => code);
const walked = (...paths: readonly string[]) => ({ paths, findings: [], cut: false });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-doctor-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('machine', () => {
  it.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.1.0', true],
    ['20.9.1', false],
    ['18.20.4', false],
  ])('Node %s', (version, isEnough) => {
    expect(codes(checkNode(version, '>=20.19'))).toEqual(isEnough ? [] : ['doctor/node-too-old']);
  });

  it('weighs free space', () => {
    expect([10, 300, 5000].map((megabytes) => codes(judgeDisk(megabytes)))).toEqual([
      ['doctor/disk-full'],
      ['doctor/disk-low'],
      [],
    ]);
  });

  it('tries to write and leaves nothing behind', async () => {
    expect(codes(await checkWritable(join(folder, 'a', 'out'), 'out'))).toEqual([]);
    put('tep');
    expect(codes(await checkWritable(join(folder, 'tep'), 'tep'))).toEqual(['doctor/not-writable']);
    mkdirSync(join(folder, 'out'));
    await checkWritable(join(folder, 'out'), 'out');
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
  });
});

describe('type of the report', () => {
  const machine = (platform: string, match?: string, files?: readonly string[]) => ({
    platform,
    match: () => Promise.resolve(match),
    files: () => Promise.resolve(files),
  });
  it.each([
    ['linux', 'Times New Roman', undefined, []],
    ['linux', 'Tinos', undefined, []],
    ['linux', 'DejaVu Sans', ['DejaVuSans.ttf'], ['doctor/font-missing']],
    ['linux', undefined, ['LiberationSerif-Regular.ttf'], []],
    ['linux', undefined, undefined, ['doctor/font-unknown']],
    ['win32', undefined, ['arial.ttf', 'timesbd.ttf'], []],
    ['win32', undefined, ['arial.ttf'], ['doctor/font-unknown']],
    ['darwin', undefined, ['Times New Roman.ttf'], []],
    ['darwin', undefined, ['Times.dfont'], ['doctor/font-missing']],
  ])('%s, %s, %s', async (platform, match, files, expected) => {
    expect(codes(await checkFonts(machine(platform, match, files)))).toEqual(expected);
  });
});

describe('names', () => {
  it('counts the whole path', () => {
    const at = (length: number) => walked('x'.repeat(length - '/goc/'.length));
    expect(codes(checkPathLengths('/goc', at(240)))).toEqual([]);
    expect(codes(checkPathLengths('/goc', at(241)))).toEqual(['doctor/long-path']);
  });

  it.each([
    ['BC: lần 2?.xlsx', 1],
    ['a\\b.csv', 1],
    ['xã /x.xlsx', 0],
    ['thư mục./', 0],
    ['tên.', 1],
    ['con.xlsx', 1],
    ['Con Cuông.xlsx', 0],
    ['Báo cáo (1) & 50%!.xlsx', 0],
  ])('%s', (path, count) => {
    expect(codes(checkNames(walked(path)))).toHaveLength(count);
  });

  it('sees names that Windows takes for one', () => {
    const composed = 'Xã An Bình.xlsx'.normalize('NFC');
    expect(codes(checkNames(walked(composed, composed.normalize('NFD'))))).toEqual(['doctor/name-trouble']);
    expect(codes(checkNames(walked('a.csv', 'A.csv')))).toEqual(['doctor/name-trouble']);
    expect(codes(checkNames(walked('x/a.csv', 'y/a.csv')))).toEqual([]);
    expect(codes(checkNames(walked('templates/x\uFFFD.hbs')))).toEqual(['doctor/name-trouble']);
  });
});

describe('files of others and of killed runs', () => {
  it('names files held open', () => {
    const check = checkOpenFiles(walked('nop/~$xa.xlsx', 'out/.~lock.tong-hop.xlsx#', 'nop/xa.xlsx'));
    expect(codes(check)).toEqual(['doctor/file-open']);
    expect(check.findings[0]?.message).toContain('tong-hop.xlsx');
    expect(codes(checkOpenFiles(walked('nop/~xa.xlsx')))).toEqual([]);
  });

  it('tells leftovers, but not the work of a run that lives', async () => {
    const { self, startOf } = NODE_PROCESSES;
    const holder = (number: number, machine = self.machine) => {
      const elsewhere = machine === self.machine ? {} : { boot: 'khác' };
      return JSON.stringify({ ...self, process: number, started: startOf(number), machine, ...elsewhere });
    };
    put('out/.tdkvh-staging-7/new/0');
    put('out/.tdkvh-lock', holder(2 ** 22 - 1));
    const dead = await checkLeftovers(folder, await walkFolder(folder));
    expect(codes(dead)).toEqual(['doctor/leftover']);
    expect(dead.findings[0]?.message).not.toContain('new/0');
    put('out/.tdkvh-lock', holder(process.ppid));
    expect(codes(await checkLeftovers(folder, await walkFolder(folder)))).toEqual(['doctor/running']);
    put('out/.tdkvh-lock', holder(2 ** 30, 'may-khac'));
    expect(codes(await checkLeftovers(folder, await walkFolder(folder)))).toEqual(['doctor/running']);
  });
});

describe('the whole', () => {
  const call = (options: Readonly<Record<string, string | boolean>>, out: string[] = []) => ({
    args: [],
    options: {
      text: (name: string) => (typeof options[name] === 'string' ? options[name] : undefined),
      flag: (name: string) => options[name] === true,
    } satisfies CommandOptions,
    terminal: {
      out: (text: string) => void out.push(text),
      err: () => undefined,
      columns: 80,
      colour: { out: false, err: false },
      interactive: false,
      animated: false,
    },
  });
  const CONFIGURATION =
    'schema: tdkvh/workspace@1\nperiod: "2024"\nunit: "264"\nlevel: district\ncriteria: nd86-2023\nregistry: own\n';
  const period = (configuration = CONFIGURATION): void => {
    put('tdkvh.yaml', configuration);
    put('own/units.csv', 'code,name,type,parent_code\n27,Bắc Ninh,tỉnh,\n264,Lương Tài,huyện,27\n');
  };
  const states = async (): Promise<Readonly<Record<string, string>>> => {
    const out: string[] = [];
    await runDoctor(call({ workspace: folder, json: true }, out));
    const { checks } = JSON.parse(out.join('')) as {
      readonly checks: readonly { readonly id: string; readonly state: string }[];
    };
    return Object.fromEntries(checks.map(({ id, state }) => [id, state]));
  };

  it('is done with warnings alone, and says what they are', async () => {
    period();
    put('templates/outline.yml');
    expect(await states()).toMatchObject({
      node: 'ok',
      configuration: 'ok',
      units: 'look',
      'office-templates': 'look',
      leftovers: 'ok',
    });
    expect(exitCodeOf((await runDoctor(call({ workspace: folder }))).findings)).toBe(0);
  });

  it('calls a faulty configuration broken, with the exit code of configuration', async () => {
    period(CONFIGURATION.replace('level: district', 'level: province'));
    expect(await states()).toMatchObject({ configuration: 'broken', criteria: 'ok' });
    expect(exitCodeOf((await runDoctor(call({ workspace: folder }))).findings)).toBe(2);
  });

  it('changes nothing', async () => {
    period();
    const before = readdirSync(folder, { recursive: true });
    await runDoctor(call({ workspace: folder }));
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it('answers a folder that is not there, or no period, as wrong use', async () => {
    for (const workspace of [folder, join(folder, 'khong-co')])
      expect(exitCodeOf((await runDoctor(call({ workspace }))).findings)).toBe(2);
  });

  it('fits 80 columns, and says of a faulty thing only what is wrong', () => {
    const free = finding('doctor/disk-low', { file: '' }, { free: '80' });
    const checks: readonly Check[] = [
      { id: 'a', title: 'Một', text: 'ổn '.repeat(60), findings: [] },
      { id: 'b', title: 'Hai', text: 'không có gì', findings: [free] },
    ];
    const text = doctorText(checks, { columns: 80, colour: false, quiet: false });
    expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(80);
    expect(text).not.toContain('không có gì');
    expect(text).toContain('VH977');
    expect(checks.map(stateOf)).toEqual(['ok', 'look']);
  });
});
