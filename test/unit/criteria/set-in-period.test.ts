/** What a set asks in a period and of a kind of unit: dates and kinds decide, whatever needs what is gone goes too. */
import { describe, expect, it } from 'vitest';
import { notAskedOf } from '../../../src/criteria/asked-of.js';
import { indicatorReferences } from '../../../src/criteria/references.js';
import { setInPeriod } from '../../../src/criteria/set-in-period.js';
import { indicatorsOf, inForce } from '../../../src/criteria/set-queries.js';
import type { FieldDefinition, Period, PeriodKind } from '../../../src/model.js';
import { RULE_SCHEMA } from '../../../src/validation/rules.js';
import { bundledSet } from './sample-files.js';
import { defined } from '../../../src/values/defined.js';

const SET = bundledSet('nd86-2023');
const period = (year: number, kind: PeriodKind = 'year'): Period => ({
  id: `${String(year)}${kind === 'H1' ? '-H1' : kind === 'registration' ? '-DK' : ''}`,
  year,
  kind,
});
const inPeriod = (year: number, kind?: PeriodKind) => setInPeriod(SET, period(year, kind), RULE_SCHEMA);
const codesOf = (fields: readonly FieldDefinition[]): readonly string[] =>
  fields.flatMap(({ form, code }) => (form === 'bieu-02' && code !== undefined ? [code] : []));
const xa = { type: 'xã', level: 'commune' } as const;
const phuong = { type: 'phường', level: 'commune' } as const;

describe('a set in a period', () => {
  it.each([
    ['2025', inPeriod(2025), true, true],
    ['2025-H1', inPeriod(2025, 'H1'), true, true],
    ['2026-DK', inPeriod(2026, 'registration'), false, false],
    ['2026', inPeriod(2026), false, false],
  ])(
    '%s asks for rural criteria and district budgets only while they are there',
    (_, set, rural, district) => {
      const codes = codesOf(set.fields);
      for (const code of ['C10', 'C11', 'C12', 'C13']) expect(codes.includes(code)).toBe(rural);
      for (const code of ['K3', 'K8']) expect(codes.includes(code)).toBe(district);
      expect(set.fields.some(({ id }) => id === 'districtName')).toBe(district);
      expect(set.fields.some(({ id }) => id === 'communeGroup')).toBe(!rural);
    },
  );

  it('names no result in the title of a form at registration', () => {
    const titles = (kind: PeriodKind) => inPeriod(2025, kind).forms.map(({ title }) => title);
    expect(titles('registration').filter((title) => /kết quả/iu.test(title))).toEqual([]);
    expect(titles('year')).toEqual(SET.forms.map(({ title }) => title));
  });

  it('leaves nothing that names what is gone, and everything else as it was', () => {
    const set = inPeriod(2026);
    const gone = new Set(set.notInPeriod?.map(({ id }) => id));
    expect(gone.size).toBeGreaterThan(6);
    const named = [
      ...set.indicators.flatMap((one) => indicatorReferences(one)),
      ...set.rules.flatMap((rule) =>
        RULE_SCHEMA.references(rule).filter(({ path: [key] }) => key !== 'examples'),
      ),
    ].filter(({ id }) => gone.has(id));
    expect(named).toEqual([]);
    const total = set.indicators.find(({ id }) => id === 'fundsTotal');
    expect(total?.numerator).toEqual({
      sum: ['fundsSpentCentral', 'fundsSpentProvince', 'fundsSpentCommune', 'fundsSpentSocial'],
    });
    // Only what needs it by itself goes with it.
    const lost = SET.rules.filter(({ id }) => !set.rules.some((rule) => rule.id === id));
    for (const rule of lost)
      expect(
        RULE_SCHEMA.references(rule).some(({ id }) => gone.has(id)),
        rule.id,
      ).toBe(true);
    expect(indicatorsOf(set).some(({ id }) => id.startsWith('ruralCriterion'))).toBe(false);
  });

  it('is one and the same where nothing begins or ends', () => {
    const plain = { ...SET, fields: SET.fields.filter(({ validFrom }) => validFrom === undefined) };
    expect(setInPeriod(plain, period(2024), RULE_SCHEMA)).toBe(plain);
  });

  it('asks for a field exactly in the periods that share a day with it', () => {
    const days = ['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01', '2025-12-31', '2026-01-01'];
    const spans: Readonly<Record<string, readonly [string, string]>> = {
      '2025': ['2025-01-01', '2025-12-31'],
      '2025-H1': ['2025-01-01', '2025-06-30'],
      '2025-DK': ['2025-01-01', '2025-12-31'],
    };
    for (const from of [undefined, ...days])
      for (const to of [undefined, ...days]) {
        if (from !== undefined && to !== undefined && to < from) continue;
        const fields = SET.fields.map((field) =>
          field.id === 'note'
            ? {
                ...field,
                ...defined({ validFrom: from }),
                ...defined({ validTo: to }),
              }
            : field,
        );
        for (const kind of ['year', 'H1', 'registration'] as const) {
          const about = period(2025, kind);
          const [first = '', last = ''] = spans[about.id] ?? [];
          const asked = setInPeriod({ ...SET, fields }, about, RULE_SCHEMA).fields;
          expect(
            asked.some(({ id }) => id === 'note'),
            `${about.id} ${from ?? ''} ${to ?? ''}`,
          ).toBe(!((to !== undefined && to < first) || (from !== undefined && from > last)));
        }
      }
  });

  it('speaks of districts, and takes them and their towns for an answer, while there were any', () => {
    const said = (set: typeof SET): string =>
      JSON.stringify([
        set.forms.filter(({ id }) => id === 'bieu-05').map(({ title }) => title),
        set.indicators.filter(({ id }) => id.startsWith('upper')).map(({ label }) => label),
        set.fields.find(({ id }) => id === 'unitType')?.choices?.map(({ label }) => label),
      ]);
    // In 2025 both levels worked for half a year.
    for (const set of [inPeriod(2024), inPeriod(2025), inPeriod(2025, 'H1')]) {
      expect(said(set).match(/cấp huyện, cấp tỉnh/gu)).toHaveLength(9);
      expect(said(set)).toMatch(/"thị trấn".*"huyện","quận","thị xã"/u);
    }
    for (const set of [inPeriod(2026), inPeriod(2026, 'registration')]) {
      expect(said(set)).not.toMatch(/huyện|quận|thị xã|thị trấn/u);
      expect(said(set).match(/cấp tỉnh/gu)).toHaveLength(9);
      expect(said(set)).toContain('["xã","phường","đặc khu","thành phố","tỉnh"]');
    }
  });

  it('takes the latest of several later names, in whatever order they stand', () => {
    const laterLabels = [
      { from: '2027-01-01', text: 'ba' },
      { from: '2025-01-01', text: 'hai' },
    ];
    const [first] = SET.indicators;
    if (first === undefined) throw new Error('no indicator');
    const named = { ...SET, indicators: [{ ...first, label: 'một', laterLabels }] };
    expect(
      [2024, 2025, 2026, 2027].map(
        (year) => setInPeriod(named, period(year), RULE_SCHEMA).indicators[0]?.label,
      ),
    ).toEqual(['một', 'hai', 'hai', 'ba']);
  });

  it('a field takes its later name, and is still read under the one before', () => {
    const field = (year: number) => inPeriod(year).fields.find(({ id }) => id === 'urbanCivility');
    expect([2024, 2025, 2026].map((year) => field(year)?.label.includes('thị trấn'))).toEqual([
      true,
      true,
      false,
    ]);
    expect(field(2026)?.aliases).toContain(field(2024)?.label);
  });

  it('asks for nothing of a district, nor for titles that ended, in 2026', () => {
    const { fields, forms } = inPeriod(2026);
    expect(JSON.stringify([fields.map(({ label, choices }) => [label, choices]), forms])).not.toMatch(
      /huyện|quận|thị xã|thị trấn(?! cũ)|theo quy định cũ/u,
    );
    expect(inPeriod(2025).fields.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['ruralCulture', 'ruralCultureYear']),
    );
  });

  it('asks each kind of unit for its own lines', () => {
    const set = inPeriod(2025);
    const ofXa = notAskedOf(set, xa);
    const ofPhuong = notAskedOf(set, phuong);
    for (const id of ['ruralCriterion6', 'ruralCriterion16Year', 'ruralCulture']) {
      expect(ofXa.has(id)).toBe(false);
      expect(ofPhuong.has(id)).toBe(true);
    }
    expect(ofXa.has('urbanCivility')).toBe(true);
    expect(ofPhuong.has('urbanCivility')).toBe(false);
    expect(notAskedOf(set, undefined).size).toBe(0);
    const levels = {
      ...SET,
      fields: SET.fields.map((field) => ({ ...field, forLevels: ['commune'] as const })),
    };
    expect(notAskedOf(levels, { type: 'tỉnh', level: 'province' }).size).toBe(SET.fields.length);
    expect(notAskedOf(levels, phuong).size).toBe(ofPhuong.size + 1);
  });

  it('keeps what is not confirmed about names and deciders from October 2026 on apart', () => {
    for (const id of ['family', 'area', 'commune']) {
      const title = SET.titles.find((one) => one.id === id);
      for (const list of [title?.labels ?? [], title?.decidedBy ?? []]) {
        expect(inForce(list, '2026-10-01')?.confirmed, id).toBe(false);
        expect(inForce(list, '2026-10-01')?.text).toBe(inForce(list, '2026-09-30')?.text);
      }
    }
    expect(inForce(SET.titles.find(({ id }) => id === 'area')?.decidedBy ?? [], '2026-01-01')).toMatchObject({
      confirmed: false,
      basis: expect.stringContaining('thực tiễn 2025-2026') as string,
    });
  });
});
