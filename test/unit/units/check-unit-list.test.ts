/** Faults of a unit list: each found, all at once, at its place; and lists that are right stay silent. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Registry, UnitVersion } from '../../../src/model.js';
import { readDelimitedTable } from '../../../src/readers/csv/delimited-table.js';
import { admitUnitRows, type AdmittedUnits } from '../../../src/units/list/admit-unit-rows.js';
import { checkUnitList } from '../../../src/units/list/check-unit-list.js';
import { checkRegistryDate } from '../../../src/units/list/compare-with-registry.js';
import { exportUnits } from '../../../src/units/list/export-units.js';
import { readBuiltRegistry } from './built-registry.js';

let registry: Registry;
beforeAll(async () => {
  registry = await readBuiltRegistry();
});

const admit = (text: string, against?: Registry): AdmittedUnits =>
  admitUnitRows(readDelimitedTable(Buffer.from(text), 'units.csv'), against);
const list = (...rows: string[]): string =>
  ['code,name,type,parent_code,valid_from,valid_to', ...rows].join('\n');
const where = (findings: readonly Finding[]): string[] =>
  findings.map((one) => `${one.code} ${one.at.cell ?? ''}`.trim());
function check(text: string, date?: string, against?: Registry): string[] {
  const admitted = admit(text, against);
  return where([...admitted.findings, ...checkUnitList(admitted.units, date, against, admitted.places)]);
}

it('a list of which thousands of lines are at fault is left there, and says how many were not looked at', () => {
  const { findings } = admit(list(...Array.from({ length: 30_000 }, (_, at) => `${at},Xã ${at},x,1,1,1`)));
  expect(findings.length).toBeLessThan(2_100);
  const last = findings.at(-1);
  expect(last?.code).toBe('table/rest-unchecked');
  const [line = 0, count = 0] = Array.from(last?.message.matchAll(/\d+/gu) ?? [], ([digits]) =>
    Number(digits),
  );
  expect(line + count).toBe(30_002);
});

describe('checkUnitList', () => {
  it('finds all faults of a list in one run', () => {
    const faults = check(
      list(
        '99,Minh Hòa,tỉnh,,,',
        '901,Sông Lam,huyện,99,,2025-06-30',
        '90001,An Bình,xã,901,,2025-06-30',
        '90001,An Thịnh,xã,901,2024-01-01,2025-06-30',
        '90002,An Bình,xã,901,,2025-06-30',
        '90003,An Lộc,xã,777,,',
        '90004,An Phú,xã,901,,',
        '90005,An Khê,xã,90001,,2025-06-30',
        '90006,An Sơn,xã,,,2025-06-30',
      ),
    );
    expect(faults).toEqual([
      'units/repeated-code A5',
      'units/repeated-name A6',
      'units/parent-missing A7',
      'units/outside-parent-period A8',
      'units/parent-level A9',
      'units/without-parent A10',
    ]);
  });

  it('names every unit of a circle, and days that do not exist or run backwards, beside the other faults', () => {
    const faults = check(
      list(
        '99,Minh Hòa,tỉnh,,,',
        '901,Sông Lam,huyện,902,,',
        '902,Sông Mã,huyện,901,,',
        '90001,An Bình,xã,901,2024-02-30,',
        '90002,An Lộc,xã,901,2025-06-30,2025-01-01',
        '90003,An Phú,xã,901,,2024-12-31',
        '90003,An Phú,xã,901,2024-12-31,',
      ),
    );
    expect(faults.toSorted()).toEqual(
      [
        'configuration/csv-not-a-date E5',
        'configuration/date-order F6',
        'units/parent-level A3',
        'units/parent-level A4',
        'units/repeated-code A8',
      ].toSorted(),
    );
  });

  it('a code means one unit on every day, also on days before the one that is asked for', () => {
    const rows = list(
      '901,Sông Lam,huyện,99,,2025-06-30',
      '90001,An Bình,xã,901,,2025-02-28',
      '90001,An Bình Mới,xã,901,2025-02-01,2025-06-30',
    );
    expect(check(rows, '2025-06-30')).toEqual(['units/repeated-code A4']);
  });

  it('names a unit under two parents at once', () => {
    const rows = ['99,Minh Hòa,tỉnh,,,', '901,Sông Lam,huyện,99,,', '902,Sông Mã,huyện,99,,'];
    expect(check(list(...rows, '90001,An Bình,xã,901,,', '90001,An Bình,xã,902,,'))).toEqual([
      'units/two-parents A6',
    ]);
    const moved = ['90001,An Bình,xã,901,,2024-12-31', '90001,An Bình,xã,902,2025-01-01,'];
    expect(check(list(...rows, ...moved))).toEqual([]);
  });

  it('lets a code pass from one unit to the next, and a thị trấn stand beside a xã of its name', () => {
    const rows = list(
      '99,Minh Hòa,tỉnh,,,',
      '901,Sông Lam,huyện,99,,2025-06-30',
      '90001,Yên Viên,xã,901,,2025-06-30',
      '90002,Yên Viên,thị trấn,901,,2025-06-30',
      '90001,Hoàng Mai,phường,99,2025-07-01,',
    );
    expect(check(rows)).toEqual([]);
    expect(check(rows, '2024-12-31')).toEqual([]);
  });

  it('looks only at one day when asked', () => {
    const rows = list('99,Minh Hòa,tỉnh,,,', '901,Sông Lam,huyện,99,,2025-06-30', '90004,An Phú,xã,901,,');
    expect(check(rows, '2024-12-31')).toEqual([]);
    expect(check(rows, '2025-12-31')).toEqual(['units/outside-parent-period A4']);
  });

  it('does not ask a district list for its province', () => {
    expect(check(list('264,Lương Tài,huyện,27,,', '09460,Thứa,thị trấn,264,,'))).toEqual([]);
  });

  it('compares with the registry on the day: style is silent, another name or parent is a warning', () => {
    const rows = list(
      '008,Hoàng Mai,quận,01,,',
      '00331,Thịnh Liệt,phường,008,,',
      '00334,Trần Phú,phường,008,,',
      '00337,Hoàng Liệt,phường,007,,',
      '00999,Ao Sen,phường,008,,',
      '007,Hai Bà Trưng,quận,01,,',
    );
    expect(check(rows, '2024-12-31', registry)).toEqual([
      'units/parent-differs A5',
      'units/not-in-registry A6',
    ]);
    const hue = list('46,Huế,thành phố,,,', '476,Phong Điền,thị xã,46,,');
    expect(check(hue, '2025-03-01', registry)).toEqual([]);
    expect(check(list('46,Thừa Thiên Huế,tỉnh,,,'), '2025-03-01', registry)).toEqual([
      'units/name-differs A2',
    ]);
    const style = list('17,Hòa Bình,tỉnh,,,');
    expect(registry.units.some((one) => one.name === 'Hoà Bình')).toBe(true);
    expect(check(style, '2025-03-01', registry)).toEqual([]);
  });

  it('says when the registry is asked about an earlier day than it knows', () => {
    const at = { file: 'tdkvh.yaml' };
    expect(where(checkRegistryDate(registry, '2023-12-31', at))).toEqual(['registry/date-too-early']);
    expect(checkRegistryDate(registry, '2025-01-01', at)).toEqual([]);
  });
});

describe('admitUnitRows', () => {
  it('gives codes that Excel shortened their zeros back, and says so once per unit', () => {
    const rows = list('8,Hoàng Mai,quận,1,,', '331,Thịnh Liệt,phường,8,,');
    const admitted = admit(rows, registry);
    expect(admitted.units.map((one) => [one.code, one.parentCode])).toEqual([
      ['008', '01'],
      ['00331', '008'],
    ]);
    expect(where(admitted.findings)).toEqual(['units/short-code A2', 'units/short-code A3']);
    expect(admitted.findings.every((one) => one.severity === 'warning')).toBe(true);
    expect(admitted.units.every((one) => admitted.places.has(one))).toBe(true);
  });

  it("keeps an office's own codes", () => {
    expect(
      admit(list('A1,Minh Hòa,huyện,,,', 'A1-7,An Bình,xã,A1,,'), registry).units.map((one) => one.code),
    ).toEqual(['A1', 'A1-7']);
  });

  it('reads every column of units.csv', () => {
    const text =
      'code;name;type;level;parent_code;valid_from;valid_to;area_class;region;urban;group;households;contact\n' +
      '09460;Thị trấn Thứa;Thị trấn;commune;264;01/07/2021;2025-06-30;difficult;Đồng bằng;urban;Cụm 1;3.120;"An; 0912"\n';
    const { units, findings } = admit(text);
    expect(findings).toEqual([]);
    expect(units).toEqual([
      {
        code: '09460',
        name: 'Thứa',
        type: 'thị trấn',
        level: 'commune',
        parentCode: '264',
        validFrom: '2021-07-01',
        validTo: '2025-06-30',
        areaClass: 'difficult',
        region: 'Đồng bằng',
        urban: 'urban',
        group: 'Cụm 1',
        households: 3120,
        contact: 'An; 0912',
      },
    ]);
  });

  it('names every wrong cell and keeps the good rows', () => {
    const text =
      'code,name,type,level,parent_code,valid_from,valid_to,area_class,urban,households,ghi chú\n' +
      '90001,,xã,commune,901,,,,,,\n' +
      '90002,An Phú,xã,ward,901,2025-02-30,,rich,city,khoảng 1200,\n' +
      '90003,An Lộc,xã,district,901,,,,,,\n' +
      'TP1,An Sơn,thành phố,,,,,,,,\n' +
      '90004,An Khê,xã,,901,2025-07-01,2025-06-30,,,,\n' +
      '90005,An Hòa,xã,,901,,,,,"1.5",\n' +
      '90006,An Tốt,xã,,901,,,,,1200,x\n';
    const { units, findings } = admit(text);
    expect(units.map((one) => one.name)).toEqual(['An Tốt']);
    expect(where(findings)).toEqual([
      'configuration/csv-unknown-column A1',
      'configuration/csv-empty-cell B2',
      'configuration/csv-not-a-choice D3',
      'configuration/csv-not-a-date F3',
      'configuration/csv-not-a-choice H3',
      'configuration/csv-not-a-choice I3',
      'units/not-a-count J3',
      'units/level-against-type C4',
      'units/level-unknown A5',
      'configuration/date-order G6',
      'units/not-a-count J7',
    ]);
  });

  it('needs code, name and type', () => {
    const { units, findings } = admit('code,ten\n1,An\n');
    expect(units).toEqual([]);
    expect(findings.flatMap((one) => one.fields ?? [])).toEqual(['name', 'type', 'ten']);
  });
});

describe('exportUnits', () => {
  it('writes a list that reads the same, parents before children', () => {
    const text = exportUnits(registry.units, '27', '2024-12-31');
    const { units, findings } = admit(text, registry);
    expect(findings).toEqual([]);
    expect(units).toHaveLength(130);
    expect(units[0]?.code).toBe('27');
    expect(checkUnitList(units, '2024-12-31', registry)).toEqual([]);
    const byCode = new Map(
      registry.units.filter((one) => one.validTo === '2025-06-30').map((one) => [one.code, one]),
    );
    expect(
      units.every((one) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(byCode.get(one.code)))),
    ).toBe(true);
  });

  it('quotes what would break a row', () => {
    const units: UnitVersion[] = [
      { code: '90001', name: 'An "Bình"', type: 'xã', level: 'commune', contact: 'An, 0912;\nBình' },
    ];
    const again = admit(exportUnits(units, '90001', '2024-12-31'));
    expect(again.findings).toEqual([]);
    expect(again.units[0]?.name).toBe('An "Bình"');
    expect(again.units[0]?.contact).toBe('An, 0912; Bình');
  });
});

const sorted = (unit: UnitVersion | undefined): [string, unknown][] =>
  Object.entries(unit ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
