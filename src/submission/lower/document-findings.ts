/** What is to be said of a lower level's results.json as a whole: incomplete, a draft, other definitions, another list. */
import { isStandingError } from '../../findings/acceptance.js';
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { listed } from '../listed.js';
import { leavesOf, type LowerContext, type LowerDocument } from './lower-document.js';

export function* documentFindings(
  { path, results }: LowerDocument,
  context: LowerContext,
): Iterable<Finding> {
  const at = { file: path };
  const { tree } = context.scope;
  const sender = tree.byCode.get(results.unit);
  const unit = sender === undefined ? results.unit : unitFullName(sender);
  const missing = results.units.filter(
    ({ leaf, status }) => leaf && (status === 'missing' || status === 'documentOnly'),
  ).length;
  const errors = results.findings.filter(isStandingError).length;
  if (!results.complete) yield finding('lower/incomplete', at, { unit, missing, errors });
  else if (!results.final) yield finding('lower/draft', at, { unit });
  if (results.criteria.sha256 !== context.criteriaSha256) {
    const known = new Set(context.set.fields.map(({ id }) => id));
    const strange = results.fields.filter(({ id }) => !known.has(id)).map(({ label }) => `“${label}”`);
    yield finding('lower/definitions-differ', at, {
      unit,
      criteria: context.set.id,
      unknown:
        strange.length === 0 ? '' : ` Chỉ tiêu không có ở đây nên không được tính: ${listed(strange)}.`,
    });
  }
  const there = new Set(leavesOf(results));
  const leavesHere = leavesUnder(results.unit, context).filter((code) => !there.has(code));
  if (leavesHere.length > 0)
    yield finding('lower/list-differs', at, {
      unit,
      count: leavesHere.length,
      units: listed(leavesHere.map((code) => nameOf(code, context))),
    });
}

function leavesUnder(code: string, context: LowerContext): readonly string[] {
  const { tree } = context.scope;
  if (tree.due.has(code)) return [code];
  return (tree.children.get(code) ?? []).flatMap((child) => leavesUnder(child, context));
}

function nameOf(code: string, { scope }: LowerContext): string {
  const unit = scope.tree.byCode.get(code);
  return unit === undefined ? code : unitFullName(unit);
}
