/** Texts as long as a cell can hold, made to be slow: every reader of texts stays linear. */
import { describe, expect, it } from 'vitest';
import { AREA_HEADER, information, lines, recognise, sheet, workbook } from './made-files.js';

const LONG = 32_000;
const TEXTS: Readonly<Record<string, string>> = {
  dots: '.'.repeat(LONG),
  'digits and dots': '1.'.repeat(LONG / 2),
  spaces: `${' '.repeat(LONG)}x`,
  brackets: '('.repeat(LONG),
  'words of titles': 'ngày tháng năm 2024 '.repeat(LONG / 20),
  'words of totals': 'tổng cộng '.repeat(LONG / 10),
  'units of measure': 'hộ '.repeat(LONG / 3),
  'unit names': 'xã '.repeat(LONG / 3),
  dashes: '-'.repeat(LONG),
  'letters for digits': 'O'.repeat(LONG),
};

describe('long texts', () => {
  it.each(Object.entries(TEXTS))(
    '%s',
    (_, text) => {
      const outcome = recognise(
        workbook([
          information({ 'Tên đơn vị': text, 'Lần nộp': text, 'Kỳ báo cáo': text }),
          sheet('Biểu 01', [[text], AREA_HEADER, [text, text, text, text, text], [1, 'Ấp 1', 1, 1, text]]),
          lines({ A4: text, K1: text }),
          sheet(text.slice(0, 31), [[text]]),
        ]),
      );
      for (const { message, hint = '' } of outcome.findings)
        expect(message.length + hint.length).toBeLessThan(3000);
      // Milliseconds are needed; a reader that is not linear takes minutes.
    },
    20_000,
  );
});
