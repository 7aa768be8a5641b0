/** A file that is named to be written never replaces what the office, a commune or a run wrote, nor what is being read. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import type { CommandDeclaration } from '../../src/cli/command.js';
import { tdkvh } from '../support/program.js';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'fixtures', 'district-2024');
let folder = '';
let elsewhere = '';

const KEPT = [
  'units.csv',
  'received.csv',
  'areas.csv',
  'submissions/Xã A/bieu-01.csv',
  'submissions/xa-b.xlsx',
  'submissions/xa-c.docx',
  'previous/2023.results.json',
  'templates/bao-cao.docx',
  'forms/mau.xlsx',
  'out/results.json',
  'out/findings.csv',
  'out/tong-hop.xlsx',
  'out/theo-doi.html',
  'out/bao-cao.docx',
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-kept-'));
  elsewhere = mkdtempSync(join(tmpdir(), 'tdkvh-kept-share-'));
  cpSync(join(EXAMPLE, 'tdkvh.yaml'), join(folder, 'tdkvh.yaml'));
  for (const file of KEPT) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), `của người khác: ${file}`);
  }
  writeFileSync(join(elsewhere, 'xa-d.csv'), 'của xã D');
});
afterAll(() => {
  for (const each of [folder, elsewhere]) rmSync(each, { recursive: true, force: true });
});

const filesBelow = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

/** The command writes nothing and says that the file is kept. */
async function expectKept(file: string, args: readonly string[]): Promise<void> {
  const before = filesBelow();
  const { code, stdout, stderr } = await tdkvh(...args, '--workspace', folder);
  expect([code, stdout], stderr).toEqual([2, '']);
  expect(stderr.match(/VH\d{3}/gu), file).toEqual(['VH874']);
  const asJson = await tdkvh(...args, '--workspace', folder, '--json');
  expect(JSON.parse(asJson.stdout)).toMatchObject({ exitCode: 2, findings: [{ number: 'VH874' }] });
  expect(filesBelow()).toEqual(before);
}

const WRITING = [
  ['report', '--out', /\.docx$/u],
  ['status', '--out', /\.(?:xlsx|html)$/u],
  ['status', '--letter', /\.docx$/u],
  ['validate', '--findings', /\.(?:csv|json)$/u],
  ['aggregate', '--findings', /\.(?:csv|json)$/u],
  ['units export 258', '--out', /\.csv$/u],
  ['areas propose', '--out', /\.csv$/u],
] as const;
/** What `report` is there to make again. */
const isOwn = (command: string, file: string): boolean => command === 'report' && file === 'out/bao-cao.docx';

describe('a named output', () => {
  const attempts = WRITING.flatMap(([command, option, ending]) =>
    KEPT.filter((file) => ending.test(file) && !isOwn(command, file)).map(
      (file) => [command, option, file] as const,
    ),
  );

  it.each(attempts)('%s %s %s', async (command, option, file) => {
    await expectKept(file, [...command.split(' '), option, join(folder, file)]);
  });

  it('is looked for behind links, also where the folder of submissions is one', async () => {
    symlinkSync(join(folder, 'submissions/xa-b.xlsx'), join(folder, 'bang.xlsx'));
    await expectKept('bang.xlsx', ['status', '--out', join(folder, 'bang.xlsx')]);
    rmSync(join(folder, 'bang.xlsx'));
    const linked = mkdtempSync(join(tmpdir(), 'tdkvh-kept-'));
    cpSync(join(EXAMPLE, 'tdkvh.yaml'), join(linked, 'tdkvh.yaml'));
    symlinkSync(elsewhere, join(linked, 'submissions'), 'junction');
    const target = join(elsewhere, 'xa-d.csv');
    const { code } = await tdkvh('validate', '--findings', target, '--workspace', linked);
    expect(code).toBe(2);
    expect(readFileSync(target, 'utf8')).toBe('của xã D');
    rmSync(linked, { recursive: true, force: true });
  });

  it('outside a period never replaces what the command reads', async () => {
    const target = join(elsewhere, 'xa-d.csv');
    const { code, stderr } = await tdkvh('validate', elsewhere, '--findings', target, '--workspace', folder);
    expect([code, stderr.match(/VH\d{3}/gu)]).toEqual([2, ['VH874']]);
    expect(readFileSync(target, 'utf8')).toBe('của xã D');
  });

  it('must have the ending of what is written', async () => {
    for (const [command, option] of WRITING) {
      const { code, stderr } = await tdkvh(
        ...command.split(' '),
        option,
        join(folder, 'tdkvh.yaml'),
        '--workspace',
        folder,
      );
      expect([code, stderr.match(/VH\d{3}/gu)], command).toEqual([2, ['VH875']]);
    }
  });
});

it('every option that names a file to be written is guarded', () => {
  const all = (commands: readonly CommandDeclaration[]): readonly CommandDeclaration[] =>
    commands.flatMap((one) => [one, ...all(one.subcommands ?? [])]);
  const unguarded = all(COMMANDS).flatMap(({ name, options = [] }) =>
    options
      .filter(({ flags, writes }) => /--(?:out|findings|letter) <tệp>/u.test(flags) && writes === undefined)
      .map(({ flags }) => `${name} ${flags}`),
  );
  expect(unguarded).toEqual([]);
});
