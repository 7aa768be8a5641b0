/** What lies under the name of one of the office's own files: a pipe, a device, a folder, too much. Nothing hangs or fills. */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tdkvh } from '../support/program.js';

const NAMES = [
  'tdkvh.yaml',
  'units.csv',
  'targets.csv',
  'crosswalk.csv',
  'accepted.csv',
  'received.csv',
  'narrative.md',
  'templates/annexes.yaml',
  'templates/outline.yaml',
  'templates/signatures.yaml',
  'templates/tags.yaml',
  'templates/rieng.hbs',
  'templates/bao-cao.docx',
  'previous/2023.results.json',
  'previous/so-lieu.csv',
  'bo-rieng.yaml',
] as const;

const CONFIGURATION = `schema: tdkvh/workspace@1
period: "2024"
unit: "264"
level: district
referenceDate: 2024-12-31
criteria: bo-rieng.yaml
`;

let folder = '';
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-own-'));
  put('tdkvh.yaml', CONFIGURATION);
  put('bo-rieng.yaml', 'schema: tdkvh/criteria@1\nextends: nd86-2023\nid: rieng\n');
  put('submissions/ghi-chu.txt', 'Xã chưa gửi.');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Told {
  readonly code: string;
  readonly at: { readonly file?: string; readonly cell?: string };
}
const told = async (): Promise<readonly Told[]> => {
  const { stdout } = await tdkvh('aggregate', '--json', '--workspace', folder);
  return (JSON.parse(stdout) as { readonly findings: readonly Told[] }).findings;
};
const codesFor = async (): Promise<readonly string[]> => (await told()).map(({ code }) => code);
/** Names of the files that a finding of the kind speaks of, as they stand in the folder. */
const named = async (kind: string): Promise<readonly string[]> =>
  (await told())
    .filter(({ code }) => code === kind)
    .map(({ at: { file = '' } }) => NAMES.find((name) => file.endsWith(name)) ?? file)
    .sort();

const away = (name: string): string => {
  const path = join(folder, name);
  rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  return path;
};

/** Windows has neither pipes nor devices among its files. */
const unix = process.platform !== 'win32';

describe('own files', () => {
  /** Without tdkvh.yaml nobody knows the set. */
  const groups: readonly (readonly string[])[] = [
    NAMES.filter((name) => name !== 'tdkvh.yaml'),
    NAMES.filter((name) => name !== 'bo-rieng.yaml'),
    // Where all else is in order the run itself tells them.
    NAMES.filter((name) => name.startsWith('previous/')),
  ];

  beforeEach(() => {
    // The catalogue of tags is asked for with a template only.
    put('templates/bao-cao.docx', 'x');
  });

  it.runIf(unix).each(groups)('%s …: a pipe or a device is named, not opened', async (...names) => {
    // In turn, so that each way of opening meets both.
    for (const name of names) {
      if (NAMES.findIndex((one) => one === name) % 2 === 0) execFileSync('mkfifo', [away(name)]);
      else symlinkSync('/dev/zero', away(name));
    }
    expect(await named('configuration/not-a-file')).toEqual(names.toSorted());
  });

  it.runIf(unix)('is told where it is a link to a place that is not there', async () => {
    const names = NAMES.filter((name) => !/^(?:tdkvh|bo-rieng)\.yaml$/u.test(name));
    for (const name of names) symlinkSync(join(folder, 'ổ mạng chưa nối', name), away(name));
    expect(await named('configuration/not-a-file')).toEqual(names.toSorted());
  });

  it.each(groups)('%s …: beyond its limit it is named, not read', async (...names) => {
    for (const name of names) {
      const file = openSync(away(name), 'w');
      ftruncateSync(file, 5 * 1024 ** 3);
      closeSync(file);
    }
    expect(await named('configuration/file-too-large')).toEqual(names.toSorted());
  });
});

describe('a text of the office beyond any use', () => {
  it.each([
    ['bold', '**_'.repeat(100_000)],
    ['lines', 'a\n'.repeat(300_000)],
    ['letters', 'a b '.repeat(1_000_000)],
  ])('narrative.md of too much of %s is told with its line', async (_name, text) => {
    put('narrative.md', `## Ưu điểm\n${text}`);
    const found = (await told()).filter(({ code }) => code === 'configuration/text-too-long');
    expect(found).toMatchObject([
      { at: { file: expect.stringMatching(/narrative\.md$/u), cell: expect.stringMatching(/^dòng \d+/u) } },
    ]);
  });

  it.each([
    ['blocks in one another', `## chart.title\n${'{{#if x}}'.repeat(20_000)}a${'{{/if}}'.repeat(20_000)}`],
    ['sentences', 'a\n'.repeat(100) + Array.from({ length: 6_000 }, (_, at) => `## câu ${at}\na`).join('\n')],
    ['letters', `## chart.title\n${'a '.repeat(300_000)}`],
  ])('a file of sentences with too much of %s is told with its line', async (_name, text) => {
    put('templates/rieng.hbs', text);
    const found = (await told()).filter(({ code }) => code === 'configuration/text-too-long');
    expect(found).toMatchObject([
      { at: { file: 'templates/rieng.hbs', cell: expect.stringMatching(/^dòng \d+/u) } },
    ]);
  });
});

describe('what is wrong in previous/', () => {
  /** Not JSON, of another schema, a line that names no unit: told by whoever reads the contents, not by opening the file. */
  const earlier = (): void => {
    put('previous/2022.results.json', '{');
    put('previous/2023.results.json', '{"schema":"other@1"}');
    put('previous/so-lieu.csv', 'nam,ma\n2023,1\n');
  };
  const files = async (command: string): Promise<readonly string[]> => {
    const { stdout } = await tdkvh(command, '--json', '--workspace', folder);
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly Told[] };
    return [...new Set(findings.map(({ at: { file = '' } }) => file))].sort();
  };
  const ALL = ['previous/2022.results.json', 'previous/2023.results.json', 'previous/so-lieu.csv'];

  it.each([
    ['a broken list of units', 'units.csv', 'x\ny\n', ALL],
    ['a broken sentence', 'templates/rieng.hbs', '{{#if}', ALL],
    ['a broken period', 'tdkvh.yaml', 'schema: tdkvh/workspace@1\ncriteria: nd86-2023\nperiod: hai\n', ALL],
    // Which figures a line may name only the set knows.
    ['a broken criteria set', 'bo-rieng.yaml', 'schema: tdkvh/criteria@1\nid: [\n', ALL.slice(0, 2)],
  ])('is told beside %s, in the same run', async (_, name, text, expected) => {
    earlier();
    put(name, text);
    // Each of the three has its own way out when a sentence is broken.
    for (const command of name.endsWith('.hbs') ? ['aggregate', 'status', 'return'] : ['aggregate']) {
      const told = await files(command);
      expect(told, command).toEqual(expect.arrayContaining([...expected]));
      expect(
        told.some((file) => file.startsWith(name.split('/')[0] ?? '')),
        command,
      ).toBe(true);
    }
  });

  it('is told once by a run that is made, and beside a folder of submissions that is not there', async () => {
    earlier();
    expect((await told()).filter(({ at }) => at.file === ALL[0])).toHaveLength(1);
    rmSync(join(folder, 'submissions'), { recursive: true });
    expect(await files('aggregate')).toEqual(expect.arrayContaining(ALL));
  });
});

describe('the folder of submissions', () => {
  it('is followed when it is itself a link, and what is a link inside stays', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'tdkvh-share-'));
    try {
      rmSync(join(folder, 'submissions'), { recursive: true });
      writeFileSync(join(outside, 'a.csv'), 'x');
      writeFileSync(join(folder, 'b.csv'), 'x');
      symlinkSync(join(folder, 'b.csv'), join(outside, 'b.csv'));
      // On Windows a junction, which needs no rights.
      symlinkSync(outside, join(folder, 'submissions'), 'junction');
      expect(await codesFor()).toContain('file/link');
      const { inputs } = JSON.parse(readFileSync(join(folder, 'out', 'results.json'), 'utf8')) as {
        readonly inputs: readonly { readonly path: string; readonly state: string }[];
      };
      expect(inputs.map(({ path, state }) => [path, state])).toEqual([
        ['submissions/a.csv', 'rejected'],
        ['submissions/b.csv', 'skipped'],
      ]);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('that leads back to the workspace does not read our own outputs', async () => {
    rmSync(join(folder, 'submissions'), { recursive: true });
    symlinkSync(folder, join(folder, 'submissions'), 'junction');
    await codesFor();
    await codesFor();
    const text = readFileSync(join(folder, 'out', 'results.json'), 'utf8');
    expect(text).not.toContain('submissions/out/');
  });
});
