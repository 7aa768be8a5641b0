/** A unit as results.json lists it: who it is, whether it is due, what of it was used. */
import { isStandingError } from '../findings/acceptance.js';
import type { Finding, Part, UnitRecord, UnitTree, UnitVersion } from '../model.js';
import { defined } from '../values/defined.js';

/** `parts` and `findings` of the whole run. */
export function unitRecord(
  unit: UnitVersion,
  tree: UnitTree,
  parts: readonly Part[],
  findings: readonly Finding[],
): UnitRecord {
  const leaf = tree.leaves.includes(unit.code);
  const used = parts.filter((part) => part.unit === unit.code && part.state === 'used');
  const wrong = findings.some((one) => one.unit === unit.code && isStandingError(one));
  const sentDocument = parts.some((part) => part.unit === unit.code && part.state === 'skipped');
  const silent = sentDocument ? 'documentOnly' : 'missing';
  const status = used.length > 0 ? (wrong ? 'reportedWithErrors' : 'reported') : leaf ? silent : 'notDue';
  return {
    code: unit.code,
    name: unit.name,
    type: unit.type,
    level: unit.level,
    ...(unit.parentCode === undefined || !tree.byCode.has(unit.parentCode)
      ? {}
      : { parent: unit.parentCode }),
    leaf,
    ...defined({
      group: unit.group,
      areaClass: unit.areaClass,
      region: unit.region,
      urban: unit.urban,
      households: unit.households,
    }),
    status,
    forms: used.map((part) => ({ form: part.form ?? '', submissionNo: part.submissionNo, file: part.file })),
  };
}
