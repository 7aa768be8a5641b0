/** Sharing the width of a page: nothing below its longest word, all of the page used. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareWidth, squeezeWidth, widenGroup } from '../../../src/writers/column-widths.js';
import { annexColumns } from '../../../src/writers/docx/annex-columns.js';
import { longestWordWidth, textWidth } from '../../../src/writers/text-width.js';
import { SAMPLE_TABLE, WIDE_TABLE } from '../../support/sample-report.js';

const need = fc.record({ least: fc.integer({ min: 1, max: 500 }), ideal: fc.integer({ min: 1, max: 3000 }) });
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('shareWidth', () => {
  it('fills the width and cuts no column below its least', () => {
    fc.assert(
      fc.property(
        fc.array(need, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 15_000 }),
        (needs, available) => {
          const widths = shareWidth(needs, available);
          const least = total(needs.map((each) => each.least));
          expect(widths === undefined).toBe(least > available);
          const shared = widths ?? squeezeWidth(needs, available);
          expect(total(shared)).toBeCloseTo(available, 3);
          if (widths !== undefined)
            for (const [index, width] of widths.entries())
              expect(width).toBeGreaterThanOrEqual((needs[index]?.least ?? 0) - 1e-6);
        },
      ),
    );
  });

  it('widens the columns under a long group header only as far as needed', () => {
    const needs = Array.from({ length: 3 }, () => ({ least: 10, ideal: 10 }));
    expect(widenGroup(needs, 1, 2, 30).map(({ least }) => least)).toEqual([10, 15, 15]);
    expect(widenGroup(needs, 1, 2, 15)).toBe(needs);
  });
});

describe('annexColumns', () => {
  it.each([SAMPLE_TABLE, WIDE_TABLE])(
    'leaves every word and figure of $sheetName whole, in legible type',
    (table) => {
      const { size, widths } = annexColumns(table);
      expect(size).toBeGreaterThanOrEqual(8);
      for (const [index, column] of table.columns.entries()) {
        expect((widths[index] ?? 0) / 20).toBeGreaterThan(longestWordWidth(column.header, size, true));
      }
    },
  );
});

describe('textWidth', () => {
  it('measures letters with marks like their base, and grows with the type', () => {
    expect(textWidth('Ậ', 10)).toBe(textWidth('A', 10));
    expect(textWidth('ế', 10)).toBe(textWidth('e', 10));
    expect(textWidth('Trung tâm', 20)).toBeCloseTo(2 * textWidth('Trung tâm', 10));
  });

  it('finds the quốc hiệu on one line beside the agency', () => {
    expect(textWidth('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, true)).toBeLessThan((90 / 25.4) * 72);
  });
});
