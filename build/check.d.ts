/** Types, lint and format, each a program of its own. */
export type Step = 'types' | 'lint' | 'format';
export declare const STEPS: Readonly<Record<Step, readonly string[]>>;
/** Runs one step: its exit code, and all it printed. */
export declare function check(name: Step): Promise<{ readonly code: number | null; readonly said: string }>;
