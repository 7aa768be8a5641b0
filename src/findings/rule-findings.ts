/** VH34x-VH39x, VH4xx, VH6xx: findings of the rule kinds of a criteria set: rows, totals, plausibility. */
import { defineFindings } from './define.js';

export const RULE_FINDINGS = defineFindings({});
