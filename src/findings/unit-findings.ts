/** VH5xx: findings about units and submissions. */
import { defineFindings } from './define.js';

export const UNIT_FINDINGS = defineFindings({});
