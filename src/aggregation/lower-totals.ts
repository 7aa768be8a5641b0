/** A lower level's own totals against those added again from its parts: told with both values, never believed. */
import { finding } from '../findings/finding.js';
import type {
  CriteriaSet,
  Finding,
  IndicatorDefinition,
  MeasureRecord,
  ResultsDocument,
  UnitLevel,
  UnitTree,
  UnitVersion,
  ValidatedSubmission,
} from '../model.js';
import { formatScaled } from '../values/number-format.js';
import { unitFullName } from '../units/names/unit-name.js';
import { indicatorRecord, measureRun } from './results-document.js';
import { defined } from '../values/defined.js';
import { inner } from '../values/inner-quotes.js';

const SHOWN = 5;
const LEVELS: readonly UnitLevel[] = ['province', 'district', 'commune'];

/** A finding for each unit of the document whose measures differ from those of its figures. */
export function* lowerTotalFindings(
  path: string,
  results: ResultsDocument,
  submissions: ReadonlyMap<string, ValidatedSubmission>,
  indicators: readonly IndicatorDefinition[],
  set: CriteriaSet,
): Iterable<Finding> {
  const tree = treeOf(results);
  const { measures } = measureRun(tree, submissions, indicators, set);
  const known = new Map(indicators.map((indicator) => [indicator.id, indicatorRecord(indicator, set)]));
  for (const [code, unit] of tree.byCode) {
    const differences: { readonly id: string; readonly said: string; readonly added: string }[] = [];
    for (const [id, added] of Object.entries(measures[code] ?? {})) {
      const said = results.measures[code]?.[id];
      const scale = known.get(id)?.scale ?? 0;
      // An indicator the document does not have is no total of its.
      if (said === undefined || same(said, added)) continue;
      differences.push({ id, said: measureText(said, scale), added: measureText(added, scale) });
    }
    const [first] = differences;
    if (first === undefined) continue;
    const shown = differences
      .slice(0, SHOWN)
      .map(({ id, said, added }) => `“${inner(known.get(id)?.label ?? id)}” ghi ${said}, cộng lại ${added}`);
    const rest = differences.length - shown.length;
    yield finding(
      'lower/total-differs',
      { file: path, cell: `measures.${code}.${first.id}` },
      {
        unit: unitFullName(unit),
        count: differences.length,
        differences: shown.join('; ') + (rest > 0 ? ` và ${String(rest)} chỉ tiêu khác` : ''),
      },
      { unit: code, period: results.period.id, actual: first.said, expected: [first.added] },
    );
  }
}

/** Results written before units outside a figure were told apart count them as due. */
const same = (said: MeasureRecord, added: MeasureRecord): boolean =>
  said.n === added.n &&
  said.d === added.d &&
  said.reported === added.reported &&
  dueOf(said) === dueOf(added) &&
  (said.notApplicable === undefined || said.expected === added.expected) &&
  said.pending === added.pending;

const dueOf = ({ expected, notApplicable, state }: MeasureRecord): number =>
  expected + (notApplicable?.length ?? (state === 'notApplicable' && expected === 0 ? 1 : 0));

/** "1.250 (14/14 đơn vị)", "1.100/1.250 (13/14 đơn vị)". */
function measureText({ n, d, reported, expected, pending }: MeasureRecord, scale: number): string {
  const parts =
    d === undefined ? formatScaled(n, scale) : `${formatScaled(n, scale)}/${formatScaled(d, scale)}`;
  const waiting = pending === undefined ? '' : `, còn ${formatScaled(pending, 0)} chưa có quyết định`;
  return `${parts} (${String(reported)}/${String(expected)} đơn vị${waiting})`;
}

/** The tree as the document itself lists it. */
function treeOf({ unit: root, units }: ResultsDocument): UnitTree {
  const byCode = new Map(
    units.map(({ code, name, type, level, parent }): [string, UnitVersion] => [
      code,
      { code, name, type, level, ...defined({ parentCode: parent }) },
    ]),
  );
  const children = new Map<string, string[]>(units.map(({ code }) => [code, []]));
  for (const { code, parent, level } of units) {
    const above = parent === undefined ? undefined : byCode.get(parent);
    // Only a higher level can stand above: a list that runs in a circle is walked all the same.
    if (above !== undefined && LEVELS.indexOf(above.level) < LEVELS.indexOf(level))
      children.get(above.code)?.push(code);
  }
  const leaves = units.flatMap(({ code, leaf }) => (leaf ? [code] : []));
  return { root, byCode, children, leaves, due: new Set(leaves) };
}
