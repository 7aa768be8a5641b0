/** The province fixture from its files to every output, compared with the generator's truth. */
import { describe } from 'vitest';
import { compareFigures } from './compare-figures.js';
import { compareReport } from './compare-report.js';
import { compareResults } from './compare-results.js';
import { compareWorkbook } from './compare-workbook.js';
import { readExpectation } from './expectation.js';
import { sharedRun } from './fixture-run.js';

describe('fixtures/province-2025', () => {
  const expectation = readExpectation('province-2025');
  const done = sharedRun('province-2025');
  const run = () => done;
  compareResults(expectation, run);
  compareFigures(expectation, run);
  compareWorkbook(expectation, run);
  compareReport(expectation, run);
});
