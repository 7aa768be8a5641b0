/** VH2xx: findings about sheets, headers and the form's layout. */
import { defineFindings } from './define.js';

export const LAYOUT_FINDINGS = defineFindings({});
