/** How the report begins: what it reports, and once for all whose figures they are and what they are compared with. */
import type { Block, TextRun } from '../../model.js';
import { comparisonNotes } from '../prose/comparison-notes.js';
import { absentCount, reasonsText, silentUnits } from '../prose/coverage.js';
import { givenTotalNotes } from '../prose/given-totals.js';
import { runsOf } from '../prose/figure-marks.js';
import { isOwn } from '../prose/frame.js';
import { figure, type Prose } from '../prose/prose.js';
import { UNITS } from '../../measures/whole-report.js';
import { paragraphOf } from '../prose/vietnamese-list.js';
import { upperFirst } from '../../values/vietnamese-text.js';

/** What the introduction says of the figures; first whose they are, so that the annex named there is numbered first. */
export function introducedFigures(prose: Prose): readonly string[] {
  const silent = silentUnits(prose.frame);
  const { leaves, count, results } = prose.frame;
  const reported = leaves.length - absentCount(silent);
  const own = isOwn(results, leaves);
  const state = reported === 0 ? 'none' : own ? 'own' : reported === leaves.length ? 'full' : 'partial';
  const data = {
    reported: figure(prose, UNITS, 'reported', count(reported)),
    expected: figure(prose, UNITS, 'expected', count(leaves.length)),
    reasons: reasonsText(prose, silent),
  };
  return [
    prose.say(`overall.${state}`, data),
    ...(own ? [] : givenTotalNotes(prose)),
    ...(results.period.kind === 'registration' || reported === 0 ? [] : comparisonNotes(prose)),
  ];
}

/** `exceptions`: who is missing from single figures. */
export function introduction(
  prose: Prose,
  issuer: string,
  [whose = '', ...more]: readonly string[],
  exceptions: string,
): readonly Block[] {
  return [
    { kind: 'paragraph', runs: begun(prose, issuer) },
    { kind: 'paragraph', runs: runsOf(paragraphOf([whose, exceptions, ...more])) },
  ];
}

/** Takes the place of a basis that the office has still to give. */
const OPEN_BASIS = '\uE000';

/** "Thực hiện Kế hoạch số …, Ban Chỉ đạo báo cáo …"; a basis that is not given is highlighted until the report is final. */
function begun(prose: Prose, issuer: string): readonly TextRun[] {
  const { report, final } = prose.frame.results;
  const basis = report.basis ?? (final ? '' : OPEN_BASIS);
  const text = prose.say('introduction', {
    basis,
    issuer,
    issuerCapital: upperFirst(issuer),
  });
  const [before = '', after] = text.split(OPEN_BASIS);
  if (after === undefined) return runsOf(text);
  const open = runsOf(prose.say('introduction.basis', {}), { draft: true });
  return [...runsOf(before), ...open, ...runsOf(after)];
}
