/** What of compare.js tests use. */
export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function here(argv: string[], cwd: string): Answer;
