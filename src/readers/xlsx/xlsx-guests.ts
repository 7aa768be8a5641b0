/** What travels in a workbook besides figures: macros, embedded objects, connections. Never run, opened or followed. */
import type { PackageParts } from '../package/inflated-parts.js';
import { fault, type GateFault } from '../read-fault.js';

/** Part names by kind, and the Vietnamese name of the kind is in the finding. */
const GUESTS: readonly (readonly [RegExp, 'file/macros' | 'file/embedded-objects' | 'file/connections'])[] = [
  [/(?:^|\/)vbaproject\.bin$|(?:^|\/)macrosheets\//u, 'file/macros'],
  [/^xl\/(?:embeddings|activex|ctrlprops)\//u, 'file/embedded-objects'],
  [/^xl\/(?:connections\.xml|querytables\/)/u, 'file/connections'],
];

/** One notice per kind that is there. */
export function guestsOf(parts: PackageParts): GateFault[] {
  return GUESTS.flatMap(([names, code]) =>
    [...parts.keys()].some((part) => names.test(part)) ? [fault(code, {})] : [],
  );
}

/** The workbook takes values from other workbooks. */
export const hasOutsideLinks = (parts: PackageParts): boolean =>
  [...parts.keys()].some((part) => /(?:^|\/)externallinks\//u.test(part));
