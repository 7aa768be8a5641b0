/** A row among villages that is called like another commune: with the kind of a commune, or like no other row of the table. */
import type { Finding, UnitVersion } from '../../model.js';
import { namesOf } from '../../units/names/find-by-name.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { saysAreaKind } from '../layout/row-words.js';
import { formerName, namesUnit, rowName, saysCommune, type RowName } from './row-names.js';
import { rowsTold, type TableOf } from './rows-told.js';
import type { UnitScope } from './unit-scope.js';

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
          ((saysCommune(said) && isCommune(said, scope)) || (isAlone && namesUnit(said, isUnit)));
    return isAsked ? [{ label, row }] : [];
  });
  const [first, ...others] = rows;
  return first === undefined
    ? undefined
    : rowsTold('layout/perhaps-units-as-rows', about, [first, ...others]);
}

/** "Xã Tịnh Hà" is a commune of today or of before; of "Phường Nội" none is known, and villages are called so. */
function isCommune({ bare }: RowName, scope: UnitScope): boolean {
  const { ended, lasting } = called(bare, scope);
  return lasting || ended.length > 0;
}

/** "Xã Tịnh Hà (cũ)", known as a commune of today or one that went into others than this one. */
function isStrangerOnce(label: string, { own }: TableOf, scope: UnitScope): boolean {
  const said = formerName(label);
  if (said === undefined || !saysCommune(said) || foldMarks(said.bare) === foldMarks(own.name)) return false;
  const { ended, lasting } = called(said.bare, scope);
  // Where it is not known what became of one, it may have gone into this commune.
  const elsewhere = ended.every(({ code }) => scope.successors?.get(code)?.includes(own.code) === false);
  return elsewhere && (lasting || ended.length > 0);
}

/** The communes of a name by its letters: those that have ended, and whether one lasts. */
function called(
  bare: string,
  { tree, everywhere, former = [] }: UnitScope,
): { readonly ended: readonly UnitVersion[]; readonly lasting: boolean } {
  const letters = foldMarks(bare);
  const isCalled = ({ level, name }: UnitVersion): boolean =>
    level === 'commune' && foldMarks(name) === letters;
  return {
    ended: former.filter(isCalled),
    lasting: [tree.byCode, everywhere].some((units) => [...units.values()].some(isCalled)),
  };
}
