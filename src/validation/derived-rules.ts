/**
 * What follows from a criteria set without being written in it: the numerator of a rate is within its denominator, and a
 * part of a part is within the whole. A blank in between would otherwise let through what no count can be.
 */
import type { CriteriaSet, FieldId, RuleDefinition, RuleOf, Term } from '../model.js';
import { addTo } from '../values/groups.js';

type Within = RuleOf<'partOfWhole'>;

const isWithin = (rule: RuleDefinition): rule is Within => rule.kind === 'partOfWhole';

/** Rules of the kind partOfWhole for every such pair of fields that no rule of the set speaks of. */
export function derivedRules(set: CriteriaSet, rules: readonly RuleDefinition[]): readonly Within[] {
  const spoken = new Set(rules.flatMap(pairsOf));
  const derived: Within[] = [];
  const add = (part: FieldId, whole: FieldId, basis: string): void => {
    if (part === whole || spoken.has(pair(part, whole))) return;
    spoken.add(pair(part, whole));
    derived.push(within(part, whole, basis));
  };
  for (const { numerator, denominator, basis } of set.indicators) {
    const [part, whole] = [onlyField(numerator), onlyField(denominator)];
    if (part !== undefined && whole !== undefined) add(part, whole, basis);
  }
  const sure = rules.filter(isWithin).filter((rule) => rule.severity === 'error' && rule.trial !== true);
  for (const { part, whole, basis } of chains(sure)) add(part, whole, basis);
  return derived;
}

const pair = (part: FieldId, whole: FieldId): string => `${part} ${whole}`;

function pairsOf(rule: RuleDefinition): readonly string[] {
  if (isWithin(rule)) return rule.parts.map((part) => pair(part, rule.whole));
  return rule.kind === 'rateLimits' ? [pair(rule.numerator, rule.denominator)] : [];
}

/** The field of a term that only adds one. */
function onlyField(term: Term | undefined): FieldId | undefined {
  if (term === undefined || !('sum' in term) || term.where !== undefined) return undefined;
  if (typeof term.sum === 'string') return term.sum;
  return term.sum.length === 1 ? term.sum[0] : undefined;
}

/** Part and whole that are joined by rules one after the other. */
function* chains(
  rules: readonly Within[],
): Iterable<{ readonly part: FieldId; readonly whole: FieldId; readonly basis: string }> {
  const wholes = new Map<FieldId, Within[]>();
  for (const rule of rules) for (const part of rule.parts) addTo(wholes, part, rule);
  for (const part of wholes.keys()) {
    const reached = new Set<FieldId>([part]);
    const open = [part];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const { whole, basis } of wholes.get(next) ?? []) {
        if (reached.has(whole)) continue;
        reached.add(whole);
        open.push(whole);
        yield { part, whole, basis };
      }
    }
  }
}

const within = (part: FieldId, whole: FieldId, basis: string): Within => ({
  id: `${part}-within-${whole}`,
  kind: 'partOfWhole',
  severity: 'error',
  label: 'Số thành phần không quá tổng số',
  instruction: 'Kiểm tra hai số và sửa số sai; số thành phần không thể lớn hơn tổng số.',
  parts: [part],
  whole,
  level: 'both',
  missing: 'zero',
  basis,
  confirmed: true,
  examples: { pass: {}, fail: {} },
});
