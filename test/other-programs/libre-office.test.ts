/** Our workbooks in LibreOffice, and ours read from what it saves: one start for each kind of file, since each takes seconds. */
import { beforeAll, describe, it } from 'vitest';
import { convertAll, hasLibreOffice } from '../support/libre-office.js';
import { MARKED_FORM } from './saved/marked-form.js';
import { OPEN_DOCUMENT } from './saved/open-document.js';
import { OWN_FORMS } from './saved/own-forms.js';
import type { Saved } from './saved/saved.js';
import { SUMMARY_WORKBOOK } from './saved/summary-workbook.js';

const CASES: readonly Saved[] = [SUMMARY_WORKBOOK, MARKED_FORM, OPEN_DOCUMENT, ...OWN_FORMS];

describe.skipIf(!hasLibreOffice())('LibreOffice', () => {
  describe.each(['xlsx', 'ods'] as const)('as .%s', (format) => {
    const cases = CASES.filter(({ to }) => to === format);
    const saved = new Map<Saved, readonly Uint8Array[]>();
    beforeAll(async () => {
      const files = await Promise.all(cases.map(async (one) => one.files()));
      const all = convertAll(files.flat(), 'xlsx', format);
      let first = 0;
      for (const [index, one] of cases.entries()) {
        const count = files[index]?.length ?? 0;
        saved.set(one, all.slice(first, first + count));
        first += count;
      }
    });
    it.each(cases)('$name', (one) => one.check(saved.get(one) ?? []));
  });
});
