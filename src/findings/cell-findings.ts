/** VH30x-VH33x: findings about one cell: what is typed is not what the field needs. */
import { defineFindings } from './define.js';

export const CELL_FINDINGS = defineFindings({});
