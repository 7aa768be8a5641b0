/** A row among villages that is called like another commune: with the kind of a commune, or like no other row of the table. */
import type { Finding, UnitVersion } from '../../model.js';
import { exactMatch, findByName, namesOf } from '../../units/names/find-by-name.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { saysAreaKind } from '../layout/row-words.js';
import { formerName, namesUnit, rowName, saysCommune, type RowName } from './row-names.js';
import { rowsTold, type TableOf } from './rows-told.js';
import { ancestorsOf } from './unit-candidates.js';
import { communesByLetters, type UnitScope } from './unit-scope.js';

/** So many others have to say the kind of their area. */
const FEWEST = 3;

/** The question about such rows. `isUnit`: whether a text names a unit around. */
export function oneAmongAreas(
  about: TableOf,
  isUnit: (text: string) => boolean,
  scope: UnitScope,
): Finding | undefined {
  const { table, own } = about;
  const isOwn = namesOf([own]);
  const isOfArea = table.rowLabels.map(saysAreaKind);
  const areas = isOfArea.filter((one) => one).length;
  const isAlone = areas >= FEWEST && areas === table.rowCount - 1;
  const rows = table.rowLabels.flatMap((label, row) => {
    if (isOfArea[row] === true) return [];
    const said = rowName(label);
    const isAsked =
      said === undefined
        ? isStrangerOnce(label, about, scope)
        : !namesUnit(said, isOwn) &&
          ((saysCommune(said) && isCommune(said, own, scope)) || (isAlone && namesUnit(said, isUnit)));
    return isAsked ? [{ label, row }] : [];
  });
  const [first, ...others] = rows;
  return first === undefined
    ? undefined
    : rowsTold('layout/perhaps-units-as-rows', about, [first, ...others]);
}

/**
 * "Xã Tịnh Hà" is a commune of today or of before, wherever it is. Villages are called "Phường Đông", "Phường Nội": a single
 * word is a ward where one of that very name is around.
 */
function isCommune({ name, bare }: RowName, own: UnitVersion, scope: UnitScope): boolean {
  const named = communesCalled(bare, scope);
  if (!WARD.test(name)) return named.length > 0;
  const meant = bare.includes(' ') ? named : named.filter((unit) => isAround(unit, own, scope));
  return meant.some((unit) => exactMatch(findByName([unit], name)) !== undefined);
}

const WARD = /^phường\s/iu;

/** In the report, or in the province of the commune. */
function isAround(unit: UnitVersion, own: UnitVersion, scope: UnitScope): boolean {
  const provinceOf = (one: UnitVersion): string | undefined => ancestorsOf(one, scope).at(-1)?.code;
  const province = provinceOf(own);
  return scope.tree.byCode.has(unit.code) || (province !== undefined && provinceOf(unit) === province);
}

/** "Xã Tịnh Hà (cũ)", known as a commune of today or one that went into others than this one. */
function isStrangerOnce(label: string, { own }: TableOf, scope: UnitScope): boolean {
  const said = formerName(label);
  if (said === undefined || !saysCommune(said) || foldMarks(said.bare) === foldMarks(own.name)) return false;
  const named = communesCalled(said.bare, scope);
  // Where it is not known what became of one, it may have gone into this commune.
  const ended = named.filter((unit) => scope.former?.includes(unit) === true);
  return (
    named.length > 0 && ended.every(({ code }) => scope.successors?.get(code)?.includes(own.code) === false)
  );
}

/** The communes of a name by its letters. */
const communesCalled = (bare: string, scope: UnitScope): readonly UnitVersion[] =>
  communesByLetters(scope).get(foldMarks(bare)) ?? [];
