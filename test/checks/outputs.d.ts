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

/** The workbook without any cached value of a formula, so that whoever opens it must calculate. */
export function withoutCachedValues(bytes: Uint8Array): Uint8Array;
