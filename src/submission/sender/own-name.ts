/** A row of a commune's table that bears the commune's own name: figures of the whole, or a village called like it. */
import { finding } from '../../findings/finding.js';
import type { FieldId, FigureTable, Finding, FormDefinition, UnitVersion } from '../../model.js';
import { namesOf } from '../../units/names/find-by-name.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { inner } from '../../values/inner-quotes.js';
import { shortened } from '../listed.js';
import { namePlace } from '../tables/name-place.js';
import { namesUnit, rowName, type RowName } from './row-names.js';

/** As large as so much of all other rows together, a row with the commune's full name is no village. */
const LARGE = 0.6;
/** So near to all others together, a row that bears the bare name may be their sum with a slip in it. */
const NEAR = 0.1;
const SEVERAL = 3;

/** Refused where the row is as large as the others together, asked about where it may be one village of several. */
export function ownName(
  table: FigureTable,
  form: FormDefinition,
  adding: readonly FieldId[],
  own: UnitVersion,
  subject: { readonly unit: string; readonly period: string },
): Finding | undefined {
  const isOwn = namesOf([own]);
  const sizes = (row: number): readonly number[] => besideOthers(table, adding, row);
  const most = (shares: readonly number[], is: (share: number) => boolean): boolean =>
    shares.length > 0 && shares.filter(is).length * 2 >= shares.length;
  const isAsked = (row: number, { kind }: RowName): boolean =>
    table.rowCount === 1 ||
    kind === 'full' ||
    (table.rowCount >= SEVERAL && most(sizes(row), (share) => Math.abs(share - 1) <= NEAR));
  const row = table.rowLabels.findIndex((label, at) => {
    const said = rowName(label);
    return said !== undefined && namesUnit(said, isOwn) && isAsked(at, said);
  });
  if (row === -1) return undefined;
  const label = table.rowLabels[row] ?? '';
  const isWhole = rowName(label)?.kind === 'full' && most(sizes(row), (share) => share >= LARGE);
  return finding(
    isWhole ? 'layout/own-total-as-row' : 'layout/own-name-as-row',
    namePlace(table, form, row),
    {
      form: form.sheet,
      unit: unitFullName(own),
      row: inner(shortened(label)),
      area: form.rowUnit ?? 'dòng số liệu',
    },
    {
      ...subject,
      form: form.id,
      fields: isWhole ? [...table.columns.keys()] : [...(form.rowKey ?? [])],
    },
  );
}

/** How large the figures of a row are beside all others of their columns together; none where it stands alone. */
function besideOthers(table: FigureTable, adding: readonly FieldId[], row: number): readonly number[] {
  return adding.flatMap((id): readonly number[] => {
    const column = table.columns.get(id);
    const own = column?.states[row] === 'value' ? (column.numbers[row] ?? 0) : 0;
    const others = column?.states.reduce(
      (all, state, at) => (state === 'value' && at !== row ? all + (column.numbers[at] ?? 0) : all),
      0,
    );
    return own === 0 || others === undefined || others === 0 ? [] : [own / others];
  });
}
