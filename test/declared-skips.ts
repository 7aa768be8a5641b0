/**
 * The tests that may be skipped, by the beginning of their place and name, on a machine without what they need.
 * A skip that is not here fails a run under `CI=true`, so that no test disappears unnoticed.
 */
export const DECLARED_SKIPS: readonly { readonly test: string; readonly needs: string }[] = [
  { test: 'test/checks/corpus.test.ts › odd workbooks', needs: 'the shared workbooks' },
  { test: 'test/checks/merger.test.ts › the merger of', needs: 'the shared unit lists' },
  { test: 'test/unit/comparison/national-merger.test.ts › Hải Phòng on', needs: 'the shared unit lists' },
  {
    test: 'test/files/xml-scan.test.ts › cells > of foreign workbooks',
    needs: 'the shared workbooks',
  },
  {
    test: 'test/files/xml-scan.test.ts › parts of workbooks > of foreign workbooks',
    needs: 'the shared workbooks',
  },
  {
    test: 'test/files/formulas-of-workbooks.test.ts › formulas > of foreign workbooks',
    needs: 'the shared workbooks',
  },
  {
    test: 'test/sweeps/national-list.test.ts › national list > agrees with the reference list',
    needs: 'the shared unit lists',
  },
  {
    test: 'test/files/marked-workbooks.test.ts › workbooks saved by Excel',
    needs: 'the shared workbooks',
  },
  { test: 'test/files/own-forms.test.ts › the forms seen in use', needs: 'the shared forms' },
  { test: 'test/other-programs/tracking-page.test.ts › the tracking page', needs: 'Chromium' },
  { test: 'test/other-programs/libre-office.test.ts › LibreOffice', needs: 'LibreOffice' },
];
