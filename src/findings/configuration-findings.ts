/** VH7xx: findings about criteria sets, configuration and unit lists. */
import { defineFindings } from './define.js';

export const CONFIGURATION_FINDINGS = defineFindings({});
