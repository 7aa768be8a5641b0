/** Types of the Office files that check:outputs looks at, for its slice. */
export function makeOutputs(options: {
  readonly load: (path: string) => Promise<unknown>;
  readonly folder: string;
  readonly fixtures?: string;
  readonly names?: readonly string[];
  readonly commands?: readonly (readonly string[])[];
}): Promise<{ readonly files: readonly string[]; readonly skipped: readonly string[] }>;
