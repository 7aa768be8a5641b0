/** `tdkvh verify`: what an officer sees for every format, and why a file is refused. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ole } from '../../checks/ole.js';
import { madeDocx, paragraph } from '../../support/made-docx.js';
import { tdkvh } from '../../support/program.js';
import { workbook } from '../readers/workbook-builder.js';

const WRONG = 'Tiên Phước có 78/79 thôn đạt danh hiệu, đạt 92%. Toàn huyện ban hành 12 văn bản.';
const RIGHT = 'Toàn huyện có 12.400/13.050 hộ đạt danh hiệu, đạt 95,02%.';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-verify-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function verified(name: string, content: string | Uint8Array, ...more: readonly string[]) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { code, stdout } = await tdkvh('verify', path, '--json', ...more);
  const answer = JSON.parse(stdout) as {
    readonly wrong: number;
    readonly right: number;
    readonly unchecked: number;
    readonly findings?: readonly {
      readonly code: string;
      readonly message: string;
      readonly severity: string;
    }[];
  };
  expect(readFileSync(path).equals(Buffer.from(content))).toBe(true);
  return { code, ...answer, codes: (answer.findings ?? []).map((found) => found.code) };
}

describe('verify', () => {
  it('counts three lists apart and ends with 1 when something contradicts', async () => {
    const answer = await verified('bai.txt', WRONG);
    expect(answer).toMatchObject({
      code: 1,
      wrong: 3,
      right: 0,
      unchecked: 1,
      codes: ['verify/share-differs'],
    });
    expect(answer.findings?.[0]?.message).toContain('khớp với 78/85');
    expect(await verified('bai-dung.md', `# Kết quả\n\n- ${RIGHT}`)).toMatchObject({
      code: 0,
      wrong: 0,
      right: 3,
      codes: [],
    });
  });

  it('prints them in 80 columns', async () => {
    writeFileSync(join(folder, 'hai.txt'), `${WRONG}\n\n${RIGHT}`);
    const { stdout, stderr, code } = await tdkvh('verify', join(folder, 'hai.txt'), '--all');
    expect(code).toBe(1);
    expect(stdout).toContain('Mâu thuẫn: 3 số.');
    expect(stdout).toContain('Đã đối chiếu, khớp: 3 số.');
    expect(stdout).toContain('Chưa hiểu hoặc không có căn cứ để so: 1 số.');
    expect(stderr).toContain('VH430');
    for (const line of `${stdout}\n${stderr}`.split('\n'))
      expect(Array.from(line).length, line).toBeLessThanOrEqual(80);
  });

  it('joins lines broken to a width, reads Markdown and CSV tables', async () => {
    const broken =
      'Năm 2024, toàn huyện có 12.400/13.050 hộ được tặng danh hiệu Gia đình văn\nhóa, đạt 98% tổng số hộ.';
    expect((await verified('gap.txt', broken)).codes).toEqual(['verify/share-differs']);
    const table = '| Xã | Số hộ |\n|---|---|\n| A | 1.200 |\n| B | 950 |\n| Tổng cộng | 2.510 |';
    expect((await verified('bang.md', table)).codes).toEqual(['verify/table-sum-differs']);
    expect(
      (await verified('bang.csv', 'Xã;Số hộ;Hộ đạt\nA;1200;1100\nB;950;900\nTổng cộng;2510;2000\n')).codes,
    ).toEqual(['verify/table-sum-differs']);
  });

  it('reads Word files, tracked changes both ways', async () => {
    expect((await verified('bao-cao.docx', madeDocx(paragraph(WRONG)))).codes).toEqual([
      'verify/share-differs',
    ]);
    const changed =
      '<w:p><w:r><w:t xml:space="preserve">Có </w:t></w:r><w:del><w:r><w:delText>128</w:delText></w:r></w:del><w:ins><w:r><w:t>132</w:t></w:r></w:ins><w:r><w:t>/142 thôn đạt, bằng 92,96%.</w:t></w:r></w:p>';
    const answer = await verified('sua.docx', madeDocx(changed));
    expect(answer.code).toBe(0);
    expect(answer.findings?.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'verify/tracked-changes info',
      'verify/share-differs warning',
    ]);
    expect(answer.findings?.[1]?.message).toContain('bản trước khi sửa');
  });

  it('refuses what it cannot read, and says what to do', async () => {
    expect(await verified('quet.docx', '%PDF-1.7\n')).toMatchObject({ code: 1, codes: ['verify/scanned'] });
    expect(await verified('cu.docx', '{\\rtf1 abc}')).toMatchObject({
      code: 1,
      codes: ['verify/other-format'],
    });
    expect(await verified('hong.docx', madeDocx(paragraph(RIGHT)).subarray(0, 300))).toMatchObject({
      code: 1,
      codes: ['verify/document-damaged'],
    });
    for (const name of ['khoa.docx', 'khoa.xlsx'])
      expect(await verified(name, ole('EncryptionInfo', 'EncryptedPackage'))).toMatchObject({
        code: 1,
        codes: ['verify/locked'],
      });
    for (const name of ['rong.txt', 'rong.docx', 'rong.xlsx'])
      expect(await verified(name, '')).toMatchObject({ code: 1, codes: ['verify/empty'] });
    const cut = await verified('so.xlsx', workbook().subarray(0, 300));
    expect(cut.codes).toEqual(['verify/document-damaged']);
    expect(cut.findings?.[0]?.message).toContain('dưới dạng sổ tính');
    expect((await tdkvh('verify', join(folder, 'khong-co.docx'))).code).toBe(1);
    expect(
      await verified('thu.txt', 'Kính mời các đồng chí dự họp lúc 7 giờ 30 ngày 12/11/2024.'),
    ).toMatchObject({
      code: 0,
      codes: ['verify/nothing-to-check'],
    });
  });

  it('says that a file is read as what it holds, other than its name has it', async () => {
    expect(await verified('chu.docx', RIGHT)).toMatchObject({ code: 0, codes: ['verify/other-name'] });
    const named = await verified('word.xlsx', madeDocx(paragraph(RIGHT)));
    expect(named).toMatchObject({ code: 0, codes: ['verify/other-name'] });
    expect((await verified('khong-duoi', RIGHT)).codes ?? []).toEqual([]);
  });

  it("holds last year's figures against last year's report", async () => {
    writeFileSync(join(folder, 'truoc.txt'), 'Năm 2023, tỷ lệ hộ gia đình văn hóa toàn huyện đạt 91,25%.');
    const now =
      'Năm 2024, tỷ lệ hộ gia đình văn hóa toàn huyện đạt 92,11%, tăng 1,86 điểm phần trăm so với năm 2023 (90,25%).';
    expect((await verified('nay.txt', now, '--previous', join(folder, 'truoc.txt'))).codes).toEqual([
      'verify/previous-differs',
    ]);
  });
});
