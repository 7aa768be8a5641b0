/** Seeded inputs of kinds that once changed a figure: totals in the middle, CSV as programs write it, days as people do. */
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/readers/csv/csv.js';
import { dayWithTime } from '../../../src/values/calendar-day.js';
import { randomNumbers, type RandomNumbers } from '../validation/random-numbers.js';
import { AREA_HEADER, areas, information, recognise, sheet, workbook, type Typed } from './made-files.js';
import { tries } from '../../support/sweep.js';

interface Area {
  readonly name: string;
  readonly households: number;
  readonly titled: number;
}

function madeAreas({ upTo }: RandomNumbers, least: number): readonly Area[] {
  return Array.from({ length: least + upTo(12) }, (_, index) => {
    const households = 40 + upTo(900);
    return { name: `Ấp ${String(index + 1)}`, households, titled: households - upTo(39) };
  });
}
const rowOf = ({ name, households, titled }: Area, index: number): readonly Typed[] => [
  index + 1,
  name,
  households,
  titled,
  'đạt',
];
const sum = (list: readonly Area[], field: 'households' | 'titled'): number =>
  list.reduce((all, one) => all + one[field], 0);

describe('a total row in the middle', () => {
  it('leaves all areas or none, in every column: generated forms', () => {
    const random = randomNumbers(2901);
    for (let turn = 0; turn < tries(120, 20); turn += 1) {
      const list = madeAreas(random, 5);
      const at = 1 + random.upTo(list.length - 2);
      const above = random.upTo(1) === 0 ? list.slice(0, at) : list;
      const name = random.of(['Tổng cộng', 'Cộng', 'TỔNG SỐ', 'Toàn xã', 'Tổng', 'Cộng toàn xã', 'T.cộng']);
      const slip = random.of([0, 0, 1, 10]);
      const total = [null, name, sum(above, 'households') + slip, sum(above, 'titled'), null];
      const rows: (readonly Typed[])[] = list.map(rowOf);
      rows.splice(at, 0, total);
      const outcome = recognise(workbook([information(), areas(rows)]));
      const columns = ['households', 'familiesTitled', 'areaTitle'].map((id) =>
        outcome.column('bieu-01', id),
      );
      const about = `${String(turn)} ${name} at ${String(at)}\n${rows.map((row) => row.join('|')).join('\n')}\n${outcome.codes.join()}`;
      expect(new Set(columns.map(({ length }) => length)).size, about).toBe(1);
      const isWhole =
        columns[0]?.join() === list.map(({ households }) => households).join() &&
        columns[1]?.join() === list.map(({ titled }) => titled).join();
      const isRefused = outcome.findings.some(({ severity }) => severity === 'error');
      expect(isWhole || isRefused, about).toBe(true);
    }
  });
});

describe('communes in one workbook, each on a sheet of its own', () => {
  const COMMUNES = [
    ['26116', 'thị trấn Tân Phú'],
    ['26119', 'xã Dak Lua'],
    ['26122', 'xã Nam Cát Tiên'],
    ['26125', 'xã Phú An'],
  ] as const;

  it('each get their own figures, or it is said whose do not count: generated workbooks', () => {
    const random = randomNumbers(2905);
    for (let turn = 0; turn < tries(120, 20); turn += 1) {
      const first = random.upTo(3);
      const count = 2 + random.upTo(1);
      const chosen = Array.from({ length: count }, (_, at) => COMMUNES[(first + at) % COMMUNES.length]);
      const sent = chosen.flatMap((one) =>
        one === undefined ? [] : [{ code: one[0], name: one[1], list: madeAreas(random, 2) }],
      );
      const sheets = sent.map(({ name, list }, at) => {
        const said = random.of([name, name.toUpperCase()]);
        const title = random.of([`UBND ${said}`, `ỦY BAN NHÂN DÂN ${said}`, `Đơn vị: ${said}`]);
        const label = random.of([name, `Sheet${String(at + 1)}`, `Biểu 01 (${String(at + 1)})`]);
        return sheet(label, [
          [title],
          ['HUYỆN TÂN PHÚ'],
          ['KẾT QUẢ NĂM 2024'],
          AREA_HEADER,
          ...list.map(rowOf),
        ]);
      });
      const { parts, findings, codes } = recognise(workbook(sheets));
      const about = `${String(turn)} ${sheets.map(({ name, cells }) => `${name}: ${cells[0]?.raw ?? ''}`).join('; ')} ${codes.join()}`;
      const used = parts.filter(({ state }) => state === 'used');
      const isTold = findings.some(({ severity }) => severity === 'error');
      for (const { unit, table } of used) {
        const own = sent.find(({ code }) => code === unit)?.list.map(({ households }) => households);
        expect([...(table?.columns.get('households')?.numbers ?? [])], about).toEqual(own);
      }
      // One sheet named after the form, the others after communes: those are told as sheets that are no form.
      const passed = codes.filter((code) => code === 'layout/other-sheet').length;
      expect(used.length + passed === sent.length || isTold, about).toBe(true);
    }
  });
});

describe('CSV', () => {
  /** Quoted where it must be, or everywhere. */
  const cell = (text: string, separator: string, always: boolean): string =>
    always || text.includes(separator) || /["\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

  it('of any separator, encoding, line end and quoting gives the typed figures: generated files', () => {
    const random = randomNumbers(2902);
    for (let turn = 0; turn < tries(120, 20); turn += 1) {
      const list = madeAreas(random, 3).map((area) => ({
        ...area,
        name: `${area.name}${random.of(['', '', '; cũ', ', mới', ' "Chợ"', '\ndưới'])}`,
      }));
      const separator = random.of([',', ';', '\t']);
      const always = random.upTo(1) === 0;
      const end = random.of(['\n', '\r\n']);
      const more = random.of([0, 0, 1, 3]);
      const head = ['unit_code', 'period', 'areaName', 'households', 'familiesTitled', 'areaTitle'];
      const records = [
        head,
        ...list.map((one) => ['26119', '2024', one.name, String(one.households), String(one.titled), 'đạt']),
      ];
      const text = `${records
        .map((record) => [...record, ...Array<string>(more).fill('')])
        .map((record) => record.map((one) => cell(one, separator, always)).join(separator))
        .join(end)}${random.of(['', end, `${end}${end}`])}`;
      const bytes = random.of([
        () => Buffer.from(text, 'utf8'),
        () => Buffer.from(`\uFEFF${text}`, 'utf8'),
        () => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      ])();
      const { file, findings } = readCsv({ path: 'submissions/bieu-01.csv', bytes, sha256: 'ab'.repeat(32) });
      const about = `${String(turn)}\n${text}\n${findings.map(({ code }) => code).join()}`;
      if (file === undefined) throw new Error(about);
      const outcome = recognise(file);
      expect(outcome.column('bieu-01', 'households'), about).toEqual(
        list.map(({ households }) => households),
      );
      expect(outcome.column('bieu-01', 'familiesTitled'), about).toEqual(list.map(({ titled }) => titled));
    }
  });
});

describe('days', () => {
  const two = (number: number): string => String(number).padStart(2, '0');

  it('are read in every usual spelling, with and without a time: generated days', () => {
    const random = randomNumbers(2903);
    for (let turn = 0; turn < tries(2000, 300); turn += 1) {
      const date = new Date(Date.UTC(2015 + random.upTo(20), random.upTo(11), 1 + random.upTo(27)));
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const iso = `${String(year)}-${two(month)}-${two(day)}`;
      const sign = random.of(['/', '-', '.', ' / ', '. ']);
      const [d, m] = random.upTo(1) === 0 ? [String(day), String(month)] : [two(day), two(month)];
      const said = random.of([
        iso,
        `${d}${sign}${m}${sign}${String(year)}`,
        `ngày ${d} tháng ${m} năm ${String(year)}`,
        `Ngày ${d}/${m}/${String(year)}`,
      ]);
      const time = random.of(['', ' 14:30', ' 00:00:00', ', 9:05', ' lúc 16h30']);
      expect(dayWithTime(`${said}${time}`), `${said}${time}`).toBe(iso);
    }
  });

  it('that no calendar has are none, and nothing is turned round: generated texts', () => {
    const random = randomNumbers(2904);
    for (let turn = 0; turn < tries(500, 80); turn += 1) {
      const year = String(2015 + random.upTo(20));
      const said = random.of([
        `${two(1 + random.upTo(11))}/${two(13 + random.upTo(18))}/${year}`,
        `${two(32 + random.upTo(60))}/${two(1 + random.upTo(11))}/${year}`,
        `31/${random.of(['04', '06', '09', '11', '02'])}/${year}`,
        `30/02/${year}`,
        `${year}-13-01`,
        `00/05/${year}`,
      ]);
      expect(dayWithTime(said), said).toBeUndefined();
    }
  });
});
