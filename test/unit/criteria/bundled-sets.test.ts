/** The two sets that come with the program: admitted whole, and in agreement with the forms. */
import { describe, expect, it } from 'vitest';
import { askedFields } from '../../../src/criteria/asked-of.js';
import { fieldsOfForm, titleLabels } from '../../../src/criteria/set-queries.js';
import { unconfirmedFacts } from '../../../src/criteria/unconfirmed-facts.js';
import type { PeriodKind } from '../../../src/model.js';
import { runRuleExamples } from '../../../src/validation/rule-examples.js';
import { RULE_SCHEMA } from '../../../src/validation/rules.js';
import { foldLabel } from '../../../src/values/vietnamese-text.js';
import { admit, admitted, bundledFile, bundledSet, child } from './sample-files.js';

const nd86 = bundledSet('nd86-2023');
const nd122 = bundledSet('nd122-2018');

describe.each([
  ['nd86-2023', nd86],
  ['nd122-2018', nd122],
] as const)('%s', (id, set) => {
  // No numbers of fields: one more is one entry of the YAML, and no other file.
  it('has every form with all fields its files declare, and no field of an extension group', () => {
    expect(set.id).toBe(id);
    const counts = set.forms.map((form) => [form.id, fieldsOfForm(set, form.id).length] as const);
    expect(counts.map(([form]) => form)).toEqual([
      'thong-tin',
      ...['bieu-01', 'bieu-02', 'bieu-03', 'bieu-04', 'bieu-05', 'bieu-06'],
    ]);
    expect(counts.filter(([, fields]) => fields < 7)).toEqual([]);
    expect(counts.reduce((sum, [, fields]) => sum + fields, 0)).toBeGreaterThanOrEqual(set.fields.length);
    expect(set.fields.length).toBeGreaterThan(200);
    expect(set.fields.filter(({ extension }) => extension !== undefined)).toEqual([]);
  });

  it('tells the columns of a table apart by their words alone, as a CSV header must', () => {
    for (const form of set.forms.filter(({ shape }) => shape !== 'list')) {
      const words = fieldsOfForm(set, form.id).flatMap(({ label, aliases = [] }) => [
        ...new Set([label, ...aliases].map(foldLabel)),
      ]);
      expect(words).toEqual([...new Set(words)]);
    }
  });

  it('requires by rule exactly what its fields say is required', () => {
    for (const kind of ['registration', 'H1', 'year'] satisfies PeriodKind[]) {
      const byRule = set.rules.flatMap((rule) =>
        rule.kind === 'required' && (rule.periodKinds ?? [kind]).includes(kind) ? rule.fields : [],
      );
      const byField = set.fields.flatMap((field) => (field.requiredIn.includes(kind) ? [field.id] : []));
      expect([...new Set(byRule)].sort()).toEqual(byField.sort());
    }
  });

  it('has examples that do what they say', () => {
    expect(runRuleExamples(set).filter(({ got, expected }) => got !== expected)).toEqual([]);
  });
});

describe('nd86-2023', () => {
  it('uses every kind of rule', () => {
    expect([...new Set(nd86.rules.map(({ kind }) => kind))].sort()).toEqual(
      [...RULE_SCHEMA.shapes.keys()].sort(),
    );
  });

  it('prints fourteen columns in the short form of Biểu 01', () => {
    expect(fieldsOfForm(nd86, 'bieu-01', { short: true }).map(({ id }) => id)).toEqual([
      'areaName',
      'formerUnit',
      'areaKind',
      'households',
      'familiesRegistered',
      'familiesTitled',
      'areaRegistered',
      'areaTitle',
      'areaTitleOccasion',
      'cultureHouses',
      'cultureHousesStandard',
      'sportsGround',
      'convention',
      'note',
    ]);
  });

  it('calls for nothing but the registration early in the year', () => {
    const asked = (form: string, kind: PeriodKind): readonly string[] =>
      nd86.forms
        .filter(({ id }) => id === form)
        .flatMap((one) => askedFields(one, fieldsOfForm(nd86, form), kind).map(({ id }) => id));
    expect(asked('bieu-01', 'registration')).toEqual([
      'areaName',
      'formerUnit',
      'areaKind',
      'households',
      'familiesRegistered',
      'areaRegistered',
      'note',
    ]);
    expect(asked('bieu-02', 'registration')).toContain('agenciesRegistered');
    expect(asked('bieu-02', 'registration')).not.toContain('agenciesTitled');
    // Self-assessment: only its keys would be left.
    expect(asked('bieu-04', 'registration')).toEqual([]);
    // What a district did itself comes at the end of the year; of member agencies only the plans are there.
    expect(asked('bieu-05', 'registration')).toEqual([]);
    expect(asked('bieu-06', 'registration')).toEqual([
      'agencyName',
      'campaign',
      'campaignContent',
      'campaignIndicator',
      'campaignUnit',
      'campaignTarget',
    ]);
    expect(asked('bieu-06', 'H1')).toContain('campaignResult');
    expect(asked('bieu-01', 'H1')).not.toContain('familiesTitled');
    expect(asked('bieu-01', 'H1')).toContain('cultureHouses');
    expect(asked('bieu-01', 'year')).toContain('familiesTitled');
  });

  it('takes in every extension group that a province switches on, with its rules', () => {
    const province = child('enable: [clans, boarding-houses, markets, worship-places]', 'nd86-2023');
    const set = admitted(admit([bundledFile('nd86-2023'), province]));
    expect(set.fields).toHaveLength(nd86.fields.length + 12);
    expect(set.rules).toHaveLength(nd86.rules.length + 8);
    expect(runRuleExamples(set).filter(({ got, expected }) => got !== expected)).toEqual([]);
  });

  it('lets undecided areas stand in the denominator and counts them', () => {
    const rate = nd86.indicators.find(({ id }) => id === 'areaTitleRate');
    expect(rate?.denominator).toEqual({ rows: 'bieu-01' });
    expect(rate?.pending).toEqual({ count: 'areaTitle', in: ['pending'] });
  });

  it('renames the commune title on 1 July 2025', () => {
    expect(titleLabels(nd86, '2025-06-30')['commune']).toContain('thị trấn');
    expect(titleLabels(nd86, '2025-07-01')['commune']).toContain('đặc khu');
  });

  it('keeps the open questions of law in sight', () => {
    const open = unconfirmedFacts(nd86).map(({ id }) => id);
    expect(open).toContain('area › decidedBy');
    expect(open).toContain('commendation-quota');
    expect(open).not.toContain('familiesTitled');
  });
});

describe('nd122-2018', () => {
  it('gives the pass marks, the share of each standard and the quota of the decree', () => {
    const title = (id: string) => nd122.titles.find((one) => one.id === id);
    expect(title('family')?.minScore).toEqual({ ordinary: 85, difficult: 60, centralCity: 90, poor: 60 });
    expect(title('area')).toMatchObject({
      minScore: { ordinary: 80, difficult: 60, centralCity: 90 },
      minShareOfStandard: 50,
      quotaPercent: 15,
      consecutiveYears: 5,
    });
    expect(titleLabels(nd122, '2020-12-31')['area']).toBe('Khu dân cư văn hóa');
  });

  it('speaks of recognition, not of award, wherever a label or an instruction is printed', () => {
    const printed = [
      ...nd122.fields.map(({ id, label, instruction = '' }) => [id, `${label} ${instruction}`]),
      ...nd122.indicators.map(({ id, label, baseLabel = '' }) => [id, `${label} ${baseLabel}`]),
      ...nd122.rules.map(({ id, label, instruction }) => [id, `${label} ${instruction}`]),
    ];
    const awarded = /tặng danh hiệu|Thôn, tổ dân phố văn hóa|tiêu biểu của cấp xã/u;
    // Biểu 05 is of the years since 2024 and before alike: its line for decisions keeps its name.
    const wrong = printed.filter(([id, text]) => id !== 'itemKind' && awarded.test(text ?? ''));
    expect(wrong).toEqual([]);
  });

  it('is for the years before nd86-2023, with nothing between', () => {
    expect(nd122.titleYears.to).toBe(nd86.titleYears.from - 1);
  });

  it('differs from nd86-2023 only where it says so', () => {
    const own = nd122.fields.filter((field) => !nd86.fields.some((other) => other.id === field.id));
    expect(own).toEqual([]);
    expect(admit([bundledFile('nd86-2023'), bundledFile('nd122-2018')]).findings).toEqual([]);
  });
});
