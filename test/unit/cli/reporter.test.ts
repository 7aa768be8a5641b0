/** Findings on screen at 80 columns: grouped, wrapped, folded, counted; text of communes is never obeyed. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportFindings } from '../../../src/cli/screen/reporter.js';
import { safeText } from '../../../src/values/safe-text.js';
import { hanging, widthOf, wrapWords } from '../../../src/cli/screen/wrap-text.js';
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
    { key: 'unit', example: '"256"' },
  ),
  finding('cli/refused', { file: '' }, { errors: 20, missing: 2 }),
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
  it('hangs later lines under the first', () => {
    expect(hanging('→ ', 'một hai ba bốn năm sáu', 14)).toBe('→ một hai ba\n  bốn năm sáu');
  });
});
