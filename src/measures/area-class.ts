/** The area class of a unit: of the list of units, else what the unit says of itself (Thông tin), as the splits have it. */
import type { OwnRecord, UnitRecord } from '../model.js';

export function areaClassOf(
  { code, areaClass }: Pick<UnitRecord, 'code' | 'areaClass'>,
  own: Readonly<Record<string, Readonly<Record<string, OwnRecord>>>>,
): string | undefined {
  const said = own[code]?.['areaClass'];
  const answer = said?.state === 'value' && typeof said.value === 'string' ? said.value : undefined;
  return areaClass ?? answer;
}
