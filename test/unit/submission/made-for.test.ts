/** Which older forms a set reads: those of the sets it extends for titles of the same years. */
import { describe, expect, it } from 'vitest';
import { asAskedHere, readsFormsOf, setMadeFor } from '../../../src/submission/made-for.js';
import { admit, admitted, bundledSet, child, smallFile } from '../criteria/sample-files.js';

const national = smallFile();
const province = child(`fields:
  - { id: homes, label: Số hộ dân cư, core: true, after: titled }
  - { id: poor, form: table, group: g, label: Hộ nghèo, type: count }
`);
const set = admitted(admit([national, province, child('', 'province', 'district')]));

describe('readsFormsOf', () => {
  it('knows the set itself and all it extends, no other', () => {
    expect(['district', 'province', 'national', 'region'].filter((id) => readsFormsOf(set, id))).toEqual([
      'district',
      'province',
      'national',
    ]);
    expect(readsFormsOf(bundledSet('nd86-2023'), 'nd122-2018')).toBe(false);
  });

  it('stops at a set for titles of other years, which is another law', () => {
    expect(readsFormsOf(bundledSet('nd122-2018'), 'nd86-2023')).toBe(false);
    const before = child('titleYears: { from: 2018, to: 2023 }\n');
    const below = child('titleYears: { from: 2018 }\n', 'province', 'district');
    const other = admitted(admit([national, before, below]));
    expect(['province', 'national'].filter((id) => readsFormsOf(other, id))).toEqual(['province']);
  });
});

describe('setMadeFor', () => {
  it('reads a form by its own words and places, and takes the figures as this set means them', () => {
    const made = setMadeFor('national', set);
    expect(made.fields.map(({ id }) => id)).not.toContain('poor');
    expect(made.fields.find(({ id }) => id === 'homes')).toMatchObject({
      label: 'Số hộ',
      aliases: ['Tổng số hộ'],
      core: true,
    });
    expect(setMadeFor('province', set).fields.map(({ id }) => id)).toContain('poor');
  });

  it('leaves the set as it is for its own forms and for those of others', () => {
    expect(setMadeFor('district', set)).toBe(set);
    expect(setMadeFor('region', set)).toBe(set);
    expect(setMadeFor(undefined, set)).toBe(set);
  });
});

describe('asAskedHere', () => {
  it('tells once per form what is asked besides and what no longer counts, and drops that', () => {
    const without = child(`remove: { fields: [meetings] }
fields: [{ id: visits, form: list, group: A, code: A7, label: Số lượt, type: count, requiredIn: [year] }]
`);
    const asked = admitted(admit([national, without]));
    const column = (field: string) => ({
      field,
      states: ['value' as const],
      numbers: Float64Array.of(3),
      texts: [undefined],
      column: 4,
    });
    const at = { file: 'a.xlsx', sheet: 'Biểu B' };
    const part = { ...at, sha256: '', form: 'list', unit: '09187', submissionNo: 1, state: 'used' as const };
    const table = { ...at, form: 'list', rowCount: 1, sheetRows: [0], rowKeys: [''], rowLabels: [''] };
    const { parts } = asAskedHere(
      {
        parts: [{ ...part, table: { ...table, columns: new Map([['meetings', column('meetings')]]) } }],
        findings: [],
      },
      setMadeFor('national', asked),
      { set: asked, period: { id: '2024', kind: 'year' } },
    );
    expect(parts[0]?.findings?.map(({ code, severity, fields }) => [code, severity, fields])).toEqual([
      ['layout/not-asked', 'warning', ['visits']],
      ['layout/no-longer-asked', 'info', ['meetings']],
    ]);
    expect([...(parts[0]?.table?.columns.keys() ?? [])]).toEqual([]);
  });
});
