/** Every kind of container fault that is known, F1 to F23, has a generated file here and the code it must end with. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { safeText } from '../../src/values/safe-text.js';
import { stemOf } from '../../src/office/outputs/reply-files.js';
import { listFiles } from '../../src/readers/folder.js';
import { openSources } from '../../src/readers/open-sources.js';
import { readSource } from '../../src/readers/read-source.js';
import { NODE_FILES } from '../../src/writers/output/file-system.js';
import { LOCK_NAME } from '../../src/writers/output/run-lock.js';
import { publishSet } from '../../src/writers/output-set.js';
import { HOSTILE } from '../checks/hostile-files.js';
import { MAIN, STRICT, workbook, workbookParts } from '../unit/readers/workbook-builder.js';
import { buildZip } from '../unit/readers/zip-builder.js';

const ROWS = Array.from({ length: 23 }, (_, index) => `F${index + 1}`);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tdkvh-faults-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** How a file ends: its codes, and `opened` when its cells can be read. */
async function ends(fileName: string, bytes: Uint8Array): Promise<string[]> {
  const said: string[] = [];
  for await (const { file, findings } of openSources([{ path: fileName, bytes, sha256: '' }]))
    said.push(...(file === undefined ? [] : ['opened']), ...findings.map(({ code }) => code));
  return said;
}

const put = (name: string, content: string | Uint8Array = 'a'): Promise<void> =>
  writeFile(join(folder, name), content);
const SHEET = 'xl/worksheets/sheet1.xml';

async function listed(): Promise<string[]> {
  const { files, skipped, findings } = await listFiles([folder], folder);
  return [
    ...files.map(({ path }) => path),
    ...skipped.map(({ path, reason }) => `${path}: ${reason}`),
    ...findings.map(({ code }) => code),
  ];
}

async function writing(system: Partial<typeof NODE_FILES>): Promise<readonly string[]> {
  const quick = { ...NODE_FILES, wait: () => Promise.resolve() };
  const found = await publishSet(
    folder.replaceAll('\\', '/'),
    new Map([['a.json', new Uint8Array(3)]]),
    Object.assign(quick, system),
  );
  return found.map(({ code }) => code);
}

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

interface Case {
  readonly row: string;
  readonly name: string;
  readonly expected: readonly string[];
  readonly seen: () => Promise<readonly string[]> | readonly string[];
}

/** Files whose bytes alone make the fault; the heavy ones among them are for `npm run check:hostile`. */
const LIGHT = HOSTILE.filter(([, name]) => !/^(?:bomb|large)/u.test(name));
const generated = LIGHT.map(([row, name, fileName, end, make]): Case & { readonly any: true } => ({
  row,
  name,
  expected: [end].flat(),
  seen: () => ends(fileName, make()),
  any: true,
}));

const CASES: readonly (Case & { readonly any?: true })[] = [
  ...generated,
  {
    row: 'F3',
    name: 'files of systems and programs',
    expected: [
      'xa.xlsx',
      '.DS_Store: system',
      '._xa.xlsx: system',
      '.~lock.xa.ods#: open-elsewhere',
      'Thumbs.db: system',
      '~$xa.xlsx: open-elsewhere',
      'file/open-elsewhere',
      'file/open-elsewhere',
    ],
    seen: async () => {
      for (const name of ['.DS_Store', '._xa.xlsx', '.~lock.xa.ods#', 'Thumbs.db', '~$xa.xlsx', 'xa.xlsx'])
        await put(name);
      return listed();
    },
  },
  {
    row: 'F7',
    name: 'ratio of a bomb',
    expected: ['file/over-ratio'],
    seen: () => ends('a.xlsx', workbook({ [SHEET]: ' '.repeat(4_000_000) })),
  },
  {
    row: 'F11',
    name: 'part stored twice',
    expected: ['file/doubled-part'],
    seen: () => ends('a.xlsx', buildZip([...workbookParts(), { name: 'XL/styles.xml', content: '<a/>' }])),
  },
  {
    row: 'F11',
    name: 'cell stored twice',
    expected: ['file/doubled-cell'],
    seen: () =>
      ends(
        'a.xlsx',
        workbook({
          [SHEET]: `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>`,
        }),
      ),
  },
  ...[
    ['strict names', `<worksheet xmlns="${STRICT}"><sheetData/></worksheet>`],
    ['prefixed names', `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/></x:worksheet>`],
    [
      'UTF-16',
      Buffer.from(
        `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
        'utf16le',
      ),
    ],
  ].map(([name, sheet]) => ({
    row: 'F12',
    name: String(name),
    expected: ['opened'],
    seen: () => ends('a.xlsx', workbook({ [SHEET]: sheet ?? '' })),
  })),
  {
    row: 'F13',
    name: 'text store that is declared and absent',
    expected: ['file/missing-part'],
    seen: () =>
      ends('a.xlsx', buildZip(workbookParts().filter(({ name }) => name !== 'xl/sharedStrings.xml'))),
  },
  {
    row: 'F15',
    name: 'sheet names equal but for case',
    expected: ['opened'],
    seen: () =>
      ends(
        'a.xlsx',
        workbook({
          'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="A" sheetId="2" r:id="rId9"/></sheets></workbook>`,
          'xl/_rels/workbook.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="http://x/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
          'xl/worksheets/sheet9.xml': `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
        }),
      ),
  },
  {
    row: 'F16',
    name: 'a file that changes while it is read',
    expected: ['file/changed'],
    seen: () => {
      let time = 0;
      const disk = {
        open: () => ({
          stat: () => ({ size: 1, mtimeMs: (time += 1) }),
          read: () => new Uint8Array(1),
          close: () => undefined,
        }),
      };
      return Promise.resolve(
        readSource({ path: 'a', absolute: '/a' }, disk).findings.map(({ code }) => code),
      );
    },
  },
  {
    row: 'F16',
    name: 'a pipe that is named on the command line',
    expected: ['configuration/not-a-file'],
    seen: () => {
      const pipe = join(folder, 'duong-ong');
      execFileSync('mkfifo', [pipe]);
      return Promise.resolve(readSource({ path: 'a', absolute: pipe }).findings.map(({ code }) => code));
    },
  },
  {
    row: 'F17',
    name: 'links and pipes',
    expected: ['duong-ong: not-a-file', 'lien-ket: link', 'file/not-regular', 'file/link'],
    seen: async () => {
      await symlink(tmpdir(), join(folder, 'lien-ket'));
      execFileSync('mkfifo', [join(folder, 'duong-ong')]);
      return listed();
    },
  },
  {
    row: 'F18',
    name: 'names that other systems forbid',
    expected: ['09187-con', '09187-a-b-c', '09187'],
    seen: () => ['CON', '../a:b?*c. ', '\u0000/\\'].map((name) => stemOf({ unit: '09187', name })),
  },
  {
    row: 'F19',
    name: 'one name in two spellings',
    expected: ['Hòa.csv', 'Hòa.csv'],
    seen: async () => {
      await put('Hòa.csv'.normalize('NFC'));
      await put('Hòa.csv'.normalize('NFD'));
      return (await listed()).map((name) => name.normalize('NFC'));
    },
  },
  {
    row: 'F20',
    name: 'signs that command a terminal',
    expected: ['⟨U+001B⟩[2J⟨U+202E⟩'],
    seen: () => [safeText('\u001b[2J\u202e')],
  },
  ...['ENOSPC', 'EACCES', 'EROFS'].map((code) => ({
    row: 'F21',
    name: `${code} when writing`,
    expected: ['output/'],
    seen: async () => (await writing({ writeNew: failing(code) })).map((one) => one.slice(0, 7)),
  })),
  {
    row: 'F22',
    name: 'a second run on the same folder',
    expected: ['output/running'],
    seen: async () => {
      const { self } = NODE_FILES.processes;
      await put(LOCK_NAME, JSON.stringify({ ...self, process: 4242, started: '1' }));
      return writing({ processes: { self, startOf: () => '1', isAlive: () => true } });
    },
  },
  {
    row: 'F23',
    name: 'bad files among good ones',
    expected: ['file/empty', 'opened', 'file/not-synced', 'opened'],
    seen: async () => {
      const said: string[] = [];
      const source = (path: string, bytes: Uint8Array) => ({ path, bytes, sha256: '' });
      for await (const { file, findings } of openSources([
        source('a.xlsx', new Uint8Array()),
        source('b.xlsx', workbook()),
        source('c.xlsx', new Uint8Array(99)),
        source('d.csv', Buffer.from('a,b\n1,2\n')),
      ]))
        said.push(file === undefined ? (findings[0]?.code ?? '') : 'opened');
      return said;
    },
  },
];

describe('faults of containers', () => {
  it('are all in this list', () => {
    expect(CASES.filter(({ row }) => !ROWS.includes(row))).toEqual([]);
    expect(ROWS.filter((row) => !CASES.some((one) => one.row === row))).toEqual([]);
  });

  it.each(CASES.map((one) => [`${one.row} ${one.name}`, one] as const))('%s', async (_, one) => {
    const seen = await one.seen();
    if (one.any === true) expect(one.expected.some((end) => seen.includes(end))).toBe(true);
    else expect(seen).toEqual(one.expected);
  });
});
