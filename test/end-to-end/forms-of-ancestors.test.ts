/** The example under a set of the province: forms made for the national set are read, as workbooks and as CSV. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ResultsDocument } from '../../src/model.js';
import { measureFixture, sharedRun } from './fixture-run.js';

const under = (set: string) => (workspace: string) => {
  const path = join(workspace, 'tdkvh.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^criteria: .*$/mu, 'criteria: tinh.yaml'));
  writeFileSync(
    join(workspace, 'tinh.yaml'),
    `schema: tdkvh/criteria@1\nid: tinh\nextends: nd86-2023\nlabel: Bộ của tỉnh\n${set}`,
  );
  return workspace;
};

const reportedBy = ({ units }: ResultsDocument) =>
  units.filter(({ leaf, forms }) => leaf && forms.length > 0);
const codesOf = ({ findings }: ResultsDocument) => findings.map(({ code, unit, form }) => [code, unit, form]);

const national = sharedRun('district-2024').results();

it('counts every unit and figure alike under a set that only extends', async () => {
  const results = await measureFixture('district-2024', under(''));
  expect(results.criteria.id).toBe('tinh');
  expect(reportedBy(results)).toEqual(reportedBy(national));
  expect(reportedBy(results).length).toBeGreaterThan(10);
  expect(results.measures).toEqual(national.measures);
  expect(codesOf(results)).toEqual(codesOf(national));
});

it('says per form what the set asks besides and no longer, changed labels are no matter', async () => {
  const results = await measureFixture(
    'district-2024',
    under(`remove: { fields: [goodDeeds] }
fields:
  - { id: households, label: Số hộ dân cư, aliases: [Hộ dân cư] }
  - { id: bikes, form: bieu-01, group: people, label: Hộ có xe đạp, type: count, unit: hộ, requiredIn: [year], after: households }
  - { id: towers, form: bieu-02, group: C, code: C30, label: Số tòa nhà, type: count, unit: tòa }
`),
  );
  const own = new Set(['layout/not-asked', 'layout/no-longer-asked']);
  const others = ({ findings }: ResultsDocument) =>
    findings.filter(
      ({ code }) => !own.has(code) && code !== 'submission/superseded' && code !== 'submission/duplicate',
    );
  expect(others(results).map(({ code, at }) => [code, at])).toEqual(
    others(national).map(({ code, at }) => [code, at]),
  );
  const senders = reportedBy(results).filter(({ forms }) => forms.some(({ form }) => form === 'bieu-01'));
  const notAsked = (form: string) =>
    results.findings.filter((found) => found.code === 'layout/not-asked' && found.form === form);
  expect(
    notAsked('bieu-01')
      .map(({ unit }) => unit)
      .sort(),
  ).toEqual(senders.map(({ code }) => code).sort());
  expect(notAsked('bieu-01')[0]).toMatchObject({ severity: 'warning', fields: ['bikes'] });
  expect(notAsked('bieu-02')[0]).toMatchObject({ severity: 'info', fields: ['towers'] });
  const root = (document: ResultsDocument) => document.measures[document.unit];
  expect(root(results)?.['households']).toEqual(root(national)?.['households']);
  expect(root(results)?.['bikes']).toMatchObject({ reported: 0 });
});
