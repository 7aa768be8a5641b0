/** Types of the year that is played, for the test that plays it within its own process. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly json: () => unknown;
}
export interface Size {
  readonly unit: string;
  readonly communes: number;
  readonly sent: number;
  /** Residential areas of each commune. */
  readonly areas: number;
  readonly faults: readonly number[];
}
export interface Stage {
  readonly tdkvh: (...args: readonly string[]) => Answer | Promise<Answer>;
  readonly check: (holds: boolean, what: string) => void;
  readonly folder: string;
  readonly size: Size;
  readonly look: (wanted: readonly unknown[]) => Promise<readonly string[] | undefined>;
}
export const WHOLE: Size;
export const SMALL: Size;
export function playYear(stage: Stage): Promise<void>;
