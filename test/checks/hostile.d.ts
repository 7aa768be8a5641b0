/** Types of the hostile files, each in a process of its own, for their slice. */
import type { HostileFile } from './hostile-files.js';

export function openHostile(options: {
  readonly dist: string;
  readonly files: readonly HostileFile[];
  readonly say?: (line: string) => void;
}): Promise<{ readonly faults: readonly string[]; readonly slowest: number; readonly largest: number }>;
