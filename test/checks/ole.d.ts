/** Types of the compound files that tests make. */
export function ole(...names: readonly string[]): Buffer;
