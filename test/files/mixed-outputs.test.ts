/** Outputs of two runs side by side, and a journal that cannot say which is which: nothing is answered from them. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { tdkvh } from '../support/program.js';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'fixtures', 'district-2024');
let folder = '';
let kept = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-mixed-'));
  for (const file of ['tdkvh.yaml', 'units.csv']) cpSync(join(EXAMPLE, file), join(folder, file));
  mkdirSync(join(folder, 'submissions'));
  kept = join(folder, 'out', '.tdkvh-staging-999999');
  mkdirSync(join(kept, 'old'), { recursive: true });
  writeFileSync(join(kept, 'journal.json'), '{"na');
  writeFileSync(join(folder, 'out', 'results.json'), '{}');
  writeFileSync(join(folder, 'out', 'bao-cao.docx'), 'of one of two runs');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Arguments that each of them takes. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  accept: ['abcdefghij', '--reason', 'đúng', '--person', 'A'],
  trace: ['familyTitleRate'],
  verify: ['out/bao-cao.docx'],
  compare: ['out/results.json'],
  impact: ['09193', 'households', '--value', '1'],
  correct: ['sealed/a.zip'],
};

describe('a broken journal in out/', () => {
  const asked = COMMANDS.filter(({ readsOutputs }) => readsOutputs).map(({ name }) => name);

  it('ends what answers from results', () => {
    expect(asked).toEqual(expect.arrayContaining(['open', 'trace', 'verify', 'accept', 'report', 'publish']));
  });

  it.each(asked)('%s: says what to do, exit code 4, and nothing else', async (name) => {
    const args = ARGUMENTS[name] ?? [];
    const before = readdirSync(folder, { recursive: true });
    const { code, stdout, stderr } = await tdkvh(name, ...args, '--workspace', folder);
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr.match(/VH\d{3}/gu)).toEqual(['VH856']);
    const asJson = await tdkvh(name, ...args, '--workspace', folder, '--json');
    expect(asJson.code).toBe(4);
    expect(JSON.parse(asJson.stdout)).toMatchObject({ exitCode: 4, findings: [{ number: 'VH856' }] });
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it.each([
    ['units', 'find', '09193'],
    ['criteria', 'list'],
  ])('%s %s goes on, since it reads none of it, and tells it beside', async (...args) => {
    const { code, stdout, stderr } = await tdkvh(...args, '--workspace', folder);
    expect(code).toBe(0);
    expect(stdout).not.toBe('');
    expect(stderr).toContain('VH856');
  });

  it.each(['aggregate', 'return', 'template'])('%s, which would write there, says it once', async (name) => {
    const { code, stdout, stderr } = await tdkvh(name, '--workspace', folder, '--quiet');
    expect(code).toBe(4);
    expect((stdout + stderr).match(/VH856/gu)).toHaveLength(1);
  });

  it('is told of another period, too, whose results an option names', async () => {
    const other = ['--on', join(folder, 'out', 'results.json')];
    const { stderr } = await tdkvh('criteria', 'try', 'nd86-2023', ...other, '--workspace', EXAMPLE);
    expect(stderr).toContain('VH856');
  });

  it('doctor does not advise to run again', async () => {
    const { code, stdout } = await tdkvh('doctor', '--workspace', folder);
    expect(code).toBe(4);
    expect(stdout).toContain('VH856');
    expect(stdout).not.toContain('VH982');
  });
});
