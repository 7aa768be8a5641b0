/** Files by the thousand that are nobody's: counted where people read, named one by one in findings.csv and results.json. */
import { beforeAll, describe, expect, it } from 'vitest';
import { reportFindings } from '../../../src/cli/screen/reporter.js';
import { countOf, SHOWN_FILES } from '../../../src/findings/fold.js';
import type { Finding, ResultsDocument, SourceFile, WorkspaceConfig } from '../../../src/model.js';
import { runPipeline } from '../../../src/pipeline.js';
import { openSources } from '../../../src/readers/open-sources.js';
import { submissionStatus } from '../../../src/tracking/status.js';
import { statusRemarks } from '../../../src/tracking/status-remarks.js';
import { findingsCsv } from '../../../src/writers/csv-outputs.js';
import { SET, UNITS } from '../submission/made-files.js';

const config: WorkspaceConfig = {
  period: { id: '2024', year: 2024, kind: 'year' },
  unit: '734',
  level: 'district',
  referenceDate: '2024-12-31',
  criteria: SET.id,
  deadlines: { exceptions: {} },
  decimals: 2,
  report: { outline: 'local', signature: 'BC-BCD', to: [], recipients: [], annexes: [] },
  submissions: [],
};

/** Each kind ends in another finding; the first cell is named in one of them, the sentences of one differ. */
const KINDS: readonly (readonly [name: string, content: string | Uint8Array, code: string])[] = [
  ['anh.jpg', 'x', 'file/plain-text'],
  ['mot-cot.csv', 'abc\n', 'file/csv-one-column'],
  ['ghi-chu.txt', 'x', 'file/note'],
  ['van-ban.pdf', '%PDF-1.4\n', 'file/document'],
  ['rong.xlsx', '', 'file/empty'],
];
const OF_EACH = 700;
const OWN =
  'unit_code,period,areaName,households,areaTitle\n26119,2024,Ấp 1,120,đạt\n26119,2024,Ấp 2,nhiều,đạt\n';

function* sources(): Generator<SourceFile> {
  for (let at = 0; at < OF_EACH; at += 1)
    for (const [name, content] of KINDS)
      yield {
        path: `${String(at).padStart(4, '0')}-${name}`,
        bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
        sha256: `${at}${name}`,
      };
  yield { path: 'z.csv', bytes: new TextEncoder().encode(OWN), sha256: 'z' };
}

let results: ResultsDocument;
let findings: readonly Finding[];
beforeAll(async () => {
  const outcome = await runPipeline({
    config,
    set: SET,
    criteriaSha256: '',
    registry: { name: 'test', asOf: '2024-12-31', sha256: '', units: UNITS },
    targets: [],
    accepted: [],
    received: [{ file: '0690-van-ban.pdf', unit: '26122', date: '2024-12-01' }],
    opened: openSources([...sources()]),
    listing: { skipped: [], findings: [] },
    final: false,
    toolVersion: '0',
  });
  if (outcome.results === undefined) throw new Error('no results');
  ({ findings, results } = { findings: outcome.findings, results: outcome.results });
});

const filesOf = (name: string): readonly string[] =>
  Array.from({ length: OF_EACH }, (_, at) => `${String(at).padStart(4, '0')}-${name}`);

describe('thousands of files that are nobody’s', () => {
  it.each(KINDS.map(([name, , code]) => [code, name]))(
    '%s is told of the first, then counted',
    (code, name) => {
      const own = findings.filter(({ at }) => at.file.endsWith(name));
      const told = own.filter((one) => one.code === code).length;
      // The document of a commune is never counted with those of nobody.
      expect(told).toBe(SHOWN_FILES + (code === 'file/document' ? 1 : 0));
      const counted = own.filter((one) => one.code === 'file/more-of-same');
      expect(counted).toHaveLength(1);
      expect(countOf(own)).toBe(OF_EACH);
      expect(counted[0]?.severity).toBe(own.find((one) => one.code === code)?.severity);
      expect(counted[0]?.message).toContain(`Còn ${OF_EACH - told} tệp`);
    },
  );

  it('are named one by one in findings.csv and results.json', () => {
    const csv = new TextDecoder().decode(findingsCsv(findings, results.units));
    for (const [name, , code] of KINDS) {
      const lines = csv.split('\r\n').filter((line) => line.split(',')[1] === code);
      expect(lines.map((line) => line.split(',')[8]).sort()).toEqual(filesOf(name));
    }
    expect(results.inputs).toHaveLength(KINDS.length * OF_EACH + 1);
    expect(results.conservation.files.total).toBe(results.inputs.length);
  });

  it('are each known to the tracking, and a commune’s own file is left as it is', () => {
    const receipts = [{ file: '0690-van-ban.pdf', unit: '26122', date: '2024-12-01' }];
    const status = submissionStatus(results, receipts, config.deadlines, '2024-12-31');
    const stateOf = new Map(status.files.map(({ file, state }) => [file, state]));
    for (const name of ['anh.jpg', 'mot-cot.csv', 'rong.xlsx'])
      for (const file of filesOf(name)) expect(stateOf.get(file)).toBe('unattributed');
    for (const file of filesOf('van-ban.pdf')) expect(stateOf.get(file)).toBe('documentOnly');
    expect(status.units.find(({ unit }) => unit === '26122')?.files).toEqual(['0690-van-ban.pdf']);
    const remarks = statusRemarks(results, receipts, config.deadlines, { ...status, asOf: '2024-12-31' });
    const nobodys = remarks.filter(({ at }) => at.file.endsWith('van-ban.pdf'));
    expect([nobodys.length, countOf(nobodys)]).toEqual([SHOWN_FILES + 1, OF_EACH - 1]);
    expect(findings.filter(({ at }) => at.file === 'z.csv').map(({ at }) => at.cell)).toContain('D3');
  });

  it('take a few lines of the screen, with the true numbers', () => {
    const text = reportFindings(findings, { columns: 80, colour: false });
    expect(text.split('\n').length).toBeLessThan(500);
    for (const [, , code] of KINDS) expect(findings.some((one) => one.code === code)).toBe(true);
    expect(text.match(/… và 190 tệp khác cùng như vậy/gu)).toHaveLength(KINDS.length - 1);
    const errors = findings.filter(({ severity, trial }) => severity === 'error' && trial !== true);
    expect(countOf(errors)).toBeGreaterThanOrEqual(3 * OF_EACH);
    expect(text).toContain(`${countOf(errors)} phải sửa`);
  });
});
