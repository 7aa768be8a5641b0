/** A form saved again by LibreOffice says the same as before: its committed twin is read beside it. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIXTURES } from './expectation.js';
import { runFixture, sharedRun, type FixtureRun } from './fixture-run.js';

const FORM = '09199-xa-tam-da-bieu-01-04-2024.xlsx';
const SAVED = `district-2024/submissions/Xã Tam Đa/${FORM}`;
const UNIT = '09199';

describe('the form of xã Tam Đa, saved by LibreOffice', () => {
  let runs: readonly FixtureRun[] = [];
  beforeAll(async () => {
    runs = [
      sharedRun('district-2024'),
      await runFixture('district-2024', (workspace) => {
        cpSync(join(FIXTURES, 'libreoffice', FORM), join(workspace, 'submissions', 'Xã Tam Đa', FORM));
        return workspace;
      }),
    ];
  });

  it('was written by LibreOffice, its twin was not', () => {
    const [saved, twin] = [SAVED, `libreoffice/${FORM}`].map((path) => readFileSync(join(FIXTURES, path)));
    expect(saved).not.toEqual(twin);
  });

  it('gives the same figures, rows, texts and findings', () => {
    const [saved, twin] = runs.map((run) => {
      const { measures, rows, own, findings } = run.results();
      return {
        measures,
        rows: rows[UNIT],
        own: own[UNIT],
        findings: findings.filter(({ unit }) => unit === UNIT),
      };
    });
    expect(saved).toEqual(twin);
  });
});
