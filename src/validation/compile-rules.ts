/** The rules of a criteria set that are in force, with look-ups by id, made once per run and not per row. */
import type {
  CriteriaSet,
  FieldDefinition,
  FieldId,
  FormDefinition,
  FormId,
  PeriodKind,
  RuleDefinition,
} from '../model.js';
import { withAddedMoney } from './added-money.js';
import { derivedRules } from './derived-rules.js';
import { givenTotals, type GivenTotals } from './nested-totals.js';
import { rulesInForce } from '../criteria/set-queries.js';

export interface CompiledRules {
  readonly set: CriteriaSet;
  readonly periodKind: PeriodKind;
  readonly rules: readonly RuleDefinition[];
  readonly byId: ReadonlyMap<string, RuleDefinition>;
  readonly fields: ReadonlyMap<FieldId, FieldDefinition>;
  readonly forms: ReadonlyMap<FormId, FormDefinition>;
  /** Fields that may be entered both by area and by commune, and that no `sumOf` rule compares already. */
  readonly twoPlaces: readonly FieldDefinition[];
  /** Numbers of rows that units give at once, and how they lie within one another. */
  readonly givenTotals: GivenTotals;
  /** What follows from the rules and indicators without being written. */
  readonly derived: readonly RuleDefinition[];
  /** Fields whose rows are added up. */
  readonly summed: readonly FieldDefinition[];
  /** Fields that an indicator adds to one figure. */
  readonly summedTogether: readonly (readonly FieldId[])[];
}

const comparesItself = (rule: RuleDefinition, field: FieldId): boolean =>
  rule.kind === 'sumOf' && rule.total === field && rule.of !== 'rows' && rule.of.includes(field);

/** Rules in force on the reference date (ISO) for this kind of period. */
export function compileRules(set: CriteriaSet, date: string, kind: PeriodKind): CompiledRules {
  const rules = withAddedMoney(set, rulesInForce(set, date, kind));
  return {
    set,
    periodKind: kind,
    rules,
    byId: new Map(set.rules.map((rule) => [rule.id, rule])),
    fields: new Map(set.fields.map((field) => [field.id, field])),
    forms: new Map(set.forms.map((form) => [form.id, form])),
    twoPlaces: set.fields.filter(
      (field) =>
        field.alsoIn !== undefined &&
        field.aggregation === 'sum' &&
        !rules.some((rule) => comparesItself(rule, field.id)),
    ),
    givenTotals: givenTotals(set),
    derived: derivedRules(set, rules),
    summed: set.fields.filter(({ aggregation }) => aggregation === 'sum'),
    summedTogether: set.indicators
      .flatMap(({ numerator, denominator }) => [numerator, denominator])
      .flatMap((term) =>
        term !== undefined && 'sum' in term && typeof term.sum !== 'string' ? [term.sum] : [],
      )
      .filter((fields) => fields.length > 1),
  };
}
