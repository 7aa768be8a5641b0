/** A commune's table of areas whose rows are named after communes or districts: it is another level's table. */
import { finding } from '../../findings/finding.js';
import type { FigureTable, Finding, FormDefinition, UnitVersion } from '../../model.js';
import { namesOf } from '../../units/names/find-by-name.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { addTo } from '../../values/groups.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import { listed, shortened } from '../listed.js';
import type { UnitScope } from './unit-scope.js';
import { inner } from '../../values/inner-quotes.js';

/** "Xã Nghĩa Sơn", "TT. La Hà": no area is called so. */
const TYPED = /^(?:xã|phường|thị trấn|tt\.|đặc khu|huyện|quận|thị xã|tx\.|thành phố|tp\.?)\s*\p{L}/iu;
/** "UBND xã Nghĩa Sơn", "3. Ban Chỉ đạo xã Nghĩa Hòa": the body stands for its unit. */
const BODY =
  /^(?:\d+\s*[.)]\s*)?(?:ubnd|hđnd|(?:ủy|uỷ)\s+ban\s+nhân\s+dân|bcđ|ban\s+chỉ\s+đạo|ban\s+vhxh|đảng\s+(?:ủy|uỷ)|địa\s+bàn)\s+(?=\p{L})/iu;
const nameIn = (label: string): string => label.normalize('NFC').replace(BODY, '');
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
  const isUnit = namesAround(own, scope);
  const rows = table.rowLabels.map((label, row) => ({ label, name: nameIn(label), row }));
  const typed = rows.filter(({ name }) => TYPED.test(name) && !FORMER.test(name));
  const named = rows.filter(({ name }) => isUnit(name));
  const strange = typed.filter((one) => named.includes(one));
  const found = [...new Set([...typed, ...named])].sort((a, b) => a.row - b.row);
  const isOther =
    strange.length > 0 ||
    (typed.length > 1 && typed.length * 2 >= rows.length) ||
    (named.length >= FEWEST && named.length >= rows.length * MOST_OF);
  const [first] = found;
  if (!isOther || first === undefined) return ownName(table, form, own, { unit: code, period });
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

/** The commune's own name on the only row, or with its kind on any: perhaps the figures of the whole, which is asked. */
function ownName(
  table: FigureTable,
  form: FormDefinition,
  own: UnitVersion,
  subject: { readonly unit: string; readonly period: string },
): Finding | undefined {
  const isOwn = namesOf([own]);
  const row = table.rowLabels.findIndex(
    (label) =>
      isOwn(nameIn(label)) &&
      (table.rowCount === 1 || (TYPED.test(nameIn(label)) && !FORMER.test(nameIn(label)))),
  );
  if (row === -1) return undefined;
  const keys = form.rowKey ?? [];
  const column = table.columns.get(keys[0] ?? '')?.column ?? 1;
  return finding(
    'layout/own-name-as-row',
    placeIn(table.file, table.sheet, cellAddress(table.sheetRows[row] ?? 1, column)),
    {
      form: form.sheet,
      unit: unitFullName(own),
      row: inner(shortened(table.rowLabels[row] ?? '')),
      area: form.rowUnit ?? 'dòng số liệu',
    },
    { ...subject, form: form.id, fields: keys },
  );
}

/** Whether a text names a commune beside a commune, or a district beside its own. */
function namesAround(own: UnitVersion, scope: UnitScope): (text: string) => boolean {
  const { namesUnder } = familiesOf(scope);
  const isName = namesUnder(own.parentCode ?? '');
  return (text) => isName(text, own.code);
}

type IsName = ReturnType<typeof namesOf>;

interface Families {
  /** Communes of one parent and the districts beside it: one list for all of them, for it may hold thousands. */
  readonly namesUnder: (parent: string) => IsName;
}

const families = new WeakMap<UnitScope, Families>();

/** Units under their parents, found once for a run: a list of the country has more than ten thousand. */
function familiesOf(scope: UnitScope): Families {
  const before = families.get(scope);
  if (before !== undefined) return before;
  const { everywhere, tree } = scope;
  const unitAt = (code: string): UnitVersion | undefined => tree.byCode.get(code) ?? everywhere.get(code);
  const byParent = new Map<string, UnitVersion[]>();
  for (const unit of everywhere.values())
    if (!tree.byCode.has(unit.code)) addTo(byParent, unit.parentCode ?? '', unit);
  for (const unit of tree.byCode.values()) addTo(byParent, unit.parentCode ?? '', unit);
  const made = new Map<string, IsName>();
  const namesUnder = (parent: string): IsName => {
    const before = made.get(parent);
    if (before !== undefined) return before;
    const above = unitAt(parent);
    const districts =
      above?.level === 'district'
        ? (byParent.get(above.parentCode ?? '') ?? []).filter(({ level }) => level === 'district')
        : [];
    const known = namesOf([...(byParent.get(parent) ?? []), ...districts]);
    made.set(parent, known);
    return known;
  };
  const found = { namesUnder };
  families.set(scope, found);
  return found;
}
