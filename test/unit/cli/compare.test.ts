/** What `compare` prints of a run beside an earlier one: at 80 columns, with the difference or the reason. */
import { describe, expect, it } from 'vitest';
import type { ComparedYear } from '../../../src/model.js';
import { comparisonText } from '../../../src/cli/commands/compare/comparison-text.js';
import { builtInWording } from '../../support/report-wording.js';
import { DISTRICT, sampleResults } from '../../support/sample-results.js';

const ID = 'areaTitleRate';

function textOf(year: ComparedYear): string {
  const results = sampleResults();
  const { tool, period, referenceDate, unit, level } = results;
  const comparison = {
    schema: 'tdkvh/comparison@1' as const,
    tool,
    current: { period, referenceDate, unit, level, decimals: 2 },
    previous: [
      {
        period: { id: '2023', year: 2023, kind: 'year' as const },
        referenceDate: '2023-12-31',
        sources: [],
        restated: true,
        blocks: [],
        blockFigures: {},
      },
    ],
    indicators: [],
    units: { [DISTRICT]: { [ID]: { years: [year] } } },
    groups: {},
    findings: [],
  };
  return comparisonText({ ...results, comparison }, builtInWording().say, 80);
}

describe('text of compare', () => {
  it('gives both sides and the difference in number and points, within 80 columns', () => {
    const text = textOf({
      period: '2023',
      restated: { kind: 'exact', n: 131, d: 142, reported: 5, expected: 5 },
      comparability: 'comparable',
      difference: { number: -3, points: -211, direction: 'down' },
    });
    for (const part of ['131/142', '92,25%', '-3 ', '-2,11 điểm phần trăm']) expect(text).toContain(part);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('says why nothing is compared, and prints no figure in its place', () => {
    const text = textOf({
      period: '2023',
      restated: { kind: 'notComparable', reason: 'split', reported: 0, expected: 2 },
      comparability: 'notComparable',
      reason: 'split',
    });
    expect(text).toMatch(/2023 +… +\(0\/2\)/u);
    expect(text).toContain('không so sánh với 2023');
  });
});
