/** VH1xx: findings about a file and its container. */
import { defineFindings } from './define.js';

export const FILE_FINDINGS = defineFindings({});
