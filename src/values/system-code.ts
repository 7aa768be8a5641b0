/** Faults of the operating system: ENOENT, EACCES, EBUSY. */

/** The system's own code of an error; undefined for anything without one. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** The same for people; an error without a code has one that nobody knows. */
export const errnoOf = (error: unknown): string => systemCode(error) ?? 'không rõ';
