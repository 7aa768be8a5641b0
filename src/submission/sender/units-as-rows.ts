/** A commune's table of areas whose rows are named after communes or districts: it is another level's table. */
import { finding } from '../../findings/finding.js';
import type { FigureTable, Finding, FormDefinition, UnitVersion } from '../../model.js';
import { namesOf } from '../../units/names/find-by-name.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { addTo } from '../../values/groups.js';
import { listed, shortened } from '../listed.js';
import { namePlace } from '../tables/name-place.js';
import { isNumeral, rowName, type RowName } from './row-names.js';
import { unitIn, type UnitScope } from './unit-scope.js';
import { inner } from '../../values/inner-quotes.js';

/** Villages share names with the communes around them; so many rows, and most of a table, do not. */
const FEWEST = 3;
const MOST_OF = 0.6;
/** So many are asked about; two of many rows are no wonder. */
const ASKED = 2;
const ASKED_OF = 0.25;
const NAMED = 6;

/** What one row says; `isUnit`: its name is that of a unit around. */
interface NamedRow {
  readonly label: string;
  readonly row: number;
  readonly said: RowName;
  readonly isUnit: boolean;
}

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
  const rows = table.rowLabels.flatMap((label, row): readonly NamedRow[] => {
    const said = rowName(label);
    return said === undefined ? [] : [{ label, row, said, isUnit: namesUnit(said, isUnit) }];
  });
  const found = rows.filter((one) => one.said.kind === 'full' || one.isUnit);
  const verdict = verdictOf(found, table.rowCount);
  const [first] = found;
  if (verdict === undefined || first === undefined) return ownName(table, form, own, { unit: code, period });
  return finding(
    verdict,
    namePlace(table, form, first.row),
    {
      form: form.sheet,
      unit: unitFullName(own),
      count: found.length,
      rows: listed(
        found.map(({ label }) => `“${inner(shortened(label))}”`),
        'dòng',
        NAMED,
      ),
      area: form.rowUnit ?? 'dòng số liệu',
    },
    {
      unit: code,
      period,
      form: form.id,
      fields: verdict === 'layout/units-as-rows' ? [...table.columns.keys()] : [...(form.rowKey ?? [])],
    },
  );
}

/** The name as it stands, or without its kind where that is not the unit's: "Phường Phú An" for xã Phú An. */
const namesUnit = ({ kind, name, bare }: RowName, isUnit: (text: string) => boolean): boolean =>
  isUnit(name) ? kind !== 'none' || !isNumeral(bare) : kind !== 'none' && !isNumeral(bare) && isUnit(bare);

/** Whether the rows found are other units beyond doubt, or perhaps. */
function verdictOf(
  found: readonly NamedRow[],
  count: number,
): 'layout/units-as-rows' | 'layout/perhaps-units-as-rows' | undefined {
  const full = found.filter(({ said }) => said.kind === 'full');
  const named = found.filter(({ isUnit }) => isUnit);
  const marked = found.filter(({ said }) => said.kind !== 'none' && !XOM.test(said.name));
  const isMost = (some: readonly NamedRow[], fewest: number, share: number): boolean =>
    some.length >= fewest && some.length >= count * share;
  if (
    full.some(({ isUnit }) => isUnit) ||
    isMost(full, ASKED, 1 / 2) ||
    isMost(marked, ASKED, 1 / 2) ||
    isMost(named, FEWEST, MOST_OF)
  )
    return 'layout/units-as-rows';
  const isAsked =
    full.length >= ASKED || marked.some(({ isUnit }) => isUnit) || isMost(named, ASKED, ASKED_OF);
  return isAsked ? 'layout/perhaps-units-as-rows' : undefined;
}

/** "X. Phú An" is as often a xóm as a xã. */
const XOM = /^x\s*[./\s-]/iu;

/** The commune's own name on the only row, or with its kind on any: perhaps the figures of the whole, which is asked. */
function ownName(
  table: FigureTable,
  form: FormDefinition,
  own: UnitVersion,
  subject: { readonly unit: string; readonly period: string },
): Finding | undefined {
  const isOwn = namesOf([own]);
  const row = table.rowLabels.findIndex((label) => {
    const said = rowName(label);
    return said !== undefined && namesUnit(said, isOwn) && (table.rowCount === 1 || said.kind === 'full');
  });
  if (row === -1) return undefined;
  return finding(
    'layout/own-name-as-row',
    namePlace(table, form, row),
    {
      form: form.sheet,
      unit: unitFullName(own),
      row: inner(shortened(table.rowLabels[row] ?? '')),
      area: form.rowUnit ?? 'dòng số liệu',
    },
    { ...subject, form: form.id, fields: form.rowKey ?? [] },
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
  const unitAt = (code: string): UnitVersion | undefined => unitIn(scope, code);
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
