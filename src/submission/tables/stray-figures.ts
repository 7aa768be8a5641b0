/**
 * The net under every form: a number that no reader claimed is reported with its address, so that no figure of a
 * sheet disappears without a word. Years and telephone numbers around a table are no figures.
 */
import { finding } from '../../findings/finding.js';
import type { Finding, RawCell } from '../../model.js';
import { isNumberCell, isOtherNumber, isYear } from '../cells/cell-words.js';
import { shortened } from '../listed.js';
import { addressOf, formSubject, refOf, type FormPlace } from '../layout/form-place.js';
import { addTo } from '../../values/groups.js';

/** Addresses kept with a finding; its sentence counts them all. */
const MOST_RELATED = 200;
const NAMED = 5;

export interface ClaimedCells {
  /** Rows of the table; outside them a year or a telephone number is nothing to ask about. */
  readonly firstRow: number;
  readonly lastRow: number;
  claims(cell: RawCell): boolean;
}

type Zone = 'above' | 'beside' | 'below';
const ZONES: Readonly<Record<Zone, string>> = {
  above: 'phía trên bảng',
  beside: 'bên cạnh bảng hoặc ở cột không có tiêu đề',
  below: 'phía dưới bảng',
};
/** The same where areas stand side by side. */
const TURNED_ZONES: Readonly<Record<Zone, string>> = {
  above: 'bên trái bảng',
  beside: 'phía trên, phía dưới bảng hoặc ở dòng không có trong mẫu',
  below: 'bên phải bảng',
};

/** One finding per zone around the table, with the first addresses. */
export function* strayFigures(place: FormPlace, claimed: ClaimedCells): Iterable<Finding> {
  const zones = new Map<Zone, RawCell[]>();
  for (const row of place.grid.rows) {
    const zone: Zone = row < claimed.firstRow ? 'above' : row > claimed.lastRow ? 'below' : 'beside';
    for (const cell of place.grid.inRow(row)) {
      if (!isNumberCell(cell) || claimed.claims(cell)) continue;
      if (isOtherNumber(cell) || (zone !== 'beside' && isYear(cell))) continue;
      addTo(zones, zone, cell);
    }
  }
  for (const [zone, cells] of zones) {
    const [first, ...others] = cells;
    if (first === undefined) continue;
    const named = cells.slice(0, NAMED).map((cell) => `${shortened(cell.raw)} (ô ${addressOf(place, cell)})`);
    const more = cells.length > NAMED ? ` và ${cells.length - NAMED} số khác` : '';
    yield finding(
      'layout/stray-figure',
      refOf(place, first.row, first.column),
      {
        count: cells.length,
        where: (place.turned === true ? TURNED_ZONES : ZONES)[zone],
        form: place.formTitle,
        figures: named.join('; ') + more,
      },
      {
        ...formSubject(place),
        rowKey: `#${zone}`,
        related: others.slice(0, MOST_RELATED).map((cell) => refOf(place, cell.row, cell.column)),
      },
    );
  }
}
