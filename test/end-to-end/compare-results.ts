/** results.json against the truth: every total, coverage and bound, the fate of every file, every error. */
import { describe, expect, it } from 'vitest';
import type { Finding, MeasureRecord } from '../../src/model.js';
import type { Expectation, ExpectedFinding, ExpectedTotal } from './expectation.js';
import type { FixtureRun } from './fixture-run.js';
import { defined } from '../../src/values/defined.js';

export function compareResults(expectation: Expectation, run: () => FixtureRun): void {
  const { totals, groups, communes } = expectation;

  describe('results.json', () => {
    it.each(Object.keys(totals))('totals of %s', (code) => {
      const measures = run().results().measures[code] ?? {};
      for (const [indicator, total] of Object.entries(totals[code] ?? {}))
        expect(said(measures[indicator]), indicator).toEqual(due(total));
    });

    it.each(Object.keys(groups))('totals of the group %s', (group) => {
      const measures = run().results().groups[group] ?? {};
      for (const [indicator, total] of Object.entries(groups[group] ?? {}))
        expect(said(measures[indicator]), indicator).toEqual(due(total));
    });

    it('figures of every commune', () => {
      const { measures } = run().results();
      for (const [indicator, byUnit] of Object.entries(communes))
        for (const [code, own] of Object.entries(byUnit)) {
          const measure = measures[code]?.[indicator];
          const found = measure === undefined || measure.reported === 0 ? null : [measure.n, measure.d];
          const due = own === null || own.length === 0 ? null : [own[0], own[1]];
          expect(found, `${indicator} of ${code}`).toEqual(due);
        }
    });

    it('holds no other indicator that anybody reported', () => {
      const { indicators, measures, unit } = run().results();
      const others = indicators.map(({ id }) => id).filter((id) => !(id in communes));
      expect(others.filter((id) => (measures[unit]?.[id]?.reported ?? 0) > 0)).toEqual([]);
    });

    it('names who has not reported', () => {
      const missing = run()
        .results()
        .units.filter(({ status }) => status === 'missing' || status === 'documentOnly');
      expect(missing.map(({ code }) => code)).toEqual(expectation.missing);
    });

    it('keeps every row that counts', () => {
      const rows = Object.values(run().results().rows).map(
        (forms) => forms['bieu-01']?.sheetRows.length ?? 0,
      );
      expect(rows.reduce((sum, one) => sum + one, 0)).toBe(expectation.areasSent);
    });
  });

  describe('files and findings', () => {
    it('every file and part ends as it should', () => {
      const inputs = run()
        .results()
        .inputs.map(({ path, state, parts }) => ({
          path,
          state,
          parts: parts.map(({ form, unit, submissionNo, state: fate }) => ({
            ...defined({ form }),
            ...defined({ unit }),
            submissionNo,
            state: fate,
          })),
        }));
      expect(sortedParts(inputs)).toEqual(sortedParts(expectation.files));
      expect(run().results().conservation).toEqual(expectation.conservation);
    });

    it('finds the planted errors where they stand, and no others', () => {
      const errors = run()
        .results()
        .findings.filter(({ severity }) => severity === 'error')
        .map(placed);
      expect(errors.sort(byPlace)).toEqual([...expectation.errors].sort(byPlace));
    });

    it.each(expectation.others)('says $severity $code $unit $form', (due) => {
      const like = ({ at, ...finding }: Finding): boolean =>
        (['code', 'severity', 'rule', 'unit', 'form'] as const).every(
          (key) => due[key] === undefined || finding[key] === due[key],
        ) &&
        (due.file === undefined || at.file === due.file);
      expect(run().results().findings.some(like)).toBe(true);
    });

    it('answers with the right exit code', () => {
      expect(run().exitCode).toBe(expectation.exitCode);
    });
  });
}

/** What of a measure is compared. */
function said(measure: MeasureRecord | undefined): unknown {
  if (measure === undefined) return undefined;
  const { n, d, reported, expected, pending, missing, bounds } = measure;
  return { n, d, reported, expected, pending, missing, low: bounds?.low, high: bounds?.high };
}

const due = ({ n, d, reported, expected, pending, missing, bounds }: ExpectedTotal): unknown => ({
  n,
  d,
  reported,
  expected,
  pending,
  missing,
  low: bounds?.low,
  high: bounds?.high,
});

const placed = ({ code, severity, rule, unit, at }: Finding): ExpectedFinding => ({
  code,
  severity,
  ...defined({ rule }),
  ...defined({ unit }),
  file: at.file,
  ...defined({ sheet: at.sheet }),
  ...defined({ cell: at.cell }),
});

const byPlace = (one: ExpectedFinding, other: ExpectedFinding): number =>
  [one.file, one.cell, one.code].join(' ') < [other.file, other.cell, other.code].join(' ') ? -1 : 1;

/** Order of the parts of one file is the reader's own affair. */
const sortedParts = (files: Expectation['files']): unknown =>
  files.map(({ parts, ...file }) => ({
    ...file,
    parts: [...parts].sort((one, other) =>
      `${one.form ?? ''} ${one.unit ?? ''}` < `${other.form ?? ''} ${other.unit ?? ''}` ? -1 : 1,
    ),
  }));
