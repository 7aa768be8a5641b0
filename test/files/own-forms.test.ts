/** The five forms seen in use, adopted by the command and read back; and the same made forms after LibreOffice saved them. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FIXTURES } from '../end-to-end/expectation.js';
import { tdkvh } from '../support/program.js';

const FORMS = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'forms');
const root = mkdtempSync(join(tmpdir(), 'tdkvh-forms-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const UNITS = `code,name,type,level,parent_code,valid_from,valid_to
256,Huyện Mẫu,huyện,district,26,,
09001,An Thịnh,xã,commune,256,,
`;
const CONFIGURATION =
  'schema: tdkvh/workspace@1\nperiod: "2024"\nunit: "256"\nlevel: district\nreferenceDate: 2024-12-31\ncriteria: nd86-2023\n';

function workspaceWith(name: string, bytes: Uint8Array): string {
  const folder = mkdtempSync(join(root, 'w-'));
  mkdirSync(join(folder, 'submissions'));
  writeFileSync(join(folder, 'units.csv'), UNITS);
  writeFileSync(join(folder, 'tdkvh.yaml'), CONFIGURATION);
  writeFileSync(join(folder, 'submissions', name), bytes);
  return folder;
}

describe.skipIf(!existsSync(FORMS))('the forms seen in use', () => {
  it.each([
    ['F1-phu-luc-theo-thon.xlsx', { households: 540, familiesRegistered: 515, familiesTitled: 503 }],
    [
      'F2-chi-tieu-theo-dong.xlsx',
      { households: 540, familiesRegistered: 515, familiesTitled: 503, cultureHouses: 2 },
    ],
    ['F3-danh-sach-ho.xlsx', { familiesTitled: 30 }],
  ] as const)('%s', async (name, sums) => {
    const folder = workspaceWith(name, readFileSync(join(FORMS, name)));
    const adopted = await tdkvh(
      'criteria',
      'adopt',
      join(folder, 'submissions', name),
      '--yes',
      '--workspace',
      folder,
    );
    expect(adopted.code).toBe(0);
    await tdkvh('aggregate', '--workspace', folder);
    const results = JSON.parse(readFileSync(join(folder, 'out', 'results.json'), 'utf8')) as {
      readonly measures: Readonly<Record<string, Readonly<Record<string, { readonly n: number }>>>>;
    };
    const read = Object.fromEntries(Object.keys(sums).map((id) => [id, results.measures['09001']?.[id]?.n]));
    expect(read).toEqual(sums);
    const again = await tdkvh('criteria', 'adopt', join(folder, 'submissions', name), '--workspace', folder);
    expect(again.stdout).toContain('Mẫu không đổi');
    expect(JSON.stringify(results)).not.toContain('Nguyễn Văn');
  });

  it.each(['F4-phan-mem-binh-xet.xlsx', 'F7-hai-bang-mot-trang.xlsx'])(
    '%s says neither unit nor year, so the office is asked',
    async (name) => {
      const folder = workspaceWith(name, readFileSync(join(FORMS, name)));
      const adopted = await tdkvh(
        'criteria',
        'adopt',
        join(folder, 'submissions', name),
        '--yes',
        '--workspace',
        folder,
      );
      expect(adopted.code).toBe(0);
      const { stdout, stderr } = await tdkvh('validate', '--workspace', folder);
      expect(stdout + stderr).toContain('VH518');
      expect(stdout + stderr).not.toContain('VH201');
    },
  );
});

describe('criteria adopt', () => {
  it('says what to do with a file that is no table', async () => {
    const folder = workspaceWith('thu.csv', Buffer.from('Kính gửi;Ủy ban\nNội dung;thư\n'));
    const { code, stderr } = await tdkvh(
      'criteria',
      'adopt',
      join(folder, 'submissions', 'thu.csv'),
      '--yes',
      '--workspace',
      folder,
    );
    expect(code).not.toBe(0);
    expect(stderr).toContain('VH798');
  });

  it('names two columns that nothing tells apart, and writes nothing', async () => {
    const form =
      'TT;Tên thôn, tổ dân phố;Tổng số hộ;Số lượng;Số lượng\n1;Thôn Đông;100;90;88\n2;Thôn Tây;120;100;110\n';
    const folder = workspaceWith('thu.csv', Buffer.from(form));
    const path = join(folder, 'submissions', 'thu.csv');
    const { code, stderr } = await tdkvh('criteria', 'adopt', path, '--yes', '--workspace', folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/VH791[^]*E1 {2}Cột D và cột E của mẫu cùng có tiêu đề “Số lượng”/u);
    expect(existsSync(join(folder, 'forms'))).toBe(false);
  });

  it('reads a form with a column for each commune, whose names have their kind as the advice asks', async () => {
    const adopt = async (...names: readonly string[]) => {
      const form = `TT;Chỉ tiêu;ĐVT;${names.join(';')};Tổng cộng\n1;Tổng số hộ;hộ;100;90;190\n`;
      const folder = workspaceWith('thu.csv', Buffer.from(form));
      const path = join(folder, 'submissions', 'thu.csv');
      const told = await tdkvh('criteria', 'adopt', path, '--yes', '--workspace', folder);
      const yaml = join(folder, 'forms', 'thu.yaml');
      return { ...told, yaml: existsSync(yaml) ? readFileSync(yaml, 'utf8') : undefined };
    };
    const bare = await adopt('Dũng Liệt', 'TAM ĐA');
    expect([bare.code, bare.yaml]).toEqual([2, undefined]);
    expect(bare.stderr).toMatch(/VH266[^]*Ghi\s+đủ\s+“Xã …”,\s+“Phường …”\s+hoặc\s+“Thôn …”\s+trước\s+tên/u);
    const named = await adopt('Xã Dũng Liệt', 'XÃ TAM ĐA');
    expect(named.code).toBe(0);
    expect(named.yaml).toMatch(/rows: unit\n\s+across: true/u);
  });

  it.each([
    [
      'TT;Thôn;Tổng số hộ;;TT;Thôn;Số giếng\n1;Thôn Đông;100;;1;Thôn Tây;9\n2;Thôn Tây;120;;2;Thôn Đông;8\n',
      /VH788[^]*F1 {2}Mẫu có hai bảng đặt cạnh nhau: cột B và cột F cùng có tiêu đề “Thôn”/u,
    ],
    [
      'TT;Thôn;Tổng số hộ;;TT;Tên gọi;Số giếng\n1;Thôn Đông;100;;1;Thôn Tây;9\n2;Thôn Tây;120;;2;Thôn Đông;8\n',
      /VH788[^]*E1 {2}Mẫu có hai bảng đặt cạnh nhau: cột A và cột E cùng có tiêu đề “TT”/u,
    ],
    [
      'TT;Nội dung tiêu chí;Điểm chuẩn;Điểm tự chấm\n1;Có mô hình kinh tế;10;9\n2;Có điểm thu gom rác;30;25\n',
      /VH789[^]*Bảng chỉ tiêu của mẫu không có cột số thực hiện \(các\s+cột: “Điểm chuẩn”,\s+“Điểm tự chấm”\)/u,
    ],
  ])('adopts no form of which figures would go to the wrong rows, or none be read', async (form, told) => {
    const folder = workspaceWith('thu.csv', Buffer.from(form));
    const path = join(folder, 'submissions', 'thu.csv');
    const { code, stderr } = await tdkvh('criteria', 'adopt', path, '--yes', '--workspace', folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
    expect(existsSync(join(folder, 'forms'))).toBe(false);
  });

  it('says which columns nobody reads', async () => {
    const form =
      'TT;Tên thôn, tổ dân phố;Tổng số hộ;Kế hoạch hộ Gia đình văn hóa;Số hộ được tặng danh hiệu Gia đình văn hóa\n' +
      '1;Thôn Đông;100;90;88\n2;Thôn Tây;120;100;110\n';
    const folder = workspaceWith('thu.csv', Buffer.from(form));
    const path = join(folder, 'submissions', 'thu.csv');
    const { code, stdout } = await tdkvh('criteria', 'adopt', path, '--yes', '--workspace', folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Không dùng đến .*:\n {2}Kế hoạch hộ Gia đình văn hóa\n/u);
  });

  it('takes no form of the program itself for one of the office', async () => {
    const sent = 'submissions/09193-thi-tran-cho-bieu-01-04-2024.xlsx';
    const folder = workspaceWith('a.xlsx', readFileSync(join(FIXTURES, 'district-2024', sent)));
    const path = join(folder, 'submissions', 'a.xlsx');
    const { code, stderr } = await tdkvh('criteria', 'adopt', path, '--yes', '--workspace', folder);
    expect([code, stderr.includes('VH799')]).toEqual([2, true]);
    expect(existsSync(join(folder, 'forms'))).toBe(false);
  });

  it('refuses the same form under another name, and says under which it was adopted', async () => {
    const form = Buffer.from(
      'TT;Tên thôn, tổ dân phố;Tổng số hộ;Số con đường hoa tự quản\n1;Thôn Đông;100;3\n2;Thôn Tây;120;1\n',
    );
    const folder = workspaceWith('phu-luc.csv', form);
    const adopt = (name: string) =>
      tdkvh('criteria', 'adopt', join(folder, 'submissions', name), '--yes', '--workspace', folder);
    expect((await adopt('phu-luc.csv')).code).toBe(0);
    writeFileSync(join(folder, 'submissions', 'phu-luc-moi.csv'), form);
    const { code, stderr } = await adopt('phu-luc-moi.csv');
    expect([code, stderr.replaceAll(/\s+/gu, ' ')]).toEqual([
      2,
      expect.stringMatching(/VH869 .*forms\/phu-luc\.yaml.*\(phu-luc\.csv\)/u),
    ]);
    expect(existsSync(join(folder, 'forms', 'phu-luc-moi.yaml'))).toBe(false);
  });
});
