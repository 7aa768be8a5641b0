/** Types of the hostile workspaces for their slice. */
interface HostileRun {
  readonly name: string;
  readonly ends: readonly string[];
  readonly kills?: number;
  readonly stops?: boolean;
  readonly seconds?: number;
  readonly make: (put: (path: string, content: string | Uint8Array) => void) => void;
}
export const RUNS: readonly HostileRun[];
export function runHostile(options: {
  readonly runs: readonly HostileRun[];
  readonly say?: (line: string) => void;
}): Promise<{ readonly faults: readonly string[] }>;
