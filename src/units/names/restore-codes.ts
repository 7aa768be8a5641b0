/** Codes that Excel shortened (331 for 00331) get their zeros back, when the registry knows one unit that fits. */
import type { Finding, SourceRef, UnitLevel, UnitVersion } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { CODE_LENGTH, paddedCodes } from './find-by-code.js';
import { unitFullName } from './unit-name.js';

interface RestoredUnits {
  readonly units: readonly UnitVersion[];
  readonly places: ReadonlyMap<UnitVersion, SourceRef>;
  readonly findings: readonly Finding[];
}

/** Own codes of an office, and codes the registry does not know, stay as they are. */
export function restoreCodes(
  places: ReadonlyMap<UnitVersion, SourceRef>,
  registry: readonly UnitVersion[],
): RestoredUnits {
  const official = new Set(registry.map((unit) => unit.code));
  const findings: Finding[] = [];
  const withOwnCode: (readonly [UnitVersion, SourceRef])[] = [];
  for (const [unit, at] of places) {
    const code = restored(unit.code, [unit.level], official);
    if (code === undefined) withOwnCode.push([unit, at]);
    else {
      const parameters = { code: unit.code, name: unitFullName(unit), restored: code };
      findings.push(finding('units/short-code', at, parameters, { unit: code, fields: ['code'] }));
      withOwnCode.push([{ ...unit, code }, at]);
    }
  }

  const listed = new Set(withOwnCode.map(([unit]) => unit.code));
  const complete = new Map<UnitVersion, SourceRef>();
  for (const [unit, at] of withOwnCode) {
    const parent = unit.parentCode;
    const parentCode =
      parent === undefined || listed.has(parent)
        ? undefined
        : (restored(parent, levelsAbove(unit.level), listed) ??
          restored(parent, levelsAbove(unit.level), official));
    // The parent's own row says that its code was short.
    complete.set(parentCode === undefined ? unit : { ...unit, parentCode }, at);
  }
  return { units: [...complete.keys()], places: complete, findings };
}

const levelsAbove = (level: UnitLevel): UnitLevel[] =>
  level === 'commune' ? ['district', 'province'] : ['province'];

/** The one full code that `code` can stand for; undefined when it is complete, or none or several fit. */
function restored(
  code: string,
  levels: readonly UnitLevel[],
  official: ReadonlySet<string>,
): string | undefined {
  if (levels.some((level) => CODE_LENGTH[level] === code.length) && official.has(code)) return undefined;
  const [only, ...others] = levels
    .flatMap((level) => paddedCodes(code, level))
    .filter((padded) => official.has(padded));
  return others.length === 0 ? only : undefined;
}
