/** Whose a report without figures is: it names no unit a program could read, so only the office's records can say. */
import type { Receipt, Settlement } from '../../model.js';

/** The unit settled in tdkvh.yaml by content, else the one received.csv notes for the file; empty when neither does. */
export function documentSender(
  settled: readonly Settlement[],
  received: readonly Receipt[],
  path: string,
  sha256: string,
): { readonly unit?: string } {
  const unit =
    settled.find((one) => one.sha256 === sha256)?.unit ??
    received.find((receipt) => receipt.file === path)?.unit;
  return unit === undefined ? {} : { unit };
}
