/** A slice of `npm run check:corpus`: all that Excel saved and every sixth of the others; skipped without the corpus. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCorpus, corpusFiles, Helper, outcomeOf, ROOT } from './corpus.js';
import { DIST, programIn } from './program.js';

const BY_EXCEL = /^xlsxwriter/u;

describe.skipIf(!existsSync(ROOT))('odd workbooks', () => {
  it('open or are refused with one reason, never those of Excel, with the numbers that exceljs reads', async () => {
    const { ends, wrong, compared } = await checkCorpus({
      names: corpusFiles().filter((name, index) => BY_EXCEL.test(name) || index % 6 === 0),
      open: (question) => outcomeOf(programIn(DIST), question),
      // exceljs hangs on some of the others.
      compare: async (question) =>
        BY_EXCEL.test(question.name) ? outcomeOf(programIn(DIST), question) : undefined,
    });
    expect(wrong).toEqual([]);
    expect(ends.get('opened')).toBeGreaterThan(100);
    expect(compared).toBeGreaterThan(100);
  });

  it('are opened by a child that is asked again', async () => {
    const helper = new Helper(DIST);
    try {
      const names = corpusFiles()
        .filter((name) => BY_EXCEL.test(name))
        .slice(0, 2);
      const told = [];
      for (const name of names) told.push(await helper.ask({ name, compare: false }));
      expect(told.map((outcome) => outcome?.name)).toEqual(names);
    } finally {
      helper.stop();
    }
  });
});
