/** Why `--final` or `--require-complete` says no: which parts are unwritten, whose errors stand, who has not sent and what. */
import type { Finding } from '../../../model.js';
import { isStandingError } from '../../../findings/acceptance.js';
import { countOf } from '../../../findings/fold.js';
import { finding, NOWHERE } from '../../../findings/finding.js';
import { WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { emptyNarrativeSections } from '../../../reports/report.js';
import type { Prose } from '../../../reports/prose/prose.js';
import { unitFullName } from '../../../units/names/unit-name.js';
import { groupBy } from '../../../values/groups.js';
import { formatCount } from '../../../values/number-format.js';
import { compareVietnamese } from '../../../values/vietnamese-text.js';
import type { CommandCall } from '../../command.js';
import { shownPath } from '../../screen/shown-path.js';

/** Names in one sentence before the rest is counted. */
const NAMED = 12;

export function refusalsOf(
  prose: Prose,
  narrative: string | undefined,
  { options }: CommandCall,
): readonly Finding[] {
  const final = options.flag('final');
  if (!final && !options.flag('requireComplete')) return [];
  const empty = final ? emptyNarrativeSections(prose, narrative) : [];
  const parts = empty.join('; ');
  const unwritten =
    empty.length === 0
      ? []
      : [finding('cli/narrative-empty', { file: WORKSPACE_FILES.narrative }, { parts })];
  if (prose.frame.results.complete) return unwritten;
  const reasons = openReasons(prose);
  const refused = final
    ? finding('cli/refused', NOWHERE, { reasons })
    : finding('cli/not-complete', NOWHERE, { reasons });
  return [...unwritten, refused];
}

/** What is missing or wrong and stands, in words. */
export const openReasons = (prose: Prose): string =>
  [...standingErrors(prose), ...unitsWithout(prose)].join('; ');

/** "còn 3 lỗi chưa xử lý: Xã A (2), tdkvh.yaml (1)". */
function standingErrors({ frame: { results, unitByCode } }: Prose): readonly string[] {
  const errors = results.findings.filter(isStandingError);
  if (errors.length === 0) return [];
  const holders = groupBy(errors, ({ unit, at }) => {
    const known = unit === undefined ? undefined : unitByCode.get(unit);
    return known === undefined
      ? (unit ?? (at.file === '' ? 'toàn kỳ' : shownPath(at.file)))
      : unitFullName(known);
  });
  const names = [...holders].map(([name, own]) => `${name} (${formatCount(countOf(own))})`);
  return [`còn ${formatCount(countOf(errors))} lỗi chưa xử lý: ${named(names, 'nơi')}`];
}

/** Those of whom a finding says that they have no figures, and nobody has accepted it. */
function unitsWithout({ frame: { results, unitByCode } }: Prose): readonly string[] {
  const codes = results.findings
    .filter(({ code, accepted }) => code === 'unit/not-reported' && accepted === undefined)
    .flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
  const failed = new Set(results.findings.filter(isStandingError).map(({ unit }) => unit));
  const states = groupBy(codes, (code) =>
    unitByCode.get(code)?.status === 'documentOnly'
      ? 'mới gửi văn bản, chưa gửi biểu số liệu'
      : failed.has(code)
        ? 'đã gửi nhưng chưa có số liệu tính được'
        : 'chưa gửi',
  );
  return [...states].map(([state, units]) => {
    const names = units.map((code) => {
      const unit = unitByCode.get(code);
      return unit === undefined ? code : unitFullName(unit);
    });
    const inOrder = names.toSorted(compareVietnamese);
    return `${formatCount(units.length)} đơn vị ${state}: ${named(inOrder, 'đơn vị')}`;
  });
}

const named = (names: readonly string[], what: string): string =>
  names.length <= NAMED + 1
    ? names.join(', ')
    : `${names.slice(0, NAMED).join(', ')} và ${formatCount(names.length - NAMED)} ${what} khác`;
