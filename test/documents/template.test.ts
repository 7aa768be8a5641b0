import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellAddress, parseCellAddress } from '../../src/values/cell-address.js';
import { loadWorkbook } from '../../src/writers/exceljs-adapter.js';
import type { Workbook, Worksheet } from '../../src/writers/exceljs-adapter.js';
import { writeTemplate } from '../../src/writers/template/write-template.js';
import type { TemplateOptions } from '../../src/writers/template/write-template.js';
import { COMMUNE, SET } from '../unit/writers/template-support.js';

const opened = new Map<TemplateOptions, Promise<Workbook>>();

/** The template as a workbook, written once for the same options. */
function open(options: TemplateOptions): Promise<Workbook> {
  const known = opened.get(options) ?? writeTemplate(options).then(loadWorkbook);
  opened.set(options, known);
  return known;
}

function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

const OF_UNITS = new Set(['class', 'declared', 'organisation', 'remarks']);

interface PlaceRow {
  readonly field: string;
  readonly sheet: string;
  readonly cell: string;
  readonly kind: string;
}

function identity(workbook: Workbook): { readonly facts: Map<string, string>; readonly places: PlaceRow[] } {
  const rows: string[][] = [];
  sheetOf(workbook, '_tdkvh').eachRow((row) => {
    rows.push([1, 2, 3, 4].map((column) => row.getCell(column).text));
  });
  const head = rows.findIndex((row) => row.join() === 'field,sheet,cell,kind');
  return {
    facts: new Map(rows.slice(0, head).map(([key = '', value = '']) => [key, value])),
    places: rows
      .slice(head + 1)
      .map(([field = '', sheet = '', cell = '', kind = '']) => ({ field, sheet, cell, kind })),
  };
}

const placeOf = (workbook: Workbook, sheet: string, field: string): { row: number; column: number } => {
  const place = identity(workbook).places.find((each) => each.sheet === sheet && each.field === field);
  const at = parseCellAddress(place?.cell ?? '');
  if (at === undefined) throw new Error(`no place for ${field}`);
  return at;
};

/** Texts above a cell in its column, or left of it in its row. */
const textsBeside = (sheet: Worksheet, cell: string, kind: string): string[] => {
  const at = parseCellAddress(cell);
  if (at === undefined) return [];
  return kind === 'column'
    ? Array.from({ length: at.row - 1 }, (_, index) => sheet.getCell(index + 1, at.column).text)
    : Array.from({ length: at.column - 1 }, (_, index) => sheet.getCell(at.row, index + 1).text);
};

describe('writeTemplate', () => {
  it('orders the sheets of a commune, opens on the first and hides the identity well', async () => {
    const workbook = await open(COMMUNE);
    expect(workbook.worksheets.map((sheet) => `${sheet.name}:${sheet.state}`)).toEqual([
      'Hướng dẫn:visible',
      'Thông tin:visible',
      'Biểu 01:visible',
      'Biểu 02:visible',
      'Biểu 03:visible',
      'Biểu 04:visible',
      '_tdkvh:veryHidden',
    ]);
    expect(workbook.views[0]?.activeTab).toBe(0);
  });

  it.each([
    ['upper', 'Biểu 05'],
    ['agency', 'Biểu 06'],
  ] as const)('gives the %s sender %s beside instructions and Thông tin', async (senderForms, form) => {
    const workbook = await open({ ...COMMUNE, senderForms });
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      'Hướng dẫn',
      'Thông tin',
      form,
      '_tdkvh',
    ]);
  });

  it('states in the identity sheet whose form it is', async () => {
    const { facts } = identity(await open(COMMUNE));
    expect([...facts.keys()]).toEqual(['schema', 'version', 'criteria', 'unit', 'period', 'fingerprint']);
    expect([...facts.values()].slice(0, 5)).toEqual([
      'tdkvh/form@1',
      SET.formVersion,
      'nd86-2023',
      '09187',
      '2024',
    ]);
    expect(facts.get('fingerprint')).toMatch(/^[0-9a-v]{10}$/u);
  });

  it('changes the fingerprint with the layout and not with the unit', async () => {
    const print = async (options: TemplateOptions) => identity(await open(options)).facts.get('fingerprint');
    const usual = await print(COMMUNE);
    expect(await print({ ...COMMUNE, unit: { ...COMMUNE.unit, code: '09190', name: 'Phú Sơn' } })).toBe(
      usual,
    );
    expect(await print({ ...COMMUNE, short: true })).not.toBe(usual);
  });

  it('lists every field of the sender at a place that carries its label', async () => {
    for (const senderForms of ['commune', 'upper', 'agency'] as const) {
      const workbook = await open({ ...COMMUNE, senderForms });
      const { places } = identity(workbook);
      const forms = SET.forms.filter((form) => form.shape === 'pairs' || form.sender === senderForms);
      const due = forms.flatMap((form) =>
        SET.fields
          .filter(({ forTypes }) => forTypes?.some((type) => type === COMMUNE.unit.type) ?? true)
          .filter((field) => field.form === form.id || field.alsoIn?.form === form.id)
          // What Thông tin asks about the unit itself is not an agency's to answer.
          .filter(
            ({ group = '' }) => senderForms !== 'agency' || form.shape !== 'pairs' || !OF_UNITS.has(group),
          )
          .map((field) => `${form.sheet}|${field.id}`),
      );
      expect(places.map(({ sheet, field }) => `${sheet}|${field}`).sort()).toEqual(due.sort());
      for (const { field, sheet, cell, kind } of places) {
        const label = SET.fields.find(({ id }) => id === field)?.label ?? '?';
        const beside = textsBeside(sheetOf(workbook, sheet), cell, kind);
        expect(
          beside.some((text) => text.replace(/ \(triệu đồng\)$|(?<=chấm) \(điểm\)$/u, '') === label),
        ).toBe(true);
      }
    }
  });

  it('locks the sheets, unlocks what is typed, keeps the identity locked', async () => {
    const workbook = await open(COMMUNE);
    for (const sheet of workbook.worksheets.filter(({ state }) => state === 'visible'))
      expect((sheet as Worksheet & { sheetProtection?: { sheet?: boolean } }).sheetProtection?.sheet).toBe(
        true,
      );
    const { places } = identity(workbook);
    const locked = places.filter(({ sheet, cell }) => {
      const { protection } = sheetOf(workbook, sheet).getCell(cell) as { protection?: { locked?: boolean } };
      return protection?.locked !== false;
    });
    expect(locked.map(({ field }) => field)).toEqual([
      'unitCode',
      'unitName',
      'unitType',
      'districtName',
      'provinceName',
      'period',
      'criterionCode',
      'criterionText',
      'criterionTarget',
    ]);
  });

  it('fills in the identity of the unit as text', async () => {
    const workbook = await open(COMMUNE);
    const valueOf = (field: string) => {
      const { row, column } = placeOf(workbook, 'Thông tin', field);
      return sheetOf(workbook, 'Thông tin').getCell(row, column).value;
    };
    expect(
      ['unitCode', 'unitName', 'unitType', 'districtName', 'provinceName', 'period'].map(valueOf),
    ).toEqual(['09187', 'An Bình', 'xã', 'Tân Phú', 'Đồng Nai', '2024']);
    const label = SET.fields
      .find(({ id }) => id === 'areaClass')
      ?.choices?.find(({ id }) => id === 'difficult')?.label;
    expect(valueOf('areaClass')).toBe(label);
  });

  it('writes the known areas and leaves room below them', async () => {
    const areas = [
      { name: 'Thôn Đông', kind: 'thon' },
      { name: 'Tổ 2', formerUnit: 'Phường Cũ' },
    ];
    const workbook = await open({ ...COMMUNE, areas, blankRows: 3 });
    const sheet = sheetOf(workbook, 'Biểu 01');
    const name = placeOf(workbook, 'Biểu 01', 'areaName');
    const kind = placeOf(workbook, 'Biểu 01', 'areaKind');
    const former = placeOf(workbook, 'Biểu 01', 'formerUnit');
    expect(sheet.getCell(name.row, name.column).value).toBe('Thôn Đông');
    expect(sheet.getCell(kind.row, kind.column).value).toBe('thôn');
    expect(sheet.getCell(former.row + 1, former.column).value).toBe('Phường Cũ');
    expect(sheet.getCell(name.row + 5, name.column).value).toBe('Tổng cộng');
  });

  it('sums what adds in the totals row, with the value cached', async () => {
    const bytes = await writeTemplate({ ...COMMUNE, blankRows: 4 });
    const workbook = await loadWorkbook(bytes);
    const sheet = sheetOf(workbook, 'Biểu 01');
    const { row, column } = placeOf(workbook, 'Biểu 01', 'households');
    const range = `${cellAddress(row, column)}:${cellAddress(row + 3, column)}`;
    expect(sheet.getCell(row + 4, column).formula).toBe(`SUM(${range})`);
    for (const field of SET.fields.filter(({ form }) => form === 'bieu-01')) {
      const at = placeOf(workbook, 'Biểu 01', field.id);
      const { value } = sheet.getCell(row + 4, at.column);
      const isFormula = typeof value === 'object' && value !== null && 'formula' in value;
      expect([field.id, isFormula]).toEqual([field.id, field.aggregation === 'sum']);
    }
    // Read from the file itself: exceljs forgets a cached zero when it loads.
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet3.xml'] ?? new Uint8Array());
    const totals = [...xml.matchAll(/<f>SUM\([^<]*<\/f>(<v>[^<]*<\/v>)?/gu)].map((match) => match[1]);
    expect(totals.length).toBeGreaterThan(10);
    expect(new Set(totals)).toEqual(new Set(['<v>0</v>']));
  });

  it('checks counts as whole numbers from 0, with words for people', async () => {
    const workbook = await open(COMMUNE);
    const { row, column } = placeOf(workbook, 'Biểu 01', 'households');
    const sheet = sheetOf(workbook, 'Biểu 01');
    const first = cellAddress(row, column);
    const check = sheet.getCell(row, column).dataValidation;
    expect(check.formulae[0]).toContain(`AND(${first}>=0,${first}=INT(${first}))`);
    expect(check.prompt).not.toBe('');
    expect(check.error).not.toBe('');
    // One check for the whole column, so that its formula follows each row.
    expect(sheet.getCell(row + 29, column).dataValidation).toEqual(check);
    const submission = placeOf(workbook, 'Thông tin', 'submissionNo');
    const own = sheetOf(workbook, 'Thông tin').getCell(submission.row, submission.column).dataValidation;
    expect([own.type, own.operator, own.formulae]).toEqual(['whole', 'greaterThanOrEqual', [0]]);
  });

  it('lets people type only the signs that the set declares for the field', async () => {
    const workbook = await open(COMMUNE);
    const formula = (field: string) => {
      const { row, column } = placeOf(workbook, 'Biểu 01', field);
      return String(sheetOf(workbook, 'Biểu 01').getCell(row, column).dataValidation.formulae[0]);
    };
    expect(formula('familiesTitled')).toContain('="chưa có quyết định"');
    expect(formula('households')).not.toContain('="chưa có quyết định"');
    expect(formula('households')).toContain('="x"');
  });

  it('offers the choices by their labels, in the cell or from the instructions', async () => {
    const workbook = await open(COMMUNE);
    const inline = placeOf(workbook, 'Biểu 01', 'areaTitle');
    const title = SET.fields.find(({ id }) => id === 'areaTitle')?.choices?.map(({ label }) => label);
    const check = sheetOf(workbook, 'Biểu 01').getCell(inline.row, inline.column).dataValidation;
    expect(check.formulae).toEqual([`"${(title ?? []).join(',')}"`]);

    const long = placeOf(workbook, 'Biểu 03', 'modelField');
    const list = sheetOf(workbook, 'Biểu 03').getCell(long.row, long.column).dataValidation
      .formulae[0] as string;
    const [, from = '', to = ''] = /^'Hướng dẫn'!\$B\$(\d+):\$B\$(\d+)$/u.exec(list) ?? [];
    const offered = Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, index) => sheetOf(workbook, 'Hướng dẫn').getCell(Number(from) + index, 2).text,
    );
    const fields = SET.fields.find(({ id }) => id === 'modelField')?.choices?.map(({ label }) => label);
    expect(offered).toEqual(fields);
  });

  it('keeps Excel within its limits for names and texts', async () => {
    for (const senderForms of ['commune', 'upper', 'agency'] as const) {
      const workbook = await open({ ...COMMUNE, senderForms });
      for (const sheet of workbook.worksheets) expect(sheet.name.length).toBeLessThanOrEqual(31);
      for (const { sheet, cell } of identity(workbook).places) {
        const check = sheetOf(workbook, sheet).getCell(cell).dataValidation as
          | {
              prompt?: string;
              promptTitle?: string;
              error?: string;
              errorTitle?: string;
              formulae: unknown[];
            }
          | undefined;
        if (check === undefined) continue;
        expect(check.prompt?.length ?? 0).toBeLessThanOrEqual(255);
        expect(check.error?.length ?? 0).toBeLessThanOrEqual(255);
        expect(check.promptTitle?.length ?? 0).toBeLessThanOrEqual(32);
        expect(check.errorTitle?.length ?? 0).toBeLessThanOrEqual(32);
        expect(String(check.formulae[0]).length).toBeLessThanOrEqual(257);
      }
    }
  });

  it('freezes header and name, repeats both in print, on A4 landscape', async () => {
    const workbook = await open(COMMUNE);
    const sheet = sheetOf(workbook, 'Biểu 01');
    const { row, column } = placeOf(workbook, 'Biểu 01', 'areaName');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: column, ySplit: row - 1 });
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape' });
    expect(sheet.pageSetup.printTitlesRow).toBe(`${row - 3}:${row - 1}`);
    expect(sheet.pageSetup.printTitlesColumn).toBe('A:B');
  });

  it('prints the criteria of the commune title in Biểu 04', async () => {
    const workbook = await open(COMMUNE);
    const { row, column } = placeOf(workbook, 'Biểu 04', 'criterionCode');
    const criteria = SET.titles
      .find(({ level }) => level === 'commune')
      ?.standards.flatMap((standard) => standard.criteria.map(({ id }) => id));
    const printed = (criteria ?? []).map(
      (_, index) => sheetOf(workbook, 'Biểu 04').getCell(row + index, column).text,
    );
    expect(printed).toEqual(criteria);
    expect(printed.length).toBeGreaterThan(0);
  });

  it('keeps core, key and required columns in the short form', async () => {
    const workbook = await open({ ...COMMUNE, short: true });
    const printed = identity(workbook)
      .places.filter(({ sheet }) => sheet === 'Biểu 01')
      .map(({ field }) => field);
    const core = SET.fields.filter(({ form, core: kept }) => form === 'bieu-01' && kept).map(({ id }) => id);
    expect(printed).toEqual(core);
    expect(printed).not.toContain('population');
  });

  it('gives equal bytes for equal options', async () => {
    const [first, second] = [await writeTemplate(COMMUNE), await writeTemplate(COMMUNE)];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
