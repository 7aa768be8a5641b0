/** Forms of an office's own that LibreOffice saved are read exactly like the files they were. */
import { expect } from 'vitest';
import type { RawFile, RawSheet } from '../../../src/model.js';
import { openSource } from '../../../src/readers/open-source.js';
import type { Saved } from './saved.js';
import { recognise, workbook } from '../../unit/submission/made-files.js';
import { drawnBook } from '../../unit/submission/own-form/drawn-forms.js';
import { fileOf, MADE_FORMS, type MadeForm } from '../../unit/submission/own-form/made-forms.js';
import { adopted, compared } from '../../unit/submission/own-form/reading.js';

const sheetName = (form: number, at: number): string => `m${form}-${at}`;

/** All made forms in one workbook, so that the program starts once. */
const allForms = (): Promise<Uint8Array> =>
  drawnBook(
    MADE_FORMS.flatMap(({ sheets }, form) =>
      sheets.map((sheet, at) => ({ ...sheet, name: sheetName(form, at) })),
    ),
  );

const sheetsOf = (all: RawFile, { sheets }: MadeForm, form: number): readonly RawSheet[] =>
  sheets.flatMap(({ name }, at) => {
    const found = all.sheets.find((one) => one.name === sheetName(form, at));
    return found === undefined ? [] : [{ ...found, name }];
  });

export const OWN_FORMS: readonly Saved[] = (['xlsx', 'ods'] as const).map((to) => ({
  name: `saves every made form as .${to}: read exactly, no wrong binding`,
  to,
  files: async () => [await allForms()],
  check: ([bytes = new Uint8Array()]) => {
    const all = openSource({ path: `m.${to}`, bytes, sha256: 'ab'.repeat(32) }).file;
    if (all === undefined) expect.fail('the workbook with all forms is not opened');
    MADE_FORMS.forEach((form, index) => {
      const file = workbook(sheetsOf(all, form, index));
      const { right, wrong } = compared(
        recognise(file, { set: adopted(fileOf(form.sheets)) }),
        form.truth,
        file,
      );
      expect({ form: form.name, right, wrong }).toEqual({
        form: form.name,
        right: form.truth.length,
        wrong: [],
      });
    });
  },
}));
