/**
 * Every field of the communes' forms at random, with blanks, marks and words that are no figures, forms left out and sent twice:
 * a province has the same from its communes, from its districts' drafts, and whoever accepted the errors.
 */
import { describe, expect, it } from 'vitest';
import type { Acceptance, FieldDefinition, ResultsDocument, SourceFile } from '../../src/model.js';
import { acceptableValue } from '../../src/findings/acceptance.js';
import { file, OLD_UNITS, randomOf, resultsFile, resultsOf, SET } from '../unit/pipeline/made-levels.js';
import { tries } from '../support/sweep.js';

const SEEDS = Array.from({ length: tries(14, 1) }, (_, index) => index + 1);
const DISTRICTS = ['971', '972', '973'].slice(0, tries(3, 1));
/** Communes of a district that send anything. */
const SENDERS = tries(4, 1);
const COMMUNES = OLD_UNITS.filter(
  ({ code, level }) =>
    level === 'commune' && DISTRICTS.includes(code.slice(0, 3)) && Number(code.slice(-2)) <= SENDERS,
).map(({ code }) => code);
const PROVINCE = { unit: '97', level: 'province' } as const;
type Random = (below: number) => number;

const NOISE = ['', '', '', 'x', '-', 'nhiều', '…', '1,5'];

/** What somebody may write into a cell of the field; `noisy` communes leave some blank, or write what is no answer. */
function written(field: FieldDefinition, random: Random, noisy: boolean): string {
  const noise = noisy ? NOISE[random(40)] : undefined;
  if (noise !== undefined) return noise;
  switch (field.type) {
    case 'count':
      return field.id.endsWith('Year') ? '2024' : String(random(random(4) === 0 ? 300 : 40));
    case 'amount':
      return `${String(random(900))}.${String(random(9) + 1)}`;
    case 'percent':
      return String(random(101));
    case 'yesNo':
      return random(2) === 0 ? 'có' : 'không';
    case 'date':
      return `${String(1 + random(28))}/1${String(random(3))}/2024`;
    case 'choice':
      return field.choices?.[random(field.choices.length)]?.label ?? '';
    case 'text':
      return `chữ ${String(random(50))}`;
  }
}

const quoted = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const lineOf = (cells: readonly string[]): string => cells.map(quoted).join(',');
const fieldsOf = (form: string) => SET.fields.filter((one) => one.form === form);

/** Never left out: without them a sheet is no Biểu 01. */
const ALWAYS = ['areaName', 'households', 'familiesTitled', 'areaTitle'];
const FORMERS = ['Xã Cũ A', 'Xã Cũ B'];
const GIVEN_ELSEWHERE = [
  'unitCode',
  'unitName',
  'period',
  'unitType',
  'districtName',
  'provinceName',
  'submissionNo',
];

function filesOf(code: string, random: Random): readonly SourceFile[] {
  if (random(12) === 0) return [];
  const noisy = random(3) > 0;
  const files: SourceFile[] = [];
  const table = (
    form: string,
    rows: number,
    names: (id: string, row: number) => string | undefined,
  ): void => {
    const fields = fieldsOf(form).filter(({ id }) => ALWAYS.includes(id) || random(10) > 0);
    const head = lineOf(['unit_code', 'period', ...fields.map(({ id }) => id)]);
    const lines = Array.from({ length: rows }, (_, row) => {
      const households = 60 + random(200);
      const likely: Readonly<Record<string, number>> = {
        households,
        population: households * 4,
        familiesTitled: households - random(30),
        familiesRegistered: households,
        familiesAssessed: households,
        familiesProposed: households,
      };
      const cell = (field: FieldDefinition): string => {
        const usual = random(30) > 0 ? likely[field.id] : undefined;
        return names(field.id, row) ?? (usual === undefined ? written(field, random, noisy) : String(usual));
      };
      return lineOf([code, '2024', ...fields.map(cell)]);
    });
    files.push(file(`submissions/${code}/${form}.csv`, `${[head, ...lines].join('\n')}\n`));
    // Sent twice with the same number: neither counts.
    if (random(14) === 0)
      files.push(
        file(`submissions/${code}/lan khac/${form}.csv`, `${[head, ...lines.slice(0, -1)].join('\n')}\n`),
      );
  };
  const list = (form: string, key: string, lines: readonly (readonly [string, FieldDefinition])[]): void => {
    const texts = lines.map(([id, field]) => lineOf([code, '2024', id, written(field, random, noisy)]));
    files.push(
      file(`submissions/${code}/${form}.csv`, `${[`unit_code,period,${key},value`, ...texts].join('\n')}\n`),
    );
  };
  if (random(9) > 0)
    table('bieu-01', 2 + random(5), (id, row) =>
      id === 'areaName' ? `Thôn ${String(row + 1)}` : id === 'formerUnit' ? FORMERS[random(2)] : undefined,
    );
  if (random(9) > 0) {
    const lines = SET.fields.flatMap((field): (readonly [string, FieldDefinition])[] => {
      const line = field.form === 'bieu-02' ? field.code : field.alsoIn?.code;
      return line === undefined ? [] : [[line, field]];
    });
    list(
      'bieu-02',
      'code',
      lines.filter(() => random(8) > 0),
    );
  }
  if (random(3) > 0)
    table('bieu-03', random(4), (id, row) =>
      id === 'modelName' ? `Mô hình ${String(row)}` : id === 'modelArea' ? 'Thôn 1' : undefined,
    );
  if (random(3) > 0) {
    const answers = fieldsOf('thong-tin').filter(
      ({ id }) => !GIVEN_ELSEWHERE.includes(id) && random(2) === 0,
    );
    list(
      'thong-tin',
      'key',
      answers.map((field) => [field.id, field]),
    );
  }
  return files;
}

const figures = ({ measures, groups, splits }: ResultsDocument) => ({ measures, groups, splits });

const PLACES = new Set(['file', 'sheet', 'cell', 'at']);
/** Rows and own figures without where they stand. */
const cells = ({ own, rows }: ResultsDocument): unknown =>
  JSON.parse(JSON.stringify({ own, rows }, (key, value: unknown) => (PLACES.has(key) ? undefined : value)));

/** What is said of units, but for what compares a unit with the others of its run: a district has fewer. */
const said = ({ findings }: ResultsDocument): readonly string[] =>
  findings
    .filter(({ unit, code }) => unit !== undefined && !code.startsWith('plausibility/'))
    .map(({ id, code, severity, accepted, unit = '' }) =>
      [unit, code, severity, id, accepted === undefined ? '' : 'accepted'].join(' '),
    )
    .toSorted();

describe.each(SEEDS)('seed %i', (seed) => {
  it('gives a province the same on every way up', async () => {
    const random = randomOf(seed * 6701);
    const files = new Map(COMMUNES.map((code) => [code, filesOf(code, random)]));
    const all = [...files.values()].flat();
    const open = await resultsOf({ ...PROVINCE, files: all });
    const accepted = open.findings
      .filter(({ severity, unit }) => severity === 'error' && unit !== undefined && random(3) === 0)
      .map((one): Acceptance => ({
        id: one.id,
        value: acceptableValue(one),
        reason: 'đúng như vậy',
        person: 'Người xem',
        date: '2024-12-01',
      }));
    expect(accepted.length).toBeGreaterThan(0);
    const direct = await resultsOf({ ...PROVINCE, files: all, accepted });
    const districts = (below: readonly Acceptance[]) =>
      Promise.all(
        DISTRICTS.map(async (unit) => {
          const own = [...files].flatMap(([code, sent]) => (code.startsWith(unit) ? sent : []));
          const results = await resultsOf({ unit, level: 'district', files: own, accepted: below });
          return resultsFile(`submissions/${unit}.json`, results);
        }),
      );

    const below = await resultsOf({ ...PROVINCE, files: await districts(accepted) });
    expect(figures(below)).toEqual(figures(direct));
    expect(cells(below)).toEqual(cells(direct));
    expect(said(below)).toEqual(said(direct));

    const drafts = await districts([]);
    const untouched = await resultsOf({ ...PROVINCE, files: drafts });
    expect(figures(untouched)).toEqual(figures(open));
    expect(said(untouched)).toEqual(said(open));
    const above = await resultsOf({ ...PROVINCE, files: drafts, accepted });
    expect(figures(above)).toEqual(figures(direct));
    expect(said(above)).toEqual(said(direct));
  });
});
