/** `impact`: one more in a cell moves exactly the figures in whose trace it stands, on both fixtures. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isStandingError } from '../../src/findings/acceptance.js';
import type { SourceCell } from '../../src/model.js';
import { openTracedRun, type TracedRun } from '../../src/office/tracing/traced-run.js';
import { tryCell, type Impact, type TriedCell } from '../../src/office/tracing/try-cell.js';
import { openSource } from '../../src/readers/open-source.js';
import { movedCells, movedSentences } from '../../src/tracing/impact.js';
import { cellAddress } from '../../src/values/cell-address.js';
import { tdkvh } from '../support/program.js';
import { odsOfSheets } from '../unit/readers/ods-builder.js';
import { sourceOf } from '../unit/readers/workbook-builder.js';
import { sharedWorkspace } from './fixture-run.js';
import { defined } from '../../src/values/defined.js';

/** Cells tried per fixture; TDKVH_IMPACT_CELLS=200 for many, and for the province too. */
const TRIED = Number(process.env['TDKVH_IMPACT_CELLS'] ?? 1);
const COMMUNE = 'submissions/09193-thi-tran-cho-bieu-01-04-2024.xlsx';

async function openRun(workspace: string): Promise<TracedRun> {
  const { run, findings } = await openTracedRun(undefined, workspace);
  if (run === undefined) throw new Error(JSON.stringify(findings));
  return run;
}

let example: Promise<TracedRun> | undefined;
/** The district's example as it is, opened once and only looked at. */
const openExample = (): Promise<TracedRun> => (example ??= openRun(sharedWorkspace('district-2024')));

interface Candidate extends SourceCell {
  readonly unit: string;
}

/** Cells that are added up, of every indicator and unit, spread over both by a step that meets all in turn. */
function candidates({ results, inputOf }: TracedRun): readonly Candidate[] {
  const leaves = results.units.filter(({ leaf, status }) => leaf && status.startsWith('reported'));
  const headline = results.indicators.filter((one) => one.headline);
  const all = headline.flatMap(({ id }, index) => {
    const unit = leaves[(index * 5) % leaves.length]?.code ?? '';
    const sources = inputOf(id)?.sourcesOf(unit);
    const cells = [...(sources?.n.cells ?? []), ...(sources?.d?.cells ?? [])];
    return cells
      .filter(({ value, counts }) => typeof value === 'number' && value > 1 && counts === value)
      .slice(0, 1)
      .map((cell) => ({ ...cell, unit }));
  });
  return all;
}

/** Unit, units above and group, with every indicator that adds the cell up and has a figure there. */
function standsIn(cell: Candidate, { results, inputOf }: TracedRun): readonly string[] {
  const own = results.units.find(({ code }) => code === cell.unit);
  const above: string[] = [];
  for (let code: string | undefined = cell.unit; code !== undefined;) {
    above.push(code);
    code = results.units.find((one) => one.code === code)?.parent;
  }
  if (own?.group !== undefined) above.push(own.group);
  return results.indicators.flatMap(({ id }) => {
    const sources = inputOf(id)?.sourcesOf(cell.unit);
    const cells = [...(sources?.n.cells ?? []), ...(sources?.d?.cells ?? [])];
    const stands = cells.some(
      ({ row, column, sheet, file, counts, value }) =>
        row === cell.row &&
        column === cell.column &&
        sheet === cell.sheet &&
        file === cell.file &&
        counts === value,
    );
    const counted = (results.measures[cell.unit]?.[id]?.reported ?? 0) > 0;
    return stands && counted
      ? above
          .filter((unit) => results.measures[unit]?.[id] ?? results.groups[unit]?.[id])
          .map((unit) => `${unit} ${id}`)
      : [];
  });
}

const named = ({ sheet, row, column }: SourceCell): string =>
  `${sheet === '' ? '' : `${sheet}!`}${cellAddress(row, column)}`;

const FIXTURES_TRIED =
  TRIED > 1 ? (['district-2024', 'province-2025'] as const) : (['district-2024'] as const);

describe.each(FIXTURES_TRIED)('one more in a cell of %s', (fixture) => {
  it('moves exactly the figures in whose trace it stands', async () => {
    const workspace = sharedWorkspace(fixture);
    const run = fixture === 'district-2024' ? await openExample() : await openRun(workspace);
    let right = 0;
    for (const cell of candidates(run)) {
      if (right >= TRIED) break;
      const { impact, findings } = await tryCell({ file: cell.file, cell: named(cell) }, { workspace });
      if (impact === undefined) throw new Error(JSON.stringify(findings));
      // An error that it makes or mends moves more than the sum.
      if ([...impact.appear, ...impact.go].some(isStandingError)) continue;
      const moved = impact.figures.map(({ unit, indicator }) => `${unit} ${indicator}`);
      expect(moved.toSorted()).toEqual(standsIn(cell, run).toSorted());
      expect(moved.length).toBeGreaterThan(0);
      right += 1;
    }
    expect(right).toBe(TRIED);
  });
});

describe('a cell', () => {
  let small = '';
  beforeAll(() => {
    small = mkdtempSync(join(tmpdir(), 'tdkvh-impact-'));
    const left = (place: string): boolean => place.includes('submissions') && /\.\w+$/u.test(place);
    cpSync(sharedWorkspace('district-2024'), small, {
      recursive: true,
      filter: (place) => !left(place) || place.endsWith(COMMUNE),
    });
  });
  afterAll(() => {
    rmSync(small, { recursive: true, force: true });
  });
  const tried = (file: string, cell: string, value?: string, workspace = small): Promise<TriedCell> =>
    tryCell({ file, cell, ...defined({ value }) }, { workspace });

  it('that becomes an error takes its figures out and says so; a total of the sheet follows by its formula', async () => {
    const { impact } = await tried(COMMUNE, "'Biểu 01'!$M$9", '200', sharedWorkspace('district-2024'));
    const { appear = [], figures = [], sentences = [], cells = [] } = impact ?? ({} as Partial<Impact>);
    expect(new Set(appear.map(({ number }) => number))).toContain('VH347');
    // The total row of the form is a formula, which a spreadsheet would have calculated anew.
    expect(appear.filter(({ code }) => code.startsWith('total/'))).toEqual([]);
    const rate = figures.find(({ unit, indicator }) => unit === '09193' && indicator === 'familyTitleRate');
    expect([rate?.from, rate?.to]).toEqual(['2.899/3.211 (90,28%)', 'không có số']);
    expect(sentences.some(({ from, to }) => from.includes('89,49%') && to.includes('89,35%'))).toBe(true);
    expect(cells).toContainEqual({ sheet: 'PL I Danh hiệu', cell: 'F7', from: '90,28%', to: '…' });
  });

  it.each([
    ['a CSV file', 'submissions/xa hoa tien/bieu-01.csv'],
    ['a file in a zip', 'submissions/gop.zip/09199-xa-tam-da-bieu-01-04-2024.xlsx'],
  ])('of %s moves the sums that add it', async (_, file) => {
    const run = await openExample();
    const name = file.slice(file.lastIndexOf('/') + 1);
    const known = candidates(run).find((cell) => cell.file.endsWith(name));
    const cells = run.results.units.flatMap(
      ({ code }) => run.inputOf('households')?.sourcesOf(code)?.n.cells ?? [],
    );
    const cell = known ?? cells.find((one) => one.file.endsWith(name));
    if (cell === undefined) throw new Error(`no cell of ${name}`);
    const bytes = readFileSync(join(sharedWorkspace('district-2024'), cell.file));
    const folder = mkdtempSync(join(tmpdir(), 'tdkvh-impact-'));
    try {
      cpSync(small, folder, { recursive: true });
      const zipped = file.includes('.zip/');
      const place = zipped ? 'submissions/gop.zip' : cell.file;
      mkdirSync(dirname(join(folder, place)), { recursive: true });
      if (zipped) writeFileSync(join(folder, place), zipSync({ [name]: bytes }));
      else
        cpSync(dirname(join(sharedWorkspace('district-2024'), cell.file)), dirname(join(folder, place)), {
          recursive: true,
        });
      const { impact, findings } = await tried(
        zipped ? `${place}/${name}` : cell.file,
        named(cell),
        undefined,
        folder,
      );
      expect(impact?.figures.length, JSON.stringify(findings)).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('of an OpenDocument workbook moves what it moves in the workbook it was saved from', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tdkvh-impact-'));
    try {
      cpSync(small, folder, { recursive: true });
      const { file } = openSource(sourceOf(readFileSync(join(folder, COMMUNE)), COMMUNE));
      const saved = COMMUNE.replace('.xlsx', '.ods');
      writeFileSync(join(folder, saved), odsOfSheets(file?.sheets ?? []));
      rmSync(join(folder, COMMUNE));
      const moved = async (name: string, workspace: string): Promise<readonly string[] | undefined> =>
        (await tried(name, 'Biểu 01!M9', '121', workspace)).impact?.figures.map(
          ({ unit, indicator, from, to }) => `${unit} ${indicator} ${from} ${to}`,
        );
      const expected = await moved(COMMUNE, small);
      expect(expected?.length).toBeGreaterThan(3);
      expect(await moved(saved, folder)).toEqual(expected);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('that says the same moves nothing', async () => {
    const { stdout, code } = await tdkvh(
      'impact',
      COMMUNE,
      'Biểu 01!M9',
      '--value',
      '122',
      '--workspace',
      small,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Không số liệu, câu hay thông báo nào thay đổi.');
  });

  it.each([
    ['submissions/09193-thi-tran-cho-bieu-01-04-2O24.xlsx', 'Biểu 01!M9', 'có phải “submissions/09193'],
    [COMMUNE, 'Biểu 9!M9', 'các trang: '],
    [COMMUNE, 'M-9', 'không đúng dạng'],
    [COMMUNE, 'Biểu 01!B9', 'không phải số nguyên'],
  ])('%s %s is told why it cannot be tried', async (file, cell, why) => {
    const { findings } = await tried(file, cell);
    expect(findings.map(({ code }) => code)).toEqual(['cli/no-such-cell']);
    expect(findings[0]?.message).toContain(why);
  });
});

describe('what reads otherwise', () => {
  it('is paired by wording, then by its first words; what has no partner stands alone', () => {
    expect(
      movedSentences(
        ['Có 12 hộ.', 'Cao nhất là xã A (90%).', 'Bỏ câu này đi.', 'Giữ nguyên.'],
        ['Có 13 hộ.', 'Giữ nguyên.', 'Cao nhất là xã B (91%), thấp nhất là C.', 'Hoàn toàn mới.'],
      ),
    ).toEqual([
      { from: 'Có 12 hộ.', to: 'Có 13 hộ.' },
      { from: 'Cao nhất là xã A (90%).', to: 'Cao nhất là xã B (91%), thấp nhất là C.' },
      { from: 'Bỏ câu này đi.', to: '' },
      { from: '', to: 'Hoàn toàn mới.' },
    ]);
  });

  it('is a whole sheet where its lines are others', () => {
    const sheet = (...texts: readonly string[]) => [
      { name: 'A', rows: texts.map((text, index) => [{ cell: `A${String(index)}`, text }]) },
    ];
    expect(movedCells(sheet('1', '2'), sheet('1', '3'))).toEqual([
      { sheet: 'A', cell: 'A1', from: '2', to: '3' },
    ]);
    expect(movedCells(sheet('1'), sheet('1', '3'))).toEqual([
      { sheet: 'A', cell: '', from: '1 dòng', to: '2 dòng' },
    ]);
  });
});
