/** How a unit is written in full: type word and name, "Xã An Bình", "Thị trấn Thứa"; inside a sentence "xã An Bình". */
import type { UnitVersion } from '../../model.js';
import { lowerFirst, upperFirst } from '../../values/vietnamese-text.js';

type Named = Pick<UnitVersion, 'type' | 'name'>;

/** As inside a sentence; a name that holds the type already is not given it twice. */
export const unitName = ({ type, name }: Named): string =>
  type === '' || name.toLowerCase().startsWith(`${type} `) ? lowerFirst(name) : `${type} ${name}`;

/** With a capital, as in a list or at the start of a sentence. */
export const unitFullName = (unit: Named): string => upperFirst(unitName(unit));
