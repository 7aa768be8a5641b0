/** The province fixture from its files to every output, compared with the generator's truth. */
import { beforeAll, describe } from 'vitest';
import { compareFigures } from './compare-figures.js';
import { compareReport } from './compare-report.js';
import { compareResults } from './compare-results.js';
import { compareWorkbook } from './compare-workbook.js';
import { readExpectation } from './expectation.js';
import { runFixture, type FixtureRun } from './fixture-run.js';

describe('fixtures/province-2025', () => {
  const expectation = readExpectation('province-2025');
  let done: FixtureRun | undefined;
  const run = (): FixtureRun => {
    if (done === undefined) throw new Error('the run did not finish');
    return done;
  };
  beforeAll(async () => {
    done = await runFixture('province-2025');
  });
  compareResults(expectation, run);
  compareFigures(expectation, run);
  compareWorkbook(expectation, run);
  compareReport(expectation, run);
});
