/** VH8xx and VH9xx: findings about templates, outputs and the tool itself. */
import { defineFindings } from './define.js';

export const OUTPUT_FINDINGS = defineFindings({});
