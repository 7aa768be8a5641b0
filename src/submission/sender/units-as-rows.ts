/** A commune's table of areas whose rows are named after communes or districts: it is another level's table. */
import { finding } from '../../findings/finding.js';
import type { FigureTable, Finding, FormDefinition, UnitVersion } from '../../model.js';
import { findByName } from '../../units/names/find-by-name.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import { inner, listed, shortened } from '../listed.js';
import type { UnitScope } from './unit-scope.js';

/** "Xã Nghĩa Sơn", "TT. La Hà": no area is called so. */
const TYPED = /^(?:xã|phường|thị trấn|tt\.|đặc khu|huyện|quận|thị xã|tx\.|thành phố|tp\.?)\s*\p{L}/iu;
const FORMER = /\bcũ\)?\s*$/iu;
/** Villages share names with the communes around them; so many rows, and most of a table, do not. */
const FEWEST = 3;
const MOST_OF = 0.6;
const NAMED = 6;

/** The finding for such a table of areas; undefined for every other. */
export function unitsAsRows(
  table: FigureTable,
  form: FormDefinition,
  code: string,
  period: string,
  scope: UnitScope,
): Finding | undefined {
  const own = scope.tree.byCode.get(code);
  if (form.totalLabel === undefined || own?.level !== 'commune') return undefined;
  const others = unitsAround(own, scope);
  const rows = table.rowLabels.map((label, row) => ({ label: label.normalize('NFC'), row }));
  const typed = rows.filter(({ label }) => TYPED.test(label) && !FORMER.test(label));
  const named = rows.filter(({ label }) => isUnit(others, label));
  const strange = typed.filter((one) => named.includes(one));
  const found = [...new Set([...typed, ...named])].sort((a, b) => a.row - b.row);
  const isOther =
    strange.length > 0 ||
    (typed.length > 1 && typed.length * 2 >= rows.length) ||
    (named.length >= FEWEST && named.length >= rows.length * MOST_OF);
  const [first] = found;
  if (!isOther || first === undefined) return undefined;
  const column = table.columns.get(form.rowKey?.[0] ?? '')?.column ?? 1;
  return finding(
    'layout/units-as-rows',
    placeIn(table.file, table.sheet, cellAddress(table.sheetRows[first.row] ?? 1, column)),
    {
      form: form.sheet,
      unit: unitFullName(own),
      count: found.length,
      rows: listed(
        found.map(({ label }) => `“${inner(shortened(label))}”`),
        'dòng',
        NAMED,
      ),
    },
    { unit: code, period, form: form.id, fields: [...table.columns.keys()] },
  );
}

const isUnit = (units: readonly UnitVersion[], label: string): boolean => {
  const { kind } = findByName(units, label);
  return kind === 'exact' || kind === 'ambiguous';
};

const known = new WeakMap<UnitVersion, readonly UnitVersion[]>();

/** The communes beside a commune, and the districts beside its own. */
function unitsAround(own: UnitVersion, { tree, everywhere }: UnitScope): readonly UnitVersion[] {
  const before = known.get(own);
  if (before !== undefined) return before;
  const all = new Map([...everywhere, ...tree.byCode]);
  const parent = all.get(own.parentCode ?? '');
  const around = [...all.values()].filter(
    (unit) =>
      unit.code !== own.code &&
      (unit.parentCode === own.parentCode ||
        (parent?.level === 'district' && unit.parentCode === parent.parentCode && unit.level === 'district')),
  );
  known.set(own, around);
  return around;
}
