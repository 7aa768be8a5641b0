/** Types of the hostile files for their test. */
export type HostileFile = readonly [
  row: string,
  name: string,
  fileName: string,
  ends: string | readonly string[],
  make: () => Uint8Array,
];
export const HOSTILE: readonly HostileFile[];
