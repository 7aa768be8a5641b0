/** Faults of the operating system: ENOENT, EACCES, EBUSY. */

/** The system's own code of an error; undefined for anything without one. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
