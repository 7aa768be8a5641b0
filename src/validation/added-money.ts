/**
 * Money that a locality or an own form adds is checked like the money of the set: by the rule over the same form, else over
 * another form of the same sender, with its limits in the unit of measure of the field, or of the line that states its own.
 */
import type { CriteriaSet, FieldDefinition, RuleDefinition, RuleOf } from '../model.js';
import { inAMillion, OTHER_MONEY_UNITS } from '../values/money-units.js';

type Amounts = RuleOf<'amounts'>;

function unitsInAMillion({ type, unit = '' }: FieldDefinition): number | undefined {
  return type === 'amount' || type === 'count' ? inAMillion(unit) : undefined;
}

/** The rules, those on amounts with what the set has besides the money they name. */
export function withAddedMoney(
  set: CriteriaSet,
  rules: readonly RuleDefinition[],
): readonly RuleDefinition[] {
  const amounts = rules.filter((rule) => rule.kind === 'amounts');
  const named = new Set(amounts.flatMap(({ fields }) => fields));
  const added = set.fields.flatMap((field) => {
    const times = named.has(field.id) ? undefined : unitsInAMillion(field);
    const rule = times === undefined ? undefined : ruleFor(field, set, amounts);
    return times === undefined || rule === undefined ? [] : [{ id: field.id, times, rule }];
  });
  return rules.flatMap((rule): readonly RuleDefinition[] => {
    if (rule.kind === 'amounts' && rule.unitIn !== undefined)
      return [rule, ...[...OTHER_MONEY_UNITS].map(([times, says]) => inUnit({ ...rule, says }, times))];
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
  ...(rule.leastInPair === undefined ? {} : { leastInPair: rule.leastInPair * times }),
  usual: Number.MAX_SAFE_INTEGER,
});
