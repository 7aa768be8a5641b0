/** Why a workbook cannot be marked; the commune then gets the reply sheet alone. */

/**
 * `signed`: a mark would break the digital signature. `strict`: a variant of the format without comments as Excel
 * shows them. `unusual`: built in a way that the patcher will not touch.
 */
export type MarkRefusal = 'signed' | 'strict' | 'unusual';

/** Carries a refusal up out of nested steps; never leaves `marking`. */
export class MarkRefused extends Error {
  readonly reason: MarkRefusal;

  constructor(reason: MarkRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Stops marking. */
export function refuse(reason: MarkRefusal): never {
  throw new MarkRefused(reason);
}
