/** Types of the proof of the merger for its slice. */
export const UNITS: string;
export function checkMerger(options: {
  readonly load: (path: string) => Promise<unknown>;
  readonly check: (holds: boolean, what: string) => void;
  readonly say?: (line: string) => void;
  readonly data?: string;
  readonly provinces?: readonly string[];
}): Promise<void>;
