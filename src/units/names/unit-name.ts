/** How a unit is written in full: type word and name, "Xã An Bình", "Thị trấn Thứa". */
import type { UnitVersion } from '../../model.js';

/** The full name with a capital, as in a list or at the start of a sentence. */
export const unitFullName = (unit: Pick<UnitVersion, 'type' | 'name'>): string => {
  const [first = '', ...rest] = `${unit.type} ${unit.name}`.trim();
  return first.toUpperCase() + rest.join('');
};
