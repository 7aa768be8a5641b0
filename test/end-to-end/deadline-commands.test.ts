/** status, return and accept on a small copy of the bundled example: what they answer, write, refuse and leave alone. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCEPT } from '../../src/cli/commands/accept/accept.js';
import { vietnameseDay } from '../../src/cli/today.js';
import { tdkvh, type Answer } from '../support/program.js';
import type { Finding } from '../../src/model.js';
import { measure, smallDistrict } from './fixture-run.js';

/** Who has sent in the copy: some must correct, one is asked; the others have sent nothing. Every test runs the program, so few files. */
const SENT = /09193|09205|Dong Phong/u;
/** Beside them one that is late, and one that was given more time. */
const UNITS = ['09193', '09205', '09229', '09217', '09220'];

let folder = '';

/** Runs a command in the workspace. */
const inWorkspace = (...args: readonly string[]): Promise<Answer> => tdkvh(...args, '--workspace', folder);

const json = async (...args: readonly string[]): Promise<unknown> =>
  JSON.parse((await inWorkspace(...args, '--json')).stdout) as unknown;
const codesOf = (answer: unknown): string[] =>
  (answer as { findings?: { code: string }[] }).findings?.map(({ code }) => code) ?? [];
const path = (...parts: readonly string[]): string => join(folder, ...parts);
const bytesBelow = (place: string): Map<string, Buffer> =>
  new Map(
    readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/u.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(place, name))]),
  );

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-deadline-'));
  smallDistrict(folder, UNITS, SENT);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('vietnameseDay', () => {
  it('is the day in Việt Nam, whatever the zone of the machine', () => {
    expect(vietnameseDay(new Date('2024-11-27T16:59:59Z'))).toBe('2024-11-27');
    expect(vietnameseDay(new Date('2024-11-27T17:00:00Z'))).toBe('2024-11-28');
  });
});

describe('status', () => {
  it('counts from the day given and sees who is missing, late and given more time', async () => {
    const status = (await json('status', '--as-of', '30/11/2024')) as {
      asOf: string;
      counts: Record<string, number>;
      units: { unit: string; state: string; timing: Record<string, unknown> }[];
    };
    expect(status.asOf).toBe('2024-11-30');
    const unit = (code: string) => status.units.find((one) => one.unit === code);
    expect(unit('09220')).toMatchObject({ state: 'notSent', timing: { punctuality: 'late', daysLate: 2 } });
    expect(unit('09205')?.state).toBe('mustCorrect');
    expect(unit('09217')?.timing).toMatchObject({ deadline: '2024-12-03', exception: true });
    expect(status.units.map(({ unit: one }) => one).sort()).toEqual([...UNITS].sort());
  });

  it('fits 80 columns and writes the board and the letter only when asked', async () => {
    const before = readdirSync(folder);
    const { stdout } = await inWorkspace('status', '--as-of', '2024-11-30');
    expect(Math.max(...stdout.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(80);
    expect(readdirSync(folder)).toEqual(before);
    const files = [path('out', 'theo-doi.xlsx'), path('out', 'don-doc.docx')] as const;
    await inWorkspace('status', '--as-of', '2024-11-30', '--out', files[0], '--letter', files[1]);
    const first = files.map((file) => readFileSync(file));
    await inWorkspace('status', '--as-of', '2024-11-30', '--out', files[0], '--letter', files[1]);
    expect(files.map((file) => readFileSync(file))).toEqual(first);
  });

  it('writes the page or the workbook by the ending of the name, and no file that nothing opens', async () => {
    await inWorkspace('status', '--as-of', '2024-11-30', '--out', path('out', 'trang.html'));
    expect(readFileSync(path('out', 'trang.html'), 'utf8')).toContain('Xã Yên Phụ');
    expect((await inWorkspace('status', '--out', path('out', 'bang.csv'))).code).toBe(2);
    expect((await inWorkspace('status', '--letter', path('out', 'thu.xlsx'))).code).toBe(2);
    expect(existsSync(path('out', 'bang.csv'))).toBe(false);
  });

  it('says why an acceptance no longer holds', async () => {
    writeFileSync(path('accepted.csv'), 'id,value,reason,person,date,until\nzzzzzzzzzz,5,r,p,2024-11-01,\n');
    expect(codesOf(await json('status', '--as-of', '2024-11-27'))).toContain('accepted/unknown-finding');
    rmSync(path('accepted.csv'));
  });

  it('refuses a day that does not exist', async () => {
    expect((await inWorkspace('status', '--as-of', '2024-02-30')).code).toBe(2);
  });
});

describe('return', () => {
  it('answers those who must correct, the same bytes each time, and touches nothing that was sent', async () => {
    const sent = bytesBelow(path('submissions'));
    const answer = (await json('return')) as { returns: { unit: string; files: string[] }[] };
    const first = bytesBelow(path('out', 'returns'));
    const units = answer.returns.map(({ unit }) => unit);
    expect(units).toContain('09205');
    expect(units).not.toContain('09220');
    for (const { files } of answer.returns) for (const file of files) expect(first.has(file)).toBe(true);
    // With letters and again without: those of the last time are cleared away, all else is the same.
    await inWorkspace('return', '--letter');
    const letters = [...bytesBelow(path('out', 'returns'))].filter(([name]) => !first.has(name));
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.map(([name]) => name).filter((name) => !name.endsWith('.docx'))).toEqual([]);
    await inWorkspace('return');
    expect(bytesBelow(path('out', 'returns'))).toEqual(first);
    expect(bytesBelow(path('submissions'))).toEqual(sent);
  });

  it('is part of the outputs of aggregate when asked for, the same bytes, and only then', async () => {
    // As the test before left them, where it was run.
    if (!existsSync(path('out', 'returns'))) await inWorkspace('return');
    const alone = bytesBelow(path('out', 'returns'));
    rmSync(path('out', 'returns'), { recursive: true });
    await inWorkspace('aggregate');
    expect(existsSync(path('out', 'returns'))).toBe(false);
    await inWorkspace('aggregate', '--returns');
    expect(bytesBelow(path('out', 'returns'))).toEqual(alone);
  });

  it('says that a unit has nothing to answer for', async () => {
    expect(codesOf(await json('return', '--unit', '09220'))).toEqual(['return/unit-not-answered']);
  });
});

describe('accept', () => {
  const [, example = ''] = ACCEPT.examples;
  const words = [...example.matchAll(/"([^"]*)"|(\S+)/gu)]
    .map(([, quoted, word]) => quoted ?? word ?? '')
    .slice(1);
  const id = words[1] ?? '';
  const facts = ['--reason', 'r', '--person', 'p', '--date', '2024-12-05'];

  it('refuses what it cannot record and writes nothing', async () => {
    const unreadable = (
      JSON.parse(readFileSync(path('out', 'findings.json'), 'utf8')) as {
        findings: { id: string; code: string }[];
      }
    ).findings.find(({ code }) => code === 'cell/not-a-number');
    expect(codesOf(await json('accept', 'VH604', ...facts))).toEqual(['accept/no-such-finding']);
    expect(codesOf(await json('accept', unreadable?.id ?? '', ...facts))).toEqual(['accept/not-acceptable']);
    expect(codesOf(await json('accept', id, '--person', 'p'))).toEqual(['accept/field-missing']);
    expect((await inWorkspace('accept', id, '--person', 'p')).code).toBe(2);
    expect(existsSync(path('accepted.csv'))).toBe(false);
  });

  it('does not add to a list that is not sound', async () => {
    writeFileSync(path('accepted.csv'), 'mã;lý do\nx;y\n');
    expect(codesOf(await json('accept', id, ...facts))).toEqual(['accept/list-not-sound']);
    expect(readFileSync(path('accepted.csv'), 'utf8')).toBe('mã;lý do\nx;y\n');
    rmSync(path('accepted.csv'));
  });

  it('records the finding of its own example; the figure then counts, a second time is refused', async () => {
    expect((await inWorkspace(...words)).code).toBe(0);
    const list = readFileSync(path('accepted.csv'), 'utf8');
    expect(list).toContain(`${id},`);
    expect(codesOf(await json(...words))).toEqual(['accept/already']);
    expect(readFileSync(path('accepted.csv'), 'utf8')).toBe(list);
    const results = await measure([], { workspace: folder });
    const recorded = results.findings.filter((one) => one.id === id);
    expect(recorded).toMatchObject([{ accepted: { person: 'Lê Văn An' } }]);
    rmSync(path('accepted.csv'));
  });
});

describe('accept, for questions about earlier periods', () => {
  const asked = async (): Promise<readonly Finding[]> =>
    (await measure([], { workspace: folder })).findings.filter(
      ({ code }) => code === 'plausibility/change' || code === 'previous/other-kind',
    );
  const published = (households: number): void => {
    writeFileSync(
      path('previous', 'so-lieu.csv'),
      [
        'unit_code,period,indicator,numerator,denominator,rate,source',
        `09193,2023,households,${String(households)},,,BC 1`,
        '09193,2023-H1,households,3000,,,BC 2',
      ].join('\n'),
    );
  };

  it('records them like others; a change of last year’s figure opens the question again', async () => {
    mkdirSync(path('previous'));
    published(9000);
    // What is recorded is a finding of the outputs.
    await inWorkspace('aggregate');
    const first = await asked();
    expect(first.map(({ code, accepted }) => [code, accepted])).toEqual(
      expect.arrayContaining([
        ['plausibility/change', undefined],
        ['previous/other-kind', undefined],
      ]),
    );
    for (const { id } of first)
      expect(
        (await inWorkspace('accept', id, '--reason', 'r', '--person', 'p', '--date', '2024-12-05')).code,
      ).toBe(0);
    expect((await asked()).map(({ accepted }) => accepted !== undefined)).toEqual([true, true]);
    published(9100);
    const open = (await asked()).filter(({ accepted }) => accepted === undefined);
    expect(open.map(({ code }) => code)).toEqual(['plausibility/change']);
  });
});
