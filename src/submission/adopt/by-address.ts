/** Lists of households whose areas stand in a column of addresses. */
import { isAddressHeader } from '../layout/area-header.js';
import { areaInAddress, areaOfBand, withoutAreas } from '../own-form/area-above.js';
import type { FoundTable } from './find-tables.js';
import { cellsBelow } from './kind-of-cells.js';

/**
 * A list of households says where they live: by a column "Địa chỉ (thôn)", or by an address whose cells name areas. Of a
 * blank form the address is taken unless a line above has a place for the name of the one area.
 */
export function byAddress(table: FoundTable): FoundTable {
  if (!table.areaAbove) return table;
  const addresses = [...table.paths].flatMap(([column, path]) => {
    const says = isAddressHeader(path.at(-1) ?? '');
    return says === undefined ? [] : [{ column, says }];
  });
  const address = addresses.find(({ says }) => says === 'area') ?? addresses[0];
  if (address === undefined) return table;
  const cells = cellsBelow(table, address.column);
  const named = cells.filter(({ raw }) => areaInAddress(raw) !== undefined);
  const isTaken =
    address.says === 'area' ||
    (cells.length === 0 ? !hasPlaceForArea(table) : named.length * 2 > cells.length);
  return isTaken ? { ...table, key: address.column, areaAbove: false } : table;
}

/** "Thôn: ……" above the list, or between its rows. */
const hasPlaceForArea = ({ grid, endRow }: FoundTable): boolean =>
  grid.rows.some(
    (row) =>
      row <= endRow &&
      grid
        .inRow(row)
        .some(
          ({ kind, raw }) => kind === 'text' && (areaOfBand(raw) !== undefined || withoutAreas(raw) !== raw),
        ),
  );
