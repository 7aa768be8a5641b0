/**
 * `trace` over both fixtures: every headline figure led back to cells, which other code reads out of the files again
 * and adds up; and everything that a printed figure can be asked for by.
 */
import { Workbook } from 'exceljs';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-code-of.js';
import type { FigureTrace, ResultsDocument, SourceCell, Contribution } from '../../src/model.js';
import { askedFigures, type Asked } from '../../src/office/tracing/asked-figures.js';
import { checkReproduced } from '../../src/office/tracing/check-reproduced.js';
import { printedFigures, type Printed } from '../../src/office/tracing/printed-figures.js';
import { openTracedRun, type TracedRun } from '../../src/office/tracing/traced-run.js';
import { readDocx } from '../../src/readers/docx/docx.js';
import { reportCount } from '../../src/tracing/report-counts.js';
import { traceFigure } from '../../src/tracing/trace-figure.js';
import { tdkvh } from '../support/program.js';
import type { FixtureName } from './expectation.js';
import { sharedRun, sharedWorkspace } from './fixture-run.js';
import { defined } from '../../src/values/defined.js';

/** The block of data of theo-doi.html, as far as it is read here. */
interface PageBlock {
  readonly units: readonly (readonly [
    id: string,
    name: string,
    within: readonly number[],
    sources: unknown,
    rows: unknown,
    groups: readonly (readonly [unknown, unknown, string, unknown, unknown, unknown, read: string])[],
    findings: unknown,
    figures: readonly (readonly [
      place: number,
      calculated: string,
      reported?: number,
      expected?: number,
      why?: number,
      groups?: readonly number[],
    ])[],
  ])[];
  readonly indicators: readonly { readonly id: string }[];
  readonly told: Readonly<Record<string, readonly string[]>>;
}

interface Opened {
  readonly run: TracedRun;
  readonly printed: Printed;
}
const opened = new Map<string, Promise<Opened>>();

/** The run of a fixture, opened once for all. */
function open(fixture: FixtureName): Promise<Opened> {
  const known = opened.get(fixture) ?? openNow(sharedWorkspace(fixture));
  opened.set(fixture, known);
  return known;
}

async function openNow(workspace: string): Promise<Opened> {
  const { run, findings } = await openTracedRun(undefined, workspace);
  if (run === undefined) throw new Error(JSON.stringify(findings));
  const { printed } = await printedFigures(run);
  if (printed === undefined) throw new Error('the office has broken templates');
  return { run, printed };
}

function traceOf({ run }: Opened, unit: string, indicator: string): FigureTrace {
  const input = run.inputOf(indicator);
  const trace = input === undefined ? undefined : traceFigure({ unit, indicator, quantity: 'n' }, input);
  if (trace === undefined) throw new Error(`no trace of ${unit} ${indicator}`);
  return trace;
}

/** Values of cells read by another library than ours; CSV by splitting lines. */
class OtherReader {
  private readonly books = new Map<string, Promise<Workbook>>();
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async text({ file, sheet, row, column }: SourceCell): Promise<string> {
    if (file.endsWith('.csv')) {
      const line = readFileSync(join(this.folder, file), 'utf8').split(/\r?\n/u)[row - 1] ?? '';
      return line.split(line.includes(';') ? ';' : ',')[column - 1]?.replace(/^"|"$/gu, '') ?? '';
    }
    const known = this.books.get(file) ?? new Workbook().xlsx.readFile(join(this.folder, file));
    this.books.set(file, known);
    const value = (await known).getWorksheet(sheet)?.getRow(row).getCell(column).value;
    if (value === null || value === undefined) return '';
    if (typeof value !== 'object') return String(value);
    return 'result' in value ? String(value.result) : JSON.stringify(value);
  }
}

/** A number as communes type it, in units of 10^-scale. */
function bigOf(text: string, scale: number): bigint {
  const plain = /^\d{1,3}(?:\.\d{3})+$/u.test(text) ? text.replaceAll('.', '') : text.replace(',', '.');
  const [whole = '', decimals = ''] = plain.replace(/\s/gu, '').split('.');
  return BigInt(whole + decimals.slice(0, scale).padEnd(scale, '0'));
}

const leaves = (part: Contribution): readonly Contribution[] => part.parts?.flatMap(leaves) ?? [part];
const headlines = (results: ResultsDocument): readonly string[] =>
  results.indicators.flatMap(({ id, headline }) => (headline ? [id] : []));

/** What the cells behind one side give, read again; blank cells are named. */
async function sumOf(
  side: readonly SourceCell[],
  scale: number,
  reader: OtherReader,
): Promise<{ readonly sum: bigint; readonly blank: readonly string[]; readonly cells: number }> {
  const counted = side.filter(({ counts }) => counts !== 0);
  const texts = await Promise.all(counted.map((cell) => reader.text(cell)));
  const sum = texts.reduce((sofar, text, index) => {
    const cell = counted[index];
    if (typeof cell?.value !== 'number') return sofar + 1n;
    const number = bigOf(text, scale);
    return sofar + (cell.counts === cell.value ? number : number > 0n ? 1n : 0n);
  }, 0n);
  const blank = texts.flatMap((text, index) =>
    text.trim() === '' ? [`${counted[index]?.file ?? ''} row ${String(counted[index]?.row)}`] : [],
  );
  return { sum, blank, cells: counted.length };
}

/** Without sign, and without the zeros that a column of amounts is filled up with. */
const asNumber = (text: string): string => {
  const plain = text.normalize('NFC').replace('%', '');
  return plain.includes(',') ? plain.replace(/,?0+$/u, '') : plain;
};

describe.each(['district-2024', 'province-2025'] as const)('figures of %s', (fixture) => {
  it('that lead are the sums of the cells that the trace names, as another reader reads them', async () => {
    const { run, ...rest } = await open(fixture);
    const { results } = run;
    const reader = new OtherReader(run.folder);
    const wrong: string[] = [];
    let read = 0;
    for (const indicator of headlines(results)) {
      const trace = traceOf({ run, ...rest }, results.unit, indicator);
      expect(checkReproduced(trace, run)).toEqual([]);
      const measure = results.measures[results.unit]?.[indicator];
      for (const side of ['n', 'd'] as const) {
        let whole = 0n;
        for (const leaf of leaves(trace.whole)) {
          if (leaf.n === undefined) continue;
          const cells = leaf.sources?.[side]?.cells ?? [];
          const { sum, blank, cells: count } = await sumOf(cells, trace.scale, reader);
          // A unit that counts as one has no cell of its own.
          whole += cells.length === 0 ? BigInt(leaf[side] ?? 0) : sum;
          wrong.push(...blank);
          read += count;
        }
        if (whole !== BigInt(measure?.[side] ?? 0)) wrong.push(`${indicator} ${side}: ${String(whole)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(1000);
  });

  it('stand under every bookmark of the report, with the text that is printed there', async () => {
    const { printed } = await open(fixture);
    const word = readDocx({
      path: 'bao-cao.docx',
      bytes: sharedRun(fixture).output('bao-cao.docx'),
      sha256: '',
    });
    const marks = word.report?.marks ?? [];
    const texts = new Map<string, Set<string>>();
    for (const { figure, text } of printed.figures) {
      const key = JSON.stringify(figure);
      texts.set(key, (texts.get(key) ?? new Set()).add(asNumber(text)));
    }
    const lost = marks.filter(({ name, text }) => {
      const figure = printed.marked(name);
      return figure === undefined || texts.get(JSON.stringify(figure))?.has(asNumber(text)) !== true;
    });
    expect(lost).toEqual([]);
    expect(marks.length).toBeGreaterThan(500);
  });

  it('that are neither count nor rate have steps that end in what is printed', async () => {
    const { run, printed } = await open(fixture);
    const usual = ['n', 'd', 'rate'];
    const bare = (text: string): string => text.replace(/^0(?=\d$)/u, '').replace(/,00%$/u, '%');
    const seen = new Set<string>();
    const untold = printed.figures.flatMap(({ figure, text, place }) => {
      if (usual.includes(figure.quantity) && figure.period === undefined) return [];
      seen.add(figure.quantity);
      const shareOf = printed.links.shareOf(figure.indicator);
      const input = run.inputOf(figure.indicator);
      const steps =
        input === undefined
          ? reportCount(figure, run.results, printed.links)
          : (traceFigure(figure, { ...input, ...defined({ shareOf }) })?.steps ?? []);
      const numbers = steps.join(' ').match(/\d[\d.,]*%?/gu) ?? [];
      // A sum of the lines of a table has no formula of its own.
      const told = figure.quantity.endsWith('Sum') || numbers.map(bare).includes(bare(text.replace('-', '')));
      return told
        ? []
        : [`${place} ${figure.unit} ${figure.indicator} ${figure.quantity}: ${text} | ${steps.join(' | ')}`];
    });
    expect(untold).toEqual([]);
    expect(seen.size).toBeGreaterThan(10);
  });

  it('that count documents leave out those of a day after the data, as the report does', async () => {
    const { run } = await open(fixture);
    const { own, units } = run.results;
    const have = units.filter(({ code }) => own[code]?.['planNumber']?.state === 'value');
    const [late] = have;
    if (late === undefined) throw new Error('nobody wrote the number of a plan');
    const written = own[late.code] ?? {};
    const day = written['planDate'];
    if (day === undefined) throw new Error('the plan has no day');
    const moved = { ...own, [late.code]: { ...written, planDate: { ...day, value: '2099-12-31' } } };
    const results: ResultsDocument = { ...run.results, own: moved };
    const { printed } = await printedFigures({ ...run, results });
    const plan = printed?.figures.find(({ figure }) => figure.quantity === 'planNumber');
    if (printed === undefined || plan === undefined) throw new Error('the report tells of no plans');
    const steps = reportCount(plan.figure, results, printed.links);
    expect(steps[1]).toContain('31/12/2099');
    expect(steps[2]).toBe(`${String(have.length)} - 1 = ${String(Number(plan.text))}`);
  });

  it('that theo-doi.html shows lead by their keys to the same trace', async () => {
    const { run } = await open(fixture);
    const page = new TextDecoder().decode(sharedRun(fixture).output('theo-doi.html'));
    const block = /id="nguon-so">(.*?)<\/script>/su.exec(page)?.[1] ?? '';
    const { units, indicators, told } = JSON.parse(block) as PageBlock;
    const unled = Array.from(page.matchAll(/<td([^>]*)>/gu), ([, about = '']) => about).filter(
      (about) => about.includes('data-key') && !about.includes('data-f') && !about.includes('center'),
    );
    expect(unled).toEqual([]);
    const keys = new Set(Array.from(page.matchAll(/data-f="([^"]+)"/gu), ([, key = '']) => key));
    const lost = [...keys].filter((key) => {
      const [unit, indicator] = key.split('.').map(Number);
      const figures = units[unit ?? -1]?.[7] ?? [];
      return told[key] === undefined && !figures.some(([place]) => place === indicator);
    });
    expect(lost).toEqual([]);
    expect(keys.size).toBeGreaterThan(500);
    const wrong = units.flatMap(([unit, , , , , groups, , figures]) =>
      figures.flatMap(([place, calculated, , , , own = []]) => {
        const input = run.inputOf(indicators[place]?.id ?? '');
        if (input === undefined) return [`${unit} ${String(place)}`];
        const trace = traceFigure({ unit, indicator: input.indicator.id, quantity: 'n' }, input);
        const cells = own.reduce((sum, group) => sum + (groups[group]?.[6].split('\n').length ?? 0), 0);
        const { sources } = trace?.whole ?? {};
        const expected = (sources?.n.cells.length ?? 0) + (sources?.d?.cells.length ?? 0);
        return trace?.calculation === calculated && cells === expected
          ? []
          : [`${unit} ${input.indicator.id}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('of every unit and indicator are what their cells add up to', async () => {
    const both = await open(fixture);
    const { results } = both.run;
    const wrong = results.indicators.flatMap(({ id }) =>
      results.measures[results.unit]?.[id] === undefined
        ? []
        : checkReproduced(traceOf(both, results.unit, id), both.run),
    );
    expect(wrong).toEqual([]);
  });

  it('stand in tong-hop.xlsx where the trace says', async () => {
    const { printed } = await open(fixture);
    const book = await new Workbook().xlsx.load(
      sharedRun(fixture).output('tong-hop.xlsx').buffer as ArrayBuffer,
    );
    const wrong = printed.figures.flatMap(({ place, text }) => {
      const [, sheet = '', cell = ''] = /^tong-hop\.xlsx: (.+)!([A-Z]+\d+)$/u.exec(place) ?? [];
      if (sheet === '') return [];
      const value = book.getWorksheet(sheet)?.getCell(cell).value;
      // This library gives no result where it is zero.
      const shown =
        typeof value === 'object' && value !== null ? ('result' in value ? value.result : 0) : value;
      if (typeof shown !== 'number')
        return String(shown) === text ? [] : [`${place}: ${String(shown)} is not ${text}`];
      const number = Number(text.replace(/[.%]/gu, '').replace(',', '.'));
      return Math.abs(number - shown) < 0.006 ? [] : [`${place}: ${String(shown)} is not ${text}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('a figure is asked for', () => {
  const rate = { unit: '258', indicator: 'familyTitleRate', quantity: 'rate' };
  const asked = async (...args: readonly string[]): Promise<Asked> => {
    const { run, printed } = await open('district-2024');
    return askedFigures(args, run, printed);
  };

  it.each([
    [['89,49%'], rate],
    [['89,49 %'], rate],
    [['20.325/22.713 hộ'], { ...rate, quantity: 'n' }],
    [['sl_258_familyTitleRate_rate'], rate],
    [['sl_258_familyTitleRate_rate_3'], rate],
    [['familyTitleRate'], rate],
    [['toàn huyện', 'tỷ lệ hộ được tặng danh hiệu gia đình văn hóa'], rate],
    [['xa yen trung', 'familyTitleRate'], { ...rate, unit: '09205' }],
    [['09205', 'FAMILYTITLERATE'], { ...rate, unit: '09205' }],
    [['PL I Danh hiệu!F7'], { ...rate, unit: '09193' }],
    [["'pl i danh hiệu'!$F$7"], { ...rate, unit: '09193' }],
    [['tong-hop.xlsx', 'PL I Danh hiệu!F7'], { ...rate, unit: '09193' }],
    [['88,25%'], { ...rate, unit: '09241' }],
    [
      ['Cụm thi đua số 1', 'households'],
      { unit: 'Cụm thi đua số 1', indicator: 'households', quantity: 'n' },
    ],
  ])('by %j', async (args, figure) => {
    const { figures } = await asked(...args);
    expect(figures.map((one) => one.figure)).toEqual([figure]);
  });

  it('by a number with its unit of measurement, which leaves out what is measured otherwise', async () => {
    const all = await asked('12');
    const areas = await asked('12 thôn');
    expect(areas.figures.length).toBeGreaterThan(0);
    expect(areas.figures.length).toBeLessThan(all.figures.length);
  });

  it('by a place in the report, which may hold several', async () => {
    const word = join(sharedWorkspace('district-2024'), 'out', 'bao-cao.docx');
    const { printed } = await open('district-2024');
    const bytes = sharedRun('district-2024').output('bao-cao.docx');
    const marks = readDocx({ path: 'bao-cao.docx', bytes, sha256: '' }).report?.marks ?? [];
    const [place = '', figure] =
      marks
        .map(({ name, place: there }) => [there, printed.marked(name)] as const)
        .find(([there, one]) => /^bảng/u.test(there) && one?.unit === 'Cụm thi đua số 1') ?? [];
    const { figures } = await asked(word, place.replace('bảng', 'Bảng'));
    expect(figures.map((one) => one.figure)).toEqual([figure]);
    const row = await asked(word, place.replace(/, cột \d+$/u, ''));
    expect(row.figures.length).toBeGreaterThan(1);
    expect((await asked(word, 'đoạn 999')).findings[0]?.message).toContain('các chỗ có: đoạn');
  });

  it('by a cell of the details, which repeats one of a submission', async () => {
    const { figures } = await asked('Chi tiết thôn!M9');
    expect(figures.map(({ figure }) => figure.indicator)).toContain('familiesAssessed');
  });

  it.each([
    [['xã Yên Chung', 'familyTitleRate'], 'cli/unit-not-in-results', 'Xã Yên Trung (09205)'],
    [['258', 'familyTitleRates'], 'cli/unknown-indicator', 'familyTitleRate'],
    [['258', 'gia đình văn hóa'], 'cli/indicator-ambiguous', 'familiesTitled'],
    [['20.325/22.731'], 'cli/number-not-printed', '20.325/22.731'],
    [['89,94%'], 'cli/number-not-printed', '89,49%'],
    [['PL I Danh hieu!A1'], 'cli/not-a-figure', 'PL I Danh hiệu'],
    [['PL I Danh hiệu!A1'], 'cli/not-a-figure', 'ngoài các dòng'],
    [['sl_9_nothing_n'], 'cli/not-a-figure', 'sl_9_nothing_n'],
  ])('%j says %s, and what is near', async (args, code, near) => {
    const { findings } = await asked(...args);
    expect(findings.map((one) => one.code)).toEqual([code]);
    expect(`${findings[0]?.message ?? ''} ${findings[0]?.hint ?? ''}`).toContain(near);
    expect(exitCodeOf(findings)).toBe(2);
  });

  it('and is printed for people in 80 columns', async () => {
    const workspace = sharedWorkspace('district-2024');
    const { stdout, code } = await tdkvh(
      'trace',
      'xã Yên Trung',
      'familyTitleRate',
      '--workspace',
      workspace,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('bị loại vì có lỗi chưa sửa');
    expect(stdout).toMatch(/M9 +Thôn Thượng Thôn +267/u);
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });
});

describe('what changed since the run', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tdkvh-trace-'));
    cpSync(sharedWorkspace('district-2024'), folder, { recursive: true });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const commune = 'submissions/09193-thi-tran-cho-bieu-01-04-2024.xlsx';

  it('is told of a submission saved again, of one that is gone, and of results edited by hand', async () => {
    const bytes = readFileSync(join(folder, commune));
    writeFileSync(join(folder, commune), Buffer.concat([bytes, Buffer.from([0])]));
    const changed = await tdkvh('trace', '258', 'households', '--json', '--workspace', folder);
    expect({ code: changed.code, told: /trace\/file-changed/u.test(changed.stdout) }).toEqual({
      code: 1,
      told: true,
    });
    rmSync(join(folder, commune));
    const gone = await tdkvh('trace', '258', 'households', '--json', '--workspace', folder);
    expect({ code: gone.code, told: /trace\/file-missing/u.test(gone.stdout) }).toEqual({
      code: 1,
      told: true,
    });

    const results = join(folder, 'out', 'results.json');
    const text = readFileSync(results, 'utf8');
    const edited = JSON.parse(text) as {
      measures: Record<string, Record<string, { n: number }>>;
      criteria: { sha256: string };
    };
    const measure = edited.measures['258']?.['households'];
    if (measure !== undefined) measure.n += 1;
    edited.criteria.sha256 = '0'.repeat(64);
    writeFileSync(results, JSON.stringify(edited));
    const made = await tdkvh('trace', '258', 'households', '--json', '--workspace', folder);
    expect(made.stdout).toContain('trace/not-reproduced');
    expect(made.stdout).toContain('trace/criteria-changed');
  });
});
