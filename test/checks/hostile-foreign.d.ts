/** Types of the hostile old files for their test. */
import type { HostileFile } from './hostile-files.js';

export const HOSTILE_FOREIGN: readonly HostileFile[];
