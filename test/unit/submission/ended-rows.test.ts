/** What ended before the period is listed by its sender and not counted; what ended within it, or has no end, is. */
import { describe, expect, it } from 'vitest';
import { found, information, recognise, SET, sheet, workbook, type Typed } from './made-files.js';

const label = (id: string): string => SET.fields.find((field) => field.id === id)?.label ?? id;
const COLUMNS = ['itemKind', 'itemName', 'itemTo', 'itemStaff'];
const DISTRICT = { 'Mã đơn vị hành chính': '734', 'Tên đơn vị': 'Tân Phú', 'Loại đơn vị': 'huyện' };

const read = (rows: readonly (readonly Typed[])[]) =>
  recognise(
    workbook([
      information(DISTRICT),
      sheet('Biểu 05', [['TT', ...COLUMNS.map(label)], ...rows.map((row, at) => [at + 1, ...row])]),
    ]),
  );

describe('institutions with a last day', () => {
  const random = (seed: number) => (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;

  it('are counted from the first day of the period on, whatever way the day is written', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const next = random(seed * 7919);
      const made = Array.from({ length: 1 + next(6) }, (_, at) => {
        const year = [0, 2018, 2023, 2024, 2025][next(5)] ?? 0;
        const [day, month] = year === 2023 ? [31, 12] : [1, 1];
        const typed = [
          `${String(day)}/${String(month)}/${String(year)}`,
          `ngày ${String(day)}-${String(month)}-${String(year)}`,
        ];
        return {
          row: [
            'thư viện',
            `Thư viện ${String(at + 1)}`,
            year === 0 ? null : typed[next(2)],
            1 + next(30),
          ] as const,
          ended: year !== 0 && year < 2024,
        };
      });
      const outcome = read(made.map(({ row }) => row));
      const kept = made.filter(({ ended }) => !ended).map(({ row }) => row);
      expect(outcome.column('bieu-05', 'itemName'), String(seed)).toEqual(kept.map(([, name]) => name));
      expect(outcome.column('bieu-05', 'itemStaff'), String(seed)).toEqual(
        kept.map(([, , , staff]) => staff),
      );
      expect(found(outcome, 'layout/rows-ended').length, String(seed)).toBe(
        kept.length < made.length ? 1 : 0,
      );
    }
  });

  it('are named with their days', () => {
    const outcome = read([
      ['thư viện', 'Thư viện huyện', '31/12/2018', 1],
      ['bảo tàng', 'Bảo tàng huyện', null, 4],
    ]);
    expect(found(outcome, 'layout/rows-ended').map(({ message }) => message)).toEqual([
      'Biểu 05 có 1 dòng đã kết thúc trước kỳ 2024 nên không được tính: “Thư viện huyện” (đến ngày 31/12/2018).',
    ]);
  });
});

describe('agencies that were closed', () => {
  it('before the period are named and not counted; those closed in the course of it count', () => {
    const columns = ['agencyName', 'campaign', 'campaignIndicator', 'agencyTo'];
    const row = (name: string, end: string | null): readonly Typed[] => [
      name,
      'Phong trào',
      'Số hội viên',
      end,
    ];
    const outcome = recognise(
      workbook([
        information(DISTRICT),
        sheet('Biểu 06', [
          ['TT', ...columns.map(label)],
          [1, ...row('Hội A', '31/12/2023')],
          [2, ...row('Hội B', '30/06/2024')],
          [3, ...row('Hội C', null)],
        ]),
      ]),
    );
    expect(outcome.column('bieu-06', 'agencyName')).toEqual(['Hội B', 'Hội C']);
    expect(found(outcome, 'layout/rows-ended').map(({ message }) => message)).toEqual([
      'Biểu 06 có 1 dòng đã kết thúc trước kỳ 2024 nên không được tính: “Hội A” (đến ngày 31/12/2023).',
    ]);
  });
});
