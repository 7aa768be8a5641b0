/** What another run does between the look of a command and its writing, and a disk that does not keep what it took. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instead } from '../support/instead.js';
import { tdkvh } from '../support/program.js';

/** What happens just before the writing; true: the disk takes it and keeps nothing. */
const meanwhile: { act: () => boolean } = { act: () => false };
instead({
  changeFileSafely: (real, ...given) => (meanwhile.act() ? Promise.resolve([]) : real(...given)),
});

let folder = '';
const path = (name: string): string => join(folder, 'period', name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-meanwhile-'));
  await tdkvh('init', '--example', path(''));
  // Two senders are enough for a finding that can be accepted.
  for (const name of readdirSync(path('submissions')))
    if (name !== 'cum 2') rmSync(path(`submissions/${name}`), { recursive: true });
  await tdkvh('aggregate', '--workspace', path(''));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const acceptable = (): string => {
  const { findings } = JSON.parse(readFileSync(path('out/findings.json'), 'utf8')) as {
    findings: readonly { readonly id: string; readonly number: string }[];
  };
  return findings.find(({ number }) => number === 'VH347')?.id ?? '';
};
const accept = () =>
  tdkvh('accept', acceptable(), '--reason', 'đúng', '--person', 'A', '--workspace', path(''), '--json');

it('output/changed-meanwhile: no report of old results is put beside new ones', async () => {
  const before = readFileSync(path('out/bao-cao.docx'));
  meanwhile.act = () => {
    writeFileSync(path('out/results.json'), `${readFileSync(path('out/results.json'), 'utf8')}\n`);
    return false;
  };
  const answer = await tdkvh('report', '--workspace', path(''), '--json');
  expect([answer.code, answer.stdout]).toEqual([4, expect.stringContaining('output/changed-meanwhile')]);
  expect(readFileSync(path('out/bao-cao.docx')).equals(before)).toBe(true);
});

it('output/not-kept: a line that is not there afterwards was not recorded', async () => {
  meanwhile.act = () => true;
  const answer = await accept();
  expect([answer.code, answer.stdout]).toEqual([4, expect.stringContaining('output/not-kept')]);
});

it('accept/already: somebody else recorded it between the look and the writing', async () => {
  meanwhile.act = () => false;
  expect((await accept()).code).toBe(0);
  const theirs = readFileSync(path('accepted.csv'), 'utf8');
  rmSync(path('accepted.csv'));
  meanwhile.act = () => {
    writeFileSync(path('accepted.csv'), theirs);
    return false;
  };
  const answer = await accept();
  expect([answer.code, answer.stdout]).toEqual([2, expect.stringContaining('accept/already')]);
  expect(readFileSync(path('accepted.csv'), 'utf8')).toBe(theirs);
});
