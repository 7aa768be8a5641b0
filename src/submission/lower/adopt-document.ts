/**
 * A lower level's results.json becomes parts, a form of a unit each, as if the forms had come by themselves. Only the
 * figures of its leaf units and its own forms are taken; its totals are never used.
 */
import { finding } from '../../findings/finding.js';
import type { Finding, Part, UnitRecord, UnitSubmission } from '../../model.js';
import { formatDate } from '../../values/number-format.js';
import { findByName } from '../../units/names/find-by-name.js';
import { isInForce } from '../../units/unit-dates.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { readsFormsOf } from '../made-for.js';
import { listed } from '../listed.js';
import { carriedFindings } from './carried-findings.js';
import { documentFindings } from './document-findings.js';
import { refusedWhole, type Adopted, type LowerContext, type LowerDocument } from './lower-document.js';
import { rebuildTables, type ExcludedHere, type Misfit, type Rebuilt } from './rebuild-tables.js';
import { append } from '../../values/of-many.js';

/** Adopts a document, or says why it cannot count. `excludedHere` comes from what its own findings exclude. */
export function adoptDocument(
  document: LowerDocument,
  context: LowerContext,
  excludedHere: ExcludedHere,
): Adopted {
  const { path, sha256, results } = document;
  const whole = context.settlements.filter(
    (one) => one.sha256 === sha256 && one.form === undefined && one.sheet === undefined,
  );
  if (whole.some(({ use, unit }) => use === false && unit === undefined))
    return refused(
      document,
      [finding('submission/not-used', { file: path }, { decision: 'use: false' })],
      'skipped',
    );
  const standing = standingAgainst(document, context);
  if (standing !== undefined) return refused(document, [standing], 'rejected');

  const findings = [...documentFindings(document, context)];
  const leftOut = new Set(
    whole.flatMap(({ use, unit }) => (use === false && unit !== undefined ? [unit] : [])),
  );
  const strangers = strangersAmong(document, context);
  append(findings, strangers.findings);
  const carried = carriedFindings(document);
  const parts: Part[] = [];
  const units: UnitSubmission[] = [];
  const misfits: Misfit[] = [];
  const withoutForms: Finding[] = [];
  for (const unit of results.units) {
    const state = strangers.codes.has(unit.code) ? 'rejected' : leftOut.has(unit.code) ? 'skipped' : 'used';
    const rebuilt = rebuildTables(results, unit.code, path, context.set, excludedHere);
    append(misfits, rebuilt.misfits);
    const tables = new Map(rebuilt.tables.map(({ key, table }) => [key, table]));
    if (tables.size > 0) units.push({ unit: unit.code, period: results.period.id, tables });
    const about = carried.filter((one) => one.unit === unit.code);
    append(parts, partsOf(document, unit, rebuilt.tables, state, about));
    if (rebuilt.tables.length === 0 && state === 'used') append(withoutForms, about);
  }
  if (misfits.length > 0) return refused(document, [malformed(path, misfits)], 'rejected');
  if (parts.length === 0) parts.push(refusedWhole(document, 'skipped', results.unit));
  return { document, parts, findings, units, withoutForms };
}

const refused = (document: LowerDocument, findings: readonly Finding[], state: Part['state']): Adopted => ({
  document,
  parts: [refusedWhole(document, state)],
  findings,
  units: [],
  withoutForms: [],
});

function malformed(file: string, misfits: readonly Misfit[]): Finding {
  const [first] = misfits;
  const parameters = { count: misfits.length, place: first?.place ?? '', reason: first?.reason ?? '' };
  return finding('lower/malformed', { file }, parameters);
}

/** Why no figure of the document can count here: another period, another set, a unit that is not below this one. */
function standingAgainst({ path, results }: LowerDocument, context: LowerContext): Finding | undefined {
  const at = { file: path };
  const { tree } = context.scope;
  const named = results.units.find(({ code }) => code === results.unit);
  const unit = named === undefined ? results.unit : unitFullName(named);
  const here = tree.byCode.get(results.unit);
  const notBelow = (why: string): Finding =>
    finding('lower/unit-not-below', at, { unit, code: results.unit, why }, { actual: results.unit });
  if (results.period.id !== context.period.id)
    return finding('lower/other-period', at, {
      unit,
      actual: results.period.id,
      expected: context.period.id,
    });
  if (!readsFormsOf(context.set, results.criteria.id))
    return finding('lower/other-criteria', at, {
      unit,
      actual: results.criteria.id,
      expected: context.set.id,
    });
  if (here === undefined) return notBelow('không có trong danh sách đơn vị của báo cáo này');
  if (results.unit === tree.root && !tree.due.has(tree.root))
    return notBelow('tức chính đơn vị đang tổng hợp, không phải đơn vị cấp dưới');
  if (named !== undefined && findByName([here], unitFullName(named)).kind === 'none')
    return notBelow(`trong khi mã này ở báo cáo này là ${unitFullName(here)}`);
  return undefined;
}

/** Units of the document that are not under its unit here, or whose ground has changed between the two days. */
function strangersAmong(
  { path, results }: LowerDocument,
  context: LowerContext,
): { readonly codes: ReadonlySet<string>; readonly findings: readonly Finding[] } {
  const { tree } = context.scope;
  const sender = tree.byCode.get(results.unit);
  const codes = new Set<string>();
  const changed: string[] = [];
  const findings: Finding[] = [];
  for (const unit of results.units) {
    const why = strangeness(unit, results.unit, context);
    if (why !== undefined) {
      codes.add(unit.code);
      const parameters = {
        sender: sender === undefined ? results.unit : unitFullName(sender),
        unit: unitFullName(unit),
        code: unit.code,
        why,
        date: formatDate(context.referenceDate),
      };
      findings.push(finding('lower/leaf-not-below', { file: path, cell: `units.${unit.code}` }, parameters));
    } else if (!sameGround(unit.code, results.referenceDate, context)) {
      codes.add(unit.code);
      changed.push(unitFullName(unit));
    }
  }
  if (changed.length > 0)
    findings.push(
      finding(
        'lower/other-date',
        { file: path },
        {
          actual: formatDate(results.referenceDate),
          expected: formatDate(context.referenceDate),
          expectedIso: context.referenceDate,
          units: listed(changed),
        },
      ),
    );
  return { codes, findings };
}

function strangeness(unit: UnitRecord, sender: string, { scope }: LowerContext): string | undefined {
  const { tree } = scope;
  const here = tree.byCode.get(unit.code);
  if (here === undefined) return 'không có trong danh sách đơn vị của báo cáo này';
  if (findByName([here], unitFullName(unit)).kind === 'none')
    return `trong khi mã này ở báo cáo này là ${unitFullName(here)}`;
  let above: string | undefined = unit.code;
  for (let level = 0; above !== undefined && above !== sender && level < 5; level += 1)
    above = tree.byCode.get(above)?.parentCode;
  return above === sender ? undefined : 'ở báo cáo này không thuộc đơn vị đó';
}

/** The same version of the unit is in force on both days, as far as the lists know. */
function sameGround(code: string, date: string, { referenceDate, known, scope }: LowerContext): boolean {
  if (date === referenceDate) return true;
  const unit = scope.tree.byCode.get(code);
  const versions = known.filter((one) => one.code === code);
  return [...versions, ...(unit === undefined ? [] : [unit])]
    .filter((one) => isInForce(one, referenceDate))
    .every((one) => isInForce(one, date));
}

function partsOf(
  document: LowerDocument,
  unit: UnitRecord,
  tables: readonly Rebuilt[],
  state: Part['state'],
  about: readonly Finding[],
): readonly Part[] {
  const { path, sha256, results } = document;
  const base = { sha256, unit: unit.code, period: results.period.id, document: path };
  const forms = tables.map(({ form }) => form.id);
  return tables.map(({ form, table }, index): Part => {
    const submissionNo = unit.forms.find((one) => one.form === form.id)?.submissionNo ?? 1;
    const part = { ...base, file: table.file, sheet: table.sheet, form: form.id, submissionNo, state };
    if (state !== 'used') return part;
    // Findings about a form stand on it; those about the unit, or a form that did not count, on the first.
    const findings = about.filter((one) => Math.max(forms.indexOf(one.form ?? ''), 0) === index);
    return { ...part, table, findings };
  });
}
