/** Findings on screen at 80 columns: grouped, wrapped, folded, counted; text of communes is never obeyed. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adviceLines } from '../../../src/cli/screen/finding-words.js';
import { reportFindings } from '../../../src/cli/screen/reporter.js';
import { safeText } from '../../../src/values/safe-text.js';
import { hanging, widthOf, wrapWords } from '../../../src/cli/screen/wrap-text.js';
import { inReadingOrder } from '../../../src/findings/arrange.js';
import { finding } from '../../../src/findings/finding.js';
import type { Finding } from '../../../src/model.js';

const ESCAPE = '\u001B';
const unitName = (code: string): string | undefined => (code === '09187' ? 'Xã An Bình' : undefined);
const cell = (address: string, more: Partial<Finding> = {}): Finding => ({
  id: address,
  code: 'cell/not-a-number',
  number: 'VH301',
  severity: 'error',
  unit: '09187',
  period: '2024',
  at: { file: 'submissions/xa-an-binh.xlsx', sheet: 'Biểu 01', cell: address },
  message: '“1.2k” không phải là số: cột “Tổng số hộ”, thôn Đông, nên không cộng được vào tổng của xã.',
  hint: 'Chỉ nhập chữ số, ví dụ 1250; xóa chữ và dấu cách.',
  ...more,
});

const findings: readonly Finding[] = [
  ...Array.from({ length: 19 }, (_, index) => cell(`D${String(30 - index)}`)),
  cell('E9', {
    severity: 'warning',
    number: 'VH611',
    message: 'Tỷ lệ tăng 30,00 điểm phần trăm so với năm 2023.',
  }),
  cell('F9', { trial: true, message: 'Quy tắc đang theo dõi.' }),
  cell('G9', { accepted: { reason: 'Có quyết định', person: 'An', date: '2024-12-01' } }),
  {
    ...cell('A1', { severity: 'info', message: 'Tệp trùng nội dung với xa-an-binh.xlsx.' }),
    at: { file: 'submissions/xa an binh (1).xlsx' },
  },
  finding(
    'configuration/missing-key',
    { file: 'tdkvh.yaml', cell: 'dòng 12, cột 3' },
    { key: 'unit', start: 'unit:', example: '"256"' },
  ),
  finding(
    'cli/refused',
    { file: '' },
    { reasons: 'còn 20 lỗi chưa xử lý: Xã An Bình (20); 1 đơn vị chưa gửi: Xã An Thịnh' },
  ),
];

describe('reportFindings', () => {
  const text = reportFindings(findings, { columns: 80, colour: false, files: 14, unitName });

  it('reads well at 80 columns', async () => {
    expect(text.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'reporter-80-columns.txt'));
  });

  it('has no colour unless asked, and the same words with it', () => {
    expect(text).not.toContain(ESCAPE);
    const coloured = reportFindings(findings, { columns: 80, colour: true, files: 14, unitName });
    expect(coloured).toContain(ESCAPE);
    expect(coloured.replace(/\u001B\[\d+m/gu, '')).toBe(text);
  });

  it('folds the sixth and later cells of one fault in one column', () => {
    expect(text.match(/^ +D\d+/gmu)).toHaveLength(5);
    expect(text).toContain('14 ô khác');
  });

  it('shows only errors when quiet, and counts everything', () => {
    const quiet = reportFindings(findings, { columns: 80, colour: false, files: 14, quiet: true });
    expect(quiet).not.toContain('VH611');
    expect(quiet).toContain('1 cần xác nhận');
  });

  it('does not depend on the order in which findings come', () => {
    expect(reportFindings(findings.toReversed(), { columns: 80, colour: false, files: 14, unitName })).toBe(
      text,
    );
  });

  it('shows control and direction characters of a file name instead of obeying them', () => {
    const name = `a${ESCAPE}[31m\u202Exslx.txt\r\nb`;
    const shown = reportFindings([{ ...cell('D1'), at: { file: name } }], { columns: 80, colour: false });
    expect(shown).not.toContain(ESCAPE);
    expect(shown).not.toContain('\u202E');
    expect(shown).toContain('⟨U+202E⟩');
  });
});

const line = (number: string, address: string, more: Partial<Finding> = {}): Finding =>
  cell(address, {
    id: number + address,
    number,
    message: `Câu ${number} ${address}.`,
    rowKey: 'dong',
    ...more,
  });
const at = (address: string) => ({ file: 'submissions/xa-an-binh.xlsx', sheet: 'Biểu 01', cell: address });
const shown = (list: readonly Finding[], more: Partial<Parameters<typeof reportFindings>[1]> = {}): string =>
  reportFindings(list, { columns: 80, colour: false, unitName, ...more });

describe('one cause', () => {
  const mistyped = [
    line('VH347', 'M9', { rule: 'a', related: [at('F9')], fields: ['m', 'f'] }),
    line('VH348', 'M9', { rule: 'b', severity: 'warning', related: [at('F9')], fields: ['m', 'f'] }),
    line('VH347', 'N9', { rule: 'c', related: [at('M9')], fields: ['n', 'm'] }),
    line('VH368', 'G9', { rule: 'd', severity: 'warning', related: [at('F9')], fields: ['g', 'f'] }),
  ];
  it('makes one block of the rules of one mistyped cell', () => {
    const text = shown(mistyped);
    expect(text.match(/^ {4}\S/gmu)).toHaveLength(2); // The cell and its advice.
    expect(text.match(/↳/gu)).toHaveLength(3);
  });

  it('puts the total under the cell of its column that could not be read, and only there', () => {
    const unread = line('VH301', 'F9', { fields: ['f'] });
    const total = cell('B21', { id: 'total', number: 'VH403', rule: 't', fields: ['x', 'f'] });
    expect(shown([unread, total])).toMatch(/F9 .*\n +↳ B21/u);
    const other = { ...line('VH301', 'F9', { fields: ['f'] }), unit: '09999' };
    expect(shown([other, total])).not.toContain('↳');
  });

  it('never hides what is more serious, was accepted, or stands in other cells', () => {
    const remark = line('VH313', 'F9', { severity: 'info', fields: ['f'] });
    const text = shown([remark, ...mistyped]);
    expect(text.indexOf('VH347')).toBeLessThan(text.indexOf('VH313'));
    const accepted = line('VH347', 'M9', { accepted: { reason: 'x', person: 'y', date: '2024-12-01' } });
    expect(shown([accepted, remark])).not.toContain('↳');
    expect(shown([line('VH347', 'M9'), line('VH347', 'M10')])).not.toContain('↳');
  });

  it('loses none: every finding stands on screen with --all, whatever the list', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const list = Array.from({ length: 40 }, (_, index) => {
        const random = (most: number): number => (seed * 7919 + index * 104_729 + seed * index * 31) % most;
        const row = 9 + random(4);
        return line(`VH3${String(10 + random(5))}`, `${'FGMN'.charAt(random(4))}${String(row)}`, {
          id: `${String(seed)} ${String(index)}`,
          message: `Câu số ${String(index)}.`,
          severity: (['error', 'warning', 'info'] as const)[random(3)] ?? 'info',
          unit: `0918${String(random(3))}`,
          fields: [`f${String(random(3))}`],
          related: random(2) === 0 ? [] : [at(`F${String(row)}`)],
        });
      });
      const text = shown(list, { max: Infinity }).replace(/\s+/gu, ' ');
      for (const { message } of list) expect(text).toContain(message);
      expect([...inReadingOrder(list)].map(({ finding: { id } }) => id).toSorted()).toEqual(
        list.map(({ id }) => id).toSorted(),
      );
    }
  });
});

describe('long lists', () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    line(`VH3${String(10 + index)}`, `F${String(index + 9)}`, {
      rowKey: String(index),
      fields: [`f${String(index)}`],
    }),
  );
  it('show 20 of a file, then count the rest and name the full list', () => {
    const text = shown(many, { fullList: 'out/findings.csv' });
    expect(text.match(/Câu VH/gu)).toHaveLength(20);
    expect(text).toContain('… và 10 nội dung nữa: out/findings.csv');
    expect(shown(many, { max: 3 }).match(/Câu VH/gu)).toHaveLength(3);
    expect(shown(many, { max: Infinity }).match(/Câu VH/gu)).toHaveLength(30);
  });

  it('tell a remark of nearly every unit once, with a count, and an error of every unit each time', () => {
    const of = (severity: Finding['severity']): readonly Finding[] =>
      Array.from({ length: 6 }, (_, index) =>
        line('VH351', 'F9', { severity, unit: `0918${String(index)}`, id: String(index) }),
      );
    expect(shown(of('info'))).toContain('6 đơn vị; ví dụ ');
    expect(
      shown([...of('info'), line('VH351', 'G9', { severity: 'info', unit: '09180', id: '6' })]),
    ).toContain('6 đơn vị, 7 chỗ; ví dụ ');
    expect(shown(of('info')).match(/Câu VH351/gu)).toHaveLength(1);
    expect(shown(of('error')).match(/Câu VH351/gu)).toHaveLength(6);
    expect(shown(of('info'), { max: Infinity }).match(/Câu VH351/gu)).toHaveLength(6);
  });

  it('name the unit of an example once where its sentence begins with it', () => {
    const said = (message: string): string =>
      shown(
        Array.from({ length: 6 }, (_, index) => {
          const { at, ...one } = line('VH521', 'F9', { unit: `0918${String(index)}`, id: String(index) });
          return { ...one, severity: 'warning' as const, at: { file: at.file }, message };
        }),
        { unitName: () => 'Xã A' },
      );
    expect(said('Xã A (09180) chưa có số liệu.')).toContain('ví dụ Xã A (09180) chưa có');
    expect(said('Chưa có số liệu.')).toContain('ví dụ Xã A: Chưa có');
  });

  it('begin with a line for each unit, the most errors first', () => {
    const list = [line('VH301', 'F9', { unit: '09188' }), ...many];
    expect(
      shown(list)
        .split('\n')
        .slice(0, 3)
        .map((row) => row.trim().split(/ {2,}/u)),
    ).toEqual([
      ['Đơn vị', 'Phải sửa', 'Cần xác nhận', 'Lưu ý'],
      ['Xã An Bình', '30', '–', '–'],
      ['09188', '1', '–', '–'],
    ]);
  });
});

describe('safeText', () => {
  it('keeps Vietnamese, composed', () => {
    expect(safeText('Xã Đắc Lua – “Nghị”')).toBe('Xã Đắc Lua – “Nghị”');
    expect(safeText('Xa\u0303')).toBe('Xã');
  });
});

describe('wrapping', () => {
  it('cuts a word that is longer than a line', () => {
    expect(wrapWords('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  });
  it('lets a tag of the office’s template stand within its line, and a line to be copied by itself', () => {
    const lines = (hint: string) => adviceLines(cell('A1', { hint }), '', 80);
    expect(lines('Chép thẻ {{chuc_vu}} vào đúng chỗ trong mẫu.')).toEqual([
      '→ Chép thẻ {{chuc_vu}} vào đúng chỗ trong mẫu.',
    ]);
    expect(lines('Ghi vào tdkvh.yaml: - { sha256: "ab", use: false } rồi chạy lại.')).toEqual([
      '→ Ghi vào tdkvh.yaml:',
      '  - { sha256: "ab", use: false }',
      '  rồi chạy lại.',
    ]);
  });
  it('hangs later lines under the first', () => {
    expect(hanging('→ ', 'một hai ba bốn năm sáu', 14)).toBe('→ một hai ba\n  bốn năm sáu');
  });
});
