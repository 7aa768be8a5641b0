/** Units to choose from when a sender cannot be told: ordered by what file name and folder hint at, never decided by it. */
import type { UnitVersion } from '../../model.js';
import { findByName } from '../../units/names/find-by-name.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { foldBare, foldMarks } from '../../values/vietnamese-text.js';
import { unitIn, type UnitScope } from './unit-scope.js';

/** Candidates shown in a sentence. */
const MOST = 5;

/** Each unit once; those whose code, name and parent's name occur in the path come first. */
export function orderByPath(
  units: readonly UnitVersion[],
  path: string,
  scope: UnitScope,
): readonly UnitVersion[] {
  const once = [...new Map(units.map((unit) => [unit.code, unit])).values()];
  const ranks = new Map(once.map((unit) => [unit, hint(unit, path, scope)]));
  return once.sort((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0));
}

/** Units of the report whose name or code stands in the path. */
export const hintedByPath = (scope: UnitScope, path: string): readonly UnitVersion[] =>
  [...scope.tree.byCode.values()].filter(
    (unit) => scope.tree.due.has(unit.code) && hint(unit, path, scope) > 1,
  );

/** Units due whose full name stands in a line of the titles, or their bare one behind a label or alone: "Đơn vị báo cáo: An Bình". */
export function mentionedIn(scope: UnitScope, lines: readonly string[]): readonly UnitVersion[] {
  const folded = lines.map(asWords);
  const labelled = new Set(lines.flatMap((line) => (line.includes(':') ? [asWords(behindLabel(line))] : [])));
  return [...scope.tree.byCode.values()].filter((unit) => {
    const name = asWords(`${unit.type} ${unit.name}`);
    const bare = asWords(unit.name);
    const isMeant = labelled.has(bare) || folded.some((line) => line.includes(name) || line === bare);
    return scope.tree.due.has(unit.code) && isMeant;
  });
}

/** Up to the next separator. */
const behindLabel = (line: string): string => line.slice(line.indexOf(':') + 1).split(/[,;(]| - /u)[0] ?? '';

const asWords = (text: string): string =>
  ` ${foldMarks(text)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()} `;

const SHORTEST_NAME = 3;

/** How strongly a path hints at a unit: by its code, by its name, by its parent. */
function hint(unit: UnitVersion, path: string, scope: UnitScope): number {
  const folded = foldBare(path);
  const named = ({ name }: UnitVersion): boolean => {
    const bare = foldBare(name);
    return bare.length >= SHORTEST_NAME && folded.includes(bare);
  };
  const [parent] = ancestorsOf(unit, scope);
  return (
    (path.split(/\D+/u).includes(unit.code) ? 4 : 0) +
    (named(unit) ? 2 : 0) +
    (parent !== undefined && named(parent) ? 1 : 0)
  );
}

/** " Có thể là: Xã An Bình, Huyện Tân Phú (09187); …"; empty without candidates. */
export function candidatesText(units: readonly UnitVersion[], scope: UnitScope): string {
  if (units.length === 0) return '';
  const named = units.slice(0, MOST).map((unit) => `${withParent(unit, scope)} (${unit.code})`);
  const more = units.length > MOST ? ` và ${units.length - MOST} đơn vị khác` : '';
  return ` Có thể là: ${named.join('; ')}${more}.`;
}

/** The parent is told only where it tells units apart: below the compiling unit itself. */
function withParent(unit: UnitVersion, scope: UnitScope): string {
  const { parentCode } = unit;
  if (parentCode === undefined || parentCode === scope.tree.root) return unitFullName(unit);
  const parent = unitIn(scope, parentCode);
  return parent === undefined ? unitFullName(unit) : `${unitFullName(unit)}, ${unitFullName(parent)}`;
}

/** The units above a unit, nearest first, as far as they are known. */
export function ancestorsOf(unit: UnitVersion, scope: UnitScope): readonly UnitVersion[] {
  const ancestors: UnitVersion[] = [];
  let code = unit.parentCode;
  while (code !== undefined && ancestors.length < 5) {
    const parent: UnitVersion | undefined = unitIn(scope, code);
    if (parent === undefined) break;
    ancestors.push(parent);
    code = parent.parentCode;
  }
  return ancestors;
}

/**
 * Whether a name that the sender gives for a unit above fits; false only when it is the name of another unit of that
 * level, undefined when it says nothing that is known.
 */
export function agreesWithParents(
  unit: UnitVersion,
  level: UnitVersion['level'],
  name: string,
  scope: UnitScope,
): boolean | undefined {
  const parents = ancestorsOf(unit, scope).filter((parent) => parent.level === level);
  if (parents.length === 0) return undefined;
  if (findByName(parents, name).kind !== 'none') return true;
  const others = [...scope.everywhere.values(), ...scope.tree.byCode.values()].filter(
    (other) => other.level === level,
  );
  const match = findByName(others, name);
  return match.kind === 'exact' || match.kind === 'ambiguous' ? false : undefined;
}
