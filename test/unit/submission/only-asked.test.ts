/** Forms of other periods and of other kinds of units: what is not asked does not count, is never missed, and is told where filled. */
import { describe, expect, it } from 'vitest';
import { setInPeriod } from '../../../src/criteria/set-in-period.js';
import { RULE_SCHEMA } from '../../../src/validation/rules.js';
import { onlyAsked } from '../../../src/submission/tables/only-asked.js';
import { defined } from '../../../src/values/defined.js';
import {
  found,
  information,
  lines,
  recognise,
  SET,
  sheet,
  UNITS,
  workbook,
  type Typed,
} from './made-files.js';

const IN_2026 = setInPeriod(SET, { id: '2026', year: 2026, kind: 'year' }, RULE_SCHEMA);
const YEAR = { 'Kỳ báo cáo': '2026' };
const in2026 = (...sheets: Parameters<typeof workbook>[0]) =>
  recognise(workbook(sheets), { set: IN_2026, period: { id: '2026', kind: 'year' } });
const WARD = {
  'Mã đơn vị hành chính': '26116',
  'Tên đơn vị': 'Tân Phú',
  'Loại đơn vị': 'thị trấn',
};

describe('a form with lines that are not asked', () => {
  it('of an earlier period is read, and money in an ended line is asked about', () => {
    const outcome = in2026(information(YEAR), lines({ A4: 7, C10: 'giữ vững', K3: 30, K8: 0, K4: 12 }));
    const [told] = found(outcome, 'row/no-longer-asked');
    expect(told).toMatchObject({ severity: 'warning', fields: ['ruralCriterion6', 'fundsPlannedDistrict'] });
    expect(told?.message).toContain('“K3 Kế hoạch: ngân sách cấp huyện” (đến ngày 30/06/2025)');
    expect(outcome.column('bieu-02', 'fundsPlannedDistrict')).toEqual([]);
    expect(outcome.column('bieu-02', 'fundsPlannedCommune')).toEqual([12_000]);
    expect(found(outcome, 'layout/line-missing')).toEqual([]);
  });

  it('that nobody filled says nothing, and a form without them is whole', () => {
    expect(found(in2026(information(YEAR), lines({ A4: 7, K3: 0 })), 'row/no-longer-asked')).toEqual([]);
    const kept = new Set(IN_2026.fields.map(({ id }) => id));
    const rows = SET.fields.flatMap((field): readonly (readonly Typed[])[] => {
      const code = field.form === 'bieu-02' ? field.code : field.alsoIn?.code;
      return code === undefined || !kept.has(field.id)
        ? []
        : [[code, field.label, field.unit ?? '', code === 'A4' ? 7 : null]];
    });
    const made = in2026(
      information(YEAR),
      sheet('Biểu 02', [['Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu'], ...rows]),
    );
    expect(made.codes.filter((code) => code.startsWith('layout/'))).toEqual([]);
  });

  it('of another kind of unit say "not applicable", and an answer there is asked about', () => {
    const outcome = recognise(workbook([information(WARD), lines({ A4: 7, C10: 'giữ vững', C12: null })]));
    expect(found(outcome, 'row/not-asked-of-unit')).toMatchObject([
      { severity: 'warning', unit: '26116', fields: ['ruralCriterion6'] },
    ]);
    expect(outcome.column('bieu-02', 'ruralCriterion6')).toEqual(['notApplicable']);
    expect(outcome.column('bieu-02', 'ruralCriterion16')).toEqual(['notApplicable']);
    const xa = recognise(workbook([information(), lines({ A4: 7, C10: 'giữ vững' })]));
    expect(xa.column('bieu-02', 'ruralCriterion6')).toEqual(['kept']);
    expect(found(xa, 'row/not-asked-of-unit')).toEqual([]);
  });

  it('keeps the places of its figures, and names the cell of its own where tables were joined', () => {
    const form = SET.forms.find(({ id }) => id === 'bieu-02');
    const { table } = recognise(workbook([information(), lines({ C10: 'giữ vững' })])).part('bieu-02') ?? {};
    const column = table?.columns.get('ruralCriterion6');
    if (form === undefined || table === undefined || column === undefined) throw new Error('no such column');
    const joined = { ...column, cells: column.states.map(() => 'H40') };
    const sent = { ...table, columns: new Map([...table.columns, ['ruralCriterion6', joined]]) };
    const unit = UNITS.find(({ code }) => code === '26116');
    const brought = onlyAsked(sent, [], { set: SET, form, period: '2024', ...defined({ unit }) });
    expect(brought.table.columns.get('ruralCriterion6')).toMatchObject({
      states: ['notApplicable'],
      cells: ['H40'],
    });
    expect(brought.findings).toMatchObject([{ code: 'row/not-asked-of-unit', at: { cell: 'H40' } }]);
  });
});
