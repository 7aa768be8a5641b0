/** A criteria set in several files: read in order as one, every fault at its own file and line. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundledCriteria, loadCriteria } from '../../src/office/load-criteria.js';

let folder = '';
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const HEAD = 'schema: tdkvh/criteria@1\nid: tinh\nextends: nd86-2023\n';
const TOWERS =
  'fields:\n  - { id: towers, form: bieu-02, group: C, code: C30, label: Số tòa nhà văn hóa, type: count, unit: tòa }\n';
const ofTowers = (id: string): string =>
  `indicators:\n  - { id: ${id}, label: Số tòa nhà văn hóa, unit: tòa, numerator: { sum: towers }, headline: false, basis: Tỉnh, confirmed: true }\n`;

/** A folder with a main file that names two more, one of which names a third. */
function putSet(): void {
  put('bo/bo-tieu-chi.yaml', `${HEAD}includes:\n  - chi-tieu/bieu-02.yaml\n  - quy-tac.yaml\n`);
  put('bo/chi-tieu/bieu-02.yaml', `# Biểu 02\n${TOWERS}${ofTowers('towersTotal')}includes: [tong.yaml]\n`);
  put(
    'bo/chi-tieu/tong.yaml',
    `${ofTowers('towersAgain')}    after: towersTotal\n`
      .replace('}\n    after', ', after')
      .replace('towersTotal\n', 'towersTotal }\n'),
  );
  put('bo/quy-tac.yaml', '# Một quy tắc bỏ đi.\nremove: { rules: [titled-within-households] }\n');
}

const told = async (name = 'bo'): Promise<readonly (readonly (string | undefined)[])[]> =>
  (await loadCriteria(name, folder)).findings.map(({ code, at }) => [code, at.file, at.cell]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-set-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a set of several files', () => {
  it('is read by its folder or its main file, includes of includes too', async () => {
    putSet();
    const { set, findings, sha256 } = await loadCriteria('bo', folder);
    expect(findings).toEqual([]);
    expect(set?.fields.at(-1)?.id).toBe('towers');
    expect(set?.indicators.slice(-2).map(({ id }) => id)).toEqual(['towersTotal', 'towersAgain']);
    expect(await loadCriteria('bo/bo-tieu-chi.yaml', folder)).toMatchObject({ sha256 });
  });

  it('has another hash when any of its files changes', async () => {
    putSet();
    const { sha256 } = await loadCriteria('bo', folder);
    put('bo/quy-tac.yaml', '# Bỏ đi.\nremove: { rules: [titled-within-households] }\n');
    expect((await loadCriteria('bo', folder)).sha256).not.toBe(sha256);
  });

  it('may be extended by its path, as a bundled one by its id', async () => {
    putSet();
    put('huyen.yaml', 'schema: tdkvh/criteria@1\nid: huyen\nextends: bo\n');
    expect((await loadCriteria('huyen.yaml', folder)).set?.fields.at(-1)?.id).toBe('towers');
  });
});

const TWICE = (line: string): string => `đã nêu tên ở bo/bo-tieu-chi.yaml dòng ${line}.`;

describe('what is wrong with the files', () => {
  beforeEach(putSet);

  it('names a missing file, its line and the nearest that is there', async () => {
    put('bo/bo-tieu-chi.yaml', `${HEAD}includes:\n  - chi-tieu/bieu02.yaml\n  - quy-tac.yaml\n`);
    expect(await told()).toEqual([['criteria/include-missing', 'bo/bo-tieu-chi.yaml', 'dòng 5, cột 5']]);
    const [found] = (await loadCriteria('bo', folder)).findings;
    expect(found?.expected).toEqual(['chi-tieu/bieu-02.yaml']);
    expect(found?.message).toContain('chi-tieu/bieu-02.yaml');
  });

  it('says of a folder that it is one, and names a file of it', async () => {
    put('bo/bo-tieu-chi.yaml', `${HEAD}includes:\n  - chi-tieu/\n  - quy-tac.yaml\n`);
    const [found] = (await loadCriteria('bo', folder)).findings;
    expect(found?.code).toBe('criteria/include-missing');
    expect(found?.message).toContain('là thư mục; khóa includes nêu từng tệp, ví dụ “chi-tieu/bieu-02.yaml”');
  });

  it.each([
    ['a file twice', 'quy-tac.yaml', 'includes: []\n', ['bo/bo-tieu-chi.yaml', 'dòng 7, cột 5'], TWICE('6')],
    [
      'the main file',
      'tong.yaml',
      'includes: [bo-tieu-chi.yaml]\n',
      ['bo/tong.yaml', 'dòng 1, cột 12'],
      'tệp chính',
    ],
    ['itself', 'tong.yaml', 'includes: [tong.yaml]\n', ['bo/tong.yaml', 'dòng 1, cột 12'], TWICE('7')],
  ])('does not follow %s', async (_, third, text, place, before) => {
    put(
      'bo/bo-tieu-chi.yaml',
      `${HEAD}includes:\n  - chi-tieu/bieu-02.yaml\n  - quy-tac.yaml\n  - ${third}\n`,
    );
    put('bo/tong.yaml', text);
    expect(await told()).toEqual([['criteria/included-twice', ...place]]);
    const [found] = (await loadCriteria('bo', folder)).findings;
    expect(found?.message).toContain(before);
  });

  it.each(['../ngoai.yaml', '/etc/passwd', 'C:/bo/a.yaml', 'chi-tieu\\bieu-02.yaml'])(
    'does not leave the folder: %s',
    async (path) => {
      put('ngoai.yaml', TOWERS);
      put('bo/bo-tieu-chi.yaml', `${HEAD}includes:\n  - '${path}'\n`);
      expect(await told()).toEqual([['criteria/wrong-value', 'bo/bo-tieu-chi.yaml', 'dòng 5, cột 5']]);
    },
  );

  it('says that the head belongs in the main file', async () => {
    put('bo/quy-tac.yaml', '# Quy tắc\nid: khac\nextends: nd122-2018\n');
    expect(await told()).toEqual([
      ['criteria/main-key-in-part', 'bo/quy-tac.yaml', 'dòng 2, cột 1'],
      ['criteria/main-key-in-part', 'bo/quy-tac.yaml', 'dòng 3, cột 1'],
    ]);
  });

  it('places broken YAML, a misspelt key and a wrong entry in the file that has them', async () => {
    put('bo/quy-tac.yaml', 'rules:\n  - id: "a\n');
    put('bo/chi-tieu/tong.yaml', 'a: [1\n');
    const broken = await told();
    expect(broken.map(([, file]) => file).sort()).toEqual(['bo/chi-tieu/tong.yaml', 'bo/quy-tac.yaml']);
    put('bo/quy-tac.yaml', '# Quy tắc\nrulse: []\n');
    put('bo/chi-tieu/tong.yaml', `\n${ofTowers('more').replace('towers }', 'tower }')}`);
    expect(await told()).toEqual([
      ['criteria/unknown-key', 'bo/quy-tac.yaml', 'dòng 2, cột 1'],
      ['criteria/unknown-reference', 'bo/chi-tieu/tong.yaml', expect.stringMatching(/^dòng 3, /u)],
    ]);
  });

  it('tells an id or a default that two files state', async () => {
    put('bo/quy-tac.yaml', `${TOWERS}defaults: { byForm: { bieu-02: { core: true } } }\n`);
    put('bo/chi-tieu/tong.yaml', 'defaults: { byForm: { bieu-02: { core: false } } }\n');
    expect(await told()).toEqual([
      ['criteria/repeated-id', 'bo/quy-tac.yaml', 'dòng 3, cột 23'],
      ['criteria/repeated-id', 'bo/quy-tac.yaml', 'dòng 2, cột 7'],
    ]);
  });

  it('says which file a folder without a main file lacks', async () => {
    put('khac/quy-tac.yaml', '');
    expect(await told('khac')).toEqual([['cli/unknown-criteria', '', undefined]]);
  });
});

it('comes with the program: every bundled set is a folder that can be read', async () => {
  for (const id of await bundledCriteria())
    expect((await loadCriteria(id, folder)).findings.map(({ message }) => message)).toEqual([]);
});
