/** The list of what own forms say of a commune as a whole: its fields are second places of those of areas, and totals. */
import type {
  CriteriaSet,
  FieldDefinition,
  FormDefinition,
  ResultsDocument,
  TotalDefinition,
} from '../model.js';
import { isNumeric } from '../measures/field-types.js';

/** The list that holds what own forms say of a commune as a whole. */
export const OWN_LIST = 'mau-rieng';

/** How figures of own forms are asked and what marks mean there. */
export const AS_IN_OWN_FORMS = {
  requiredIn: [],
  core: false,
  marks: { dash: 'zero', ellipsis: 'missing', x: 'notApplicable', none: 'zero' },
} as const satisfies Partial<FieldDefinition>;

/** A total as the field that a commune gives; it stands for rows where there are none, and is added up as they are. */
export const totalField = (total: TotalDefinition): FieldDefinition => ({
  ...total,
  type: 'count',
  scale: 0,
  aggregation: 'none',
  form: OWN_LIST,
  code: total.id,
  enterAt: 'commune',
  ...AS_IN_OWN_FORMS,
});

/** The list as a form; `sheet`: how findings call it. */
export const ownList = (sheet = 'Mẫu riêng'): FormDefinition => ({
  id: OWN_LIST,
  sheet,
  title: 'Số liệu theo mẫu riêng của cơ quan',
  shape: 'list',
  sender: 'commune',
  rowUnit: 'đơn vị cấp xã',
  groups: [],
});

/** The field with its second place in the list, where it is of areas and has no other. */
export const alsoInOwnList = (field: FieldDefinition, tables: ReadonlySet<string>): FieldDefinition =>
  field.alsoIn === undefined && tables.has(field.form)
    ? { ...field, enterAt: 'either', alsoIn: { form: OWN_LIST, code: field.id } }
    : field;

/** Ids of the forms with rows. */
export const tableForms = ({ forms }: Pick<CriteriaSet, 'forms'>): ReadonlySet<string> =>
  new Set(forms.filter(({ shape }) => shape === 'table').map(({ id }) => id));

/**
 * The set as results of a level below need it whose office has forms of its own: what its communes gave as a whole is
 * kept there in the list, which this office need not have.
 */
export function withOwnListOf(
  set: CriteriaSet,
  results: Pick<ResultsDocument, 'units' | 'own'>,
): CriteriaSet {
  const given = new Set(
    results.units.flatMap(({ code, forms }) =>
      forms.some(({ form }) => form === OWN_LIST) ? Object.keys(results.own[code] ?? {}) : [],
    ),
  );
  if (given.size === 0) return set;
  const tables = tableForms(set);
  const known = new Set(set.fields.map(({ id }) => id));
  const totals = set.totals.filter(({ id }) => given.has(id) && !known.has(id)).map(totalField);
  const fields = set.fields.map((field) =>
    given.has(field.id) && isNumeric(field) ? alsoInOwnList(field, tables) : field,
  );
  if (totals.length === 0 && fields.every((field, at) => field === set.fields[at])) return set;
  const hasList = set.forms.some(({ id }) => id === OWN_LIST);
  return {
    ...set,
    forms: hasList ? set.forms : [...set.forms, ownList()],
    fields: [...fields, ...totals],
  };
}
