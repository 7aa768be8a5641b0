/** Questions to an admitted set: order of fields, derived indicators, what holds on a day. */
import { describe, expect, it } from 'vitest';
import {
  indicatorsOf,
  coversYear,
  fieldsOfForm,
  rulesInForce,
  titleLabel,
} from '../../../src/criteria/set-queries.js';
import type { CriteriaSet } from '../../../src/model.js';
import { bundledSet } from './sample-files.js';

const set = bundledSet('nd86-2023');

describe('dates', () => {
  const commune = set.titles.find(({ level }) => level === 'commune');
  const unitTypes = (date: string) =>
    rulesInForce(set, date, 'year')
      .map(({ id }) => id)
      .filter((id) => id.startsWith('unit-types'));

  it('change a name overnight', () => {
    if (commune === undefined) throw new Error('no commune title');
    const [before, after] = [titleLabel(commune, '2025-06-30'), titleLabel(commune, '2025-07-01')];
    expect(before).toBeDefined();
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
  });

  it('change a rule overnight, both days included', () => {
    expect(unitTypes('2025-06-30')).toEqual(['unit-types-before-july-2025']);
    expect(unitTypes('2025-07-01')).toEqual(['unit-types-from-july-2025']);
  });

  it('and the kind of period choose among rules', () => {
    const required = (kind: 'registration' | 'year') =>
      rulesInForce(set, '2025-01-31', kind)
        .map(({ id }) => id)
        .filter((id) => id.startsWith('required-areas'));
    expect(required('registration')).toEqual(['required-areas-registration']);
    expect(required('year')).toEqual(['required-areas-year']);
  });

  it('name nothing on a day that no label covers', () => {
    const dated = { from: '2024-01-01', text: 'x', basis: 'x', confirmed: true };
    if (commune === undefined) throw new Error('no commune title');
    expect(titleLabel({ ...commune, labels: [dated] }, '2023-12-31')).toBeUndefined();
  });
});

describe('fields of a form', () => {
  it('stand in their second form under that form’s code', () => {
    const line = fieldsOfForm(set, 'bieu-02').find(({ id }) => id === 'weddings');
    expect(line).toMatchObject({ form: 'bieu-02', group: 'L', code: 'L1' });
    expect(fieldsOfForm(set, 'bieu-01').find(({ id }) => id === 'weddings')).toMatchObject({
      form: 'bieu-01',
    });
  });

  it('follow the groups, and codes by number', () => {
    const codes = fieldsOfForm(set, 'bieu-02').map(({ code = '' }) => code);
    expect(codes.indexOf('A10')).toBe(codes.indexOf('A9') + 1);
    expect(codes.indexOf('B1')).toBe(codes.indexOf('A18') + 1);
    expect(codes.indexOf('E7')).toBe(codes.indexOf('E6') + 1);
  });

  it('of an unknown form are none', () => {
    expect(fieldsOfForm(set, 'bieu-99')).toEqual([]);
  });
});

describe('indicators', () => {
  const all = indicatorsOf(set);
  const byId = new Map(all.map((indicator) => [indicator.id, indicator]));

  it('are listed ones and one per field that adds up', () => {
    expect(byId.size).toBe(all.length);
    expect(byId.get('households')?.numerator).toEqual({ sum: 'households' });
    expect(byId.has('areaName')).toBe(false);
    expect(byId.has('areasDeclared')).toBe(false);
  });

  it('count the answers of rows, and of units that answer for themselves', () => {
    expect(byId.get('areaTitle:revoked')?.numerator).toEqual({ count: 'areaTitle', in: ['revoked'] });
    expect(byId.get('sportsGround:yes')?.unit).toBe('thôn, tổ dân phố');
    expect(byId.get('communeTitle:pending')?.numerator).toEqual({
      units: 'in',
      field: 'communeTitle',
      in: ['pending'],
    });
  });

  it('give way to a listed one of the same id', () => {
    const listed = { ...all[0], id: 'households', label: 'Hộ' } as CriteriaSet['indicators'][number];
    const found = indicatorsOf({ ...set, indicators: [listed] }).filter(({ id }) => id === 'households');
    expect(found).toEqual([listed]);
  });
});

it('knows the years it is for', () => {
  expect([2023, 2024, 2030].map((year) => coversYear(set, year))).toEqual([false, true, true]);
});
