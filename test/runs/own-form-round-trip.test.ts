/**
 * A form of the office's own all the way: adopted, sent out to communes, filled by them, added up, marked, and filled
 * with the results. What is compared are the cells of the form as somebody drew it, never where the program found them.
 */
import { describe, expect, it } from 'vitest';
import type { CriteriaSet, RawCell, RawFile, ResultsDocument, SourceFile } from '../../src/model.js';
import { filledWithResults } from '../../src/office/own-forms/form-with-results.js';
import { ownTemplates } from '../../src/office/own-forms/make-own-templates.js';
import { fittedForm, type OpenForm } from '../../src/office/own-forms/open-form.js';
import { unitsInTitles } from '../../src/office/own-forms/units-in-titles.js';
import { openSource } from '../../src/readers/open-source.js';
import { filledCells } from '../../src/submission/own-form/filled-cells.js';
import { slotsOf } from '../../src/submission/own-form/form-slots.js';
import { ownFormYaml } from '../../src/submission/adopt/own-form-yaml.js';
import { asSummary } from '../../src/submission/adopt/summary-form.js';
import { ownSheets } from '../../src/submission/own-form/own-sheets.js';
import { unitFullName } from '../../src/units/names/unit-name.js';
import { cellAddress } from '../../src/values/cell-address.js';
import { fillWorkbook, type FilledCell } from '../../src/writers/filling/fill-workbook.js';
import { markWorkbook } from '../../src/writers/marking/mark-workbook.js';
import { sampleResults } from '../support/sample-results.js';
import { runOver } from '../unit/pipeline/made-levels.js';
import { SET, treeOf, UNITS } from '../unit/submission/made-files.js';
import { drawnBook } from '../unit/submission/own-form/drawn-forms.js';
import { fileOf, MADE_FORMS, type MadeForm } from '../unit/submission/own-form/made-forms.js';
import { adopted, proposalOf } from '../unit/submission/own-form/reading.js';
import { joined } from '../unit/submission/own-form/set-with-form.js';

const PERIOD = { id: '2024', year: 2024, kind: 'year' } as const;
const PROVINCE = '75';
const SAMPLE = sampleResults();

const bytesOf = ({ sheets }: MadeForm): Promise<Uint8Array> => drawnBook(sheets);

const source = (path: string, bytes: Uint8Array): SourceFile => ({
  path,
  bytes,
  sha256: Buffer.from(path).toString('hex').padEnd(64, '0').slice(0, 64),
});
function read(bytes: Uint8Array, path = 'submissions/a.xlsx'): RawFile {
  const { file, findings } = openSource(source(path, bytes));
  if (file === undefined) throw new Error(findings.map(({ message }) => message).join(' '));
  return file;
}
function written(bytes: Uint8Array, cells: readonly FilledCell[], names?: ReadonlyMap<string, string>) {
  const made = fillWorkbook(bytes, cells, names === undefined ? {} : { names });
  if (!('bytes' in made)) throw new Error(made.refused);
  return made.bytes;
}
const key = (sheet: string, { row, column }: Pick<RawCell, 'row' | 'column'>): string =>
  `${sheet}!${row},${column}`;
const cellsOf = ({ sheets }: RawFile): ReadonlyMap<string, RawCell> =>
  new Map(sheets.flatMap(({ name, cells }) => cells.map((cell) => [key(name, cell), cell] as const)));

/** A plan, a share, a score or the year before: what no result of this year fills. */
const isOfAnother = ({ sheets }: RawFile, { sheet, column, row }: Omit<FilledCell, 'value'>): boolean =>
  sheets.some(
    ({ name, cells }) =>
      name === sheet &&
      cells.some(
        (cell) => cell.column === column && cell.row < row && /Kế hoạch|2023|% so|Điểm|Tỷ lệ/u.test(cell.raw),
      ),
  );

/** Of a number of areas that was given at once the figure itself; it counts under the indicators of the areas. */
const ofUnit = ({ measures, own }: ResultsDocument, unit: string, field: string): unknown =>
  SET.totals.some(({ id }) => id === field) ? own[unit]?.[field]?.value : measures[unit]?.[field]?.n;

interface Trip {
  readonly form: MadeForm;
  readonly set: CriteriaSet;
  /** As somebody filled it, and without figures and names. */
  readonly whole: RawFile;
  readonly blank: Uint8Array;
  readonly figures: readonly FilledCell[];
}

/** The form with its figures and, where that leaves no doubt, the names of its areas taken out. */
async function tripOf(form: MadeForm): Promise<Trip> {
  const set = adopted(fileOf(form.sheets));
  const bytes = await bytesOf(form);
  const whole = read(bytes);
  const forms = set.own?.forms ?? [];
  const places = ownSheets(whole, forms, PERIOD.year).flatMap((own) =>
    own.tables.flatMap((located) => {
      const { slots, sections } = slotsOf(own, located);
      const named = located.table.rows === 'area' && !sections;
      const above = own.sheet.cells.filter(
        ({ row, raw }) =>
          located.table.areaAbove === true && row < located.firstRow && raw.startsWith('Thôn: '),
      );
      return [...filledCells(own, located), ...(named ? slots.map(({ name }) => name) : []), ...above].map(
        (place) => ({
          sheet: own.sheet.name,
          row: place.row,
          column: place.column,
        }),
      );
    }),
  );
  const blank = written(
    bytes,
    places.map((place) => ({ ...place, value: 'blank' })),
  );
  const cells = cellsOf(whole);
  const figures = places.flatMap((place): readonly FilledCell[] => {
    const cell = cells.get(key(place.sheet, place));
    if (cell === undefined) return [];
    const value = cell.kind === 'number' ? { number: cell.raw } : { text: cell.raw };
    return [{ ...place, value }];
  });
  return { form, set, whole, blank, figures };
}

function opened({ set, blank }: Trip): OpenForm {
  const file = read(blank, 'mau.xlsx');
  const all = set.own?.forms ?? [];
  const fitted = fittedForm({ file, bytes: blank, all, set, period: PERIOD, id: 'mau' });
  if (fitted.opened === undefined) throw new Error(fitted.findings.map(({ message }) => message).join(' '));
  return fitted.opened;
}

const areas = ['Thôn Đông', 'Thôn Tây', 'Thôn Nam'];
const communes = UNITS.filter(({ level }) => level === 'commune');

/** To one that answers and one that does not. */
const ASKED = communes.filter(({ code }) => code === '26119' || code === '26125');

function sentOut(trip: Trip) {
  return ownTemplates(opened(trip), ASKED, {
    tree: treeOf(PROVINCE),
    targets: [],
    areasOf: (code) =>
      (trip.form.name.startsWith('several') ? areas.slice(0, 2) : areas).flatMap((name) =>
        code === '26119' || trip.form.name.startsWith('several') ? [{ name }] : [],
      ),
    lastYearOf: () => undefined,
    isSameArea: () => true,
  });
}

async function addedUp(
  trip: Trip,
): Promise<{ sent: ReadonlyMap<string, Uint8Array>; results: ResultsDocument }> {
  const made = sentOut(trip);
  expect(made.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const sent = new Map(
    [...made.files].flatMap(([name, bytes]) =>
      made.files.size === 1 || name.startsWith('26119-')
        ? [[name, written(bytes, trip.figures)] as const]
        : [],
    ),
  );
  const files = [...sent].map(([name, bytes]) => source(`submissions/${name}`, bytes));
  const { results, findings } = await runOver({
    unit: PROVINCE,
    level: 'province',
    units: UNITS,
    files,
    more: { set: trip.set },
  });
  if (results === undefined) throw new Error(findings.map(({ message }) => message).join(' '));
  expect(files.length).toBe(1);
  return { sent, results };
}

const trips = new Map<MadeForm, ReturnType<typeof travel>>();
async function travel(form: MadeForm) {
  const trip = await tripOf(form);
  return { trip, ...(await addedUp(trip)) };
}

describe.each(MADE_FORMS)('$name', (form) => {
  /** Made once for all tests of the form. */
  const travelled = (): ReturnType<typeof travel> => {
    const known = trips.get(form) ?? travel(form);
    trips.set(form, known);
    return known;
  };

  it('goes out with every other byte as it was, and comes back as what it is', async () => {
    const { trip, sent, results } = await travelled();
    const figures = form.truth.filter(({ unit, value }) => unit !== undefined && typeof value === 'number');
    for (const { unit = '', row, field, value } of figures) {
      const tables = Object.values(results.rows[unit] ?? {});
      const record = tables.find(({ columns }) => field in columns);
      const at = record?.columns['areaName']?.values.indexOf(row ?? '') ?? -1;
      const said = row === undefined ? ofUnit(results, unit, field) : record?.columns[field]?.values[at];
      expect({ unit, row, field, value: said }).toEqual({ unit, row, field, value });
    }
    expect(figures.length).toBeGreaterThan(form.name.includes('of one area') ? 0 : 2);
    const before = cellsOf(read(trip.blank));
    for (const bytes of sent.values()) {
      const now = cellsOf(read(bytes));
      for (const [place, cell] of before) expect(now.get(place)?.raw, place).toBe(cell.raw);
    }
  });

  it('is known by its names when nothing else says whose it is, whatever was inserted', async () => {
    const { sent } = await travelled();
    for (const [name, bytes] of sent) {
      const file = read(bytes);
      expect(file.names?.get('form')).toBe('mau');
      expect(file.names?.get('period')).toBe('2024');
      if (name.startsWith('26119-')) expect(file.names?.get('unit')).toBe('26119');
    }
  });

  it('is marked in its own layout and opens again', async () => {
    const { trip, sent } = await travelled();
    const [first] = trip.figures;
    if (first === undefined) throw new Error('no figure');
    for (const bytes of sent.values()) {
      const marked = markWorkbook(bytes, {
        resolvedText: 'Đã sửa',
        marks: [
          {
            sheet: first.sheet,
            cell: cellAddress(first.row, first.column),
            look: 'error',
            text: 'Phải sửa (VH347)',
          },
        ],
      });
      if (!('bytes' in marked)) throw new Error(marked.refused);
      const now = cellsOf(read(marked.bytes));
      for (const [place, cell] of cellsOf(read(bytes))) expect(now.get(place)?.raw, place).toBe(cell.raw);
    }
  });

  it('is filled with the results of the communes, figure by figure', async () => {
    const { trip, results } = await travelled();
    const form = opened(trip);
    const named = unitsInTitles(form.sheets, results);
    const [only] = results.units.filter(({ code }) => code === '26119');
    const root = results.units.find(({ code }) => code === PROVINCE);
    const rows = form.form.tables[0]?.rows;
    const filled = filledWithResults(
      form,
      results,
      () => undefined,
      (own) => {
        const unit = rows === 'unit' ? root : (named.get(own) ?? only);
        if (unit === undefined) throw new Error('no unit');
        return unit;
      },
    );
    if (rows === 'household') {
      expect(filled.findings.map(({ code }) => code)).toEqual(['own-form/rows-not-known']);
      return;
    }
    expect(filled.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    // A share that no field holds is told where nothing calculates it.
    const shares = form.form.tables.flatMap(({ rows: kind, columns = [] }) =>
      kind === 'area' || kind === 'unit'
        ? columns.filter(({ role, field }) => role === 'share' && field === undefined)
        : [],
    );
    const told = filled.findings.filter(({ message }) => message.includes('chưa gắn với chỉ tiêu nào'));
    if (shares.length > 0) expect(told.map(({ code }) => code)).toContain('own-form/left-blank');
    const now = cellsOf(read(written(trip.blank, filled.cells)));
    const values = new Set(trip.form.truth.map(({ value }) => String(value)));
    const missing = trip.figures.filter(
      ({ value, ...place }) =>
        value !== 'blank' &&
        'number' in value &&
        values.has(value.number) &&
        !isOfAnother(trip.whole, place) &&
        now.get(key(place.sheet, place))?.raw !== value.number,
    );
    expect(missing).toEqual([]);
  });
});

describe('a form of a level above', () => {
  const top = [['UBND TỈNH ĐỒNG NAI'], ['UBND XÃ: ………'], ['Đơn vị báo cáo:', null], ['NĂM 2024'], []];
  const header = ['TT', 'Tên thôn', 'Tổng số hộ', 'Số hộ đạt gia đình văn hóa', 'Tỷ lệ %'];
  const record: ResultsDocument['rows'][string] = {
    'bieu-01': {
      ...SAMPLE.rows['09001']?.['bieu-01'],
      sheetRows: [9, 10, 11],
      columns: {
        areaName: { at: 'B', states: 'vvv', values: areas },
        households: { at: 'C', states: 'vvv', values: [210, 180, 150] },
        familiesTitled: { at: 'D', states: 'vmv', values: [198, null, 135] },
      },
    } as ResultsDocument['rows'][string][string],
  };

  it('has the name of the commune where it is blank, the rate of each area, and is told to lack a row', () => {
    const file = fileOf([{ name: 'B', rows: [...top, header, [1], [2], [null, 'Tổng cộng']] }]);
    const proposal = proposalOf(file);
    if (proposal === undefined) throw new Error('nothing to adopt');
    const { set, findings } = joined(ownFormYaml(asSummary(proposal, SET).form, []));
    expect(findings).toEqual([]);
    if (set === undefined) throw new Error('no set');
    const all = set.own?.summaries ?? [];
    const form = fittedForm({ file, bytes: new Uint8Array(), all, set, period: PERIOD, id: 'mau' }).opened;
    if (form === undefined) throw new Error('does not fit');
    const results = { ...SAMPLE, rows: { '26119': record } };
    const unit = {
      code: '26119',
      name: 'Dak Lua',
      type: 'xã',
      level: 'commune',
      leaf: true,
      status: 'reported',
    };
    const filled = filledWithResults(
      form,
      results,
      () => undefined,
      () => ({ ...unit, forms: [] }) as unknown as ResultsDocument['units'][number],
    );
    const said = Object.fromEntries(
      filled.cells.map(({ row, column, value }) => [
        cellAddress(row, column),
        value === 'blank' ? '' : 'number' in value ? Number(value.number) : value.text,
      ]),
    );
    expect(said).toMatchObject({ A2: 'UBND XÃ DAK LUA', B3: 'Xã Dak Lua', C7: 210, D7: 198, E7: 94.29 });
    expect(Object.keys(said)).not.toContain('A1');
    expect(Object.keys(said)).not.toContain('E8');
    expect(filled.findings.map(({ code, at }) => `${code} ${at.cell ?? ''}`)).toEqual(
      expect.arrayContaining(['own-form/places-lacking B8', 'own-form/left-blank D8']),
    );
  });
});

describe('a form that lists its communes', () => {
  const PLAN = {
    period: '2024',
    comparator: 'at_least',
    indicator: 'familiesTitled',
    kind: 'count',
  } as const;
  /** Whose bare name nobody else bears. */
  const listed = communes.filter(({ name }) => communes.filter((one) => one.name === name).length === 1);
  const sheet = (...units: readonly string[]) => ({
    name: 'B',
    merges: ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3'],
    rows: [
      ['TỔNG HỢP NĂM 20…'],
      [],
      ['TT', 'Xã', 'Tổng số hộ', 'Số hộ được tặng danh hiệu Gia đình văn hóa', null],
      [null, null, null, 'Kế hoạch', 'Thực hiện'],
      ...units.map((unit, at) => [at + 1, unit]),
    ],
  });
  const made = async (...names: readonly string[]) => {
    const form = { name: 'B', sheets: [sheet(...names)], truth: [] };
    const trip = await tripOf(form);
    return ownTemplates(opened({ ...trip, blank: await bytesOf(form) }), listed, {
      tree: treeOf(PROVINCE),
      targets: listed.map(({ code }, at) => ({ ...PLAN, scope: code, value: String(500 + at) })),
      areasOf: () => [],
      lastYearOf: () => undefined,
      isSameArea: () => true,
    });
  };

  it('is one workbook with what is known of each of them', async () => {
    const names = listed.map((unit) => unitFullName(unit));
    const { files, findings } = await made(...names);
    expect([...files.keys()]).toEqual([expect.not.stringMatching(/^26/u)]);
    expect(findings).toEqual([]);
    const [bytes = new Uint8Array()] = files.values();
    const cells = read(bytes).sheets[0]?.cells.map(({ row, column, raw }) => [cellAddress(row, column), raw]);
    const said = Object.fromEntries(cells ?? []) as Record<string, string>;
    expect(said['A1']).toBe('TỔNG HỢP NĂM 2024');
    expect(listed.map((_, at) => said[`D${String(at + 5)}`])).toEqual(
      listed.map((_, at) => String(500 + at)),
    );
    expect((await made(...names.slice(1))).findings.map(({ code }) => code)).toEqual([
      'own-form/units-not-listed',
    ]);
  });

  it('that names none of them goes to each', async () => {
    const { files } = await made('', '');
    expect(files.size).toBe(listed.length);
  });
});

describe('a form that was taken from one commune', () => {
  const forms = new Map<string, Promise<OpenForm>>();
  /** Opened once, whichever commune it is for. */
  const formOf = (sheet: MadeForm['sheets'][number]): Promise<OpenForm> => {
    const id = JSON.stringify(sheet);
    const known = forms.get(id) ?? openedFrom(sheet);
    forms.set(id, known);
    return known;
  };
  const openedFrom = async (sheet: MadeForm['sheets'][number]): Promise<OpenForm> => {
    const form = { name: sheet.name, sheets: [sheet], truth: [] };
    const trip = await tripOf(form);
    return opened({ ...trip, blank: await bytesOf(form) });
  };
  const textsFor = async (
    sheet: MadeForm['sheets'][number],
    unit: string,
    units = UNITS,
  ): Promise<readonly string[]> => {
    const asked = units.filter(({ code }) => code === unit);
    const { files } = ownTemplates(await formOf(sheet), asked, {
      tree: treeOf(PROVINCE, units),
      targets: [],
      areasOf: () => [],
      lastYearOf: () => undefined,
      isSameArea: () => true,
    });
    const bytes = [...files].find(([name]) => name.startsWith(`${unit}-`))?.[1];
    if (bytes === undefined) throw new Error(`nothing for ${unit}`);
    return read(bytes).sheets.flatMap(({ cells }) => cells.map(({ raw }) => raw));
  };
  const across = (title: string) => ({
    name: 'B',
    rows: [
      [title],
      [],
      ['TT', 'Chỉ tiêu', 'Thôn Đông', 'Thôn Tây', 'Cộng'],
      [1, 'Tổng số hộ'],
      [2, 'Số hộ nghèo'],
    ],
  });
  const below = (title: string) => ({
    name: 'B',
    rows: [[title], [], ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ nghèo'], [1, 'Thôn Đông'], [2, 'Thôn Tây']],
  });

  it.each([
    ['UBND XÃ DAK LUA', 'UBND XÃ PHÚ AN'],
    ['XÃ DAK LUA - BIỂU SỐ LIỆU NĂM 2024', 'XÃ PHÚ AN - BIỂU SỐ LIỆU NĂM 2024'],
    ['Biểu số liệu của xã Dak Lua năm 2024', 'Biểu số liệu của xã Phú An năm 2024'],
    ['UBND xã Dak Lua', 'UBND xã Phú An'],
    ['Biểu của Xã Dak Lua (xã Dak Lua)', 'Biểu của Xã Phú An (xã Phú An)'],
  ])('names another in its title and no area of the first: %s', async (title, expected) => {
    for (const sheet of [across(title), below(title)]) {
      const texts = await textsFor(sheet, '26125');
      expect(texts).toContain(expected);
      expect(texts.join(' ')).not.toMatch(/Thôn Đông|Thôn Tây|dak lua/iu);
      expect(await textsFor(sheet, '26119')).toEqual(
        expect.arrayContaining([title, 'Thôn Đông', 'Thôn Tây']),
      );
    }
  });

  it.each([
    [
      ['Xã:', 'Dak Lua'],
      ['Xã:', 'Phú An'],
      ['Xã:', 'Thị trấn Tân Phú'],
    ],
    [
      ['XÃ:', 'DAK LUA'],
      ['XÃ:', 'PHÚ AN'],
      ['XÃ:', 'THỊ TRẤN TÂN PHÚ'],
    ],
    [
      ['Xã, thị trấn:', '………'],
      ['Xã, thị trấn:', 'Xã Phú An'],
      ['Xã, thị trấn:', 'Thị trấn Tân Phú'],
    ],
    [
      ['Xã:', null],
      ['Xã:', 'Phú An'],
      ['Xã:', 'Thị trấn Tân Phú'],
    ],
    [
      ['Đơn vị báo cáo:', 'Xã Dak Lua'],
      ['Đơn vị báo cáo:', 'Xã Phú An'],
      ['Đơn vị báo cáo:', 'Thị trấn Tân Phú'],
    ],
    [
      ['Đơn vị:', null],
      ['Đơn vị:', 'Xã Phú An'],
      ['Đơn vị:', 'Thị trấn Tân Phú'],
    ],
    [
      ['Đơn vị:', 'hộ'],
      ['Đơn vị:', 'hộ'],
      ['Đơn vị:', 'hộ'],
    ],
  ])('has the name beside its label: %j', async (title, rural, urban) => {
    const rows = [title, ['NĂM 2024'], [], ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ nghèo'], [1], [2]];
    for (const [code, expected] of [
      ['26125', rural],
      ['26116', urban],
    ] as const)
      expect((await textsFor({ name: 'B', rows }, code)).slice(0, 2)).toEqual(expected);
  });

  it('names a commune whose name begins that of another', async () => {
    const [first, second] = communes;
    const names = ['Vĩnh Thạnh', 'Vĩnh Thạnh Trung'];
    const units = UNITS.map((unit) => {
      const name = unit === first ? names[0] : unit === second ? names[1] : undefined;
      return name === undefined ? unit : { ...unit, type: 'xã', name };
    });
    const [short, long] = [first?.code ?? '', second?.code ?? ''];
    const other = units.find(
      ({ code, level, type }) => level === 'commune' && type === 'xã' && code !== short && code !== long,
    );
    if (other === undefined) throw new Error('no third commune');
    for (const name of names)
      for (const title of [
        (said: string) => `SỐ LIỆU CỦA XÃ ${said.toUpperCase()} NĂM 2024`,
        (said: string) => `UBND XÃ ${said.toUpperCase()}`,
        (said: string) => `Số liệu của xã ${said} năm 2024`,
        (said: string) => `Xã: ${said}`,
        (said: string) => `Xã ${said}, nay là xã ${said}`,
      ])
        for (const [code, expected] of [
          [short, names[0]],
          [long, names[1]],
          [other.code, other.name],
        ] as const) {
          const texts = await textsFor(below(title(name)), code, units);
          expect(texts, `${title(name)} → ${expected ?? ''}`).toContain(title(expected ?? ''));
          // Areas of the one are none of the other.
          if (!title('').includes(':')) expect(texts.includes('Thôn Đông')).toBe(name === expected);
        }
  });

  it('keeps the areas where no title says of whom they are', async () => {
    expect(await textsFor(below('NĂM 2024'), '26125')).toEqual(expect.arrayContaining(['Thôn Đông']));
  });

  it('asks for the area of a list anew', async () => {
    const list = {
      name: 'DS',
      rows: [
        ['UBND XÃ DAK LUA'],
        ['NĂM 2024'],
        ['Thôn: Phấn Động'],
        ['TT', 'Họ và tên chủ hộ', 'Kết quả'],
        [1],
        [2],
      ],
    };
    for (const unit of ['26119', '26125']) expect(await textsFor(list, unit)).toContain('Thôn: ……………');
  });

  it.each([
    [['DANH SÁCH HỘ THÔN PHẤN ĐỘNG, XÃ DAK LUA'], 'DANH SÁCH HỘ THÔN ……………, XÃ PHÚ AN'],
    [['Thôn Phấn Động năm ……'], 'Thôn …………… năm 2024'],
    [['Thôn:', 'Phấn Động'], 'Thôn:'],
    [['Thôn:', 'Thôn Phấn Động'], 'Thôn ……………'],
    [['Thôn:', 'Phấn Động, xã Dak Lua'], '……………, xã Phú An'],
    [['Thôn:', 'Phấn Động', 'Số hộ:', '120'], 'Số hộ:'],
    [['BIÊN BẢN HỌP THÔN PHẤN ĐỘNG'], 'BIÊN BẢN HỌP THÔN ……………'],
    [['BIÊN BẢN HỌP BÌNH XÉT'], 'BIÊN BẢN HỌP BÌNH XÉT'],
  ])('asks for the area of a list anew, whatever else changes in its line: %j', async (line, expected) => {
    const rows = [
      ['UBND XÃ DAK LUA'],
      ['NĂM 2024'],
      line,
      [],
      ['TT', 'Họ và tên chủ hộ', 'Kết quả'],
      [1],
      [2],
    ];
    const texts = await textsFor({ name: 'DS', rows }, '26125');
    expect(texts).toContain(expected);
    expect(texts.join(' ')).not.toMatch(/phấn động|dak lua/iu);
    expect((await textsFor({ name: 'DS', rows }, '26119')).join(' ')).not.toMatch(/phấn động/iu);
  });
});

it('fills marks and their totals, and leaves a row alone that somebody marked otherwise', async () => {
  const form = MADE_FORMS.find(
    ({ name }) => name.includes('marked in one of two columns') && name.includes('area,'),
  );
  if (form === undefined) throw new Error('no form of marks');
  const { trip, results } = await travel(form);
  const unit = results.units.find(({ code }) => code === '26119');
  if (unit === undefined) throw new Error('no unit');
  const filledInto = (bytes: Uint8Array) => {
    const one = opened({ ...trip, blank: bytes });
    const made = filledWithResults(
      one,
      results,
      () => undefined,
      () => unit,
    );
    const cells = cellsOf(read(written(bytes, made.cells)));
    const at = (row: number, column: number): string | undefined =>
      cells.get(key('Đánh dấu', { row, column }))?.raw;
    return { at, told: made.findings.map(({ code }) => code) };
  };
  const { at } = filledInto(trip.blank);
  expect([8, 9, 10].map((row) => [at(row, 4), at(row, 5)])).toEqual([
    ['x', undefined],
    [undefined, 'x'],
    ['x', undefined],
  ]);
  expect([at(11, 4), at(11, 5)]).toEqual(['2', '1']);
  const named = areas.map((text, index) => ({
    sheet: 'Đánh dấu',
    row: 8 + index,
    column: 2,
    value: { text },
  }));
  const wrong = written(trip.blank, [
    ...named,
    { sheet: 'Đánh dấu', row: 8, column: 5, value: { text: 'x' } },
  ]);
  const again = filledInto(wrong);
  expect([again.at(8, 4), again.at(8, 5), again.at(9, 5)]).toEqual([undefined, 'x', 'x']);
  expect(again.told).toContain('own-form/kept-content');
});
