/** A fault of a file, known before the file's name is: its code, and the finding it becomes once the file is named. */
import type { Finding, SourceRef } from '../model.js';
import type { FILE_FINDINGS } from '../findings/catalogue/file-findings.js';
import { finding, type FindingParameters } from '../findings/finding.js';

export type FileFindingCode = keyof typeof FILE_FINDINGS;

export interface GateFault {
  readonly code: FileFindingCode;
  readonly toFinding: (file: string) => Finding;
}

/** A fault at a sheet and cell, or of the file as a whole. */
export const fault = <Code extends FileFindingCode>(
  code: Code,
  parameters: FindingParameters<Code>,
  place: Omit<SourceRef, 'file'> = {},
): GateFault => ({ code, toFinding: (file) => finding(code, { file, ...place }, parameters) });

/** Carries a fault up out of nested parsing; never leaves `readers`. */
export class ReadFault extends Error {
  readonly fault: GateFault;

  constructor(found: GateFault) {
    super(found.code);
    this.fault = found;
  }
}

/** Stops reading with a fault. */
export function refuse<Code extends FileFindingCode>(
  code: Code,
  parameters: FindingParameters<Code>,
  place: Omit<SourceRef, 'file'> = {},
): never {
  throw new ReadFault(fault(code, parameters, place));
}

/** Runs a reading step; a fault raised inside becomes the result, anything else is a bug and goes on. */
export function catching<Result>(step: () => Result): Result | GateFault {
  try {
    return step();
  } catch (error) {
    if (error instanceof ReadFault) return error.fault;
    throw error;
  }
}

/** Tells a fault from a result. */
export const isFault = (value: object): value is GateFault => 'toFinding' in value;
