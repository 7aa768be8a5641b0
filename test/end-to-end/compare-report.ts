/** bao-cao.docx against the truth: every cell of appendices I to V, and the figures in the sentences. */
import { describe, expect, it } from 'vitest';
import { ANNEX_COLUMNS, type DueCell } from './annex-columns.js';
import { compareTable, type PrintedTable } from './annex-table.js';
import { printedNumber, type Expectation, type ExpectedTotal } from './expectation.js';
import type { FixtureRun } from './fixture-run.js';
import { readReport, type ReportText } from './report-document.js';

/** Words that only the sentence of this indicator holds, after numerator and denominator. */
const SENTENCES: Readonly<Record<string, string>> = {
  familyTitleRate: 'hộ được tặng danh hiệu “Gia đình văn hóa”',
  areaTitleRate: 'thôn, tổ dân phố được tặng danh hiệu “Thôn, tổ dân phố văn hóa”',
  agencyTitleRate: 'cơ quan, đơn vị, doanh nghiệp được công nhận đạt chuẩn văn hóa',
  areasWithCultureHouseRate: 'thôn, tổ dân phố có nhà văn hóa',
  sportsGroundRate: 'thôn, tổ dân phố có khu thể thao',
  exerciserRate: 'người tập thể dục thể thao thường xuyên',
  sportsFamilyRate: 'hộ đạt tiêu chí gia đình thể thao',
  civilisedWeddingRate: 'đám cưới tổ chức theo nếp sống văn minh',
  // It goes on from the weddings.
  civilisedFuneralRate: 'đám tang theo nếp sống văn minh',
  conventionRate: 'thôn, tổ dân phố có hương ước, quy ước được công nhận',
  unityDayRate: 'khu dân cư tổ chức Ngày hội Đại đoàn kết toàn dân tộc',
};

export function compareReport(expectation: Expectation, run: () => FixtureRun): void {
  const root = expectation.totals[expectation.unit] ?? {};
  let read: ReportText | undefined;
  const report = (): ReportText => (read ??= readReport(run().output('bao-cao.docx')));

  describe('bao-cao.docx', () => {
    it.each(Object.keys(ANNEX_COLUMNS))('%s', (annex) => {
      const headers = Object.keys(ANNEX_COLUMNS[annex] ?? {});
      const table = report()
        .tables.map(printedTable)
        .find((one) => one.headers.slice(2).join() === headers.join());
      if (table === undefined) throw new Error(`no table with the columns of ${annex}`);
      compareTable(table, annex, expectation, run().results().units, printed);
    });

    it.each(Object.entries(SENTENCES))('sentence of %s', (indicator, words) => {
      const total = root[indicator];
      if (total?.d === undefined) throw new Error(`no total of ${indicator}`);
      const figures = `${inProse(total.n)}/${inProse(total.d)} ${words}`;
      const paragraph = report().paragraphs.find((text) => text.includes(figures));
      expect(paragraph, figures).toBeDefined();
      const sentence = (paragraph ?? '').slice((paragraph ?? '').indexOf(figures));
      expect(sentence).toMatch(new RegExp(`${proseRate(total)}[ ,.;)]`, 'u'));
      if (total.bounds !== undefined && total.reported < total.expected)
        expectRange(paragraph ?? '', total.bounds);
      if (total.pending !== undefined)
        expect(paragraph).toMatch(
          new RegExp(`còn lại gồm [^.]*${inProse(total.pending)} chưa có quyết định`, 'u'),
        );
    });

    it('counts of models and funds', () => {
      const text = report().paragraphs.join('\n');
      expect(text).toContain(`${inProse(root['modelAreas']?.n ?? -1)} mô hình điểm`);
      expect(text).toContain(`${printedNumber(root['fundsTotal']?.n ?? -1, 3)} triệu đồng`);
    });

    it('titles of communes, without a rate while decisions are open', () => {
      const { n, d, pending } = root['communesProposed'] ?? { n: -1 };
      const text = report().paragraphs.find((paragraph) => paragraph.includes('được đề nghị xét tặng')) ?? '';
      expect(text).toContain(`${inProse(n)}/${inProse(d ?? -1)} `);
      expect(text).toContain('cấp có thẩm quyền chưa ban hành quyết định');
      // Whose decisions are open is said where they are not all of them.
      expect(text.includes(`đối với ${inProse(pending ?? -1)} đơn vị`)).toBe(pending !== n);
      expect(text).not.toContain('%');
    });

    it('says of how many communes it speaks', () => {
      const leaves = run()
        .results()
        .units.filter(({ leaf }) => leaf).length;
      const reported = `${inProse(leaves - expectation.missing.length)}/${inProse(leaves)} `;
      expect(report().paragraphs.some((text) => text.startsWith('Số liệu') && text.includes(reported))).toBe(
        true,
      );
    });
  });
}

/** A target out of reach names the upper end; else the range stands where it is narrow. */
function expectRange(paragraph: string, { low, high }: NonNullable<ExpectedTotal['bounds']>): void {
  if (paragraph.includes('vẫn dưới mức chỉ tiêu')) {
    expect(paragraph).toContain(`(${boundText(high)}) vẫn`);
    return;
  }
  const width = high[0] / high[1] - low[0] / low[1];
  expect(paragraph.includes(`từ ${boundText(low)} đến ${boundText(high)}`)).toBe(width <= 0.03);
}

/** Below ten with a leading zero. */
const inProse = (value: number): string =>
  value >= 1 && value < 10 ? `0${String(value)}` : printedNumber(value);

/** Exactly none and exactly all are written without decimals. */
const proseRate = ({ n, d, rate = '' }: ExpectedTotal): string =>
  n === d ? '100%' : `${rate.replace('.', ',')}%`;

/** A bound is a fraction of the truth; its rounding is done here once more, in whole numbers. */
function boundText([numerator, denominator]: readonly [number, number]): string {
  if (numerator === 0 || numerator === denominator) return numerator === 0 ? '0%' : '100%';
  const hundredths = (2n * BigInt(numerator) * 10_000n + BigInt(denominator)) / (2n * BigInt(denominator));
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}%`;
}

/** Amounts of one column stand with equally many decimals, as many as one of them needs. */
function printed(due: DueCell, column: readonly DueCell[]): string {
  if (due.kind === 'unknown') return '…';
  if (due.kind === 'aside') return `(${printedNumber(due.value, due.scale)})`;
  if (due.kind === 'rate') return due.rate.replace('.', ',');
  const decimalsOf = (text: string): number => text.split(',')[1]?.length ?? 0;
  const needed = column.map((one) =>
    one.kind === 'number' ? decimalsOf(printedNumber(one.value, one.scale)) : 0,
  );
  const text = printedNumber(due.value, due.scale);
  const missing = Math.max(...needed) - decimalsOf(text);
  if (missing === 0) return text;
  return `${text}${text.includes(',') ? '' : ','}${'0'.repeat(missing)}`;
}

/** A table with two header rows and the row (1)(2)(3)…; others have no headers of this kind. */
function printedTable(rows: readonly (readonly string[])[]): PrintedTable<string> {
  const numbers = rows.findIndex(([first]) => first === '(1)');
  const [groups = [], headers = []] = [rows[numbers - 2], rows[numbers - 1]];
  return {
    headers: headers.map((header, index) => `${groups[index] ?? ''} › ${header}`),
    rows: rows.slice(numbers + 1).map((cells) => ({ label: cells[1] ?? '', cells })),
  };
}
