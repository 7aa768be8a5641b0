/**
 * The tests that may be skipped, by the beginning of their place and name, on a machine without what they need.
 * A skip that is not here fails a run under `CI=true`, so that no test disappears unnoticed.
 */
export const DECLARED_SKIPS: readonly { readonly test: string; readonly needs: string }[] = [
  { test: 'test/unit/comparison/national-merger.test.ts › Hải Phòng on', needs: 'the shared unit lists' },
  { test: 'test/unit/readers/corpus.test.ts › corpus', needs: 'the shared workbooks' },
  {
    test: 'test/unit/readers/xml-scan.test.ts › parts of workbooks > of foreign workbooks',
    needs: 'the shared workbooks',
  },
  {
    test: 'test/unit/units/national-list.test.ts › national list > agrees with the reference list',
    needs: 'the shared unit lists',
  },
  { test: 'test/unit/writers/html.test.ts › writeTrackingPage > in Chromium', needs: 'Chromium' },
  {
    test: 'test/unit/writers/marking/corpus.test.ts › workbooks saved by Excel',
    needs: 'the shared workbooks',
  },
  {
    test: 'test/unit/writers/marking/mark-workbook.test.ts › a form saved by',
    needs: 'LibreOffice',
  },
  { test: 'test/unit/writers/summary-workbook.test.ts › LibreOffice', needs: 'LibreOffice' },
];
