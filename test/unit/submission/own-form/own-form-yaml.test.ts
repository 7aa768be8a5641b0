/** An own form written as YAML and read again: whatever an office may have decided in it stays. */
import { describe, expect, it } from 'vitest';
import { admitOwnForm } from '../../../../src/criteria/own-forms.js';
import type { OwnForm } from '../../../../src/model.js';
import { ownFormSchema } from '../../../../src/model/criteria/own-form.js';
import { readYaml } from '../../../../src/readers/yaml-document.js';
import { joined } from './set-with-form.js';
import { ownFormYaml } from '../../../../src/submission/adopt/own-form-yaml.js';

/** Every property that the schema knows, at least once. */
const WHOLE: OwnForm = {
  schema: 'tdkvh/own-form@1',
  id: 'phu-luc-1',
  label: 'Phụ lục 1: "mẫu" của tỉnh',
  source: 'Phụ lục 1.xlsx',
  summary: true,
  tables: [
    {
      sheet: 'Trang: 1',
      above: '1. Gia đình văn hóa # năm {năm}',
      rows: 'area',
      across: true,
      areaAbove: true,
      key: ['Thôn, tổ dân phố', 'Tên'],
      codeKey: ['Mã số'],
      columns: [
        { header: ['Số hộ'], field: 'households', role: 'actual', review: true, count: 'rows' },
        { header: ['Danh hiệu'], field: 'familiesTitled', count: ['Đạt', 'X'], others: ['Không'] },
        { header: ['Thôn đạt'], indicator: 'areaTitle:awarded' },
        { header: ['Đạt (x)'], field: 'areaTitle', answer: 'awarded' },
        { header: ['Tỷ lệ %'], after: ['Danh hiệu'], role: 'share' },
        { header: ['Ghi chú'], role: 'ignored' },
      ],
      lines: [
        {
          section: 'GIA ĐÌNH',
          under: 'Số thôn',
          label: 'Số hộ',
          code: '01',
          field: 'households',
          role: 'plan',
          review: true,
        },
      ],
    },
  ],
  fields: [
    {
      id: 'wells',
      label: 'Giếng: đã khơi',
      type: 'count',
      aggregation: 'sum',
      scale: 0,
      unit: 'cái',
      validFrom: '2025-01-01',
      validTo: '2026-12-31',
      forTypes: ['xã', 'đặc khu'],
      forLevels: ['commune'],
    },
    {
      id: 'houseState',
      label: 'Tình trạng nhà văn hóa',
      type: 'choice',
      aggregation: 'countOf',
      scale: 0,
      choices: [
        { id: 'good', label: 'Tốt', aliases: ['tốt, đẹp', 'T'] },
        { id: 'poor', label: 'Xuống cấp', validTo: '2025-06-30' },
      ],
    },
  ],
};

const keysOf = (value: unknown): readonly string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([key, one]) => [...(Array.isArray(value) ? [] : [key]), ...keysOf(one)]);

/** Names of all properties in the JSON schema of the form. */
function propertiesOf(schema: unknown): readonly string[] {
  if (schema === null || typeof schema !== 'object') return [];
  return Object.entries(schema).flatMap(([key, one]: readonly [string, unknown]) => [
    ...(key === 'properties' ? Object.keys(one as object) : []),
    ...propertiesOf(one),
  ]);
}

describe('an own form as YAML', () => {
  it('is the same form when it is read again', () => {
    const read = readYaml(ownFormYaml(WHOLE, []), 'forms/phu-luc-1.yaml');
    const { form, findings } = admitOwnForm({
      value: read.value,
      file: 'forms/phu-luc-1.yaml',
      locate: (path) => read.locate(path),
    });
    expect([read.findings, findings]).toEqual([[], []]);
    expect(form).toEqual(WHOLE);
  });

  it('marks what nobody has looked at where it means a field of the set, which is told until the mark is gone', () => {
    const columns = [
      { header: ['Số hộ hiện có'], field: 'households' },
      { header: ['Giếng'], field: 'wells' },
      { header: ['Số hộ đạt'], field: 'familiesTitled' },
    ];
    const form = {
      ...WHOLE,
      summary: false,
      tables: [{ sheet: 'S', rows: 'area' as const, key: ['Thôn'], columns }],
    };
    const doubt = (header: string, field: string) => ({
      sheet: 'S',
      header,
      proposal: 'x',
      proposed: { field },
    });
    const yaml = ownFormYaml(form, [doubt('Số hộ hiện có', 'households'), doubt('Giếng', 'wells')]);
    expect(yaml.match(/review: true \}/gu)).toHaveLength(1);
    const { set, findings } = joined(yaml);
    expect(set).toBeDefined();
    const line = yaml.split('\n').findIndex((one) => one.includes('review: true }')) + 1;
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['own-form/not-reviewed', 'warning'],
    ]);
    expect(findings[0]?.at.cell).toContain(`dòng ${String(line)},`);
    expect(joined(ownFormYaml(form, [])).findings).toEqual([]);
  });

  it('is tried here with everything that a form can say', () => {
    expect([...new Set(keysOf(WHOLE))].sort()).toEqual(
      [...new Set(propertiesOf(ownFormSchema.toJSONSchema()))].sort(),
    );
  });
});
