/** Tables: cells against measures, sums against cells, rates with both of their columns, notes that name the missing. */
import { describe, expect, it } from 'vitest';
import type { ResultsDocument, LongTable, Table, TableCell, TableRow } from '../../../src/model.js';
import { buildAnnexes, printedAnnexes } from '../../../src/reports/annexes.js';
import { roman } from '../../../src/reports/prose/roman.js';
import { statusTables } from '../../../src/reports/deadline/status-table.js';
import { proseOf } from '../../../src/reports/prose/prose.js';
import { buildWorkbookTables } from '../../../src/reports/workbook-tables.js';
import { submissionStatus } from '../../../src/tracking/status.js';
import { builtInWording } from '../../support/report-wording.js';
import { AREAS, COMMUNES, DISTRICT, sampleResults } from '../../support/sample-results.js';

const wording = builtInWording();
const annex = (number: string, results = sampleResults()): Table => {
  const found = buildAnnexes(proseOf(results, wording)).find((one) => one.number === number);
  if (found === undefined) throw new Error(`no annex ${number}`);
  return found.table;
};
const sheet = (name: string, results = sampleResults()): Table => {
  const found = buildWorkbookTables(proseOf(results, wording)).find(({ sheetName }) => sheetName === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return held(found);
};
/** With the rows of a long list as they are made. */
const held = (table: LongTable): Table => {
  const rows = [...table.rows];
  expect(rows).toHaveLength(table.rows.length);
  return { ...table, rows };
};
/** What a cell shows; which figure it is, is checked against results.json in the end-to-end tests. */
const cellOf = (table: Table, row: TableRow | undefined, column: string): TableCell | undefined =>
  withoutFigure(wholeCell(table, row, column));
const withoutFigure = (cell: TableCell | undefined): TableCell | undefined => {
  if (cell === undefined) return undefined;
  const { figure, ...shown } = cell;
  return figure === undefined ? cell : shown;
};
const wholeCell = (table: Table, row: TableRow | undefined, column: string): TableCell | undefined =>
  row?.cells[table.columns.findIndex(({ id }) => id === column)];
const rowNamed = (table: Table, name: string): TableRow | undefined =>
  table.rows.find((row) => row.cells.some((cell) => cell.kind === 'text' && cell.text === name));
const integer = (value: number): TableCell => ({ kind: 'integer', value });

/** What LibreOffice will calculate: both columns summed over the rows that have both. */
function recalculated(
  table: Table,
  row: TableRow,
  numerator: string,
  denominator: string,
): TableCell | undefined {
  let n = 0;
  let d = 0;
  for (const index of row.sums ?? []) {
    const top = cellOf(table, table.rows[index], numerator);
    const bottom = cellOf(table, table.rows[index], denominator);
    if (top?.kind !== 'integer' || bottom?.kind !== 'integer') continue;
    n += top.value;
    d += bottom.value;
  }
  return d === 0 ? undefined : { kind: 'rate', numerator: n, denominator: d };
}

describe('tables by unit', () => {
  const results = sampleResults();
  const tables = buildAnnexes(proseOf(results, wording))
    .map(({ table }) => table)
    .filter((table) => table.rows.some(({ role }) => role === 'total'));

  it.each(tables.map((table) => [table.id, table] as const))('%s is rectangular', (_, table) => {
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
  });

  it.each(tables.map((table) => [table.id, table] as const))(
    '%s: every sum is the sum of its shown units',
    (_, table) => {
      for (const row of table.rows.filter(({ sums }) => sums !== undefined)) {
        for (const column of table.columns.filter(({ kind }) => kind === 'count' || kind === 'amount')) {
          const shown = (row.sums ?? [])
            .map((index) => cellOf(table, table.rows[index], column.id))
            .flatMap((cell) => (cell?.kind === 'integer' ? [cell.value] : []));
          const expected =
            shown.length === 0 ? { kind: 'missing' } : integer(shown.reduce((a, b) => a + b, 0));
          expect(cellOf(table, row, column.id)).toEqual(expected);
        }
      }
    },
  );

  it.each(tables.map((table) => [table.id, table] as const))(
    '%s: recalculated rates equal the measures',
    (_, table) => {
      for (const column of table.columns) {
        if (column.rateOf === undefined) continue;
        for (const row of table.rows.filter(({ sums }) => sums !== undefined)) {
          const cell = cellOf(table, row, column.id);
          expect(recalculated(table, row, ...column.rateOf)).toEqual(
            cell?.kind === 'rate' ? cell : undefined,
          );
        }
      }
    },
  );

  it('agrees with the measures of the run', () => {
    const table = annex('I');
    const total = table.rows.find(({ role }) => role === 'total');
    const measures = results.measures[DISTRICT];
    for (const id of ['familiesRegistered', 'agencies', 'agenciesTitled']) {
      expect(cellOf(table, total, id)).toEqual(integer(measures?.[id]?.n ?? Number.NaN));
    }
    const rate = measures?.['familyTitleRate'];
    expect(cellOf(table, total, 'familyTitleRate')).toEqual({
      kind: 'rate',
      numerator: rate?.n,
      denominator: rate?.d,
    });
  });

  it('shows a missing unit as missing in every figure, never as zero', () => {
    for (const table of tables) {
      const row = rowNamed(table, 'Xã Yên Sơn');
      expect(row?.cells.slice(2).every(({ kind }) => kind === 'missing')).toBe(true);
    }
  });

  it('keeps a partly reported figure out of the sums and names it', () => {
    const table = annex('I');
    expect(cellOf(table, rowNamed(table, 'Xã Phú Lộc'), 'familiesTitled')).toEqual({ kind: 'missing' });
    expect(cellOf(table, rowNamed(table, 'Xã Phú Lộc'), 'households')).toEqual({
      kind: 'text',
      text: '(303)',
      aside: 303,
    });
    expect(table.notes.join(' ')).toContain('cột (3): 303, của xã Phú Lộc');
    expect(table.notes.join(' ')).toContain('xã Phú Lộc');
    expect(table.notes.join(' ')).toContain('xã Yên Sơn chưa gửi báo cáo');
    expect(table.notes.join(' ')).toContain('tổng số hộ');
  });

  it('prints in every sum row two columns that divide to its rate', () => {
    for (const table of tables)
      for (const row of table.rows.filter(({ role }) => role === 'total' || role === 'subtotal'))
        for (const { id, rateOf } of table.columns) {
          const rate = cellOf(table, row, id);
          if (rateOf === undefined || rate?.kind !== 'rate') continue;
          expect(rateOf.map((side) => cellOf(table, row, side))).toEqual([
            integer(rate.numerator),
            integer(rate.denominator),
          ]);
        }
  });

  it('gives a second rate a base of its own where other units have it', () => {
    const base = sampleResults();
    const without = (code: string, indicator: string) => ({
      ...base.measures[code],
      [indicator]: { n: 0, reported: 0, expected: 1 },
    });
    const measures = { ...base.measures, '90101': without('90101', 'sportsGroundRate') };
    const ids = annex('II', sampleResults({ measures })).columns.map(({ id }) => id);
    expect(annex('II').columns.map(({ id }) => id)).not.toContain('areas.sportsGroundRate');
    expect(ids.indexOf('areas.sportsGroundRate')).toBe(ids.indexOf('sportsGrounds') - 1);
  });

  it('shows a reported zero as zero', () => {
    const table = annex('V');
    expect(cellOf(table, rowNamed(table, 'Xã Tân Hương'), 'inspections')).toEqual(integer(0));
  });

  it('numbers groups in Roman and units through them', () => {
    const { rows } = annex('I');
    const first = (row: TableRow): string => (row.cells[0]?.kind === 'text' ? row.cells[0].text : '');
    expect(rows.map(first)).toEqual(['I', '1', '2', '3', 'II', '4', '5', '']);
    expect([1, 4, 9, 14, 40, 63].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'LXIII']);
  });

  it('groups by district in a province, with the district’s own measures', () => {
    const table = annex('I', province());
    const subtotals = table.rows.filter(({ role }) => role === 'subtotal');
    expect(subtotals).toHaveLength(2);
    expect(cellOf(table, subtotals[0], 'households')).toEqual(integer(1190));
    expect(cellOf(table, subtotals[0], 'familyTitleRate')).toEqual({
      kind: 'rate',
      numerator: 1105,
      denominator: 1190,
    });
  });

  it('has no subtotals without groups, and lists ungrouped units under a heading', () => {
    const none = sampleResults({ units: withoutGroup(() => true), groups: {} });
    expect(annex('I', none).rows.map(({ role }) => role)).toEqual([
      'unit',
      'unit',
      'unit',
      'unit',
      'unit',
      'total',
    ]);
    const some = sampleResults({ units: withoutGroup((code) => code === '90104') });
    const roles = annex('I', some).rows.map(({ role }) => role);
    expect(roles.filter((role) => role === 'section')).toHaveLength(1);
    const total = annex('I', some).rows.at(-1);
    expect(total?.sums).toHaveLength(COMMUNES.length);
  });

  it('says pending and not applicable apart from missing', () => {
    const base = sampleResults();
    const own = base.measures['90101'];
    const changed = (state: 'pending' | 'notApplicable'): ResultsDocument => ({
      ...base,
      measures: {
        ...base.measures,
        '90101': { ...own, households: { n: 0, reported: 0, expected: 1, state } },
      },
    });
    for (const state of ['pending', 'notApplicable'] as const) {
      const table = annex('I', changed(state));
      expect(cellOf(table, rowNamed(table, 'Thị trấn Mỹ Lâm'), 'households')).toEqual({ kind: state });
      expect(table.notes.length).toBeGreaterThan(annex('I').notes.length - 1);
    }
  });

  it('drops columns the criteria set does not have, with the rates that need them', () => {
    const base = sampleResults();
    const without = sampleResults({ indicators: base.indicators.filter(({ id }) => id !== 'agencies') });
    const ids = annex('I', without).columns.map(({ id }) => id);
    expect(ids).not.toContain('agencies');
    expect(ids).not.toContain('agencyTitleRate');
    expect(ids).toContain('agenciesTitled');
  });
});

const withoutGroup = (drop: (code: string) => boolean) =>
  sampleResults().units.map((unit) =>
    drop(unit.code) ? { ...unit, group: undefined } : unit,
  ) as ResultsDocument['units'];

/** The same communes under two districts of a province. */
function province(): ResultsDocument {
  const base = sampleResults();
  const district = (code: string, name: string) => ({
    code,
    name,
    type: 'huyện',
    level: 'district' as const,
    parent: '90',
    leaf: false,
    status: 'notDue' as const,
    forms: [],
  });
  return sampleResults({
    unit: '90',
    level: 'province',
    units: [
      {
        code: '90',
        name: 'Hải Sơn',
        type: 'tỉnh',
        level: 'province',
        leaf: false,
        status: 'notDue',
        forms: [],
      },
      district('901', 'An Bình'),
      district('902', 'Cẩm Khê'),
      ...base.units
        .filter(({ leaf }) => leaf)
        .map((unit) => ({ ...unit, parent: unit.group?.endsWith('1') === true ? '901' : '902' })),
    ],
    measures: {
      ...base.measures,
      '90': base.measures[DISTRICT] ?? {},
      '901': base.groups['Cụm thi đua số 1'] ?? {},
      '902': base.groups['Cụm thi đua số 2'] ?? {},
    },
  });
}

describe('printed annexes', () => {
  it('are those the office asks for that can be made and have lines, in its order', () => {
    const results = sampleResults();
    expect(printedAnnexes(proseOf(results, wording)).map(({ number }) => number)).toEqual(['I', 'II', 'III']);
    const asked = { ...results, report: { ...results.report, annexes: ['X', 'I', 'VI'] } };
    expect(printedAnnexes(proseOf(asked, wording)).map(({ number }) => number)).toEqual(['X', 'I']);
  });
});

describe('sheets of the workbook', () => {
  it('have distinct names that Excel takes', () => {
    const names = buildWorkbookTables(proseOf(sampleResults(), wording)).map(({ sheetName }) => sheetName);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/u);
  });

  it('list every area with its place', () => {
    const table = sheet('Chi tiết thôn');
    expect(table.rows).toHaveLength(Object.values(AREAS).flat().length);
    const row = rowNamed(table, 'Thôn Thượng');
    expect(cellOf(table, row, 'households')).toEqual(integer(147));
    expect(cellOf(table, row, 'familiesTitled')).toEqual({ kind: 'missing' });
    expect(cellOf(table, row, 'areaTitle')).toEqual({ kind: 'text', text: 'chưa có quyết định' });
    expect(cellOf(table, row, 'file')).toEqual({ kind: 'text', text: '90103.xlsx' });
    expect(cellOf(table, row, 'sheetRow')).toEqual(integer(9));
  });

  it('show an excluded figure as words, so that nobody adds it', () => {
    const base = sampleResults();
    const rows = base.rows['90101']?.['bieu-01'];
    const households = rows?.columns['households'];
    if (rows === undefined || households === undefined) throw new Error('no rows');
    const results = sampleResults({
      rows: {
        ...base.rows,
        '90101': {
          'bieu-01': { ...rows, columns: { ...rows.columns, households: { ...households, states: 'xvv' } } },
        },
      },
    });
    const table = sheet('Chi tiết thôn', results);
    expect(cellOf(table, table.rows[0], 'households')).toEqual({ kind: 'text', text: '(310)' });
  });

  it('tell the status, the findings and the sources', () => {
    const results = sampleResults();
    const states = submissionStatus(results, [], { exceptions: {} }, undefined);
    const tracking = statusTables(proseOf(results, wording), states, []);
    const status = buildWorkbookTables(proseOf(results, wording), tracking).find(
      ({ id }) => id === 'tracking-status',
    );
    if (status === undefined) throw new Error('no status');
    expect(status.rows).toHaveLength(COMMUNES.length);
    const state = cellOf(held(status), rowNamed(held(status), 'Xã Phú Lộc'), 'state');
    expect(state).toEqual({ kind: 'text', text: 'Phải sửa' });
    const findings = sheet('Phát hiện');
    expect(findings.rows).toHaveLength(1);
    expect(cellOf(findings, findings.rows[0], 'cell')).toEqual({ kind: 'text', text: 'J9' });
    const sources = sheet('Nguồn số liệu');
    expect(sources.rows).toHaveLength(4);
    expect(sources.notes.join(' ')).toMatch(/nd86-2023/u);
    expect(sources.notes.join(' ')).toMatch(/12 biểu/u);
  });
});

describe('the workbook', () => {
  it('has no sheet without a line', () => {
    const { rows, ...sample } = sampleResults();
    const names = (results: ResultsDocument): readonly string[] =>
      buildWorkbookTables(proseOf(results, wording)).map(({ sheetName }) => sheetName);
    expect(names({ ...sample, rows })).toContain('PL VIII Chưa đạt danh hiệu');
    expect(names({ ...sample, rows: {} })).not.toContain('PL VIII Chưa đạt danh hiệu');
    expect(names({ ...sample, rows })).not.toContain('PL XI Cơ quan thành viên');
  });
});

describe('lists', () => {
  it('of areas without the title hold those refused and those without decision, however that was written', () => {
    const base = sampleResults();
    expect(annex('VIII').rows).toHaveLength(4);
    const rows = base.rows['90102']?.['bieu-01'];
    const title = rows?.columns['areaTitle'];
    if (rows === undefined || title === undefined) throw new Error('no rows');
    expect(annex('VIII').notes[0]).toContain('4/5');
    const columns = { ...rows.columns, areaTitle: { ...title, values: ['awarded', null], states: 'vp' } };
    const results = sampleResults({ rows: { ...base.rows, '90102': { 'bieu-01': { ...rows, columns } } } });
    const table = annex('VIII', results);
    expect(table.rows).toHaveLength(5);
    expect(rowNamed(table, 'Thôn Đoài')).toBeDefined();
  });

  it.each([
    ['year', true],
    ['H1', false],
    ['registration', false],
  ] as const)('of models have a column for what comes later in a %s: %s', (kind, printed) => {
    const base = sampleResults();
    const column = (values: readonly string[]) => ({
      at: ['B'],
      states: 'v'.repeat(values.length),
      values: [...values],
    });
    const text = (id: string, label: string) =>
      ({ id, label, form: 'bieu-03', group: 'model', type: 'text', scale: 0 }) as const;
    const columns = { modelName: column(['Nhà văn hóa mở cửa']) };
    const table = annex('VII', {
      ...base,
      period: { ...base.period, kind },
      fields: [...base.fields, text('modelName', 'Tên mô hình'), text('modelResult', 'Kết quả nổi bật')],
      rows: {
        '90101': { 'bieu-03': { file: 'a.xlsx', sheet: 'Biểu 03', sheetRows: [5], columns } },
      },
    } as unknown as ResultsDocument);
    const ids = table.columns.map(({ id }) => id);
    expect(ids).toContain('modelName');
    expect(ids.includes('modelResult')).toBe(printed);
  });

  it('of what units said hold one line for each that said something', () => {
    expect(annex('X').rows).toHaveLength(2);
  });
});

describe('columns of what the kind of period does not ask for', () => {
  const usual = sampleResults();
  const tableOf = (results: ResultsDocument) =>
    buildWorkbookTables(proseOf(results, builtInWording())).find(({ id }) => id === 'phu-luc-1');
  const idsOf = (results: ResultsDocument) => tableOf(results)?.columns.map(({ id }) => id) ?? [];
  const indicators = usual.indicators.map((one) => (one.id === 'agencies' ? { ...one, notDue: true } : one));

  it('are left out when nobody gave them, and their rates with them', () => {
    const measures = Object.fromEntries(
      Object.entries(usual.measures).map(([unit, own]) => [
        unit,
        { ...own, agencies: { n: 0, reported: 0, expected: 1 } },
      ]),
    );
    expect(idsOf(usual)).toContain('agencies');
    expect(idsOf({ ...usual, indicators, measures })).not.toContain('agencies');
    expect(idsOf({ ...usual, indicators, measures })).not.toContain('agencyTitleRate');
    expect(idsOf({ ...usual, measures })).toContain('agencies');
  });

  it('stay where somebody gave them all the same', () => {
    const [unit = ''] = COMMUNES;
    const measures = {
      ...usual.measures,
      [unit]: { ...usual.measures[unit], agencies: { n: 3, reported: 1, expected: 1 } },
    };
    expect(idsOf({ ...usual, indicators, measures })).toContain('agencies');
  });
});
