/**
 * Tables by indicators whose columns are somebody's: communes by their bare names are read each as itself, and a form of
 * which only the total would be read while columns that nobody named stand beside it is never adopted.
 */
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../../src/submission/adopt/adoption-faults.js';
import { proposeOwnForm } from '../../../../src/submission/adopt/propose.js';
import { slotsOf } from '../../../../src/submission/own-form/form-slots.js';
import { ownSheets } from '../../../../src/submission/own-form/own-sheets.js';
import { recognise, SET, type Typed } from '../made-files.js';
import { fileOf } from './made-forms.js';
import { adopted, compared, proposalOf } from './reading.js';

const TOP = [['PHÒNG VĂN HÓA VÀ THÔNG TIN'], ['TỔNG HỢP NĂM 2024'], []];
const AREA_TOP = [['UBND XÃ DAK LUA'], ['NĂM 2024'], []];
const NAMED = { id: 'mau', label: 'Mẫu', source: 'mau.xlsx', year: 2024 };
const LINES = ['Tổng số hộ', 'Số hộ đạt gia đình văn hóa'];

/** The lines with a figure of their own in every column, and their sum under the total. */
function table(names: readonly string[], total: string, filled: boolean, first = false) {
  const heads = first ? [total, ...names] : [...names, total];
  return [
    ['TT', 'Chỉ tiêu', 'ĐVT', ...heads],
    ...LINES.map((label, at): readonly Typed[] => {
      const figures = names.map((_, index) => 500 - 40 * at + 7 * index);
      const sum = figures.reduce((one, other) => one + other, 0);
      return [at + 1, label, 'hộ', ...(filled ? (first ? [sum, ...figures] : [...figures, sum]) : [])];
    }),
  ];
}
const file = (rows: readonly (readonly Typed[])[], top = TOP, merges: readonly string[] = []) =>
  fileOf([{ name: 'Bảng', rows: [...top, ...rows], merges }]);
/** What becomes of the form: refused for which reason, or what its rows are and which columns are looked at. */
const fate = (one: ReturnType<typeof file>): string => {
  const proposal = proposalOf(one);
  if (proposal === undefined) return 'nothing';
  const [fault] = faultsOf('mau.xlsx', proposal, false);
  return (
    fault?.code ??
    proposal.form.tables.map(({ rows, across }) => `${rows}${across === true ? ' across' : ''}`).join()
  );
};

const COMMUNES = ['Dak Lua', 'Nam Cát Tiên', 'Phú An'];

describe('communes by their bare names', () => {
  const truth = ['26119', '26122', '26125'].flatMap((unit, index) => [
    { unit, field: 'households', value: 500 + 7 * index },
    { unit, field: 'familiesTitled', value: 460 + 7 * index },
  ]);
  const below = [
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Tổng số', 'Chia theo xã'],
    [null, null, null, null, ...COMMUNES],
    ...table(COMMUNES, 'Tổng số', true, true).slice(1),
  ];

  it.each([
    ['before the total', file(table(COMMUNES, 'Tổng số', true))],
    ['behind it', file(table(COMMUNES, 'Tổng cộng', true, true))],
    [
      'in capitals',
      file(
        table(
          COMMUNES.map((name) => name.toUpperCase()),
          'CỘNG',
          true,
        ),
      ),
    ],
    ['below a heading', file(below, TOP, ['A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:G4'])],
    ['below a heading whose merges were lost', file(below)],
  ])('%s', (_, form) => {
    const set = adopted(form);
    const { right, wrong } = compared(recognise(form, { set }), truth, form);
    expect([wrong, right]).toEqual([[], truth.length]);
    const [own] = ownSheets(form, set.own?.forms ?? [], 2024);
    const [located] = own?.tables ?? [];
    if (own === undefined || located === undefined) throw new Error('no table');
    const { slots, total } = slotsOf(own, located);
    expect(slots).toHaveLength(COMMUNES.length);
    expect(total).toBeGreaterThan(0);
  });

  it('as rows under another heading', () => {
    const form = file([
      ['TT', 'Nội dung', ...LINES],
      ...COMMUNES.map((name, index) => [index + 1, name, 500 + 7 * index, 460 + 7 * index]),
    ]);
    expect(compared(recognise(form, { set: adopted(form) }), truth, form)).toEqual({ right: 6, wrong: [] });
  });

  it('with a slip of the hand each of which is told when it is read', () => {
    const form = file(table([...COMMUNES.slice(0, 2), 'Phú Ann'], 'Tổng số', true));
    const outcome = recognise(form, { set: adopted(form) });
    expect(outcome.findings.map(({ code }) => code)).toEqual(['own-form/unit-unknown']);
    expect(compared(outcome, truth, form)).toEqual({ right: 4, wrong: [] });
  });

  it('beside a department, which is none of them', () => {
    const form = file(table(['P. Văn hóa', ...COMMUNES], 'Tổng số', true));
    expect(proposalOf(form)?.doubts.map(({ header }) => header)).toEqual(['P. Văn hóa']);
    expect(recognise(form, { set: adopted(form) }).findings).toEqual([]);
  });
});

describe('columns that nobody named', () => {
  const names = [
    ['An Thịnh', 'Bình Lâm'],
    ['Nam Sơn', 'Trường Xuân', 'Ma Quai'],
    ['Đông', 'Tây', 'Nam'],
    ['Kỳ Sơn', 'Sơ Pai', 'Cổ Loa', 'Tăng Tiến'],
    ['P. Văn hóa', 'P. Nội vụ'],
    ['Xã Không Có'],
    ['Thôn Đông'],
    // Communes that begin like a kind of households, and an ethnic group beside a name.
    ['Hộ Đáp', 'Điềm Hy'],
    ['Hoa', 'Phấn Động'],
  ];
  const totals = ['Tổng số', 'Tổng cộng', 'Cộng', 'Toàn xã', 'TỔNG SỐ (hộ)'];

  it.each(names.map((one) => [one.join(', '), one] as const))('%s', (_, some) => {
    for (const total of totals)
      for (const filled of [true, false])
        for (const first of [true, false])
          expect(fate(file(table(some, total, filled, first))), `${total} ${String(filled)}`).toBe(
            'own-form/unnamed-columns',
          );
    // Whatever the column is called, it is the sum of the others.
    if (some.length > 1) expect(fate(file(table(some, 'Kết quả', true)))).toBe('own-form/unnamed-columns');
  });

  it('beside areas or communes that are named', () => {
    const areas = file(table(['Thôn Đông', 'Thôn Tây', 'Phấn Động'], 'Cộng', true), AREA_TOP);
    expect(fate(areas)).toBe('own-form/columns-beside-names');
    expect(fate(file(table([...COMMUNES, 'Ngọc Lâm'], 'Tổng số', true)))).toBe(
      'own-form/columns-beside-names',
    );
  });

  it('are left unread once the office says so, and by no name that stands nowhere', () => {
    const beside = file(table(['Thôn Đông', 'Thôn Tây', 'Phấn Động'], 'Cộng', true), AREA_TOP);
    const alone = file(table(['Đông', 'Tây'], 'Tổng số', true), AREA_TOP);
    const read = (form: typeof beside, ...unread: string[]) => {
      const outcome = recognise(form, { set: adopted(form, unread) });
      const columns = outcome.parts.flatMap(({ table: one }) => one?.columns.get('households') ?? []);
      return [
        outcome.findings.filter(({ severity }) => severity === 'error'),
        columns.flatMap(({ numbers }) => [...numbers]),
      ];
    };
    expect(read(beside, 'phấn động')).toEqual([[], [500, 507]]);
    expect(read(alone, 'Đông', 'Tây')).toEqual([[], [1007]]);
    // With its marks: one that differs by a tone is another column.
    for (const misspelt of ['Phấn Đồi', 'Phấn Đông', 'phan dong']) {
      const proposal = proposalOf(beside, [misspelt]);
      const [fault] = proposal === undefined ? [] : faultsOf('mau.xlsx', proposal, false);
      expect(fault?.code, misspelt).toBe('own-form/unread-not-there');
    }
    // The form is taken again without saying it again.
    const before = proposalOf(beside, ['Phấn Động'])?.form;
    const again = proposeOwnForm(beside, SET, { ...NAMED, ...(before === undefined ? {} : { before }) });
    expect(again === undefined ? [] : [again.unnamed, again.form.tables]).toEqual([[], before?.tables]);
    // Nor does it harm to say it again.
    const said = { ...NAMED, unread: ['Phấn Động'], ...(before === undefined ? {} : { before }) };
    expect(proposeOwnForm(beside, SET, said)?.notThere).toEqual([]);
  });

  it.each([
    ['communes', 'Xã An Thịnh', 'Xã Bình Lâm'],
    ['parts without a total', 'Nam', 'Nữ'],
  ])('with a plan and a figure for each: %s', (_, one, other) => {
    const rows = [
      ['TT', 'Chỉ tiêu', one, null, other],
      [null, null, 'Kế hoạch', 'Thực hiện', 'Kế hoạch', 'Thực hiện'],
      [1, 'Tổng số hộ', 200, 217, 190, 193],
    ];
    expect(fate(file(rows, TOP, ['C4:D4', 'E4:F4']))).toBe('own-form/columns-of-several');
  });

  it.each([
    ['Nam', 'Nữ'],
    ['Quý I', 'Quý II'],
    ['Đô thị', 'Nông thôn'],
    ['Trong đó: hộ nghèo'],
    ['Hộ nghèo', 'Hộ cận nghèo'],
    ['Công lập', 'Ngoài công lập'],
    ['Kinh', 'Hoa', 'Khác'],
    ['Dân tộc Kinh', 'Tày', "H'Mông", 'Dân tộc khác'],
    ['Ngân sách nhà nước', 'Xã hội hóa'],
    ['HỘ NGHÈO', 'HỘ CẬN NGHÈO'],
  ])('parts of a figure are looked at by the office: %s', (...parts) => {
    const form = file(table(parts, 'Tổng số', true), AREA_TOP);
    expect(fate(form)).toBe('indicator');
    expect(proposalOf(form)?.doubts.map(({ header }) => header)).toEqual(parts);
  });

  it('are told where a sender adds them', () => {
    const set = adopted(file(table([], 'Tổng số', true), AREA_TOP));
    const outcome = recognise(file(table(['Đông', 'Tây'], 'Tổng số', true), AREA_TOP), { set });
    expect(
      outcome.findings.filter(({ code }) => code === 'layout/unknown-column').map(({ at }) => at.cell),
    ).toEqual(['D4', 'E4']);
  });
});
