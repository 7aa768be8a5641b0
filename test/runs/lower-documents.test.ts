/** A lower level's results.json that cannot be believed: each fault with its finding, and never a figure twice or lost. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding, ResultsDocument, SourceFile } from '../../src/model.js';
import { acceptableValue } from '../../src/findings/acceptance.js';
import { writeTrackingPage } from '../../src/writers/html.js';
import { writeSummaryWorkbook } from '../../src/writers/summary-workbook.js';
import { page } from '../support/sample-page.js';
import { SAMPLE_TABLE } from '../support/sample-report.js';
import {
  file,
  formsOf,
  OLD_UNITS,
  randomOf,
  resultsFile,
  resultsOf,
  runOver,
} from '../unit/pipeline/made-levels.js';
import { sourceOf } from '../unit/readers/workbook-builder.js';

const random = randomOf(7);
const FORMS = new Map(
  ['97101', '97102', '97103', '97104'].map((code) => [code, formsOf(code, '2024', random)]),
);
const SENT = [...FORMS.values()].flat();
const province = { unit: '97', level: 'province' } as const;
let district: ResultsDocument;

beforeAll(async () => {
  district = await resultsOf({ unit: '971', level: 'district', files: SENT });
});

const codes = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.filter(({ code }) => code.startsWith('lower/')).map(({ code }) => code)),
];
const above = async (files: readonly SourceFile[], more: Partial<Parameters<typeof runOver>[0]> = {}) => {
  const outcome = await runOver({ ...province, files, ...more });
  return { ...outcome, lower: codes(outcome.findings) };
};
const changed = (change: Partial<ResultsDocument>): SourceFile =>
  resultsFile('submissions/a.json', { ...district, ...change });
const households = (results: ResultsDocument | undefined, unit: string) =>
  results?.measures[unit]?.['households'];

describe('totals of a lower level', () => {
  it('are recomputed; the difference names both values and the place', async () => {
    const total = district.measures['971']?.['households'];
    if (total === undefined) throw new Error('no total');
    const measures = {
      ...district.measures,
      '971': { ...district.measures['971'], households: { ...total, n: total.n + 1000 } },
    };
    const { results, findings } = await above([changed({ measures })]);
    const [one] = findings.filter(({ code }) => code === 'lower/total-differs');
    expect(one).toMatchObject({
      severity: 'error',
      unit: '971',
      at: { file: 'submissions/a.json', cell: 'measures.971.households' },
    });
    expect(one?.actual).not.toEqual(one?.expected?.[0]);
    expect(households(results, '971')?.n).toBe(total.n);
    expect(results?.complete).toBe(false);
  });

  it('keep the cell of the commune, behind the name of the document', async () => {
    const { results } = await above([changed({})]);
    const rows = results?.rows['97101']?.['bieu-01'];
    const before = district.rows['97101']?.['bieu-01'];
    expect(rows).toEqual({ ...before, file: `submissions/a.json/${before?.file ?? ''}` });
  });
});

describe('one unit, two sources', () => {
  it('a commune’s file beside its district’s results: neither counts until settled', async () => {
    const both = [changed({}), ...(FORMS.get('97102') ?? [])];
    const { results, lower, findings } = await above(both);
    expect(lower).toContain('lower/two-sources');
    expect(households(results, '97102')).toMatchObject({ reported: 0 });
    const [one] = findings.filter(({ code }) => code === 'lower/two-sources');
    expect(one?.message).toContain('submissions/a.json');
    expect(one?.message).toContain('submissions/97102/bieu-01.csv');

    const sha256 = changed({}).sha256;
    const settled = await above(both, { submissions: [{ sha256, unit: '97102', use: false }] });
    expect(settled.lower).not.toContain('lower/two-sources');
    expect(households(settled.results, '97')).toEqual(households((await above([changed({})])).results, '97'));
    const without = await above(both, { submissions: [{ sha256, use: false }] });
    expect(households(without.results, '97')?.reported).toBe(1);
  });

  it('two documents of one district: neither; the same bytes: once', async () => {
    const second = resultsFile('submissions/b.json', { ...district, decimals: 1 });
    const twice = await above([changed({}), second]);
    expect(twice.lower).toContain('lower/two-documents');
    expect(households(twice.results, '97')?.reported).toBe(0);
    const copied = await above([changed({}), { ...changed({}), path: 'submissions/copy.json' }]);
    expect(copied.lower).not.toContain('lower/two-documents');
    expect(households(copied.results, '97')).toEqual(households((await above([changed({})])).results, '97'));
  });

  it('a commune’s own results beside its district’s', async () => {
    const commune = await resultsOf({ unit: '97103', level: 'commune', files: FORMS.get('97103') ?? [] });
    const { results, lower } = await above([changed({}), resultsFile('submissions/c.json', commune)]);
    expect(lower).toContain('lower/two-sources');
    expect(households(results, '97103')?.reported).toBe(0);
  });
});

describe('documents that cannot count', () => {
  const rows = (): ResultsDocument['rows'] => {
    const form = district.rows['97101']?.['bieu-01'];
    if (form === undefined) throw new Error('no rows');
    const column = form.columns['households'];
    if (column === undefined) throw new Error('no households');
    const broken = { ...form.columns, households: { ...column, values: ['x', ...column.values.slice(1)] } };
    return { ...district.rows, '97101': { 'bieu-01': { ...form, columns: broken } } };
  };
  const cases: readonly (readonly [code: string, make: () => SourceFile])[] = [
    ['lower/other-period', () => changed({ period: { id: '2023', year: 2023, kind: 'year' } })],
    ['lower/other-criteria', () => changed({ criteria: { ...district.criteria, id: 'nd122-2018' } })],
    ['lower/unit-not-below', () => changed({ unit: '97' })],
    ['lower/unit-not-below', () => changed({ unit: '999' })],
    ['lower/malformed', () => changed({ rows: rows() })],
    ['lower/malformed', () => file('a.json', JSON.stringify({ ...district, units: 'none' }))],
    ['lower/not-json', () => file('a.json', JSON.stringify(district).slice(0, 5000))],
    ['lower/other-schema', () => file('a.json', JSON.stringify({ ...district, schema: 'tdkvh/results@2' }))],
  ];
  it.each(cases)('%s', async (code, make) => {
    const { results, lower, findings } = await above([make()]);
    expect(lower).toEqual([code]);
    expect(findings.find((one) => one.code === code)?.hint).not.toBe('');
    expect(households(results, '97')?.reported).toBe(0);
    expect(results?.conservation.files).toMatchObject({ rejected: 1, total: 1 });
  });

  it('a unit that is not under the sender, or has another name here', async () => {
    const units = district.units.map((one) => (one.code === '97104' ? { ...one, name: 'Tên khác' } : one));
    const { results, lower } = await above([changed({ units })]);
    expect(lower).toContain('lower/leaf-not-below');
    expect(households(results, '97104')?.reported).toBe(0);
    expect(households(results, '97')?.reported).toBe(3);
  });

  it('a unit of which the day of the list makes other ground', async () => {
    const { results, lower } = await above([changed({ referenceDate: '2025-12-31' })]);
    expect(lower).toContain('lower/other-date');
    expect(households(results, '97')?.reported).toBe(0);
  });

  it('other definitions under the same name are told, and the figures counted by ours', async () => {
    const { results, lower } = await above([
      changed({ criteria: { ...district.criteria, sha256: 'd'.repeat(64) } }),
    ]);
    expect(lower).toContain('lower/definitions-differ');
    expect(households(results, '97')?.reported).toBe(4);
  });
});

describe('what else a lower level’s folder holds', () => {
  it('is passed over without an error: tables and lists the program itself made', async () => {
    const { results, findings } = await above([
      changed({}),
      file(
        'submissions/figures.csv',
        'period,unit_code,unit,level,indicator,numerator\n2024,971,Huyện A,district,households,5\n',
      ),
      file(
        'submissions/findings.csv',
        'number,code,severity,accepted,unit_code,unit\nVH523,x,y,,97101,Xã A1\n',
      ),
      file('submissions/findings.json', JSON.stringify({ schema: 'tdkvh/findings@1', findings: [] })),
    ]);
    expect(findings.filter(({ code }) => code === 'lower/own-output')).toHaveLength(3);
    expect(
      findings.filter(
        ({ severity, at }) => severity === 'error' && !at.file.startsWith('submissions/a.json'),
      ),
    ).toEqual([]);
    expect(results?.conservation.files).toMatchObject({ used: 1, skipped: 3 });
  });

  it('is known by its own mark, whatever it and its sheets are called: the tables and the page', async () => {
    const table = { ...SAMPLE_TABLE, sheetName: 'Phụ lục 1 Danh hiệu' };
    const tables = await writeSummaryWorkbook([table], { title: 'Tổng hợp', draft: true, decimals: 2 });
    const { findings } = await above([
      changed({}),
      sourceOf(tables, 'submissions/Bảng của huyện.xlsx'),
      sourceOf(writeTrackingPage(page()), 'submissions/theo-doi (1).html'),
    ]);
    expect(findings.filter(({ code }) => code === 'lower/own-output')).toHaveLength(2);
    expect(findings.filter(({ at }) => /Bảng|theo-doi/u.test(at.file))).toHaveLength(2);
  });
});

describe('what a lower level lacks', () => {
  it('is missing here too, and said', async () => {
    const partial = await resultsOf({
      unit: '971',
      level: 'district',
      files: SENT.filter(({ path }) => !path.includes('97104')),
    });
    const { results, lower, findings } = await above([resultsFile('submissions/a.json', partial)]);
    expect(lower).toContain('lower/incomplete');
    expect(households(results, '971')?.missing).toEqual(['97104']);
    expect(findings.some(({ code, unit }) => code === 'unit/not-reported' && unit === '97104')).toBe(true);
  });

  it('a list shorter than ours: the units left out are missing and named', async () => {
    const units = OLD_UNITS.filter(({ code }) => code !== '97104');
    const short = await resultsOf({
      unit: '971',
      level: 'district',
      units,
      files: SENT.filter(({ path }) => !path.includes('97104')),
    });
    expect((await above([resultsFile('submissions/a.json', short)])).lower).toContain('lower/list-differs');
  });

  it('a draft is told', async () => {
    const whole = changed({ complete: true, final: false, findings: [] });
    expect((await above([whole])).lower).toContain('lower/draft');
  });
});

describe('findings of a lower level', () => {
  const TOO_MANY =
    'unit_code,period,areaName,areaKind,households,familiesTitled,areaTitle\n97101,2024,Thôn 1,thôn,50,60,đạt\n97101,2024,Thôn 2,thôn,50,40,đạt\n';

  it('standing errors exclude the figure; accepted ones stay accepted with their reason', async () => {
    const files = [file('submissions/x.csv', TOO_MANY)];
    const lower = await resultsOf({ unit: '971', level: 'district', files });
    const wrong = lower.findings.find(({ fields }) => fields?.includes('familiesTitled'));
    if (wrong === undefined) throw new Error('no error');
    const standing = await above([resultsFile('submissions/a.json', lower)]);
    expect(standing.results?.measures['97101']?.['familiesTitled']).toMatchObject({ reported: 0 });

    const accepted = await resultsOf({
      unit: '971',
      level: 'district',
      files,
      accepted: lower.findings
        .filter(({ severity, rule }) => severity === 'error' && rule !== undefined)
        .map((one) => ({
          id: one.id,
          value: acceptableValue(one),
          reason: 'Đã kiểm tra tại xã',
          person: 'Nguyễn Văn Mẫu',
          date: '2024-12-01',
        })),
    });
    const after = await above([resultsFile('submissions/a.json', accepted)]);
    expect(after.results?.measures['97101']?.['familiesTitled']).toMatchObject({ n: 100, reported: 1 });
    expect(after.findings.find(({ id }) => id === wrong.id)?.accepted?.reason).toBe('Đã kiểm tra tại xã');
  });
});
