/** The compiling unit and everything under it on its reference date: three levels until 30/6/2025, two from 1/7/2025. */
import type { Finding, SourceRef, UnitTree, UnitVersion } from '../model.js';
import { finding } from '../findings/finding.js';
import { formatDate } from '../values/number-format.js';
import { formatPeriod, unitsAt } from './unit-dates.js';
import { unitFullName } from './names/unit-name.js';
import { groupBy } from '../values/groups.js';
import { IN_UNITS } from '../findings/places.js';

export interface UnitTreeOutcome {
  readonly tree?: UnitTree;
  readonly findings: readonly Finding[];
}

/** Levels from the compiling unit down; the law knows three. */
const DEEPEST = 10;

/**
 * The tree under `rootCode`. Due to report are communes, and districts without communes (islands);
 * a commune that compiles for itself is its own leaf. No tree when the root is missing, a code is there
 * twice, or nobody is due: a total over such a list would be wrong.
 */
export function buildUnitTree(
  units: readonly UnitVersion[],
  rootCode: string,
  date: string,
  at: SourceRef = IN_UNITS,
): UnitTreeOutcome {
  const current = unitsAt(units, date);
  const root = current.find((unit) => unit.code === rootCode);
  if (root === undefined) return { findings: [rootMissing(units, rootCode, date, at)] };

  const below = groupBy(current, ({ parentCode }) => parentCode);
  const byCode = new Map<string, UnitVersion>([[root.code, root]]);
  const children = new Map<string, readonly string[]>();
  const leaves: string[] = [];
  const findings: Finding[] = current
    .filter((unit) => unit.code === rootCode && unit !== root)
    .map((unit) => repeatedCode(unit, root, at));

  const open: { readonly unit: UnitVersion; readonly depth: number }[] = [{ unit: root, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { unit, depth } = next;
    const admitted: UnitVersion[] = [];
    for (const child of below.get(unit.code) ?? []) {
      const other = byCode.get(child.code);
      if (depth === DEEPEST || other === child) findings.push(wrongParent(child, unit, at));
      else if (other === undefined) {
        byCode.set(child.code, child);
        admitted.push(child);
      } else findings.push(repeatedCode(child, other, at));
    }
    children.set(
      unit.code,
      admitted.map((child) => child.code),
    );
    if (admitted.length === 0 && unit.level !== 'province') leaves.push(unit.code);
    for (const child of admitted.toReversed()) open.push({ unit: child, depth: depth + 1 });
  }

  if (leaves.length === 0) {
    const parameters = { name: unitFullName(root), date: formatDate(date) };
    findings.push(finding('units/nobody-due', at, parameters, { unit: rootCode }));
  }
  if (findings.length > 0) return { findings };
  return {
    tree: { root: root.code, byCode, children, leaves, due: new Set(leaves) },
    findings: leaves.flatMap((code) => districtItselfDue(byCode.get(code), at)),
  };
}

const repeatedCode = (unit: UnitVersion, other: UnitVersion, at: SourceRef): Finding =>
  finding(
    'units/repeated-code',
    at,
    { code: unit.code, name: unitFullName(unit), other: unitFullName(other) },
    { unit: unit.code },
  );

/** A circle, or a chain of units no country has: everything that walks the tree goes as deep as it is. */
const wrongParent = (unit: UnitVersion, parent: UnitVersion, at: SourceRef): Finding =>
  finding(
    'units/parent-level',
    at,
    { name: unitFullName(unit), parent: unitFullName(parent) },
    { unit: unit.code },
  );

const districtItselfDue = (unit: UnitVersion | undefined, at: SourceRef): Finding[] =>
  unit?.level === 'district'
    ? [finding('units/district-itself-due', at, { name: unitFullName(unit) }, { unit: unit.code })]
    : [];

function rootMissing(units: readonly UnitVersion[], code: string, date: string, at: SourceRef): Finding {
  const otherTime = units.find((unit) => unit.code === code);
  const parameters = { code, date: formatDate(date) };
  return otherTime === undefined
    ? finding('units/root-missing', at, parameters, { unit: code })
    : finding(
        'units/root-not-in-force',
        at,
        { ...parameters, name: unitFullName(otherTime), period: formatPeriod(otherTime) },
        { unit: code },
      );
}
