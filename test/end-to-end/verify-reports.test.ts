/** `verify` over the reports of both fixtures: nothing to find as they are, every changed figure found. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WrittenBlock, WrittenReport } from '../../src/model.js';
import { expectedReport } from '../../src/office/expected-report.js';
import { loadVerificationWords } from '../../src/office/load-verification-words.js';
import { readDocx } from '../../src/readers/docx/docx.js';
import { compareOwn } from '../../src/verification/own/compare-own.js';
import { tdkvh } from '../support/program.js';
import { sliceOf } from '../support/sweep.js';
import { randomNumbers } from '../unit/validation/random-numbers.js';
import { FIXTURE_NAMES } from './expectation.js';
import { sharedRun, sharedWorkspace } from './fixture-run.js';

/** Every figure in turn takes minutes (all 4,003 of both reports, on 2026-12-01: every one found). */
const FIGURES_TRIED = 40;
const SEED = 20261201;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-verify-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(FIXTURE_NAMES)('verify over the report of %s', (fixture) => {
  const word = (): Uint8Array => sharedRun(fixture).output('bao-cao.docx');
  const results = (): string => join(sharedWorkspace(fixture), 'out', 'results.json');
  const read = (bytes: Uint8Array): WrittenReport =>
    readDocx({ path: 'bao-cao.docx', bytes, sha256: '' }).report ?? { blocks: [], marks: [] };

  it('finds nothing, with its results beside it', async () => {
    const { code, stdout } = await tdkvh(
      'verify',
      join(sharedWorkspace(fixture), 'out', 'bao-cao.docx'),
      '--json',
    );
    const answer = JSON.parse(stdout) as {
      right: number;
      results: { marked: number; kept: number };
      findings?: unknown;
    };
    expect({ code, findings: answer.findings ?? [] }).toEqual({ code: 0, findings: [] });
    expect(answer.results.kept).toBe(answer.results.marked);
    expect(answer.right).toBeGreaterThan(900);
  });

  it('finds nothing in the summary workbook', async () => {
    const path = join(sharedWorkspace(fixture), 'out', 'tong-hop.xlsx');
    const { code, stdout } = await tdkvh('verify', path, '--json');
    const answer = JSON.parse(stdout) as { wrong: number; right: number };
    expect({ code, wrong: answer.wrong }).toEqual({ code: 0, wrong: 0 });
    expect(answer.right).toBeGreaterThan(1000);
  });

  it('finds one changed digit, wherever it stands', async () => {
    const { report: wanted } = await expectedReport(results());
    const report = read(word());
    if (wanted === undefined) throw new Error('no report from the results');
    const missed = sliceOf(changed(report.blocks), FIGURES_TRIED).filter(
      ({ blocks }) => compareOwn('bao-cao.docx', { ...report, blocks }, wanted).findings.length === 0,
    );
    expect(missed.map(({ place }) => place)).toEqual([]);
  });
});

// In a draft the figures of other units are not held against one another; only a complete report shows it.
it('finds nothing in a report in which nobody is missing', async () => {
  const from = sharedWorkspace('district-2024');
  const workspace = join(folder, 'du');
  cpSync(from, workspace, { recursive: true, filter: (path) => path !== join(from, 'out') });
  const { stdout: status } = await tdkvh('status', '--as-of', '2024-12-01', '--json', '--workspace', from);
  const { units } = JSON.parse(status) as {
    units: readonly { unit: string; state: string }[];
  };
  const passed = units.filter(({ state }) => state === 'passed');
  const others = new Set(units.filter((one) => !passed.includes(one)).map(({ unit }) => unit));
  const list = readFileSync(join(from, 'units.csv'), 'utf8').split('\n');
  writeFileSync(
    join(workspace, 'units.csv'),
    list.filter((line) => !others.has(line.split(',')[0] ?? '')).join('\n'),
  );
  const results = JSON.parse(readFileSync(join(from, 'out', 'results.json'), 'utf8')) as {
    rows: Readonly<Record<string, Readonly<Record<string, { file: string }>>>>;
  };
  const kept = new Set(
    passed.flatMap(({ unit }) => Object.values(results.rows[unit] ?? {}).map(({ file }) => file)),
  );
  const sent = readdirSync(join(workspace, 'submissions'), { recursive: true, withFileTypes: true });
  for (const one of sent) {
    const path = join(one.parentPath, one.name);
    const isCsv = one.name.endsWith('.csv');
    if (one.isFile() && !isCsv && !kept.has(relative(workspace, path).replaceAll('\\', '/'))) rmSync(path);
  }
  const made = await tdkvh('aggregate', '--final', '--workspace', workspace);
  expect(made.code, made.stdout + made.stderr).toBe(0);
  const { code, stdout } = await tdkvh('verify', join(workspace, 'out', 'bao-cao.docx'), '--json');
  expect({ code, findings: (JSON.parse(stdout) as { findings?: unknown }).findings ?? [] }).toEqual({
    code: 0,
    findings: [],
  });
});

it.each(sliceOf(FIXTURE_NAMES, 1))(
  'finds a digit changed in the file itself of %s, which stays',
  async (fixture) => {
    const parts = unzipSync(sharedRun(fixture).output('bao-cao.docx'));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const edited = text.replace(
      /(w:name="sl_[^"]*_rate"[^>]*\/><w:r>.*?<w:t[^>]*>)(\d)/su,
      (_, before: string, digit: string) => `${before}${digit === '1' ? '2' : '1'}`,
    );
    expect(edited).not.toBe(text);
    const path = join(folder, `${fixture}.docx`);
    const results = join(sharedWorkspace(fixture), 'out', 'results.json');
    writeFileSync(path, zipSync({ ...parts, 'word/document.xml': strToU8(edited) }));
    const { code, stdout } = await tdkvh('verify', path, '--results', results, '--json');
    const { findings } = JSON.parse(stdout) as { findings: readonly { code: string }[] };
    expect(code).toBe(1);
    expect(findings.map((found) => found.code)).toContain('verify/figure-changed');
    // Elsewhere, without results, it says that only the figures themselves are compared.
    const alone = await tdkvh('verify', path, '--workspace', folder, '--json');
    expect(alone.stdout).toContain('verify/no-results');
  },
);

it('reads its words', async () => {
  expect((await loadVerificationWords()).findings).toEqual([]);
});

/** The report with one figure of a cell or sentence changed by a digit, each in turn; which digit and to what, a seed says. */
function changed(
  blocks: readonly WrittenBlock[],
): readonly { readonly place: string; readonly blocks: readonly WrittenBlock[] }[] {
  const random = randomNumbers(SEED);
  const slipped = (text: string, at: number, figure: string): string => {
    const digits = [...figure.matchAll(/\d/gu)];
    const digit = random.of(digits);
    const position = at + digit.index;
    const other = String((Number(digit[0]) + 1 + random.upTo(8)) % 10);
    return text.slice(0, position) + other + text.slice(position + 1);
  };
  const variants = (text: string): readonly { readonly figure: string; readonly text: string }[] =>
    [...text.matchAll(/\d[\d.,]*\d|\d/gu)].map(({ index, 0: figure }) => ({
      figure,
      text: slipped(text, index, figure),
    }));
  return blocks.flatMap((block, index) => {
    const put = (other: WrittenBlock): readonly WrittenBlock[] => blocks.with(index, other);
    if (block.kind === 'text')
      return variants(block.text).map(({ figure, text }) => ({
        place: `${block.place}: ${figure}`,
        blocks: put({ ...block, text }),
      }));
    return block.rows.flatMap((row, at) =>
      row.cells.flatMap((cell, column) =>
        variants(cell.text).map(({ figure, text }) => {
          const cells = row.cells.with(column, { ...cell, text });
          return {
            place: `${block.place}, ${row.place}: ${figure}`,
            blocks: put({ ...block, rows: block.rows.with(at, { ...row, cells }) }),
          };
        }),
      ),
    );
  });
}
