/** What a template is made from: a criteria set, the unit it is for, the period, and what is known beforehand. */
import { askedFields, notAskedOf } from '../../criteria/asked-of.js';
import type {
  CriteriaSet,
  FieldDefinition,
  FormDefinition,
  Period,
  PeriodKind,
  UnitVersion,
} from '../../model.js';

/** A residential area of last year's list. `kind` is the id or the label of a choice of `areaKind`. */
export interface KnownArea {
  readonly name: string;
  readonly formerUnit?: string;
  readonly kind?: string;
}

export interface TemplateOptions {
  readonly set: CriteriaSet;
  /** The unit that fills the form; for agencies, the unit at whose level they work. */
  readonly unit: UnitVersion;
  /** Its district and province, nearest first. */
  readonly ancestors: readonly UnitVersion[];
  readonly period: Period;
  /** Core columns only. */
  readonly short?: boolean;
  readonly areas?: readonly KnownArea[];
  /** Blank rows of a table; default 30, or 5 after the known areas. */
  readonly blankRows?: number;
  readonly senderForms: FormDefinition['sender'];
  /** Who collects the form, where to ask, and by when (ISO); printed in the instructions. */
  readonly office?: string;
  readonly contact?: string;
  readonly deadline?: string;
  /** ISO date kept in the file's properties. */
  readonly date?: string;
}

/** Forms of the sender in the order of the set; Thông tin serves every sender and comes first. */
export function formsOf(options: TemplateOptions): readonly FormDefinition[] {
  const own = options.set.forms.filter(
    (form) => form.shape === 'pairs' || form.sender === options.senderForms,
  );
  const asked = own.filter((form) => printedFields(form, options).length > 0);
  return [
    ...asked.filter((form) => form.shape === 'pairs'),
    ...asked.filter((form) => form.shape !== 'pairs'),
  ];
}

/** What Thông tin asks about a unit itself; an agency that works beside the unit does not answer for it. */
const OF_UNITS: ReadonlySet<string> = new Set(['class', 'declared', 'organisation', 'remarks']);

/**
 * Fields of a form that the template prints, in the order of the set; an admitted set holds no extension that is
 * switched off. The short form keeps core, key and required fields; a form none of whose fields is core is
 * printed whole, so that nothing that is required elsewhere goes missing.
 */
export function printedFields(
  form: FormDefinition,
  options: Pick<TemplateOptions, 'set' | 'short' | 'period' | 'senderForms' | 'unit'>,
): readonly FieldDefinition[] {
  const notAsked = notAskedOf(options.set, options.unit);
  const fields = askedFields(
    form,
    options.set.fields.filter(
      (field) => (field.form === form.id || field.alsoIn?.form === form.id) && !notAsked.has(field.id),
    ),
    options.period.kind,
  );
  if (form.shape === 'pairs' && options.senderForms === 'agency')
    return fields.filter((field) => !OF_UNITS.has(groupIn(field, form) ?? ''));
  if (options.short !== true || form.shape === 'pairs' || !fields.some((field) => field.core)) return fields;
  return fields.filter(
    (field) =>
      field.core || form.rowKey?.includes(field.id) === true || isRequired(field, options.period.kind),
  );
}

export const isRequired = (field: FieldDefinition, kind: PeriodKind): boolean =>
  field.requiredIn.includes(kind);

/** Group of a field in the form where it is printed, which for `alsoIn` is not its own. */
export const groupIn = (field: FieldDefinition, form: FormDefinition): string | undefined =>
  field.form === form.id ? field.group : (field.alsoIn?.group ?? undefined);

/** Code of a field's line in the form where it is printed. */
export const codeIn = (field: FieldDefinition, form: FormDefinition): string =>
  (field.form === form.id ? field.code : field.alsoIn?.code) ?? '';
