/** A sealed run beside a later one: which figures are printed otherwise, and which reasons are told, and which are not. */
import { describe, expect, it } from 'vitest';
import { correctionsOf } from '../../../src/comparison/corrections.js';
import { finding } from '../../../src/findings/finding.js';
import type { CorrectionReason, Finding, ResultsDocument } from '../../../src/model.js';
import { loadCriteria } from '../../../src/office/load-criteria.js';
import { DISTRICT, sampleResults } from '../../support/sample-results.js';

const { set } = await loadCriteria('nd86-2023', '.');
if (set === undefined) throw new Error('the bundled set is broken');

const UNIT = '90102';
const RATE = 'familyTitleRate';
const FIELD = 'familiesTitled';

/** The sample with other measures of one commune, and with what else is given. */
function later(
  titled: number | undefined,
  change: (results: ResultsDocument) => Partial<ResultsDocument> = () => ({}),
): ResultsDocument {
  const sealed = sampleResults();
  const before = sealed.measures[UNIT]?.[RATE];
  const whole = sealed.measures[DISTRICT]?.[RATE];
  if (before === undefined || whole === undefined) throw new Error('no such figure in the sample');
  const after =
    titled === undefined
      ? { ...before, n: 0, d: 0, reported: 0, state: 'excluded' as const }
      : { ...before, n: titled };
  const d = (whole.d ?? 0) - (before.d ?? 0) + (after.d ?? 0);
  const total = { ...whole, n: whole.n - before.n + after.n, d };
  return {
    ...sealed,
    measures: {
      ...sealed.measures,
      [UNIT]: { ...sealed.measures[UNIT], [RATE]: after },
      [DISTRICT]: { ...sealed.measures[DISTRICT], [RATE]: total },
    },
    ...change(sealed),
  };
}

const error = (): Finding => ({
  ...finding('cell/not-a-number', { file: `${UNIT}.xlsx` }, { text: '?', field: 'x', row: 'y' }),
  severity: 'error',
  unit: UNIT,
  fields: [FIELD],
});

const reasonsOf = (sealed: ResultsDocument, now: ResultsDocument): readonly CorrectionReason[] =>
  correctionsOf({ sealed, now }, set).figures.find(({ unit }) => unit === UNIT)?.reasons ?? [];
const kindsOf = (sealed: ResultsDocument, now: ResultsDocument): readonly string[] =>
  reasonsOf(sealed, now).map(({ kind }) => kind);

describe('corrections', () => {
  it('are none between equal runs', () => {
    expect(correctionsOf({ sealed: sampleResults(), now: sampleResults() }, set)).toEqual({
      figures: [],
      silent: [],
    });
  });

  it('name the whole first, as published and as revised', () => {
    const { figures } = correctionsOf({ sealed: sampleResults(), now: later(300) }, set);
    expect(figures.map(({ unit, leads }) => [unit, leads])).toEqual([
      [DISTRICT, true],
      [UNIT, false],
    ]);
    expect(figures[1]).toMatchObject({ published: '359/387 (92,76%)', revised: '300/387 (77,52%)' });
  });

  it('are not made of marks: what had no figure and has none is nothing to correct', () => {
    const sealed = later(undefined);
    const before = sealed.measures[UNIT]?.[RATE];
    if (before === undefined) throw new Error('no such figure in the sample');
    const now = {
      ...sealed,
      measures: {
        ...sealed.measures,
        [UNIT]: { ...sealed.measures[UNIT], [RATE]: { ...before, state: 'notApplicable' as const } },
      },
    };
    expect(correctionsOf({ sealed, now }, set).figures).toEqual([]);
  });

  it.each([
    ['in the row of its area', undefined],
    ['in a cell of its own, where tables were joined', 'AB31'],
  ])('say which cells were changed, with their values: %s', (_, own) => {
    let inRow = '';
    const now = later(360, ({ rows }) => {
      const form = rows[UNIT]?.['bieu-01'];
      const column = form?.columns[FIELD];
      if (form === undefined || column === undefined) throw new Error('no such column in the sample');
      inRow = `${column.at}${String(form.sheetRows[0])}`;
      const values = [Number(column.values[0]) + 1, ...column.values.slice(1)];
      const cells = own === undefined ? {} : { cells: values.map(() => own) };
      const columns = { ...form.columns, [FIELD]: { ...column, ...cells, values } };
      return { rows: { ...rows, [UNIT]: { ...rows[UNIT], 'bieu-01': { ...form, columns } } } };
    });
    expect(reasonsOf(sampleResults(), now)).toMatchObject([
      { kind: 'cells', cells: [{ cell: own ?? inRow, from: '171', to: '172' }] },
    ]);
  });

  it('say whether a file changed, came or went', () => {
    const inputs = (sha256: string, path = `${UNIT}.xlsx`): Partial<ResultsDocument> => ({
      inputs: [{ path, sha256, state: 'used', parts: [] }],
    });
    const sealed = { ...sampleResults(), ...inputs('a') };
    expect(
      kindsOf(
        sealed,
        later(300, () => inputs('b')),
      ),
    ).toEqual(['fileChanged']);
    const moved = later(300, ({ units }) => ({
      ...inputs('b', 'khác.xlsx'),
      units: units.map((unit) =>
        unit.code === UNIT
          ? { ...unit, forms: unit.forms.map((form) => ({ ...form, file: 'khác.xlsx' })) }
          : unit,
      ),
    }));
    expect(kindsOf(sealed, moved)).toEqual(['resent']);
    expect(kindsOf(sealed, { ...moved, ...inputs('a', 'khác.xlsx') })).toEqual(['unknown']);
  });

  it('name an error only where it took the figure out, and an acceptance only where it let it in', () => {
    const withError = (accepted?: Finding['accepted']) => (): Partial<ResultsDocument> => ({
      findings: [accepted === undefined ? error() : { ...error(), accepted }],
    });
    expect(kindsOf(sampleResults(), later(300, withError()))).toEqual(['unknown']);
    const out = later(undefined, withError());
    expect(kindsOf({ ...sampleResults(), findings: [] }, out)).toEqual(['found']);
    expect(kindsOf(out, { ...sampleResults(), findings: [] })).toEqual(['settled']);
    const accepted = { reason: 'đã kiểm tra', person: 'A', date: '2024-12-12' };
    expect(reasonsOf(out, { ...sampleResults(), ...withError(accepted)() })).toMatchObject([
      { kind: 'accepted', why: 'đã kiểm tra' },
    ]);
  });

  it('blame the criteria, the list or the program only where these are others', () => {
    const now = later(300, ({ criteria, tool }) => ({
      criteria: { ...criteria, sha256: 'khác' },
      tool: { ...tool, version: '9' },
    }));
    expect(kindsOf(sampleResults(), now)).toEqual(['criteria', 'tool']);
    expect(kindsOf(sampleResults(), later(300))).toEqual(['unknown']);
  });
});
