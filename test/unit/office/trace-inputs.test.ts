/** Cells behind figures: of a unit that has sent more rows than anybody looks through theo-doi.html holds none. */
import { expect, it } from 'vitest';
import type { WorkspaceConfig } from '../../../src/model.js';
import { traceInputs } from '../../../src/office/traces/trace-inputs.js';
import { runPipeline } from '../../../src/pipeline.js';
import { openSources } from '../../../src/readers/open-sources.js';
import { SET, UNITS } from '../submission/made-files.js';

const config: WorkspaceConfig = {
  period: { id: '2024', year: 2024, kind: 'year' },
  unit: '734',
  level: 'district',
  referenceDate: '2024-12-31',
  criteria: SET.id,
  deadlines: { exceptions: {} },
  decimals: 2,
  report: { outline: 'local', signature: 'BC-BCD', to: [], recipients: [], annexes: [] },
  submissions: [],
};
const UNIT = '26119';

/** The results of one file whose rows hold households and an answer. */
async function resultsOf(rows: readonly (readonly [households: string, answer: string])[]) {
  const lines = rows.map((row, at) => `${UNIT},2024,Ấp ${at + 1},${row.join()}`);
  const bytes = new TextEncoder().encode(
    ['unit_code,period,areaName,households,areaTitle', ...lines].join('\n'),
  );
  const { results } = await runPipeline({
    config,
    set: SET,
    criteriaSha256: '',
    registry: { name: 'test', asOf: '2024-12-31', sha256: '', units: UNITS },
    targets: [],
    accepted: [],
    received: [],
    opened: openSources([{ path: 'a.csv', bytes, sha256: 'a' }]),
    listing: { skipped: [], findings: [] },
    final: false,
    toolVersion: '0',
  });
  if (results === undefined) throw new Error('no results');
  return results;
}

it('says what was typed where the value does not, also out of stored results', async () => {
  const results = await resultsOf([
    ['100', 'đạt'],
    ['100 hộ', 'Đ'],
    ['1.250', 'x'],
    ['-', 'ĐẠT'],
  ]);
  const inputs = traceInputs(results, SET);
  const typed = (indicator: string) =>
    inputs(indicator)
      ?.sourcesOf(UNIT)
      ?.n.cells.map((cell) => cell.typed);
  expect(typed('households')).toEqual([undefined, '100 hộ', undefined, '-']);
  expect(typed('areaTitleRate')).toEqual([undefined, 'Đ', 'x', undefined]);
  expect(results.rows[UNIT]?.['bieu-01']?.columns['households']?.typed).toEqual({ 1: '100 hộ', 3: '-' });
});

it('gives the cells of a table that somebody may look through, not those of a longer one', async () => {
  const results = await resultsOf([
    ['100', 'đạt'],
    ['100', 'đạt'],
    ['100', 'đạt'],
  ]);
  const households = (mostRows: number) => traceInputs(results, SET, { held: 1, mostRows })('households');
  expect(households(3)?.isTooLong(UNIT)).toBe(false);
  expect(
    households(3)
      ?.sourcesOf(UNIT)
      ?.n.cells.map(({ value }) => value),
  ).toEqual([100, 100, 100]);
  expect(households(2)?.isTooLong(UNIT)).toBe(true);
  expect(households(2)?.sourcesOf(UNIT)).toBeUndefined();
});
