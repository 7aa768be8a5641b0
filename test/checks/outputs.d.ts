/** Types of the look that other programs take at the outputs, for its slice. */
export function checkFiles(
  folder: string,
  files: readonly string[],
  short?: boolean,
): Promise<{
  readonly faults: readonly string[];
  readonly skips: readonly string[];
  readonly said: readonly string[];
}>;
