/** A commune's table of areas whose rows are named after communes or districts: it is another level's table. */
import type { FieldId, FigureTable, Finding, FormDefinition, UnitVersion } from '../../model.js';
import { namesOf } from '../../units/names/find-by-name.js';
import { addTo } from '../../values/groups.js';
import { largest } from '../../values/of-many.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { ownName } from './own-name.js';
import { oneAmongAreas } from './one-among-areas.js';
import { namesUnit, rowName, type RowName } from './row-names.js';
import { rowsTold } from './rows-told.js';
import { communesByLetters, unitIn, type UnitScope } from './unit-scope.js';

/** Villages share names with the communes around them; so many rows, and most of a table, do not. */
const FEWEST = 3;
const MOST_OF = 0.6;
/** So many are asked about; two of many rows are no wonder. */
const ASKED = 2;
const ASKED_OF = 0.25;

/** Units of one district elsewhere, or of one that is no more: they are further off, so more of them have to be named. */
const FEWEST_ELSEWHERE = 4;
const MOST_ELSEWHERE = 0.8;

/** What one row says; `isUnit`: its name is that of a unit around; `isElsewhere`: of one below a single other unit. */
interface NamedRow {
  readonly label: string;
  readonly row: number;
  readonly said: RowName;
  readonly isUnit: boolean;
  readonly isElsewhere: boolean;
}

/** The finding for such a table of areas; undefined for every other. `adding`: the fields that add up over its rows. */
export function unitsAsRows(
  table: FigureTable,
  form: FormDefinition,
  adding: readonly FieldId[],
  { code, period }: { readonly code: string; readonly period: string },
  scope: UnitScope,
): Finding | undefined {
  const own = scope.tree.byCode.get(code);
  if (form.totalLabel === undefined || own?.level !== 'commune') return undefined;
  const isUnit = namesAround(own, scope);
  const rows = table.rowLabels.flatMap((label, row): readonly NamedRow[] => {
    const said = rowName(label);
    return said === undefined
      ? []
      : [{ label, row, said, isUnit: namesUnit(said, isUnit), isElsewhere: false }];
  });
  const elsewhere = namedElsewhere(rows, table.rowCount, own, scope);
  const found = rows
    .map((one) => ({ ...one, isElsewhere: elsewhere.has(one.row) }))
    .filter((one) => one.said.kind === 'full' || one.isUnit || one.isElsewhere);
  const verdict = verdictOf(found, table.rowCount);
  const [first, ...others] = found;
  if (verdict === undefined || first === undefined)
    return (
      oneAmongAreas({ table, form, own, period }, isUnit, scope) ??
      ownName(table, form, adding, own, { unit: code, period })
    );
  return rowsTold(verdict, { table, form, own, period }, [first, ...others]);
}

/** Whether the rows found are other units beyond doubt, or perhaps. */
function verdictOf(
  found: readonly NamedRow[],
  count: number,
): 'layout/units-as-rows' | 'layout/perhaps-units-as-rows' | undefined {
  const full = found.filter(({ said }) => said.kind === 'full');
  const named = found.filter(({ isUnit }) => isUnit);
  const elsewhere = found.filter(({ isUnit, isElsewhere }) => isUnit || isElsewhere);
  const marked = found.filter(({ said }) => said.kind !== 'none' && !XOM.test(said.name));
  const isMost = (some: readonly NamedRow[], fewest: number, share: number): boolean =>
    some.length >= fewest && some.length >= count * share;
  if (
    full.some(({ isUnit }) => isUnit) ||
    isMost(full, ASKED, 1 / 2) ||
    isMost(marked, ASKED, 1 / 2) ||
    isMost(named, FEWEST, MOST_OF) ||
    isMost(elsewhere, FEWEST_ELSEWHERE, MOST_ELSEWHERE)
  )
    return 'layout/units-as-rows';
  const isAsked =
    full.length >= ASKED ||
    marked.some(({ isUnit }) => isUnit) ||
    isMost(named, ASKED, ASKED_OF) ||
    elsewhere.length > named.length;
  return isAsked ? 'layout/perhaps-units-as-rows' : undefined;
}

/** "X. Phú An" is as often a xóm as a xã. */
const XOM = /^x\s*[./\s-]/iu;

/** Whether a text names a commune beside a commune, or a district beside its own. */
export function namesAround(own: UnitVersion, scope: UnitScope): (text: string) => boolean {
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
    const around = [...(byParent.get(parent) ?? []), ...districts];
    const isName = namesOf(around);
    const codes = new Set(around.map(({ code }) => code));
    const known: IsName = (text, except) => isName(text, except) || (text !== except && codes.has(text));
    made.set(parent, known);
    return known;
  };
  const found = { namesUnder };
  families.set(scope, found);
  return found;
}

/**
 * Rows whose names are those of units below one and the same unit elsewhere: the communes of another district, or those
 * that went into this commune. Which of the ten thousand names a row may bear is looked up by its letters first.
 */
function namedElsewhere(
  rows: readonly NamedRow[],
  count: number,
  own: UnitVersion,
  scope: UnitScope,
): ReadonlySet<number> {
  const strangers = rows.filter(
    ({ said, isUnit }) => !isUnit && said.kind !== 'full' && said.bare.includes(' '),
  );
  if (strangers.length < FEWEST || rows.length < count * MOST_OF) return new Set();
  const byLetters = communesByLetters(scope);
  const byParent = new Map<string, NamedRow[]>();
  for (const one of strangers) {
    const parents = new Set(
      byLetters.get(foldMarks(one.said.bare))?.map(({ parentCode = '' }) => parentCode),
    );
    for (const parent of parents) addTo(byParent, parent, one);
  }
  const most = largest(
    [...byParent.values()].map((some) => some.length),
    0,
  );
  if (most < FEWEST || most < count * MOST_OF) return new Set();
  const named = [...byParent].map(([parent, some]) => {
    const units = some.flatMap(({ said }) => byLetters.get(foldMarks(said.bare)) ?? []);
    const isUnit = namesOf(units.filter((unit) => unit.parentCode === parent && unit.code !== own.code));
    return some.filter(({ said }) => namesUnit(said, isUnit));
  });
  const best = named.reduce<readonly NamedRow[]>(
    (best, some) => (some.length > best.length ? some : best),
    [],
  );
  return new Set(best.length >= FEWEST && best.length >= count * MOST_OF ? best.map(({ row }) => row) : []);
}
