/** VH34x-VH39x, VH4xx, VH6xx: findings of the rule kinds of a criteria set: rows, totals, plausibility. */
import { PLAUSIBILITY_FINDINGS } from './plausibility-findings.js';
import { ROW_RULE_FINDINGS } from './row-rule-findings.js';
import { TOTAL_RULE_FINDINGS } from './total-rule-findings.js';

export const RULE_FINDINGS = {
  ...ROW_RULE_FINDINGS,
  ...TOTAL_RULE_FINDINGS,
  ...PLAUSIBILITY_FINDINGS,
} as const;
