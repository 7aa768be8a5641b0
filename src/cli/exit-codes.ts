/** The exit codes: 0 done, 1 data, 2 use or configuration, 3 refused, 4 tool or machine. Loaded with the help. */

export const EXIT = { done: 0, dataErrors: 1, wrongUse: 2, refused: 3, fault: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
