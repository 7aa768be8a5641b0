/** Biểu 05: what districts and the province did themselves is a part of its own, added up beside the communes. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FormDefinition, SourceFile, UnitVersion } from '../../src/model.js';
import { loadWorkbook } from '../../src/writers/exceljs-adapter.js';
import { writeTemplate } from '../../src/writers/template/write-template.js';
import {
  file,
  formsOf,
  OLD_UNITS,
  randomOf,
  resultsFile,
  resultsOf,
  SET,
} from '../unit/pipeline/made-levels.js';

const own = (code: string, classes: number) =>
  file(
    `submissions/${code}-bieu-05.csv`,
    `unit_code,period,itemKind,itemName,itemQuantity\n${code},2024,lớp tập huấn,Tập huấn ${code},${String(classes)}\n`,
  );
const province = { unit: '97', level: 'province' } as const;
const classes = 'upperTrainingClasses';

describe('own figures of upper levels', () => {
  it('add up the tree and stand beside the communes', async () => {
    const communes = ['97101', '97201'].flatMap((code) => formsOf(code, '2024', randomOf(3)));
    const without = await resultsOf({ ...province, files: communes });
    const results = await resultsOf({
      ...province,
      files: [...communes, own('97', 5), own('971', 3), own('972', 2)],
    });
    expect(results.measures['97']?.[classes]).toEqual({ n: 10, reported: 3, expected: 4, missing: ['973'] });
    expect(results.measures['971']?.[classes]).toEqual({ n: 3, reported: 1, expected: 1 });
    expect(Object.keys(results.upperParts ?? {})).toEqual(['97', '971', '972']);
    expect(results.upperParts?.['97']?.[classes]?.n).toBe(5);
    for (const id of ['households', 'trainingClasses', 'fundsTotal'])
      expect(results.measures['97']?.[id]).toEqual(without.measures['97']?.[id]);
  });

  it('come up the same inside the districts’ results', async () => {
    const forms = formsOf('97101', '2024', randomOf(5));
    const lower = await resultsOf({ unit: '971', level: 'district', files: [...forms, own('971', 3)] });
    const results = await resultsOf({ ...province, files: [resultsFile('a.json', lower), own('97', 5)] });
    const direct = await resultsOf({ ...province, files: [...forms, own('971', 3), own('97', 5)] });
    expect(results.measures).toEqual(direct.measures);
    expect(results.upperParts).toEqual(direct.upperParts);
  });

  it('an island district fills the communes’ forms and may send its own part', async () => {
    const files = [...formsOf('974', '2024', randomOf(9)), own('974', 4)];
    const results = await resultsOf({ ...province, files });
    expect(results.units.find(({ code }) => code === '974')).toMatchObject({ leaf: true, level: 'district' });
    expect(results.measures['974']?.['households']?.reported).toBe(1);
    expect(results.measures['97']?.[classes]).toMatchObject({ n: 4, reported: 1, expected: 5 });
  });
});

describe('money of upper levels and of agencies', () => {
  const run = async (name: string, head: string, ...rows: readonly string[]) => {
    const text = [`unit_code,period,${head}`, ...rows.map((row) => `971,2024,${row}`), ''].join('\n');
    const files = [...formsOf('97101', '2024', randomOf(3)), file(`submissions/971-${name}.csv`, text)];
    const lower = await resultsOf({ unit: '971', level: 'district', files });
    const above = await resultsOf({ ...province, files: [resultsFile('a.json', lower)] });
    return [lower, above].map(({ findings, measures, notEvaluated }) => ({
      told: findings.flatMap(({ rule = '', severity, unit }) =>
        unit === '971' && /-amounts$/u.test(rule) ? [`${rule} ${severity}`] : [],
      ),
      funds: measures['971']?.['upperFunds'],
      notEvaluated: notEvaluated['required-households'],
    }));
  };
  const funds = (first: number) =>
    run(
      'bieu-05',
      'itemKind,itemName,itemFunds',
      `hội thi,Hội thi A,${String(first)}`,
      'hội thi,Hội thi B,150',
    );
  const result = (unit: string, amount: number, target: number) =>
    run(
      'bieu-06',
      'agencyName,campaign,campaignUnit,campaignTarget,campaignResult',
      `Hội Nông dân,Vì người nghèo,${unit},${String(target)},${String(amount)}`,
    );

  it('typed in đồng is an error there and above, and honest money is not', async () => {
    for (const { told } of await funds(200_000_000)) expect(told).toEqual(['upper-amounts error']);
    for (const { told } of await funds(200)) expect(told).toEqual([]);
    for (const [unit, target] of [
      ['triệu đồng', 900],
      ['(Tr.đồng)', 900],
      ['nghìn đồng', 900_000],
      ['tỷ đồng', 0.9],
    ] as const) {
      for (const { told } of await result(unit, 1_200_000_000, target))
        expect(told).toEqual(['agency-amounts error']);
      for (const { told } of await result(unit, target + 0.2, target)) expect(told).toEqual([]);
    }
  });
});

describe('institutions of upper levels', () => {
  const institutions = (...rows: readonly string[]) =>
    file(
      'submissions/971-bieu-05.csv',
      `unit_code,period,itemKind,itemName,itemState\n${rows.map((row) => `971,2024,${row}\n`).join('')}`,
    );
  const counted = async (...rows: readonly string[]) => {
    const files = [...formsOf('97101', '2024', randomOf(3)), institutions(...rows)];
    const results = await resultsOf({ unit: '971', level: 'district', files });
    return results.measures['971']?.['upperInstitutions'];
  };

  it('are counted when they stand: not while they are being built, also where nothing is said of their state', async () => {
    const standing = ['thư viện,Thư viện huyện,tốt', 'nhà thi đấu,Nhà thi đấu huyện,'];
    expect(await counted(...standing)).toEqual({ n: 2, reported: 1, expected: 1 });
    expect(await counted(...standing, 'bảo tàng,Bảo tàng huyện,đang xây dựng')).toEqual({
      n: 2,
      reported: 1,
      expected: 1,
    });
  });

  it('are no figure while one state cannot be read', async () => {
    const measure = await counted('thư viện,Thư viện huyện,tốt', 'bảo tàng,Bảo tàng huyện,sắp xong');
    expect(measure).toMatchObject({ n: 0, reported: 0, state: 'excluded' });
  });
});

/** The program's own workbook of a sender, one row filled, with a name under Người lập. */
async function sent(
  path: string,
  unit: UnitVersion,
  senderForms: FormDefinition['sender'],
  row: Readonly<Record<string, string>>,
  preparedBy: string,
): Promise<SourceFile> {
  const period = { id: '2024', year: 2024, kind: 'year' } as const;
  const workbook = await loadWorkbook(
    await writeTemplate({ set: SET, unit, ancestors: [], period, senderForms }),
  );
  const places = new Map<string, { readonly sheet: string; readonly cell: string }>();
  workbook.getWorksheet('_tdkvh')?.eachRow((line) => {
    const [field = '', sheet = '', cell = ''] = [1, 2, 3].map((column) => line.getCell(column).text);
    places.set(field, { sheet, cell });
  });
  for (const [field, text] of Object.entries({ ...row, preparedBy })) {
    const { sheet = '', cell = '' } = places.get(field) ?? {};
    const target = workbook.getWorksheet(sheet)?.getCell(cell);
    if (target === undefined) throw new Error(`no place for ${field}`);
    target.value = text;
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

describe('workbooks of upper levels and member agencies, filled as they are sent out', () => {
  const unitOf = (code: string): UnitVersion => {
    const unit = OLD_UNITS.find((one) => one.code === code);
    if (unit === undefined) throw new Error(code);
    return unit;
  };
  const agency = (name: string) =>
    sent(
      `submissions/${name}.xlsx`,
      unitOf('971'),
      'agency',
      { agencyName: name, campaign: 'Vận động', campaignResult: '20' },
      name,
    );

  it('do not contradict one another in Thông tin', async () => {
    const item = { itemKind: 'lớp tập huấn', itemName: 'Tập huấn', itemQuantity: '2', itemFunds: '40,5' };
    const files = [
      ...formsOf('97101', '2024', randomOf(2)),
      await sent('submissions/huyen.xlsx', unitOf('971'), 'upper', item, 'Lê Thị B'),
      await agency('Hội Nông dân'),
      await agency('Công an'),
    ];
    const results = await resultsOf({ unit: '971', level: 'district', files });
    const said = results.findings.filter(
      ({ at, severity }) => severity === 'error' && at.file.endsWith('.xlsx'),
    );
    expect(said.map(({ code, message }) => [code, message])).toEqual([]);
    expect(results.memberAgencies?.map(({ name }) => name)).toEqual(['Công an', 'Hội Nông dân']);
    expect(results.measures['971']?.[classes]?.n).toBe(2);
    expect(results.own['971']?.['preparedBy']).toMatchObject({ value: 'Lê Thị B' });
  });

  it('an island district’s upper form does not speak for its own forms', async () => {
    const island = unitOf('974');
    const area = { areaName: 'Khu 1', households: '100', familiesTitled: '90', areaTitle: 'đạt' };
    const files = [
      await sent('submissions/a.xlsx', island, 'commune', area, 'Người thứ nhất'),
      await sent(
        'submissions/b.xlsx',
        island,
        'upper',
        { itemKind: 'thư viện', itemName: 'Thư viện' },
        'Người thứ hai',
      ),
    ];
    const results = await resultsOf({ unit: '97', level: 'province', files });
    expect(results.findings.map(({ code }) => code)).not.toContain('submission/rivals');
    expect(results.findings.map(({ code }) => code)).not.toContain('cell/unknown-choice');
    expect(results.own['974']?.['preparedBy']).toMatchObject({ value: 'Người thứ nhất' });
  });

  it('ask of each line only what its kind has, and add funds wherever they stand', async () => {
    const lines = [
      'thư viện,Thư viện huyện,,,4,',
      'lớp tập huấn,Tập huấn,2,,,40',
      'hội thi,Hội diễn,1,7,,125.5',
    ];
    const text = lines.map((line) => `971,2024,${line}`).join('\n');
    const head = 'unit_code,period,itemKind,itemName,itemQuantity,itemPrizes,itemStaff,itemFunds';
    const files = [
      ...formsOf('97101', '2024', randomOf(2)),
      file('submissions/b5.csv', `${head}\n${text}\n`),
    ];
    const { measures, findings } = await resultsOf({ unit: '971', level: 'district', files });
    expect(measures['971']?.['upperFunds']).toMatchObject({ n: 165_500, reported: 1 });
    expect(measures['971']?.['itemStaff']).toMatchObject({ n: 4, reported: 1 });
    expect(measures['971']?.['itemPrizes']).toMatchObject({ n: 7, reported: 1 });
    expect(findings.filter(({ at }) => at.file === 'submissions/b5.csv').map(({ code }) => code)).toEqual([]);
  });
});
