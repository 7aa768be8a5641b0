/** The letter: presets, what is missing, what is configured. */
import { proseOf } from '../../../src/reports/prose/prose.js';
import { describe, expect, it } from 'vitest';
import type { ReportSettings } from '../../../src/model.js';
import { buildReport } from '../../../src/reports/report.js';
import { builtInWording } from '../../support/report-wording.js';
import { sampleResults } from '../../support/sample-results.js';

const wording = builtInWording();
const bare: ReportSettings = { outline: 'local', signature: 'BC-BCD', to: [], recipients: [], annexes: [] };
const report = (settings: Partial<ReportSettings>) =>
  buildReport(proseOf(sampleResults({ report: { ...bare, ...settings } }), wording));

describe('letter', () => {
  it.each(['BC-BCD', 'BC-UBND', 'BC-PHONG', 'BC-SO'] as const)(
    '%s invents no name, number or date',
    (signature) => {
      const { head, signature: block, recipients, annexReference, to } = report({ signature });
      expect(head.number).toMatch(/^Số: {6}\/BC-/u);
      expect(head.placeAndDate).toMatch(/^…+, ngày {4}tháng {4}năm 2024$/u);
      expect(head.superior).toBeUndefined();
      expect(block.name).toMatch(/^…+$/u);
      expect(block.post).not.toBe('');
      expect(recipients.at(-1)).toMatch(/^Lưu: VT/u);
      expect(annexReference).toMatch(/số …\/BC-\S* ngày … tháng … năm 2024/u);
      expect(to).toEqual([]);
    },
  );

  it('takes what is configured', () => {
    const settings = {
      number: '5',
      place: 'An Bình',
      date: '2025-01-08',
      signer: 'Trần Thị Mai',
      recipients: ['Lưu: VT'],
      to: ['Sở Văn hóa'],
      agency: 'Phòng Văn hóa và Thông tin',
    };
    const { head, signature, recipients, to, date, annexReference } = report({
      ...settings,
      signature: 'BC-PHONG',
    });
    expect(head.number).toMatch(/^Số: 05\/BC-/u);
    expect(head.placeAndDate).toBe('An Bình, ngày 08 tháng 01 năm 2025');
    expect(signature).toMatchObject({ post: 'TRƯỞNG PHÒNG', name: 'Trần Thị Mai' });
    expect(recipients).toEqual(['Lưu: VT']);
    expect(to).toEqual(['Sở Văn hóa']);
    expect(date).toBe('2025-01-08');
    expect(annexReference).toContain('của Phòng Văn hóa và Thông tin');
  });

  it('writes an agency in capitals as in a sentence where annexes refer to the report', () => {
    const reference = (agency: string, signature: 'BC-SO' | 'BC-PHONG') =>
      report({ agency, signature }).annexReference;
    expect(reference('SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', 'BC-SO')).toContain(
      'của Sở Văn hóa, Thể thao và Du lịch)',
    );
    expect(reference('PHÒNG VĂN HÓA - XÃ HỘI', 'BC-PHONG')).toContain('của Phòng Văn hóa - Xã hội)');
  });

  it('keeps a number that brings its own symbol, and a signature of the office’s own', () => {
    const own = { authority: 'TL. CHỦ TỊCH', post: 'CHÁNH VĂN PHÒNG' };
    const { head, signature } = report({ number: '12/BC-VHTT', signature: own });
    expect(head.number).toBe('Số: 12/BC-VHTT');
    expect(signature).toMatchObject(own);
  });

  it('forms the symbol of a department from its name, and takes one that is configured without a number', () => {
    const number = (settings: Partial<ReportSettings>) => report(settings).head.number.replace(/ +/gu, ' ');
    expect(number({ signature: 'BC-SO', agency: 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH' })).toBe('Số: /BC-SVHTTDL');
    expect(number({ signature: 'BC-PHONG', agency: 'Phòng Văn hóa - Xã hội', number: '3' })).toBe(
      'Số: 03/BC-PVHXH',
    );
    expect(number({ signature: 'BC-PHONG', number: '/BC-VHTT' })).toBe('Số: /BC-VHTT');
    expect(number({ signature: 'BC-SO' })).toBe('Số: /BC-…');
  });

  it('begins Nơi nhận with “Như trên” where the report is addressed to somebody', () => {
    for (const signature of ['BC-BCD', 'BC-UBND', 'BC-PHONG', 'BC-SO'] as const) {
      expect(report({ signature, to: ['Ban Chỉ đạo tỉnh'] }).recipients[0]).toBe('Như trên');
      expect(report({ signature }).recipients).not.toContain('Như trên');
    }
  });

  it('takes the signer’s post in the government from the configuration', () => {
    const { signature } = report({ governmentPost: 'TRƯỞNG PHÒNG VĂN HÓA VÀ THÔNG TIN' });
    expect(signature.governmentPost).toBe('TRƯỞNG PHÒNG VĂN HÓA VÀ THÔNG TIN');
  });

  it('names the committee’s signer in the four lines of the preset', () => {
    const { signature } = report({});
    expect(Object.keys(signature).sort()).toEqual([
      'authority',
      'governmentPost',
      'name',
      'onBehalf',
      'post',
    ]);
  });
});
