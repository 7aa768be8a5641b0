/** A class of a unit: of the list of units, else what the unit says of itself (Thông tin), as the splits have it. */
import type { OwnRecord, UnitRecord } from '../model.js';

export function classOf(
  unit: Pick<UnitRecord, 'code' | 'areaClass' | 'communeGroup'>,
  dimension: 'areaClass' | 'communeGroup',
  own: Readonly<Record<string, Readonly<Record<string, OwnRecord>>>>,
): string | undefined {
  const said = own[unit.code]?.[dimension];
  const answer = said?.state === 'value' && typeof said.value === 'string' ? said.value : undefined;
  return unit[dimension] ?? answer;
}
