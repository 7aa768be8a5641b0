/** publish and reproduce on a small copy of the bundled example: same bytes, every changed byte found, nothing written over. */
import { unzipSync, zipSync, type Zippable } from 'fflate';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Correction, ResultsDocument, SealedManifest } from '../../src/model.js';
import { openBundle } from '../../src/office/sealing/open-bundle.js';
import { changedSince } from '../../src/office/sealing/todays-inputs.js';
import { sha256 } from '../../src/readers/read-source.js';
import { jsonBytes } from '../../src/writers/json.js';
import { zipPieces } from '../../src/writers/packer/zip-pieces.js';
import { joined } from '../../src/writers/byte-pieces.js';
import { tdkvh } from '../support/program.js';
import { measure, sharedWorkspace, smallDistrict } from './fixture-run.js';
import { sliceOf, tries } from '../support/sweep.js';

const SENT = /09193|09205/u;
const SEED = 20241210;
const OWN_SET = 'schema: tdkvh/criteria@1\nid: huyen-2024\nextends: nd86-2023\nlabel: Bộ của huyện\n';
/** Changed bits a trial. */
const FLIPS = tries(500, 8);

let folder = '';
let bundle = '';
let manifest: SealedManifest;
let seal = '';

interface Told {
  readonly findings?: readonly { readonly code: string; readonly message: string }[];
}
async function json(...args: readonly string[]): Promise<Told & Record<string, unknown>> {
  const { stdout } = await tdkvh(...args, '--json');
  return JSON.parse(stdout) as Told & Record<string, unknown>;
}
const codes = ({ findings = [] }: Told): readonly string[] => findings.map(({ code }) => code);

/** A stream of numbers that is the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-sealing-'));
  smallDistrict(join(folder, 'ky'), ['09193', '09205', '09238'], SENT);
  writeFileSync(join(folder, 'ky', 'submissions', '~$bieu.xlsx'), 'Nguyễn Văn A');
  bundle = join(folder, 'ky', 'sealed', 'chot-so-258-2024.zip');
  const told = await json('publish', '--as', 'draft', '--workspace', join(folder, 'ky'));
  manifest = told['manifest'] as SealedManifest;
  seal = told['seal'] as string;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('publish', () => {
  it('says the hash of the bundle, and holds what the run read, defined and wrote', () => {
    expect(sha256(readFileSync(bundle))).toBe(seal);
    const roles = new Set(manifest.members.map(({ role }) => role));
    for (const role of ['configuration', 'units', 'submission', 'criteria', 'registry', 'output'])
      expect([...roles]).toContain(role);
    const parts = unzipSync(readFileSync(bundle));
    expect(Object.keys(parts)).toHaveLength(manifest.members.length + 1);
    for (const { path, sha256: hash, size } of manifest.members) {
      const bytes = parts[path] ?? new Uint8Array();
      expect([path, bytes.length, sha256(bytes)]).toEqual([path, size, hash]);
    }
  });

  it('keeps the names of passed over files, never what they hold', () => {
    const lock = manifest.members.find(({ path }) => path.endsWith('~$bieu.xlsx'));
    expect(lock).toMatchObject({ role: 'passedOver', size: 0 });
    expect(readFileSync(bundle).includes('Nguyễn Văn A')).toBe(false);
  });

  it('gives the same bytes from another folder, and says which outputs in out/ are not the sealed ones', async () => {
    const other = join(folder, 'chỗ khác', 'Kỳ 2024');
    mkdirSync(join(folder, 'chỗ khác'));
    cpSync(join(folder, 'ky'), other, { recursive: true });
    rmSync(join(other, 'sealed'), { recursive: true });
    for (const { path } of manifest.members.filter(({ role }) => role === 'output')) {
      const bytes = unzipSync(readFileSync(bundle), { filter: ({ name }) => name === path })[path];
      writeFileSync(join(other, path.replace('ket-qua', 'out')), bytes ?? '');
    }
    writeFileSync(join(other, 'out', 'bao-cao.docx'), 'sửa tay');
    const out = join(folder, 'hai.zip');
    const told = await json('publish', '--as', 'draft', '-o', out, '--workspace', other);
    expect(told).toMatchObject({ seal, findings: [{ code: 'sealed/out-differs' }] });
    expect(told.findings?.[0]?.message).toMatch(/: bao-cao\.docx\.$/u);
    expect(readFileSync(out).equals(readFileSync(bundle))).toBe(true);
  });

  it('writes the same bundle once and never another one over it', async () => {
    const ky = join(folder, 'ky');
    const again = await json('publish', '--as', 'draft', '--workspace', ky);
    expect(again).toMatchObject({ seal, written: false });
    const narrative = join(ky, 'narrative.md');
    const text = readFileSync(narrative, 'utf8');
    writeFileSync(narrative, `${text}\n`);
    const refused = await json('publish', '--as', 'draft', '--workspace', ky);
    writeFileSync(narrative, text);
    expect(codes(refused)).toContain('sealed/already');
    expect(sha256(readFileSync(bundle))).toBe(seal);
  });

  it('refuses what is not complete, unwritten, outside a period or no .zip', async () => {
    const bare = join(folder, 'bare');
    cpSync(join(folder, 'ky'), bare, { recursive: true });
    rmSync(join(bare, 'narrative.md'));
    const refused = codes(await json('publish', '--workspace', bare));
    expect(refused).toContain('sealed/incomplete');
    expect(refused).toContain('sealed/unwritten');
    expect(codes(await json('publish', '-o', 'a.docx', '--workspace', bare))).toEqual(['cli/wrong-ending']);
    expect(codes(await json('publish', '--workspace', tmpdir()))).toEqual(['sealed/no-workspace']);
  });

  it('carries a criteria set beside the period, and refuses what no other machine could read', async () => {
    const beside = join(folder, 'beside');
    mkdirSync(join(beside, 'chung'), { recursive: true });
    cpSync(join(folder, 'ky'), join(beside, 'ky'), { recursive: true });
    rmSync(join(beside, 'ky', 'sealed'), { recursive: true });
    writeFileSync(join(beside, 'chung', 'huyen.yaml'), OWN_SET);
    const configuration = join(beside, 'ky', 'tdkvh.yaml');
    const text = readFileSync(configuration, 'utf8');
    writeFileSync(configuration, text.replace(/^criteria:.*$/mu, 'criteria: ../chung/huyen.yaml'));
    const out = join(folder, 'beside.zip');
    const told = await json('publish', '--as', 'draft', '-o', out, '--workspace', join(beside, 'ky'));
    expect(told).toMatchObject({ manifest: { folder: 'ky', criteria: { id: 'huyen-2024' } } });
    rmSync(beside, { recursive: true });
    expect(await json('reproduce', out)).toMatchObject({ identical: true });

    cpSync(join(folder, 'ky'), join(beside, 'ky'), { recursive: true });
    mkdirSync(join(beside, 'chung'));
    writeFileSync(join(beside, 'chung', 'huyen.yaml'), OWN_SET);
    writeFileSync(
      configuration,
      text.replace(/^criteria:.*$/mu, `criteria: ${JSON.stringify(join(beside, 'chung', 'huyen.yaml'))}`),
    );
    const absolute = await json('publish', '--as', 'draft', '--workspace', join(beside, 'ky'));
    expect(codes(absolute)).toEqual(['sealed/cannot-carry']);
    writeFileSync(configuration, text);
    symlinkSync(join(beside, 'chung'), join(beside, 'ky', 'submissions', 'lối tắt'));
    const linked = await json('publish', '--as', 'draft', '--workspace', join(beside, 'ky'));
    expect(codes(linked)).toEqual(['sealed/cannot-carry']);
  });
});

describe('reproduce', () => {
  it('makes every output again to the byte without the period, and writes the period back', async () => {
    const alone = join(folder, 'alone.zip');
    cpSync(bundle, alone);
    const back = join(folder, 'lấy lại');
    const told = await json('reproduce', alone, '--seal', seal.toUpperCase(), '-o', back);
    expect(told).toMatchObject({ identical: true, seal });
    expect(told['same']).toHaveLength(7);
    expect(codes(told)).toEqual([]);
    const sealedResults = manifest.members.find(({ path }) => path === 'ket-qua/results.json');
    expect(sha256(readFileSync(join(back, 'out', 'results.json')))).toBe(sealedResults?.sha256);
    expect(readdirSync(join(back, 'submissions'))).not.toContain('~$bieu.xlsx');
    expect(codes(await json('reproduce', alone, '--seal', 'a'.repeat(64)))).toEqual(['sealed/other-seal']);
  });

  it('finds one changed bit anywhere in the bundle', async () => {
    const bytes = readFileSync(bundle);
    const next = numbers(SEED);
    const path = join(folder, 'changed.zip');
    const silent: number[] = [];
    for (let trial = 0; trial < FLIPS; trial += 1) {
      const at = next(bytes.length);
      writeFileSync(path, flipped(bytes, at, next(8)));
      const opened = await openBundle(path);
      if (opened.bundle !== undefined || opened.findings.length === 0) silent.push(at);
    }
    // The headers of every member and the directory, where no content is.
    const directory = bytes.readUInt32LE(bytes.length - 6);
    for (let trial = 0; trial < FLIPS; trial += 1) {
      const at = directory + next(bytes.length - directory);
      writeFileSync(path, flipped(bytes, at, next(8)));
      const opened = await openBundle(path);
      if (opened.bundle !== undefined || opened.findings.length === 0) silent.push(at);
    }
    expect(silent).toEqual([]);
  });

  it('names the member that was changed, taken out or put in, whoever packed it again', async () => {
    const parts = unzipSync(readFileSync(bundle));
    const next = numbers(SEED + 1);
    const path = join(folder, 'repacked.zip');
    const told = async (changed: Zippable): Promise<readonly string[]> => {
      writeFileSync(path, zipSync(changed, { level: 0 }));
      return (await openBundle(path)).findings.map(({ code, message }) => `${code} ${message}`);
    };
    for (const { path: name, size } of sliceOf(manifest.members, 10)) {
      const bytes = parts[name] ?? new Uint8Array();
      const changed = size === 0 ? new Uint8Array([next(256)]) : flipped(bytes, next(size), next(8));
      const findings = await told({ ...parts, [name]: changed });
      expect(findings).toHaveLength(1);
      expect(findings[0]).toContain(`sealed/member-changed Trong gói repacked.zip, tệp ${name} `);
    }
    const { 'ket-qua/results.json': taken, ...rest } = parts;
    expect(taken).toBeDefined();
    expect(await told(rest)).toMatchObject([expect.stringContaining('sealed/member-missing')]);
    expect(await told({ ...parts, 'ket-qua/them.txt': new Uint8Array([1]) })).toMatchObject([
      expect.stringContaining('sealed/member-added'),
    ]);
    writeFileSync(path, zipSync(parts));
    expect((await openBundle(path)).findings.map(({ code }) => code)).toEqual(['sealed/container-changed']);
  });

  it('shows by the outputs that an input was changed together with its hash', async () => {
    const parts = unzipSync(readFileSync(bundle));
    const name = manifest.members.find(({ role }) => role === 'narrative')?.path ?? '';
    const text = new TextDecoder().decode(parts[name]);
    parts[name] = Uint8Array.from(new TextEncoder().encode(`${text}\n\nĐoạn thêm vào sau.\n`));
    const members = manifest.members.map((member) =>
      member.path === name
        ? { ...member, size: parts[name]?.length ?? 0, sha256: sha256(parts[name] ?? new Uint8Array()) }
        : member,
    );
    parts['manifest.json'] = Uint8Array.from(jsonBytes({ ...manifest, members }));
    const path = join(folder, 'forged.zip');
    const ordered = ['manifest.json', ...members.map((member) => member.path)];
    writeFileSync(
      path,
      joined(zipPieces(ordered.map((one) => [one, parts[one] ?? new Uint8Array()] as const))),
    );
    const told = await json('reproduce', path);
    expect(told).toMatchObject({ identical: false });
    expect(told.findings).toMatchObject([{ code: 'sealed/output-differs' }]);
    expect(told.findings?.[0]?.message).toContain('phần word/document.xml');
    expect(codes(await json('reproduce', path, '--seal', seal))).toEqual(['sealed/other-seal']);
  });

  it('says that another version or other wording made it', async () => {
    const parts = unzipSync(readFileSync(bundle));
    const [first, ...others] = manifest.wording;
    parts['manifest.json'] = Uint8Array.from(
      jsonBytes({
        ...manifest,
        tool: { ...manifest.tool, version: '9.9.9' },
        wording: [{ path: first?.path, sha256: '0'.repeat(64) }, ...others],
      }),
    );
    const path = join(folder, 'other.zip');
    const ordered = ['manifest.json', ...manifest.members.map((member) => member.path)];
    writeFileSync(
      path,
      joined(zipPieces(ordered.map((one) => [one, parts[one] ?? new Uint8Array()] as const))),
    );
    const opened = await openBundle(path);
    expect(opened.findings.map(({ code }) => code)).toEqual(['sealed/other-tool', 'sealed/other-wording']);
    expect(opened.bundle).toBeDefined();
  });

  it('refuses what is no bundle, each for its reason', async () => {
    const reasons: [string, Uint8Array, string][] = [
      ['text.zip', new TextEncoder().encode('không phải'), 'sealed/not-a-bundle'],
      ['empty.zip', zipSync({ 'a.txt': new Uint8Array([1]) }), 'sealed/not-a-bundle'],
      [
        'shape.zip',
        zipSync({ 'manifest.json': jsonBytes({ schema: 'tdkvh/sealed@1' }) }),
        'sealed/not-a-bundle',
      ],
      ['cut.zip', readFileSync(bundle).subarray(0, 5000), 'sealed/damaged'],
      [
        'upwards.zip',
        zipSync({
          'manifest.json': jsonBytes({
            ...manifest,
            members: [{ path: '../../x', role: 'submission', size: 0, sha256: sha256(new Uint8Array()) }],
          }),
        }),
        'sealed/not-a-bundle',
      ],
    ];
    for (const [name, bytes, code] of reasons) {
      writeFileSync(join(folder, name), bytes);
      expect([name, codes(await json('reproduce', join(folder, name)))]).toEqual([name, [code]]);
    }
    expect(codes(await json('reproduce', join(folder, 'nothing.zip')))).toEqual(['cli/not-found']);
    expect(codes(await json('reproduce', folder))).toHaveLength(1);
  });
});

describe('the period beside its bundle', () => {
  it('is told file by file where a byte changed, a file went or came', async () => {
    const today = join(folder, 'today');
    cpSync(join(folder, 'ky'), today, { recursive: true });
    expect(await changedSince(manifest, today, 'goi.zip')).toEqual([]);
    const next = numbers(SEED + 2);
    const roles = new Set([
      'submission',
      'previous',
      'narrative',
      'template',
      'receipts',
      'units',
      'targets',
    ]);
    const inputs = manifest.members.filter(({ role, size }) => roles.has(role) && size > 0);
    expect(inputs.length).toBeGreaterThan(5);
    const names = inputs.map(({ path }) => path.slice('dau-vao/'.length));
    const disturb = (name: string): void => {
      const bytes = readFileSync(join(today, name));
      writeFileSync(join(today, name), flipped(bytes, next(bytes.length), next(8)));
    };
    const changed = async (): Promise<readonly (readonly [string, string])[]> =>
      (await changedSince(manifest, today, 'goi.zip')).map(({ code, at }) => [code, at.file]);
    const one = names[next(names.length)] ?? '';
    disturb(one);
    expect(await changed()).toEqual([['sealed/input-changed', one]]);
    for (const name of names) if (name !== one) disturb(name);
    expect(await changed()).toEqual(names.map((name) => ['sealed/input-changed', name]));
    rmSync(today, { recursive: true });
    cpSync(join(folder, 'ky'), today, { recursive: true });
    const [first] = inputs.filter(({ role }) => role === 'submission');
    const name = first?.path.slice('dau-vao/'.length) ?? '';
    renameSync(join(today, name), join(today, 'submissions', 'đổi tên.xlsx'));
    expect((await changedSince(manifest, today, 'goi.zip')).map(({ code, at }) => [code, at.file])).toEqual([
      ['sealed/input-missing', name],
      ['sealed/input-added', 'submissions/đổi tên.xlsx'],
    ]);
    const { code, stderr } = await tdkvh('reproduce', bundle, '--workspace', today);
    expect(stderr).toContain('VH491');
    expect(code).toBe(1);
  });
});

describe('correct', () => {
  it('finds every figure that is another one now, with what a unit sent since, and drafts table and letter', async () => {
    const later = join(folder, 'later');
    cpSync(join(folder, 'ky'), later, { recursive: true });
    const nothing = await json('correct', bundle, '--workspace', later);
    expect(nothing).toMatchObject({ figures: [], silent: [], written: [] });
    const sent = join(sharedWorkspace('district-2024'), 'submissions');
    const added = readdirSync(sent).find((name) => /09238.*\.xlsx$/u.test(name));
    cpSync(join(sent, added ?? ''), join(later, 'submissions', 'nộp chậm.xlsx'));
    const out = join(folder, 'đính chính');
    const told = await json('correct', bundle, '--workspace', later, '-o', out);
    const resultsOf = (bytes: Uint8Array): ResultsDocument =>
      JSON.parse(new TextDecoder().decode(bytes)) as ResultsDocument;
    const before = resultsOf(unzipSync(readFileSync(bundle))['ket-qua/results.json'] ?? new Uint8Array());
    const after = await measure([], { workspace: later });
    const expected = Object.entries(after.measures).flatMap(([unit, measures]) =>
      Object.entries(measures).flatMap(([indicator, { n, d, reported }]) => {
        const then = before.measures[unit]?.[indicator];
        const isSame =
          then !== undefined &&
          then.reported > 0 === reported > 0 &&
          (reported === 0 || (then.n === n && then.d === d));
        return isSame ? [] : [`${unit} ${indicator}`];
      }),
    );
    const figures = told['figures'] as readonly Correction[];
    const groups = new Set(Object.keys(after.groups));
    const found = figures.filter(({ unit }) => !groups.has(unit));
    expect(found.length).toBeGreaterThan(20);
    expect(found.map(({ unit, indicator }) => `${unit} ${indicator}`).sort()).toEqual(expected.sort());
    const kinds = new Set(figures.flatMap(({ reasons }) => reasons.map(({ kind }) => kind)));
    expect([...kinds]).toEqual(['arrived']);
    expect(readdirSync(out).sort()).toEqual(['dinh-chinh-258-2024.docx', 'dinh-chinh-258-2024.xlsx']);
    const letter = new TextDecoder().decode(
      unzipSync(readFileSync(join(out, 'dinh-chinh-258-2024.docx')))['word/document.xml'],
    );
    const words = letter.replace(/<[^>]+>/gu, '');
    expect(words).toContain('V/v đính chính số liệu tại Báo cáo số 18/BC-BCĐ ngày 10/12/2024');
    const lead = figures.find(({ leads }) => leads);
    expect(words).toContain(
      `đã công bố ${String(lead?.published)}; số liệu đúng là ${String(lead?.revised)}`,
    );
  });

  it('refuses the bundle of another unit', async () => {
    const other = join(folder, 'nơi khác');
    cpSync(join(folder, 'ky'), other, { recursive: true });
    const configuration = join(other, 'tdkvh.yaml');
    const text = readFileSync(configuration, 'utf8');
    writeFileSync(configuration, text.replace(/^unit:.*$/mu, "unit: '256'"));
    expect(codes(await json('correct', bundle, '--workspace', other))).toEqual(['sealed/other-run']);
  });
});
