/** A unit as results.json lists it: who it is, whether it is due, what of it was used. */
import type { Part, UnitRecord, UnitTree, UnitVersion } from '../model.js';
import { defined } from '../values/defined.js';

/** `parts` of the unit; `wrong`: the units about which an error stands. */
export function unitRecord(
  unit: UnitVersion,
  tree: UnitTree,
  parts: readonly Part[],
  wrong: ReadonlySet<string>,
): UnitRecord {
  const leaf = tree.due.has(unit.code);
  const used = parts.filter((part) => part.state === 'used');
  const sentDocument = parts.some((part) => part.state === 'skipped');
  const silent = sentDocument ? 'documentOnly' : 'missing';
  const status =
    used.length > 0 ? (wrong.has(unit.code) ? 'reportedWithErrors' : 'reported') : leaf ? silent : 'notDue';
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
      communeGroup: unit.communeGroup,
      region: unit.region,
      urban: unit.urban,
      households: unit.households,
    }),
    status,
    forms: used.map((part) => ({ form: part.form ?? '', submissionNo: part.submissionNo, file: part.file })),
  };
}
