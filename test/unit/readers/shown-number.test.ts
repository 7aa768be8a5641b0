/** What a number format makes of a stored number, and when that is another number. */
import { describe, expect, it } from 'vitest';
import { numberShape, shownNumber } from '../../../src/readers/xlsx/shown-number.js';

const seen = (code: string, raw: string) => {
  const { text, otherwise = false } = shownNumber(numberShape(code), raw) ?? {};
  return [text, otherwise];
};

describe('a number format', () => {
  it.each([
    ['#,##0.00,,', '27070000', '27,07', true],
    ['0.0,', '27070', '27,1', true],
    ['0,,.0', '27070000', '27,1', true],
    ['#,##0,', '2.707E7', '27.070', true],
    ['0.00,, "triệu đồng"', '27070000', '27,07 triệu đồng', true],
    ['[>=1000000]0.0,,"tr";0', '27070000', '27,1tr', true],
    ['[>=1000000]0.0,,"tr";0', '27070', undefined, false],
    ['0"000"', '27', '27000', true],
    ['0\\,00', '2707', '27,07', true],
    ['0\\.000', '27070', undefined, false],
    ['0.00" tỷ"', '27.07', '27,07 tỷ', false],
    ['#,##0" nghìn đồng"', '74', '74 nghìn đồng', false],
    ['#,##0\\ [$₫-42A]', '74', '74 ₫', false],
    // Words, another number or nothing, whatever is stored; nothing for zero is usual.
    ['"285"', '310', '285', true],
    ['[>300]"300";0', '310', '300', true],
    ['[>300]"300";0', '290', undefined, false],
    [';;;', '310', '', true],
    ['0;-0;;@', '0', undefined, false],
    ['0;-0;;@', '310', undefined, false],
    ['', '310', undefined, false],
    ['#,##0.00', '27.07456', '27,07', false],
    ['#,##0', '1234.5', '1.235', false],
    ['0.00%', '0.91056561085972855', '91,06%', false],
    ['0.00"%"', '90', '90,00%', false],
    ['0\\%', '90', '90%', false],
    ['#,##0_);(#,##0)', '1234567', undefined, false],
    ['General', '27.07456', undefined, false],
    ['@', '27.5', undefined, false],
    ['# ?/?', '27.5', undefined, false],
    ['0.00E+00', '27.5', undefined, false],
    ['#,##0.0;-#,##0.0;"-"', '12.34', '12,3', false],
    // No program shows these; a workbook made to keep this one busy may hold them.
    [`0.${'0'.repeat(31)}`, '27.5', undefined, false],
    [`0${'%'.repeat(2000)}`, '27.5', undefined, false],
    [`0${';0'.repeat(2000)}`, '1234.5', '1.235', false],
  ])('%s shows %s as %s', (code, raw, text, otherwise) => {
    expect(seen(code, raw)).toEqual([text, otherwise]);
  });
});
