/**
 * Money that a locality or an own form adds is checked like the money of the set: by the rule over the same form, else over
 * another form of the same sender, with its limits in the unit of measure of the field.
 */
import type { CriteriaSet, FieldDefinition, RuleDefinition, RuleOf } from '../model.js';
import { foldMarks } from '../values/vietnamese-text.js';

type Amounts = RuleOf<'amounts'>;

/** How many of the unit a million đồng are, as the unit is written, without marks and dots. Below đồng nobody types. */
const IN_A_MILLION: ReadonlyMap<string, number> = new Map([
  ...['trieu dong', 'trieu', 'trd', 'tr d', 'tr dong', 'trieu vnd'].map((unit) => [unit, 1] as const),
  ...['nghin dong', 'ngan dong', 'nghin', 'ngan', '1000 dong', '1000d', 'nghin vnd'].map(
    (unit) => [unit, 1_000] as const,
  ),
  ...['ty dong', 'ty', 'ty vnd'].map((unit) => [unit, 0.001] as const),
]);

function inAMillion({ type, unit = '' }: FieldDefinition): number | undefined {
  if (type !== 'amount' && type !== 'count') return undefined;
  return IN_A_MILLION.get(foldMarks(unit).replaceAll('.', '').trim());
}

/** The rules, those on amounts with what the set has besides the money they name. */
export function withAddedMoney(
  set: CriteriaSet,
  rules: readonly RuleDefinition[],
): readonly RuleDefinition[] {
  const amounts = rules.filter((rule) => rule.kind === 'amounts');
  const named = new Set(amounts.flatMap(({ fields }) => fields));
  const added = set.fields.flatMap((field) => {
    const times = named.has(field.id) ? undefined : inAMillion(field);
    const rule = times === undefined ? undefined : ruleFor(field, set, amounts);
    return times === undefined || rule === undefined ? [] : [{ id: field.id, times, rule }];
  });
  if (added.length === 0) return rules;
  return rules.flatMap((rule): readonly RuleDefinition[] => {
    if (rule.kind === 'amounts') {
      const own = added.filter((one) => one.rule === rule);
      const others = new Set(own.flatMap(({ times }) => (times === 1 ? [] : [times])));
      const idsOf = (times: number) => own.flatMap((one) => (one.times === times ? [one.id] : []));
      return [
        { ...rule, fields: [...rule.fields, ...idsOf(1)] },
        ...[...others].map((times) => inUnit({ ...rule, fields: idsOf(times) }, times)),
      ];
    }
    if (rule.kind !== 'magnitude' || typeof rule.field === 'string') return [rule];
    const { field: compared } = rule;
    const like = added.filter(({ rule: { fields } }) => fields.some((id) => compared.includes(id)));
    return [{ ...rule, field: [...compared, ...like.map(({ id }) => id)] }];
  });
}

/** The rule over money of the same form, else of a form that the same people fill in; lines that state their own unit apart. */
function ruleFor(field: FieldDefinition, set: CriteriaSet, amounts: readonly Amounts[]): Amounts | undefined {
  const formOf = (id: string): string | undefined => set.fields.find((one) => one.id === id)?.form;
  const senderOf = (form: string | undefined): string | undefined =>
    set.forms.find(({ id }) => id === form)?.sender;
  const plain = amounts.filter(({ unitIn }) => unitIn === undefined);
  const sender = senderOf(field.form);
  return (
    plain.find(({ fields }) => fields.some((id) => formOf(id) === field.form)) ??
    plain.find(({ fields }) => fields.some((id) => senderOf(formOf(id)) === sender))
  );
}

/** That the whole form may be in thousands is asked where millions are meant. */
const inUnit = (rule: Amounts, times: number): Amounts => ({
  ...rule,
  ask: rule.ask * times,
  refuse: rule.refuse * times,
  least: rule.least * times,
  usual: Number.MAX_SAFE_INTEGER,
});
