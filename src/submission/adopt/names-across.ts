/** What stands side by side over a table by indicators: areas, or communes by their full or bare names. */
import type { UnitVersion } from '../../model.js';
import { findByName } from '../../units/names/find-by-name.js';
import { isAreaHeader, isUnitHeader } from '../layout/area-header.js';
import { pathKeyOf } from '../layout/header-path.js';

/** Whether a text names a commune of the report: in full or bare; `near`: with a slip of the hand. */
export type CommuneNamed = (text: string) => 'exact' | 'near' | undefined;

/** By the names of these communes. */
export function communeNamedIn(communes: readonly UnitVersion[]): CommuneNamed {
  return (text) => {
    const match = findByName(communes, text);
    if (match.kind === 'none') return match.suggestions.length > 0 ? 'near' : undefined;
    return match.kind === 'loose' ? 'near' : 'exact';
  };
}

/** "Xã An Bình", or the bare name of a commune of the report. */
export const isUnitName = (text: string, named: CommuneNamed): boolean =>
  isUnitHeader(text) || named(text) === 'exact';

/** What two columns and more name; undefined where they name neither areas nor communes. */
export function namedAcross(
  paths: Iterable<readonly string[]>,
  named: CommuneNamed,
): 'area' | 'unit' | undefined {
  const all = [...paths];
  const leafOf = (path: readonly string[]): string => path.at(-1) ?? '';
  const areas = all.filter((path) => isAreaHeader(leafOf(path)));
  // "Nhà văn hóa › Thôn Đông" beside "Sân › Thôn Đông" is no column of an area.
  const groups = new Set(areas.map((path) => pathKeyOf(path.slice(0, -1))));
  if (areas.length >= 2 && groups.size === 1) return 'area';
  return all.filter((path) => isUnitName(leafOf(path), named)).length >= 2 ? 'unit' : undefined;
}
