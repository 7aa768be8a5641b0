/** The workspace's CSV files: values admitted, and all faults with their cells in one run. */
import { describe, expect, it } from 'vitest';
import { admitAccepted } from '../../../src/workspace/accepted.js';
import { admitCrosswalk } from '../../../src/workspace/crosswalk.js';
import type { DelimitedTable } from '../../../src/model.js';
import { admitReceived } from '../../../src/workspace/received.js';
import { admitTargets } from '../../../src/workspace/targets.js';

function table(path: string, text: string): DelimitedTable {
  const [columns = [], ...rows] = text.split('\n').map((line) => line.split(','));
  return {
    path,
    columns,
    rows: rows.map((values, index) => ({
      line: index + 2,
      cells: new Map(
        columns
          .map((column, position) => [column, values[position] ?? ''] as const)
          .filter(([, cell]) => cell !== ''),
      ),
    })),
  };
}
const brief = (findings: ReturnType<typeof admitTargets>['findings']) =>
  findings.map(({ code, at }) => `${at.cell ?? ''} ${code.replace('configuration/', '')}`);

describe('targets.csv', () => {
  const header = 'indicator,unit_or_class,period,comparator,value,kind,source';
  it('keeps the value as exact text', () => {
    const admitted = admitTargets(
      table(
        'targets.csv',
        `${header}\nculturalFamilyRate,256,2024,at_least,92;5,rate,NQ 12`.replace(';', '.'),
      ),
    );
    expect(admitted.findings).toEqual([]);
    expect(admitted.values).toEqual([
      {
        indicator: 'culturalFamilyRate',
        scope: '256',
        period: '2024',
        comparator: 'at_least',
        value: '92.5',
        kind: 'rate',
        source: 'NQ 12',
      },
    ]);
  });
  it('reports every fault with its cell and keeps the good lines', () => {
    const admitted = admitTargets(
      table(
        'targets.csv',
        [
          header,
          'culturalFamilyRat,256,2024,at_least,90,rate,',
          'culturalFamilyRate,256,năm 2024,>=,trên 90,rate,',
          'culturalFamilyRate,256,2024,at_least,100.5,rate,',
          'culturalFamilyRate,,2024,at_least,90,rate,',
          'culturalFamilyRate,256,2024,at_least,90,rate,',
          'culturalFamilyRate,256,2024,at_least,91,rate,',
        ].join('\n'),
      ),
      ['culturalFamilyRate'],
    );
    expect(brief(admitted.findings)).toEqual([
      'A2 csv-unknown-indicator',
      'C3 csv-not-a-period',
      'D3 csv-not-a-choice',
      'E3 csv-not-a-number',
      'E4 targets-of-other-kind',
      'B5 csv-empty-cell',
      'A7 csv-repeated-row',
    ]);
    expect(admitted.values.map(({ value }) => value)).toEqual(['90']);
  });
  it('stops where thousands of lines are at fault, and says how many were not looked at', () => {
    const lines = Array.from({ length: 50_000 }, () => 'x,y,z,w,v,u,t').join('\n');
    const { values, findings } = admitTargets(table('targets.csv', `${header}\n${lines}`));
    expect(values).toEqual([]);
    expect(findings.length).toBeLessThan(2_100);
    const last = findings.at(-1);
    expect(last?.code).toBe('table/rest-unchecked');
    const [line = 0, count = 0] = Array.from(last?.message.matchAll(/\d+/gu) ?? [], ([digits]) =>
      Number(digits),
    );
    expect(line + count).toBe(50_002);
    expect(last?.at.cell).toBe(`A${line}`);
  });

  it('names missing and unknown columns', () => {
    const admitted = admitTargets(table('targets.csv', 'indicator,period,comparator,value,kind,ghi chú'));
    expect(brief(admitted.findings)).toEqual(['A1 csv-missing-column', 'F1 csv-unknown-column']);
  });
});

describe('accepted.csv', () => {
  const header = 'id,value,reason,person,date,until';
  it('needs a reason, a person and a date; a missing unit has no value', () => {
    const admitted = admitAccepted(
      table(
        'accepted.csv',
        `${header}\nabc,,Xã chưa thành lập,Trần Thị Bình,05/12/2024,\nabd,12,,Trần Thị Bình,2024-12-05,\nabe,1,Đúng,An,2024-12-05,2024-11-30`,
      ),
    );
    expect(brief(admitted.findings)).toEqual(['C3 csv-empty-cell', 'F4 date-order']);
    expect(admitted.values).toEqual([
      { id: 'abc', value: '', reason: 'Xã chưa thành lập', person: 'Trần Thị Bình', date: '2024-12-05' },
    ]);
  });
});

describe('received.csv', () => {
  it('needs a day and a file or a unit', () => {
    const admitted = admitReceived(
      table(
        'received.csv',
        'file,unit_code,form,date\nxa\\a.xlsx,,,2024-11-20\n,,,2024-11-20\n,09187,,30/2/2024',
      ),
    );
    expect(brief(admitted.findings)).toEqual(['D3 receipt-of-nothing', 'D4 csv-not-a-date']);
    expect(admitted.values).toEqual([{ file: 'xa/a.xlsx', date: '2024-11-20' }]);
  });
});

describe('crosswalk.csv', () => {
  it('admits a share of a unit as exact text', () => {
    const admitted = admitCrosswalk(
      table(
        'crosswalk.csv',
        'old_code,old_valid_to,new_code,area,people,weight,basis\n09187,2025-06-30,09190,part,some,0.35,NQ\n09188,,09190,half,all,2,',
      ),
    );
    expect(brief(admitted.findings)).toEqual(['D3 csv-not-a-choice', 'F3 csv-not-a-number']);
    expect(admitted.values).toEqual([
      {
        oldCode: '09187',
        oldValidTo: '2025-06-30',
        newCode: '09190',
        area: 'part',
        people: 'some',
        weight: '0.35',
        basis: 'NQ',
        at: { file: 'crosswalk.csv', cell: 'A2' },
      },
    ]);
  });
});
