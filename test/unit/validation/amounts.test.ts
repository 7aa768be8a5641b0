/** Money in đồng or thousands where million đồng is asked: every money field, one unit or many; generated. */
import { describe, expect, it } from 'vitest';
import { compileRules } from '../../../src/validation/compile-rules.js';
import { exampleSubmission } from '../../../src/validation/example-submission.js';
import { validateAcross, validateUnit } from '../../../src/validation/validate.js';
import { bundledSet } from '../criteria/sample-files.js';
import { randomNumbers } from './random-numbers.js';
import { tries } from '../../support/sweep.js';
import { defined } from '../../../src/values/defined.js';

/** Generated forms of each kind. */
const FORMS = tries(3000, 250);
const set = bundledSet('nd86-2023');
const rules = compileRules(set, '2024-12-31', 'year');
const money = {
  ...rules,
  derived: [],
  rules: rules.rules.filter(({ kind }) => kind === 'amounts' || kind === 'magnitude'),
};
const AMOUNTS = set.fields.filter(({ type }) => type === 'amount');
const OTHER_THAN_MONEY = ['criterionScore'];
const covered = rules.rules.flatMap((rule) => (rule.kind === 'amounts' ? rule.fields : []));
const LIST = set.fields
  .filter(({ form, type }) => form === 'bieu-02' && type === 'amount')
  .map(({ id }) => id);

type Own = Readonly<Record<string, number>>;
type Rows = readonly Readonly<Record<string, number | string>>[];

const submitted = (unit: string, { own, rows }: { readonly own?: Own; readonly rows?: Rows }) =>
  exampleSubmission(set, unit, '2024', {
    ...defined({ own }),
    ...defined({ rows }),
  });

const told = (figures: Parameters<typeof submitted>[1], field: string, previous?: Own) => {
  const before = new Map(Object.entries(previous ?? {}).map(([id, value]) => [id, Math.round(value * 1000)]));
  const context = {
    rules: money,
    ...(previous === undefined
      ? {}
      : { previous: new Map([['u0', { period: '2023', criteria: set.id, totals: before }]]) }),
  };
  return validateUnit(submitted('u0', figures), context).findings.filter(({ fields }) =>
    fields?.includes(field),
  );
};

describe('money fields', () => {
  it('of every form are covered', () => {
    expect(
      AMOUNTS.map(({ id }) => id).filter((id) => !covered.includes(id) && !OTHER_THAN_MONEY.includes(id)),
    ).toEqual([]);
  });

  it('typed in đồng are an error for one unit alone: generated forms', () => {
    const random = randomNumbers(61);
    for (let turn = 0; turn < FORMS; turn += 1) {
      const field = random.of(LIST);
      const own: Record<string, number> = {};
      for (const id of LIST) if (random.upTo(2) > 0) own[id] = random.upTo(260_000) / 1000;
      own[field] = 500_000 + random.upTo(900_000_000);
      expect([turn, told({ own }, field).map(({ severity }) => severity)]).toEqual([turn, ['error']]);
    }
  });

  it('typed in thousands are asked or refused beside the plan, last year or their size: generated forms', () => {
    const random = randomNumbers(62);
    for (let turn = 0; turn < FORMS; turn += 1) {
      const source = random.of(['Central', 'Province', 'District', 'Commune', 'Social']);
      const right = 1 + random.upTo(200_000) / 1000;
      const spent = `fundsSpent${source}`;
      const beside = random.upTo(1) === 0;
      const own = { [spent]: right * 1000, ...(beside ? { [`fundsPlanned${source}`]: right } : {}) };
      const found = told({ own: rounded(own) }, spent, beside ? undefined : { [spent]: right });
      expect([turn, found.length > 0]).toEqual([turn, true]);
    }
  });

  it('all in thousands, with no plan, no last year and no other unit, are never added without a word: generated forms', () => {
    const random = randomNumbers(64);
    for (let turn = 0; turn < FORMS; turn += 1) {
      const own: Record<string, number> = {};
      const ids = [...LIST].sort(() => random.upTo(2) - 1).slice(0, 1 + random.upTo(LIST.length - 1));
      // From one million to 260 million đồng, in the thousands that the form does not ask for.
      for (const id of ids) own[id] = 1000 + random.upTo(random.of([8_000, 259_000]));
      const { findings } = validateUnit(submitted('u0', { own }), { rules: money });
      const about = `${String(turn)} ${JSON.stringify(own)}`;
      expect(findings.length, about).toBeGreaterThan(0);
      const high = ids.filter((id) => (own[id] ?? 0) > 10_000);
      for (const id of high)
        expect(
          findings.find(({ fields }) => fields?.[0] === id && fields.length === 1)?.severity,
          `${about} ${id}`,
        ).toBe('error');
      // A single amount could be anybody's: it is a remark.
      if (high.length === 0)
        expect(
          findings.map(({ number, severity }) => [number, severity]),
          about,
        ).toEqual([['VH399', ids.length === 1 ? 'info' : 'warning']]);
    }
  });

  it('of lists of models, of the levels above and of agencies are seen by row', () => {
    const rows = (field: string, value: number, more = {}) => [
      { [field]: 30, ...more },
      { [field]: value, ...more },
    ];
    for (const field of ['modelFunds', 'itemFunds'])
      expect(told({ rows: rows(field, 30_000_000) }, field)).toMatchObject([{ severity: 'error' }]);
    for (const field of ['campaignTarget', 'campaignResult', 'campaignLastYear']) {
      const inMillions = { campaignUnit: 'Triệu đồng' };
      expect(told({ rows: rows(field, 30_000_000, inMillions) }, field)).toMatchObject([
        { severity: 'error' },
      ]);
      expect(told({ rows: rows(field, 30_000_000, { campaignUnit: 'người' }) }, field)).toEqual([]);
    }
  });

  it('of an investment beside small ones are asked about in Biểu 05, above any budget refused', () => {
    const rows = (itemFunds: number): Rows => [{ itemFunds: 40 }, { itemFunds: 25 }, { itemFunds }];
    for (const [value, severity] of [
      [60_000, 'warning'],
      [450_000, 'warning'],
      [600_000, 'error'],
      [60_000_000, 'error'],
    ] as const) {
      expect(told({ rows: rows(value) }, 'itemFunds')).toMatchObject([{ severity }]);
      expect(told({ rows: [{ itemFunds: value }] }, 'itemFunds')).toMatchObject([{ severity }]);
    }
    expect(told({ rows: rows(30_000) }, 'itemFunds').every(({ severity }) => severity === 'warning')).toBe(
      true,
    );
  });

  it('that a locality or an own form adds are covered too, in the unit that they state', () => {
    const [like] = set.fields.filter(({ id }) => id === 'poorFund');
    const [cell] = set.fields.filter(({ id }) => id === 'population');
    if (like === undefined || cell === undefined) throw new Error('no such field');
    const added = (unit: string) => [
      { ...like, id: 'festivalFunds', code: 'F9', unit },
      { ...cell, id: 'areaFunds', type: 'amount' as const, scale: 3, unit },
    ];
    const seen = (unit: string, own: Own, rows: Rows) => {
      const more = { ...set, fields: [...set.fields, ...added(unit)] };
      const context = { rules: compileRules(more, '2024-12-31', 'year') };
      return [
        validateUnit(exampleSubmission(more, 'u0', '2024', { own }), context),
        validateUnit(exampleSubmission(more, 'u0', '2024', { rows }, 'bieu-01'), context),
      ].map(({ findings }) =>
        findings.flatMap(({ rule, severity }) => (rule === 'commune-amounts' ? [severity] : [])),
      );
    };
    for (const [unit, right, wrong] of [
      ['triệu đồng', 35, 35_000_000],
      ['Tr. đồng', 35, 35_000_000],
      ['nghìn đồng', 35_000, 35_000_000_000],
      ['đồng', 35_000_000, 350_000_000_000],
      ['tỷ đồng', 0.035, 35_000_000],
    ] as const) {
      const rows = (areaFunds: number): Rows => [{ areaName: 'Thôn 1', areaFunds }];
      expect(seen(unit, { festivalFunds: wrong, poorFund: 20 }, rows(wrong))).toEqual([['error'], ['error']]);
      expect(seen(unit, { festivalFunds: right, poorFund: 20 }, rows(right))).toEqual([[], []]);
    }
    expect(seen('cuốn', { festivalFunds: 35_000_000 }, [])[0]).toEqual([]);
  });

  it.each([2, 3, 8, 20])('are compared among %i units', (count) => {
    const units = Array.from({ length: count }, (_, index) =>
      submitted(`u${String(index)}`, { own: { fundsSpentProvince: index === 0 ? 9000 : 9 } }),
    );
    const { findings } = validateAcross(units, { rules: money });
    expect(findings.map(({ code, unit }) => [code, unit])).toContainEqual([
      'plausibility/magnitude-peers',
      'u0',
    ]);
  });

  it('that an error has excluded are no measure for the others', () => {
    // Four of five typed đồng: the fifth one is right.
    const units = [9_000_000, 8_000_000, 7_000_000, 6_000_000, 9].map((amount, index) =>
      submitted(`u${String(index)}`, { own: { fundsSpentProvince: amount } }),
    );
    const wrong = new Set(['fundsSpentProvince']);
    const across = (excludedOf?: (one: (typeof units)[number]) => ReadonlySet<string>) =>
      validateAcross(units, { rules: money }, undefined, excludedOf).findings.map(({ unit }) => unit);
    expect(across()).toEqual(['u4']);
    expect(across(({ unit }) => (unit === 'u4' ? new Set() : wrong))).toEqual([]);
  });

  it('that are honest are left alone: generated forms and the amounts of published reports', () => {
    const random = randomNumbers(63);
    for (let turn = 0; turn < FORMS; turn += 1) {
      const own: Record<string, number> = {};
      for (const id of LIST) if (random.upTo(2) > 0) own[id] = random.upTo(260_000) / 1000;
      expect([turn, validateUnit(submitted('u0', { own }), { rules: money }).findings]).toEqual([turn, []]);
    }
    for (const field of LIST)
      for (const value of [18.2, 1940, 8303]) {
        expect(told({ own: { [field]: value, [other(field)]: 60 } }, field)).toEqual([]);
        const alone = told({ own: { [field]: value } }, field).map(({ severity }) => severity);
        expect(alone).toEqual(value < 1000 ? [] : ['info']);
      }
  });
});

/** An amount of the form that is not compared with this one directly. */
const other = (field: string): string => (field === 'poorFund' ? 'fundsSpentCommune' : 'poorFund');

const rounded = (own: Own): Own =>
  Object.fromEntries(Object.entries(own).map(([id, value]) => [id, Math.round(value * 1000) / 1000]));
