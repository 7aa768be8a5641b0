/** The answers of communes in the reply sheets of what they sent back, as findings the office can act on. */
import { finding } from '../../findings/finding.js';
import { filesOf } from '../../findings/fold.js';
import type { Finding, ReasonGiven, ResultsDocument } from '../../model.js';
import { openFiles } from '../../readers/open-sources.js';
import { givenReasons } from '../../tracking/given-reasons.js';
import { unitFullName } from '../../units/names/unit-name.js';
import type { PreparedRun } from '../prepare-run.js';
import { append } from '../../values/of-many.js';

export interface ReasonsRead {
  /** Those that answer an open question of today. */
  readonly reasons: readonly ReasonGiven[];
  readonly findings: readonly Finding[];
}

const isLoneReply = ({ code }: Finding): boolean => code === 'reply/sheet-alone';

/** `a/b/c.xlsx` → `a`, `a/b`: one of them may be an archive. */
const foldersOf = (path: string): readonly string[] =>
  Array.from(path.matchAll(/\//gu), ({ index }) => path.slice(0, index));

/** Only files in use and lone reply sheets are asked: what was replaced is answered by its successor. */
export async function readReasons({ listing }: PreparedRun, results: ResultsDocument): Promise<ReasonsRead> {
  const asked = new Set([
    ...results.inputs.filter(({ state }) => state === 'used').map(({ path }) => path),
    ...filesOf(results.findings, isLoneReply),
  ]);
  const folders = new Set([...asked].flatMap(foldersOf));
  const open = new Map(results.findings.map((one) => [one.id, one]));
  const names = new Map(results.units.map((unit) => [unit.code, unitFullName(unit)]));
  const reasons: ReasonGiven[] = [];
  const findings: Finding[] = [];
  const holders = listing.files.filter(
    ({ path }) => /\.(?:xls[xmb]?|ods)$/iu.test(path) || folders.has(path),
  );
  for await (const { path, file } of openFiles(holders)) {
    if (file === undefined || !asked.has(path)) continue;
    const given = givenReasons(file);
    append(findings, given.findings);
    for (const one of given.reasons) {
      const found = open.get(one.id);
      const { id, reason, at } = one;
      if (found === undefined) findings.push(finding('reply/reason-of-nothing', at, { id, reason }));
      else if (found.accepted === undefined) {
        reasons.push(one);
        const unit = names.get(found.unit ?? '') ?? found.unit ?? '';
        findings.push(finding('reply/reason-given', at, { unit, number: found.number, id, reason }));
      }
    }
  }
  return { reasons, findings };
}
